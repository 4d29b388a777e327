"""The review of a plan's year in sentences, composed from values for pages and papers alike.

A sentence is a row of pieces; a piece that states a figure carries the figure's id, so that a
page can lead from the number to its passport and a paper can simply join the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from dieuhanh.domain.numbers import write
from dieuhanh.domain.verdicts import NEAR_MISS, Basis, Verdict

from .growths import growth_text
from .spans import dated_name, day_name
from .verdicts import verdict_label

if TYPE_CHECKING:
    from datetime import date

    from dieuhanh.domain.dates import Dated
    from dieuhanh.domain.growth import Growth, Unlike
    from dieuhanh.domain.numbers import Lang


@dataclass(frozen=True, slots=True)
class Published:
    """A count a source printed: "12/22", by whom, when."""

    met: int
    total: int
    source: str
    dated: Dated


@dataclass(frozen=True, slots=True)
class Result:
    """One target's result. `value` and `plan` are in words already; empty where not known."""

    no: str
    name: str
    verdict: Verdict
    basis: Basis
    value: str = ""
    figure: int | None = None
    plan: str = ""
    completion: Decimal | None = None
    near_miss: bool = False
    growth: Growth | Unlike | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `figure` is the id of the figure it states, `target` its number."""

    text: str
    figure: int | None = None
    target: str = ""


Sentence = tuple[Piece, ...]

_COUNTED: Mapping[Verdict, tuple[str, str]] = {
    Verdict.EXCEEDED: ("{n} chỉ tiêu vượt kế hoạch", "{n} exceeded"),
    Verdict.MET: ("{n} chỉ tiêu đạt kế hoạch", "{n} met"),
    Verdict.MET_OR_EXCEEDED: (
        "{n} chỉ tiêu được công bố là đạt hoặc vượt mà không tách riêng",
        "{n} published as met or exceeded without telling which",
    ),
    Verdict.NOT_MET: ("{n} chỉ tiêu không đạt", "{n} not met"),
    Verdict.NO_DATA: (
        "{n} chỉ tiêu chưa đủ số liệu để đánh giá",
        "{n} could not be judged for lack of data",
    ),
    Verdict.NOT_DUE: ("{n} chỉ tiêu chưa đến hạn đánh giá", "{n} not yet due"),
    Verdict.NOT_COMPARABLE: ("{n} chỉ tiêu không so sánh được", "{n} not comparable"),
}
_OPENING = (
    "Theo số liệu biết được đến ngày {day}, trong {total} chỉ tiêu chủ yếu của {plan} có {met} chỉ tiêu đạt và vượt kế hoạch{how}{rest}.",
    "By what was known on {day}, {met} of the {total} main targets of the {plan} were met or exceeded{how}{rest}.",
)
_BASES = (
    "Trong {judged} chỉ tiêu đã có đánh giá, {computed} chỉ tiêu được tính lại từ số kế hoạch và số thực hiện, {published} chỉ tiêu giữ theo công bố vì nguồn không nêu đủ số để tính.",
    "Targets with a verdict: {judged}, of which {computed} recomputed from plan and result and {published} kept as published because no source gives all the numbers.",
)
_AGREES = (
    "Kết quả này trùng với tỷ số {met}/{total} đã công bố ({source}, {day}).",
    "This agrees with the published count of {met}/{total} ({source}, {day}).",
)
_DIFFERS = (
    "Tỷ số đã công bố là {met}/{total} ({source}, {day}), khác với kết quả {ours} xác định được từ sổ.",
    "The published count is {met}/{total} ({source}, {day}), which differs from the {ours} that the books can show.",
)
_NOT_PUBLISHED = (
    "Đến ngày này chưa có tỷ số nào được công bố.",
    "No count had been published by that day.",
)


def opening(
    results: Sequence[Result], published: Published | None, *, plan: str, on: date, lang: Lang
) -> list[str]:
    """The review's first paragraph, a list of sentences: what was reached, on what basis."""
    counts = Counter(result.verdict for result in results)
    bases = Counter(result.basis for result in results)
    met = sum(count for verdict, count in counts.items() if verdict.is_met)
    english = lang == "en"
    split = [_counted(v, counts[v], lang) for v in _COUNTED if v.is_met and counts[v]]
    others = [_counted(v, counts[v], lang) for v in _COUNTED if not v.is_met and counts[v]]
    sentences = [
        _OPENING[english].format(
            day=day_name(on, lang), total=len(results), plan=plan, met=met,
            how=f" ({'; '.join(split)})" if split else "",
            rest="".join(f"; {told}" for told in others),
        )
    ]  # fmt: skip
    computed, kept = bases[Basis.COMPUTED], bases[Basis.AS_PUBLISHED]
    if computed or kept:
        told = _BASES[english] if kept else _ALL_COMPUTED[english]
        sentences.append(told.format(judged=computed + kept, computed=computed, published=kept))
    sentences.append(_beside(published, met, len(results), lang))
    return sentences


