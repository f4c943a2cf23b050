// The panel by which pictures are brought in: dropped, pasted, chosen, or fetched from an address. Three files are on
// their way at once; what the line loses is sent again from where it stood.
import { announce } from "./announce.js";
import { isTyping, part } from "./elements.js";
import { get, post, remove } from "./newsroom.js";
import { count, say } from "./words.js";
import { draw, inSizes, newRow, show } from "./upload/row.js";
import { Sending } from "./upload/sending.js";

const UPLOADS = "/desk/api/uploads";
const AT_ONCE = 3;
const FETCH_PATIENCE = 120_000;

/**
 * Makes a panel (`desk/_upload :: upload`) work. `onKept({ hash, again, name })` is called for each picture that has
 * come in. Returns `{ add(files) }`, by which a page hands over files that came to it in another way.
 */
export function mountUpload(panel, { onKept = () => {} } = {}) {
  const list = part(panel, "list");
  const chooser = part(panel, "files");
  const address = part(panel, "address");
  const queue = [];
  const running = new Set();
  const earlier = new Map();
  let limits = { bytes: Number.MAX_SAFE_INTEGER, piece: 1024 * 1024, hosts: [] };

  const begun = Promise.all([
    get(`${UPLOADS}/limits`).then((told) => {
      limits = told;
      part(panel, "limits").textContent = say("upload.limits", inSizes(limits.bytes));
      part(panel, "hosts").textContent = say("upload.hosts", limits.hosts.join(", "));
      address.hidden = limits.hosts.length === 0;
    }),
    get(UPLOADS).then(({ uploads }) => uploads.forEach(showEarlier)),
  ]).catch((problem) => {
    part(panel, "limits").textContent = problem.sentence ?? say("problem.page");
  });

  /** Half a file from before: only the browser has the rest of it. */
  function showEarlier(upload) {
    const row = newRow(upload.name, upload.size, (act) => (act === "choose" ? chooser.click() : forget()));
    const forget = async () => {
      earlier.delete(upload.id);
      row.remove();
      sum();
      await remove(`${UPLOADS}/${upload.id}`).catch(() => {
        // Nobody goes on with it: the newsroom forgets it by itself.
      });
    };
    show(row, { state: "unfinished", offset: upload.offset, size: upload.size });
    earlier.set(upload.id, row);
    list.append(row);
  }

  function add(files) {
    const all = [...files];
    begun.then(() => {
      all.forEach(addOne);
      announce(count("upload.added", all.length));
      next();
    });
  }

  function addOne(file) {
    const sending = new Sending(file, limits.piece, changed);
    sending.row = newRow(sending.name, sending.size, (act) => does(sending, act));
    list.prepend(sending.row);
    draw(sending.row, file);
    queue.push(sending);
    show(sending.row, sending);
    sum();
  }

  function changed(sending) {
    if (sending.id !== null && earlier.has(sending.id)) {
      earlier.get(sending.id).remove();
      earlier.delete(sending.id);
    }
    if (sending.state === "cancelled") {
      return;
    }
    const before = sending.row.dataset.state;
    show(sending.row, sending);
    if (before !== sending.state) {
      spoken(sending);
    }
    sum();
  }

  function spoken(sending) {
    if (sending.state === "kept") {
      announce(say(sending.again ? "upload.said-again" : "upload.said-kept", sending.name));
      onKept({ hash: sending.hash, again: sending.again, name: sending.name });
    } else if (sending.state === "refused" || sending.state === "failed") {
      announce(say("upload.said-refused", sending.name, sending.sentence), { now: true });
    } else if (sending.state === "lost") {
      announce(say("upload.said-lost", sending.name));
    }
  }

  function does(sending, act) {
    switch (act) {
      case "pause":
        sending.pause();
        break;
      case "resume":
      case "retry":
        again(sending);
        break;
      case "cancel":
        sending.cancel();
        drop(sending);
        break;
      default:
        drop(sending);
    }
    next();
  }

  function again(sending) {
    if (running.has(sending) && sending.state === "lost") {
      // It waits for its line: it looks at once.
      dispatchEvent(new Event("online"));
      return;
    }
    sending.ready();
    if (!running.has(sending)) {
      queue.push(sending);
    }
  }

  function drop(sending) {
    const neighbour = sending.row.nextElementSibling ?? sending.row.previousElementSibling;
    const hadFocus = sending.row.contains(document.activeElement);
    const at = queue.indexOf(sending);
    if (at >= 0) {
      queue.splice(at, 1);
    }
    sending.row.remove();
    if (hadFocus) {
      (neighbour?.querySelector("[data-act]:not([hidden])") ?? chooser).focus();
    }
    sum();
  }

  /** Lets those go on whose turn it is. */
  function next() {
    while (running.size < AT_ONCE && queue.length > 0) {
      const sending = queue.shift();
      if (sending.isOver || sending.state === "paused" || running.has(sending)) {
        continue;
      }
      running.add(sending);
      sending.run().finally(() => {
        running.delete(sending);
        if (sending.state === "waiting") {
          // Somebody let it go on before it had come to a halt.
          queue.push(sending);
        }
        next();
      });
    }
    sum();
  }

  const rows = (...states) => [...list.children].filter((row) => states.includes(row.dataset.state));

  function sum() {
    const kept = rows("kept").length;
    part(panel, "bar").hidden = list.children.length === 0;
    part(panel, "sum").textContent = say("upload.sum", kept, list.children.length);
    act("pause-all").hidden = rows("waiting", "sending", "lost").length === 0;
    act("resume-all").hidden = rows("paused").length === 0;
    act("clear").hidden = rows("kept", "refused").length === 0;
  }

  const act = (name) => panel.querySelector(`[data-act="${name}"]`);
  const press = (states, name) => rows(...states).forEach((row) => row.querySelector(`[data-act="${name}"]`).click());
  act("pause-all").addEventListener("click", () => {
    queue.splice(0).forEach((sending) => sending.pause());
    press(["sending", "lost"], "pause");
    act("resume-all").focus();
  });
  act("resume-all").addEventListener("click", () => press(["paused"], "resume"));
  act("clear").addEventListener("click", () => press(["kept", "refused"], "remove"));

  async function fetchFrom(text) {
    let host = text;
    try {
      host = new URL(text).host;
    } catch {
      // The newsroom says what is wrong with it.
    }
    const name = decodeURIComponentOr(text.split(/[?#]/)[0].split("/").pop()) || host;
    const row = newRow(name, 0, (chosen) => (chosen === "retry" ? (row.remove(), fetchFrom(text)) : row.remove(), sum()));
    list.prepend(row);
    show(row, { state: "fetching", host });
    sum();
    try {
      const answer = await post(`${UPLOADS}/from-address`, { address: text }, FETCH_PATIENCE);
      show(row, answer);
      spoken({ ...answer, name });
    } catch (problem) {
      const sentence = problem.sentence ?? say("problem.page");
      show(row, { state: "failed", sentence });
      spoken({ state: "failed", name, sentence });
    }
    sum();
  }

  address.addEventListener("submit", (event) => {
    event.preventDefault();
    const field = address.elements.address;
    const text = field.value.trim();
    if (text !== "") {
      field.value = "";
      fetchFrom(text);
    }
  });

  chooser.addEventListener("change", () => {
    add(chooser.files);
    chooser.value = "";
  });

  const brings = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  let over = 0;
  const light = (by) => {
    over = Math.max(0, over + by);
    panel.classList.toggle("is-over", over > 0);
  };
  panel.addEventListener("dragenter", (event) => brings(event) && light(1));
  panel.addEventListener("dragleave", (event) => brings(event) && light(-1));
  panel.addEventListener("drop", (event) => {
    if (brings(event)) {
      event.preventDefault();
      light(-over);
      add(event.dataTransfer.files);
    }
  });
  // A file that misses the panel does not take the page away.
  document.addEventListener("dragover", (event) => brings(event) && event.preventDefault());
  document.addEventListener("drop", (event) => brings(event) && event.preventDefault());

  document.addEventListener("paste", (event) => {
    if (!panel.isConnected || panel.closest("[hidden], dialog:not([open])") !== null) {
      return;
    }
    const files = event.clipboardData?.files ?? [];
    if (files.length > 0) {
      event.preventDefault();
      add(files);
    } else if (!isTyping(event) && !address.hidden && /^https?:\/\/\S+$/.test(event.clipboardData?.getData("text").trim() ?? "")) {
      event.preventDefault();
      fetchFrom(event.clipboardData.getData("text").trim());
    }
  });

  return { add };
}

function decodeURIComponentOr(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
