"""A .docx as its reader sees it: paragraphs and tables in order, tracked changes accepted.

Heads and feet of pages, comments and the table of contents are left out; what was deleted, moved
away or hidden is not there; text boxes and notes follow the paragraph they hang on, notes of a table the table.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, NamedTuple

from dieuhanh.domain.errors import BadInput

from .letters import modern
from .packed import open_docx
from .secrecy import refuse_marked
from .source import Draft, Kind, SourceText
from .tables import MOST_CELLS, Cell, put_table
from .word_lists import Lists
from .word_notes import Notes
from .word_text import Line, lines_of, style_of
from .xml import name_of, parse, told

RELATIONS = "_rels/.rels"
MAIN = "word/document.xml"
_CONTENTS = re.compile(r"(?:TOC|Mclc|MucLuc)[1-9]", re.IGNORECASE)
GONE = {"del", "moveFrom", "sectPr"}
THROUGH = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body"}


def read_docx(name: str, content: bytes) -> SourceText:
    """The text of a Word file. Raises BadInput for one that cannot or may not be read."""
    parts = open_docx(content)
    root = parse(_main(parts))
    for part, inside in parts.items():
        if posixpath.basename(part).startswith("header"):
            refuse_marked("\n".join(_stamps(parse(inside))))
    file = File(Lists(parts), Notes(parts), count())
    draft = Draft()
    try:
        blocks = list(_blocks(root, file))
    except RecursionError as error:
        raise BadInput("paper.broken") from error
    notes = _write(draft, blocks)
    source = draft.finish(name, Kind.DOCX, notes)
    if not source.text:
        pictures = any(name_of(element) in {"drawing", "pict"} for element in root.iter())
        raise BadInput("paper.scanned" if pictures else "paper.no_text")
    refuse_marked(source.text)
    return source


def _main(parts: dict[str, bytes]) -> bytes:
    """The part that is the document itself, named by the package's relations."""
    for relation in parse(parts[RELATIONS]) if RELATIONS in parts else ():
        if (relation.get("Type") or "").endswith("/officeDocument"):
            target = posixpath.normpath((relation.get("Target") or "").lstrip("/"))
            if target in parts:
                return parts[target]
    if MAIN not in parts:
        raise BadInput("paper.broken")
    return parts[MAIN]


class File(NamedTuple):
    """What of a file its paragraphs ask: their lists and notes, and how many cells there were."""

    lists: Lists
    notes: Notes
    cells: Iterator[int]


class Block(NamedTuple):
    """A paragraph or a table, how many rows of it are heads, and the note it stands in."""

    held: str | list[Cell]
    heads: int = 0
    note: str | None = None


def _write(draft: Draft, blocks: list[Block]) -> list[BadInput]:
    """Put the blocks into the draft, old fonts' text converted. Gives what is to be said of it."""
    texts: list[str] = []
    for block in blocks:
        texts += [block.held] if isinstance(block.held, str) else [c.text for c in block.held]
    done, notes = modern(texts)
    left = iter(done)
    for held, heads, note in blocks:
        if isinstance(held, str):
            draft.paragraph(next(left), note=note)
            continue
        for cell in held:
            cell.text = next(left)
            cell.paragraphs = tuple(cell.text.split("\n"))
        put_table(draft, held, heads=heads)
    return notes


def _blocks(root: Any, file: File, *, inside: bool = False) -> Iterator[Block]:
    """Paragraphs and tables in order; a paragraph whose end was deleted runs on into the next.

    `inside` a cell notes wait until the table is told.
    """
    carried = ""
    for element in _flow(root):
        if name_of(element) == "tbl":
            yield _table(element, file)
            yield from () if inside else _noted(file.notes.take_waiting(), file)
            continue
        line = lines_of(element, file.lists)
        text = carried + line.text
        carried = text if line.runs_on else ""
        if not line.runs_on:
            yield Block(text)
        for box in line.boxes:
            yield from _blocks(box, file, inside=inside)
        if inside:
            file.notes.waiting += line.notes
        else:
            yield from _noted(file.notes.take(line.notes), file)
    if carried:
        yield Block(carried)


def _noted(notes: Iterable[tuple[str, Any]], file: File) -> Iterator[Block]:
    """What notes say, by their numbers."""
    for number, note in notes:
        for block in _blocks(note, file, inside=True):
            yield block._replace(note=number)


def _flow(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of a body, cell or box, whatever wraps them."""
    for child in parent:
        name = name_of(child)
        if name in {"p", "tbl"}:
            if not _of_contents(child):
                yield child
        elif name not in GONE and (name in THROUGH or name == "document"):
            yield from _flow(child)


def _of_contents(paragraph: Any) -> bool:
    """A line of the table of contents: a heading told once more, with its page."""
    properties = next((child for child in paragraph if name_of(child) == "pPr"), ())
    return bool(_CONTENTS.fullmatch(style_of(properties)))


def _table(table: Any, file: File) -> Block:
    """The cells of a table, and how many of its rows are marked as heads."""
    cells: list[Cell] = []
    open_down: dict[int, Cell] = {}
    heads = row = 0
    for line in _of(table, "tr"):
        marks = {name_of(mark): mark for part in line if name_of(part) == "trPr" for mark in part}
        if "del" in marks:
            continue
        heads += heads == row and "tblHeader" in marks
        column = _number(marks.get("gridBefore"))
        for each in _of(line, "tc"):
            if next(file.cells) >= MOST_CELLS:
                raise BadInput("paper.too_heavy")
            look = {
                name_of(mark): mark for part in each if name_of(part) == "tcPr" for mark in part
            }
            width = max(1, _number(look.get("gridSpan")))
            merge = look.get("vMerge")
            if merge is not None and told(merge, "val") != "restart" and column in open_down:
                open_down[column].rows += 1
            else:
                cell = Cell(row, column, _cell_text(each, file), 1, width)
                cells.append(cell)
                if merge is None:
                    open_down.pop(column, None)
                else:
                    open_down[column] = cell
            column += width
        row += 1
    return Block(cells, heads)


def _of(parent: Any, wanted: str) -> Iterator[Any]:
    """Children of a name, also inside what only wraps them."""
    for child in parent:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name in THROUGH:
            yield from _of(child, wanted)


def _cell_text(cell: Any, file: File) -> str:
    """A cell's paragraphs, one a line; a table inside is told line by line too."""
    texts: list[str] = []
    for held, _, _ in _blocks(cell, file, inside=True):
        inner = [held] if isinstance(held, str) else [each.text for each in held]
        texts += [text for text in inner if text.strip()]
    return "\n".join(texts)


def _number(element: Any) -> int:
    text = told(element, "val") if element is not None else ""
    return min(int(text), 1000) if text.isascii() and text.isdigit() else 0


def _stamps(header: Any) -> Iterator[str]:
    """What a page's head says, watermarks too: a mark of secrecy is often only there."""
    for paragraph in header.iter():
        if name_of(paragraph) == "p":
            yield Line.plain(paragraph)
        elif name_of(paragraph) == "textpath":
            yield str(paragraph.get("string") or "")
