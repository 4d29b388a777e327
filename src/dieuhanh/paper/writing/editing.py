"""A paper edited as plain text, place by place: what was not touched keeps its look and sources.

A place is the subject, one basis, one paragraph of the body or of an appendix, or a list of lines
(Kính gửi, Nơi nhận) or the signer's post and name. Tables come from the books and stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.papers import Piece, respan
from dieuhanh.domain.text import storable

from .model import Appendix, Block, Paper, Paragraph, Role, Source, Span, Table, Text, plain

LONGEST = 400_000
Look = tuple[bool, bool]
_PLAIN: Look = (False, False)
_CARRIED = frozenset({Role.BODY, Role.BULLET, Role.NOTE, Role.CENTRED})


class Place(NamedTuple):
    """One place of the form: its key and its text, or a table that is only shown."""

    key: str
    text: str = ""
    role: str = ""
    number: str = ""
    table: Table | None = None
    title: str = ""


def places(paper: Paper) -> Iterator[Place]:
    """Every place in reading order; an appendix opens with its title."""
    yield Place("subject", plain(paper.subject), "subject")
    yield Place("addressed_to", "\n".join(paper.addressed_to), "lines")
    for at, basis in enumerate(paper.bases):
        yield Place(f"basis-{at}", plain(basis), "basis")
    yield from _of_blocks("body", paper.blocks)
    for at, appendix in enumerate(paper.appendices):
        yield Place(f"appendix-{at}", role="appendix", title=appendix.title)
        yield from _of_blocks(f"appendix-{at}", appendix.blocks)
    yield Place("post", paper.signature.post, "line")
    yield Place("name", paper.signature.name, "line")
    yield Place("recipients", "\n".join(paper.recipients), "lines")


def _of_blocks(name: str, blocks: tuple[Block, ...]) -> Iterator[Place]:
    for at, block in enumerate(blocks):
        key = f"{name}-{at}"
        if isinstance(block, Table):
            yield Place(key, role="table", table=block)
        else:
            yield Place(key, plain(block.text), block.role.value, block.number)


def edited(paper: Paper, typed: Mapping[str, str]) -> Paper:
    """The paper with what was typed at some places; places not named stay.

    A line break in a paragraph begins another; one with nothing left is gone. Raises
    BadInput("paper.no_title" | "paper.no_words_left" | "paper.long").
    """
    told = {key: _clean(text) for key, text in typed.items()}
    if (length := sum(map(len, told.values()))) > LONGEST:
        raise BadInput("paper.long", length=length, most=LONGEST)
    bases = [_respanned(each, told.get(f"basis-{at}")) for at, each in enumerate(paper.bases)]
    signature = paper.signature
    made = replace(
        paper,
        subject=_respanned(paper.subject, _one_line(told.get("subject"))),
        addressed_to=_lines(told.get("addressed_to"), paper.addressed_to),
        bases=tuple(each for each in bases if plain(each).strip()),
        blocks=_blocks("body", paper.blocks, told),
        appendices=tuple(_appendix(at, each, told) for at, each in enumerate(paper.appendices)),
        signature=replace(
            signature,
            post=_one_line(told.get("post")) or signature.post,
            name=_or(_one_line(told.get("name")), signature.name),
        ),
        recipients=_lines(told.get("recipients"), paper.recipients),
    )
    if not plain(made.subject).strip():
        raise BadInput("paper.no_title")
    if not any(isinstance(each, Table) or plain(each.text).strip() for each in made.blocks):
        raise BadInput("paper.no_words_left")
    return made


def _clean(text: str) -> str:
    return storable(text).replace("\r\n", "\n").replace("\r", "\n")


def _one_line(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


def _or(text: str | None, was: str) -> str:
    return was if text is None else text


def _lines(text: str | None, was: tuple[str, ...]) -> tuple[str, ...]:
    if text is None:
        return was
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _appendix(at: int, appendix: Appendix, told: Mapping[str, str]) -> Appendix:
    return replace(appendix, blocks=_blocks(f"appendix-{at}", appendix.blocks, told))


def _blocks(name: str, blocks: tuple[Block, ...], told: Mapping[str, str]) -> tuple[Block, ...]:
    made: list[Block] = []
    for at, block in enumerate(blocks):
        text = told.get(f"{name}-{at}")
        if isinstance(block, Table) or text is None or text == plain(block.text):
            made.append(block)
        else:
            made += _paragraphs(block, text)
    return tuple(made)


def _paragraphs(was: Paragraph, text: str) -> Iterator[Paragraph]:
    """The paragraph as typed; the first line keeps its number, further ones have none."""
    role = was.role if was.role in _CARRIED else Role.BODY
    first = True
    for line in _split(_respanned(was.text, text)):
        yield replace(was, text=line) if first else Paragraph(line, role)
        first = False


def _split(text: Text) -> Iterator[Text]:
    """The lines of a text, outer space gone, empty ones dropped."""
    line: list[Span] = []
    for span in text:
        first, *more = span.text.split("\n")
        line.append(replace(span, text=first))
        for part in more:
            if stripped := _stripped(line):
                yield stripped
            line = [replace(span, text=part)]
    if stripped := _stripped(line):
        yield stripped


def _stripped(line: list[Span]) -> Text:
    kept = [span for span in line if span.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if not kept:
        return ()
    kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _respanned(was: Text, text: str | None) -> Text:
    if text is None or text == plain(was):
        return was
    pieces: list[Piece[Look, Source]] = [
        Piece(span.text, (span.bold, span.italic), span.source) for span in was
    ]
    return tuple(
        Span(each.text, each.source, bold=each.look[0], italic=each.look[1])
        for each in respan(pieces, text, _PLAIN)
    )


__all__ = ["LONGEST", "Place", "edited", "places"]
