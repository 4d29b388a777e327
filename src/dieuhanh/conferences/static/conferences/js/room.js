// A live page of the meeting: the line, and what each part of the page does with what it is told.
//
// data-on="screen. conclusion."          htmx fetches this part again ("told") when such an event comes
// "room:told" on the document            every event, for scripts of other parts of the page

import { ballotEvent } from "./ballot.js";
import { Floor } from "./floor.js";
import { Line } from "./line.js";
import { Presence } from "./presence.js";
import { Queue } from "./queue.js";
import { Said } from "./said.js";

const MOST_SPREAD_MS = 4000;
const root = document.querySelector("[data-line]");
const page = document.querySelector("main");
const english = document.documentElement.lang === "en";

export const line = new Line(root);
const presence = new Presence(root);
const floor = new Floor(page, line);
const parts = [presence, floor];
if (page.querySelector("[data-queue]")) parts.push(new Queue(page, own));
const said = document.getElementById("told");
if (said) parts.push(new Said(said, own));

function own(data) {
  const { seat, keeps, delegate } = root.dataset;
  return (keeps && String(data.site) === seat) || (delegate && String(data.delegate) === delegate);
}

function itemBegun(data) {
  const item = page.querySelector("[data-item]");
  item.dataset.item = data.item;
  item.textContent = (english && data.title_en) || data.title;
}

function queueSet(open) {
  for (const note of page.querySelectorAll("[data-queue-closed]")) note.hidden = open;
  for (const button of page.querySelectorAll("[data-ask]")) button.disabled = !open;
}

const TOLD = {
  "item.begun": itemBegun,
  "queue.opened": () => queueSet(true),
  "queue.closed": () => queueSet(false),
  closed: () => {
    word("closed");
    for (const button of page.querySelectorAll("form[hx-post] button")) button.disabled = true;
  },
};

// Thousands of pages do not all ask in the same moment: the more are open, the wider they spread.
const waiting = new Set();
function refresh(kind) {
  for (const part of document.querySelectorAll("[data-on]")) {
    if (waiting.has(part) || !part.dataset.on.split(" ").some((start) => kind.startsWith(start))) continue;
    waiting.add(part);
    setTimeout(() => {
      waiting.delete(part);
      window.htmx.trigger(part, "told");
    }, Math.random() * Math.min(MOST_SPREAD_MS, presence.open));
  }
}

let closed = root.dataset.closed === "1";
function word(state) {
  closed ||= state === "closed";
  const told = closed && state === "live" ? "closed" : state;
  root.dataset.state = told;
  const place = root.querySelector("[data-line-word]");
  place.textContent = place.dataset[told];
}

line.addEventListener("state", ({ detail }) => word(detail));
line.addEventListener("presence", ({ detail }) => presence.see(detail));
line.addEventListener("told", ({ detail }) => {
  for (const part of parts) part.told(detail);
  TOLD[detail.kind]?.(detail.data);
  ballotEvent(detail.kind, detail.data);
  refresh(detail.kind);
  document.dispatchEvent(new CustomEvent("room:told", { detail }));
});

// What was typed is cleared once the server says that it was done, and only then.
document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  const form = target.closest("form[data-clear]");
  if (form && detail.xhr.responseText.includes('data-told="success"')) {
    form.reset();
    form.dispatchEvent(new Event("done"));
  }
});

line.begin();
