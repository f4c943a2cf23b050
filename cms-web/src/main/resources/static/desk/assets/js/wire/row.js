// One line of the wire basket: what an editor must see to decide.
import { count, say, sayOr } from "../words.js";
import { element, fromTemplate, part } from "../elements.js";
import { printed, timeElement } from "../time.js";

/** What a wire item is known by. */
export const keyOf = (item) => `${item.provider}\u0000${item.guid}`;

/** Whether the agency takes the item back. */
export const isKill = (item) => ["CANCELED", "CANCELLED"].includes(String(item.status).toUpperCase());

/** A row for an item. */
export function rowFor(item) {
  const row = fromTemplate("wire-row");
  row.id = `item-${hashed(keyOf(item))}`;
  row.dataset.key = keyOf(item);
  fill(row, item);
  return row;
}

/** Writes a newer state of the item into its row. */
export function fill(row, item) {
  const urgency = Number(item.urgency ?? 0);
  row.classList.toggle("is-kill", isKill(item));
  row.classList.toggle("is-urgent", urgency >= 1 && urgency <= 2);
  part(row, "tags").replaceChildren(...tags(item));
  part(row, "headline").textContent = item.headline || item.slugline || say("wire.no-headline");
  part(row, "facts").replaceChildren(...facts(item, urgency));
  part(row, "twins").textContent = alsoFrom(item);
  part(row, "twins").hidden = !item.twins?.length;
  const badges = badgesOf(item);
  part(row, "badges").replaceChildren(...badges);
  part(row, "badges").hidden = badges.length === 0;
}

function tags(item) {
  return (item.tags ?? []).map((tag) => element("span", "tag", typeof tag === "string" ? tag : tag.printed));
}

function facts(item, urgency) {
  const list = [];
  if (urgency >= 1 && urgency <= 3) {
    list.push(element("span", `urgency urgency-${urgency}`, say(`urgency.${urgency}`)));
  }
  if (item.slugline) {
    list.push(element("span", "slugline", item.slugline));
  }
  if (item.routed?.desk) {
    list.push(element("span", "row-desk", item.routed.desk));
  }
  if (item.source) {
    list.push(element("span", "", item.source));
  }
  list.push(timeElement(item.receivedAt));
  return list;
}

/** Who else has sent the same story. */
export function alsoFrom(item) {
  const sources = [...new Set((item.twins ?? []).map((twin) => twin.source || twin.feed))];
  return sources.length ? say("wire.also-from", sources.join(", ")) : "";
}

/** The badges of an item: kill, update, pictures, embargo, what has become of it here. */
export function badgesOf(item) {
  const badge = (kind, words) => element("span", `badge badge-${kind}`, words);
  const list = [];
  if (isKill(item)) {
    list.push(badge("stop", say("badge.kill")));
  } else if (String(item.status).toUpperCase() === "WITHHELD") {
    list.push(badge("stop", say("badge.withheld")));
  }
  const purpose = String(item.purpose ?? "").toLowerCase().replace("_", "-");
  if (purpose === "kill" && !isKill(item)) {
    list.push(badge("stop", say("badge.kill")));
  } else if (["advisory", "correction", "write-through"].includes(purpose)) {
    list.push(badge(purpose === "correction" ? "warn" : "calm", say(`badge.purpose.${purpose}`)));
  }
  if (item.toldBy?.some((told) => told.rel === "kills")) {
    list.push(badge("stop", say("badge.killed-by-notice")));
  }
  if (item.relation === "updates-your-story") {
    list.push(badge("warn", say("badge.updates-your-story")));
  }
  if (item.relation === "published-here" || item.story?.state === "published") {
    list.push(badge(isKill(item) ? "stop" : "good", say("badge.published-here")));
  } else if (item.story) {
    list.push(badge("calm", sayOr(`badge.story.${item.story.state}`, item.story.state)));
  }
  if (item.embargoedUntil && new Date(item.embargoedUntil) > new Date()) {
    list.push(badge("stop", say("badge.embargo", printed(item.embargoedUntil))));
  }
  const embargoed = item.embargoedUntil && new Date(item.embargoedUntil) > new Date();
  if (item.note && !embargoed) {
    list.push(badge("warn", say("badge.waits")));
  } else if (item.routed?.autoPublish && !item.story && !item.dropped && !item.expired) {
    list.push(badge("calm", say("badge.by-itself")));
  }
  if (item.expired) {
    list.push(badge("calm", say("badge.expired")));
  }
  const pictures = Number(item.pictures ?? 0);
  if (pictures > 0) {
    list.push(badge("calm", count("badge.pictures", pictures)));
  }
  return list;
}

function hashed(text) {
  let hash = 5381;
  for (const letter of text) {
    hash = ((hash << 5) + hash + letter.codePointAt(0)) | 0;
  }
  return (hash >>> 0).toString(36);
}
