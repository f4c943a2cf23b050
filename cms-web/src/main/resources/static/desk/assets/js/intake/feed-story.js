// What is told of a feed beside its settings: figures, what happened, and what it would bring now.
import { element, part } from "../elements.js";
import { ago, timeElement } from "../time.js";
import { count, say, sayOr } from "../words.js";
import { inWords } from "./durations.js";

const FIRST = 12;
const number = (value) => Number(value ?? 0).toLocaleString(document.documentElement.lang || "en");

/** The figures of a feed. */
export function showFacts(place, feed, transports) {
  const known = transports.find((one) => one.transport === feed.transport);
  const when = (instant) => (instant ? timeElement(instant, ago(instant)) : say("feed.never"));
  const held = feed.counts?.quarantined ?? 0;
  let quarantined = number(held);
  if (held > 0) {
    quarantined = element("a", "", number(held));
    quarantined.href = `/desk/quarantine?feed=${encodeURIComponent(feed.name)}`;
  }
  const lines = [
    ["name", element("code", "", feed.name)],
    ["transport", known?.title ?? feed.transport],
    ["last", when(feed.lastReceivedAt)],
    ["tried", when(feed.lastTriedAt)],
    ["gap", feed.usualGap ? inWords(feed.usualGap) : "–"],
    ["today", number(feed.counts?.today)],
    ["total", number(feed.counts?.total)],
    ["quarantined", quarantined],
  ];
  place.replaceChildren(...lines.map(([key, value]) => element("div", "", element("dt", "", say(`feed.fact.${key}`)), element("dd", "", value))));
}

/** What happened, the newest first; the earlier ones on demand. */
export function showHistory(place, more, history) {
  const shown = Math.max(FIRST, place.children.length);
  const draw = (most) => {
    place.replaceChildren(...history.slice(0, most).map(line));
    more.hidden = history.length <= most;
  };
  if (history.length === 0) {
    place.replaceChildren(element("li", "soft", say("feed.history.none")));
    more.hidden = true;
    return;
  }
  draw(shown);
  more.onclick = () => {
    const from = place.children.length;
    draw(history.length);
    const next = place.children[from];
    next.tabIndex = -1;
    next.focus();
  };
}

function line(entry) {
  const item = element("li", "", timeElement(entry.at), " ", element("span", "", entry.sentence));
  item.dataset.what = entry.what;
  return item;
}

/** What a fetch just now did and would bring. */
export function showTried(root, answer) {
  const sentence = part(root, "tried-sentence");
  sentence.classList.toggle("is-problem", !answer.ok);
  sentence.textContent = answer.sentence;
  if (answer.took) {
    sentence.append(" ", element("span", "took", say("feed.took", inWords(answer.took / 1000))));
  }
  part(root, "trail").replaceChildren(...(answer.trail ?? []).map((step) => element("li", "", step)));
  const items = answer.items ?? [];
  part(root, "items-heading").textContent = count("feed.arrive", items.length);
  part(root, "items").replaceChildren(...items.map(arrival));
}

function arrival(item) {
  const remarks = item.remarks ?? [];
  return element(
    "li",
    item.kind === "UNREADABLE" ? "is-unread" : "",
    element("b", "", item.headline || say("wire.no-headline")),
    element(
      "span",
      "feed-facts",
      [sayOr(`kind.${item.kind}`, item.kind ?? ""), item.format, item.version > 0 ? say("wire.version", item.version) : "", item.guid].filter(Boolean).join(" · "),
    ),
    remarks.length > 0 ? element("ul", "remarks", ...remarks.map((remark) => element("li", "", remark))) : null,
  );
}
