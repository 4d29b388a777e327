// Choosing many rows: one box for all of them, and how many are chosen.

for (const form of document.querySelectorAll("[data-choose]")) {
  const boxes = [...form.querySelectorAll('input[name="chon"]')];
  const all = form.querySelector("[data-choose-all]");
  const told = form.querySelector("[data-chosen]");

  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    told.textContent = chosen ? told.dataset.words.replace("{n}", chosen) : "";
  };

  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  form.addEventListener("change", tell);
  tell();
}
