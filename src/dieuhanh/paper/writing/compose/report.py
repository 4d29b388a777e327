"""Báo cáo tình hình thực hiện kế hoạch: the report of a plan's year."""

from __future__ import annotations

from collections.abc import Sequence

from dieuhanh.domain.verdicts import Basis, Verdict

from ..model import Block, Paper, Role, Span, Text, words
from ..model import Paragraph as P
from ..parts import roman
from . import board, so_far
from .by_area import appendix
from .by_field import by_field
from .results import against_last_year, cause, is_named, name_only, result
from .saying import (
    BLANK,
    Frame,
    Record,
    Said,
    body,
    bullets,
    clause,
    day,
    group,
    in_a_row,
    joined,
    lower_first,
    note,
    said,
)
from .sentences import spoken
from .year import Year, YearTarget

NO_FINDING = "Chưa có nội dung được ghi nhận: "


def report(year: Year, frame: Frame) -> Paper:
    """The report; its subject, sections, table and appendix follow the year's records."""
    of_plan = lower_first(year.plan_name) + year.within
    blocks: list[Block] = [_begins(year, frame)]
    if year.closes is None:
        blocks += [*_results(year), group("II.", "KẾT QUẢ THEO LĨNH VỰC"), *by_field(year)]
    else:
        blocks += [group("I.", "TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU CHỦ YẾU"), *so_far.results(year)]
    blocks += _findings(year, first=3 if year.closes is None else 2)
    blocks.append(body(f"Trên đây là báo cáo tình hình thực hiện {of_plan} của {frame.issuer}."))
    return Paper(
        "bao-cao", frame.letterhead, words(f"Tình hình thực hiện {of_plan}"), tuple(blocks),
        frame.signature, addressed_to=frame.addressed_to, recipients=frame.recipients,
        archive=frame.archive, draft_mark=frame.draft_mark, appendices=appendix(year),
    )  # fmt: skip


def _begins(year: Year, frame: Frame) -> P:
    of_plan = lower_first(year.plan_name) + year.within
    on = f"{frame.issuer} báo cáo tình hình thực hiện {of_plan} như sau:"
    if not year.bases:
        return body(on)
    return body("Thực hiện ", in_a_row(year.bases), ", ", on)


def counts(year: Year, *, dated: bool = True) -> Text:
    """The counts in a sentence: how many were met and exceeded, and what the rest is."""
    rest = [
        said(year.tally(verdict, found), f" chỉ tiêu {told}")
        for verdict, told in _REST
        if (found := year.counted(verdict))
    ]
    others: list[Said] = ["; ", joined(rest, "; ")] if rest else []
    opening = f"Theo số liệu cập nhật đến ngày {day(year.on)}, trong " if dated else "Trong "
    return said(
        opening, year.tally("total", year.targets), " chỉ tiêu chủ yếu ", _reached(year), *others,
        ".",
    )  # fmt: skip


def _reached(year: Year) -> Text:
    """Those met and exceeded: told by kind where they are of several, none told in words."""
    split = [
        said(year.tally(verdict, found), f" chỉ tiêu {told}")
        for verdict, told in _SPLIT
        if (found := year.counted(verdict))
    ]
    if not split:
        return words("chưa có chỉ tiêu nào đạt hoặc vượt kế hoạch")
    if len(split) == 1:
        return said("có ", split[0], " kế hoạch")
    met = year.counted(*(verdict for verdict, _told in _SPLIT))
    number = year.tally("reached", met)
    return said("có ", number, " chỉ tiêu đạt và vượt kế hoạch (", joined(split, ", "), ")")


def judged_otherwise(year: Year) -> list[Block]:
    """That another convention than the usual one judges; nothing for the usual."""
    if not year.judged_by:
        return []
    return [body(f"Các chỉ tiêu trong văn bản này được đánh giá theo quy ước “{year.judged_by}”.")]


_SPLIT = (
    (Verdict.EXCEEDED, "vượt"),
    (Verdict.MET, "đạt"),
    (Verdict.MET_OR_EXCEEDED, "được công bố là đạt hoặc vượt"),
)
_REST = (
    (Verdict.NOT_MET, "không đạt"),
    (Verdict.NO_DATA, "chưa đủ số liệu để đánh giá"),
    (Verdict.NOT_DUE, "chưa đến hạn đánh giá"),
    (Verdict.NOT_COMPARABLE, "không so sánh được với kế hoạch"),
)


def beside_published(year: Year) -> Text:
    """The count a source printed, and whether ours is the same; empty where none was printed."""
    told = year.published
    if told is None:
        return ()
    met = len(year.counted(Verdict.EXCEEDED, Verdict.MET, Verdict.MET_OR_EXCEEDED))
    same = (met, len(year.targets)) == (told.met, told.total)
    return said(
        f"Kết quả này trùng với số đã công bố ngày {day(told.on)}: "
        if same
        else f"Số đã công bố ngày {day(told.on)} khác với kết quả này: ",
        Span(f"{told.met}/{told.total}", told.source),
        " chỉ tiêu đạt và vượt.",
    )


