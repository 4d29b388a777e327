"""Make the simulated commune and district figures of Cà Mau, 2021: `python simulate.py`.

Sources publish these indicators for the province alone. The figures made here let the lower
levels be shown; every row is marked `simulated`, and they roll up to what was published, at its
printed decimals. The same inputs give the same bytes: whole numbers and SHA-256 only, no clock,
no float. Inputs: areas.csv, figures.csv and targets.csv beside this file.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEED = "dieuhanh ca-mau-2021"
PROVINCE = "96"
CITY = "964"
STATE_OF = date(2021, 12, 31)
STATED_ON = "10/01/2022"
NOTE = "dữ liệu mô phỏng"
USUAL = {
    "period": "2021",
    "span": "in_period",
    "unit": "%",
    "status": "preliminary",
    "known_from": STATED_ON,
    "date_precision": "day",
    "simulated": "x",
    "note": NOTE,
}
HOUSEHOLDS = {"Xã": (1800, 4200), "Phường": (2500, 6000), "Thị trấn": (2500, 6500)}

Row = dict[str, str]
Counts = dict[str, int]


@dataclass(frozen=True)
class Area:
    """One district or commune as it stood at the end of 2021."""

    code: str
    name: str
    kind: str
    parent: str


@dataclass(frozen=True)
class Province:
    """The areas of the year, with simulated households to weigh them by."""

    districts: list[Area]
    communes: list[Area]
    households: Counts

    @property
    def homes(self) -> Counts:
        """Households by commune."""
        return {area.code: self.households[area.code] for area in self.communes}

    def by_district(self, city_factor: int = 1) -> Counts:
        """Households by district, the city's counted several times over."""
        factors = {CITY: city_factor}
        return {d.code: self.households[d.code] * factors.get(d.code, 1) for d in self.districts}

    @property
    def rural(self) -> list[Area]:
        """The communes proper: wards and townships are urban."""
        return [area for area in self.communes if area.kind == "Xã"]


def draw(purpose: str, code: str, low: int, high: int) -> int:
    """A whole number from low to high, always the same for one purpose and area."""
    digest = hashlib.sha256(f"{SEED}|{purpose}|{code}".encode()).digest()
    return low + int.from_bytes(digest[:8], "big") % (high - low + 1)


