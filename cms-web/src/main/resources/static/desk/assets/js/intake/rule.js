// One rule: which copy it is for, what happens to it, and what it would have done with the last items, while it is
// being written.
import { notice } from "../announce.js";
import { asked } from "../dialogs.js";
import { calmly, element, part } from "../elements.js";
import { get, post, put, Refused, remove } from "../newsroom.js";
import { say } from "../words.js";
import { Chips } from "./chips.js";
import { clearFaults, showFaults } from "./forms.js";
import { rehearse } from "./rehearsal.js";
import { sentenceOf, subjectName } from "./rule-sentence.js";
import { TOPICS } from "./topics.js";

const ADDRESS = "/desk/api/intake/rules";

const root = document.querySelector("[data-rule]");
const form = root.querySelector("[data-rule-form]");
const may = root.dataset.may === "true";
const id = root.dataset.id ?? "";
const fields = form.elements;

let feeds = {};
let kept = { name: "", active: true, version: 0, when: {}, then: {} };
let unsaved = false;

const names = {
  feed: (name) => feeds[name] ?? name,
  section: (slug) => [...fields.section.options].find((option) => option.value === slug && slug !== "")?.textContent ?? slug,
};
const chips = Object.fromEntries(
  ["feeds", "subjects", "sections", "words", "tags"].map((key) => [
    key,
    new Chips(form.querySelector(`[data-chips="${key}"]`), {
      name: { feeds: names.feed, subjects: subjectName }[key] ?? ((value) => value),
      hint: say(`rule.hint.${key}`),
      readOnly: !may,
      changed,
    }),
  ]),
);
chips.subjects.offer(TOPICS.map((code) => ({ value: `medtop:${code}`, name: subjectName(`medtop:${code}`) })));

async function begin() {
  const waiting = part(root, "waiting");
  try {
    const [rules, known] = await Promise.all([get(ADDRESS), get("/desk/api/intake/feeds").catch(() => [])]);
    feeds = Object.fromEntries(known.map((feed) => [feed.name, feed.title || feed.name]));
    chips.feeds.offer(known.map((feed) => ({ value: feed.name, name: feed.title || feed.name })));
    offerDesks(rules);
    if (id) {
      const found = rules.find((rule) => rule.id === id);
      if (!found) {
        waiting.textContent = say("rule.missing");
        return;
      }
      kept = found;
      part(root, "acts").hidden = !may;
    }
    fill(kept);
    waiting.hidden = true;
    part(root, "page").hidden = false;
    refresh();
    tryOut();
    if (!id) {
      fields.name.focus();
    }
  } catch (problem) {
    const again = element("button", "button", say("retry"));
    again.type = "button";
    again.addEventListener("click", begin);
    waiting.replaceChildren(problem.sentence ?? say("problem.page"), " ", again);
  } finally {
    root.removeAttribute("aria-busy");
  }
}

/** Desks that other rules name already come first: one desk, one spelling. */
function offerDesks(rules) {
  const list = document.getElementById("rule-desks");
  const known = new Set([...list.options].map((option) => option.value));
  for (const desk of new Set(rules.map((rule) => rule.then?.desk).filter(Boolean))) {
    if (!known.has(desk)) {
      const option = element("option");
      option.value = desk;
      list.prepend(option);
    }
  }
}

function fill(rule) {
  const when = rule.when ?? {};
  const then = rule.then ?? {};
  fields.name.value = rule.name ?? "";
  fields.active.checked = rule.active !== false;
  for (const key of ["feeds", "subjects", "sections", "words"]) {
    chips[key].values = when[key] ?? [];
  }
  chips.tags.values = then.tags ?? [];
  tick("kinds", (when.kinds ?? []).map((kind) => kind.toLowerCase()));
  fields.urgency.value = when.urgencyAtMost ?? "";
  fields.hours.checked = Boolean(when.hours);
  fields.from.value = when.hours?.from ?? "";
  fields.to.value = when.hours?.to ?? "";
  fields.zone.value = when.hours?.zone || document.documentElement.dataset.zone;
  tick("days", when.hours?.days ?? []);
  fields.desk.value = then.desk ?? "";
  fields.section.value = then.section ?? "";
  fields.autoPublish.checked = Boolean(then.autoPublish);
  fields.stop.checked = Boolean(then.stop);
  if (id) {
    part(root, "heading").textContent = rule.name;
    document.title = say("rule.title", rule.name);
  }
}

