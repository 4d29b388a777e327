"""What is wrong in the live room."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "turn.length": (
        "Thời gian phát biểu phải từ {least} giây đến {most} phút.",
        "A turn lasts from {least} seconds to {most} minutes.",
    ),
    "queue.closed": (
        "Chủ trì đang tạm dừng nhận đăng ký phát biểu; hãy đăng ký lại khi mở.",
        "The chair is not taking requests to speak for now; ask again once the queue is open.",
    ),
    "queue.already_waiting": (
        "Điểm cầu hoặc đại biểu này đã đăng ký và đang chờ đến lượt.",
        "This site or delegate has asked already and waits for its turn.",
    ),
    "queue.not_waiting": (
        "Lượt đăng ký này không còn chờ nữa: đã được mời, đã rút hoặc đã phát biểu xong.",
        "This request no longer waits: it was called, withdrawn or has been heard.",
    ),
    "queue.nobody": (
        "Không còn ai chờ phát biểu.",
        "Nobody is waiting to speak.",
    ),
    "floor.taken": (
        "{who} đang phát biểu. Hãy kết thúc lượt này trước khi mời người khác.",
        "{who} has the floor. End this turn before calling somebody else.",
    ),
    "floor.not_speaking": (
        "Lượt phát biểu này đã kết thúc rồi.",
        "This turn has already ended.",
    ),
    "screen.unknown": (
        "Không đưa được lên màn hình: hội nghị này không có nội dung đã chọn.",
        "This cannot be put on the screen: the conference has no such thing.",
    ),
    "contribution.empty": (
        "Chưa ghi nội dung ý kiến. Hãy ghi rồi lưu lại.",
        "What was said is not written down yet. Write it, then save.",
    ),
    "contribution.office": (
        "Hãy ghi chức vụ của người phát biểu.",
        "Write the office of the person who spoke.",
    ),
    "heads.count": (
        "Số người tại điểm cầu phải là số nguyên từ 0 đến {most}.",
        "The number of people at a site is a whole number from 0 to {most}.",
    ),
}
