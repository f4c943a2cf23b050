// What needs somebody in the wire room, on every screen of the desk. It comes and goes by itself.
import { announce } from "./announce.js";
import { element } from "./elements.js";
import { get } from "./newsroom.js";
import { fill, keepUp } from "./pill.js";
import { timeElement } from "./time.js";
import { count, say } from "./words.js";

const EVERY = 15_000;
const SAID = "desk-alarms-said";
const WEIGHTS = { failing: "stop", intake: "stop", quiet: "warn", quarantine: "warn", search: "warn" };

const root = document.querySelector("[data-alarms]");
let shown = "";

async function look() {
  show(lines(await get("/desk/api/intake/standing")));
}

function lines(standing) {
  return [
    ...standing.away.map((who) => ({ kind: who, sentence: say(`alarm.away.${who}`), since: "", href: "" })),
    ...standing.alarms.map((alarm) => ({ ...alarm, href: address(alarm) })),
  ].sort((one, other) => weight(one).localeCompare(weight(other)));
}

function address(alarm) {
  if (alarm.kind === "quarantine") {
    return alarm.feed ? `/desk/quarantine?feed=${encodeURIComponent(alarm.feed)}` : "/desk/quarantine";
  }
  return alarm.feed ? `/desk/feeds/${encodeURIComponent(alarm.feed)}` : "/desk/feeds";
}

const weight = (line) => WEIGHTS[line.kind] ?? "warn";

function show(all) {
  const now = JSON.stringify(all);
  if (now === shown) {
    return;
  }
  shown = now;
  fill(root, {
    sentences: all.map((one) => one.sentence),
    face: all.length > 1 ? String(all.length) : "",
    words: count("alarm.count", all.length),
    stops: all.some((line) => weight(line) === "stop"),
    lines: all.map(line),
  });
  tell(all.map((one) => one.sentence));
  document.dispatchEvent(new CustomEvent("desk:standing", { detail: all }));
}

function line(alarm) {
  const since = alarm.since ? timeElement(alarm.since) : null;
  const words = alarm.href ? element("a", "", alarm.sentence) : element("p", "alarms-plain", alarm.sentence);
  if (alarm.href) {
    words.href = alarm.href;
  }
  if (since) {
    words.append(" ", element("span", "soft", say("alarm.since"), " ", since));
  }
  return element("li", "", words);
}

/** Only what was not said yet in this tab is said aloud, so that going from screen to screen stays quiet. */
function tell(sentences) {
  const before = JSON.parse(sessionStorage.getItem(SAID) ?? "[]");
  sessionStorage.setItem(SAID, JSON.stringify(sentences));
  const fresh = sentences.filter((sentence) => !before.includes(sentence));
  if (fresh.length > 0) {
    announce(fresh.join(" "));
  } else if (before.length > 0 && sentences.length === 0) {
    announce(say("alarm.over"));
  }
}

const again = keepUp(root, look, EVERY);
document.addEventListener("desk:intake-changed", again);
