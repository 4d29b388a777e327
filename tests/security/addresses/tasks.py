"""Tasks, programmes, scorecards: each body's own, and what its area and field let it see."""

from tests.security.doors import STRANGERS, Door, open_door, shut

PROGRAMME, POINT, KEPT = {"code": "programme"}, {"pk": "point"}, {"pk": "kept"}
NO_ASSIGNER = ("can-bo-xa", "nguoi-dan")
"""Seats that assign tasks for nobody."""
PAPER = "bai-bao-2022-01-12"
DOORS: tuple[Door, ...] = (
    open_door("tasks:list"),
    open_door("tasks:export", ext="csv"),
    open_door("tasks:by-body"),
    shut("tasks:import", to=NO_ASSIGNER),
    shut("tasks:import-template", to=NO_ASSIGNER, ext="csv"),
    shut("tasks:import-accept", to=NO_ASSIGNER, sent={"ticket": "x", "name": "nv.csv"}),
    open_door("tasks:filter-keep"),
    shut("tasks:filter-drop", to=(*STRANGERS, "chu-tich"), **KEPT),
    open_door("tasks:programmes"),
    shut("tasks:programme-new", to=NO_ASSIGNER),
    shut("tasks:programme", **PROGRAMME),
    shut("tasks:programme-edit", readers=("can-bo-huyen",), **PROGRAMME),
    shut("tasks:resolution", to=("nguoi-dan",), code=PAPER),
    shut("tasks:point", known=True, sent={"number": "1", "text": "x"}, **POINT),
    open_door("tasks:scores"),
    shut("tasks:score", body="ubnd-32212"),
)
