"""A paper as a Word file (DOCX): real styles, the decree's pages, the same bytes for the same paper."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from . import word_parts as parts
from .look import TEMPLATES, Look, Page, look
from .model import Paper, plain
from .setting import Grid, Line, Link, Part, Run, Setting, setting_of
from .widths import bold_width
from .word_xml import (
    Links,
    boxed,
    line_of,
    paragraph,
    rule_under,
    run_of,
    side_by_side,
    table,
    text_of,
    twips,
)

SHEET = (210, 297)
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can tell: the file says nothing of when it was written."""
FRAME = 5
"""Millimetres of room in the frame of a mark."""


def write_word(paper: Paper, *, templates: Path = TEMPLATES, link: Link | None = None) -> bytes:
    """The paper as DOCX; `link` gives the address a number leads to.

    Raises BadInput or BadInputs: "paper.…" of the paper, "paper.look…" of the template.
    """
    shape, links = look(templates), Links()
    setting = setting_of(paper, shape, link)
    day = paper.letterhead.day
    files = {
        "[Content_Types].xml": parts.types_xml(),
        "_rels/.rels": parts.package_relations(),
        "word/document.xml": _document(setting, shape, links),
        "word/_rels/document.xml.rels": parts.document_relations(links.ids),
        "word/styles.xml": parts.styles_xml(shape),
        "word/settings.xml": parts.settings_xml(),
        "word/fontTable.xml": parts.fonts_xml(shape),
        "word/theme/theme1.xml": parts.theme_xml(shape),
        "word/header1.xml": parts.header_xml(numbered=True),
        "word/header2.xml": parts.header_xml(numbered=False),
        "docProps/core.xml": parts.core_xml(
            setting.name, setting.author, plain(paper.subject), day
        ),
        "docProps/app.xml": parts.app_xml(),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text.encode())
    return stream.getvalue()


def _document(setting: Setting, shape: Look, links: Links) -> str:
    """The pages of the paper, then those of each appendix, a section each."""
    page = shape.page
    body = [
        _letterhead(setting, shape),
        *_head(setting, shape, links),
        *_flow(setting.body, page, links),
        paragraph("line", "", '<w:keepNext/><w:spacing w:before="240"/>'),
        _closing(setting, page),
    ]
    sections = [setting.body, *setting.appendices]
    for at, section in enumerate(sections):
        if at:
            body += _flow(section, page, links)
        properties = _section(section, page, first=at == 0)
        last = at == len(sections) - 1
        body.append(paragraph("line") + properties if last else paragraph("line", "", properties))
    return f"{parts.XML}<w:document {parts.NAMES}><w:body>{''.join(body)}</w:body></w:document>"


def _letterhead(setting: Setting, shape: Look) -> str:
    page, sizes = shape.page, shape.styles
    left, right = page.letterhead
    wide = max(bold_width(line, sizes["issuer"].size) for line in setting.issuer)
    motto = bold_width(setting.motto, sizes["motto"].size)
    issuer = [
        *(text_of("parent", line) for line in setting.parent),
        *(text_of("issuer", line) for line in setting.issuer),
        rule_under(left, min(wide, left) * page.line_under),
    ]
    nation = [
        text_of("nation", setting.nation),
        text_of("motto", setting.motto),
        rule_under(right, motto),
    ]
    number = [text_of("number", setting.number)]
    if setting.letter_subject:
        number.append(text_of("letter_subject", setting.letter_subject))
    for mark in setting.marks:
        length = bold_width(mark, sizes["urgency"].size) + FRAME
        number.append(boxed("urgency", mark, left, length))
    rows = [
        ["".join(issuer), "".join(nation)],
        ["".join(number), text_of("place_and_day", setting.place_and_day)],
    ]
    return side_by_side(rows, page.letterhead)


def _head(setting: Setting, shape: Look, links: Links) -> list[str]:
    """Title, subject and Kính gửi."""
    lines = []
    if setting.title:
        said = "".join(run.text for run in setting.subject)
        width = _room(shape.page)
        wide = max(bold_width(line, shape.styles["subject"].size) for line in said.split("\n"))
        lines = [
            text_of("title", setting.title),
            paragraph("subject", "".join(run_of(run, links) for run in setting.subject)),
            rule_under(width, min(wide, width) * shape.page.line_under, keep=True),
        ]
    if len(setting.addressed_to) == 1:
        lines.append(text_of("addressed_to", f"Kính gửi: {setting.addressed_to[0]}"))
    elif setting.addressed_to:
        lines.append(text_of("addressed_head", "Kính gửi:"))
        lines += [text_of("addressee", name) for name in setting.addressed_to]
    return [*lines, paragraph("line", "", '<w:spacing w:before="100"/>')]


def _flow(part: Part, page: Page, links: Links) -> list[str]:
    width = _room(page, landscape=part.landscape)
    return [
        line_of(each, links) if isinstance(each, Line) else _spaced(each, width, links)
        for each in part.lines
    ]


def _spaced(grid: Grid, width: float, links: Links) -> str:
    """A table with some room before and after."""
    space = paragraph("line", "", '<w:spacing w:before="60"/>')
    kept = paragraph("line", "", '<w:keepNext/><w:spacing w:before="60"/>')
    return f"{kept}{table(grid, width, links)}{space}"


def _closing(setting: Setting, page: Page) -> str:
    recipients = [text_of("recipients_head", "Nơi nhận:")] if setting.recipients else []
    recipients += [text_of("recipients", line) for line in setting.recipients]
    signer = [text_of("capacity", line) for line in setting.capacity]
    signer.append(paragraph("signer", run_of(Run(setting.signer), Links())))
    left = "".join(recipients) or paragraph("recipients")
    return side_by_side([[left, "".join(signer)]], page.closing)


def _room(page: Page, *, landscape: bool = False) -> float:
    """The width of the text, in millimetres."""
    return SHEET[1 if landscape else 0] - page.left - page.right


def _section(part: Part, page: Page, *, first: bool) -> str:
    wide, high = map(twips, reversed(SHEET) if part.landscape else SHEET)
    turned = ' w:orient="landscape"' if part.landscape else ""
    margins = "".join(
        f' w:{side}="{twips(getattr(page, side))}"' for side in ("top", "right", "bottom", "left")
    )
    opening = f'<w:headerReference w:type="first" r:id="{parts.FIRST_PAGE}"/>' if first else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{parts.PAGE_NUMBER}"/>{opening}'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
        f'<w:pgMar{margins} w:header="{twips(page.page_number)}" w:footer="567" w:gutter="0"/>'
        f"{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )


__all__ = ["write_word"]
