"""The year's report: 22 targets, findings, an appendix of 111 areas; composed, as Word, as PDF."""

from __future__ import annotations

import io
from datetime import date, timedelta
from itertools import count

from docx import Document

from benchmarks.installation import installation
from benchmarks.lines import Line, at_most, median_ms
from dieuhanh.paper.writing.model import (
    Align,
    Appendix,
    Block,
    Cell,
    Column,
    Letterhead,
    Paper,
    Paragraph,
    Role,
    Row,
    Signature,
    Source,
    Table,
    cited,
    words,
)
from dieuhanh.paper.writing.papers import as_text, from_json, to_json
from dieuhanh.paper.writing.pdf import write_pdf
from dieuhanh.paper.writing.word import write_word

BUDGET = 1_000
TARGETS, AREAS, FINDINGS = 22, 111, 30
FINDING = (
    "Tiến độ thực hiện một số công trình trọng điểm còn chậm so với kế hoạch; công tác phối hợp "
    "giữa các sở, ban, ngành có lúc chưa kịp thời; số hộ nghèo còn nhiều."
)


def run() -> list[Line]:
    """Milliseconds for each file, beside what python-docx takes to write the same table's cells."""
    paper, numbers = _report(), count(1)
    floor = median_ms(_by_cells, rounds=3, warm_up=1)
    word = median_ms(lambda: write_word(paper, link=_link), rounds=9, warm_up=1)
    pdf = median_ms(lambda: write_pdf(_report(next(numbers)), link=_link), rounds=9, warm_up=1)
    name = f"report of {TARGETS} targets, {FINDINGS} findings, {AREAS} areas"
    return [
        at_most(f"{name}: Word", word, "ms", BUDGET),
        at_most(f"{name}: PDF", pdf, "ms", BUDGET),
        at_most(f"{name}: to JSON and back", median_ms(lambda: _round(paper), rounds=9), "ms"),
        at_most(f"{name}: as text", median_ms(lambda: as_text(paper), rounds=9), "ms"),
        at_most("its appendix cell by cell with python-docx (peer)", floor, "ms"),
        at_most("ratio of our Word file to the peer", round(word / floor, 3), "×", 1),
        *_from_books(),
    ]


def _from_books() -> list[Line]:
    """The example's own report the whole way: read off the books, composed, written."""
    installation()
    from dieuhanh.bodies.models import Body  # noqa: PLC0415 - once Django is set up
    from dieuhanh.desk.queries.papers import Wanted, composed  # noqa: PLC0415
    from dieuhanh.domain.actors import keeper  # noqa: PLC0415

    issuer, days = Body.objects.select_related("area").get(code="ubnd-ca-mau"), count(12)

    def made() -> Paper:
        """As known on another day each time, so that no two are set in type alike."""
        wanted = Wanted("bao-cao-nam", "ca-mau-2021", date(2022, 1, 1) + timedelta(next(days)))
        return composed(wanted, issuer=issuer, seen_by=keeper("benchmark"))

    composing = median_ms(made, rounds=5, warm_up=1)
    word = median_ms(lambda: write_word(made(), link=_link), rounds=5, warm_up=1)
    pdf = median_ms(lambda: write_pdf(made(), link=_link), rounds=5, warm_up=1)
    name = f"the example's report from the books, {TARGETS} targets, {AREAS} areas"
    return [
        at_most(f"{name}: read and composed", composing, "ms", BUDGET),
        at_most(f"{name}: to the Word file", word, "ms", BUDGET),
        at_most(f"{name}: to the PDF file", pdf, "ms", BUDGET),
    ]


def _round(paper: Paper) -> None:
    assert from_json(to_json(paper)) == paper


def _link(source: Source) -> str:
    return f"https://dieuhanh.example/so-lieu/{source.key}/"


def _report(number: int = 5) -> Paper:
    """Each number is another paper from its first line on: the typesetter remembers equal ones."""
    body: list[Block] = [Paragraph(words("KẾT QUẢ"), Role.GROUP, "I."), _board(number)]
    body += [Paragraph(words("TỒN TẠI, HẠN CHẾ"), Role.GROUP, "II.")]
    body += [
        Paragraph(words(FINDING), Role.CLAUSE, f"{number}.{n}.") for n in range(1, FINDINGS + 1)
    ]
    head = Letterhead(
        "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU", "Cà Mau", "BC-UBND", number=number, day=date(2022, 1, 12)
    )
    return Paper(
        "bao-cao", head, words("Tình hình kinh tế - xã hội năm 2021"), tuple(body),
        Signature("CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",)),
        recipients=("Như trên", "Các sở, ban, ngành tỉnh"),
        appendices=(Appendix("Số liệu theo địa bàn", (_by_area(number),), landscape=True),),
    )  # fmt: skip


def _board(number: int) -> Table:
    columns = (Column("TT", 1), Column("Chỉ tiêu", 6), *(Column("Số", 2, Align.RIGHT),) * 3)
    return Table(columns, tuple(_row(number + n, 3) for n in range(TARGETS)))


def _by_area(number: int) -> Table:
    columns = (Column("TT", 1), Column("Địa bàn", 4), *(Column("Số", 2, Align.RIGHT),) * 8)
    return Table(columns, tuple(_row(number + n, 8) for n in range(AREAS)))


def _row(number: int, figures: int) -> Row:
    cells = [Cell(words(str(number + 1))), Cell(words(f"Dòng mô phỏng số {number + 1}"))]
    cells += [
        Cell(cited(f"1.11{at},5", Source("figure", f"{number}-{at}", f"Số liệu {number}, {at}")))
        for at in range(figures)
    ]
    return Row(tuple(cells))


def _by_cells() -> None:
    document = Document()
    table = document.add_table(0, 10)
    for number in range(AREAS):
        for cell, text in zip(table.add_row().cells, [str(number)] * 10, strict=True):
            cell.text = text
    document.save(io.BytesIO())
