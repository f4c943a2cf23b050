// The search box of the picture desk with its filters, each of them a chip that can be taken off.
import { calmly, element, part } from "../elements.js";
import { say } from "../words.js";
import { printedDay } from "./days.js";
import { EVERYTHING, FILTERS, narrowed, written } from "./query.js";

/** Where one says what is looked for. `onChange(query, {typing})` is told of every change. */
export class PictureSearch {
  #root;
  #input;
  #onChange;
  #query = { ...EVERYTHING };

  constructor(root, onChange) {
    this.#root = root;
    this.#input = part(root, "search");
    this.#onChange = onChange;
    const soon = calmly(() => this.#typed(this.#input.value, true), 250);
    this.#input.addEventListener("input", soon);
    this.#input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        soon.cancel();
        this.#typed(`${this.#input.value} `, false);
      } else if (event.key === "Backspace" && this.#input.value === "") {
        this.#takeOff(FILTERS.findLast((name) => this.#query[name] !== ""));
      }
    });
    root.addEventListener("click", (event) => this.#clicked(event));
    root.addEventListener("change", (event) => {
      const name = event.target.dataset.filter;
      if (name) {
        this.#set({ [name]: event.target.value.trim() });
      }
    });
    part(root, "filters").addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        part(root, "filters").open = false;
        part(root, "filters").querySelector("summary").focus();
      }
    });
    document.addEventListener("click", (event) => {
      if (!part(root, "filters").contains(event.target)) {
        part(root, "filters").open = false;
      }
    });
  }

  get query() {
    return this.#query;
  }

  set query(query) {
    this.#query = { ...query };
    this.#input.value = query.q;
    this.#draw();
  }

  focus() {
    this.#input.focus();
    this.#input.select();
  }

  #typed(text, typing) {
    const { q, filters } = written(text);
    if (Object.keys(filters).length > 0) {
      this.#input.value = q;
    }
    this.#set({ q: q.trim(), ...filters }, typing);
  }

  #set(changes, typing = false) {
    const query = { ...this.#query, ...changes };
    const changed = Object.keys(query).some((name) => query[name] !== this.#query[name]);
    this.#query = query;
    this.#draw();
    if (changed || !typing) {
      this.#onChange(query, { typing });
    }
  }

  #takeOff(name) {
    if (name) {
      this.#set({ [name]: "" });
    }
  }

  #clicked(event) {
    const off = event.target.closest("[data-takes-off]");
    const used = event.target.closest("[data-used]");
    if (off) {
      const chips = [...part(this.#root, "chips").querySelectorAll("[data-takes-off]")];
      const at = chips.indexOf(off);
      this.#takeOff(off.dataset.takesOff);
      const left = part(this.#root, "chips").querySelectorAll("[data-takes-off]");
      (left[Math.min(at, left.length - 1)] ?? this.#input).focus();
    } else if (used) {
      this.#set({ used: used.dataset.used });
    } else if (event.target.closest("[data-part='clear']")) {
      this.#input.value = "";
      this.#set({ ...EVERYTHING });
      this.#input.focus();
    }
  }

  #draw() {
    for (const button of this.#root.querySelectorAll("[data-used]")) {
      button.setAttribute("aria-pressed", String(button.dataset.used === this.#query.used));
    }
    for (const field of this.#root.querySelectorAll("[data-filter]")) {
      field.value = this.#query[field.dataset.filter];
    }
    const set = FILTERS.filter((name) => this.#query[name] !== "");
    const hidden = set.filter((name) => name !== "used").length;
    part(this.#root, "filter-count").textContent = hidden > 0 ? String(hidden) : "";
    part(this.#root, "chips").replaceChildren(...set.map((name) => chip(name, this.#query[name])));
    part(this.#root, "clear").hidden = narrowed(this.#query) === 0 && this.#query.q === "";
  }
}

function chip(name, value) {
  const words = say(`pictures.chip.${name}`, shown(name, value));
  const off = element("button", "chip-off", "×");
  off.type = "button";
  off.dataset.takesOff = name;
  off.setAttribute("aria-label", say("chips.remove", words));
  return element("li", "chip-word", element("span", "", words), off);
}

function shown(name, value) {
  if (name === "used" || name === "rights") {
    return say(`pictures.${name}.${value}`);
  }
  return name === "from" || name === "to" ? printedDay(value) : value;
}
