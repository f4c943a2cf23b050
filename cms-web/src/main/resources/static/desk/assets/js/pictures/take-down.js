// Taking a picture from every page at once, and letting it be shown again.
import { announce, notice } from "../announce.js";
import { asked } from "../dialogs.js";
import { element, part } from "../elements.js";
import { get, post } from "../newsroom.js";
import { count, say } from "../words.js";
import { address } from "./sheet-form.js";

/**
 * Fills a place with the pages that carry a picture and, for who may, the button that takes it down or allows it again.
 * `onDone()` is called when it is done.
 */
export async function mountRights(place, { hash, onDone }) {
  let rights;
  place.dataset.hash = hash;
  place.replaceChildren();
  try {
    rights = await get(`${address(hash)}/rights`);
  } catch (problem) {
    if (place.dataset.hash === hash && problem.status !== 404) {
      place.replaceChildren(element("p", "soft", problem.sentence ?? say("problem.page")));
    }
    return;
  }
  if (place.dataset.hash !== hash) {
    // Somebody has gone on to another picture meanwhile.
    return;
  }
  place.replaceChildren(takeDown({ hash, rights, onDone }));
}

/**
 * The button that takes a picture down or allows it again, hidden from who may not; the screen has the question's dialog
 * (`desk/_pictures :: why`). `onDone()` is called when it is done.
 */
export function takeDown({ hash, rights, onDone }) {
  const down = rights.state === "taken-down";
  const act = element("button", down ? "button" : "button is-stop", say(down ? "pictures.allow" : "pictures.take-down"));
  act.type = "button";
  act.dataset.act = down ? "allow" : "take-down";
  act.hidden = !rights.mayTakeDown;
  act.addEventListener("click", async () => {
    const reason = await why(down, rights.pages);
    if (reason) {
      await go(act, `${address(hash)}/${down ? "allow" : "take-down"}`, reason, down, onDone);
    }
  });
  return act;
}

async function go(button, where, reason, down, onDone) {
  button.setAttribute("aria-busy", "true");
  try {
    const done = await post(where, { reason });
    notice(down ? say("pictures.allowed") : count("pictures.taken-down", stories(done)), { key: "rights", lasts: 12_000 });
    onDone();
  } catch (problem) {
    notice(problem.sentence ?? say("problem.page"), { problem: true, key: "rights" });
  } finally {
    button.removeAttribute("aria-busy");
  }
}

const stories = (done) => (Array.isArray(done.stories) ? done.stories.length : (done.stories ?? 0));

/** Asks for the reason; nothing where somebody thinks better of it. */
async function why(down, pages) {
  const dialog = document.querySelector("[data-dialog='rights']");
  const field = dialog.querySelector("#rights-reason");
  const problem = part(dialog, "problem");
  part(dialog, "title").textContent = say(down ? "pictures.allow.title" : "pictures.take-down.title");
  part(dialog, "words").textContent = down ? say("pictures.allow.words") : count("pictures.take-down.words", pages.length);
  part(dialog, "pages").replaceChildren(...(down ? [] : pages.map((page) => element("li", "", page.headline))));
  part(dialog, "go").textContent = say(down ? "pictures.allow.go" : "pictures.take-down.go");
  field.value = "";
  field.removeAttribute("aria-invalid");
  problem.hidden = true;
  part(dialog, "go").onclick = () => {
    if (field.value.trim() === "") {
      problem.hidden = false;
      field.setAttribute("aria-invalid", "true");
      field.focus();
      announce(problem.textContent, { now: true });
    } else {
      dialog.close("go");
    }
  };
  return (await asked(dialog)) === "go" ? field.value.trim() : "";
}
