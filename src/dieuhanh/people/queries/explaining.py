"""Why somebody may, or may not: the same grants that decide, each with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dieuhanh.bodies.models import Area, Body
from dieuhanh.domain.actors import Permission

from ..models import Delegation, GrantRow, Post, User
from ..roles import ROLES
from .actors import Held, actor_of, delegations_in_force, held_by


@dataclass(frozen=True)
class Question:
    """May they do this, on this day, here? What is left out is not asked about."""

    permission: Permission
    on: date
    area: Area | None = None
    field: str = ""
    body: Body | None = None

    @property
    def place(self) -> tuple[int | None, str | None, int | None]:
        """Area, field and body as a grant is asked about them."""
        area = self.area.pk if self.area else None
        return area, self.field or None, self.body.pk if self.body else None


@dataclass(frozen=True)
class Ground:
    """One post, given grant or delegation, and whether it carries the answer.

    `lacks` names what is missing: permission, day, area, field, body, second_factor.
    """

    post: Post | None = None
    row: GrantRow | None = None
    lent: Delegation | None = None
    part: str = ""
    lacks: tuple[str, ...] = ()

    @property
    def carries(self) -> bool:
        """Whether this alone makes the answer yes."""
        return not self.lacks


@dataclass(frozen=True)
class Explanation:
    """The answer in the person's own name, what it rests on, and what lending would add."""

    person: User
    question: Question
    allowed: bool
    grounds: tuple[Ground, ...]
    by_delegation: tuple[Ground, ...]


def explain(person: User, question: Question) -> Explanation:
    """The Actor's own answer, and every post and grant of the person held against the question."""
    area, field, body = question.place
    actor = actor_of(person, on=question.on)
    allowed = actor.may(question.permission, at=area, field=field, body=body)
    posts = Post.objects.filter(user=person).select_related("body__area").order_by("valid_from")
    rows = GrantRow.objects.filter(user=person, permission=question.permission.value)
    standing = [post for post in posts if _holds(post, question.on)]
    given = [row for row in rows if _holds(row, question.on) and row.ended_at is None]
    held = held_by(standing, given, user=person, on=question.on)
    grounds = [_of_post(post, held, question) for post in posts]
    grounds += [_of_row(row, held, question) for row in rows]
    lent = tuple(
        ground
        for each in delegations_in_force(person, question.on)
        for ground in [_of_lent(each, person, question)]
    )
    return Explanation(person, question, allowed, tuple(grounds), lent)


def _holds(dated: Post | GrantRow, on: date) -> bool:
    return dated.valid_from <= on and (dated.valid_to is None or dated.valid_to >= on)


def _of_post(post: Post, held: list[Held], question: Question) -> Ground:
    if not _holds(post, question.on):
        named = question.permission in _permissions(post)
        return Ground(post=post, lacks=("day",) if named else ("day", "permission"))
    own = [each for each in held if each.post is post]
    return _best(own, question, Ground(post=post, lacks=("permission",)))


def _permissions(post: Post) -> frozenset[Permission]:
    role = ROLES[post.role]
    return role.everything()


def _of_row(row: GrantRow, held: list[Held], question: Question) -> Ground:
    own = [each for each in held if each.row is row]
    return _best(own, question, Ground(row=row, lacks=("day",)))


def _of_lent(lent: Delegation, person: User, question: Question) -> Ground:
    held = held_by([lent.post], [], user=person, on=question.on)
    found = _best(held, question, Ground(post=lent.post, lacks=("permission",)))
    return Ground(lent.post, None, lent, found.part, found.lacks)


def _best(held: list[Held], question: Question, otherwise: Ground) -> Ground:
    """Of a post's grants of the permission, the one that lacks least."""
    asked = [each for each in held if each.grant.permission == question.permission]
    told = [Ground(each.post, each.row, None, each.part, _lacks(each, question)) for each in asked]
    return min(told, key=lambda ground: len(ground.lacks), default=otherwise)


def _lacks(held: Held, question: Question) -> tuple[str, ...]:
    area, field, body = question.place
    missing = ["second_factor"] if held.dormant else []
    if held.grant.covers(area, field, body):
        return tuple(missing)
    asked_otherwise = (
        body is None if held.grant.bodies is not None else area is None and body is not None
    )
    if asked_otherwise:
        return (*missing, "place")
    parts = [
        ("area", held.grant.areas, area),
        ("field", held.grant.fields, field),
        ("body", held.grant.bodies, body),
    ]
    outside = [
        name
        for name, reach, one in parts
        if None not in (reach, one) and one not in reach  # type: ignore[operator]
    ]
    return (*missing, *outside)
