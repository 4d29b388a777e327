"""What all endpoints share: lists by cursor, names in the reader's language, decimals as text."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from ninja import Field, Schema
from pydantic import BeforeValidator

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import plain

T = TypeVar("T")
M = TypeVar("M", bound=Model)
LONGEST_PAGE = 500


def _as_text(value: object) -> object:
    return plain(value) if isinstance(value, Decimal) else value


Exact = Annotated[
    str,
    BeforeValidator(_as_text),
    Field(description="an exact decimal: point, no grouping, every printed decimal"),
]


class Listed(Schema):
    """How a list is asked for page by page."""

    cursor: str = Field("", max_length=100, description="`next` of the page before, as it is")
    limit: int = Field(100, ge=1, le=LONGEST_PAGE)


class Page(Schema, Generic[T]):
    """One page. `next` is null on the last one."""

    items: list[T]
    next: str | None


def page_of(found: QuerySet[M], asked: Listed, shape: Callable[[M], Any]) -> dict[str, Any]:
    """A page in order of id. Raises BadInput("cursor.unreadable").

    The walk ends at the last row there was when it began: what is appended meanwhile moves
    nothing, is not shown twice, and is found by the next walk (or by the change feed).
    """
    if asked.cursor:
        after, until = _read_cursor(asked.cursor)
    else:
        newest = found.model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
        after, until = 0, newest or 0
    rows = list(found.filter(pk__gt=after, pk__lte=until).order_by("pk")[: asked.limit + 1])
    shown = rows[: asked.limit]
    more = len(rows) > asked.limit
    return {
        "items": [shape(row) for row in shown],
        "next": write_cursor(shown[-1].pk, until) if more else None,
    }


def slice_of(found: Sequence[T], asked: Listed, shape: Callable[[T], Any]) -> dict[str, Any]:
    """A page of a short list that is at hand whole, by its place in it."""
    start, end = _read_cursor(asked.cursor) if asked.cursor else (0, len(found))
    stop = min(start + asked.limit, end)
    return {
        "items": [shape(row) for row in found[start:stop]],
        "next": write_cursor(stop, end) if stop < min(end, len(found)) else None,
    }


def write_cursor(after: int, until: int) -> str:
    """Where a walk has come to and where it will end."""
    return base64.urlsafe_b64encode(f"{after}.{until}".encode()).decode().rstrip("=")


def _read_cursor(text: str) -> tuple[int, int]:
    try:
        padded = text + "=" * (-len(text) % 4)
        after, until = base64.urlsafe_b64decode(padded).decode("ascii").split(".")
        told = int(after), int(until)
    except (ValueError, binascii.Error) as error:
        raise BadInput("cursor.unreadable") from error
    if not all(0 <= number < 2**62 for number in told):
        raise BadInput("cursor.unreadable")
    return told
