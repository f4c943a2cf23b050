// Whether a picture may be shown, on which pages it stands, and the one act that takes it from all of them.
import { element } from "../elements.js";
import { get } from "../newsroom.js";
import { count, say } from "../words.js";
import { takeDown } from "./take-down.js";

async function mount(root, hash) {
  try {
    show(root, hash, await get(`/desk/api/pictures/${hash}/rights`));
  } catch (problem) {
    root.replaceChildren(element("p", "sentence is-problem", problem.sentence ?? say("problem.page")));
  } finally {
    root.removeAttribute("aria-busy");
  }
}

function show(root, hash, rights) {
  const barred = rights.state === "taken-down" || rights.state === "ended";
  const again = async () => {
    await mount(root, hash);
    root.querySelector("[data-act]")?.focus();
  };
  const pieces = [
    element("p", barred ? "sentence is-problem" : "sentence", rights.sentence || say("rights.free")),
    list(rights.rules.map((rule) => element("li", "", rule.sentence, " ", element("span", "soft", rule.words)))),
    list(rights.notUnderstood.map((words) => element("li", "", say("rights.unread", words)))),
    element("h3", "", count("rights.pages", rights.pages.length)),
    list(rights.pages.map(page)),
    element("p", "form-acts", takeDown({ hash, rights, onDone: again })),
  ];
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

for (const screen of document.querySelectorAll("[data-rights]")) {
  mount(screen, screen.dataset.rights);
}
