// The picture desk: what is looked for, the contact sheet, the panel beside it, and what is done with many at once.
import { announce } from "../announce.js";
import { calmly, isTyping, part } from "../elements.js";
import { mountUpload } from "../upload.js";
import { count, say } from "../words.js";
import { Batch } from "./batch.js";
import { PictureGrid } from "./grid.js";
import { PictureList } from "./list.js";
import { PicturePanel } from "./panel.js";
import { fromAddress, parameters, same } from "./query.js";
import { PictureSearch } from "./search.js";
import { mountRights } from "./take-down.js";

const root = document.querySelector("[data-picture-desk]");
const mayEdit = root.dataset.may === "true";
const bar = part(root, "selection");

const grid = new PictureGrid(part(root, "grid"), { onOpen: (picture) => show(picture.hash), onSelection: chosen, onEnd: () => list.more() });
const list = new PictureList(root, grid);
const panel = new PicturePanel(part(root, "panel"), root, {
  onOpen: (hash) => grid.mark(hash),
  onClose: () => {
    grid.mark("");
    remember();
    grid.focus();
  },
  onChanged: (detail) => grid.refresh(row(detail)),
  onShown: ({ hash }) => mountRights(part(root, "rights"), { hash, onDone: changed }),
  onStep: step,
});
const batch = mayEdit && new Batch(document.querySelector("[data-dialog='batch']"), changed);
const search = new PictureSearch(part(root, "finder"), (query, { typing }) => {
  const goesOn = typing && wasTyping;
  wasTyping = typing;
  if (!same(query, fromAddress(location.search))) {
    history[goesOn ? "replaceState" : "pushState"](null, "", addressOf());
  }
  grid.clear();
  list.load(query);
});
const bring = part(root, "bring");
const soon = calmly(() => list.refresh(), 800);
const upload = bring && mountUpload(bring.querySelector("[data-upload]"), { onKept: soon });
let wasTyping = false;

function addressOf() {
  const asked = parameters(search.query);
  if (panel.hash) {
    asked.set("id", panel.hash);
  }
  return asked.size ? `?${asked}` : location.pathname;
}

/** The open picture stands in the address, and Back closes it. */
function remember() {
  const now = addressOf();
  if (now !== location.search && now !== location.pathname + location.search) {
    history.pushState(null, "", now);
  }
}

async function show(hash, options) {
  if (await panel.open(hash, options)) {
    remember();
  }
}

/** What the list shows of a picture that the panel knows. */
function row({ hash, headline, caption, credit, taken, place, rights, synthetic, credentials, alt, uses }) {
  return {
    hash,
    headline,
    caption,
    credit,
    taken,
    rights,
    synthetic,
    credentials: Boolean(credentials),
    alt,
    ...(typeof place === "string" && { place }),
    ...(Array.isArray(uses) && { uses: uses.length }),
  };
}

function step(by) {
  const next = grid.step(by);
  if (next) {
    show(next.hash, { focus: false });
  } else {
    announce(say("pictures.no-further"));
  }
}

function chosen(pictures) {
  bar.hidden = pictures.length === 0;
  part(root, "selection-words").textContent = count("pictures.selected", pictures.length);
  announce(count("pictures.selected", pictures.length));
}

/** Something was done to pictures: all is shown as it is now. */
function changed() {
  list.refresh();
  if (panel.hash && !panel.isEditing) {
    panel.load();
  }
}

function edit() {
  const many = grid.selected;
  if (many.length > 1) {
    if (mayEdit) {
      batch.open(many);
    }
  } else if (many[0] ?? grid.current) {
    show((panel.hash && many.length === 0 ? panel.hash : (many[0] ?? grid.current).hash), { edit: true });
  }
}

root.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act === "batch") {
    batch.open(grid.selected);
  } else if (act === "clear-selection") {
    grid.clear();
    grid.focus();
  } else if (act === "select-all") {
    grid.selectAll();
  }
});

document.addEventListener("keydown", (event) => {
  const mod = event.ctrlKey || event.metaKey;
  if (document.querySelector("dialog[open]")) {
    return;
  }
  if (mod && event.key.toLowerCase() === "s" && panel.isEditing) {
    event.preventDefault();
    panel.save();
  } else if (event.key === "Escape") {
    escape(event);
  } else if (!isTyping(event) && !mod && !event.altKey && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

const KEYS = {
  "/": () => search.focus(),
  u: openBring,
  e: edit,
  j: () => (panel.hash ? step(1) : grid.focus()),
  k: () => (panel.hash ? step(-1) : grid.focus()),
};

function escape(event) {
  if (event.target === part(root, "search")) {
    grid.focus();
  } else if (panel.hash) {
    event.preventDefault();
    panel.close();
  } else if (grid.selected.length > 0) {
    grid.clear();
  }
}

function openBring() {
  if (bring) {
    bring.open = true;
    bring.scrollIntoView({ block: "nearest" });
    bring.querySelector("input").focus();
  }
}

// Files may be dropped anywhere on the screen.
const hasFiles = (event) => bring && [...(event.dataTransfer?.types ?? [])].includes("Files");
root.addEventListener("dragover", (event) => {
  if (hasFiles(event)) {
    event.preventDefault();
    bring.open = true;
  }
});
root.addEventListener("drop", (event) => {
  if (hasFiles(event) && !event.defaultPrevented) {
    event.preventDefault();
    upload.add(event.dataTransfer.files);
  }
});

/** Sets the screen as the address says. */
async function goThere() {
  const query = fromAddress(location.search);
  const hash = new URLSearchParams(location.search).get("id") ?? "";
  if (!same(query, search.query) || !begun) {
    search.query = query;
    grid.clear();
    list.load(query).then(() => grid.mark(panel.hash));
  }
  begun = true;
  if (hash && hash !== panel.hash) {
    await panel.open(hash, { focus: false });
  } else if (!hash && panel.hash) {
    if (!(await panel.close())) {
      remember();
    }
  }
}

let begun = false;
window.addEventListener("popstate", goThere);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && begun && list.refresh());
goThere();
