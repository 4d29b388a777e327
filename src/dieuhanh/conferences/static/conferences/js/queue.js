// The speaking queue on the page: one row is added, taken away or moved; the list is never redrawn.

export class Queue {
  constructor(root, own) {
    this.list = root.querySelector("[data-queue]");
    this.empty = root.querySelector("[data-queue-empty]");
    this.template = root.querySelector("template[data-row]");
    this.count = root.querySelector("[data-queue-count]");
    this.own = own;
  }

  told({ kind, data }) {
    if (kind === "floor.asked") this.add(data);
    else if (kind === "floor.given" || kind === "floor.withdrawn") this.row(data.request)?.remove();
    else if (kind !== "floor.ended") return;
    this.order(data.order);
  }

  row(request) {
    return this.list.querySelector(`[data-request="${request}"]`);
  }

  add(data) {
    if (this.row(data.request)) return;
    const row = this.template.content.firstElementChild.cloneNode(true);
    row.dataset.request = data.request;
    row.dataset.site = data.site;
    row.classList.toggle("own", this.own(data));
    for (const key of row.querySelectorAll("[data-key]")) key.value = data.request;
    for (const deed of row.querySelectorAll(".own-deed")) deed.hidden = !this.own(data);
    row.querySelector("[data-who]").textContent = data.office || data.site_name;
    row.querySelector("[data-where]").textContent = data.office ? data.site_name : "";
    row.querySelector("[data-about]").textContent = data.about;
    const asked = row.querySelector("[data-asked]");
    asked.dateTime = data.asked_at;
    asked.textContent = new Date(data.asked_at).toLocaleTimeString("vi-VN", {
      hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh",
    });
    this.list.append(row);
    window.htmx.process(row);
  }

  order(requests) {
    requests.forEach((request, place) => {
      const [row, there] = [this.row(request), this.list.children[place]];
      if (row && row !== there) this.list.insertBefore(row, there);
    });
    this.count.textContent = this.list.children.length;
    this.empty.hidden = this.list.children.length > 0;
  }
}
