// Cells that keep themselves: each change goes to the server as it was typed, with what the cell
// held before, so that nobody's words are overwritten unseen. What cannot be sent stays on this
// machine and is sent again. The server's answer decides; this script decides nothing.
//
// Container:  data-cells="address"  data-more="name=value"  (sent along)
// Inputs:     data-cell="12.value"  data-was="5.600"

const SETTLE_MS = 600; // after the last key; a composing keyboard (Telex) is never interrupted
const RETRY_MS = 8000;
const KEPT = "cells:";

class Cells {
  constructor(root) {
    this.root = root;
    this.address = root.dataset.cells;
    this.key = `${KEPT}${this.address}?${root.dataset.more ?? ""}`;
    this.status = document.querySelector("[data-cells-status]");
    this.pending = this.kept();
    this.sending = false;
    this.timers = new Map();
    this.listen();
    this.bringBack();
  }

  listen() {
    this.root.addEventListener("input", (event) => this.typed(event));
    this.root.addEventListener("compositionend", (event) => this.typed(event));
    this.root.addEventListener("change", (event) => this.take(event.target));
    this.root.addEventListener("paste", (event) => this.paste(event));
    this.root.addEventListener("keydown", (event) => this.move(event));
    this.root.addEventListener("submit", () => this.takeAll());
    window.addEventListener("online", () => this.flush());
    window.addEventListener("pagehide", () => this.flush());
    setInterval(() => this.flush(), RETRY_MS);
  }

  kept() {
    try {
      return new Map(JSON.parse(localStorage.getItem(this.key) ?? "[]"));
    } catch {
      return new Map();
    }
  }

  keep() {
    try {
      if (this.pending.size) localStorage.setItem(this.key, JSON.stringify([...this.pending]));
      else localStorage.removeItem(this.key);
    } catch {
      // A full or forbidden store: the cells still stand on the page.
    }
  }

  input(cell) {
    return this.root.querySelector(`[data-cell="${CSS.escape(cell)}"]`);
  }

  // Words typed before the page was lost are put back where they were being typed.
  bringBack() {
    for (const [cell, change] of [...this.pending]) {
      const input = this.input(cell);
      delete change.waits;
      if (!input || input.dataset.was === change.now) this.pending.delete(cell);
      else {
        input.value = change.now;
        input.dataset.state = "unsent";
      }
    }
    this.keep();
    this.flush();
  }

  typed(event) {
    const input = event.target;
    if (!input.matches?.("[data-cell]") || event.isComposing) return;
    this.hold(input);
    clearTimeout(this.timers.get(input));
    this.timers.set(input, setTimeout(() => this.flush(), SETTLE_MS));
  }

  take(input) {
    if (!input.matches?.("[data-cell]")) return;
    clearTimeout(this.timers.get(input));
    this.hold(input);
    this.flush();
  }

  // Kept on this machine with every key, so that leaving the page loses nothing.
  hold(input) {
    const { cell, was } = input.dataset;
    if (input.dataset.state === "conflict") return;
    if (input.value.trim() === was.trim()) {
      this.pending.delete(cell);
      delete input.dataset.state;
    } else {
      this.pending.set(cell, { was, now: input.value });
      input.dataset.state = "unsent";
    }
    this.keep();
  }

  takeAll() {
    for (const input of this.root.querySelectorAll("[data-cell]")) {
      if (input.value.trim() !== input.dataset.was.trim()) this.take(input);
    }
  }

  async flush() {
    const batch = [...this.pending].filter(([, change]) => !change.waits);
    if (this.sending) return;
    if (!batch.length) {
      if (!this.pending.size) this.tell("clean", 0);
      return;
    }
    this.sending = true;
    this.tell("sending", batch.length);
    try {
      const response = await fetch(this.address, this.request(batch));
      const refused = response.redirected || !response.ok;
      if (refused) this.tell("refused", batch.length);
      else this.answered(batch, await response.json());
    } catch {
      this.tell("kept", batch.length);
    } finally {
      this.sending = false;
    }
    if ([...this.pending].some(([cell]) => !batch.some(([sent]) => sent === cell))) this.flush();
  }

