"""The list of tasks: what a filter finds, who sees it, what it costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django import DjangoAssertNumQueries

from dieuhanh.audit.models import Entry
from dieuhanh.domain.actors import Actor, keeper
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.periods import Period
from dieuhanh.domain.tasks import Standing, standing
from dieuhanh.tasks.models import CoBody, KeptFilter, Task
from dieuhanh.tasks.queries.filters import SORTS, TaskFilter
from dieuhanh.tasks.queries.lists import counts, found
from tests.pages import page, words
from tests.tasks.task_builders import COMMUNE, HEALTH, four, put

pytestmark = pytest.mark.usefixtures("example")
Seat = Callable[[str], Actor]
ON = date(2022, 4, 1)


def codes(asked: TaskFilter, by: Actor, today: date = ON) -> list[str]:
    return [task.code for task in found(asked, seen_by=by, today=today)]


def read(text: str) -> TaskFilter:
    return TaskFilter.read(QueryDict(text))


def test_the_four_states_are_found_and_counted_as_the_domain_reads_them(at_machine: Actor) -> None:
    made = four(at_machine)
    for state, task in made.items():
        [one] = found(TaskFilter(standing=state), seen_by=at_machine, today=ON)
        assert (one.code, one.standing) == (task.code, state)
        decided = standing(due_on=task.due_on, done_on=task.done_on, today=ON)
        assert decided.value == state
    held = counts(TaskFilter(standing="open_overdue"), seen_by=at_machine, today=ON)
    assert tuple(held) == (1, 1, 1, 1)
    assert codes(TaskFilter(standing="done"), at_machine) == ["T-1", "T-2"]
    assert codes(TaskFilter(standing="open"), at_machine) == ["T-4", "T-3"]


def test_what_was_withdrawn_or_only_recurs_is_in_none_of_them(at_machine: Actor) -> None:
    put(at_machine, "RUT", state="withdrawn")
    put(at_machine, "LAP", repeats="month")
    assert codes(TaskFilter(), at_machine) == []
    assert counts(TaskFilter(), seen_by=at_machine, today=ON).total == 0
    assert codes(TaskFilter(state="withdrawn"), at_machine) == ["RUT"]
    assert codes(TaskFilter(series=True), at_machine) == ["LAP"]


def test_each_filter_narrows(at_machine: Actor, actor: Seat) -> None:
    put(
        at_machine, "A", title="Rà soát quy hoạch đất đai", field="đất đai", due_on=date(2022, 2, 1)
    )
    put(at_machine, "B", lead=COMMUNE, assigner="ubnd-973", official="Chủ tịch", due_on=None)
    put(
        at_machine,
        "C",
        disputed=True,
        extension_asked=date(2022, 5, 1),
        extensions=1,
        returned_on=date(2022, 3, 1),
    )
    asked = {
        "q=quy+hoach": ["A"], "q=QUY+hoạch+đất": ["A"], "q=quy+mo": [],
        "linh-vuc=đất đai": ["A"], f"chu-tri={COMMUNE}": ["B"], "chu-tri=khong-co": [],
        "giao=ubnd-973": ["B"], "chuc-danh=Chủ tịch": ["B"], "chuc-danh=-": ["A", "C"],
        "han-tu=01/02/2022&han-den=01/02/2022": ["A"], "han-tu=02/02/2022": ["C"],
        "vuong-mac=x": ["C"], "gia-han=x": ["C"], "xin-gia-han=x": ["C"], "tra-lai=x": ["C"], "nguon=point": [],
        "buoc=accepted": ["A", "C", "B"], "chuong-trinh=khong-co": [],
        "tra-lai=x&ky=2022-Q2": [], "tra-lai=x&ky=2022-Q1": ["C"],
    }  # fmt: skip
    for text, expected in asked.items():
        assert codes(read(text), at_machine) == expected, text
    assert codes(TaskFilter(mine=True), actor("can-bo-xa")) == ["B"]
    assert codes(TaskFilter(mine=True), actor("so-y-te")) == ["A", "C"]
    assert codes(TaskFilter(mine=True), actor("chu-tich")) == []


def test_mine_are_also_those_i_help_with_or_hold_in_person(at_machine: Actor, actor: Seat) -> None:
    from dieuhanh.audit.actions import verb  # noqa: PLC0415
    from dieuhanh.bodies.models import Body  # noqa: PLC0415
    from dieuhanh.people.models import User  # noqa: PLC0415

    helped = put(at_machine, "A", lead=COMMUNE)
    put(at_machine, "B", lead=COMMUNE, official_user=User.objects.get(username="chu-tich"))
    body = Body.objects.get(code=HEALTH)
    verb(lambda: CoBody.objects.create(task=helped, body=body))()
    assert codes(TaskFilter(mine=True), actor("so-y-te")) == ["A"]
    assert codes(TaskFilter(mine=True), actor("chu-tich")) == ["B"]


def test_everyone_sees_their_own_and_no_other(at_machine: Actor, actor: Seat) -> None:
    put(at_machine, "XA", lead=COMMUNE, field="")
    put(at_machine, "YTE")
    put(at_machine, "KHAC", lead="ubnd-32212", field="tài chính - ngân sách", assigner="ubnd-972")
    assert codes(TaskFilter(), actor("can-bo-xa")) == ["XA"]
    assert codes(TaskFilter(), actor("so-y-te")) == ["YTE"]
    assert codes(TaskFilter(), actor("nguoi-dan")) == []
    assert set(codes(TaskFilter(), actor("van-phong"))) == {"XA", "YTE", "KHAC"}


def test_every_sort_is_a_whole_order_both_ways(at_machine: Actor) -> None:
    four(at_machine)
    put(at_machine, "Z", due_on=None, lead=COMMUNE)
    for name in SORTS:
        up, down = (codes(TaskFilter(sort=f"{name}{way}"), at_machine) for way in ("", ":desc"))
        assert sorted(up) == sorted(down)
        assert len(up) == 5
    assert codes(TaskFilter(sort="due"), at_machine)[-1] == "Z"
    assert codes(TaskFilter(sort="code:desc"), at_machine)[0] == "Z"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tinh-trang=xong", "filter.unknown"), ("sort=title", "filter.unknown"),
        ("han-tu=32/01/2022", "date.no_such_day"), ("ky=2022-13", "period.unreadable"),
        ("han-tu=02/02/2022&han-den=01/02/2022", "filter.days"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_and_what_was_typed_stays(
    text: str, code: str, client_as: Callable[[str], Client]
) -> None:
    with pytest.raises(BadInput) as fault:
        read(text)
    assert fault.value.code.split(".")[0] == code.split(".", maxsplit=1)[0]
    answer = client_as("van-phong").get(reverse("tasks:list") + "?" + text)
    assert answer.status_code == 422
    if "han-tu" in text:
        assert text.split("=")[1].split("&", maxsplit=1)[0] in answer.content.decode()


filters = st.builds(
    TaskFilter,
    words=st.sampled_from(["", "thu ngân sách", "a&b=c"]),
    standing=st.sampled_from(["", "done", "open_overdue"]),
    lead=st.sampled_from(["", "so-y-te-ca-mau"]),
    due_from=st.none() | st.dates(date(2020, 1, 1), date(2022, 1, 1)),
    due_to=st.none() | st.dates(date(2022, 1, 1), date(2030, 1, 1)),
    period=st.none() | st.sampled_from([Period.of_year(2022), Period.parse("2022-Q1")]),
    mine=st.booleans(), disputed=st.booleans(), series=st.booleans(), asking=st.booleans(),
    sort=st.sampled_from(["", "lead", "due:desc"]),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(filters)
def test_an_address_says_a_filter_whole(asked: TaskFilter) -> None:
    assert TaskFilter.read(QueryDict(asked.query()[1:])) == asked


class Agreeing(TestCase):
    """The database's reading of the four states, held against the domain's over dates."""

    days = st.dates(date(2022, 1, 1), date(2022, 1, 12))

    @settings(max_examples=60, deadline=None)
    @given(due=st.none() | days, done=st.none() | days, today=days, ago=st.integers(0, 6))
    def test_they_agree(self, due: date | None, done: date | None, today: date, ago: int) -> None:
        on = today - timedelta(days=ago)
        by = keeper("kiểm thử")
        done = done if done and done <= today else None
        put(by, "T", due_on=due, done_on=done, state="confirmed" if done else "accepted",
            assigned_on=date(2021, 12, 1))  # fmt: skip
        seen_then = done if done and done <= on else None
        expected = standing(due_on=due, done_on=seen_then, today=on)
        from dieuhanh.tasks.queries.standings import standing_is, standing_of  # noqa: PLC0415

        told = Task.objects.annotate(told=standing_of(on, today=today)).get().told
        assert told == expected.value
        fits = [s for s in Standing if Task.objects.filter(standing_is(s, on, today=today))]
        assert fits == [expected]


def test_a_page_costs_the_same_for_many(
    at_machine: Actor,
    client_as: Callable[[str], Client],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = client_as("van-phong")
    spent = []
    for start in (0, 8):
        for n in range(start, start + 8):
            put(at_machine, f"N-{n}", lead=COMMUNE if n % 2 else HEALTH, due_on=date(2021, 12, 1))
        with django_assert_max_num_queries(30) as held:
            page(client, reverse("tasks:list"))
        spent.append(len(held.captured_queries))
    assert all(first == then for first, then in pairwise(spent))


def test_the_page_tells_states_in_words_and_leads_on(
    at_machine: Actor, client_as: Callable[[str], Client]
) -> None:
    put(at_machine, "TRE", due_on=date(2022, 1, 10), simulated=True)
    source = page(client_as("van-phong"), reverse("tasks:list") + "?tinh-trang=open_overdue")
    said = words(source)
    assert "1 nhiệm vụ tìm thấy" in said
    assert "chưa hoàn thành, quá hạn" in said
    assert "quá 2 ngày làm việc" in said
    assert "mô phỏng" in said
    client = client_as("van-phong")
    client.cookies["django_language"] = "en"
    english = page(client, reverse("tasks:list"))
    assert "not done, overdue" in words(english)
    assert "2 working days late" in words(english)


def test_pages_hold_fifty_and_the_rest_is_one_page_on(
    at_machine: Actor, client_as: Callable[[str], Client]
) -> None:
    for n in range(53):
        put(at_machine, f"N-{n:02}")
    client = client_as("van-phong")
    first, second = (page(client, reverse("tasks:list") + f"?page={n}") for n in (1, 2))
    assert sum(f"N-{n:02}" in first for n in range(53)) == 50
    assert sum(f"N-{n:02}" in second for n in range(53)) == 3


def test_a_filter_is_kept_shared_and_dropped(
    at_machine: Actor, client_as: Callable[[str], Client]
) -> None:
    officer, other = client_as("so-y-te"), client_as("van-phong")
    told = {"query": "?tinh-trang=open_overdue", "name": "Quá hạn của sở", "shared": "x"}
    officer.post(reverse("tasks:filter-keep"), told)
    kept = KeptFilter.objects.get()
    assert (kept.query, kept.shared) == ("?tinh-trang=open_overdue", True)
    assert kept.body is not None
    assert kept.body.code == HEALTH
    assert "Quá hạn của sở" in page(officer, reverse("tasks:list"))
    assert "Quá hạn của sở" not in page(other, reverse("tasks:list"))
    assert other.post(reverse("tasks:filter-drop", args=[kept.pk])).status_code == 404
    before = Entry.objects.count()
    officer.post(reverse("tasks:filter-drop", args=[kept.pk]))
    assert Entry.objects.count() == before + 1
    assert "Quá hạn của sở" not in page(officer, reverse("tasks:list"))


def test_a_nameless_or_unreadable_filter_is_not_kept(client_as: Callable[[str], Client]) -> None:
    client = client_as("so-y-te")
    for told in ({"query": "?q=x", "name": " "}, {"query": "?sort=gia", "name": "x"}):
        answer = client.post(reverse("tasks:filter-keep"), told, follow=True)
        assert answer.status_code == 200
    assert not KeptFilter.objects.exists()
