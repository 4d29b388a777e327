"""The API, asked by the same people through their sessions."""

from tests.security.doors import (
    NOT_OFFICE,
    READERS,
    STRANGERS,
    Door,
    open_door,
    public,
    shut,
)

PLAN = {"code": "ca-mau-2021"}
NO_DRAFTERS = ("nguoi-dan", "chu-tich")


def _papers() -> tuple[Door, ...]:
    """A draft is its makers' and the asked bodies'; what was read, the keepers' of papers."""
    paper, out = {"pk": "paper"}, {"pk": "paper-out"}
    asked = paper | {"asked": "paper-asked"}
    posted = (
        ("post_redraft", paper, {"seen": 1}),
        ("post_asking", paper, {"bodies": ["so-y-te-ca-mau"], "due_on": "2022-01-14"}),
        ("post_opinion", asked, {"agrees": True}),
        ("post_reply", asked, {"accepted": True, "text": "x"}),
        ("post_paper_step", paper, {"kind": "submitted", "seen": 1}),
        ("post_issue", paper, {"on": "2022-01-12"}),
    )
    read = (
        ("get_paper", paper), ("get_paper_version", paper | {"number": "one"}),
        ("list_paper_sources", paper), ("get_paper_file", paper | {"ext": "docx"}),
        ("get_signed_copy", out | {"signed": "paper-signed"}),
    )  # fmt: skip
    by_hand = {"kind": "bao-cao", "title": "x", "text": "x"}
    composed = {"kind": "bao-cao-nam", "of": "ca-mau-2021"}
    return (
        shut("api:list_paper_kinds", to=NO_DRAFTERS, method="get"),
        shut("api:post_paper", to=NO_DRAFTERS, sent=by_hand),
        shut("api:post_composed", to=NO_DRAFTERS, sent=composed),
        *(shut(f"api:{name}", to=NOT_OFFICE, method="get", **of) for name, of in read),
        *(shut(f"api:{name}", to=NOT_OFFICE, sent=sent, **of) for name, of, sent in posted),
        shut("api:list_records", to=(*STRANGERS, "chu-tich"), method="get", pk="reading"),
    )


DOORS: tuple[Door, ...] = (
    *public("api:openapi-json", "api:openapi-view", "api:api-root"),
    *(open_door(f"api:{name}") for name in (
        "me", "areas", "bodies", "indicators", "list_plans", "list_assessments", "list_forms",
        "list_rounds", "list_submissions", "list_figures", "list_changes", "list_conferences",
        "list_tasks", "list_papers", "list_readings", "post_read", "post_check",
    )),
    open_door("api:area", code="96"),
    open_door("api:body", code="so-y-te-ca-mau"),
    open_door("api:indicator", code="giuong-benh"),
    open_door("api:get_plan", **PLAN),
    open_door("api:list_targets", **PLAN, number="1"),
    open_door("api:get_board", **PLAN),
    open_door("api:by_area", **PLAN, no="1"),
    shut("api:get_assessment", method="get", pk="assessment"),
    shut("api:get_form", method="get", code="form"),
    shut("api:get_version", method="get", code="form", number="one"),
    shut("api:get_round", method="get", code="round"),
    shut("api:get_submission", method="get", pk="submission"),
    shut("api:patch_cells", pk="submission", method="patch", sent={
        "cells": [{"row": "thu", "area": "victim_code", "text": "1", "base_revision": 0}],
    }),
    shut("api:post_filing", pk="submission", sent={}),
    shut("api:post_approve", readers=READERS, sent={"submissions": ["submission"]}),
    shut("api:post_return", pk="submission", sent={"comment": "x", "remarks": []}),
    shut("api:append_figures", readers=READERS, sent=[{
        "indicator": "thu-ngan-sach", "area_code": "32212", "period": "2021", "source": "ubnd-32212",
        "value": "1", "status": "estimated", "known_from": "2022-01-12",
    }]),
    shut("api:get_figure", method="get", pk="figure"),
    shut("api:get_conference", method="get", code="conference"),
    shut("api:list_sites", method="get", code="conference"),
    shut("api:list_delegates", method="get", code="conference"),
    shut("api:get_room", method="get", code="meeting"),
    shut("api:list_events", method="get", code="meeting"),
    shut("api:list_ballots", method="get", code="meeting"),
    shut("api:get_ballot", method="get", code="meeting", pk="ballot"),
    shut("api:list_electors", method="get", code="meeting", pk="ballot"),
    shut("api:post_vote", readers=READERS, code="meeting", pk="ballot", sent={
        "elector": "elector", "choice": 0,
    }),
    shut("api:list_versions", method="get", code="conference", kind="minutes"),
    shut("api:post_text", readers=READERS, code="conference", kind="minutes", sent={
        "text": "x", "seen": 1,
    }),
    shut("api:get_conclusion", method="get", code="meeting", pk="conclusion"),
    shut("api:post_evidence", readers=READERS, code="task", sent={
        "kind": "progress", "text": "x", "file": "x.txt",
    }),
    shut("api:get_evidence", method="get", code="task", pk="evidence"),
    shut("api:list_conclusions", method="get", code="meeting"),
    shut("api:get_task", method="get", code="task"),
    shut("api:list_steps", method="get", code="task"),
    shut("api:post_task", to=(*STRANGERS, *READERS), sent={
        "title": "x", "assigner": "ubnd-32212", "lead": "ubnd-32212",
    }),
    shut("api:post_step", readers=READERS, code="task", sent={"kind": "accepted"}),
    *_papers(),
)  # fmt: skip
