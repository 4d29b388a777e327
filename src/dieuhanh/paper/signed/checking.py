"""Signatures checked by pyHanko, in a process apart. Each is told as plain values."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from asn1crypto import pem, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import SignatureCoverageLevel, async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from dieuhanh.domain.errors import BadInput

from .signature import Cover, Trust

HARMLESS = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}
TRUST = {
    "EXPIRED": Trust.EXPIRED,
    "OUT_OF_BOUNDS_NO_POE": Trust.EXPIRED,
    "OUT_OF_BOUNDS_NOT_REVOKED": Trust.EXPIRED,
    "NOT_YET_VALID": Trust.NOT_YET,
    "NO_CERTIFICATE_CHAIN_FOUND": Trust.UNKNOWN,
    "NO_SIGNING_CERTIFICATE_FOUND": Trust.UNKNOWN,
    "CERTIFICATE_CHAIN_GENERAL_FAILURE": Trust.UNKNOWN,
    "REVOKED_NO_POE": Trust.REVOKED,
    "REVOKED_CA_NO_POE": Trust.REVOKED,
    "REVOKED": Trust.REVOKED,
    "CRYPTO_CONSTRAINTS_FAILURE": Trust.WEAK,
    "CRYPTO_CONSTRAINTS_FAILURE_NO_POE": Trust.WEAK,
    "CHAIN_CONSTRAINTS_FAILURE": Trust.NOT_FOR_SIGNING,
    "SIG_CONSTRAINTS_FAILURE": Trust.NOT_FOR_SIGNING,
}
MOST = 50


def check(content: bytes, *, roots: list[str], now: str) -> list[dict[str, Any]]:
    """Every signature's values by name, moments in ISO.

    Raises BadInput("paper.encrypted" | "paper.broken" | "signature.root").
    """
    logging.disable(logging.CRITICAL)
    moment = datetime.fromisoformat(now).astimezone(UTC)
    try:
        trusted = list(_roots(roots))
    except ValueError as error:
        raise BadInput("signature.root") from error
    try:
        reader = PdfFileReader(io.BytesIO(content), strict=False)
        if reader.encrypted:
            raise BadInput("paper.encrypted")
        found = list(reader.embedded_regular_signatures)[:MOST]
    except (PdfError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise BadInput("paper.broken") from error
    return [asyncio.run(_told(each, trusted, moment)) for each in found]


def _roots(texts: list[str]) -> Iterator[x509.Certificate]:
    for text in texts:
        for _, _, der in pem.unarmor(text.encode(), multiple=True):
            root = x509.Certificate.load(der)
            if root.subject.native and root.public_key:  # a certificate is parsed only when asked
                yield root


async def _told(embedded: Any, roots: list[x509.Certificate], moment: datetime) -> dict[str, Any]:
    """One signature; what cannot be read of it counts against it."""
    told: dict[str, Any] = {
        "signer": "", "organisation": "", "issuer": "", "signed_at": None, "stamped": False,
        "valid_from": None, "valid_until": None, "intact": False, "cover": Cover.PART,
        "trust": Trust.UNCLEAR,
    }  # fmt: skip
    try:
        told |= _who(embedded.signer_cert)
        status = await _status(embedded, roots, moment)
        stamp = status.timestamp_validity
        if stamp is not None and stamp.intact and stamp.valid and stamp.trusted:
            told["stamped"] = True
            # What a trusted authority saw at that moment is judged as of it.
            status = await _status(embedded, roots, stamp.timestamp)
        told |= _when(status, stamped=told["stamped"])
        told["intact"] = status.intact and status.valid
        told["cover"] = _cover(status)
        told["trust"] = _trust(status, roots, moment)
    except (SignatureValidationError, PdfError, ValueError, KeyError, TypeError) as error:
        told["trust"] = Trust.WEAK if "algorithm" in str(error).lower() else Trust.UNCLEAR
    return told


async def _status(embedded: Any, roots: list[x509.Certificate], moment: datetime) -> Any:
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=moment)
    return await async_validate_pdf_signature(embedded, context)


def _who(certificate: x509.Certificate) -> dict[str, Any]:
    """The names in a certificate, and between which days it holds."""
    subject, issuer = certificate.subject.native, certificate.issuer.native
    validity = certificate["tbs_certificate"]["validity"]
    return {
        "signer": _name(subject, "common_name") or certificate.subject.human_friendly[:300],
        "organisation": _name(subject, "organization_name")
        or _name(subject, "organizational_unit_name"),
        "issuer": _name(issuer, "common_name") or _name(issuer, "organization_name"),
        "valid_from": validity["not_before"].native.astimezone(UTC).isoformat(),
        "valid_until": validity["not_after"].native.astimezone(UTC).isoformat(),
    }


def _name(names: dict[str, Any], part: str) -> str:
    told = names.get(part, "")
    return (", ".join(map(str, told)) if isinstance(told, list) else str(told))[:300]


def _when(status: Any, *, stamped: bool) -> dict[str, Any]:
    at = status.timestamp_validity.timestamp if stamped else status.signer_reported_dt
    if at is None:
        return {}
    return {"signed_at": (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat()}


def _cover(status: Any) -> Cover:
    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return Cover.WHOLE
    if status.coverage is not SignatureCoverageLevel.ENTIRE_REVISION:
        return Cover.PART
    harmless = status.modification_level in HARMLESS and status.docmdp_ok
    return Cover.ADDED if harmless else Cover.CHANGED


def _trust(status: Any, roots: list[x509.Certificate], moment: datetime) -> Trust:
    if not roots:
        return Trust.NO_ROOTS
    if status.trusted:
        return Trust.TRUSTED
    if status.signing_cert["tbs_certificate"]["validity"]["not_before"].native > moment:
        return Trust.NOT_YET
    problem = status.trust_problem_indic
    if problem is None:
        return Trust.REVOKED if status.revoked else Trust.UNKNOWN
    return TRUST.get(problem.name, Trust.UNCLEAR)


__all__ = ["check"]
