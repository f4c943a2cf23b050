// The feeds of the wire room: how each stands, kept up to date without moving what somebody is looking at.
import { announce, notice } from "../announce.js";
import { element, fromTemplate, isTyping, part } from "../elements.js";
import { get, post } from "../newsroom.js";
import { ago, timeElement } from "../time.js";
import { count, say } from "../words.js";
import { inWords } from "./durations.js";
import { failsNow, showState, stateOf } from "./states.js";

const EVERY = 10_000;
const ORDER = ["failing", "quiet", "on", "paused"];

const root = document.querySelector("[data-feeds]");
const may = root.dataset.may === "true";
const rows = part(root, "rows");
const table = part(root, "table");
const tools = part(root, "tools");
const emptiness = part(root, "state");
const filter = root.querySelector("[data-filter]");

let feeds = null;
let transports = {};
let state = new URLSearchParams(location.search).get("state") ?? "";
let timer = 0;
let asked = 0;

async function load() {
  clearTimeout(timer);
  const mine = ++asked;
  try {
    const answer = await get("/desk/api/intake/feeds");
    if (mine === asked) {
      feeds = answer;
      show();
    }
  } catch (problem) {
    if (mine === asked) {
      inTrouble(problem.sentence ?? say("problem.page"));
    }
  } finally {
    timer = setTimeout(() => (document.visibilityState === "visible" ? load() : undefined), EVERY);
  }
}

/** What was seen last stays on the page, with a word that it may be old. */
function inTrouble(sentence) {
  emptiness.hidden = false;
  emptiness.classList.add("is-trouble");
  emptiness.replaceChildren(element("span", "", sentence), " ");
  const again = element("button", "button", say("retry"));
  again.type = "button";
  again.addEventListener("click", load);
  emptiness.append(again);
}

function show() {
  if (feeds === null) {
    return;
  }
  emptiness.classList.remove("is-trouble");
  const words = filter.value.trim().toLowerCase();
  const matching = feeds.filter((feed) => words === "" || `${feed.title} ${feed.name}`.toLowerCase().includes(words));
  const seen = matching
    .filter((feed) => state === "" || stateOf(feed) === state)
    .sort((one, other) => rank(one) - rank(other) || titleOf(one).localeCompare(titleOf(other)));
  tools.hidden = feeds.length < 2;
  for (const tab of part(root, "states").children) {
    const of = tab.dataset.state;
    tab.setAttribute("aria-pressed", String(of === state));
    part(tab, "count").textContent = of === "" ? matching.length : matching.filter((feed) => stateOf(feed) === of).length;
  }
  part(root, "sum").textContent = feeds.length === 0 ? "" : count("feeds.sum", feeds.length);
  table.hidden = seen.length === 0;
  emptiness.hidden = seen.length > 0;
  if (feeds.length === 0) {
    emptiness.textContent = say(may ? "feeds.empty" : "feeds.empty.reading");
  } else if (seen.length === 0) {
    emptiness.textContent = say("feeds.none");
  }
  place(seen);
}

const rank = (feed) => ORDER.indexOf(stateOf(feed));
const titleOf = (feed) => feed.title || feed.name;

/** Rows are filled anew where they stand; one that has the focus keeps it. */
function place(seen) {
  const held = new Map([...rows.children].map((row) => [row.dataset.name, row]));
  let at = rows.firstElementChild;
  for (const feed of seen) {
    const row = held.get(feed.name) ?? newRow(feed.name);
    held.delete(feed.name);
    fill(row, feed);
    if (row === at) {
      at = at.nextElementSibling;
    } else {
      rows.insertBefore(row, at);
    }
  }
  held.forEach((row) => row.remove());
}

function newRow(name) {
  const row = fromTemplate("feed-row");
  row.dataset.name = name;
  part(row, "title").href = `/desk/feeds/${encodeURIComponent(name)}`;
  part(row, "pause")?.addEventListener("click", () => turn(name));
  return row;
}

