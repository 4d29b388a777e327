"""How long a paper takes to read, and that twice the length takes twice the time."""

from __future__ import annotations

from pathlib import Path

from dieuhanh.paper.reading import read

from .lines import Line, at_most, median_ms

ARTICLE = (
    Path(__file__).parents[1] / "examples" / "ca-mau-2021" / "documents" / "bai-bao-2022-01-12.txt"
)
BYTES = 12_000
BUDGET_MS = 30
LONGER = 16
MOST_PER_LENGTH = 1.5


def run() -> list[Line]:
    """The median of a paper of 12 kB, and how the time of one 16 times as long compares."""
    text = ARTICLE.read_bytes().decode("utf-8")
    page = text.encode("utf-8")[:BYTES].decode("utf-8", "ignore")
    short = median_ms(lambda: read(page))
    figures = next(line for line in text.splitlines() if line.startswith("Kết quả có"))
    dense = "\n\n".join([figures] * (BYTES // len(figures.encode("utf-8"))))
    crowded = median_ms(lambda: read(dense))
    long = median_ms(lambda: read("\n\n".join([page] * LONGER)), rounds=5)
    per_length = round(long / short / LONGER, 2)
    return [
        at_most("read: 12 kB of a paper", short, "ms", BUDGET_MS),
        at_most("read: as long, of nothing but figures", crowded, "ms"),
        at_most(
            f"read: {LONGER} times the length, time per length", per_length, "×", MOST_PER_LENGTH
        ),
    ]
