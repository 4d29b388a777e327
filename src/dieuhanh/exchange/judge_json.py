"""Cases out of JSON: a list of {"id", "rule", "actual", "actual_status"}, numbers as strings.

Every fault is located by its path in the list: `[3].rule.value`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
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
        rule = _rule(_object(fields["rule"]), _READERS)
    except BadInput as fault:
        raise under(fault, "rule") from fault
    try:
        actual = _actual(rule, fields.get("actual"))
    except BadInput as fault:
        raise under(fault, "actual") from fault
    status = fields.get("actual_status")
    if status and _word(status, STATUSES, "actual_status") == MISSING:
        actual = Actual.missing("actual_missing")
    return Case(identifier, rule, actual, place)


def _rule(fields: Mapping[str, Any], readers: Mapping[str, Reader]) -> Rule:
    """The fields that are there, each by its reader; null says nothing."""
    if fields.get("comparator") is None:
        place = Place(column="comparator")
        raise BadInput("judge.missing_field", place=place, field="comparator")
    read: dict[str, Any] = {}
    for name, said in fields.items():
        reader = readers.get(name)
        if reader is None:
            possible = ", ".join(readers)
            place = Place(column=name)
            raise BadInput("judge.unknown_field", place=place, field=name, possible=possible)
        if said is not None:
            read[name] = reader(said, name)
    read.pop("name", None)
    _settle_values(fields, read)
    if "sub" in read:
        read["parts"] = read.pop("sub")
    return Rule(**read)


def _settle_values(fields: Mapping[str, Any], read: dict[str, Any]) -> None:
    """A value left out is a fault; one that is null is a plan value nobody knows."""
    comparator = read.get("comparator")
    is_range = comparator in RANGES
    if comparator is Comparator.AT_MOST and "value" not in fields and "value_high" in read:
        read["value"] = read["value_high"]
    elif comparator is not Comparator.MAINTAIN or "base_value" not in fields:
        if comparator not in NUMBERLESS:
            _needed(fields, "value")
        if is_range:
            _needed(fields, "value_high")
    if not is_range:
        read.pop("value_high", None)


def _parts(items: Any, column: str) -> tuple[Part, ...]:
    if not isinstance(items, list):
        _wrong_type(items, "danh sách / a list", column)
    parts = []
    for index, item in enumerate(items):
        try:
            fields = _object(item)
            _needed(fields, "name")
            name = _text(fields["name"], "name") or _wrong_type("", "chữ / text", "name")
            parts.append(Part(name, _rule(fields, _PART_READERS)))
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
    if not isinstance(said, dict):
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
        return Actual.of_text(str(said))
    if not isinstance(said, dict):
        _wrong_type(said, '"chữ / text", {"value", "unit"}, {"numerator", "denominator"}')
    if "numerator" in said or "denominator" in said:
        return _ratio(said)
    _only(said, ("value", "unit"))
    _needed(said, "value")
    value, unit = said["value"], said.get("unit")
    unit = "" if unit is None else _text(unit, "unit")
    if value is None:
        return Actual.missing()
    if not isinstance(value, str):
        return Actual.of(_number(value, "value"), unit=unit)
    try:
        return Actual.of_text(value, unit=unit)
    except BadInput as fault:
        raise under(fault, "value") from fault


def _ratio(said: Mapping[str, Any]) -> Actual:
    _only(said, ("numerator", "denominator"))
    for name in ("numerator", "denominator"):
        _needed(said, name)
    if said["numerator"] is None or said["denominator"] is None:
        return Actual.missing()
    numerator = _number(said["numerator"], "numerator")
    return Actual.ratio(numerator, _number(said["denominator"], "denominator"))


def _number(said: Any, name: str) -> Decimal:
    if isinstance(said, str):
        try:
            return read_plain(said)
        except BadInput as fault:
            raise under(fault, name) from fault
    if not isinstance(said, int) or isinstance(said, bool):
        _wrong_type(said, '"5478", "0.33"', name)
    return _number(str(said), name)


def _whole(said: Any, name: str) -> int:
    number = _number(said, name)
    if number != number.to_integral_value():
        _wrong_type(said, "0, 1, 2 …", name)
    return int(number)


def _text(said: Any, name: str) -> str:
    if not isinstance(said, str):
        _wrong_type(said, "chữ / text", name)
    return said.strip()


def _flag(said: Any, name: str) -> bool:
    if not isinstance(said, bool):
        _wrong_type(said, "true, false", name)
    return said


def _comparator(said: Any, name: str) -> Comparator:
    word = _word(said, _COMPARATORS, name)
    return _COMPARATORS[word]


def _better(said: Any, name: str) -> Better | None:
    return _BETTER[_word(said, _BETTER, name)] if said != "" else None


def _word(said: Any, possible: Collection[str], column: str) -> str:
    if isinstance(said, str) and said in possible:
        return said
    listed, text = ", ".join(possible), str(said)[:_LONGEST_SHOWN]
    raise BadInput("judge.unknown_word", place=Place(column=column), text=text, possible=listed)


def _object(said: Any) -> Mapping[str, Any]:
    if not isinstance(said, dict):
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


Reader = Callable[[Any, str], Any]
_PART_READERS: dict[str, Reader] = {
    "name": _text,
    "comparator": _comparator,
    "value": _number,
    "value_high": _number,
    "unit": _text,
    "base_value": _number,
    "base_unit": _text,
    "better": _better,
    "strict": _flag,
    "approx": _flag,
    "tolerance_pct": _number,
    "decimals": _whole,
}
_READERS: dict[str, Reader] = {**_PART_READERS, "sub": _parts}

__all__ = ["STATUSES", "cases_of_json"]
