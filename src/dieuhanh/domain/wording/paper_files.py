"""Sentences about files handed in to be read: why one is refused, and what was done with another."""

from __future__ import annotations

_REFUSED: dict[str, tuple[str, str]] = {
    "paper.too_large": (
        "Tệp có {size}, quá {limit} nên không đọc: hãy bỏ ảnh quét hoặc phụ lục không cần, rồi nộp lại.",
        "The file has {size}, over {limit}, and is not read: take out scanned pictures or appendices not needed and hand it in again.",
    ),
    "paper.one_of_two": (
        "Hãy chọn một tệp, hoặc dán nội dung: một trong hai.",
        "Choose one file, or paste the text: one of the two.",
    ),
    "paper.no_text": (
        "Không có chữ nào trong tệp: hãy kiểm tra xem đã chọn đúng tệp chưa, rồi nộp lại.",
        "There is no text in the file: check that it is the right one and hand it in again.",
    ),
    "paper.kind": (
        "Không đọc văn bản loại {suffix}: hãy lưu thành một trong các loại {known}, hoặc dán nội dung vào ô nhập.",
        "Papers of type {suffix} are not read: save it as one of {known}, or paste the text.",
    ),
    "paper.mismatch": (
        "Tên tệp ghi {suffix} nhưng nội dung là {found}: hãy mở bằng chương trình đã soạn, lưu lại đúng loại {suffix} rồi nộp.",
        "The name says {suffix} but the content is {found}: open it in the program it was written in, save it as {suffix} and hand it in.",
    ),
    "paper.mismatch_text": (
        "Tên tệp ghi {suffix} nhưng nội dung chỉ là chữ thường: hãy đổi đuôi tệp thành .txt, hoặc lưu lại đúng loại {suffix} rồi nộp.",
        "The name says {suffix} but the content is plain text: rename the file to .txt, or save it as {suffix} and hand it in.",
    ),
    "paper.mismatch_unknown": (
        "Tên tệp ghi {suffix} nhưng nội dung không phải loại ấy và không nhận ra là loại gì (có thể đã hỏng hoặc bị mã hóa): hãy mở bằng chương trình đã soạn, lưu lại rồi nộp.",
        "The name says {suffix} but the content is not of that type, nor of one known here (it may be damaged or encrypted): open it in the program it was written in, save it again and hand it in.",
    ),
    "paper.picture": (
        "Tệp là ảnh {picture}, không có chữ để đọc: hãy nộp bản .docx hoặc PDF có chữ, hoặc dán nội dung.",
        "The file is a {picture} picture and has no text to read: hand in the .docx or a PDF with text, or paste the text.",
    ),
    "paper.old_word": (
        "Tệp theo dạng Word cũ (.doc): hãy mở bằng Word hay LibreOffice rồi lưu thành .docx.",
        "The file is of the old Word format (.doc): open it in Word or LibreOffice and save it as .docx.",
    ),
    "paper.encrypted": (
        "Tệp có mật khẩu nên không đọc được: hãy bỏ mật khẩu mở tệp rồi lưu lại.",
        "The file has a password and cannot be read: remove the password to open and save it again.",
    ),
    "paper.macros": (
        "Tệp có macro nên không nhận: hãy lưu thành .docx không có macro.",
        "The file has macros and is refused: save it as .docx without macros.",
    ),
    "paper.bomb": (
        "Tệp nén phình ra đến {size} (giới hạn {limit}) nên không mở: hãy mở bằng Word hay LibreOffice, lưu lại rồi nộp.",
        "The file unpacks to {size} (limit {limit}) and is not opened: open it in Word or LibreOffice, save it again and hand that in.",
    ),
    "paper.not_word": (
        "Nội dung tệp là {found}, không phải văn bản Word: hãy nộp tệp .docx, hoặc lưu văn bản thành .docx.",
        "The content of this file is {found}, no Word document: hand in a .docx, or save the paper as .docx.",
    ),
    "paper.entities": (
        "Tệp chứa khai báo lạ (DOCTYPE) mà Word không bao giờ ghi, nên không mở: hãy chép nội dung sang một văn bản mới.",
        "The file holds a declaration (DOCTYPE) that Word never writes and is not opened: copy its text into a new document.",
    ),
    "paper.broken": (
        "Tệp hỏng hoặc bị cắt cụt: hãy mở bằng chương trình đã soạn, lưu lại rồi nộp; nếu tải về từ mạng thì tải lại.",
        "The file is broken or cut short: open it in the program it was written in, save it and hand it in; if it was downloaded, download it again.",
    ),
    "paper.binary": (
        "Tệp không phải văn bản chữ: hãy nộp tệp .docx, .pdf, .html hoặc .txt.",
        "The file is no text: hand in a .docx, .pdf, .html or .txt file.",
    ),
    "paper.encoding": (
        "Không nhận ra bảng mã của tệp: hãy lưu lại bằng UTF-8 (trong Notepad: Lưu thành, Mã hóa UTF-8).",
        "The file's encoding is not recognised: save it as UTF-8 (in Notepad: Save as, Encoding UTF-8).",
    ),
    "paper.too_long": (
        "Văn bản dài hơn {limit} ký tự nên không đọc một lần: hãy chia thành nhiều tệp.",
        "The paper is longer than {limit} characters and is not read at once: split it into several files.",
    ),
    "paper.too_heavy": (
        "Đọc tệp này tốn quá nhiều công sức của máy nên đã dừng: hãy lưu lại bằng chương trình khác, hoặc chia thành nhiều tệp.",
        "Reading this file takes more of the machine than is allowed and was stopped: save it in another program, or split it.",
    ),
    "paper.too_many_pages": (
        "Văn bản có {pages} trang, quá {limit} trang: hãy chia thành nhiều tệp.",
        "The paper has {pages} pages, over {limit}: split it into several files.",
    ),
    "paper.scanned": (
        "Tệp chỉ có ảnh quét, không có chữ để đọc: hãy nộp bản .docx hoặc PDF xuất từ văn bản, hoặc dán nội dung.",
        "The file holds scanned pictures only and no text: hand in the .docx or a PDF made from the text, or paste the text.",
    ),
    "paper.garbled": (
        "Lớp chữ của tệp PDF không đọc được (phông không có bảng chữ): hãy nộp bản .docx, hoặc dán nội dung.",
        "The text of this PDF cannot be read (its fonts do not tell their letters): hand in the .docx, or paste the text.",
    ),
}

