"""A signed PDF that comes back is told as it is: whose, when, changed since, vouched for by whom."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from hypothesis import given, settings
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.signatures import cover_text, standing_text, trust_text
from dieuhanh.paper.signed import Cover, Standing, Trust, roots_in, signatures_of
from tests.paper.paper_files import locked_pdf, pdf, says, word
from tests.paper.signing import BODY, NOW, Holder, added_to, holder, signed


@pytest.fixture(scope="module")
def authority() -> Holder:
    """Who vouches for the tests' signers."""
    return holder("Nơi cấp chứng thư Mẫu")


@pytest.fixture(scope="module")
def office(authority: Holder) -> Holder:
    """A signer that the authority vouches for."""
    return holder("Văn phòng Mẫu", by=authority)


@pytest.fixture(scope="module")
def paper(office: Holder) -> bytes:
    """A paper the office signed."""
    return signed(pdf("Văn bản mẫu đã ký."), office)


def test_a_signature_that_holds(paper: bytes, authority: Holder) -> None:
    (one,) = signatures_of(paper, [authority.pem], now=NOW)
    assert (one.signer, one.organisation, one.issuer) == (
        "Văn phòng Mẫu", BODY, "Nơi cấp chứng thư Mẫu",
    )  # fmt: skip
    assert (one.signed_at, one.stamped) == (NOW, False)
    assert (one.intact, one.cover, one.trust) == (True, Cover.WHOLE, Trust.TRUSTED)
    assert one.standing is Standing.VALID


def test_without_trust_roots_nobody_is_confirmed(paper: bytes) -> None:
    (one,) = signatures_of(paper, now=NOW)
    assert (one.intact, one.trust, one.standing) == (True, Trust.NO_ROOTS, Standing.UNTRUSTED)
    assert trust_text(one.trust, issuer=one.issuer).startswith("Chưa có gốc tin cậy")


def test_a_stranger_and_one_who_signs_for_himself_are_not_trusted(
    paper: bytes, authority: Holder
) -> None:
    (one,) = signatures_of(paper, [holder("Nơi khác").pem], now=NOW)
    assert (one.trust, one.standing) == (Trust.UNKNOWN, Standing.UNTRUSTED)
    (own,) = signatures_of(signed(pdf("a"), holder("Tự ký")), [authority.pem], now=NOW)
    assert own.trust is not Trust.TRUSTED


def test_a_byte_changed_breaks_it(paper: bytes, authority: Holder) -> None:
    at = paper.index(b"\n%\x80") + 2
    changed = paper[:at] + b"\x81" + paper[at + 1 :]
    (one,) = signatures_of(changed, [authority.pem], now=NOW)
    assert (one.intact, one.standing) == (False, Standing.BROKEN)


def test_content_added_after_signing_is_seen(paper: bytes, authority: Holder) -> None:
    (one,) = signatures_of(added_to(paper), [authority.pem], now=NOW)
    assert (one.intact, one.trust) == (True, Trust.TRUSTED)
    assert (one.cover, one.standing) == (Cover.CHANGED, Standing.CHANGED)


def test_a_second_signature_changes_nothing(paper: bytes, authority: Holder) -> None:
    twice = signed(paper, holder("Văn thư Mẫu", by=authority), name="Ky2", at=NOW + timedelta(1))
    first, second = signatures_of(twice, [authority.pem], now=NOW)
    assert (first.cover, first.standing) == (Cover.ADDED, Standing.VALID)
    assert (second.signer, second.cover) == ("Văn thư Mẫu", Cover.WHOLE)


@pytest.mark.parametrize(
    ("days", "signs", "trust"),
    [
        ((-100, -10), True, Trust.EXPIRED),
        ((10, 20), True, Trust.NOT_YET),
        ((-30, 365), False, Trust.NOT_FOR_SIGNING),
    ],
)
def test_a_certificate_that_does_not_serve(
    authority: Holder, days: tuple[int, int], signs: bool, trust: Trust
) -> None:
    weak = holder(f"Không dùng được {trust}", by=authority, days=days, signs=signs)
    (one,) = signatures_of(signed(pdf("a"), weak), [authority.pem], now=NOW)
    assert (one.intact, one.trust, one.standing) == (True, trust, Standing.UNTRUSTED)


