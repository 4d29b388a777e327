"""What the sheet's script and the server tell each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dieuhanh.domain.actors import Actor
from dieuhanh.domain.cells import SIGNS
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.money import retold, shown_unit
from dieuhanh.domain.text import storable
from dieuhanh.domain.units import measure, same_dimension, share_factor
from dieuhanh.domain.wording import errors
from dieuhanh.ui.language import page_lang

from ..actions.drafts import CellChange, Saved
from ..models import DraftCell, FormRow, Submission
from ..queries.sheets import Sheet, read_text
from .lines import Line, Look

MOST_CELLS = 5000
READING = (
    "number.english", "number.grouping", "number.groups", "number.not_a_number",
    "number.spaced", "number.too_long",
)  # fmt: skip


def sheet_data(sheet: Sheet, shown: Iterable[Line], actor: Actor) -> dict[str, Any]:
    """What the script needs to know: the cells as stored, and how each line is worked out."""
    found = sheet.submission
    by_id = {row.pk: row for row in sheet.rows}
    ratios = {row.key: _ratio(row, by_id) for row in sheet.rows if row.kind == "ratio"}
    return {
        "submission": found.pk,
        "user": actor.id,
        "revision": found.revision,
        "save": reverse("reports:submission-save", args=[found.pk]),
        "file": reverse("reports:submission-file", args=[found.pk]),
        "changes": reverse("reports:submission-changes", args=[found.pk]),
        "lang": page_lang(),
        "reading": {code: errors()[code][page_lang() == "en"] for code in READING},
        "lines": [_line(line, ratios.get(line.key)) for line in shown if line.cell is not None],
    }


def _line(line: Line, ratio: dict[str, Any] | None) -> dict[str, Any]:
    cell = line.cell
    assert cell is not None  # noqa: S101 - only such lines are told
    return {
        "id": line.id,
        "area": line.area,
        "kind": line.kind,
        "name": line.name,
        "decimals": line.decimals,
        "shift": line.shift,
        "text": cell.text,
        "note": cell.note,
        "revision": cell.revision,
        "plan": line.plan.plain if line.plan and line.against_plan else "",
        "lastYear": line.last_year.plain if line.last_year else "",
        "points": line.points,
        "required": line.required,
        "ratio": ratio,
    }


def _ratio(row: FormRow, by_id: Mapping[int, FormRow]) -> dict[str, Any] | None:
    """Numerator and denominator lines, and what their quotient is multiplied by, as a fraction."""
    top = by_id.get(row.numerator_id or 0)
    bottom = by_id.get(row.denominator_id or 0)
    if top is None or bottom is None:
        return None
    factor = share_factor(row.unit) * 1
    even = (1, 1)
    if top.unit != bottom.unit and same_dimension(top.unit, bottom.unit):
        scale = measure(top.unit).scale / measure(bottom.unit).scale
        even = (scale.numerator, scale.denominator)
    return {
        "numerator": top.key,
        "denominator": bottom.key,
        "times": str(factor * even[0]),
        "over": str(even[1]),
    }


def read_changes(request: HttpRequest) -> tuple[list[CellChange], int, str]:
    """The cells a script sends, the revision it has seen, its window. Raises BadInput."""
    try:
        sent = json.loads(request.body)
        cells = [_change(each) for each in sent["cells"][:MOST_CELLS]]
        return cells, int(sent["seen"]), storable(str(sent.get("writer", "")))[:40]
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise BadInput("cells.unreadable") from error


def _change(sent: Mapping[str, Any]) -> CellChange:
    key, _colon, area = str(sent["id"]).rpartition(":")
    note = sent.get("note")
    text = sent["text"]
    if not isinstance(text, str) or not isinstance(note, str | None):
        raise TypeError
    return CellChange(key, int(area), text, note, int(sent["base"]))


def posted_changes(request: HttpRequest, sheet: Sheet, look: Look) -> list[CellChange]:
    """The cells of a form sent without script: those that differ from what the page had shown."""
    try:
        shown = json.loads(request.POST.get("shown", "{}"))
        base = int(request.POST.get("revision", "0"))
        was = {str(cell): (str(text), str(note)) for cell, (text, note) in shown.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise BadInput("cells.unreadable") from error
    changes = []
    for row in sheet.rows:
        for area in sheet.areas if row.kind == "entry" else ():
            cell = f"{row.key}:{area.pk}"
            text, note = request.POST.get(f"o:{cell}"), request.POST.get(f"g:{cell}")
            if text is None or note is None or (text, note.strip()) == was.get(cell, ("", "")):
                continue
            stored = retold(text, shown_unit(row.unit, look.money), row.unit)
            changes.append(CellChange(row.key, area.pk, stored, note.strip(), base))
    return changes


def shown_texts(shown: Iterable[Line]) -> str:
    """What the page shows in each cell, carried along so that a post tells what was changed."""
    cells = (line for line in shown if line.kind == "entry" and line.cell)
    return json.dumps(
        {line.id: [line.text, line.cell.note if line.cell else ""] for line in cells},
        ensure_ascii=False,
    )


def saved_data(
    saved: Saved, rows: Mapping[str, FormRow], changes: Sequence[CellChange]
) -> dict[str, Any]:
    """The server's word on a save: what was taken, what clashes, what cannot be read."""
    faults = {}
    for change in changes:
        row = rows.get(change.row_key)
        fault = read_text(change.text, row.decimals)[1] if row else None
        faults[f"{change.row_key}:{change.area_id}"] = fault or ""
    return {
        "revision": saved.revision,
        "taken": [f"{key}:{area}" for key, area in saved.taken],
        "faults": faults,
        "conflicts": [
            {
                "id": f"{each.row_key}:{each.area_id}",
                "yours": [each.yours, each.your_note],
                "theirs": [each.theirs, each.their_note],
                "by": each.by,
                "revision": each.revision,
            }
            for each in saved.conflicts
        ],
        "at": timezone.localtime().strftime("%H:%M"),
    }


