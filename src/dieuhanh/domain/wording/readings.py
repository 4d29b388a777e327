"""Sentences about papers that were read and what of them enters the books."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "reading.missing": (
        "Không có bản đọc này, hoặc bạn không được xem.",
        "There is no such reading, or not for you.",
    ),
    "reading.decided": (
        "{who} vừa quyết định mục này lúc {at} ({outcome}); quyết định ấy đứng. Hãy tải lại trang để xem.",
        "{who} has just decided this at {at} ({outcome}); that decision stands. Reload the page to see it.",
    ),
    "reading.in_books": (
        "Mục này đã được {who} nhận vào sổ; hãy sửa ở nơi nó đã vào.",
        "{who} has already taken this into the books; correct it where it went.",
    ),
    "reading.not_rejected": (
        "Chỉ mục đã loại mới mở lại được.",
        "Only what was rejected can be opened again.",
    ),
    "reading.no_title": (
        "Chưa ghi trích yếu hoặc tên bài: hãy ghi rồi đưa văn bản vào sổ.",
        "The title is missing: write it, then enter the paper in the register.",
    ),
    "reading.no_paper": (
        "Văn bản này chưa vào sổ nên số liệu và nhiệm vụ chưa có căn cứ: hãy đưa văn bản vào sổ (ngày, nơi ban hành) rồi nhận.",
        "The paper is not in the register yet, so nothing can cite it: enter it (date, issuer) and accept then.",
    ),
    "reading.no_date": (
        "Văn bản chưa có ngày ban hành nên không biết số được nêu từ ngày nào: hãy ghi ngày ở sổ văn bản.",
        "The paper has no date, so it is not known since when the figure is stated: write the date in the register.",
    ),
    "reading.no_source": (
        "Chưa chọn nơi nêu số liệu: hãy chọn cơ quan hoặc tờ báo nêu con số này.",
        "Who states the figure is not chosen: choose the body or publication.",
    ),
    "reading.no_indicator": (
        "Chưa chọn chỉ tiêu thống kê cho con số này: hãy chọn trong danh mục.",
        "No indicator is chosen for this figure: choose one from the catalogue.",
    ),
    "reading.no_period": (
        "Chưa rõ kỳ của con số: hãy ghi kỳ, ví dụ 2021, 2021-Q3 hoặc “9 tháng năm 2021”.",
        "The period of the figure is not known: write it, such as 2021, 2021-Q3 or “9 tháng năm 2021”.",
    ),
    "reading.not_figure": (
        "Mục này không phải số thực hiện nên không thành số liệu: chỉ tiêu kế hoạch được nhận ở trang lập kế hoạch từ văn bản.",
        "This is no result and becomes no figure: targets are taken on the page that makes a plan of the paper.",
    ),
    "reading.no_match": (
        "Chưa khớp văn bản nào trong sổ: hãy bấm Sửa để chọn hoặc đăng ký văn bản này.",
        "No paper of the register fits: press Correct to choose one or register this paper.",
    ),
    "reading.no_lead": (
        "Chưa khớp cơ quan chủ trì nào: hãy bấm Sửa để chọn.",
        "No lead body fits: press Correct to choose one.",
    ),
    "reading.no_right": (
        "Bạn đọc được mục này nhưng không có quyền nhận nó vào sổ.",
        "You may read this, and may not take it into the books.",
    ),
    "reading.changed": (
        "Điều sẽ ghi đã khác điều bạn vừa xem (nguồn, kỳ hoặc văn bản vừa được sửa): hãy xem lại rồi nhận.",
        "What would be written is no longer what you saw (source, period or paper were changed): look again, then accept.",
    ),
    "reading.twice": (
        "Hai dòng cùng một chỉ tiêu ({name}): hãy bỏ chọn một dòng hoặc chọn chỉ tiêu khác.",
        "Two rows are of one indicator ({name}): untick one or choose another indicator.",
    ),
    "reading.none_chosen": (
        "Chưa chọn mục nào: hãy chọn ít nhất một mục.",
        "Nothing is chosen: choose at least one.",
    ),
    "reading.elsewhere": (
        "Số của kỳ trước hoặc của nơi khác: hãy bấm Sửa, ghi đúng kỳ và địa bàn rồi nhận.",
        "A figure of an earlier period or of elsewhere: press Correct, say its period and area, then accept.",
    ),
    "reading.no_area": (
        "Số của một địa bàn hoặc cơ quan chưa nhận ra trong sổ: hãy bấm Sửa, ghi mã địa bàn rồi nhận.",
        "A figure of an area or body not known by that name: press Correct, give the area's code, then accept.",
    ),
    "reading.other_place": (
        "Câu này nói về {area}, không phải địa bàn của bản đọc: nếu đúng là số của địa bàn này, hãy bấm Sửa, ghi mã địa bàn rồi nhận.",
        "This is told of {area}, not of the area this was read for: if it is that area's after all, press Correct, give its code, then accept.",
    ),
    "reading.not_below": (
        "Cơ quan bạn đại diện không giao nhiệm vụ cho {lead} được: hãy bấm Sửa để chọn cơ quan khác, hoặc để Văn phòng giao.",
        "None of the bodies you act for may give {lead} a task: press Correct to choose another, or leave it to the office.",
    ),
    "reading.kind": (
        "Mục này không nhận theo cách ấy được: hãy tải lại trang.",
        "This cannot be taken in that way: reload the page.",
    ),
    "wording.empty": (
        "Cách gọi chưa có chữ nào: hãy ghi tên chỉ tiêu như trong văn bản.",
        "The wording holds no word: write the indicator's name as the paper has it.",
    ),
    "wording.missing": (
        "Không có cách gọi này, hoặc đã bỏ.",
        "There is no such wording, or it is put away.",
    ),
    "period.words": (
        "Không đọc được kỳ “{text}”: hãy ghi như 2021, 2021-Q3, 2021-07 hoặc “9 tháng năm 2021”.",
        "The period “{text}” cannot be read: write it as 2021, 2021-Q3, 2021-07 or “9 tháng năm 2021”.",
    ),
}
OUTCOMES: dict[str, tuple[str, str]] = {
    "waiting": ("chờ quyết định", "waiting"),
    "accepted": ("đã nhận", "accepted"),
    "corrected": ("đã nhận, có sửa", "accepted, corrected"),
    "rejected": ("đã loại", "rejected"),
    "reopened": ("mở lại", "opened again"),
}
KINDS: dict[str, tuple[str, str]] = {
    "claim": ("số liệu, chỉ tiêu", "figure or target"),
    "person": ("người", "person"),
    "document": ("văn bản được dẫn", "cited document"),
    "task": ("nhiệm vụ", "task"),
    "scoreboard": ("số chỉ tiêu đạt", "tally of targets"),
}
ROLES: dict[str, tuple[str, str]] = {
    "actual": ("thực hiện", "result"),
    "plan": ("kế hoạch", "plan"),
    "previous": ("kỳ trước", "earlier"),
    "benchmark": ("nơi khác, cả nước", "elsewhere"),
}
BOUNDS: dict[str, tuple[str, str]] = {
    "at_least": ("ít nhất", "at least"),
    "at_most": ("không quá", "at most"),
    "about": ("khoảng", "about"),
    "more_than": ("trên", "more than"),
    "less_than": ("dưới", "less than"),
}
REASONS: dict[str, tuple[str, str]] = {
    "same": ("tên trùng với danh mục", "the catalogue's own name"),
    "learned": (
        "cách gọi đã học từ lần nhận trước",
        "a wording learned from an earlier acceptance",
    ),
    "words": ("tên gần giống", "a similar name"),
    "number": ("trùng loại, số, ký hiệu", "the same type and number"),
    "other_date": ("trùng số, khác ngày", "the same number, another date"),
    "post_title": ("trùng họ tên và chức vụ", "the same name and office"),
    "post_name": ("trùng họ tên, khác chức vụ", "the same name, another office"),
    "body_name": ("đúng tên cơ quan", "the body's own name"),
    "body_short": ("tên viết tắt của cơ quan", "the body's short name"),
    "body_within": ("cơ quan của địa bàn này", "the body of this area"),
    "body_alike": ("tên cơ quan gần giống", "a similar name of a body"),
}
_ASKS = {
    "at_least": ("ít nhất {low}", "at least {low}"),
    "more_than": ("trên {low}", "more than {low}"),
    "at_most": ("không quá {low}", "at most {low}"),
    "less_than": ("dưới {low}", "less than {low}"),
    "equal": ("đúng {low}", "exactly {low}"),
    "about": ("khoảng {low}", "about {low}"),
    "between": ("từ {low} đến {high}", "from {low} to {high}"),
}
_OF_WHAT = {
    "level": ("", ""),
    "increase": ("tăng thêm ", "up by "),
    "decrease": ("giảm ", "down by "),
    "growth": ("tăng trưởng ", "growth of "),
    "cumulative": ("cộng dồn cả kỳ ", "in the whole period "),
    "average": ("bình quân ", "on average "),
}


def target_sentence(
    name: str, rule: tuple[str, str], values: tuple[str, str], unit: str, lang: str = "vi"
) -> str:
    """A target in a sentence, by its kind and comparator.

    >>> target_sentence("Thu ngân sách", ("level", "at_least"), ("5.478", ""), "tỷ đồng")
    'Thu ngân sách: ít nhất 5.478 tỷ đồng'
    >>> target_sentence("Tỷ lệ hộ nghèo", ("decrease", "between"), ("0,3", "0,5"), "điểm %")
    'Tỷ lệ hộ nghèo: giảm từ 0,3 đến 0,5 điểm %'
    """
    said = word(_ASKS, rule[1], lang).format(low=values[0], high=values[1])
    return f"{name}: {word(_OF_WHAT, rule[0], lang)}{said}" + ("" if unit == "%" else " ") + unit


def word(of: dict[str, tuple[str, str]], code: str, lang: str) -> str:
    """The word of a code in a language; the code itself where none is known."""
    return of[code][lang == "en"] if code in of else code


def reason_text(match: dict[str, object], lang: str) -> str:
    """Why a record of the books is suggested."""
    return word(REASONS, str(match.get("reason", "")), lang)


__all__ = [
    "BOUNDS",
    "ERRORS",
    "KINDS",
    "OUTCOMES",
    "REASONS",
    "ROLES",
    "reason_text",
    "target_sentence",
    "word",
]
