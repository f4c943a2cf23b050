// Times as the newsroom reads them: in the newspaper's own zone.
import { say } from "./words.js";

const zone = document.documentElement.dataset.zone || "UTC";
const language = document.documentElement.lang || "en";
const clock = new Intl.DateTimeFormat(language, { timeZone: zone, hour: "2-digit", minute: "2-digit", hour12: false });
const day = new Intl.DateTimeFormat(language, { timeZone: zone, day: "numeric", month: "short" });
const whole = new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: "full", timeStyle: "long" });

/** `11:38` for today, `9 Nov, 11:38` for another day. */
export function printed(instant, now = new Date()) {
  const time = new Date(instant);
  return day.format(time) === day.format(now) ? clock.format(time) : `${day.format(time)}, ${clock.format(time)}`;
}

/** How long ago, in the shortest words that are true. */
export function ago(instant, now = new Date()) {
  const seconds = Math.max(0, Math.round((now - new Date(instant)) / 1000));
  if (seconds < 60) {
    return say("ago.seconds", seconds);
  }
  return seconds < 3600 ? say("ago.minutes", Math.round(seconds / 60)) : printed(instant, now);
}

/** A time element: short words on the page, the whole date when asked. */
export function timeElement(instant, words = printed(instant)) {
  const element = document.createElement("time");
  element.dateTime = new Date(instant).toISOString();
  element.title = whole.format(new Date(instant));
  element.textContent = words;
  return element;
}
