"""What each column of the import templates means, in English. A column without one fails."""

from __future__ import annotations

KIND = {
    "text": "text",
    "number": "number",
    "whole": "whole number",
    "date": "date",
    "yes": "yes (x)",
    "period": "period",
}

TEMPLATE = {
    "areas": "Administrative units. An area is a code *and* the days it was valid: after a merger "
    "the same code may mean another place.",
    "successions": "What became of which area. One row an edge: a merger of three is three rows.",
    "bodies": "Organisations that report figures, lead targets and issue papers. A newspaper or a "
    "portal that states figures is a body of kind `press`.",
    "documents": "The register of papers. A paper marked Mật, Tối mật or Tuyệt mật is refused, and "
    "nothing of the call is stored.",
    "indicators": "What is measured, with its two aggregations: over areas and over time.",
    "plans": "A plan and one of its versions. An adjustment by decision is a new version.",
    "targets": "The targets of a plan's version. Parts of a composite target are rows of their own "
    "that name their whole.",
    "figures": "Figures, appended and never edited. A correction is another row with a later day; "
    "a row that stands already, to the letter, is not written twice.",
    "judgements": "Labels a source gave to targets, kept beside what is computed. A label that "
    "ends in a question mark is no judgement.",
    "tallies": "Counts a source printed, such as 12/22.",
    "findings": "The review's sentences, with their evidence.",
}

_PRECISION = "How surely the day is known; `placed` is a day we set ourselves, marked so on screen."
_DAY_OF = "The day its source stated it (not the day it was entered)."
_OTHER_SET = "Filled in when it belongs to another set of targets: shown, never compared."

