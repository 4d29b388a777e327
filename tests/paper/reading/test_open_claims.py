"""What the reader finds of the claims of the open half, and what was kept of texts seen first."""

from __future__ import annotations

import json

from tests.paper.reading.scoring import TEXTS, half, score_text, total

FIRST_SEEN = json.loads((TEXTS / "first-seen.json").read_bytes())


def test_claims_of_the_open_half_are_found() -> None:
    scores = [score_text(text, labels) for _, text, labels in half("open")]
    assert total(scores, "claims").f1 >= 0.96
    assert total(scores, "strict").f1 >= 0.95


def test_the_sums_of_texts_seen_first_are_those_of_the_page() -> None:
    page = (TEXTS.parents[3] / "docs" / "reference" / "reading-scores.md").read_text("utf-8")
    told = page.split("## First seen")[1].split("The third hand")[0]
    for kind in ("claims", "strict", "people", "documents", "tasks", "tasks+"):
        counts = [scores[kind] for scores in FIRST_SEEN["texts"].values()]
        right, wrong, missed = (sum(column) for column in zip(*counts, strict=True))
        assert f"| {right} | {wrong} | {missed} |" in told, kind
