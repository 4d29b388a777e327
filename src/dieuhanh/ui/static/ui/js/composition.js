// Telex and every other input method: nothing on the page hears of a word before it is finished.
//
// While a word is being composed, keys and input events stop here, before any listener; when it
// is done, one input event tells of the whole word. The browser's own doing is left alone.

const composing = new WeakSet();

function unfinished(event) {
  return event.isComposing || event.keyCode === 229 || composing.has(event.target);
}

for (const name of ["keydown", "keypress", "keyup", "beforeinput", "input", "change"]) {
  window.addEventListener(name, (event) => unfinished(event) && event.stopImmediatePropagation(), true);
}

window.addEventListener("compositionstart", (event) => composing.add(event.target), true);

window.addEventListener(
  "compositionend",
  (event) => {
    composing.delete(event.target);
    const whole = { bubbles: true, inputType: "insertFromComposition", data: event.data };
    event.target.dispatchEvent(new InputEvent("input", whole));
  },
  true,
);
