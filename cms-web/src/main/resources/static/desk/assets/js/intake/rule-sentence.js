// A rule in plain words: which copy it is for, and what happens to it.
import { element } from "../elements.js";
import { say, sayOr } from "../words.js";

/** A media topic by its name, anything else as it was written. */
export function subjectName(code) {
  const digits = /(?:^|[:/])(\d{8})$/.exec(code)?.[1];
  return digits ? sayOr(`topic.${digits}`, code) : code;
}

/** The sentence as nodes, what varies set off. `names` gives the words for feeds and sections. */
export function sentenceOf(rule, names) {
  const when = rule.when ?? {};
  const then = rule.then ?? {};
  const pieces = [];
  const condition = (key, value) => pieces.push(...filled(key, [value]), " ");
  const kinds = when.kinds ?? [];
  const conditions = [
    has(when.feeds) && ["rule.from", any(when.feeds.map(names.feed))],
    has(when.subjects) && ["rule.about", any(when.subjects.map(subjectName))],
    has(when.sections) && ["rule.filed", any(when.sections)],
    has(when.words) && ["rule.words", any(when.words.map((word) => `“${word}”`))],
    when.urgencyAtMost && ["rule.urgency", [strong(when.urgencyAtMost)]],
    when.hours && ["rule.hours", [strong(hours(when.hours))]],
  ].filter(Boolean);
  if (kinds.length > 0) {
    pieces.push(...all(kinds.map((kind) => say(`rule.kinds.${kind}`)), false), " ");
  } else {
    pieces.push(say(conditions.length > 0 ? "rule.items" : "rule.everything"), " ");
  }
  conditions.forEach(([key, value]) => condition(key, value));
  pieces.push(...decision(then, names), ".");
  if (then.stop) {
    pieces.push(" ", say("rule.stop"));
  }
  return tidy(pieces);
}

const has = (list) => Array.isArray(list) && list.length > 0;
const strong = (words) => element("strong", "", String(words));

function decision(then, names) {
  const clauses = [];
  if (then.desk && then.section) {
    clauses.push(filled("rule.go.both", [[strong(then.desk)], [strong(names.section(then.section))]]));
  } else if (then.desk) {
    clauses.push(filled("rule.go.desk", [[strong(then.desk)]]));
  } else if (then.section) {
    clauses.push(filled("rule.go.section", [[strong(names.section(then.section))]]));
  }
  if (has(then.tags)) {
    clauses.push(filled("rule.tags", [all(then.tags)]));
  }
  if (then.autoPublish) {
    clauses.push([element("strong", "rule-auto", say("rule.auto"))]);
  }
  if (clauses.length === 0) {
    return [say("rule.nothing")];
  }
  return clauses.flatMap((clause, at) => (at === 0 ? clause : [at === clauses.length - 1 ? say("rule.and") : ", ", ...clause]));
}

/** The words behind a key with nodes put in for {0}, {1}. */
function filled(key, values) {
  return say(key, "\u0000", "\u0001")
    .split(/([\u0000\u0001])/)
    .flatMap((piece) => (piece === "\u0000" ? values[0] : piece === "\u0001" ? values[1] : [piece]));
}

const any = (list) => listed(list, say("rule.or"), true);
const all = (list, strongly = true) => listed(list, say("rule.and"), strongly);

function listed(list, last, strongly) {
  return list.flatMap((words, at) => [at === 0 ? "" : at === list.length - 1 ? last : ", ", strongly ? strong(words) : words]);
}

function hours({ from, to, days }) {
  const time = say("rule.hours.of", from, to);
  return has(days) && days.length < 7 ? `${time}, ${days.map((day) => sayOr(`day.${day}`, day)).join(", ")}` : time;
}

function tidy(pieces) {
  const out = pieces.filter((piece) => piece !== "");
  if (typeof out[0] === "string") {
    out[0] = out[0].charAt(0).toUpperCase() + out[0].slice(1);
  }
  return out.filter((piece, at) => !(piece === " " && (at === out.length - 1 || out[at + 1] === ".")));
}
