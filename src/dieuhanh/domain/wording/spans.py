"""Dates and periods in words, as Vietnamese papers and English pages name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dieuhanh.domain.dates import Dated, Precision, write_vi_date
from dieuhanh.domain.periods import Frequency, Period, ReportSpan
from dieuhanh.domain.reporting import ReportKind, ReportPeriod

if TYPE_CHECKING:
    from datetime import date

    from dieuhanh.domain.numbers import Lang

ROMAN = ("I", "II", "III", "IV")
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def day_name(day: date, lang: Lang) -> str:
    """The day as the language writes it.

    >>> from datetime import date
    >>> day_name(date(2022, 1, 12), "vi"), day_name(date(2022, 1, 12), "en")
    ('12/01/2022', '12 January 2022')
    """
    if lang == "vi":
        return write_vi_date(day)
    return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"


def dated_name(dated: Dated, lang: Lang) -> str:
    """The date with what its source leaves unsaid.

    >>> from dieuhanh.domain.dates import read_dated
    >>> dated_name(read_dated("12/2021"), "vi"), dated_name(read_dated("12/2021"), "en")
    ('tháng 12/2021 (không rõ ngày)', 'December 2021 (day not known)')
    >>> dated_name(read_dated("31/12/2021", "placed"), "vi")
    '31/12/2021 (ngày ước định)'
    """
    day, vietnamese = dated.day, lang == "vi"
    match dated.precision:
        case Precision.DAY:
            return day_name(day, lang)
        case Precision.PLACED:
            return f"{day_name(day, lang)} ({'ngày ước định' if vietnamese else 'assumed date'})"
        case Precision.MONTH:
            if vietnamese:
                return f"tháng {day.month}/{day.year} (không rõ ngày)"
            return f"{_MONTHS_EN[day.month - 1]} {day.year} (day not known)"
    if vietnamese:
        return f"năm {day.year} (không rõ ngày, tháng)"
    return f"{day.year} (day and month not known)"


def period_name(period: Period, lang: Lang) -> str:
    """The period's name in the language.

    >>> [period_name(Period.parse(text), "vi") for text in ("2021", "2021-Q3", "2021-07")]
    ['năm 2021', 'quý III/2021', 'tháng 7/2021']
    >>> period_name(Period.parse("2021-01-01/P9M"), "vi")
    '9 tháng năm 2021'
    >>> period_name(Period.parse("2021-01-01/P5Y"), "vi")
    'giai đoạn 2021-2025'
    >>> period_name(Period.parse("2020-12-15/P1Y"), "vi")
    'báo cáo năm 2021 (15/12/2020-14/12/2021)'
    >>> period_name(Period.parse("2021-01-01/P9M"), "en")
    'first 9 months of 2021'
    """
    if isinstance(period, ReportSpan):
        return _report_name(period.named, (period.start, period.end), lang)
    return _period_vi(period) if lang == "vi" else _period_en(period)


def report_period_name(report: ReportPeriod, lang: Lang) -> str:
    """A report's period with its days, so that nobody takes it for the calendar's.

    "báo cáo năm 2021 (15/12/2020-14/12/2021)", "report on Q3 2021 (15 June 2021 to …)".
    """
    name, days = period_name(report.named, lang), (report.start, report.end)
    if report.kind is not ReportKind.INVESTMENT_YEAR:
        return _report_name(report.named, days, lang)
    if lang == "vi":
        start, end = map(write_vi_date, days)
        return f"giải ngân đầu tư công {name} ({start}-{end})"
    start, end = (day_name(day, lang) for day in days)
    return f"public investment disbursement of {name} ({start} to {end})"


def _report_name(named: Period, days: tuple[date, date], lang: Lang) -> str:
    start, end = (day_name(day, lang) for day in days)
    if lang == "vi":
        return f"báo cáo {period_name(named, lang)} ({start}-{end})"
    return f"report on {period_name(named, lang)} ({start} to {end})"


def _period_vi(period: Period) -> str:
    start = period.start
    match period.frequency:
        case Frequency.YEAR:
            return f"năm {start.year}"
        case Frequency.HALF:
            return f"6 tháng {'đầu' if start.month == 1 else 'cuối'} năm {start.year}"
        case Frequency.QUARTER:
            return f"quý {ROMAN[start.month // 3]}/{start.year}"
        case Frequency.MONTH:
            return f"tháng {start.month}/{start.year}"
    return _span_vi(period)


def _span_vi(period: Period) -> str:
    start, end = period.start, period.end
    if (start.month, end.month) == (1, 12):
        return f"giai đoạn {start.year}-{end.year}"
    if start.month == 1 and start.year == end.year:
        return f"{period.months} tháng năm {start.year}"
    return f"từ tháng {start.month}/{start.year} đến tháng {end.month}/{end.year}"


def _period_en(period: Period) -> str:
    start = period.start
    match period.frequency:
        case Frequency.YEAR:
            return f"{start.year}"
        case Frequency.HALF:
            return f"{'first' if start.month == 1 else 'second'} half of {start.year}"
        case Frequency.QUARTER:
            return f"Q{start.month // 3 + 1} {start.year}"
        case Frequency.MONTH:
            return f"{_MONTHS_EN[start.month - 1]} {start.year}"
    return _span_en(period)


def _span_en(period: Period) -> str:
    start, end = period.start, period.end
    if (start.month, end.month) == (1, 12):
        return f"{start.year}-{end.year}"
    if start.month == 1 and start.year == end.year:
        return f"first {period.months} months of {start.year}"
    first, last = _MONTHS_EN[start.month - 1], _MONTHS_EN[end.month - 1]
    return f"{first} {start.year} to {last} {end.year}"


__all__ = ["dated_name", "day_name", "period_name", "report_period_name"]
