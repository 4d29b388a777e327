"""Conventions: read from law/, complete, each switch with where it comes from."""

from __future__ import annotations

import tomllib

import pytest

from dieuhanh.domain.conventions import (
    DEFAULT_CONVENTION,
    SWITCHES,
    find_convention,
    parse_conventions,
)
from dieuhanh.domain.errors import BadInput, Broken
from dieuhanh.domain.wording import message
from dieuhanh.exchange.law import CONVENTIONS, law_folder, load_conventions

TABLES = tomllib.loads((law_folder() / CONVENTIONS).read_text("utf-8"))


def test_the_three_conventions_are_there_and_practice_is_the_default():
    assert list(load_conventions()) == ["practice", "literal", "rounded"]
    assert find_convention(load_conventions(), DEFAULT_CONVENTION).name == "practice"


def test_every_switch_says_where_it_comes_from():
    for convention in load_conventions().values():
        assert set(convention.because) == set(SWITCHES)
        assert all(convention.because.values())
        assert convention.source
        assert convention.title["vi"] != convention.title["en"]


def test_no_two_conventions_are_the_same():
    switches = [convention.switches for convention in load_conventions().values()]
    assert len(set(switches)) == len(switches)


def test_an_unknown_convention_names_those_there_are():
    with pytest.raises(BadInput) as refused:
        find_convention(load_conventions(), "thân thiện")
    assert "practice, literal, rounded" in message(refused.value)


@pytest.mark.parametrize("switch", SWITCHES)
def test_a_faulty_switch_is_located(switch):
    for entry in (None, {"value": "sai", "because": "vì"}, {"value": TABLES["practice"][switch]["value"]}):  # fmt: skip
        table = {**TABLES["practice"], switch: entry}
        with pytest.raises(BadInput) as refused:
            parse_conventions({"practice": table})
        assert refused.value.place.column.startswith(f"practice.{switch}")
        assert message(refused.value)


def test_a_convention_without_source_or_title_is_located():
    for field in ("source", "title"):
        table = {key: value for key, value in TABLES["practice"].items() if key != field}
        with pytest.raises(BadInput, match="missing_text"):
            parse_conventions({"mine": table})


def test_a_law_folder_that_is_gone_or_broken_is_our_fault_and_says_so(tmp_path):
    with pytest.raises(Broken):
        load_conventions(tmp_path)
    (tmp_path / CONVENTIONS).write_text("practice = ", "utf-8")
    with pytest.raises(Broken) as broken:
        load_conventions(tmp_path)
    assert CONVENTIONS in message(broken.value)


def test_a_fault_in_the_file_names_the_file(tmp_path):
    (tmp_path / CONVENTIONS).write_text('[mine]\nsource = "tôi"\n', "utf-8")
    with pytest.raises(BadInput) as refused:
        load_conventions(tmp_path)
    assert refused.value.place.file == CONVENTIONS
