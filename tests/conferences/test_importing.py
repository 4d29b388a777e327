"""Conferences held elsewhere, taken in by their tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dieuhanh.conferences.models import (
    Conclusion,
    Conference,
    Contribution,
    Delegate,
    Photo,
    Site,
    Text,
    Wording,
)
from dieuhanh.config.importing import import_files
from dieuhanh.documents.queries import text_of
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInputs, DieuHanhError, Refused
from tests.examples.example_files import CA_MAU

pytestmark = pytest.mark.django_db
CODE = "hoi-nghi-2022-01-12"
DAY = date(2026, 1, 1)
TABLES = ("conferences", "sites", "delegates", "agenda", "contributions", "conclusions", "texts",
          "photos")  # fmt: skip


def take(folder: Path, by: Actor, **tables: str) -> None:
    """Import tables given as CSV below their declaration."""
    paths = []
    for name, text in tables.items():
        path = folder / f"{name}.csv"
        path.write_text(f"# dieuhanh: {name}; numbers=vi\n{text}", "utf-8")
        paths.append(path)
    import_files(paths, by=by, machine_day=DAY)


def fault_of(work: Callable[[], None]) -> tuple[str, str]:
    """The code of what is wrong and the column it is told at."""
    with pytest.raises(DieuHanhError) as told:
        work()
    error = told.value.faults[0] if isinstance(told.value, BadInputs) else told.value
    return error.code, error.place.column  # type: ignore[attr-defined]


def test_the_conference_of_2022_is_there_whole() -> None:
    of = Conference.objects.get(code=CODE)
    assert (of.state, of.simulated, of.plan.code if of.plan else "") == (
        "closed", False, "ca-mau-2021",
    )  # fmt: skip
    levels = list(Site.objects.filter(conference=of).values_list("level", flat=True))
    assert [levels.count(level) for level in ("central", "district", "commune")] == [1, 9, 101]
    chairs = Delegate.objects.filter(conference=of, kind="chair").order_by("position")
    assert [chair.name for chair in chairs] == [
        "Nguyễn Tiến Hải", "Huỳnh Quốc Việt", "Lâm Văn Bi", "Lê Văn Sử",
    ]  # fmt: skip
    assert Delegate.objects.filter(conference=of).exclude(name="").count() == 6
    assert not Site.objects.filter(conference=of).exclude(head_count=None).exists()
    assert Conclusion.objects.filter(conference=of).values("group").distinct().count() == 6
    assert Photo.objects.filter(conference=of, document=None).count() == 3
    assert set(Text.objects.filter(conference=of).values_list("kind", flat=True)) == {
        "directing", "concluding",
    }  # fmt: skip


def test_what_was_said_and_concluded_is_in_our_words_with_the_sentence_it_came_from() -> None:
    cited = [*Contribution.objects.filter(conference__code=CODE)]
    cited += [*Conclusion.objects.filter(conference__code=CODE)]  # type: ignore[list-item]
    assert len(cited) == 11 + 16
    for each in cited:
        assert each.document is not None
        whole = text_of(each.document)
        assert each.quote in whole
        assert each.text not in whole


def test_every_conclusion_is_numbered_worded_once_and_tied_to_what_it_rests_on() -> None:
    found = Conclusion.objects.filter(conference__code=CODE).order_by("number")
    assert [each.number for each in found] == list(range(1, 17))
    assert Wording.objects.filter(conclusion__in=found, number=1).count() == 16
    work = found.get(number=12)
    assert [target.no for target in work.targets.order_by("no")] == ["16", "17"]
    assert [each.sentence[:33] for each in work.findings.all()] == [
        "Công tác giải quyết việc làm khôn"
    ]
    assert all(each.contributions.exists() for each in found)


def test_a_second_import_adds_nothing(at_machine: Actor) -> None:
    paths = [CA_MAU / f"{name}.csv" for name in TABLES]
    done = import_files(paths, by=at_machine, machine_day=DAY)
    assert {each.template: each.tally.added for each in done} == dict.fromkeys(TABLES, 0)
    assert {each.template for each in done if each.tally.same} == set(TABLES)


HEAD = "code,name,name_en,host,place,day,begins,ends,state,plan,simulated,document,note\n"
SITE_HEAD = "conference,body,parent,name,level\n"


def test_sites_below_sites_of_the_same_table(tmp_path: Path, at_machine: Actor) -> None:
    take(
        tmp_path, at_machine,
        conferences=HEAD + "hop-huyen,Họp huyện,,ubnd-973,,20/01/2022,8h00,,,,x,,\n",
        sites=SITE_HEAD + "hop-huyen,ubnd-973,,Huyện,district\n"
        "hop-huyen,ubnd-32248,ubnd-973,Xã,commune\n",
    )  # fmt: skip
    made = Conference.objects.get(code="hop-huyen")
    assert (made.state, made.simulated, made.opened_at) == ("preparing", True, None)
    assert f"{made.starts_at.astimezone():%H:%M}" == "08:00"
    below = Site.objects.get(conference=made, level="commune")
    assert below.parent is not None
    assert below.parent.body.code == "ubnd-973"


@pytest.mark.parametrize(
    ("tables", "fault"),
    [
        (
            {"conferences": HEAD + "x,Họp,,ubnd-973,,20/01/2022,8:00,7:00,,,,,\n"},
            ("conference.ends_before", "ends"),
        ),
        (
            {"conferences": HEAD + "x,Họp,,ubnd-973,,20/01/2022,sáng,,,,,,\n"},
            ("cell.time", "begins"),
        ),
        (
            {"conferences": HEAD + "x,Họp,,khong-co,,20/01/2022,8:00,,,,,,\n"},
            ("body.unknown", "host"),
        ),
        ({"sites": SITE_HEAD + "khong-co,ubnd-973,,Huyện,district\n"}, ("conference.unknown", "conference")),
        ({"sites": SITE_HEAD + f"{CODE},so-y-te-ca-mau,bao-dan-tri,Sở,other\n"}, ("site.unknown", "parent")),
        ({"contributions": "conference,item,site,office,text,document,quote\n"
          f"{CODE},9,ubnd-ca-mau,Chủ tịch,Một ý,,\n"}, ("agenda.unknown", "item")),
        ({"conclusions": "conference,number,item,group,text,field,body,due_on,targets,findings,"
          f"contributions,document,quote\n{CODE},40,,,Một ý,,,,99,,,,\n"}, ("target.unknown", "targets")),
        ({"conclusions": "conference,number,item,group,text,field,body,due_on,targets,findings,"
          f"contributions,document,quote\n{CODE},40,,,Một ý,,,,,Câu lạ,,,\n"}, ("finding.unknown", "findings")),
        ({"conclusions": "conference,number,item,group,text,field,body,due_on,targets,findings,"
          f"contributions,document,quote\n{CODE},40,,,Một ý,,,,,,12,,\n"},
         ("contribution.unknown", "contributions")),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_in_is_told_at_its_cell_and_nothing_is_written(
    tmp_path: Path, at_machine: Actor, tables: dict[str, str], fault: tuple[str, str]
) -> None:
    before = (Conference.objects.count(), Site.objects.count(), Conclusion.objects.count())
    assert fault_of(lambda: take(tmp_path, at_machine, **tables)) == fault
    assert before == (Conference.objects.count(), Site.objects.count(), Conclusion.objects.count())


def test_only_who_prepares_the_hosts_conferences_may(
    tmp_path: Path, actor: Callable[[str], Actor]
) -> None:
    row = HEAD + "x,Họp,,{host},,20/01/2022,8:00,,,,,,\n"
    take(tmp_path, actor("can-bo-huyen"), conferences=row.format(host="ubnd-973"))
    for seat, host in (("can-bo-huyen", "ubnd-ca-mau"), ("chuyen-vien", "ubnd-ca-mau")):
        with pytest.raises(Refused):
            take(tmp_path, actor(seat), conferences=row.format(host=host))
