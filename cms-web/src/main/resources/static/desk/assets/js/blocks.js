// The body of a story as the editor knows it, and the way from the newsroom's blocks to it and back.
// The schema is exactly core's Block, Inline and Mark: what is not here cannot be typed, pasted or saved.
import { Schema, Fragment } from "prosemirror-model";
import { isAllowed } from "./links.js";

// A container that came in empty holds one empty paragraph here, so that a cursor can stand in it, and remembers it.
const hollow = { hollow: { default: false } };

const nodes = {
  doc: { content: "block+", attrs: hollow },

  paragraph: {
    group: "block",
    content: "inline*",
    parseDOM: [{ tag: "p" }],
    toDOM: () => ["p", 0],
  },

  subhead: {
    group: "block",
    content: "inline*",
    defining: true,
    parseDOM: ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag })),
    toDOM: () => ["h2", 0],
  },

  quote: {
    group: "block",
    content: "paragraph+",
    defining: true,
    attrs: hollow,
    parseDOM: [{ tag: "blockquote" }],
    toDOM: () => ["blockquote", 0],
  },

  bullets: {
    group: "block",
    content: "item+",
    attrs: hollow,
    parseDOM: [{ tag: "ul" }],
    toDOM: () => ["ul", 0],
  },

  numbers: {
    group: "block",
    content: "item+",
    attrs: hollow,
    parseDOM: [{ tag: "ol" }],
    toDOM: () => ["ol", 0],
  },

  item: {
    content: "block+",
    defining: true,
    attrs: hollow,
    parseDOM: [{ tag: "li" }],
    toDOM: () => ["li", 0],
  },

  table: {
    group: "block",
    content: "table_caption? row+",
    isolating: true,
    attrs: hollow,
    parseDOM: [{ tag: "table" }],
    toDOM: () => ["table", 0],
  },

  table_caption: {
    content: "text*",
    marks: "",
    parseDOM: [{ tag: "caption" }],
    toDOM: () => ["caption", 0],
  },

  row: {
    content: "cell+",
    attrs: hollow,
    parseDOM: [{ tag: "tr" }],
    toDOM: () => ["tr", 0],
  },

  cell: {
    content: "inline*",
    isolating: true,
    attrs: { header: { default: false } },
    parseDOM: [
      { tag: "td", attrs: { header: false } },
      { tag: "th", attrs: { header: true } },
    ],
    toDOM: (node) => [node.attrs.header ? "th" : "td", 0],
  },

  tabular: {
    group: "block",
    content: "text*",
    marks: "",
    code: true,
    defining: true,
    parseDOM: [{ tag: "pre", preserveWhitespace: "full" }],
    toDOM: () => ["pre", 0],
  },

  picture: {
    group: "block",
    atom: true,
    draggable: true,
    attrs: { picture: {} },
    parseDOM: [
      {
        tag: "figure[data-picture]",
        getAttrs(dom) {
          try {
            return { picture: JSON.parse(dom.dataset.picture) };
          } catch {
            return false;
          }
        },
      },
    ],
    toDOM: (node) => ["figure", { "data-picture": JSON.stringify(node.attrs.picture) }],
  },

  embed: {
    group: "block",
    atom: true,
    draggable: true,
    attrs: { href: {}, title: { default: "" } },
    parseDOM: [
      {
        tag: "a[data-embed]",
        priority: 60,
        getAttrs: (dom) =>
          isAllowed(dom.getAttribute("href")) && {
            href: dom.getAttribute("href"),
            title: dom.textContent,
          },
      },
    ],
    toDOM: (node) => ["a", { "data-embed": "", href: node.attrs.href }, node.attrs.title || node.attrs.href],
  },

  text: { group: "inline" },

  break: {
    group: "inline",
    inline: true,
    selectable: false,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
    leafText: () => "\n",
  },
};

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (dom) => isAllowed(dom.getAttribute("href")) && { href: dom.getAttribute("href") },
      },
    ],
    toDOM: (mark) => ["a", { href: mark.attrs.href, rel: "noopener" }, 0],
  },
  strong: {
    parseDOM: [
      // A word processor wraps whole pages in a b that is set in normal weight.
      { tag: "b", getAttrs: (dom) => dom.style.fontWeight !== "normal" && null },
      { tag: "strong" },
      { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[6-9]\d\d)$/.test(value) && null },
      { style: "font-weight=400", clearMark: (mark) => mark.type.name === "strong" },
    ],
    toDOM: () => ["strong", 0],
  },
  em: {
    parseDOM: [
      { tag: "i" },
      { tag: "em" },
      { style: "font-style=italic" },
      { style: "font-style=normal", clearMark: (mark) => mark.type.name === "em" },
    ],
    toDOM: () => ["em", 0],
  },
  sup: {
    parseDOM: [{ tag: "sup" }, { style: "vertical-align=super" }],
    toDOM: () => ["sup", 0],
  },
  sub: {
    parseDOM: [{ tag: "sub" }, { style: "vertical-align=sub" }],
    toDOM: () => ["sub", 0],
  },
};

export const schema = new Schema({ nodes, marks });

// ---- from core's JSON to the editor

