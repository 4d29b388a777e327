// Others in the same form: who has it open, which cells they change, and where both changed one.

import { say } from "./model.js";

const ALONE = 15000;
const TOGETHER = 5000;

export class Company {
  constructor(model, saving, keep) {
    Object.assign(this, { model, saving, keep, names: [], news: "" });
    this.place = document.querySelector("[data-company]");
    this.clashes = document.querySelector("[data-conflicts]");
    this.card = document.querySelector("template[data-conflict]");
    model.addEventListener("others", ({ detail }) => this.take(detail));
    this.ask();
  }

  async ask() {
    clearTimeout(this.timer);
    if (!document.hidden && navigator.onLine) await this.look();
    this.timer = setTimeout(() => this.ask(), this.names.length ? TOGETHER : ALONE);
  }

  async look() {
    const query = new URLSearchParams({ seen: this.model.revision, writer: this.keep.writer });
    try {
      const response = await fetch(`${this.model.data.changes}?${query}`, { redirect: "manual" });
      if (!response.ok) return;
      const told = await response.json();
      this.names = told.others ?? [];
      this.take(told);
    } catch {
      // No line: the saving says so, and this asks again.
    }
  }

  take(told) {
    const fresh = (told.changes ?? []).filter((each) => this.show(each));
    this.model.revision = Math.max(this.model.revision, told.revision ?? 0);
    if (fresh.length) {
      const last = fresh[fresh.length - 1];
      const cells = fresh.map((each) => this.model.byId.get(each.id).name).join("; ");
      this.news = say(this.model.words.changed, { at: last.at, by: last.by, cells });
    }
    if (["submitted", "approved"].includes(told.state)) this.news = this.model.words.filed;
    this.tell();
    this.tellClashes();
  }

  // What another typed, on screen, unless this cell holds something of ours that is not saved.
  show(change) {
    const line = this.model.byId.get(change.id);
    if (!line?.editable || this.keep.cells[change.id] || line.saved.revision >= change.revision) return false;
    line.saved = { text: change.text, note: change.note, revision: change.revision };
    line.show(change.text, change.note);
    line.row.classList.add("by-other");
    line.row.title = `${change.by}, ${change.at}`;
    this.model.changed(line, "other");
    return true;
  }

  tell() {
    const names = [...new Set(this.names)].join(", ");
    const company = names ? say(this.model.words.company, { names }) : "";
    const text = [company, this.news].filter(Boolean).join(" ");
    if (this.place.textContent !== text) this.place.textContent = text;
    this.place.hidden = !text;
  }

  tellClashes() {
    const cards = [...this.saving.clashes.values()].map((clash) => this.cardOf(clash));
    this.clashes.replaceChildren(...cards);
    this.clashes.hidden = !cards.length;
  }

  cardOf(clash) {
    const card = this.card.content.cloneNode(true).firstElementChild;
    const line = this.model.byId.get(clash.id);
    const text = ([value, note]) => [value || this.model.words.blank, note].filter(Boolean).join(" · ");
    card.querySelector("[data-name]").textContent = line.name;
    card.querySelector("[data-yours]").textContent = text(clash.yours);
    card.querySelector("[data-theirs]").textContent = text(clash.theirs);
    card.querySelector("[data-by]").textContent = clash.by;
    for (const [name, mine] of [["[data-keep-mine]", true], ["[data-keep-theirs]", false]]) {
      card.querySelector(name).addEventListener("click", () => {
        this.saving.choose(clash, mine);
        this.tellClashes();
        line.text.focus();
      });
    }
    return card;
  }
}