function fill(row, feed) {
  const now = stateOf(feed);
  put(row, "title", titleOf(feed));
  put(row, "facts", `${feed.name} · ${transports[feed.transport] ?? feed.transport}`);
  showState(part(row, "state"), now);
  const error = part(row, "error");
  error.hidden = !(feed.lastError && (now === "failing" || failsNow(feed)));
  error.textContent = feed.lastError ?? "";
  part(row, "last").replaceChildren(feed.lastReceivedAt ? timeElement(feed.lastReceivedAt, ago(feed.lastReceivedAt)) : say("feed.never"));
  put(row, "today", feed.counts?.today ?? 0);
  put(row, "total", feed.counts?.total ?? 0);
  const held = feed.counts?.quarantined ?? 0;
  const cell = part(row, "quarantined");
  if (held > 0) {
    const link = cell.querySelector("a") ?? element("a", "badge badge-warn");
    link.href = `/desk/quarantine?feed=${encodeURIComponent(feed.name)}`;
    link.textContent = number(held);
    link.setAttribute("aria-label", say("feed.quarantined.look", number(held), titleOf(feed)));
    cell.replaceChildren(link);
  } else {
    cell.textContent = "0";
  }
  put(row, "gap", feed.usualGap ? inWords(feed.usualGap) : "–");
  const button = part(row, "pause");
  if (button) {
    button.textContent = say(feed.paused ? "feed.resume" : "feed.pause");
    button.setAttribute("aria-label", say(feed.paused ? "feed.resume.it" : "feed.pause.it", titleOf(feed)));
  }
}

const number = (value) => Number(value).toLocaleString(document.documentElement.lang || "en");

function put(row, name, value) {
  const cell = part(row, name);
  const words = typeof value === "number" ? number(value) : value;
  if (cell.textContent !== words) {
    cell.textContent = words;
  }
}

async function turn(name) {
  const feed = feeds.find((one) => one.name === name);
  const step = feed.paused ? "resume" : "pause";
  const button = rows.querySelector(`[data-name="${CSS.escape(name)}"] [data-part="pause"]`);
  button.setAttribute("aria-busy", "true");
  try {
    await post(`/desk/api/intake/feeds/${encodeURIComponent(name)}/${step}`);
    notice(say(`feed.${step}d`, titleOf(feed)), {
      key: `turned-${name}`,
      lasts: 10_000,
      does: [{ words: say("wire.undo"), run: () => turn(name) }],
    });
    document.dispatchEvent(new CustomEvent("desk:intake-changed"));
    await load();
  } catch (problem) {
    notice(problem.sentence ?? say("problem.page"), { problem: true, key: `turned-${name}`, does: [{ words: say("retry"), run: () => turn(name) }] });
  } finally {
    button.removeAttribute("aria-busy");
  }
}

document.addEventListener("desk:standing", (event) => {
  const list = part(root, "alarms");
  const alarms = event.detail.filter((alarm) => alarm.href);
  list.hidden = alarms.length === 0;
  list.replaceChildren(
    ...alarms.map((alarm) => {
      const link = element("a", "", alarm.sentence);
      link.href = alarm.href;
      return element("li", `sentence ${alarm.kind === "failing" ? "is-problem" : "is-warning"}`, link);
    }),
  );
  show();
});

part(root, "states").addEventListener("click", (event) => {
  const tab = event.target.closest("button");
  if (tab) {
    state = tab.dataset.state;
    history.replaceState(null, "", state ? `?state=${state}` : location.pathname);
    show();
    announce(count("feeds.sum", rows.children.length));
  }
});
filter.addEventListener("input", show);
filter.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && filter.value !== "") {
    filter.value = "";
    show();
  }
});
document.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === "/" && !tools.hidden) {
    event.preventDefault();
    filter.focus();
    return;
  }
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step) {
    const links = [...rows.querySelectorAll("[data-part='title']")];
    const at = links.indexOf(document.activeElement);
    const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
});
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && load());

get("/desk/api/intake/transports")
  .then((all) => {
    transports = Object.fromEntries(all.map((one) => [one.transport, one.title]));
    show();
  })
  .catch(() => {
    // The names of the transports are a nicety; the list says what is wrong.
  });
load();
