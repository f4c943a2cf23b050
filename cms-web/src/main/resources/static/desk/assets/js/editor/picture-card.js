// One picture with everything that is printed below it, as fields.
import { element, fromTemplate, part } from "../elements.js";
import { printCaption, printCredit } from "../printed.js";
import { pictureImage } from "../reading-blocks.js";
import { say } from "../words.js";
import { joined, names, orNull } from "./names.js";
import { labelled } from "./sign-off.js";

/** A card for a picture; `onChange` is called with every stroke. `card.picture` is the picture as it now is. */
export function pictureCard(picture, onChange) {
  const card = fromTemplate("picture-card");
  const { caption, credit } = picture;
  labelled(card);
  part(card, "shot").append(pictureImage(picture, 720));
  part(card, "at-the-desk").href = `/desk/pictures?id=${picture.hash}`;
  part(card, "text").value = caption.text ?? "";
  part(card, "taken").value = caption.taken ?? "";
  part(card, "file-photo").checked = Boolean(caption.filePhoto);
  part(card, "agency").value = credit.agency ?? "";
  part(card, "distributor").value = credit.distributor ?? "";
  part(card, "photographers").value = joined(credit.photographers);
  part(card, "pool").checked = Boolean(credit.pool);
  part(card, "handout").checked = Boolean(credit.handout);
  part(card, "credit-file").checked = Boolean(credit.file);
  part(card, "alt").value = picture.alt ?? "";

  const read = () => ({
    ...picture,
    caption: {
      text: part(card, "text").value.replace(/\s*\n\s*/g, " ").trim(),
      filePhoto: part(card, "file-photo").checked,
      taken: orNull(part(card, "taken").value),
    },
    credit: {
      agency: orNull(part(card, "agency").value),
      photographers: names(part(card, "photographers").value, credit.photographers),
      pool: part(card, "pool").checked,
      handout: part(card, "handout").checked,
      distributor: orNull(part(card, "distributor").value),
      file: part(card, "credit-file").checked,
    },
    alt: part(card, "alt").value.replace(/\s*\n\s*/g, " ").trim(),
  });

  const show = () => {
    const now = read();
    const line = printCredit(now.credit);
    const missing = () => element("strong", "is-missing", say("picture.no-credit"));
    part(card, "credit-line").replaceChildren(line || missing());
    part(card, "printed").replaceChildren(
      printCaption(now.caption),
      " ",
      line ? element("span", "credit", line) : missing(),
    );
    part(card, "shot").querySelector("img").alt = now.alt || now.caption.text;
  };

  card.addEventListener("input", () => {
    show();
    onChange();
  });
  card.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input, textarea") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
    }
  });
  Object.defineProperty(card, "picture", { get: read });
  show();
  return card;
}
