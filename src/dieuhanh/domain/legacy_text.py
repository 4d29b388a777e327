"""Vietnamese typed in the encodings before Unicode: TCVN3 (ABC) and VNI, told apart and converted.

Such text reaches us as Latin letters and signs ("§Êt Mòi", "Ñaát Muõi") because the fonts that
showed it are gone. Unicode text is never touched: what already reads as Vietnamese syllables,
or holds one letter that only Unicode has, is left as it is, and so is whatever would not turn
into Vietnamese syllables throughout.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


class Encoding(StrEnum):
    """The two encodings that were in use: of the state offices, and of the south."""

    TCVN3 = "tcvn3"
    VNI = "vni"


# TCVN 5712:1993 VN3. A capital with a tone has no code: its font shows the small one's as capital.
_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)

# VNI writes a letter and then its marks: "aø" is à, "aá" is ấ.
_VNI_TONES = dict(zip("øùûõï", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_VNI_MARKED = {
    "a": dict(zip("âáàåãäêéèúüë", "âấầẩẫậăắằẳẵặ", strict=True)),
    "e": dict(zip("âáàåãä", "êếềểễệ", strict=True)),
    "o": dict(zip("âáàåãä", "ôốồổỗộ", strict=True)),
}
_VNI_ALONE = dict(zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True))
_VNI_TONED = "aeouyôö"


def _vni() -> dict[str, str]:
    """Every pair and single of VNI, small and capital, with its Unicode letter."""
    small = dict(_VNI_ALONE)
    for letter, marks in _VNI_MARKED.items():
        small |= {letter + mark: told for mark, told in marks.items()}
    for letter in _VNI_TONED:
        bare = _VNI_ALONE.get(letter, letter)
        for mark, tone in _VNI_TONES.items():
            small[letter + mark] = unicodedata.normalize("NFC", bare + tone)
    capital = {code.upper(): told.upper() for code, told in small.items()}
    half = {code[0].upper() + code[1:]: told.upper() for code, told in small.items()}
    return small | half | capital


_VNI = _vni()
_VNI_CODE = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om
on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyu
uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêt yêu yêng ych ynh yt
"""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(
    f"(?:{'|'.join(sorted(_ONSETS.split(), key=len, reverse=True))})?"
    f"(?:{'|'.join(sorted(_RHYMES.split(), key=len, reverse=True))})"
)
_STOPPED = re.compile(r"(?:p|t|c|ch)$")
_WORD = re.compile("[A-Za-z\xa1-\xff]+")
_PLAIN = re.compile("[\t\n\r -~\xa0]*")
_ASCII_LETTERS = re.compile("[A-Za-z]")
_UNITS = "µ£¥$"  # "10 µm", "£m": a sign before a unit is no letter
_SIGN_WEIGHT, _LETTER_WEIGHT, _ENOUGH = 2, 1, 2


def is_syllable(word: str) -> bool:
    """Whether a word is a Vietnamese syllable in Unicode: onset, rhyme, and a tone they allow.

    >>> is_syllable("Khương"), is_syllable("quyết"), is_syllable("Ñaát"), is_syllable("hòc")
    (True, True, False, False)
    """
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in apart if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not (_STOPPED.search(bare) and tones and tones[0] not in "\u0301\u0323")


def convert(text: str, encoding: Encoding) -> str:
    """The text in Unicode, taken to be in that encoding.

    >>> convert("§Êt Mòi", Encoding.TCVN3), convert("Ñaát Muõi", Encoding.VNI)
    ('Đất Mũi', 'Đất Mũi')
    """
    if encoding is Encoding.VNI:
        return _VNI_CODE.sub(lambda code: _VNI[code.group()], text)
    told = "".join(_TCVN3.get(letter, letter) for letter in text)
    plain = _ASCII_LETTERS.findall(text)
    return told.upper() if len(plain) > 2 and all(map(str.isupper, plain)) else told


def recognise(text: str, hint: Encoding | None = None) -> Encoding | None:
    """The old encoding a text is in; None for Unicode, for other languages, and when in doubt.

    `hint` is the encoding other texts of the same file were recognised in: then one word is
    enough where two are asked for otherwise.

    >>> recognise("Thu ng©n s¸ch n¨m 2021"), recognise("Thu ngân sách năm 2021")
    (<Encoding.TCVN3: 'tcvn3'>, None)
    """
    if _PLAIN.fullmatch(text) or any(_only_unicode(letter) for letter in text):
        return None
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    if all(is_syllable(word) for word in marked):
        return None
    weights = {encoding: _weight(marked, encoding) for encoding in Encoding}
    best = max(Encoding, key=lambda encoding: weights[encoding])
    clear = sorted(weights.values())[-2] < weights[best]
    if hint:
        return hint if weights[hint] else None
    return best if clear and weights[best] >= _ENOUGH else None


def to_unicode(text: str, hint: Encoding | None = None) -> tuple[str, Encoding | None]:
    """The text in Unicode, and the encoding it was recognised to be in, if it was an old one."""
    encoding = recognise(text, hint)
    return (convert(text, encoding) if encoding else text), encoding


def _only_unicode(letter: str) -> bool:
    """Whether no old encoding could have produced this letter or mark."""
    return ord(letter) > 0xFF and unicodedata.category(letter)[0] in "LM"


def _weight(words: list[str], encoding: Encoding) -> int:
    """How much speaks for the encoding; nothing does once a word turns into no syllable."""
    weight = 0
    for word in set(words):
        told = convert(word, encoding)
        if not is_syllable(told):
            return 0
        if is_syllable(word) or word[0] in _UNITS or not _ASCII_LETTERS.search(word):
            continue
        signs = any(not letter.isalpha() for letter in word)
        weight += _SIGN_WEIGHT if signs else _LETTER_WEIGHT
    return weight


__all__ = ["Encoding", "convert", "is_syllable", "recognise", "to_unicode"]
