// A pill in the head of every screen that opens into a list: how it closes, and how it is kept up to date.
import { element, part } from "./elements.js";
import { SignedOut } from "./newsroom.js";

/**
 * Keeps a pill up to date: `look()` is asked at once, every so often while the page is seen, and as soon as it is seen
 * again. It ends when nobody is signed in, or when `look()` answers `false`. Answers the function that looks at once.
 */
export function keepUp(root, look, every) {
  let timer = 0;
  const again = async () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") {
      try {
        if ((await look()) === false) {
          return;
        }
      } catch (problem) {
        if (problem instanceof SignedOut) {
          return;
        }
        // A newsroom that does not answer says so where something was asked of it.
      }
    }
    timer = setTimeout(again, every);
  };
  closes(root);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  again();
  return again;
}

/** Shows how many lines there are and the first of them; without any, the pill is gone. */
export function fill(root, { sentences, face, words, stops, lines }) {
  root.hidden = sentences.length === 0;
  if (root.hidden) {
    root.open = false;
  }
  root.dataset.weight = stops ? "stop" : "warn";
  part(root, "first").textContent = sentences[0] ?? "";
  const number = element("span", "", face);
  number.setAttribute("aria-hidden", "true");
  part(root, "count").replaceChildren(number, element("span", "unseen", words));
  part(root, "list").replaceChildren(...lines);
}

function closes(root) {
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && root.open) {
      event.stopPropagation();
      root.open = false;
      root.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (root.open && !root.contains(event.target)) {
      root.open = false;
    }
  });
}
