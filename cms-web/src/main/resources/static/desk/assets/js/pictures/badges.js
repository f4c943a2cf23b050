// What stands on a picture at a glance.
import { element } from "../elements.js";
import { printed } from "../time.js";
import { count, say } from "../words.js";

const FILE = /^\s*(?:file\s+(?:photo|picture|image)|archive photo)|\bfile\s+(?:photo|picture)\s+dated\b/i;
const FILE_CREDIT = /[/,]\s*file(?:\s+(?:photo|picture|pic))?\s*$/i;

/** Whether its caption or its credit says that it is from the files. */
export const isFilePhoto = (picture) => FILE.test(picture.caption ?? "") || FILE_CREDIT.test(picture.credit ?? "");

/** The badges of a picture of the list. */
export function badges(picture) {
  const rights = picture.rights ?? {};
  return [
    rights.state === "taken-down" && badge("stop", say("pictures.badge.taken-down"), rights.sentence),
    rights.state === "ended" && badge("stop", say("pictures.badge.ended"), rights.sentence),
    rights.state === "ending" && badge("warn", rights.endsAt ? say("pictures.badge.ends", printed(rights.endsAt)) : say("pictures.badge.ending"), rights.sentence),
    rights.state === "ruled" && badge("", say("pictures.badge.ruled"), rights.sentence),
    isFilePhoto(picture) && badge("warn", say("pictures.badge.file")),
    picture.synthetic && badge("warn", say("pictures.badge.synthetic"), say("pictures.badge.synthetic.long")),
    picture.credentials && badge("", say("pictures.badge.credentials"), say("pictures.badge.credentials.long")),
    picture.uses > 0 && badge("good", count("pictures.badge.used", picture.uses)),
    !picture.alt && badge("calm", say("pictures.badge.no-alt")),
  ].filter(Boolean);
}

function badge(kind, words, title) {
  const made = element("span", kind ? `badge badge-${kind}` : "badge", words);
  if (title) {
    made.title = title;
  }
  return made;
}
