"""A province's own provisions: beside the shipped ones, before the country's, and told whose."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dieuhanh.domain.errors import BadInput, Broken
from dieuhanh.domain.meeting_terms import TermKind, term_on
from dieuhanh.domain.reporting import ReportKind, rule_for
from dieuhanh.domain.tasks import law_on
from dieuhanh.exchange.law import load_meeting_terms, load_reporting, load_task_law

ON = date(2022, 1, 12)
SAID = """citation = "Quy chế của tỉnh"
in_force_from = 2021-01-01
confidence = "high"
source = "bản thử"
"""
TASKS = f"""[[follow_up]]
scope = "Cà Mau"
extensions = {{ most = 3, after_deadline = true }}
ladder = [{{ days = -1, to = ["officer"] }}]
{SAID}"""
MEETINGS = f"""[[terms]]
scope = "Tỉnh Cà Mau"
kind = "notice"
working_days = 2
{SAID}"""
REPORTING = f"""[[periods]]
scope = "Cà Mau"
kind = "nine_months"
opens = {{ day = 15, months = -1 }}
closes = {{ day = 14, months = 0 }}
{SAID}"""


def kept(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder


def test_it_goes_before_the_countrys_in_its_province_alone(tmp_path: Path) -> None:
    laws = load_task_law(own=kept(tmp_path, "tasks.toml", TASKS))
    assert law_on(laws, ON, "Cà Mau").extensions.most == 3
    assert law_on(laws, ON, "Bạc Liêu").extensions.most == 1
    assert law_on(laws, date(2020, 1, 1), "Cà Mau").extensions.most == 1, "not in force yet"
    assert law_on(load_task_law(), ON, "Cà Mau").extensions.most == 1


@pytest.mark.parametrize("named", ["Cà Mau", "Tỉnh Cà Mau"])
def test_a_province_is_named_with_its_kind_or_without(tmp_path: Path, named: str) -> None:
    own = kept(kept(tmp_path, "conferences.toml", MEETINGS), "reporting.toml", REPORTING)
    term = term_on(load_meeting_terms(own=own), TermKind.NOTICE, ON, named)
    assert term is not None
    assert term.working_days == 2
    rule = rule_for(load_reporting(own=own), ReportKind.NINE_MONTHS, ON, named)
    assert rule.citation == "Quy chế của tỉnh"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TASKS.replace('scope = "Cà Mau"\n', ""), "law.no_scope"),
        (TASKS.replace("most = 3", "most = -1"), "task.law"),
        (TASKS.replace('source = "bản thử"\n', ""), "task.law"),
    ],
)
def test_what_is_wrong_in_it_is_told_with_the_file(tmp_path: Path, text: str, code: str) -> None:
    own = kept(tmp_path, "tasks.toml", text)
    with pytest.raises(BadInput) as told:
        load_task_law(own=own)
    assert told.value.code == code
    assert told.value.place.file == str(own / "tasks.toml")


def test_what_is_no_toml_is_told(tmp_path: Path) -> None:
    with pytest.raises(Broken, match=r"convention\.no_file"):
        load_task_law(own=kept(tmp_path, "tasks.toml", "[[follow_up]"))
    assert load_task_law(own=tmp_path / "none") == load_task_law()
