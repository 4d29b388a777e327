// Who is connected: only the sites that changed are touched, and the counts of those above them.

export class Presence {
  constructor(root) {
    this.root = root;
    this.pages = new Map();
    document.addEventListener("htmx:afterSwap", (event) => {
      if (event.target.matches("[data-tree]")) this.draw();
    });
  }

  // How many pages are open in all.
  get open() {
    return [...this.pages.values()].reduce((sum, pages) => sum + pages, 0);
  }

  see({ sites, connected, people, whole }) {
    const gone = whole ? [...this.pages.keys()].filter((site) => !(site in sites)) : [];
    for (const site of gone) this.put(site, 0);
    for (const [site, pages] of Object.entries(sites)) this.put(site, pages);
    this.root.querySelector("[data-connected]").textContent = connected;
    this.root.querySelector("[data-people]").textContent = people;
    // Nobody said how many sit there: that is not nobody.
    this.root.querySelector("[data-people-told]").hidden = !people;
  }

  told({ kind, data }) {
    if (kind !== "site.counted") return;
    for (const node of document.querySelectorAll(`[data-tree] [data-site="${data.site}"]`)) {
      const heads = node.querySelector("[data-heads]");
      heads.hidden = false;
      heads.querySelector("[data-heads-count]").textContent = data.heads;
    }
  }

  put(site, pages) {
    if (pages) this.pages.set(site, pages);
    else this.pages.delete(site);
    for (const node of document.querySelectorAll(`[data-tree] [data-site="${site}"]`)) this.show(node, pages);
  }

  // A tree that was fetched a moment ago may be older than what has been told since.
  draw() {
    for (const node of document.querySelectorAll("[data-tree] [data-site]")) {
      this.show(node, this.pages.get(node.dataset.site) ?? 0);
    }
  }

  show(node, pages) {
    const step = Number(pages > 0) - Number(Number(node.dataset.pages) > 0);
    node.dataset.pages = pages;
    if (step === 0) return;
    const words = node.closest("[data-tree]").dataset;
    node.querySelector("[data-state-word]").textContent = pages ? words.onWord : words.offWord;
    for (let above = node; above; above = above.parentElement.closest("[data-site]")) {
      const below = above.querySelector(":scope > details > summary [data-below]");
      if (below) below.textContent = Number(below.textContent) + step;
    }
  }
}