  request(batch) {
    const body = new URLSearchParams(this.root.dataset.more ?? "");
    for (const [cell, change] of batch) {
      body.append("cell", cell);
      body.append("was", change.was);
      body.append("now", change.now);
    }
    const headers = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}");
    return { method: "POST", body, headers, keepalive: true };
  }

  answered(batch, { saved, conflicts, fragments }) {
    const sent = new Map(batch);
    for (const cell of saved) {
      const now = sent.get(cell)?.now ?? "";
      const input = this.input(cell);
      if (this.pending.get(cell)?.now === now) {
        this.pending.delete(cell);
        if (input) delete input.dataset.state;
      } else if (this.pending.has(cell)) this.pending.get(cell).was = now;
      if (input) input.dataset.was = now.trim();
    }
    for (const [id, html] of Object.entries(fragments)) this.replace(id, html);
    for (const [cell, there] of Object.entries(conflicts)) this.contest(cell, there);
    this.keep();
    this.tell("clean", this.pending.size);
  }

  // Never a cell in which somebody is typing; a link that had the focus has it again.
  replace(id, html) {
    const place = document.getElementById(id);
    const within = place?.contains(document.activeElement);
    if (!place || (within && document.activeElement.matches("[data-cell]"))) return;
    const parsed = new DOMParser().parseFromString(html, "text/html");
    place.replaceChildren(...parsed.body.childNodes);
    if (within) place.querySelector("a, button")?.focus();
  }

  contest(cell, there) {
    const input = this.input(cell);
    const change = this.pending.get(cell);
    if (!input || !change) return;
    change.waits = true;
    input.dataset.state = "conflict";
    const words = this.status.dataset;
    const told = document.createElement("span");
    told.className = "cell-conflict";
    told.setAttribute("role", "alert");
    told.textContent = words.conflict.replace("{there}", there).replace("{mine}", change.now);
    const settle = (text, now) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-small";
      button.textContent = text;
      button.addEventListener("click", () => {
        told.remove();
        delete input.dataset.state;
        input.dataset.was = there;
        input.value = now;
        this.pending.delete(cell);
        this.take(input);
        input.focus();
      });
      return button;
    };
    told.append(" ", settle(words.mine, change.now), " ", settle(words.theirs, there));
    input.after(told);
  }

  tell(state, count) {
    if (!this.status) return;
    const left = state === "clean" && count ? "kept" : state;
    this.status.dataset.state = left;
    this.status.textContent = this.status.dataset[left].replace("{n}", count);
  }

  // A column or a block from a sheet falls into the cells from the one it is pasted in.
  paste(event) {
    const input = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!input.matches?.("input[data-cell]") || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const block = text.replace(/\r/g, "").replace(/\n$/, "").split("\n").map((row) => row.split("\t"));
    const rows = this.rows();
    const top = rows.findIndex((row) => row.includes(input));
    const left = rows[top].indexOf(input);
    block.forEach((values, down) => {
      values.forEach((value, right) => {
        const cell = rows[top + down]?.[left + right];
        if (!cell) return;
        cell.value = value.trim();
        this.take(cell);
      });
    });
  }

  rows() {
    const lines = [...this.root.querySelectorAll("tbody tr")];
    return lines.map((row) => [...row.querySelectorAll("input[data-cell]")]);
  }

  move(event) {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const input = event.target;
    if (!step || event.isComposing || !input.matches?.("input[data-cell]")) return;
    event.preventDefault();
    const rows = this.rows();
    const at = rows.findIndex((row) => row.includes(input));
    const name = input.dataset.cell.split(".").pop();
    const next = rows[at + step]?.find((cell) => cell.dataset.cell.split(".").pop() === name);
    next?.focus();
    next?.select();
  }
}

for (const root of document.querySelectorAll("[data-cells]")) {
  if (root.querySelector("[data-cell]")) new Cells(root);
}
