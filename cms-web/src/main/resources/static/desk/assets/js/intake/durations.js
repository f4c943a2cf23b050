// Lengths of time as people write them, and as they travel (ISO 8601).
import { say } from "../words.js";

const UNITS = { s: 1, m: 60, h: 3600, d: 86400 };
const WORDS = /^(?:(\d+)\s*d(?:ays?)?)?\s*(?:(\d+)\s*h(?:ours?)?)?\s*(?:(\d+)\s*m(?:in(?:utes?)?)?)?\s*(?:(\d+)\s*s(?:ec(?:onds?)?)?)?$/i;
const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/** Seconds of what the wire room wrote: ISO 8601, a number of seconds, or `30s`; `null` for nothing. */
export function seconds(written) {
  if (written === null || written === undefined || written === "") {
    return null;
  }
  if (typeof written === "number") {
    return written;
  }
  const parts = ISO.exec(written) ?? WORDS.exec(String(written).trim());
  if (!parts || parts.slice(1).every((piece) => piece === undefined)) {
    return null;
  }
  const [days, hours, minutes, rest] = parts.slice(1).map((piece) => Number(piece ?? 0));
  return days * UNITS.d + hours * UNITS.h + minutes * UNITS.m + rest;
}

/** As it stands in a field: `30 s`, `5 min`, `1 h 30 min`. */
export function inWords(written) {
  const all = seconds(written);
  if (all === null) {
    return written ?? "";
  }
  if (all < 10 && all % 1 !== 0) {
    return say("duration.s", all.toFixed(1));
  }
  let left = Math.round(all);
  const pieces = [];
  for (const unit of ["d", "h", "m", "s"]) {
    const whole = Math.floor(left / UNITS[unit]);
    left -= whole * UNITS[unit];
    if (whole > 0) {
      pieces.push(say(`duration.${unit}`, whole));
    }
  }
  // Seconds say nothing beside hours.
  return pieces.slice(0, 2).join(" ") || say("duration.s", 0);
}

/** What was written in a field as ISO 8601; `null` for an empty field, `undefined` where nobody could read it. */
export function iso(text) {
  if (text.trim() === "") {
    return null;
  }
  const all = seconds(text.trim());
  return all === null ? undefined : `PT${all}S`;
}
