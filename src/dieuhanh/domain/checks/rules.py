"""Rules as data: which kinds there are, what each asks for, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import plain, read_plain

LEAST_HISTORY = 5
MOST_HISTORY = 12  # as many periods as are looked back on, whatever their length
USUAL_HISTORY = 8
USUAL_LIMIT = Decimal("3.5")


class CheckKind(StrEnum):
    """What a rule looks at."""

    RANGE = "range"
    CHANGE = "change"
    OUTLIER = "outlier"
    PARTS = "parts"
    SUM = "sum"
    RATIO = "ratio"


class Severity(StrEnum):
    """A hard finding must be mended before filing, a soft one explained."""

    HARD = "hard"
    SOFT = "soft"


class Relation(StrEnum):
    """How a sum stands to its row: equal to it, at most as large, at least as large."""

    EQUAL = "equal"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"


class Against(StrEnum):
    """What a change is counted from."""

    LAST_PERIOD = "last_period"
    LAST_YEAR = "last_year"


@dataclass(frozen=True)
class Rule:
    """One rule on one row. `parameters` have passed `rule_parameters`.

    `words` is the officer's own sentence for it, shown before ours.
    """

    code: str
    kind: CheckKind
    row_key: str
    severity: Severity
    parameters: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""
    words_en: str = ""

    def number(self, name: str) -> Decimal | None:
        """A numeric parameter, None when it was left out."""
        text = self.parameters.get(name)
        return None if text in {None, ""} else Decimal(str(text))


def rule_parameters(kind: CheckKind, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters a kind asks for, typed, with its usual values where left out.

    Decimals stay text with a decimal point, so that they are exact in JSON.
    Raises BadInput("check.…").

    >>> rule_parameters(CheckKind.RANGE, {"low": "0", "high": "100.0"})
    {'low': '0', 'high': '100.0'}
    """
    return READERS[kind](given)


def _range(given: Mapping[str, Any]) -> dict[str, Any]:
    low, high = _number(given, "low"), _number(given, "high")
    if low is None and high is None:
        raise BadInput("check.no_limits")
    if low is not None and high is not None and low > high:
        raise BadInput("check.limits_crossed", low=plain(low), high=plain(high))
    return _texts(low=low, high=high)


def _change(given: Mapping[str, Any]) -> dict[str, Any]:
    up, down = _number(given, "up"), _number(given, "down")
    least = _number(given, "least")
    if up is None and down is None:
        raise BadInput("check.no_limits")
    if any(each is not None and each < 0 for each in (up, down, least)):
        raise BadInput("check.below_zero")
    against = _choice(given, "against", Against, Against.LAST_YEAR)
    return {"against": against} | _texts(up=up, down=down, least=least)


def _outlier(given: Mapping[str, Any]) -> dict[str, Any]:
    limit, history = _number(given, "limit"), _number(given, "history")
    limit = USUAL_LIMIT if limit is None else limit
    history = Decimal(USUAL_HISTORY) if history is None else history
    if limit <= 0:
        raise BadInput("check.below_zero")
    if history != int(history) or not LEAST_HISTORY <= history <= MOST_HISTORY:
        raise BadInput("check.short_history", least=LEAST_HISTORY, most=MOST_HISTORY)
    return {"limit": plain(limit), "history": int(history)}


def _parts(given: Mapping[str, Any]) -> dict[str, Any]:
    relation = _choice(given, "relation", Relation, Relation.EQUAL)
    if relation == Relation.AT_LEAST:
        raise BadInput("check.relation", text=relation)
    return {"relation": relation, "parts": _keys(given, "parts")} | _tolerance(given)


def _sum(given: Mapping[str, Any]) -> dict[str, Any]:
    terms = [_term(text) for text in _keys(given, "terms")]
    if not terms:
        raise BadInput("check.no_terms")
    relation = _choice(given, "relation", Relation, Relation.EQUAL)
    return {"relation": relation, "terms": terms} | _tolerance(given)


def _ratio(given: Mapping[str, Any]) -> dict[str, Any]:
    top, bottom = str(given.get("numerator") or ""), str(given.get("denominator") or "")
    if bool(top) != bool(bottom):
        raise BadInput("check.ratio_rows")
    return {"numerator": top, "denominator": bottom} | _tolerance(given)


READERS: dict[CheckKind, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    CheckKind.RANGE: _range,
    CheckKind.CHANGE: _change,
    CheckKind.OUTLIER: _outlier,
    CheckKind.PARTS: _parts,
    CheckKind.SUM: _sum,
    CheckKind.RATIO: _ratio,
}


def _number(given: Mapping[str, Any], name: str) -> Decimal | None:
    text = str(given.get(name) if given.get(name) is not None else "").strip()
    if not text:
        return None
    try:
        return read_plain(text)
    except BadInput as fault:
        raise BadInput("check.number", text=text[:40]) from fault


def _tolerance(given: Mapping[str, Any]) -> dict[str, str]:
    tolerance = _number(given, "tolerance") or Decimal(0)
    if tolerance < 0:
        raise BadInput("check.below_zero")
    return {"tolerance": plain(tolerance)}


def _choice(given: Mapping[str, Any], name: str, known: type[StrEnum], usual: StrEnum) -> str:
    text = str(given.get(name) or usual)
    if text not in set(known):
        raise BadInput("check.relation", text=text[:40])
    return text


def _keys(given: Mapping[str, Any], name: str) -> list[str]:
    """Keys as a list or as words parted by commas or blanks."""
    held = given.get(name) or []
    words = held.replace(",", " ").split() if isinstance(held, str) else held
    return [str(word) for word in words]


def _term(text: str) -> str:
    """ "row" of the same form, or "form:row"."""
    if text.count(":") > 1 or text.startswith(":") or text.endswith(":"):
        raise BadInput("check.term", text=text[:80])
    return text


def _texts(**numbers: Decimal | None) -> dict[str, Any]:
    return {name: plain(value) for name, value in numbers.items() if value is not None}
