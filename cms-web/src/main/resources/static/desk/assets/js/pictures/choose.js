// Choosing pictures of the picture desk for a story: the same search and the same contact sheet, in a dialog.
import { announce, notice } from "../announce.js";
import { part } from "../elements.js";
import { get } from "../newsroom.js";
import { count, say } from "../words.js";
import { PictureGrid } from "./grid.js";
import { PictureList } from "./list.js";
import { EVERYTHING } from "./query.js";
import { PictureSearch } from "./search.js";
import { address } from "./sheet-form.js";

/** The dialog. `onChosen(pictures)` is given pictures as they stand in a story. */
export class PictureChooser {
  #dialog;
  #grid;
  #list;
  #search;
  #onChosen;
  #begun = false;

  constructor(dialog, onChosen) {
    this.#dialog = dialog;
    this.#onChosen = onChosen;
    this.#grid = new PictureGrid(part(dialog, "grid"), {
      onOpen: (picture) => this.#choose([picture]),
      onSelection: (pictures) => this.#offer(pictures.length),
      onEnd: () => this.#list.more(),
    });
    this.#list = new PictureList(dialog, this.#grid);
    this.#search = new PictureSearch(part(dialog, "finder"), (query) => this.#list.load(query));
    part(dialog, "go").addEventListener("click", () => this.#choose(this.#grid.selected));
    dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    part(dialog, "search").addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") {
        event.preventDefault();
        this.#grid.focus();
      }
    });
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "/" && !event.target.matches("input, select")) {
        event.preventDefault();
        this.#search.focus();
      }
    });
  }

  /** Opens it where it was left. */
  open() {
    this.#dialog.showModal();
    this.#grid.clear();
    this.#offer(0);
    if (this.#begun) {
      this.#list.refresh();
    } else {
      this.#begun = true;
      this.#search.query = EVERYTHING;
      this.#list.load(EVERYTHING);
    }
    this.#search.focus();
  }

  #offer(number) {
    const go = part(this.#dialog, "go");
    go.disabled = number === 0;
    go.textContent = count("choose.add", Math.max(1, number));
  }

  async #choose(pictures) {
    if (this.#dialog.getAttribute("aria-busy") === "true" || pictures.length === 0) {
      return;
    }
    const trouble = part(this.#dialog, "more-trouble");
    this.#dialog.setAttribute("aria-busy", "true");
    try {
      const details = await Promise.all(pictures.map((picture) => get(address(picture.hash))));
      this.#dialog.close("chosen");
      this.#onChosen(details.map(inStory));
    } catch (problem) {
      const sentence = problem.sentence ?? say("problem.page");
      trouble.textContent = sentence;
      trouble.hidden = false;
      announce(sentence, { now: true });
    } finally {
      this.#dialog.removeAttribute("aria-busy");
    }
  }
}

/** A picture as it begins in a story: with the words of its sheet. */
function inStory({ hash, width, height, sheet, captionParts, creditParts, filePhoto }) {
  const caption = captionParts?.caption ?? captionParts ?? {};
  const credit = creditParts ?? {};
  return {
    hash,
    caption: {
      text: caption.text || sheet.caption || "",
      filePhoto: Boolean(caption.filePhoto || credit.file || filePhoto),
      taken: sheet.taken ?? caption.taken ?? null,
    },
    credit: {
      agency: credit.agency ?? null,
      photographers: credit.photographers ?? [],
      pool: Boolean(credit.pool),
      handout: Boolean(credit.handout),
      distributor: credit.distributor ?? null,
      file: Boolean(credit.file || caption.filePhoto),
    },
    alt: sheet.alt ?? "",
    width,
    height,
  };
}

/** Says what has come onto the story. */
export const told = (pictures) => notice(count("choose.added", pictures.length), { key: "chosen", lasts: 10_000 });
