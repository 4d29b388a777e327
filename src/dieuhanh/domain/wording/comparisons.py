"""What changed between two assessments, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.numbers import Lang, read_plain, write
from dieuhanh.domain.verdicts import Verdict

from .measures import unit_name
from .spans import day_name
from .verdicts import verdict_label


def comparison_text(shape: dict[str, Any], lang: Lang) -> str:
    """`11/22 → 12/22` with the two days, and the verdicts that turned named with their figure."""
    left, right = (_score(shape[side], lang) for side in ("left", "right"))
    told = [c for c in shape["changes"] if c["turn"] == "flipped"]
    sentences = [f"{left} → {right}."]
    sentences += [f"{change_text(change, lang)}." for change in told]
    if judged := shape["newly_judged"]:
        sentences.append(
            f"{judged} more targets have a verdict."
            if lang == "en"
            else f"{judged} chỉ tiêu nữa đã có đánh giá."
        )
    if not shape["changes"]:
        sentences.append("Nothing changed." if lang == "en" else "Không có gì thay đổi.")
    return " ".join(sentences)


def _score(side: dict[str, Any], lang: Lang) -> str:
    """The published count first, where there is one, and beside it what the books can show."""
    tally = side["tally"]
    published = tally["published"]
    day = day_name(date.fromisoformat(side["as_known_on"]), lang)
    ours = f"{tally['met_or_exceeded']}/{tally['total']}"
    if published is None:
        return f"{ours} ({day})"
    score = f"{published['met']}/{published['total']}"
    if lang == "en":
        return f"{score} published ({day}; {ours} in the books)"
    return f"Công bố {score} ({day}; trong sổ {ours})"


def change_text(change: dict[str, Any], lang: Lang) -> str:
    """One target's turn, naming the figure that turned it."""
    before, after = change["before"], change["after"]
    turn = f"{_verdict(before, lang)} → {_verdict(after, lang)}"
    figures = f"{_actual(before, change, lang)} → {_actual(after, change, lang)}"
    why = {
        "figure": ("số liệu: {figures}", "figure: {figures}"),
        "plan": ("số kế hoạch đổi", "the plan value changed"),
        "published": ("có đánh giá công bố mới", "a judgement was published"),
        "convention": ("cách đọc quy tắc đổi", "the convention changed"),
        "target": ("chỉ tiêu được thêm hoặc bỏ", "the target was added or dropped"),
    }[change["why"]][lang == "en"]
    return f"{change['indicator']}: {turn} ({why.format(figures=figures)})"


def _verdict(side: dict[str, Any] | None, lang: Lang) -> str:
    return verdict_label(Verdict(side["verdict"]), lang) if side else "–"


def _actual(side: dict[str, Any] | None, change: dict[str, Any], lang: Lang) -> str:
    if not side or side["actual"] is None:
        return "chưa có" if lang != "en" else "none yet"
    try:
        number = write(read_plain(side["actual"]), lang)
    except BadInput:
        number = side["actual"]
    unit = change["unit"]
    return f"{number} {unit_name(unit, lang)}" if unit else number
