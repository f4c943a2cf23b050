// A frame on a picture: moved and pulled by mouse, finger and keys, with its shape kept.
import { element } from "../elements.js";
import { say } from "../words.js";
import { between, moved, scaled } from "./crop-shapes.js";

const CORNERS = ["nw", "ne", "se", "sw"];
const EDGES = ["n", "e", "s", "w"];
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** How far an arrow key goes: a hundredth of the picture, a tenth with Shift. */
export const stepOf = (event) => {
  const step = STEPS[event.key];
  return step && !event.ctrlKey && !event.metaKey && !event.altKey ? step.map((way) => way * (event.shiftKey ? 0.1 : 0.01)) : null;
};

export class CropFrame {
  /** @param changed is told each new frame */
  constructor(stage, { picture, changed }) {
    this.stage = stage;
    this.picture = picture;
    this.changed = changed;
    this.box = element("div", "crop-frame");
    this.box.tabIndex = 0;
    this.box.setAttribute("role", "group");
    this.box.append(element("i", "crop-thirds"));
    this.handles = [...CORNERS, ...EDGES].map((side) => this.handle(side));
    this.box.append(...this.handles);
    this.box.addEventListener("pointerdown", (event) => this.move(event));
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.dim = element("i", "crop-dim");
    stage.append(this.dim, this.box);
  }

  /** Shows a frame, or none. */
  show(frame, shape, name) {
    this.box.hidden = !frame;
    this.dim.hidden = !frame;
    if (!frame) {
      return;
    }
    this.frame = frame;
    this.shape = shape;
    this.name = name;
    this.box.setAttribute("aria-label", say("crops.frame", name, frame.width, frame.height, frame.x, frame.y));
    for (const handle of this.handles) {
      handle.hidden = handle.dataset.side.length === 1 && shape.across > 0;
    }
    this.place();
  }

  /** Begins a new frame where the picture was pressed outside of the old one. */
  begin(event) {
    const corner = this.at(event);
    this.follow(event, (now) => {
      const point = this.at(now);
      if (Math.hypot(point.x - corner.x, point.y - corner.y) > this.picture.width / 50) {
        this.set(between(corner, point, point.x >= corner.x, point.y >= corner.y, this.shape, this.picture));
      }
    });
  }

  handle(side) {
    const handle = element("button", "crop-handle");
    handle.type = "button";
    handle.dataset.side = side;
    handle.setAttribute("aria-label", say(`crops.handle.${side}`));
    handle.addEventListener("pointerdown", (event) => {
      event.stopPropagation();
      handle.focus();
      const { corner, toRight, toBottom } = this.anchor(side);
      this.follow(event, (now) => this.set(between(corner, this.pulled(side, this.at(now)), toRight, toBottom, this.shape, this.picture)));
    });
    handle.addEventListener("keydown", (event) => {
      const step = stepOf(event);
      if (!step) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      const { corner, toRight, toBottom, point } = this.anchor(side);
      const wanted = { x: point.x + step[0] * this.picture.width, y: point.y + step[1] * this.picture.height };
      if (this.shape.across > 0) {
        // A corner of a fixed shape has one way to go: the other side follows the one that was pulled.
        const ratio = this.shape.across / this.shape.down;
        const width = step[0] !== 0 ? Math.abs(wanted.x - corner.x) : Math.abs(wanted.y - corner.y) * ratio;
        wanted.x = toRight ? corner.x + width : corner.x - width;
        wanted.y = toBottom ? corner.y + width / ratio : corner.y - width / ratio;
      }
      this.set(between(corner, this.pulled(side, wanted), toRight, toBottom, this.shape, this.picture));
    });
    return handle;
  }

  /** The corner that stays while another side is pulled, and the one that is pulled. */
  anchor(side) {
    const { x, y, width, height } = this.frame;
    const toRight = !side.includes("w");
    const toBottom = !side.includes("n");
    return {
      toRight,
      toBottom,
      corner: { x: toRight ? x : x + width, y: toBottom ? y : y + height },
      point: { x: toRight ? x + width : x, y: toBottom ? y + height : y },
    };
  }

  /** An edge is pulled one way only. */
  pulled(side, point) {
    const { x, y, width, height } = this.frame;
    if (side === "n" || side === "s") {
      return { x: x + width, y: point.y };
    }
    return side === "e" || side === "w" ? { x: point.x, y: y + height } : point;
  }

  move(event) {
    const from = this.at(event);
    const { x, y } = this.frame;
    this.box.focus({ preventScroll: true });
    this.follow(event, (now) => {
      const point = this.at(now);
      this.set(moved(this.frame, x + point.x - from.x, y + point.y - from.y, this.picture));
    });
  }

  key(event) {
    const step = stepOf(event);
    const grows = { "+": 1.05, "=": 1.05, "-": 1 / 1.05 }[event.key];
    if (step) {
      const { x, y } = this.frame;
      this.set(moved(this.frame, x + step[0] * this.picture.width, y + step[1] * this.picture.height, this.picture));
    } else if (grows && !event.ctrlKey && !event.metaKey) {
      this.set(scaled(this.frame, grows, this.shape, this.picture));
    } else {
      return;
    }
    event.preventDefault();
  }

  follow(event, work) {
    if (event.button !== 0 || this.picture.readOnly) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const follower = event.currentTarget;
    follower.setPointerCapture(event.pointerId);
    const over = new AbortController();
    follower.addEventListener("pointermove", work, { signal: over.signal });
    for (const end of ["pointerup", "pointercancel"]) {
      follower.addEventListener(end, () => over.abort(), { signal: over.signal });
    }
  }

  /** Where in the picture something was pressed. */
  at(event) {
    const stage = this.stage.getBoundingClientRect();
    return {
      x: ((event.clientX - stage.left) / stage.width) * this.picture.width,
      y: ((event.clientY - stage.top) / stage.height) * this.picture.height,
    };
  }

  set(frame) {
    if (this.picture.readOnly) {
      return;
    }
    this.show(frame, this.shape, this.name);
    this.changed(frame);
  }

  place() {
    const across = (pixels) => `${(100 * pixels) / this.picture.width}%`;
    const down = (pixels) => `${(100 * pixels) / this.picture.height}%`;
    const { x, y, width, height } = this.frame;
    const { style } = this.box;
    style.left = across(x);
    style.top = down(y);
    style.width = across(width);
    style.height = down(height);
    const [left, top, right, bottom] = [across(x), down(y), across(x + width), down(y + height)];
    this.dim.style.clipPath = `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${left} ${top}, ${right} ${top}, ${right} ${bottom}, ${left} ${bottom}, ${left} ${top})`;
  }
}
