"""What a target must be before it is a fact; imports and drafts are held to the same."""

from __future__ import annotations

from collections.abc import Sequence

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.indicators import Better, ValueStatus, find_ring
from dieuhanh.domain.targets import TargetKind, comparators_of, rule_of
from dieuhanh.exchange.templates import Record


def check_numbers(records: Sequence[Record]) -> None:
    """Numbers are given once, wholes exist, and no target is a part of itself."""
    by_no: dict[str, Record] = {}
    for each in records:
        if each["no"] in by_no:
            raise each.fault("target.twice", "no", no=each["no"])
        by_no[each["no"]] = each
    parents = {each["no"]: each["part_of"] for each in records if each["part_of"]}
    for each in records:
        if each["part_of"] and each["part_of"] not in by_no:
            raise each.fault("target.no_whole", "part_of", no=each["no"], whole=each["part_of"])
    if ring := find_ring(parents):
        raise by_no[ring[0]].fault("target.ring", "part_of", ring=" → ".join(ring))
    wholes = set(parents.values())
    for each in records:
        if each["comparator"] == "composite" and each["no"] not in wholes:
            raise each.fault("target.no_parts", "comparator", no=each["no"])


def check_target(each: Record) -> None:
    """The value agrees with how surely it is known, and the rule can be judged."""
    unknown = each["value_status"] == ValueStatus.UNKNOWN
    if unknown and (each["value"] is not None or each["value_high"] is not None):
        raise each.fault("target.unknown_with_value", "value", no=each["no"])
    if not each["kind"] or not each["comparator"]:
        if not unknown:
            raise each.fault("target.no_rule", "comparator", no=each["no"])
        return
    possible = comparators_of(TargetKind(each["kind"]))
    if each["comparator"] not in possible:
        raise each.fault(
            "rule.impossible_pair", "comparator", kind=each["kind"],
            comparator=each["comparator"], possible=", ".join(possible),
        )  # fmt: skip
    if unknown or each["comparator"] in {"composite", "qualitative"}:
        return
    kept = each["comparator"] == "maintain" and each["base_value"] is not None
    if each["value"] is None and not kept:
        raise each.fault("target.no_value", "value", no=each["no"])
    high = each["value_high"]
    if each["comparator"] == "between" and (high is None or high < each["value"]):
        raise each.fault("target.range", "value_high", no=each["no"])
    _check_rule(each)


def _check_rule(each: Record) -> None:
    """The domain takes the rule: a tolerance, decimals or "khoảng" that means nothing is refused."""
    try:
        rule_of(
            each["kind"],
            each["comparator"],
            value=each["value"],
            value_high=each["value_high"],
            unit=each["unit"],
            base_value=each["base_value"],
            base_unit=each["base_unit"],
            better=Better(each["better"]),
            tolerance_pct=each["tolerance_pct"],
            decimals=each["decimals"],
        )
    except BadInput as fault:
        raise fault.at(each.place) from None
