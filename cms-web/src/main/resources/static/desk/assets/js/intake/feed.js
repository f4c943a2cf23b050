// One feed: its settings, what it would bring now, what happened to it. Also where a new one is made.
import { announce, notice } from "../announce.js";
import { asked } from "../dialogs.js";
import { element, part } from "../elements.js";
import { get, post, put, remove, Refused } from "../newsroom.js";
import { say } from "../words.js";
import { inWords, iso } from "./durations.js";
import { clearFaults, draw, showFaults, values } from "./forms.js";
import { showFacts, showHistory, showTried } from "./feed-story.js";
import { showState, stateOf } from "./states.js";

const root = document.querySelector("[data-feed]");
const form = root.querySelector("[data-feed-form]");
const may = root.dataset.may === "true";
const WITHOUT_POLLING = ["folder", "push"];
const LONGEST_TRY = 90_000;

let name = root.dataset.name ?? "";
let isNew = name === "";
let transports = [];
let feed = null;
let transport = null;
let unsaved = false;

const address = (step = "") => `/desk/api/intake/feeds/${encodeURIComponent(name)}${step}`;

async function begin() {
  const waiting = part(root, "waiting");
  try {
    transports = await get("/desk/api/intake/transports");
    if (isNew) {
      offer();
    } else {
      feed = await get(address());
      show();
    }
    waiting.hidden = true;
    part(root, "page").hidden = false;
  } catch (problem) {
    const again = element("button", "button", say("retry"));
    again.type = "button";
    again.addEventListener("click", begin);
    waiting.replaceChildren(problem.status === 404 ? say("feed.missing") : (problem.sentence ?? say("problem.page")), " ", again);
  } finally {
    root.removeAttribute("aria-busy");
  }
}

/** The first question about a new feed: how it comes in. */
function offer() {
  part(root, "transports").hidden = false;
  part(root, "choices").replaceChildren(
    ...transports.map((one) => {
      const input = element("input");
      input.type = "radio";
      input.name = "transport";
      input.value = one.transport;
      input.addEventListener("change", () => choose(one));
      return element("label", "transport", input, element("span", "", element("b", "", one.title), element("span", "soft", one.says)));
    }),
  );
}

function choose(chosen) {
  const byItself = isNew && chosen.transport === "folder";
  transport = byItself ? null : chosen;
  part(root, "by-itself").hidden = !byItself;
  part(root, "fields").hidden = byItself;
  part(root, "poll").hidden = WITHOUT_POLLING.includes(chosen.transport);
  draw(part(root, "drawn"), chosen.fields, {
    values: feed?.settings ?? {},
    secretsSet: feed?.secretsSet ?? [],
    readOnly: !may,
  });
  part(root, "problem").hidden = true;
  clearFaults(form);
}

function show() {
  document.title = say("feed.title", feed.title || feed.name);
  part(root, "heading").textContent = feed.title || feed.name;
  const state = stateOf(feed);
  showState(part(root, "state"), state);
  const error = part(root, "error");
  error.hidden = !(feed.lastError && state === "failing");
  error.textContent = feed.lastError ?? "";
  part(root, "acts").hidden = !may;
  root.querySelector("[data-act='pause']").textContent = say(feed.paused ? "feed.resume" : "feed.pause");
  if (!unsaved) {
    fill();
  }
  part(root, "beside").hidden = false;
  part(root, "push").hidden = feed.transport !== "push" || !may;
  part(root, "push-words").textContent = say((feed.secretsSet ?? []).length > 0 ? "feed.secret.has" : "feed.secret.none");
  part(root, "try").hidden = !may || WITHOUT_POLLING.includes(feed.transport);
  showFacts(part(root, "facts"), feed, transports);
  showHistory(part(root, "history"), root.querySelector("[data-act='older']"), feed.history ?? []);
}

function fill() {
  const known = transports.find((one) => one.transport === feed.transport) ?? { transport: feed.transport, title: feed.transport, fields: [] };
  form.elements.title.value = feed.title ?? "";
  form.elements.title.disabled = !may;
  form.querySelector("[data-field='name']").hidden = true;
  form.elements.pollEvery.value = feed.pollEvery ? inWords(feed.pollEvery) : "";
  form.elements.pollEvery.disabled = !may;
  part(root, "save-row").hidden = !may;
  choose(known);
}

