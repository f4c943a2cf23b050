// The crop editor: a focal point that every crop keeps, crops drawn by hand, and how each will be printed, while it is
// being drawn. What is drawn reaches readers when it is saved, and not before.
import { announce, notice } from "../announce.js";
import { calmly, element } from "../elements.js";
import { get, put, Refused, remove } from "../newsroom.js";
import { say } from "../words.js";
import { CropFrame, stepOf } from "./crop-frame.js";
import { showHistory } from "./crop-history.js";
import { preview } from "./crop-preview.js";
import { around, CROPS, isSame, shapeOf } from "./crop-shapes.js";

const SHARP_ENOUGH = 1600;
const FOCUS = "focus";

/**
 * Puts the crop editor of a picture into an element.
 * `may` says whether who looks may change anything, `alt` what the picture shows, `saved` is told each new state.
 */
export function mountCrops(root, { hash, may = true, alt = "", saved = () => {} }) {
  return new CropEditor(root, { hash, may, alt, saved });
}

class CropEditor {
  constructor(root, { hash, may, alt, saved }) {
    this.root = root;
    this.address = `/desk/api/pictures/${hash}`;
    this.may = may;
    this.told = saved;
    this.mode = FOCUS;
    this.draft = { focus: null, crops: {} };
    this.sayAloud = calmly(announce, 400);
    this.build(hash, alt);
    this.load();
    window.addEventListener("beforeunload", (event) => {
      if (this.root.isConnected && this.isChanged()) {
        event.preventDefault();
      }
    });
  }

  build(hash, alt) {
    this.root.classList.add("crops");
    this.root.setAttribute("aria-busy", "true");
    this.waiting = element("p", "empty", say("crops.loading"));
    this.waiting.setAttribute("role", "status");
    this.image = element("img", "crop-picture");
    this.image.alt = alt || say("crops.picture");
    this.image.draggable = false;
    this.image.src = `/desk/pictures/${hash}?w=${SHARP_ENOUGH}`;
    this.image.addEventListener("load", () => this.refresh());
    this.image.addEventListener("error", () => this.trouble(say("crops.unseen")));
    this.point = element("button", "crop-point");
    this.point.type = "button";
    this.stage = element("div", "crop-stage", this.image, this.point);
    this.modes = element("div", "tabs crop-modes");
    this.modes.setAttribute("role", "group");
    this.modes.setAttribute("aria-label", say("crops.modes"));
    this.modes.append(...[FOCUS, ...CROPS.map((crop) => crop.name)].map((mode) => this.tab(mode)));
    this.hint = element("p", "crop-hint soft");
    this.hint.id = "crop-hint";
    this.back = this.button("crops.back", () => this.goBack(), "button");
    this.save = this.button("crops.save", () => this.send(), "button is-primary");
    this.discard = this.button("crops.discard", () => this.drop(), "button is-quiet");
    this.state = element("p", "crop-state");
    this.state.setAttribute("role", "status");
    this.previews = element("div", "crop-previews");
    this.previews.setAttribute("role", "group");
    this.previews.setAttribute("aria-label", say("crops.previews"));
    this.shots = Object.fromEntries(CROPS.map((crop) => [crop.name, this.shot(crop)]));
    this.history = element("ol", "crop-history");
    this.page = element(
      "div",
      "crop-page",
      element("div", "crop-work", this.modes, element("div", "crop-table", this.stage), this.hint, element("div", "crop-acts", this.save, this.discard, this.back, this.state)),
      element("section", "crop-print", element("h2", "", say("crops.previews")), this.previews),
      element("section", "crop-past", element("h2", "", say("crops.history")), this.history),
    );
    this.page.hidden = true;
    this.root.replaceChildren(this.waiting, this.page);
    this.listen();
  }

  button(words, run, className) {
    const button = element("button", className, say(words));
    button.type = "button";
    button.addEventListener("click", run);
    return button;
  }

  tab(mode) {
    const tab = this.button(`crops.name.${mode}`, () => this.choose(mode), "");
    tab.dataset.mode = mode;
    return tab;
  }

  shot(crop) {
    const canvas = element("canvas", "");
    canvas.setAttribute("aria-hidden", "true");
    const how = element("span", "crop-how soft");
    const shot = element("button", "crop-shot", canvas, element("span", "crop-shot-words", element("b", "", say(`crops.name.${crop.name}`)), " ", how));
    shot.type = "button";
    shot.dataset.crop = crop.name;
    shot.addEventListener("click", () => this.choose(crop.name, true));
    this.previews.append(shot);
    return { shot, canvas, how };
  }

