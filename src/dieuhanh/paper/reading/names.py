"""Names of persons told from names of places: runs of capitalised syllables."""

from __future__ import annotations

from .lexicon import lexicon
from .lines import Line
from .wordlists import Wordlist, syllables

_PEOPLE, _BODIES = lexicon("people"), lexicon("bodies")
SURNAMES = syllables(_PEOPLE["surnames"])
WEAK_SURNAMES = syllables(_PEOPLE["weak_surnames"])
MIDDLE = syllables(_PEOPLE["middle"])
POSTS = Wordlist(_PEOPLE["posts"])
NOT_PEOPLE = Wordlist(_PEOPLE["context"]["not_people"])
_PLACES = Wordlist(
    name.strip()
    for block in _BODIES["places"].values()
    for line in block.split("\n")
    for name in line.split("|")
    if name.strip()
)
_HEADS = Wordlist(_BODIES["heads"])
_FUNCTIONS = Wordlist(_BODIES["functions"])
_HEADLINE_VERBS = Wordlist(_PEOPLE["context"]["headline_verbs"])
LONGEST_NAME = 6
_APOSTROPHES = frozenset({"'", "’", "‘"})
# Lengths a place's name is tried with when a person's name follows it without a comma.
_PLACE_LENGTHS = (2, 1, 3, 4)
_USUAL_PLACE, _USUAL_NAMES = 2, (2, 3)


def run_end(line: Line, at: int, most: int = LONGEST_NAME) -> int:
    """The place after the capitalised syllables that stand together from `at` on.

    A run in capitals throughout ends where it turns to small letters, and the other way round.
    """
    end, count = at, 0
    shouted = line.shouted(at)
    while count < most and line.capital(end):
        if count and line.shouted(end) != shouted and len(line.tokens[end].text) > 1:
            break
        end, count = end + 1, count + 1
        if line.word(end) in _APOSTROPHES and line.touching(end) and line.capital(end + 1):
            if not line.touching(end + 1) and len(line.tokens[end - 1].text) > 1:
                break
            end += 2
    return end


def name_end(line: Line, at: int, *, sure: bool = False) -> int:
    """The place after the person's name that begins at `at`; `at` when none can.

    `sure`: a title or a word of address stands before it, so that any first syllable will do.
    """
    if not line.capital(at):
        return at
    end = run_end(line, at)
    for cut in range(at + 1, end):
        if _begins_other(line, cut):
            end = cut
            break
    if end < len(line) and line.shouted(at):
        end = _headline_end(line, at, end)
    first = line.words[at]
    known = first in SURNAMES or (
        first in WEAK_SURNAMES and (sure or line.word(at + 1) in {"văn", "thị"})
    )
    if end - at < 2 or not (known or (sure and _foreign(line, at, end))):
        return at
    head = _HEADS.end(line.words, at)
    if head > at + 1 or (head > at and not known) or POSTS.end(line.words, at) > at:
        return at
    if NOT_PEOPLE.end(line.words, at) == end or (_PLACES.end(line.words, at) == end and not sure):
        return at
    if any(not _syllable(line.tokens[each].text) for each in range(at, end)):
        return at
    return end


def _headline_end(line: Line, at: int, end: int) -> int:
    """ "NGUYỄN VĂN AN LÀM VIỆC VỚI …": the name ends before what a headline says he does."""
    for cut in range(at + 2, end):
        verb = _HEADLINE_VERBS.end(line.words, cut)
        if verb > cut + 1 or (verb > cut and (cut - at > 2 or cut + 1 < end)):
            return cut
    return end


def begins_name(line: Line, at: int) -> bool:
    """Whether a person's name, rather than a place's, begins here inside running capitals."""
    if _PLACES.end(line.words, at) > at:
        return False
    if line.words[at] in SURNAMES:
        return name_end(line, at) > at
    return line.word(at + 1) in MIDDLE and name_end(line, at, sure=True) > at + 2


def known_place(line: Line, at: int) -> bool:
    """Whether a province or a district we know is named here."""
    return line.capital(at) and _PLACES.end(line.words, at) > at


def place_end(line: Line, at: int, kind: str = "") -> int:
    """The place after an area's name: a known one, or what is left before a person's name.

    Provinces are all known: after "tỉnh" other capitals are a person's.
    """
    if at < len(line) and line.tokens[at].text.isdigit() and len(line.words[at]) < 3:
        return at + 1
    known = _PLACES.end(line.words, at)
    if known > at and line.capital(at):
        return known
    end = run_end(line, at)
    if kind == "tỉnh" or (line.word(at) in SURNAMES and name_end(line, at) > at + 2):
        return at
    person = next((at + length for length in _PLACE_LENGTHS if _person(line, at, length, end)), 0)
    if person:
        return person
    for cut in range(at, end):
        if _begins_other(line, cut):
            return cut
    return end


def _person(line: Line, at: int, length: int, end: int) -> bool:
    """Whether a person's name begins where a place's of that length ends."""
    cut = at + length
    if cut >= end:
        return False
    if line.words[cut] in SURNAMES:
        return name_end(line, cut) >= min(end, cut + 2)
    weak = length == _USUAL_PLACE and line.words[cut] in WEAK_SURNAMES
    return weak and end - cut in _USUAL_NAMES and name_end(line, cut, sure=True) == end


def _begins_other(line: Line, at: int) -> bool:
    """Whether an office or a body begins inside a run of capitals."""
    post, head = POSTS.end(line.words, at), _HEADS.end(line.words, at)
    return post - at > 1 or head - at > 1 or (head > at and _FUNCTIONS.end(line.words, head) > head)


def _foreign(line: Line, at: int, end: int) -> bool:
    """A run that may be a name though its first syllable is no surname we know."""
    words = line.words[at:end]
    return (
        _FUNCTIONS.end(line.words, at) == at
        and _PLACES.end(line.words, at) == at
        and all(word.isalpha() or word in _APOSTROPHES for word in words)
        and not all(line.shouted(each) for each in range(at, end))
    )


def _syllable(text: str) -> bool:
    """No abbreviation of consonants alone ("UBND", "TNHH")."""
    return not (len(text) > 2 and text.isupper() and not any(c in _VOWELS for c in text.lower()))


_VOWELS = frozenset("aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ")

__all__ = [
    "MIDDLE", "NOT_PEOPLE", "POSTS", "SURNAMES", "WEAK_SURNAMES", "begins_name", "known_place", "name_end",
    "place_end", "run_end",
]  # fmt: skip
