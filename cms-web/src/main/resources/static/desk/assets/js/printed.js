// How captions, credits, datelines and sign-offs are printed: the same house style as core's Caption, Credit, Dateline
// and SignOff, so that an editor sees while typing what readers will see.

const clean = (text) => (text ?? "").trim();

/** `FILE PHOTO: Container ships wait …` */
export function printCaption(caption) {
  return caption.filePhoto ? `FILE PHOTO: ${clean(caption.text)}` : clean(caption.text);
}

/** `Norland Press/Mika Solberg/Pool via AGENCE NORD/File Photo`; empty where nobody is credited. */
export function printCredit(credit) {
  const agency = clean(credit.agency);
  const photographers = (credit.photographers ?? []).map(clean).filter(Boolean);
  const distributor = clean(credit.distributor);
  if (!agency && photographers.length === 0 && !distributor) {
    return "";
  }
  const line = [
    agency,
    photographers.join(", "),
    credit.pool ? "Pool" : "",
    credit.handout ? "Handout" : "",
  ]
    .filter(Boolean)
    .join("/");
  const passedOn = distributor ? (line ? `${line} via ${distributor}` : distributor) : line;
  return credit.file ? `${passedOn}/File Photo` : passedOn;
}

/** `MOSCOW (Reuters) - `, without the space at the end; empty where there is nothing to print. */
export function printDateline(dateline) {
  const place = clean(dateline?.place).toUpperCase();
  const agency = clean(dateline?.agency);
  if (!place && !agency) {
    return "";
  }
  return [place, agency && `(${agency})`, "-"].filter(Boolean).join(" ");
}

/** `(Reporting by Ines Halloran in Vastholm; Editing by Osei Danquah)`; empty where nobody is named. */
export function printSignOff(signOff) {
  const parts = (signOff?.contributions ?? []).map(({ role, people }) => {
    const names = people.map(({ name, place }) => (clean(place) ? `${clean(name)} in ${clean(place)}` : clean(name)));
    const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
    return `${clean(role)} by ${list}`;
  });
  return parts.length ? `(${parts.join("; ")})` : "";
}
