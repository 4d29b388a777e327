"""Papers issued on an installation by many at once, in a process of its own: prints what each got.

Run on an installation with the example: `python -m tests.documents.issuing_at_once WHAT`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.hands import HANDS, at_once, tell

Work = Callable[[], object]


def main(what: str) -> dict[str, Any]:
    """Make the papers, let the hands at them, and tell what is in the books afterwards."""
    from dieuhanh.documents.models import Document, Paper, PaperStep  # noqa: PLC0415
    from tests.documents.papers_made import TODAY  # noqa: PLC0415

    before = Paper.objects.count()
    told = at_once(WORKS[what]())
    made = Paper.objects.order_by("pk")[before:]
    numbers = Paper.objects.filter(year=TODAY.year, kind="bao-cao").exclude(number=None)
    return {
        "told": told,
        "states": sorted(each.state for each in made),
        "numbers": sorted(numbers.values_list("number", flat=True)),
        "issued": PaperStep.objects.filter(kind="issued", paper__kind="bao-cao").count(),
        "registered": Document.objects.filter(written__kind="bao-cao").count(),
    }


def _issue(paper: Any, number: int | None = None) -> Work:
    from dieuhanh.documents.actions.issuing import Numbering, issue_paper  # noqa: PLC0415
    from tests.documents.papers_made import BY, TODAY  # noqa: PLC0415

    as_ = Numbering(TODAY, number, confirmed=True)
    return lambda: issue_paper(by=BY, paper=paper, as_=as_, today=TODAY).number


def next_numbers() -> list[Work]:
    """Each hand issues a paper of its own, by the next number."""
    from tests.documents.papers_made import approved  # noqa: PLC0415

    return [_issue(approved()) for _ in range(HANDS)]


def same_number() -> list[Work]:
    """Each hand wants the same number for a paper of its own."""
    from tests.documents.papers_made import approved  # noqa: PLC0415

    return [_issue(approved(), 500) for _ in range(HANDS)]


def same_paper() -> list[Work]:
    """All hands issue one paper."""
    from tests.documents.papers_made import approved  # noqa: PLC0415

    paper = approved()
    return [_issue(paper) for _ in range(HANDS)]


def approving() -> list[Work]:
    """Half of the hands approve a paper, half return it."""
    from dieuhanh.documents.actions.deciding import (  # noqa: PLC0415
        approve_paper,
        return_paper,
        submit_paper,
    )
    from tests.documents.papers_made import BY, TODAY, drafted  # noqa: PLC0415

    paper = drafted()
    submit_paper(by=BY, paper=paper, seen=1, today=TODAY)
    approve = lambda: approve_paper(by=BY, paper=paper, seen=1, today=TODAY)  # noqa: E731
    back = lambda: return_paper(by=BY, paper=paper, words="x", today=TODAY)  # noqa: E731
    return [approve, back] * (HANDS // 2)


def writing() -> list[Work]:
    """Each hand saves its own words over the version all have seen."""
    from dieuhanh.documents.actions.drafting import edit_paper  # noqa: PLC0415
    from tests.documents.papers_made import BY, drafted  # noqa: PLC0415

    paper = drafted()

    def save(hand: int) -> Work:
        typed = {"body-1": f"Chữ của tay {hand}."}
        return lambda: edit_paper(by=BY, paper=paper, typed=typed, seen=1).number

    return [save(hand) for hand in range(HANDS)]


WORKS: dict[str, Callable[[], list[Work]]] = {
    "next": next_numbers, "same-number": same_number, "same-paper": same_paper,
    "approving": approving, "writing": writing,
}  # fmt: skip


if __name__ == "__main__":
    tell(main)
