"""Roles: a class with a docstring and the permissions it carries, kept in git."""

from __future__ import annotations

from typing import ClassVar

from dieuhanh.domain.actors import Permission as P


class Role:
    """What a post lets its holder do.

    `here` holds in the area of the post's body and below, in the post's fields; `for_body` for
    that body alone, on whose behalf the holder acts; `for_served` for the body it stands under,
    whose office it is; `everywhere` has no bounds.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    name_en: ClassVar[str]
    here: ClassVar[frozenset[P]] = frozenset()
    for_body: ClassVar[frozenset[P]] = frozenset()
    for_served: ClassVar[frozenset[P]] = frozenset()
    everywhere: ClassVar[frozenset[P]] = frozenset({P.BOARD_VIEW, P.PUBLISHED_VIEW})

    @classmethod
    def everything(cls) -> frozenset[P]:
        """All it carries, wherever it holds."""
        return cls.here | cls.for_body | cls.for_served | cls.everywhere


class Leader(Role):
    """Chairman and vice-chairmen: see everything, chair conferences, assign and confirm tasks.

    They approve the papers that the committee issues.
    """

    code = "leader"
    name = "Lãnh đạo Ủy ban nhân dân"
    name_en = "Leadership of the People's Committee"
    here = frozenset({P.FIGURE_VIEW, P.SUBMISSION_VIEW, P.CONFERENCE_VIEW, P.TASK_VIEW})
    for_body = frozenset({P.CONFERENCE_RUN, P.SITE_KEEP, P.TASK_ASSIGN, P.PAPER_APPROVE})


class Planner(Role):
    """Planning officer: keeps plans and figures, freezes assessments, drafts the review."""

    code = "planner"
    name = "Chuyên viên kế hoạch"
    name_en = "Planning officer"
    here = frozenset(
        {
            P.FIGURE_VIEW, P.FIGURE_IMPORT, P.AREA_EDIT, P.BODY_EDIT, P.DOCUMENT_EDIT,
            P.PLAN_EDIT, P.PLAN_ISSUE, P.JUDGEMENT_EDIT, P.FINDING_EDIT, P.ASSESSMENT_FREEZE,
            P.SUBMISSION_VIEW, P.FIGURE_CORRECT, P.CALENDAR_EDIT, P.CONFERENCE_VIEW, P.TASK_VIEW,
        }
    )  # fmt: skip
    for_body = frozenset(
        {
            P.FORM_EDIT, P.ROUND_EDIT, P.ROUND_CLOSE, P.FIGURE_ENTER, P.FIGURE_APPROVE,
            P.PLAN_PROPOSE, P.SITE_KEEP, P.TASK_ASSIGN, P.TASK_REPORT, P.PAPER_EDIT, P.PAPER_ISSUE,
        }
    )  # fmt: skip


class Office(Role):
    """Office of the People's Committee: reads everything, registers papers and findings.

    In the committee's name it prepares and runs conferences, assigns tasks and follows them up,
    drafts, numbers and issues papers, and approves reports that wait with it or with a body below
    that has ended without an heir.
    """

    code = "office"
    name = "Văn phòng Ủy ban nhân dân"
    name_en = "Office of the People's Committee"
    here = frozenset(
        {
            P.FIGURE_VIEW, P.SUBMISSION_VIEW, P.DOCUMENT_EDIT, P.FINDING_EDIT, P.CONFERENCE_VIEW,
            P.TASK_VIEW,
        }
    )  # fmt: skip
    for_body = frozenset({P.SITE_KEEP, P.TASK_ASSIGN, P.TASK_REPORT, P.PAPER_EDIT, P.PAPER_ISSUE})
    for_served = frozenset(
        {
            P.CONFERENCE_EDIT, P.CONFERENCE_RUN, P.SITE_KEEP, P.TASK_ASSIGN, P.FIGURE_APPROVE,
            P.PAPER_EDIT, P.PAPER_ISSUE,
        }
    )  # fmt: skip


class DepartmentOfficer(Role):
    """Officer of a department: sees its fields in every area, makes its forms, approves on them."""

    code = "department"
    name = "Chuyên viên sở, ngành"
    name_en = "Department officer"
    here = frozenset({P.FIGURE_VIEW, P.SUBMISSION_VIEW, P.TASK_VIEW})
    for_body = frozenset(
        {
            P.FORM_EDIT, P.ROUND_EDIT, P.ROUND_CLOSE, P.FIGURE_ENTER, P.FIGURE_APPROVE,
            P.PLAN_PROPOSE, P.SITE_KEEP, P.TASK_ASSIGN, P.TASK_REPORT, P.PAPER_EDIT, P.PAPER_ISSUE,
        }
    )  # fmt: skip


class DistrictOfficer(Role):
    """District officer: approves or returns what the communes below hand in; reports its own.

    Holds the district's conferences and hands its tasks down.
    """

    code = "district"
    name = "Chuyên viên huyện"
    name_en = "District officer"
    here = frozenset({P.FIGURE_VIEW, P.SUBMISSION_VIEW, P.TASK_VIEW})
    for_body = frozenset(
        {
            P.FIGURE_ENTER, P.FIGURE_APPROVE, P.PLAN_PROPOSE, P.CONFERENCE_EDIT, P.CONFERENCE_RUN,
            P.SITE_KEEP, P.TASK_ASSIGN, P.TASK_REPORT, P.PAPER_EDIT, P.PAPER_ISSUE,
        }
    )  # fmt: skip


class CommuneOfficer(Role):
    """Commune officer: hands in the commune's own figures and tasks, and sees no other's."""

    code = "commune"
    name = "Cán bộ xã"
    name_en = "Commune officer"
    here = frozenset({P.FIGURE_VIEW, P.SUBMISSION_VIEW, P.TASK_VIEW})
    for_body = frozenset(
        {
            P.FIGURE_ENTER, P.PLAN_PROPOSE, P.SITE_KEEP, P.TASK_REPORT, P.PAPER_EDIT, P.PAPER_ISSUE,
        }
    )  # fmt: skip


class Administrator(Role):
    """Administrator: keeps users, posts, grants and the books' copies; sees no drafts."""

    code = "administrator"
    name = "Quản trị hệ thống"
    name_en = "Administrator"
    here = frozenset({P.USER_EDIT, P.RIGHTS_EXPLAIN, P.BODY_EDIT})
    everywhere = Role.everywhere | {P.BOOKS_KEEP}


class Citizen(Role):
    """Anybody: sees what has been published, and nothing else."""

    code = "citizen"
    name = "Người dân"
    name_en = "Citizen"


ROLES: dict[str, type[Role]] = {
    role.code: role
    for role in (
        Leader, Planner, Office, DepartmentOfficer, DistrictOfficer, CommuneOfficer,
        Administrator, Citizen,
    )
}  # fmt: skip
