// One file on its way into the picture desk: piece by piece, from wherever the newsroom says that it stands.
import { patch, post, get, remove, Refused, SignedOut, Unreachable } from "../newsroom.js";
import { say } from "../words.js";

const UPLOADS = "/desk/api/uploads";
// The first piece is small: it shows what is no picture before much is sent.
const FIRST = 64 * 1024;
const SMALLEST = 64 * 1024;
const HEAD = 64 * 1024;
const SOON = 1_000;
const LATEST = 30_000;
const BRISK = 2_000;
const SLOW = 15_000;

/**
 * A file being sent. `state` is `waiting`, `sending`, `paused`, `lost`, `looking`, `kept`, `refused`, `failed` or
 * `cancelled`; `offset` is what the newsroom holds; `speed` bytes a second; `sentence` why it does not go on.
 */
export class Sending {
  #piece;
  #most;
  #changed;
  #stop = null;
  #wake = null;

  constructor(file, piece, changed) {
    this.file = file;
    this.name = file.name || say("upload.pasted");
    this.size = file.size;
    this.id = null;
    this.offset = 0;
    this.speed = 0;
    this.state = "waiting";
    this.sentence = "";
    this.hash = null;
    this.again = false;
    this.#most = piece;
    this.#piece = Math.min(piece, 4 * FIRST);
    this.#changed = changed;
  }

  get isOver() {
    return ["kept", "refused", "cancelled"].includes(this.state);
  }

  /** Sends until the file is whole, refused, paused, or cannot go on; waits out a lost line. */
  async run() {
    this.#stop = new AbortController();
    const stop = this.#stop.signal;
    let wait = SOON;
    while (!stop.aborted) {
      try {
        if (this.id === null) {
          await this.#begin();
        } else if (this.state === "lost") {
          this.#heard(await get(`${UPLOADS}/${this.id}`));
        }
        while (!stop.aborted && !this.isOver) {
          await this.#sendPiece(stop);
          wait = SOON;
        }
        return;
      } catch (problem) {
        if (stop.aborted || !this.#isWorthAnotherTry(problem)) {
          return;
        }
        this.#to("lost", problem.sentence);
        await this.#pauseFor(wait, stop);
        wait = Math.min(wait * 2, LATEST);
      }
    }
  }

  pause() {
    this.#halt("paused");
  }

  /** Makes a file that was paused, or that failed, ready to go on. */
  ready() {
    if (!this.isOver) {
      this.#to(this.state === "lost" ? "lost" : "waiting", "");
    }
  }

  async cancel() {
    this.#halt("cancelled");
    if (this.id !== null) {
      await remove(`${UPLOADS}/${this.id}`).catch(() => {
        // Nobody goes on with it: the newsroom forgets it by itself.
      });
    }
  }

  #halt(state) {
    if (!this.isOver) {
      this.#to(state, "");
    }
    this.#stop?.abort();
    this.#wake?.();
  }

  async #begin() {
    this.#to("sending", "");
    const head = await this.#read(0, Math.min(HEAD, this.size));
    const answer = await post(UPLOADS, {
      name: this.name.slice(0, 255),
      size: this.size,
      type: this.file.type,
      lastModified: this.file.lastModified,
      head: await fingerprint(head),
    });
    this.id = answer.id;
    if (this.state === "cancelled") {
      await this.cancel();
    }
    this.#heard(answer);
  }

  async #sendPiece(stop) {
    const length = this.offset === 0 ? FIRST : this.#piece;
    const end = Math.min(this.offset + length, this.size);
    const bytes = await this.#read(this.offset, end);
    if (stop.aborted) {
      return;
    }
    this.#to(end === this.size ? "looking" : "sending", "");
    const began = performance.now();
    let answer;
    try {
      answer = await patch(`${UPLOADS}/${this.id}`, bytes, { "Upload-Offset": String(this.offset) }, stop);
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 409 && Number.isInteger(problem.problem.offset)) {
        // Somebody else, or a piece whose answer got lost, has brought it further.
        this.offset = problem.problem.offset;
        return;
      }
      throw problem;
    }
    this.#pace(bytes.byteLength, performance.now() - began);
    this.#heard(answer);
  }

  /** Pieces are as long as the line is good. */
  #pace(bytes, took) {
    const now = (bytes * 1000) / Math.max(took, 1);
    this.speed = this.speed === 0 ? now : this.speed * 0.7 + now * 0.3;
    if (took > SLOW) {
      this.#piece = Math.max(SMALLEST, Math.floor(this.#piece / 2));
    } else if (took < BRISK) {
      this.#piece = Math.min(this.#most, this.#piece * 2);
    }
  }

  #heard(answer) {
    if (this.state === "cancelled") {
      return;
    }
    this.offset = answer.offset;
    if (answer.state === "open") {
      this.#to(this.#stop.signal.aborted ? this.state : "sending", "");
    } else {
      this.hash = answer.hash ?? null;
      this.again = answer.again ?? false;
      this.#to(answer.state, answer.sentence ?? "");
    }
  }

  #isWorthAnotherTry(problem) {
    if (problem instanceof Unreachable) {
      return true;
    }
    if (problem instanceof Refused && problem.status === 404 && this.id !== null) {
      // The newsroom has forgotten it: from the beginning.
      this.id = null;
      this.offset = 0;
      return true;
    }
    this.#to("failed", problem instanceof Refused || problem instanceof SignedOut || problem instanceof Unreadable ? problem.sentence : say("problem.page"));
    return false;
  }

  async #read(from, to) {
    try {
      return await this.file.slice(from, to).arrayBuffer();
    } catch {
      throw new Unreadable();
    }
  }

  /** Waits, but not longer than until the line is back. */
  #pauseFor(milliseconds, stop) {
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        removeEventListener("online", over);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(over, milliseconds);
      this.#wake = over;
      addEventListener("online", over);
      if (stop.aborted) {
        over();
      }
    });
  }

  #to(state, sentence) {
    this.state = state;
    this.sentence = sentence ?? "";
    this.#changed(this);
  }
}

class Unreadable extends Error {
  constructor() {
    super(say("upload.unreadable"));
    this.sentence = this.message;
  }
}

/** The SHA-256 of some bytes; nothing where the page is not served safely enough for the browser to make one. */
async function fingerprint(bytes) {
  if (!globalThis.crypto?.subtle) {
    return null;
  }
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
