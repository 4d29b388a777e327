// Blocks to and from Excel: text with tabs, quoted where a cell holds a line break.

import { english, fromEnglish } from "./decimals.js";

export function toBlock(rows) {
  const quoted = (cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

// The cells of a copied block; one line break at its end is no row.
export function fromBlock(text) {
  const rows = [[""]];
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at];
    const row = rows[rows.length - 1];
    if (quoted && letter === '"' && source[at + 1] === '"') {
      row[row.length - 1] += '"';
      at += 1;
    } else if (letter === '"' && (quoted || row[row.length - 1] === "")) quoted = !quoted;
    else if (letter === "\t" && !quoted) row.push("");
    else if (letter === "\n" && !quoted) rows.push([""]);
    else row[row.length - 1] += letter;
  }
  return rows;
}

const bare = (text) => text.replace(/[\u00a0\u202f]/g, " ").trim();

// Numbers of a block as they are typed here, and whether they had been written the English way.
export function asTyped(rows, numberColumn) {
  const texts = rows.map((row) => bare(row[numberColumn] ?? ""));
  const turned = numberColumn >= 0 && english(texts);
  const cells = rows.map((row) =>
    row.map((cell, column) => {
      if (column !== numberColumn) return cell.trim();
      return turned ? fromEnglish(bare(cell)) : bare(cell);
    }),
  );
  return { cells, turned };
}