function tick(name, values) {
  for (const box of form.querySelectorAll(`input[name="${name}"]`)) {
    box.checked = values.includes(box.value);
  }
}

const ticked = (name) => [...form.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value);

/** The rule as it stands in the form. */
function written() {
  return {
    ...(id && { id }),
    name: fields.name.value.trim(),
    active: fields.active.checked,
    version: kept.version ?? 0,
    when: {
      feeds: chips.feeds.values,
      sections: chips.sections.values,
      subjects: chips.subjects.values,
      urgencyAtMost: fields.urgency.value === "" ? null : Number(fields.urgency.value),
      words: chips.words.values,
      hours: fields.hours.checked ? { from: fields.from.value, to: fields.to.value, zone: fields.zone.value.trim(), days: ticked("days") } : null,
      kinds: ticked("kinds"),
    },
    then: {
      desk: fields.desk.value.trim(),
      section: fields.section.value,
      tags: chips.tags.values,
      autoPublish: fields.autoPublish.checked,
      stop: fields.stop.checked,
    },
  };
}

function changed() {
  unsaved = true;
  refresh();
  tryOut();
}

function refresh() {
  document.getElementById("rule-hours").hidden = !fields.hours.checked;
  part(root, "sentence").replaceChildren(...sentenceOf(written(), names));
}

const tryOut = calmly(() => rehearse(root, written(), names), 400);

async function save(over = null) {
  if (!may) {
    return;
  }
  clearFaults(form);
  part(root, "problem").hidden = true;
  const rule = written();
  if (over !== null) {
    rule.version = over;
  }
  const button = form.querySelector("[data-act='save']");
  button.disabled = true;
  try {
    await (id ? put(`${ADDRESS}/${encodeURIComponent(id)}`, rule) : post(ADDRESS, rule));
    unsaved = false;
    location.assign("/desk/rules");
  } catch (problem) {
    button.disabled = false;
    await refused(problem, rule);
  }
}

async function refused(problem, rule) {
  if (problem instanceof Refused && problem.status === 409 && id) {
    await settleConflict(rule);
  } else if (problem instanceof Refused && Array.isArray(problem.problem.faults) && problem.problem.faults.length > 0) {
    const homeless = showFaults(form, problem.problem.faults);
    const place = part(root, "problem");
    place.textContent = homeless.length > 0 ? homeless.join(" ") : say("form.fault.some");
    place.hidden = false;
  } else {
    notice(problem.sentence ?? say("problem.page"), { problem: true, key: "save", does: [{ words: say("retry"), run: () => save() }] });
  }
}

async function settleConflict(mine) {
  const theirs = (await get(ADDRESS)).find((rule) => rule.id === id);
  if (!theirs) {
    notice(say("rule.missing"), { problem: true, key: "save" });
    return;
  }
  const dialog = document.querySelector("[data-dialog='conflict']");
  part(dialog, "theirs").replaceChildren(element("b", "", theirs.name), ": ", ...sentenceOf(theirs, names));
  part(dialog, "mine").replaceChildren(element("b", "", mine.name), ": ", ...sentenceOf(mine, names));
  if ((await asked(dialog)) === "mine") {
    await save(theirs.version);
  } else {
    kept = theirs;
    fill(theirs);
    unsaved = false;
    refresh();
    tryOut();
  }
}

async function takeAway() {
  if ((await asked(document.querySelector("[data-dialog='remove']"))) !== "go") {
    return;
  }
  try {
    await remove(`${ADDRESS}/${encodeURIComponent(id)}`);
    unsaved = false;
    location.assign("/desk/rules");
  } catch (problem) {
    notice(problem.sentence ?? say("problem.page"), { problem: true, key: "remove", does: [{ words: say("retry"), run: takeAway }] });
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
form.addEventListener("input", (event) => {
  // What is being typed into a field of chips is no part of the rule yet.
  if (!event.target.closest("[data-chips]")) {
    changed();
  }
});
root.querySelector("[data-act='remove']").addEventListener("click", takeAway);
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s" && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    document.activeElement?.blur();
    save();
  }
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved && may) {
    event.preventDefault();
  }
});
begin();
