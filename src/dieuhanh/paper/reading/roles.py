"""Result or target: told by the words of a sentence, its opening, the headings above."""

from __future__ import annotations

from .layout import Page, Paragraph
from .lexicon import Phrases, lexicon, meanings
from .setting import TITLE, Setting
from .times import Times

_LEXICON = lexicon("roles")
_HEADINGS = Phrases(meanings(_LEXICON["headings"]))
_WEAK = frozenset(_LEXICON["weak"]["words"])
_CUES = Phrases(meanings(_LEXICON["cues"]))
_NO_CUE_AFTER = frozenset(_LEXICON["no_cue_after"]["words"])
_NO_HEADING_AFTER = (["hiện"], ["thành"], ["vượt"], ["đạt"])  # "hoàn thành kế hoạch năm 2020"
_LONGEST_OPENING = 20  # tokens


def planned_by_head(page: Page, times: Times, setting: Setting, paragraph: Paragraph) -> bool:
    """Whether the headings and list heads above a paragraph make its figures targets."""
    weak = None
    for index in reversed(paragraph.heads):
        head = page.paragraphs[index]
        if index == 0 and paragraph.mark is None and not setting.plans:
            break  # a story's headline tells what it is about, not what its figures are
        cue = heading_cue(page, times, setting, head)
        if cue in {"plan", "result"}:
            return cue == "plan"
        weak = weak or cue
    if weak == "year":
        return True
    # A plan's plain paragraphs before its first heading or list tell what led to it.
    under = any(not _is_title(page, index) for index in paragraph.heads)
    return setting.plans and (under or paragraph.mark is not None)


def _is_title(page: Page, index: int) -> bool:
    """Whether a heading is the paper's own, above all of it: CHỈ THỊ, VỀ VIỆC …"""
    head = page.paragraphs[index]
    return head.heading and head.mark is None and index < TITLE


def heading_cue(page: Page, times: Times, setting: Setting, head: Paragraph) -> str:
    """ "plan", "result", "year" (a coming one is named) or "" for a heading or list head."""
    first = head.body if head.heading or not head.sentences else head.sentences[-1].first
    return _cue_in(page, times, setting, first, head.last)


def _cue_in(page: Page, times: Times, setting: Setting, first: int, last: int) -> str:
    years = [t.year for t in times.covers(first, last) if t.year]
    found = None
    for at in range(first, last):
        named = _HEADINGS.at(page.words, at, last)
        if named is None or page.words[at - 1 : at] in _NO_HEADING_AFTER:
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
        told, at = (told if found[0] == "neither" else found[0]), found[1]
    return told


__all__ = ["cue_between", "heading_cue", "inline_cue", "planned_by_head"]
