// Undo within the session: one step is all that one key, paste or deletion changed.

export class History {
  constructor(model) {
    this.model = model;
    this.done = [];
    this.undone = [];
  }

  // Each change is {line, field, before, after}; those that change nothing are left out.
  keep(changes) {
    const real = changes.filter((each) => each.before !== each.after);
    if (!real.length) return;
    this.done.push(real);
    this.undone = [];
  }

  apply(changes) {
    for (const each of changes) {
      each.before = each.line.field(each.field).value;
      this.model.set(each.line, each.field, each.after);
    }
    this.keep(changes);
  }

  move(from, to, side) {
    const step = from.pop();
    if (!step) return null;
    for (const each of step) this.model.set(each.line, each.field, each[side]);
    to.push(step);
    return step[0];
  }

  undo() {
    return this.move(this.done, this.undone, "before");
  }

  redo() {
    return this.move(this.undone, this.done, "after");
  }
}
