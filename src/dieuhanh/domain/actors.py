"""Who acts, and what they may do: an Actor is a name with dated, scoped grants."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .errors import Refused


class Permission(StrEnum):
    """What a grant allows. Views ask for the first three, verbs for the rest."""

    BOARD_VIEW = "board.view"
    PUBLISHED_VIEW = "published.view"
    FIGURE_VIEW = "figure.view"
    FIGURE_IMPORT = "figure.import"
    AREA_EDIT = "area.edit"
    BODY_EDIT = "body.edit"
    DOCUMENT_EDIT = "document.edit"
    PAPER_EDIT = "paper.edit"
    PAPER_APPROVE = "paper.approve"
    PAPER_ISSUE = "paper.issue"
    PLAN_EDIT = "plan.edit"
    PLAN_PROPOSE = "plan.propose"
    PLAN_ISSUE = "plan.issue"
    FORM_EDIT = "form.edit"
    ROUND_EDIT = "round.edit"
    ROUND_CLOSE = "round.close"
    SUBMISSION_VIEW = "submission.view"
    FIGURE_ENTER = "figure.enter"
    FIGURE_APPROVE = "figure.approve"
    FIGURE_CORRECT = "figure.correct"
    CALENDAR_EDIT = "calendar.edit"
    JUDGEMENT_EDIT = "judgement.edit"
    FINDING_EDIT = "finding.edit"
    ASSESSMENT_FREEZE = "assessment.freeze"
    CONFERENCE_VIEW = "conference.view"
    CONFERENCE_EDIT = "conference.edit"
    CONFERENCE_RUN = "conference.run"
    SITE_KEEP = "site.keep"
    TASK_VIEW = "task.view"
    TASK_ASSIGN = "task.assign"
    TASK_REPORT = "task.report"
    USER_EDIT = "user.edit"
    RIGHTS_EXPLAIN = "rights.explain"
    BOOKS_KEEP = "books.keep"


BY_BODY = frozenset(
    {
        Permission.PAPER_EDIT, Permission.PAPER_APPROVE, Permission.PAPER_ISSUE,
        Permission.PLAN_PROPOSE, Permission.FORM_EDIT, Permission.ROUND_EDIT,
        Permission.ROUND_CLOSE, Permission.FIGURE_ENTER, Permission.FIGURE_APPROVE,
        Permission.CONFERENCE_EDIT, Permission.CONFERENCE_RUN, Permission.SITE_KEEP,
        Permission.TASK_ASSIGN, Permission.TASK_REPORT,
    }
)  # fmt: skip
"""What is done on behalf of a body; everything else goes by area and field."""

UNBOUND = frozenset({Permission.BOARD_VIEW, Permission.PUBLISHED_VIEW, Permission.BOOKS_KEEP})
"""What has no place: it is held or not."""


class Scope(NamedTuple):
    """One reach of a permission: in these areas, of these fields (None: all)."""

    areas: frozenset[int] | None
    fields: frozenset[str] | None


@dataclass(frozen=True)
class Grant:
    """One permission, in some areas, fields and bodies (None: all).

    `bodies` are those the holder acts for: entering and approving are done for a body, seeing
    goes by area and field. `both` says that drafting and approving were given together on purpose:
    by one post that holds the two, or to the person by name. Dates are settled when the Actor is built: only grants in force are handed over.
    """

    permission: Permission
    areas: frozenset[int] | None = None
    fields: frozenset[str] | None = None
    bodies: frozenset[int] | None = None
    both: bool = False

    def covers(self, area: int | None, field: str | None, body: int | None = None) -> bool:
        """Whether this grant reaches area, field and body; an unscoped question passes.

        A grant for a body alone says nothing of areas, nor one for areas of bodies: asked only
        about the other, it does not reach.
        """
        bound = (self.bodies is not None, self.areas is not None)
        if (bound[0] and body is None and area is not None) or (
            bound == (False, True) and area is None and body is not None
        ):
            return False
        asked = ((self.areas, area), (self.fields, field), (self.bodies, body))
        return all(held is None or one is None or one in held for held, one in asked)


@dataclass(frozen=True)
class Actor:
    """Somebody at work, built once per request or command.

    >>> clerk = Actor("u1", "cán bộ xã", (Grant(Permission.FIGURE_VIEW, frozenset({7})),))
    >>> clerk.may(Permission.FIGURE_VIEW, at=7), clerk.may(Permission.FIGURE_VIEW, at=8)
    (True, False)
    """

    id: str
    name: str
    grants: tuple[Grant, ...] = ()
    for_whom: str = ""
    """The id of the person in whose name they act, while that person is away."""

    def may(
        self,
        permission: Permission,
        *,
        at: int | None = None,
        field: str | None = None,
        body: int | None = None,
    ) -> bool:
        """Whether some grant allows this here."""
        return any(g.permission == permission and g.covers(at, field, body) for g in self.grants)

    def may_approve_own(self, body: int) -> bool:
        """Whether they may approve for a body also what they drafted themselves.

        >>> given = Actor("u3", "z", (Grant(Permission.PAPER_APPROVE, bodies=frozenset({1}), both=True),))
        >>> given.may_approve_own(1), given.may_approve_own(2)
        (True, False)
        """
        wanted = Permission.PAPER_APPROVE
        held = (each for each in self.grants if each.permission == wanted and each.both)
        return any(each.covers(None, None, body) for each in held)

    def require(
        self,
        permission: Permission,
        *,
        at: int | None = None,
        field: str | None = None,
        body: int | None = None,
    ) -> None:
        """Raise Refused, which reveals nothing, unless some grant allows this here."""
        if not self.may(permission, at=at, field=field, body=body):
            raise Refused("refused")

    def scopes(self, permission: Permission) -> tuple[Scope, ...] | None:
        """Where and in which fields the permission holds; None means everywhere in every field.

        Grants for a body alone are left out: they are asked about by `bodies`.

        >>> health = Grant(Permission.FIGURE_VIEW, frozenset({7, 8}), frozenset({"y tế"}))
        >>> [tuple(s.fields) for s in Actor("u2", "y", (health,)).scopes(Permission.FIGURE_VIEW)]
        [('y tế',)]
        """
        held = [g for g in self.grants if g.permission == permission and g.bodies is None]
        if any(g.areas is None and g.fields is None for g in held):
            return None
        return tuple(dict.fromkeys(Scope(g.areas, g.fields) for g in held))

    def areas(
        self, permission: Permission, *, field: str | None = None, every_field: bool = False
    ) -> frozenset[int] | None:
        """The areas in which the permission holds; None means everywhere.

        `field` asks for that field, `every_field` for all of them together; neither, for any.
        """
        scopes = self.scopes(permission)
        if scopes is None:
            return None
        reached = [
            areas
            for areas, fields in scopes
            if fields is None or (not every_field and (field is None or field in fields))
        ]
        if any(areas is None for areas in reached):
            return None
        return frozenset().union(*(areas for areas in reached if areas is not None))

    def bodies(self, permission: Permission) -> frozenset[int] | None:
        """The bodies for which the permission holds; None means every one."""
        held = [g for g in self.grants if g.permission == permission]
        if any(g.bodies is None and g.areas is None for g in held):
            return None
        return frozenset().union(*(g.bodies for g in held if g.bodies is not None))


NOBODY = Actor("", "khách")


def keeper(name: str) -> Actor:
    """The person at the machine itself, who keeps the installation and may do everything."""
    return Actor(f"keeper:{name}", name, tuple(Grant(p, both=True) for p in Permission))
