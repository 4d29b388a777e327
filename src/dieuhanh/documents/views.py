"""The register of papers, and one paper with its text opened at a sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render

from dieuhanh.ui.asked import Asked

from . import queries

OFFSETS = re.compile(r"(\d{1,9})-(\d{1,9})")
LONGEST_QUOTE = 2000


class Paragraph(NamedTuple):
    """A paragraph of the text around the part of it that is quoted; mostly none is."""

    before: str
    quoted: str = ""
    after: str = ""
    first: bool = False


def register(request: Asked) -> HttpResponse:
    """Every paper the reader may see."""
    found = queries.documents(seen_by=request.actor)
    return render(request, "documents/list.html", {"documents": found})


def one(request: Asked, code: str) -> HttpResponse:
    """One paper: what is known of it, its text, the sentence that was asked for."""
    document = queries.document(code, seen_by=request.actor)
    text = queries.text_of(document)
    start, end = quoted_part(text, request.GET.get("trich", ""))
    context = {
        "document": document,
        "paragraphs": paragraphs(text, start, end),
        "quote": text[start:end],
    }
    return render(request, "documents/one.html", context)


def cited(request: Asked, code: str) -> HttpResponse:
    """How a paper is named where something below the register cites it."""
    document = queries.document(code, seen_by=request.actor)
    return render(request, "documents/cited.html", {"document": document})


def quoted_part(text: str, asked: str) -> tuple[int, int]:
    """Where the sentence asked for stands, by its offsets or its words; (0, 0) where it does not."""
    if offsets := OFFSETS.fullmatch(asked):
        start, end = int(offsets[1]), int(offsets[2])
        return (start, end) if start < end <= len(text) else (0, 0)
    found = text.find(asked) if 0 < len(asked) <= LONGEST_QUOTE else -1
    return (0, 0) if found < 0 else (found, found + len(asked))


def paragraphs(text: str, start: int, end: int) -> list[Paragraph]:
    """The text by lines, empty ones dropped, with the quoted part set apart wherever it runs."""
    made: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        cut = [min(max(0, edge - at), len(line)) for edge in (start, end)]
        before, quoted, after = line[: cut[0]], line[cut[0] : cut[1]], line[cut[1] :]
        if line.strip():
            first = bool(quoted) and not any(paragraph.quoted for paragraph in made)
            made.append(Paragraph(before, quoted, after, first))
        at += len(line) + 1
    return made
