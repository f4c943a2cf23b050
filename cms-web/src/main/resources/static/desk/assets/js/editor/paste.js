// What is pasted is cleaned before the schema reads it: word processors wrap their text in much that is not text.

/** The words of pasted HTML, as plain HTML that the schema understands. */
export function cleaned(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const unwanted of page.querySelectorAll("script, style, meta, link, title, xml, o\\:p, template, iframe, object")) {
    const words = unwanted.localName === "o:p" ? unwanted.textContent.trim() : "";
    unwanted.replaceWith(words);
  }
  removeComments(page);
  listsOfWord(page);
  for (const cell of page.querySelectorAll("td, th")) {
    flattenCell(cell);
  }
  for (const element of page.body.querySelectorAll("*")) {
    keepMeaning(element);
  }
  for (const paragraph of page.body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
    if (paragraph.textContent.trim() === "" && !paragraph.querySelector("br, img, figure")) {
      paragraph.remove();
    }
  }
  return page.body.innerHTML;
}

function removeComments(page) {
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) {
    comments.push(walker.currentNode);
  }
  comments.forEach((comment) => comment.remove());
}

// Word writes a list as paragraphs that carry their own bullet or number.
function listsOfWord(page) {
  const isItem = (element) =>
    element?.localName === "p" &&
    (/^MsoListParagraph/.test(element.className) || /mso-list:\s*l\d/i.test(element.getAttribute("style") ?? ""));
  for (const paragraph of [...page.querySelectorAll("p")]) {
    if (!isItem(paragraph) || paragraph.closest("li")) {
      continue;
    }
    const mark = markOf(paragraph);
    const list = page.createElement(/^\(?(\d+|[a-z])[.)]/i.test(mark) ? "ol" : "ul");
    paragraph.before(list);
    let next = paragraph;
    while (isItem(next)) {
      const following = next.nextElementSibling;
      markOf(next);
      const item = page.createElement("li");
      item.append(next);
      list.append(item);
      next = following;
    }
  }
}

function markOf(paragraph) {
  const spans = [...paragraph.querySelectorAll("span")];
  const mark = spans.find((span) => /mso-list:\s*Ignore/i.test(span.getAttribute("style") ?? ""));
  if (mark) {
    const words = mark.textContent.trim();
    mark.remove();
    return words;
  }
  const first = paragraph.firstChild;
  const found = /^\s*([·•§o-]|\(?\w{1,3}[.)])[\s\u00a0]+/.exec(first?.textContent ?? "");
  if (found && first.nodeType === Node.TEXT_NODE) {
    first.textContent = first.textContent.slice(found[0].length);
    return found[1];
  }
  return "";
}

// A cell holds one line of text: paragraphs within it become line breaks.
function flattenCell(cell) {
  const paragraphs = [...cell.querySelectorAll("p, div")];
  paragraphs.forEach((paragraph, index) => {
    if (index < paragraphs.length - 1) {
      paragraph.append(cell.ownerDocument.createElement("br"));
    }
    paragraph.replaceWith(...paragraph.childNodes);
  });
}

// Of styles only what the schema has a mark for stays, as an element; classes, sizes and colours go.
function keepMeaning(element) {
  const { fontWeight, fontStyle, verticalAlign } = element.style;
  const dress = [
    /^(bold|bolder|[6-9]00)$/.test(fontWeight) ? "strong" : "",
    fontStyle === "italic" ? "em" : "",
    verticalAlign === "super" ? "sup" : "",
    verticalAlign === "sub" ? "sub" : "",
  ].filter(Boolean);
  for (const { name } of [...element.attributes]) {
    if (!["href", "data-picture", "data-embed", "data-pm-slice"].includes(name)) {
      element.removeAttribute(name);
    }
  }
  // Whole pages come wrapped in a b that is set in normal weight.
  if (element.localName === "b" && /^(normal|400)$/.test(fontWeight)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (element.localName === "span" || element.localName === "font") {
    for (const tag of dress) {
      const wrapped = element.ownerDocument.createElement(tag);
      wrapped.append(...element.childNodes);
      element.append(wrapped);
    }
  }
}
