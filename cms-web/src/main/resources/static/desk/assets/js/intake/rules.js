// The rules of routing in the order in which they are asked; moved by keyboard, by button or by dragging.
import { announce, notice } from "../announce.js";
import { element, fromTemplate, isTyping, part } from "../elements.js";
import { get, post, put } from "../newsroom.js";
import { say } from "../words.js";
import { sentenceOf } from "./rule-sentence.js";

const ADDRESS = "/desk/api/intake/rules";

const root = document.querySelector("[data-rules]");
const may = root.dataset.may === "true";
const rows = part(root, "rows");
const sections = Object.fromEntries([...part(root, "sections").children].map((one) => [one.dataset.slug, one.textContent]));
const names = { feed: (name) => feeds[name] ?? name, section: (slug) => sections[slug] ?? slug };

let feeds = {};
let rules = [];
let dragged = null;

async function load() {
  const state = part(root, "state");
  try {
    const [all, known] = await Promise.all([get(ADDRESS), get("/desk/api/intake/feeds").catch(() => [])]);
    feeds = Object.fromEntries(known.map((one) => [one.name, one.title || one.name]));
    rules = all;
    state.classList.remove("is-trouble");
    state.hidden = rules.length > 0;
    state.textContent = say(may ? "rules.empty" : "rules.empty.reading");
    draw();
  } catch (problem) {
    const again = element("button", "button", say("retry"));
    again.type = "button";
    again.addEventListener("click", load);
    state.hidden = false;
    state.classList.add("is-trouble");
    state.replaceChildren(problem.sentence ?? say("problem.page"), " ", again);
  }
}

function draw() {
  rows.hidden = rules.length === 0;
  rows.replaceChildren(...rules.map(row));
}

function row(rule, at) {
  const line = fromTemplate("rule-row");
  line.dataset.id = rule.id;
  line.classList.toggle("is-off", !rule.active);
  const link = part(line, "name");
  link.textContent = rule.name;
  link.href = `/desk/rules/${encodeURIComponent(rule.id)}`;
  part(line, "off").hidden = rule.active;
  part(line, "sentence").replaceChildren(...sentenceOf(rule, names));
  if (may) {
    const [up, down] = line.querySelectorAll("[data-move]");
    up.setAttribute("aria-label", say("rules.up", rule.name));
    down.setAttribute("aria-label", say("rules.down", rule.name));
    up.disabled = at === 0;
    down.disabled = at === rules.length - 1;
    const active = part(line, "active");
    active.checked = rule.active;
    part(line, "active-words").textContent = say("rules.active", rule.name);
    active.addEventListener("change", () => turn(rule, active));
    drags(line);
  }
  return line;
}

async function turn(rule, box) {
  try {
    const kept = await put(`${ADDRESS}/${encodeURIComponent(rule.id)}`, { ...rule, active: box.checked });
    rules = rules.map((one) => (one.id === rule.id ? { ...one, ...kept } : one));
    draw();
    rows.querySelector(`[data-id="${CSS.escape(rule.id)}"] [data-part="active"]`)?.focus();
    notice(say(kept.active ? "rules.on" : "rules.off", rule.name), {
      key: "turn",
      lasts: 8_000,
      does: [{ words: say("wire.undo"), run: () => turn({ ...rule, ...kept }, { checked: !kept.active }) }],
    });
  } catch (problem) {
    notice(problem.sentence ?? say("problem.page"), { problem: true, key: "turn", does: [{ words: say("rules.reload"), run: load }] });
    await load();
  }
}

/** Puts a rule at another place, at once here and then in the wire room; back again if that will not have it. */
async function move(id, to, focus) {
  const from = rules.findIndex((rule) => rule.id === id);
  const place = Math.min(rules.length - 1, Math.max(0, to));
  if (from < 0 || from === place) {
    return;
  }
  const before = rules;
  const [moved] = rules.slice(from, from + 1);
  rules = rules.filter((rule) => rule.id !== id);
  rules.splice(place, 0, moved);
  draw();
  refocus(id, focus);
  try {
    await post(`${ADDRESS}/order`, { ids: rules.map((rule) => rule.id) });
    announce(say("rules.moved", moved.name, place + 1, rules.length));
  } catch (problem) {
    rules = before;
    draw();
    notice(problem.sentence ?? say("problem.page"), { problem: true, key: "order", does: [{ words: say("rules.reload"), run: load }] });
  }
}

function refocus(id, focus) {
  const line = rows.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const wanted = line?.querySelector(focus);
  (wanted && !wanted.disabled ? wanted : part(line, "name")).focus();
  line?.scrollIntoView({ block: "nearest" });
}

function drags(line) {
  const handle = part(line, "handle");
  handle.addEventListener("pointerdown", () => (line.draggable = true));
  handle.addEventListener("pointerup", () => (line.draggable = false));
  line.addEventListener("dragstart", (event) => {
    dragged = line;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", line.dataset.id);
    line.classList.add("is-dragged");
  });
  line.addEventListener("dragend", () => {
    line.draggable = false;
    line.classList.remove("is-dragged");
    rows.querySelectorAll(".is-over").forEach((over) => over.classList.remove("is-over"));
    dragged = null;
  });
  line.addEventListener("dragover", (event) => {
    if (dragged && dragged !== line) {
      event.preventDefault();
      rows.querySelectorAll(".is-over").forEach((over) => over.classList.toggle("is-over", over === line));
      line.classList.add("is-over");
    }
  });
  line.addEventListener("drop", (event) => {
    if (dragged) {
      event.preventDefault();
      const id = dragged.dataset.id;
      move(id, rules.findIndex((rule) => rule.id === line.dataset.id), "[data-part='name']");
    }
  });
}

rows.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (button) {
    const id = button.closest("[data-id]").dataset.id;
    const step = Number(button.dataset.move);
    move(id, rules.findIndex((rule) => rule.id === id) + step, `[data-move="${step}"]`);
  }
});
document.addEventListener("keydown", (event) => {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || (isTyping(event) && event.target.type !== "checkbox")) {
    return;
  }
  const line = document.activeElement?.closest("[data-id]");
  if (event.altKey) {
    if (line && may && event.key.startsWith("Arrow")) {
      event.preventDefault();
      move(line.dataset.id, rules.findIndex((rule) => rule.id === line.dataset.id) + step, "[data-part='name']");
    }
    return;
  }
  const links = [...rows.querySelectorAll("[data-part='name']")];
  const at = line ? [...rows.children].indexOf(line) : -1;
  const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
load();
