// A field of several words: each a chip that can be taken off, with the keyboard as with the mouse.
import { announce } from "../announce.js";
import { element } from "../elements.js";
import { say } from "../words.js";

let numbered = 0;

/** Makes a field of chips of the box that holds its label. `choices` are `{value, name}` to pick from. */
export class Chips {
  #box;
  #list = element("ul", "chips-list");
  #input = element("input");
  #choices = [];
  #values = [];
  #changed;
  #name;

  constructor(box, { name = (value) => value, hint = "", readOnly = false, changed }) {
    this.#box = box;
    this.#name = name;
    this.#changed = changed;
    const field = element("div", "chips", this.#list, this.#input);
    this.#input.type = "text";
    this.#input.id = box.querySelector("label").htmlFor;
    this.#input.disabled = readOnly;
    this.#input.placeholder = readOnly ? "" : hint;
    this.#input.autocomplete = "off";
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("input", () => this.#picked());
    this.#input.addEventListener("blur", () => this.#add(this.#input.value));
    field.addEventListener("click", (event) => event.target === field && this.#input.focus());
    box.append(field);
  }

  /** What may be picked; anything else can be written where `only` is not set. */
  offer(choices) {
    this.#choices = choices;
    const list = element("datalist", "", ...choices.map((choice) => {
      const option = element("option");
      option.value = choice.name;
      return option;
    }));
    list.id = `chips-choices-${++numbered}`;
    this.#box.querySelector("datalist")?.remove();
    this.#box.append(list);
    this.#input.setAttribute("list", list.id);
    this.#draw();
  }

  get values() {
    return [...this.#values];
  }

  set values(values) {
    this.#values = [...values];
    this.#draw();
  }

  #key(event) {
    if ((event.key === "Enter" || event.key === ",") && this.#input.value.trim() !== "") {
      event.preventDefault();
      this.#add(this.#input.value);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
    } else if (event.key === "Backspace" && this.#input.value === "" && this.#values.length > 0) {
      this.#remove(this.#values.length - 1, this.#input);
    }
  }

  /** A choice of the list is taken at once. */
  #picked() {
    if (this.#choices.some((choice) => choice.name === this.#input.value)) {
      this.#add(this.#input.value);
    }
  }

  #add(written) {
    const words = written.trim().replace(/,$/, "").trim();
    if (words === "") {
      return;
    }
    this.#input.value = "";
    const known = this.#choices.find((choice) => choice.name.toLowerCase() === words.toLowerCase() || choice.value === words);
    const value = known?.value ?? words;
    if (!this.#values.includes(value)) {
      this.#values.push(value);
      this.#draw();
      announce(say("chips.added", this.#called(value)));
      this.#changed();
    }
  }

  #remove(at, focus) {
    const [gone] = this.#values.splice(at, 1);
    this.#draw();
    announce(say("chips.removed", this.#called(gone)));
    (focus ?? this.#list.querySelectorAll("button")[Math.min(at, this.#values.length - 1)] ?? this.#input).focus();
    this.#changed();
  }

  #called(value) {
    return this.#choices.find((choice) => choice.value === value)?.name ?? this.#name(value);
  }

  #draw() {
    this.#list.replaceChildren(
      ...this.#values.map((value, at) => {
        const button = element("button", "chip-off", "×");
        button.type = "button";
        button.disabled = this.#input.disabled;
        button.setAttribute("aria-label", say("chips.remove", this.#called(value)));
        button.addEventListener("click", () => this.#remove(at));
        return element("li", "chip-word", element("span", "", this.#called(value)), button);
      }),
    );
  }
}