def test_a_trusted_stamp_shows_that_it_was_signed_in_time(authority: Holder) -> None:
    old = holder("Nay hết hạn", by=authority, days=(-10, 10))
    stamp = holder("Dấu thời gian Mẫu", by=authority, days=(-10, 365))
    paper = signed(pdf("a"), old, stamp=stamp)
    (one,) = signatures_of(paper, [authority.pem], now=NOW + timedelta(60))
    assert (one.stamped, one.signed_at, one.trust) == (True, NOW, Trust.TRUSTED)
    (bare,) = signatures_of(signed(pdf("a"), old), [authority.pem], now=NOW + timedelta(60))
    assert (bare.stamped, bare.trust) == (False, Trust.EXPIRED)
    stranger = holder("Dấu thời gian lạ", by=holder("Nơi lạ"))
    forged = signed(pdf("a"), old, stamp=stranger)
    (told,) = signatures_of(forged, [authority.pem], now=NOW + timedelta(60))
    assert (told.stamped, told.trust) == (False, Trust.EXPIRED)


def test_a_paper_without_signature_has_none() -> None:
    assert signatures_of(pdf("Chưa ký."), now=NOW) == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (word(says("a")), "signature.not_pdf"),
        (b"%PDF-1.7 /ByteRange", "paper.broken"),
        (locked_pdf() + b"% /ByteRange", "paper.encrypted"),
    ],
    ids=["Word", "torn", "locked"],
)
def test_what_cannot_be_checked_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        signatures_of(content, now=NOW)
    assert refused.value.code == code
    assert message(refused.value)


@given(
    st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=9)), max_size=6
    )
)
@settings(deadline=None, max_examples=12)
def test_a_damaged_paper_is_told_or_refused(changes: list[tuple[float, bytes]]) -> None:
    root = holder("Nơi cấp chứng thư Mẫu")
    content = bytearray(signed(pdf("Văn bản mẫu đã ký."), holder("Văn phòng Mẫu", by=root)))
    whole = bytes(content)
    for place, piece in changes:
        at = int(place * len(content))
        content[at : at + len(piece)] = piece
    try:
        told = signatures_of(bytes(content), [root.pem], now=NOW)
    except BadInput as fault:
        told = ()
        assert_told(fault)
    valid = [one for one in told if one.standing is Standing.VALID]
    assert not valid or signed_part(bytes(content)) == signed_part(whole)


def assert_told(fault: BadInput) -> None:
    assert message(fault, "vi") != message(fault, "en")


def signed_part(content: bytes) -> bytes:
    """What the signature covers: all but the signature itself."""
    start = content.index(b"/Contents <")
    return content[:start] + content[content.index(b">", start) :]


def test_roots_are_read_from_a_folder(tmp_path: Path, authority: Holder) -> None:
    assert roots_in(None) == []
    assert roots_in(tmp_path / "khong-co") == []
    other = holder("Nơi khác")
    (tmp_path / "mau.pem").write_text(f"Gốc\n{authority.pem}{other.pem}", "utf-8")
    der = other.certificate.public_bytes(serialization.Encoding.DER)
    (tmp_path / "khac.cer").write_bytes(der)
    (tmp_path / "ghi-chu.txt").write_text("không phải chứng thư", "utf-8")
    found = roots_in(tmp_path)
    assert len(found) == 3
    paper = signed(pdf("a"), holder("Văn phòng khác", by=other))
    assert [one.trust for one in signatures_of(paper, found, now=NOW)] == [Trust.TRUSTED]
    (tmp_path / "hong.pem").write_text("-----BEGIN CERTIFICATE-----", "utf-8")
    with pytest.raises(BadInput) as refused:
        roots_in(tmp_path)
    assert (refused.value.code, refused.value.place.file) == ("signature.root", "hong.pem")


def test_a_root_that_is_no_certificate_is_named(paper: bytes) -> None:
    torn = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
    with pytest.raises(BadInput) as refused:
        signatures_of(paper, [torn], now=NOW)
    assert refused.value.code == "signature.root"


def test_every_standing_has_its_words() -> None:
    for lang in ("vi", "en"):
        assert len({standing_text(each, lang) for each in Standing}) == len(Standing)
        assert len({cover_text(each, lang) for each in Cover}) == len(Cover)
        assert len({trust_text(each, lang) for each in Trust}) == len(Trust)
