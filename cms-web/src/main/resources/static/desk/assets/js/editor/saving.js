// Saving: three seconds after the last stroke, when a field is left, and when asked to. One save at a time, in order;
// what fails is tried again until it is saved or somebody has to decide.
import { Refused, SignedOut } from "../newsroom.js";

const PAUSE = 3000;
const WAITS = [2, 4, 8, 15, 30];

/** The state of saving: `clean`, `changed`, `saving`, `waiting`, `stopped` or `conflict`. */
export class Saving {
  #send;
  #show;
  #onStale;
  #state = "clean";
  #timer = 0;
  #running = null;
  #failures = 0;
  #changedSince = false;

  /** `send` saves what is on the page and answers false where nothing had changed after all. */
  constructor({ send, show, onStale }) {
    this.#send = send;
    this.#show = show;
    this.#onStale = onStale;
    window.addEventListener("online", () => this.#state === "waiting" && this.now());
  }

  get isClean() {
    return this.#state === "clean";
  }

  get state() {
    return this.#state;
  }

  /** Something was typed. */
  changed() {
    if (this.#state === "conflict") {
      return;
    }
    if (this.#state !== "saving" && this.#state !== "waiting") {
      this.#to("changed");
    }
    this.#changedSince = true;
    if (this.#state !== "waiting") {
      this.#later(PAUSE, () => this.now());
    }
  }

  /** A field was left: no need to wait for the pause. */
  soon() {
    if (this.#state === "changed") {
      this.#later(250, () => this.now());
    }
  }

  /** Saves now. Answers whether everything on the page is saved. */
  async now() {
    clearTimeout(this.#timer);
    if (this.#running) {
      await this.#running;
      return this.#changedSince ? this.now() : this.isClean;
    }
    if (this.#state === "conflict") {
      return false;
    }
    if (!this.#changedSince && this.isClean) {
      return true;
    }
    this.#running = this.#once();
    const saved = await this.#running;
    this.#running = null;
    if (saved && this.#changedSince) {
      this.#later(PAUSE, () => this.now());
      this.#to("changed");
    }
    return saved && !this.#changedSince;
  }

  /** The page now shows what is saved. */
  reset() {
    clearTimeout(this.#timer);
    this.#failures = 0;
    this.#changedSince = false;
    this.#to("clean");
  }

  async #once() {
    this.#to("saving");
    this.#changedSince = false;
    try {
      await this.#send();
      this.#failures = 0;
      this.#to("clean");
      return true;
    } catch (problem) {
      this.#changedSince = true;
      return this.#failed(problem);
    }
  }

  #failed(problem) {
    if (problem instanceof Refused && problem.status === 409 && problem.problem.current) {
      this.#to("conflict");
      queueMicrotask(() => this.#onStale(problem.problem.current));
      return false;
    }
    if (problem instanceof SignedOut || (problem instanceof Refused && problem.status < 500 && problem.status !== 429)) {
      this.#to("stopped", problem.sentence);
      return false;
    }
    const wait = WAITS[Math.min(this.#failures, WAITS.length - 1)];
    this.#failures += 1;
    this.#to("waiting", problem.sentence ?? String(problem.message), wait);
    this.#later(wait * 1000, () => this.now());
    return false;
  }

  #later(milliseconds, work) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, milliseconds);
  }

  #to(state, ...why) {
    this.#state = state;
    this.#show(state, ...why);
  }
}
