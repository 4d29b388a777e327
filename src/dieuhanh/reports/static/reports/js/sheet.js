// The sheet, put together. Without this script the table is a plain form with a button to save.

import { Company } from "./company.js";
import { Grid } from "./grid.js";
import { History } from "./history.js";
import { Keep } from "./keep.js";
import { Keys } from "./keys.js";
import { Model, say } from "./model.js";
import { Saving } from "./saving.js";
import { judge, showFindings, workOut } from "./says.js";

const data = JSON.parse(document.getElementById("sheet-data").textContent);
const words = JSON.parse(document.getElementById("sheet-words").textContent);
const table = document.getElementById("sheet");
const form = document.querySelector("[data-sheet-form]");
const stateOf = document.querySelector("[data-state]");

const model = new Model(table, data, words);
const history = new History(model);
const grid = new Grid(model, history);
const keep = new Keep(data.user, data.submission);
const saving = new Saving(model, keep, show);

function show(kind, values = {}) {
  const text = say(words[kind], values);
  if (stateOf.textContent !== text) stateOf.textContent = text;
  stateOf.dataset.state = kind;
  document.querySelector("[data-sign-in]").hidden = kind !== "expired";
  if (kind === "refused") tellKept();
}

// What can no longer be sent is shown, to be copied, until it is given up.
function tellKept() {
  const place = document.querySelector("[data-kept]");
  const ids = saving.left();
  place.hidden = !ids.length;
  if (!ids.length) return;
  const head = document.createElement("p");
  head.textContent = say(words.kept, { count: ids.length });
  const list = document.createElement("ul");
  for (const id of ids) {
    const item = document.createElement("li");
    const { text, note } = keep.cells[id];
    item.textContent = [model.byId.get(id)?.name ?? id, [text, note].filter(Boolean).join(" · ")].join(": ");
    list.append(item);
  }
  const drop = document.createElement("button");
  Object.assign(drop, { type: "button", className: "button button-small", textContent: words.drop });
  drop.addEventListener("click", () => {
    for (const id of ids) keep.drop(id);
    place.hidden = true;
  });
  place.replaceChildren(head, list, drop);
}

function tellProgress() {
  const asked = model.lines.filter((line) => line.editable && (line.required || line.text.value.trim()));
  const done = asked.filter((line) => line.text.value.trim()).length;
  const place = document.querySelector("[data-progress]");
  place.textContent = say(place.dataset.words, { done, all: asked.length });
}

model.addEventListener("cell", ({ detail: { line } }) => {
  judge(model, line);
  workOut(model, line);
  tellProgress();
});

new Keys(grid, (text) => {
  document.querySelector("[data-pasted]").textContent = text;
});

// The form shrunk to what is left: filled in cells stay in sight until one asks again.
const onlyMissing = document.querySelector("[data-only-missing]");
onlyMissing.addEventListener("change", (event) => {
  event.stopPropagation();
  for (const line of model.byId.values()) line.row.classList.toggle("settled", line.settled);
  table.classList.toggle("only-missing", onlyMissing.checked);
});

for (const choice of document.querySelectorAll("[data-look] select")) {
  choice.addEventListener("change", async () => {
    await flush();
    choice.form.requestSubmit();
  });
}
document.querySelector("[data-look-go]").hidden = true;

for (const button of document.querySelectorAll("[data-sign]")) {
  button.disabled = false;
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    if (!grid.active) return;
    const { line } = grid.active;
    history.apply([{ line, field: "text", after: button.dataset.sign }]);
    grid.goTo({ line, field: "text" });
  });
}

async function flush() {
  grid.commit();
  clearTimeout(saving.timer);
  while (saving.busy) await new Promise((done) => setTimeout(done, 50));
  await saving.send();
}

// The buttons send nothing that is not saved: first the cells, then the page that checks them.
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const filing = event.submitter?.name === "file";
  await flush();
  if (filing && !saving.pending.length && !saving.clashes.size) location.assign(data.file);
});

document.querySelector("[data-sign-in]").addEventListener("click", () => {
  saving.guarded = !keep.working;
});

const rule = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule];
const head = () => rule.replaceSync(`.sheet { --sheet-head: ${table.tHead.offsetHeight}px }`);
new ResizeObserver(head).observe(table.tHead);

form.dataset.live = "";
const company = new Company(model, saving, keep);
show("ready");
showFindings(model, data.findings);
// Typed before this script was there, over a slow line: as good as typed now.
for (const line of model.byId.values()) {
  if (line.editable && line.text.value !== line.text.defaultValue) model.changed(line);
}
keep.orphans();
saving.takeUp(keep.cells);
setInterval(() => saving.takeUp(keep.orphans()), 10000);
window.addEventListener("online", () => company.ask());
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus();
