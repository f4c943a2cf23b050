// Words that are not saved yet are also kept in this browser, so that a crash of either side loses none.

/** Keeps one story's unsaved words for one member of staff. */
export class Safekeeping {
  #key;
  #aside;

  constructor(login, story) {
    this.#key = `broadsheet.unsaved.${login}.${story}`;
    this.#aside = `broadsheet.aside.${login}.${story}`;
  }

  /** What was kept and never saved: `{ version, content, at }`. */
  get kept() {
    return read(this.#key);
  }

  keep(version, content) {
    write(this.#key, { version, content, at: new Date().toISOString() });
  }

  forget() {
    drop(this.#key);
  }

  /** Words somebody decided not to save: there until they write over something again. */
  putAside(content) {
    write(this.#aside, { content, at: new Date().toISOString() });
  }

  get aside() {
    return read(this.#aside);
  }

  forgetAside() {
    drop(this.#aside);
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

// A browser may forbid keeping anything, or be full: saving goes on without it.
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}

function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}

/** Whether two contents say the same, whatever their order of fields. */
export function sameWords(one, other) {
  return canonical(one) === canonical(other);
}

function canonical(value) {
  return JSON.stringify(value, (key, part) => {
    if (key === "empty" || part === null) {
      return undefined;
    }
    if (part && typeof part === "object" && !Array.isArray(part)) {
      return Object.fromEntries(
        Object.keys(part)
          .sort()
          .map((name) => [name, part[name]]),
      );
    }
    return part;
  });
}
