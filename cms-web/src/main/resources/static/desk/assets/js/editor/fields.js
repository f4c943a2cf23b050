// The fields above the text: headline to bylines.
import { say } from "../words.js";
import { joined, names, orNull } from "./names.js";

const grows = CSS.supports("field-sizing", "content");

/** Writes a story into the fields and reads it out of them. */
export class Fields {
  #form;
  #group;
  #content = {};

  constructor(form, { onChange, onBlur }) {
    this.#form = form;
    this.#group = form.querySelector("[data-fields]");
    this.#group.addEventListener("input", (event) => {
      this.#dress(event.target);
      onChange();
    });
    this.#group.addEventListener("focusout", onBlur);
    this.#group.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.target.matches("input, [data-one-line]")) {
        event.preventDefault();
      }
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  set editable(editable) {
    this.#group.disabled = !editable;
  }

  /** Shows the fields of a story. */
  show(content) {
    this.#content = content;
    const dateline = content.dateline ?? {};
    this.#set("headline", content.headline);
    this.#set("standfirst", content.standfirst);
    this.#set("kicker", content.kicker);
    this.#set("slugline", content.slugline);
    this.#set("place", dateline.place);
    this.#set("agency", dateline.agency);
    this.#set("bylines", joined(content.bylines));
    this.#choose("section", content.section ?? "");
    this.#choose("urgency", content.urgency === null || content.urgency === undefined ? "" : String(content.urgency));
  }

  /** What the fields hold now. */
  read() {
    const was = this.#content;
    return {
      headline: this.#line("headline"),
      standfirst: this.#line("standfirst"),
      kicker: this.#line("kicker"),
      slugline: this.#line("slugline"),
      section: this.#value("section"),
      urgency: this.#value("urgency") === "" ? null : Number(this.#value("urgency")),
      dateline: { day: null, ...was.dateline, place: orNull(this.#value("place")), agency: orNull(this.#value("agency")) },
      bylines: names(this.#value("bylines"), was.bylines),
    };
  }

  #control(name) {
    return this.#form.elements.namedItem(name);
  }

  #value(name) {
    return this.#control(name).value;
  }

  #line(name) {
    return this.#value(name).replace(/\s*\n\s*/g, " ").trim();
  }

  #set(name, value) {
    const control = this.#control(name);
    control.value = value ?? "";
    this.#dress(control);
  }

  // A section the newspaper no longer has stays readable until somebody chooses another.
  #choose(name, value) {
    const select = this.#control(name);
    select.querySelector("[data-gone]")?.remove();
    if (![...select.options].some((option) => option.value === value)) {
      const gone = new Option(value, value);
      gone.dataset.gone = "";
      select.add(gone);
    }
    select.value = value;
  }

  #dress(control) {
    if (control.dataset.longest) {
      const longest = Number(control.dataset.longest);
      const length = [...control.value.trim()].length;
      const count = control.closest(".field").querySelector("[data-count]");
      count.textContent = say("editor.count", length, longest);
      count.classList.toggle("is-over", length > longest);
    }
    if (!grows && control.tagName === "TEXTAREA") {
      control.style.blockSize = "auto";
      control.style.blockSize = `${control.scrollHeight + 2}px`;
    }
  }
}
