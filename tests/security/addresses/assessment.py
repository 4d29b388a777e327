"""The board, its targets, frozen assessments and exports."""

from tests.security.doors import READERS, Door, open_door, shut

PLAN = {"plan": "ca-mau-2021"}
DOORS: tuple[Door, ...] = (
    open_door("assessment:targets", **PLAN),
    open_door("assessment:target", **PLAN, no="1"),
    shut("assessment:figure-uses", pk="figure"),
    open_door("assessment:export", **PLAN, table="figures", ext="csv"),
    open_door("assessment:document-uses", code="bai-bao-2022-01-12"),
    open_door("assessment:list"),
    open_door("assessment:compare"),
    shut("assessment:one", pk="assessment"),
    shut("assessment:freeze", readers=READERS, known=True, **PLAN),
    open_door("assessment:review", **PLAN),
    open_door("assessment:finding", pk="finding"),
)
