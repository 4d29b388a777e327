"""Papers in a served demo: a draft, one that is asked about, one approved, two issued; simulated.

The numbers of the report rest on figures of the example, so that a correction is seen.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from datetime import date
from typing import Any


def fill() -> dict[str, Any]:
    """Make them; the address of each, and the figure they rest on."""
    from dieuhanh.documents.actions.asking import ask_paper_opinions  # noqa: PLC0415
    from dieuhanh.paper.writing.model import Source, Span, words  # noqa: PLC0415
    from dieuhanh.reports.models import Figure  # noqa: PLC0415
    from tests.documents.papers_made import BY, approved, body, drafted, issued, report  # noqa: PLC0415

    figure = Figure.objects.get(
        indicator__code="thu-ngan-sach", period="2021", area__code="96", status="preliminary"
    )
    source = Source("figure", str(figure.pk), "Thu ngân sách tỉnh Cà Mau năm 2021")
    made = report()
    first = made.blocks[1]
    text = (Span("Thu ngân sách đạt "), Span("5.851", source), Span(" tỷ đồng."))
    live = replace(made, blocks=(made.blocks[0], replace(first, text=text), *made.blocks[2:]))  # type: ignore[type-var]
    asked = drafted(content=replace(live, subject=words("Báo cáo đang lấy ý kiến")))
    ask_paper_opinions(by=BY, paper=asked, bodies=[body("so-y-te-ca-mau"), body("ubnd-973")],
                       due_on=date(2022, 1, 14), today=date(2022, 1, 12))  # fmt: skip
    return {
        "draft": drafted(content=live).pk, "asked": asked.pk, "approved": approved().pk,
        "issued": issued(content=live).pk, "figure": figure.pk,
    }  # fmt: skip


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "dieuhanh.config.settings"
    import django

    django.setup()
    sys.stdout.write(json.dumps(fill()) + "\n")
