// Lists of names in one field, divided by commas. A list nobody touched stays as it was, commas within names included.

/** The names as they stand in the field. */
export const joined = (names) => (names ?? []).join(", ");

/** The names in the field; `before` itself where the field still says the same. */
export function names(text, before) {
  if (text.trim() === joined(before).trim()) {
    return before ?? [];
  }
  return text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Text, or nothing where the field is blank. */
export const orNull = (text) => (text.trim() === "" ? null : text.trim());
