"""The kind of a claim and its direction, from its unit, its verb and the head of its name."""

from __future__ import annotations

from .quantities import Quantity
from .records import Direction, Kind
from .units import COUNTED

_UP, _DOWN = "up", "down"
_FALLS = frozenset({"giảm", "kéo", "hạ"})
_RISES = frozenset({"tăng", "nâng"})


def kind_of(
    quantity: Quantity, verbs: list[str], head: str, opening: str, *, falls: bool, unit: str
) -> tuple[Kind, Direction | None]:
    """Kind and direction.

    `verbs` tie the quantity, the inmost first; `head` is what the name's head announces and
    `opening` its first word; `falls`: the name tells a speed of falling; `unit` as completed.
    """
    moved = next((v for v in verbs if v in {_UP, _DOWN, "exceed", "rise_to", "fall_to"}), "")
    per_year = quantity.unit is not None and quantity.unit.name.endswith(("%/năm", "%/tháng"))
    if quantity.family == "times":
        return "growth", _UP
    if quantity.is_rate:
        return _rate(quantity, moved, head, opening, falls=falls, per_year=per_year)
    if moved in {_UP, "exceed"}:
        return "change", _UP
    if moved == _DOWN or (opening in _FALLS and not moved):
        return "change", _DOWN
    down: Direction | None = "down" if moved == "fall_to" and _down_to(verbs) else None
    counted = quantity.family in COUNTED | {"open"}
    return ("count" if counted and "/" not in unit else "level"), down


def _rate(
    quantity: Quantity, moved: str, head: str, opening: str, *, falls: bool, per_year: bool
) -> tuple[Kind, Direction | None]:
    if quantity.family == "points":
        return "change", _DOWN if moved in {_DOWN, "fall_to"} or opening in _FALLS else _UP
    if moved in {_UP, _DOWN}:
        return ("change" if head == "rate" else "growth"), "up" if moved == _UP else "down"
    if moved == "exceed":
        return "change", _UP
    if opening in _FALLS and not moved:
        return "change", _DOWN
    if head == "growth" or (per_year and head != "rate"):
        return "growth", _DOWN if falls else _UP
    if opening in _RISES and head != "rate" and not moved:
        return "growth", _UP
    level: Kind = "level" if quantity.family == "permille" else "share"
    return level, _DOWN if moved == "fall_to" and quantity else None


def _down_to(verbs: list[str]) -> bool:
    return "fall_to" in verbs


__all__ = ["kind_of"]
