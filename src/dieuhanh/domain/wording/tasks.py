"""Tasks in words: states, steps, formulas."""

from __future__ import annotations

STATES: dict[str, tuple[str, str]] = {
    "assigned": ("đã giao, chờ nhận", "assigned, to be accepted"),
    "asked_back": ("đang hỏi lại nơi giao", "asked back"),
    "accepted": ("đang thực hiện", "under way"),
    "reported": ("đã báo xong, chờ xác nhận", "reported done, to be confirmed"),
    "confirmed": ("đã xác nhận hoàn thành", "confirmed done"),
    "withdrawn": ("đã rút", "withdrawn"),
}
STANDINGS: dict[str, tuple[str, str]] = {
    "done_on_time": ("hoàn thành đúng hạn", "done on time"),
    "done_late": ("hoàn thành quá hạn", "done late"),
    "open_in_time": ("chưa hoàn thành, trong hạn", "not done, in time"),
    "open_overdue": ("chưa hoàn thành, quá hạn", "not done, overdue"),
}
STEPS: dict[str, tuple[str, str]] = {
    "assigned": ("Giao nhiệm vụ", "Assigned"),
    "accepted": ("Nhận nhiệm vụ", "Accepted"),
    "asked_back": ("Hỏi lại nơi giao", "Asked back"),
    "answered": ("Trả lời câu hỏi", "Answered"),
    "amended": ("Sửa nhiệm vụ", "Amended"),
    "progress": ("Báo tiến độ", "Progress"),
    "handed_down": ("Giao tiếp cho cấp dưới", "Handed down"),
    "extension_asked": ("Xin gia hạn", "Extension asked for"),
    "extension_granted": ("Cho gia hạn", "Extension granted"),
    "extension_refused": ("Không cho gia hạn", "Extension refused"),
    "reported": ("Báo đã hoàn thành", "Reported done"),
    "confirmed": ("Xác nhận hoàn thành", "Confirmed done"),
    "returned": ("Trả lại, chưa đạt", "Returned"),
    "withdrawn": ("Rút nhiệm vụ", "Withdrawn"),
    "reassigned": ("Giao cho cơ quan khác", "Reassigned"),
    "handed_over": ("Bàn giao cho cơ quan kế thừa", "Handed over to the successor"),
    "disputed": ("Ghi ý kiến không thống nhất", "Disputed"),
    "dispute_settled": ("Giải quyết ý kiến không thống nhất", "Dispute settled"),
}
DEEDS_EN: dict[str, str] = {
    "accepted": "Accept",
    "asked_back": "Ask back",
    "answered": "Answer",
    "amended": "Edit",
    "progress": "Report progress",
    "handed_down": "Hand down",
    "extension_asked": "Ask for an extension",
    "extension_granted": "Grant an extension",
    "extension_refused": "Refuse the extension",
    "reported": "Report done",
    "confirmed": "Confirm done",
    "returned": "Return, not done",
    "withdrawn": "Withdraw",
    "reassigned": "Give to another body",
    "handed_over": "Hand over to the successor",
    "disputed": "Note a dispute",
    "dispute_settled": "Settle the dispute",
}
"""Steps as what one is about to do; Vietnamese says both alike."""
PRIORITIES: dict[str, tuple[str, str]] = {
    "urgent": ("khẩn", "urgent"),
    "high": ("cao", "high"),
    "normal": ("thường", "normal"),
}
REPEATS: dict[str, tuple[str, str]] = {
    "": ("một lần", "once"),
    "month": ("hằng tháng", "every month"),
    "quarter": ("hằng quý", "every quarter"),
    "year": ("hằng năm", "every year"),
}
ORIGINS: dict[str, tuple[str, str]] = {
    "conclusion": ("kết luận hội nghị", "a conclusion of a conference"),
    "point": ("điểm của văn bản", "a point of a paper"),
    "finding": ("nhận định trong kiểm điểm", "a finding of a review"),
    "target": ("chỉ tiêu kế hoạch", "a target of a plan"),
    "document": ("câu trong văn bản", "a line of a paper"),
    "parent": ("nhiệm vụ cấp trên giao", "a task handed down"),
    "hand": ("giao trực tiếp", "assigned directly"),
}
FORMULAS: dict[str, tuple[str, str]] = {
    "done_of_due": (
        "đã hoàn thành ÷ (đã hoàn thành + quá hạn chưa hoàn thành)",
        "done ÷ (done + overdue and not done)",
    ),
    "on_time_of_done": ("hoàn thành đúng hạn ÷ đã hoàn thành", "done on time ÷ done"),
    "on_time_of_due": (
        "hoàn thành đúng hạn ÷ (đã hoàn thành + quá hạn chưa hoàn thành)",
        "done on time ÷ (done + overdue and not done)",
    ),
    "done_of_all": ("đã hoàn thành ÷ tổng số", "done ÷ all"),
    "overdue_of_all": ("quá hạn chưa hoàn thành ÷ tổng số", "overdue and not done ÷ all"),
}
RUNGS: dict[str, tuple[str, str]] = {
    "officer": ("người được giao", "the official"),
    "head": ("người đứng đầu cơ quan chủ trì", "the head of the lead body"),
    "assigner": ("cơ quan giao", "the assigner"),
}
ROUNDINGS: dict[str, tuple[str, str]] = {
    "half_up": ("làm tròn", "rounded half up"),
    "cut": ("cắt bớt chữ số", "cut, as the source prints it"),
}


def _word(table: dict[str, tuple[str, str]], key: str, lang: str) -> str:
    return table[key][lang == "en"]


def task_state_word(state: str, lang: str = "vi") -> str:
    """Where a task stands, in words.

    >>> task_state_word("reported")
    'đã báo xong, chờ xác nhận'
    """
    return _word(STATES, state, lang)


def standing_word(standing: str, lang: str = "vi") -> str:
    """One of the four states of Decision 42/2014, in words."""
    return _word(STANDINGS, standing, lang)


def task_step_word(kind: str, lang: str = "vi") -> str:
    """A step of a task in words."""
    return _word(STEPS, kind, lang)


def task_deed_word(kind: str, lang: str = "vi") -> str:
    """A step as its button says it.

    >>> task_deed_word("withdrawn"), task_deed_word("withdrawn", "en")
    ('Rút nhiệm vụ', 'Withdraw')
    """
    return DEEDS_EN[kind] if lang == "en" else task_step_word(kind)


def priority_word(priority: str, lang: str = "vi") -> str:
    """A priority in words."""
    return _word(PRIORITIES, priority, lang)


def repeats_word(repeats: str, lang: str = "vi") -> str:
    """How often a task comes again, in words."""
    return _word(REPEATS, repeats, lang)


def origin_word(origin: str, lang: str = "vi") -> str:
    """What a task comes from, in words."""
    return _word(ORIGINS, origin, lang)


def formula_word(formula: str, lang: str = "vi") -> str:
    """By which formula a rate is reckoned.

    >>> formula_word("done_of_all", "en")
    'done ÷ all'
    """
    return _word(FORMULAS, formula, lang)


def rounding_word(rounding: str, lang: str = "vi") -> str:
    """How a rate's last digit was come by: half_up or cut."""
    return _word(ROUNDINGS, rounding, lang)


def rung_word(rung: str, lang: str = "vi") -> str:
    """Who is told of a deadline, in words."""
    return _word(RUNGS, rung, lang)


__all__ = [
    "formula_word",
    "origin_word",
    "priority_word",
    "repeats_word",
    "rounding_word",
    "rung_word",
    "standing_word",
    "task_deed_word",
    "task_state_word",
    "task_step_word",
]
