"""Papers are published; what is in the register is for everybody signed in."""

from tests.security.doors import STRANGERS, Door, open_door, shut

CODE = {"code": "bai-bao-2022-01-12"}
DOORS: tuple[Door, ...] = (
    open_door("documents:list"),
    shut("documents:new", to=(*STRANGERS, "chu-tich"), sent={"number": "1/QĐ", "title": "x"}),
    open_door("documents:one", **CODE),
    open_door("documents:cited", **CODE),
    open_door("documents:signatures", **CODE),
)
