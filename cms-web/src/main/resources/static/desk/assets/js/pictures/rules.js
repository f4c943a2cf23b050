// The rules of the picture desk as a form: nothing is put in force before it is sent whole.
import { announce } from "../announce.js";
import { calmly, element, part } from "../elements.js";
import { get, post, put } from "../newsroom.js";
import { printed } from "../time.js";
import { say, sayOr } from "../words.js";

const root = document.querySelector("[data-picture-rules]");
const form = part(root, "form");
const problem = part(root, "problem");
const LEVELS = ["blocks", "warns", "advises", "silent"];
const KINDS = ["state-media", "handout"];
const NUMBERS = ["oldAfterDays", "freshForDays", "repeatWithinDays", "archiveDays"];
let version = 0;
let house = null;
let sourceNumber = 0;

async function load() {
  try {
    const answer = await get("/desk/api/picture-rules");
    house = answer.ofTheHouse;
    shown(answer);
    part(root, "state").hidden = true;
    form.hidden = false;
  } catch (refused) {
    part(root, "state").textContent = refused.sentence ?? say("problem.page");
  } finally {
    root.removeAttribute("aria-busy");
  }
}

function shown({ rules, at, by }) {
  version = rules.version;
  part(root, "changed").textContent = at ? say("picture-rules.changed", by, printed(at)) : say("picture-rules.house");
  fill(rules);
}

function fill(rules) {
  part(root, "levels").replaceChildren(
    ...Object.keys(house.levels).map((code) => choice(`levels.${code}`, sayOr(`picture-rules.check.${code}`, code), LEVELS, "level", rules.levels[code] ?? house.levels[code])),
  );
  for (const name of NUMBERS) {
    form.elements[name].value = rules[name];
  }
  form.elements.territories.value = rules.territories.join(", ");
  form.elements.handoutDisclosure.value = rules.handoutDisclosure;
  form.elements.usageTable.value = rules.usageTable;
  part(root, "sources").replaceChildren(...rules.sources.map(source));
}

function choice(name, words, values, prefix, value) {
  const label = element("label", "", words);
  const select = element("select", "", ...values.map((one) => new Option(say(`picture-rules.${prefix}.${one}`), one)));
  select.id = `choice-${name}`;
  select.dataset.name = name;
  select.value = value;
  label.htmlFor = select.id;
  const field = element("p", "field", label, select);
  field.dataset.field = name;
  return field;
}

function text(name, words, value) {
  const label = element("label", "", words);
  const input = element("input", "");
  input.type = "text";
  input.id = name;
  input.value = value;
  label.htmlFor = name;
  return element("p", "field", label, input);
}

function source({ name, kind, disclosure }) {
  sourceNumber += 1;
  const remove = element("button", "button is-quiet", say("picture-rules.remove"));
  remove.type = "button";
  remove.setAttribute("aria-label", `${say("picture-rules.remove")}: ${name}`);
  const line = element(
    "li",
    "",
    text(`source-name-${sourceNumber}`, say("picture-rules.name"), name),
    choice(`source-kind-${sourceNumber}`, say("picture-rules.kind"), KINDS, "kind", kind),
    text(`source-words-${sourceNumber}`, say("picture-rules.disclosure"), disclosure),
    remove,
  );
  remove.addEventListener("click", () => line.remove());
  return line;
}

function read() {
  const levels = {};
  for (const select of part(root, "levels").querySelectorAll("select")) {
    levels[select.dataset.name.slice("levels.".length)] = select.value;
  }
  const sources = [...part(root, "sources").children].map((line) => {
    const [name, disclosure] = line.querySelectorAll("input");
    return { name: name.value, kind: line.querySelector("select").value, disclosure: disclosure.value };
  });
  return {
    version,
    levels,
    ...Object.fromEntries(NUMBERS.map((name) => [name, Number(form.elements[name].value)])),
    territories: form.elements.territories.value.split(/[\s,;]+/).filter(Boolean),
    sources,
    handoutDisclosure: form.elements.handoutDisclosure.value,
    usageTable: form.elements.usageTable.value,
  };
}

async function save() {
  clear();
  try {
    shown(await put("/desk/api/picture-rules", read()));
    announce(say("picture-rules.saved"));
  } catch (refused) {
    fault(refused);
  }
}

function clear() {
  problem.hidden = true;
  form.querySelectorAll("[data-fault]").forEach((mark) => mark.remove());
}

/** Every fault stands at its field; those of the table name their lines. */
function fault(refused) {
  problem.textContent = refused.sentence ?? say("problem.page");
  problem.hidden = false;
  for (const { field, sentence } of refused.problem?.faults ?? []) {
    const mark = element("span", "field-problem", sentence);
    mark.dataset.fault = field;
    place(field).append(mark);
  }
  problem.focus();
}

function place(field) {
  const number = /^sources\[(\d+)\]/.exec(field);
  if (number) {
    return part(root, "sources").children[Number(number[1])] ?? problem;
  }
  return form.querySelector(`[data-field="${CSS.escape(field.replace(/[:[].*$/, ""))}"]`) ?? problem;
}

const rehearse = calmly(async () => {
  const terms = part(root, "terms").value;
  if (!terms.trim()) {
    part(root, "read").replaceChildren();
    return;
  }
  try {
    const answer = await post("/desk/api/picture-rules/rehearsal", { text: terms, usageTable: form.elements.usageTable.value });
    part(root, "read").replaceChildren(
      ...answer.rules.map((rule) => element("li", "", rule.sentence, " ", element("span", "soft", rule.words))),
      ...answer.notUnderstood.map((words) => element("li", "sentence is-warning", say("rights.unread", words))),
    );
  } catch (refused) {
    part(root, "read").replaceChildren(element("li", "sentence is-problem", refused.sentence ?? say("problem.page")));
  }
}, 300);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s" && root.dataset.may === "true") {
    event.preventDefault();
    save();
  }
});
part(root, "terms").addEventListener("input", rehearse);
form.elements.usageTable.addEventListener("input", rehearse);
root.querySelector("[data-act='add-source']")?.addEventListener("click", () => {
  const line = source({ name: "", kind: KINDS[0], disclosure: "" });
  part(root, "sources").append(line);
  line.querySelector("input").focus();
});
root.querySelector("[data-act='restore']")?.addEventListener("click", () => {
  fill(house);
  announce(say("picture-rules.restored"));
});
load();
