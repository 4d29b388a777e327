"""What is in the register is for everybody signed in; a draft is its makers' and the asked bodies'."""

from tests.security.doors import NOT_OFFICE, STRANGERS, Door, open_door, shut

PAPER = {"pk": "paper"}
OUT = {"pk": "paper-out"}
CODE = {"code": "bai-bao-2022-01-12"}
DOORS: tuple[Door, ...] = (
    open_door("documents:list"),
    shut("documents:new", to=(*STRANGERS, "chu-tich"), sent={"number": "1/QĐ", "title": "x"}),
    open_door("documents:one", **CODE),
    open_door("documents:cited", **CODE),
    open_door("documents:file", **CODE),
    open_door("documents:signatures", **CODE),
    open_door("documents:papers"),
    open_door("documents:papers-using", kind="figure", key="kin-nguon"),
    shut("documents:paper-new", to=("nguoi-dan", "chu-tich"), sent={"kind": "bao-cao"}),
    *(
        shut(f"documents:{name}", to=NOT_OFFICE, sent=sent, **things)
        for name, things, sent in (
            ("paper", PAPER, {}),
            ("paper-sources", PAPER, {}),
            ("paper-source", PAPER | {"position": "1"}, {}),
            ("paper-file", PAPER | {"ext": "docx"}, {}),
            ("paper-edit", PAPER, {"seen": "1", "base": "1", "o-subject": "x"}),
            ("paper-versions", PAPER, {}),
            ("paper-restore", PAPER, {"number": "1", "seen": "1"}),
            ("paper-symbol", PAPER, {"symbol": "BC-X", "seen": "1"}),
            ("paper-signing", PAPER, {"signing": "tap-the-ky-thay", "seen": "1"}),
            ("paper-step", PAPER, {"lam": "trinh", "seen": "1"}),
            ("paper-issue", PAPER, {"on": "12/01/2022"}),
            ("paper-ask", PAPER, {"due_on": "14/01/2022", "bodies": "so-y-te-ca-mau"}),
            ("paper-opinions", PAPER, {}),
            ("paper-opinions-export", PAPER | {"ext": "csv"}, {}),
            ("paper-opinion", PAPER | {"asked": "paper-asked"}, {"agrees": "yes"}),
            ("paper-reply", PAPER | {"asked": "paper-asked"}, {"accepted": "yes", "text": "x"}),
            ("paper-sign", OUT, {}),
            ("paper-signed", OUT | {"signed": "paper-signed"}, {}),
            ("paper-signatures", OUT | {"signed": "paper-signed"}, {}),
            ("paper-mend", OUT, {"how": "correction"}),
        )
    ),
)
