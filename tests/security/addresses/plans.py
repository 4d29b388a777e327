"""Plans in force are for everybody signed in; a plan in the making is not."""

from tests.security.doors import READERS, Door, open_door, shut

PLAN, DRAFT, LINE = {"plan": "ca-mau-2021"}, {"draft": "draft"}, {"line": "line", "draft": "draft"}
ASKED = ("can-bo-xa", "can-bo-huyen", "nguoi-dan")
"""A department is asked for its own lines, and so sees that there is a draft."""
DOORS: tuple[Door, ...] = (
    open_door("plans:list"),
    open_door("plans:versions", **PLAN),
    open_door("plans:handed-down", **PLAN),
    open_door("plans:handed-down-file", **PLAN, ext="csv"),
    shut("plans:new", readers=READERS, known=True, **PLAN, purpose="new"),
    shut("plans:draft", to=ASKED, **DRAFT),
    shut("plans:cells", readers=READERS, to=ASKED, **DRAFT),
    shut("plans:lines", readers=READERS, to=ASKED, **DRAFT),
    shut("plans:set-aside", readers=READERS, to=ASKED, **DRAFT),
    shut("plans:issue", readers=READERS, to=ASKED, **DRAFT),
    shut("plans:proposals", to=ASKED, **DRAFT),
    shut("plans:change-proposals", readers=READERS, to=ASKED, **DRAFT),
    shut("plans:rule", **LINE),
    shut("plans:read-back", **LINE),
    shut("plans:propose", **LINE, body="so-tai-chinh-ca-mau"),
    shut("plans:allocation", **LINE),
    shut("plans:parts", readers=READERS, **LINE),
    shut("plans:add-body", readers=READERS, sent={"body": "so-y-te-ca-mau"}, **LINE),
)
