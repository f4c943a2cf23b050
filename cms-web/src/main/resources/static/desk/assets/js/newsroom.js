// Talking to the newsroom's own API: with the form's token, with a limit of time, and with answers that are sentences.
import { say } from "./words.js";

const PATIENCE = 20_000;

/** The newsroom said no, and why: `status`, the `sentence` to show, the whole `problem`. */
export class Refused extends Error {
  constructor(status, sentence, problem) {
    super(sentence);
    this.status = status;
    this.sentence = sentence;
    this.problem = problem ?? {};
  }
}

/** Nobody answered: worth another try. */
export class Unreachable extends Error {
  constructor(sentence) {
    super(sentence ?? say("problem.unreachable"));
    this.sentence = this.message;
  }
}

/** The session has ended: nothing is lost, but somebody has to sign in again. */
export class SignedOut extends Error {
  constructor() {
    super(say("problem.signed-out"));
    this.sentence = this.message;
  }
}

export const get = (address) => ask("GET", address);
export const post = (address, words = {}, patience = PATIENCE) => ask("POST", address, words, patience);
export const put = (address, words) => ask("PUT", address, words);
export const remove = (address) => ask("DELETE", address);

const PIECE_PATIENCE = 120_000;

/** Sends a piece of a file, with what is to be said of it; `stop` ends it at once. */
export const patch = (address, bytes, said, stop) =>
  ask("PATCH", address, undefined, PIECE_PATIENCE, { bytes, said: { "Content-Type": "application/octet-stream", ...said }, stop });

async function ask(method, address, words, patience = PATIENCE, { bytes, said, stop } = {}) {
  let response;
  const late = AbortSignal.timeout(patience);
  try {
    response = await fetch(address, {
      method,
      headers: { ...headers(method), ...said },
      body: words === undefined ? bytes : JSON.stringify(words),
      credentials: "same-origin",
      redirect: "manual",
      signal: stop ? AbortSignal.any([late, stop]) : late,
    });
  } catch {
    throw new Unreachable();
  }
  if (response.type === "opaqueredirect" || response.status === 401) {
    throw new SignedOut();
  }
  const answer = await read(response);
  if (response.ok) {
    return answer;
  }
  if (response.status >= 502 && response.status <= 504) {
    throw new Unreachable(answer?.detail);
  }
  throw new Refused(response.status, sentence(response.status, answer), answer);
}

function headers(method) {
  const sent = { Accept: "application/json, application/problem+json" };
  if (method !== "GET") {
    sent["Content-Type"] = "application/json";
    const name = document.querySelector('meta[name="csrf-header"]')?.content;
    const token = document.querySelector('meta[name="csrf-token"]')?.content;
    if (name && token) {
      sent[name] = token;
    }
  }
  return sent;
}

async function read(response) {
  const kind = response.headers.get("Content-Type") ?? "";
  if (!kind.includes("json")) {
    return null;
  }
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function sentence(status, answer) {
  if (answer?.detail) {
    return answer.detail;
  }
  switch (status) {
    case 403:
      return say("problem.forbidden");
    case 404:
      return say("problem.gone");
    case 413:
      return say("problem.too-long");
    default:
      return say("problem.unexpected", status);
  }
}
