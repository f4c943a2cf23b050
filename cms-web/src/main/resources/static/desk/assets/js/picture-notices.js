// Which pictures lose their right within a day, and which pages have changed, until somebody has seen it.
import { announce } from "./announce.js";
import { element, part } from "./elements.js";
import { get, post, SignedOut } from "./newsroom.js";
import { count, say } from "./words.js";

const EVERY = 30_000;
const root = document.querySelector("[data-picture-notices]");
let timer = 0;
let shown = "[]";

async function look() {
  clearTimeout(timer);
  if (document.visibilityState === "visible") {
    try {
      const answer = await get("/desk/api/picture-notices");
      show(answer.notices);
      if (!answer.may) {
        return;
      }
    } catch (problem) {
      if (problem instanceof SignedOut) {
        return;
      }
    }
  }
  timer = setTimeout(look, EVERY);
}

function show(notices) {
  const now = JSON.stringify(notices);
  if (now === shown) {
    return;
  }
  shown = now;
  root.hidden = notices.length === 0;
  root.dataset.weight = notices.some((notice) => notice.kind === "ended") ? "stop" : "warn";
  part(root, "first").textContent = notices[0]?.sentence ?? "";
  const face = element("span", "", String(notices.length));
  face.setAttribute("aria-hidden", "true");
  part(root, "count").replaceChildren(face, element("span", "unseen", count("picture-notices", notices.length)));
  part(root, "list").replaceChildren(...notices.map(line));
}

function line(notice) {
  const picture = element("a", "", notice.sentence);
  picture.href = `/desk/pictures/${notice.hash}/rights`;
  const pages = notice.pages.map((page) => {
    const open = element("a", "soft", page.headline);
    open.href = page.address;
    return open;
  });
  const seen = element("button", "button is-quiet", say("picture-notices.seen"));
  seen.type = "button";
  seen.setAttribute("aria-label", `${say("picture-notices.seen")}: ${notice.sentence}`);
  seen.addEventListener("click", async () => {
    try {
      show((await post(`/desk/api/picture-notices/${notice.id}/seen`)).notices);
    } catch (problem) {
      announce(problem.sentence ?? say("problem.page"), { now: true });
    }
  });
  return element("li", "", picture, ...pages, seen);
}

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
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
look();
