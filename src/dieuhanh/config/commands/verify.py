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
    from dieuhanh.assessment.queries.assessments import altered_assessments  # noqa: PLC0415
    from dieuhanh.audit.queries import walk  # noqa: PLC0415

    seal()
    report, altered = walk(), altered_assessments()
    sound = report.sound and not altered
    code = 0 if sound else OUR_FAULT
    if options.json:
        say_json(
            {
                "sound": sound,
                "sealed": report.sealed,
                "unsealed": report.unsealed,
                "faults": [{"number": number, "fault": fault} for number, fault in report.faults],
                "altered_assessments": altered,
            }
        )
        return code
    if report.sound:
        print(
            f"Sổ ghi nguyên vẹn: {report.sealed} dòng nối tiếp nhau, {report.unsealed} dòng chờ niêm."
        )
    for number, fault in report.faults:
        print(f"Dòng {number}: {FAULTS[fault]}.")
    for pk in altered:
        print(f"Bản đánh giá số {pk}: không còn như lúc chốt.")
    return code


FAULTS = {
    "gap": "thiếu dòng trước nó",
    "broken-link": "không nối với dòng trước",
    "altered": "nội dung đã bị sửa",
}
