"""Letters, and what a number among them was taken from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """One of the records a number was made of: its kind and key, what it said then, its name."""

    kind: str
    key: str
    value: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What a number was taken from: a kind of record ("figure", "target", "verdict", "finding",
    "task", "conclusion", "document" …), its key among those, and its name as people read it.

    A number that stands in no record (a count, a sum, a share) lists those it was made of; its
    name says how.
    """

    kind: str
    key: str
    label: str
    made_of: tuple[Made, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Some letters in one face, taken from one source or none."""

    text: str
    source: Source | None = None
    bold: bool = False
    italic: bool = False


Text = tuple[Span, ...]


def words(text: str) -> Text:
    """A text of plain letters; empty for "".

    >>> words("Cà Mau")
    (Span(text='Cà Mau', source=None, bold=False, italic=False),)
    """
    return (Span(text),) if text else ()


def cited(text: str, source: Source) -> Text:
    """Letters taken from a record."""
    return (Span(text, source),)


def plain(text: Text) -> str:
    """The letters alone.

    >>> plain(words("Thu ") + words("5.851"))
    'Thu 5.851'
    """
    return "".join(span.text for span in text)


__all__ = ["Made", "Source", "Span", "Text", "cited", "plain", "words"]
