// Where a picture comes from, as far as its file says: Content Credentials, and whether a machine made it.
import { element } from "../elements.js";
import { get } from "../newsroom.js";
import { count, say, sayOr } from "../words.js";

/** Fills an element with what the file of a picture says of its making; the element stays hidden where it cannot be asked. */
export async function mountProvenance(root, { hash }) {
  let said;
  try {
    said = await get(`/desk/api/pictures/${hash}/provenance`);
  } catch (problem) {
    root.append(element("p", "is-missing", problem.sentence ?? say("problem.page")));
    root.hidden = false;
    return;
  }
  const { credentials, source } = said;
  root.append(
    element(
      "p",
      "provenance-credentials",
      credentials ? element("span", "badge badge-warn", say("provenance.unverified")) : null,
      " ",
      credentials ? (credentials.signer ? say("provenance.signed", credentials.signer) : say("provenance.present")) : say("provenance.none"),
      credentials && credentials.manifests > 1 ? ` ${count("provenance.manifests", credentials.manifests)}` : null,
    ),
  );
  if (source.address) {
    const synthetic = source.synthetic ? element("span", "badge badge-stop", say("provenance.synthetic")) : null;
    root.append(element("p", "provenance-source", synthetic, synthetic ? " " : null, say("provenance.source", sayOr(`provenance.source.${source.code}`, source.code))));
  }
  const original = element("a", "button", say("provenance.original"));
  original.href = said.original;
  original.download = "";
  root.append(element("p", "provenance-original", original, " ", element("span", "soft", say("provenance.original.hint"))));
  root.hidden = false;
}

const screen = document.querySelector("[data-provenance]");
if (screen) {
  mountProvenance(screen, { hash: screen.dataset.provenance });
}
