"""What is told where a paper cannot be composed from the books."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "compose.kind": (
        "“{kind}” không phải loại văn bản soạn được từ sổ; các loại là {known}.",
        "“{kind}” is no kind of paper that is composed from the books; there are {known}.",
    ),
    "compose.of": (
        "Không có “{of}” để soạn văn bản này: chọn trong danh sách.",
        "There is no “{of}” to compose this paper from: choose one of the list.",
    ),
    "compose.version": (
        "Quyết định giao chỉ tiêu soạn từ một phiên bản kế hoạch, gõ như sau: {known}.",
        "A decision assigning targets is composed from a version of a plan, written so: {known}.",
    ),
    "compose.body": (
        "Không có cơ quan nào mang mã “{body}”: công văn đôn đốc soạn cho một cơ quan, theo mã của cơ quan, hoặc cho tất cả (tat-ca). Cơ quan còn nhiệm vụ quá hạn: {known}.",
        "No body has the code “{body}”: a letter urges the overdue tasks of one body, by its code, or of all (tat-ca). Bodies with overdue tasks: {known}.",
    ),
    "compose.not_held": (
        "Không có “{of}” để soạn văn bản này; soạn được từ: {known}.",
        "There is no “{of}” to compose this paper from; it can be made from {known}.",
    ),
    "compose.nothing_assigned": (
        "Sổ chưa có mức kế hoạch của chỉ tiêu nào trong {plan}: chưa thể soạn quyết định giao chỉ tiêu. Còn thiếu: {left}.",
        "The books hold no plan value of any target of {plan}, so no decision can assign them. Missing: {left}.",
    ),
    "compose.ending": (
        "Không biết tệp “{file}” là loại gì: đặt tên tệp kết thúc bằng {known}.",
        "“{file}” does not tell what to write: end its name in {known}.",
    ),
    "compose.issuer": (
        "Không rõ cơ quan ban hành “{body}”: nêu mã cơ quan ban hành (với lệnh: --issuer).",
        "The issuing body “{body}” is not known: name its code (at the command line: --issuer).",
    ),
    "compose.nothing_late": (
        "Đến ngày {day} không có nhiệm vụ nào quá hạn để đôn đốc.",
        "Nothing was overdue on {day}, so there is nothing to urge.",
    ),
    "compose.future": (
        "Ngày {day} chưa đến: sổ chỉ biết đến hôm nay, {today}.",
        "The day {day} is yet to come: the books know no more than today, {today}.",
    ),
    "compose.nothing_yet": (
        "Kỳ kế hoạch kết thúc ngày {end}; đến ngày {day} chưa có số thực hiện nào của kỳ trong sổ để báo cáo.",
        "The plan's period ends on {end}; on {day} the books hold no figure of it to report.",
    ),
    "compose.meeting_over": (
        "“{name}” đã họp ngày {day}: giấy mời chỉ soạn trước hội nghị.",
        "“{name}” was held on {day}: invitations are composed before a conference.",
    ),
    "compose.no_conclusions": (
        "“{name}” chưa có kết luận chính thức: soạn thông báo sau khi kết luận được duyệt.",
        "“{name}” has no final conclusions yet: compose the notice once they are.",
    ),
    "compose.typed": (
        "Có {count} phần đã được sửa tay trong văn bản này. Chọn giữ chữ đã sửa hay lấy theo sổ ở từng phần.",
        "{count} parts of this paper were edited by hand. Choose of each whether the words typed or the books stay.",
    ),
    "compose.moved": (
        "Sổ hoặc văn bản vừa đổi thêm trong lúc bạn chọn. Xem lại các phần dưới đây rồi chọn.",
        "The books or the paper changed once more while you chose. Look at the parts below and choose again.",
    ),
    "compose.unchanged": (
        "Sổ không có gì khác so với lần soạn trước; chữ đã sửa vẫn nguyên, không có bản mới.",
        "The books tell nothing otherwise than before; what was typed stands, and there is no new version.",
    ),
    "compose.drafter": (
        "Không soạn được thay cho cơ quan “{body}”: chọn cơ quan mà bạn được soạn văn bản.",
        "You may not draft in the name of “{body}”: choose a body you may draft for.",
    ),
}

__all__ = ["ERRORS"]
