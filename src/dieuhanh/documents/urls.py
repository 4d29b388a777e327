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


class Mounted(NamedTuple):
    """Patterns with their namespace, as `include` takes them."""

    patterns: list[URLPattern]
    app_name: str


def documents_urls(books: Books) -> Mounted:
    """The pages, those that show sources reading the books through `books`."""
    given = {"books": books}
    paper = "soan-thao/<int:pk>/"
    opinion = f"{paper}y-kien/<int:asked>/"
    return Mounted(
        [
            path("", register.register, name="list"),
            path("dang-ky/", register.new, name="new"),
            path("soan-thao/", papers.paper_list, given, name="papers"),
            path("soan-thao/moi/", papers.new, name="paper-new"),
            path("soan-thao/dung/<slug:kind>/<path:key>/", papers.using, name="papers-using"),
            path(paper, papers.one, given, name="paper"),
            path(f"{paper}nguon/", papers.sources, given, name="paper-sources"),
            path(f"{paper}tai-ve.<str:ext>", paper_files.file, given, name="paper-file"),
            path(f"{paper}sua/", paper_writing.edit, name="paper-edit"),
            path(f"{paper}cac-ban/", paper_writing.versions, name="paper-versions"),
            path(f"{paper}cac-ban/lay-lai/", paper_writing.restore, name="paper-restore"),
            path(f"{paper}ky-hieu/", paper_writing.symbol, name="paper-symbol"),
            path(f"{paper}buoc/", paper_steps.step, name="paper-step"),
            path(f"{paper}ban-hanh/", paper_steps.issue, name="paper-issue"),
            path(f"{paper}ban-ky/", paper_steps.sign, name="paper-sign"),
            path(f"{paper}ban-ky/<int:signed>/", paper_steps.signed_file, name="paper-signed"),
            path(
                f"{paper}ban-ky/<int:signed>/chu-ky/", paper_steps.signatures,
                name="paper-signatures",
            ),
            path(f"{paper}dinh-chinh/", paper_steps.mend, name="paper-mend"),
            path(f"{paper}lay-y-kien/", paper_opinions.ask, name="paper-ask"),
            path(f"{paper}y-kien/", paper_opinions.table, name="paper-opinions"),
            path(
                f"{paper}y-kien/tai-ve.<str:ext>", paper_opinions.export,
                name="paper-opinions-export",
            ),
            path(opinion, paper_opinions.opinion, name="paper-opinion"),
            path(f"{opinion}xu-ly/", paper_opinions.reply, name="paper-reply"),
            path("<slug:code>/", register.one, name="one"),
            path("<slug:code>/ten/", register.cited, name="cited"),
            path("<slug:code>/chu-ky/", signatures.signatures, name="signatures"),
        ],
        app_name,
    )  # fmt: skip
