"""What is wrong when a conference is prepared or closed."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "conference.missing": ("Không có hội nghị này.", "There is no such conference."),
    "conference.not_open": (
        "Hội nghị chưa khai mạc hoặc đã bế mạc nên việc này không làm được nữa.",
        "The conference has not been opened or has been closed: this cannot be done now.",
    ),
    "conference.closed": (
        "Hội nghị đã bế mạc, không sửa được nữa. Điều cần bổ sung thì ghi vào biên bản.",
        "The conference is closed and cannot be changed. Add what is missing to the minutes.",
    ),
    "conference.opened": (
        "Hội nghị đang họp rồi; vào Phòng họp để theo dõi.",
        "The conference is already open; follow it in the meeting room.",
    ),
    "conference.no_site": (
        "Chưa có điểm cầu nào nên chưa khai mạc được. Lập điểm cầu trước.",
        "There is no site yet, so the conference cannot open. Add sites first.",
    ),
    "conference.floor_held": (
        "Còn người đang phát biểu. Kết thúc lượt phát biểu rồi hãy bế mạc.",
        "Somebody still has the floor. End that turn before closing.",
    ),
    "conference.vote_open": (
        "Còn cuộc biểu quyết chưa kết thúc. Kiểm phiếu hoặc hủy rồi hãy bế mạc.",
        "A ballot is still open. Count it or void it before closing.",
    ),
    "conference.video": (
        "“{text}” không phải địa chỉ http hoặc https nên không dùng làm đường dẫn video được.",
        "“{text}” is not an http or https address, so it cannot be the video link.",
    ),
    "conference.name": (
        "Hội nghị phải có tên. Ghi tên như sẽ in trên giấy mời.",
        "A conference needs a name. Write it as the invitation will print it.",
    ),
    "conference.ends_before": (
        "Giờ kết thúc dự kiến phải sau giờ bắt đầu. Sửa lại một trong hai.",
        "The planned end must come after the beginning. Change one of the two.",
    ),
    "site.twice": (
        "{body} đã có điểm cầu ở hội nghị này.",
        "{body} already has a site at this conference.",
    ),
    "site.parent": (
        "Điểm cầu cấp trên không thuộc hội nghị này.",
        "The site above does not belong to this conference.",
    ),
    "site.was_heard": (
        (
            "Không bỏ được “{site}”: điểm cầu này hoặc điểm cầu trực thuộc đã đăng ký phát biểu, có ý kiến "
            "được ghi hoặc đã được biểu quyết, nên phải ở lại trong sổ."
        ),
        (
            "“{site}” cannot be removed: it, or a site below it, has asked to speak, was noted or could "
            "vote, so it stays in the books."
        ),
    ),
    "site.is_present": (
        (
            "Không bỏ được “{site}”: {n} điểm cầu trong đó đang kết nối hoặc đã báo số người dự. Chỉ bỏ "
            "được điểm cầu không có ai dự."
        ),
        (
            "“{site}” cannot be removed: {n} of its sites are connected or have told how many people are "
            "there. Only a site nobody attends can be removed."
        ),
    ),
    "site.has_delegates": (
        (
            "Không bỏ được “{site}”: còn {n} người được mời ngồi tại đó. Chuyển họ sang điểm cầu khác ở trang "
            "Đại biểu rồi bỏ."
        ),
        (
            "“{site}” cannot be removed: {n} of those invited sit there. Move them to another site on the "
            "page of delegates first."
        ),
    ),
    "site.last": (
        "Không bỏ được “{site}”: hội nghị đang họp phải còn ít nhất một điểm cầu.",
        "“{site}” cannot be removed: a meeting under way keeps at least one site.",
    ),
    "site.removed": (
        "Điểm cầu này vừa được bỏ khỏi hội nghị. Tải lại trang để xem các điểm cầu còn lại.",
        "This site has just been removed from the conference. Load the page again to see the others.",
    ),
    "site.name": ("Điểm cầu phải có tên.", "A site needs a name."),
    "delegate.office": (
        "Đại biểu phải có chức vụ. Ghi như sẽ in trên giấy mời.",
        "A delegate needs an office. Write it as the invitation will print it.",
    ),
    "delegate.site": (
        "Điểm cầu của đại biểu không thuộc hội nghị này.",
        "The delegate's site does not belong to this conference.",
    ),
    "agenda.title": ("Nội dung chương trình phải có tên.", "An agenda item needs a title."),
    "agenda.minutes": (
        "Thời lượng là số phút từ 1 đến {most}; chưa biết thì để trống.",
        "The time is 1 to {most} minutes; leave it empty if not known.",
    ),
    "agenda.foreign": (
        "Chỉ tiêu hay nhận định này không thuộc kế hoạch mà hội nghị kiểm điểm.",
        "This target or finding does not belong to the plan the conference reviews.",
    ),
    "agenda.no_plan": (
        "Hội nghị chưa gắn với kế hoạch nào. Chọn kế hoạch ở trang Sửa thông tin trước.",
        "The conference has no plan yet. Choose one on the page that changes it.",
    ),
    "paper.twice": (
        "Tài liệu này đã có ở nội dung ấy.",
        "This paper is laid before that item already.",
    ),
    "paper.title": (
        "Tài liệu tải lên phải có tên.",
        "An uploaded paper needs a title.",
    ),
    "opinion.not_draft": (
        "Chỉ lấy ý kiến về tài liệu được ghi là dự thảo.",
        "Opinions are asked only on a paper marked as a draft.",
    ),
    "opinion.past": (
        "Hạn góp ý {due} đã qua. Chọn từ hôm nay trở đi.",
        "The day {due} has passed. Choose today or later.",
    ),
    "opinion.nobody": (
        "Chưa chọn cơ quan nào để lấy ý kiến.",
        "No body is chosen to be asked.",
    ),
    "opinion.words": (
        "Không thống nhất thì ghi rõ ý kiến: điểm nào, sửa thế nào.",
        "Who does not agree says which point and how it should read.",
    ),
    "opinion.reply": (
        "Ghi rõ đã tiếp thu thế nào, hoặc giải trình vì sao không tiếp thu.",
        "Say how it was taken up, or explain why it was not.",
    ),
    "delegate.replaced": (
        "Đã có người đi thay, nên không ghi thêm trả lời cho người được thay.",
        "Somebody stands in already: no other answer is noted for the one replaced.",
    ),
    "delegate.reason": (
        "Báo vắng thì ghi lý do.",
        "An absence needs its reason.",
    ),
    "site.expected": (
        "“{text}” không phải số người. Ghi một số từ 0 đến {most}.",
        "“{text}” is not a number of people. Write a number from 0 to {most}.",
    ),
    "invitation.late": (
        (
            "Giấy mời phải gửi trước ngày họp ít nhất {needed} ngày làm việc, chậm nhất ngày {last}. "
            "Mời gấp thì nêu lý do."
        ),
        (
            "Invitations are sent at least {needed} working days before, by {last} at the latest. "
            "A later one needs a reason."
        ),
    ),
    "invitation.past": (
        "Ngày họp {day} đã qua nên không gửi giấy mời được. Sửa lại ngày họp.",
        "The day of the meeting, {day}, has passed. Change the day first.",
    ),
}
