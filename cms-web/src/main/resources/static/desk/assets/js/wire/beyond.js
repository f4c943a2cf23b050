// What an item says beyond its own words: which other it kills or corrects, the same story from elsewhere, how the
// newsroom's rules have routed it, and why one of them could not publish it.
import { element } from "../elements.js";
import { timeElement } from "../time.js";
import { say } from "../words.js";

/** Fills the boxes of the reading pane. `acts` reads another item, and takes one. */
export function showBeyond(box, item, answer, acts) {
  sentence(box("waits"), answer.note && say("wire.waits", answer.note));
  told(box("told"), item, answer, acts);
  twins(box("twins"), answer.twins ?? [], acts);
  routed(box("routed"), answer.routed);
}

function sentence(box, words) {
  box.hidden = !words;
  box.textContent = words ?? "";
}

function told(box, item, answer, acts) {
  const lines = [
    ...(answer.about ?? []).map((other) => [say(`wire.told.${other.rel}`), other]),
    ...(answer.toldBy ?? []).map((other) => [say(`wire.told-by.${other.rel}`), other]),
  ];
  box.hidden = lines.length === 0;
  box.replaceChildren(...lines.map(([words, other]) => element("p", "", words, " ", ...pointer(item, other, acts))));
}

function pointer(item, other, acts) {
  const name = other.headline || other.guid;
  if (!other.headline) {
    return [element("span", "", say("wire.not-here", name))];
  }
  const read = button("link", name, () => acts.read({ provider: item.provider, guid: other.guid }));
  if (!other.story) {
    return [read];
  }
  const story = element("a", "", say("wire.open-story"));
  story.href = `/desk/stories/${other.story}`;
  return [read, " · ", story];
}

function twins(box, found, acts) {
  box.hidden = found.length === 0;
  if (box.hidden) {
    return;
  }
  const sources = [...new Set(found.map((twin) => twin.source || twin.feed))].join(", ");
  box.querySelector("[data-part='twins-words']").textContent = say("wire.also-from", sources);
  box.querySelector("[data-part='twins-list']").replaceChildren(...found.map((twin) => line(twin, acts)));
}

function line(twin, acts) {
  const facts = element("span", "twin-facts", `${twin.source} (${twin.feed}) `, timeElement(twin.receivedAt));
  const row = element("li", "twin", element("b", "", twin.headline || say("wire.no-headline")), facts);
  const does = element("span", "twin-acts", button("button", say("wire.read-twin"), () => acts.read(twin)));
  if (twin.story) {
    const story = element("a", "button", say("wire.open-story"));
    story.href = `/desk/stories/${twin.story}`;
    does.append(story);
  } else {
    does.append(button("button", say("wire.take-twin"), () => acts.take({ ...twin, story: null })));
  }
  row.append(does);
  return row;
}

function routed(box, routing) {
  const rules = routing?.rules ?? [];
  box.hidden = rules.length === 0;
  if (box.hidden) {
    return;
  }
  const lines = [
    [say("wire.routed.desk"), routing.desk],
    [say("wire.routed.section"), sectionName(routing.section)],
    [say("wire.routed.tags"), routing.tags.join(", ")],
    [say("wire.routed.rules"), rules.join(", ")],
  ].filter(([, value]) => value);
  box.replaceChildren(...lines.flatMap(([name, value]) => [element("dt", "", name), element("dd", "", value)]));
}

function sectionName(slug) {
  return slug && (document.querySelector(`[data-section="${CSS.escape(slug)}"]`)?.textContent ?? slug);
}

function button(kind, words, act) {
  const made = element("button", kind, words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
