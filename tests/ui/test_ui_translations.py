"""Every Vietnamese sentence of the product has its English, with the same placeholders."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

import dieuhanh

ROOT = Path(dieuhanh.__file__).parent
CATALOGUES = sorted(ROOT.glob("*/locale/en/LC_MESSAGES/django.po"))
KEYWORDS = dict(DEFAULT_KEYWORDS) | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*\}")

Key = tuple[str | None, str | tuple[str, ...]]


@cache
def spoken() -> dict[Key, str]:
    """Every sentence in templates and modules, and one place that says it."""
    found: dict[Key, str] = {}
    for path in sorted(ROOT.rglob("*")):
        if path.suffix == ".html":
            templated = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            source = "\n".join(line.strip() for line in templated.splitlines())
        elif path.suffix == ".py":
            source = path.read_text(encoding="utf-8")
        else:
            continue
        stream = io.BytesIO(source.encode())
        for _, message, _, context in extract(
            "python", stream, keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            found.setdefault((context, message), str(path.relative_to(ROOT)))
    return found


@cache
def catalogue() -> Catalog:
    """Every app's catalogue in one, as Django merges them."""
    whole = Catalog(locale="en")
    for path in CATALOGUES:
        with path.open("rb") as file:
            for entry in read_po(file, locale="en", abort_invalid=True):
                if entry.id:
                    whole[entry.id] = entry
    return whole


def english(key: Key) -> str | tuple[str, ...]:
    context, message = key
    entry = catalogue().get(message if isinstance(message, str) else message[0], context=context)
    return entry.string if entry and not entry.fuzzy else ""


def test_sentences_are_found_in_templates_and_modules() -> None:
    assert spoken()[None, "theo công bố"] == "ui/marks.py"
    assert spoken()[None, "dữ liệu mẫu"].endswith("masthead.html")
    assert (None, "%(reported)s trên %(total)s đã báo cáo") in spoken()


def test_every_sentence_has_its_english() -> None:
    missing = [
        f"{place}: {key[1]}"
        for key, place in spoken().items()
        if not (words := english(key)) or (isinstance(words, tuple) and not all(words))
    ]
    assert not missing, "without English:\n" + "\n".join(missing)


def test_placeholders_are_the_same() -> None:
    for entry in catalogue():
        if not entry.id or isinstance(entry.id, tuple):
            continue
        assert set(PLACEHOLDER.findall(entry.id)) == set(PLACEHOLDER.findall(entry.string)), (
            entry.id
        )


def test_no_english_is_left_of_a_sentence_that_is_gone() -> None:
    said = {
        (context, message if isinstance(message, str) else message[0])
        for context, message in spoken()
    }
    left = [
        entry.id
        for entry in catalogue()
        if entry.id
        and (entry.context, entry.id if isinstance(entry.id, str) else entry.id[0]) not in said
    ]
    assert not left


def test_no_english_word_kept_its_vietnamese_accents() -> None:
    accents = re.compile(r"[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]", re.IGNORECASE)
    # Names of places and offices keep theirs; they are not in this catalogue.
    with_accents = [entry.string for entry in catalogue() if accents.search(str(entry.string))]
    if with_accents:
        pytest.fail("English with Vietnamese letters: " + "; ".join(map(str, with_accents)))