function written() {
  const drawn = values(part(root, "drawn"), transport.fields);
  const every = WITHOUT_POLLING.includes(transport.transport) ? null : iso(form.elements.pollEvery.value);
  const faults = [...drawn.faults];
  if (form.elements.title.value.trim() === "") {
    faults.unshift({ field: "title", sentence: say("form.fault.title") });
  }
  if (isNew && form.elements.name.value.trim() === "") {
    faults.push({ field: "name", sentence: say("form.fault.name") });
  }
  if (every === undefined) {
    faults.push({ field: "pollEvery", sentence: say("form.fault.duration") });
  }
  return {
    faults,
    words: {
      title: form.elements.title.value.trim(),
      transport: transport.transport,
      settings: drawn.settings,
      secrets: drawn.secrets,
      pollEvery: every ?? null,
      version: feed?.version ?? 0,
    },
  };
}

async function save(over = null) {
  if (!may || !transport) {
    return;
  }
  clearFaults(form);
  part(root, "problem").hidden = true;
  const { words, faults } = written();
  if (faults.length > 0) {
    tellFaults(faults, say("form.fault.some"));
    return;
  }
  if (isNew) {
    name = form.elements.name.value.trim();
  }
  const button = form.querySelector("[data-act='save']");
  button.setAttribute("aria-busy", "true");
  button.disabled = true;
  try {
    const answer = await put(address(), { ...words, version: over ?? words.version });
    unsaved = false;
    if (isNew) {
      isNew = false;
      part(root, "transports").hidden = true;
      history.replaceState(null, "", `/desk/feeds/${encodeURIComponent(name)}`);
    }
    await again();
    part(root, "saved").textContent = say("feed.saved");
    if (answer?.secret) {
      showSecret(answer);
    }
    announce(say("feed.saved"));
    document.dispatchEvent(new CustomEvent("desk:intake-changed"));
  } catch (problem) {
    await refused(problem, words);
  } finally {
    button.removeAttribute("aria-busy");
    button.disabled = false;
  }
}

function tellFaults(faults, sentence) {
  const homeless = showFaults(form, faults);
  const place = part(root, "problem");
  place.textContent = homeless.length > 0 ? homeless.join(" ") : sentence;
  place.hidden = false;
  if (homeless.length === faults.length) {
    place.focus();
  }
}

async function refused(problem, words) {
  if (problem instanceof Refused && problem.status === 409) {
    if (isNew) {
      tellFaults([{ field: "name", sentence: say("form.fault.taken") }], problem.sentence);
      return;
    }
    await settleConflict(words);
  } else if (problem instanceof Refused && Array.isArray(problem.problem.faults) && problem.problem.faults.length > 0) {
    tellFaults(problem.problem.faults, problem.sentence);
  } else {
    notice(problem.sentence ?? say("problem.page"), { problem: true, key: "save", does: [{ words: say("retry"), run: () => save() }] });
  }
}

/** Shows what somebody else changed, and lets whoever saves choose. */
async function settleConflict(mine) {
  const theirs = await get(address());
  const dialog = document.querySelector("[data-dialog='conflict']");
  const names = { title: say("feed.field.title"), pollEvery: say("feed.field.poll") };
  transport.fields.filter((field) => field.kind !== "secret").forEach((field) => (names[field.name] = field.label));
  const flat = (of) => ({
    title: of.title,
    pollEvery: of.pollEvery ? inWords(of.pollEvery) : "",
    ...Object.fromEntries(
      transport.fields.map((field) => {
        const value = of.settings?.[field.name] ?? field.default ?? "";
        return [field.name, field.kind === "duration" ? inWords(value) : value];
      }),
    ),
  });
  const [was, now, own] = [flat(feed), flat(theirs), flat(mine)];
  const changed = Object.keys(names).filter((key) => String(was[key] ?? "") !== String(now[key] ?? "") || String(now[key] ?? "") !== String(own[key] ?? ""));
  part(dialog, "differences").replaceChildren(
    ...changed.map((key) => {
      const head = element("th", "", names[key]);
      head.scope = "row";
      return element("tr", "", head, ...[was, now, own].map((of) => element("td", "", String(of[key] ?? "") || "–")));
    }),
  );
  const choice = await asked(dialog);
  if (choice === "mine") {
    await save(theirs.version);
  } else {
    unsaved = false;
    feed = theirs;
    show();
  }
}

