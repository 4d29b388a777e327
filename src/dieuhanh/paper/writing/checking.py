"""What is wrong with a paper before it is set in type, each fault at its place in the paper."""

from __future__ import annotations

from collections.abc import Iterator

from dieuhanh.domain.errors import BadInput, BadInputs, Place

from .grid import laid
from .model import Block, Paper, Paragraph, Table, plain
from .rules import DocumentType, document_type

ON_BEHALF = ("TM.", "KT.", "TL.", "TUQ.", "Q.")
TITLES = ("GS.", "PGS.", "TS.", "ThS.", "BS.", "CN.", "KS.", "Ông ", "Bà ", "Đồng chí ", "Đ/c ")
MOST_COLUMNS = 30


def faults(paper: Paper) -> tuple[BadInput, ...]:
    """Everything wrong with the paper; empty when it can be set in type."""
    return tuple(_faults(paper))


def checked(paper: Paper) -> Paper:
    """The paper itself. Raises BadInput or, of several faults, BadInputs("paper.…")."""
    found = faults(paper)
    if found:
        raise found[0] if len(found) == 1 else BadInputs(found)
    return paper


def _faults(paper: Paper) -> Iterator[BadInput]:
    try:
        kind = document_type(paper.kind)
    except BadInput as fault:
        yield fault.at(Place(column="kind"))
        return
    head = paper.letterhead
    for name, said in (("issuer", head.issuer), ("place", head.place)):
        if not said.strip():
            yield BadInput("paper.empty", place=Place(column=f"letterhead.{name}"))
    if not plain(paper.subject).strip():
        yield BadInput("paper.empty", place=Place(column="subject"))
    yield from _of_symbol(kind, head.symbol)
    if head.number is not None and head.number < 1:
        yield BadInput("paper.number", place=Place(column="letterhead.number"), number=head.number)
    if not paper.blocks:
        yield BadInput("paper.empty", place=Place(column="blocks"))
    yield from _of_signature(paper)
    yield from _of_blocks(paper.blocks, "blocks")
    for at, appendix in enumerate(paper.appendices):
        path = f"appendices[{at}]"
        if not appendix.title.strip():
            yield BadInput("paper.empty", place=Place(column=f"{path}.title"))
        yield from _of_blocks(appendix.blocks, f"{path}.blocks")


def _of_symbol(kind: DocumentType, symbol: str) -> Iterator[BadInput]:
    place = Place(column="letterhead.symbol")
    if kind.numbered and not symbol:
        yield BadInput("paper.no_symbol", place=place, type=kind.name)
    elif kind.numbered and not kind.own_symbol and "-" not in symbol:
        yield BadInput("paper.no_unit", place=place, symbol=symbol)


def _of_signature(paper: Paper) -> Iterator[BadInput]:
    signature = paper.signature
    if not signature.post.strip():
        yield BadInput("paper.empty", place=Place(column="signature.post"))
    for line in signature.on_behalf:
        if not line.startswith(ON_BEHALF):
            known, place = ", ".join(ON_BEHALF), Place(column="signature.on_behalf")
            yield BadInput("paper.on_behalf", place=place, text=line[:60], known=known)
    for title in TITLES:
        if signature.name.startswith(title):
            place = Place(column="signature.name")
            yield BadInput("paper.titled_name", place=place, title=title.strip())


def _of_blocks(blocks: tuple[Block, ...], path: str) -> Iterator[BadInput]:
    for at, block in enumerate(blocks):
        here = f"{path}[{at}]"
        if isinstance(block, Paragraph):
            if not plain(block.text).strip():
                yield BadInput("paper.empty", place=Place(column=f"{here}.text"))
        else:
            yield from _of_table(block, here)


def _of_table(table: Table, path: str) -> Iterator[BadInput]:
    count = len(table.columns)
    if not 1 <= count <= MOST_COLUMNS:
        place = Place(column=f"{path}.columns")
        yield BadInput("paper.columns", place=place, count=count, most=MOST_COLUMNS)
        return
    for at, column in enumerate(table.columns):
        if column.width < 1:
            place = Place(column=f"{path}.columns[{at}].width")
            yield BadInput("paper.width", place=place, width=column.width)
    for name, rows in (("heads", table.heads), ("rows", table.rows)):
        try:
            laid(rows, count)
        except BadInput as fault:
            yield fault.at(Place(column=f"{path}.{name}[{fault.values['row']}]"))


__all__ = ["checked", "faults"]
