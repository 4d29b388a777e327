"""Sentences somebody wrote about targets: a number in them that the books say too leads to where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Source, Span, Text
from .saying import Record
from .year import YearTarget

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SHARE = re.compile(r"\s*%")


def spoken(record: Record, targets: Iterable[YearTarget]) -> Text:
    """The sentence as it was written, taken from its record; a number that one of the targets it is
    about prints as its own result, plan or difference is taken from there.

    A bare whole number may be anything (years, places): it must be a share to be the target's.
    """
    known = dict(_numbers(each for each in targets if each.no in record.about))
    spans: list[Span] = []
    at = 0
    for found in _NUMBER.finditer(record.text):
        source = known.get(found[0])
        if source is None or not _is_distinct(found[0], record.text[found.end() :]):
            continue
        spans += [Span(record.text[at : found.start()], record.source), Span(found[0], source)]
        at = found.end()
    spans.append(Span(record.text[at:], record.source))
    return tuple(span for span in spans if span.text)


def _is_distinct(number: str, after: str) -> bool:
    return not number.isdecimal() or bool(_SHARE.match(after))


def _numbers(targets: Iterable[YearTarget]) -> Iterator[tuple[str, Source]]:
    """What targets print, the last said first so that results stand over what is made of them."""
    for target in targets:
        yield from _numbers(target.parts)
        compared = (target.compared.before, target.compared.change) if target.compared else ()
        for text in (
            *compared,
            target.completion,
            target.gap,
            target.past,
            target.plan,
            target.actual,
        ):
            for span in text:
                if span.source is not None:
                    yield span.text, span.source


__all__ = ["spoken"]
