// The keyboard of the sheet. Keys of a word being composed never come here (ui/js/composition.js).

import { fromBlock, asTyped, toBlock } from "./clipboard.js";
import { say } from "./model.js";

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class Keys {
  constructor(grid, tell) {
    Object.assign(this, { grid, tell });
    const { table } = grid.model;
    table.addEventListener("keydown", (event) => this.pressed(event));
    table.addEventListener("copy", (event) => this.copied(event));
    table.addEventListener("cut", (event) => this.copied(event) && grid.clearSelected());
    table.addEventListener("paste", (event) => this.pasted(event));
  }

  pressed(event) {
    if (!this.grid.at(event.target)) return;
    const done = event.ctrlKey || event.metaKey ? this.withControl(event) : this.plain(event);
    if (done) event.preventDefault();
  }

  plain(event) {
    const { grid } = this;
    const { key, shiftKey: shift } = event;
    if (key in ARROWS) return this.arrow(key, shift);
    if (key === "Enter") return this.enter(event);
    if (key === "Tab") return grid.goTo(grid.next(shift ? -1 : 1));
    if (key === "F2") return grid.edit() ?? true;
    if (key === "Escape") return this.escape();
    if (grid.mode !== "ready") return false;
    if (key === "Home" || key === "End") {
      const field = key === "Home" ? "text" : "note";
      return grid.goTo({ line: grid.active.line, field }, { extend: shift });
    }
    if (key === "Delete") return grid.clearSelected() ?? true;
    return false;
  }

  // In a cell being edited the caret has the arrows; in a note being typed, those along the line.
  arrow(key, shift) {
    const { grid } = this;
    const [down, right] = ARROWS[key];
    const caret = grid.mode === "edit" || (grid.mode === "enter" && grid.active.field === "note");
    if (caret && (right || grid.active.field === "note")) return false;
    return grid.goTo(grid.away(down, right), { extend: shift && grid.mode === "ready" });
  }

  enter(event) {
    const { grid } = this;
    if (event.altKey && grid.active.field === "note") return this.breakLine(event.target);
    const before = grid.active.line;
    grid.goTo(grid.away(event.shiftKey ? -1 : 1, 0));
    if (grid.active.line === before) grid.ready();
    return true;
  }

  breakLine(note) {
    note.setRangeText("\n", note.selectionStart, note.selectionEnd, "end");
    note.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return true;
  }

  escape() {
    if (this.grid.mode !== "ready") this.grid.restore();
    else this.grid.goTo(this.grid.active);
    return true;
  }

  withControl(event) {
    const { grid } = this;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (grid.mode !== "ready") return false;
    if (key === "z" || key === "y") {
      const first = key === "y" || event.shiftKey ? grid.history.redo() : grid.history.undo();
      grid.before = grid.element(grid.active).value;
      return first ? grid.goTo(first) : true;
    }
    if (key === "a") return grid.selectAll() ?? true;
    if (key === "Home" || key === "End") {
      return grid.goTo(grid.corner(key === "End"), { extend: event.shiftKey });
    }
    if (!(key in ARROWS)) return false;
    const [down, right] = ARROWS[key];
    return grid.goTo(down ? grid.edge(down) : grid.away(0, right), { extend: event.shiftKey });
  }

  // What is selected, headings and worked-out lines keeping their places.
  copied(event) {
    const { grid } = this;
    if (grid.mode !== "ready" || !grid.active) return false;
    const { lines, fields } = grid.selection();
    const made = (line) => line.row.querySelector("[data-made]")?.textContent ?? "";
    const rows = lines.map((line) =>
      fields.map((field) => {
        if (line.editable) return line.field(field).value;
        return field === "text" ? made(line) : "";
      }),
    );
    event.clipboardData.setData("text/plain", toBlock(rows));
    event.preventDefault();
    return true;
  }

  pasted(event) {
    const { grid } = this;
    if (!grid.at(event.target)) return;
    const text = event.clipboardData.getData("text/plain");
    const block = fromBlock(text);
    const single = block.length === 1 && block[0].length === 1;
    if (single && grid.mode !== "ready") return;
    event.preventDefault();
    grid.commit();
    if (single && grid.several()) this.fill(block[0][0]);
    else this.place(block);
    grid.before = grid.element(grid.active).value;
    grid.ready();
  }

  fill(text) {
    const { lines, fields } = this.grid.selection();
    const editable = lines.filter((line) => line.editable);
    this.put(editable.map(() => fields.map(() => text)), editable, fields, []);
  }

  place(block) {
    const { grid } = this;
    const fields = grid.active.field === "text" ? ["text", "note"] : ["note"];
    const width = Math.max(...block.map((row) => row.length));
    if (width > fields.length) {
      this.tell(say(grid.model.words.wide, { count: width, room: fields.length }));
      return;
    }
    const all = grid.model.lines.filter((line) => line.visible);
    const lines = all.slice(all.indexOf(grid.active.line)).slice(0, block.length);
    const left = block.length - lines.length;
    const told = left ? [say(grid.model.words.cut, { count: left })] : [];
    this.put(block.slice(0, lines.length), lines, fields, told);
  }

  put(block, lines, fields, told) {
    const { words } = this.grid.model;
    const { cells, turned } = asTyped(block, fields.indexOf("text"));
    const changes = [];
    let skipped = 0;
    lines.forEach((line, row) => {
      if (!line.editable) {
        skipped += cells[row].some((cell) => cell !== "") ? 1 : 0;
        return;
      }
      cells[row].forEach((after, column) => changes.push({ line, field: fields[column], after }));
    });
    this.grid.history.apply(changes);
    const says = [say(words.pasted, { count: changes.length })];
    if (skipped) says.push(say(words.skipped, { count: skipped }));
    if (turned) says.push(words.turned);
    this.tell([...says, ...told].join(" "));
  }
}
