// The whole wire item beside the list: everything the agency sent, and what the desk can do with it.
import { say } from "../words.js";
import { element, fromTemplate, part } from "../elements.js";
import { printDateline, printSignOff } from "../printed.js";
import { pictureFigure, readable } from "../reading-blocks.js";
import { printed, timeElement } from "../time.js";
import { showBeyond } from "./beyond.js";
import { badgesOf } from "./row.js";

/** Fills the pane with a whole item, as the newsroom answered it. */
export function showItem(pane, listed, answer, acts) {
  const item = answer.item ?? answer;
  const page = fromTemplate("wire-item");
  part(page, "badges").replaceChildren(...badgesOf(listed));
  part(page, "tags").replaceChildren(
    ...(item.headlineTags ?? listed.tags ?? []).map((tag) =>
      element("span", "tag", typeof tag === "string" ? tag : tag.printed),
    ),
  );
  part(page, "headline").textContent = item.headline || listed.headline || item.slugline || say("wire.no-headline");
  part(page, "facts").replaceChildren(...facts(item, listed));
  embargo(part(page, "embargo"), item);
  showBeyond((name) => part(page, name), item, answer, acts);
  list(part(page, "notes"), notes(item));
  list(part(page, "remarks"), item.remarks ?? []);
  const own = item.picture ? [{ picture: item.picture, held: Boolean(item.picture.hash), status: "usable" }] : [];
  part(page, "pictures").replaceChildren(...[...own, ...(answer.pictures ?? [])].map(shot));
  body(part(page, "body"), item);
  part(page, "sign-off").textContent = printSignOff(item.signOff);
  rights(part(page, "rights"), item);
  pane.replaceChildren(page);
  return page;
}

function shot({ picture, held, status }) {
  const figure = pictureFigure(held ? picture : { ...picture, hash: null });
  if (!held) {
    figure.prepend(element("p", "shot-missing", say("wire.picture-missing")));
  }
  if (status !== "usable") {
    figure.prepend(element("p", "shot-missing", say("wire.picture-withdrawn")));
  }
  return figure;
}

function facts(item, listed) {
  const pieces = [];
  const byline = (item.bylines ?? []).join(", ");
  if (byline) {
    pieces.push(element("span", "byline", say("wire.by", byline)));
  }
  if (item.slugline) {
    pieces.push(element("span", "slugline", item.slugline));
  }
  pieces.push(element("span", "", listed.source || item.provider), timeElement(item.receivedAt ?? listed.receivedAt));
  if (item.version > 1 && item.version < 10_000) {
    pieces.push(element("span", "", say("wire.version", item.version)));
  }
  if (item.urgency) {
    pieces.push(element("span", "", say("wire.urgency", item.urgency)));
  }
  const topics = (item.subjects ?? []).map((subject) => subject.name).filter((name) => !/^\w+:\d+$/.test(name));
  if (topics.length) {
    pieces.push(element("span", "topics", [...new Set(topics)].slice(0, 6).join(", ")));
  }
  return pieces;
}

function embargo(box, item) {
  const runs = item.embargoedUntil && new Date(item.embargoedUntil) > new Date();
  box.hidden = !runs;
  if (runs) {
    box.textContent = say("wire.embargo", printed(item.embargoedUntil));
  }
}

function notes(item) {
  return (item.editorNotes ?? []).map((note) => (typeof note === "string" ? note : note.text));
}

function list(box, sentences) {
  box.hidden = sentences.length === 0;
  part(box, "list").replaceChildren(...sentences.map((sentence) => element("li", "", sentence)));
}

function body(box, item) {
  box.replaceChildren(readable(item.body));
  const dateline = printDateline(item.dateline);
  const first = box.querySelector("p");
  if (dateline) {
    const mark = element("span", "dateline", `${dateline} `);
    (first ?? box).prepend(mark);
  }
}

function rights(box, item) {
  const lines = [
    [say("wire.credit-line"), item.creditLine],
    [say("wire.copyright"), item.copyrightNotice || item.copyrightHolder],
    [say("wire.usage"), item.usageTerms],
  ].filter(([, value]) => value);
  box.hidden = lines.length === 0;
  box.replaceChildren(...lines.flatMap(([name, value]) => [element("dt", "", name), element("dd", "", value)]));
}
