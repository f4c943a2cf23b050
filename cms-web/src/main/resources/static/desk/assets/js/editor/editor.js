// The editor of one story: loads it, keeps what is typed, saves it, and shows how it stands.
import { announce, notice } from "../announce.js";
import { calmly, element, part } from "../elements.js";
import { get, put, Refused } from "../newsroom.js";
import { ago, printed } from "../time.js";
import { say, sayOr } from "../words.js";
import { UnknownBlock } from "../blocks.js";
import { Acts } from "./acts.js";
import { showHistory, showOrigin } from "./beside.js";
import { showChecks } from "./checks.js";
import { choose } from "./conflict.js";
import { StoryOnPage } from "./page.js";
import { Safekeeping, sameWords } from "./safekeeping.js";
import { Saving } from "./saving.js";

const root = document.querySelector("[data-editor]");
const lamp = root.querySelector("[data-saving]");
const banner = root.querySelector("[data-banner]");
const api = `/desk/api/stories/${root.dataset.story}`;
const safe = new Safekeeping(root.dataset.login, root.dataset.story);
const me = document.querySelector(".who b").textContent;

let view = null;
let saved = null;

const page = new StoryOnPage(root, { onChange: typed, onBlur: () => saving.soon() });
const saving = new Saving({ send, show: showSaving, onStale: stale });
const find = (field) => page.find(field);
const goTo = (field) => page.goTo(field);
const acts = new Acts(root, {
  api,
  find,
  goTo,
  stale,
  reload,
  save: () => saving.now(),
  get version() {
    return view.version;
  },
  get view() {
    return view;
  },
});

const keepSafe = calmly(() => {
  if (view && !saving.isClean) {
    safe.keep(view.version, page.read());
  }
}, 300);

function typed() {
  if (view?.mayEdit) {
    saving.changed();
    keepSafe();
  }
}

async function send() {
  const content = page.read();
  safe.keep(view.version, content);
  if (sameWords(content, saved)) {
    safe.forget();
    return;
  }
  const answer = await put(api, { version: view.version, content });
  view.version = answer.version;
  view.savedAt = answer.savedAt;
  view.savedBy = me;
  view.checks = answer.checks ?? view.checks;
  view.history.unshift({ number: answer.version, savedAt: answer.savedAt, savedBy: me, what: "saved" });
  saved = content;
  keepSafe.cancel();
  if (sameWords(content, page.read())) {
    safe.forget();
  } else {
    safe.keep(view.version, page.read());
  }
  beside();
  announce(say("saving.announce.saved"));
}

// ---- how it stands

function beside() {
  showChecks(root.querySelector("[data-checks]"), view.checks, goTo);
  showHistory(root.querySelector("[data-history]"), view.history);
  showOrigin(root.querySelector("[data-origin]"), view.wire);
  document.title = say("editor.title", view.content.slugline || view.content.headline || say("stories.no-headline"));
}

function standing() {
  const chip = part(root, "state");
  chip.textContent = sayOr(`state.${view.state}`, view.state);
  chip.dataset.state = view.state;
  const open = part(root, "public");
  open.hidden = !view.publicAddress;
  if (view.publicAddress) {
    open.href = view.publicAddress;
  }
  acts.offer(view);
  page.editable = view.mayEdit;
  banner.replaceChildren(...banners().map(([kind, sentence]) => element("p", `sentence ${kind}`, sentence)));
  banner.hidden = banner.childElementCount === 0;
  beside();
  showSaving(saving.state);
}

function banners() {
  const list = [];
  if (view.state === "killed") {
    list.push(["is-problem", say("banner.killed", view.killReason ?? "")]);
  } else if (view.state === "spiked") {
    list.push(["is-warning", say("banner.spiked")]);
  } else if (!view.mayEdit) {
    list.push(["is-warning", say("banner.reading")]);
  }
  if (view.wire?.killed && view.state !== "killed") {
    list.push(["is-problem", say("banner.wire-killed")]);
  } else if (view.wire?.newerVersion) {
    list.push(["is-warning", say("banner.wire-newer", view.wire.headline)]);
  }
  if (view.embargoedUntil && new Date(view.embargoedUntil) > new Date()) {
    list.push(["is-problem", say("banner.embargo", printed(view.embargoedUntil))]);
  }
  return list;
}

let shownState = [];

