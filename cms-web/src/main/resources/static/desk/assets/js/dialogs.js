// Dialogs that ask one question. They close on Escape and on a click outside, unless there is something to decide.
for (const dialog of document.querySelectorAll("dialog")) {
  for (const button of dialog.querySelectorAll("[data-closes]")) {
    button.addEventListener("click", () => dialog.close("away"));
  }
  if (!dialog.hasAttribute("data-decide")) {
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) {
        dialog.close("away");
      }
    });
  } else {
    dialog.addEventListener("cancel", (event) => event.preventDefault());
  }
}

/** Opens a dialog and waits for what was chosen: the `value` of the button that closed it. */
export function asked(dialog) {
  dialog.returnValue = "away";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }));
}
