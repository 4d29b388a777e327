"""Change against the year before in words, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dieuhanh.domain.figures import Status
from dieuhanh.domain.growth import Growth, Unlike
from dieuhanh.domain.numbers import write

if TYPE_CHECKING:
    from dieuhanh.domain.numbers import Lang

_STATUSES: Mapping[Status, tuple[str, str]] = {
    Status.ESTIMATED: ("số ước", "an estimate"),
    Status.PRELIMINARY: ("số sơ bộ", "a preliminary figure"),
    Status.OFFICIAL: ("số chính thức", "an official figure"),
}
_UNLIKE: Mapping[Unlike, tuple[str, str]] = {
    Unlike.NO_NUMBER: ("một trong hai năm không có số", "one of the two years has no number"),
    Unlike.NOT_EXACT: (
        "một trong hai số chỉ là số gần đúng hoặc một khoảng",
        "one of the two is only approximate or a range",
    ),
    Unlike.STATUS: (
        "số năm trước là {before}, số năm nay là {now}",
        "last year's is {before}, this year's {now}",
    ),
    Unlike.RELEASE: (
        "hai số thuộc hai lần phát hành khác nhau",
        "the two come from different releases",
    ),
    Unlike.PRICE_BASE: ("hai số theo hai gốc giá khác nhau", "the two have different price bases"),
    Unlike.UNIT: ("hai số đo bằng hai loại đơn vị", "the two are measured in different units"),
    Unlike.BASE_NOT_POSITIVE: (
        "số năm trước không lớn hơn 0",
        "last year's figure is not above zero",
    ),
}


def growth_text(change: Growth | Unlike | None, lang: Lang) -> str:
    """The change as a phrase; "" where there is no year before or no comparison.

    >>> from decimal import Decimal
    >>> growth_text(Growth(Decimal("-17.3"), in_points=False), "vi")
    'giảm 17,3%'
    >>> growth_text(Growth(Decimal("0.45"), in_points=True), "en")
    'up 0.45 percentage points'
    """
    if not isinstance(change, Growth):
        return ""
    if change.change == 0:
        return "unchanged" if lang == "en" else "không đổi"
    size = write(abs(change.change), lang)
    if lang == "en":
        unit = " percentage points" if change.in_points else "%"
        return f"{'up' if change.change > 0 else 'down'} {size}{unit}"
    return (
        f"{'tăng' if change.change > 0 else 'giảm'} {size}{' điểm %' if change.in_points else '%'}"
    )


def unlike_text(why: Unlike, *, now: str, before: str, lang: Lang) -> str:
    """Why two years are not compared; `now` and `before` are the figures' statuses.

    >>> unlike_text(Unlike.STATUS, now="preliminary", before="estimated", lang="vi")
    'số năm trước là số ước, số năm nay là số sơ bộ'
    """
    english = lang == "en"
    return _UNLIKE[why][english].format(
        now=_STATUSES[Status(now)][english], before=_STATUSES[Status(before)][english]
    )


__all__ = ["growth_text", "unlike_text"]
