// Forms drawn from what the wire room says of its transports, and faults put at the field they are about.
import { element } from "../elements.js";
import { say, sayOr } from "../words.js";
import { inWords, iso } from "./durations.js";

/** Draws the fields of a transport. `secretsSet` names the secrets that are set, which are never shown again. */
export function draw(place, fields, { values = {}, secretsSet = [], readOnly = false } = {}) {
  const drawn = (field) => drawOne(field, values[field.name], secretsSet.includes(field.name), readOnly);
  // How one signs in stands before what comes after it: up to the last secret a form is shown as it is.
  const lastSecret = fields.findLastIndex((field) => field.kind === "secret");
  const first = (field, at) => at <= lastSecret || field.required || field.kind === "address" || isSet(field, values[field.name]);
  const rest = fields.length > MOST_AT_ONCE ? fields.filter((field, at) => !first(field, at)) : [];
  place.replaceChildren(...fields.filter((field) => !rest.includes(field)).map(drawn));
  if (rest.length > 0) {
    place.append(element("details", "more-fields", element("summary", "", say("form.more", rest.length)), element("div", "stack", ...rest.map(drawn))));
  }
}

// A longer form shows first what nobody can do without and what somebody has set.
const MOST_AT_ONCE = 6;

const isSet = (field, value) => value !== undefined && value !== null && value !== "" && String(value) !== String(field.default ?? "");

function drawOne(field, value, isSet, readOnly) {
  const id = `field-${field.name}`;
  const shown = value ?? field.default ?? "";
  const hint = field.hint ? element("span", "field-hint", field.hint) : null;
  if (hint) {
    hint.id = `${id}-hint`;
  }
  const box = element("div", "field");
  box.dataset.field = field.name;
  box.dataset.kind = field.kind;
  const label = element("label", "", element("span", "", field.label), !field.required && field.kind !== "switch" ? element("span", "optional", say("form.optional")) : null);
  label.htmlFor = id;
  if (field.kind === "switch") {
    const tick = element("input");
    tick.type = "checkbox";
    tick.checked = String(shown) === "true";
    ready(tick, field, id, hint, readOnly);
    label.className = "tick";
    label.prepend(tick);
    box.append(label, hint ?? "");
  } else if (field.kind === "secret" && isSet) {
    box.append(label, setSecret(field, id, hint, readOnly), hint ?? "");
  } else {
    box.append(label, ready(inputFor(field, shown), field, id, hint, readOnly), hint ?? "");
  }
  return box;
}

function ready(input, field, id, hint, readOnly) {
  input.id = id;
  input.name = field.name;
  input.disabled = readOnly;
  input.required = Boolean(field.required) && input.type !== "checkbox";
  if (hint) {
    input.setAttribute("aria-describedby", hint.id);
  }
  return input;
}

function inputFor(field, shown) {
  if (field.kind === "choice") {
    const select = element("select");
    for (const choice of field.choices) {
      const value = typeof choice === "string" ? choice : choice.value;
      const option = element("option", "", typeof choice === "string" ? sayOr(`choice.${choice}`, choice) : choice.label);
      option.value = value;
      option.selected = value === String(shown);
      select.append(option);
    }
    return select;
  }
  if (/\bPEM\b/.test(field.hint)) {
    // Keys and certificates have lines, which an input of one line would swallow.
    const lines = element("textarea");
    lines.spellcheck = false;
    lines.value = shown;
    return lines;
  }
  const input = element("input");
  input.spellcheck = false;
  input.autocomplete = field.kind === "secret" ? "new-password" : "off";
  input.type = field.kind === "secret" ? "password" : "text";
  input.inputMode = { number: "numeric", address: "url" }[field.kind] ?? "text";
  input.value = field.kind === "duration" ? inWords(shown) : shown;
  return input;
}

