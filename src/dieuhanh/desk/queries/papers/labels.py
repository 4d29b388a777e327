"""How the source list of a paper names the records its numbers were taken from; in Vietnamese."""

from __future__ import annotations

from decimal import Decimal

from dieuhanh.documents.models import Document
from dieuhanh.domain.dates import Dated, Precision, write_vi_date
from dieuhanh.domain.periods import Period
from dieuhanh.domain.wording.spans import dated_name, period_name
from dieuhanh.engine.sweeps import Vintage
from dieuhanh.paper.writing.compose.saying import BLANK, cited_paper
from dieuhanh.paper.writing.model import Made, Source, Span, Text
from dieuhanh.reports.models import Figure
from dieuhanh.reports.queries.rolled import RolledFigure
from dieuhanh.ui.formats import number

STATUSES = {"estimated": "số ước", "preliminary": "số sơ bộ", "official": "số chính thức"}
SIMULATED = "mô phỏng"
SAMPLE = (
    "Bản mô phỏng, soạn từ sổ của bản dữ liệu mẫu; không phải văn bản thật của cơ quan nêu trên."
)


def of_figure(figure: Figure, *, indicator: str = "", area: str = "") -> Source:
    """A figure: what, where, when, by whom, how sure, since when.

    `indicator` and `area` are their names, where whoever asks has them at hand.
    """
    known = dated_name(Dated(figure.known_from, Precision(figure.date_precision or "day")), "vi")
    parts = [
        f"{indicator or figure.indicator.name}, {area or figure.area.name}",
        period_name(Period.parse(figure.period), "vi"),
        figure.source.name,
        STATUSES.get(figure.status, figure.status),
        f"biết từ {known}",
        *([SIMULATED] if figure.simulated else []),
    ]
    return Source("figure", str(figure.pk), "; ".join(parts))


def of_sum(rolled: RolledFigure, key: str) -> Source:
    """A sum of the level below with its coverage, found on its target's page."""
    told = (
        f"{rolled.indicator.name}: tổng hợp từ {rolled.reported}/{rolled.expected} địa bàn cấp dưới"
    )
    made_of = tuple(
        Made("figure", str(each.id), _stated(each), "Số của địa bàn cấp dưới")
        for each in sorted(rolled.sweep.standing(rolled.on).values())
    )
    return Source("summed", key, told, made_of)


def _stated(vintage: Vintage) -> str:
    """A lower figure as its page prints it."""
    pair = (vintage.numerator, vintage.denominator)
    if pair[0] is not None and pair[1] is not None:
        return "/".join(number(Decimal(each)) for each in pair if each is not None)
    return number(Decimal(vintage.value)) if vintage.value is not None else ""


def of_paper(document: Document, span: str = "") -> Span:
    """A paper of the register named in a text."""
    source = Source("document", document.code, document.title)
    return Span(span or cited(document), source)


def cited(document: Document) -> str:
    """How a paper cites it: with number, day and issuer, or by its title where it has no number."""
    issuer = document.issuer.name if document.issuer else document.issuer_name
    if not document.number:
        named = document.type or "văn bản"
        if document.title.startswith(named):
            return f"{document.title} (số {BLANK})"
        return f"{named} “{document.title}”"
    on = document.issued_on if document.date_precision in {"", "day"} else None
    return cited_paper(document.type or BLANK, document.number, on, issuer)


def paper_text(document: Document | None) -> Text:
    """The same as a text; empty for none."""
    return (of_paper(document),) if document else ()


def published_by(document: Document, known: Dated) -> str:
    """Who published something, and when."""
    return f"{document.issuer_name or document.title}, {dated_name(known, 'vi')}"


__all__ = [
    "cited",
    "of_figure",
    "of_paper",
    "of_sum",
    "paper_text",
    "published_by",
    "write_vi_date",
]