_NOTED: dict[str, tuple[str, str]] = {
    "paper.noted_legacy": (
        "Chữ theo bảng mã cũ {encoding}: đã chuyển sang Unicode; hãy đọc lại.",
        "Text in the old encoding {encoding}: converted to Unicode; please read it over.",
    ),
    "paper.noted_pictures": (
        "Các trang {pages} chỉ có ảnh, không có chữ: nội dung ở đó chưa được đọc.",
        "Pages {pages} hold pictures only: what stands there was not read.",
    ),
    "paper.noted_wide": (
        "Có bảng quá nhiều cột: các cột cuối chưa được đọc.",
        "A table has too many columns: the last of them were not read.",
    ),
    "paper.noted_heads": (
        "Đã bỏ số trang và dòng đầu, cuối trang lặp lại ({count} dòng).",
        "Page numbers and repeated heads and feet of pages were left out ({count} lines).",
    ),
}

ERRORS: dict[str, tuple[str, str]] = _REFUSED | _NOTED

_SPOTS = {
    "vi": {
        "page": "trang",
        "paragraph": "đoạn",
        "table": "bảng",
        "row": "dòng",
        "column": "cột",
        "note": "chú thích",
    },
    "en": {
        "page": "page",
        "paragraph": "paragraph",
        "table": "table",
        "row": "row",
        "column": "column",
        "note": "note",
    },
}


def spot_text(lang: str = "vi", **parts: int | str | None) -> str:
    """Where a stretch of a paper stood, in words; parts that are not known are left out.

    >>> spot_text(page=2, table=1, row=3, column=2)
    'trang 2, bảng 1, dòng 3, cột 2'
    """
    words = _SPOTS["en" if lang == "en" else "vi"]
    return ", ".join(f"{words[name]} {at}" for name, at in parts.items() if at is not None)
