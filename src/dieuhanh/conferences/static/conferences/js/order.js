// Ordering by keyboard: Alt+↑ and Alt+↓ press the arrow of the item the focus is in.

document.addEventListener("keydown", (event) => {
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const item = event.target.closest("[data-orders]");
  const way = event.key === "ArrowUp" ? "up" : "down";
  const button = item?.querySelector(`[data-way=${way}]`);
  if (!button) return;
  event.preventDefault();
  button.focus();
  if (button.getAttribute("aria-disabled") !== "true") button.click();
});
