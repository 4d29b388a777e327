// The line to the meeting. Events are numbered without gaps: what a dropped line missed is asked for
// after the last number seen, so that the page is in step again without being loaded anew.
//
// "told"      {number, kind, at, data}: one thing that changed, each number once and in order
// "presence"  {sites, connected, people, whole}: pages open by site; `whole` when it names them all
// "state"     joining | live | lost | ended

const SILENCE_MS = 40000;
const LOOK_MS = 5000;
const AGAIN_MS = [1000, 2000, 4000, 8000, 15000];

export class Line extends EventTarget {
  constructor(root) {
    super();
    const { stream, since, number, now, seat } = root.dataset;
    Object.assign(this, { stream, since, seat, number: Number(number), failures: 0, busy: false });
    this.skew = Date.parse(now) - Date.now();
  }

  // What the server's clock shows.
  get now() {
    return Date.now() + this.skew;
  }

  begin() {
    this.open();
    setInterval(() => this.look(), LOOK_MS);
    window.addEventListener("online", () => this.state === "lost" && this.open());
    window.addEventListener("offline", () => this.cut());
    document.addEventListener("visibilitychange", () => document.hidden || this.look());
  }

  open() {
    clearTimeout(this.again);
    this.source?.close();
    this.heard = Date.now();
    const source = new EventSource(`${this.stream}?after=${this.number}&diem-cau=${this.seat}`);
    this.source = source;
    const on = (kind, take) =>
      source.addEventListener(kind, (event) => {
        this.heard = Date.now();
        take(JSON.parse(event.data));
      });
    on("hello", (told) => this.hello(told));
    on("room", (event) => this.take(event));
    on("presence", (told) => this.tell("presence", { ...told, whole: false }));
    on("beat", (told) => this.behind(told));
    source.addEventListener("error", () => this.dropped(source));
  }

  hello(told) {
    this.failures = 0;
    this.tell("presence", { ...told, whole: true });
    this.become("live");
    this.behind(told);
  }

  // A clock and a number: set the one, and catch up with the other.
  behind({ number, now }) {
    this.skew = Date.parse(now) - Date.now();
    if (number > this.number) this.catchUp();
  }

  take(event) {
    if (event.number <= this.number) return;
    if (event.number > this.number + 1) {
      this.catchUp();
      return;
    }
    this.number = event.number;
    this.tell("told", event);
  }

  async catchUp() {
    if (this.busy) return;
    this.busy = true;
    try {
      let more = true;
      while (more) {
        const answer = await fetch(`${this.since}?after=${this.number}`, { headers: { Accept: "application/json" } });
        if (answer.redirected || answer.status === 404 || answer.status === 403) return this.end();
        if (!answer.ok) throw new Error(String(answer.status));
        const told = await answer.json();
        for (const event of told.events) this.take(event);
        more = told.more;
      }
    } catch {
      this.retry();
    } finally {
      this.busy = false;
    }
  }

  // The browser tries again by itself unless it was refused: then we ask whether we still may.
  dropped(source) {
    if (source !== this.source || this.state === "ended") return;
    this.become("lost");
    if (source.readyState === EventSource.CLOSED) this.retry();
  }

  retry() {
    this.become("lost");
    const pause = AGAIN_MS[Math.min(this.failures, AGAIN_MS.length - 1)];
    this.failures += 1;
    clearTimeout(this.again);
    this.again = setTimeout(async () => {
      await this.catchUp();
      if (this.state !== "ended") this.open();
    }, pause * (0.5 + Math.random()));
  }

  // A line can die without a word; the server's beat comes every fifteen seconds.
  look() {
    if (this.state === "ended" || Date.now() - this.heard < SILENCE_MS) return;
    this.become("lost");
    this.open();
  }

  // The machine itself says that it has no line: there is nothing to wait for.
  cut() {
    if (this.state === "ended") return;
    this.source?.close();
    clearTimeout(this.again);
    this.become("lost");
  }

  end() {
    this.cut();
    this.become("ended");
  }

  become(state) {
    if (this.state === state) return;
    this.state = state;
    this.tell("state", state);
  }

  tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}
