"""What is wrong when a plan is being made, handed down, issued or adjusted."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "document.twice": (
        "Văn bản số “{number}” của năm này đã có trong sổ.",
        "A paper numbered “{number}” of that year is in the register already.",
    ),
    "draft.missing": ("Không có dự thảo này.", "There is no such draft."),
    "draft.code": (
        "Dự thảo cần tên và mã; mã “{text}” chỉ gồm chữ thường không dấu, số và gạch nối.",
        "A draft needs a name and a code; “{text}” must be of lower-case ASCII letters, digits and hyphens.",
    ),
    "draft.code_taken": (
        "Mã “{text}” đã có kế hoạch hoặc dự thảo khác dùng: hãy chọn mã khác.",
        "Another plan or draft has the code “{text}”: choose another.",
    ),
    "draft.adjusting": (
        "“{plan}” đang có một dự thảo điều chỉnh: hãy làm tiếp trên đó, hoặc cất nó đi trước.",
        "“{plan}” has an adjustment under way: go on in that one, or set it aside first.",
    ),
    "draft.old_base": (
        "“{plan}” đã có phiên bản mới hơn phiên bản {number}: hãy mở dự thảo điều chỉnh từ phiên bản mới nhất.",
        "“{plan}” has a later version than version {number}: begin the adjustment from the latest.",
    ),
    "draft.closed": (
        "“{draft}” đã ban hành hoặc đã cất đi nên không sửa được nữa.",
        "“{draft}” has been issued or set aside and cannot be changed.",
    ),
    "draft.too_long": (
        "“{text}…” dài quá {most} ký tự: hãy viết gọn lại.",
        "“{text}…” is longer than {most} characters: shorten it.",
    ),
    "draft.uneven": (
        "Yêu cầu gửi thiếu ô: hãy tải lại trang; chữ đã gõ vẫn còn.",
        "The request lacks cells: load the page again; what was typed is still there.",
    ),
    "proposal.no_reason": (
        "Đề xuất cần có căn cứ: hãy viết một câu vì sao.",
        "A proposal needs its grounds: say why in a sentence.",
    ),
    "issue.no_document": (
        "Hãy chọn văn bản ban hành trong sổ văn bản.",
        "Choose the issuing paper from the register.",
    ),
    "issue.nothing": (
        "“{draft}” chưa có chỉ tiêu nào để ban hành.",
        "“{draft}” has no target to issue.",
    ),
    "issue.no_value": (
        "Chỉ tiêu số {no} chưa có số kế hoạch: hãy nhập số, hoặc bỏ dòng.",
        "Target {no} has no plan value yet: enter one, or remove the line.",
    ),
    "issue.no_lead": (
        "Chỉ tiêu số {no} chưa có cơ quan chủ trì: hãy chọn một cơ quan.",
        "Target {no} has no lead body: choose one.",
    ),
    "issue.no_head": (
        "Chỉ tiêu số {no} chưa ghi người đứng đầu chịu trách nhiệm (chức danh).",
        "Target {no} does not say which head answers for it (the office).",
    ),
    "issue.after_period": (
        "Ngày hiệu lực phải không sau ngày cuối của kỳ kế hoạch, {end}.",
        "It must come into force by the last day of the plan's period, {end}.",
    ),
    "issue.not_later": (
        "Ngày hiệu lực của bản điều chỉnh phải sau {latest}, ngày hiệu lực của phiên bản trước.",
        "An adjustment must come into force after {latest}, when the version before it did.",
    ),
    "issue.unchanged": (
        "“{draft}” không khác phiên bản đang có hiệu lực ở điểm nào nên không ban hành.",
        "“{draft}” differs in nothing from the version in force, so it is not issued.",
    ),
    "allocation.counts_differ": (
        "Tử số và mẫu số đã nhập cho {made}, khác tỷ lệ giao {value}: hãy sửa một trong hai.",
        "The two counts make {made}, not the rate handed down, {value}: mend one of them.",
    ),
    "allocation.no_reason": (
        "Các phần giao của chỉ tiêu số {no} ({area}) không khớp số chung: hãy sửa, hoặc ghi lý do.",
        "The parts of target {no} ({area}) do not make the whole: mend them, or give the reason.",
    ),
}
