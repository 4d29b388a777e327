"""Writing areas, successions and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dieuhanh.audit.actions import Tally, put_all, verb
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.areas import Area as AreaNoun
from dieuhanh.domain.areas import AreaBook, AreaRow, Kind
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.successions import SuccessionKind, SuccessionRow, Successions, exact
from dieuhanh.exchange.templates import Record

from .. import queries
from ..models import Area, AreaParent, Body, BodySuccession, Succession

ONE_DAY = timedelta(days=1)
KINDS = ", ".join(Kind)


def _area_row(record: Record) -> AreaRow:
    if record["kind"] not in set(Kind):
        raise record.fault("cell.choice", "kind", text=record["kind"], choices=KINDS)
    area = AreaNoun(
        record["code"], record["name"], Kind(record["kind"]), record["valid_from"],
        record["valid_to"], record["start_known"],
    )  # fmt: skip
    return AreaRow(area, record["parent_code"], record.place)


@verb
def import_areas(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add or amend areas and what each stands under; the whole tree must hold afterwards."""
    by.require(Permission.AREA_EDIT)
    rows = [_area_row(record) for record in records]
    atlas = queries.Atlas()
    handed_in = {row.area.id for row in rows}
    kept = [
        AreaRow(
            noun, parent.code if (parent := atlas.book.parent(noun.id, noun.valid_from)) else ""
        )
        for noun in atlas.noun_of.values()
        if noun.id not in handed_in
    ]
    book = AreaBook.from_rows([*kept, *rows])
    tally = put_all(
        by=by, verb="areas.imported", model=Area, key=("code", "valid_from"),
        rows=[_area_columns(row, record) for row, record in zip(rows, records, strict=True)],
    )  # fmt: skip
    _link(by, book, [row.area for row in rows])
    return tally


def _area_columns(row: AreaRow, record: Record) -> dict[str, object]:
    area = row.area
    return {
        "code": area.code,
        "name": area.name,
        "kind": str(area.kind),
        "valid_from": area.valid_from,
        "valid_to": area.valid_to,
        "start_known": area.start_known,
        "document": record["document"],
        "note": record["note"],
    }


def _link(by: Actor, book: AreaBook, areas: Sequence[AreaNoun]) -> None:
    rows = {(row.code, row.valid_from): row for row in Area.objects.all()}
    links = []
    for area in areas:
        for link in book.links_of(area.id):
            above = book.by_id(link.parent)
            links.append(
                {
                    "area": rows[area.code, area.valid_from],
                    "parent": rows[above.code, above.valid_from],
                    "valid_from": link.validity.first,
                    "valid_to": link.validity.end,
                }
            )
    put_all(by=by, verb="areas.linked", model=AreaParent, key=("area", "valid_from"), rows=links)


@verb
def import_successions(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Record merges, splits, renames and abolitions, each from one area to another.

    Together with those already kept they must hold: days that fit, one heir or a split, weights
    that make exactly one. Raises BadInput("area.…" | "succession.…"), located.
    """
    by.require(Permission.AREA_EDIT)
    atlas = queries.Atlas()
    handed_in = [_succession_row(record) for record in records]
    replaced = {(row.effective, row.from_code, row.to_code) for row in handed_in}
    kept = [
        row
        for row in atlas.succession_rows()
        if (row.effective, row.from_code, row.to_code) not in replaced
    ]
    Successions.of_areas([*handed_in, *kept], atlas.book)
    rows = [_succession_columns(record, atlas) for record in records]
    return put_all(
        by=by, verb="successions.imported", model=Succession, key=("before", "after"), rows=rows
    )


def _succession_row(record: Record) -> SuccessionRow:
    weight = record["weight"]
    return SuccessionRow(
        record["effective"],
        SuccessionKind(record["kind"]),
        record["from_code"],
        record["to_code"],
        None if weight is None else exact(weight),
        record["document"],
        record.place,
    )


def _succession_columns(record: Record, atlas: queries.Atlas) -> dict[str, object]:
    effective, heir = record["effective"], record["to_code"]
    return {
        "effective": effective,
        "kind": record["kind"],
        "before": atlas.at(record["from_code"], effective - ONE_DAY),
        "after": atlas.at(heir, effective) if heir else None,
        "weight": record["weight"],
        "document": record["document"],
        "note": record["note"],
    }


@verb
def import_bodies(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Add or amend bodies; a parent may stand anywhere in the same table."""
    by.require(Permission.BODY_EDIT)
    atlas = queries.Atlas()
    columns = (
        "code",
        "name",
        "name_en",
        "short_name",
        "kind",
        "valid_from",
        "valid_to",
        "url",
        "note",
    )
    rows = []
    for record in records:
        try:
            area = _area_of_body(atlas, record)
        except BadInput as fault:
            raise fault.at(record.place) from None
        rows.append({**{name: record[name] for name in columns}, "area": area})
    tally = put_all(by=by, verb="bodies.imported", model=Body, key=("code",), rows=rows)
    known = queries.bodies_by_code()
    parents = []
    for record in records:
        try:
            parents.append(
                {"code": record["code"], "parent": queries.body(record["parent_code"], known)}
            )
        except BadInput as fault:
            raise fault.at(record.place) from None
    put_all(by=by, verb="bodies.placed", model=Body, key=("code",), rows=parents)
    return tally


@verb
def import_body_successions(*, by: Actor, records: Sequence[Record]) -> Tally:
    """Record what became of bodies; with those already kept the edges must hold.

    Raises BadInput("body.…" | "succession.…"), located.
    """
    by.require(Permission.BODY_EDIT)
    known = queries.bodies_by_code()
    rows = []
    for record in records:
        try:
            before = queries.body(record["from_code"], known)
            after = queries.body(record["to_code"], known)
        except BadInput as fault:
            raise fault.at(record.place) from None
        columns = {name: record[name] for name in ("effective", "kind", "document", "note")}
        rows.append({**columns, "before": before, "after": after, "void": False})
    tally = put_all(
        by=by, verb="body_successions.imported", model=BodySuccession, key=("before", "after"),
        rows=rows,
    )  # fmt: skip
    places = {(row["from_code"], row["to_code"]): row.place for row in records}
    queries.Register(places).book  # noqa: B018 - building it checks every edge
    return tally


def _area_of_body(atlas: queries.Atlas, record: Record) -> Area | None:
    """The earliest area of the code, on the body's first day where that is told."""
    if not record["area_code"]:
        return None
    history = atlas.book.history(record["area_code"])
    if not history:
        raise BadInput("area.unknown", area=record["area_code"])
    on = record["valid_from"] or history[0].valid_from
    return atlas.at(record["area_code"], on)
