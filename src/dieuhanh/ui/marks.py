"""What the eye gets for each state: a shape and a word, the colour only helping.

The words are here once; the shapes are drawn in `components/mark.html` under the same codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import Promise

VERDICTS: dict[str, Promise] = {
    "exceeded": pgettext_lazy("verdict", "vượt"),
    "met": pgettext_lazy("verdict", "đạt"),
    "met_or_exceeded": _("đạt hoặc vượt"),
    "not_met": _("không đạt"),
    "no_data": _("chưa có số liệu"),
    "not_due": _("chưa đến hạn"),
    "not_comparable": _("không so sánh được"),
}
SUB_LABELS: dict[str, Promise] = {"near_miss": _("xấp xỉ đạt")}
BASES: dict[str, Promise] = {
    "computed": _("tính lại"),
    "as_published": _("theo công bố"),
    "none": _("chưa có căn cứ"),
}
BASES_SHORT = BASES | {"as_published": _("công bố")}
STATUSES: dict[str, Promise] = {
    "estimated": _("ước"),
    "preliminary": _("sơ bộ"),
    "official": _("chính thức"),
}
ABSENCES: dict[str, tuple[str, Promise]] = {
    "none": ("-", _("không có hiện tượng")),
    "not_collected": ("…", _("không thu thập được")),
    "not_applicable": ("x", _("không áp dụng")),
}
# Glyphs for places without SVG: papers, the command line, options of a select.
GLYPHS = {
    "exceeded": "▲",
    "met": "●",
    "met_or_exceeded": "◐",
    "not_met": "✕",
    "near_miss": "≈",
    "no_data": "○",
    "not_due": "◷",
    "not_comparable": "≠",
}
