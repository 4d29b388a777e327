// Exact decimals: a number is {n, d}, the whole number n divided by 10 to the d. Never a float.
// Reads a cell as domain/cells.py does and rounds as domain/numbers.py does; tests hold them equal.

const VI = /^[-+]?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?$/;
const ENGLISH = /^[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/;
const POINTS_ONLY = /^[-+]?[0-9]+(?:\.[0-9]+)+(?:,[0-9]+)?$/;
const SPACED = /^[-+]?[0-9]+(?:\s+[0-9]+)+(?:[.,][0-9]+)?$/;
const PLAIN = /^[-+]?[0-9]+(?:\.[0-9]+)?$/;
const ABSENT = { "-": "-", "–": "-", "—": "-", "−": "-", "…": "…", "...": "…", x: "x", X: "x" };
const LONGEST = 60;

const tens = (places) => 10n ** BigInt(places);
const abs = (n) => (n < 0n ? -n : n);
const swap = (text) => text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));

// The number in a text of digits with at most one decimal point.
export function fromPlain(text) {
  if (!text || !PLAIN.test(text)) return null;
  const [whole, part = ""] = text.split(".");
  return { n: BigInt(whole.replace("+", "") + part), d: part.length };
}

const fromVi = (text) => fromPlain(text.replaceAll(".", "").replace(",", "."));

// As Vietnamese text, with the decimals the number carries.
export function writeVi({ n, d }) {
  const digits = abs(n).toString().padStart(d + 1, "0");
  const whole = digits.slice(0, digits.length - d).replace(/\B(?=(?:[0-9]{3})+$)/g, ".");
  return `${n < 0n ? "-" : ""}${whole}${d ? "," + digits.slice(-d) : ""}`;
}

// top ÷ bottom to so many decimals; a half moves away from zero.
export function halfUp(top, bottom, decimals) {
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const size = (2n * abs(top) * tens(decimals) + bottom) / (2n * bottom);
  return { n: top < 0n ? -size : size, d: decimals };
}

const same = (a, b) => a.n * tens(b.d) === b.n * tens(a.d);

function fault(text) {
  if (text.length > LONGEST) return ["number.too_long", { text: text.slice(0, 20) + "…", most: LONGEST }];
  if (SPACED.test(text)) return ["number.spaced", { text, instead: text.replace(/\s+/g, "") }];
  if (ENGLISH.test(text)) return ["number.english", { text, instead: swap(text) }];
  if (!POINTS_ONLY.test(text)) return ["number.not_a_number", { text }];
  const whole = writeVi(fromVi(text));
  if (text.includes(",") || text.indexOf(".") !== text.lastIndexOf(".")) {
    return ["number.groups", { text, instead: whole }];
  }
  return ["number.grouping", { text, instead: text.replace(".", ","), whole }];
}

// What a cell says: {blank} or {absent} or {number, longer} or {fault: [code, values]}.
export function readCell(text, decimals) {
  const typed = text.trim();
  if (!typed) return { blank: true };
  if (Object.hasOwn(ABSENT, typed)) return { absent: ABSENT[typed] };
  const signed = typed.replace(/[−–]/g, "-");
  if (signed.length > LONGEST || !VI.test(signed)) return { fault: fault(signed) };
  const number = fromVi(signed);
  if (number.d <= decimals) return { number };
  const kept = halfUp(number.n, tens(number.d), decimals);
  return { number: kept, longer: same(kept, number) ? null : number };
}

// How many percent of the base, to one decimal; null unless the base is above zero.
export function percentOf(value, base) {
  if (base.n <= 0n) return null;
  return halfUp(value.n * tens(base.d) * 100n, base.n * tens(value.d), 1);
}

export function minus(a, b) {
  const d = Math.max(a.d, b.d);
  return { n: a.n * tens(d - a.d) - b.n * tens(d - b.d), d };
}

// top ÷ bottom × times ÷ over, to so many decimals; null over zero.
export function ratioOf(top, bottom, times, over, decimals) {
  if (bottom.n === 0n) return null;
  const upper = top.n * tens(bottom.d) * BigInt(times);
  return halfUp(upper, bottom.n * tens(top.d) * BigInt(over), decimals);
}

// A typed text with its decimal mark moved; what is no number is left to the letter.
export function shifted(text, places) {
  const { number } = places ? readCell(text, LONGEST) : {};
  if (!number) return text;
  let { n, d } = { n: number.n, d: number.d - places };
  if (d < 0) [n, d] = [n * tens(-d), 0];
  while (d > 0 && n % 10n === 0n) [n, d] = [n / 10n, d - 1];
  return writeVi({ n, d });
}

const VI_SURELY = /^[-+]?(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,}))$/;
const EN_SURELY = /^[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{4,}\.[0-9]{3}|0\.[0-9]{3})$/;
const EN = /^[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?$/;

// Whether texts copied together are numbers written the English way: some surely, none surely not.
export function english(texts) {
  const typed = texts.map((text) => text.trim());
  return typed.some((text) => EN_SURELY.test(text)) && !typed.some((text) => VI_SURELY.test(text));
}

export function fromEnglish(text) {
  const typed = text.trim();
  if (!EN.test(typed)) return text;
  return writeVi(fromPlain(typed.replaceAll(",", "")));
}
