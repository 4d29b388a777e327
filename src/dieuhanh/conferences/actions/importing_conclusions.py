"""Taking in what a meeting that was held elsewhere left: its final conclusions and its texts."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Max
from django.utils import timezone

from dieuhanh.assessment.models import Finding
from dieuhanh.audit.actions import Tally, verb
from dieuhanh.domain.actors import Actor
from dieuhanh.exchange.templates import Record
from dieuhanh.plans.models import Target

from ..models import Conclusion, Conference, Contribution, Text, Wording
from .finals import first_wording
from .importing import Meetings, item_of, items_by_place, told_of

SAID = ("number", "group", "text", "field", "due_on")


@verb
def import_conclusions(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add final conclusions by their numbers, with what they rest on; each is its first wording."""
    meetings, items = Meetings(by), items_by_place()
    held = set(Conclusion.objects.values_list("conference", "number"))
    now = timezone.now()
    new: list[tuple[Record, Conclusion]] = []
    for row in records:
        of = meetings.of(row)
        if (of.pk, row["number"]) in held:
            continue
        made = Conclusion(
            conference=of, item=item_of(row, of, items), position=row["number"], state="final",
            body=meetings.body(row, "body"), noted_at=now, noted_by=by.name,
            **{name: row[name] for name in SAID}, **meetings.source(row),
        )  # fmt: skip
        new.append((row, made))
    Conclusion.objects.bulk_create(made for _row, made in new)
    Wording.objects.bulk_create(first_wording(made, by) for _row, made in new)
    _link(new)
    return told_of(by, "conclusions.imported", records, len(new))


def _link(new: list[tuple[Record, Conclusion]]) -> None:
    """Tie conclusions to the targets, findings and contributions they rest on."""
    plans = {made.conference.plan_id for _row, made in new}
    targets: dict[tuple[int | None, str], int] = {
        (each.version.plan_id, each.no): each.pk
        for each in Target.objects.filter(version__plan__in=plans)
        .select_related("version").order_by("version__number")
    }  # fmt: skip
    findings: dict[tuple[int | None, str], int] = {
        (each.plan_id, each.sentence): each.pk for each in Finding.objects.filter(plan__in=plans)
    }
    spoken: dict[int, list[int]] = {}
    for of, pk in Contribution.objects.order_by("noted_at", "pk").values_list("conference", "pk"):
        spoken.setdefault(of, []).append(pk)
    on_targets, on_findings, on_said = [], [], []
    for row, made in new:
        plan = made.conference.plan_id
        for no in _parts(row["targets"], ";"):
            if (plan, no) not in targets:
                raise row.fault("target.unknown", "targets", no=no, plan=made.conference.plan or "")
            on_targets.append((made.pk, targets[plan, no]))
        for sentence in _parts(row["findings"], "|"):
            if (plan, sentence) not in findings:
                raise row.fault("finding.unknown", "findings", text=sentence)
            on_findings.append((made.pk, findings[plan, sentence]))
        on_said += [(made.pk, pk) for pk in _said(row, made.conference, spoken)]
    for name, column, pairs in (
        ("targets", "target_id", on_targets),
        ("findings", "finding_id", on_findings),
        ("contributions", "contribution_id", on_said),
    ):
        through = Conclusion._meta.get_field(name).remote_field.through  # type: ignore[union-attr]
        through.objects.bulk_create(
            through(conclusion_id=one, **{column: other}) for one, other in pairs
        )


def _said(row: Record, of: Conference, spoken: dict[int, list[int]]) -> list[int]:
    """The contributions a cell counts, from one on, in the order they were noted."""
    found = spoken.get(of.pk, [])
    wanted = _parts(row["contributions"], ";")
    for number in wanted:
        if not number.isdecimal() or not 1 <= int(number) <= len(found):
            raise row.fault("contribution.unknown", "contributions", text=number)
    return [found[int(number) - 1] for number in wanted]


def _parts(cell: str, mark: str) -> list[str]:
    return [part.strip() for part in cell.split(mark) if part.strip()]


@verb
def import_texts(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add minutes, speeches and notices as new versions; one that stands already is left."""
    meetings = Meetings(by)
    held = set(Text.objects.values_list("conference", "kind", "text"))
    last = {
        (each["conference"], each["kind"]): each["last"]
        for each in Text.objects.order_by()
        .values("conference", "kind")
        .annotate(last=Max("version"))
    }
    new = []
    for row in records:
        of = meetings.of(row)
        key = (of.pk, row["kind"])
        if (*key, row["text"]) in held:
            continue
        last[key] = last.get(key, 0) + 1
        new.append(
            Text(
                conference=of, kind=row["kind"], version=last[key], text=row["text"],
                office=row["office"], written_at=timezone.now(), written_by=by.name,
                **meetings.source(row),
            )
        )  # fmt: skip
    Text.objects.bulk_create(new)
    return told_of(by, "texts.imported", records, len(new))


__all__ = ["import_conclusions", "import_texts"]
