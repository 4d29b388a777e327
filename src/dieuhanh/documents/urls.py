"""The register and the papers. What the books say of a paper's sources is handed in by whoever
mounts the pages."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import URLPattern, path

from .queries.sources import Books
from .views import (
    paper_files,
    paper_opinions,
    paper_steps,
    paper_writing,
    papers,
    register,
    signatures,
)

app_name = "documents"
PAPER = "soan-thao/<int:pk>/"


class Mounted(NamedTuple):
    """Patterns with their namespace, as `include` takes them."""

    patterns: list[URLPattern]
    app_name: str


def documents_urls(books: Books) -> Mounted:
    """The pages, those that show sources reading the books through `books`."""
    return Mounted(
        [
            path("", register.register, name="list"),
            path("dang-ky/", register.new, name="new"),
            *_papers(books),
            *_steps(),
            *_opinions(),
            path("<slug:code>/", register.one, name="one"),
            path("<slug:code>/tep/", register.file, name="file"),
            path("<slug:code>/ten/", register.cited, name="cited"),
            path("<slug:code>/chu-ky/", signatures.signatures, name="signatures"),
        ],
        app_name,
    )


def _papers(books: Books) -> list[URLPattern]:
    """Papers as one reads and writes them."""
    given = {"books": books}
    return [
        path("soan-thao/", papers.paper_list, given, name="papers"),
        path("soan-thao/moi/", papers.new, name="paper-new"),
        path("soan-thao/dung/<slug:kind>/<path:key>/", papers.using, name="papers-using"),
        path(PAPER, papers.one, given, name="paper"),
        path(f"{PAPER}nguon/", papers.sources, given, name="paper-sources"),
        path(f"{PAPER}nguon/<int:position>/", papers.source, given, name="paper-source"),
        path(f"{PAPER}tai-ve.<str:ext>", paper_files.file, given, name="paper-file"),
        path(f"{PAPER}sua/", paper_writing.edit, name="paper-edit"),
        path(f"{PAPER}cac-ban/", paper_writing.versions, name="paper-versions"),
        path(f"{PAPER}cac-ban/lay-lai/", paper_writing.restore, name="paper-restore"),
        path(f"{PAPER}ky-hieu/", paper_writing.symbol, name="paper-symbol"),
        path(f"{PAPER}nguoi-ky/", paper_writing.signing, name="paper-signing"),
    ]


def _steps() -> list[URLPattern]:
    """The steps of a paper's life."""
    signed = f"{PAPER}ban-ky/<int:signed>/"
    return [
        path(f"{PAPER}buoc/", paper_steps.step, name="paper-step"),
        path(f"{PAPER}ban-hanh/", paper_steps.issue, name="paper-issue"),
        path(f"{PAPER}ban-ky/", paper_steps.sign, name="paper-sign"),
        path(signed, paper_steps.signed_file, name="paper-signed"),
        path(f"{signed}chu-ky/", paper_steps.signatures, name="paper-signatures"),
        path(f"{PAPER}dinh-chinh/", paper_steps.mend, name="paper-mend"),
    ]


def _opinions() -> list[URLPattern]:
    """Opinions asked on a paper."""
    asked, one = f"{PAPER}y-kien/", f"{PAPER}y-kien/<int:asked>/"
    export = f"{asked}tai-ve.<str:ext>"
    return [
        path(f"{PAPER}lay-y-kien/", paper_opinions.ask, name="paper-ask"),
        path(asked, paper_opinions.table, name="paper-opinions"),
        path(export, paper_opinions.export, name="paper-opinions-export"),
        path(one, paper_opinions.opinion, name="paper-opinion"),
        path(f"{one}xu-ly/", paper_opinions.reply, name="paper-reply"),
    ]
