// The wire basket tells us when it has changed. The line comes back by itself when it breaks.
import { say } from "../words.js";

// The newsroom ends a line after ten minutes; one that has said nothing for longer is dead without knowing it.
const LONGEST_SILENCE = 11 * 60_000;
const WAITS = [1_000, 2_000, 5_000, 10_000];

/** Calls `changed` whenever the basket did, and whenever the line comes back, since something may have been missed. */
export function follow(address, lamp, changed) {
  let source;
  let timer = 0;
  let failures = 0;

  const show = (state) => {
    if (lamp.dataset.state !== state || lamp.textContent.trim() === "") {
      lamp.dataset.state = state;
      lamp.querySelector("[data-part='words']").textContent = say(`live.${state}`);
    }
  };

  const openIn = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(open, milliseconds);
  };

  function open() {
    source?.close();
    source = new EventSource(address);
    openIn(LONGEST_SILENCE);
    source.addEventListener("open", () => {
      if (failures > 0) {
        changed();
      }
      failures = 0;
      show("on");
      openIn(LONGEST_SILENCE);
    });
    source.addEventListener("basket", () => {
      show("on");
      openIn(LONGEST_SILENCE);
      changed();
    });
    source.addEventListener("error", () => {
      const wait = WAITS[Math.min(failures, WAITS.length - 1)];
      failures += 1;
      // The planned end of a line is no trouble: it is back before anybody could have noticed.
      if (failures > 1 || source.readyState === EventSource.CLOSED) {
        show("off");
      }
      if (source.readyState === EventSource.CLOSED) {
        // An answer that is no line at all, such as the end of the session: asking for the list says what it is.
        changed();
        openIn(wait);
      } else {
        openIn(wait + 10_000);
      }
    });
  }

  show("off");
  open();
  window.addEventListener("online", open);
  window.addEventListener("pagehide", () => source?.close());
  window.addEventListener("pageshow", (event) => event.persisted && open());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && changed());
}
