"""Every error has its sentence in both languages, and the values its sentence asks for."""

from __future__ import annotations

from importlib import import_module
from string import Formatter

import pytest

from dieuhanh.domain import wording
from dieuhanh.domain.wording import LANGUAGES, TOPICS, errors
from tests.house.raised_errors import Raised, all_raised

RAISED = list(all_raised())
WORDED = errors()


def asked_for(template: str) -> set[str]:
    """The names a sentence is filled with."""
    names = (field for _, field, _, _ in Formatter().parse(template) if field is not None)
    return {name.split(".")[0].split("[")[0] for name in names}


def test_the_walk_finds_what_is_raised() -> None:
    codes = {each.code for each in RAISED}
    assert len(RAISED) > 100
    assert {"plan.missing", "cell.required", "plan.unknown", "write.append_only"} <= codes


def test_every_code_raised_is_worded() -> None:
    wordless = sorted({f"{e.where} {e.code}" for e in RAISED if e.code not in WORDED})
    assert wordless == []


def test_every_sentence_belongs_to_a_code_somewhere_in_the_source() -> None:
    known = {each.code for each in RAISED}
    assert sorted(code for code in WORDED if code not in known) == []


def test_no_code_is_worded_otherwise_in_two_places() -> None:
    told: dict[str, set[tuple[str, str]]] = {}
    for topic in TOPICS:
        for code, sentences in import_module(f"{wording.__name__}.{topic}").ERRORS.items():
            told.setdefault(code, set()).add(sentences)
    assert [code for code, several in told.items() if len(several) > 1] == []


@pytest.mark.parametrize("code", sorted(WORDED))
def test_both_languages_say_it_with_the_same_values(code: str) -> None:
    sentences = WORDED[code]
    assert len(sentences) == len(LANGUAGES)
    assert all(sentence.strip() for sentence in sentences)
    vietnamese, english = (asked_for(sentence) for sentence in sentences)
    assert vietnamese == {name.removesuffix("_en") for name in english}
    assert sentences[0] != sentences[1]


@pytest.mark.parametrize(
    "raised", [e for e in RAISED if e.complete and e.code in WORDED], ids=lambda e: e.where
)
def test_a_sentence_gets_all_it_asks_for(raised: Raised) -> None:
    values = {name: f"‹{name}›" for name in raised.values}
    for sentence in WORDED[raised.code or ""]:
        assert asked_for(sentence) <= raised.values
        assert sentence.format(**values)
