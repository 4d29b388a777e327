// Forms that are read back as they are filled in, and that lose nothing when the page is lost.
//
// data-settle        a "settled" event once typing rests, never while a keyboard composes (Telex)
// data-keep="name"   what is typed is kept on this machine until the page shows it as kept

const SETTLE_MS = 350;

function settle(form) {
  let waiting;
  const rest = (event) => {
    if (event.isComposing || event.target.type === "hidden") return;
    clearTimeout(waiting);
    waiting = setTimeout(() => form.dispatchEvent(new Event("settled")), SETTLE_MS);
  };
  form.addEventListener("input", rest);
  form.addEventListener("compositionend", rest);
}

// A file cannot be put back, so it is not kept; a box is kept by its name and what it stands for.
function fields(form) {
  return [...form.elements].filter((field) => field.name && field.matches("input:not([type=hidden], [type=file]), select, textarea"));
}

const isBox = (field) => field.type === "checkbox" || field.type === "radio";
const nameOf = (field) => (isBox(field) ? `${field.name}=${field.value}` : field.name);
const valueOf = (field) => (isBox(field) ? field.checked : field.value);
const typedIn = (form) => Object.fromEntries(fields(form).map((field) => [nameOf(field), valueOf(field)]));

function keep(form) {
  const key = `keep:${form.dataset.keep}`;
  const shown = typedIn(form);
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    kept = null;
  }
  if (kept) {
    let differs = false;
    for (const field of fields(form)) {
      const name = nameOf(field);
      if (!(name in kept) || kept[name] === shown[name]) continue;
      if (isBox(field)) field.checked = kept[name];
      else field.value = kept[name];
      differs = true;
    }
    if (differs) form.dispatchEvent(new Event("settled"));
    else localStorage.removeItem(key);
  }
  form.addEventListener("input", () => {
    try {
      localStorage.setItem(key, JSON.stringify(typedIn(form)));
    } catch {
      // A full or forbidden store: what is typed still stands on the page.
    }
  });
  // A form the server has kept leads to a page that says so: then nothing is left to keep here.
  form.addEventListener("submit", () => sessionStorage.setItem("sent", key));
}

const sent = sessionStorage.getItem("sent");
if (sent && document.querySelector("[data-told=success]")) localStorage.removeItem(sent);
if (sent) sessionStorage.removeItem("sent");
for (const form of document.querySelectorAll("[data-settle]")) settle(form);
for (const form of document.querySelectorAll("[data-keep]")) keep(form);
