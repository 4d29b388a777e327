"""The laws a decision rests on: by their days, each saying where it was read off."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dieuhanh.domain.errors import Broken
from dieuhanh.exchange.law import load_grounds

ENTRY = """
[[ground]]
text = "Luật A"
number = "1/QH"
in_force_from = 2020-01-01
confidence = "{confidence}"
"""


def test_the_laws_of_the_day_and_none_of_another() -> None:
    for day, numbers in (
        (date(2019, 6, 1), ["77/2015/QH13"]),
        (date(2022, 1, 12), ["77/2015/QH13", "47/2019/QH14"]),
        (date(2025, 4, 1), ["65/2025/QH15"]),
        (date(2025, 6, 16), ["72/2025/QH15"]),
    ):
        assert [each.number for each in load_grounds(day)] == numbers


def test_what_was_read_off_no_source_is_not_told_as_sure() -> None:
    assert not any(each.sure for each in load_grounds(date(2022, 1, 12)))


def test_an_entry_that_does_not_say_its_source_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "grounds.toml"
    path.write_text(ENTRY.format(confidence="high"), "utf-8")
    with pytest.raises(Broken):
        load_grounds(date(2022, 1, 1), tmp_path)


def test_a_verified_entry_is_sure(tmp_path: Path) -> None:
    told = ENTRY.format(confidence="high") + 'source = "Công báo"\n'
    (tmp_path / "grounds.toml").write_text(told, "utf-8")
    (law,) = load_grounds(date(2022, 1, 1), tmp_path)
    assert (law.text, law.sure) == ("Luật A", True)
