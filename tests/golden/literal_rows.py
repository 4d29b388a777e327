"""The published rows that `literal` gets wrong, listed by what makes it wrong.

`python tests/golden/literal_rows.py` writes the list into the page that explains judging.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from dieuhanh.domain.conventions import SWITCHES, Convention
from dieuhanh.domain.judging import judge
from dieuhanh.domain.verdicts import Basis
from dieuhanh.exchange.law import load_conventions
from tests.golden.published_tables import Row, rows

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "algorithms" / "judging.md"
BEGIN, END = "<!-- literal: begin -->", "<!-- literal: end -->"
# Which rule of the practice a switch stands for, in the words of the page.
RULES = {
    "about": 'Rule 1: "khoảng X" is one-sided',
    "strict": 'Rule 3: "dưới" and "trên" include the bound',
    "ceiling_exceeded": "Rule 4: under a ceiling is met",
    "range_actual": "Rule 5: an estimate's good end counts",
    "shortfall": "Rule 7: nothing is rounded",
    "percentage": "Rule 7: nothing is rounded",
    "equal_within": "Rule 10: equal means equal",
}


def listing() -> str:
    """The list as Markdown, computed."""
    conventions = load_conventions()
    practice, literal = conventions["practice"], conventions["literal"]
    judged = [row for row in rows(literal) if row.published and row.outcome.basis is Basis.COMPUTED]
    by_rule: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in judged:
        if _is_wrong(row, literal):
            by_rule[_blamed(row, literal, practice)].append(row)
    wrong = sum(len(found) for found in by_rule.values())
    lines = [f"Of {len(judged)} rows computed and labelled, `literal` gets {wrong} wrong.", ""]
    for blamed, found in sorted(by_rule.items(), key=lambda item: (len(item[0]), item[0])):
        lines += [f"**{'; '.join(RULES[switch] for switch in blamed)}** ({len(found)})", ""]
        lines += [_line(row) for row in found]
        lines.append("")
    return "\n".join(lines)


def _is_wrong(row: Row, convention: Convention) -> bool:
    verdict = judge(row.case.rule, row.case.actual, convention).verdict
    return row.published is not None and verdict.is_met is not row.published.verdict.is_met


def _blamed(row: Row, literal: Convention, practice: Convention) -> tuple[str, ...]:
    """The fewest switches that, turned to the practice, make the row right."""
    for size in range(1, len(SWITCHES) + 1):
        for chosen in combinations(SWITCHES, size):
            turned = {name: getattr(practice.switches, name) for name in chosen}
            mended = replace(literal, switches=replace(literal.switches, **turned))
            if not _is_wrong(row, mended):
                return chosen
    raise AssertionError(row)


def _line(row: Row) -> str:
    actual = row.line["actual_text"] or row.line["actual"].replace(".", ",") or "từng phần"
    plan, label = row.line["plan_text"], row.line["published_judgement"]
    name = row.line["target_vi"]
    return f"- {row.table} {row.case.id}, {name}: “{actual}” of “{plan}”, published “{label}”, literal says not met"


def page_with_listing(page: str) -> str:
    """The page, its list between the marks replaced by the computed one."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{listing()}{END}{tail}"


if __name__ == "__main__":
    PAGE.write_text(page_with_listing(PAGE.read_text("utf-8")), "utf-8")
