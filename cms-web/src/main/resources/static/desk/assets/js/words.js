// Every word a script shows comes from the newsroom's messages, which the page carries.
const words = JSON.parse(document.body?.dataset.words ?? "{}");

/** The words behind a key, with {0}, {1} filled in. */
export function say(key, ...values) {
  const pattern = words[key];
  if (pattern === undefined) {
    throw new Error(`No words for ${key}`);
  }
  return pattern.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ""));
}

/** The words for a count: `key.one` for one, `key.many` otherwise. */
export function count(key, number) {
  return say(number === 1 ? `${key}.one` : `${key}.many`, number);
}

/** The words behind a key, or the given ones where the newsroom has none. */
export function sayOr(key, otherwise) {
  return words[key] ?? otherwise;
}