/** A secret that is set: said so, and replaced only on demand. */
function setSecret(field, id, hint, readOnly) {
  const box = element("div", "secret-set");
  const replace = element("button", "button", say("form.secret.replace"));
  replace.type = "button";
  replace.id = id;
  replace.disabled = readOnly;
  replace.addEventListener("click", () => {
    const input = ready(inputFor(field, ""), field, id, hint, false);
    input.required = false;
    input.placeholder = say("form.secret.new");
    const keep = element("button", "button is-quiet", say("form.secret.keep"));
    keep.type = "button";
    keep.addEventListener("click", () => {
      const back = setSecret(field, id, hint, readOnly);
      box.replaceWith(back);
      back.querySelector("button").focus();
    });
    replace.removeAttribute("id");
    box.replaceChildren(input, keep);
    input.focus();
  });
  const forget = element("button", "button is-quiet", say("form.secret.remove"));
  forget.type = "button";
  forget.hidden = field.required || readOnly;
  const word = element("span", "badge badge-good", say("form.secret.set"));
  forget.addEventListener("click", () => {
    const gone = box.dataset.forgotten === "true";
    box.dataset.forgotten = String(!gone);
    word.textContent = say(gone ? "form.secret.set" : "form.secret.gone");
    word.className = gone ? "badge badge-good" : "badge badge-warn";
    forget.textContent = say(gone ? "form.secret.remove" : "form.secret.keep");
    forget.dispatchEvent(new Event("input", { bubbles: true }));
  });
  box.append(word, replace, forget);
  return box;
}

/** What stands in the fields: `settings`, the `secrets` written anew, and `faults` that can be told here. */
export function values(place, fields) {
  const settings = {};
  const secrets = {};
  const faults = [];
  for (const field of fields) {
    const input = place.querySelector(`#${CSS.escape(`field-${field.name}`)}`);
    if (field.kind === "secret") {
      if (input && input.tagName !== "BUTTON" && input.value !== "") {
        secrets[field.name] = input.value;
      } else if (input?.closest("[data-forgotten='true']") && input.tagName === "BUTTON") {
        secrets[field.name] = null;
      }
      continue;
    }
    const written = field.kind === "switch" ? String(input.checked) : input.value.trim();
    if (field.kind === "duration") {
      const length = iso(written);
      if (length === undefined) {
        faults.push({ field: field.name, sentence: say("form.fault.duration") });
      }
      settings[field.name] = length ?? "";
    } else {
      settings[field.name] = written;
    }
    if (field.required && written === "") {
      faults.push({ field: field.name, sentence: say("form.fault.missing", field.label) });
    } else if (field.kind === "number" && written !== "" && !/^\d+$/.test(written)) {
      faults.push({ field: field.name, sentence: say("form.fault.number") });
    }
  }
  for (const [name, value] of Object.entries(settings)) {
    if (value === "") {
      delete settings[name];
    }
  }
  return { settings, secrets, faults };
}

/** Takes all faults off a form. */
export function clearFaults(form) {
  for (const told of form.querySelectorAll(".field-problem[data-told]")) {
    told.remove();
  }
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.setAttribute("aria-describedby", (input.getAttribute("aria-describedby") ?? "").replace(/\S+-fault/g, "").trim());
  }
}

/** Puts faults at their fields and the focus into the first; what belongs to no field is returned. */
export function showFaults(form, faults) {
  const homeless = [];
  let first = null;
  for (const { field, sentence } of faults) {
    const name = String(field).replace(/\[\d+\]$/, "");
    const box = form.querySelector(`[data-field="${CSS.escape(name)}"]`) ?? form.querySelector(`[data-field="${CSS.escape(name.split(".").pop())}"]`);
    if (!box) {
      homeless.push(sentence);
      continue;
    }
    const input = box.querySelector("input, select, textarea, button");
    const told = element("span", "field-problem", sentence);
    told.dataset.told = "";
    told.id = `${input?.id || name}-fault`;
    box.append(told);
    if (input) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${told.id}`.trim());
      first ??= input;
    }
  }
  for (const box of form.querySelectorAll("details:has([aria-invalid='true'])")) {
    box.open = true;
  }
  first?.focus();
  return homeless;
}
