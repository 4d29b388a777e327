"""What was done to a table on the screen is done again for the export."""

from __future__ import annotations

from decimal import Decimal

from dieuhanh.ui.tables import TableState

ROWS = [
    ("Phường 10", Decimal("5.5"), "xã hội"),
    ("Đầm Dơi", None, "kinh tế"),
    ("Phường 2", Decimal(-1), "xã hội"),
    ("Ân", Decimal(12), "kinh tế"),
]
COLUMNS = {"ten": lambda r: r[0], "so": lambda r: r[1], "linh-vuc": lambda r: r[2]}


def shown(**query: str) -> list[str]:
    state = TableState.read(query)
    return [row[0] for row in state.arrange(ROWS, COLUMNS, lambda r: f"{r[0]} {r[2]}")]


def test_untouched_keeps_the_order_of_the_page() -> None:
    assert shown() == ["Phường 10", "Đầm Dơi", "Phường 2", "Ân"]


def test_names_sort_as_in_a_vietnamese_dictionary() -> None:
    assert shown(sort="ten:asc") == ["Ân", "Đầm Dơi", "Phường 2", "Phường 10"]


def test_numbers_sort_as_numbers_and_the_missing_stands_last_either_way() -> None:
    assert shown(sort="so:asc") == ["Phường 2", "Phường 10", "Ân", "Đầm Dơi"]
    assert shown(sort="so:desc") == ["Ân", "Phường 10", "Phường 2", "Đầm Dơi"]


def test_the_filter_needs_no_accents_and_takes_all_words() -> None:
    assert shown(q="dam doi") == ["Đầm Dơi"]
    assert shown(q="PHUONG xã") == ["Phường 10", "Phường 2"]
    assert shown(q="phuong kinh") == []


def test_groups_stand_together_and_keep_the_order_inside() -> None:
    assert shown(group="linh-vuc", sort="so:desc") == ["Ân", "Đầm Dơi", "Phường 10", "Phường 2"]


def test_a_column_the_table_does_not_know_changes_nothing() -> None:
    assert shown(sort="mat-khau:desc", group="mat-khau") == [row[0] for row in ROWS]
