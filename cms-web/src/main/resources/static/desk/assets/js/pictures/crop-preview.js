// A piece of a picture as it will be printed.

/** Draws a frame of the picture on a canvas, as sharp as the screen is. */
export function preview(canvas, image, frame, picture, width) {
  if (!image.complete || image.naturalWidth === 0) {
    return;
  }
  const scale = image.naturalWidth / picture.width;
  const dots = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = Math.max(1, Math.round(width * dots));
  canvas.height = Math.max(1, Math.round((width * dots * frame.height) / frame.width));
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(
    image,
    frame.x * scale,
    frame.y * scale,
    frame.width * scale,
    frame.height * scale,
    0,
    0,
    canvas.width,
    canvas.height,
  );
}
