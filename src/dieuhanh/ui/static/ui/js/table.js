// Tables: sort by Vietnamese order or by number, filter without accents, group by a column.
// The table is whole without this script. The state lives in the address, so a link keeps it.
//
// Head cells:  data-sort="text|number"  makes the column sortable
//              data-group               offers the column for grouping
// Body cells:  data-value="5851.5"      the exact value to sort by (else the cell's text)
// Links:       data-export              get the same sort, filter and grouping in their query

const collator = new Intl.Collator("vi", { numeric: true });

function fold(text) {
  return text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
}

function cellText(cell) {
  return cell ? cell.textContent.replace(/\s+/g, " ").trim() : "";
}

function cellValue(row, column) {
  const cell = row.cells[column];
  return cell?.dataset.value ?? cellText(cell);
}

// Cells without a value stand last, whichever way the column is sorted.
function compare(a, b, column, kind, down) {
  const [left, right] = [cellValue(a, column), cellValue(b, column)];
  if (left === "" || right === "") return (left === "") - (right === "");
  const order = kind === "number" ? Number(left) - Number(right) : collator.compare(left, right);
  return down ? -order : order;
}

class Table {
  constructor(block) {
    this.block = block;
    this.table = block.querySelector("table");
    this.body = this.table.tBodies[0];
    this.rows = [...this.body.rows].filter((row) => !row.hasAttribute("data-fixed"));
    this.heads = [...this.table.tHead.rows[this.table.tHead.rows.length - 1].cells];
    this.texts = new Map(this.rows.map((row) => [row, fold(cellText(row))]));
    this.filter = block.querySelector("[data-filter]");
    this.groupBy = block.querySelector("[data-group-by]");
    this.counter = block.querySelector("[data-count]");
    this.state = this.read();
    this.dress();
    this.show();
  }

  key(name) {
    return `${this.table.id}-${name}`;
  }

  columnName(index) {
    return this.heads[index].dataset.name ?? String(index);
  }

  columnNamed(name) {
    return this.heads.findIndex((_, index) => this.columnName(index) === name);
  }

  read() {
    const query = new URLSearchParams(location.search);
    const [name, way] = (query.get(this.key("sort")) ?? "").split(":");
    const column = name ? this.columnNamed(name) : -1;
    const group = query.get(this.key("group"));
    return {
      sort: this.heads[column]?.dataset.sort ? column : -1,
      down: way === "desc",
      q: query.get(this.key("q")) ?? "",
      group: group ? this.columnNamed(group) : -1,
    };
  }

  parts() {
    const { sort, down, q, group } = this.state;
    return {
      sort: sort < 0 ? "" : `${this.columnName(sort)}:${down ? "desc" : "asc"}`,
      q: q.trim(),
      group: group < 0 ? "" : this.columnName(group),
    };
  }

