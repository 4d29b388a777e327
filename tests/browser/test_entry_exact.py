"""The sheet's script counts as the domain does; its paper is A4 across."""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dieuhanh.domain.cells import read_cell
from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.money import retold
from dieuhanh.domain.numbers import plain, write_vi
from dieuhanh.domain.ratios import percent_of, ratio_of
from tests.browser.served import seated
from tests.browser.sheet_page import (
    COMMUNE,
)

pytestmark = pytest.mark.browser


@pytest.mark.poppler
def test_paper_is_a4_across_with_the_head_on_every_page(
    browser: Browser, site: str, form: Callable[[str], str], tmp_path: Path
) -> None:
    with seated(browser, site, COMMUNE) as page:
        for name, address in (("view", f"{form('long')}in/"), ("sheet", form("long"))):
            page.goto(address)
            printed = tmp_path / f"{name}.pdf"
            page.pdf(path=printed, prefer_css_page_size=True)
            told = subprocess.run(
                ["pdfinfo", printed], capture_output=True, text=True, check=True
            ).stdout
            assert re.search(r"Page size:\s+84\d\.?\d* x 59\d", told), told
            pages = int(re.search(r"Pages:\s+(\d+)", told)[1])  # type: ignore[index]
            assert pages >= 2
            for number in range(1, pages + 1):
                one = ["pdftotext", "-layout", "-f", str(number), "-l", str(number), printed, "-"]
                text = subprocess.run(one, capture_output=True, text=True, check=True).stdout
                if "Chỉ tiêu thứ" in text:
                    assert re.search(r"TT\s+Chỉ tiêu\s+ĐVT", text), (name, number)


def texts() -> list[str]:
    """Cells as people type them, well and badly."""
    chance = random.Random(2021)  # noqa: S311 - a fixed sample
    written = [
        "", " ", "-", "–", "…", "...", "x", "X", "0", "-0", "007", "5.851", "1.112,5", "1,234.5",
        "1.5", "1.234.5", "12.34,5", "1 234", "1 234,5", "abc", "5,", ",5", "+5", "−3,6", "1,2,3",
        "9" * 61, "0.123", "1.000.000", "1,000,000", "12e3", "5.851 tỷ", "27,0", "0,05", "-0,04",
    ]  # fmt: skip
    for _ in range(400):
        number = Decimal(chance.randrange(-(10**12), 10**12)).scaleb(-chance.randrange(0, 7))
        written.append(write_vi(number))
        written.append(
            "".join(chance.choice("0123456789.,- ") for _ in range(chance.randrange(1, 12)))
        )
    return written


def read_here(text: str, decimals: int) -> list[object]:
    try:
        said_ = read_cell(text, decimals)
    except BadInput as fault:
        return ["fault", fault.code, {k: str(v) for k, v in fault.values.items()}]
    if said_.number is not None:
        longer = None if said_.longer is None else write_vi(said_.longer)
        return ["number", write_vi(said_.number), longer]
    return ["absent", said_.text()]


READ = """async ([address, asked]) => {
  const m = await import(address);
  return asked.map(([text, decimals]) => {
    const said = m.readCell(text, decimals);
    if (said.fault) return ["fault", said.fault[0], Object.fromEntries(
      Object.entries(said.fault[1]).map(([name, value]) => [name, String(value)]))];
    if (said.number) return ["number", m.writeVi(said.number), said.longer ? m.writeVi(said.longer) : null];
    return ["absent", said.blank ? "" : said.absent];
  });
}"""
COUNT = """async ([address, asked]) => {
  const m = await import(address);
  const told = (number) => (number ? m.writeVi(number) : null);
  return asked.map(([a, b, text, places]) => [
    told(m.percentOf(m.fromPlain(a), m.fromPlain(b))),
    told(m.ratioOf(m.fromPlain(a), m.fromPlain(b), "10000", "1", 2)),
    m.shifted(text, places),
  ]);
}"""


def test_the_script_reads_and_counts_as_the_domain_does(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    script = f"{site}/static/reports/js/decimals.js"
    asked = [[text, decimals] for text in texts() for decimals in (0, 1, 3)]
    chance = random.Random(7)  # noqa: S311 - a fixed sample

    def number() -> Decimal:
        return Decimal(chance.randrange(-(10**15), 10**15)).scaleb(-chance.randrange(0, 6))

    pairs = [(number(), number()) for _ in range(300)] + [(Decimal(5), Decimal(0))]
    units = {3: "triệu đồng", 9: "đồng", -3: "nghìn tỷ đồng"}
    sums = [[plain(a), plain(b), write_vi(a), chance.choice(list(units))] for a, b in pairs]
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("long"))
        read = page.evaluate(READ, [script, asked])
        counted = page.evaluate(COUNT, [script, sums])
    for (text, decimals), got in zip(asked, read, strict=True):
        assert got == read_here(str(text), int(str(decimals))), (text, decimals)
    for (a, b), (_a, _b, text, places), got in zip(pairs, sums, counted, strict=True):
        percent = percent_of(a, b)
        ratio = ratio_of((a, "giường"), (b, "người"), "giường/10.000 dân", 2)
        assert got == [
            None if percent is None else write_vi(percent),
            None if ratio is None else write_vi(ratio),
            retold(str(text), "tỷ đồng", units[int(str(places))]),
        ]