function showSaving(state, ...why) {
  shownState = [state, ...why];
  lamp.dataset.state = state;
  root.querySelector("[data-act='retry']").hidden = state !== "waiting" && state !== "stopped";
  part(lamp, "words").textContent = savingWords(state, ...why);
  if (state === "stopped" || state === "waiting") {
    announce(part(lamp, "words").textContent);
  }
}

function savingWords(state, sentence, wait) {
  switch (state) {
    case "clean":
      if (!view) {
        return "";
      }
      if (!view.mayEdit) {
        return say("saving.closed", view.version);
      }
      return view.savedBy === me
        ? say("saving.saved", view.version, ago(view.savedAt))
        : say("saving.saved-by", view.version, ago(view.savedAt), view.savedBy);
    case "waiting":
      return say("saving.waiting", wait, sentence);
    case "stopped":
      return say("saving.stopped", sentence);
    default:
      return say(`saving.${state}`);
  }
}

setInterval(() => shownState[0] === "clean" && view && showSaving("clean"), 5000);

// ---- loading

async function load() {
  try {
    view = await get(api);
    begin();
  } catch (problem) {
    lamp.dataset.state = "stopped";
    if (problem instanceof Refused && problem.status === 404) {
      part(lamp, "words").textContent = say("banner.missing");
    } else {
      part(lamp, "words").textContent = problem.sentence ?? say("problem.page");
      notice(problem.sentence ?? say("problem.page"), {
        problem: true,
        key: "load",
        does: [{ words: say("retry"), run: load }],
      });
    }
  } finally {
    root.removeAttribute("aria-busy");
  }
}

function begin() {
  try {
    putOn(view.content);
  } catch (problem) {
    closed(problem);
    return;
  }
  const kept = safe.kept;
  if (kept && view.mayEdit && !sameWords(kept.content, saved)) {
    restore(kept);
  } else {
    safe.forget();
  }
  offerAside();
}

function putOn(content) {
  page.show(content);
  // What the page makes of it is what later reading is compared with: spaces at the ends are no change.
  saved = page.read();
  saving.reset();
  standing();
}

function closed(problem) {
  if (!(problem instanceof UnknownBlock)) {
    throw problem;
  }
  view.mayEdit = false;
  view.mayPublish = false;
  standing();
  banner.append(element("p", "sentence is-problem", say("banner.unknown", problem.type)));
  banner.hidden = false;
}

function restore(kept) {
  page.show(kept.content);
  saving.changed();
  if (kept.version !== view.version) {
    stale(view);
    return;
  }
  notice(say("safe.restored", printed(kept.at)), {
    key: "kept",
    does: [
      {
        words: say("safe.undo"),
        run: () => {
          safe.putAside(page.read());
          safe.forget();
          putOn(view.content);
          offerAside();
        },
      },
    ],
  });
}

/** The story anew, after something was done to it: words typed meanwhile stay. */
async function reload() {
  const fresh = await get(api);
  const untouched = saving.isClean;
  view = fresh;
  if (untouched) {
    putOn(view.content);
  } else {
    standing();
  }
}

// ---- two at once

async function stale(current) {
  const mine = page.read();
  if (sameWords(mine, current.content)) {
    // Our own save had arrived and only its answer was lost.
    accept(current);
    return;
  }
  safe.keep(view.version, mine);
  showSaving("conflict");
  const choice = await choose(mine, current);
  if (choice === "mine") {
    view = { ...current };
    saved = current.content;
    saving.reset();
    standing();
    saving.changed();
    await saving.now();
  } else {
    safe.putAside(mine);
    accept(current);
    offerAside();
  }
}

function accept(current) {
  view = current;
  safe.forget();
  putOn(view.content);
}

function offerAside() {
  const aside = safe.aside;
  if (!aside || !view.mayEdit || sameWords(aside.content, saved)) {
    return;
  }
  notice(say("safe.kept"), {
    key: "aside",
    does: [
      {
        words: say("safe.put-back"),
        run: () => {
          page.show(aside.content);
          safe.forgetAside();
          typed();
        },
      },
    ],
  });
}

// ---- leaving

window.addEventListener("beforeunload", (event) => {
  if (!saving.isClean) {
    safe.keep(view.version, page.read());
    event.preventDefault();
  }
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && view && !saving.isClean && saving.state !== "conflict") {
    safe.keep(view.version, page.read());
    saving.now();
  }
});

load();
