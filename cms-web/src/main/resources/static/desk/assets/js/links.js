// Which addresses may stand in a story. The same rule as core's Mark.Link: nothing that could run a script or lead
// nowhere a reader may go.
const PLACE = /^\s*(https?:\/\/|mailto:|\/(?!\/))/i;

/** Whether a reader may follow this address. */
export function isAllowed(href) {
  return typeof href === "string" && PLACE.test(href);
}
