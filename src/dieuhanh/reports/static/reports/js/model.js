// The sheet in memory: its lines in order, what the server holds of each cell, what is on screen.
//
// A cell's stored text is in the form's own unit; on screen it may be told in đồng, triệu or tỷ.

import { fromPlain, minus, percentOf, ratioOf, readCell, shifted, writeVi } from "./decimals.js";

export function say(words, values = {}) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

class Line {
  constructor(row, facts) {
    Object.assign(this, { row, ...facts });
    this.text = row.querySelector('[data-field="text"]');
    this.noteField = row.querySelector('[data-field="note"]');
    this.saved = { text: facts?.text ?? "", note: facts?.note ?? "", revision: facts?.revision ?? 0 };
  }

  get editable() {
    return Boolean(this.text);
  }

  get visible() {
    return this.row.getClientRects().length > 0;
  }

  // What would be sent: an untouched cell keeps its text to the letter.
  get stored() {
    const shownAsSaved = this.text.value === shifted(this.saved.text, this.shift);
    return shownAsSaved ? this.saved.text : shifted(this.text.value, -this.shift);
  }

  field(name) {
    return name === "note" ? this.noteField : this.text;
  }

  show(text, note) {
    this.text.value = shifted(text, this.shift);
    if (note !== null && note !== undefined) this.noteField.value = note;
  }

  // What the cell says, in the form's unit; a fault is told of the text as it is on screen.
  read() {
    const shown = readCell(this.text.value, 60);
    return shown.number ? readCell(this.stored, this.decimals) : shown;
  }

  get key() {
    return this.id.slice(0, this.id.lastIndexOf(":"));
  }

  get settled() {
    if (!this.editable) return this.kind === "ratio";
    const returned = this.row.querySelector(".says-remark") !== null;
    const said = this.read();
    return !(returned || said.fault || (this.required && said.blank));
  }
}

export class Model extends EventTarget {
  constructor(table, data, words) {
    super();
    Object.assign(this, { table, data, words, revision: data.revision });
    const facts = new Map(data.lines.map((line) => [line.id, line]));
    this.lines = [...table.querySelectorAll("tr[data-line]")].map(
      (row) => new Line(row, facts.get(row.dataset.line) ?? { id: "", kind: "heading" }),
    );
    this.byId = new Map(this.lines.filter((line) => line.id).map((line) => [line.id, line]));
  }

  lineOf(element) {
    const row = element.closest?.("tr[data-line]");
    return row ? this.byId.get(row.dataset.line) : undefined;
  }

  // Something is on screen that was not: tell it, whoever typed it.
  changed(line, by = "hand") {
    this.dispatchEvent(new CustomEvent("cell", { detail: { line, by } }));
  }

  set(line, field, value) {
    line.field(field).value = value;
    this.changed(line);
  }

  // The value of a line as a number, in the form's unit; null where there is none.
  number(line) {
    if (!line) return null;
    if (line.kind === "ratio") return this.ratio(line);
    return line.editable ? (line.read().number ?? null) : (readCell(line.saved.text, line.decimals).number ?? null);
  }

  ratio(line) {
    if (!line.ratio) return null;
    const part = (key) => this.number(this.byId.get(`${key}:${line.area}`));
    const [top, bottom] = [part(line.ratio.numerator), part(line.ratio.denominator)];
    if (!top || !bottom) return null;
    return ratioOf(top, bottom, line.ratio.times, line.ratio.over, line.decimals);
  }

  // TH/KH or against last year: percent of an amount, the change of a rate in points.
  compared(line, base) {
    const [number, against] = [this.number(line), fromPlain(base)];
    if (!number || !against) return "";
    if (!line.points) {
      const percent = percentOf(number, against);
      return percent ? writeVi(percent) : "";
    }
    const change = minus(number, against);
    return say(this.words.points, { change: `${change.n > 0n ? "+" : ""}${writeVi(change)}` });
  }

  // The ratio lines a cell is a part of.
  dependents(line) {
    return this.lines.filter(
      (each) => each.ratio && each.area === line.area && [each.ratio.numerator, each.ratio.denominator].includes(line.key),
    );
  }
}
