"""What can go wrong as reports are handed in, decided on, closed and corrected."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "filing.already_filed": (
        "Báo cáo này đã nộp và đang chờ duyệt; không nộp chồng. Muốn sửa, hãy rút lại trước.",
        "This report is filed and awaits approval; it is not filed twice. To change it, take it back first.",
    ),
    "filing.already_approved": (
        "Báo cáo này đã được duyệt xong. Muốn sửa số, hãy đề nghị đính chính.",
        "This report has been approved. To change a figure, ask for a correction.",
    ),
    "filing.changed_meanwhile": (
        "Có người vừa sửa báo cáo này trong lúc bạn bấm nộp; chưa nộp. Hãy xem lại rồi nộp.",
        "Somebody changed this report while you were filing it; nothing was filed. Look again, then file.",
    ),
    "filing.finding": (
        "{area}: {said}",
        "{area}: {said_en}",
    ),
    "filing.digits": (
        "{area}, “{row}”: {text} có quá nhiều chữ số để cộng chính xác. Hãy kiểm tra lại số và đơn vị tính.",
        "{area}, “{row}”: {text} has too many digits to be added exactly. Check the number and its unit.",
    ),
    "filing.not_open": (
        "Kỳ báo cáo này mở từ {day}; đến ngày đó hãy nộp. Số đã nhập được giữ nguyên.",
        "This round opens on {day}; file then. What has been entered is kept.",
    ),
    "filing.empty": (
        "Báo cáo chưa có ô nào được điền nên chưa nộp được.",
        "No cell of the report is filled in yet, so it cannot be filed.",
    ),
    "filing.unknown_cell": (
        "Biểu này không có dòng “{row}” cho địa bàn đó. Hãy tải lại biểu.",
        "This form has no row “{row}” for that area. Download the form again.",
    ),
    "filing.key_reused": (
        "Khóa này đã dùng cho lần nộp khác nội dung. Hãy gửi với khóa mới.",
        "This key was used to file other content. Send it with a new key.",
    ),
    "decision.approved_already": (
        "{by} đã duyệt báo cáo của {body} trước bạn.",
        "{by} approved the report of {body} before you.",
    ),
    "decision.returned_already": (
        "{by} đã trả lại báo cáo của {body} trước bạn.",
        "{by} returned the report of {body} before you.",
    ),
    "decision.taken_back_already": (
        "{body} đã rút báo cáo này lại để sửa.",
        "{body} took this report back to mend it.",
    ),
    "decision.not_filed": (
        "{body} chưa nộp báo cáo này.",
        "{body} has not filed this report.",
    ),
    "decision.changed": (
        "Báo cáo của {body} đã được nộp lại từ lúc bạn mở ra. Hãy xem bản mới rồi quyết định.",
        "The report of {body} was filed again since you opened it. Read the new one, then decide.",
    ),
    "decision.none": (
        "Hãy chọn ít nhất một báo cáo.",
        "Choose at least one report.",
    ),
    "return.no_reason": (
        "Hãy ghi ý kiến chung, hoặc ý kiến ở ít nhất một ô, để nơi nộp biết phải sửa gì.",
        "Write a comment, or one on at least one cell, so that the filer knows what to mend.",
    ),
    "closing.reason": (
        "Còn {count} nơi thiếu báo cáo mà chưa có lý do: {bodies}. Hãy nêu lý do cho từng nơi, hoặc lý do chung, rồi chốt.",
        "{count} missing reports have no reason: {bodies}. Give one for each, or one for all, then close.",
    ),
    "closing.not_open": (
        "Kỳ báo cáo này chưa mở nên chưa chốt được.",
        "This round has not been opened, so it cannot be closed.",
    ),
    "correction.reason": (
        "Hãy nêu lý do đính chính.",
        "Give the reason for the correction.",
    ),
    "correction.below_official": (
        "Số đang có là số chính thức; không đính chính ngược về số ước hay sơ bộ.",
        "The figure that stands is official; it is not corrected back to an estimate or a preliminary one.",
    ),
    "correction.below_preliminary": (
        "Số đang có là số sơ bộ; không đính chính ngược về số ước.",
        "The figure that stands is preliminary; it is not corrected back to an estimate.",
    ),
    "correction.status": (
        "“{text}” không phải tình trạng của số liệu (ước, sơ bộ, chính thức).",
        "“{text}” is no status of a figure (estimated, preliminary, official).",
    ),
    "correction.blank": (
        "Hãy nhập số mới, hoặc “-”, “…”, “x” khi không có số.",
        "Enter the new number, or “-”, “…”, “x” where there is none.",
    ),
    "correction.same": (
        "Số mới giống hệt số đang có, cả giá trị lẫn tình trạng. Không có gì để đính chính.",
        "The new figure equals the one that stands, value and status. There is nothing to correct.",
    ),
    "correction.not_standing": (
        "Con số này đã được thay bằng số mới hơn. Hãy mở số đang có hiệu lực rồi đính chính.",
        "This figure has been replaced by a newer one. Open the one that stands and correct that.",
    ),
    "correction.books_changed": (
        "Từ lúc xem trước đến nay sổ đã thay đổi nên chưa đính chính gì. Hãy xem lại những gì sẽ đổi dưới đây rồi xác nhận.",
        "The books have changed since the preview, so nothing was corrected. Look at what would change below, then confirm.",
    ),
    "correction.day": (
        "Ngày nguồn nêu phải từ {first} đến {last}.",
        "The day its source stated it must lie between {first} and {last}.",
    ),
    "correction.pair": (
        "Số này là tỷ lệ của hai số; hãy nhập “tử số/mẫu số”, ví dụ 1.234/2.000.",
        "This figure is a ratio of two numbers; enter “numerator/denominator”, e.g. 1.234/2.000.",
    ),
}
STATES: dict[str, tuple[str, str]] = {
    "draft": ("đang nhập", "being entered"),
    "submitted": ("đã nộp, chờ duyệt", "filed, awaiting approval"),
    "returned": ("bị trả lại", "returned"),
    "approved": ("đã duyệt", "approved"),
}
STEPS: dict[str, tuple[str, str]] = {
    "filed": ("Nộp", "Filed"),
    "approved": ("Duyệt", "Approved"),
    "returned": ("Trả lại", "Returned"),
    "taken_back": ("Rút lại", "Taken back"),
}


def state_word(state: str, lang: str = "vi") -> str:
    """A submission's state in words.

    >>> state_word("returned")
    'bị trả lại'
    """
    return STATES[state][lang == "en"]


def step_word(kind: str, lang: str = "vi") -> str:
    """A step of a submission in words."""
    return STEPS[kind][lang == "en"]


__all__ = ["ERRORS", "STATES", "STEPS", "state_word", "step_word"]
