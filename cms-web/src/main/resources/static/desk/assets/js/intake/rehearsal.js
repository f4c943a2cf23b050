// What a rule would have done with the last items that came in; nothing is changed by asking.
import { element, part } from "../elements.js";
import { post } from "../newsroom.js";
import { printed, timeElement } from "../time.js";
import { count, say } from "../words.js";

const SHOWN = 50;
let asked = 0;

/** Asks and shows; an answer that has been overtaken is left. */
export async function rehearse(root, rule, names) {
  const mine = ++asked;
  const busy = part(root, "busy");
  const sum = part(root, "sum");
  busy.hidden = false;
  try {
    const answer = await post("/desk/api/intake/rules/rehearsal", { rule: ready(rule) });
    if (mine === asked) {
      show(root, answer, rule, names);
    }
  } catch (problem) {
    if (mine === asked) {
      const faults = problem.problem?.faults ?? [];
      sum.textContent = faults.length > 0 ? say("rehearsal.faulty", faults.map((fault) => fault.sentence).join(" ")) : (problem.sentence ?? say("problem.page"));
      part(root, "matches").replaceChildren();
      part(root, "near-box").hidden = true;
    }
  } finally {
    if (mine === asked) {
      busy.hidden = true;
    }
  }
}

/** A rule that is not finished can be tried as well: what it lacks has no part in which copy it is for. */
function ready(rule) {
  const decides = rule.then.desk || rule.then.section || rule.then.tags.length > 0 || rule.then.autoPublish;
  return { ...rule, name: rule.name || "…", then: decides ? rule.then : { ...rule.then, stop: true } };
}

function show(root, answer, rule, names) {
  const matched = answer.matched ?? [];
  const sum = part(root, "sum");
  sum.textContent = answer.looked === 0 ? say("rehearsal.none-yet") : matched.length === 0 ? say("rehearsal.none", answer.looked) : say("rehearsal.sum", matched.length, answer.looked);
  sum.classList.toggle("is-warned", Boolean(rule.then.autoPublish) && matched.length > 0);
  if (rule.then.autoPublish && matched.length > 0) {
    sum.append(" ", say("rehearsal.auto"));
  }
  part(root, "matches").replaceChildren(...matched.slice(0, SHOWN).map((item) => line(item, item.why)));
  if (matched.length > SHOWN) {
    part(root, "matches").append(element("li", "soft", say("rehearsal.more", matched.length - SHOWN)));
  }
  const near = answer.near ?? [];
  part(root, "near-box").hidden = near.length === 0;
  part(root, "near-words").textContent = count("rehearsal.near", near.length);
  part(root, "near").replaceChildren(...near.map((item) => line(item, item.whyNot)));

  function line(item, why) {
    return element(
      "li",
      "",
      element("b", "", item.headline || say("wire.no-headline")),
      element("span", "match-facts", `${names.feed(item.feed)} · `, timeElement(item.receivedAt, printed(item.receivedAt)), why ? ` · ${why}` : ""),
    );
  }
}