def share_out(total: int, weights: Counts) -> Counts:
    """Split a whole number by weights so that the parts add up to it (largest remainder)."""
    whole = sum(weights.values())
    parts = {code: total * weight // whole for code, weight in weights.items()}
    left = total - sum(parts.values())
    by_remainder = sorted(weights, key=lambda code: (-(total * weights[code] % whole), code))
    for code in by_remainder[:left]:
        parts[code] += 1
    return parts


def uneven(purpose: str, counts: Counts, low: int, high: int, over: int = 1) -> Counts:
    """Each count times a number drawn between low and high, over `over`."""
    return {code: n * draw(purpose, code, low, high) // over for code, n in counts.items()}


def percent_of(total: int | Decimal, percent: Decimal) -> int:
    """The whole number nearest to so many percent."""
    return int((total * percent / 100).to_integral_value(ROUND_HALF_UP))


def read(path: Path) -> list[Row]:
    """The rows of one of our CSV files, below its declaration."""
    with path.open(encoding="utf-8", newline="") as lines:
        next(lines)
        return list(csv.DictReader(lines))


def number(text: str) -> Decimal:
    """A number in Vietnamese writing."""
    return Decimal(text.replace(".", "").replace(",", "."))


def vietnamese(value: int, tenths: int | None = None) -> str:
    """A whole number, and tenths if given, in Vietnamese writing."""
    return f"{value:,}".replace(",", ".") + ("" if tenths is None else f",{tenths}")


def load_province(folder: Path) -> Province:
    """The nine districts and 101 communes valid at the end of 2021."""
    areas = [
        Area(row["code"], row["name"], row["kind"], row["parent_code"])
        for row in read(folder / "areas.csv")
        if _day(row["valid_from"]) <= STATE_OF <= _day(row["valid_to"] or "31/12/9999")
    ]
    districts = [area for area in areas if area.parent == PROVINCE]
    codes = {area.code for area in districts}
    communes = [area for area in areas if area.parent in codes]
    homes = {area.code: draw("households", area.code, *HOUSEHOLDS[area.kind]) for area in communes}
    for district in districts:
        homes[district.code] = sum(homes[a.code] for a in communes if a.parent == district.code)
    return Province(districts, communes, homes)


def _day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 (a day has no zone)


class Published:
    """What was published for the whole province, which the simulated figures must meet."""

    def __init__(self, folder: Path) -> None:
        self._figures = read(folder / "figures.csv")
        self._targets = read(folder / "targets.csv")
        self.columns = list(self._figures[0])

    def figure(self, indicator: str, status: str = "preliminary", period: str = "2021") -> Row:
        """The provincial figure of that status and period."""
        (found,) = [
            row
            for row in self._figures
            if (row["indicator"], row["status"], row["period"]) == (indicator, status, period)
        ]
        return found

    def value(self, indicator: str, status: str = "preliminary", period: str = "2021") -> Decimal:
        """Its value."""
        return number(self.figure(indicator, status, period)["value"])

    def planned(self, indicator: str) -> Decimal:
        """The plan value of the target on that indicator."""
        (found,) = [row for row in self._targets if row["indicator"] == indicator]
        return number(found["value"])


def figure(indicator: str, area: Area, **cells: str) -> Row:
    """One row of the output; the area's own people's committee states it unless cells say so."""
    about = {"indicator": indicator, "area_code": area.code, "area_name": area.name}
    return about | USUAL | {"source": f"ubnd-{area.code}"} | cells


def ratios(name: str, of: list[Area], part: Counts, whole: Counts, **cells: str) -> Iterator[Row]:
    """Rows of numerator and denominator of the indicator named."""
    for area in of:
        above, below = vietnamese(part[area.code]), vietnamese(whole[area.code])
        yield figure(name, area, numerator=above, denominator=below, **cells)


def town_absences(indicator: str, province: Province) -> Iterator[Row]:
    """Wards and townships have no figure of a rural indicator, and say so."""
    for area in province.communes:
        if area.kind != "Xã":
            note = f"{NOTE}; phường, thị trấn không thuộc diện"
            yield figure(indicator, area, absence="not_applicable", note=note)


def poverty(province: Province, published: Published) -> Iterator[Row]:
    """Net fall in poor households over all households, by commune."""
    indicator = "giam-ty-le-ho-ngheo"
    fewer = percent_of(sum(province.homes.values()), published.value(indicator))
    parts = share_out(fewer, uneven(indicator, province.homes, 40, 160))
    yield from ratios(indicator, province.communes, parts, province.homes, unit="điểm %")


def new_countryside(province: Province, published: Published) -> Iterator[Row]:
    """Which communes meet the new-rural standards: as many as were published."""
    indicator = "xa-nong-thon-moi"
    reached = int(published.figure(indicator)["numerator"])
    ranked = sorted(province.rural, key=lambda a: draw(indicator, a.code, 0, 10**12))
    meets = {area.code: int(place < reached) for place, area in enumerate(ranked)}
    yield from ratios(indicator, province.rural, meets, dict.fromkeys(meets, 1))
    yield from town_absences(indicator, province)


def water(province: Province, published: Published) -> Iterator[Row]:
    """Rural people with hygienic water over rural people, by commune."""
    indicator = "nuoc-hop-ve-sinh"
    homes = {area.code: province.households[area.code] for area in province.rural}
    people = uneven("people", homes, 38, 43, over=10)
    parts = all_but(indicator, people, published.value(indicator))
    yield from ratios(indicator, province.rural, parts, people)
    yield from town_absences(indicator, province)


def all_but(purpose: str, whole: Counts, percent: Decimal) -> Counts:
    """Parts reaching `percent` of the sum; what is short is shared out, so none exceeds its whole."""
    total = sum(whole.values())
    missing = share_out(total - percent_of(total, percent), uneven(purpose, whole, 40, 160))
    return {code: count - missing[code] for code, count in whole.items()}


def compulsory_insurance(province: Province, published: Published) -> Iterator[Row]:
    """Insured over liable workers, by district, as the provincial insurance body counts them."""
    indicator = "bhxh-bat-buoc"
    liable = uneven(indicator, province.by_district(city_factor=4), 9, 15, over=100)
    parts = all_but(f"{indicator} short", liable, published.value(indicator))
    yield from ratios(indicator, province.districts, parts, liable, source="bhxh-ca-mau")


def voluntary_insurance(province: Province, published: Published) -> Iterator[Row]:
    """Voluntarily insured over eligible workers, by district."""
    indicator = "bhxh-tu-nguyen"
    eligible = uneven(indicator, province.by_district(), 110, 140, over=100)
    insured = percent_of(sum(eligible.values()), published.value(indicator))
    parts = share_out(insured, uneven(f"{indicator} in", eligible, 60, 140))
    yield from ratios(indicator, province.districts, parts, eligible, source="bhxh-ca-mau")


def jobs(province: Province, published: Published) -> Iterator[Row]:
    """People placed in jobs in nine months, by commune: the year's result is unknown."""
    indicator, period = "giai-quyet-viec-lam", "2021-01-01/P9M"
    done = published.value("hoan-thanh-viec-lam", period=period)
    placed = percent_of(published.planned(indicator), done)
    parts = share_out(placed, uneven(indicator, province.homes, 70, 130))
    cells = {"period": period, "span": "to_date", "unit": "lượt người"}
    for area in province.communes:
        yield figure(indicator, area, value=vietnamese(parts[area.code]), **cells)


def waste(province: Province, published: Published) -> Iterator[Row]:
    """Tonnes of urban and industrial waste collected over produced, by district."""
    indicator = "rac-thai-thu-gom"
    urban = dict.fromkeys(province.by_district(), 0)
    for area in province.communes:
        if area.kind != "Xã":
            urban[area.parent] += province.households[area.code]
    tonnes = uneven(indicator, urban, 90, 140, over=100)
    parts = all_but(f"{indicator} short", tonnes, published.value(indicator))
    yield from ratios(indicator, province.districts, parts, tonnes)


def revenue(province: Province, published: Published) -> Iterator[Row]:
    """Budget revenue by district, to a tenth of a tỷ, for both of the year's vintages."""
    indicator = "thu-ngan-sach"
    weights = uneven(indicator, province.by_district(city_factor=6), 60, 120)
    for status, day in (("estimated", "31/12/2021"), ("preliminary", STATED_ON)):
        tenths = share_out(int(published.value(indicator, status) * 10), weights)
        for area in province.districts:
            value = vietnamese(*divmod(tenths[area.code], 10))
            cells = {"value": value, "unit": "tỷ đồng", "status": status, "known_from": day}
            yield figure(indicator, area, **cells)


MAKERS: tuple[Callable[[Province, Published], Iterator[Row]], ...] = (
    poverty, new_countryside, water, compulsory_insurance, voluntary_insurance, jobs, waste, revenue,
)  # fmt: skip


def write(folder: Path, out: Path) -> int:
    """Write the simulated figures of the folder's areas to `out`; returns how many."""
    province, published = load_province(folder), Published(folder)
    rows = [row for make in MAKERS for row in make(province, published)]
    with out.open("w", encoding="utf-8", newline="") as lines:
        lines.write("# dieuhanh: figures; numbers=vi\n")
        writer = csv.DictWriter(lines, published.columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "figures_simulated.csv"
    print(write(here, target), target)
