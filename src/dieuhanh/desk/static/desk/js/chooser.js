// A long list that is searched without accents: what is typed above it leaves the lines that hold it.

const LONG = 12;

export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();
}

export function searchable(select) {
  if (select.options.length <= LONG || select.dataset.searchable) return;
  select.dataset.searchable = "yes";
  const lines = [...select.options];
  const search = document.createElement("input");
  search.type = "search";
  search.className = "reading-filter-in";
  search.autocomplete = "off";
  const label = document.querySelector(`label[for="${select.id}"]`);
  search.placeholder = document.querySelector("[data-search-word]").dataset.searchWord;
  search.setAttribute("aria-label", `${label?.textContent.trim() ?? ""}: ${search.placeholder}`);
  search.addEventListener("input", () => {
    const wanted = folded(search.value).split(/\s+/).filter(Boolean);
    const kept = lines.filter((line) => wanted.every((word) => folded(line.textContent).includes(word)));
    const held = select.value;
    select.replaceChildren(...(kept.length ? kept : lines));
    const same = kept.find((line) => line.value === held);
    // One typed for what they want: the first line that holds it is taken, and shown to be.
    select.value = (wanted.length ? (same?.value ? same : kept.find((line) => line.value)) : same)?.value ?? held;
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      select.focus();
    }
  });
  select.before(search);
}
