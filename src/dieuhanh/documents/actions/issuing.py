"""Ban hành: number and day given once, the register's line, what it mends, the signed copy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dieuhanh.audit.actions import record, verb
from dieuhanh.bodies.models import Body
from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import BadInput, Place
from dieuhanh.domain.papers import (
    MENDED_BY,
    EditBy,
    Mending,
    PaperState,
    PaperStep,
    Taken,
    check_day,
    check_number,
    check_step,
    next_number,
    oddities,
)
from dieuhanh.domain.text import fold
from dieuhanh.domain.wording.paper_life import oddity_text
from dieuhanh.paper.writing.rules import document_type

from ..models import Document, Paper, PaperSigned, PaperVersion
from ..queries.copies import copy_in
from ..queries.numbers import taken
from ..queries.papers import content_of, printed, version_of
from .held import folded, hold, require, step, subject_of, write
from .register import keep_attachment, store

LONGEST_CODE = 80


@dataclass(frozen=True)
class Numbering:
    """The day a paper bears and its number; None takes the next. `confirmed`: what is odd about
    the number was read and is meant. `public`: everybody may read the paper."""

    on: date
    number: int | None = None
    confirmed: bool = False
    public: bool = False


@verb
def issue_paper(*, by: Actor, paper: Paper, as_: Numbering, today: date) -> Paper:
    """Give an approved paper its number and day, and enter it in the register.

    Papers of one issuer are numbered one after the other, so that no two take the same number.
    What it corrects or replaces is told so. Raises Refused, BadInput("paper.number_taken" |
    "paper.number_odd" | "paper.day_to_come" | "paper.day_before_approval" | …).
    """
    Body.objects.select_for_update(no_key=True).get(pk=paper.issuer_id)
    held = hold(paper)
    require(by, Permission.PAPER_ISSUE, held)
    check_step(PaperState(held.state), PaperStep.ISSUED)
    assert held.approved_on is not None, "an approved paper has its day"  # noqa: S101
    check_day(as_.on, approved=held.approved_on, today=today)
    number = _number(held, as_) if document_type(held.kind).numbered else None
    content = content_of(version_of(held, held.version)).issued(number, as_.on)
    held.number, held.year, held.issued_on = number, as_.on.year, as_.on
    held.public = as_.public
    step(by, held, PaperStep.ISSUED, today, words=printed(held))
    held.save(update_fields=["state", "changed_at", "number", "year", "issued_on", "public"])
    version = write(by, held, content, EditBy.ISSUED)
    held.document = _register(held, version)
    held.save(update_fields=["document"])
    _mend(by, held, today)
    record(
        by=by, verb="paper.numbered", subject=subject_of(held),
        now={"number": printed(held), "on": as_.on.isoformat(), "public": as_.public,
             "register": held.document.code},
    )  # fmt: skip
    return held


@verb
def keep_signed(*, by: Actor, paper: Paper, file: tuple[str, bytes], today: date) -> PaperSigned:
    """Keep the signed copy that came back, with what its signatures and its text show; an earlier
    one stays in the books. One without a signature, such as a scan, is kept and told as that.

    Raises Refused, BadInput("paper.not_pdf" | "paper.wrong_step" | "file.…").
    """
    held = hold(paper)
    require(by, Permission.PAPER_ISSUE, held)
    check_step(PaperState(held.state), PaperStep.SIGNED)
    check_signed(*file)
    count = PaperSigned.objects.filter(paper=held).count() + 1
    kept = keep_attachment(
        code=f"van-ban-{held.pk}-ky-{count}", title=held.title, file=file, issuer=held.issuer,
        on=held.issued_on or today,
    )  # fmt: skip
    made_step = step(by, held, PaperStep.SIGNED, today, words=kept.file_name)
    held.save(update_fields=["changed_at"])
    shown = copy_in(content_of(version_of(held, held.version)), file, now=made_step.at)
    return PaperSigned.objects.create(
        paper=held, document=kept, at=made_step.at, by_name=by.name, found=shown.found,
        differs=list(shown.differs),
    )  # fmt: skip


def check_signed(name: str, content: bytes) -> None:
    """Raise BadInput("paper.not_pdf") for what is none, by its name or by its first bytes."""
    if Path(name).suffix.lower() != ".pdf" or not content.startswith(b"%PDF-"):
        raise BadInput("paper.not_pdf", place=Place(file=name[:200]), name=name[:200])


def _number(held: Paper, as_: Numbering) -> int:
    series = taken(held.issuer, held.kind, as_.on.year)
    number = next_number(series) if as_.number is None else as_.number
    check_number(number, series)
    _check_odd(number, as_, series)
    return number


def _check_odd(number: int, as_: Numbering, series: list[Taken]) -> None:
    odd = oddities(number, as_.on, series)
    if odd and not as_.confirmed:
        why, why_en = (" ".join(oddity_text(each, lang) for each in odd) for lang in ("vi", "en"))
        raise BadInput("paper.number_odd", why=why, why_en=why_en)


def _register(held: Paper, version: PaperVersion) -> Document:
    """Its line in the register, with its text, so that a sentence of it can be cited."""
    name = _code(f"{printed(held)} {held.year} {held.issuer.code}") or f"van-ban-{held.pk}"
    code = name[:LONGEST_CODE]
    if Document.objects.filter(code=code).exists():
        code = f"van-ban-{held.pk}"
    held.folded = folded(held)
    held.save(update_fields=["folded"])
    return Document.objects.create(
        code=code, number=printed(held), type=document_type(held.kind).name, issuer=held.issuer,
        issued_on=held.issued_on, date_precision="day", title=held.title,
        internal=not held.public, **store(f"{code}.txt", version.text.encode()),
    )  # fmt: skip


def _code(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


def _mend(by: Actor, held: Paper, today: date) -> None:
    if held.mends is None:
        return
    mended, kind = hold(held.mends), MENDED_BY[Mending(held.mending)]
    check_step(PaperState(mended.state), kind)
    step(by, mended, kind, today, words=printed(held), other=held)
    mended.save(update_fields=["state", "changed_at"])


__all__ = ["Numbering", "check_signed", "issue_paper", "keep_signed"]
