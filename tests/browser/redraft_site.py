"""A report composed in a served demo, typed into, then a figure of it corrected; simulated."""

from __future__ import annotations

from datetime import date


def fill() -> int:
    """Make it; its key."""
    from dieuhanh.desk.actions.composing import compose_paper  # noqa: PLC0415
    from dieuhanh.desk.queries.papers import Wanted  # noqa: PLC0415
    from dieuhanh.documents.actions.drafting import edit_paper  # noqa: PLC0415
    from dieuhanh.documents.queries.papers import content_of, version_of  # noqa: PLC0415
    from dieuhanh.paper.writing.editing import places  # noqa: PLC0415
    from dieuhanh.reports.actions.correcting import correct_figure  # noqa: PLC0415
    from dieuhanh.reports.models import Figure  # noqa: PLC0415
    from tests.documents.papers_made import BY, TODAY, body  # noqa: PLC0415

    made = compose_paper(
        by=BY, wanted=Wanted("bao-cao-nam", "ca-mau-2021", TODAY), issuer=body("ubnd-ca-mau"),
        drafter=body("van-phong-ubnd-ca-mau"), today=TODAY,
    )  # fmt: skip
    at = {each.text: each.key for each in places(content_of(version_of(made, 1)))}
    revenue = next(key for text, key in at.items() if text.startswith("Thu ngân sách nhà nước"))
    cause = next(key for text, key in at.items() if text.startswith("Chưa có nội dung"))
    edit_paper(
        by=BY, paper=made, seen=1,
        typed={revenue: "Thu ngân sách đạt khá, 5.851 tỷ đồng.", cause: "Do dịch bệnh kéo dài."},
    )  # fmt: skip
    figure = Figure.objects.get(
        indicator__code="thu-ngan-sach", period="2021", area__code="96", status="preliminary"
    )
    correct_figure(
        by=BY, figure=figure.pk, text="5.400", status="official", reason="quyết toán (thử)",
        known_from=date(2022, 1, 12), document=None, today=date(2022, 1, 12),
    )  # fmt: skip
    return made.pk


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dieuhanh.config.settings")
    django.setup()
    print(fill())
