"""Tables of a page told by their drawn lines: where lines cross there are cells.

Lines that touch make one table; a cell runs over the places between which no line is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .pdf_letters import Glyph, Rule, rows_of
from .pdf_paragraphs import paragraphs_of
from .tables import Cell

NEAR = 3.0  # points: lines so close are one
SHORT = 6.0
MOST_RULES = 3_000
MOST_LINES = 300


@dataclass(slots=True)
class Grid:
    """A ruled table: the places of its lines, and its cells with the letters inside them."""

    xs: list[float]
    ys: list[float]
    level: list[Rule]
    upright: list[Rule]
    glyphs: dict[tuple[int, int], list[Glyph]] = field(default_factory=dict)
    pages: list[int] = field(default_factory=list)
    """The page of each row."""

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of a point; None outside the table."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]):
            return None
        column = max(at for at, edge in enumerate(self.xs[:-1]) if edge <= x)
        row = max(at for at, edge in enumerate(self.ys[:-1]) if edge >= y)
        return row, column

    def fits(self, other: Grid) -> bool:
        """Whether a table at the top of the next page has this one's columns."""
        edges = abs(self.xs[0] - other.xs[0]) <= NEAR and abs(self.xs[-1] - other.xs[-1]) <= NEAR
        shared = sum(any(abs(x - y) <= NEAR for y in self.xs) for x in other.xs)
        return edges and shared == min(len(self.xs), len(other.xs))

    def take(self, other: Grid) -> None:
        """Go on with the table of the next page; heads printed there again are left out."""
        xs, down = _places([*self.xs, *other.xs]), self.ys[-1] - other.ys[0]
        own = {(r, _nearest(xs, self.xs[c])): g for (r, c), g in self.glyphs.items()}
        again = self._heads_again(other)
        below = len(self.ys) - 1
        self.glyphs = own
        split = self._goes_on(other, again)
        for (row, column), glyphs in other.glyphs.items():
            if row >= again:
                place = row + below - (again + 1 if split and row == again else 0)
                moved = [g._replace(bottom=g.bottom + down, top=g.top + down) for g in glyphs]
                self.glyphs.setdefault((place, _nearest(xs, other.xs[column])), []).extend(moved)
        self.xs = xs
        self.ys += [y + down for y in other.ys[1:]]
        self.level += [r._replace(bottom=r.bottom + down, top=r.top + down) for r in other.level]
        self.upright += [
            r._replace(bottom=r.bottom + down, top=r.top + down) for r in other.upright
        ]
        self.pages += other.pages

    def _heads_again(self, other: Grid) -> int:
        """How many rows at the top of the other table say what the first ones of this one do."""
        count = 0
        while count < 3 and self._said(count) and self._said(count) == other._said(count):
            count += 1
        return count

    def _goes_on(self, other: Grid, row: int) -> bool:
        """Whether the page broke a row: below its number stands nothing, and no figure beside."""
        last = len(self.ys) - 2
        before = {column for at, column in self.glyphs if at == last}
        after = {column for at, column in other.glyphs if at == row}
        if len(self.xs) != len(other.xs) or not after or 0 in after or 0 not in before:
            return False
        texts = ["".join(glyph.text for glyph in other.glyphs[row, column]) for column in after]
        words = all(sum(map(str.isalpha, text)) * 2 > len(text) for text in texts)
        return after <= before and words

    def _said(self, row: int) -> str:
        places = sorted(place for place in self.glyphs if place[0] == row)
        return "".join(glyph.text for place in places for glyph in self.glyphs[place]).strip()

    def cells(self) -> list[Cell]:
        """Its cells with their text, merged ones whole."""
        made: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) in taken:
                    continue
                rows, columns = self._reach(row, column, taken)
                covered = [(row + d, column + r) for d in range(rows) for r in range(columns)]
                taken.update(covered)
                inside = [g for place in covered for g in self.glyphs.get(place, ())]
                lines = [passage.text for passage in paragraphs_of(rows_of(inside))]
                made.append(Cell(row, column, "\n".join(lines), rows, columns, tuple(lines)))
        return made

    def _reach(self, row: int, column: int, taken: set[tuple[int, int]]) -> tuple[int, int]:
        columns = 1
        while (
            column + columns < len(self.xs) - 1
            and (row, column + columns) not in taken
            and not self._wall(row, column + columns)
        ):
            columns += 1
        rows = 1
        while row + rows < len(self.ys) - 1 and not any(
            self._floor(row + rows, column + r) or (row + rows, column + r) in taken
            for r in range(columns)
        ):
            rows += 1
        return rows, columns

    def _wall(self, row: int, line: int) -> bool:
        """Whether an upright line stands between the columns before and after it, in this row."""
        x, middle = self.xs[line], (self.ys[row] + self.ys[row + 1]) / 2
        return any(
            abs((r.left + r.right) / 2 - x) <= NEAR and r.bottom <= middle <= r.top
            for r in self.upright
        )

    def _floor(self, line: int, column: int) -> bool:
        """Whether a level line lies between the rows above and below it, in this column."""
        y, middle = self.ys[line], (self.xs[column] + self.xs[column + 1]) / 2
        return any(
            abs((r.bottom + r.top) / 2 - y) <= NEAR and r.left <= middle <= r.right
            for r in self.level
        )


