// The fields of a picture's sheet (IPTC Photo Metadata Standard) as fields of a form.
import { element } from "../elements.js";
import { Chips } from "../intake/chips.js";
import { say } from "../words.js";

const SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";
const CODES = [
  "digitalCapture",
  "computationalCapture",
  "negativeFilm",
  "positiveFilm",
  "print",
  "humanEdits",
  "compositeCapture",
  "digitalCreation",
  "algorithmicallyEnhanced",
  "compositeSynthetic",
  "compositeWithTrainedAlgorithmicMedia",
  "trainedAlgorithmicMedia",
  "algorithmicMedia",
];
const URGENCIES = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** The fields that may be written, group by group. */
export const GROUPS = {
  words: { headline: "line", caption: "text", alt: "text", longAlt: "text" },
  credit: { bylines: "names", bylineTitle: "line", credit: "line", source: "line", copyright: "line" },
  taken: { taken: "day", "place.sublocation": "line", "place.city": "line", "place.state": "line", "place.country": "line", "place.countryCode": "line" },
  shows: { persons: "names", keywords: "names" },
  rights: {
    usageTerms: "text",
    instructions: "text",
    "licence.webStatement": "line",
    "licence.licensor": "line",
    "licence.licensorAddress": "line",
    "licence.dataMining": "line",
  },
  rest: { title: "line", jobId: "line", category: "line", urgency: "urgency", digitalSourceType: "source-type" },
};

/** What kind each field is. */
export const KINDS = Object.assign({}, ...Object.values(GROUPS));

/** What a sheet says in a field. */
export function valueOf(sheet, name) {
  const value = name.split(".").reduce((within, step) => within?.[step], sheet);
  return value ?? { names: [], urgency: 0, day: "" }[KINDS[name]] ?? "";
}

/** Whether two values of a field are the same. */
export const sameValue = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** A value as one reads it. */
export function valueInWords(name, value) {
  if (Array.isArray(value)) {
    return value.length > 0 ? value.join(", ") : say("pictures.field.blank");
  }
  if (name === "digitalSourceType" && value !== "") {
    return sourceType(value);
  }
  return value === "" || value === 0 || value === null ? say("pictures.field.blank") : String(value);
}

/** What the vocabulary's address means. */
export function sourceType(address) {
  const code = address.split("/").pop();
  return CODES.includes(code) ? say(`pictures.source-type.${code}`) : address;
}

/** A field with its label; `box.value` reads and writes it. `changed` is called with every stroke. */
export function fieldBox(name, { prefix = "sheet", value, readOnly = false, changed = () => {} }) {
  const box = element("div", KINDS[name] === "text" || name === "headline" ? "field is-whole" : "field");
  const label = element("label", "", element("span", "", say(`pictures.field.${name}`)));
  label.htmlFor = `${prefix}-${name.replace(".", "-")}`;
  box.dataset.field = name;
  box.append(label);
  if (KINDS[name] === "names") {
    const chips = new Chips(box, { hint: say("pictures.field.names-hint"), readOnly, changed });
    Object.defineProperty(box, "value", { get: () => chips.values, set: (values) => (chips.values = values) });
  } else {
    const input = inputFor(KINDS[name], value);
    input.id = label.htmlFor;
    input.disabled = readOnly;
    input.addEventListener("input", changed);
    input.addEventListener("change", changed);
    box.append(input);
    Object.defineProperty(box, "value", {
      get: () => (KINDS[name] === "urgency" ? Number(input.value) : input.value.trim()),
      set: (given) => write(input, name, given),
    });
  }
  box.value = value ?? valueOf({}, name);
  return box;
}

function write(input, name, value) {
  if (name === "digitalSourceType" && ![...input.options].some((option) => option.value === value)) {
    input.append(option(value, value));
  }
  input.value = value ?? "";
}

function inputFor(kind) {
  if (kind === "urgency") {
    return element("select", "", ...URGENCIES.map((one) => option(one, one === 0 ? say("pictures.field.blank") : String(one))));
  }
  if (kind === "source-type") {
    return element("select", "", option("", say("pictures.field.blank")), ...CODES.map((code) => option(SOURCE_TYPES + code, say(`pictures.source-type.${code}`))));
  }
  const input = element(kind === "text" ? "textarea" : "input");
  if (kind === "text") {
    input.rows = 2;
  } else {
    input.type = kind === "day" ? "date" : "text";
    input.autocomplete = "off";
  }
  return input;
}

function option(value, words) {
  const made = element("option", "", words);
  made.value = value;
  return made;
}
