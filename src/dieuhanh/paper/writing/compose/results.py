"""One target's result as a sentence, without its full stop."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dieuhanh.domain.verdicts import Basis, Verdict

from ..model import Text, plain
from .saying import BLANK, SIMULATED_MARK, Record, Said, capital, ended, joined, lower_first, said
from .sentences import spoken
from .year import YearTarget

# What a plan's short name of a target carries that a sentence says with its verb.
_TAILS = re.compile(
    r"\s*\((giảm còn|tăng lên|giảm tối thiểu|tăng tối thiểu|tối thiểu|không quá|dưới|trên)\)\s*$"
)
_SAID_BY_TAIL = {"giảm còn": "giảm còn", "tăng lên": "tăng lên"}
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_FIRST = re.compile(r"^(Giảm|Tăng)\s+(?=\S)")

# {m}: the size of the difference; {c}: the share of the plan. Each follows the result.
_HOW: Mapping[str, str] = {
    "past": ", vượt kế hoạch",
    "sign_turned": ", đổi dấu so với kế hoạch",
    "exactly": ", đúng bằng mức kế hoạch",
    "reached": ", đạt kế hoạch",
    "inside": ", nằm trong mức kế hoạch",
    "under_ceiling": ", trong giới hạn kế hoạch",
    "good_end": ", đầu tốt của khoảng ước đạt mức kế hoạch",
    "range_holds_plan": ", khoảng ước chứa mức kế hoạch",
    "within_tolerance": ", trong sai số cho phép của kế hoạch",
    "rounded": ", làm tròn thì đạt mức kế hoạch",
    "kept": ", giữ được mức kế hoạch",
    "bound_excluded": ", mới bằng mốc của kế hoạch",
    "differs": ", khác mức kế hoạch",
}


def subject(target: YearTarget) -> tuple[str, str]:
    """The name to begin a sentence with, and its verb.

    >>> from dieuhanh.domain.verdicts import Basis, Verdict
    >>> poor = YearTarget("3", "Giảm tỷ lệ hộ nghèo (giảm tối thiểu)", "điểm %", "", Verdict.MET,
    ...                   Basis.COMPUTED, falls=True)
    >>> subject(poor)
    ('Tỷ lệ hộ nghèo', 'giảm')
    """
    name, verb = target.name.strip(), ""
    if tail := _TAILS.search(name):
        name, verb = name[: tail.start()], _SAID_BY_TAIL.get(tail[1], "")
    if target.falls and (first := _FIRST.match(name)):
        name, verb = capital(name[first.end() :]), first[1].lower()
    if target.falls and not verb and "giảm" not in name.lower():
        verb = "giảm"
    verb = verb or ("ở mức" if target.lower and not target.falls else "đạt")
    return name, f"ước {verb}" if target.estimated else verb


def result(target: YearTarget) -> Text:
    """What was achieved against what was asked, or why nothing can be said."""
    if target.parts:
        return _of_parts(target)
    if target.code == "qualitative_met":
        return said(subject(target)[0], ": được đánh giá là đạt")
    if target.code == "qualitative_not_met":
        return said(subject(target)[0], ": được đánh giá là không đạt")
    if target.basis is Basis.NONE:
        return _without(target)
    if not target.actual:
        return _without_result(target)
    return said(*_achieved(target), *how(target), *_asked(target), *_published(target))


def _achieved(target: YearTarget) -> list[Said]:
    name, verb = subject(target)
    mark = f" ({SIMULATED_MARK})" if target.simulated else ""
    return [f"{name} {verb} ", target.actual, mark]


def how(target: YearTarget) -> list[Said]:
    """How the result stands to the plan: "vượt 6,8% kế hoạch", "thiếu 10.118 lượt người"."""
    if target.near_miss:
        return _nearly(target)
    if target.basis is Basis.AS_PUBLISHED:
        return []
    if target.code == "past" and target.past:
        return _past(target)
    if target.code in {"short", "over"} and target.gap:
        verb = "thiếu" if target.code == "short" else "cao hơn mức kế hoạch"
        after = " so với kế hoạch" if target.code == "short" else ""
        share: list[Said] = (
            ["; bằng ", target.completion, "% kế hoạch"] if target.completion else []
        )
        return [f", {verb} ", target.gap, after, *share]
    if target.code == "exactly" and " đến " in plain(target.plan):
        return [_HOW["reached"]]
    return [_HOW.get(target.code, "")]


def _past(target: YearTarget) -> list[Said]:
    if target.lower and not target.falls:
        return [", thấp hơn mức kế hoạch ", target.past]
    if target.relative:
        return [", vượt ", target.past, " kế hoạch"]
    return [", vượt kế hoạch ", target.past]


def _asked(target: YearTarget) -> list[Said]:
    if not target.plan:
        return []
    note = f", {target.plan_note}" if target.plan_note else ""
    return [" (kế hoạch ", target.plan, f"{note})"]


def _nearly(target: YearTarget) -> list[Said]:
    """A near miss: what it was published as, where it was, and as what it is counted."""
    told = target.basis is Basis.AS_PUBLISHED and target.label
    called: list[Said] = ["được công bố là “", target.label, "”"] if told else ["xấp xỉ kế hoạch"]
    return [", ", *called, ", tính là chưa đạt"]


def _published(target: YearTarget) -> list[Said]:
    """Of a judgement that is only kept: the label, unless the list it stands in says so."""
    if target.basis is not Basis.AS_PUBLISHED or target.near_miss:
        return []
    if target.verdict is Verdict.MET_OR_EXCEEDED:
        return []
    return ["; được công bố là “", target.label, "”"] if target.label else []


def _without_result(target: YearTarget) -> Text:
    """Judged by what was published alone: no figure is in the books."""
    label: list[Said] = ["; được công bố là “", target.label, "”"] if target.label else []
    return said(subject(target)[0], ": chưa có số thực hiện", *_asked(target), *label)


def _without(target: YearTarget) -> Text:
    """No verdict: what is known, and what is missing."""
    name, verb = subject(target)
    why = lower_first_of(ended(target.why, "")) if target.why else ()
    if target.actual:
        told: list[Said] = ["; ", why] if why else []
        return said(f"{name} {verb} ", target.actual, *_asked(target), *told)
    return said(f"{name}: ", why or "chưa có số liệu", *_asked(target))


def _of_parts(target: YearTarget) -> Text:
    """A target of several parts: each part's own result, and which of them fall short."""
    failing = [part for part in target.parts if part.verdict is Verdict.NOT_MET]
    parts = joined((lower_first_of(result(part)) for part in target.parts), "; ")
    whole = target.counted("parts", "Số phần", target.parts)
    told: list[Said] = [" (gồm ", whole, " phần, phải đạt cả"]
    if failing:
        missed = target.counted("parts-missed", "Số phần không đạt", failing)
        told += ["; ", missed, " phần không đạt"]
    return said(subject(target)[0], *told, "): ", parts)


