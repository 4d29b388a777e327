"""Sentences about the signatures in a paper that came back."""

from __future__ import annotations

from collections.abc import Sequence

ERRORS: dict[str, tuple[str, str]] = {
    "signature.not_pdf": (
        "Chữ ký số chỉ kiểm tra được trong tệp PDF: hãy đưa vào bản PDF đã ký.",
        "Signatures are checked in PDF files only: hand in the signed PDF.",
    ),
    "signature.root": (
        "Tệp trong thư mục gốc tin cậy không phải chứng thư (PEM hoặc DER): hãy thay bằng chứng thư gốc, hoặc bỏ tệp đó đi.",
        "A file in the folder of trust roots is no certificate (PEM or DER): put the root's certificate there, or take the file away.",
    ),
}

_STANDINGS = {
    "valid": ("Chữ ký hợp lệ", "Valid signature"),
    "untrusted": ("Chưa xác nhận người ký", "Signer not confirmed"),
    "changed": ("Bị sửa sau khi ký", "Changed after signing"),
    "broken": ("Chữ ký không khớp", "Does not fit the content"),
}
_COVERS = {
    "whole": (
        "Đúng như khi ký; chữ ký bao trùm toàn bộ tệp.",
        "As it was signed; the signature covers the whole file.",
    ),
    "added": (
        "Sau khi ký chỉ có thêm chữ ký, dấu thời gian hoặc ô điền; nội dung không đổi.",
        "After signing only signatures, time stamps or fields were added; the content is unchanged.",
    ),
    "changed": (
        "Sau khi ký, nội dung của tệp đã bị thay đổi: hãy xin lại bản ký.",
        "After signing the content of the file was changed: ask for the signed copy again.",
    ),
    "part": (
        "Chữ ký chỉ bao trùm một phần của tệp: không dùng làm bản chính thức.",
        "The signature covers only a part of the file: do not take it for the official copy.",
    ),
}
_TRUSTS = {
    "trusted": (
        "Chứng thư do nơi được tin cậy cấp ({issuer}).",
        "The certificate was issued by one who is trusted ({issuer}).",
    ),
    "no_roots": (
        "Chưa có gốc tin cậy: chưa khai chứng thư gốc nào nên không xác nhận được người ký; nơi cấp ghi trong chứng thư: {issuer}.",
        "There is no trust root: no root certificate was named, so the signer cannot be confirmed; the certificate names {issuer} as issuer.",
    ),
    "unknown": (
        "Nơi cấp chứng thư ({issuer}) không thuộc các gốc tin cậy đã khai.",
        "The certificate's issuer ({issuer}) is none of the trust roots named.",
    ),
    "expired": (
        "Chứng thư đã hết hạn ngày {until}, và không có dấu thời gian của nơi được tin cậy chứng tỏ đã ký trước đó.",
        "The certificate expired on {until}, and no stamp of a trusted authority shows that it was signed before.",
    ),
    "not_yet": (
        "Chứng thư chưa có hiệu lực (từ {since}).",
        "The certificate is not valid yet (from {since}).",
    ),
    "revoked": ("Chứng thư đã bị thu hồi.", "The certificate was revoked."),
    "weak": (
        "Chữ ký dùng thuật toán đã lạc hậu nên không được chấp nhận.",
        "The signature uses an outdated algorithm and is not accepted.",
    ),
    "not_for_signing": (
        "Chứng thư không được cấp để ký văn bản.",
        "The certificate was not issued for signing papers.",
    ),
    "unclear": (
        "Không đọc được chữ ký hoặc chứng thư.",
        "The signature or certificate cannot be read.",
    ),
}
_TIMES = {
    True: ("theo dấu thời gian của nơi được tin cậy", "by a trusted authority's stamp"),
    False: ("theo giờ máy của người ký", "by the signer's own clock"),
}
_COPIES = {
    "none": (
        "Bản nộp không có chữ ký số: tệp không chứng tỏ ai đã ký. Có bản ký số thì nộp lại; ký tay thì giữ bản giấy để đối chiếu.",
        "The copy handed in has no digital signature: the file proves nobody's signing. Hand in the digitally signed one if there is one; of one signed by hand keep the paper to compare.",
    ),
    "changed": (
        "Bản nộp bị sửa sau khi ký: không dùng làm bản chính thức, hãy xin lại bản ký.",
        "The copy handed in was changed after signing: do not take it for the official copy, ask for it again.",
    ),
    "broken": (
        "Chữ ký số của bản nộp không khớp nội dung: không dùng làm bản chính thức, hãy xin lại bản ký.",
        "The digital signature of the copy handed in does not fit its content: do not take it for the official copy, ask for it again.",
    ),
    "unread": (
        "Không kiểm tra được chữ ký số của bản nộp.",
        "The digital signature of the copy handed in cannot be checked.",
    ),
}
_SHORT = {
    "none": ("bản nộp không có chữ ký số", "copy without digital signature"),
    "changed": ("bản nộp bị sửa sau khi ký", "copy changed after signing"),
    "broken": ("chữ ký số không khớp", "digital signature does not fit"),
    "unread": ("chưa kiểm được chữ ký số", "digital signature not checked"),
}
_PARTS = {
    "number": ("số, ký hiệu", "number and symbol"),
    "day": ("ngày ban hành", "day of issue"),
    "subject": ("trích yếu", "subject"),
}
_DIFFERS = (
    "Chữ trong bản nộp không khớp văn bản đã ban hành: {parts}. Có thể là tệp của văn bản khác.",
    "The text of the copy handed in is not that of the paper as issued: {parts}. It may be another paper's file.",
)
_NO_TEXT = (
    "Bản nộp là ảnh quét hoặc không đọc được chữ, nên chưa so được với văn bản đã ban hành.",
    "The copy handed in is a scan or its text cannot be read, so it was not compared with the paper as issued.",
)
_OTHER = ("bản nộp khác văn bản", "copy is not this paper")
REVOCATION = (
    "Hệ thống không hỏi ra ngoài, nên không biết chứng thư có bị thu hồi sau khi cấp hay không.",
    "Nothing is asked outside, so whether the certificate was revoked since is not known.",
)


