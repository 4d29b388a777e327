"""Sentences of the API: what is wrong with a request before its content is looked at."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "api.sign_in": (
        "Chưa rõ ai đang hỏi: gửi kèm Authorization: Bearer và mã truy cập còn hiệu lực, hoặc đăng nhập.",
        "It is not known who asks: send Authorization: Bearer with a token in force, or sign in.",
    ),
    "api.csrf": (
        "Thiếu mã chống giả mạo: gửi kèm X-CSRFToken của phiên đăng nhập, hoặc dùng mã truy cập.",
        "The forgery token is missing: send X-CSRFToken of your session, or use an access token.",
    ),
    "api.missing": (
        "Không có gì ở địa chỉ này, hoặc không dành cho bạn.",
        "There is nothing at this address, or not for you.",
    ),
    "api.method": (
        "Địa chỉ này không nhận {method}: dùng {allowed}.",
        "This address does not take {method}: use {allowed}.",
    ),
    "api.media_type": (
        "Không đọc được nội dung kiểu “{given}”: gửi {known}.",
        "Content of type “{given}” is not read: send {known}.",
    ),
    "api.too_large": (
        "Yêu cầu dài quá {limit} byte: hãy chia nhỏ.",
        "The request is longer than {limit} bytes: split it.",
    ),
    "api.too_many": (
        "Quá {limit} yêu cầu một phút: đợi {seconds} giây rồi gửi lại.",
        "More than {limit} requests a minute: wait {seconds} seconds and send again.",
    ),
    "api.not_json": (
        "Nội dung không phải JSON: {reason}.",
        "The content is not JSON: {reason}.",
    ),
    "api.not_objects": (
        "Cần một danh sách các đối tượng JSON, mỗi số liệu một đối tượng.",
        "A list of JSON objects is wanted, one for each figure.",
    ),
    "api.not_a_cell": (
        "Giá trị phải là chữ, số, đúng/sai hoặc null.",
        "The value must be text, a number, true, false or null.",
    ),
    "api.fields": (
        "Có {count} tham số hoặc trường cần sửa.",
        "{count} parameters or fields to mend.",
    ),
    "api.field": (
        "{name} chưa đúng ({reason}).",
        "{name} is not right ({reason}).",
    ),
    "api.bad_request": (
        "Không đọc được yêu cầu này: xem mô tả tại /api/v1/docs.",
        "This request cannot be read: see the description at /api/v1/docs.",
    ),
    "api.away": (
        "Cơ sở dữ liệu chưa trả lời; việc vừa gửi chưa được ghi. Hãy gửi lại sau ít giây.",
        "The database does not answer; what was sent was not recorded. Send it again in a few seconds.",
    ),
    "api.broken": (
        "Lỗi của hệ thống, không phải của bạn; chưa có gì được ghi dở. Hãy thử lại, và báo quản trị nếu còn.",
        "A fault of ours, not yours; nothing was half written. Try again, and tell the administrator if it stays.",
    ),
    "cursor.unreadable": (
        "Con trỏ trang không đọc được: dùng nguyên giá trị next của trang trước, hoặc bỏ đi để đọc từ đầu.",
        "The cursor cannot be read: use next of the page before as it is, or leave it out to begin.",
    ),
    "idempotency.key": (
        "Idempotency-Key phải là chữ ASCII in được, không quá {most} ký tự.",
        "Idempotency-Key must be printable ASCII of at most {most} characters.",
    ),
    "idempotency.other_request": (
        "Khóa “{key}” đã dùng cho một yêu cầu có nội dung khác: dùng khóa mới cho nội dung mới.",
        "The key “{key}” was used for a request of other content: use a new key for new content.",
    ),
}
