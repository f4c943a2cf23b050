// Everything that is known of a picture, piece by piece, for the panel beside the grid.
import { element } from "../elements.js";
import { printCredit } from "../printed.js";
import { timeElement } from "../time.js";
import { say, sayOr } from "../words.js";
import { number, printedDay } from "./days.js";
import { sourceType } from "./fields.js";

/** The sections of the panel in their order; what has nothing to say is left out. */
export function sections(detail) {
  const sheet = detail.sheet ?? {};
  return [
    section("rights", rights(detail)),
    section("caption", caption(detail, sheet)),
    section("credit", credit(detail, sheet)),
    section("dates", dates(detail, sheet)),
    section("disagreements", disagreements(detail)),
    section("shows", shows(sheet)),
    section("uses", uses(detail.uses ?? [])),
    section("provenance", provenance(detail, sheet)),
    section("file", file(detail, sheet)),
    section("history", history(detail.history ?? [])),
  ].filter(Boolean);
}

function section(name, content) {
  const pieces = content.filter(Boolean);
  if (pieces.length === 0) {
    return null;
  }
  const heading = element("h3", "label", say(`pictures.section.${name}`));
  const made = element("section", `panel-part is-${name}`, heading, ...pieces);
  heading.id = `panel-${name}`;
  made.setAttribute("aria-labelledby", heading.id);
  return made;
}

const STATES = { "taken-down": "is-problem", ended: "is-problem", ending: "is-warning", ruled: "is-calm", free: "" };

function rights(detail) {
  const state = detail.rights?.state ?? "free";
  const sentence = detail.rights?.sentence || say(`pictures.rights.state.${state}`);
  return [
    element("p", `sentence ${STATES[state] ?? ""}`, sentence),
    list("rules", (detail.rules ?? []).map((rule) => [rule.sentence, rule.words && element("q", "soft", rule.words), rule.endsAt && element("span", "soft", say("pictures.rule.ends"), " ", timeElement(rule.endsAt))])),
    list("not-understood", (detail.notUnderstood ?? []).map((words) => [element("span", "badge badge-warn", say("pictures.rule.not-understood")), element("q", "", words)])),
  ];
}

function caption(detail, sheet) {
  const parts = detail.captionParts?.caption ?? detail.captionParts ?? {};
  return [
    sheet.headline && element("p", "panel-headline", sheet.headline),
    element("p", sheet.caption ? "panel-caption" : "panel-caption soft", sheet.caption || say("pictures.no-caption")),
    facts([
      ["prefix", parts.filePhoto && element("span", "badge badge-warn", say("pictures.badge.file"))],
      ["place", parts.place],
      ["day", printedDay(parts.taken ?? parts.day)],
      ["alt", sheet.alt || element("span", "badge badge-calm", say("pictures.badge.no-alt"))],
      ["longAlt", sheet.longAlt],
    ]),
  ];
}

function credit(detail, sheet) {
  const parts = detail.creditParts;
  const house = parts ? printCredit(parts) : "";
  return [
    element("p", sheet.credit ? "" : "soft", sheet.credit || say("pictures.no-credit")),
    house && house !== sheet.credit && facts([["house", house]]),
    facts([
      ["agency", parts?.agency],
      ["photographers", (parts?.photographers ?? []).join(", ")],
      ["distributor", parts?.distributor],
      ["marks", marks(parts)],
      ["bylines", (sheet.bylines ?? []).join(", ")],
      ["bylineTitle", sheet.bylineTitle],
      ["source", sheet.source],
      ["copyright", sheet.copyright],
      ["usageTerms", sheet.usageTerms],
      ["instructions", sheet.instructions],
      ["webStatement", address(sheet.licence?.webStatement)],
      ["licensor", sheet.licence?.licensor],
      ["licensorAddress", address(sheet.licence?.licensorAddress)],
      ["dataMining", sheet.licence?.dataMining],
    ]),
    sheet.credit && detail.creditUnderstood === false && element("p", "sentence is-warning", say("pictures.credit.not-parsed")),
  ];
}

function marks(parts) {
  const words = ["pool", "handout", "file"].filter((name) => parts?.[name]).map((name) => element("span", "badge", say(`pictures.credit.${name}`)));
  return words.length > 0 && element("span", "badge-row", ...words);
}

function dates(detail, sheet) {
  const named = detail.dates ?? sheet.dates ?? [];
  const rows = named.map((date, at) => {
    const trusted = at === named.findIndex((one) => one.day !== null && one.day === sheet.taken);
    return element(
      "tr",
      trusted ? "is-trusted" : "",
      element("th", "", date.from),
      element("td", "", date.day ? printedDay(date.day) : element("span", "badge badge-warn", say("pictures.date.none"))),
      element("td", "soft", date.asWritten !== date.day ? date.asWritten : ""),
      element("td", "", trusted ? element("span", "badge badge-good", say("pictures.date.trusted")) : ""),
    );
  });
  return [
    element("p", sheet.taken ? "panel-day" : "soft", sheet.taken ? say("pictures.taken", printedDay(sheet.taken)) : say("pictures.date.unknown")),
    rows.length > 0 && element("div", "scrolls", element("table", "panel-table", element("caption", "unseen", say("pictures.section.dates")), element("tbody", "", ...rows))),
  ];
}

