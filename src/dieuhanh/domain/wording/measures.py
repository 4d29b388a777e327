"""Units and amounts in words: "5.478 tỷ đồng", "5,478 billion dong"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from dieuhanh.domain.numbers import write
from dieuhanh.domain.units import POINTS, is_percent, is_points, normal

if TYPE_CHECKING:
    from dieuhanh.domain.numbers import Lang

# Longer words first, so that "lượt người" is not read as "lượt" and "người".
_ENGLISH = {
    "nghìn tỷ": "trillion",
    "giường bệnh": "beds",
    "lượt người": "person-times",
    "lao động": "workers",
    "bác sĩ": "doctors",
    "năm tuổi": "years of age",
    "công trình": "works",
    "doanh nghiệp": "enterprises",
    "dự án": "projects",
    "trẻ em": "children",
    "người dân": "people",
    "điểm %": "percentage points",
    "trăm": "hundred",
    "nghìn": "thousand",
    "vạn": "ten thousand",
    "triệu": "million",
    "tỷ": "billion",
    "đồng": "dong",
    "người": "people",
    "dân": "people",
    "hộ": "households",
    "xã": "communes",
    "giường": "beds",
    "lượt": "times",
    "lần": "times",
    "tuổi": "years of age",
    "năm": "year",
    "tháng": "month",
    "ngày": "day",
    "tấn": "tonnes",
    "tạ": "quintals",
    "trường": "schools",
    "điểm": "points",
}
_WORDS = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in _ENGLISH))
_GROUPED = re.compile(r"(?<=\d)\.(?=\d{3})")


@lru_cache(maxsize=1024)
def unit_name(unit: str, lang: Lang) -> str:
    """The unit as the language says it; words we have no English for stay as they are.

    >>> unit_name("tỉ đồng", "vi"), unit_name("tỷ đồng", "en")
    ('tỷ đồng', 'billion dong')
    >>> unit_name("giường/10.000 dân", "en")
    'beds per 10,000 people'
    """
    spelled = normal(unit)
    if lang == "vi":
        return spelled
    named = _WORDS.sub(lambda found: _ENGLISH[found[0]], spelled)
    return _GROUPED.sub(",", named).replace("/", " per ")


def amount(number: str | Decimal, unit: str, lang: Lang) -> str:
    """A machine number with its unit, "%" set close.

    >>> amount("5478", "tỷ đồng", "vi"), amount("0.3", "điểm %", "en"), amount("6.50", "%", "vi")
    ('5.478 tỷ đồng', '0.3 percentage points', '6,50%')
    """
    return write(Decimal(number), lang) + _suffix(unit, lang)


def amounts(low: str, high: str, unit: str, lang: Lang) -> str:
    """A range with its unit said once.

    >>> amounts("6.6", "6.8", "%", "vi"), amounts("1", "1.5", "điểm %", "en")
    ('từ 6,6 đến 6,8%', '1 to 1.5 percentage points')
    """
    first = write(Decimal(low), lang)
    last = amount(high, unit, lang)
    return f"từ {first} đến {last}" if lang == "vi" else f"{first} to {last}"


def difference_unit(unit: str) -> str:
    """The unit of a difference: two percentages differ by points.

    >>> difference_unit("%"), difference_unit("tỷ đồng")
    ('điểm %', 'tỷ đồng')
    """
    return POINTS if is_percent(unit) or is_points(unit) else unit


@lru_cache(maxsize=1024)
def _suffix(unit: str, lang: Lang) -> str:
    if not unit:
        return ""
    named = unit_name(unit, lang)
    return named if named[0] in "%‰" else f" {named}"


__all__ = ["amount", "amounts", "difference_unit", "unit_name"]
