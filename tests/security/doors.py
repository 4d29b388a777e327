"""What the attack test must know of a view: how to reach it, and whom it is shut to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

MARK = "KIN-7731"
NUMBER = "987654"
STRANGERS = ("can-bo-xa", "can-bo-huyen", "so-y-te", "nguoi-dan")
"""Another commune, another district (a lower level), another sector, a citizen."""
READERS = ("chu-tich", "van-phong")
"""They see everything of the province and change nothing."""
NOT_OFFICE = (*STRANGERS, "chuyen-vien", *READERS)


class Guard(StrEnum):
    """How a view is kept."""

    PUBLIC = "public"  # opened without signing in
    OPEN = "open"  # anybody signed in; what it shows is cut to who looks
    SHUT = "shut"  # whoever may not is told there is nothing


@dataclass(frozen=True)
class Door:
    """One view: its guard, the things its address names, what is sent to it.

    `things` maps the address's parameters to names of planted things, or to values as they are.
    The first of them is what an attacker guesses. `sent` is what a rightful sender would send.
    `known` things are everybody's to see: of them only the act is refused.
    """

    view: str
    guard: Guard
    things: Mapping[str, str] = field(default_factory=dict)
    shut_to: tuple[str, ...] = ()
    sent: Any = field(default_factory=dict)
    method: str = "post"
    known: bool = False
    readers: tuple[str, ...] = ()

    @property
    def methods(self) -> tuple[str, ...]:
        """A page is read and written; each of the API's views has its one method."""
        return (self.method,) if self.view.startswith("api:") else ("get", self.method)

    def address(self, planted: Mapping[str, Any], *, absent: bool = False) -> str:
        """The address of the planted thing, or of one that is not there."""
        values = {name: planted.get(thing, thing) for name, thing in self.things.items()}
        if absent and self.things:
            first = next(iter(self.things))
            values[first] = 99_999_999 if isinstance(values[first], int) else "khong-co-dau"
        return reverse(self.view, kwargs=values)


def public(*views: str) -> tuple[Door, ...]:
    """Views opened without signing in."""
    return tuple(Door(view, Guard.PUBLIC) for view in views)


def open_door(view: str, **things: str) -> Door:
    """A view anybody signed in may open."""
    return Door(view, Guard.OPEN, things)


def shut(
    view: str,
    *,
    to: tuple[str, ...] = STRANGERS,
    sent: Any = None,
    method: str = "post",
    known: bool = False,
    readers: tuple[str, ...] = (),
    **things: str,
) -> Door:
    """A view about a planted thing, shut to those seats; `known`: the thing itself is public.

    `readers` may see the thing, and so learn that it is there; they may not do the act.
    """
    return Door(view, Guard.SHUT, things, to, sent or {}, method, known, readers)


def registry() -> dict[str, Door]:
    """Every app's doors, by view."""
    package = import_module("tests.security.addresses")
    doors: dict[str, Door] = {}
    for module in iter_modules(package.__path__):
        for door in import_module(f"{package.__name__}.{module.name}").DOORS:
            assert door.view not in doors, door.view
            doors[door.view] = door
    return doors


def module_of(view: str) -> str:
    """The app of a view; of the sign-in library's, which have no namespace, "library"."""
    return view.partition(":")[0] if ":" in view else "library"


def views() -> list[str]:
    """Every view of the URL map, by its full name; a nameless one by its route."""
    return sorted(set(_walk(get_resolver().url_patterns, (), "")))


def _walk(
    patterns: list[URLPattern | URLResolver], spaces: tuple[str, ...], route: str
) -> Iterator[str]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (pattern.namespace,) if pattern.namespace else ()
            yield from _walk(pattern.url_patterns, spaces + inner, here)
        else:
            yield ":".join((*spaces, pattern.name)) if pattern.name else here
