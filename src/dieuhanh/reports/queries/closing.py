"""A round about to be closed: who is missing, and what changed since it was closed last."""

from __future__ import annotations

from dataclasses import dataclass

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.text import vi_key

from ..models import Closing, Figure, Round, Submission
from .rounds import round_by_code


@dataclass(frozen=True)
class Late:
    """A body whose report is not approved, with the reason given last time."""

    submission: Submission
    reason: str


@dataclass(frozen=True)
class ToClose:
    """What closing would count now. `arrived` and `corrected` are since the last closing."""

    round: Round
    expected: int
    approved: int
    missing: tuple[Late, ...]
    closings: tuple[Closing, ...]
    arrived: tuple[Submission, ...]
    corrected: tuple[Figure, ...]

    @property
    def last(self) -> Closing | None:
        """How it was closed last."""
        return self.closings[0] if self.closings else None

    @property
    def changed(self) -> bool:
        """Whether closing again would count anything else."""
        return bool(self.arrived or self.corrected)


def to_close(code: str, *, seen_by: Actor) -> ToClose:
    """Five queries. Raises Missing, alike for none and for who may not close it."""
    found = round_by_code(code, seen_by=seen_by)
    if not seen_by.may(Permission.ROUND_CLOSE, body=found.version.form.owner_id):
        raise Missing("round.missing")
    owing = Submission.objects.filter(round=found).select_related("body", "holder")
    everyone = sorted(owing, key=lambda each: vi_key(each.body.name))
    closings = tuple(Closing.objects.filter(round=found).order_by("-number"))
    given = {each["code"]: each["reason"] for each in closings[0].missing} if closings else {}
    late = [each for each in everyone if each.state != "approved"]
    return ToClose(
        found,
        len(everyone),
        len(everyone) - len(late),
        tuple(Late(each, given.get(each.body.code, "")) for each in late),
        closings,
        *_since(found, everyone, closings),
    )


def _since(
    found: Round, everyone: list[Submission], closings: tuple[Closing, ...]
) -> tuple[tuple[Submission, ...], tuple[Figure, ...]]:
    """Reports approved, and figures of the round corrected, after the last closing."""
    if not closings:
        return (), ()
    moment = closings[0].closed_at
    arrived = tuple(s for s in everyone if s.approved_at is not None and s.approved_at > moment)
    corrected = Figure.objects.filter(
        filing__submission__round=found, recorded_at__gt=moment
    ).exclude(reason="")
    related = ("indicator", "area", "source")
    return arrived, tuple(corrected.select_related(*related).order_by("pk"))


__all__ = ["Late", "ToClose", "to_close"]
