"""What is wrong with conclusions and texts."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "conference.unknown": (
        "Không có hội nghị nào mang mã “{text}”: hãy nhập bảng hội nghị trước hoặc sửa mã.",
        "No conference has the code “{text}”: import the conferences first or mend the code.",
    ),
    "site.unknown": (
        "Hội nghị này không có điểm cầu của cơ quan “{text}”: hãy nhập điểm cầu ấy ở dòng trước.",
        "This conference has no site of the body “{text}”: import that site in a row before.",
    ),
    "agenda.unknown": (
        "Chương trình hội nghị không có mục {text}: hãy nhập chương trình trước hoặc sửa số mục.",
        "The agenda has no item {text}: import the agenda first or mend the number.",
    ),
    "contribution.unknown": (
        "Hội nghị không có ý kiến phát biểu thứ {text}: đếm theo thứ tự đã ghi.",
        "The conference has no contribution number {text}: count them as they were noted.",
    ),
    "finding.unknown": (
        "Kế hoạch của hội nghị không có nhận định “{text}”: hãy chép đúng câu trong bảng nhận định.",
        "The conference's plan has no finding “{text}”: copy the sentence as the findings have it.",
    ),
    "law.unknown_file": (
        "Thư mục law của bản cài có tệp “{name}” không dùng đến. Tên được nhận: {known}.",
        "The installation's law folder holds “{name}”, which nothing reads. Known names: {known}.",
    ),
    "law.no_scope": (
        (
            "Quy định số {entry} không ghi scope (tên tỉnh). Tệp luật của bản cài chỉ thêm quy định riêng của "
            'tỉnh: ghi ví dụ scope = "Cà Mau".'
        ),
        (
            "Provision {entry} names no scope (a province). An installation's own law file only adds its "
            'province\'s rules: write for example scope = "Cà Mau".'
        ),
    ),
    "law.term": (
        "Quy định số {number} trong tệp luật chưa đủ hoặc sai: {detail}. Xem các mục đứng trước.",
        "Provision {number} of the law file is not whole or is wrong: {detail}. See the others.",
    ),
    "finding.missing": ("Không có nhận định này.", "There is no such finding."),
    "conclusion.missing": (
        "Không có kết luận này.",
        "There is no such conclusion.",
    ),
    "conclusion.empty": (
        "Chưa có chữ nào: hãy ghi nội dung rồi lưu.",
        "Nothing is written: write the text, then save.",
    ),
    "conclusion.long": (
        "Dài {length} ký tự, tối đa {most}: hãy rút gọn hoặc tách ra.",
        "It is {length} letters long, {most} at most: shorten or split it.",
    ),
    "conclusion.link": (
        (
            "Có ý kiến, chỉ tiêu, nhận định hoặc mục chương trình không thuộc hội nghị này: "
            "hãy tải lại trang rồi chọn lại."
        ),
        (
            "A contribution, target, finding or item is not of this conference: "
            "reload the page and choose again."
        ),
    ),
    "conclusion.final": (
        "Kết luận này đã chính thức, chỉ sửa được bằng cách ghi lời mới kèm lý do.",
        "This conclusion is final: it is changed only by a new wording with its reason.",
    ),
    "conclusion.not_final": (
        "Kết luận này còn là dự thảo: hãy sửa thẳng, chưa cần ghi lời mới.",
        "This conclusion is still a draft: edit it, no new wording is needed.",
    ),
    "conclusion.dropped": (
        "Dự thảo này đã bỏ: hãy lấy lại trước khi sửa.",
        "This draft has been dropped: take it up again before editing.",
    ),
    "conclusion.none_chosen": (
        "Chưa chọn dự thảo nào còn để ngỏ: hãy chọn ít nhất một.",
        "No open draft is chosen: choose at least one.",
    ),
    "wording.no_reason": (
        "Chưa ghi vì sao sửa lời kết luận đã chính thức: hãy ghi lý do.",
        "Why a final conclusion is worded anew is not said: give the reason.",
    ),
    "wording.same": (
        "Lời mới giống hệt lời đang có: không có gì để ghi.",
        "The new wording is the one that stands: there is nothing to record.",
    ),
    "wording.newer": (
        (
            "Trong lúc bạn soạn, người khác đã ghi lời thứ {version}. Chữ bạn gõ còn nguyên bên dưới: "
            "hãy so lại rồi lưu."
        ),
        (
            "While you wrote, somebody recorded wording {version}. What you typed is still below: "
            "compare, then save."
        ),
    ),
    "text.kind": (
        "Không có loại văn bản “{text}”: hãy chọn biên bản, phát biểu hoặc thông báo kết luận.",
        "There is no text of kind “{text}”: choose minutes, a speech or the notice of conclusions.",
    ),
    "text.too_early": (
        "Hội nghị chưa khai mạc nên chưa ghi được: hãy khai mạc trước.",
        "The conference has not been opened, so this cannot be written: open it first.",
    ),
    "text.no_office": (
        "Chưa ghi ai phát biểu: hãy ghi chức vụ.",
        "Whose speech it is is not said: give the office.",
    ),
    "text.newer": (
        (
            "Trong lúc bạn soạn, người khác đã lưu bản {version}. Chữ bạn gõ còn nguyên bên dưới: "
            "hãy so với bản ấy rồi lưu."
        ),
        (
            "While you wrote, somebody saved version {version}. What you typed is still below: "
            "compare it with that one, then save."
        ),
    ),
    "text.same": (
        "Bản này giống hệt bản đang có: không có gì để lưu.",
        "This is the version that stands: there is nothing to save.",
    ),
    "photo.no_caption": (
        "Chưa có chú thích: hãy ghi ảnh cho thấy gì, người không nhìn được ảnh sẽ nghe câu này.",
        "There is no caption: say what the photo shows; whoever cannot see it hears these words.",
    ),
    "photo.many": (
        "Hội nghị đã có {most} ảnh: hãy bỏ bớt trước khi thêm.",
        "The conference has {most} photos already: take some away before adding.",
    ),
    "photo.filled": (
        "Chú thích này đã có ảnh: hãy thêm ảnh mới với chú thích riêng.",
        "This caption has its photo: add another with a caption of its own.",
    ),
    "picture.kind": (
        "Tệp không phải ảnh JPEG, PNG hoặc WebP: hãy lưu lại ảnh ở một trong ba dạng ấy.",
        "The file is no JPEG, PNG or WebP picture: save it as one of these three.",
    ),
    "picture.large": (
        "Ảnh lớn hơn {most} MB: hãy thu nhỏ rồi gửi lại.",
        "The picture is larger than {most} MB: make it smaller and send it again.",
    ),
    "picture.wide": (
        "Ảnh {width} × {height} điểm là quá rộng: hãy thu nhỏ rồi gửi lại.",
        "A picture of {width} × {height} points is too wide: make it smaller and send it again.",
    ),
}
