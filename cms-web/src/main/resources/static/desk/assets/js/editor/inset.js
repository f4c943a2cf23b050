// What stands in the text without being text: pictures and things that live elsewhere.
import { element } from "../elements.js";
import { pictureFigure } from "../reading-blocks.js";
import { say } from "../words.js";

/** A picture in the text, with a button to change what is printed below it. */
export function pictureView(node, view, getPos, onPicture) {
  const dom = element("div", "inset");
  dom.contentEditable = "false";
  let shown = node;

  function draw() {
    const edit = element("button", "button", say("picture.edit"));
    edit.type = "button";
    edit.disabled = !view.editable;
    edit.addEventListener("click", async () => {
      const picture = await onPicture(shown.attrs.picture);
      const position = getPos();
      if (picture && position !== undefined) {
        view.dispatch(view.state.tr.setNodeMarkup(position, null, { picture }));
      }
      view.focus();
    });
    dom.setAttribute("aria-label", say("picture.in-text"));
    dom.replaceChildren(pictureFigure(shown.attrs.picture), edit);
  }

  draw();
  return {
    dom,
    update(next) {
      if (next.type !== shown.type) {
        return false;
      }
      shown = next;
      draw();
      return true;
    },
    selectNode: () => dom.classList.add("ProseMirror-selectednode"),
    deselectNode: () => dom.classList.remove("ProseMirror-selectednode"),
    stopEvent: (event) => event.target.closest?.("button") !== null && !event.type.startsWith("drag"),
    ignoreMutation: () => true,
  };
}

/** Something that lives elsewhere: readers get a link. */
export function embedView(node) {
  const dom = element("div", "inset is-embed", element("b", "", node.attrs.title || node.attrs.href));
  dom.append(element("span", "soft", node.attrs.href));
  dom.contentEditable = "false";
  return { dom, ignoreMutation: () => true };
}
