"""A signature of a PDF: whose, when, over what, and who vouches for the signer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Cover(StrEnum):
    """What of the file a signature covers."""

    WHOLE = "whole"
    ADDED = "added"
    """All of it as it was signed; since then only signatures, stamps of time or fields came."""
    CHANGED = "changed"
    """All of it as it was signed; since then the document itself was changed."""
    PART = "part"
    """Not even all of what was there: a trick, or a program's fault."""


class Trust(StrEnum):
    """Whether the signer's certificate leads to a root that the installation trusts."""

    TRUSTED = "trusted"
    NO_ROOTS = "no_roots"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    REVOKED = "revoked"
    WEAK = "weak"
    NOT_FOR_SIGNING = "not_for_signing"
    UNCLEAR = "unclear"


class Standing(StrEnum):
    """What a signature comes to, in one word."""

    VALID = "valid"
    UNTRUSTED = "untrusted"
    """The content is as signed, but nobody vouches for the signer."""
    CHANGED = "changed"
    BROKEN = "broken"
    """The signature does not fit the content, or cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature. `signed_at` (UTC) is the signer's own word unless `stamped` by an authority."""

    signer: str
    organisation: str = ""
    issuer: str = ""
    signed_at: datetime | None = None
    stamped: bool = False
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    intact: bool
    cover: Cover
    trust: Trust

    @property
    def standing(self) -> Standing:
        """The worst that is true of it comes first."""
        if not self.intact or self.cover is Cover.PART:
            return Standing.BROKEN
        if self.cover is Cover.CHANGED:
            return Standing.CHANGED
        return Standing.VALID if self.trust is Trust.TRUSTED else Standing.UNTRUSTED
