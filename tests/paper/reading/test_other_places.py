"""Whose figure it is: of our province, of another, of the region or the country. Own clauses."""

from __future__ import annotations

import pytest

from .clauses import claims

HEAD = "Hội nghị của tỉnh Cà Mau. UBND tỉnh Cà Mau báo cáo."

TOLD = [
    ("Tốc độ tăng GRDP đạt 7,83%, cao hơn Bạc Liêu (5,2%) và bình quân vùng ĐBSCL (6,1%).",
     ["Tốc độ tăng GRDP | 7.83 % | growth up",
      "Tốc độ tăng GRDP | 5.2 % | growth up benchmark",
      "Tốc độ tăng GRDP | 6.1 % | growth up benchmark"]),
    ("GRDP tăng 7,8%, đứng sau Long An (8,1%), Trà Vinh (8,0%).",
     ["GRDP | 7.8 % | growth up", "GRDP | 8.1 % | growth up benchmark",
      "GRDP | 8.0 % | growth up benchmark"]),
    ("Tăng trưởng của tỉnh thấp hơn Hậu Giang (14,21%), Cần Thơ (4,78%).",
     ["Tăng trưởng của tỉnh | 14.21 % | growth up benchmark",
      "Tăng trưởng của tỉnh | 4.78 % | growth up benchmark"]),
    ("Kim ngạch xuất khẩu đạt 1,2 tỷ USD, thấp hơn Sóc Trăng 1,3 tỷ USD.",
     ["Kim ngạch xuất khẩu | 1.2 tỷ USD | level",
      "Kim ngạch xuất khẩu | 1.3 tỷ USD | level benchmark"]),
    ("Chỉ số PCI đạt 66,1 điểm (Long An 68,4 điểm).",
     ["Chỉ số PCI | 66.1 điểm | level", "Chỉ số PCI | 68.4 điểm | level benchmark"]),
    ("Giải ngân vốn đạt 63%; Bạc Liêu giải ngân 72%, Kiên Giang 68%.",
     ["Giải ngân vốn | 63 % | share", "Giải ngân vốn | 72 % | share benchmark",
      "Giải ngân vốn | 68 % | share benchmark"]),
    ("Trong khi đó, Bạc Liêu giải ngân 72%, Kiên Giang 68%.",
     ["Bạc Liêu giải ngân | 72 % | share benchmark", "Kiên Giang | 68 % | share benchmark"]),
    ("Kim ngạch xuất khẩu thủy sản đạt 0,8 tỷ USD; Sóc Trăng, Kiên Giang đều vượt 1 tỷ USD.",
     ["Kim ngạch xuất khẩu thủy sản | 0.8 tỷ USD | level",
      "Kim ngạch xuất khẩu thủy sản | more_than 1 tỷ USD | level benchmark"]),
    ("Tỷ lệ hộ nghèo còn 1,2%; Bạc Liêu chiếm 30% số hộ nghèo.",
     ["Tỷ lệ hộ nghèo | 1.2 % | share", "Bạc Liêu | 30 % | share"]),
    ("Sau hợp nhất với tỉnh Bạc Liêu, toàn tỉnh có 64 xã.", ["xã | 64 xã | count"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_figures_of_other_places_are_benchmarks(text: str, told: list[str]) -> None:
    assert claims(f"{HEAD} {text}") == told


def test_what_we_are_above_another_is_a_difference_of_ours() -> None:
    text = f"{HEAD} Giải ngân vốn đạt 63%, cao hơn Bạc Liêu 5,2 điểm phần trăm."
    assert claims(text) == [
        "Giải ngân vốn | 63 % | share",
        "Giải ngân vốn | 5.2 điểm % | change up",
    ]
