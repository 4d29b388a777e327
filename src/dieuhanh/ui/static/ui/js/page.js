// What every page needs: menus that close, the current place in view, word of a lost connection.

function closeMenus(except) {
  for (const menu of document.querySelectorAll("[data-menu][open]")) {
    if (menu !== except) menu.open = false;
  }
}

document.addEventListener("click", (event) => closeMenus(event.target.closest("[data-menu]")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("[data-menu][open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

const here = document.querySelector("[data-nav] [aria-current]");
if (here) {
  const strip = here.closest("[data-nav]");
  strip.scrollLeft = here.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2;
}

const banner = document.querySelector("[data-connection]");

function tell(kind) {
  banner.textContent = banner.dataset[kind];
  banner.hidden = false;
}

function clear() {
  banner.hidden = true;
  banner.textContent = "";
}

window.addEventListener("offline", () => tell("offline"));
window.addEventListener("online", clear);
document.addEventListener("htmx:sendError", () => tell(navigator.onLine ? "failed" : "offline"));
document.addEventListener("htmx:responseError", () => tell("failed"));
document.addEventListener("htmx:afterRequest", (event) => event.detail.successful && clear());
if (!navigator.onLine) tell("offline");

// A button that only a script can serve is shown only where the script runs.
for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