/** A document of the editor from core's list of blocks. */
export function fromBlocks(blocks) {
  return container("doc", (blocks ?? []).map(blockToNode), () => [schema.node("paragraph")]);
}

function container(type, children, filler, attrs = {}) {
  return children.length > 0
    ? schema.node(type, attrs, children)
    : schema.node(type, { ...attrs, hollow: true }, filler());
}

function blockToNode(block) {
  switch (block.type) {
    case "paragraph":
      return schema.node("paragraph", null, inlines(block.content));
    case "subhead":
      return schema.node("subhead", null, inlines(block.content));
    case "quote":
      return container("quote", (block.paragraphs ?? []).map(asParagraph), emptyParagraph);
    case "bullets":
    case "numbers":
      return container(block.type, (block.items ?? []).map(itemToNode), () => [itemToNode({ content: [] })]);
    case "table":
      return tableToNode(block);
    case "tabular":
      return schema.node("tabular", null, plain(block.text));
    case "picture":
      return schema.node("picture", { picture: block.picture });
    case "embed":
      return schema.node("embed", { href: block.href, title: block.title ?? "" });
    default:
      // A block this page does not know must never be dropped in silence: the story stays closed to editing.
      throw new UnknownBlock(block.type);
  }
}

export class UnknownBlock extends Error {
  constructor(type) {
    super(`Unknown block: ${type}`);
    this.type = type;
  }
}

const emptyParagraph = () => [schema.node("paragraph")];

// The paragraphs of a quote name no type of their own in older copies of the log.
const asParagraph = (paragraph) => blockToNode({ type: "paragraph", ...paragraph });

function itemToNode(item) {
  return container("item", (item.content ?? []).map(blockToNode), emptyParagraph);
}

function tableToNode(block) {
  const rows = (block.rows ?? []).map((row) => container("row", (row.cells ?? []).map(cellToNode), emptyCell));
  const filled = rows.length > 0 ? rows : [container("row", [], emptyCell)];
  const caption = typeof block.caption === "string" ? [schema.node("table_caption", null, plain(block.caption))] : [];
  return schema.node("table", { hollow: rows.length === 0 }, [...caption, ...filled]);
}

const emptyCell = () => [schema.node("cell")];

const cellToNode = (cell) => schema.node("cell", { header: Boolean(cell.header) }, inlines(cell.content));

const plain = (text) => (text ? [schema.text(text)] : []);

function inlines(content) {
  return Fragment.fromArray(
    (content ?? []).map((inline) => {
      switch (inline.type) {
        case "text":
          return schema.text(
            inline.text,
            (inline.marks ?? []).map((mark) => schema.mark(mark.type, mark.href === undefined ? null : { href: mark.href })),
          );
        case "break":
          return schema.node("break");
        default:
          throw new UnknownBlock(inline.type);
      }
    }),
  );
}

// ---- from the editor to core's JSON

/** Core's list of blocks from a document of the editor. */
export function toBlocks(doc) {
  return isHollow(doc) ? [] : children(doc).map(nodeToBlock);
}

function nodeToBlock(node) {
  switch (node.type.name) {
    case "paragraph":
    case "subhead":
      return { type: node.type.name, content: inlineJson(node) };
    case "quote":
      return { type: "quote", paragraphs: isHollow(node) ? [] : children(node).map(nodeToBlock) };
    case "bullets":
    case "numbers":
      return { type: node.type.name, items: isHollow(node) ? [] : children(node).map(itemJson) };
    case "table":
      return tableJson(node);
    case "tabular":
      return { type: "tabular", text: node.textContent };
    case "picture":
      return { type: "picture", picture: node.attrs.picture };
    case "embed":
      return { type: "embed", href: node.attrs.href, title: node.attrs.title };
    default:
      throw new UnknownBlock(node.type.name);
  }
}

const itemJson = (item) => ({ content: isHollow(item) ? [] : children(item).map(nodeToBlock) });

function tableJson(table) {
  const parts = children(table);
  const caption = parts.find((part) => part.type.name === "table_caption");
  const rows = parts.filter((part) => part.type.name === "row");
  return {
    type: "table",
    caption: caption ? caption.textContent : null,
    rows: table.attrs.hollow && rows.every(isHollow) ? [] : rows.map(rowJson),
  };
}

const rowJson = (row) => ({
  cells: isHollow(row)
    ? []
    : children(row).map((cell) => ({ header: cell.attrs.header, content: inlineJson(cell) })),
});

function inlineJson(node) {
  return children(node).map((child) =>
    child.isText
      ? { type: "text", text: child.text, marks: child.marks.map(markJson) }
      : { type: "break" },
  );
}

function markJson(mark) {
  return mark.type.name === "link" ? { type: "link", href: mark.attrs.href } : { type: mark.type.name };
}

// Came in empty, and nobody has written into it since.
function isHollow(node) {
  return node.attrs.hollow && node.childCount === 1 && isBlank(node.firstChild);
}

function isBlank(node) {
  if (node.type.name === "paragraph" || node.type.name === "cell") {
    return node.childCount === 0;
  }
  return Boolean(node.attrs.hollow) && node.childCount === 1 && isBlank(node.firstChild);
}

function children(node) {
  const list = [];
  node.forEach((child) => list.push(child));
  return list;
}
