// Writing on many pictures at once: fields to set, persons and keywords to put on or take off.
import { announce } from "../announce.js";
import { element, part } from "../elements.js";
import { post } from "../newsroom.js";
import { count, say } from "../words.js";
import { number } from "./days.js";
import { GROUPS, KINDS, fieldBox } from "./fields.js";

const AT_ONCE = 50;
const LISTS = ["keywords", "persons"];

/** The dialog of batch editing. `onDone(hashes)` is told which pictures it was about. */
export class Batch {
  #dialog;
  #onDone;
  #hashes = [];
  #boxes = new Map();
  #lists = {};

  constructor(dialog, onDone) {
    this.#dialog = dialog;
    this.#onDone = onDone;
    const choice = part(dialog, "field");
    for (const [group, fields] of Object.entries(GROUPS)) {
      const names = Object.keys(fields).filter((name) => !LISTS.includes(name));
      const options = element("optgroup", "", ...names.map((name) => option(name)));
      options.label = say(`pictures.group.${group}`);
      if (names.length > 0) {
        choice.append(options);
      }
    }
    choice.addEventListener("change", () => {
      this.#add(choice.value);
      choice.value = "";
    });
    dialog.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go();
    });
  }

  open(pictures) {
    this.#hashes = pictures.map((picture) => picture.hash);
    this.#boxes.clear();
    part(this.#dialog, "title").textContent = count("pictures.batch.title", this.#hashes.length);
    part(this.#dialog, "fields").replaceChildren();
    part(this.#dialog, "outcome").replaceChildren();
    part(this.#dialog, "form").hidden = false;
    part(this.#dialog, "go").hidden = false;
    const lists = LISTS.flatMap((list) => ["add", "remove"].map((what) => this.#list(what, list)));
    part(this.#dialog, "lists").replaceChildren(...lists);
    this.#dialog.showModal();
    part(this.#dialog, "field").focus();
  }

  #list(what, list) {
    const box = fieldBox(list, { prefix: `batch-${what}` });
    box.querySelector("label span").textContent = say(`pictures.batch.${what}.${list}`);
    box.dataset.list = `${what}.${list}`;
    this.#lists[`${what}.${list}`] = box;
    return box;
  }

  #add(name) {
    if (name === "" || this.#boxes.has(name)) {
      return;
    }
    const box = fieldBox(name, { prefix: "batch" });
    const off = element("button", "button is-quiet", say("pictures.batch.leave"));
    off.type = "button";
    off.setAttribute("aria-label", say("pictures.batch.leave-field", say(`pictures.field.${name}`)));
    const row = element("div", "batch-row", box, off);
    off.addEventListener("click", () => {
      row.remove();
      this.#boxes.delete(name);
      part(this.#dialog, "field").focus();
    });
    this.#boxes.set(name, box);
    part(this.#dialog, "fields").append(row);
    box.querySelector("input, textarea, select").focus();
  }

  async #go() {
    const changes = Object.fromEntries([...this.#boxes].map(([name, box]) => [name, KINDS[name] === "day" && box.value === "" ? null : box.value]));
    const lists = (what) => Object.fromEntries(LISTS.map((list) => [list, this.#lists[`${what}.${list}`].value]).filter(([, words]) => words.length > 0));
    const wish = { changes, add: lists("add"), remove: lists("remove") };
    if ([changes, wish.add, wish.remove].every((one) => Object.keys(one).length === 0)) {
      this.#say(element("p", "sentence is-warning", say("pictures.batch.nothing")));
      return;
    }
    const button = part(this.#dialog, "go");
    const outcome = { changed: 0, unchanged: 0, refused: [] };
    button.setAttribute("aria-busy", "true");
    try {
      for (let at = 0; at < this.#hashes.length; at += AT_ONCE) {
        const answer = await post("/desk/api/pictures/batch", { hashes: this.#hashes.slice(at, at + AT_ONCE), ...wish }, 60_000);
        outcome.changed += answer.changed;
        outcome.unchanged += answer.unchanged;
        outcome.refused.push(...answer.refused);
        this.#say(element("p", "soft", say("pictures.batch.so-far", number(Math.min(at + AT_ONCE, this.#hashes.length)), number(this.#hashes.length))));
      }
      this.#done(outcome);
    } catch (problem) {
      const faults = (problem.problem?.faults ?? []).map((fault) => fault.sentence);
      const sentence = [problem.sentence ?? say("problem.page"), ...faults].join(" ");
      this.#say(element("p", "sentence is-problem", sentence), outcome.changed > 0 ? element("p", "", say("pictures.batch.until-then", number(outcome.changed))) : "");
      announce(sentence, { now: true });
      this.#onDone(this.#hashes);
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  #done({ changed, unchanged, refused }) {
    const sentences = [
      count("pictures.batch.changed", changed),
      unchanged > 0 && count("pictures.batch.unchanged", unchanged),
      refused.length > 0 && count("pictures.batch.refused", refused.length),
    ].filter(Boolean);
    part(this.#dialog, "form").hidden = true;
    part(this.#dialog, "go").hidden = true;
    this.#say(
      element("p", refused.length > 0 ? "sentence is-warning" : "sentence", sentences.join(" ")),
      refused.length > 0 ? element("ul", "plain-list batch-refused", ...refused.map((one) => element("li", "", thumbnail(one.hash), element("span", "", one.sentence)))) : "",
      changed > 0 ? element("p", "soft", say("pictures.batch.history")) : "",
    );
    announce(sentences.join(" "));
    part(this.#dialog, "close").focus();
    this.#onDone(this.#hashes);
  }

  #say(...pieces) {
    part(this.#dialog, "outcome").replaceChildren(...pieces.filter(Boolean));
  }
}

function thumbnail(hash) {
  const image = element("img", "");
  image.src = `/desk/pictures/${hash}?w=320`;
  image.alt = "";
  image.width = 72;
  image.height = 48;
  return image;
}

function option(name) {
  const made = element("option", "", say(`pictures.field.${name}`));
  made.value = name;
  return made;
}
