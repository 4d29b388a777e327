"""Cases out of JSON: a list of {"id", "rule", "actual", "actual_status"}, numbers as strings.

Every fault is located by its path in the list: `[3].rule.value`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.indicators import Better
from dieuhanh.domain.judging import Actual
from dieuhanh.domain.numbers import read_plain
from dieuhanh.domain.targets import NUMBERLESS, RANGES, Comparator, Part, Rule

from .judge_cases import Case, under

if TYPE_CHECKING:
    from collections.abc import Iterator

MISSING = "missing"
STATUSES = ("estimate", "preliminary", "official", MISSING)
_COMPARATORS = {word.value: word for word in Comparator}
_BETTER = {"higher": Better.HIGHER, "lower": Better.LOWER}
_NUMBERS = ("value", "value_high", "base_value", "tolerance_pct")
_TEXTS = ("unit", "base_unit")
_FLAGS = ("strict", "approx")
_RULE_FIELDS = (
    "comparator", *_NUMBERS[:2], "unit", "base_value", "base_unit", "better", *_FLAGS,
    "tolerance_pct", "decimals", "sub", "name",
)  # fmt: skip
_LONGEST_SHOWN = 40


def cases_of_json(text: str, file: str) -> Iterator[Case]:
    """The cases of a JSON text, read one by one. Raises BadInput with file and path."""
    items = _parse(text, file)
    if not isinstance(items, list):
        raise BadInput("judge.not_a_list", place=Place(file=file))
    for index, item in enumerate(items):
        place = Place(file=file, column=f"[{index}]")
        try:
            yield _case(item, place)
        except BadInput as fault:
            raise under(fault, place.column).at(Place(file=file)) from fault


def _parse(text: str, file: str) -> Any:
    try:
        # A bare 5.5 is kept as its text: no number of ours ever is a float.
        return json.loads(text, parse_float=str, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place = Place(file=file, row=error.lineno, column=str(error.colno))
        raise BadInput("judge.json_syntax", place=place, detail=error.msg) from error
    except (RecursionError, ValueError) as error:
        detail = type(error).__name__
        raise BadInput("judge.json_syntax", place=Place(file=file), detail=detail) from error
    except BadInput as fault:
        raise fault.at(Place(file=file)) from fault


def _refuse_constant(word: str) -> NoReturn:
    raise BadInput("number.not_finite", text=word)


def _case(item: Any, place: Place) -> Case:
    fields = _object(item)
    for name in ("id", "rule"):
        _needed(fields, name)
    identifier = fields["id"]
    if not isinstance(identifier, (str, int)) or isinstance(identifier, bool):
        _wrong_type(identifier, "chữ / text", "id")
    try:
        rule = _rule(_object(fields["rule"]))
    except BadInput as fault:
        raise under(fault, "rule") from fault
    try:
        actual = _actual(rule, fields.get("actual"))
    except BadInput as fault:
        raise under(fault, "actual") from fault
    if _word(fields.get("actual_status"), STATUSES, "actual_status") == MISSING:
        actual = Actual.missing("actual_missing")
    return Case(identifier, rule, actual, place)


def _rule(fields: Mapping[str, Any], *, is_part: bool = False) -> Rule:
    for name in fields:
        if name not in _RULE_FIELDS or (is_part and name == "sub"):
            possible = ", ".join(_RULE_FIELDS)
            place = Place(column=name)
            raise BadInput("judge.unknown_field", place=place, field=name, possible=possible)
    comparator = _comparator(fields)
    return Rule(
        comparator,
        *_values(fields, comparator),
        unit=_text(fields, "unit"),
        base_value=_number(fields, "base_value"),
        base_unit=_text(fields, "base_unit"),
        better=_better(fields.get("better")),
        strict=_flag(fields, "strict"),
        approx=_flag(fields, "approx"),
        tolerance_pct=_number(fields, "tolerance_pct"),
        decimals=_decimals(fields),
        parts=_parts(fields["sub"]) if fields.get("sub") is not None else (),
    )


def _comparator(fields: Mapping[str, Any]) -> Comparator:
    _needed(fields, "comparator")
    word = fields["comparator"]
    if word not in _COMPARATORS:
        _word(str(word) or "?", tuple(_COMPARATORS), "comparator")
    return _COMPARATORS[word]


def _values(
    fields: Mapping[str, Any], comparator: Comparator
) -> tuple[Decimal | None, Decimal | None]:
    """A field left out is a fault; one that is null is a plan value nobody knows."""
    value, high = _number(fields, "value"), _number(fields, "value_high")
    if comparator is Comparator.AT_MOST and "value" not in fields and high is not None:
        return high, None
    kept = comparator is Comparator.MAINTAIN and "base_value" in fields
    needed = () if kept or comparator in NUMBERLESS else ("value",)
    for name in (*needed, "value_high") if comparator in RANGES else needed:
        _needed(fields, name)
    return value, high if comparator in RANGES else None


def _parts(items: Any) -> tuple[Part, ...]:
    if not isinstance(items, list):
        _wrong_type(items, "danh sách / a list", "sub")
    parts = []
    for index, item in enumerate(items):
        try:
            fields = _object(item)
            _needed(fields, "name")
            parts.append(Part(_text(fields, "name"), _rule(fields, is_part=True)))
        except BadInput as fault:
            raise under(fault, f"sub[{index}]") from fault
    return tuple(parts)


def _actual(rule: Rule, said: Any) -> Actual:
    if said is None:
        return Actual.missing()
    if rule.comparator is Comparator.COMPOSITE_ALL:
        return _actual_of_parts(rule, said)
    return _plain_actual(said)


def _actual_of_parts(rule: Rule, said: Any) -> Actual:
    if not isinstance(said, Mapping):
        if isinstance(said, str):
            return Actual.missing()
        _wrong_type(said, '{"phần / part": …}')
    names = [part.name for part in rule.parts]
    actuals = {}
    for name, part_said in said.items():
        if name not in names:
            possible = ", ".join(names)
            place = Place(column=name)
            raise BadInput("judge.unknown_part", place=place, name=name, possible=possible)
        try:
            actuals[name] = Actual.missing() if part_said is None else _plain_actual(part_said)
        except BadInput as fault:
            raise under(fault, name) from fault
    return Actual.of_parts(actuals)


def _plain_actual(said: Any) -> Actual:
    if isinstance(said, str):
        return Actual.of_text(said)
    if isinstance(said, int) and not isinstance(said, bool):
        return Actual.of(Decimal(said))
    if not isinstance(said, Mapping):
        _wrong_type(said, '"chữ / text", {"value", "unit"}, {"numerator", "denominator"}')
    if "numerator" in said or "denominator" in said:
        return _ratio(said)
    _only(said, ("value", "unit"))
    _needed(said, "value")
    value, unit = said["value"], _text(said, "unit")
    if value is None:
        return Actual.missing()
    if not isinstance(value, str):
        return Actual.of(_number(said, "value") or Decimal(0), unit=unit)
    try:
        return Actual.of_text(value, unit=unit)
    except BadInput as fault:
        raise under(fault, "value") from fault


def _ratio(said: Mapping[str, Any]) -> Actual:
    _only(said, ("numerator", "denominator"))
    for name in ("numerator", "denominator"):
        _needed(said, name)
    numerator, denominator = _number(said, "numerator"), _number(said, "denominator")
    if numerator is None or denominator is None:
        return Actual.missing()
    return Actual.ratio(numerator, denominator)


def _number(fields: Mapping[str, Any], name: str) -> Decimal | None:
    value = fields.get(name)
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if not isinstance(value, str):
        _wrong_type(value, '"5478", "0.33"', name)
    try:
        return read_plain(value)
    except BadInput as fault:
        raise under(fault, name) from fault


def _decimals(fields: Mapping[str, Any]) -> int | None:
    number = _number(fields, "decimals")
    if number is None:
        return None
    if number != number.to_integral_value():
        _wrong_type(number, "0, 1, 2 …", "decimals")
    return int(number)


def _text(fields: Mapping[str, Any], name: str) -> str:
    text = fields.get(name)
    if text is None:
        return ""
    if not isinstance(text, str):
        _wrong_type(text, "chữ / text", name)
    return text.strip()


def _flag(fields: Mapping[str, Any], name: str) -> bool:
    flag = fields.get(name)
    if flag is not None and not isinstance(flag, bool):
        _wrong_type(flag, "true, false", name)
    return bool(flag)


def _better(said: Any) -> Better | None:
    word = _word(said, tuple(_BETTER), "better")
    return _BETTER[word] if word else None


def _word(said: Any, possible: tuple[str, ...], column: str) -> str | None:
    """One of the known words; null and "" say nothing."""
    if said is None or said == "":
        return None
    if said not in possible:
        listed = ", ".join(possible)
        text = str(said)[:_LONGEST_SHOWN]
        raise BadInput("judge.unknown_word", place=Place(column=column), text=text, possible=listed)
    return str(said)


def _object(said: Any) -> Mapping[str, Any]:
    if not isinstance(said, Mapping):
        raise BadInput("judge.not_an_object")
    return said


def _only(said: Mapping[str, Any], possible: tuple[str, ...]) -> None:
    for name in said:
        if name not in possible:
            listed = ", ".join(possible)
            place = Place(column=name)
            raise BadInput("judge.unknown_field", place=place, field=name, possible=listed)


def _needed(said: Mapping[str, Any], name: str) -> None:
    if name not in said:
        raise BadInput("judge.missing_field", place=Place(column=name), field=name)


def _wrong_type(said: Any, wanted: str, column: str = "") -> NoReturn:
    text = json.dumps(said, ensure_ascii=False, default=str)[:_LONGEST_SHOWN]
    raise BadInput("judge.wrong_type", place=Place(column=column), text=text, wanted=wanted)


__all__ = ["STATUSES", "cases_of_json"]
