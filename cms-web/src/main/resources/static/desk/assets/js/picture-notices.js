// Which pictures lose their right within a day, and which pages have changed, until somebody has seen it.
import { announce } from "./announce.js";
import { element } from "./elements.js";
import { get, post } from "./newsroom.js";
import { fill, keepUp } from "./pill.js";
import { count, say } from "./words.js";

const EVERY = 30_000;
const root = document.querySelector("[data-picture-notices]");
let shown = "[]";

async function look() {
  const answer = await get("/desk/api/picture-notices");
  show(answer.notices);
  return answer.may;
}

function show(notices) {
  const now = JSON.stringify(notices);
  if (now === shown) {
    return;
  }
  shown = now;
  fill(root, {
    sentences: notices.map((notice) => notice.sentence),
    face: String(notices.length),
    words: count("picture-notices", notices.length),
    stops: notices.some((notice) => notice.kind === "ended"),
    lines: notices.map(line),
  });
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

keepUp(root, look, EVERY);
