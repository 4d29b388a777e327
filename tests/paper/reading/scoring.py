"""How right a reading is: precision, recall and F1 by the rules of the labelled texts.

A claim is right when value, high end and unit are equal after normalisation and the indicators are
alike; strictly, when kind, role, direction and bound are right too. One find pairs with one label.
What a label calls optional counts when found and is not missed; its alternates are right as well.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import Any

from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.tokens import folded
from dieuhanh.paper.reading.units import normal_unit

TEXTS = Path(__file__).parent / "texts"
ALIKE = 0.6
COMPARABLE = 0.5  # the shorter text has at least this part of the longer one's words
OVERLAP = 0.5  # of two spans, of the shorter one
STRICT = ("kind", "role", "direction", "bound")
Item = dict[str, Any]
Judge = Callable[[Item, Item], float]


@dataclass
class Score:
    """Found and right, found and wrong, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    faults: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Of what was found, how much is right; 1 when nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Of what there is, how much was found; 1 when there is nothing."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        double = 2 * self.right
        return (
            double / (double + self.wrong + self.missed)
            if double + self.wrong + self.missed
            else 1.0
        )


def words(text: str) -> list[str]:
    """The words of a text, folded as the reader folds them."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(c if c.isalnum() or c in "%‰/" else " " for c in composed)
    return [folded(word) for word in kept.split()]


def similarity(one: str, other: str) -> float:
    """How alike two names are, 0 to 1."""
    left, right = words(one), words(other)
    if not left or not right:
        return float(left == right)
    letters = SequenceMatcher(None, " ".join(left), " ".join(right), autojunk=False).ratio()
    if min(len(left), len(right)) / max(len(left), len(right)) < COMPARABLE:
        return letters
    shared = len(set(left) & set(right))
    return max(letters, 2 * shared / (len(set(left)) + len(set(right))))


def number(text: object) -> Decimal | None:
    """A value of a label or a find."""
    try:
        return None if text is None else Decimal(str(text)).normalize()
    except InvalidOperation:
        return None


def variants(label: Item) -> Iterator[Item]:
    """The label and every right answer its alternates make, alone and together."""
    others = label.get("alternates", [])
    for size in range(min(len(others), 3) + 1):
        for chosen in combinations(others, size):
            told = dict(label)
            for fields in chosen:
                told.update(fields)
            yield told


def unit(text: str) -> str:
    """A unit as compared."""
    return " ".join(words(normal_unit(text or "")))


def claim_alike(found: Item, label: Item) -> float:
    """0 when the claim is another one; else how alike the indicators are."""
    same = (
        number(found["value"]) == number(label["value"])
        and number(found["value_high"]) == number(label["value_high"])
        and unit(found["unit"]) == unit(label["unit"])
    )
    alike = similarity(found["indicator"], label["indicator"]) if same else 0.0
    return alike if alike >= ALIKE else 0.0


def claim_judge(*, strict: bool) -> Judge:
    """Judges a claim against any right answer of a label."""

    def judge(found: Item, label: Item) -> float:
        best = 0.0
        for told in variants(label):
            alike = claim_alike(found, told)
            exact = all(found[key] == told[key] for key in STRICT)
            if alike and (exact or not strict):
                near = 1 - min(1.0, abs(found["start"] - label["start"]) / 10_000)
                best = max(best, alike + exact + near)
        return best

    return judge


def person_judge(found: Item, label: Item) -> float:
    """By name."""
    return float(words(found["name"]) == words(label["name"]))


def document_judge(found: Item, label: Item) -> float:
    """By type and number; one cited without a number by its words."""
    if words(found["type"]) != words(label["type"]):
        return 0.0
    if label["number"] or found["number"]:
        return float(words(found["number"] or "") == words(label["number"] or ""))
    return shared(found, label)


def shared(found: Item, label: Item) -> float:
    """How much of the shorter span two items share."""
    common = min(found["end"], label["end"]) - max(found["start"], label["start"])
    shorter = min(found["end"] - found["start"], label["end"] - label["start"])
    return max(0.0, common / shorter) if shorter else 0.0


def task_judge(found: Item, label: Item) -> float:
    """By the span of the order."""
    part = shared(found, label)
    return part if part >= OVERLAP else 0.0


def score(found: list[Item], labels: list[Item], judge: Judge) -> Score:
    """Pair finds with labels, the likeliest first, and count."""
    pairs = sorted(
        ((judge(f, t), i, j) for i, f in enumerate(found) for j, t in enumerate(labels)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for alike, i, j in pairs:
        if alike > 0 and i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    result = Score()
    result.right = sum(not labels[j].get("optional") for j in used)
    result.missed = sum(not t.get("optional") for j, t in enumerate(labels) if j not in used)
    result.wrong = len(found) - len(taken)
    result.faults = [f"+ {told(f)}" for i, f in enumerate(found) if i not in taken]
    result.faults += [
        f"- {told(t)}" for j, t in enumerate(labels) if j not in used and not t.get("optional")
    ]
    return result


def told(item: Item) -> str:
    """An item in one line, for whoever mends the grammar."""
    keys = (
        "indicator",
        "name",
        "type",
        "number",
        "value",
        "value_high",
        "unit",
        "lead",
        "deadline",
    )
    parts = [str(item[key]) for key in (*keys, *STRICT) if item.get(key) is not None]
    return " | ".join([*parts, " ".join(str(item.get("quote", "")).split())[:90]])


def tasks_with(found: list[Item], labels: list[Item]) -> Score:
    """Tasks whose lead and deadline are right too."""

    def judge(one: Item, label: Item) -> float:
        lead = (
            similarity(one["lead"] or "", label["lead"] or "") >= ALIKE
            or one["lead"] == label["lead"]
        )
        right = lead and one["deadline"] == label["deadline"]
        return task_judge(one, label) if right else 0.0

    return score(found, labels, judge)


def board_score(found: Item | None, label: Item | None) -> Score:
    """The tally: both numbers right."""
    if found is None and label is None:
        return Score()
    same = found and label and (found["met"], found["total"]) == (label["met"], label["total"])
    if same:
        return Score(right=1)
    return Score(wrong=int(found is not None), missed=int(label is not None))


def score_text(text: str, labels: Item) -> dict[str, Score]:
    """Every score of one text."""
    found = read(text).as_json()
    return {
        "claims": score(found["claims"], labels["claims"], claim_judge(strict=False)),
        "strict": score(found["claims"], labels["claims"], claim_judge(strict=True)),
        "scoreboard": board_score(found["scoreboard"], labels["scoreboard"]),
        "people": score(found["people"], labels["people"], person_judge),
        "documents": score(found["documents"], labels["documents"], document_judge),
        "tasks": score(found["tasks"], labels["tasks"], task_judge),
        "tasks+": tasks_with(found["tasks"], labels["tasks"]),
    }


def half(name: str) -> Iterator[tuple[str, str, Item]]:
    """The texts of a half ("open", "held") with their names and labels."""
    for path in sorted((TEXTS / name).glob("*.labels.json")):
        text = (
            path.with_name(path.name.replace(".labels.json", ".txt")).read_bytes().decode("utf-8")
        )
        yield path.name.removesuffix(".labels.json"), text, json.loads(path.read_bytes())


def total(scores: list[dict[str, Score]], key: str) -> Score:
    """The sum over texts."""
    return sum((each[key] for each in scores), Score())
