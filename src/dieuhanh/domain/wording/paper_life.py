"""What is told about official papers: where they stand, and what cannot be done with them."""

from __future__ import annotations

from ..papers.life import PaperState, PaperStep
from ..papers.numbering import Odd, Oddity

STATES: dict[PaperState, tuple[str, str]] = {
    PaperState.DRAFT: ("dự thảo", "draft"),
    PaperState.ASKED: ("đang lấy ý kiến", "opinions asked"),
    PaperState.SUBMITTED: ("đã trình ký", "submitted for signature"),
    PaperState.APPROVED: ("đã duyệt, chờ ban hành", "approved, to be issued"),
    PaperState.ISSUED: ("đã ban hành", "issued"),
    PaperState.CORRECTED: ("đã ban hành, có đính chính", "issued, with a correction"),
    PaperState.REPLACED: ("đã bị thay thế", "replaced"),
    PaperState.DROPPED: ("đã bỏ", "dropped"),
}
STEPS: dict[PaperStep, tuple[str, str]] = {
    PaperStep.BEGUN: ("lập dự thảo", "draft begun"),
    PaperStep.ASKED: ("lấy ý kiến", "opinions asked"),
    PaperStep.SUBMITTED: ("trình ký", "submitted for signature"),
    PaperStep.APPROVED: ("duyệt", "approved"),
    PaperStep.RETURNED: ("trả lại", "returned"),
    PaperStep.ISSUED: ("ban hành", "issued"),
    PaperStep.SIGNED: ("nhận bản đã ký", "signed copy handed in"),
    PaperStep.CORRECTED: ("được đính chính", "corrected"),
    PaperStep.REPLACED: ("được thay thế", "replaced"),
    PaperStep.DROPPED: ("bỏ dự thảo", "draft dropped"),
}
TYPES_EN: dict[str, str] = {
    "nghi-quyet": "Resolution",
    "quyet-dinh": "Decision",
    "chi-thi": "Directive",
    "quy-che": "Regulations",
    "quy-dinh": "Rules",
    "thong-cao": "Communiqué",
    "thong-bao": "Notice",
    "huong-dan": "Guidance",
    "chuong-trinh": "Programme",
    "ke-hoach": "Plan",
    "phuong-an": "Scheme",
    "de-an": "Proposal",
    "du-an": "Project",
    "bao-cao": "Report",
    "bien-ban": "Minutes",
    "to-trinh": "Submission",
    "hop-dong": "Contract",
    "cong-dien": "Official telegram",
    "ban-ghi-nho": "Memorandum",
    "ban-thoa-thuan": "Agreement",
    "giay-uy-quyen": "Letter of authority",
    "giay-moi": "Invitation",
    "giay-gioi-thieu": "Letter of introduction",
    "giay-nghi-phep": "Leave permit",
    "phieu-gui": "Dispatch slip",
    "phieu-chuyen": "Transfer slip",
    "phieu-bao": "Notification slip",
    "cong-van": "Official letter",
    "thu-cong": "Public letter",
}
"""The types of `paper.writing.rules` in English."""