def changes_data(found: Submission, changed: Iterable[DraftCell]) -> dict[str, Any]:
    """What others have typed meanwhile."""
    return {
        "revision": found.revision,
        "state": found.state,
        "changes": [
            {
                "id": f"{cell.row.key}:{cell.area_id}",
                "text": cell.text,
                "note": cell.note,
                "revision": cell.revision,
                "by": cell.edited_by,
                "at": timezone.localtime(cell.edited_at).strftime("%H:%M"),
            }
            for cell in changed
        ],
    }


def words() -> dict[str, str]:
    """What the script says, in the page's language."""
    return {
        "saved": _("Đã lưu {at}"),
        "saving": _("Đang lưu…"),
        "typing": _("Chưa lưu…"),
        "ready": _("Tự lưu khi gõ"),
        "offline": _("Chưa lưu: mất mạng, giữ trong máy"),
        "server": _("Chưa lưu: máy chủ chưa trả lời, giữ trong máy; đang thử lại"),
        "expired": _("Chưa lưu: phiên đăng nhập đã hết, giữ trong máy."),
        "unkept": _("Chưa lưu, và trình duyệt không cho giữ trong máy: đừng đóng trang"),
        "clash": _("Có ô hai người cùng sửa: hãy chọn ở đầu trang"),
        "refused": _("Chưa lưu: {told}"),
        "rounded": _("Biểu giữ {decimals} số lẻ: khi nộp sẽ thành {number}."),
        "pasted": _("Đã dán {count} ô."),
        "skipped": _("Bỏ qua {count} ô biểu tự tính hoặc không nhập."),
        "turned": _("Đã đổi số kiểu Anh (1,112.5) sang kiểu Việt (1.112,5)."),
        "wide": _("Khối dán có {count} cột, từ ô này biểu chỉ còn {room} cột: chưa dán gì."),
        "cut": _("Khối dán dài hơn biểu: {count} dòng cuối không có chỗ."),
        "changed": _("{at} {by} vừa sửa: {cells}."),
        "company": _("Cùng mở biểu này: {names}. Ai sửa ô nào sẽ được báo ở đây."),
        "filed": _("Biểu đã được nộp ở nơi khác; hãy tải lại trang."),
        "kept": _("Còn {count} ô gõ chưa kịp lưu nay không gửi được nữa:"),
        "drop": _("Bỏ các chữ này"),
        "points": _("{change} điểm"),
        "blank": _("(để trống)"),
    }


def legend() -> list[tuple[str, str, str]]:
    """The three signs and the blank: code, sign, meaning."""
    meanings = {
        "none": _("không có hiện tượng (khác với số 0)"),
        "not_collected": _("có nhưng chưa thu thập được"),
        "not_applicable": _("không áp dụng ở đây"),
    }
    return [(absence.value, sign, meanings[absence.value]) for absence, sign in SIGNS.items()]


__all__ = [
    "changes_data", "legend", "posted_changes", "read_changes", "saved_data", "sheet_data",
    "shown_texts", "words",
]  # fmt: skip
