// The wire basket: what has come in, who takes it, what is dropped.
import { announce, notice } from "../announce.js";
import { calmly, element, isTyping } from "../elements.js";
import { get, post, SignedOut } from "../newsroom.js";
import { count, say } from "../words.js";
import { Filters } from "./filters.js";
import { follow } from "./live.js";
import { WireList } from "./list.js";
import { showItem } from "./reading.js";
import { keyOf } from "./row.js";

const PAGE = 60;
const API = "/desk/api/wire";

const root = document.querySelector("[data-wire]");
const pane = root.querySelector("[data-reading]");
const paneBox = root.querySelector("[data-reading-pane]");
const state = root.querySelector("[data-list-state]");
const older = root.querySelector("[data-older]");
const filterField = root.querySelector("[data-filter]");
const acts = root.querySelector("[data-acts]");
const wide = window.matchMedia("(min-width: 62rem)");

let asked = 0;
let reachedEnd = false;
let lastDropped = null;
let answered = null;

const list = new WireList(root, {
  onSelect(item) {
    offer(item);
    if (wide.matches) {
      readSoon(item);
    }
  },
  onOpen: open,
});

const filters = new Filters(root, load);
const query = (more = {}) => filters.query({ limit: PAGE, ...more });

// ---- filling the list

async function load() {
  const mine = ++asked;
  root.setAttribute("aria-busy", "true");
  filters.mark();
  try {
    const answer = await get(`${API}?${query()}`);
    if (mine !== asked) {
      return;
    }
    reachedEnd = answer.items.length < PAGE;
    list.replace(answer.items);
    counts(answer);
    settle();
  } catch (problem) {
    if (mine === asked) {
      failed(problem, load);
    }
  } finally {
    root.removeAttribute("aria-busy");
  }
}

let refreshing = false;
let again = false;

