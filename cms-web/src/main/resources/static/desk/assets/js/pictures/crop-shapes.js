// The shapes of crops, in pixels of the upright original: the same sums as the service does.

/** Name and shape of each crop, in the order they are shown; the free one has no shape of its own. */
export const CROPS = [
  { name: "wide", across: 16, down: 9 },
  { name: "standard", across: 4, down: 3 },
  { name: "square", across: 1, down: 1 },
  { name: "free", across: 0, down: 0 },
];

/** A frame smaller than this can only be a slip of the hand. */
const SMALLEST = 64;

export const shapeOf = (name) => CROPS.find((crop) => crop.name === name);

const clamp = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));

/** The largest frame of a shape with the focal point as near to its middle as the edges allow. */
export function around(focus, { across, down }, { width, height }) {
  if (across === 0) {
    return { x: 0, y: 0, width, height };
  }
  const cutWidth = clamp(Math.floor((height * across) / down), 1, width);
  const cutHeight = clamp(Math.floor((cutWidth * down) / across), 1, height);
  return {
    x: clamp(Math.round(focus.x * width - cutWidth / 2), 0, width - cutWidth),
    y: clamp(Math.round(focus.y * height - cutHeight / 2), 0, height - cutHeight),
    width: cutWidth,
    height: cutHeight,
  };
}

/** The frame moved, as far as the picture goes. */
export function moved(frame, x, y, picture) {
  return {
    ...frame,
    x: clamp(Math.round(x), 0, picture.width - frame.width),
    y: clamp(Math.round(y), 0, picture.height - frame.height),
  };
}

/**
 * The frame between a corner that stays and a point that is pulled, in the picture and with its shape kept.
 * `toRight` and `toBottom` say on which side of the corner the frame lies.
 */
export function between(corner, point, toRight, toBottom, { across, down }, picture) {
  const roomAcross = toRight ? picture.width - corner.x : corner.x;
  const roomDown = toBottom ? picture.height - corner.y : corner.y;
  let width = toRight ? point.x - corner.x : corner.x - point.x;
  let height = toBottom ? point.y - corner.y : corner.y - point.y;
  const least = Math.min(SMALLEST, picture.width, picture.height);
  if (across === 0) {
    width = Math.round(clamp(width, Math.min(least, roomAcross), roomAcross));
    height = Math.round(clamp(height, Math.min(least, roomDown), roomDown));
  } else {
    const ratio = across / down;
    const most = Math.min(roomAcross, roomDown * ratio);
    width = Math.floor(clamp(Math.max(width, height * ratio), Math.min(least * Math.max(1, ratio), most), most));
    height = Math.min(roomDown, Math.max(1, Math.round(width / ratio)));
  }
  return { x: toRight ? corner.x : corner.x - width, y: toBottom ? corner.y : corner.y - height, width, height };
}

/** The frame made larger or smaller around its middle. */
export function scaled(frame, factor, shape, picture) {
  const wanted = { width: frame.width * factor, height: frame.height * factor };
  const grown = between({ x: 0, y: 0 }, { x: wanted.width, y: wanted.height }, true, true, shape, picture);
  return moved(grown, frame.x + (frame.width - grown.width) / 2, frame.y + (frame.height - grown.height) / 2, picture);
}

export const isSame = (one, other) =>
  Boolean(one) && Boolean(other) && ["x", "y", "width", "height"].every((side) => one[side] === other[side]);
