"""In whose name a paper is signed: the lines above the signer's name, and which of them are allowed.

Source: Decree 30/2020/NĐ-CP, Điều 13 and Phụ lục I phần I mục II khoản 7: "TM." before the
collective that leads, "KT." before the post signed for, "TL." by order and "TUQ." by mandate of the
head. Which matters a committee decides together is data (`law/papers.toml`, `[[signing]]`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ..errors import BadInput
from ..law_entries import words
from .heads import COLLECTIVE, POSTS, Signed

UNKNOWN = "…"
OFFICE = "Chánh Văn phòng"
_OFFICE_OF = {"van_phong": "Trưởng phòng"}


class Signing(StrEnum):
    """A capacity in which one signs."""

    COLLECTIVE = "tap-the"
    """TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"""
    COLLECTIVE_DEPUTY = "tap-the-ky-thay"
    """TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"""
    HEAD = "thu-truong"
    """CHỦ TỊCH, GIÁM ĐỐC"""
    DEPUTY = "ky-thay"
    """KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"""
    ORDER = "thua-lenh"
    """TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG"""
    MANDATE = "thua-uy-quyen"
    """TUQ. CHỦ TỊCH / a head below, by a written mandate"""


TOGETHER = (Signing.COLLECTIVE, Signing.COLLECTIVE_DEPUTY)
ALONE = (Signing.HEAD, Signing.DEPUTY, Signing.ORDER, Signing.MANDATE)


@dataclass(frozen=True, slots=True)
class SigningRule:
    """How papers of a type are signed: `together` where a committee decides their matter, and how
    they usually are, by a committee and by a body with one head."""

    type: str
    together: bool = False
    committee: Signing = Signing.COLLECTIVE
    head: Signing = Signing.HEAD


def read_signing(data: Mapping[str, Any]) -> Mapping[str, SigningRule]:
    """The `[[signing]]` tables of a law file by type. Raises BadInput("law.signing")."""
    told = {}
    for number, entry in enumerate(data.get("signing", ()), start=1):
        try:
            given = {name: Signing(entry[name]) for name in ("committee", "head") if name in entry}
            rule = SigningRule(words(entry, "type"), entry.get("together") is True, **given)
        except (KeyError, TypeError, ValueError) as fault:
            raise BadInput("law.signing", entry=number, detail=str(fault)) from None
        told[rule.type] = rule
    return told


def allowed(kind: str, rule: SigningRule) -> tuple[Signing, ...]:
    """The capacities a body of that kind may have such a paper signed in.

    >>> [each.value for each in allowed("so", SigningRule("giay-moi"))]
    ['thu-truong', 'ky-thay', 'thua-lenh', 'thua-uy-quyen']
    >>> [each.value for each in allowed("ubnd", SigningRule("quyet-dinh", together=True))]
    ['tap-the', 'tap-the-ky-thay']
    """
    if kind not in COLLECTIVE:
        return ALONE
    return TOGETHER if rule.together else (*TOGETHER, *ALONE)


def usual(kind: str, rule: SigningRule) -> Signing:
    """How such papers of that body are usually signed."""
    return rule.committee if kind in COLLECTIVE else rule.head


def check_signing(text: str, kind: str, rule: SigningRule) -> Signing:
    """The capacity of that name; the usual one for "". Raises BadInput("paper.signing" |
    "paper.signing_alone" | "paper.signing_together")."""
    if not text:
        return usual(kind, rule)
    open_to = allowed(kind, rule)
    if text not in set(Signing):
        raise BadInput("paper.signing", text=text[:40], known=", ".join(open_to))
    told = Signing(text)
    if told not in open_to:
        code = "paper.signing_alone" if told in TOGETHER else "paper.signing_together"
        raise BadInput(code, text=text, known=", ".join(open_to))
    return told


def signed_as(told: Signing, kind: str) -> Signed:
    """The lines above the name. Of a mandate the post stays a blank: its letter says whose it is.

    >>> signed_as(Signing.ORDER, "ubnd")
    Signed(on_behalf=('TL. Chủ tịch',), post='Chánh Văn phòng')
    >>> signed_as(Signing.COLLECTIVE_DEPUTY, "ubnd")
    Signed(on_behalf=('TM. Ủy ban nhân dân', 'KT. Chủ tịch'), post='Phó Chủ tịch')
    >>> signed_as(Signing.DEPUTY, "so").post
    'Phó Giám đốc'
    """
    head = POSTS.get(kind, "Thủ trưởng")
    deputy = f"Phó {head}" if kind in POSTS else f"Phó {head.lower()}"
    lines: tuple[str, ...] = ()
    if told in TOGETHER:
        lines = (f"TM. {COLLECTIVE[kind]}",)
    if told in {Signing.COLLECTIVE_DEPUTY, Signing.DEPUTY}:
        return Signed((*lines, f"KT. {head}"), deputy)
    if told is Signing.ORDER:
        return Signed((f"TL. {head}",), _OFFICE_OF.get(kind, OFFICE))
    if told is Signing.MANDATE:
        return Signed((f"TUQ. {head}",), UNKNOWN)
    return Signed(lines, head)


def in_words(signed: Signed) -> str:
    """The lines in a row, as a list offers them.

    >>> in_words(signed_as(Signing.ORDER, "ubnd"))
    'TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG'
    """
    return " / ".join(line.upper() for line in (*signed.on_behalf, signed.post))


__all__ = [
    "ALONE",
    "TOGETHER",
    "Signing",
    "SigningRule",
    "allowed",
    "check_signing",
    "in_words",
    "read_signing",
    "signed_as",
    "usual",
]
