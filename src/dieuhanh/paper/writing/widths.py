"""How wide bold Times letters are: Word measures no text for us, and a line under has its length.

Widths are thousandths of the size, the same for Times New Roman and Liberation Serif.
"""

from __future__ import annotations

import unicodedata

_MM_PER_POINT = 25.4 / 72
_BOLD = {
    220: "|", 250: " ,.", 278: "'/\\il", 333: "!()-:;[]`fjt", 389: "Is", 394: "{}",
    444: "cerz", 500: "#$*0123456789?J_agovxy–“”", 520: "~", 549: "≥≤", 554: "ơ", 555: '"',
    556: "Sbdhknpquđ", 570: "+<=>", 581: "^", 600: "ư", 611: "FP", 667: "BELTZ",
    722: "ACDNRUVXYwĐ", 778: "GHKOQƠ", 796: "Ư", 833: "&m", 930: "@", 944: "M", 1000: "%W—…",
}  # fmt: skip
_WIDTHS = {letter: width for width, letters in _BOLD.items() for letter in letters}
_HORN = "\u031b"
_USUAL = 600
_MOST_LINES = 8


def bold_width(text: str, size: int) -> float:
    """Millimetres the text takes in bold Times of that size in points, on one line.

    >>> round(bold_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13))
    96
    """
    return sum(map(_width, unicodedata.normalize("NFC", text))) / 1000 * size * _MM_PER_POINT


def evenly(text: str, size: int, room: float) -> str:
    """The text broken into as few lines as the room (mm) takes, the lines of like length.

    Breaks that are there stay. A line on paper then never ends with one lonely word.

    >>> evenly("SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN", 13, 62)
    'SỞ NÔNG NGHIỆP VÀ\\nPHÁT TRIỂN NÔNG THÔN'
    """
    return "\n".join(_broken(line, size, room) for line in text.split("\n"))


def _broken(text: str, size: int, room: float) -> str:
    whole = bold_width(text, size)
    best = text
    for count in range(2, 1 + min(_MOST_LINES, len(text.split(" ")))):
        if whole <= room or max(bold_width(line, size) for line in best.split("\n")) <= room:
            break
        best = _in_lines(text, size, count)
    return best


def _in_lines(text: str, size: int, count: int) -> str:
    """The text in that many lines, each broken at the space nearest to its even share."""
    words = text.split(" ")
    ends = [bold_width(" ".join(words[: at + 1]), size) for at in range(len(words))]
    # A line that opened with the dash of "kinh tế - xã hội" would look like one of a list.
    open_to = [at for at in range(len(words) - 1) if not words[at + 1].startswith("-")]
    breaks = {
        min(open_to, key=lambda at: abs(ends[at] - ends[-1] * part / count), default=0)
        for part in range(1, count)
    }
    return (
        "".join(word + ("\n" if at in breaks else " ") for at, word in enumerate(words[:-1]))
        + words[-1]
    )


def _width(letter: str) -> int:
    """A letter is as wide as its base: tone marks and circumflexes take no room, horns do."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    apart = unicodedata.normalize("NFD", letter)
    horned = _HORN if _HORN in apart else ""
    return _WIDTHS.get(unicodedata.normalize("NFC", apart[0] + horned), _USUAL)


__all__ = ["bold_width", "evenly"]
