"""The look of papers: page, fonts and styles out of `templates/van-ban.toml`, held to the law."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from dieuhanh.domain.errors import BadInput, BadInputs, Place

from .rules import Component, form

TEMPLATES = Path(__file__).parent / "templates"
LOOK = "van-ban.toml"
ALIGNS = ("left", "centre", "right", "justify")


@dataclass(frozen=True, slots=True)
class Page:
    """Margins and columns in millimetres; `line_under` a share of the text above the line."""

    top: int
    bottom: int
    left: int
    right: int
    page_number: int
    letterhead: tuple[int, int]
    closing: tuple[int, int]
    line_under: float
    fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph's style: size and spaces in points, `left` and `indent` in millimetres."""

    key: str
    name: str
    size: int
    rule: str = ""
    align: str = "left"
    bold: bool = False
    italic: bool = False
    before: int = 0
    left: int = 0
    indent: float = 0
    line: float = 1
    keep_next: bool = False
    outline: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """A template's page and its styles by key."""

    page: Page
    styles: Mapping[str, Style]


def template(folder: Path, name: str) -> Path:
    """An office's own file of that name, where its folder holds one; else ours."""
    own = folder / name
    return own if own.is_file() else TEMPLATES / name


def look(folder: Path = TEMPLATES) -> Look:
    """The look in that folder, ours where it holds none; read once while its file stays as it is.

    Raises BadInput("paper.look" | "paper.look_rule") or BadInputs, located in the file.
    """
    path = template(folder, LOOK)
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise BadInput("paper.look", place=Place(file=LOOK), detail=str(error)) from error
    return _look(path, changed)


@cache
def _look(path: Path, changed: int) -> Look:  # noqa: ARG001 - an edited file is another
    place = Place(file=path.name)
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        page = Page(**{name: _tupled(said) for name, said in data["page"].items()})
        styles = {key: Style(key, **said) for key, said in data["style"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput("paper.look", place=place, detail=str(error)) from error
    found = [fault.at(place) for fault in (*_page_faults(page), *_style_faults(styles))]
    if found:
        raise found[0] if len(found) == 1 else BadInputs(found)
    return Look(page, styles)


def _tupled(said: Any) -> Any:
    return tuple(said) if isinstance(said, list) else said


def _page_faults(page: Page) -> Iterator[BadInput]:
    law = form().page
    for side in ("top", "bottom", "left", "right"):
        low, high = law[side]
        if not low <= getattr(page, side) <= high:
            yield _broken(f"page.{side}", getattr(page, side), f"{low}-{high}")
    low, high = law["line_under"]
    if not low <= page.line_under <= high:
        yield _broken("page.line_under", page.line_under, f"{low}-{high}")
    if page.fonts[:1] != (law["font"],):
        yield _broken("page.fonts", ", ".join(page.fonts), law["font"])


def _style_faults(styles: Mapping[str, Style]) -> Iterator[BadInput]:
    for key in WANTED - styles.keys():
        yield BadInput("paper.look", place=Place(column=f"style.{key}"), detail=f"[style.{key}]")
    for style in styles.values():
        if style.align not in ALIGNS:
            yield _broken(f"style.{style.key}.align", style.align, ", ".join(ALIGNS))
        if style.rule:
            rule = form().components.get(style.rule)
            if rule is None:
                known = ", ".join(form().components)
                yield _broken(f"style.{style.key}.rule", style.rule, known)
            else:
                yield from _rule_faults(style, rule)


def _rule_faults(style: Style, rule: Component) -> Iterator[BadInput]:
    low, high = rule.size
    if not low <= style.size <= high:
        yield _broken(f"style.{style.key}.size", style.size, f"{low}-{high}")
    for face in ("bold", "italic"):
        if getattr(style, face) != getattr(rule, face):
            wanted = str(getattr(rule, face)).lower()
            yield _broken(f"style.{style.key}.{face}", getattr(style, face), wanted)
    if style.rule == "body":
        law = form().page
        bounds = (
            ("line", law["line_spacing"]),
            ("indent", law["first_line_indent"]),
            ("before", (law["paragraph_spacing"], 72)),
        )
        for name, (low, high) in bounds:
            if not low <= getattr(style, name) <= high:
                yield _broken(f"style.{style.key}.{name}", getattr(style, name), f"{low}-{high}")


def _broken(column: str, said: object, wanted: str) -> BadInput:
    return BadInput("paper.look_rule", place=Place(column=column), said=said, wanted=wanted)


def as_data(item: Any) -> dict[str, Any]:
    """A page or a style as plain values, for the typesetter."""
    said = {field.name: getattr(item, field.name) for field in fields(item)}
    return {name: list(v) if isinstance(v, tuple) else v for name, v in said.items()}


WANTED = frozenset(
    {
        "parent", "issuer", "nation", "motto", "number", "letter_subject", "place_and_day",
        "urgency", "title", "subject", "addressed_to", "addressed_head", "addressee", "authority", "basis",
        "enacting", "body", "part_number", "part_title", "group", "article", "headed_clause",
        "clause", "point", "bullet", "centred", "note", "table_caption", "table_unit",
        "table_head", "table_cell", "recipients_head", "recipients", "capacity", "signer",
        "appendix_number", "appendix_title", "appendix_note", "page_number", "line",
    }
)  # fmt: skip

__all__ = ["TEMPLATES", "Look", "Page", "Style", "as_data", "look", "template"]
