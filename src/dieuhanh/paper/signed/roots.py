"""The certificates an installation trusts, kept as files in one folder."""

from __future__ import annotations

import re
import ssl
from pathlib import Path

from dieuhanh.domain.errors import BadInput, Place

SUFFIXES = {".pem", ".crt", ".cer", ".der"}
MAX_BYTES = 256 * 1024
MOST = 200
_PEM = re.compile(r"-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----")


def roots_in(folder: Path | None) -> list[str]:
    """Every certificate in the folder's files, as PEM; none for no folder.

    Raises BadInput("signature.root"), located at the file, for a file that holds no certificate.
    """
    if folder is None or not folder.is_dir():
        return []
    found: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES:
            found += _certificates(path)
    return found[:MOST]


def _certificates(path: Path) -> list[str]:
    content = path.read_bytes()[:MAX_BYTES]
    texts = _PEM.findall(content.decode("ascii", "replace"))
    if not texts and content[:1] == b"\x30":  # how a certificate in DER begins
        texts = [ssl.DER_cert_to_PEM_cert(content)]
    if not texts:
        raise BadInput("signature.root", place=Place(file=path.name))
    return texts
