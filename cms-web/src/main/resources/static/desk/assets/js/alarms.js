// What needs somebody in the wire room, on every screen of the desk. It comes and goes by itself.
import { announce } from "./announce.js";
import { element, part } from "./elements.js";
import { get, SignedOut } from "./newsroom.js";
import { timeElement } from "./time.js";
import { count, say } from "./words.js";

const EVERY = 15_000;
const SAID = "desk-alarms-said";
const WEIGHTS = { failing: "stop", intake: "stop", quiet: "warn", quarantine: "warn", search: "warn" };

const root = document.querySelector("[data-alarms]");
const list = part(root, "list");
let timer = 0;
let shown = "";

async function look() {
  clearTimeout(timer);
  if (document.visibilityState === "visible") {
    try {
      show(lines(await get("/desk/api/intake/standing")));
    } catch (problem) {
      if (problem instanceof SignedOut) {
        return;
      }
      // A newsroom that does not answer says so where something was asked of it.
    }
  }
  timer = setTimeout(look, EVERY);
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
  if (all.length === 0) {
    root.open = false;
  }
  root.hidden = all.length === 0;
  root.dataset.weight = all.some((line) => weight(line) === "stop") ? "stop" : "warn";
  part(root, "first").textContent = all[0]?.sentence ?? "";
  const face = element("span", "", all.length > 1 ? String(all.length) : "");
  face.setAttribute("aria-hidden", "true");
  part(root, "count").replaceChildren(face, element("span", "unseen", count("alarm.count", all.length)));
  list.replaceChildren(...all.map(line));
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

root.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && root.open) {
    event.stopPropagation();
    root.open = false;
    root.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  if (root.open && !root.contains(event.target)) {
    root.open = false;
  }
});
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
document.addEventListener("desk:intake-changed", look);
look();