def standing_text(standing: str, lang: str = "vi") -> str:
    """What a signature comes to.

    >>> standing_text("changed")
    'Bị sửa sau khi ký'
    """
    return _STANDINGS[standing][lang == "en"]


def cover_text(cover: str, lang: str = "vi") -> str:
    """What of the file the signature covers."""
    return _COVERS[cover][lang == "en"]


def trust_text(
    trust: str, lang: str = "vi", *, issuer: str = "", since: str = "", until: str = ""
) -> str:
    """Who vouches for the signer; days as they are to be shown.

    >>> trust_text("unknown", issuer="CA Mẫu")
    'Nơi cấp chứng thư (CA Mẫu) không thuộc các gốc tin cậy đã khai.'
    """
    told = issuer or ("không rõ", "not told")[lang == "en"]
    return _TRUSTS[trust][lang == "en"].format(issuer=told, since=since, until=until)


def time_text(*, stamped: bool, lang: str = "vi") -> str:
    """On whose word the time of signing rests."""
    return _TIMES[stamped][lang == "en"]


def revocation_text(lang: str = "vi") -> str:
    """What is not known of any certificate."""
    return REVOCATION[lang == "en"]


def copy_texts(found: str, differs: Sequence[str], lang: str = "vi") -> list[str]:
    """What is to be known of a signed copy that came back; nothing of one without fault.

    >>> copy_texts("signed", ["number"])
    ['Chữ trong bản nộp không khớp văn bản đã ban hành: số, ký hiệu. Có thể là tệp của văn bản khác.']
    """
    at = lang == "en"
    told = [_COPIES[found][at]] if found in _COPIES else []
    parts = [_PARTS[each][at] for each in differs if each in _PARTS]
    if parts:
        told.append(_DIFFERS[at].format(parts="; ".join(parts)))
    elif "text" in differs:
        told.append(_NO_TEXT[at])
    return told


def copy_marks(found: str, differs: Sequence[str], lang: str = "vi") -> list[str]:
    """The same in a few words, for a list.

    >>> copy_marks("changed", [])
    ['bản nộp bị sửa sau khi ký']
    """
    at = lang == "en"
    told = [_SHORT[found][at]] if found in _SHORT else []
    return told + ([_OTHER[at]] if set(differs) & set(_PARTS) else [])
