// Blocks of a story as a reader of the desk sees them. Every kind of block has its place here; nothing is HTML text.
import { element } from "./elements.js";
import { printCaption, printCredit } from "./printed.js";
import { isAllowed } from "./links.js";

/** A piece of the page with all blocks in reading order. */
export function readable(blocks) {
  const piece = document.createDocumentFragment();
  for (const block of blocks ?? []) {
    piece.append(blockElement(block));
  }
  return piece;
}

function blockElement(block) {
  switch (block.type) {
    case "paragraph":
      return element("p", "", ...inlines(block.content));
    case "subhead":
      return element("h3", "", ...inlines(block.content));
    case "quote":
      return element("blockquote", "", ...block.paragraphs.map((one) => element("p", "", ...inlines(one.content))));
    case "bullets":
      return element("ul", "", ...block.items.map(itemElement));
    case "numbers":
      return element("ol", "", ...block.items.map(itemElement));
    case "table":
      return tableElement(block);
    case "tabular":
      return element("pre", "", block.text);
    case "picture":
      return pictureFigure(block.picture);
    case "embed":
      return element("p", "", link(block.href, block.title || block.href));
    default:
      return element("p", "", block.type);
  }
}

const itemElement = (item) => element("li", "", readable(item.content));

function tableElement(block) {
  const table = element("table", "");
  if (block.caption) {
    table.append(element("caption", "", block.caption));
  }
  for (const row of block.rows) {
    table.append(
      element("tr", "", ...row.cells.map((cell) => element(cell.header ? "th" : "td", "", ...inlines(cell.content)))),
    );
  }
  return element("div", "scrolls", table);
}

function inlines(content) {
  return (content ?? []).map((inline) =>
    inline.type === "break" ? document.createElement("br") : dressed(inline.text, inline.marks ?? []),
  );
}

const TAGS = { strong: "strong", em: "em", sup: "sup", sub: "sub" };

function dressed(text, marks) {
  return marks.reduceRight(
    (inner, mark) => (mark.type === "link" ? link(mark.href, inner) : element(TAGS[mark.type] ?? "span", "", inner)),
    document.createTextNode(text),
  );
}

function link(href, inner) {
  if (!isAllowed(href)) {
    return element("span", "", inner);
  }
  const made = element("a", "", inner);
  made.href = href;
  made.rel = "noopener noreferrer";
  made.target = "_blank";
  return made;
}

/** A picture with what is printed below it. */
export function pictureFigure(picture, width = 720) {
  const figure = element("figure", "shot");
  if (picture.hash) {
    figure.append(pictureImage(picture, width));
  }
  const caption = printCaption(picture.caption);
  const credit = printCredit(picture.credit);
  figure.append(
    element("figcaption", "", caption, caption && credit ? " " : "", credit && element("span", "credit", credit)),
  );
  return figure;
}

/** The picture alone, at most so many pixels wide. */
export function pictureImage(picture, width) {
  const image = element("img", "");
  image.src = `/desk/pictures/${picture.hash}?w=${width}`;
  image.alt = picture.alt || picture.caption?.text || "";
  image.loading = "lazy";
  image.decoding = "async";
  if (picture.width && picture.height) {
    image.width = picture.width;
    image.height = picture.height;
  }
  return image;
}
