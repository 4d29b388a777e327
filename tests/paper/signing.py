"""A certificate authority of the tests' own, and papers signed with its certificates.

Names are of nobody; the keys live as long as the process.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

NOW = datetime(2022, 1, 20, 3, tzinfo=UTC)
BODY = "ỦY BAN NHÂN DÂN TỈNH MẪU"


@dataclass(frozen=True)
class Holder:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

    @property
    def pem(self) -> str:
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode()

    @property
    def known(self) -> asn1_x509.Certificate:
        der = self.certificate.public_bytes(serialization.Encoding.DER)
        return asn1_x509.Certificate.load(der)

    @property
    def private(self) -> keys.PrivateKeyInfo:
        der = self.key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return keys.PrivateKeyInfo.load(der)


@cache
def holder(
    name: str, *, by: Holder | None = None, days: tuple[int, int] = (-30, 365), signs: bool = True
) -> Holder:
    """A certificate valid these days from now; issued by itself unless `by` is told."""
    stamps = name.startswith("Dấu thời gian")
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    # The tests' stamper of time knows RSA alone.
    key = (
        rsa.generate_private_key(65537, 2048) if stamps else ec.generate_private_key(ec.SECP256R1())
    )
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, BODY),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    built = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days[0]))
        .not_valid_after(NOW + timedelta(days[1]))
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
        .add_extension(_usage(authority=by is None, signs=signs), critical=True)
    )
    if stamps:
        stamping = x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.TIME_STAMPING])
        built = built.add_extension(stamping, critical=True)
    return Holder(built.sign(by.key if by else key, hashes.SHA256()), key)


def _usage(*, authority: bool, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority, content_commitment=signs and not authority,
        key_encipherment=False, data_encipherment=False, key_agreement=not signs,
        key_cert_sign=authority, crl_sign=authority, encipher_only=False, decipher_only=False,
    )  # fmt: skip


def signed(
    content: bytes,
    by: Holder,
    *,
    name: str = "Ky1",
    at: datetime = NOW,
    stamp: Holder | None = None,
) -> bytes:
    """The PDF signed once more, at that moment by the signer's word, or by a stamp of time."""
    signer: Any = signers.SimpleSigner(
        signing_cert=by.known, signing_key=by.private, cert_registry=SimpleCertificateStore()
    )
    stamper = DummyTimeStamper(stamp.known, stamp.private, fixed_dt=at) if stamp else None
    look = signers.PdfSignatureMetadata(
        field_name=name, md_algorithm="sha256", subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED
    )

    class At(signers.PdfSigner):  # type: ignore[misc]
        def init_signing_session(self, *args: Any, **options: Any) -> Any:
            session = super().init_signing_session(*args, **options)
            session.system_time = at
            return session

    made: Any = At(look, signer, timestamper=stamper)
    out: Any = made.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(content)))
    return bytes(out.getvalue())


def added_to(content: bytes) -> bytes:
    """The PDF with a line drawn on its page after it was signed, the old bytes kept."""
    from pyhanko.pdf_utils import generic  # noqa: PLC0415 - slow to load

    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    page = writer.root["/Pages"]["/Kids"][0]
    drawn = generic.StreamObject(stream_data=b"0 0 m 9 9 l S")
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(drawn)])
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
