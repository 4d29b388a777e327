"""A paper as JSON and back, its sources, its plain text.

The JSON is the model's own shape, field by field, what is not said left out; a plain span is a
string, a day ISO text: `{"kind": "bao-cao", "subject": ["Tình hình …"], "blocks": [{"text": ["Thu
ngân sách ", {"text": "5.851", "source": {"kind": "figure", "key": "…", "label": "…"}}]}]}`.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from dieuhanh.domain.errors import BadInput, Place

from .model import Block, Paper, Paragraph, Source, Span, Table, plain, texts
from .parts import closed, head_of, number_of, place_and_day, roman

TABLE_MARK = "columns"
WORDED = frozenset({"finding"})
"""Kinds of sources that are sentences, other numbers taken from elsewhere among them."""


def to_json(paper: Paper) -> dict[str, Any]:
    """The paper in values that `json` writes."""
    return dict(_written(paper))


def from_json(data: Any) -> Paper:
    """The paper those values are. Raises BadInput("paper.json"), its place the path to the fault."""
    return cast("Paper", _read(Paper, data, ""))


def sources(paper: Paper) -> tuple[Source, ...]:
    """What the paper's numbers were taken from, each once, in reading order."""
    found = (span.source for text in texts(paper) for span in text if span.source)
    return tuple(dict.fromkeys(found))


def printed(paper: Paper) -> Iterator[tuple[Source, str]]:
    """Each source with what is printed of it, in reading order. Of a sentence with other numbers
    in it, that is the whole sentence once."""
    for text in texts(paper):
        told = set()
        for at, span in enumerate(text):
            if span.source is None or span.source in told:
                continue
            if span.source.kind not in WORDED:
                yield span.source, span.text
                continue
            told.add(span.source)
            last = max(n for n, each in enumerate(text) if each.source == span.source)
            yield span.source, plain(text[at : last + 1])


def as_text(paper: Paper) -> str:
    """The paper in plain letters, a line for each paragraph and row: what a diff compares."""
    return "\n".join(line for line in _lines(paper) if line) + "\n"


def _lines(paper: Paper) -> Iterator[str]:
    head = paper.letterhead
    yield paper.draft_mark
    yield from (head.parent, head.issuer.replace("\n", " "), number_of(paper))
    yield place_and_day(head)
    yield paper.urgency.value
    yield from head_of(paper)
    yield from (f"Kính gửi: {name}" for name in paper.addressed_to)
    yield paper.authority
    yield from (plain(basis) for basis in paper.bases)
    yield paper.enacting
    yield from _block_lines(closed(paper))
    signature = paper.signature
    yield from (*signature.on_behalf, signature.post, signature.name)
    if paper.recipients or paper.archive:
        yield "Nơi nhận:"
    yield from (f"- {name};" for name in paper.recipients)
    yield f"- Lưu: {paper.archive}." if paper.archive else ""
    for place, appendix in enumerate(paper.appendices, start=1):
        yield appendix_number(paper, place)
        yield appendix.title
        yield from _block_lines(appendix.blocks)


def appendix_number(paper: Paper, place: int) -> str:
    """What stands above the appendix in that place, counted from one.

    A single appendix has no number: the decree numbers two and more.
    """
    return f"Phụ lục {roman(place)}" if len(paper.appendices) > 1 else "Phụ lục"


def _block_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield " ".join(part for part in (block.number, plain(block.text)) if part)
            continue
        yield from (block.caption, block.unit)
        for row in (*block.head_rows, *block.rows):
            yield "\t".join(plain(cell.text) for cell in row.cells)


def _written(value: Any) -> Any:
    if isinstance(value, Span) and value == Span(value.text):
        return value.text
    if is_dataclass(value) and not isinstance(value, type):
        said = {field.name: getattr(value, field.name) for field in fields(value)}
        usual = _defaults(type(value))
        return {n: _written(v) for n, v in said.items() if n not in usual or v != usual[n]}
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


@cache
def _defaults(kind: type) -> Mapping[str, Any]:
    return {each.name: each.default for each in fields(kind) if each.default is not MISSING}


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, said: Any, path: str) -> Any:
    """`said` as a value of that type; the path names where it stands."""
    if kind == Block:
        kind = Table if isinstance(said, Mapping) and TABLE_MARK in said else Paragraph
    if kind is Span and isinstance(said, str):
        return Span(said)
    if is_dataclass(kind):
        return _read_fields(kind, said, path)
    if get_origin(kind) is tuple:
        if not isinstance(said, list):
            raise _not(path, "danh sách / a list")
        each = get_args(kind)[0]
        return tuple(_read(each, item, f"{path}[{at}]") for at, item in enumerate(said))
    if get_origin(kind) in (Union, types.UnionType):
        inner = next(each for each in get_args(kind) if each is not types.NoneType)
        return None if said is None else _read(inner, said, path)
    return _read_plain(kind, said, path)


def _read_fields(kind: Any, said: Any, path: str) -> Any:
    if not isinstance(said, Mapping):
        raise _not(path, "{…}")
    hints, given = _hints(kind), {}
    for name, item in said.items():
        under = f"{path}.{name}" if path else str(name)
        if name not in hints:
            raise _not(under, ", ".join(hints))
        given[name] = _read(hints[name], item, under)
    for name in hints:
        if name not in given and name not in _defaults(kind):
            raise _not(path or "–", f'"{name}"')
    return kind(**given)


def _read_plain(kind: Any, said: Any, path: str) -> Any:
    wanted = kind if kind in (int, bool) else str
    if type(said) is not wanted:
        raise _not(path, wanted.__name__)
    try:
        if kind is date:
            return date.fromisoformat(said)
        return kind(said) if issubclass(kind, StrEnum) else said
    except ValueError:
        known = ", ".join(kind) if issubclass(kind, StrEnum) else "YYYY-MM-DD"
        raise _not(path, known) from None


def _not(path: str, wanted: str) -> BadInput:
    return BadInput("paper.json", place=Place(column=path), wanted=wanted)


__all__ = ["appendix_number", "as_text", "from_json", "printed", "sources", "to_json"]
