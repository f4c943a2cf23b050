// What is looked for in the picture desk: words and filters. The address bar holds them, so they can be sent on.

/** Filters in the order in which they are shown. */
export const FILTERS = ["used", "rights", "from", "to", "place", "person", "credit"];

const CHOICES = { used: ["used", "unused"], rights: ["ok", "ending", "ended", "barred"] };
const FILTER = /(^|\s)(used|rights|from|to|place|person|credit):(?:"([^"]*)"|(\S+))(?=\s)/gi;

/** Looks for everything. */
export const EVERYTHING = Object.freeze({ q: "", used: "", rights: "", from: "", to: "", place: "", person: "", credit: "" });

/** What an address looks for. */
export function fromAddress(address) {
  const given = new URLSearchParams(address);
  const query = { ...EVERYTHING, q: (given.get("q") ?? "").trim() };
  for (const name of FILTERS) {
    query[name] = legal(name, given.get(name) ?? "");
  }
  return query;
}

/** The same as parameters, without what is not looked for. */
export function parameters(query) {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
}

/** How many filters narrow the list. */
export const narrowed = (query) => FILTERS.filter((name) => query[name] !== "").length;

/** Whether two look for the same. */
export const same = (one, other) => String(parameters(one)) === String(parameters(other));

/**
 * Takes filters that were written among the words (`place:Vastholm`, `person:"Ines Halloran"`, `from:2024`) out of them.
 * One that is still being written, without a space behind it, stays among the words.
 */
export function written(text) {
  const filters = {};
  const q = text.replace(FILTER, (whole, space, name, quoted, plain) => {
    const value = legal(name.toLowerCase(), quoted ?? plain);
    if (value === "") {
      return whole;
    }
    filters[name.toLowerCase()] = value;
    return space;
  });
  return { q: Object.keys(filters).length === 0 ? text : q.trim(), filters };
}

function legal(name, value) {
  const words = value.trim();
  if (CHOICES[name]) {
    return CHOICES[name].includes(words.toLowerCase()) ? words.toLowerCase() : "";
  }
  if (name === "from" || name === "to") {
    return day(words, name === "to");
  }
  return words;
}

/** A day; a year or a month stands for its first day or its last. */
function day(words, last) {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(words) ?? [];
  if (!year) {
    return "";
  }
  const whole = date ? words : last ? endOf(Number(year), Number(month ?? 12)) : `${year}-${month ?? "01"}-01`;
  const made = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(whole) ? whole : "";
}

const endOf = (year, month) => (month < 1 || month > 12 ? "" : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
