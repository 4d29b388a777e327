"""The rows of a board that was kept as JSON, said again in the page's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dieuhanh.domain.verdicts import Reason
from dieuhanh.domain.wording.boards import reason_text
from dieuhanh.domain.wording.measures import unit_name
from dieuhanh.domain.wording.stored import stored_amount, stored_number
from dieuhanh.plans.models import Target
from dieuhanh.ui.language import page_lang, pick


@dataclass(frozen=True)
class StoredFigure:
    """A figure as it was cited, leading to its passport."""

    id: int
    text: str


@dataclass(frozen=True)
class StoredRow:
    """One kept verdict. Names come from the version's targets, which never change."""

    no: str
    name: str
    unit: str
    plan: str
    plan_source: str
    actual: str
    ratio: Decimal | None
    verdict: str
    sub_label: str | None
    basis: str
    published_label: str | None
    reason: str
    figures: list[StoredFigure]


def target_names(targets: Iterable[Target]) -> dict[str, str]:
    """Target numbers to names in the page's language."""
    return {target.no: pick(target.name, target.name_en) for target in targets}


def stored_rows(board: Mapping[str, Any], targets: Iterable[Target]) -> list[StoredRow]:
    """All verdicts of a kept board, in the plan's order."""
    names = target_names(targets)
    return [_row(verdict, names) for verdict in board["verdicts"]]


def _row(verdict: Mapping[str, Any], names: Mapping[str, str]) -> StoredRow:
    lang, ratio = page_lang(), verdict["plan_ratio_pct"]
    reason = Reason(verdict["reason"]["code"], verdict["reason"]["values"])
    return StoredRow(
        no=verdict["no"],
        name=names.get(verdict["no"], verdict["indicator"]),
        unit=unit_name(verdict["unit"], lang) if verdict["unit"] else "",
        plan=stored_number(verdict["plan"], lang),
        plan_source=verdict["plan_source"] or "",
        actual=stored_number(verdict["actual"], lang),
        ratio=Decimal(ratio) if ratio is not None else None,
        verdict=verdict["verdict"],
        sub_label=verdict["sub_label"],
        basis=verdict["basis"],
        published_label=verdict["published_label"],
        reason=reason_text(reason, lang),
        figures=[stored_figure(figure) for figure in verdict["figures"]],
    )


def stored_figure(figure: Mapping[str, Any]) -> StoredFigure:
    """A cited figure in words: "5.220 tỷ đồng"."""
    text = stored_amount(figure["value"], figure["unit"], page_lang())
    return StoredFigure(figure["id"], text or "–")
