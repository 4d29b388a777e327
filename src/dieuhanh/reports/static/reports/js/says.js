// What is said of a cell as it is typed: why it cannot be read, how it will be rounded, and the
// columns worked out from it. The server has the last word; it is asked with every save.

import { writeVi } from "./decimals.js";
import { say } from "./model.js";

function tell(line, kind, text) {
  const place = line.row.querySelector("[data-says]");
  const told = document.createElement("span");
  told.className = `says-${kind}`;
  told.textContent = text;
  place.replaceChildren(...(text ? [told] : []));
  if (kind === "fault" && text) line.text.setAttribute("aria-invalid", "true");
  else line.text.removeAttribute("aria-invalid");
}

export function judge(model, line) {
  const said = line.read();
  if (said.fault) {
    const [code, values] = said.fault;
    tell(line, "fault", say(model.data.reading[code], values));
  } else if (said.longer) {
    const values = { decimals: line.decimals, number: writeVi(said.number) };
    tell(line, "soft", say(model.words.rounded, values));
  } else {
    tell(line, "fault", "");
  }
}

// The server's word on a text it was sent, unless something else has been typed since.
export function believe(line, sentText, fault) {
  if (line.stored === sentText && fault && !line.row.querySelector(".says-fault")) tell(line, "fault", fault);
}

export function showFindings(model, findings) {
  for (const line of model.byId.values()) {
    const place = line.row.querySelector("[data-found]");
    const found = findings[line.id] ?? [];
    place.replaceChildren(
      ...found.map((each) => {
        const told = document.createElement("span");
        told.className = { hard: "says-fault", soft: "says-soft" }[each.severity] ?? "says-explained";
        told.textContent = each.told;
        return told;
      }),
    );
  }
}

export function workOut(model, line) {
  for (const each of [line, ...model.dependents(line)]) {
    const made = each.row.querySelector("[data-made]");
    const number = model.number(each);
    if (made) made.textContent = number ? writeVi(number) : "";
    const ofPlan = each.row.querySelector("[data-of-plan]");
    if (ofPlan) ofPlan.textContent = model.compared(each, each.plan);
    each.row.querySelector("[data-of-year]").textContent = model.compared(each, each.lastYear);
  }
}