_ALL_COMPUTED = (
    "Cả {judged} chỉ tiêu đã có đánh giá đều được tính lại từ số kế hoạch và số thực hiện.",
    "All {judged} targets with a verdict were recomputed from plan and result.",
)


def _counted(verdict: Verdict, count: int, lang: Lang) -> str:
    return _COUNTED[verdict][lang == "en"].format(n=count)


def _beside(published: Published | None, met: int, total: int, lang: Lang) -> str:
    """The published count, compared with ours."""
    english = lang == "en"
    if published is None:
        return _NOT_PUBLISHED[english]
    same = (published.met, published.total) == (met, total)
    return (_AGREES if same else _DIFFERS)[english].format(
        met=published.met, total=published.total, source=published.source,
        day=dated_name(published.dated, lang), ours=f"{met}/{total}",
    )  # fmt: skip


_HEADS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.EXCEEDED: ("Vượt kế hoạch", "Exceeded"),
    Verdict.MET: ("Đạt kế hoạch", "Met"),
    Verdict.MET_OR_EXCEEDED: ("Đạt hoặc vượt, theo công bố", "Met or exceeded, as published"),
    Verdict.NOT_MET: ("Không đạt", "Not met"),
    Verdict.NO_DATA: ("Chưa đủ số liệu", "No data"),
    Verdict.NOT_DUE: ("Chưa đến hạn", "Not yet due"),
    Verdict.NOT_COMPARABLE: ("Không so sánh được", "Not comparable"),
}


def by_verdict(results: Sequence[Result], lang: Lang) -> list[tuple[str, Sentence]]:
    """One sentence a verdict, under its head with the count, in the order papers tell them."""
    groups = []
    for verdict, heads in _HEADS.items():
        of_it = [result for result in results if result.verdict is verdict]
        if of_it:
            groups.append((f"{heads[lang == 'en']} ({len(of_it)})", _joined(of_it, lang)))
    return groups


def _joined(results: Sequence[Result], lang: Lang) -> Sentence:
    pieces: list[Piece] = []
    for result in results:
        pieces += [Piece("; ")] if pieces else []
        pieces += result_pieces(result, lang)
    return (*pieces, Piece("."))


def result_pieces(result: Result, lang: Lang) -> Sentence:
    """One target's result, without a full stop: name, value, completion, plan, change.

    >>> revenue = Result(
    ...     "1", "Thu ngân sách", Verdict.EXCEEDED, Basis.COMPUTED, "5.851 tỷ đồng", 7,
    ...     "tối thiểu 5.478 tỷ đồng", Decimal("106.8"))
    >>> joined(result_pieces(revenue, "vi"))
    'Thu ngân sách: 5.851 tỷ đồng, bằng 106,8% kế hoạch (tối thiểu 5.478 tỷ đồng)'
    """
    english = lang == "en"
    pieces = [Piece(result.name, target=result.no)]
    pieces += [Piece(": "), Piece(result.value, figure=result.figure)] if result.value else []
    told = _of_plan(result, lang)
    change = growth_text(result.growth, lang)
    told += (
        f", {change} {'on the year before' if english else 'so với năm trước'}" if change else ""
    )
    if result.near_miss:
        told += f", {verdict_label(NEAR_MISS, lang)}"
    return (*pieces, Piece(told)) if told else tuple(pieces)


def _of_plan(result: Result, lang: Lang) -> str:
    english = lang == "en"
    if result.completion is not None:
        share = f"{write(result.completion, lang)}%"
        told = f", {share} of the plan" if english else f", bằng {share} kế hoạch"
        return f"{told} ({result.plan})" if result.plan else told
    if result.plan:
        return f" (plan: {result.plan})" if english else f" (kế hoạch: {result.plan})"
    return ""


def joined(sentence: Sentence) -> str:
    """The bare words of a sentence."""
    return "".join(piece.text for piece in sentence)


__all__ = [
    "Piece",
    "Published",
    "Result",
    "Sentence",
    "by_verdict",
    "joined",
    "opening",
    "result_pieces",
]
