"""Words for what was read out of a paper: kinds, roles, bounds, the figures riding along."""

from __future__ import annotations

from dieuhanh.domain.numbers import Lang

_HEADS: dict[str, tuple[str, str]] = {
    "claims": ("Số liệu", "Figures"),
    "indicator": ("chỉ tiêu", "indicator"),
    "value": ("giá trị", "value"),
    "kind": ("loại", "kind"),
    "role": ("là", "is"),
    "beside": ("kèm theo", "beside it"),
    "people": ("Người được nêu tên", "People"),
    "documents": ("Văn bản viện dẫn", "Documents cited"),
    "tasks": ("Nhiệm vụ", "Tasks"),
    "nothing": (
        "Không thấy số liệu, người, văn bản hay nhiệm vụ nào.",
        "No figures, people, documents or tasks were found.",
    ),
}
_KINDS: dict[tuple[str, str | None], tuple[str, str]] = {
    ("level", None): ("mức", "level"),
    ("level", "down"): ("giảm còn", "fell to"),
    ("count", None): ("số lượng", "count"),
    ("count", "down"): ("giảm còn", "fell to"),
    ("share", None): ("tỷ lệ", "share"),
    ("share", "down"): ("giảm còn", "fell to"),
    ("growth", "up"): ("tăng trưởng", "growth"),
    ("growth", "down"): ("giảm", "decline"),
    ("change", "up"): ("tăng thêm", "rise"),
    ("change", "down"): ("giảm bớt", "fall"),
}
_ROLES: dict[str, tuple[str, str]] = {
    "actual": ("thực hiện", "result"),
    "estimate": ("ước thực hiện", "estimated result"),
    "plan": ("kế hoạch", "target"),
    "previous": ("kỳ trước", "earlier"),
    "benchmark": ("nơi khác", "elsewhere"),
}
_BOUNDS: dict[str, tuple[str, str]] = {
    "at_least": ("tối thiểu", "at least"),
    "at_most": ("tối đa", "at most"),
    "about": ("khoảng", "about"),
    "more_than": ("trên", "over"),
    "less_than": ("dưới", "under"),
}
_RIDERS: dict[str, tuple[str, str]] = {
    "vs_plan_pct": ("so kế hoạch {value}%", "{value}% against plan"),
    "plan_ratio_pct": ("bằng {value}% kế hoạch", "{value}% of plan"),
    "yoy_pct": ("so cùng kỳ {value}%", "{value}% year on year"),
    "plan_value": ("kế hoạch {value}", "plan {value}"),
    "prev_value": ("trước đó {value}", "before {value}"),
}


def heading(name: str, lang: Lang) -> str:
    """The head of a list or column.

    >>> heading("people", "en")
    'People'
    """
    return _HEADS[name][lang == "en"]


def kind_word(kind: str, direction: str | None, lang: Lang) -> str:
    """A claim's kind and direction in a word.

    >>> kind_word("growth", "down", "vi"), kind_word("share", None, "en")
    ('giảm', 'share')
    """
    return _KINDS[kind, direction][lang == "en"]


def role_word(role: str, lang: Lang, *, estimate: bool) -> str:
    """Whose figure it is: a result, a target, an earlier one, somebody else's.

    >>> role_word("actual", "vi", estimate=True)
    'ước thực hiện'
    """
    return _ROLES["estimate" if estimate and role == "actual" else role][lang == "en"]


def bound_word(bound: str | None, lang: Lang) -> str:
    """The bound in front of a value; empty for none."""
    return _BOUNDS[bound][lang == "en"] if bound else ""


def rider_text(name: str, value: str, lang: Lang) -> str:
    """A figure that rides along with another.

    >>> rider_text("vs_plan_pct", "6,8", "vi")
    'so kế hoạch 6,8%'
    """
    return _RIDERS[name][lang == "en"].format(value=value)


def tally_line(met: int, total: int, unit: str, lang: Lang) -> str:
    """How many targets were reached, as the paper tells it.

    >>> tally_line(12, 22, "chỉ tiêu", "vi")
    'Đạt và vượt 12/22 chỉ tiêu.'
    """
    if lang == "en":
        return f"{met} of {total} reached ({unit})."
    return f"Đạt và vượt {met}/{total} {unit}."


__all__ = ["bound_word", "heading", "kind_word", "rider_text", "role_word", "tally_line"]
