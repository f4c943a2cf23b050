// The story as it stands on the page: all fields together, and the way to each of them.
import { asked } from "../dialogs.js";
import { part } from "../elements.js";
import { printDateline, printSignOff } from "../printed.js";
import { say } from "../words.js";
import { BodyText } from "./body.js";
import { Fields } from "./fields.js";
import { pictureCard } from "./picture-card.js";
import { Pictures } from "./pictures.js";
import { SignOffRows } from "./sign-off.js";

/** Every field of the story. */
export class StoryOnPage {
  #root;
  #content = null;
  #parts;

  constructor(root, { onChange, onBlur }) {
    this.#root = root;
    const changed = () => {
      this.#showPrinted();
      onChange();
    };
    const heard = { onChange: changed, onBlur };
    this.#parts = {
      fields: new Fields(root.querySelector("[data-story-form]"), heard),
      signOff: new SignOffRows(root.querySelector("[data-signers]"), heard),
      pictures: new Pictures(root.querySelector("[data-pictures]"), {
        ...heard,
        onIntoBody: (picture) => this.#parts.body.insertPicture(picture),
      }),
      body: new BodyText({
        box: root.querySelector("[data-body]"),
        toolbar: root.querySelector("[data-toolbar]"),
        onPicture: editPicture,
        ...heard,
      }),
    };
  }

  /** Puts a story on the page. Throws `UnknownBlock` where it holds what this page does not know. */
  show(content) {
    this.#parts.body.blocks = content.body;
    this.#content = content;
    this.#parts.fields.show(content);
    this.#parts.signOff.show(content.signOff);
    this.#parts.pictures.show(content.pictures);
    this.#showPrinted();
  }

  /** The story as it stands on the page now. */
  read() {
    return {
      ...this.#content,
      ...this.#parts.fields.read(),
      body: this.#parts.body.blocks,
      signOff: this.#parts.signOff.read(),
      pictures: this.#parts.pictures.read(),
    };
  }

  set editable(editable) {
    for (const piece of Object.values(this.#parts)) {
      piece.editable = editable;
    }
  }

  /** Where a field of the story stands on the page. */
  find(field) {
    const picture = /^pictures\[(\d+)\](?:\.(\w+))?/.exec(field);
    if (picture) {
      const card = this.#parts.pictures.card(Number(picture[1]));
      return (picture[2] && card?.querySelector(`[data-field="${picture[2]}"]`)) || card;
    }
    const name = field.split(/[.[]/)[0];
    return this.#root.querySelector(`[data-field="${CSS.escape(name)}"]`);
  }

  /** Leads to a field and puts the cursor into it. */
  goTo(field) {
    const place = this.find(field);
    place?.scrollIntoView({ block: "center", behavior: "smooth" });
    if (field.startsWith("body")) {
      this.#parts.body.focus();
    } else {
      place?.querySelector("input:enabled, select:enabled, textarea:enabled, button:enabled")?.focus({ preventScroll: true });
    }
  }

  #showPrinted() {
    const fields = this.#parts.fields.read();
    this.#print("dateline", printDateline(fields.dateline));
    this.#print("sign-off", printSignOff(this.#parts.signOff.read()));
    this.#root.querySelector("[data-words-count]").textContent = say("editor.words", this.#parts.body.words);
  }

  #print(what, line) {
    const place = this.#root.querySelector(`[data-printed="${what}"]`);
    place.hidden = line === "";
    place.textContent = line;
  }
}

// A picture in the text is changed in a dialog with the same fields.
async function editPicture(picture) {
  const dialog = document.querySelector("[data-dialog='picture']");
  const card = pictureCard(picture, () => {});
  part(card, "acts").hidden = true;
  part(card, "details").open = true;
  part(dialog, "card").replaceChildren(card);
  await asked(dialog);
  return card.picture;
}
