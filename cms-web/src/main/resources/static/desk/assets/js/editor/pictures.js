// The pictures of the story: the first one leads.
import { announce } from "../announce.js";
import { part } from "../elements.js";
import { say } from "../words.js";
import { pictureCard } from "./picture-card.js";

/** The panel of pictures. */
export class Pictures {
  #list;
  #none;
  #onChange;
  #onIntoBody;
  #editable = false;

  constructor(root, { onChange, onBlur, onIntoBody }) {
    this.#list = part(root, "list");
    this.#none = part(root, "none");
    this.#onChange = onChange;
    this.#onIntoBody = onIntoBody;
    root.addEventListener("focusout", onBlur);
  }

  set editable(editable) {
    this.#editable = editable;
    this.#order();
  }

  show(pictures) {
    const open = [...this.#list.children].map((card) => part(card, "details").open);
    this.#list.replaceChildren();
    (pictures ?? []).forEach((picture, index) => {
      const card = this.#cardFor(picture);
      part(card, "details").open = open[index] ?? index === 0;
      this.#list.append(card);
    });
    this.#order();
  }

  read() {
    return [...this.#list.children].map((card) => card.picture);
  }

  /** The card of a picture by its place, opened. */
  card(index) {
    const card = this.#list.children[index] ?? null;
    if (card) {
      part(card, "details").open = true;
    }
    return card;
  }

  #cardFor(picture) {
    const card = pictureCard(picture, this.#onChange);
    part(card, "up").addEventListener("click", () => this.#move(card, -1));
    part(card, "down").addEventListener("click", () => this.#move(card, 1));
    part(card, "remove").addEventListener("click", () => this.#remove(card));
    part(card, "into-body").addEventListener("click", () => {
      const moved = card.picture;
      card.remove();
      this.#order();
      this.#onIntoBody(moved);
      announce(say("picture.moved-to-body"));
    });
    return card;
  }

  #move(card, step) {
    const other = step < 0 ? card.previousElementSibling : card.nextElementSibling;
    if (!other) {
      return;
    }
    if (step < 0) {
      other.before(card);
    } else {
      other.after(card);
    }
    this.#order();
    const button = part(card, step < 0 ? "up" : "down");
    (button.disabled ? part(card, step < 0 ? "down" : "up") : button).focus();
    announce(card.getAttribute("aria-label"));
    this.#onChange();
  }

  #remove(card) {
    const name = card.getAttribute("aria-label");
    const next = card.nextElementSibling ?? card.previousElementSibling;
    card.remove();
    this.#order();
    if (next) {
      part(next, "remove").focus();
    }
    announce(say("picture.removed", name));
    this.#onChange();
  }

  #order() {
    const cards = [...this.#list.children];
    this.#none.hidden = cards.length > 0;
    cards.forEach((card, index) => {
      card.setAttribute("aria-label", index === 0 ? say("editor.lead") : say("editor.picture-n", index + 1));
      card.dataset.name = card.getAttribute("aria-label");
      for (const control of card.querySelectorAll("input, textarea, button")) {
        control.disabled = !this.#editable;
      }
      part(card, "up").disabled ||= index === 0;
      part(card, "down").disabled ||= index === cards.length - 1;
    });
  }
}
