"""Who answers for a body that ended is told in one way, wherever it is asked."""

from __future__ import annotations

from datetime import date

import pytest

from dieuhanh.audit.actions import verb
from dieuhanh.bodies.models import Body, BodySuccession
from dieuhanh.domain.actors import Actor
from dieuhanh.tasks.queries.answering import (
    answered_by,
    answering,
    answering_for,
    answers,
    successors,
)

pytestmark = pytest.mark.usefixtures("example")
LAST, FROM, ON = date(2022, 6, 30), date(2022, 7, 1), date(2022, 8, 1)
ENDING = "so-y-te-ca-mau"
ABOVE = "ubnd-ca-mau"


@verb
def becomes(*heirs: str, by: Actor, of: str = ENDING, gone: tuple[str, ...] = ()) -> Body:
    """A body ends and becomes these; of these some end with it, without an heir."""
    before = Body.objects.get(code=of)
    above = Body.objects.get(code=ABOVE)
    Body.objects.filter(pk=before.pk).update(valid_to=LAST, parent=above)
    for code in heirs:
        after = Body.objects.create(
            code=code, name=code, kind=before.kind, parent=above, area=before.area,
            valid_from=date(2022, 1, 1), valid_to=date(2022, 7, 15) if code in gone else None,
        )  # fmt: skip
        kind = "split" if len(heirs) > 1 else "merge"
        BodySuccession.objects.create(effective=FROM, kind=kind, before=before, after=after)
    return Body.objects.get(code=of)


def told(body: Body) -> tuple[list[str], list[str], set[str]]:
    """Who answers; to whom it goes by itself; with whom its tasks are shown."""
    shown = answering_for([body.pk], ON)
    names = set(Body.objects.filter(pk__in=shown.values()).values_list("code", flat=True))
    return (
        [each.code for each in answering(body, ON)],
        [each.code for each in successors(body, ON)],
        names,
    )


def test_who_stands_answers_for_itself(db: None) -> None:
    body = Body.objects.get(code=ENDING)
    assert told(body) == ([ENDING], [ENDING], set())
    assert answers([body.pk], ON) == {}


def test_an_only_heir_answers(at_machine: Actor) -> None:
    body = becomes("so-moi", by=at_machine)
    assert told(body) == (["so-moi"], ["so-moi"], {"so-moi"})
    heir = Body.objects.get(code="so-moi")
    assert answered_by(heir, ON) == {heir.pk, body.pk}


def test_without_an_heir_the_body_above_answers_and_nothing_goes_by_itself(
    at_machine: Actor,
) -> None:
    body = becomes(by=at_machine)
    assert told(body) == ([ABOVE], [], {ABOVE})


def test_of_several_none_is_taken_for_the_others(at_machine: Actor) -> None:
    body = becomes("so-hai", "so-mot", by=at_machine)
    assert told(body) == (["so-hai", "so-mot"], ["so-hai", "so-mot"], set())


def test_an_heir_that_ended_too_leaves_its_share_to_the_body_above(at_machine: Actor) -> None:
    """What is chosen among is what the lists hold apart: they used to differ."""
    body = becomes("so-hai", "so-mot", by=at_machine, gone=("so-mot",))
    assert told(body)[0] == ["so-hai", ABOVE]
    assert told(body)[2] == set()