function disagreements(detail) {
  const all = detail.disagreements ?? detail.sheet?.disagreements ?? [];
  return all.map((one) =>
    element(
      "div",
      "disagreement",
      element("p", "", element("b", "", sayOr(`pictures.field.${one.field}`, one.field)), " ", (detail.settled ?? []).includes(one.field) ? element("span", "badge badge-calm", say("pictures.settled")) : ""),
      element(
        "ul",
        "plain-list",
        ...one.claims.map((claim, at) => element("li", at === 0 ? "is-trusted" : "", element("span", "soft", claim.from), element("q", "", claim.value), at === 0 ? element("span", "badge badge-good", say("pictures.date.trusted")) : "")),
      ),
    ),
  );
}

function shows(sheet) {
  const place = ["sublocation", "city", "state", "country", "countryCode"].map((name) => sheet.place?.[name]).filter(Boolean).join(", ");
  return [
    facts([
      ["place", place && found("place", sheet.place.city || sheet.place.country, place)],
      ["persons", links("person", sheet.persons)],
      ["keywords", links("q", sheet.keywords)],
      ["title", sheet.title],
      ["jobId", sheet.jobId],
      ["category", sheet.category],
      ["urgency", sheet.urgency > 0 && String(sheet.urgency)],
    ]),
  ];
}

const links = (filter, names) => (names ?? []).length > 0 && element("span", "badge-row", ...names.map((name) => found(filter, name, name)));

/** A word that leads to all pictures with it. */
function found(filter, value, words) {
  const link = element("a", "", words);
  link.href = `/desk/pictures?${new URLSearchParams({ [filter]: value })}`;
  return link;
}

function uses(all) {
  return [
    all.length === 0 && element("p", "soft", say("pictures.uses.none")),
    list(
      "uses",
      all.map((use) => {
        const link = element("a", "", use.headline || say("stories.no-headline"));
        link.href = `/desk/stories/${use.story}`;
        const page = use.public && use.address ? element("a", "", say("pictures.uses.page")) : null;
        if (page) {
          page.href = use.address;
        }
        return [link, element("span", use.public ? "badge badge-good" : "badge badge-calm", sayOr(`state.${use.state}`, use.state)), page, use.firstPublishedAt && timeElement(use.firstPublishedAt)];
      }),
    ),
  ];
}

function provenance(detail, sheet) {
  const found = detail.credentials && typeof detail.credentials === "object" ? detail.credentials : null;
  return [
    detail.synthetic && element("p", "sentence is-warning", say("pictures.badge.synthetic.long")),
    found?.present ? element("p", "sentence is-calm", found.signer ? say("pictures.credentials.signer", found.signer) : say("pictures.credentials.unsigned")) : element("p", "soft", say("pictures.credentials.none")),
    facts([["digitalSourceType", sheet.digitalSourceType && sourceType(sheet.digitalSourceType)]]),
  ];
}

function file(detail, sheet) {
  const hash = element("code", "panel-hash", detail.hash);
  return [
    facts([
      ["size", detail.width && say("pictures.size", number(detail.width), number(detail.height), ((detail.width * detail.height) / 1e6).toFixed(1))],
      ["format", detail.mimeType],
      ["bytes", detail.bytes && inBytes(detail.bytes)],
      ["kept", detail.keptAt && timeElement(detail.keptAt)],
      ["orientation", sheet.orientation > 1 && String(sheet.orientation)],
      ["hash", hash],
    ]),
    list("remarks", (sheet.remarks ?? []).map((remark) => [element("span", "badge badge-warn", say("pictures.remark")), remark])),
  ];
}

const inBytes = (bytes) => (bytes < 1024 * 1024 ? say("size.kb", number(Math.round(bytes / 1024))) : say("size.mb", (bytes / 1024 / 1024).toFixed(1)));

function history(all) {
  return [list("history", all.map((one) => [timeElement(one.at), element("b", "", one.by), one.sentence || sayOr(`pictures.history.${one.what}`, one.what)]), "ol")];
}

function facts(rows) {
  const said = rows.filter(([, value]) => value);
  return said.length > 0 && element("dl", "panel-facts", ...said.map(([name, value]) => element("div", "", element("dt", "", say(`pictures.fact.${name}`)), element("dd", "", value))));
}

function list(name, rows, tag = "ul") {
  return rows.length > 0 && element(tag, `plain-list panel-${name}`, ...rows.map((pieces) => element("li", "", ...spaced(pieces.filter(Boolean)))));
}

const spaced = (pieces) => pieces.flatMap((piece, at) => (at === 0 ? [piece] : [" ", piece]));

function address(words) {
  if (!words || !/^https?:\/\//.test(words)) {
    return words;
  }
  const link = element("a", "", words);
  link.href = words;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return link;
}
