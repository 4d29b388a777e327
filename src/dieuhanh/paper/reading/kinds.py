"""The kind of a claim and its direction, from its unit, its verb and the head of its name."""

from __future__ import annotations

from .quantities import Quantity
from .records import Direction, Kind
from .units import COUNTED

Said = tuple[Kind, Direction | None]
_MOVING = frozenset({"up", "down", "exceed", "rise_to", "fall_to"})
_FALLS = frozenset({"giảm", "kéo", "hạ"})
_GROWN = frozenset({"grdp", "gdp"})  # "GRDP đạt 8,4%" can only be its growth
_RATIOS = frozenset({"hệ", "vòng"})  # "hệ số lợi suất 1,2 lần"
_RISES = frozenset({"tăng", "nâng"})
_PER_TIME = ("%/năm", "%/tháng", "%/quý")


def kind_of(
    quantity: Quantity, verbs: list[str], head: str, opening: str, *, falls: bool, unit: str
) -> Said:
    """Kind and direction.

    `verbs` tie the quantity, the inmost first; `head` is what the name's head announces and
    `opening` its first word; `falls`: the name tells a speed of falling; `unit` as completed.
    """
    moved = next((v for v in verbs if v in _MOVING), "")
    if quantity.family == "times":
        return ("level", None) if opening in _RATIOS and not moved else ("growth", "up")
    if quantity.family == "points":
        fell = moved in {"down", "fall_to"} or opening in _FALLS
        return "change", "down" if fell else "up"
    if quantity.is_rate:
        told = _moved_rate(moved, "rate" if opening in _FALLS else head)
        return told or _still_rate(quantity, moved, head, opening, falls=falls)
    if moved in {"up", "exceed"}:
        return "change", "up"
    if moved == "down" or (opening in _FALLS and not moved):
        return "change", "down"
    counted = quantity.family in COUNTED | {"open"} or (quantity.family == "none" and bool(unit))
    counted = counted and ("/" not in unit or unit == "đ/c")  # đồng chí
    return ("count" if counted else "level"), "down" if "fall_to" in verbs else None


def _moved_rate(moved: str, head: str) -> Said | None:
    """tăng 8%: growth; of a rate, points of it: change; vượt 20%: the excess."""
    if moved == "exceed":
        return "change", "up"
    if moved not in {"up", "down"}:
        return None
    return ("change" if head == "rate" else "growth"), "up" if moved == "up" else "down"


def _still_rate(quantity: Quantity, moved: str, head: str, opening: str, *, falls: bool) -> Said:
    """A percentage reached: of a speed it is growth, else the share of a whole."""
    if opening in _FALLS and not moved:
        return "change", "down"
    per_time = quantity.unit is not None and quantity.unit.name.endswith(_PER_TIME)
    if head == "rate" and falls:
        return "change", "down"  # "tỷ lệ giảm nghèo bình quân 2%/năm"
    if per_time and opening == "lãi":
        return "level", "down" if moved == "fall_to" else None
    if head == "growth" or opening in _GROWN or per_time:
        return "growth", "down" if falls else "up"
    if opening in _RISES and head != "rate" and not moved:
        return "growth", "up"
    share: Kind = "level" if quantity.family == "permille" else "share"
    return share, "down" if moved == "fall_to" else None


__all__ = ["kind_of"]
