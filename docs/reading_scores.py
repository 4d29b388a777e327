"""Write docs/reference/reading-scores.md: `python docs/reading_scores.py [--held]`.

The open half is told text by text. The half held back is run by the flag alone, once a release,
and only its sums are told; without the flag what the page says of it stays.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.paper.reading.scoring import TEXTS, Score, half, score_text, total  # noqa: E402

PAGE = ROOT / "docs" / "reference" / "reading-scores.md"
KINDS = ("claims", "strict", "scoreboard", "people", "documents", "tasks", "tasks+")
HELD = "## The half held back"
NEW_FROM = 39  # the texts first opened with 0.5.0
FIRST = TEXTS / "first-seen.json"
FIRST_HEAD = """
Thirty-six texts of a third and a fourth hand, news and papers of 2008 to 2026, labelled by people who
knew the rules and not the grammar. Each was scored once, when it came, by the reader as released with
version {version}, against its labels as they came: before the grammar was mended by any of them,
and before any label was. Most are in the open half now, whose scores above no longer tell how
a text nobody has seen is read; these do.
"""
HEAD = """<!-- Made by docs/reading_scores.py; run it after a change of the reader. -->

# How well papers are read

Precision, recall and F1 on the labelled texts of `tests/paper/reading/texts/`. All texts of the set
are of our own wording ([how they are labelled](../../tests/paper/reading/texts/README.md)); the
grammar was built against the open half, so its scores flatter. **claims**: value, high end and unit
right, indicator alike; **strict**: also kind, role, direction and bound; **tasks**: the order's span;
**tasks+**: also addressee and deadline.
"""


def table(scores: list[dict[str, Score]]) -> str:
    """The sums of a half."""
    rows = [
        f"| {kind} | {s.precision:.3f} | {s.recall:.3f} | {s.f1:.3f} | {s.right} | {s.wrong} | {s.missed} |"
        for kind in KINDS
        if (s := total(scores, kind))
    ]
    head = "| | precision | recall | F1 | right | wrong | missed |\n|---|--:|--:|--:|--:|--:|--:|\n"
    return head + "\n".join(rows) + "\n"


def by_text(found: list[tuple[str, dict[str, Score]]]) -> str:
    """F1 of every open text."""
    shown = ("claims", "strict", "people", "documents", "tasks")
    rows = [
        f"| {name} | " + " | ".join(f"{scores[kind].f1:.2f}" for kind in shown) + " |"
        for name, scores in found
    ]
    return f"| text | {' | '.join(shown)} |\n|---|{'--:|' * len(shown)}\n" + "\n".join(rows) + "\n"


def scored(name: str) -> list[tuple[str, dict[str, Score]]]:
    """Every text of a half with its scores."""
    return [(text_name, score_text(text, labels)) for text_name, text, labels in half(name)]


def held_section(*, asked: bool) -> str:
    """The sums of the half held back, run if asked for; else what the page says of it."""
    if asked:
        found = scored("held")
        before = [s for name, s in found if int(name[:2]) < NEW_FROM]
        new = [s for name, s in found if int(name[:2]) >= NEW_FROM]
        return (
            f"{HELD} ({len(found)} texts)\n\n{table([s for _, s in found])}\n"
            f"The {len(new)} of a fifth hand, opened here for the first time:\n\n{table(new)}\n"
            f"The {len(before)} opened with the release before too:\n\n{table(before)}"
        )
    old = PAGE.read_text("utf-8") if PAGE.exists() else ""
    return HELD + old.split(HELD, 1)[1] if HELD in old else f"{HELD}\n\nNot run yet.\n"


def first_seen() -> str:
    """What the reader scored on texts when they were new to it: kept, not run again."""
    data = json.loads(FIRST.read_bytes())
    hands: dict[str, list[dict[str, Score]]] = {}
    for scores in data["texts"].values():
        told = {kind: Score(*scores[kind]) for kind in KINDS}
        hands.setdefault(scores["hand"], []).append(told)
    together = [scores for hand in hands.values() for scores in hand]
    parts = [f"## First seen ({len(together)} texts)", FIRST_HEAD.format(version=data["version"]).strip(),
             table(together)]  # fmt: skip
    parts += [
        f"The {name} hand, {len(scores)} texts:\n\n{table(scores)}"
        for name, scores in hands.items()
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def main(arguments: list[str]) -> int:
    """Write the page."""
    opened = scored("open")
    parts = [
        HEAD,
        f"## The open half ({len(opened)} texts)\n\n{table([s for _, s in opened])}",
        held_section(asked="--held" in arguments),
        first_seen(),
        f"## The open half, text by text (F1)\n\n{by_text(opened)}",
    ]
    parts[2] = (
        parts[2].split("\n## First seen")[0].split("\n## The open half, text by text")[0].rstrip()
        + "\n"
    )
    PAGE.write_text("\n".join(parts), "utf-8")
    print(table([s for _, s in opened]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
