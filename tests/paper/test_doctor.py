"""`dieuhanh doctor` tells the font of papers and a template that breaks the decree."""

from __future__ import annotations

from pathlib import Path

import pytest

from dieuhanh.config.commands import doctor
from dieuhanh.paper.writing import pdf
from dieuhanh.paper.writing.look import LOOK, TEMPLATES


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation's folder."""
    monkeypatch.setenv("DIEUHANH_HOME", str(tmp_path))
    return tmp_path


def test_the_font_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "typeface", lambda shape: "Liberation Serif")
    found = doctor._papers(english=False)
    assert (found.ok, found.told) == (True, "Liberation Serif")
    monkeypatch.setattr(pdf, "typeface", lambda shape: "Libertinus Serif")
    found = doctor._papers(english=True)
    assert (found.ok, found.needed) == (False, False)
    assert "fonts-liberation2" in found.told


def test_an_offices_template_against_the_decree_is_told(home: Path) -> None:
    (home / "templates").mkdir()
    said = (TEMPLATES / LOOK).read_text("utf-8")
    (home / "templates" / LOOK).write_text(
        said.replace("left = 30", "left = 3").replace("top = 20", "top = 2"), "utf-8"
    )
    found = doctor._papers(english=False)
    assert (found.ok, found.needed) == (False, True)
    assert "page.top: Mẫu ghi 2" in found.told
    assert "page.left: Mẫu ghi 3" in found.told
