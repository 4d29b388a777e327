"""Where a question to a body stands, in words."""

from __future__ import annotations

from ..opinions import Answered

ANSWERED: dict[Answered, tuple[str, str]] = {
    Answered.WAITING: ("chưa trả lời", "no answer yet"),
    Answered.LATE: ("quá hạn trả lời", "answer overdue"),
    Answered.AGREES: ("thống nhất", "agrees"),
    Answered.OPEN: ("có ý kiến, chờ xử lý", "has an opinion, to be dealt with"),
    Answered.ACCEPTED: ("đã tiếp thu", "taken up"),
    Answered.EXPLAINED: ("đã giải trình", "explained"),
}


def answered_text(state: Answered, lang: str = "vi") -> str:
    """Where it stands.

    >>> answered_text(Answered.ACCEPTED), answered_text(Answered.LATE, "en")
    ('đã tiếp thu', 'answer overdue')
    """
    return ANSWERED[state][lang == "en"]


__all__ = ["answered_text"]
