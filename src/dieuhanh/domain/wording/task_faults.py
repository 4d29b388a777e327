"""What is wrong when a task is assigned or followed up."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "task.missing": ("Không có nhiệm vụ này.", "There is no such task."),
    "programme.missing": ("Không có chương trình này.", "There is no such programme."),
    "task.law": (
        "Mục thứ {entry} trong law/tasks.toml thiếu hoặc sai “{fault}”: hãy sửa theo các mục khác trong tệp.",
        "Entry {entry} of law/tasks.toml lacks or misstates “{fault}”: mend it after the other entries of the file.",
    ),
    "task.no_law": (
        "Không có quy định nào về theo dõi nhiệm vụ có hiệu lực ngày {day}: hãy nhờ quản trị bổ sung vào law/tasks.toml.",
        "No rule on following up tasks is in force on {day}: have the administrator add it to law/tasks.toml.",
    ),
    "task.ended": (
        "Nhiệm vụ này đã kết thúc nên không làm bước này được nữa.",
        "This task has ended, so this step can no longer be taken.",
    ),
    "task.wrong_step": (
        "Nhiệm vụ đang ở trạng thái khác nên chưa làm bước này được. Hãy tải lại trang để xem các bước được làm.",
        "The task stands elsewhere, so this step cannot be taken now. Load the page again to see which can.",
    ),
    "task.no_words": (
        "Bước này cần nêu lý do. Hãy ghi lý do rồi làm lại.",
        "This step needs its reason. Write it, then do it again.",
    ),
    "task.changed": (
        "{by} vừa làm một bước với nhiệm vụ này sau khi bạn mở trang. Chưa có gì được ghi; hãy xem bước đó rồi làm lại.",
        "{by} has taken a step on this task since you opened it. Nothing was recorded; read that step, then do yours again.",
    ),
    "task.figure": (
        "“{text}” không dẫn tới số liệu nào. Hãy dán địa chỉ trang hộ chiếu của con số.",
        "“{text}” leads to no figure. Paste the address of the figure's passport.",
    ),
    "task.files": (
        "Mỗi lần đưa nhiều nhất {most} tệp.",
        "At most {most} files at a time.",
    ),
    "task.series": (
        "Đây là nhiệm vụ định kỳ: hãy làm bước này ở nhiệm vụ của từng kỳ.",
        "This is a recurring task: take this step on the task of one of its periods.",
    ),
    "task.official": (
        "Người này không giữ chức vụ nào ở cơ quan chủ trì. Hãy chọn người khác.",
        "This person holds no post at the lead body. Choose another.",
    ),
    "task.percent": (
        "Tiến độ là một số nguyên từ 0 đến 100, do cơ quan chủ trì báo.",
        "Progress is a whole number from 0 to 100, stated by the lead body.",
    ),
    "task.no_evidence": (
        "Bước này không nhận minh chứng. Gửi minh chứng cùng bước báo tiến độ hoặc báo hoàn thành.",
        "This step takes no evidence. Send it with progress, or with the report that it is done.",
    ),
    "task.no_progress": (
        "Hãy ghi tiến độ, nội dung hoặc đưa minh chứng.",
        "State a percentage, some words or evidence.",
    ),
    "task.parts_open": (
        "Còn {count} việc đã giao xuống chưa xong, nên chưa báo hoàn thành được. Hãy xác nhận hoặc rút các việc đó trước.",
        "{count} tasks handed down are still open, so this one cannot be reported done. Confirm or withdraw them first.",
    ),
    "task.extension_waits": (
        "Còn một đề nghị gia hạn chưa quyết định. Hãy cho hoặc không cho gia hạn, rồi xác nhận.",
        "An extension that was asked for waits. Grant or refuse it, then confirm.",
    ),
    "task.no_dispute": (
        "Nhiệm vụ này không có ý kiến không thống nhất nào.",
        "Nothing is disputed about this task.",
    ),
    "task.no_origin": (
        "Không có nguồn này của nhiệm vụ.",
        "There is no such thing for a task to come from.",
    ),
    "task.lead": (
        "Nơi giao không giao được nhiệm vụ cho cơ quan này, hoặc cơ quan đã kết thúc hoạt động. Hãy chọn cơ quan khác.",
        "The assigner cannot give this body a task, or the body has ended. Choose another.",
    ),
    "task.no_lead": (
        "Hãy chọn cơ quan chủ trì.",
        "Choose the lead body.",
    ),
    "task.no_title": (
        "Hãy ghi nhiệm vụ là việc gì.",
        "Write what is to be done.",
    ),
    "task.priority": (
        "“{text}” không phải mức ưu tiên (khẩn, cao, thường).",
        "“{text}” is no priority (urgent, high, normal).",
    ),
    "task.repeats": (
        "Nhiệm vụ định kỳ cần chu kỳ (tháng, quý, năm) và thời hạn của kỳ đầu.",
        "A recurring task needs its cycle (month, quarter, year) and the deadline of its first period.",
    ),
    "task.part_repeats": (
        "Việc giao xuống không đặt định kỳ được; hãy giao từng việc.",
        "A task handed down does not recur; assign each by itself.",
    ),
    "task.due_past": (
        "Thời hạn {due} đã qua. Hãy chọn một ngày từ hôm nay trở đi.",
        "The deadline {due} has passed. Choose a day from today on.",
    ),
    "task.part_after_whole": (
        "Việc giao xuống phải xong trước hoặc đúng thời hạn của nhiệm vụ cấp trên giao ({due}).",
        "A task handed down is due no later than the task it is part of ({due}).",
    ),
    "task.parts_later": (
        "Có việc đã giao xuống đến hạn sau ngày {due}. Hãy rút hoặc đẩy sớm các việc đó trước.",
        "A task handed down is due after {due}. Withdraw it or bring it forward first.",
    ),
    "task.later_is_extension": (
        "Lùi thời hạn là gia hạn: hãy dùng nút gia hạn để việc đó được tính.",
        "A later deadline is an extension: grant one, so that it is counted.",
    ),
    "task.not_ended": (
        "Cơ quan chủ trì và nơi giao vẫn hoạt động nên không có gì để bàn giao.",
        "Lead and assigner still stand, so there is nothing to hand over.",
    ),
    "task.successor": (
        "{body} có {count} cơ quan kế thừa. Hãy chọn một cơ quan trong số đó.",
        "{body} has {count} successors. Choose one of them.",
    ),
    "extension.not_asked": (
        "Chưa có đề nghị gia hạn nào đang chờ. Hãy tải lại trang.",
        "No extension waits to be decided. Load the page again.",
    ),
    "extension.no_deadline": (
        "Nhiệm vụ này không có thời hạn nên không có gì để gia hạn.",
        "This task has no deadline, so there is nothing to extend.",
    ),
    "extension.not_later": (
        "Thời hạn mới phải sau thời hạn đang có ({due}).",
        "The new deadline must come after the present one ({due}).",
    ),
    "extension.past": (
        "Thời hạn mới ({asked}) đã qua. Hãy chọn một ngày từ hôm nay trở đi.",
        "The new deadline ({asked}) has passed. Choose a day from today on.",
    ),
    "extension.too_many": (
        "Mỗi nhiệm vụ được gia hạn nhiều nhất {most} lần, và số lần đó đã dùng hết.",
        "A task may be extended at most {most} times, and these have been used.",
    ),
    "extension.too_late": (
        "Thời hạn {due} đã qua; chỉ xin gia hạn được trước khi hết hạn.",
        "The deadline {due} has passed; an extension is asked for before it does.",
    ),
}
