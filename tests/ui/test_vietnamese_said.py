"""What stays Vietnamese on an English page says so, so that a screen reader says it right."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils import translation

from dieuhanh.assessment.models import Finding
from dieuhanh.conferences.models import Site
from dieuhanh.config import demo_tasks
from dieuhanh.domain.actors import Actor
from dieuhanh.reports.models import Figure, Form
from dieuhanh.tasks.models import Task
from tests.conftest import DEMO_DAY
from tests.pages import page
from tests.security.planted import plant

As = Callable[[str], Client]
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
UNSAID = frozenset({"option", "title", "script", "style", "textarea"})
"""Where no part can be marked, or nothing is said."""


class Said(HTMLParser):
    """The words of a page, each with the language it is said in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.words: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Its language is its own or that of what it stands in."""
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang") or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        """Back to what it stands in."""
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Kept where it is said."""
        if data.strip() and not UNSAID & {tag for tag, _ in self.open}:
            self.words.append((" ".join(data.split()), self.open[-1][1]))


def languages(source: str, words: str) -> set[str]:
    """The languages in which the words are said on a page."""
    read = Said()
    read.feed(source)
    return {lang for text, lang in read.words if words[:80] in text}


@pytest.mark.parametrize(
    ("lang", "english", "made"),
    [
        ("vi", "", "Xã &lt;A&gt;"),
        ("vi", "Commune A", "Xã &lt;A&gt;"),
        ("en", "Commune A", "Commune A"),
        ("en", "", '<span lang="vi">Xã &lt;A&gt;</span>'),
    ],
)
def test_the_tag_marks_what_has_no_english(lang: str, english: str, made: str) -> None:
    with translation.override(lang):
        told = Template("{% said vi en %}").render(Context({"vi": "Xã <A>", "en": english}))
    assert told == made
    assert Template("{% said '' %}").render(Context()) == ""


@pytest.mark.django_db
def test_pages_of_reports_and_figures_mark_it(
    example: None, at_machine: Actor, client_as: As
) -> None:
    """A form and a body that nobody has named in English."""
    things = plant(at_machine)
    reader = client_as("chu-tich")
    reader.post("/ngon-ngu/", {"language": "en"})
    form = Form.objects.get(code=things["form"])
    figure = Figure.objects.get(pk=things["figure"])
    for address, words in (
        (f"/bieu-mau/{form.code}/", form.name),
        (f"/so-lieu/{figure.pk}/", figure.source.name),
    ):
        assert languages(page(reader, address), words) == {"vi"}, address


@pytest.mark.django_db
def test_pages_of_meetings_and_tasks_mark_it(
    example: None, at_machine: Actor, client_as: As
) -> None:
    demo_tasks.set_up(at_machine, DEMO_DAY)
    reader = client_as("chu-tich")
    reader.post("/ngon-ngu/", {"language": "en"})
    task = Task.objects.filter(programme__code="ct-ke-hoach-2022").order_by("pk")[0]
    site = Site.objects.filter(conference__code="hoi-nghi-2022-01-12", level="commune")[0]
    lacking = Finding.objects.filter(plan__code="ca-mau-2021", kind="shortcoming")[0]
    meeting = "/hoi-nghi/hoi-nghi-2022-01-12"
    for address, words in (
        (f"{meeting}/diem-cau/{site.pk}/", site.name),
        (f"{meeting}/diem-cau/?level=commune", site.name),
        (f"{meeting}/", "Chủ tịch Ủy ban nhân dân tỉnh"),
        (f"{meeting}/dai-bieu/", "Phó Chủ tịch Ủy ban nhân dân tỉnh"),
        (f"{meeting}/chuong-trinh/", "Bí thư Tỉnh ủy"),
        (f"{meeting}/dai-bieu/", site.conference.delegates.exclude(name="")[0].name),
        (f"/nhiem-vu/{task.code}/", task.title),
        ("/nhiem-vu/theo-co-quan/", task.title),
        ("/nhiem-vu/chuong-trinh/ct-ke-hoach-2022/", "Nghị quyết của Chính phủ"),
        ("/ton-tai-han-che/ca-mau-2021/", lacking.sentence),
    ):
        source = page(reader, address)
        assert '<html lang="en"' in source, address
        assert languages(source, words) == {"vi"}, address
