// What the toolbar and the keys do to the text.
import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { Selection, TextSelection } from "prosemirror-state";
import { schema } from "../blocks.js";

const { nodes, marks } = schema;

/** The nearest ancestor of the cursor of one of these types, with its position. */
export function around(state, ...types) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (types.includes(node.type)) {
      return { node, pos: $from.before(depth), depth };
    }
  }
  return null;
}

export function markIsOn(state, type) {
  const { from, to, $from, empty } = state.selection;
  return empty
    ? Boolean(type.isInSet(state.storedMarks ?? $from.marks()))
    : state.doc.rangeHasMark(from, to, type);
}

// Raised and lowered exclude each other, whatever the wire may have sent.
const raisedOrLowered = (type, other) => (state, dispatch) => {
  if (!dispatch || markIsOn(state, type)) {
    return toggleMark(type)(state, dispatch);
  }
  let last = state.tr;
  toggleMark(type)(state, (transaction) => (last = transaction));
  const { from, to, empty } = state.selection;
  dispatch(empty ? last.removeStoredMark(other) : last.removeMark(from, to, other));
  return true;
};

const list = (type) => (state, dispatch) => {
  const own = around(state, nodes.bullets, nodes.numbers);
  if (!own) {
    return wrapInList(type)(state, dispatch);
  }
  if (own.node.type === type) {
    return liftListItem(nodes.item)(state, dispatch);
  }
  dispatch?.(state.tr.setNodeMarkup(own.pos, type, own.node.attrs));
  return true;
};

const quote = (state, dispatch) =>
  around(state, nodes.quote) ? lift(state, dispatch) : wrapIn(nodes.quote)(state, dispatch);

const lineBreak = (state, dispatch) => {
  if (!state.selection.$from.parent.type.contentMatch.matchType(nodes.break)) {
    return false;
  }
  dispatch?.(state.tr.replaceSelectionWith(nodes.break.create()).scrollIntoView());
  return true;
};

// In a cell there is one line of text: Enter breaks it instead of making another cell.
const enterInTable = (state, dispatch) => {
  const parent = state.selection.$from.parent.type;
  return parent === nodes.cell ? lineBreak(state, dispatch) : parent === nodes.table_caption;
};

const nextCell = (step) => (state, dispatch) => {
  const cell = around(state, nodes.cell, nodes.table_caption);
  const table = around(state, nodes.table);
  if (!cell || !table) {
    return false;
  }
  const stops = [];
  table.node.descendants((node, pos) => {
    if (node.type === nodes.cell || node.type === nodes.table_caption) {
      stops.push(table.pos + 1 + pos);
    }
    return node.type === nodes.row;
  });
  const to = stops[stops.indexOf(cell.pos) + step];
  if (to === undefined) {
    return false;
  }
  const inside = TextSelection.create(state.doc, to + 1, to + 1 + state.doc.nodeAt(to).content.size);
  dispatch?.(state.tr.setSelection(inside).scrollIntoView());
  return true;
};

/** What every button does; the same commands stand behind the keys. */
export const tools = {
  undo,
  redo,
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  sup: raisedOrLowered(marks.sup, marks.sub),
  sub: raisedOrLowered(marks.sub, marks.sup),
  paragraph: setBlockType(nodes.paragraph),
  subhead: setBlockType(nodes.subhead),
  quote,
  bullets: list(nodes.bullets),
  numbers: list(nodes.numbers),
};

/** Whether the text at the cursor is set as a button would set it. */
export function isOn(state, tool) {
  switch (tool) {
    case "strong":
    case "em":
    case "sup":
    case "sub":
    case "link":
      return markIsOn(state, marks[tool]);
    case "subhead":
      return state.selection.$from.parent.type === nodes.subhead;
    case "quote":
      return around(state, nodes.quote) !== null;
    case "bullets":
    case "numbers":
      return around(state, nodes.bullets, nodes.numbers)?.node.type === nodes[tool];
    default:
      return false;
  }
}

/** The keys of the text. */
export const keys = {
  "Mod-z": undo,
  "Shift-Mod-z": redo,
  "Mod-y": redo,
  "Mod-b": tools.strong,
  "Mod-i": tools.em,
  "Mod-Alt-2": tools.subhead,
  "Mod-Alt-0": tools.paragraph,
  "Shift-Mod-9": tools.quote,
  "Shift-Mod-8": tools.bullets,
  "Shift-Mod-7": tools.numbers,
  "Shift-Enter": chainCommands(exitCode, lineBreak),
  Enter: chainCommands(enterInTable, splitListItem(nodes.item)),
  Tab: chainCommands(nextCell(1), sinkListItem(nodes.item)),
  "Shift-Tab": chainCommands(nextCell(-1), liftListItem(nodes.item)),
  // These belong to the page: the text must not answer to them.
  "Mod-Enter": () => true,
};

/** The whole stretch of the link at the cursor, or the selection. */
export function linkRange(state) {
  const { $from, from, to, empty } = state.selection;
  if (!empty) {
    return { from, to, href: hrefIn(state, from, to) };
  }
  const start = $from.parent.childAfter($from.parentOffset);
  const mark = start.node && marks.link.isInSet(start.node.marks);
  if (!mark) {
    return { from, to, href: null };
  }
  const base = $from.start();
  let first = $from.index();
  let last = first;
  let begin = base + start.offset;
  let end = begin + start.node.nodeSize;
  while (first > 0 && mark.isInSet($from.parent.child(first - 1).marks)) {
    first -= 1;
    begin -= $from.parent.child(first).nodeSize;
  }
  while (last + 1 < $from.parent.childCount && mark.isInSet($from.parent.child(last + 1).marks)) {
    last += 1;
    end += $from.parent.child(last).nodeSize;
  }
  return { from: begin, to: end, href: mark.attrs.href };
}

function hrefIn(state, from, to) {
  let href = null;
  state.doc.nodesBetween(from, to, (node) => {
    href ??= marks.link.isInSet(node.marks)?.attrs.href ?? null;
  });
  return href;
}

/** Puts a block after the one the cursor is in, at the top of the body. */
export function putAfter(state, node) {
  const { $to } = state.selection;
  const pos = $to.depth === 0 ? $to.pos : $to.after(1);
  const transaction = state.tr.insert(pos, node);
  return transaction.setSelection(Selection.near(transaction.doc.resolve(pos + node.nodeSize), 1)).scrollIntoView();
}
