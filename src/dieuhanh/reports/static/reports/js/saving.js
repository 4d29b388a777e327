// Saving as one types: one request at a time, each telling what it was based on. Whatever is not
// acknowledged stays on this machine and is sent again, after a lost line, a reload, a new sign-in.

import { believe, showFindings } from "./says.js";

const PAUSE = 700;
const RETRY = [2000, 5000, 10000, 20000, 30000];

function csrf() {
  const held = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return held?.[1] ?? document.querySelector("[name=csrfmiddlewaretoken]").value;
}

export class Saving {
  constructor(model, keep, show) {
    Object.assign(this, { model, keep, show, busy: false, failures: 0, clashes: new Map() });
    Object.assign(this, { stopped: false, guarded: true, at: "" });
    model.addEventListener("cell", ({ detail }) => detail.by === "hand" && this.note(detail.line));
    window.addEventListener("online", () => this.soon(0));
    document.addEventListener("visibilitychange", () => document.hidden && this.soon(0));
    window.addEventListener("beforeunload", (event) => {
      if (this.guarded && this.pending.length) event.preventDefault();
    });
  }

  // Cells to be sent: not those that wait for a choice.
  get pending() {
    return this.keep.ids.filter((id) => this.model.byId.get(id)?.editable && !this.clashes.has(id));
  }

  note(line) {
    const [text, note] = [line.stored, line.noteField.value];
    const unchanged = text === line.saved.text && note === line.saved.note;
    if (unchanged && !this.busy) this.keep.drop(line.id);
    else this.keep.put(line.id, { text, note, base: this.keep.cells[line.id]?.base ?? line.saved.revision });
    if (this.failures === 0 && !this.stopped) this.show("typing");
    this.soon(this.failures ? RETRY[0] : PAUSE);
  }

  // What an earlier window or visit left: on screen again, and sent.
  takeUp(cells) {
    for (const [id, entry] of Object.entries(cells)) {
      const line = this.model.byId.get(id);
      if (!line?.editable) continue;
      line.show(entry.text, entry.note);
      this.model.changed(line, "kept");
    }
    if (this.pending.length) this.soon(0);
  }

  soon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
  }

  async send() {
    if (this.busy || this.stopped) return;
    const sent = this.pending.map((id) => ({ id, ...this.keep.cells[id] }));
    if (!sent.length) {
      if (!this.clashes.size) this.show(this.at ? "saved" : "ready", { at: this.at });
      return;
    }
    this.busy = true;
    this.show("saving");
    const answer = await this.post(sent);
    this.busy = false;
    if (answer) this.took(sent, answer);
  }

  async post(cells) {
    const { data, revision } = this.model;
    try {
      const response = await fetch(data.save, {
        method: "POST",
        redirect: "manual",
        headers: { "Content-Type": "application/json", "X-CSRFToken": csrf() },
        body: JSON.stringify({ writer: this.keep.writer, seen: revision, cells }),
      });
      if (response.ok) return await response.json();
      return this.refused(response);
    } catch {
      return this.failed(navigator.onLine ? "server" : "offline");
    }
  }

  // Not taken: tried again where that may help, else told. The cells stay on this machine.
  async refused(response) {
    if (response.type === "opaqueredirect" || response.status === 403) return this.failed("expired");
    if (response.status >= 500) return this.failed("server");
    const told = (await response.json().catch(() => ({}))).told ?? "";
    this.stopped = true;
    this.show("refused", { told });
    return null;
  }

  failed(kind) {
    const pause = RETRY[Math.min(this.failures, RETRY.length - 1)];
    this.failures += 1;
    this.show(this.keep.working ? kind : "unkept");
    this.soon(pause);
    return null;
  }

  took(sent, answer) {
    this.failures = 0;
    this.at = answer.at;
    const taken = new Set(answer.taken);
    for (const each of sent.filter(({ id }) => taken.has(id))) this.acknowledge(each, answer);
    for (const clash of answer.conflicts) this.clashes.set(clash.id, clash);
    showFindings(this.model, answer.findings ?? {});
    this.model.dispatchEvent(new CustomEvent("others", { detail: answer }));
    if (this.pending.length) this.soon(0);
    else this.show(this.clashes.size ? "clash" : "saved", { at: answer.at });
  }

  acknowledge(each, answer) {
    const line = this.model.byId.get(each.id);
    line.saved = { text: each.text, note: each.note, revision: answer.revision };
    believe(line, each.text, answer.faults[each.id]);
    const now = this.keep.cells[each.id];
    if (now.text === each.text && now.note === each.note) this.keep.drop(each.id);
    else this.keep.put(each.id, { ...now, base: answer.revision });
  }

  // A cell two people changed: mine is sent over theirs, or theirs is taken, as was chosen.
  choose(clash, mine) {
    const line = this.model.byId.get(clash.id);
    const [text, note] = clash.theirs;
    this.clashes.delete(clash.id);
    line.saved = { text, note, revision: clash.revision };
    if (mine) {
      this.keep.put(clash.id, { ...this.keep.cells[clash.id], base: clash.revision });
    } else {
      this.keep.drop(clash.id);
      line.show(text, note);
      this.model.changed(line, "other");
    }
    this.soon(0);
  }

  left() {
    return this.keep.ids.filter((id) => this.stopped || !this.model.byId.get(id)?.editable);
  }
}
