// Text as it came, with what cannot be seen made visible: control characters, and marks that turn or hide text.
import { element } from "../elements.js";

const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u2400-\u2421\ufeff\ufffd]/g;

/** Fills an element with a text whose hidden characters are shown. */
export function showVisibly(place, text) {
  const pieces = [];
  let from = 0;
  for (const found of text.matchAll(HIDDEN)) {
    pieces.push(text.slice(from, found.index), element("i", "", nameOf(found[0])));
    from = found.index + 1;
  }
  pieces.push(text.slice(from));
  place.replaceChildren(...pieces.filter((piece) => piece !== ""));
}

// ISO 646 and ISO 6429 call them so; pictures of them (U+2400 …), which the wire room sends, are in few fonts.
const NAMES = "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".split(" ");

function nameOf(character) {
  const sent = character.charCodeAt(0);
  const code = sent === 0x2421 ? 0x7f : sent >= 0x2400 && sent <= 0x2420 ? sent - 0x2400 : sent;
  return NAMES[code] ?? (code === 0x7f ? "DEL" : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
}
