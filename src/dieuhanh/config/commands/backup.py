"""`dieuhanh backup FILE`"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .frame import OUR_FAULT, at_machine, err, progress, say_json, seal, start

if TYPE_CHECKING:
    from dieuhanh.config.keeping.backing_up import Kept

TOLD = {
    "vi": "{rows} dòng, {files} tệp, sổ ghi {sealed} dòng. Mã kiểm của bản sao lưu: {checksum}",
    "en": "{rows} rows, {files} files, {sealed} links of the record. Checksum: {checksum}",
}
DAMAGED = {
    "vi": "Tệp {name} không còn đúng nội dung: hãy tìm lại bản gốc.",
    "en": "File {name} is not what it was: look for the original.",
}
FAULTS = {
    "vi": "Sổ ghi có {count} chỗ không khớp: chạy `dieuhanh verify`.",
    "en": "The record has {count} faults: run `dieuhanh verify`.",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("file", type=Path, metavar="FILE", help="tệp mới, thường là .zip")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Copy the books as they stand, of this release or an earlier one, while they are used."""
    start()
    from dieuhanh.config.databases import require_books  # noqa: PLC0415
    from dieuhanh.config.keeping.backing_up import back_up  # noqa: PLC0415
    from dieuhanh.config.keeping.schema import waiting  # noqa: PLC0415

    require_books()
    if not waiting():
        seal()
    with progress() as bar:
        task = bar.add_task("sao lưu", total=None)
        kept = back_up(
            options.file, by=at_machine(),
            progress=lambda name: bar.update(task, description=name),
        )  # fmt: skip
    return tell(kept, options)


def tell(kept: Kept, options: argparse.Namespace) -> int:
    """What an archive holds; 1 where the books it holds have a fault of their own."""
    for name in kept.damaged:
        err.print(DAMAGED[options.lang].format(name=name), markup=False)
    if kept.faults:
        err.print(FAULTS[options.lang].format(count=kept.faults), markup=False)
    shape: dict[str, Any] = {"file": str(options.file), **asdict(kept)}
    shape["made_at"] = kept.made_at.isoformat()
    if options.json:
        say_json(shape)
    else:
        print(TOLD[options.lang].format(**shape))
    return OUR_FAULT if kept.damaged or kept.faults else 0