async function refresh() {
  if (refreshing) {
    again = true;
    return;
  }
  refreshing = true;
  const mine = asked;
  try {
    const answer = await get(`${API}?${query()}`);
    if (mine === asked) {
      const arrived = list.refresh(answer.items, answer.items.length < PAGE);
      counts(answer);
      settle();
      if (arrived > 0) {
        announce(count("wire.arrived", arrived));
      }
    }
  } catch (problem) {
    // The lamp already says when the line is down; its return brings everything.
    if (problem instanceof SignedOut) {
      failed(problem, refresh);
    }
  } finally {
    refreshing = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

async function loadOlder() {
  const last = list.items.at(-1);
  if (!last || older.disabled) {
    return;
  }
  const mine = asked;
  older.disabled = true;
  try {
    const answer = await get(`${API}?${query({ before: last.position })}`);
    if (mine === asked) {
      reachedEnd = answer.items.length < PAGE;
      list.append(answer.items);
      settle();
    }
  } catch (problem) {
    failed(problem, loadOlder);
  } finally {
    older.disabled = false;
  }
}

function failed(problem, retry) {
  notice(problem.sentence ?? say("problem.page"), {
    problem: true,
    key: "list",
    does: [{ words: say("retry"), run: retry }, ...(problem instanceof SignedOut ? [signIn()] : [])],
  });
}

const signIn = () => ({ words: say("sign-in"), href: "/desk/sign-in" });

// A kill that has not reached the site yet is nobody's to overlook.
function alarm() {
  const killed = list.items.filter((item) => item.relation === "published-here" && item.story);
  const box = root.querySelector("[data-alarm]");
  box.hidden = killed.length === 0;
  box.replaceChildren(
    ...killed.slice(0, 3).map((item) => {
      const open = element("a", "", say("wire.open-story"));
      open.href = `/desk/stories/${item.story.id}`;
      return element("p", "alarm", say("wire.alarm", item.headline), " ", open);
    }),
  );
}

function settle() {
  alarm();
  older.hidden = reachedEnd || list.size === 0;
  state.hidden = list.shown > 0;
  state.textContent = list.size === 0 ? say(`wire.empty.${filters.show}`) : say("wire.empty.filter");
}

function counts({ counts: numbers, desks }) {
  const all = ["untaken", "taken", "dropped", "expired"].reduce((sum, part) => sum + Number(numbers[part]), 0);
  for (const tab of root.querySelectorAll("[data-show]")) {
    const number = tab.dataset.show === "all" ? all : numbers[tab.dataset.show];
    tab.querySelector("[data-part='count']").textContent = number ?? "";
  }
  document.title = say("wire.title", numbers.untaken);
  filters.offerDesks(desks ?? []);
}

filterField.addEventListener("input", () => {
  list.filter(filterField.value);
  settle();
});
older.addEventListener("click", loadOlder);

// ---- reading

const readSoon = calmly(read, 90);

async function read(item) {
  if (!item) {
    pane.replaceChildren();
    pane.dataset.empty = "";
    return;
  }
  delete pane.dataset.empty;
  const key = keyOf(item);
  if (answered?.key === key && answered.version === item.version) {
    shown(item);
    return;
  }
  pane.setAttribute("aria-busy", "true");
  try {
    const answer = await get(`${API}/item?${new URLSearchParams({ provider: item.provider, guid: item.guid })}`);
    if (list.selected && keyOf(list.selected) === key) {
      answered = { key, version: item.version, answer };
      shown(item);
      paneBox.scrollTop = 0;
    }
  } catch (problem) {
    if (list.selected && keyOf(list.selected) === key) {
      failed(problem, () => read(item));
    }
  } finally {
    pane.removeAttribute("aria-busy");
  }
}

function shown(item) {
  showItem(pane, item, answered.answer, { read: readOther, take });
  acts.querySelector("[data-act='take']").disabled = answered.answer.mayBeTaken === false && !item.story;
}

/** Another item in the pane, while the list stays where it is. */
async function readOther(other) {
  try {
    const answer = await get(`${API}/item?${new URLSearchParams({ provider: other.provider, guid: other.guid })}`);
    answered = null;
    showItem(pane, { ...answer, ...answer.item, pictures: answer.pictures.length }, answer, { read: readOther, take });
    paneBox.scrollTop = 0;
    pane.querySelector("[data-part='headline']")?.focus();
  } catch (problem) {
    failed(problem, () => readOther(other));
  }
}

async function open(item) {
  if (!item) {
    return;
  }
  root.dataset.reading = "open";
  readSoon.cancel();
  await read(item);
  if (!wide.matches) {
    pane.querySelector("[data-part='headline']")?.focus();
  }
}

function close() {
  delete root.dataset.reading;
  list.focus();
}

// ---- what the desk can do

function offer(item) {
  for (const button of acts.querySelectorAll("[data-act]")) {
    button.disabled = !item;
  }
  const aside = ["dropped", "expired"].includes(filters.show) || item?.dropped || item?.expired;
  acts.querySelector("[data-act='drop']").hidden = Boolean(aside) || Boolean(item?.story);
  acts.querySelector("[data-act='lift']").hidden = !aside;
  acts.querySelector("[data-part='take-words']").textContent = say(item?.story ? "wire.open-story" : "wire.take");
}

async function take(item) {
  if (!item) {
    return;
  }
  if (item.story) {
    location.assign(`/desk/stories/${item.story.id}`);
    return;
  }
  const button = acts.querySelector("[data-act='take']");
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  announce(say("wire.taking", item.headline));
  try {
    const made = await post(`${API}/take`, { provider: item.provider, guid: item.guid });
    location.assign(made.address);
  } catch (problem) {
    failedAct(problem, () => take(item));
  } finally {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
}

async function drop(item) {
  if (!item || item.story || filters.show === "dropped") {
    return;
  }
  const leaves = filters.show === "untaken";
  if (leaves) {
    list.remove(keyOf(item));
    settle();
  }
  try {
    await post(`${API}/drop`, { provider: item.provider, guid: item.guid });
    lastDropped = item;
    notice(say("wire.dropped", item.headline), {
      key: "dropped",
      lasts: 12_000,
      does: [{ words: say("wire.undo"), run: () => lift(item) }],
    });
  } catch (problem) {
    failedAct(problem, () => drop(item));
  }
  refresh();
}

async function lift(item) {
  if (!item) {
    return;
  }
  try {
    await post(`${API}/lift`, { provider: item.provider, guid: item.guid });
    lastDropped = null;
    document.querySelector("[data-notices] [data-key='dropped']")?.remove();
    announce(say("wire.lifted", item.headline));
  } catch (problem) {
    failedAct(problem, () => lift(item));
  }
  await refresh();
  if (list.item(keyOf(item)) && !["dropped", "expired"].includes(filters.show)) {
    list.select(keyOf(item));
  }
}

function failedAct(problem, retry) {
  const final = problem.status >= 400 && problem.status < 500 && problem.status !== 401;
  notice(problem.sentence ?? say("problem.page"), {
    problem: true,
    key: "act",
    does: final ? [] : [{ words: say("retry"), run: retry }],
  });
}

acts.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act) {
    does[act]();
  }
});

const does = {
  take: () => take(list.selected),
  drop: () => drop(list.selected),
  lift: () => lift(list.selected),
  close,
};

// ---- keys

const keys = {
  j: () => list.move(1),
  k: () => list.move(-1),
  ArrowDown: () => list.move(1),
  ArrowUp: () => list.move(-1),
  PageDown: () => list.move(8),
  PageUp: () => list.move(-8),
  Home: () => list.move(-Infinity),
  End: () => list.move(Infinity),
  Enter: () => open(list.selected),
  t: () => take(list.selected),
  x: () => drop(list.selected),
  u: () => lift(["dropped", "expired"].includes(filters.show) ? list.selected : lastDropped),
  "/": () => filterField.focus(),
  Escape: close,
};

document.addEventListener("keydown", (event) => {
  if (event.target === filterField && (event.key === "Escape" || event.key === "Enter" || event.key === "ArrowDown")) {
    if (event.key === "Escape") {
      filterField.value = "";
      list.filter("");
      settle();
    }
    event.preventDefault();
    list.focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
    return;
  }
  const onControl = event.target.closest?.("button, a, summary");
  const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  const scrollsPane = paneBox.contains(event.target) && /^(Arrow|Page|Home|End)/.test(event.key);
  if (act && !(onControl && event.key === "Enter") && !scrollsPane) {
    event.preventDefault();
    act();
  }
});

wide.addEventListener("change", () => wide.matches && readSoon(list.selected));

load().then(() => list.focus());
follow("/desk/wire/events", document.querySelector("[data-lamp]"), calmly(refresh, 60));
