"""A text held against the books on a page; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from dieuhanh.documents.queries import document, text_of
from dieuhanh.documents.queries.papers import paper, version_of
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.errors import DieuHanhError, Missing
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.paper_checks import SIGNS, mark_in_words, reason_in_words
from dieuhanh.exchange.writing import CONTENT_TYPES, Table, write_table
from dieuhanh.paper.reading.checking import Checked
from dieuhanh.paper.reading.checking.reasons import Reason
from dieuhanh.paper.reading.files import SUFFIXES
from dieuhanh.paper.reading.files import text_of as text_of_file
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.formats import number
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.uploads import dropped

from ..actions.reading import one_newline
from ..forms.text_check import TextIn
from ..queries.text_checks import CheckedText, check_text
from .marked_text import lines_of
from .reading.listing import too_large


@dataclass(frozen=True)
class Shown:
    """A claim as the page and its exports show it."""

    number: int
    checked: Checked

    @property
    def mark(self) -> str:
        """The mark's code."""
        return self.checked.mark.value

    @property
    def sign(self) -> str:
        """The mark's shape."""
        return SIGNS[self.checked.mark]

    @property
    def word(self) -> str:
        """The mark in words."""
        return mark_in_words(self.mark, page_lang())

    @property
    def quote(self) -> str:
        """The words of the text on one line."""
        return " ".join(self.checked.claim.quote.split())

    @property
    def title(self) -> str:
        """The words of the text; of a table's row, which holds several figures, the one that is meant."""
        claim = self.checked.claim
        if "\t" not in claim.quote and "|" not in claim.quote:
            return self.quote
        about = f" ({claim.about})" if claim.about else ""
        unit = claim.unit if claim.unit.startswith("%") else f" {claim.unit}"
        return f"{claim.indicator}{about}: {number(claim.value)}{unit}".strip()

    @property
    def reasons(self) -> list[tuple[Reason, str]]:
        """Each reason with its sentence."""
        return [
            (each, reason_in_words(each.code, each.values, page_lang()))
            for each in self.checked.reasons
        ]


def text_check(request: Asked) -> HttpResponse:
    """The form; posted, the text with every figure marked, or the same rows as a file."""
    request.actor.require(Permission.BOARD_VIEW)
    sent = request.method == "POST"
    form = TextIn(
        request.POST if sent else None, request.FILES if sent else None,
        initial={} if sent else {"text": _named_text(request)},
        actor=request.actor, today=request.today,
    )  # fmt: skip
    found = None
    if size := dropped(request):
        form.add_error("file", too_large(size))
    elif sent and form.is_valid():
        found = _checked(request, form)
    if found is None:
        context = {"form": form, "suffixes": ",".join(SUFFIXES)}
        return render(request, "desk/text_check.html", context, status=422 if form.errors else 200)
    if ext := request.POST.get("tai", ""):
        return _export(found, ext)
    return render(request, "desk/text_checked.html", _context(request, form, found))


def _named_text(request: Asked) -> str:
    """The text of a paper of ours or of the register that a link named. Raises Missing."""
    if (pk := request.GET.get("van-ban", "")).isdecimal():
        of = paper(int(pk[:18]), seen_by=request.actor)
        return version_of(of, of.version).text
    if code := request.GET.get("tai-lieu", ""):
        return text_of(document(code, seen_by=request.actor))
    return ""


def _checked(request: Asked, form: TextIn) -> CheckedText | None:
    """Checked; None where the file or plan was refused, which the form then tells."""
    given = form.cleaned_data
    upload = given["file"]
    name, content = (upload.name, upload.read()) if upload else ("", given["text"].encode())
    return _or_told(
        form, "file" if upload else "text",
        lambda: check_text(
            one_newline(text_of_file(name, content)).text,
            seen_by=request.actor, as_known_on=form.day, plan=given["plan"],
        ),
    )  # fmt: skip


def _or_told(form: TextIn, field: str, check: Callable[[], CheckedText]) -> CheckedText | None:
    try:
        return check()
    except DieuHanhError as fault:
        form.add_error(field, message(fault, page_lang()))
        return None


def _context(request: Asked, form: TextIn, found: CheckedText) -> dict[str, object]:
    shown = [Shown(place, each) for place, each in enumerate(found.claims, 1)]
    mark = request.POST.get("dau", "")
    spans = [
        (each.checked.claim.start, each.checked.claim.end, each.number, each.mark) for each in shown
    ]
    return {
        "found": found,
        "form": form,
        "lines": lines_of(found.text, sorted(spans)),
        "tally": Shown(0, found.tally) if found.tally else None,
        "claims": [each for each in shown if mark in {"", each.mark}],
        "chosen": mark,
        "marks": [
            (m.value, SIGNS[m], mark_in_words(m.value, page_lang()), count)
            for m, count in found.counts.items()
        ],
    }


def _export(found: CheckedText, ext: str) -> HttpResponse:
    """The rows of the page as CSV or XLSX. Raises Missing for another type."""
    if ext not in {"csv", "xlsx"}:
        raise Missing("export.type", text=ext)
    heads = [
        ("no", _("TT")), ("quote", _("Câu trong văn bản")), ("value", _("Số trong văn bản")),
        ("unit", _("ĐVT")), ("indicator", _("Chỉ tiêu")), ("mark", _("Kết quả")),
        ("reason", _("Lý do")), ("vintage", _("Sổ biết từ")), ("link", _("Địa chỉ trong sổ")),
    ]  # fmt: skip
    marked = (*found.claims, *filter(None, [found.tally]))
    rows = [_row(Shown(place, each)) for place, each in enumerate(marked, 1)]
    title = _("Đối chiếu văn bản với sổ")
    table = Table("doi-chieu", title, heads, rows, [found.plan.name])
    response = HttpResponse(write_table(table, ext), content_type=CONTENT_TYPES[ext])
    response["Content-Disposition"] = f'attachment; filename="doi-chieu.{ext}"'
    return response


def _row(shown: Shown) -> dict[str, str]:
    claim, (first, _told) = shown.checked.claim, shown.reasons[0]
    return {
        "no": str(shown.number), "quote": shown.quote, "value": number(claim.value),
        "unit": claim.unit, "indicator": shown.checked.indicator or "", "mark": shown.word,
        "reason": " ".join(told for _each, told in shown.reasons), "vintage": first.vintage,
        "link": first.link,
    }  # fmt: skip


__all__ = ["text_check"]
