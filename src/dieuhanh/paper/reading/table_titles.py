"""What stands above a table: its unit, what it measures, of which year, plan or result."""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.domain.text import nfc

from .columns import is_unit, unit_in
from .lexicon import Phrases, lexicon
from .tokens import Kind, Token, tokens_of
from .trimming import HEADS

_LEXICON = lexicon("tables")["title"]
_OPENERS = Phrases(dict.fromkeys(_LEXICON["openers"], True))
_ENDS = Phrases(dict.fromkeys(_LEXICON["ends"], True))
_PLAN = Phrases(dict.fromkeys(_LEXICON["plan"], True))
_RESULT = Phrases(dict.fromkeys(_LEXICON["result"], True))
_STRONG = frozenset({"amount", "rate", "growth"})
_UNIT = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:\s*([^\n\r)]{1,30})", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9])")
_ABOVE = 600  # characters above a table in which its title may stand
_LINES = 4
_LONGEST = 220


class Title(NamedTuple):
    """`role` is "plan", "result" or ""; the others are empty where nothing is told."""

    measure: str = ""
    unit: str = ""
    year: int | None = None
    role: str = ""


def title_of(text: str, start: int, caption: str) -> Title:
    """The title of a table that begins at `start`; `caption` stands in its own first rows."""
    above = nfc(text[max(0, start - _ABOVE) : start])
    near = [line for line in above.splitlines() if line.strip()][-_LINES:]
    unit = _unit_in(caption) or _unit_in("\n".join(near[-2:]))
    titles = [*near, *caption.splitlines()]
    for line in reversed(titles):
        bare = _UNIT.split(line, maxsplit=1)[0].strip(" \t*_#(|")
        if not bare or line.strip(" \t*_#").startswith("(") or len(bare) > _LONGEST:
            continue
        if bare.endswith((".", ";")):
            break
        if told := _told(bare):
            bracketed = unit_in(bare)
            return told._replace(unit=unit or (bracketed if is_unit(bracketed) else ""))
    return Title(unit=unit)


def _unit_in(text: str) -> str:
    found = _UNIT.search(text)
    return found.group(1).split("\t", maxsplit=1)[0].strip(" .*_|") if found else ""


def _told(line: str) -> Title | None:
    """What one line says; None for one that says nothing of the table."""
    tokens = tokens_of(line)
    words = [token.folded for token in tokens]
    years = _YEAR.findall(line)
    plan, result = (each.within(words, 0, len(words)) for each in (_PLAN, _RESULT))
    role = "result" if result else "plan" if plan else ""
    measure = _measure(line, tokens, words)
    if not (years or role or measure):
        return None
    return Title(measure, "", int(years[0]) if len(set(years)) == 1 else None, role)


def _measure(line: str, tokens: tuple[Token, ...], words: list[str]) -> str:
    """The name of an indicator between "Biểu 2. Kết quả" and "theo huyện năm 2021"."""
    at = 0
    while at < len(words):
        numbered = at + 1 < len(words) and tokens[at + 1].kind is Kind.NUMBER
        if HEADS.at(words, at, len(words)) and not numbered:
            break
        found = _OPENERS.at(words, at, len(words))
        if found:
            at = found[1]
        elif (
            tokens[at].kind is not Kind.WORD
            or len(words[at]) == 1
            or words[at] in {"số", "ii", "iii"}
        ):
            at += 1
        else:
            return ""
    head = HEADS.at(words, at, len(words))
    if head is None or head[0] not in _STRONG:
        return ""
    end = head[1]
    while (
        end < len(tokens) and tokens[end].kind is Kind.WORD and not _ENDS.at(words, end, len(words))
    ):
        end += 1
    said = line[tokens[at].start : tokens[end - 1].end]
    return said.capitalize() if said.isupper() else said


__all__ = ["Title", "title_of"]
