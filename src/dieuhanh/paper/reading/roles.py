"""Result or target: told by words, headings, the year, and the kind of paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from .layout import Page, Paragraph
from .lexicon import Phrases, lexicon, meanings
from .times import Time, Times

_LEXICON = lexicon("roles")
_HEADINGS = Phrases(meanings(_LEXICON["headings"]))
_WEAK = frozenset(_LEXICON["weak"]["words"])
_KINDS = Phrases(meanings(_LEXICON["kinds"]))
_CUES = Phrases(meanings(_LEXICON["cues"]))
_REPORTED = Phrases(dict.fromkeys(_LEXICON["reported"]["words"], True))
_NO_CUE_AFTER = frozenset(_LEXICON["no_cue_after"]["words"])
_LONGEST_OPENING = 14  # tokens
_COMPARED = (["với"], ["so"])
_OPENING = 25  # paragraphs among which the period reported is told
_EARLY = 3  # months
_TITLE = 14  # paragraphs among which the title of the paper stands


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paper is: whether its figures are targets unless told, and the year it reports."""

    plans: bool
    year: int | None
    period: str | None = None
    """The period reported, as written where it is first told."""


def setting_of(page: Page, times: Times) -> Setting:
    """The kind of paper, by its title, and the year reported."""
    plans = False
    for paragraph in page.paragraphs[:_TITLE]:
        kind = _title_kind(page, paragraph)
        if kind:
            plans = kind == "plan"
            break
    time = _reported(page, times)
    if time is None:
        return Setting(plans, None)
    if page.words[time.first] != "ngày":
        return Setting(plans, time.year, page.said(time.first, time.last))
    # A plan of the first months tells of the year that has just ended.
    early = plans and time.year is not None and _month(page, time) <= _EARLY
    return Setting(plans, time.year - 1 if early and time.year else time.year)


def _title_kind(page: Page, paragraph: Paragraph) -> str:
    """NGHỊ QUYẾT, QUYẾT ĐỊNH, KẾ HOẠCH … as a line of its own, in capitals."""
    found = _KINDS.at(page.words, paragraph.body, paragraph.last)
    if found and page.tokens[paragraph.body].text.isupper():
        return found[0]
    return ""


def _reported(page: Page, times: Times) -> Time | None:
    """The time reported: told beside "kết quả", "tổng kết"; else the paper's own; else the usual."""
    dated = None
    for index, paragraph in enumerate(page.paragraphs):
        for sentence in paragraph.sentences:
            told = [t for t in times.covers(sentence.first, sentence.last) if t.year]
            if not told:
                continue
            opening = index < _OPENING or paragraph.heading
            cue = opening and _REPORTED.within(page.words, sentence.first, sentence.last)
            for time in told:
                if cue and cue[1] <= time.first and page.words[time.first] != "ngày":
                    return time
            if dated is None and page.words[told[0].first] == "ngày":
                dated = told[0]
    if dated:
        return dated
    usual = Counter(
        t.year
        for t in times.all
        if t.year and not t.same and page.words[t.begin - 1 : t.begin] not in _COMPARED
    ).most_common(1)
    return next((t for t in times.all if usual and t.year == usual[0][0]), None)


def _month(page: Page, time: Time) -> int:
    numbers = [w for w in page.words[time.first : time.last] if w.isdecimal() and w.isascii()]
    return int(numbers[1]) if len(numbers) > 1 and len(numbers[1]) < 3 else 12


def planned_by_head(page: Page, times: Times, setting: Setting, paragraph: Paragraph) -> bool:
    """Whether the headings and list heads above a paragraph make its figures targets."""
    weak = None
    for index in (*reversed(paragraph.heads),):
        head = page.paragraphs[index]
        cue = heading_cue(page, times, setting, head)
        if cue in {"plan", "result"}:
            return cue == "plan"
        weak = weak or cue
    if weak == "year":
        return True
    # A plan's plain paragraphs before its first heading or list tell what led to it.
    return setting.plans and (bool(paragraph.heads) or paragraph.mark is not None)


def heading_cue(page: Page, times: Times, setting: Setting, head: Paragraph) -> str:
    """ "plan", "result", "year" (a coming one is named) or "" for a heading or list head."""
    first = head.body if head.heading or not head.sentences else head.sentences[-1].first
    return _cue_in(page, times, setting, first, head.last)


def _cue_in(page: Page, times: Times, setting: Setting, first: int, last: int) -> str:
    years = [t.year for t in times.covers(first, last) if t.year]
    found = None
    for at in range(first, last):
        named = _HEADINGS.at(page.words, at, last)
        if named is None or page.words[at - 1 : at] == ["hiện"]:
            continue
        phrase = " ".join(page.words[at : named[1]])
        if phrase not in _WEAK:
            found = named[0]
            break
    if found:
        return found
    coming = setting.year is not None and years and max(years) > setting.year
    return "year" if coming else ""


def inline_cue(page: Page, times: Times, setting: Setting, paragraph: Paragraph) -> str:
    """What a paragraph's own opening says before its first colon: "5. Nhiệm vụ cuối năm: …"."""
    if paragraph.mark is None or paragraph.lead:
        return ""
    for at in range(paragraph.body, min(paragraph.body + _LONGEST_OPENING, paragraph.last)):
        if page.words[at] == ":":
            cue = _cue_in(page, times, setting, paragraph.body, at)
            return cue if cue in {"plan", "result"} else ""
    return ""


def cue_between(page: Page, first: int, last: int) -> str:
    """The last word between two places that says a target or a result is told: "plan", "result", ""."""
    told = ""
    at = first
    while at < last:
        found = _CUES.at(page.words, at, last)
        if found is None:
            at += 1
            continue
        if page.words[at - 1 : at] and page.words[at - 1] in _NO_CUE_AFTER and at > first:
            at = found[1]
            continue
        told, at = found
    return told


__all__ = ["Setting", "cue_between", "heading_cue", "inline_cue", "planned_by_head", "setting_of"]
