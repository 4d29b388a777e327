"""How the clause tests write a claim: "indicator | value unit | kind role | what rides along"."""

from __future__ import annotations

from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.records import Claim

RIDERS = (
    "vs_plan_pct", "plan_ratio_pct", "yoy_pct", "plan_value", "plan_value_high", "prev_value",
    "numerator", "denominator", "numerator_unit",
)  # fmt: skip


def told(claim: Claim) -> str:
    """A claim in one line; result, and what is null, are left out."""
    shape = claim.as_json()
    high = f"-{shape['value_high']}" if shape["value_high"] else ""
    bound = f"{claim.bound} " if claim.bound else ""
    kind = f"{claim.kind} {claim.direction}" if claim.direction else claim.kind
    role = "" if claim.role == "actual" else f" {claim.role}"
    estimate = " ước" if claim.estimate else ""
    riders = "; ".join(f"{name} {shape[name]}" for name in RIDERS if shape[name] is not None)
    line = (
        f"{claim.indicator} | {bound}{shape['value']}{high} {claim.unit} | {kind}{role}{estimate}"
    )
    return f"{line} | {riders}" if riders else line


def claims(text: str) -> list[str]:
    """Every claim of a text, in one line each."""
    return [told(claim) for claim in read(text).claims]
