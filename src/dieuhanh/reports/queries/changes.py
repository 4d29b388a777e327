"""What happened to a form: cells typed since a revision, its last return, its due day."""

from __future__ import annotations

from datetime import date

from ..models import DraftCell, Filing, RoundDue, Step, Submission


def changed_since(found: Submission, revision: int, *, writer: str) -> list[DraftCell]:
    """Cells another writer saved after that revision, in the order they were saved."""
    later = DraftCell.objects.filter(submission=found, revision__gt=revision)
    return list(later.exclude(writer=writer).select_related("row").order_by("revision", "pk"))


def due_on(found: Submission) -> date | None:
    """The last day for the body that fills it in."""
    level = found.round.version.filler_level
    due = RoundDue.objects.filter(round=found.round_id, level=level).first()
    return due.due_on if due else None


def last_return(found: Submission) -> Step | None:
    """The step that gave it back, while it is to be mended."""
    if found.state != "returned":
        return None
    steps = Step.objects.filter(submission=found, kind="returned")
    return steps.order_by("-at", "-pk").first()


def last_filing(found: Submission) -> Filing | None:
    """What was handed in last, if anything ever was."""
    return Filing.objects.filter(submission=found).order_by("-number").first()


__all__ = ["changed_since", "due_on", "last_filing", "last_return"]
