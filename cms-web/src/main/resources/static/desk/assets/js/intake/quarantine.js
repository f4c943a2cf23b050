// What the wire room could not read: look inside, read it in again, or drop it.
import { announce, notice } from "../announce.js";
import { asked } from "../dialogs.js";
import { element, fromTemplate, isTyping, part } from "../elements.js";
import { get, post } from "../newsroom.js";
import { ago, timeElement } from "../time.js";
import { count, say } from "../words.js";
import { showVisibly } from "./visible.js";

const STEP = 50;
const EVERY = 15_000;
const LONGEST_REPLAY = 90_000;
const ADDRESS = "/desk/api/intake/quarantine";

const root = document.querySelector("[data-quarantine]");
const may = root.dataset.may === "true";
const rows = part(root, "rows");
const panes = part(root, "panes");
const look = part(root, "look");
const feedChoice = part(root, "feed");
const chosen = new URLSearchParams(location.search);

let feed = chosen.get("feed") ?? "";
let id = chosen.get("id") ?? "";
let held = [];
let loaded = false;
let total = 0;
let names = {};
let turn = 0;
let replaying = false;
let timer = 0;

const number = (value) => Number(value ?? 0).toLocaleString(document.documentElement.lang || "en");

/** Asks for the newest; what was paged to stays. */
async function load() {
  clearTimeout(timer);
  const mine = ++turn;
  try {
    const page = await fetchPage("", Math.min(200, Math.max(STEP, held.length)));
    if (mine === turn) {
      loaded = true;
      held = page.payloads;
      total = page.total;
      show();
    }
  } catch (problem) {
    if (mine === turn) {
      inTrouble(problem.sentence ?? say("problem.page"));
    }
  } finally {
    timer = setTimeout(() => document.visibilityState === "visible" && !replaying && load(), EVERY);
  }
}

function fetchPage(before, limit) {
  const query = new URLSearchParams({ limit, ...(feed && { feed }), ...(before && { before }) });
  return get(`${ADDRESS}?${query}`);
}

function inTrouble(sentence) {
  const state = part(root, "state");
  const again = element("button", "button", say("retry"));
  again.type = "button";
  again.addEventListener("click", load);
  state.hidden = false;
  state.classList.add("is-trouble");
  state.replaceChildren(element("span", "", sentence), " ", again);
}

function show() {
  const state = part(root, "state");
  state.classList.remove("is-trouble");
  state.hidden = held.length > 0;
  state.textContent = feed ? say("quarantine.empty.feed", titleOf(feed)) : say("quarantine.empty");
  panes.hidden = held.length === 0;
  part(root, "sum").textContent = total > 0 ? count("quarantine.sum", total) : "";
  const all = root.querySelector("[data-act='replay-all']");
  if (all) {
    all.hidden = total === 0;
    all.textContent = feed ? say("quarantine.replay-all.feed", titleOf(feed)) : say("quarantine.replay-all");
    all.disabled = replaying;
  }
  root.querySelector("[data-act='older']").hidden = held.length >= total;
  offerFeeds();
  place();
}

const titleOf = (name) => names[name] ?? name;

function offerFeeds() {
  const known = new Set([...held.map((payload) => payload.feed), ...(feed ? [feed] : []), ...[...feedChoice.options].map((option) => option.value)]);
  known.delete("");
  part(root, "feed-box").hidden = known.size < 2 && feed === "";
  const first = feedChoice.options[0];
  feedChoice.replaceChildren(
    first,
    ...[...known].sort().map((name) => {
      const option = element("option", "", titleOf(name));
      option.value = name;
      return option;
    }),
  );
  feedChoice.value = feed;
}

function place() {
  const before = new Map([...rows.children].map((row) => [row.dataset.id, row]));
  rows.replaceChildren(
    ...held.map((payload) => {
      const row = before.get(String(payload.id)) ?? fromTemplate("held-row");
      row.dataset.id = payload.id;
      fill(row, payload);
      return row;
    }),
  );
}

function fill(row, payload) {
  part(row, "name").textContent = payload.name || say("quarantine.no-name");
  part(row, "reason").textContent = payload.reason;
  part(row, "facts").replaceChildren(
    `${titleOf(payload.feed)} · ${size(payload.size)} · `,
    timeElement(payload.receivedAt, ago(payload.receivedAt)),
    payload.replays > 0 ? ` · ${count("quarantine.tried", payload.replays)}` : "",
  );
  row.firstElementChild.setAttribute("aria-current", String(String(payload.id) === id));
}

