"""The signatures in a PDF that came back.

The only door to the library that checks them. Nothing is fetched: a chain of certificates is judged
by the trust roots handed in, and whether a certificate was revoked since cannot be known. We check
and never sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dieuhanh.domain.errors import BadInput
from dieuhanh.paper.apart import apart

from .roots import roots_in
from .signature import Cover, Signature, Standing, Trust

PDF_HEAD = 1024


def signatures_of(
    content: bytes, roots: Sequence[str] = (), *, now: datetime
) -> tuple[Signature, ...]:
    """The signatures of a PDF in the order in which they were made; none for one without.

    `roots` are certificates in PEM; `now` is the moment at which a certificate must be valid unless
    an authority's stamp tells when it was used. Raises BadInput("signature.not_pdf" | "paper.encrypted" |
    "paper.broken" | "paper.too_heavy" | "signature.root").
    """
    if b"%PDF-" not in content[:PDF_HEAD]:
        raise BadInput("signature.not_pdf")
    if b"/ByteRange" not in content:
        return ()  # it tells places in the file, so it is never packed away
    told = apart("pdf-signatures", content, roots=list(roots), now=now.isoformat())
    return tuple(_signature(each) for each in told)


def _signature(told: dict[str, Any]) -> Signature:
    moments = ("signed_at", "valid_from", "valid_until")
    times = {n: datetime.fromisoformat(told[n]) if told[n] else None for n in moments}
    return Signature(
        **{**told, **times, "cover": Cover(told["cover"]), "trust": Trust(told["trust"])}
    )


__all__ = ["Cover", "Signature", "Standing", "Trust", "roots_in", "signatures_of"]
