// A line of the upload panel: what a file looks like, how far it is, what can be done about it.
import { fromTemplate, part } from "../elements.js";
import { say } from "../words.js";

const ACTS = {
  waiting: ["cancel"],
  sending: ["pause", "cancel"],
  looking: [],
  paused: ["resume", "cancel"],
  lost: ["retry", "pause", "cancel"],
  failed: ["retry", "cancel"],
  unfinished: ["choose", "cancel"],
  fetching: [],
  kept: ["remove"],
  refused: ["remove"],
};

/** Bytes as people say them. */
export function inSizes(bytes) {
  if (bytes < 1024) {
    return say("size.bytes", bytes);
  }
  return bytes < 1024 * 1024 ? say("size.kb", Math.round(bytes / 1024)) : say("size.mb", (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, ""));
}

/** Where a picture is looked at. */
export const lookAt = (hash) => `/desk/pictures?id=${hash}`;

/** A new line; `run(act)` is called with what somebody chose. */
export function newRow(name, size, run) {
  const row = fromTemplate("upload-row");
  part(row, "name").textContent = name;
  part(row, "facts").textContent = size > 0 ? inSizes(size) : "";
  part(row, "progress").setAttribute("aria-label", say("upload.progress", name));
  for (const button of row.querySelectorAll("[data-act]")) {
    button.setAttribute("aria-label", say("upload.act", button.textContent, name));
    button.addEventListener("click", () => run(button.dataset.act));
  }
  return row;
}

/** Shows how a file stands. */
export function show(row, { state, offset = 0, size = 0, speed = 0, sentence = "", hash = null, again = false, host = "" }) {
  row.dataset.state = state;
  const progress = part(row, "progress");
  progress.hidden = !["waiting", "sending", "looking", "paused", "lost", "unfinished", "fetching"].includes(state);
  if (state === "fetching") {
    progress.removeAttribute("value");
  } else {
    progress.value = size === 0 ? 0 : offset / size;
  }
  part(row, "state").textContent = words(state, { offset, size, speed, sentence, again, host });
  const focused = row.contains(document.activeElement) ? document.activeElement.dataset.act : null;
  for (const button of row.querySelectorAll("[data-act]")) {
    button.hidden = !ACTS[state].includes(button.dataset.act);
  }
  if (focused && row.querySelector(`[data-act="${focused}"]`)?.hidden) {
    row.querySelector("[data-act]:not([hidden])")?.focus();
  }
  if (state === "kept" && hash) {
    const look = part(row, "look");
    look.href = lookAt(hash);
    look.hidden = false;
    row.dataset.hash = hash;
    if (part(row, "shot").hidden) {
      const kept = part(row, "kept");
      kept.src = `/desk/pictures/${hash}?w=320`;
      kept.hidden = false;
    }
  }
}

function words(state, { offset, size, speed, sentence, again, host }) {
  switch (state) {
    case "sending":
      return speed > 0 ? say("upload.sending", inSizes(offset), inSizes(size), inSizes(speed)) : say("upload.begins");
    case "paused":
      return say("upload.paused", inSizes(offset), inSizes(size));
    case "lost":
      return say("upload.lost", inSizes(offset), inSizes(size));
    case "unfinished":
      return say("upload.unfinished", inSizes(offset), inSizes(size));
    case "fetching":
      return say("upload.fetching", host);
    case "kept":
      return say(again ? "upload.again" : "upload.kept");
    case "refused":
    case "failed":
      return sentence;
    case "looking":
      return say("upload.looking");
    default:
      return say("upload.waiting");
  }
}

/** Draws a small picture of a file, where the browser can read it. */
export async function draw(row, file) {
  const canvas = part(row, "shot");
  try {
    const picture = await createImageBitmap(file, { resizeWidth: 288, resizeQuality: "medium" });
    const scale = Math.max(canvas.width / picture.width, canvas.height / picture.height);
    const width = picture.width * scale;
    const height = picture.height * scale;
    canvas.getContext("2d").drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
    picture.close();
    canvas.hidden = false;
  } catch {
    // A TIFF, or no picture at all: the newsroom draws it when it is kept.
  }
}
