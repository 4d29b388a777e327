"""Who acts, and what they may do: an Actor is a name with dated, scoped grants."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
    PLAN_EDIT = "plan.edit"
    JUDGEMENT_EDIT = "judgement.edit"
    FINDING_EDIT = "finding.edit"
    ASSESSMENT_FREEZE = "assessment.freeze"
    USER_EDIT = "user.edit"


@dataclass(frozen=True)
class Grant:
    """One permission, in some areas (None: all) and some fields (None: all).

    Dates are settled when the Actor is built: only grants in force are handed over.
    """

    permission: Permission
    areas: frozenset[int] | None = None
    fields: frozenset[str] | None = None

    def covers(self, area: int | None, field: str | None) -> bool:
        """Whether this grant reaches the area and the field; an unscoped question passes."""
        in_area = self.areas is None or area is None or area in self.areas
        in_field = self.fields is None or field is None or field in self.fields
        return in_area and in_field


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

    def may(
        self, permission: Permission, *, at: int | None = None, field: str | None = None
    ) -> bool:
        """Whether some grant allows this here."""
        return any(g.permission == permission and g.covers(at, field) for g in self.grants)

    def require(
        self, permission: Permission, *, at: int | None = None, field: str | None = None
    ) -> None:
        """Raise Refused, which reveals nothing, unless some grant allows this here."""
        if not self.may(permission, at=at, field=field):
            raise Refused("refused")

    def areas(self, permission: Permission) -> frozenset[int] | None:
        """The areas in which the permission holds; None means everywhere."""
        scopes = [g.areas for g in self.grants if g.permission == permission]
        if any(scope is None for scope in scopes):
            return None
        return frozenset().union(*(scope for scope in scopes if scope is not None))


NOBODY = Actor("", "khách")


def keeper(name: str) -> Actor:
    """The person at the machine itself, who keeps the installation and may do everything."""
    return Actor(f"keeper:{name}", name, tuple(Grant(p) for p in Permission))
