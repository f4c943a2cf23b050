// Two people wrote at once: both versions side by side, and one choice.
import { asked } from "../dialogs.js";
import { element, part } from "../elements.js";
import { readable } from "../reading-blocks.js";
import { ago } from "../time.js";
import { say } from "../words.js";

/** Asks which version stays: `mine` or `theirs`. */
export async function choose(mine, current) {
  const dialog = document.querySelector("[data-dialog='conflict']");
  part(dialog, "words").textContent = say("conflict.words", current.savedBy, current.version, ago(current.savedAt));
  part(dialog, "theirs-title").textContent = say("conflict.theirs", current.savedBy, current.version);
  part(dialog, "mine").replaceChildren(...version(mine, current.content));
  part(dialog, "theirs").replaceChildren(...version(current.content, mine));
  part(dialog, "mine-go").hidden = !current.mayEdit;
  const choice = await asked(dialog);
  return choice === "mine" && current.mayEdit ? "mine" : "theirs";
}

function version(content, other) {
  const headline = element("h4", content.headline === other.headline ? "" : "is-changed", content.headline);
  const others = new Set((other.body ?? []).map((block) => JSON.stringify(block)));
  const blocks = (content.body ?? []).map((block) => {
    const holder = element("div", others.has(JSON.stringify(block)) ? "" : "is-changed");
    holder.append(readable([block]));
    return holder;
  });
  return [headline, ...blocks];
}
