// Who has the floor, and the clock of the turn, counted by the server's time.

const SOON = 30;

export class Floor {
  constructor(root, line) {
    this.root = root.querySelector("[data-floor]");
    this.line = line;
    this.clock = root.querySelector("[data-clock]");
    this.left = root.querySelector("[data-clock-left]");
    this.word = root.querySelector("[data-clock-word]");
    const { given, seconds } = this.root.dataset;
    this.given = given ? Date.parse(given) : null;
    this.seconds = Number(seconds);
    setInterval(() => this.tick(), 500);
    this.tick();
  }

  told({ kind, data }) {
    if (kind === "floor.given") this.give(data);
    if (kind === "floor.ended") this.give(null);
  }

  give(data) {
    this.root.dataset.floor = data?.request ?? "";
    this.given = data ? Date.parse(data.given_at) : null;
    this.seconds = data?.seconds ?? 0;
    this.put("[data-floor-who]", data ? data.office || data.site_name : "");
    this.put("[data-floor-where]", data?.office ? data.site_name : "");
    this.root.querySelector("[data-floor-none]").hidden = data !== null;
    this.tick();
  }

  put(where, text) {
    this.root.querySelector(where).textContent = text;
  }

  tick() {
    this.clock.hidden = this.given === null;
    if (this.given === null) return;
    const left = this.seconds - Math.floor((this.line.now - this.given) / 1000);
    const [minutes, seconds] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
    const text = `${left < 0 ? "+" : ""}${minutes}:${String(seconds).padStart(2, "0")}`;
    const state = left < 0 ? "over" : left <= SOON ? "soon" : "on";
    if (this.left.textContent !== text) this.left.textContent = text;
    if (this.clock.dataset.clock === state) return;
    this.clock.dataset.clock = state;
    this.word.textContent = this.word.dataset[state];
  }
}
