// The form in which a picture's sheet is written. Two who write at once lose nothing: only fields that both have changed
// ask for a choice, everything else comes together by itself.
import { announce } from "../announce.js";
import { element } from "../elements.js";
import { clearFaults, showFaults } from "../intake/forms.js";
import { get, put } from "../newsroom.js";
import { say } from "../words.js";
import { GROUPS, KINDS, fieldBox, sameValue, valueInWords, valueOf } from "./fields.js";

/** A form for one picture. `onSaved(detail)` and `onLeave()` tell what became of it. */
export class SheetForm {
  #form;
  #hash;
  #version;
  #base;
  #asRead;
  #boxes = new Map();
  #told = element("div", "sheet-told");
  #save = element("button", "button is-primary", say("pictures.form.save"));
  #heard;

  constructor(place, detail, heard) {
    this.#hash = detail.hash;
    this.#version = detail.version;
    this.#base = detail.sheet;
    this.#asRead = detail.asRead ?? {};
    this.#heard = heard;
    this.#form = element("form", "sheet-form");
    this.#form.noValidate = true;
    this.#form.setAttribute("aria-label", say("pictures.form"));
    this.#told.setAttribute("role", "alert");
    for (const [group, fields] of Object.entries(GROUPS)) {
      this.#form.append(this.#group(group, fields));
    }
    const leave = element("button", "button", say("pictures.form.leave"));
    leave.type = "button";
    leave.addEventListener("click", () => heard.onLeave());
    this.#form.append(element("div", "sheet-acts", this.#told, this.#save, leave));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    place.replaceChildren(this.#form);
  }

  focus(field = "headline") {
    this.#boxes.get(field)?.querySelector("input, textarea, select")?.focus();
  }

  /** What has been changed, by field. */
  get changes() {
    const changed = [...this.#boxes].filter(([name, box]) => !sameValue(box.value, valueOf(this.#base, name)));
    return Object.fromEntries(changed.map(([name, box]) => [name, name === "taken" && box.value === "" ? null : box.value]));
  }

  get isClean() {
    return Object.keys(this.changes).length === 0;
  }

  async save() {
    if (this.#save.getAttribute("aria-busy") === "true") {
      return false;
    }
    const changes = this.changes;
    clearFaults(this.#form);
    this.#told.replaceChildren();
    if (Object.keys(changes).length === 0) {
      this.#heard.onLeave();
      return true;
    }
    this.#save.setAttribute("aria-busy", "true");
    try {
      await put(address(this.#hash), { version: this.#version, changes });
      const detail = await get(address(this.#hash));
      this.#base = detail.sheet;
      this.#heard.onSaved(detail);
      announce(say("pictures.form.saved"));
      return true;
    } catch (problem) {
      await this.#refused(problem);
      return false;
    } finally {
      this.#save.removeAttribute("aria-busy");
    }
  }

  async #refused(problem) {
    const faults = problem.problem?.faults ?? [];
    if (problem.status === 409) {
      try {
        this.#together(await get(address(this.#hash)));
        return;
      } catch (other) {
        this.#tell(other.sentence ?? say("problem.page"));
        return;
      }
    }
    const homeless = showFaults(this.#form, faults);
    const sentences = faults.length === 0 ? [problem.sentence ?? say("problem.page")] : homeless;
    sentences.forEach((sentence) => this.#tell(sentence));
  }

  /** Takes in what somebody else has saved meanwhile; what was typed here stays. */
  #together(detail) {
    const both = [];
    const taken = [];
    for (const [name, box] of this.#boxes) {
      const before = valueOf(this.#base, name);
      const theirs = valueOf(detail.sheet, name);
      const mine = box.value;
      if (sameValue(theirs, before) || sameValue(theirs, mine)) {
        continue;
      }
      if (sameValue(mine, before)) {
        box.value = theirs;
        taken.push(say(`pictures.field.${name}`));
      } else {
        both.push(name);
        this.#offer(name, box, theirs, detail.history?.[0]?.by ?? "");
      }
    }
    this.#base = detail.sheet;
    this.#version = detail.version;
    const by = detail.history?.[0]?.by ?? "";
    const words = [say("pictures.conflict", by)];
    if (taken.length > 0) {
      words.push(say("pictures.conflict.taken", taken.join(", ")));
    }
    words.push(say(both.length > 0 ? "pictures.conflict.choose" : "pictures.conflict.save"));
    this.#tell(words.join(" "), "is-warning");
    if (both.length > 0) {
      this.focus(both[0]);
    }
  }

  /** Where the file says something else, its words can be had back. */
  #offerFile(name, box) {
    const file = valueOf(this.#asRead, name);
    if (file.length === 0 || file === 0 || sameValue(file, box.value)) {
      return;
    }
    const back = element("button", "button is-quiet as-read", say("pictures.form.as-read", valueInWords(name, file)));
    back.type = "button";
    back.addEventListener("click", () => {
      box.value = file;
      back.remove();
      this.focus(name);
    });
    box.append(back);
  }

  #offer(name, box, theirs, by) {
    const told = element("div", "field-problem", element("span", "", say("pictures.conflict.field", by, valueInWords(name, theirs))), " ");
    told.dataset.told = "";
    const take = element("button", "button", say("pictures.conflict.take"));
    take.type = "button";
    take.addEventListener("click", () => {
      box.value = theirs;
      told.remove();
      this.focus(name);
    });
    told.append(take);
    box.append(told);
  }

  #tell(sentence, kind = "is-problem") {
    this.#told.append(element("p", `sentence ${kind}`, sentence));
  }

  #group(group, fields) {
    const boxes = Object.keys(fields).map((name) => {
      const box = fieldBox(name, { value: valueOf(this.#base, name) });
      this.#boxes.set(name, box);
      this.#offerFile(name, box);
      return box;
    });
    return element("fieldset", "plain sheet-group", element("legend", "label", say(`pictures.group.${group}`)), element("div", "sheet-fields", ...boxes));
  }
}

/** Where a picture's sheet is had and written. */
export const address = (hash) => `/desk/api/pictures/${encodeURIComponent(hash)}`;

/** Whether a field of this name is known here. */
export const isField = (name) => name in KINDS;
