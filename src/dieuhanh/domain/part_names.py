"""Names of the parts figures are commonly broken down into, by the codes the catalogue gives them."""

from __future__ import annotations

PARTS: dict[str, tuple[str, str]] = {
    "trong-tinh": ("Trong tỉnh", "In the province"),
    "ngoai-tinh": ("Ngoài tỉnh", "In other provinces"),
    "trong-nuoc": ("Trong nước", "In the country"),
    "ngoai-nuoc": ("Ngoài nước", "Abroad"),
    "nuoc-ngoai": ("Nước ngoài", "Foreign"),
    "thanh-thi": ("Thành thị", "Urban"),
    "nong-thon": ("Nông thôn", "Rural"),
    "nam": ("Nam", "Men"),
    "nu": ("Nữ", "Women"),
    "nha-nuoc": ("Khu vực nhà nước", "State sector"),
    "ngoai-nha-nuoc": ("Khu vực ngoài nhà nước", "Non-state sector"),
    "dau-tu-nuoc-ngoai": ("Khu vực có vốn đầu tư nước ngoài", "Foreign-invested sector"),
    "nong-lam-thuy-san": (
        "Nông, lâm nghiệp và thủy sản",
        "Agriculture, forestry and fishery",
    ),
    "cong-nghiep-xay-dung": ("Công nghiệp - xây dựng", "Industry and construction"),
    "dich-vu": ("Dịch vụ", "Services"),
    "cong-lap": ("Công lập", "Public"),
    "ngoai-cong-lap": ("Ngoài công lập", "Non-public"),
    "dan-toc-thieu-so": ("Dân tộc thiểu số", "Ethnic minorities"),
    "noi-dia": ("Thu nội địa", "Domestic revenue"),
    "xuat-nhap-khau": ("Thu từ xuất, nhập khẩu", "Revenue from trade"),
}


def part_names(code: str) -> tuple[str, str]:
    """The part's Vietnamese and English name; a code nobody named is shown as it is, to be renamed.

    >>> part_names("ngoai-nuoc")
    ('Ngoài nước', 'Abroad')
    >>> part_names("to-hop-tac")
    ('To hop tac', '')
    """
    return PARTS.get(code, (code.replace("-", " ").capitalize(), ""))


__all__ = ["PARTS", "part_names"]
