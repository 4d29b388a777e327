// What is typed while an answer is on its way stands in the answer too; what a page that closed sent
// after its own successor was asked for is shown by that successor.

const FIELDS = "input:not([type=hidden]):not([type=checkbox]), select, textarea";
const ROW = /^r(\d+)-(.+)$/;
const PREFIX = "form-builder ";

// The name of a field however the rows are moved about: by its row's key, not by its place.
function lasting(field, form) {
  const found = ROW.exec(field.name);
  if (!found) return field.name;
  const key = form.querySelector(`[name="r${found[1]}-key"]`)?.value ?? "";
  return `${key} ${found[2]}`;
}

function fields(form) {
  return [...form.querySelectorAll(FIELDS)].filter((field) => field.name);
}

// The fields as they are sent.
export function sent(form) {
  return new Map(fields(form).map((field) => [lasting(field, form), field.value]));
}

// What was typed into them since, and the one that is being typed into.
export function since(form, before) {
  const typed = new Map();
  let at = "";
  for (const field of fields(form)) {
    const name = lasting(field, form);
    if (before.get(name) === field.value) continue;
    typed.set(name, field.value);
    if (field === document.activeElement) at = name;
  }
  return { typed, at };
}

// Puts it into the answer; true where something was put back.
export function again(form, { typed, at }) {
  let put = false;
  for (const field of fields(form)) {
    const name = lasting(field, form);
    if (!typed.has(name)) continue;
    field.value = typed.get(name);
    put = true;
    if (name !== at) continue;
    field.focus({ preventScroll: true });
    field.setSelectionRange?.(field.value.length, field.value.length);
  }
  return put;
}

// A page that closes remembers what it sent: the page that follows may have been made before it.
export function remember(address, said) {
  try {
    sessionStorage.setItem(PREFIX + address, said);
  } catch {
    // private windows keep nothing: the next page is then as the server had it
  }
}

// Sends it once more, which changes nothing where it arrived; the revision it stands at.
export async function arrived(address, revision) {
  const said = sessionStorage.getItem(PREFIX + address);
  if (said === null) return "";
  sessionStorage.removeItem(PREFIX + address);
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(said) });
  return answer.ok ? revision(await answer.text()) : "";
}
