"""An HTML page as its reader sees it: the article's paragraphs and tables, no menus, no scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.text import nfc

from .html_article import MAX_ELEMENTS, Shown
from .letters import decode, modern
from .secrecy import refuse_marked
from .source import Draft, Kind, SourceText, refuse_length
from .tables import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Cell, put_table
from .xml import name_of

INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr", "o:p", "nobr", "acronym", "img", "picture", "source", "br",
    "script", "style", "noscript", "template", "button", "select", "svg", "object", "del", "strike",
}  # fmt: skip
RAISED = {"2": "²", "3": "³"}
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{1,30})""", re.IGNORECASE
)
_DECLARED = re.compile(r"^\ufeff?\s*<\?xml[^>]{0,200}\?>")
_SPACES = re.compile("[ \t\n\r\f\u00a0]+")


def read_html(name: str, content: bytes) -> SourceText:
    """The text of a page. Raises BadInput for one without text."""
    text, notes = _letters(content)
    refuse_length(len(text) // 20)  # marks are most of a page; more than that is no paper
    root = _tree(text)
    body = root.find(".//body")
    shown = Shown(body if body is not None else root)
    blocks = [block for part in shown.text_in() for block in _blocks(part, shown)]
    texts = [t for b in blocks for t in ([b] if isinstance(b, str) else [c.text for c in b[0]])]
    done, converted = modern(texts)
    left = iter(done)
    draft = Draft()
    for block in blocks:
        if isinstance(block, str):
            draft.paragraph(next(left))
            continue
        cells, heads = block
        for cell in cells:
            cell.text = next(left)
        put_table(draft, cells, heads=heads)
    source = draft.finish(name, Kind.HTML, notes or converted)
    if not source.text:
        raise BadInput("paper.no_text")
    refuse_marked(source.text)
    return source


def _letters(content: bytes) -> tuple[str, list[BadInput]]:
    """The page's letters: by its own word for its encoding where UTF-8 does not fit."""
    told = _CHARSET.search(content[:4096])
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    if told and told[1].lower() not in {b"utf-8", b"utf8"}:
        try:
            text = content.decode(told[1].decode("ascii"))
            return _composed(text, told[1].lower())
        except (LookupError, ValueError):
            pass
    return decode(content)


def _composed(text: str, encoding: bytes) -> tuple[str, list[BadInput]]:
    """Windows-1258 writes tone marks behind their letters: made one letter each, and said."""
    if b"1258" not in encoding:
        return text, []
    return nfc(text), [BadInput("paper.noted_legacy", encoding="Windows-1258")]


def _tree(text: str) -> Any:
    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(_DECLARED.sub("", text).replace("\0", ""), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadInput("paper.broken") from error
    if root is None:
        raise BadInput("paper.no_text")
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise BadInput("paper.broken")  # the parser stopped half-way
    return root


class _Flow:
    """Text gathered into paragraphs as elements open and close."""

    def __init__(self) -> None:
        self.typed = 0
        """How many <pre> are open: inside them spaces and lines stand as typed."""
        self._parts: list[str] = []
        self._mark = ""
        self._counts: dict[Any, int] = {}

    def add(self, text: str | None) -> None:
        """Words, their runs of spaces made one."""
        if text:
            self._parts.append(text if self.typed else _SPACES.sub(" ", text))

    def open(self, element: Any, name: str) -> None:
        """An element's own beginning: a line's end, a bullet, its first words."""
        if name == "br":
            self._parts.append("\n")
        elif name == "li":
            parent = element.getparent()
            self._counts[parent] = self._counts.get(parent, 0) + 1
            ordered = parent is not None and name_of(parent) == "ol"
            self._mark = f"{self._counts[parent]}. " if ordered else "- "
        raised = RAISED.get((element.text or "").strip()) if name == "sup" else None
        self.add(raised or element.text)

    def close(self) -> str:
        """The paragraph gathered so far; a bullet waits for the text it stands before."""
        text = re.sub(" *\n *", "\n", re.sub("  +", " ", "".join(self._parts))).strip()
        self._parts.clear()
        if text:
            text, self._mark = self._mark + text, ""
        return text


Table = tuple[list[Cell], int]


class Place(NamedTuple):
    """Where a cell begins, and over how many rows and columns it goes."""

    row: int
    column: int
    down: int
    wide: int


def _blocks(root: Any, shown: Shown) -> Iterator[str | Table]:
    """Paragraphs and tables in the order of the page."""
    flow = _Flow()
    walk = etree.iterwalk(root, events=("start", "end"))
    for seen, (event, element) in enumerate(walk):
        if seen > MAX_ELEMENTS * 2:
            raise BadInput("paper.too_heavy")
        name = name_of(element)
        if name not in INLINE and (text := flow.close()):
            yield text
        if event == "end":
            flow.typed -= name == "pre"
            flow.add(element.tail if element is not root else "")
            continue
        flow.typed += name == "pre"
        if shown.dropped(element):
            walk.skip_subtree()
        elif name == "table" and not _frames(element):
            walk.skip_subtree()
            yield _table(element, shown)
        else:
            flow.open(element, name)
    if text := flow.close():
        yield text


def _frames(table: Any) -> bool:
    """Whether a table holds further tables: then it only lays out the page."""
    return next(table.iter("table"), None) is not None and sum(1 for _ in table.iter("table")) > 1


def _table(table: Any, shown: Shown) -> Table:
    """The cells of a table with the rows and columns they cover, and how many rows are heads."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    heads = 0
    for row, line in enumerate(table.iter("tr")):
        if row >= MOST_ROWS or len(cells) > MOST_CELLS:
            raise BadInput("paper.too_heavy")
        found = [each for each in line if name_of(each) in {"td", "th"}]
        parent = line.getparent()
        in_head = parent is not None and name_of(parent) == "thead"
        if heads == row and found and (in_head or all(name_of(c) == "th" for c in found)):
            heads += 1
        column = 0
        for each in found:
            while (row, column) in taken:
                column += 1
            if column >= MOST_COLUMNS:
                cells.append(_cell(each, Place(row, column, 1, 1), shown))
                break
            down = _span(each, "rowspan")
            wide = min(_span(each, "colspan"), MOST_COLUMNS - column)
            cells.append(_cell(each, Place(row, column, down, wide), shown))
            taken |= {(row + d, column + w) for d in range(down) for w in range(wide)}
            column += wide
    return cells, heads


def _cell(element: Any, at: Place, shown: Shown) -> Cell:
    inner = [block for block in _blocks(element, shown) if isinstance(block, str)]
    return Cell(at.row, at.column, "\n".join(inner), at.down, at.wide, tuple(inner))


def _span(cell: Any, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(max(int(text), 1), 60) if re.fullmatch(r"[0-9]{1,4}", text) else 1
