"""What the eye gets for each state: a shape and a word, the colour only helping.

The shapes are drawn in `components/mark.html` under the same codes; the words of verdicts are
the domain's, so that pages, papers and commands cannot differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dieuhanh.domain.verdicts import NEAR_MISS, Verdict
from dieuhanh.domain.wording.verdicts import verdict_label
from dieuhanh.ui.language import page_lang

if TYPE_CHECKING:
    from django.utils.functional import Promise

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
    Verdict.EXCEEDED: "▲",
    Verdict.MET: "●",
    Verdict.MET_OR_EXCEEDED: "◐",
    Verdict.NOT_MET: "✕",
    NEAR_MISS: "≈",
    Verdict.NO_DATA: "○",
    Verdict.NOT_DUE: "◷",
    Verdict.NOT_COMPARABLE: "≠",
}


def verdict_word(code: str) -> str:
    """The word of a verdict or of a sub-label, in the page's language."""
    return verdict_label(code, page_lang())
