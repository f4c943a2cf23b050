// Publish, submit, spike, kill: what moves a story on. Each first saves what is on the page.
import { announce, notice } from "../announce.js";
import { asked } from "../dialogs.js";
import { part } from "../elements.js";
import { post, Refused } from "../newsroom.js";
import { count, say } from "../words.js";
import { clearRefusals, showRefusals } from "./checks.js";

/** The buttons of the bar, and the keys that do the same. */
export class Acts {
  #root;
  #desk;
  #busy = false;

  /** `desk` knows the story: `api`, `version`, `view`, `save()`, `reload()`, `page`, `stale(current)`. */
  constructor(root, desk) {
    this.#root = root;
    this.#desk = desk;
    root.addEventListener("click", (event) => {
      const act = event.target.closest("[data-act]")?.dataset.act;
      if (act && this[act]) {
        this[act]();
      }
    });
    document.addEventListener("keydown", (event) => {
      const mod = event.ctrlKey || event.metaKey;
      if (mod && !event.altKey && event.key.toLowerCase() === "s") {
        event.preventDefault();
        this.save();
      } else if (mod && event.key === "Enter" && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        if (this.#button("publish").hidden) {
          this.submit();
        } else {
          this.publish();
        }
      }
    });
  }

  /** Shows only what may be done now. */
  offer(view) {
    const working = view.state === "draft" || view.state === "submitted";
    this.#button("save").hidden = !view.mayEdit;
    this.#button("publish").hidden = !view.mayPublish;
    this.#button("submit").hidden = view.mayPublish || !view.mayEdit || view.state !== "draft";
    this.#button("spike").hidden = !view.mayEdit || !working;
    this.#button("lift").hidden = view.state !== "spiked";
    this.#button("kill").hidden = !view.mayKill;
    part(this.#root, "publish-words").textContent = say(view.state === "published" ? "editor.update" : "editor.publish");
  }

  save() {
    if (!this.#button("save").hidden) {
      this.#desk.save();
    }
  }

  retry() {
    this.#desk.save();
  }

  publish() {
    const update = this.#desk.view.state === "published";
    return this.#move("publish", async () => {
      clearRefusals();
      const answer = await post(`${this.#desk.api}/publish`, { version: this.#desk.version });
      await this.#desk.reload();
      notice(say(update ? "published.update" : "published.first"), {
        key: "act",
        does: [{ words: say("published.open"), href: answer.publicAddress }],
      });
    });
  }

  submit() {
    if (!this.#button("submit").hidden) {
      this.#move("submit", () => this.#step("submit", { version: this.#desk.version }, say("submitted")));
    }
  }

  async spike() {
    if ((await asked(document.querySelector("[data-dialog='spike']"))) === "go") {
      this.#move("spike", () => this.#step("spike", { version: this.#desk.version }, say("spiked")));
    }
  }

  lift() {
    this.#move("lift", () => this.#step("lift", {}, say("lifted")), false);
  }

  async kill() {
    const dialog = document.querySelector("[data-dialog='kill']");
    const reason = dialog.querySelector("textarea");
    const problem = part(dialog, "problem");
    problem.hidden = true;
    reason.oninput = () => {
      problem.hidden = true;
      reason.removeAttribute("aria-invalid");
    };
    part(dialog, "go").onclick = () => {
      const missing = reason.value.trim() === "";
      problem.hidden = !missing;
      reason.setAttribute("aria-invalid", String(missing));
      if (missing) {
        reason.focus();
      } else {
        dialog.close("go");
      }
    };
    dialog.querySelector("form").onsubmit = (event) => event.preventDefault();
    if ((await asked(dialog)) === "go") {
      this.#move("kill", () => this.#step("kill", { reason: reason.value.trim() }, say("killed")), false);
    }
  }

  async #step(name, words, sentence) {
    await post(`${this.#desk.api}/${name}`, words);
    await this.#desk.reload();
    notice(sentence, { key: "act", lasts: 8000 });
  }

  // One at a time. A kill must not wait for words that cannot be saved.
  async #move(name, work, savesFirst = true) {
    if (this.#busy || this.#button(name).hidden) {
      return;
    }
    this.#busy = true;
    this.#button(name).setAttribute("aria-busy", "true");
    try {
      if (!savesFirst || (await this.#desk.save())) {
        await work();
      }
    } catch (problem) {
      this.#failed(name, problem);
    } finally {
      this.#busy = false;
      this.#button(name).removeAttribute("aria-busy");
    }
  }

  #failed(name, problem) {
    const refusals = problem.problem?.refusals;
    if (problem instanceof Refused && problem.status === 409 && problem.problem.current) {
      this.#desk.stale(problem.problem.current);
    } else if (problem instanceof Refused && refusals?.length) {
      const { find, goTo } = this.#desk;
      showRefusals(refusals, find, goTo);
      const sentences = refusals.map((refusal) => refusal.sentence).join(" ");
      notice(name === "publish" ? `${count("refused", refusals.length)} ${sentences}` : sentences, {
        problem: true,
        key: "act",
      });
    } else {
      notice(problem.sentence ?? say("problem.page"), {
        problem: true,
        key: "act",
        does: problem instanceof Refused ? [] : [{ words: say("retry"), run: () => this[name]() }],
      });
      if (!(problem.sentence)) {
        announce(say("problem.page"), { now: true });
      }
    }
  }

  #button(act) {
    return this.#root.querySelector(`.bar [data-act="${act}"]`);
  }
}
