"""Putting texts together: plain words and numbers that keep their source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..model import Block, Letterhead, Paragraph, Role, Signature, Source, Span, Text, words
from ..parts import month_of

BLANK = "…"
SIMULATED_MARK = "*"
PAIR = 2
Said = str | Span | Text


@dataclass(frozen=True, slots=True)
class Frame:
    """The head and the foot of a paper as they follow from who issues it.

    `issuer` is how its own sentences name it: "Ủy ban nhân dân tỉnh Cà Mau".
    """

    letterhead: Letterhead
    signature: Signature
    issuer: str
    addressed_to: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = "VT"
    draft_mark: str = "DỰ THẢO"


@dataclass(frozen=True, slots=True)
class Record:
    """A sentence somebody wrote, printed as it is, with where it stands.

    `about` are the numbers of the targets it rests on.
    """

    text: str
    source: Source
    about: tuple[str, ...] = ()


def said(*parts: Said) -> Text:
    """Words, numbers and texts as one text; neighbours of one look and source are one span.

    >>> "".join(span.text for span in said("Thu ", Span("5.851"), words(" tỷ đồng")))
    'Thu 5.851 tỷ đồng'
    """
    spans: list[Span] = []
    for part in parts:
        for span in words(part) if isinstance(part, str) else _spans(part):
            last = spans[-1] if spans else None
            if last is not None and _alike(last, span):
                spans[-1] = Span(last.text + span.text, None, last.bold, last.italic)
            elif span.text:
                spans.append(span)
    return tuple(spans)


def _spans(part: Span | Text) -> Text:
    return (part,) if isinstance(part, Span) else part


def _alike(one: Span, other: Span) -> bool:
    """Whether two spans are one: the same look, and no number of either ends between them."""
    same = (one.bold, one.italic) == (other.bold, other.italic)
    return same and one.source is None and other.source is None


def joined(parts: Iterable[Said], between: str = "; ") -> Text:
    """Texts in a row with the same words between them."""
    told: list[Said] = []
    for part in parts:
        told += [between, part] if told else [part]
    return said(*told)


def in_a_row(parts: Sequence[Said]) -> Text:
    """Things named in running text: two with "và" between, more with semicolons.

    >>> "".join(span.text for span in in_a_row(["A", "B"]) + words(" | ") + in_a_row(["A", "B", "C"]))
    'A và B | A; B; C'
    """
    return joined(parts, " và " if len(parts) == PAIR else "; ")


def sourced(phrase: str, numbers: Sequence[str], source: Source) -> Text:
    """A phrase in which each of the numbers, in their order, is taken from the source.

    A number the phrase does not print is passed over.

    >>> phrase = sourced("từ 6,6 đến 6,8%", ("6,6", "6,8"), Source("target", "1", "GRDP"))
    >>> [(span.text, bool(span.source)) for span in phrase]
    [('từ ', False), ('6,6', True), (' đến ', False), ('6,8', True), ('%', False)]
    """
    told: list[Said] = []
    rest = phrase
    for number in numbers:
        found = re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", rest)
        if found is not None:
            told += [rest[: found.start()], Span(number, source)]
            rest = rest[found.end() :]
    return said(*told, rest)


def unit_after(unit: str, name: str) -> str:
    """The unit as it follows a number in a sentence that begins with the name, its gap included.

    What the name says already ("…/vạn dân") is not said again.

    >>> unit_after("giường/10.000 dân", "Số giường bệnh/vạn dân"), unit_after("% (xã)", "Tỷ lệ xã")
    (' giường', '%')
    """
    bare = unit.partition(" (")[0]
    if "/" in name or ("vạn dân" in name and bare.endswith("/10.000 dân")):
        bare = bare.partition("/")[0]
    return bare if not bare or bare[0] in "%‰" else f" {bare}"


def capital(text: str) -> str:
    """The text with its first letter a capital.

    >>> capital("tỷ lệ hộ nghèo")
    'Tỷ lệ hộ nghèo'
    """
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text to go on within a sentence: its first letter small, unless it begins a short form.

    >>> lower_first("Tỷ lệ đô thị hóa"), lower_first("GRDP bình quân")
    ('tỷ lệ đô thị hóa', 'GRDP bình quân')
    """
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def count(number: int) -> str:
    """A count as papers print it, with a zero in front below ten.

    >>> count(6), count(22), count(0)
    ('06', '22', '0')
    """
    return f"{number:02}" if number else "0"


def day(on: date | None) -> str:
    """A day in running text; the blank where it is not known.

    >>> day(date(2022, 1, 12))
    '12/01/2022'
    """
    return f"{on:%d/%m/%Y}" if on else f"{BLANK}/{BLANK}/{BLANK}"


def long_day(on: date | None) -> str:
    """A day as papers cite it; the blanks where it is not known.

    >>> long_day(date(2022, 1, 12)), long_day(date(2022, 6, 3)), long_day(None)
    ('ngày 12 tháng 01 năm 2022', 'ngày 03 tháng 6 năm 2022', 'ngày … tháng … năm …')
    """
    if on is None:
        return f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    return f"ngày {on:%d} tháng {month_of(on)} năm {on.year}"


def cited_paper(name: str, number: str, on: date | None, issuer: str) -> str:
    """How a paper names another: type, number, day, who issued it; blanks for what is not known.

    >>> cited_paper("Nghị quyết", "18/NQ-HĐND", date(2020, 12, 9), "Hội đồng nhân dân tỉnh")
    'Nghị quyết số 18/NQ-HĐND ngày 09 tháng 12 năm 2020 của Hội đồng nhân dân tỉnh'
    """
    return f"{name} số {number or BLANK} {long_day(on)} của {issuer or BLANK}"


def ended(text: Text, mark: str = ".") -> Text:
    """The text with that mark at its end, in place of one it has."""
    if not text:
        return words(mark)
    *first, last = text
    bare = last.text.rstrip().rstrip(".;,")
    if last.source is None:
        return (*first, Span(bare + mark, None, last.bold, last.italic))
    return (*first, Span(bare, last.source, last.bold, last.italic), Span(mark))


def bullets(items: Sequence[Text]) -> list[Block]:
    """Lines that open with a dash, each ended by a semicolon, the last by a full stop."""
    last = len(items) - 1
    return [
        Paragraph(ended(item, "." if at == last else ";"), Role.BULLET)
        for at, item in enumerate(items)
    ]


def group(number: str, title: str) -> Paragraph:
    """A heading of the first rank: "I." and a title."""
    return Paragraph(words(title), Role.GROUP, number)


def clause(number: int | str, *title: Said) -> Paragraph:
    """A heading of the second rank: "1." and a title."""
    return Paragraph(said(*title), Role.HEADED_CLAUSE, f"{number}.")


def body(*parts: Said) -> Paragraph:
    """A paragraph of running text."""
    return Paragraph(said(*parts))


def note(*parts: Said) -> Paragraph:
    """A remark in italics."""
    return Paragraph(said(*parts), Role.NOTE)


__all__ = [
    "BLANK",
    "SIMULATED_MARK",
    "Frame",
    "Record",
    "Said",
    "body",
    "bullets",
    "capital",
    "cited_paper",
    "clause",
    "count",
    "day",
    "ended",
    "group",
    "in_a_row",
    "joined",
    "long_day",
    "lower_first",
    "note",
    "said",
    "sourced",
    "unit_after",
]
