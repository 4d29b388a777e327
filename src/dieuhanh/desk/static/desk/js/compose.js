// What was chosen after the preview is not what the draft would be made of: look first, then begin.
const choose = document.querySelector(".compose-from");
const begin = document.querySelector(".compose-begin");

if (choose && begin) {
  const button = begin.querySelector("button");
  const told = begin.querySelector("[data-stale]");
  const drawn = new URLSearchParams(new FormData(choose)).toString();
  const settle = () => {
    const stale = new URLSearchParams(new FormData(choose)).toString() !== drawn;
    button.disabled = stale;
    told.hidden = !stale;
  };
  choose.addEventListener("input", settle);
  settle();
}
