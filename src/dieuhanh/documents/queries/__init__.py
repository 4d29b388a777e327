"""The register of papers and the papers written here, read."""

from .register import (
    cited,
    document,
    documents,
    documents_by_code,
    quoted_part,
    sentence_url,
    stored_file,
    text_of,
)

__all__ = [
    "cited",
    "document",
    "documents",
    "documents_by_code",
    "quoted_part",
    "sentence_url",
    "stored_file",
    "text_of",
]
