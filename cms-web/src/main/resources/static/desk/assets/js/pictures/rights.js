// Whether a picture may be shown, on which pages it stands, and the one act that takes it from all of them.
import { announce } from "../announce.js";
import { element } from "../elements.js";
import { get, post } from "../newsroom.js";
import { count, say } from "../words.js";

/** Shows the rights of a picture; `changed` is called when it was taken down or allowed again. */
export async function mountRights(root, { hash, changed = () => {} }) {
  root.dataset.shown = hash;
  try {
    const rights = await get(`/desk/api/pictures/${hash}/rights`);
    if (root.dataset.shown === hash) {
      show(root, hash, rights, changed);
    }
  } catch (problem) {
    root.replaceChildren(element("p", "sentence is-problem", problem.sentence ?? say("problem.page")));
  } finally {
    root.removeAttribute("aria-busy");
  }
}

function show(root, hash, rights, changed) {
  const down = rights.state === "taken-down";
  const barred = down || rights.state === "ended";
  const pieces = [
    element("p", barred ? "sentence is-problem" : "sentence", rights.sentence || say("rights.free")),
    list(rights.rules.map((rule) => element("li", "", rule.sentence, " ", element("span", "soft", rule.words)))),
    list(rights.notUnderstood.map((words) => element("li", "", say("rights.unread", words)))),
    element("h3", "", count("rights.pages", rights.pages.length)),
    list(rights.pages.map(page)),
  ];
  if (rights.mayTakeDown) {
    const act = element("button", down ? "button" : "button is-stop", say(down ? "rights.allow" : "rights.take-down"));
    act.type = "button";
    act.dataset.act = down ? "allow" : "take-down";
    act.addEventListener("click", () => ask(root, hash, down, rights.pages.length, changed));
    pieces.push(element("p", "form-acts", act));
  }
  root.replaceChildren(...pieces.filter((piece) => piece !== null));
}

const list = (lines) => (lines.length > 0 ? element("ul", "rights-list", ...lines) : null);

function page({ story, headline, address, shows }) {
  const open = element("a", "", headline);
  open.href = `/desk/stories/${story}`;
  const see = element("a", "soft", address);
  see.href = address;
  return element("li", "", open, " ", see, " ", element("span", "soft", say(`rights.shows.${shows}`)));
}

/** The question is asked in a dialog of its own, which goes when it is answered. */
function ask(root, hash, down, pages, changed) {
  const reason = element("textarea", "");
  reason.id = "takedown-reason";
  reason.required = true;
  reason.maxLength = 1000;
  reason.rows = 3;
  const label = element("label", "", say("rights.reason"));
  label.htmlFor = reason.id;
  const problem = element("p", "sentence is-problem");
  problem.role = "alert";
  problem.hidden = true;
  const away = element("button", "button", say("rights.away"));
  away.type = "button";
  const go = element("button", down ? "button is-primary" : "button is-stop is-primary", say(down ? "rights.allow.go" : "rights.take-down.go"));
  const title = element("h2", "", down ? say("rights.allow.title") : count("rights.take-down.title", pages));
  title.id = "takedown-title";
  const form = element("form", "stack", title, element("p", "field", label, reason), problem, element("p", "dialog-acts", away, go));
  const dialog = element("dialog", "dialog", form);
  dialog.setAttribute("aria-labelledby", title.id);
  away.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      const done = await post(`/desk/api/pictures/${hash}/${down ? "allow" : "take-down"}`, { reason: reason.value });
      dialog.close();
      announce(count(down ? "rights.allowed" : "rights.taken-down", done.stories));
      await mountRights(root, { hash, changed });
      root.querySelector("[data-act]")?.focus();
      changed();
    } catch (refused) {
      problem.textContent = refused.sentence ?? say("problem.page");
      problem.hidden = false;
      reason.focus();
    } finally {
      go.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  reason.focus();
}

for (const screen of document.querySelectorAll("[data-rights]")) {
  mountRights(screen, { hash: screen.dataset.rights });
}