def lower_first_of(text: Text) -> Text:
    """The text to go on within a sentence."""
    if not text or text[0].source is not None:
        return text
    first, *rest = text
    return said(lower_first(first.text), *rest)


def cause(target: YearTarget) -> Text:
    """Why a target was not met: the causes recorded for it, else a blank to fill in."""
    if target.causes:
        return said("Nguyên nhân: ", _written(target.causes, target))
    if target.shortcomings:
        stated = _written(target.shortcomings, target)
        return said("Hạn chế đã nêu: ", stated, f" Nguyên nhân: {BLANK}")
    return said(f"Nguyên nhân: {BLANK}")


def _written(records: Sequence[Record], target: YearTarget) -> Text:
    """Sentences as they were written, one after another."""
    return joined((spoken(each, (target,)) for each in records), " ")


def against_last_year(target: YearTarget, before: str) -> Text:
    """The result beside the year before; empty where the two are not compared."""
    compared = target.compared
    if compared is None or not compared.change:
        return ()
    name, verb = subject(target)
    return said(
        f"{name} {verb} ", target.actual, ", ", compared.change, f" so với {before} (",
        compared.before, ")",
    )  # fmt: skip


def name_only(target: YearTarget) -> str:
    """The target's name as lists and heads print it: what falls still says that it falls.

    >>> from dieuhanh.domain.verdicts import Basis, Verdict
    >>> name_only(YearTarget("3", "Giảm tỷ lệ hộ nghèo (giảm tối thiểu)", "", "", Verdict.MET,
    ...                      Basis.COMPUTED, falls=True))
    'Giảm tỷ lệ hộ nghèo'
    """
    return bare_name(target.name)


def bare_name(name: str) -> str:
    """A plan's name of a target without what its number says anyway.

    >>> bare_name("Tỷ lệ lao động nông nghiệp (giảm còn)")
    'Tỷ lệ lao động nông nghiệp'
    """
    return _TAILS.sub("", name.strip())


def short_name(target: YearTarget) -> str:
    """The name for a list within brackets: what it says in brackets itself is left out.

    >>> from dieuhanh.domain.verdicts import Basis, Verdict
    >>> short_name(YearTarget("8", "Tỷ lệ tham gia BHXH tự nguyện (trên số thuộc diện)", "%", "",
    ...                       Verdict.MET, Basis.COMPUTED))
    'Tỷ lệ tham gia BHXH tự nguyện'
    """
    return _BRACKETS.sub("", name_only(target))


def is_named(target: YearTarget) -> bool:
    """Whether the books know what the target measures."""
    return not target.name.startswith("chưa rõ")


__all__ = [
    "against_last_year",
    "bare_name",
    "cause",
    "how",
    "is_named",
    "lower_first_of",
    "name_only",
    "result",
    "short_name",
    "subject",
]
