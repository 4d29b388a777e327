// What the form builder needs beside htmx: nothing typed is lost on leaving, and after a button the
// officer is where they were: the row just added in view, the caret back where one goes on typing.

import "./builder_search.js";
import { again, arrived, remember, sent, since } from "./builder_meanwhile.js";

const LONGEST_BEACON = 60_000; // browsers refuse more than 64 KiB in all once a page is closing

let typed = false;

const form = () => document.getElementById("builder-form");
const region = () => document.getElementById("rows-region");
const rows = () => region()?.querySelectorAll("tbody tr").length ?? 0;

document.addEventListener("input", (event) => {
  if (event.target.closest("#builder-form") && event.target.name !== "tim") typed = true;
});

// The address of the draft, and what stands on the page now.
function toKeep() {
  const said = new URLSearchParams(new FormData(form()));
  said.delete("tim");
  return [form().dataset.keep, said];
}

function keepNow(event) {
  if (!typed || !form()) return;
  const [address, said] = toKeep();
  if (event?.type === "pagehide") remember(address, said.toString());
  const keepalive = said.toString().length < LONGEST_BEACON;
  typed = false;
  fetch(address, { method: "POST", body: said, keepalive })
    .then(async (answer) => answer.ok && took(await answer.text()))
    .catch(() => (typed = true));
}

function revision(answer) {
  const base = new DOMParser().parseFromString(answer, "text/html").querySelector("[name=base]");
  return base?.value ?? "";
}

// One who only looked at another window comes back to a page that knows its new revision.
function took(answer) {
  const here = form()?.querySelector("[name=base]");
  if (here && revision(answer)) here.value = revision(answer);
}

// A page asked for anew while the last words of the old one were on their way shows them too.
async function catchUp() {
  const base = form()?.querySelector("[name=base]")?.value;
  const stands = await arrived(form().dataset.keep, revision).catch(() => "");
  if (Number(stands) > Number(base) && !typed) location.reload();
}

if (form()) catchUp();

window.addEventListener("pagehide", keepNow);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keepNow());
window.addEventListener("beforeunload", (event) => {
  if (typed && form() && toKeep()[1].toString().length >= LONGEST_BEACON) event.preventDefault();
});

let before = { rows: 0, top: 0, left: 0, back: "" };
let gone = new Map(); // the fields as the button that was pressed last sent them
let meanwhile = { typed: new Map(), at: "" };

document.addEventListener("htmx:beforeRequest", (event) => {
  const path = event.detail.requestConfig?.path ?? "";
  if (path.endsWith("/soan/luu/") || path.endsWith("/soan/")) typed = false;
  if (path.endsWith("/soan/")) gone = sent(form());
});

document.addEventListener("htmx:sendError", () => (typed = true));

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id !== "builder") return;
  const doing = event.detail.requestConfig?.parameters?.get?.("do") ?? "";
  const back = doing.startsWith("indicator:") ? "find" : doing === "heading" ? "heading" : "";
  const here = region();
  before = { rows: rows(), top: here?.scrollTop ?? 0, left: here?.scrollLeft ?? 0, back };
  meanwhile = since(form(), gone);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "builder") return;
  const here = region();
  const added = before.back !== "" && rows() > before.rows;
  if (here) here.scrollTo({ left: before.left, top: added ? here.scrollHeight : before.top });
  if (before.back) document.getElementById(before.back)?.focus({ preventScroll: true });
  if (again(form(), meanwhile)) typed = true;
});
