// The text of the story in the browser: ProseMirror over the newsroom's blocks.
import { baseKeymap } from "prosemirror-commands";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { fromBlocks, schema, toBlocks } from "../blocks.js";
import { asked } from "../dialogs.js";
import { part } from "../elements.js";
import { isAllowed } from "../links.js";
import { isOn, keys, linkRange, putAfter, tools } from "./commands.js";
import { embedView, pictureView } from "./inset.js";
import { cleaned } from "./paste.js";

/** The text with its toolbar. */
export class BodyText {
  #view;
  #toolbar;
  #editable = false;

  constructor({ box, toolbar, onChange, onBlur, onPicture }) {
    this.#toolbar = toolbar;
    this.#view = new EditorView(box, {
      state: this.#stateOf([]),
      editable: () => this.#editable,
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": "body-label",
        spellcheck: "true",
        class: "copy-text",
      },
      nodeViews: {
        picture: (node, view, getPos) => pictureView(node, view, getPos, onPicture),
        embed: (node) => embedView(node),
      },
      transformPastedHTML: cleaned,
      dispatchTransaction: (transaction) => {
        this.#view.updateState(this.#view.state.apply(transaction));
        this.#showTools();
        if (transaction.docChanged) {
          onChange();
        }
      },
      handleDOMEvents: {
        blur: () => {
          onBlur();
          return false;
        },
      },
    });
    this.#listenToTools();
  }

  /** The body as blocks. */
  get blocks() {
    return toBlocks(this.#view.state.doc);
  }

  /** How many words it has. */
  get words() {
    const text = this.#view.state.doc.textBetween(0, this.#view.state.doc.content.size, "\n", "\n").trim();
    return text === "" ? 0 : text.split(/\s+/).length;
  }

  /** Another body: what was done before cannot be undone into it. Throws `UnknownBlock`. */
  set blocks(blocks) {
    this.#view.updateState(this.#stateOf(blocks));
    this.#showTools();
  }

  set editable(editable) {
    this.#editable = editable;
    this.#view.setProps({});
    this.#view.dom.setAttribute("aria-readonly", String(!editable));
    this.#showTools();
  }

  focus() {
    this.#view.focus();
  }

  /** Puts a picture after the paragraph the cursor is in. */
  insertPicture(picture) {
    this.#view.dispatch(putAfter(this.#view.state, schema.node("picture", { picture })));
    this.#view.focus();
  }

  #stateOf(blocks) {
    return EditorState.create({
      doc: fromBlocks(blocks),
      plugins: [
        history(),
        keymap({
          ...keys,
          "Mod-k": () => {
            this.#askLink();
            return true;
          },
          "Alt-F10": () => {
            this.#toolbar.querySelector("[tabindex='0']")?.focus();
            return true;
          },
        }),
        keymap(baseKeymap),
        gapCursor(),
      ],
    });
  }

  // ---- the buttons above the text: one tab stop, arrows within

  #listenToTools() {
    this.#toolbar.addEventListener("click", (event) => {
      const tool = event.target.closest("[data-tool]")?.dataset.tool;
      if (tool) {
        this.#use(tool);
      }
    });
    // A click must not take the selection out of the text.
    this.#toolbar.addEventListener("mousedown", (event) => event.preventDefault());
    this.#toolbar.addEventListener("keydown", (event) => {
      const buttons = [...this.#toolbar.querySelectorAll("[data-tool]:not(:disabled)")];
      const at = buttons.indexOf(document.activeElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (to !== undefined && buttons.length) {
        event.preventDefault();
        const next = buttons[(to + buttons.length) % buttons.length];
        this.#tabStop(next);
        next.focus();
      } else if (event.key === "Escape") {
        event.preventDefault();
        this.#view.focus();
      }
    });
  }

  #use(tool) {
    if (tool === "link") {
      this.#askLink();
    } else {
      tools[tool](this.#view.state, this.#view.dispatch, this.#view);
      this.#view.focus();
    }
  }

  #showTools() {
    const state = this.#view.state;
    for (const button of this.#toolbar.querySelectorAll("[data-tool]")) {
      const tool = button.dataset.tool;
      button.disabled = !this.#editable || (tool !== "link" && !tools[tool](state));
      if (!["undo", "redo", "paragraph"].includes(tool)) {
        button.setAttribute("aria-pressed", String(isOn(state, tool)));
      }
    }
    const stop = this.#toolbar.querySelector("[tabindex='0']:not(:disabled)");
    this.#tabStop(stop ?? this.#toolbar.querySelector("[data-tool]:not(:disabled)"));
  }

  #tabStop(button) {
    for (const other of this.#toolbar.querySelectorAll("[data-tool]")) {
      other.tabIndex = other === button ? 0 : -1;
    }
  }

  // ---- links

  async #askLink() {
    if (!this.#editable) {
      return;
    }
    const dialog = document.querySelector("[data-dialog='link']");
    const field = dialog.querySelector("input");
    const problem = part(dialog, "problem");
    const range = linkRange(this.#view.state);
    field.value = range.href ?? "";
    problem.hidden = true;
    part(dialog, "remove").hidden = range.href === null;
    part(dialog, "remove").onclick = () => dialog.close("remove");
    dialog.querySelector("form").onsubmit = (event) => {
      event.preventDefault();
      const href = address(field.value);
      problem.hidden = isAllowed(href);
      field.setAttribute("aria-invalid", String(!isAllowed(href)));
      if (isAllowed(href)) {
        dialog.close(href);
      }
    };
    const chosen = await asked(dialog);
    if (chosen === "remove") {
      this.#view.dispatch(this.#view.state.tr.removeMark(range.from, range.to, schema.marks.link));
    } else if (chosen !== "away" && chosen !== "") {
      this.#link(range, chosen);
    }
    this.#view.focus();
  }

  #link({ from, to }, href) {
    const mark = schema.mark("link", { href });
    const transaction = this.#view.state.tr;
    if (from === to) {
      transaction.insert(from, schema.text(href, [mark]));
    } else {
      transaction.removeMark(from, to, schema.marks.link).addMark(from, to, mark);
    }
    this.#view.dispatch(transaction.scrollIntoView());
  }
}

// `example.org/page` is meant as a web address, `name@example.org` as one to write to.
function address(typed) {
  const text = typed.trim();
  if (isAllowed(text) || text === "" || /^\w+:/.test(text) || text.startsWith("/")) {
    return text;
  }
  if (/^[^\s@/]+@[^\s@/]+\.\w+$/.test(text)) {
    return `mailto:${text}`;
  }
  return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text) ? `https://${text}` : text;
}
