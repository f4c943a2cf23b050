// What stands beside the story without being edited: where it came from, and what has happened to it.
import { element, part } from "../elements.js";
import { ago, timeElement } from "../time.js";
import { say, sayOr } from "../words.js";

/** The wire copy a story is made from, with its notes to editors. */
export function showOrigin(root, wire) {
  root.hidden = !wire;
  if (!wire) {
    return;
  }
  part(root, "headline").textContent = wire.headline;
  part(root, "facts").textContent = say("origin.facts", wire.provider, wire.version);
  const notes = (wire.editorNotes ?? []).map((note) => say("origin.note", typeof note === "string" ? note : note.text));
  part(root, "notes").replaceChildren(
    ...[...notes, ...(wire.remarks ?? [])].map((sentence) => element("li", "", sentence)),
  );
}

/** Every write, newest first; saves in a row by one person are one line. */
export function showHistory(root, history) {
  part(root, "list").replaceChildren(...runs(history).map(line));
}

function runs(history) {
  const list = [];
  for (const write of history) {
    const last = list.at(-1);
    if (last && write.what === "saved" && last.what === "saved" && last.savedBy === write.savedBy) {
      last.first = write.number;
    } else {
      list.push({ ...write, first: write.number });
    }
  }
  return list;
}

function line({ number, first, what, savedBy, savedAt }) {
  const numbers = first === number ? `v${number}` : `v${first}–v${number}`;
  return element(
    "li",
    "",
    element("b", "", numbers),
    ` ${sayOr(`history.${what}`, what)} · ${savedBy} · `,
    timeElement(savedAt, ago(savedAt)),
  );
}