function size(bytes) {
  if (bytes < 1024) {
    return say("size.bytes", number(bytes));
  }
  return bytes < 1024 * 1024 ? say("size.kb", number(Math.round(bytes / 1024))) : say("size.mb", (bytes / 1024 / 1024).toFixed(1));
}

async function open(which, { focus = true } = {}) {
  id = String(which);
  remember();
  place();
  try {
    const payload = await get(`${ADDRESS}/${encodeURIComponent(id)}`);
    if (String(payload.id) !== id) {
      return;
    }
    showOne(payload);
    if (focus) {
      look.focus();
    }
  } catch (problem) {
    close();
    notice(problem.sentence ?? say("problem.page"), { problem: true, key: "look", does: [{ words: say("retry"), run: () => open(which) }] });
  }
}

function showOne(payload) {
  part(root, "none").hidden = true;
  look.hidden = false;
  panes.classList.add("is-looking");
  part(look, "name").textContent = payload.name || say("quarantine.no-name");
  part(look, "reason").textContent = payload.reason;
  const facts = [
    ["feed", linkToFeed(payload.feed)],
    ["size", size(payload.size)],
    ["received", timeElement(payload.receivedAt)],
    ["format", payload.format || say("quarantine.format.none")],
    ["replays", number(payload.replays)],
  ];
  part(look, "facts").replaceChildren(...facts.map(([key, value]) => element("div", "", element("dt", "", say(`quarantine.fact.${key}`)), element("dd", "", value))));
  const raw = part(look, "raw");
  raw.href = `/desk/api/intake/payloads/${encodeURIComponent(payload.id)}/raw?${new URLSearchParams({ name: payload.name ?? "" })}`;
  const items = payload.items ?? [];
  part(look, "items").hidden = items.length === 0;
  part(look, "items-heading").hidden = items.length === 0;
  part(look, "items").replaceChildren(...items.map((item) => element("li", "", item.headline || item.guid)));
  const text = payload.text ?? "";
  part(look, "text-heading").textContent = say(payload.size > 64 * 1024 ? "quarantine.text.part" : "quarantine.text");
  part(look, "text").classList.toggle("is-empty", text === "");
  showVisibly(part(look, "text"), text === "" ? say("quarantine.text.none") : text);
}

function linkToFeed(name) {
  const link = element("a", "", titleOf(name));
  link.href = `/desk/feeds/${encodeURIComponent(name)}`;
  return link;
}

function close({ focus = true } = {}) {
  const row = rows.querySelector(`[data-id="${CSS.escape(id)}"] button`);
  id = "";
  remember();
  look.hidden = true;
  part(root, "none").hidden = false;
  panes.classList.remove("is-looking");
  place();
  if (focus) {
    row?.focus();
  }
}

function remember() {
  const query = new URLSearchParams({ ...(feed && { feed }), ...(id && { id }) });
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
}

/** After one has gone, the next takes its place. */
function goOn(gone) {
  const at = held.findIndex((payload) => String(payload.id) === String(gone));
  held = held.filter((payload) => String(payload.id) !== String(gone));
  total = Math.max(0, total - 1);
  const next = held[Math.min(at, held.length - 1)];
  show();
  document.dispatchEvent(new CustomEvent("desk:intake-changed"));
  if (next && at >= 0) {
    open(next.id);
  } else {
    close({ focus: false });
    root.focus();
  }
}

async function replay() {
  const which = id;
  const answer = await post(`${ADDRESS}/${encodeURIComponent(which)}/replay`, {}, LONGEST_REPLAY);
  if (answer.state === "quarantined") {
    notice(say("quarantine.still", answer.reason), { problem: true, key: "replay" });
    await load();
    await open(which);
  } else {
    notice(count("quarantine.read", (answer.items ?? []).length), { key: "replay", lasts: 10_000, does: [{ words: say("quarantine.basket"), href: "/desk/wire" }] });
    goOn(which);
  }
}

