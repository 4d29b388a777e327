"""The list of papers with fifty drafts on it, each held against the books of today."""

from __future__ import annotations

from datetime import date
from typing import Any

from benchmarks.installation import installation
from benchmarks.lines import Line, at_most, median_ms
from benchmarks.overview import get, queries

PAPERS, QUERIES, STILL, MOVED = 50, 60, 200, 350
TODAY = date(2022, 1, 12)
LIST = "/van-ban/soan-thao/"
FROM = (("bao-cao-nam", "ca-mau-2021"), ("thong-cao-bao-chi", "ca-mau-2021"),
        ("thong-bao-ket-luan", "hoi-nghi-2022-01-12"), ("giao-chi-tieu", "ca-mau-2021@1"))  # fmt: skip


def run() -> list[Line]:
    """Milliseconds for the whole page and for its marks alone: while nothing has changed, and after
    a figure of every report was corrected."""
    installation()
    from django.test import Client  # noqa: PLC0415 - once Django is set up

    papers = _drafts()
    client = Client(SERVER_NAME="127.0.0.1")
    get(client, "/")  # the demo seats a newcomer
    lines = _measured(client, papers, "nothing changed", STILL)
    _correct()
    return [*lines, *_measured(client, papers, "a figure corrected", MOVED)]


def _measured(client: Any, papers: list[Any], when: str, budget: int) -> list[Line]:
    from dieuhanh.desk.queries.paper_books import PaperBooks  # noqa: PLC0415
    from dieuhanh.documents.queries.sources import changed_in  # noqa: PLC0415
    from dieuhanh.domain.actors import keeper  # noqa: PLC0415

    books, by = PaperBooks(), keeper("benchmark")
    marks = median_ms(lambda: changed_in(papers, books, seen_by=by, on=TODAY), rounds=9)
    whole = median_ms(lambda: get(client, LIST), rounds=9)
    name = f"list of {PAPERS} papers, {when}"
    return [
        at_most(f"{name}: the marks", marks, "ms", budget),
        at_most(f"{name}: the page", whole, "ms", 2 * budget),
        at_most(f"{name}: queries", queries(client, LIST), "queries", QUERIES),
    ]


def _drafts() -> list[Any]:
    """Fifty drafts of four kinds from the example's books."""
    from dieuhanh.bodies.models import Body  # noqa: PLC0415
    from dieuhanh.desk.actions.composing import compose_paper  # noqa: PLC0415
    from dieuhanh.desk.queries.papers import Wanted  # noqa: PLC0415
    from dieuhanh.domain.actors import keeper  # noqa: PLC0415

    issuer = Body.objects.select_related("area").get(code="ubnd-ca-mau")
    drafter = Body.objects.get(code="van-phong-ubnd-ca-mau")
    made = []
    for at in range(PAPERS):
        kind, of = FROM[at % len(FROM)]
        made.append(
            compose_paper(
                by=keeper("benchmark"), wanted=Wanted(kind, of, TODAY), issuer=issuer,
                drafter=drafter, today=TODAY,
            )
        )  # fmt: skip
    return made


def _correct() -> None:
    """The revenue of 2021 stated anew. A simulated figure."""
    from dieuhanh.domain.actors import keeper  # noqa: PLC0415
    from dieuhanh.reports.actions.correcting import correct_figure  # noqa: PLC0415
    from dieuhanh.reports.models import Figure  # noqa: PLC0415

    held = Figure.objects.filter(
        indicator__code="thu-ngan-sach", area__code="96", period="2021", span="in_period",
        source__code="ubnd-ca-mau",
    ).order_by("known_from", "pk").last()  # fmt: skip
    assert held is not None
    correct_figure(
        by=keeper("benchmark"), figure=held.pk, text="5.400", status="official",
        reason="Quyết toán (mô phỏng).", known_from=TODAY, document=None, today=TODAY,
    )  # fmt: skip
