// Building pieces of a page without a string of HTML.

/** A copy of the content of the page's `<template id>`. */
export function fromTemplate(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

/** The part of a piece that has this name. */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}

/** An element with a class and its content. */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...content.filter((piece) => piece !== null && piece !== undefined && piece !== ""));
  return made;
}

/** Waits until nobody has called for a while, then runs once. */
export function calmly(work, milliseconds) {
  let timer = 0;
  const later = (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), milliseconds);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/** Whether keys typed now are meant for a field rather than for the desk. */
export function isTyping(event) {
  const at = event.target;
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.closest("dialog") !== null)
  );
}
