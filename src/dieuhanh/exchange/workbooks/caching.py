"""The results of formulas, stored beside them: openpyxl writes the formulas alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from xml.sax.saxutils import escape

from dieuhanh.domain.numbers import plain

# `<v/>` as openpyxl writes it by itself, `<v></v>` where lxml is installed and it writes by that.
FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?)><f>(.*?)</f><v(?: ?/>|></v>)</c>')
Results = Mapping[str, Decimal | str]


def with_results(book: bytes, results: Mapping[int, Results]) -> bytes:
    """The workbook with each formula's result beside it, by number of the sheet's part.

    A reader that does not calculate (a phone, a preview, this system) then sees the numbers.
    """
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        parts = {f"xl/worksheets/sheet{number}.xml": told for number, told in results.items()}
        for entry in before.infolist():
            content = before.read(entry)
            if told := parts.get(entry.filename):
                content = _stored(content.decode(), told).encode()
            after.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _stored(sheet: str, results: Results) -> str:
    def with_result(found: re.Match[str]) -> str:
        at, style, formula = found.groups()
        result = results.get(at, "")
        kind, told = (
            ("", plain(result)) if isinstance(result, Decimal) else (' t="str"', escape(result))
        )
        return f'<c r="{at}"{style}{kind}><f>{formula}</f><v>{told}</v></c>'

    return FORMULA.sub(with_result, sheet)
