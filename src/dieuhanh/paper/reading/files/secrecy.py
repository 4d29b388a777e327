"""A mark of state secrecy at the head of a paper: such a paper is refused, nothing stored."""

from __future__ import annotations

import re
import unicodedata

from dieuhanh.domain.errors import BadInput

HEAD = 3_000  # characters: the mark stands under the number, above or beside the text's title
_MARK = re.compile(
    r"(?:(?:độ|mức độ|dấu|cấp độ)\s+mật\s*:?\s*)?[“\"'\[(<*_\s]*"
    r"(tuyệt\s+mật|tối\s+mật|mật)[”\"'\])>*_.!\s]*"
)
_NAMES = {"mật": "Mật", "tối mật": "Tối mật", "tuyệt mật": "Tuyệt mật"}


def refuse_marked(text: str) -> None:
    """Raise BadInput("document.secret") where a line or cell of the head is Mật, Tối mật, Tuyệt mật.

    The word inside a sentence is no mark: "mật độ dân số", "bảo mật thông tin".
    """
    head = unicodedata.normalize("NFC", text[:HEAD]).lower()
    for part in re.split(r"[\n\r\t]+", head):
        if found := _MARK.fullmatch(part.strip()):
            mark = " ".join(found[1].split())
            raise BadInput("document.secret", mark=_NAMES[mark])
