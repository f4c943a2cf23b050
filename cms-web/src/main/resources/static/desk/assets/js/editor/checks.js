// "Before it can go out": what stands in the way, each with a way to its field; and why the newsroom said no.
import { announce } from "../announce.js";
import { element, part } from "../elements.js";
import { count, say } from "../words.js";

const SIGNS = { blocks: "✕", warns: "!", advises: "·" };
const ORDER = ["blocks", "warns", "advises"];

/** Shows checks beside the story; `goTo` leads to a field. */
export function showChecks(root, checks, goTo) {
  const sorted = [...checks].sort((one, other) => ORDER.indexOf(one.level) - ORDER.indexOf(other.level));
  const lines = sorted.map((check) => line(check, goTo));
  if (!checks.some((check) => check.level === "blocks")) {
    lines.unshift(element("li", "check is-clear", sign("✓", ""), element("span", "", say("check.clear"))));
  }
  part(root, "list").replaceChildren(...lines);
}

function line(check, goTo) {
  const words = element("span", "", check.sentence);
  if (check.field) {
    const go = element("button", "check-go", say("check.go"));
    go.type = "button";
    go.addEventListener("click", () => goTo(check.field));
    go.setAttribute("aria-label", `${say("check.go")}: ${check.sentence}`);
    words.append(" ", go);
  }
  return element("li", `check is-${check.level}`, sign(SIGNS[check.level] ?? "·", say(`check.${check.level}`)), words);
}

function sign(face, words) {
  const shown = element("span", "check-sign", face);
  shown.setAttribute("aria-hidden", "true");
  return words ? element("span", "", shown, element("span", "unseen", `${words}: `)) : shown;
}

/** Shows refusals at their fields and goes to the first. */
export function showRefusals(refusals, find, goTo) {
  clearRefusals();
  for (const refusal of refusals) {
    const place = refusal.field ? find(refusal.field) : null;
    if (place) {
      mark(place, refusal.sentence);
    }
  }
  announce(`${count("refused", refusals.length)} ${refusals.map((refusal) => refusal.sentence).join(" ")}`, { now: true });
  const first = refusals.find((refusal) => refusal.field && find(refusal.field));
  if (first) {
    goTo(first.field);
  }
}

let refused = 0;

function mark(place, sentence) {
  refused += 1;
  const words = element("span", "field-problem", sentence);
  words.id = `refusal-${refused}`;
  words.dataset.refusal = "";
  place.append(words);
  const control = place.querySelector("input, select, textarea, [role='textbox']");
  if (control) {
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", words.id);
    const forget = () => {
      words.remove();
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
    };
    place.addEventListener("input", forget, { once: true });
    words.forget = forget;
  }
}

/** Takes all refusals off the page. */
export function clearRefusals() {
  for (const words of document.querySelectorAll("[data-refusal]")) {
    (words.forget ?? (() => words.remove()))();
  }
}
