"""Agreement asked and given, in words: what is wrong, what is asked, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from dieuhanh.domain.ballots import MORE_THAN_HALF, TWO_THIRDS, Result
from dieuhanh.domain.numbers import half_up, write

ERRORS: dict[str, tuple[str, str]] = {
    "ballot.no_question": (
        "Hãy ghi nội dung xin biểu quyết.",
        "Write what is put to the vote.",
    ),
    "ballot.long_question": (
        "Nội dung biểu quyết dài quá {most} ký tự; hãy rút gọn, phần còn lại để trong tài liệu.",
        "The question is over {most} characters; shorten it and leave the rest to the papers.",
    ),
    "ballot.options": (
        "Cần từ 2 đến {most} phương án, mỗi phương án một dòng, không trùng nhau. Phương án đầu là phương án xin thông qua.",
        "Give 2 to {most} options, one a line, no two alike. The first is the one asked to be agreed to.",
    ),
    "ballot.long_option": (
        "Phương án “{option}…” dài quá {most} ký tự; hãy rút gọn.",
        "The option “{option}…” is over {most} characters; shorten it.",
    ),
    "ballot.share": (
        "{share}% không dùng được: tỷ lệ dự họp là số nguyên từ 0 đến 100, tỷ lệ thông qua từ 1 đến 100.",
        "{share}% cannot be used: the quorum is a whole number from 0 to 100, the threshold from 1 to 100.",
    ),
    "ballot.mode": (
        "Hãy chọn hình thức biểu quyết: công khai, ghi tên hoặc phiếu kín; theo điểm cầu hoặc theo đại biểu.",
        "Choose how the vote is given: open, named or secret; by site or by delegate.",
    ),
    "ballot.item": (
        "Mục chương trình đã chọn không thuộc hội nghị này hoặc đã bị bỏ. Hãy chọn lại.",
        "The agenda item chosen is not of this conference or was taken off. Choose again.",
    ),
    "ballot.nobody": (
        "Chưa ai được biểu quyết: chưa có điểm cầu nào kết nối hoặc đăng ký, hay chưa có đại biểu nào đăng ký dự. Hãy điểm danh rồi mở lại.",
        "Nobody could vote: no site is connected or registered, or no delegate has registered. Register them, then open it again.",
    ),
    "ballot.few": (
        "Chỉ có {count} người được bỏ phiếu. Phiếu kín cần ít nhất {least}: ít hơn thì kết quả tự nó cho biết ai chọn gì. Hãy biểu quyết công khai.",
        "Only {count} could vote. A secret ballot needs at least {least}: with fewer the count itself tells who chose what. Hold an open one.",
    ),
    "ballot.one_at_a_time": (
        "Đang có một nội dung chờ biểu quyết. Hãy kết thúc nội dung đó trước khi mở nội dung khác.",
        "A question is being voted on. End it before you open another.",
    ),
    "ballot.not_open": (
        "Nội dung này không còn nhận biểu quyết: đã kết thúc hoặc đã hủy.",
        "This question takes no more votes: it was counted or declared void.",
    ),
    "ballot.not_sure": (
        "Phiếu kín bỏ rồi không đổi được. Chương trình gửi “sure”: true để xác nhận.",
        "A secret vote cannot be changed once cast. Send “sure”: true to confirm it.",
    ),
    "ballot.no_choice": (
        "Hãy chọn một trong các phương án.",
        "Choose one of the options.",
    ),
    "ballot.key_gone": (
        "Máy chủ này không có khóa của hòm phiếu nên không nhận và không kiểm phiếu được. Người chủ trì hủy lượt này rồi mở lượt mới.",
        "This server lacks the key of the urn, so votes can be neither taken nor counted. Whoever runs the meeting declares this ballot void and opens a new one.",
    ),
    "ballot.urn": (
        "Hòm phiếu của lượt biểu quyết {ballot} đã bị sửa từ bên ngoài nên không mở được. Hãy hủy lượt này và báo người quản trị.",
        "The urn of ballot {ballot} was altered from outside and cannot be opened. Declare the ballot void and tell the administrator.",
    ),
    "ballot.no_reason": (
        "Hãy ghi lý do hủy lượt biểu quyết này.",
        "Give the reason why this ballot is void.",
    ),
    "ballot.long_reason": (
        "Lý do dài quá {most} ký tự; hãy rút gọn.",
        "The reason is over {most} characters; shorten it.",
    ),
}
OPTIONS_EN = {"Tán thành": "Agree", "Không tán thành": "Disagree", "Không có ý kiến": "Abstain"}
MODES: dict[str, tuple[str, str]] = {
    "open": ("công khai", "open"),
    "named": ("ghi tên", "named"),
    "secret": ("phiếu kín", "secret"),
}
VOTERS: dict[str, tuple[str, str]] = {
    "site": ("điểm cầu", "sites"),
    "delegate": ("đại biểu", "delegates"),
}
STATES: dict[str, tuple[str, str]] = {
    "open": ("đang biểu quyết", "under way"),
    "closed": ("đã kiểm", "counted"),
    "void": ("đã hủy", "void"),
}
VOID: dict[str, tuple[str, str]] = {
    "void.too_few": (
        "Chưa đủ ba người bỏ phiếu kín: công bố kết quả là cho biết ai chọn gì, nên không kiểm.",
        "Fewer than three cast a secret vote: to tell the count would be to tell who chose what, so there is none.",
    ),
    "void.restored": (
        "Sổ sách được khôi phục từ bản sao lưu trong lúc bỏ phiếu; khóa hòm phiếu không nằm trong bản sao lưu nào. Hãy mở lượt mới.",
        "The books were restored from a backup while the vote ran; the key of an urn is in no backup. Open a new ballot.",
    ),
}
SHARES: dict[int, tuple[str, str]] = {
    MORE_THAN_HALF: ("quá nửa", "more than half"),
    TWO_THIRDS: ("ít nhất hai phần ba", "at least two thirds"),
    100: ("tất cả", "all"),
}


def mode_word(mode: str, lang: str = "vi") -> str:
    """How a vote is given."""
    return MODES[mode][lang == "en"]


def voters_word(by: str, lang: str = "vi") -> str:
    """Who answers."""
    return VOTERS[by][lang == "en"]


def ballot_state_word(state: str, lang: str = "vi") -> str:
    """Where a ballot stands."""
    return STATES[state][lang == "en"]


def void_words(note: str, lang: str = "vi") -> str:
    """Why a ballot is void: the chair's own words, or a reason of the machine's.

    >>> void_words("Hỏi lại cho rõ hơn")
    'Hỏi lại cho rõ hơn'
    """
    return VOID[note][lang == "en"] if note in VOID else note


def share_words(per_cent: int, lang: str = "vi") -> str:
    """A share as it is read.

    >>> share_words(50), share_words(67), share_words(75), share_words(50, "en")
    ('quá nửa', 'ít nhất hai phần ba', 'ít nhất 75%', 'more than half')
    """
    if per_cent in SHARES:
        return SHARES[per_cent][lang == "en"]
    return f"{'at least' if lang == 'en' else 'ít nhất'} {per_cent}%"


def per_cent_of(part: int, whole: int, lang: str = "vi") -> str:
    """A part of a whole in per cent, half up to one decimal; nothing of nothing is 0%.

    >>> per_cent_of(98, 111), per_cent_of(0, 0)
    ('88,3%', '0%')
    """
    if whole == 0:
        return "0%"
    return f"{write(half_up(Fraction(100 * part, whole), 1), 'en' if lang == 'en' else 'vi')}%"


def option_label(option: str, lang: str = "vi") -> str:
    """An option as it is shown; only those of every ballot are known in English.

    >>> option_label("Tán thành", "en"), option_label("Phương án 2", "en")
    ('Agree', 'Phương án 2')
    """
    return OPTIONS_EN.get(option, option) if lang == "en" else option


def option_words(option: str, part: int, whole: int, lang: str = "vi") -> str:
    """An option with its votes, as minutes tell it.

    >>> option_words("Tán thành", 98, 111)
    'Tán thành 98/111, đạt 88,3%'
    """
    word = "that is" if lang == "en" else "đạt"
    return f"{option} {part}/{whole}, {word} {per_cent_of(part, whole, lang)}"


def outcome_words(result: Result, options: Sequence[str], lang: str = "vi") -> str:
    """What came of it, in one sentence.

    >>> from dieuhanh.domain.ballots import result_of
    >>> outcome_words(result_of([98, 13], could=111, quorum=50, threshold=50), ["Tán thành", "Không"])
    'Thông qua: tán thành 98/111, đạt 88,3%.'
    >>> outcome_words(result_of([5, 5], could=10, quorum=50, threshold=50), ["Tán thành", "Không"])
    'Chưa thông qua: tán thành 5/10, đạt 50,0%; số phiếu cao nhất ngang nhau, người chủ trì quyết định theo quy chế.'
    """
    english = lang == "en"
    if not result.quorum_met:
        turnout = f"{result.voted}/{result.could} ({per_cent_of(result.voted, result.could, lang)})"
        said = "No decision: only {} took part." if english else "Không đủ số người tham gia: {}."
        return said.format(turnout)
    head = {True: ("Thông qua", "Agreed"), False: ("Chưa thông qua", "Not agreed")}
    named = option_label(options[0], lang)
    first = named[:1].lower() + named[1:]
    told = option_words(first, result.counts[0], result.voted, lang)
    tie = ""
    if result.tied:
        tie = "; the most votes are shared, the chair decides by the rules of procedure" if english else (
            "; số phiếu cao nhất ngang nhau, người chủ trì quyết định theo quy chế"
        )  # fmt: skip
    return f"{head[result.passed][english]}: {told}{tie}."


__all__ = [
    "ERRORS",
    "MODES",
    "VOTERS",
    "ballot_state_word",
    "mode_word",
    "option_label",
    "option_words",
    "outcome_words",
    "per_cent_of",
    "share_words",
    "void_words",
    "voters_word",
]
