"""`dieuhanh verify`"""

from __future__ import annotations

import argparse

from .frame import OUR_FAULT, open_books, say_json, seal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Only how to print."""
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Seal what is committed, then recompute every link of the chain."""
    open_books()
    from dieuhanh.audit.queries import walk  # noqa: PLC0415

    seal()
    report = walk()
    code = 0 if report.sound else OUR_FAULT
    if options.json:
        say_json(
            {
                "sound": report.sound,
                "sealed": report.sealed,
                "unsealed": report.unsealed,
                "faults": [{"number": number, "fault": fault} for number, fault in report.faults],
            }
        )
        return code
    if report.sound:
        print(
            f"Sổ ghi nguyên vẹn: {report.sealed} dòng nối tiếp nhau, {report.unsealed} dòng chờ niêm."
        )
    for number, fault in report.faults:
        print(f"Dòng {number}: {FAULTS[fault]}.")
    return code


FAULTS = {
    "gap": "thiếu dòng trước nó",
    "broken-link": "không nối với dòng trước",
    "altered": "nội dung đã bị sửa",
}
