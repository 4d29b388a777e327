"""The kinds of papers that write themselves: what each is composed from, and how."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import translation

from dieuhanh.assessment.queries import assessment
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.conventions import DEFAULT_CONVENTION
from dieuhanh.domain.dates import read_vi_date, write_vi_date
from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.writing.compose.decision import decision
from dieuhanh.paper.writing.compose.invitation import invitation
from dieuhanh.paper.writing.compose.notice import notice
from dieuhanh.paper.writing.compose.press import press_release
from dieuhanh.paper.writing.compose.programme import programme
from dieuhanh.paper.writing.compose.report import report
from dieuhanh.paper.writing.compose.saying import note
from dieuhanh.paper.writing.compose.urging import urging
from dieuhanh.paper.writing.compose.year import Year
from dieuhanh.paper.writing.model import Paper
from dieuhanh.paper.writing.papers import sources

from .allocation import allocation_of
from .frames import USUAL, Choice, frame_of, in_a_row, usual_recipients
from .keys import key_of
from .labels import SAMPLE, SIMULATED
from .late import urging_of
from .meeting import meeting_of
from .orders import leads_of
from .position import Position, position
from .programme import programme_of
from .scope import check_of
from .year import frozen_year, year_of


@dataclass(frozen=True)
class Wanted:
    """A paper that is asked for: its kind, what it is made from, as known on which day, and by
    which convention boards are judged."""

    kind: str
    of: str
    on: date
    convention: str = DEFAULT_CONVENTION
    choice: Choice = USUAL

    @property
    def frozen(self) -> int | None:
        """The assessment it is made from, where it is made from one."""
        told = self.of.partition("#")[2]
        return int(told) if told.isdecimal() and len(told) < LONGEST_KEY else None

    def recipe(self) -> dict[str, str]:
        """What is kept with the draft, so that it can be composed anew. Who signs and the symbol
        are the draft's own from then on."""
        said = {"kind": self.kind, "of": self.of, "on": self.on.isoformat()}
        usual = self.convention == DEFAULT_CONVENTION
        return said if usual else {**said, "convention": self.convention}


@dataclass(frozen=True)
class Kind:
    """A kind of composed paper: its names, the type of the decree it is, what it is made from."""

    code: str
    name: str
    name_en: str
    paper: str
    source: str
    compose: Callable[[Wanted, Body, Actor], Paper]
    dated: bool = True


def _year(wanted: Wanted, seen_by: Actor, *, areas: bool) -> Year:
    if wanted.frozen is not None:
        return frozen_year(wanted.frozen, seen_by=seen_by, areas=areas)
    code = wanted.of.partition("#")[0]
    year = year_of(code, seen_by=seen_by, on=wanted.on, convention=wanted.convention, areas=areas)
    if year.closes and not any(each.so_far or each.settled for each in year.targets):
        end = write_vi_date(year.closes)
        raise BadInput("compose.nothing_yet", day=write_vi_date(wanted.on), end=end)
    return year


def _report(wanted: Wanted, issuer: Body, seen_by: Actor) -> Paper:
    frame = frame_of(
        issuer, "bao-cao", wanted.on, choice=wanted.choice, recipients=usual_recipients(issuer)
    )
    return report(_year(wanted, seen_by, areas=True), frame)


def _press(wanted: Wanted, issuer: Body, seen_by: Actor) -> Paper:
    frame = frame_of(
        issuer, "thong-cao", wanted.on, choice=wanted.choice, recipients=("Các cơ quan báo chí",)
    )
    return press_release(_year(wanted, seen_by, areas=False), frame)


def _notice(wanted: Wanted, issuer: Body, seen_by: Actor) -> Paper:
    held = meeting_of(wanted.of, seen_by=seen_by)
    if not held.points:
        raise BadInput("compose.no_conclusions", name=held.name)
    to = (*usual_recipients(issuer), *in_a_row(leads_of(held.orders)))
    return notice(
        held, frame_of(issuer, "thong-bao", wanted.on, choice=wanted.choice, recipients=to)
    )


def _invitation(wanted: Wanted, issuer: Body, seen_by: Actor) -> Paper:
    held = meeting_of(wanted.of, seen_by=seen_by)
    day = held.starts.date()
    if day < wanted.on or (day == wanted.on and held.begun):
        raise BadInput("compose.meeting_over", name=held.name, day=write_vi_date(day))
    frame = frame_of(
        issuer, "giay-moi", wanted.on, choice=wanted.choice, recipients=("Như thành phần mời",)
    )
    return invitation(held, frame)


def _programme(wanted: Wanted, issuer: Body, seen_by: Actor) -> Paper:
    held = programme_of(wanted.of, seen_by=seen_by)
    to = (*usual_recipients(issuer), *in_a_row(leads_of(held.all_orders)))
    return programme(
        held, frame_of(issuer, "chuong-trinh", wanted.on, choice=wanted.choice, recipients=to)
    )


