// What was there before: who cut the picture how and when, each to be had again by one press.
import { element } from "../elements.js";
import { timeElement } from "../time.js";
import { say } from "../words.js";
import { preview } from "./crop-preview.js";
import { around, CROPS } from "./crop-shapes.js";

const THUMB = 96;
const SHOWN = 12;

/** Fills the list of changes. */
export function showHistory(list, sheet, { image, picture, restore, all, more }) {
  const shown = all ? sheet.history : sheet.history.slice(0, SHOWN);
  list.replaceChildren(...shown.map((change) => line(change, { image, picture, restore })));
  if (shown.length < sheet.history.length) {
    const button = element("button", "button is-quiet", say("crops.history.all", sheet.history.length));
    button.type = "button";
    button.addEventListener("click", more);
    list.append(element("li", "crop-change-more", button));
  }
}

function line(change, { image, picture, restore }) {
  const canvas = element("canvas", "crop-change-shot");
  const frame = change.area ?? (change.focus ? around(change.focus, CROPS[0], picture) : null);
  if (frame) {
    preview(canvas, image, frame, picture, THUMB);
  } else {
    canvas.hidden = true;
  }
  canvas.setAttribute("aria-hidden", "true");
  const item = element(
    "li",
    "crop-change",
    canvas,
    element(
      "div",
      "crop-change-words",
      element("b", "", words(change)),
      element("span", "soft", change.by ? say("crops.by", change.by) : say("crops.by.machine"), " · ", timeElement(change.at)),
    ),
  );
  item.dataset.what = change.what;
  item.dataset.number = change.number;
  if (change.current) {
    item.append(element("span", "badge badge-good", say("crops.current")));
  } else if (!picture.readOnly && frame) {
    const button = element("button", "button", say("crops.restore"));
    button.type = "button";
    button.setAttribute("aria-label", say("crops.restore.this", words(change), change.by ?? say("crops.by.machine")));
    button.addEventListener("click", () => restore(change, button));
    item.append(button);
  }
  return item;
}

function words(change) {
  if (change.what === "focus") {
    return change.focus.proposed
      ? say("crops.change.proposed")
      : say("crops.change.focus", Math.round(change.focus.x * 100), Math.round(change.focus.y * 100));
  }
  const name = say(`crops.name.${change.what}`);
  return change.area ? say("crops.change.drawn", name, change.area.width, change.area.height) : say("crops.change.back", name);
}
