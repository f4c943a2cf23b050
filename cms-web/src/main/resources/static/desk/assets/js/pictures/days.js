// Days without a time: the same day everywhere, as on the back of a print.
const language = document.documentElement.lang || "en";
const words = new Intl.DateTimeFormat(language, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });

/** `24 Jun 2014`; what is no day stays as it is. */
export function printedDay(day) {
  const made = /^\d{4}-\d{2}-\d{2}/.test(day ?? "") ? new Date(`${day.slice(0, 10)}T00:00:00Z`) : null;
  return made && !Number.isNaN(made.getTime()) ? words.format(made) : (day ?? "");
}

/** A number as people here write it. */
export const number = (value) => Number(value ?? 0).toLocaleString(language);
