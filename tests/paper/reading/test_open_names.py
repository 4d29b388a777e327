"""People, documents and tasks of the open half, held to what the reader is asked to reach."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from dieuhanh.paper.reading import read
from dieuhanh.paper.reading.cited import number_key
from dieuhanh.paper.reading.records import Reading
from dieuhanh.paper.reading.wordlists import words_of

OPEN = Path(__file__).parent / "texts" / "open"
Label = dict[str, Any]


def _texts() -> list[tuple[Reading, Label]]:
    return [
        (
            read(path.with_name(path.name.replace(".labels.json", ".txt")).read_bytes().decode()),
            json.loads(path.read_text("utf-8")),
        )
        for path in sorted(OPEN.glob("*.labels.json"))
    ]


def _f1(
    kind: str, found: Callable[[Reading], Iterable[Any]], same: Callable[[Any, Label], bool]
) -> float:
    right = wrong = missed = 0
    for reading, labels in _texts():
        left = list(found(reading))
        for label in labels[kind]:
            match = next((each for each in left if same(each, label)), None)
            if match is not None:
                right += 1
                left.remove(match)
            elif not label.get("optional"):
                missed += 1
        wrong += len(left)
    assert right > 40
    return 2 * right / (2 * right + wrong + missed)


def _overlap(one: str, other: str) -> float:
    a, b = Counter(words_of(one)), Counter(words_of(other))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def test_people_by_name() -> None:
    score = _f1("people", lambda r: r.people, lambda p, w: words_of(p.name) == words_of(w["name"]))
    assert score >= 0.95


def test_documents_by_type_and_number() -> None:
    def same(found: Any, label: Label) -> bool:
        number = number_key(label["number"] or "")
        return (found.type, number_key(found.number or "")) == (label["type"], number)

    assert _f1("documents", lambda reading: reading.documents, same) >= 0.95


def test_tasks_by_their_words_and_addressee() -> None:
    def same(found: Any, label: Label) -> bool:
        lead = words_of(found.lead or "") == words_of(label["lead"] or "")
        return lead and _overlap(found.text, label["text"]) >= 0.5

    assert _f1("tasks", lambda reading: reading.tasks, same) >= 0.85
