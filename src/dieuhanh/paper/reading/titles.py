"""Titles (chức danh): an office, what qualifies it, and the body it is held in."""

from __future__ import annotations

from .bodies import HEADS, body_end, names_end
from .lexicon import lexicon
from .lines import Line
from .names import POSTS
from .wordlists import Wordlist, syllables, words_of

_LEXICON = lexicon("people")
ADDRESS = Wordlist(_LEXICON["address"])
_BOUND = Wordlist(_LEXICON["bound_posts"])
_RANKS = Wordlist(_LEXICON["ranks"])
_QUALITIES = Wordlist(_LEXICON["qualities"])
_BEFORE = frozenset(_LEXICON["before_posts"])
_TERMS = syllables(" ".join(_LEXICON["offices_end"]))
_SHORT = {key: " ".join(words_of(full)) for key, full in _LEXICON["short_forms"].items()}
_ALSO = frozenset({"kiêm"})
_SMALL = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "và", "các", "nhân", "dân"})


def title_end(line: Line, at: int) -> int:
    """The place after the title that begins at `at`; `at` when none does.

    An office alone is one ("Chủ tịch"), but not a word that needs its body ("Trưởng").
    """
    first = at + 1 if line.word(at) in _BEFORE else at
    post = POSTS.end(line.words, first)
    if post == first:
        return at
    bare = _BOUND.end(line.words, first) == post
    if _RANKS.end(line.words, first) == post and HEADS.end(line.words, post) == post:
        return post  # "Thượng úy Y …": a rank is held in no body
    end = _quality_end(line, post)
    if line.word(end) == "của":
        body = body_end(line, end + 1)
        end = body if body > end + 1 else end
    else:
        end = names_end(line, end, after_head=_opens_body(line, end))
    if bare and end == post:
        return at
    return _term_end(line, end)


def _opens_body(line: Line, at: int) -> bool:
    """ "Trưởng phòng", "Trưởng ban": the office's own last word is the body's head."""
    return HEADS.begin(line.words, at) < at


def _quality_end(line: Line, at: int) -> int:
    """Over "Thường trực", "phụ trách", unless it opens a body ("Thường trực HĐND" is none)."""
    end = _QUALITIES.end(line.words, at)
    return _QUALITIES.end(line.words, end) if end > at else at


def _term_end(line: Line, at: int) -> int:
    """Over "khóa XV", "nhiệm kỳ 2021 - 2026"."""
    if line.word(at) == "khóa" and at + 1 < len(line):
        return at + 2
    return at


def titles_end(line: Line, at: int) -> tuple[list[tuple[int, int]], int]:
    """The titles that stand in a row at `at`, joined by commas, "và", "kiêm"; and their end."""
    found: list[tuple[int, int]] = []
    end = at
    while end < len(line):
        title = title_end(line, end)
        if title == end:
            break
        found.append((end, title))
        after = _joint_end(line, title)
        if after == title or title_end(line, after) == after:
            return found, title
        end = after
    return found, found[-1][1] if found else at


def address_end(line: Line, at: int) -> int:
    """The place after words of address: "đồng chí", "ông", "GS.TS", "PGS, TS."."""
    end = ADDRESS.end(line.words, at)
    while end > at:
        after = end
        while line.word(after) in {".", ","} and after - end < 2:
            more = ADDRESS.end(line.words, after + 1)
            if more > after + 1 or line.word(after) == ".":
                after = max(more, after + 1)
                break
            break
        more = ADDRESS.end(line.words, after)
        after = max(after, more)
        if after == end:
            break
        end = after
    return end


def _joint_end(line: Line, at: int) -> int:
    word = line.word(at)
    if word == "," and line.word(at + 1) in {"kiêm", "đồng", "hiện", "nguyên"}:
        return _joint_end(line, at + 1) if line.word(at + 1) != "nguyên" else at + 1
    if word in {",", "và", "-", "–", "/"} | _ALSO:
        return at + 1
    if word == "đồng" and line.word(at + 1) == "thời" and line.word(at + 2) == "là":
        return at + 3
    return at


def title_text(line: Line, first: int, last: int) -> str:
    """The title written as the lexicon writes its office: "phó chủ tịch UBND tỉnh" → "Phó …"."""
    start = first + 1 if line.words[first] in _BEFORE else first
    post = POSTS.end(line.words, start)
    written = line.said(start, post)
    words = [POSTS.written(line.words[start:post])]
    if not written.isupper() and _capitals(written) > _capitals(words[0]):
        words = [written]
    if start > first:
        words[0] = f"{line.words[first].capitalize()} {words[0]}"
    if post == last:
        return words[0]
    rest = line.said(post, last)
    if rest.isupper() and line.shouted(first):
        rest = " ".join(_unshouted(word) for word in rest.split(" "))
        rest = rest.replace("tỉnh Ủy", "Tỉnh ủy").replace(" Ủy viên", " ủy viên")
    return f"{words[0]} {rest}"


def _capitals(text: str) -> int:
    return sum(letter.isupper() for letter in text)


def _unshouted(word: str) -> str:
    low = word.lower()
    if low in _SMALL:
        return low
    return word if low in _SHORT or not _is_syllable(low) else word.capitalize()


def _is_syllable(low: str) -> bool:
    return low not in {"ubnd", "hđnd", "mttq", "tp", "đbqh"}


def title_key(title: str) -> str:
    """The title as titles are compared: short forms written out, case and tone spelling gone.

    >>> title_key("Chủ tịch UBND tỉnh") == title_key("Chủ tịch Uỷ ban nhân dân tỉnh")
    True
    """
    return " ".join(_SHORT.get(word, word) for word in words_of(title))


def merged(titles: list[str]) -> tuple[str, ...]:
    """Each title once, in order; one that another only says more fully gives way to it.

    >>> merged(["Chủ tịch", "Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"])
    ('Chủ tịch UBND tỉnh', 'Bí thư Tỉnh ủy')
    """
    kept: list[tuple[str, str]] = []
    for title in titles:
        key = title_key(title)
        for at, (other, _) in enumerate(kept):
            if other == key or other.startswith(key + " "):
                break
            if key.startswith(other + " "):
                kept[at] = (key, title)
                break
        else:
            kept.append((key, title))
    return tuple(title for _, title in kept)


__all__ = ["ADDRESS", "address_end", "merged", "title_end", "title_key", "title_text", "titles_end"]
