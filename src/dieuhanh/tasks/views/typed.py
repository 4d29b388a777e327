"""What was typed for a step on its page, and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.exchange.sheets import MAX_BYTES
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.uploads import dropped

from ..actions.frame import MOST_FILES, Shown
from ..actions.steps import Said

PASSPORT = re.compile(r"(?:^|/)(\d{1,18})/?(?:[?#].*)?$")
NAMES = ("text", "percent", "until", "lead", "official", "user", "paper", "figure")


@dataclass(frozen=True)
class Typed:
    """What was typed, as typed; `lost` is the size of a file that was too large to take in."""

    text: str = ""
    percent: str = ""
    until: str = ""
    lead: str = ""
    official: str = ""
    user: str = ""
    paper: str = ""
    figure: str = ""
    seen: int | None = None
    files: tuple[tuple[str, bytes], ...] = ()
    lost: int = 0

    @classmethod
    def of(cls, request: Asked) -> Typed:
        """From what was posted."""
        given = request.POST.get
        return cls(
            **{name: given(name, "").strip() for name in NAMES},
            seen=number(given("seen", "")),
            files=tuple((file.name or "", file.read()) for file in request.FILES.getlist("file")),
            lost=dropped(request),
        )

    def said(self) -> Said:
        """What the verbs take. Raises BadInput for what cannot be read."""
        return Said(
            text=self.text, percent=self._whole(), until=self._day(), lead=self.lead,
            official=self.official, official_user=number(self.user),
            evidence=tuple(self._shown()), seen=self.seen,
        )  # fmt: skip

    def _whole(self) -> int | None:
        bare = self.percent.removesuffix("%").strip()
        if bare and number(bare) is None:
            raise BadInput("task.percent")
        return number(bare)

    def _day(self) -> date | None:
        return read_vi_date(self.until) if self.until else None

    def _shown(self) -> list[Shown]:
        if self.lost:
            raise BadInput("file.too_large", size=self.lost, limit=MAX_BYTES)
        if len(self.files) > MOST_FILES:
            raise BadInput("task.files", most=MOST_FILES)
        shown = [Shown(file=file) for file in self.files]
        if self.paper:
            shown.append(Shown(document=self.paper))
        if self.figure:
            found = PASSPORT.search(self.figure)
            if found is None:
                raise BadInput("task.figure", text=self.figure[:80])
            shown.append(Shown(figure=int(found[1])))
        return shown


def number(text: str) -> int | None:
    """A whole number of a form; None for anything else.

    >>> number("12"), number(""), number("²"), number("-1")
    (12, None, None, None)
    """
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


__all__ = ["Typed", "number"]
