// Which addresses may stand in a story. The same rule as core's Mark.Link: nothing that could run a script or lead
// nowhere a reader may go.
const PLACE = /^\s*(https?:\/\/|mailto:|\/(?![/\\]))/i;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** Whether a reader may follow this address. */
export function isAllowed(href) {
  return typeof href === "string" && PLACE.test(href) && !CONTROL.test(href.trim());
}
