// Which part of the basket is looked at: its tab, its section, its desk. The address bar remembers them.
import { element } from "../elements.js";
import { say } from "../words.js";

const PARTS = ["taken", "dropped", "expired", "all"];

export class Filters {
  #root;
  #desks;
  #onChange;

  constructor(root, onChange) {
    this.#root = root;
    this.#desks = root.querySelector("[data-desk-select]");
    this.#onChange = onChange;
    const chosen = new URLSearchParams(location.search);
    this.show = PARTS.includes(chosen.get("show")) ? chosen.get("show") : "untaken";
    this.section = chosen.get("section") ?? "";
    this.desk = chosen.get("desk") ?? "";
    root.addEventListener("click", (event) => this.#clicked(event));
    root.querySelector("[data-section-select]").addEventListener("change", (event) => {
      this.section = event.target.value;
      this.#onChange();
    });
    this.#desks.addEventListener("change", () => {
      this.desk = this.#desks.value;
      this.#onChange();
    });
  }

  /** What the newsroom is asked. */
  query(more = {}) {
    return new URLSearchParams({ show: this.show, ...this.#chosen(), ...more });
  }

  /** Offers the desks that have something; the chosen one stays even when it is empty. */
  offerDesks(names) {
    const all = [...new Set([...names, ...(this.desk ? [this.desk] : [])])].sort();
    this.#desks.replaceChildren(option("", say("wire.all-desks")), ...all.map((name) => option(name, name)));
    this.#desks.value = this.desk;
    this.#desks.closest("label").hidden = all.length === 0;
  }

  /** Shows what is chosen. */
  mark() {
    for (const tab of this.#root.querySelectorAll("[data-show]")) {
      tab.setAttribute("aria-pressed", String(tab.dataset.show === this.show));
    }
    for (const button of this.#root.querySelectorAll("[data-section]")) {
      button.setAttribute("aria-pressed", String(button.dataset.section === this.section));
    }
    this.#root.querySelector("[data-section-select]").value = this.section;
    const address = new URLSearchParams(this.#chosen());
    if (this.show !== "untaken") {
      address.set("show", this.show);
    }
    history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
  }

  #chosen() {
    return { ...(this.section ? { section: this.section } : {}), ...(this.desk ? { desk: this.desk } : {}) };
  }

  #clicked(event) {
    const tab = event.target.closest("[data-show]");
    const section = event.target.closest("[data-section]");
    if (tab) {
      this.show = tab.dataset.show;
      this.#onChange();
    } else if (section) {
      this.section = section.dataset.section;
      this.#onChange();
    }
  }
}

function option(value, words) {
  const made = element("option", "", words);
  made.value = value;
  return made;
}
