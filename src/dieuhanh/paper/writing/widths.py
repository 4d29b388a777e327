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


def bold_width(text: str, size: int) -> float:
    """Millimetres the text takes in bold Times of that size in points, on one line.

    >>> round(bold_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13))
    95
    """
    return sum(map(_width, unicodedata.normalize("NFC", text))) / 1000 * size * _MM_PER_POINT


def _width(letter: str) -> int:
    """A letter is as wide as its base: tone marks and circumflexes take no room, horns do."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    apart = unicodedata.normalize("NFD", letter)
    horned = _HORN if _HORN in apart else ""
    return _WIDTHS.get(unicodedata.normalize("NFC", apart[0] + horned), _USUAL)


__all__ = ["bold_width"]
