// The list of the wire basket: it takes in what is new without moving what an editor looks at.
import { count } from "../words.js";
import { fill, keyOf, rowFor } from "./row.js";

/** Keeps the rows, the selection and the place on the page. */
export class WireList {
  #box;
  #rows;
  #above;
  #items = new Map();
  #selected = null;
  #words = "";
  #onSelect;
  #newAbove = 0;

  constructor(root, { onSelect, onOpen }) {
    this.#box = root.querySelector("[data-scroll]");
    this.#rows = root.querySelector("[data-rows]");
    this.#above = root.querySelector("[data-above]");
    this.#onSelect = onSelect;
    this.#rows.addEventListener("click", (event) => {
      const row = event.target.closest("[data-key]");
      if (row) {
        this.select(row.dataset.key);
        onOpen(this.selected);
      }
    });
    this.#above.addEventListener("click", () => this.#toTop());
    this.#box.addEventListener("scroll", () => this.#box.scrollTop < 8 && this.#forgetAbove(), { passive: true });
  }

  get items() {
    return [...this.#items.values()];
  }

  get selected() {
    return this.#items.get(this.#selected) ?? null;
  }

  get size() {
    return this.#items.size;
  }

  get shown() {
    return this.#visible().length;
  }

  item(key) {
    return this.#items.get(key);
  }

  /** Another tab or section: everything anew. */
  replace(items) {
    this.#items = new Map(items.map((item) => [keyOf(item), item]));
    this.#rows.replaceChildren(...items.map(rowFor));
    this.#box.scrollTop = 0;
    this.#forgetAbove();
    this.#filterRows();
    const first = this.#visible()[0]?.dataset.key ?? null;
    this.select(this.#items.has(this.#selected) ? this.#selected : first);
  }

  /** Older ones, at the end. */
  append(items) {
    const fresh = items.filter((item) => !this.#items.has(keyOf(item)));
    for (const item of fresh) {
      this.#items.set(keyOf(item), item);
    }
    this.#rows.append(...fresh.map(rowFor));
    this.#filterRows();
  }

  /**
   * The newest page as the newsroom has it now: new ones come in on top, changed ones are written anew in their place,
   * those that have left go. `reachesEnd` says that the page holds everything there is.
   */
  refresh(items, reachesEnd) {
    const anchor = this.#anchor();
    const atTop = this.#box.scrollTop < 8;
    const known = new Set(this.#items.keys());
    const newest = new Map(items.map((item) => [keyOf(item), item]));
    const oldest = items.length ? Math.min(...items.map((item) => Number(item.position))) : Infinity;
    for (const [key, item] of this.#items) {
      const covered = reachesEnd || Number(item.position) >= oldest;
      if (covered && !newest.has(key)) {
        this.#drop(key);
      }
    }
    let arrived = 0;
    const merged = [...newest.values(), ...[...this.#items.values()].filter((item) => !newest.has(keyOf(item)))].sort(
      (one, other) => Number(other.position) - Number(one.position),
    );
    let before = this.#rows.firstElementChild;
    for (const item of merged) {
      const key = keyOf(item);
      let row = this.#row(key);
      const moved = row && Number(this.#items.get(key)?.position) !== Number(item.position);
      if (!row) {
        row = rowFor(item);
        if (!known.has(key)) {
          row.classList.add("is-new");
          arrived += 1;
        }
      } else if (newest.has(key)) {
        fill(row, item);
      }
      if (moved) {
        row.classList.add("is-new");
        arrived += 1;
      }
      if (row === before) {
        before = before.nextElementSibling;
      } else {
        this.#rows.insertBefore(row, before);
      }
    }
    this.#items = new Map(merged.map((item) => [keyOf(item), item]));
    this.#filterRows();
    this.#mark();
    if (!atTop) {
      this.#hold(anchor);
      this.#newAbove += arrived;
      this.#above.hidden = this.#newAbove === 0;
      this.#above.textContent = count("wire.above", this.#newAbove);
    }
    if (!this.#selected) {
      this.select(this.#visible()[0]?.dataset.key ?? null);
    }
    return arrived;
  }

  /** Takes an item off the list and goes on to its neighbour. */
  remove(key) {
    const next = this.#selected === key ? (this.#neighbour(key, 1) ?? this.#neighbour(key, -1)) : this.#selected;
    this.#drop(key);
    this.select(next);
  }

  #drop(key) {
    if (key === this.#selected) {
      this.#selected = this.#neighbour(key, 1) ?? this.#neighbour(key, -1);
      queueMicrotask(() => this.#onSelect(this.selected));
    }
    this.#row(key)?.remove();
    this.#items.delete(key);
  }

  /** Marks one row as the one the keys speak about. */
  select(key) {
    const before = this.#selected;
    this.#selected = key && this.#items.has(key) ? key : null;
    this.#mark();
    this.#row(this.#selected)?.scrollIntoView({ block: "nearest" });
    if (this.#selected !== before || key === null) {
      this.#onSelect(this.selected);
    }
  }

  /** Moves the selection by so many rows. */
  move(steps) {
    const rows = this.#visible();
    if (rows.length === 0) {
      return;
    }
    const at = rows.findIndex((row) => row.dataset.key === this.#selected);
    const to = Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + steps));
    this.select(rows[to].dataset.key);
  }

  /** Shows only rows with all these words. */
  filter(words) {
    this.#words = words.trim().toLocaleLowerCase();
    this.#filterRows();
    const rows = this.#visible();
    if (!rows.some((row) => row.dataset.key === this.#selected)) {
      this.select(rows[0]?.dataset.key ?? null);
    }
  }

  focus() {
    this.#rows.focus({ preventScroll: true });
  }

  #filterRows() {
    const words = this.#words.split(/\s+/).filter(Boolean);
    for (const row of this.#rows.children) {
      const text = row.textContent.toLocaleLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  }

  #mark() {
    for (const row of this.#rows.children) {
      const now = row.dataset.key === this.#selected;
      row.setAttribute("aria-selected", String(now));
      if (now) {
        this.#rows.setAttribute("aria-activedescendant", row.id);
      }
    }
    if (!this.#selected) {
      this.#rows.removeAttribute("aria-activedescendant");
    }
  }

  #anchor() {
    const row = this.#row(this.#selected) ?? this.#rows.firstElementChild;
    return row && { key: row.dataset.key, top: row.getBoundingClientRect().top };
  }

  #hold(anchor) {
    const row = anchor && this.#row(anchor.key);
    if (row) {
      this.#box.scrollTop += row.getBoundingClientRect().top - anchor.top;
    }
  }

  #toTop() {
    this.#box.scrollTo({ top: 0 });
    this.#forgetAbove();
    this.focus();
  }

  #forgetAbove() {
    this.#newAbove = 0;
    this.#above.hidden = true;
  }

  #visible() {
    return [...this.#rows.children].filter((row) => !row.hidden);
  }

  #neighbour(key, step) {
    const rows = this.#visible();
    const at = rows.findIndex((row) => row.dataset.key === key);
    return rows[at + step]?.dataset.key ?? null;
  }

  #row(key) {
    return key === null ? null : ([...this.#rows.children].find((row) => row.dataset.key === key) ?? null);
  }
}