def _bases_told(year: Year) -> Text:
    """How many verdicts were computed, and how many are kept as published."""
    kept = [each for each in year.targets if each.basis is Basis.AS_PUBLISHED]
    if not kept:
        return ()
    return said(
        "Có ", year.tally("as_published", kept),
        " chỉ tiêu giữ theo kết quả đã công bố, vì chưa có đủ số kế hoạch và số thực hiện để tính.",
    )  # fmt: skip


def _results(year: Year) -> list[Block]:
    told = [part for part in (beside_published(year), _bases_told(year)) if part]
    blocks: list[Block] = [
        group("I.", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHỦ YẾU"),
        clause(1, "Đánh giá chung"),
        P(counts(year)),
        *judged_otherwise(year),
        *(P(part) for part in told),
    ]
    number = 2
    for title, verdict in _GROUPS:
        found = year.counted(verdict)
        if found:
            counted = year.tally(verdict, found)
            blocks += [clause(number, f"{title} (", counted, " chỉ tiêu)"), *_listed(year, found)]
            number += 1
    blocks += [clause(number, f"So với {year.before}"), *_compared(year)]
    blocks += [clause(number + 1, "Bảng tổng hợp"), board.table(year), *board.notes(year)]
    return blocks


_GROUPS = (
    ("Chỉ tiêu vượt kế hoạch", Verdict.EXCEEDED),
    ("Chỉ tiêu đạt kế hoạch", Verdict.MET),
    ("Chỉ tiêu được công bố là đạt hoặc vượt", Verdict.MET_OR_EXCEEDED),
    ("Chỉ tiêu không đạt kế hoạch", Verdict.NOT_MET),
    ("Chỉ tiêu chưa đủ số liệu để đánh giá", Verdict.NO_DATA),
    ("Chỉ tiêu chưa đến hạn đánh giá", Verdict.NOT_DUE),
    ("Chỉ tiêu không so sánh được với kế hoạch", Verdict.NOT_COMPARABLE),
)


def _listed(year: Year, found: Sequence[YearTarget]) -> list[Block]:
    """A line for each; of what was not met also why; those whose name is not known in one line."""
    if found[0].verdict is Verdict.NOT_MET:
        return [_not_met(each) for each in found]
    named = [each for each in found if is_named(each)]
    days = {each.label_on for each in named if each.basis is Basis.AS_PUBLISHED}
    opening: list[Block] = []
    if found[0].verdict is Verdict.MET_OR_EXCEEDED and len(days) == 1:
        told = f"Theo kết quả công bố ngày {days.pop()}; chưa có mức kế hoạch để tính mức vượt:"
        opening = [body(told)]
    unnamed = [each for each in found if not is_named(each)]
    lines = [result(each) for each in named]
    if unnamed:
        numbers = ", ".join(each.no for each in unnamed)
        counted = year.tally(f"{found[0].verdict}/unnamed", unnamed)
        told = f" chỉ tiêu chưa rõ tên (số thứ tự {numbers} của kế hoạch)"
        lines.append(said(counted, told))
    return [*opening, *bullets(lines)]


def _not_met(target: YearTarget) -> P:
    return P(said(result(target), ". ", cause(target)), Role.BULLET)


def _compared(year: Year) -> list[Block]:
    """What rose and fell, and what is not compared, with the reason."""
    lines = [text for each in year.targets if (text := against_last_year(each, year.before))]
    unlike: dict[str, list[str]] = {}
    for each in year.targets:
        if each.compared is not None and each.compared.unlike:
            unlike.setdefault(each.compared.unlike, []).append(lower_first(name_only(each)))
    blocks: list[Block] = bullets(lines)
    for why, names in unlike.items():
        blocks.append(body(f"Không so sánh với {year.before}, vì {why}: {'; '.join(names)}."))
    left = [each for each in year.targets if each.compared is None]
    if len(left) == len(year.targets):
        return [body(f"Chưa có số liệu {year.before} của cùng nguồn để so sánh.")]
    if left:
        counted = year.tally("uncompared", left)
        told = f" chỉ tiêu còn lại chưa có số liệu {year.before} để so sánh."
        blocks.append(body(counted, told))
    return blocks


def _findings(year: Year, *, first: int) -> list[Block]:
    found = year.findings
    sections = (
        ("KẾT QUẢ NỔI BẬT", found.highlights),
        ("TỒN TẠI, HẠN CHẾ", found.shortcomings),
        ("NGUYÊN NHÂN", found.causes),
        ("BÀI HỌC KINH NGHIỆM", found.lessons),
    )
    blocks: list[Block] = []
    for number, (title, told) in enumerate(sections, start=first):
        blocks += [group(f"{roman(number)}.", title), *_by_field_told(told, year)]
    return blocks


def _by_field_told(told: Sequence[tuple[str, Record]], year: Year) -> list[Block]:
    """The findings as they were written, those of one field in one line."""
    if not told:
        return [note(NO_FINDING + BLANK)]
    fields: dict[str, list[Record]] = {}
    for field, record in told:
        fields.setdefault(field, []).append(record)
    lines: list[Block] = []
    for field, records in fields.items():
        opening = Span(f"Về {field}: ", italic=True) if field else Span("")
        text = joined((spoken(each, year.targets) for each in records), " ")
        lines.append(P(said(opening, text), Role.BULLET))
    return lines


__all__ = ["beside_published", "counts", "judged_otherwise", "report"]