def grids_of(rules: Sequence[Rule], glyphs: Iterable[Glyph]) -> tuple[list[Grid], list[Glyph]]:
    """The ruled tables of a page with their letters, and the letters that stand in none."""
    if len(rules) > MOST_RULES:
        return [], list(glyphs)  # a drawing or a map
    grids = [grid for group in _touching(rules) if (grid := _grid(group))]
    left: list[Glyph] = []
    last: list[Glyph] = left
    for glyph in glyphs:
        if not math.isnan(glyph.left):
            last = _home(glyph, grids, left)
        last.append(glyph)
    held = [grid for grid in grids if grid.glyphs]
    return held, left


def _home(glyph: Glyph, grids: Sequence[Grid], left: list[Glyph]) -> list[Glyph]:
    x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
    for grid in grids:
        if (place := grid.place(x, y)) is not None:
            return grid.glyphs.setdefault(place, [])
    return left


def _nearest(places: Sequence[float], value: float) -> int:
    return min(range(len(places)), key=lambda at: abs(places[at] - value))


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines in groups that touch one another."""
    order = sorted((r for r in rules if _long(r)), key=lambda r: r.left)
    group = list(range(len(order)))

    def head(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for one, rule in enumerate(order):
        for other in range(one + 1, len(order)):
            if order[other].left > rule.right + NEAR:
                break
            if order[other].bottom <= rule.top + NEAR and rule.bottom <= order[other].top + NEAR:
                group[head(other)] = head(one)
    found: dict[int, list[Rule]] = {}
    for at, rule in enumerate(order):
        found.setdefault(head(at), []).append(rule)
    return list(found.values())


def _long(rule: Rule) -> bool:
    return max(rule.right - rule.left, rule.top - rule.bottom) >= SHORT


def _grid(rules: Sequence[Rule]) -> Grid | None:
    """A table of these lines; None where they make none."""
    level = [r for r in rules if r.right - r.left >= r.top - r.bottom]
    upright = [r for r in rules if r.right - r.left < r.top - r.bottom]
    xs = _places([(r.left + r.right) / 2 for r in upright])
    ys = _places([(r.bottom + r.top) / 2 for r in level])
    # A table open at its sides still ends where its level lines end; so for top and bottom.
    if level and xs:
        ends = (min(r.left for r in level), max(r.right for r in level))
        xs = _with_ends(xs, *ends)
    if upright and ys:
        ys = _with_ends(ys, min(r.bottom for r in upright), max(r.top for r in upright))
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    if len(xs) > MOST_LINES or len(ys) > MOST_LINES:
        return None
    return Grid(xs, ys[::-1], level, upright)


def _with_ends(places: list[float], low: float, high: float) -> list[float]:
    begin = [low] if low < places[0] - 2 * NEAR else []
    end = [high] if high > places[-1] + 2 * NEAR else []
    return [*begin, *places, *end]


def _places(values: Iterable[float]) -> list[float]:
    """Values that lie close made one, in order."""
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > NEAR:
            made.append(value)
    return made
