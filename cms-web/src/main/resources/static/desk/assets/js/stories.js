// The list of the desk's stories, by state and section.
import { announce, notice } from "./announce.js";
import { element, fromTemplate, isTyping, part } from "./elements.js";
import { get } from "./newsroom.js";
import { ago, printed, timeElement } from "./time.js";
import { say, sayOr } from "./words.js";

const root = document.querySelector("[data-stories]");
const rows = root.querySelector("[data-rows]");
const empty = root.querySelector("[data-list-state]");
const more = root.querySelector("[data-older]");
const sections = root.querySelector("[data-section-select]");
const chosen = new URLSearchParams(location.search);
const STEP = 50;
const MOST = 200;

let state = chosen.get("state") ?? "";
let limit = STEP;
let asked = 0;
sections.value = chosen.get("section") ?? "";

async function load() {
  const mine = ++asked;
  for (const tab of root.querySelectorAll("[data-state]")) {
    if (tab.tagName === "BUTTON") {
      tab.setAttribute("aria-pressed", String(tab.dataset.state === state));
    }
  }
  const query = new URLSearchParams({ ...(state && { state }), ...(sections.value && { section: sections.value }) });
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  query.set("limit", limit);
  root.setAttribute("aria-busy", "true");
  try {
    const answer = await get(`/desk/api/stories?${query}`);
    if (mine === asked) {
      show(answer.stories);
    }
  } catch (problem) {
    if (mine === asked) {
      notice(problem.sentence ?? say("problem.page"), {
        problem: true,
        key: "list",
        does: [{ words: say("retry"), run: load }],
      });
    }
  } finally {
    root.removeAttribute("aria-busy");
  }
}

function show(stories) {
  rows.replaceChildren(...stories.map(row));
  empty.hidden = stories.length > 0;
  empty.textContent = say("stories.empty");
  more.hidden = stories.length < limit || limit >= MOST;
}

function row(story) {
  const line = fromTemplate("story-row");
  const link = part(line, "headline");
  link.href = `/desk/stories/${story.id}`;
  link.textContent = story.headline || say("stories.no-headline");
  part(line, "slugline").textContent = story.slugline ?? "";
  const word = part(line, "state");
  word.textContent = sayOr(`state.${story.state}`, story.state);
  word.classList.add(KINDS[story.state] ?? "badge-calm");
  if (story.unpublishedChanges) {
    word.after(" ", element("span", "badge badge-warn", say("stories.changed")));
  }
  const name = [...sections.options].find((option) => option.value === story.section && option.value !== "");
  part(line, "section").textContent = name?.textContent ?? story.section ?? "";
  part(line, "saved").append(timeElement(story.savedAt, ago(story.savedAt)), ` · ${story.savedBy}`);
  if (story.embargoedUntil && new Date(story.embargoedUntil) > new Date()) {
    part(line, "headline").after(" ", element("span", "badge badge-stop", say("badge.embargo", printed(story.embargoedUntil))));
  }
  return line;
}

const KINDS = { published: "badge-good", submitted: "badge-warn", killed: "badge-stop" };

root.addEventListener("click", (event) => {
  const tab = event.target.closest("button[data-state]");
  if (tab) {
    state = tab.dataset.state;
    limit = STEP;
    load().then(() => announce(tab.textContent));
  }
});
sections.addEventListener("change", load);
more.addEventListener("click", () => {
  limit = Math.min(MOST, limit + STEP);
  load();
});

document.addEventListener("keydown", (event) => {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!step || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const links = [...rows.querySelectorAll("[data-part='headline']")];
  const at = links.indexOf(document.activeElement);
  const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

// A story saved elsewhere shows when the list is looked at again.
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && load());
load();
