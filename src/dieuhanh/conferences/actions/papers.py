"""Papers laid before an item, and the notes a person keeps for themselves."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from dieuhanh.audit.actions import record, verb
from dieuhanh.documents.actions import keep_attachment
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, Refused
from dieuhanh.domain.text import storable
from dieuhanh.people.models import User

from ..models import AgendaItem, Conference, Paper, PrivateNote
from ..queries import conference as find_conference
from ..queries import person_id
from .sites import to_prepare

LONGEST_TITLE = 300
LONGEST_NOTE = 20_000


@verb
def lay_paper(
    *, by: Actor, item: AgendaItem, document: Document, title: str = "", draft: bool = False
) -> Paper:
    """Lay a paper of the register before an item. Raises BadInput("paper.twice"), Refused."""
    held = to_prepare(by, item.conference)
    return _lay(by, held, item, document, title, draft=draft)


@verb
def upload_paper(
    *, by: Actor, item: AgendaItem, title: str, file: tuple[str, bytes], on: date,
    draft: bool = False,
) -> Paper:  # fmt: skip
    """Lay a file before an item: kept with the conference, not in the public register.

    Raises BadInput("paper.title", "file.too_large", "file.kind", "file.blank"), Refused.
    """
    held = to_prepare(by, item.conference)
    told = storable(title).strip()[:LONGEST_TITLE]
    if not told:
        raise BadInput("paper.title")
    number = Paper.objects.filter(item__conference=held).count() + 1
    code = f"{held.code}-tl-{number}"
    kept = keep_attachment(code=code, title=told, file=file, issuer=held.host, on=on)
    return _lay(by, held, item, kept, told, draft=draft)


@verb
def take_paper_away(*, by: Actor, paper: Paper) -> None:
    """Take a paper off the table; it and what was said of it stay in the books."""
    held = to_prepare(by, paper.item.conference)
    paper.removed = True
    paper.save(update_fields=["removed"])
    record(by=by, verb="paper.taken", subject=f"{held.code}/{paper.pk}", was=str(paper))


@verb
def keep_note(
    *, by: Actor, item: AgendaItem, text: str, paper: Paper | None = None
) -> PrivateNote | None:
    """What a person writes for themselves beside an item or a paper; empty takes it back.

    The record says that a note was kept, neither by its words nor their length. Raises Refused
    where nobody in person is at work.
    """
    person = person_id(by)
    if person is None:
        raise Refused("refused")
    find_conference(item.conference.code, seen_by=by)
    words = storable(text).strip()[:LONGEST_NOTE]
    writer = User.objects.select_for_update(no_key=True).get(pk=person)  # two pages of one person
    note = PrivateNote.objects.filter(user=writer, item=item, paper=paper).first()
    if note is None and not words:
        return None
    note = note or PrivateNote(user=writer, item=item, paper=paper)
    note.text, note.changed_at = words, timezone.now()
    note.save()
    record(by=by, verb="note.kept", subject=f"{item.conference.code}/{item.pk}")
    return note


def _lay(
    by: Actor, held: Conference, item: AgendaItem, document: Document, title: str, *, draft: bool
) -> Paper:
    there = Paper.objects.filter(item=item, removed=False)
    if there.filter(document=document).exists():
        raise BadInput("paper.twice")
    made = Paper.objects.create(
        item=item, document=document, title=storable(title).strip()[:LONGEST_TITLE],
        position=there.count() + 1, draft=draft,
    )  # fmt: skip
    record(
        by=by, verb="paper.laid", subject=f"{held.code}/{item.pk}",
        now={"document": document.code, "draft": draft},
    )  # fmt: skip
    return made


__all__ = ["keep_note", "lay_paper", "take_paper_away", "upload_paper"]
