// How a feed stands: on, paused, failing or quiet, each with a word and a mark of its own shape.
import { sayOr } from "../words.js";

let ringing = [];

document.addEventListener("desk:standing", (event) => (ringing = event.detail));

/** The state of a feed as the wire room described it, and as its alarms say. */
export function stateOf(feed) {
  if (feed.paused) {
    return "paused";
  }
  if (failsNow(feed) || rings(feed, "failing")) {
    return "failing";
  }
  return rings(feed, "quiet") ? "quiet" : "on";
}

const rings = (feed, kind) => ringing.some((alarm) => alarm.feed === feed.name && alarm.kind === kind);

/** Whether the last thing that happened at a feed was an error. */
export function failsNow(feed) {
  return Boolean(feed.lastError && (!feed.lastReceivedAt || feed.lastErrorAt > feed.lastReceivedAt));
}

/** Shows a state in the element made for it. */
export function showState(place, state) {
  place.hidden = false;
  place.dataset.state = state;
  place.textContent = sayOr(`feed.state.${state}`, state);
}
