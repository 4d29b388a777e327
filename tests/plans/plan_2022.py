"""A plan of 2022 for the tests, its values made up from 2021's: test data, nobody's real plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from dieuhanh.bodies.queries import Atlas
from dieuhanh.documents.actions import import_documents
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import Place
from dieuhanh.exchange.catalogue import DOCUMENTS
from dieuhanh.exchange.templates import Record
from dieuhanh.plans.actions.allocating import PartChange, put_parts, put_reason
from dieuhanh.plans.actions.drafts import CellChange, change_cells, open_draft
from dieuhanh.plans.actions.lines import remove_line
from dieuhanh.plans.models import Draft, DraftLine
from dieuhanh.plans.queries import plan, versions

CODE = "ca-mau-2022"
NAME = "Kế hoạch phát triển kinh tế - xã hội tỉnh Cà Mau năm 2022 (thử nghiệm)"
RESOLUTION, DECISION = "thu-nq-2022", "thu-qd-2022-07"
NEW_YEAR, JULY = date(2022, 1, 1), date(2022, 7, 15)
NAMELESS = ("21", "22")
VALUES = {
    "1": "5.600", "2": "1.150", "3": "0,3", "4": "46", "5": "31", "6": "24,5", "7": "96",
    "8": "5", "9": "61", "10": "93", "11": "98", "12": "90", "13": "6,5", "14": "62",
    "15": "20.000", "16": "39.500", "17": "53", "18": "92", "19": "26,3", "20": "11.800",
}  # fmt: skip
DISTRICTS = {
    "964": 2800, "966": 300, "967": 320, "968": 500, "969": 380, "970": 400, "971": 350,
    "972": 300, "973": 250,
}  # fmt: skip


def register(by: Actor, code: str, number: str, issued_on: date) -> None:
    """A paper in the register."""
    empty = {
        column.name: column.read(None, "vi") for column in DOCUMENTS.columns if not column.required
    }
    values = {
        **empty, "code": code, "number": number, "title": f"Văn bản thử nghiệm {number}",
        "issued_on": issued_on, "date_precision": "day", "issuer_code": "hdnd-ca-mau",
    }  # fmt: skip
    import_documents(by=by, records=[Record(values, Place())], attachments=lambda _: (b"", ""))


def draft_2022(by: Actor) -> Draft:
    """The next plan begun from 2021's, its values typed, the two nameless targets taken out."""
    base = versions(plan("ca-mau-2021", seen_by=by))[0]
    draft = open_draft(by=by, base=base, purpose="new", code=CODE, name=NAME)
    lines = by_no(draft)
    change_cells(
        by=by, draft=draft,
        changes=[CellChange(lines[no].pk, "value", "", text) for no, text in VALUES.items()],
    )  # fmt: skip
    for no in NAMELESS:
        remove_line(by=by, draft=draft, line=lines[no].pk)
    return draft


def by_no(draft: Draft) -> Mapping[str, DraftLine]:
    """A draft's lines by their numbers."""
    return {
        line.no: line
        for line in DraftLine.objects.filter(draft=draft).select_related("draft__base__plan")
    }


def hand_down(by: Actor, draft: Draft, no: str, texts: Mapping[str, str], reason: str = "") -> None:
    """Parts of a line for districts, by code."""
    atlas, line = Atlas(), by_no(draft)[no]
    changes = [
        PartChange(atlas.at(code, NEW_YEAR), None, "value", "", text)
        for code, text in texts.items()
    ]
    assert put_parts(by=by, draft=draft, line=line, changes=changes) == []
    put_reason(by=by, draft=draft, line=line, parent=draft.base.plan.area, reason=reason)


def revenue_parts() -> dict[str, str]:
    """Revenue of the nine districts, which sums to the plan's 5.600."""
    assert sum(DISTRICTS.values()) == Decimal(VALUES["1"].replace(".", ""))
    return {code: str(value) for code, value in DISTRICTS.items()}
