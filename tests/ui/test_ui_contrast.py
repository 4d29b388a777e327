"""Every pair of colours used together is computed, in both schemes, against WCAG 2.2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dieuhanh.ui

TOKENS = Path(dieuhanh.ui.__file__).parent / "static" / "ui" / "tokens.css"
TEXT, EDGE = 4.5, 3.0
VERDICTS = (
    "exceeded", "met", "unsplit", "not-met", "near-miss", "no-data", "not-due", "not-comparable",
)  # fmt: skip
GROUNDS = ("ground", "surface", "surface-sunk", "selected")
TEXT_PAIRS = [
    *[(ink, ground) for ink in ("ink", "ink-soft", "link", "link-hover") for ground in GROUNDS],
    *[(mark, "surface") for mark in ("published-ink", "simulated-ink", "error-ink")],
    *[(f"{verdict}-ink", f"{verdict}-ground") for verdict in VERDICTS],
    *[(f"{kind}-ink", f"{kind}-ground") for kind in ("notice", "warning", "error", "sample")],
    ("mast-ink", "mast"),
    ("mast-soft", "mast"),
    ("surface", "link"),
    ("chart-plan", "surface"),
]
EDGE_PAIRS = [
    *[(f"{verdict}-edge", "surface") for verdict in VERDICTS],
    ("rule-strong", "surface"),
    ("focus", "surface"),
    ("focus", "ground"),
    ("mast-focus", "mast"),
    ("chart-line", "surface"),
]


def tokens(scheme: str) -> dict[str, str]:
    text = TOKENS.read_text(encoding="utf-8")
    light, dark = text.split("@media (prefers-color-scheme: dark)")
    declared = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6});")
    found = dict(declared.findall(light))
    return found if scheme == "light" else found | dict(declared.findall(dark))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[ink], colours[ground]) >= TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_can_be_seen(scheme: str, edge: str, ground: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[edge], colours[ground]) >= EDGE


def test_the_dark_scheme_chooses_every_colour_again_but_the_masthead() -> None:
    light, dark = tokens("light"), tokens("dark")
    same = {name for name in light if light[name] == dark[name]}
    assert same == {"mast", "mast-ink", "mast-soft", "mast-line", "mast-focus",
                    "sample-ground", "sample-ink"}  # fmt: skip
