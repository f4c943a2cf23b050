// The panel beside the grid: one picture with everything that is known of it, and the form in which it is written.
import { announce, notice } from "../announce.js";
import { asked } from "../dialogs.js";
import { element, part } from "../elements.js";
import { get } from "../newsroom.js";
import { say } from "../words.js";
import { sections } from "./facts.js";
import { firstLine } from "./grid.js";
import { SheetForm, address } from "./sheet-form.js";

const NARROW = window.matchMedia("(max-width: 61.99rem)");

/** Shows one picture at a time. `onOpen(hash)`, `onClose()`, `onChanged(detail)`, `onStep(by)` are told to the screen. */
export class PicturePanel {
  #root;
  #heard;
  #hash = "";
  #detail = null;
  #form = null;
  #turn = 0;
  #rest;

  constructor(root, rest, heard) {
    this.#root = root;
    this.#rest = rest;
    this.#heard = heard;
    root.addEventListener("click", (event) => {
      const act = event.target.closest("[data-act]")?.dataset.act;
      if (act) {
        this.#act(act);
      }
    });
    NARROW.addEventListener("change", () => this.#stand());
    window.addEventListener("beforeunload", (event) => {
      if (this.#form && !this.#form.isClean) {
        event.preventDefault();
      }
    });
  }

  get hash() {
    return this.#hash;
  }

  get detail() {
    return this.#detail;
  }

  get isEditing() {
    return this.#form !== null;
  }

  /** Opens a picture; false where somebody would rather go on writing. */
  async open(hash, { focus = true, edit = false } = {}) {
    if (hash === this.#hash && this.#detail) {
      if (edit && !this.#form) {
        this.edit();
      } else if (focus) {
        this.focus();
      }
      return true;
    }
    if (!(await this.mayLeave())) {
      return false;
    }
    this.#hash = hash;
    this.#detail = null;
    this.#form = null;
    this.#root.hidden = false;
    this.#rest.classList.add("has-panel");
    this.#stand();
    this.#heard.onOpen(hash);
    await this.load({ focus });
    if (edit && this.#hash === hash && this.#detail) {
      this.edit();
    }
    return true;
  }

  focus() {
    part(this.#root, "title").focus();
  }

  /** Asks the newsroom anew. */
  async load({ focus = false } = {}) {
    const mine = ++this.#turn;
    this.#root.setAttribute("aria-busy", "true");
    part(this.#root, "trouble").hidden = true;
    if (focus) {
      this.focus();
    }
    try {
      const detail = await get(address(this.#hash));
      if (mine === this.#turn) {
        this.show(detail);
        announce(firstLine(detail));
      }
    } catch (problem) {
      if (mine === this.#turn) {
        this.#trouble(problem.sentence ?? say("problem.page"));
      }
    } finally {
      if (mine === this.#turn) {
        this.#root.removeAttribute("aria-busy");
      }
    }
  }

  show(detail) {
    this.#detail = detail;
    part(this.#root, "title").textContent = firstLine(detail);
    part(this.#root, "shot").replaceChildren(shot(detail));
    part(this.#root, "ribbon").hidden = detail.rights?.state !== "taken-down";
    part(this.#root, "acts").hidden = false;
    part(this.#root, "edit").hidden = !detail.may?.edit || this.#form !== null;
    part(this.#root, "original").href = `/desk/pictures/${detail.hash}/original`;
    part(this.#root, "crops").href = `/desk/pictures/${detail.hash}/crops`;
    if (!this.#form) {
      part(this.#root, "facts").replaceChildren(...sections(detail));
      this.#heard.onShown(detail);
    }
  }

  edit() {
    if (!this.#detail?.may?.edit) {
      return;
    }
    part(this.#root, "edit").hidden = true;
    this.#form = new SheetForm(part(this.#root, "facts"), this.#detail, {
      onSaved: (detail) => {
        this.#form = null;
        this.show(detail);
        this.#heard.onChanged(detail);
        part(this.#root, "edit").focus();
      },
      onLeave: async () => {
        if (await this.mayLeave()) {
          this.show(this.#detail);
          part(this.#root, "edit").focus();
        }
      },
    });
    this.#form.focus();
  }

  save() {
    return this.#form?.save();
  }

  /** Whether what is being written may be left: nothing is, it has been saved, or it is thrown away. */
  async mayLeave() {
    if (this.#form && !this.#form.isClean) {
      const choice = await asked(document.querySelector("[data-dialog='leave']"));
      if (choice === "save") {
        return (await this.#form.save()) === true;
      }
      if (choice !== "drop") {
        return false;
      }
    }
    this.#form = null;
    return true;
  }

  async close() {
    if (this.#root.hidden || !(await this.mayLeave())) {
      return false;
    }
    this.#turn += 1;
    this.#hash = "";
    this.#detail = null;
    this.#root.hidden = true;
    this.#rest.classList.remove("has-panel");
    this.#stand();
    this.#heard.onClose();
    return true;
  }

  /** On a narrow screen the panel is a dialog of its own: what lies below cannot be reached. */
  #stand() {
    const alone = NARROW.matches && !this.#root.hidden;
    this.#root.setAttribute("role", alone ? "dialog" : "region");
    this.#root.toggleAttribute("aria-modal", alone);
    if (alone) {
      this.#root.setAttribute("aria-modal", "true");
    }
    part(this.#rest, "beside").inert = alone;
    document.querySelector(".top").inert = alone;
    document.body.classList.toggle("has-panel-alone", alone);
  }

  #trouble(sentence) {
    const retry = element("button", "button", say("retry"));
    retry.type = "button";
    retry.addEventListener("click", () => this.load({ focus: true }));
    part(this.#root, "title").textContent = say("pictures.panel.trouble");
    part(this.#root, "shot").replaceChildren();
    part(this.#root, "facts").replaceChildren();
    part(this.#root, "acts").hidden = true;
    part(this.#root, "trouble").replaceChildren(element("p", "", sentence), retry);
    part(this.#root, "trouble").hidden = false;
  }

  async #act(act) {
    if (act === "close-panel") {
      this.close();
    } else if (act === "edit-sheet") {
      this.edit();
    } else if (act === "next" || act === "previous") {
      this.#heard.onStep(act === "next" ? 1 : -1);
    } else if (act === "copy-hash") {
      try {
        await navigator.clipboard.writeText(this.#hash);
        announce(say("pictures.hash-copied"));
        notice(say("pictures.hash-copied"), { key: "hash", lasts: 4000 });
      } catch {
        notice(say("pictures.hash", this.#hash), { key: "hash" });
      }
    }
  }
}

function shot(detail) {
  const image = element("img", "");
  image.src = `/desk/pictures/${detail.hash}?w=1080`;
  image.alt = detail.alt || detail.caption || "";
  image.decoding = "async";
  image.width = detail.width || 3;
  image.height = detail.height || 2;
  return image;
}
