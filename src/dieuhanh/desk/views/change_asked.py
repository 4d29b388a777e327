"""What was typed of a change: kept as typed, read when it is shown or recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dieuhanh.domain.changes import Heir, Recorded
from dieuhanh.domain.dates import read_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import read_vi
from dieuhanh.domain.successions import SuccessionKind

if TYPE_CHECKING:
    from django.http import QueryDict

MOST_HEIRS = 20
FEWEST = {
    SuccessionKind.MERGE: 1,
    SuccessionKind.SPLIT: 2,
    SuccessionKind.RENAME: 1,
    SuccessionKind.ABOLISH: 0,
}
HEIR = ("code", "name", "kind", "parent", "weight")


@dataclass(frozen=True)
class Typed:
    """One heir as typed."""

    code: str = ""
    name: str = ""
    kind: str = ""
    parent: str = ""
    weight: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed that names it."""
        return not (self.code or self.name or self.weight)

    def read(self) -> Heir:
        """The heir. Raises BadInput("number.…")."""
        weight = read_vi(self.weight) if self.weight else None
        return Heir(self.code, self.name, self.kind, self.parent, weight)


@dataclass(frozen=True)
class ChangeAsked:
    """The whole form as typed."""

    kind: SuccessionKind
    effective: str
    chosen: tuple[str, ...]
    heirs: tuple[Typed, ...]
    words: str
    document: str
    source: str
    note: str

    @classmethod
    def of(cls, typed: QueryDict) -> ChangeAsked:
        """From the address of a page, or from what was posted."""
        kind = _kind(typed.get("kind", ""))
        chosen = tuple(dict.fromkeys(code for code in typed.getlist("chosen") if code))
        told = {name: typed.get(name, "").strip() for name in ("effective", "document", "source")}
        return cls(
            kind, chosen=chosen, heirs=_heirs(typed, kind), words=typed.get("q", "").strip()[:100],
            note=typed.get("note", "").strip(), **told,
        )  # fmt: skip

    def read(self) -> Recorded:
        """The change. Raises BadInput("date.…" | "number.…")."""
        heirs = tuple(each.read() for each in self.heirs if not each.empty)
        day = read_vi_date(self.effective)
        return Recorded(self.kind, day, self.chosen, heirs, self.document, self.source, self.note)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Every field again, to be posted with the confirmation."""
        single: Mapping[str, str] = {
            "kind": self.kind.value, "effective": self.effective, "document": self.document,
            "source": self.source, "note": self.note,
        }  # fmt: skip
        heirs = [(f"heir-{name}", getattr(h, name)) for h in self.heirs for name in HEIR]
        return [*single.items(), *(("chosen", code) for code in self.chosen), *heirs]


def _kind(text: str) -> SuccessionKind:
    try:
        return SuccessionKind(text or "merge")
    except ValueError:
        choices = ", ".join(SuccessionKind)
        raise BadInput("change.kind_unknown", kind=text, choices=choices) from None


def _heirs(typed: QueryDict, kind: SuccessionKind) -> tuple[Typed, ...]:
    """As many as were typed, at least as many as the kind asks for, one more when asked."""
    columns = [[text.strip() for text in typed.getlist(f"heir-{name}")] for name in HEIR]
    rows = [Typed(*row) for row in zip(*columns, strict=False)][:MOST_HEIRS]
    if FEWEST[kind] == 0:
        return ()
    if FEWEST[kind] == 1:
        rows = [row for row in rows if not row.empty][:1]
    wanted = max(FEWEST[kind], len(rows)) + ("another" in typed)
    return (*rows, *[Typed()] * (min(wanted, MOST_HEIRS) - len(rows)))
