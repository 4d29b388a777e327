"""What is told about users, posts, grants, delegations and tokens that cannot be."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "people.missing": (
        "Không có người hay chức vụ ấy, hoặc không thuộc phạm vi của vai đang dùng.",
        "There is no such person or post, or it is not within this role's reach.",
    ),
    "people.own_rights": (
        "Không ai tự đổi quyền của chính mình; hãy nhờ một quản trị viên khác.",
        "Nobody changes their own rights; ask another administrator.",
    ),
    "people.days": (
        "Ngày cuối đứng trước ngày đầu; hãy sửa một trong hai.",
        "The last day lies before the first; change one of them.",
    ),
    "people.days_past": (
        "Khoảng ngày đã qua; hãy chọn ngày cuối từ hôm nay trở đi.",
        "These days are over; choose a last day from today on.",
    ),
    "people.reason": ("Hãy ghi lý do.", "Tell the reason."),
    "people.post_twice": (
        "Người này đã được ghi chức vụ “{title}” từ đúng ngày ấy; hãy sửa dòng đã có.",
        "This person holds the post “{title}” from that very day already; change that row.",
    ),
    "people.grant_needs_body": (
        "Quyền này làm thay mặt một cơ quan: hãy chọn cơ quan, để trống địa bàn.",
        "This permission is used on behalf of a body: choose the body, leave the area empty.",
    ),
    "people.grant_needs_area": (
        "Quyền này đi theo địa bàn: hãy chọn địa bàn, để trống cơ quan.",
        "This permission goes by area: choose the area, leave the body empty.",
    ),
    "people.delegate_self": (
        "Không ủy quyền cho chính người giữ chức vụ; hãy chọn người khác.",
        "A post is not delegated to its own holder; choose somebody else.",
    ),
    "people.username": (
        (
            "“{text}” không dùng làm tên đăng nhập được: chỉ chữ thường không dấu, chữ số, "
            "dấu chấm, gạch nối; từ 2 đến 80 ký tự."
        ),
        (
            "“{text}” cannot be a user name: use lower-case letters without accents, digits, dots "
            "and hyphens, 2 to 80 of them."
        ),
    ),
    "people.username_taken": (
        "Tên đăng nhập “{text}” đã có người dùng; hãy chọn tên khác.",
        "The user name “{text}” is taken; choose another.",
    ),
    "people.email_taken": (
        "Địa chỉ {text} đã thuộc một người khác; mỗi địa chỉ chỉ một người.",
        "The address {text} belongs to somebody else; an address is one person's.",
    ),
    "people.link_spent": (
        "Đường dẫn này đã dùng hoặc quá hạn; hãy xin quản trị hệ thống một đường dẫn mới.",
        "This link has been used or has run out; ask the administrator for a new one.",
    ),
    "people.identity_taken": (
        "Định danh “{text}” để trống hoặc đã gắn với một người; hãy kiểm tra lại.",
        "The identity “{text}” is empty or belongs to somebody already; check it.",
    ),
    "people.role": (
        "Không có vai “{text}”; hãy chọn một trong: {choices}.",
        "There is no role “{text}”; choose one of: {choices}.",
    ),
    "people.body_needed": (
        "Vai {role} cần một cơ quan: hãy nêu mã bằng --body.",
        "The role {role} needs a body: name its code by --body.",
    ),
    "people.token_name": ("Hãy đặt tên cho khóa.", "Give the token a name."),
    "people.token_scopes": (
        "Hãy chọn ít nhất một quyền, trong những quyền chính mình đang có.",
        "Choose at least one permission, among those you hold yourself.",
    ),
    "people.token_days": (
        "Ngày hết hạn phải từ hôm nay đến {days} ngày nữa.",
        "The last day lies between today and {days} days from now.",
    ),
}
