"""The form of papers as `law/papers.toml` tells it: types, and the rule of each component."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dieuhanh.domain.errors import BadInput, Broken

LAW = Path(__file__).resolve().parents[4] / "law" / "papers.toml"


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of paper (tên loại). `own_symbol`: its abbreviation opens the symbol of its number;
    an official letter (công văn) has none, its drafting unit closes the symbol instead."""

    key: str
    name: str
    abbreviation: str = ""
    own_symbol: bool = True
    numbered: bool = True

    def symbol(self, issuer: str, unit: str = "") -> str:
        """What follows the number's stroke; `issuer` and `unit` are their short forms.

        >>> document_type("bao-cao").symbol("UBND"), document_type("cong-van").symbol("UBND", "TH")
        ('BC-UBND', 'UBND-TH')
        """
        parts = (self.abbreviation, issuer) if self.own_symbol else (issuer, unit)
        return "-".join(part for part in parts if part) if self.numbered else ""


@dataclass(frozen=True, slots=True)
class Component:
    """The rule of one component: size in points from … to, and the face."""

    name: str
    size: tuple[int, int]
    capitals: bool = False
    bold: bool = False
    italic: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The law of the form. Lengths of `page` are millimetres, each from … to."""

    citation: str
    types: Mapping[str, DocumentType]
    page: Mapping[str, Any]
    components: Mapping[str, Component]


def document_types() -> Mapping[str, DocumentType]:
    """Every type by its key, in the decree's order."""
    return form().types


def document_type(key: str) -> DocumentType:
    """The type of that key ("bao-cao"). Raises BadInput("paper.type")."""
    try:
        return document_types()[key]
    except KeyError:
        raise BadInput("paper.type", text=key, known=", ".join(document_types())) from None


def form(path: Path = LAW) -> Form:
    """The law of the form, read once. Raises Broken("paper.law"): nobody typed it."""
    return _form(path)


@cache
def _form(path: Path) -> Form:
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        return Form(
            citation=data["citation"],
            types={entry["key"]: DocumentType(**entry) for entry in data["type"]},
            page=data["page"],
            components={entry["name"]: _component(entry) for entry in data["component"]},
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Broken("paper.law", file=path.name, detail=str(error)) from error


def _component(entry: Mapping[str, Any]) -> Component:
    low, high = entry["size"]
    return Component(**{**entry, "size": (low, high)})


__all__ = ["Component", "DocumentType", "Form", "document_type", "document_types", "form"]
