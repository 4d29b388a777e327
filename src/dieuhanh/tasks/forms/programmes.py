"""The form on which a programme is set up or said anew."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dieuhanh.bodies.models import Body
from dieuhanh.documents.models import Document
from dieuhanh.domain.actors import Actor
from dieuhanh.ui.language import pick

from ..actions.programmes import ProgrammeTold
from ..models import Programme
from ..queries.programmes import (
    ballots_to_cite,
    bodies_to_assign_for,
    conferences_to_cite,
    papers_to_carry_out,
)

LONGEST_LABEL = 110


class ProgrammeForm(forms.Form):
    """What a programme is, which papers it carries out, and where it was agreed."""

    name = forms.CharField(label=gettext_lazy("Tên chương trình"), max_length=400)
    name_en = forms.CharField(label=gettext_lazy("Tên tiếng Anh"), max_length=400, required=False)
    code = forms.SlugField(
        label=gettext_lazy("Mã"), max_length=60,
        help_text=gettext_lazy("Chữ thường không dấu, số, gạch nối; là địa chỉ của chương trình."),
    )  # fmt: skip
    body = forms.ChoiceField(label=gettext_lazy("Cơ quan ban hành"))
    year = forms.IntegerField(label=gettext_lazy("Năm"), min_value=1900, max_value=2100)
    carries_out = forms.MultipleChoiceField(
        label=gettext_lazy("Thực hiện các văn bản"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Nghị quyết, chỉ thị, quyết định mà chương trình thực hiện."),
    )  # fmt: skip
    document = forms.ChoiceField(
        label=gettext_lazy("Văn bản ban hành chương trình"), required=False
    )
    conference = forms.ChoiceField(label=gettext_lazy("Hội nghị đã thống nhất"), required=False)
    ballot = forms.ChoiceField(label=gettext_lazy("Biểu quyết thông qua"), required=False)
    note = forms.CharField(
        label=gettext_lazy("Ghi chú"), required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, by: Actor, of: Programme | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.papers = {paper.code: paper for paper in papers_to_carry_out(seen_by=by)}
        self.bodies = {each.code: each for each in bodies_to_assign_for(seen_by=by)}
        self.meetings = {each.code: each for each in conferences_to_cite(seen_by=by)}
        self.ballots = {str(each.pk): each for each in ballots_to_cite(seen_by=by)}
        papers = [(code, _paper(paper)) for code, paper in self.papers.items()]
        self._choose("carries_out", papers)
        self._choose("document", [("", _("chưa có")), *papers])
        names = [(code, pick(each.name, each.name_en)) for code, each in self.bodies.items()]
        self._choose("body", names)
        met = [(code, pick(each.name, each.name_en)) for code, each in self.meetings.items()]
        self._choose("conference", [("", _("không qua hội nghị")), *met])
        passed = [(pk, f"{b.question} ({b.conference})"[:200]) for pk, b in self.ballots.items()]
        self._choose("ballot", [("", _("không biểu quyết")), *passed])
        if of is not None:
            del self.fields["code"], self.fields["body"]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = choices

    def told(self) -> ProgrammeTold:
        """What was said, as the verbs take it."""
        said = self.cleaned_data
        return ProgrammeTold(
            name=said["name"], name_en=said["name_en"], year=said["year"], note=said["note"],
            carries_out=[self.papers[code] for code in said["carries_out"]],
            document=self.papers.get(said["document"]),
            conference=self.meetings.get(said["conference"]),
            ballot=self.ballots.get(said["ballot"]),
        )  # fmt: skip

    def body_chosen(self) -> Body:
        """Whose it is to be."""
        return self.bodies[self.cleaned_data["body"]]


def said_so_far(of: Programme) -> dict[str, Any]:
    """What the form shows of a programme there is."""
    return {
        "name": of.name, "name_en": of.name_en, "year": of.year, "note": of.note,
        "carries_out": [paper.code for paper in of.carries_out.all()],
        "document": of.document.code if of.document else "",
        "conference": of.conference.code if of.conference else "",
        "ballot": str(of.ballot_id or ""),
    }  # fmt: skip


def _paper(paper: Document) -> str:
    named = f"{paper.number} · {paper.title}" if paper.number else paper.title
    return named if len(named) <= LONGEST_LABEL else f"{named[:LONGEST_LABEL]}…"


__all__ = ["ProgrammeForm", "said_so_far"]
