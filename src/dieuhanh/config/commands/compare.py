"""`dieuhanh compare RUN_OR_DATE RUN_OR_DATE`"""

from __future__ import annotations

import argparse

from .frame import at_machine, open_books, say_json


def arguments(parser: argparse.ArgumentParser) -> None:
    """Two sides: numbers of frozen assessments, or dates."""
    parser.add_argument("left", metavar="RUN_OR_DATE")
    parser.add_argument("right", metavar="RUN_OR_DATE")
    parser.add_argument("--plan", default="", metavar="PLAN", help="khi so hai ngày")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Print what turned, and by which figure."""
    open_books()
    from dieuhanh.assessment.queries import compare, one_side  # noqa: PLC0415
    from dieuhanh.domain.wording.comparisons import change_text, comparison_text  # noqa: PLC0415

    plan = options.plan or _plan_of(options.left) or _plan_of(options.right) or _only_plan()
    sides = [
        one_side(text, plan=plan, seen_by=at_machine(), lang=options.lang)
        for text in (options.left, options.right)
    ]
    shape = compare(*sides)
    shape["text"] = comparison_text(shape, options.lang)
    for change in shape["changes"]:
        change["text"] = change_text(change, options.lang)
    if options.json:
        return say_json(shape)
    print(shape["text"])
    for change in shape["changes"]:
        print(f"  {change['no']:>3} {change['text']}")
    return 0


def _plan_of(text: str) -> str:
    """The plan of a frozen assessment named by number; empty for a date."""
    from dieuhanh.assessment.queries import assessment  # noqa: PLC0415

    if not text.isdigit():
        return ""
    return assessment(int(text), seen_by=at_machine()).version.plan.code


def _only_plan() -> str:
    """The installation's first plan, or the only one there is."""
    from django.conf import settings  # noqa: PLC0415

    from dieuhanh.domain.errors import BadInput  # noqa: PLC0415
    from dieuhanh.plans.queries import plans  # noqa: PLC0415

    codes = [plan.code for plan in plans(seen_by=at_machine())]
    if settings.FIRST_PLAN in codes:
        return str(settings.FIRST_PLAN)
    if len(codes) != 1:
        raise BadInput("plan.not_chosen", known=", ".join(codes))
    return codes[0]