/** Reads all in again; meanwhile says how far it is. */
async function replayAll() {
  const box = part(root, "replaying");
  const bar = part(root, "progress");
  const outcome = part(root, "outcome");
  replaying = true;
  outcome.hidden = true;
  box.hidden = false;
  bar.removeAttribute("value");
  part(root, "replaying-words").textContent = say("quarantine.replaying", number(total));
  show();
  const all = total;
  try {
    let answer = await post(`${ADDRESS}/replay`, { feed: feed || null }, LONGEST_REPLAY);
    while (answer.running) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      answer = await get(`${ADDRESS}/replay`);
      const done = answer.settled + answer.still;
      bar.max = Math.max(1, answer.asked);
      bar.value = done;
      part(root, "replaying-words").textContent = say("quarantine.progress", number(done), number(answer.asked));
    }
    outcome.hidden = false;
    outcome.classList.toggle("is-warning", answer.still > 0);
    outcome.textContent = answer.still > 0 ? say("quarantine.outcome.still", number(answer.settled), number(answer.asked), number(answer.still)) : say("quarantine.outcome", number(answer.asked || all));
    close({ focus: false });
    document.dispatchEvent(new CustomEvent("desk:intake-changed"));
  } finally {
    replaying = false;
    box.hidden = true;
    await load();
  }
}

async function drop() {
  const which = id;
  const dialog = document.querySelector("[data-dialog='drop']");
  const field = dialog.querySelector("#drop-reason");
  const problem = part(dialog, "problem");
  field.value = "";
  field.removeAttribute("aria-invalid");
  problem.hidden = true;
  part(dialog, "go").onclick = () => {
    if (field.value.trim() === "") {
      problem.hidden = false;
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", "drop-problem");
      field.focus();
    } else {
      dialog.close("go");
    }
  };
  if ((await asked(dialog)) === "go") {
    await post(`${ADDRESS}/${encodeURIComponent(which)}/drop`, { reason: field.value.trim() });
    announce(say("quarantine.dropped"));
    goOn(which);
  }
}

async function older() {
  const page = await fetchPage(held.at(-1).id, STEP);
  const known = new Set(held.map((payload) => payload.id));
  const from = rows.children.length;
  held = [...held, ...page.payloads.filter((payload) => !known.has(payload.id))];
  show();
  if (page.payloads.length === 0) {
    root.querySelector("[data-act='older']").hidden = true;
  }
  rows.children[from]?.firstElementChild.focus();
}

async function act(work, button) {
  button?.setAttribute("aria-busy", "true");
  try {
    await work();
  } catch (problem) {
    notice(problem.sentence ?? say("problem.page"), { problem: true, key: "act", does: [{ words: say("retry"), run: () => act(work) }] });
  } finally {
    button?.removeAttribute("aria-busy");
  }
}

const ACTS = { replay, drop, older, back: async () => close(), "replay-all": replayAll };

root.addEventListener("click", (event) => {
  const row = event.target.closest("[data-id]");
  const button = event.target.closest("[data-act]");
  if (row) {
    open(row.dataset.id);
  } else if (button && button.getAttribute("aria-busy") !== "true") {
    act(ACTS[button.dataset.act], button);
  }
});
feedChoice.addEventListener("change", () => {
  feed = feedChoice.value;
  part(root, "outcome").hidden = true;
  held = [];
  close({ focus: false });
  load();
});
document.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
    return;
  }
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  const inText = event.target.closest?.(".raw-text");
  if (step && held.length > 0 && !inText) {
    event.preventDefault();
    const at = held.findIndex((payload) => String(payload.id) === id);
    const next = held[at < 0 ? 0 : Math.min(held.length - 1, Math.max(0, at + step))];
    open(next.id, { focus: false });
    rows.querySelector(`[data-id="${CSS.escape(String(next.id))}"] button`)?.focus();
  } else if (event.key === "Escape" && id) {
    close();
  } else if (may && id && event.key === "r") {
    act(replay, root.querySelector("[data-act='replay']"));
  } else if (may && id && event.key === "x") {
    event.preventDefault();
    act(drop);
  }
});
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && !replaying && load());

get("/desk/api/intake/feeds")
  .then((feeds) => {
    names = Object.fromEntries(feeds.map((one) => [one.name, one.title || one.name]));
    if (loaded) {
      show();
    }
  })
  .catch(() => {
    // Their short names do as well; the list says what is wrong.
  });
load().then(() => id && open(id, { focus: false }));
