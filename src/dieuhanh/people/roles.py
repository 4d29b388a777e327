"""Roles: a class with a docstring and the permissions it carries, kept in git."""

from __future__ import annotations

from typing import ClassVar

from dieuhanh.domain.actors import Permission as P


class Role:
    """What a post lets its holder do in the areas of its body. `everywhere` has no area."""

    code: ClassVar[str]
    name: ClassVar[str]
    here: ClassVar[frozenset[P]] = frozenset()
    everywhere: ClassVar[frozenset[P]] = frozenset({P.BOARD_VIEW, P.PUBLISHED_VIEW})


class Leader(Role):
    """Chairman and vice-chairmen: see everything of their province, change nothing."""

    code = "leader"
    name = "Lãnh đạo Ủy ban nhân dân"
    here = frozenset({P.FIGURE_VIEW})


class Planner(Role):
    """Planning officer: keeps plans and figures, freezes assessments, drafts the review."""

    code = "planner"
    name = "Chuyên viên kế hoạch"
    here = frozenset(
        {
            P.FIGURE_VIEW, P.FIGURE_IMPORT, P.AREA_EDIT, P.BODY_EDIT, P.DOCUMENT_EDIT,
            P.PLAN_EDIT, P.JUDGEMENT_EDIT, P.FINDING_EDIT, P.ASSESSMENT_FREEZE,
        }
    )  # fmt: skip


class Office(Role):
    """Office of the People's Committee: reads everything, registers papers and findings."""

    code = "office"
    name = "Văn phòng Ủy ban nhân dân"
    here = frozenset({P.FIGURE_VIEW, P.DOCUMENT_EDIT, P.FINDING_EDIT})


class CommuneOfficer(Role):
    """Commune officer: sees the commune's own figures beside what is published."""

    code = "commune"
    name = "Cán bộ xã"
    here = frozenset({P.FIGURE_VIEW})


class Citizen(Role):
    """Anybody: sees what has been published, and nothing else."""

    code = "citizen"
    name = "Người dân"


ROLES: dict[str, type[Role]] = {
    role.code: role for role in (Leader, Planner, Office, CommuneOfficer, Citizen)
}
