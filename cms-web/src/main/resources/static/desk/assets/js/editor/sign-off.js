// Who did what for the story: jobs, and for each the people with the place they worked from.
import { fromTemplate, part } from "../elements.js";
import { say } from "../words.js";
import { orNull } from "./names.js";

let count = 0;

/** The rows of the sign-off. */
export class SignOffRows {
  #root;
  #rows;
  #onChange;

  constructor(root, { onChange, onBlur }) {
    this.#root = root;
    this.#rows = part(root, "rows");
    this.#onChange = onChange;
    root.addEventListener("input", onChange);
    root.addEventListener("focusout", onBlur);
    part(root, "add").addEventListener("click", () => {
      const row = this.#addRow({ role: this.#nextJob(), people: [{ name: "", place: null }] });
      part(row, "role").focus();
      part(row, "role").select();
      onChange();
    });
  }

  set editable(editable) {
    this.#root.disabled = !editable;
  }

  show(signOff) {
    this.#rows.replaceChildren();
    for (const contribution of signOff?.contributions ?? []) {
      this.#addRow(contribution);
    }
    this.#number();
  }

  /** What can be printed: jobs with a name and somebody who did them. */
  read() {
    const contributions = [];
    for (const row of this.#rows.children) {
      const people = [...part(row, "people").children]
        .map((person) => ({ name: part(person, "name").value.trim(), place: orNull(part(person, "place").value) }))
        .filter((person) => person.name !== "");
      const role = part(row, "role");
      const unnamed = role.value.trim() === "" && people.length > 0;
      role.setAttribute("aria-invalid", String(unnamed));
      if (people.length > 0) {
        contributions.push({ role: unnamed ? this.#root.querySelector("option").value : role.value.trim(), people });
      }
    }
    return { contributions };
  }

  #addRow(contribution) {
    const row = fromTemplate("signer");
    labelled(row);
    part(row, "role").value = contribution.role;
    for (const person of contribution.people) {
      this.#addPerson(row, person);
    }
    part(row, "add-person").addEventListener("click", () => {
      part(this.#addPerson(row, { name: "", place: null }), "name").focus();
      this.#onChange();
    });
    // The job's own button is the last of that name in the row: those of its people stand before it.
    row.querySelector(":scope > .signer-acts [data-part='remove']").addEventListener("click", () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      (next ? part(next, "role") : part(this.#root, "add")).focus();
      this.#number();
      this.#onChange();
    });
    this.#rows.append(row);
    this.#number();
    return row;
  }

  #addPerson(row, { name, place }) {
    const person = fromTemplate("person");
    labelled(person);
    part(person, "name").value = name;
    part(person, "place").value = place ?? "";
    person.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input")) {
        event.preventDefault();
        part(this.#addPerson(row, { name: "", place: null }), "name").focus();
      } else if (event.key === "Backspace" && event.target === part(person, "name") && event.target.value === "") {
        event.preventDefault();
        this.#removePerson(row, person);
      }
    });
    part(person, "remove").addEventListener("click", () => this.#removePerson(row, person));
    part(row, "people").append(person);
    return person;
  }

  #removePerson(row, person) {
    const next = person.previousElementSibling ?? person.nextElementSibling;
    person.remove();
    (next ? part(next, "name") : part(row, "add-person")).focus();
    this.#onChange();
  }

  #number() {
    [...this.#rows.children].forEach((row, index) => row.setAttribute("aria-label", say("editor.job-n", index + 1)));
  }

  #nextJob() {
    const taken = [...this.#rows.children].map((row) => part(row, "role").value.trim().toLowerCase());
    const jobs = [...this.#root.querySelectorAll("#jobs option")].map((option) => option.value);
    return jobs.find((job) => !taken.includes(job.toLowerCase())) ?? jobs[0];
  }
}

/** Ties every label of a piece made from a template to its field. */
export function labelled(piece) {
  for (const field of piece.querySelectorAll(".field")) {
    const control = field.querySelector("input:not([type='checkbox']), textarea, select");
    const label = field.querySelector("label:not(.tick)");
    if (control && label) {
      count += 1;
      control.id = `field-${count}`;
      label.htmlFor = control.id;
    }
  }
}
