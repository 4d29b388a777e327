"""A workbook out: locked but for the cells to fill in, bound to its form, round and bodies."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection

from dieuhanh.domain.errors import BadInput

from .caching import with_results
from .info import write_info
from .layout import sheet_names
from .shape import BookForm
from .sheet_out import write_sheet
from .styles import Styles


def write_book(forms: Sequence[BookForm]) -> bytes:
    """One .xlsx with a sheet for each form, all of one round, and a sheet that explains it.

    Raises BadInput("workbook.no_forms") for none.
    """
    if not forms:
        raise BadInput("workbook.no_forms")
    book: Any = Workbook()
    styles = Styles()
    write_info(book.active, forms, sheet_names(tuple(forms)), styles)
    results = []
    for form, name in zip(forms, sheet_names(tuple(forms)), strict=True):
        results.append(write_sheet(book.create_sheet(name), form, styles))
    book.active = 1
    book.security = WorkbookProtection(lockStructure=True)
    _bind(book, forms)
    stream = io.BytesIO()
    book.save(stream)
    return with_results(stream.getvalue(), {2 + n: told for n, told in enumerate(results)})


def _bind(book: Any, forms: Sequence[BookForm]) -> None:
    """What the file is, in its properties and in names a formula could use."""
    first = forms[0]
    told = {
        "BieuMau": f"{first.form}/{first.version}",
        "KyBaoCao": first.round,
        "CoQuan": first.body if len(forms) == 1 else f"{len(forms)} cơ quan",
        "MaKiemTra": first.checksum() if len(forms) == 1 else "",
    }
    for name, value in told.items():
        book.custom_doc_props.append(StringProperty(name=f"DieuHanh{name}", value=value))
        text = value.replace('"', '""')
        book.defined_names[f"DH_{name}"] = DefinedName(f"DH_{name}", attr_text=f'"{text}"')
    book.properties.title = first.form_name
    book.properties.creator = "Điều Hành"
