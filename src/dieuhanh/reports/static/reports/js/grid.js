// Where one stands in the sheet and what is selected. Three ways of being in a cell, as in Excel:
// "ready" (keys walk), "enter" (typing over; arrows end it), "edit" (F2: arrows move the caret).

const FIELDS = ["text", "note"];

export class Grid {
  constructor(model, history) {
    Object.assign(this, { model, history, mode: "ready", whole: false, active: null, anchor: null, before: "" });
    const { table } = model;
    table.addEventListener("mousedown", (event) => this.pressed(event));
    table.addEventListener("click", (event) => this.clicked(event));
    table.addEventListener("focusin", (event) => this.entered(event));
    table.addEventListener("focusout", (event) => this.left(event));
    table.addEventListener("input", (event) => this.typed(event));
  }

  // The lines on screen one may stand in.
  walk() {
    return this.model.lines.filter((line) => line.editable && line.visible);
  }

  at(element) {
    const line = this.model.lineOf(element);
    const field = element.dataset?.field;
    return line?.editable && field ? { line, field } : null;
  }

  element({ line, field }) {
    return line.field(field);
  }

  pressed(event) {
    const place = this.at(event.target);
    this.again = place !== null && document.activeElement === event.target;
    if (!place || !event.shiftKey || !this.active) return;
    event.preventDefault();
    this.extendTo(place);
  }

  clicked(event) {
    if (!this.at(event.target) || event.shiftKey) return;
    if (this.again) this.mode = "edit";
    else event.target.select();
  }

  entered(event) {
    const place = this.at(event.target);
    if (!place) return;
    this.active = place;
    this.whole = false;
    this.anchor = this.anchor && this.extending ? this.anchor : place;
    this.before = event.target.value;
    this.mode = "ready";
    event.target.select();
    this.paint();
  }

  left(event) {
    const place = this.at(event.target);
    if (place) this.commit(place);
  }

  typed(event) {
    const place = this.at(event.target);
    if (!place) return;
    if (this.mode === "ready") this.mode = "enter";
    if (this.whole) this.settle();
    this.model.changed(place.line);
  }

  settle() {
    this.whole = false;
    this.anchor = this.active;
    this.paint();
  }

  // What was typed in one stay in a cell is one step of undo.
  commit(place = this.active) {
    if (!place) return;
    const after = this.element(place).value;
    this.history.keep([{ ...place, before: this.before, after }]);
    this.before = after;
  }

  restore() {
    this.model.set(this.active.line, this.active.field, this.before);
    this.ready();
  }

  ready() {
    this.mode = "ready";
    this.element(this.active).select();
  }

  edit() {
    this.mode = "edit";
    const element = this.element(this.active);
    element.setSelectionRange(element.value.length, element.value.length);
  }

  goTo(place, { extend = false } = {}) {
    if (!place) return false;
    this.commit();
    this.whole = false;
    this.extending = extend;
    if (!extend) this.anchor = place;
    const element = this.element(place);
    if (document.activeElement === element) this.ready();
    else element.focus();
    this.extending = false;
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.active = place;
    this.paint();
    return true;
  }

  extendTo(place) {
    this.goTo(place, { extend: true });
  }

  // The place so many lines and fields away; the last one there is where the sheet ends.
  away(down, right) {
    const lines = this.walk();
    const row = Math.max(0, Math.min(lines.length - 1, lines.indexOf(this.active.line) + down));
    const column = Math.max(0, Math.min(1, FIELDS.indexOf(this.active.field) + right));
    return { line: lines[row], field: FIELDS[column] };
  }

  // In reading order; null past either end, so that Tab leaves the sheet.
  next(step) {
    const lines = this.walk();
    const at = lines.indexOf(this.active.line) * 2 + FIELDS.indexOf(this.active.field) + step;
    return at < 0 || at >= lines.length * 2 ? null : { line: lines[at >> 1], field: FIELDS[at % 2] };
  }

  // Ctrl+arrow: to the end of what is filled, or to where it begins again, as in Excel.
  edge(down) {
    const lines = this.walk();
    const filled = (at) => this.element({ line: lines[at], field: this.active.field }).value !== "";
    let at = lines.indexOf(this.active.line);
    const inside = (to) => to >= 0 && to < lines.length;
    if (!inside(at + down)) return this.active;
    const block = filled(at) && filled(at + down);
    at += down;
    while (inside(at + down) && (block ? filled(at + down) : !filled(at))) at += down;
    return { line: lines[at], field: this.active.field };
  }

  corner(end) {
    const lines = this.walk();
    return { line: end ? lines[lines.length - 1] : lines[0], field: FIELDS[end ? 1 : 0] };
  }

  // One stays where one is, so that typing afterwards goes where one was looking.
  selectAll() {
    this.commit();
    this.whole = true;
    this.paint();
  }

  // The selected lines on screen, headings and worked-out lines among them, and their fields.
  selection() {
    const lines = this.model.lines.filter((line) => line.visible);
    const places = this.whole
      ? [this.corner(false), this.corner(true)]
      : [this.anchor ?? this.active, this.active];
    const ends = places.map((place) => lines.indexOf(place.line));
    const columns = places.map((place) => FIELDS.indexOf(place.field));
    return {
      lines: lines.slice(Math.min(...ends), Math.max(...ends) + 1),
      fields: FIELDS.slice(Math.min(...columns), Math.max(...columns) + 1),
    };
  }

  several() {
    if (this.whole) return true;
    return this.anchor !== null && (this.anchor.line !== this.active.line || this.anchor.field !== this.active.field);
  }

  paint() {
    for (const cell of this.model.table.querySelectorAll(".picked")) cell.classList.remove("picked");
    if (!this.active || !this.several()) return;
    const { lines, fields } = this.selection();
    for (const line of lines.filter((each) => each.editable)) {
      for (const field of fields) line.field(field).closest("td").classList.add("picked");
    }
  }

  clearSelected() {
    const { lines, fields } = this.selection();
    const changes = lines
      .filter((line) => line.editable)
      .flatMap((line) => fields.map((field) => ({ line, field, after: "" })));
    this.history.apply(changes);
    this.before = this.element(this.active).value;
  }
}
