// The pictures that are looked for, page by page, with what is said while they come and when they do not.
import { announce } from "../announce.js";
import { element, part } from "../elements.js";
import { get } from "../newsroom.js";
import { count, say } from "../words.js";
import { number } from "./days.js";
import { narrowed, parameters } from "./query.js";

const STEP = 60;

/** Fills a grid with what the newsroom finds. */
export class PictureList {
  #root;
  #grid;
  #query = null;
  #next = null;
  #total = 0;
  #turn = 0;
  #busy = false;
  #trouble = false;

  constructor(root, grid) {
    this.#root = root;
    this.#grid = grid;
    part(root, "more").addEventListener("click", () => this.more({ byHand: true }));
    part(root, "found").addEventListener("click", (event) => event.target.closest("button") && this.load(this.#query));
    new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.more(), { rootMargin: "800px" }).observe(part(root, "end"));
  }

  get total() {
    return this.#total;
  }

  /** Looks anew. */
  async load(query) {
    const mine = ++this.#turn;
    this.#query = query;
    this.#root.setAttribute("aria-busy", "true");
    part(this.#root, "skeleton").hidden = this.#grid.pictures.length > 0;
    part(this.#root, "found").hidden = true;
    try {
      const page = await this.#page("", STEP);
      if (mine !== this.#turn) {
        return;
      }
      this.#trouble = false;
      this.#take(page);
      this.#grid.show(page.pictures);
      this.#tell();
      announce(part(this.#root, "count").textContent);
    } catch (problem) {
      if (mine === this.#turn) {
        this.#failed(problem);
      }
    } finally {
      if (mine === this.#turn) {
        this.#root.removeAttribute("aria-busy");
        part(this.#root, "skeleton").hidden = true;
      }
    }
  }

  /** The next page, once there is one and nobody is fetching it. */
  async more({ byHand = false } = {}) {
    const button = part(this.#root, "more");
    if (this.#busy || !this.#next || (this.#trouble && !byHand) || this.#root.getAttribute("aria-busy") === "true") {
      return;
    }
    const mine = this.#turn;
    const from = this.#grid.pictures.length;
    this.#busy = true;
    button.setAttribute("aria-busy", "true");
    try {
      const page = await this.#page(this.#next, STEP);
      if (mine === this.#turn) {
        this.#trouble = false;
        this.#take(page);
        this.#grid.append(page.pictures);
        this.#tell();
        announce(count("pictures.more-here", this.#grid.pictures.length - from));
      }
    } catch (problem) {
      this.#trouble = true;
      part(this.#root, "more-trouble").textContent = problem.sentence ?? say("problem.page");
      part(this.#root, "more-trouble").hidden = false;
    } finally {
      this.#busy = false;
      button.removeAttribute("aria-busy");
    }
  }

  /** The same pictures as they are now: nobody loses their place. */
  async refresh() {
    if (this.#query === null || this.#root.getAttribute("aria-busy") === "true") {
      return;
    }
    const mine = ++this.#turn;
    const wanted = Math.max(STEP, this.#grid.pictures.length);
    try {
      let pictures = [];
      let page = null;
      do {
        page = await this.#page(page ? cursor(page) : "", STEP);
        pictures = [...pictures, ...page.pictures];
      } while (pictures.length < wanted && cursor(page));
      if (mine === this.#turn) {
        this.#take(page);
        this.#grid.show(pictures);
        this.#tell();
      }
    } catch (problem) {
      if (mine === this.#turn && this.#grid.pictures.length === 0) {
        this.#failed(problem);
      }
    }
  }

  #page(before, limit) {
    const asked = parameters(this.#query);
    asked.set("limit", limit);
    if (before) {
      asked.set("before", before);
    }
    return get(`/desk/api/pictures?${asked}`);
  }

  #take(page) {
    this.#next = cursor(page);
    this.#total = page.total;
  }

  #tell() {
    const none = this.#grid.pictures.length === 0;
    part(this.#root, "count").textContent = say(this.#total === 1 ? "pictures.count.one" : "pictures.count.many", number(this.#total));
    part(this.#root, "more").hidden = !this.#next;
    part(this.#root, "more-trouble").hidden = true;
    const looked = narrowed(this.#query) > 0 || this.#query.q !== "";
    this.#say(none ? say(looked ? "pictures.none" : "pictures.empty") : "");
  }

  #failed(problem) {
    this.#next = null;
    this.#grid.show([]);
    part(this.#root, "count").textContent = "";
    part(this.#root, "more").hidden = true;
    const retry = element("button", "button", say("retry"));
    retry.type = "button";
    this.#say(problem.sentence ?? say("problem.page"), retry);
    announce(problem.sentence ?? say("problem.page"), { now: true });
  }

  #say(sentence, retry) {
    const state = part(this.#root, "found");
    state.hidden = sentence === "";
    state.classList.toggle("is-trouble", Boolean(retry));
    state.replaceChildren(element("p", "", sentence), retry ?? "");
  }
}

/** Where the next page begins: behind the last picture of this one. */
function cursor(page) {
  return page.more ? (page.pictures.at(-1)?.hash ?? null) : null;
}
