"""The office at the head of a body: a title by its kind, never a name."""

from __future__ import annotations

TITLES = {
    "so": "Giám đốc",
    "bhxh": "Giám đốc",
    "cuc": "Cục trưởng",
    "ubnd": "Chủ tịch",
    "hdnd": "Chủ tịch",
    "mat_tran": "Chủ tịch",
    "van_phong": "Chánh Văn phòng",
    "tinh_uy": "Bí thư",
}
OTHER = "Thủ trưởng"


def head_office(kind: str, body: str) -> str:
    """Who answers for a body, by office.

    >>> head_office("so", "Sở Tài chính"), head_office("van_phong", "Văn phòng UBND tỉnh")
    ('Giám đốc Sở Tài chính', 'Chánh Văn phòng UBND tỉnh')
    """
    title = TITLES.get(kind, OTHER)
    last = title.rpartition("Văn phòng")[1]
    return f"{title} {body.removeprefix(last).strip()}" if last else f"{title} {body}"


__all__ = ["head_office"]
