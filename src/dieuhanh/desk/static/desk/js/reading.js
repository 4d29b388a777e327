// A paper read: the record at hand and its words light up together; j, k, a, s, r decide by keyboard.

import { searchable } from "./chooser.js";

const root = document.querySelector("[data-reading]");
const text = root.querySelector("[data-reading-text]");
const says = root.querySelector("[data-reading-says]");
const help = root.querySelector("[data-reading-help]");
const wanted = root.querySelector("[data-reading-keys]");
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

wanted.checked = localStorage.getItem("reading-keys") !== "off";
wanted.addEventListener("change", () => localStorage.setItem("reading-keys", wanted.checked ? "on" : "off"));

const cards = () => [...root.querySelectorAll("[data-item]")];
const current = () => root.querySelector("[data-item].current");
const wordsOf = (number) => [...text.querySelectorAll(`[data-items~="${number}"]`)];

// The text's own box scrolls, and the page only as far as it must.
function showWords(number) {
  for (const lit of text.querySelectorAll(".lit")) lit.classList.remove("lit");
  const words = wordsOf(number);
  for (const each of words) each.classList.add("lit");
  if (!words.length) return;
  const box = text.getBoundingClientRect();
  const at = words[0].getBoundingClientRect();
  const top = text.scrollTop + at.top - box.top - box.height / 3;
  text.scrollTo({ top, behavior: STILL.matches ? "auto" : "smooth" });
}

function choose(card, { focus = true } = {}) {
  if (!card) return;
  for (const each of root.querySelectorAll("[data-item].current")) {
    each.classList.remove("current");
    each.removeAttribute("aria-current");
  }
  card.classList.add("current");
  card.setAttribute("aria-current", "true");
  showWords(card.dataset.item);
  if (!focus) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest", behavior: STILL.matches ? "auto" : "smooth" });
}

function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function nextWaiting(after) {
  const all = cards();
  const at = all.indexOf(after);
  const open = (each) => each.dataset.state === "waiting";
  const next = all.slice(at + 1).find(open) ?? all.slice(0, at).find(open);
  if (next) choose(next);
  else {
    choose(after);
    says.textContent = says.dataset.none;
  }
}

const DEEDS = {
  j: () => step(1),
  k: () => step(-1),
  "?": () => {
    help.open = !help.open;
    help.querySelector("summary").focus();
  },
  t: () => wordsOf(current()?.dataset.item)[0]?.focus(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
  if (event.key === "Escape" && typing) choose(typing.closest("[data-item]") ?? current());
  if (!wanted.checked || typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const key = event.key.toLowerCase();
  const button = "asr".includes(key) && current()?.querySelector(`[data-do="${key}"]`);
  if (!button && !DEEDS[key]) return;
  event.preventDefault();
  if (button) button.click();
  else DEEDS[key]();
});

root.addEventListener("click", (event) => {
  const words = event.target.closest("[data-target]");
  if (words) {
    event.preventDefault();
    const at = current()?.dataset.item;
    // The same words may be part of several records: each click takes the next.
    const of = words.dataset.items.trim().split(" ");
    const number = of.includes(at) && of.length > 1 ? of[(of.indexOf(at) + 1) % of.length] : words.dataset.target;
    choose(root.querySelector(`[data-item="${number}"]`));
    return;
  }
  const place = event.target.closest("[data-to-text]");
  const card = event.target.closest("[data-item]");
  if (place) event.preventDefault();
  if (card && !event.target.closest("a, button, input, select, textarea, label")) choose(card);
  else if (card) choose(card, { focus: false });
  if (place) wordsOf(card.dataset.item)[0]?.focus({ preventScroll: true });
});

root.addEventListener("focusin", (event) => {
  const card = event.target.closest("[data-item]");
  if (card && card !== current()) choose(card, { focus: false });
});

// What was decided goes by; a form that opened, or a fault, keeps its place.
document.addEventListener("htmx:afterSwap", (event) => {
  const number = event.detail.requestConfig?.elt?.closest?.("[data-item]")?.dataset.item ?? event.detail.target?.dataset?.item;
  const card = number && root.querySelector(`[data-item="${number}"]`);
  if (!card) return;
  const form = card.querySelector(".reading-form");
  if (form) {
    choose(card, { focus: false });
    for (const select of form.querySelectorAll("select")) searchable(select);
    card.scrollIntoView({ block: "start" });
    (form.querySelector(".field-wrong :is(input, select, textarea)") ?? form.querySelector("input:not([type=hidden]), select, textarea"))?.focus();
  } else if (event.detail.requestConfig?.verb === "post" && card.dataset.state !== "waiting") nextWaiting(card);
  else choose(card);
});

for (const select of document.querySelectorAll(".reading-form select, .reading-head select")) searchable(select);
const asked = location.hash.startsWith("#muc-") && root.querySelector(`[id="${location.hash.slice(1)}"]`);
choose(asked || cards().find((each) => each.dataset.state === "waiting") || cards()[0], { focus: Boolean(asked) });
