"""Sentences about recording changes of areas and bodies."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "change.no_document": (
        "Chưa ghi văn bản quyết định: mọi thay đổi địa bàn, cơ quan đều phải có văn bản.",
        "No paper is named: every change of areas or bodies rests on one.",
    ),
    "change.before_count": (
        "Đang chọn {found}, cần {wanted} (sáp nhập từ 2 trở lên, chia tách và đổi tên đúng 1): hãy chọn lại.",
        "{found} are chosen, {wanted} are needed (a merge takes 2 or more, a split or rename exactly 1): choose again.",
    ),
    "change.after_count": (
        "Ghi {found} nơi nhận, cần {wanted} (chia tách từ 2 trở lên, sáp nhập và đổi tên đúng 1, giải thể không có): hãy sửa.",
        "{found} heirs are given, {wanted} are needed (a split has 2 or more, a merge or rename exactly 1, an abolition none): mend it.",
    ),
    "change.twice": (
        "Mã {named} có hai lần: hãy bỏ một.",
        "Code {named} stands twice: take one out.",
    ),
    "change.heir_unnamed": (
        "Mỗi nơi nhận phải có mã và tên.",
        "Each heir needs a code and a name.",
    ),
    "change.weight_unasked": (
        "Chỉ chia tách mới có tỷ trọng: hãy bỏ tỷ trọng.",
        "Only a split has shares: take them out.",
    ),
    "change.weights_missing": (
        "Tỷ trọng phải ghi cho mọi nơi nhận, hoặc không ghi cho nơi nào (khi đó số liệu quy đổi để trống).",
        "State a share for every heir or for none (restated figures are then left empty).",
    ),
    "change.weight_range": (
        "Tỷ trọng phải lớn hơn 0 và nhỏ hơn 1, thí dụ 0,4.",
        "A share is more than 0 and less than 1, such as 0.4.",
    ),
    "change.weights_sum": (
        "Các tỷ trọng cộng lại bằng {sum}, phải đúng bằng 1.",
        "The shares add to {sum}; they must make exactly 1.",
    ),
    "change.weights_unsourced": (
        "Tỷ trọng phải ghi nguồn: văn bản hay số liệu nào nêu nó.",
        "Shares need a source: which paper or figure states them.",
    ),
    "change.ended_already": (
        "{name} đã được ghi kết thúc ngày {day}: không ghi thay đổi lần nữa. Nếu lần ghi trước sai, hãy bãi bỏ nó.",
        "{name} is recorded as ended on {day}: it cannot change again. If that was a mistake, take that change back.",
    ),
    "change.split_with_parts": (
        "{name} còn {count} địa bàn trực thuộc, phải nói từng nơi về đâu: hãy nhập bằng mẫu `areas` và `successions`.",
        "{name} has {count} areas below it, and each must be told where it goes: import the templates `areas` and `successions`.",
    ),
    "change.heir_stands": (
        "Mã {named} đang là {name}, không nằm trong những nơi kết thúc: hãy chọn thêm {name}, hoặc dùng mã khác.",
        "Code {named} is {name}, which is not among those that end: choose {name} too, or another code.",
    ),
    "change.kind_unknown": (
        "Loại “{kind}” không có: hãy chọn một trong {choices}.",
        "There is no kind “{kind}”: choose one of {choices}.",
    ),
    "change.moved_meanwhile": (
        "Sổ đã thay đổi từ lúc xem trước: hãy xem lại rồi mới ghi.",
        "The books changed since the preview: look again before recording.",
    ),
    "change.in_use": (
        "Không bãi bỏ được: {name} đã có dữ liệu ({what}). Hãy ghi một thay đổi mới cho đúng.",
        "It cannot be taken back: {name} has data by now ({what}). Record a new change that sets it right.",
    ),
    "change.taken_back": (
        "Thay đổi này đã được bãi bỏ, hoặc chính nó là một lần bãi bỏ.",
        "This change was taken back already, or is itself the taking back of one.",
    ),
    "change.no_reason": (
        "Hãy ghi lý do bãi bỏ.",
        "Say why it is taken back.",
    ),
    "change.missing": (
        "Không có thay đổi này.",
        "There is no such change.",
    ),
}
