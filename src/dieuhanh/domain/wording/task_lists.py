"""What is wrong when tasks are imported, filtered or counted, and when programmes are made."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "programme.no_name": (
        "Chương trình chưa có tên: hãy ghi tên như trong văn bản.",
        "The programme has no name: write it as the paper has it.",
    ),
    "programme.code_taken": (
        "Mã “{text}” đã có chương trình khác dùng: hãy chọn mã khác.",
        "Another programme has the code “{text}”: choose another.",
    ),
    "programme.ballot_elsewhere": (
        "Biểu quyết không thuộc hội nghị đã chọn: hãy chọn lại hội nghị hoặc biểu quyết.",
        "The ballot is not of the conference chosen: choose the conference or the ballot again.",
    ),
    "programme.ballot_not_passed": (
        "Biểu quyết “{question}” chưa kết thúc hoặc không được thông qua, nên chưa thể ghi là căn cứ của chương trình.",
        "The ballot “{question}” is not closed or did not pass, so no programme rests on it.",
    ),
    "point.none": (
        "Chưa có điểm nào: dán mỗi điểm một dòng, ví dụ “1. Thu ngân sách …”.",
        "There is no point: paste one a line, such as “1. Budget revenue …”.",
    ),
    "point.number_twice": (
        "Điểm số {number} đã có: hãy đổi số của dòng này hoặc bỏ dòng.",
        "There is a point {number} already: change this line's number or leave it out.",
    ),
    "point.empty": (
        "Điểm phải có số (tối đa {most} ký tự) và nội dung: hãy ghi cả hai.",
        "A point has a number (at most {most} characters) and words: write both.",
    ),
    "point.missing": ("Không có điểm này.", "There is no such point."),
    "point.has_tasks": (
        "Điểm {number} đã có nhiệm vụ thực hiện, không thể ghi là không cần giao nhiệm vụ; hãy thu hồi nhiệm vụ trước.",
        "Point {number} has a task, so it cannot be marked as asking for none; withdraw the task first.",
    ),
    "filter.days": (
        "Hạn từ ngày {first} lại sau hạn đến ngày {last}: hãy đổi một trong hai ngày.",
        "The first day, {first}, comes after the last, {last}: change one of them.",
    ),
    "filter.unknown": (
        "Không có lựa chọn “{text}”; chọn một trong: {known}.",
        "There is no choice “{text}”; choose one of: {known}.",
    ),
    "filter.no_name": (
        "Bộ lọc cần một tên ngắn (tối đa {most} ký tự): hãy ghi tên rồi giữ lại.",
        "A kept filter has a short name (at most {most} characters): write it and keep again.",
    ),
    "filter.too_many": (
        "Bạn đã giữ {most} bộ lọc: hãy bỏ bớt một bộ lọc cũ trước.",
        "You keep {most} filters already: drop an old one first.",
    ),
    "filter.missing": ("Không có bộ lọc này.", "There is no such filter."),
    "score.missing": ("Không có phiếu điểm này.", "There is no such scorecard."),
    "task_table.no_such": (
        "Không có nhiệm vụ mã “{text}”: để trống mã nếu là nhiệm vụ mới, mã do hệ thống đặt.",
        "There is no task “{text}”: leave the code empty for a new task, the system sets it.",
    ),
    "task_table.differs": (
        "“{label}” khác với sổ, đang ghi là “{held}”: nhiệm vụ đã giao thì sửa trên trang của nhiệm vụ, ở đây giữ như trong sổ.",
        "“{label}” is not what the books say, “{held}”: an assigned task is changed on its page; keep it as in the books here.",
    ),
    "task_table.not_yours": (
        "Bạn không giao nhiệm vụ thay {body}: hãy ghi cơ quan bạn được giao thay.",
        "You assign no tasks for {body}: name a body you assign for.",
    ),
    "task_table.body_ended": (
        "{text} không còn hoạt động: hãy ghi cơ quan kế thừa.",
        "{text} no longer stands: name the body that answers for it.",
    ),
    "task_table.programme": (
        "Không có chương trình “{text}”: hãy ghi mã của một chương trình đã lập, hoặc để trống.",
        "There is no programme “{text}”: give the code of one that is set up, or leave it empty.",
    ),
    "task_table.parent": (
        "Nhiệm vụ con được giao trên trang của nhiệm vụ mẹ, không giao bằng bảng: hãy bỏ dòng này.",
        "A part of a task is handed down on the whole's page, not by a table: leave the row out.",
    ),
    "task_table.origin": (
        "Nguồn gốc “{kind}” với “{text}” không tìm thấy: ghi như mã hội nghị/số kết luận, mã văn bản/số điểm, mã kế hoạch/phiên bản/số thứ tự, mã văn bản; để trống cả hai nếu giao trực tiếp.",
        "Nothing is found for “{kind}” and “{text}”: write conference/number, paper/number of the point, plan/version/number of the target, or the paper's code; leave both empty for a task by hand.",
    ),
    "task_table.repeats": (
        "Nhiệm vụ lặp lại được giao trên trang Giao nhiệm vụ: hãy để trống cột này.",
        "A recurring task is assigned on the page for it: leave this column empty.",
    ),
    "task_table.too_long": (
        "Dài {found} ký tự, nhiều nhất là {most}: hãy rút gọn, phần còn lại ghi ở cột Nội dung.",
        "{found} characters long, at most {most} are kept: shorten it and put the rest in the text.",
    ),
    "task_table.assigned_later": (
        "Ngày giao {day} chưa tới: hãy ghi hôm nay hoặc một ngày trước đó.",
        "The day assigned, {day}, is still to come: write today or an earlier day.",
    ),
    "task_table.due_before": (
        "Hạn {due} trước ngày giao {day}: hãy sửa một trong hai ngày.",
        "Due on {due}, before it was assigned on {day}: correct one of the two.",
    ),
    "task_table.told": (
        "“{label}” do hệ thống tính: với nhiệm vụ mới hãy để trống.",
        "“{label}” is told by the system: leave it empty for a new task.",
    ),
    "task_table.name": (
        "Tên “{text}” không phải của cơ quan có mã bên cạnh ({body}): hãy sửa mã hoặc xóa tên.",
        "“{text}” is not the body of the code beside it ({body}): correct the code or clear the name.",
    ),
    "task_table.no_file": (
        "Chưa chọn tệp: hãy chọn một tệp .xlsx hoặc .csv theo mẫu.",
        "No file was chosen: choose an .xlsx or .csv file made from the template.",
    ),
    "task_table.no_rows": (
        "Bảng không có dòng nào dưới dòng tên cột: hãy điền mỗi nhiệm vụ một dòng.",
        "The table has no row under its heads: write one task a row.",
    ),
}
