"""Figures handed out to the names of a list: "khu vực I, II và III tăng lần lượt 3%, 8% và 6%"."""

from __future__ import annotations

from .drafts import Figure
from .layout import Page
from .naming import Name, head_of, without_opening
from .times import Times

_HANDED = (["lần", "lượt"], ["tương", "ứng"])
_PARTING = frozenset({",", "và", ";"})


def hand_out(page: Page, times: Times, figures: list[Figure]) -> None:
    """Give the figures behind "lần lượt" the names in front of it, when there are as many."""
    for at, figure in enumerate(figures):
        if not _announced(page, figure):
            continue
        group = [figure]
        while at + len(group) < len(figures) and _goes_on(
            page, group[-1], figures[at + len(group)]
        ):
            group.append(figures[at + len(group)])
        names = _names(page, times, figure)
        if len(group) < 2 or len(names) != len(group):
            continue
        for name, each in zip(names, group, strict=True):
            each.name = name
            each.before.verbs = list(figure.before.verbs)


def _announced(page: Page, figure: Figure) -> bool:
    words = page.words[figure.floor : figure.quantity.first]
    return any(words[i : i + 2] in _HANDED for i in range(len(words)))


def _goes_on(page: Page, figure: Figure, after: Figure) -> bool:
    """Whether nothing but a comma or "và" parts two figures."""
    gap = page.words[figure.after.last : after.quantity.first]
    return bool(gap) and all(word in _PARTING for word in gap) and figure.bracket == after.bracket


def _names(page: Page, times: Times, figure: Figure) -> list[Name]:
    """The names in front, parted at commas and "và"."""
    end = figure.before.first
    for at in range(figure.floor, figure.quantity.first):
        if page.words[at : at + 2] in _HANDED:
            end = min(end, at)
    first = without_opening(page, times, figure.floor, end)
    parts, begin = [], first
    for at in range(first, end + 1):
        if at == end or page.words[at] in _PARTING:
            if at > begin:
                parts.append(Name(begin, at, head_of(page, begin, at)))
            begin = at + 1
    return parts


__all__ = ["hand_out"]
