"""What a page wears around its content. `config` fills it; `base.html` shows it as `shell`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class NavLink:
    """One place to go. `current` marks where the reader is."""

    label: StrOrPromise
    href: str
    current: bool = False


@dataclass(frozen=True)
class SeatChoice:
    """A seat of the demo one may change to; `taken` marks one's own."""

    code: str
    title: StrOrPromise
    taken: bool = False


@dataclass(frozen=True)
class Person:
    """Who is looking: a name, the office held today, and what the menu under it offers."""

    name: StrOrPromise
    office: str = ""
    links: tuple[NavLink, ...] = ()
    sign_out: str = ""
    seats: tuple[SeatChoice, ...] = ()
    take_seat: str = ""
    vietnamese: bool = False  # whether the name is a Vietnamese one, whatever the page's language


@dataclass(frozen=True)
class Shell:
    """The masthead and the line under it. `today` is shown when the clock is set."""

    nav: tuple[NavLink, ...] = ()
    owner: str = ""
    home: str = "/"
    plan_name: str = ""
    plan_href: str = ""
    person: Person | None = None
    sign_in: str = ""
    sample: bool = False
    today: date | None = None
    source_note: str = ""