# `template.column` goes before `column`.
COLUMN = {
    "code": "Its own code: a lower-case slug.",
    "areas.code": "The official code. Together with `valid_from` it names the area.",
    "name": "Its name in Vietnamese.",
    "name_en": "Its name in English; the Vietnamese one is shown while it is empty.",
    "short_name": "What it is called in tables.",
    "areas.kind": "Quốc gia, Tỉnh, Thành phố, Huyện, Xã, Phường or Thị trấn.",
    "successions.kind": "What happened.",
    "bodies.kind": "A slug such as ubnd, hdnd, so, cuc, press.",
    "plans.kind": "The kind of plan.",
    "targets.kind": "What is held against the plan value; with `comparator` it makes the rule. "
    "Empty while the source does not say.",
    "findings.kind": "Highlight, shortcoming, cause or lesson.",
    "areas.parent_code": "Code of the area above it on that day.",
    "bodies.parent_code": "Code of the body above it.",
    "valid_from": "First day.",
    "valid_to": "Last day; empty while it stands.",
    "start_known": "Whether `valid_from` is when it truly began, not only where our books start.",
    "document": "Code of the paper it rests on.",
    "areas.document": "The paper it rests on, in words.",
    "successions.document": "The paper that decided it, in words.",
    "quote": "The sentence, copied exactly from the document.",
    "note": "Anything a reader should know.",
    "effective": "First day on which the new state holds.",
    "from_code": "The area as it was on the day before.",
    "to_code": "The area it went into; empty for an abolition.",
    "weight": "Share of a split that goes this way, between 0 and 1. Empty: not stated, and then "
    "nothing is shared out by it.",
    "area_code": "Code of the area, as it stood at the end of the period.",
    "bodies.area_code": "Code of the area it serves.",
    "area_name": "The area's name; checked, so that a code which changed its place is noticed.",
    "url": "Where it can be read.",
    "number": "Number and symbol as printed (18/NQ-HĐND); empty while unknown.",
    "type": "Nghị quyết, Quyết định, Báo cáo …",
    "issuer_code": "Code of the body that issued it.",
    "issuer_name": "Who issued it, in words.",
    "issued_on": "The day it was issued; empty while unknown.",
    "date_precision": _PRECISION,
    "title": "What it is about.",
    "file": "Name of a file beside this table; taken into the register by its checksum.",
    "secrecy": "Mark of secrecy; anything but empty is refused.",
    "unit": "Unit of measure.",
    "figures.unit": "The unit as printed; empty means the indicator's. It must convert into it.",
    "targets.unit": "Unit of the plan value.",
    "field": "Sector: y tế, công nghiệp, ngân sách …",
    "definition": "What is counted.",
    "indicators.numerator": "What the numerator counts.",
    "indicators.denominator": "What the denominator counts.",
    "over_areas": "How figures of areas make one of the area above.",
    "over_time": "How figures of periods make one of the longer period.",
    "better": "Which way is good.",
    "decimals": "Decimals as stated.",
    "price_base": "Year of constant prices, or current prices.",
    "periodicity": "How often it is reported.",
    "breakdowns": "Dimensions and their codes: `noi-lam-viec=trong-tinh|ngoai-tinh`.",
    "counted_at": "The lowest level that really counts it; below it there is nothing to ask for.",
    "reported_by": "Code of the body that reports it.",
    "source_note": "Where the definition comes from.",
    "method_note": "How it is worked out.",
    "period": "SDMX text: `2021`, `2021-S1`, `2021-Q3`, `2021-07`, `2021-01-01/P9M`.",
    "owner_code": "Code of the body that owns the plan.",
    "judged_source": "Code of the body whose figures the plan is judged by.",
    "version": "Number of the plan's version.",
    "in_force_from": "From which day this version holds.",
    "in_force_precision": _PRECISION,
    "decided_by": "Code of the paper that decided it.",
    "plan": "Code of the plan.",
    "no": "Number in the plan's table.",
    "part_of": "Number of the composite target it is a part of.",
    "targets.indicator": "Code of the indicator; empty while the source does not name it.",
    "figures.indicator": "Code of the indicator.",
    "targets.name": "Its name as the plan says it.",
    "group": "Group in the plan's table.",
    "comparator": "How actual and plan are compared.",
    "targets.value": "The plan value; of a range the first number. Empty while unknown.",
    "targets.value_high": "The range's second number.",
    "figures.value": "The figure as printed; of a range its first number.",
    "figures.value_high": "The range's second number.",
    "base_value": "What a change is measured from.",
    "base_unit": "Unit of the base.",
    "tolerance_pct": "Stated tolerance of an “about” target.",
    "value_status": "How surely the plan value is known; only stated and derived are computed with.",
    "value_source": "Where a value that is not stated comes from, shown with it.",
    "value_document": "Code of the paper the plan value stands in.",
    "candidate": "The target's name is a guess at what the source means, and is marked so.",
    "lead_body": "Code of the body that answers for it.",
    "span": "Of the period, or from the year's beginning to its end.",
    "breakdown": "One code a dimension: `noi-lam-viec=ngoai-tinh`; empty for the whole.",
    "source": "Code of the body that states the figure. Two sources never replace each other.",
    "bound": "“trên”, “dưới”, “khoảng” or “gần” before the number; “gần” is never computed with.",
    "numerator": "Exact numerator; with `denominator` or not at all.",
    "denominator": "Exact denominator.",
    "absence": "Why there is no number: none “-”, not collected “…”, not applicable “x”.",
    "status": "ước, sơ bộ, chính thức.",
    "release": "Which release of the source.",
    "known_from": _DAY_OF,
    "as_printed": "The number's own words when they differ: “gần 19.000”.",
    "simulated": "Generated for the example, marked so on every screen and export.",
    "label": "The label as printed.",
    "other_set": _OTHER_SET,
    "as_of": _DAY_OF,
    "met": "Targets met or exceeded.",
    "total": "Targets in all.",
    "exceeded": "Of those met, how many are called exceeded; empty when not said.",
    "sentence": "One sentence.",
    "body": "Code of the body that answers for it.",
    "targets": "Numbers of the targets it rests on, with `;` between.",
}


def column_key(template: str, column: str) -> str:
    """The key of a column's meaning: its own in this template, or what it means everywhere."""
    own = f"{template}.{column}"
    return own if own in COLUMN else column