  write() {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(this.parts())) {
      if (value) address.searchParams.set(this.key(name), value);
      else address.searchParams.delete(this.key(name));
    }
    history.replaceState(history.state, "", address);
    this.writeExports();
  }

  writeExports() {
    for (const link of this.block.querySelectorAll("[data-export]")) {
      const address = new URL(link.href);
      for (const [name, value] of Object.entries(this.parts())) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      link.href = address;
    }
  }

  dress() {
    this.heads.forEach((head, index) => {
      if (head.dataset.sort) this.dressHead(head, index);
      if ("group" in head.dataset) this.groupBy.add(new Option(cellText(head), index));
    });
    this.filter.value = this.state.q;
    this.groupBy.value = this.state.group < 0 ? "" : this.state.group;
    this.block.querySelector("[data-group-label]").hidden = this.groupBy.options.length < 2;
    this.block.querySelector("[data-live]").hidden = false;
    this.filter.addEventListener("input", () => this.change({ q: this.filter.value }));
    this.filter.addEventListener("keydown", (event) => this.keyInFilter(event));
    this.groupBy.addEventListener("change", () => {
      this.change({ group: this.groupBy.value === "" ? -1 : Number(this.groupBy.value) });
    });
    this.body.addEventListener("keydown", (event) => this.keyInBody(event));
  }

  dressHead(head, index) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort-button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => this.sortBy(index));
    head.replaceChildren(button);
  }

  // First click ascending, second descending, third back to the order of the page.
  sortBy(index) {
    if (this.state.sort !== index) this.change({ sort: index, down: false });
    else if (!this.state.down) this.change({ down: true });
    else this.change({ sort: -1, down: false });
  }

  change(part) {
    Object.assign(this.state, part);
    this.write();
    this.show();
  }

  keyInFilter(event) {
    if (event.key === "Escape" && this.filter.value) {
      this.filter.value = "";
      this.change({ q: "" });
      event.preventDefault();
    } else if (event.key === "ArrowDown") {
      this.linkOfRow(this.visible()[0])?.focus();
      event.preventDefault();
    }
  }

  keyInBody(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target.closest("tr");
    if (!step || event.target.matches("input, select, textarea")) return;
    const shown = this.visible();
    const next = shown[shown.indexOf(row) + step];
    if (next) this.linkOfRow(next)?.focus();
    else if (step < 0) this.filter.focus();
    event.preventDefault();
  }

  linkOfRow(row) {
    return row?.querySelector("a, button");
  }

  visible() {
    return [...this.body.rows].filter((row) => !row.hidden && this.texts.has(row));
  }

  show() {
    const { sort, down, q, group } = this.state;
    const words = fold(q).split(/\s+/).filter(Boolean);
    const kind = this.heads[sort]?.dataset.sort;
    const ordered = [...this.rows];
    if (sort >= 0) ordered.sort((a, b) => compare(a, b, sort, kind, down));
    let shown = 0;
    for (const row of ordered) {
      row.hidden = !words.every((word) => this.texts.get(row).includes(word));
      if (!row.hidden) shown += 1;
    }
    this.heads.forEach((head, index) => {
      if (index === sort) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    this.place(ordered, group);
    const all = this.rows.length;
    const said = this.counter.dataset.some.replace("{k}", shown).replace("{n}", all);
    this.counter.textContent = shown === all ? this.rowsSaid(all) : said;
    this.writeExports();
  }

  rowsSaid(count) {
    const { one, all } = this.counter.dataset;
    return count === 1 && one ? one : all.replace("{n}", count);
  }

  place(ordered, group) {
    for (const old of this.body.querySelectorAll(".group-row")) old.remove();
    const fixed = [...this.body.rows].filter((row) => row.hasAttribute("data-fixed"));
    if (group < 0) {
      this.body.append(...ordered, ...fixed);
      return;
    }
    const groups = new Map();
    for (const row of ordered) {
      const name = cellText(row.cells[group]);
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
    for (const name of [...groups.keys()].sort(collator.compare)) {
      const rows = groups.get(name);
      this.body.append(this.groupRow(name, rows.filter((row) => !row.hidden).length), ...rows);
    }
    this.body.append(...fixed);
  }

  groupRow(name, count) {
    const row = document.createElement("tr");
    row.className = "group-row";
    row.hidden = count === 0;
    const head = document.createElement("th");
    head.scope = "colgroup";
    head.colSpan = this.heads.length;
    const many = document.createElement("small");
    many.textContent = this.rowsSaid(count);
    head.append(name || "–", many);
    row.append(head);
    return row;
  }
}

function startWithin(root) {
  const blocks = [...root.querySelectorAll("[data-table-block]")];
  if (root.matches?.("[data-table-block]")) blocks.push(root);
  for (const block of blocks) {
    if (block.dataset.started || !block.querySelector("tbody")) continue;
    block.dataset.started = "yes";
    new Table(block);
  }
}

startWithin(document);
document.addEventListener("htmx:load", (event) => startWithin(event.detail.elt));
