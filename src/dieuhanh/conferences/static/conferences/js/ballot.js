/* The ballot of a live page, kept in step with what the room tells.

   The room's script hands every event here by `ballotEvent(kind, data)`. How many have voted is
   written in place; when a ballot opens, is counted or void, the part is asked anew, each page at
   a moment of its own within the spread, so that a thousand pages do not ask at once. */

const SPREAD = 2000;

/* After these a count makes room in the hall for what is shown now. */
const GOES_ON = new Set(["item.begun", "screen.shown"]);

export function ballotEvent(kind, data) {
  const part = document.getElementById("ballot-now");
  if (!part) return;
  if (kind === "ballot.turnout") turnout(part, data);
  else if (kind.startsWith("ballot.")) askAnew(part);
  else if (GOES_ON.has(kind) && "ended" in part.dataset) part.dataset.past = "";
}

function turnout(part, data) {
  if (part.dataset.ballot !== String(data.ballot)) return;
  const could = Number(part.dataset.could);
  write(part, "[data-voted]", data.voted);
  write(part, "[data-voted-share]", share(data.voted, could));
  part.querySelector("[data-voted-bar]")?.setAttribute("width", data.voted);
  (data.counts || []).forEach((count, place) => write(part, `[data-count="${place}"]`, count));
}

function write(part, selector, text) {
  const held = part.querySelector(selector);
  if (held) held.textContent = text;
}

/* Half up to one decimal, in whole numbers, with the page's decimal mark. */
function share(some, all) {
  if (!all) return "0%";
  const tenths = Math.floor((2000 * some + all) / (2 * all));
  const mark = document.documentElement.lang === "en" ? "." : ",";
  return `${Math.floor(tenths / 10)}${mark}${tenths % 10}%`;
}

function askAnew(part) {
  const wait = "runs" in part.dataset ? 0 : Math.random() * SPREAD;
  setTimeout(() => {
    const address = document.getElementById("ballot-now")?.dataset.now;
    if (address) htmx.ajax("GET", address, { target: "#ballot-now", swap: "outerHTML" });
  }, wait);
}
