// The contact sheet: pictures close together, moved through with the arrow keys, chosen one by one or many at once.
import { fromTemplate, part } from "../elements.js";
import { say } from "../words.js";
import { badges } from "./badges.js";
import { printedDay } from "./days.js";

/** A grid of pictures (ARIA grid): one cell can be reached with Tab, the arrow keys lead on from there. */
export class PictureGrid {
  #box;
  #heard;
  #pictures = [];
  #cells = [];
  #columns = 0;
  #current = 0;
  #anchor = 0;
  #base = new Set();
  #selected = new Set();

  /** `onOpen(picture)`, `onSelection(hashes)`; `onEnd()` when the last row is reached. */
  constructor(box, heard) {
    this.#box = box;
    this.#heard = heard;
    box.addEventListener("keydown", (event) => this.#key(event));
    box.addEventListener("click", (event) => this.#click(event));
    box.addEventListener("mousedown", (event) => event.shiftKey && event.preventDefault());
    box.addEventListener("focusin", (event) => this.#reached(event.target.closest(".contact")));
    new ResizeObserver(() => this.#lay()).observe(box);
  }

  get pictures() {
    return this.#pictures;
  }

  get selected() {
    return this.#pictures.filter((picture) => this.#selected.has(picture.hash));
  }

  get current() {
    return this.#pictures[this.#current] ?? null;
  }

  /** Other pictures, or the same ones as they are now; those that are chosen and still there stay chosen. */
  show(pictures) {
    const had = this.#box.contains(document.activeElement);
    const current = this.current?.hash;
    const known = new Map(this.#cells.map((cell) => [cell.dataset.hash, cell]));
    this.#pictures = pictures;
    this.#cells = pictures.map((picture) => fill(known.get(picture.hash) ?? fromTemplate("contact"), picture));
    const at = pictures.findIndex((picture) => picture.hash === current);
    this.#current = Math.max(0, at);
    this.#anchor = this.#current;
    this.#columns = 0;
    this.#lay();
    this.#choose(new Set(pictures.map((picture) => picture.hash).filter((hash) => this.#selected.has(hash))));
    this.#rove();
    if (had) {
      this.focus();
    }
  }

  /** More of them, at the end. */
  append(pictures) {
    const known = new Set(this.#pictures.map((picture) => picture.hash));
    const fresh = pictures.filter((picture) => !known.has(picture.hash));
    this.#pictures = [...this.#pictures, ...fresh];
    this.#cells.push(...fresh.map((picture) => fill(fromTemplate("contact"), picture)));
    this.#lay();
    this.#rove();
  }

  /** One picture as it is now. */
  refresh(picture) {
    const at = this.#pictures.findIndex((one) => one.hash === picture.hash);
    if (at >= 0) {
      this.#pictures[at] = { ...this.#pictures[at], ...picture };
      fill(this.#cells[at], this.#pictures[at]);
    }
  }

  /** Marks the one that is open beside the grid. */
  mark(hash) {
    for (const cell of this.#cells) {
      cell.classList.toggle("is-open", cell.dataset.hash === hash);
    }
    const at = this.#pictures.findIndex((picture) => picture.hash === hash);
    if (at >= 0) {
      this.#current = at;
      this.#rove();
    }
  }

  /** The neighbour of the current one, made current without taking the focus. */
  step(by) {
    const to = Math.min(this.#pictures.length - 1, Math.max(0, this.#current + by));
    if (to === this.#current || this.#pictures.length === 0) {
      return null;
    }
    this.#current = to;
    this.#anchor = to;
    this.#rove();
    this.#cells[to].scrollIntoView({ block: "nearest" });
    this.#nearEnd();
    return this.current;
  }

  focus() {
    this.#cells[this.#current]?.focus({ preventScroll: false });
  }

  clear() {
    this.#choose(new Set());
  }

  selectAll() {
    this.#choose(new Set(this.#pictures.map((picture) => picture.hash)));
  }

  #key(event) {
    const mod = event.ctrlKey || event.metaKey;
    const rows = Math.max(1, Math.floor(window.innerHeight / Math.max(1, this.#cells[0]?.offsetHeight ?? 1)) - 1);
    const first = this.#current - (this.#current % this.#columns);
    const to = {
      ArrowRight: this.#current + 1,
      ArrowLeft: this.#current - 1,
      ArrowDown: this.#current + this.#columns,
      ArrowUp: this.#current - this.#columns,
      PageDown: this.#current + rows * this.#columns,
      PageUp: this.#current - rows * this.#columns,
      Home: mod ? 0 : first,
      End: mod ? this.#cells.length - 1 : first + this.#columns - 1,
    }[event.key];
    if (event.altKey || this.#cells.length === 0) {
      return;
    }
    if (to !== undefined) {
      this.#move(to, event);
    } else if (event.key === " ") {
      event.shiftKey ? this.#extend(this.#current) : this.#toggle(this.#current);
    } else if (mod && event.key.toLowerCase() === "a") {
      this.selectAll();
    } else if (event.key === "Enter" && !mod) {
      this.#heard.onOpen(this.current, { byKey: true });
    } else if (event.key === "Escape" && this.#selected.size > 0) {
      this.clear();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  }

  #move(to, { shiftKey, key }) {
    if (to < 0 && key === "ArrowUp") {
      return;
    }
    const target = Math.min(this.#cells.length - 1, Math.max(0, to));
    if (shiftKey) {
      this.#extend(target);
    } else {
      this.#anchor = target;
      this.#base = new Set(this.#selected);
    }
    this.#current = target;
    this.#rove();
    this.focus();
    this.#nearEnd();
  }

  #click(event) {
    const cell = event.target.closest(".contact");
    const at = this.#cells.indexOf(cell);
    if (at < 0) {
      return;
    }
    this.#current = event.shiftKey ? this.#current : at;
    if (event.shiftKey) {
      this.#extend(at);
      this.#current = at;
    } else if (event.ctrlKey || event.metaKey || event.target.closest("[data-part='tick']")) {
      this.#toggle(at);
    } else {
      this.#anchor = at;
      this.#base = new Set(this.#selected);
      this.#heard.onOpen(this.#pictures[at], { byKey: false });
    }
    this.#rove();
  }

  #toggle(at) {
    const chosen = new Set(this.#selected);
    const { hash } = this.#pictures[at];
    if (!chosen.delete(hash)) {
      chosen.add(hash);
    }
    this.#anchor = at;
    this.#choose(chosen);
    this.#base = new Set(chosen);
  }

  /** From where the choosing began to here, beside what was chosen before. */
  #extend(to) {
    const [from, until] = [Math.min(this.#anchor, to), Math.max(this.#anchor, to)];
    this.#choose(new Set([...this.#base, ...this.#pictures.slice(from, until + 1).map((picture) => picture.hash)]));
  }

  #choose(chosen) {
    const before = this.#selected;
    this.#selected = chosen;
    for (const cell of this.#cells) {
      cell.setAttribute("aria-selected", String(chosen.has(cell.dataset.hash)));
    }
    if (chosen.size === 0) {
      this.#base = new Set();
    }
    if (before.size !== chosen.size || [...chosen].some((hash) => !before.has(hash))) {
      this.#heard.onSelection?.(this.selected);
    }
  }

  #reached(cell) {
    const at = this.#cells.indexOf(cell);
    if (at >= 0 && at !== this.#current) {
      this.#current = at;
      this.#rove();
    }
  }

  #rove() {
    this.#cells.forEach((cell, at) => (cell.tabIndex = at === this.#current ? 0 : -1));
  }

  #nearEnd() {
    if (this.#current >= this.#cells.length - this.#columns) {
      this.#heard.onEnd?.();
    }
  }

  /** Puts the cells into rows of as many as stand beside each other on this screen. */
  #lay() {
    if (this.#box.clientWidth === 0) {
      return;
    }
    const columns = Math.max(1, getComputedStyle(this.#box).gridTemplateColumns.split(" ").length);
    const had = this.#box.contains(document.activeElement) ? document.activeElement : null;
    const rows = [...this.#box.children];
    const whole = columns === this.#columns ? Math.max(0, rows.length - 1) : 0;
    this.#columns = columns;
    const made = rows.slice(0, whole);
    for (let at = whole * columns; at < this.#cells.length; at += columns) {
      const row = document.createElement("div");
      row.className = "contact-row";
      row.setAttribute("role", "row");
      row.append(...this.#cells.slice(at, at + columns));
      made.push(row);
    }
    this.#box.replaceChildren(...made);
    this.#box.setAttribute("aria-colcount", columns);
    if (had?.isConnected) {
      had.focus({ preventScroll: true });
    }
  }
}

function fill(cell, picture) {
  const title = firstLine(picture);
  const facts = [printedDay(picture.taken), picture.place].filter(Boolean);
  if (cell.dataset.hash !== picture.hash) {
    cell.dataset.hash = picture.hash;
    const image = part(cell, "image");
    image.width = picture.width || 3;
    image.height = picture.height || 2;
    image.addEventListener("load", () => image.closest(".contact-frame").classList.add("is-here"));
    image.addEventListener("error", () => image.closest(".contact-frame").classList.add("is-gone"));
    image.src = `/desk/pictures/${picture.hash}?w=320`;
  }
  part(cell, "title").textContent = title;
  part(cell, "title").title = title;
  part(cell, "credit").textContent = picture.credit || say("pictures.no-credit");
  part(cell, "facts").textContent = facts.join(" · ");
  part(cell, "badges").replaceChildren(...badges(picture));
  cell.classList.toggle("is-down", picture.rights?.state === "taken-down");
  return cell;
}

/** What a picture is called where there is one line. */
export function firstLine(picture) {
  return (picture.headline || (picture.caption ?? "").split("\n")[0] || say("pictures.no-caption")).trim();
}