def _decision(wanted: Wanted, issuer: Body, seen_by: Actor) -> Paper:
    code, _, version = wanted.of.partition("@")
    held = allocation_of(
        code, int(version) if version.isdecimal() and len(version) < LONGEST_KEY else 0,
        seen_by=seen_by, on=wanted.on,
    )  # fmt: skip
    to = ("Như Điều 3", *usual_recipients(issuer))
    return decision(
        held, frame_of(issuer, "quyet-dinh", wanted.on, choice=wanted.choice, recipients=to)
    )


def _urging(wanted: Wanted, issuer: Body, seen_by: Actor) -> Paper:
    held = urging_of(wanted.of, seen_by=seen_by, on=wanted.on)
    to = tuple(each.body for each in held.owing)
    return urging(
        held,
        frame_of(
            issuer, "cong-van", wanted.on, choice=wanted.choice, addressed_to=to, fields=held.fields
        ),
    )


LONGEST_KEY = 9
COMPOSED: Mapping[str, Kind] = {
    each.code: each
    for each in (
        Kind("bao-cao-nam", "Báo cáo tình hình thực hiện kế hoạch", "Report of the year",
             "bao-cao", "board", _report),
        Kind("thong-bao-ket-luan", "Thông báo kết luận", "Notice of conclusions",
             "thong-bao", "conference", _notice, dated=False),
        Kind("chuong-trinh-hanh-dong", "Chương trình hành động", "Action programme",
             "chuong-trinh", "programme", _programme, dated=False),
        Kind("giao-chi-tieu", "Quyết định giao chỉ tiêu", "Decision assigning targets",
             "quyet-dinh", "version", _decision, dated=False),
        Kind("giay-moi", "Giấy mời hội nghị", "Invitation to a conference",
             "giay-moi", "conference", _invitation, dated=False),
        Kind("don-doc", "Công văn đôn đốc nhiệm vụ quá hạn", "Letter urging overdue tasks",
             "cong-van", "late", _urging),
        Kind("thong-cao-bao-chi", "Thông cáo báo chí", "Press release",
             "thong-cao", "board", _press),
    )
}  # fmt: skip


def wanted_of(said: Mapping[str, Any]) -> Wanted:
    """A recipe read back. Raises BadInput("compose.kind" | "date.…")."""
    kind = str(said.get("kind", ""))
    if kind not in COMPOSED:
        raise BadInput("compose.kind", kind=kind[:40], known=", ".join(COMPOSED))
    by = str(said.get("convention", DEFAULT_CONVENTION))
    return Wanted(kind, str(said.get("of", "")), read_vi_date(str(said.get("on", ""))), by)


def not_to_come(wanted: Wanted, today: date) -> Wanted:
    """The same, where its day is one the books can know. Raises BadInput("compose.future")."""
    if COMPOSED[wanted.kind].dated and wanted.on > today:
        raise BadInput("compose.future", day=write_vi_date(wanted.on), today=write_vi_date(today))
    return wanted


def is_simulated(paper: Paper) -> bool:
    """Whether any of its numbers rests on figures nobody reported."""
    return any(SIMULATED in source.label for source in sources(paper))


def again(wanted: Wanted, today: date, *, seen_by: Actor) -> Wanted:
    """The same from the books of today, by the same convention; what an assessment froze is left
    behind. Raises Missing for an assessment the reader may not see."""
    by = wanted.convention
    if wanted.frozen is not None:
        by = assessment(wanted.frozen, seen_by=seen_by).convention
    return Wanted(wanted.kind, wanted.of.partition("#")[0], max(today, wanted.on), by)


def position_of(wanted: Wanted, today: date, *, seen_by: Actor) -> Position:
    """Where the books stand for the board a paper is made from. Asked before it is composed, so
    that what comes meanwhile is looked at again rather than missed."""
    if COMPOSED[wanted.kind].source != "board":
        return {}
    usual = again(wanted, today, seen_by=seen_by)
    return position([key_of(usual.of, usual.convention)], on=today)


def composed(wanted: Wanted, *, issuer: Body, seen_by: Actor) -> Paper:
    """The paper as the books have it, in Vietnamese whatever the page speaks; a demo's says it is one.

    Raises Missing for what the reader may not see and for what is not the issuer's to write of.
    """
    kind = COMPOSED[wanted.kind]
    code = re.split("[@#]", wanted.of)[0]
    check_of(kind.source, code, issuer=issuer, seen_by=seen_by, on=wanted.on)
    with translation.override("vi"):
        made = kind.compose(wanted, issuer, seen_by)
    return replace(made, blocks=(*made.blocks, note(SAMPLE))) if settings.DEMO else made


__all__ = [
    "COMPOSED",
    "Kind",
    "Wanted",
    "again",
    "composed",
    "is_simulated",
    "not_to_come",
    "position_of",
    "wanted_of",
]
