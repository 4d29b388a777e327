// The chair's console: keys, the agenda's next item, and the note that stays with whom it is about.

import { line } from "./room.js";

const root = document.querySelector("[data-console]");
const KEPT = `note:${location.pathname}`;

// Keys act where nobody types, and only while they are wanted.
const wanted = root.querySelector("[data-keys]");
wanted.checked = localStorage.getItem("console-keys") !== "off";
wanted.addEventListener("change", () => localStorage.setItem("console-keys", wanted.checked ? "on" : "off"));

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  if (event.key === "Enter" && event.ctrlKey && event.target.form?.matches("[data-note], [data-keyed]")) {
    event.preventDefault();
    event.target.form.requestSubmit();
    return;
  }
  if (event.key === "Escape" && typing) typing.blur();
  if (!wanted.checked || typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const found = [...root.querySelectorAll(`[data-key-for="${event.key.toLowerCase()}"]`)];
  const there = found.find((each) => !each.hidden && !each.disabled);
  if (!there) return;
  event.preventDefault();
  if (there.matches("button")) there.click();
  else there.focus();
});

function itemBegun({ item }) {
  const items = [...root.querySelectorAll("[data-item-of]")];
  const place = items.findIndex((each) => each.dataset.itemOf === String(item));
  items.forEach((each, at) => {
    const [button, key] = [each.querySelector("button"), each.querySelector("kbd")];
    if (at === place) each.setAttribute("aria-current", "step");
    else each.removeAttribute("aria-current");
    key.hidden = at !== place + 1;
    if (at === place + 1) button.dataset.keyFor = "n";
    else delete button.dataset.keyFor;
  });
}

function queueSet(open) {
  root.querySelector("[data-queue-open]").hidden = open;
  root.querySelector("[data-queue-stop]").hidden = !open;
}

const note = root.querySelector("[data-note]");
const text = note.querySelector("textarea");
const noteKey = note.querySelector("[data-note-key]");
const noteWho = note.querySelector("[data-note-who]");

function noteOf(data) {
  noteKey.value = data.request;
  noteWho.textContent = `${noteWho.dataset.of} ${data.office ? `${data.office}, ` : ""}${data.site_name}`;
}

// A note once begun is about whoever spoke then, though the floor may have gone on.
let speaker = null;
function floorGiven(data) {
  speaker = data;
  for (const key of root.querySelectorAll("[data-floor-key]:not([data-note-key])")) key.value = data.request;
  if (!text.value.trim()) noteOf(data);
  root.querySelector("[data-give]").disabled = true;
  root.querySelector("[data-end]").disabled = false;
}

function floorEnded() {
  root.querySelector("[data-give]").disabled = false;
  root.querySelector("[data-end]").disabled = true;
}

const TOLD = {
  "item.begun": itemBegun,
  "queue.opened": () => queueSet(true),
  "queue.closed": () => queueSet(false),
  "turn.set": ({ seconds }) => {
    const select = root.querySelector("[data-turn]");
    if ([...select.options].some((each) => each.value === String(seconds))) select.value = String(seconds);
  },
  "floor.given": floorGiven,
  "floor.ended": floorEnded,
};
line.addEventListener("told", ({ detail }) => TOLD[detail.kind]?.(detail.data));

// What is being written stays on this machine until it is saved.
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null");
  } catch {
    return null;
  }
}
const left = kept();
if (left?.text) {
  text.value = left.text;
  noteKey.value = left.key;
  noteWho.textContent = left.who;
}
text.addEventListener("input", () => {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ text: text.value, key: noteKey.value, who: noteWho.textContent }));
  } catch {
    // A full or forbidden store: what is typed still stands on the page.
  }
});
note.addEventListener("done", () => {
  localStorage.removeItem(KEPT);
  for (const found of note.querySelectorAll("[id^=voices-]")) found.replaceChildren();
  if (speaker) noteOf(speaker);
});
