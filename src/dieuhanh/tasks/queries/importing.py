"""What a table of tasks cites, fetched once, and what each of its rows is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dieuhanh.bodies.models import Body
from dieuhanh.conferences.models import Conclusion
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.text import nfc, tidy
from dieuhanh.exchange.task_table import GIVEN, TOLD
from dieuhanh.exchange.templates import Record
from dieuhanh.exchange.writing import alive, inert
from dieuhanh.plans.models import Target

from ..models import Point, Programme
from .doors import programmes, tasks
from .exported import exported_rows
from .leads import may_lead, standing_bodies
from .origins import Origin, origin

AT_ONCE = 5000
MOST_FAULTS = 200
NAMES = {"lead_name": "lead", "assigner_name": "assigner"}
WORDS = ("title", "text", "product", "field", "priority", "official", "quote")
LONGEST = {"title": 500, "product": 500, "field": 80, "official": 300}
LABELS = {column.name: column.label for column in (*GIVEN, *TOLD)}
DEFAULTS = {column.name: column.empty for column in TOLD}


@dataclass(frozen=True)
class NewTask:
    """A task a row asks for: its own columns, and what it cites."""

    columns: dict[str, Any]
    lead: Body
    assigner: Body
    helpers: tuple[Body, ...]
    programme: Programme | None
    origin: Origin


class Shelf:
    """The books as the rows of one table need them. About ten queries, and one an origin named."""

    def __init__(self, records: Sequence[Record], *, by: Actor, today: date) -> None:
        self.by, self.today = by, today
        self.faults: list[BadInput] = []
        self.bodies = {body.code: body for body in Body.objects.select_related("area")}
        self.standing = set(standing_bodies(today).values_list("code", flat=True))
        self.programmes = {each.code: each for each in programmes(seen_by=by)}
        self.held = dict(self._held(records))
        self.leads: dict[int, frozenset[str]] = {}
        self.origins: dict[tuple[str, str], Origin | None] = {}

    def row(self, each: Record) -> NewTask | None:
        """The task a row asks for; None for one that is there, and for one at fault."""
        before = len(self.faults)
        code = str(each["code"] or "")
        if code:
            self._same(each, code)
            return None
        made = self._new(each)
        return made if len(self.faults) == before else None

    def _held(self, records: Sequence[Record]) -> Iterator[tuple[str, dict[str, Any]]]:
        codes = sorted({str(each["code"]) for each in records if each["code"]})
        for start in range(0, len(codes), AT_ONCE):
            wanted = tasks(seen_by=self.by).filter(code__in=codes[start : start + AT_ONCE])
            yield from ((row["code"], row) for row in exported_rows(wanted))

    def _same(self, each: Record, code: str) -> None:
        """Every column of a task that is there must say what the books say."""
        held = self.held.get(code)
        if held is None:
            self._add(each.fault("task_table.no_such", "code", text=code))
            return
        for column in GIVEN:
            if column.name in each.values and not _alike(each[column.name], held[column.name]):
                told = _shown(held[column.name])
                self._add(
                    each.fault("task_table.differs", column.name, label=column.label, held=told)
                )

    def _new(self, each: Record) -> NewTask | None:
        lead, assigner = (self._body(each, name) for name in ("lead", "assigner"))
        if assigner and not self.by.may(Permission.TASK_ASSIGN, body=assigner.pk):
            self._add(each.fault("task_table.not_yours", "assigner", body=str(assigner)))
        elif lead and assigner and lead.code not in self._may_lead(assigner):
            self._add(each.fault("task.lead", "lead"))
        helpers = self._helpers(each)
        programme = self._programme(each)
        source = self._origin(each)
        self._days(each)
        self._told(each, lead, assigner)
        columns = self._columns(each)
        if lead is None or assigner is None or source is None:
            return None
        columns["field"] = columns["field"] or source.field
        columns["quote"] = columns["quote"] or source.quote
        return NewTask(
            columns, lead, assigner, tuple(b for b in helpers if b != lead), programme, source
        )

    def _columns(self, each: Record) -> dict[str, Any]:
        said = {name: _words(each[name]) for name in WORDS}
        for name, most in LONGEST.items():
            if len(said[name]) > most:
                self._add(each.fault("task_table.too_long", name, most=most, found=len(said[name])))
        if each["repeats"]:
            self._add(each.fault("task_table.repeats", "repeats"))
        return said | {
            "assigned_on": each["assigned_on"], "due_on": each["due_on"],
            "simulated": each["simulated"],
        }  # fmt: skip

    def _body(self, each: Record, name: str) -> Body | None:
        code = str(each[name])
        if code in self.standing:
            return self.bodies[code]
        if code in self.bodies:
            self._add(each.fault("task_table.body_ended", name, text=str(self.bodies[code])))
        else:
            self._add(each.fault("body.unknown", name, text=code))
        return None

    def _may_lead(self, assigner: Body) -> frozenset[str]:
        if assigner.pk not in self.leads:
            found = may_lead(assigner, self.today).values_list("code", flat=True)
            self.leads[assigner.pk] = frozenset(found)
        return self.leads[assigner.pk]

    def _helpers(self, each: Record) -> list[Body]:
        codes = [tidy(part) for part in str(each["co_bodies"]).replace(",", ";").split(";")]
        found = []
        for code in dict.fromkeys(filter(None, codes)):
            if code in self.standing:
                found.append(self.bodies[code])
            else:
                self._add(each.fault("body.unknown", "co_bodies", text=code))
        return found

    def _programme(self, each: Record) -> Programme | None:
        code = str(each["programme"])
        if code and code not in self.programmes:
            self._add(each.fault("task_table.programme", "programme", text=code))
        return self.programmes.get(code)

    def _origin(self, each: Record) -> Origin | None:
        kind, text = str(each["origin"]), str(each["comes_from"])
        if kind == "parent":
            self._add(each.fault("task_table.parent", "origin"))
            return None
        if (kind == "hand") == bool(text):
            self._add(each.fault("task_table.origin", "comes_from", kind=kind, text=text))
            return None
        asked = (kind, text)
        if asked not in self.origins:
            try:
                self.origins[asked] = origin(kind, _key(kind, text), seen_by=self.by)
            except Missing:
                self.origins[asked] = None
        if self.origins[asked] is None:
            self._add(each.fault("task_table.origin", "comes_from", kind=kind, text=text))
        return self.origins[asked]

    def _days(self, each: Record) -> None:
        assigned, due = each["assigned_on"], each["due_on"]
        if assigned > self.today:
            day = write_vi_date(assigned)
            self._add(each.fault("task_table.assigned_later", "assigned_on", day=day))
        if due is not None and due < assigned:
            told = {"due": write_vi_date(due), "day": write_vi_date(assigned)}
            self._add(each.fault("task_table.due_before", "due_on", **told))

    def _told(self, each: Record, lead: Body | None, assigner: Body | None) -> None:
        """What only the books say is left empty in a new row; names must be those of the codes."""
        bodies = {"lead_name": lead, "assigner_name": assigner}
        for name, empty in DEFAULTS.items():
            value = each.values.get(name, empty)
            if value in (empty, ""):
                continue
            body = bodies.get(name)
            if name not in NAMES:
                self._add(each.fault("task_table.told", name, label=LABELS[name]))
            elif body and value not in {body.name, body.short_name, inert(body.name)}:
                self._add(each.fault("task_table.name", name, text=value, body=body.name))

    def _add(self, fault: BadInput) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(fault)


def _key(kind: str, text: str) -> str:
    """What `origin` is asked by: the number of the row that the parts of the text name."""
    find = KEYS.get(kind)
    return find(text) if find else text


def _point(text: str) -> str:
    document, _, number = text.partition("/")
    found = Point.objects.filter(document__code=document, number=number)
    return _first(found.values_list("pk", flat=True))


def _conclusion(text: str) -> str:
    conference, _, number = text.partition("/")
    if not number.isdecimal() or len(number) > 4:
        return ""
    found = Conclusion.objects.filter(conference__code=conference, number=int(number))
    return _first(found.values_list("pk", flat=True))


def _target(text: str) -> str:
    plan, _, rest = text.partition("/")
    version, _, no = rest.partition("/")
    if not version.isdecimal() or len(version) > 4:
        return ""
    found = Target.objects.filter(version__plan__code=plan, version__number=int(version), no=no)
    return _first(found.values_list("pk", flat=True))


def _first(found: Any) -> str:
    return str(next(iter(found[:1]), ""))


KEYS: dict[str, Callable[[str], str]] = {
    "point": _point, "conclusion": _conclusion, "target": _target,
}  # fmt: skip


def _words(value: Any) -> str:
    return alive(_lines(str(value or ""))).strip()


def _lines(text: str) -> str:
    """Line ends as one machine or another writes them, alike."""
    return nfc(text).replace("_x000D_", "").replace("\r\n", "\n").strip()


def _alike(told: Any, held: Any) -> bool:
    if isinstance(told, str) or isinstance(held, str):
        return _lines(str(told or "")) in {_lines(str(held)), _lines(inert(str(held)))}
    return bool(told == held)


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return write_vi_date(value)
    if isinstance(value, bool):
        return "x" if value else "–"
    return str(value)[:80] if value not in (None, "") else "–"


__all__ = ["NewTask", "Shelf"]
