// What changes on the page is also said aloud, and what went wrong stays until it is dealt with.
import { say } from "./words.js";
import { element } from "./elements.js";

const politely = document.querySelector("[data-announce='polite']");
const atOnce = document.querySelector("[data-announce='now']");
const notices = document.querySelector("[data-notices]");

/** Says a sentence to those who listen to the page. */
export function announce(sentence, { now = false } = {}) {
  const region = now ? atOnce : politely;
  if (region) {
    region.textContent = "";
    // An unchanged text is not read again: a pause makes it a change.
    requestAnimationFrame(() => (region.textContent = sentence));
  }
}

/**
 * Shows a notice with what can be done about it. Returns a way to take it off again.
 * A notice with `lasts` goes by itself; a problem stays until it is retried or put away.
 */
export function notice(sentence, { problem = false, does = [], lasts = 0, key = null } = {}) {
  if (key) {
    notices.querySelector(`[data-key="${CSS.escape(key)}"]`)?.remove();
  }
  const box = element("div", problem ? "notice is-problem" : "notice", element("p", "", sentence));
  if (key) {
    box.dataset.key = key;
  }
  const remove = () => box.remove();
  const acts = element("div", "notice-acts");
  for (const { words, run, href } of does) {
    const act = href ? element("a", "button", words) : element("button", "button", words);
    if (href) {
      act.href = href;
    } else {
      act.type = "button";
      act.addEventListener("click", () => {
        remove();
        run();
      });
    }
    acts.append(act);
  }
  const close = element("button", "button is-quiet", say("notice.close"));
  close.type = "button";
  close.addEventListener("click", remove);
  acts.append(close);
  box.append(acts);
  notices.append(box);
  announce(sentence, { now: problem });
  if (lasts) {
    setTimeout(remove, lasts);
  }
  return remove;
}
