// The date handle: a slider over marked dates. Each mark is a link that works alone; moving the
// slider follows the link, so the server sees one and the same request.

const SETTLE_MS = 350; // arrow keys pass over dates; only the one rested on is asked for

// The slider is swapped away with the board it moves; its successor takes the focus over.
let focusNext = false;

function start(handle) {
  if (handle.dataset.started) return;
  handle.dataset.started = "yes";
  const marks = [...handle.querySelectorAll(".date-marks a")];
  const track = handle.querySelector(".date-slider");
  const slider = track.querySelector("input");
  if (marks.length < 2) return;

  const current = marks.findIndex((mark) => mark.hasAttribute("aria-current"));
  const describe = () => {
    const [label, note] = [...marks[slider.value].childNodes].map((node) => node.textContent.trim());
    slider.setAttribute("aria-valuetext", note ? `${label}, ${note}` : label);
  };
  slider.value = current < 0 ? marks.length - 1 : current;
  describe();
  track.hidden = false;
  if (focusNext) slider.focus();
  focusNext = false;

  let waiting;
  slider.addEventListener("input", () => {
    describe();
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      focusNext = document.activeElement === slider;
      marks[slider.value].click();
    }, SETTLE_MS);
  });
}

function startWithin(root) {
  if (root.matches?.("[data-date-handle]")) start(root);
  for (const handle of root.querySelectorAll("[data-date-handle]")) start(handle);
}

startWithin(document);
document.addEventListener("htmx:load", (event) => startWithin(event.detail.elt));