async function again() {
  feed = await get(address());
  show();
}

async function act(work, key) {
  try {
    await work();
    document.dispatchEvent(new CustomEvent("desk:intake-changed"));
  } catch (problem) {
    notice(problem.sentence ?? say("problem.page"), { problem: true, key, does: [{ words: say("retry"), run: () => act(work, key) }] });
  }
}

async function turn() {
  const step = feed.paused ? "resume" : "pause";
  await post(address(`/${step}`));
  notice(say(`feed.${step}d`, feed.title || feed.name), { key: "turn", lasts: 10_000, does: [{ words: say("wire.undo"), run: () => act(turn, "turn") }] });
  await again();
}

async function retire() {
  const dialog = document.querySelector("[data-dialog='retire']");
  const total = feed.counts?.total ?? 0;
  const held = feed.counts?.quarantined ?? 0;
  part(dialog, "stays").replaceChildren(
    element("li", "", say("feed.stays.items", total)),
    ...(held > 0 ? [element("li", "", say("feed.stays.quarantine", held))] : []),
    element("li", "", say("feed.stays.history")),
  );
  if ((await asked(dialog)) === "go") {
    await remove(address());
    unsaved = false;
    location.assign("/desk/feeds?retired");
  }
}

/** Fetches now; nothing is kept. The seconds are counted, since a slow server can take its time. */
async function tryNow() {
  const button = root.querySelector("[data-act='try']");
  const trying = part(root, "trying");
  const tried = part(root, "tried");
  button.disabled = true;
  tried.hidden = true;
  trying.hidden = false;
  const began = Date.now();
  const tick = () => (part(root, "trying-words").textContent = say("feed.trying", Math.round((Date.now() - began) / 1000)));
  tick();
  const timer = setInterval(tick, 1_000);
  try {
    const answer = await post(address("/test"), {}, LONGEST_TRY);
    showTried(root, answer);
    tried.hidden = false;
    tried.focus();
    announce(answer.sentence);
  } finally {
    clearInterval(timer);
    trying.hidden = true;
    button.disabled = false;
  }
}

async function makeSecret() {
  if ((await asked(document.querySelector("[data-dialog='secret']"))) !== "go") {
    return;
  }
  showSecret(await post(address("/secret")));
  await again();
}

/** Shows a secret that was just made: this once. */
function showSecret(made) {
  part(root, "secret-words").textContent = made.secret;
  part(root, "curl").textContent = say("feed.curl", made.address, made.secret);
  const box = part(root, "secret");
  part(root, "push").hidden = false;
  box.hidden = false;
  box.focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
form.addEventListener("input", () => {
  unsaved = true;
  part(root, "saved").textContent = "";
  if (isNew && document.activeElement === form.elements.title && form.elements.name.dataset.own !== "true") {
    form.elements.name.value = shortName(form.elements.title.value);
  }
});
form.elements.name.addEventListener("input", () => (form.elements.name.dataset.own = String(form.elements.name.value !== "")));

const PLAIN = { ø: "o", æ: "ae", œ: "oe", ß: "ss", ł: "l", đ: "d", ð: "d" };

/** A short name proposed from the title. */
function shortName(title) {
  return title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øæœßłđð]/g, (letter) => PLAIN[letter])
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
}

root.addEventListener("click", async (event) => {
  const copies = event.target.closest("[data-copies]");
  if (copies) {
    await navigator.clipboard?.writeText(part(root, copies.dataset.copies).textContent).then(
      () => announce(say("copied")),
      () => getSelection().selectAllChildren(part(root, copies.dataset.copies)),
    );
    copies.textContent = say("copied");
    return;
  }
  const work = { pause: turn, retire, try: tryNow, secret: makeSecret }[event.target.closest("[data-act]")?.dataset.act];
  if (work) {
    act(work, "act");
  }
});
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s" && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    save();
  }
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved && may) {
    event.preventDefault();
  }
});
begin();
