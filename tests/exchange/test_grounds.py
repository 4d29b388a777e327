"""The laws a decision rests on: those in force on its day, and a broken file told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dieuhanh.domain.errors import Broken
from dieuhanh.exchange.law import load_grounds


@pytest.mark.parametrize(
    ("on", "days"),
    [
        (date(2019, 1, 1), ["19 tháng 6 năm 2015"]),
        (date(2022, 1, 12), ["19 tháng 6 năm 2015", "22 tháng 11 năm 2019"]),
        (date(2025, 2, 28), ["19 tháng 6 năm 2015", "22 tháng 11 năm 2019"]),
        (date(2025, 3, 1), ["19 tháng 02 năm 2025"]),
        (date(2025, 7, 1), ["16 tháng 6 năm 2025"]),
        (date(2010, 1, 1), []),
    ],
)
def test_the_laws_in_force_on_a_day(on: date, days: list[str]) -> None:
    assert [law.text.rpartition("ngày ")[2] for law in load_grounds(on)] == days


def test_a_ground_without_its_day_is_told(tmp_path: Path) -> None:
    (tmp_path / "grounds.toml").write_text('[[ground]]\ntext = "Luật A"\n', "utf-8")
    with pytest.raises(Broken) as caught:
        load_grounds(date(2022, 1, 1), tmp_path)
    assert "in_force_from" in str(caught.value.values)
