"""Units of measure in the language of the page. They are stored in Vietnamese, as printed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dieuhanh.domain.numbers import Lang

_WORDS = {
    "điểm %": "percentage points",
    "lượt người": "person-times",
    "người dân": "people",
    "nghìn tỷ": "trillion",
    "trăm": "hundred",
    "nghìn": "thousand",
    "triệu": "million",
    "tỷ": "billion",
    "đồng": "dong",
    "người": "people",
    "dân": "people",
    "hộ": "households",
    "lao động": "workers",
    "doanh nghiệp": "enterprises",
    "hợp tác xã": "co-operatives",
    "giường bệnh": "hospital beds",
    "giường": "beds",
    "bác sĩ": "doctors",
    "trường": "schools",
    "cơ sở": "establishments",
    "xã": "communes",
    "tấn": "tonnes",
    "tạ": "quintals",
    "lượt": "times",
    "con": "head",
    "năm": "year",
    "tháng": "month",
    "ngày": "day",
    "lần": "times",
    "điểm": "points",
    "bậc": "ranks",
    "chỉ tiêu": "targets",
}
_TEN_THOUSAND = re.compile(r"(?<!\w)vạn(?!\w)")
_GROUPING = re.compile(r"(?<=\d)\.(?=\d{3})")
_KNOWN = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + r")(?!\w)"
)


@lru_cache(maxsize=1024)
def unit_text(unit: str, lang: Lang) -> str:
    """`unit` for a page in `lang`. A word we have no English for stays Vietnamese.

    >>> unit_text("nghìn tỷ đồng", "en"), unit_text("giường/10.000 dân", "en")
    ('trillion dong', 'beds/10,000 people')
    """
    if lang == "vi":
        return unit
    numbers = _GROUPING.sub(",", _TEN_THOUSAND.sub("10,000", unit))
    return _KNOWN.sub(lambda found: _WORDS[found.group()], numbers)
