// The list of indicators answers the words that stand in the search now. An answer to other words is
// not shown and these are asked for: the list of a page just opened may come after what was typed.

const search = () => document.getElementById("find");

function askedFor(event) {
  return event.detail.requestConfig?.parameters?.get?.("tim") ?? "";
}

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.requestConfig?.elt?.id !== "find" || !search() || askedFor(event) === search().value) return;
  event.detail.shouldSwap = false;
  window.htmx.trigger(search(), "again");
});

// Words put back into a page that a button's answer made anew.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id === "builder" && search()?.value) window.htmx.trigger(search(), "again");
});
