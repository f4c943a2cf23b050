// `?` shows the keys of this page.
import { isTyping } from "./elements.js";

const dialog = document.querySelector("[data-help]");

if (dialog) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !isTyping(event) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      dialog.showModal();
    }
  });
  for (const button of document.querySelectorAll("[data-opens='help']")) {
    button.addEventListener("click", () => dialog.showModal());
  }
}

// The modifier is written as the reader's own keyboard has it.
const apple = /Mac|iPhone|iPad/.test(navigator.platform);
for (const key of document.querySelectorAll("[data-mod]")) {
  key.textContent = apple ? "⌘" : "Ctrl";
}