ERRORS: dict[str, tuple[str, str]] = {
    "paper.missing": (
        "Không có văn bản ấy, hoặc không thuộc phạm vi của vai đang dùng.",
        "There is no such paper, or it is not within this role's reach.",
    ),
    "paper.symbol": (
        "Ký hiệu “{text}” chưa đúng: chỉ gồm chữ, số và gạch nối, ví dụ BC-UBND.",
        "The symbol “{text}” is not right: letters, digits and hyphens only, as in BC-UBND.",
    ),
    "paper.no_title": (
        "Hãy ghi trích yếu nội dung văn bản.",
        "Tell the paper's subject.",
    ),
    "paper.no_words_left": (
        "Văn bản không còn chữ nào; hãy giữ lại ít nhất một đoạn.",
        "The paper has no words left; keep at least one paragraph.",
    ),
    "paper.long": (
        "Văn bản dài {length} ký tự, nhiều nhất {most}; hãy tách phần dài thành phụ lục riêng.",
        "The paper is {length} characters long, at most {most}; make the long part an annex of its own.",
    ),
    "paper.issuer": (
        "{drafter} không soạn văn bản do {issuer} ban hành; hãy chọn chính cơ quan mình hoặc cơ quan cấp trên của mình.",
        "{drafter} drafts no paper issued by {issuer}; choose your own body or one above it.",
    ),
    "paper.not_askable": (
        "Không hỏi ý kiến “{body}” về văn bản này được: hãy chọn cơ quan đang hoạt động trong địa bàn của nơi ban hành.",
        "“{body}” cannot be asked about this paper: choose a body that stands in the issuer's area.",
    ),
    "paper.ended": (
        "Văn bản đã kết thúc quá trình soạn thảo, không làm bước này được nữa.",
        "The drafting of this paper is over; this step cannot be taken any more.",
    ),
    "paper.wrong_step": (
        "Bước này chưa làm được ở tình trạng hiện nay của văn bản; hãy tải lại trang để xem bước kế tiếp.",
        "This step cannot be taken where the paper stands; load the page anew to see what comes next.",
    ),
    "paper.no_words": ("Hãy ghi lý do.", "Tell the reason."),
    "paper.not_writable": (
        "Văn bản đã trình ký hoặc đã ban hành nên không sửa được; muốn sửa phải trả lại trước.",
        "The paper is submitted or issued and cannot be changed; it has to be returned first.",
    ),
    "paper.own": (
        "Bạn đã soạn hoặc trình văn bản này nên không tự duyệt. Hãy để người khác có quyền duyệt.",
        "You drafted or submitted this paper, so you do not approve it. Let somebody else who may approve do so.",
    ),
    "paper.newer": (
        "Trong lúc bạn soạn đã có bản {version}. Chữ bạn gõ vẫn còn ở đây: hãy đọc bản mới rồi lưu lại.",
        "While you wrote, version {version} came. What you typed is still here: read the new one, then save again.",
    ),
    "paper.same": (
        "Bản này không khác bản trước nên không lưu thành bản mới.",
        "This version is the same as the one before, so it is not kept as a new one.",
    ),
    "paper.opinions_open": (
        "Còn {count} ý kiến chưa tiếp thu hay giải trình; hãy xử lý xong rồi trình.",
        "{count} opinions are neither taken up nor explained; settle them, then submit.",
    ),
    "paper.opinions_awaited": (
        "Còn {count} cơ quan chưa trả lời mà chưa hết hạn góp ý; muốn trình ngay hãy ghi lý do.",
        "{count} bodies have not answered and their day is not over; to submit now, tell the reason.",
    ),
    "paper.number_range": (
        "Số văn bản phải từ 1 đến {most}.",
        "The number of a paper is from 1 to {most}.",
    ),
    "paper.number_taken": (
        "Số {number} đã cấp cho văn bản khác cùng loại trong năm; hãy lấy số khác.",
        "Number {number} was given to another paper of this type in the year; take another.",
    ),
    "paper.number_odd": (
        "{why} Nếu vẫn lấy số này, hãy đánh dấu xác nhận.",
        "{why_en} To take this number all the same, tick the confirmation.",
    ),
    "paper.day_to_come": (
        "Ngày ban hành không thể sau hôm nay, {today}.",
        "The day of issue cannot lie after today, {today}.",
    ),
    "paper.day_before_approval": (
        "Ngày ban hành không thể trước ngày duyệt, {approved}.",
        "The day of issue cannot lie before the approval, {approved}.",
    ),
    "paper.mends_itself": (
        "Một văn bản không tự đính chính hay thay thế chính nó.",
        "A paper does not correct or replace itself.",
    ),
    "paper.mends_draft": (
        "Chỉ đính chính hay thay thế văn bản đã ban hành và còn hiệu lực.",
        "Only a paper that is issued and in force is corrected or replaced.",
    ),
    "paper.mends_other": (
        "Văn bản đính chính hay thay thế phải do chính cơ quan đã ban hành văn bản kia ban hành.",
        "A correction or replacement is issued by the body that issued the paper it mends.",
    ),
    "paper.not_pdf": (
        "Bản đã ký phải là tệp PDF; “{name}” không phải.",
        "The signed copy has to be a PDF file; “{name}” is not.",
    ),
    "paper.other_type": (
        "Bản mới phải cùng loại văn bản với bản trước ({was}); muốn đổi loại hãy lập dự thảo khác.",
        "A new version is of the same type as the one before ({was}); begin another draft to change it.",
    ),
    "paper.not_asked": (
        "Văn bản không còn ở bước lấy ý kiến, nên không ghi thêm ý kiến được.",
        "Opinions are no longer asked on this paper, so none can be added.",
    ),
}


def state_text(state: PaperState, lang: str = "vi") -> str:
    """Where a paper stands.

    >>> state_text(PaperState.ASKED), state_text(PaperState.ASKED, "en")
    ('đang lấy ý kiến', 'opinions asked')
    """
    return STATES[state][lang == "en"]


def step_text(step: PaperStep, lang: str = "vi") -> str:
    """What happened to a paper.

    >>> step_text(PaperStep.RETURNED)
    'trả lại'
    """
    return STEPS[step][lang == "en"]


def oddity_text(odd: Oddity, lang: str = "vi") -> str:
    """What is odd about a number, as a sentence.

    >>> oddity_text(Oddity(Odd.GAP, 3, 4))
    'Các số từ 03 đến 04 bị bỏ trống.'
    >>> oddity_text(Oddity(Odd.BEHIND, 2, 2), "en")
    'It is out of order with number 02, by its day.'
    """
    first, last = f"{odd.first:02}", f"{odd.last:02}"
    one = odd.first == odd.last
    if odd.kind is Odd.GAP:
        vi = f"Số {first} bị bỏ trống." if one else f"Các số từ {first} đến {last} bị bỏ trống."
        en = f"Number {first} stays unused." if one else f"Numbers {first} to {last} stay unused."
    else:
        several = f"các số từ {first} đến {last}" if not one else f"số {first}"
        vi = f"Thứ tự số và ngày không khớp với {several} đã cấp."
        others = (
            f"numbers {first} to {last}, by their days"
            if not one
            else f"number {first}, by its day"
        )
        en = f"It is out of order with {others}."
    return en if lang == "en" else vi


__all__ = ["ERRORS", "STATES", "STEPS", "TYPES_EN", "oddity_text", "state_text", "step_text"]
