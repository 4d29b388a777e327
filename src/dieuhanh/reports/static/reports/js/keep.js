// What has been typed and not yet acknowledged, kept on this machine: by person, form and window.
// A window that was closed or crashed leaves its cells behind; the next one takes them over.

const BEAT = 3000;
const STALE = 9000;

export class Keep {
  constructor(user, submission) {
    this.prefix = `dieuhanh:${user}:bao-cao:${submission}:`;
    this.working = true;
    this.writer = this.ownName();
    this.cells = this.load(this.writer)?.cells ?? {};
    this.beat();
    setInterval(() => this.beat(), BEAT);
    window.addEventListener("pagehide", () => this.write(0));
  }

  // The window's name lasts through a reload; a duplicated window finds its name taken.
  ownName() {
    const slot = `${this.prefix}window`;
    let name = null;
    try {
      name = sessionStorage.getItem(slot);
      const held = name && this.load(name);
      if (!name || (held && Date.now() - held.beat < STALE && held.beat !== 0)) name = null;
      name ??= crypto.getRandomValues(new Uint32Array(2)).join("-");
      sessionStorage.setItem(slot, name);
    } catch {
      name ??= crypto.getRandomValues(new Uint32Array(2)).join("-");
    }
    return name;
  }

  load(name) {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + name) ?? "null");
    } catch {
      return null;
    }
  }

  write(beat = Date.now()) {
    try {
      if (Object.keys(this.cells).length || beat) {
        localStorage.setItem(this.prefix + this.writer, JSON.stringify({ beat, cells: this.cells }));
      } else localStorage.removeItem(this.prefix + this.writer);
      this.working = true;
    } catch {
      this.working = false;
    }
  }

  beat() {
    this.write();
  }

  // Cells left behind by windows that are no more; ours win where both have one.
  orphans() {
    const found = {};
    try {
      for (const name of Object.keys(localStorage)) {
        if (!name.startsWith(this.prefix) || name === this.prefix + this.writer) continue;
        const held = this.load(name.slice(this.prefix.length));
        if (!held || Date.now() - held.beat < STALE) continue;
        Object.assign(found, held.cells);
        this.cells = { ...held.cells, ...this.cells };
        this.write();
        localStorage.removeItem(name);
      }
    } catch {
      this.working = false;
    }
    return found;
  }

  put(id, entry) {
    this.cells[id] = entry;
    this.write();
  }

  drop(id) {
    delete this.cells[id];
    this.write();
  }

  get ids() {
    return Object.keys(this.cells);
  }
}
