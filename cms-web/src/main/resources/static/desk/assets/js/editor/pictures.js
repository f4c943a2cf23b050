// The pictures of the story: the first one leads.
import { announce } from "../announce.js";
import { part } from "../elements.js";
import { say } from "../words.js";
import { PictureChooser, told } from "../pictures/choose.js";
import { pictureCard } from "./picture-card.js";

/** The panel of pictures. */
export class Pictures {
  #list;
  #none;
  #choose;
  #chooser = null;
  #onChange;
  #onIntoBody;
  #editable = false;

  constructor(root, { onChange, onBlur, onIntoBody }) {
    this.#list = part(root, "list");
    this.#none = part(root, "none");
    this.#onChange = onChange;
    this.#onIntoBody = onIntoBody;
    root.addEventListener("focusout", onBlur);
    this.#choose = part(root, "choose");
    this.#choose.addEventListener("click", () => this.#open());
    document.addEventListener("keydown", (event) => {
      if (event.altKey && event.code === "KeyP" && !event.ctrlKey && !event.metaKey && this.#editable && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        this.#open();
      }
    });
  }

  set editable(editable) {
    this.#editable = editable;
    this.#choose.disabled = !editable;
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

  #open() {
    this.#chooser ??= new PictureChooser(document.querySelector("[data-dialog='choose']"), (pictures) => this.#add(pictures));
    this.#chooser.open();
  }

  /** Puts pictures behind those that are there; one that is there already only opens. */
  #add(pictures) {
    const here = new Map([...this.#list.children].map((card) => [card.picture.hash, card]));
    const fresh = pictures.filter((picture) => !here.has(picture.hash)).map((picture) => this.#cardFor(picture));
    const first = fresh[0] ?? here.get(pictures[0].hash);
    this.#list.append(...fresh);
    this.#order();
    part(first, "details").open = true;
    first.scrollIntoView({ block: "nearest" });
    part(first, "text").focus({ preventScroll: true });
    if (fresh.length > 0) {
      this.#onChange();
      told(fresh);
    } else {
      announce(say("choose.already"));
    }
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
