"""Minutes and the notice of conclusions, drafted in plain Vietnamese from what the books hold.

A draft: the office edits it. What the books do not say is left out, or said to be unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from ..numbers import write_vi

OTHER = "Nội dung khác"


@dataclass(frozen=True, slots=True)
class Sat:
    """A site: its name, and how many people its keeper told of (None: not told)."""

    name: str
    heads: int | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody invited: the office of that day, a name where there is one, and what became."""

    office: str
    name: str = ""
    kind: str = "delegate"
    state: str = "registered"
    reason: str = ""
    stands_in_for: str = ""


@dataclass(frozen=True, slots=True)
class Spoke:
    """A contribution: at which site, in which office, in the minute-taker's words."""

    site: str
    office: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A ballot: its question, each option with its votes, and whether it passed (None: void)."""

    question: str
    votes: tuple[tuple[str, int], ...] = ()
    could: int = 0
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class Went:
    """An item of the agenda with what was said, asked and concluded under it."""

    title: str
    presenter: str = ""
    spoke: tuple[Spoke, ...] = ()
    asked: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Concluded:
    """A final conclusion; `due` is its day as printed, empty for none."""

    number: int
    text: str
    group: str = ""
    body: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """All that minutes are drafted from. Times are those of the installation's own clock."""

    name: str
    host: str
    place: str
    opened: datetime | None
    closed: datetime | None
    sites: tuple[Sat, ...] = ()
    people: tuple[Came, ...] = ()
    items: tuple[Went, ...] = ()
    conclusions: tuple[Concluded, ...] = ()


def minutes(of: Meeting) -> str:
    """The minutes as paragraphs with an empty line between."""
    parts = [
        "BIÊN BẢN",
        of.name,
        *_when(of),
        "I. THÀNH PHẦN",
        *_who(of.people),
        *_where(of.sites),
        "II. NỘI DUNG VÀ DIỄN BIẾN",
        *(line for number, item in enumerate(of.items, start=1) for line in _item(number, item)),
        "III. KẾT LUẬN",
        *(_concluded(of.conclusions) or ["Chưa có kết luận nào được ghi chính thức."]),
        *_end(of),
    ]
    return "\n\n".join(parts)


def notice(of: Meeting, *, by: str) -> str:
    """The notice of conclusions; `by` is the office of whoever concluded."""
    day = f" ngày {of.opened:%d/%m/%Y}" if of.opened else ""
    chair = f", {by} kết luận" if by else ", Hội nghị kết luận"
    return "\n\n".join(
        [
            "THÔNG BÁO",
            f"Kết luận tại {of.name}",
            f"Tại {of.name}{day} do {of.host} tổ chức{chair} như sau:",
            *(_concluded(of.conclusions) or ["Chưa có kết luận nào được ghi chính thức."]),
            f"{of.host} thông báo để các cơ quan, đơn vị, địa phương biết, thực hiện.",
        ]
    )


def _when(of: Meeting) -> Iterable[str]:
    if of.opened:
        yield f"Thời gian khai mạc: {clock(of.opened)} ngày {of.opened:%d/%m/%Y}."
    if of.place:
        yield f"Địa điểm: {of.place}."
    yield f"Cơ quan tổ chức: {of.host}."


def _who(people: Sequence[Came]) -> Iterable[str]:
    for kind, head in (("chair", "Chủ trì"), ("delegate", "Đại biểu"), ("guest", "Khách mời")):
        came = [each for each in people if each.kind == kind and each.state == "registered"]
        if came:
            yield f"{head}: {'; '.join(_person(each) for each in came)}."
    silent = sum(each.state == "invited" for each in people)
    if silent:
        yield f"Được mời, chưa đăng ký dự: {number_of(silent)} người."
    absent = [each for each in people if each.state == "absent"]
    if absent:
        yield f"Vắng mặt: {'; '.join(_absence(each) for each in absent)}."


def _person(each: Came) -> str:
    told = f"{each.name}, {each.office}" if each.name else each.office
    return f"{told} (dự thay {each.stands_in_for})" if each.stands_in_for else told


def _absence(each: Came) -> str:
    reason = f" ({each.reason})" if each.reason else " (không ghi lý do)"
    return _person(each) + reason


def _where(sites: Sequence[Sat]) -> Iterable[str]:
    if not sites:
        return
    counted = [each.heads for each in sites if each.heads is not None]
    told = f"Hội nghị họp tại {number_of(len(sites))} điểm cầu"
    if not counted:
        yield f"{told}; số người tại các điểm cầu không được báo."
    elif len(counted) == len(sites):
        yield f"{told}, {number_of(sum(counted))} người dự."
    else:
        yield (
            f"{told}; {number_of(len(counted))} điểm cầu báo có {number_of(sum(counted))} người dự, "
            "các điểm cầu khác không báo."
        )


def _item(number: int, item: Went) -> Iterable[str]:
    by = f" ({item.presenter} trình bày)" if item.presenter else ""
    yield f"{number}. {item.title}{by}"
    for each in item.spoke:
        yield f"- {each.office} ({each.site}): {each.text}"
    for asked in item.asked:
        yield f"- Biểu quyết: {asked.question} {_result(asked)}"
    if not item.spoke and not item.asked:
        yield "Không có ý kiến nào được ghi."


def _result(asked: Asked) -> str:
    if asked.passed is None:
        return "Cuộc biểu quyết không có kết quả."
    votes = ", ".join(f"{option} {number_of(many)}" for option, many in asked.votes)
    cast = sum(many for _option, many in asked.votes)
    outcome = "được thông qua" if asked.passed else "không được thông qua"
    return (
        f"Kết quả: {votes} (có {number_of(cast)} trên {number_of(asked.could)} phiếu), {outcome}."
    )


def _concluded(found: Sequence[Concluded]) -> list[str]:
    told: list[str] = []
    group = ""
    for each in found:
        if each.group and each.group != group:
            told.append(each.group)
        group = each.group
        charge = f" Cơ quan: {each.body}." if each.body else ""
        due = f" Thời hạn: {each.due}." if each.due else ""
        told.append(f"{each.number}. {each.text}{charge}{due}")
    return told


def _end(of: Meeting) -> Iterable[str]:
    if of.closed:
        same = of.opened is not None and of.opened.date() == of.closed.date()
        day = "cùng ngày" if same else f"ngày {of.closed:%d/%m/%Y}"
        yield f"Hội nghị bế mạc lúc {clock(of.closed)} {day}."


def clock(moment: datetime) -> str:
    """An hour as papers write it.

    >>> clock(datetime(2022, 1, 12, 14, 5)), clock(datetime(2022, 1, 12, 8))
    ('14 giờ 05', '8 giờ')
    """
    return f"{moment.hour} giờ {moment.minute:02}" if moment.minute else f"{moment.hour} giờ"


def number_of(many: int) -> str:
    """A count as papers print it: two digits at least, thousands parted.

    >>> number_of(9), number_of(111), number_of(1234)
    ('09', '111', '1.234')
    """
    return f"{many:02}" if many < 10 else write_vi(Decimal(many))


__all__ = [
    "OTHER",
    "Asked",
    "Came",
    "Concluded",
    "Meeting",
    "Sat",
    "Spoke",
    "Went",
    "clock",
    "minutes",
    "notice",
    "number_of",
]
