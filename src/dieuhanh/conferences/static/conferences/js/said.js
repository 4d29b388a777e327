// A fault that a button was answered with goes when it is no longer so: when the meeting has moved on,
// or when the next deed is done, wherever on the page that one is answered.

const ENDED_BY = {
  "queue.closed": ["queue.opened"],
  "queue.nobody": ["floor.asked"],
  "queue.already_waiting": ["floor.given", "floor.withdrawn"],
  "queue.not_waiting": ["floor.given", "floor.ended", "floor.withdrawn"],
  "floor.taken": ["floor.ended"],
  "floor.not_speaking": ["floor.given"],
};
const OWN = new Set(["queue.already_waiting"]);

export class Said {
  constructor(place, own) {
    Object.assign(this, { place, own });
    document.addEventListener("htmx:afterRequest", ({ detail }) => this.answered(detail));
  }

  fault() {
    return this.place.querySelector('[data-told="error"]');
  }

  told({ kind, data }) {
    const code = this.fault()?.dataset.code;
    if (!ENDED_BY[code]?.includes(kind) || (OWN.has(code) && !this.own(data))) return;
    this.fault().remove();
  }

  answered({ successful, requestConfig, target, xhr }) {
    const done = successful && requestConfig.verb !== "get" && !xhr.responseText.includes("notice-error");
    if (done && target !== this.place) this.fault()?.remove();
  }
}