  listen() {
    this.stage.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || !this.may || !this.sheet) {
        return;
      }
      if (this.mode === FOCUS) {
        event.preventDefault();
        this.point.focus({ preventScroll: true });
        this.follow(event);
      } else {
        this.frame.begin(event);
      }
    });
    this.point.addEventListener("keydown", (event) => {
      const step = stepOf(event);
      if (step && this.may) {
        event.preventDefault();
        const { x, y } = this.focus();
        this.setFocus({ x: x + step[0], y: y + step[1] });
      }
    });
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s" && this.root.isConnected && !document.querySelector("dialog[open]:not(:has(.crops))")) {
        event.preventDefault();
        this.send();
      }
    });
    new ResizeObserver(calmly(() => this.refresh(), 100)).observe(this.previews);
  }

  /** The focal point goes where the finger goes. */
  follow(event) {
    const over = new AbortController();
    const set = (now) => {
      const at = this.frame.at(now);
      this.setFocus({ x: at.x / this.picture.width, y: at.y / this.picture.height });
    };
    this.stage.setPointerCapture(event.pointerId);
    this.stage.addEventListener("pointermove", set, { signal: over.signal });
    for (const end of ["pointerup", "pointercancel"]) {
      this.stage.addEventListener(end, () => over.abort(), { signal: over.signal });
    }
    set(event);
  }

  async load() {
    try {
      this.stands(await get(`${this.address}/crops`));
      this.waiting.hidden = true;
      this.page.hidden = false;
      this.refresh();
    } catch (problem) {
      const again = this.button("retry", () => this.load(), "button");
      this.waiting.replaceChildren(problem.sentence ?? say("problem.page"), " ", again);
    } finally {
      this.root.removeAttribute("aria-busy");
    }
  }

  /** This is how the picture is cut now. */
  stands(sheet) {
    this.sheet = sheet;
    this.picture = { width: sheet.width, height: sheet.height, readOnly: !this.may };
    this.image.width = sheet.width;
    this.image.height = sheet.height;
    if (!this.frame) {
      this.frame = new CropFrame(this.stage, { picture: this.picture, changed: (frame) => this.drawn(frame) });
    }
    this.refresh();
    this.told(sheet);
  }

  focus() {
    return this.draft.focus ?? this.sheet.focus;
  }

  /** What a crop shows with what is not saved yet. */
  area(name) {
    const drafted = this.draft.crops[name];
    if (drafted && drafted !== "back") {
      return drafted;
    }
    const stands = this.sheet.crops[name];
    return stands?.drawn && drafted !== "back" ? stands : around(this.focus(), shapeOf(name), this.picture);
  }

  isDrawn(name) {
    const drafted = this.draft.crops[name];
    return drafted ? drafted !== "back" : Boolean(this.sheet.crops[name]?.drawn);
  }

  isChanged() {
    return this.draft.focus !== null || Object.keys(this.draft.crops).length > 0;
  }

  choose(mode, show = false) {
    this.mode = mode;
    this.refresh();
    if (show) {
      this.stage.scrollIntoView({ block: "nearest" });
      this.frame.box.focus({ preventScroll: true });
    }
  }

  setFocus({ x, y }) {
    const tidy = (value) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
    this.draft.focus = { x: tidy(x), y: tidy(y), proposed: false };
    this.refresh();
    this.sayAloud(this.pointWords());
  }

  drawn(frame) {
    if (isSame(frame, this.sheet.crops[this.mode]) && this.sheet.crops[this.mode].drawn) {
      delete this.draft.crops[this.mode];
    } else {
      this.draft.crops[this.mode] = frame;
    }
    this.refresh();
    this.sayAloud(say("crops.frame", say(`crops.name.${this.mode}`), frame.width, frame.height, frame.x, frame.y));
  }

  /** Takes back what somebody set: the focal point that is proposed, or the crop around the focal point. */
  goBack() {
    if (this.mode === FOCUS) {
      const proposed = this.sheet.history.find((change) => change.what === FOCUS && change.focus.proposed);
      this.draft.focus = this.sheet.focus.proposed ? null : { ...(proposed?.focus ?? this.sheet.focus), proposed: true };
    } else if (this.sheet.crops[this.mode]?.drawn) {
      this.draft.crops[this.mode] = "back";
    } else {
      delete this.draft.crops[this.mode];
    }
    this.refresh();
    announce(say("crops.went-back"));
  }

  drop() {
    this.draft = { focus: null, crops: {} };
    this.refresh();
    announce(say("crops.discarded"));
  }

  pointWords() {
    const { x, y } = this.focus();
    return say("crops.point", Math.round(x * 100), Math.round(y * 100));
  }

  refresh() {
    if (!this.sheet) {
      return;
    }
    const { mode } = this;
    for (const tab of this.modes.children) {
      tab.setAttribute("aria-pressed", String(tab.dataset.mode === mode));
    }
    this.stage.dataset.mode = mode === FOCUS ? FOCUS : "crop";
    const { x, y } = this.focus();
    this.point.style.left = `${x * 100}%`;
    this.point.style.top = `${y * 100}%`;
    this.point.setAttribute("aria-label", this.pointWords());
    this.point.disabled = !this.may || mode !== FOCUS;
    this.frame.show(mode === FOCUS ? null : this.area(mode), shapeOf(mode), mode === FOCUS ? "" : say(`crops.name.${mode}`));
    this.hint.textContent = this.may ? say(mode === FOCUS ? "crops.hint.focus" : mode === "free" ? "crops.hint.free" : "crops.hint.crop") : say("crops.hint.look");
    this.back.textContent = say(mode === FOCUS ? "crops.back.focus" : mode === "free" ? "crops.back.free" : "crops.back");
    this.back.disabled = mode === FOCUS ? this.focus().proposed : !this.isDrawn(mode);
    for (const name of Object.keys(this.shots)) {
      this.print(name);
    }
    this.acts();
    showHistory(this.history, this.sheet, {
      image: this.image,
      picture: this.picture,
      all: this.all,
      more: () => {
        this.all = true;
        this.refresh();
      },
      restore: (change, button) => this.restore(change, button),
    });
  }

  print(name) {
    const { shot, canvas, how } = this.shots[name];
    const isDrawn = this.isDrawn(name);
    shot.classList.toggle("is-missing-crop", name === "free" && !isDrawn);
    shot.setAttribute("aria-pressed", String(this.mode === name));
    how.textContent = isDrawn ? say("crops.drawn") : say(name === "free" ? "crops.not-drawn" : "crops.around");
    preview(canvas, this.image, this.area(name), this.picture, shot.clientWidth || 240);
  }

  acts() {
    const changed = this.isChanged();
    for (const button of [this.save, this.discard, this.back]) {
      button.hidden = !this.may;
    }
    this.save.disabled = !changed || this.sending;
    this.discard.disabled = !changed || this.sending;
    this.save.setAttribute("aria-busy", String(Boolean(this.sending)));
    if (this.may) {
      const words = this.sending ? "crops.saving" : changed ? "crops.unsaved" : "crops.saved";
      if (this.state.dataset.words !== words) {
        this.state.textContent = say(words);
        this.state.dataset.words = words;
      }
    }
  }

  /** Saves what was changed, one thing after the other; what was saved is saved even if the next is refused. */
  async send() {
    if (!this.may || this.sending || !this.isChanged()) {
      return;
    }
    this.sending = true;
    this.acts();
    try {
      if (this.draft.focus) {
        const { x, y, proposed } = this.draft.focus;
        const sent = proposed ? remove(`${this.address}/focus?version=${this.sheet.version}`) : put(`${this.address}/focus`, { x, y, version: this.sheet.version });
        this.sheet = await sent;
        this.draft.focus = null;
      }
      for (const [name, frame] of Object.entries(this.draft.crops)) {
        this.sheet = await this.sendCrop(name, frame);
        delete this.draft.crops[name];
      }
      this.stands(this.sheet);
      announce(say("crops.saved"));
    } catch (problem) {
      this.refused(problem);
    } finally {
      this.sending = false;
      this.refresh();
    }
  }

  sendCrop(name, frame) {
    const { version } = this.sheet;
    if (frame === "back") {
      return remove(`${this.address}/crops/${name}?version=${version}`);
    }
    const { x, y, width, height } = frame;
    return put(`${this.address}/crops/${name}`, { x, y, width, height, version });
  }

  async restore(change, button) {
    button.disabled = true;
    const { version } = this.sheet;
    try {
      if (change.what !== FOCUS) {
        this.sheet = await this.sendCrop(change.what, change.area);
        delete this.draft.crops[change.what];
      } else {
        this.draft.focus = null;
        const { x, y, proposed } = change.focus;
        this.sheet = await (proposed ? remove(`${this.address}/focus?version=${version}`) : put(`${this.address}/focus`, { x, y, version }));
      }
      this.stands(this.sheet);
      notice(say("crops.restored"), { lasts: 5000, key: "crops" });
    } catch (problem) {
      button.disabled = false;
      this.refused(problem);
    }
  }

  refused(problem) {
    if (problem instanceof Refused && problem.status === 409) {
      // Mine is still on the table, theirs below it: saving again puts mine on top, knowing of theirs.
      this.stands(problem.problem.current);
      notice(`${problem.sentence} ${say("crops.conflict")}`, {
        problem: true,
        key: "crops",
        does: [
          ...(this.isChanged() ? [{ words: say("crops.conflict.mine"), run: () => this.send() }] : []),
          { words: say("crops.conflict.theirs"), run: () => this.drop() },
        ],
      });
      return;
    }
    this.trouble(problem.sentence ?? say("problem.page"), () => this.send());
  }

  trouble(sentence, again) {
    notice(sentence, { problem: true, key: "crops", does: again && this.isChanged() ? [{ words: say("retry"), run: again }] : [] });
  }
}

const screen = document.querySelector("[data-crops]");
if (screen) {
  mountCrops(screen, { hash: screen.dataset.crops, may: screen.dataset.may === "true", alt: screen.dataset.alt });
}
