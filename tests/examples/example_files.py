"""Reading the example folders for their tests: csv and Decimal alone, none of our own readers."""

from __future__ import annotations

import csv
import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
FACTS = Path(__file__).parent / "facts"
CA_MAU, VIET_NAM = EXAMPLES / "ca-mau-2021", EXAMPLES / "viet-nam-2019"
COLUMNS = {
    "areas": "code,name,kind,parent_code,valid_from,valid_to,start_known,document,note",
    "successions": "effective,kind,from_code,to_code,weight,document,note",
    "bodies": "code,name,name_en,short_name,kind,area_code,parent_code,valid_from,valid_to,url,note",
    "documents": "code,number,type,issuer_code,issuer_name,issued_on,date_precision,title,url,file,"
    "secrecy,note",
    "indicators": "code,name,name_en,unit,field,definition,numerator,denominator,over_areas,"
    "over_time,better,decimals,price_base,periodicity,breakdowns,counted_at,reported_by,"
    "source_note,method_note",
    "plans": "code,name,name_en,kind,period,area_code,owner_code,judged_source,version,"
    "in_force_from,in_force_precision,document,decided_by,note",
    "targets": "plan,version,no,part_of,indicator,name,name_en,group,kind,comparator,value,"
    "value_high,unit,base_value,base_unit,better,tolerance_pct,decimals,value_status,value_source,"
    "value_document,candidate,lead_body,head,note",
    "figures": "indicator,area_code,area_name,period,span,breakdown,source,value,value_high,bound,"
    "numerator,denominator,unit,absence,status,release,known_from,date_precision,document,quote,"
    "as_printed,simulated,note",
    "judgements": "plan,no,label,known_from,date_precision,document,quote,other_set,note",
    "tallies": "plan,as_of,date_precision,met,total,exceeded,document,quote,other_set,note",
    "findings": "plan,kind,sentence,field,body,targets,document,quote,known_from,note",
    "conferences": "code,name,name_en,host,place,day,begins,ends,state,plan,simulated,document,note",
    "sites": "conference,body,parent,name,level",
    "delegates": "conference,site,body,name,office,kind,votes",
    "agenda": "conference,position,title,title_en,kind,minutes,presenter",
    "contributions": "conference,item,site,office,text,document,quote",
    "conclusions": "conference,number,item,group,text,field,body,due_on,targets,findings,"
    "contributions,document,quote",
    "texts": "conference,kind,text,office,document",
    "photos": "conference,position,caption",
}
_DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_NUMBER = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d{1,3})(,\d+)?")

Row = dict[str, str]


def template(path: Path) -> str:
    """The template a file follows: figures_simulated.csv is of the template figures."""
    return path.stem.removesuffix("_simulated").removesuffix("_counted")


def rows(folder: Path, name: str) -> list[Row]:
    """The rows of one file below its declaration."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        next(lines)
        return list(csv.DictReader(lines, strict=True))


def codes(folder: Path, name: str) -> set[str]:
    """The codes one file declares."""
    return {row["code"] for row in rows(folder, name)}


def facts(name: str) -> list[Row]:
    """A table of facts as it was collected, with its sources."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def number(text: str) -> Decimal:
    """A number in Vietnamese writing, grouped from a thousand up; anything else fails."""
    assert _NUMBER.fullmatch(text), text
    return Decimal(text.replace(".", "").replace(",", "."))


def day(text: str) -> date:
    """A day written dd/mm/yyyy; anything else fails."""
    found = _DAY.fullmatch(text)
    assert found, text
    return date(int(found[3]), int(found[2]), int(found[1]))


def half_up(value: Decimal, decimals: int) -> Decimal:
    """Rounded half up."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def area_on(folder: Path, code: str, on: date) -> Row:
    """The one area that carried the code on that day."""
    (found,) = [
        row
        for row in rows(folder, "areas")
        if row["code"] == code
        and day(row["valid_from"]) <= on
        and (not row["valid_to"] or on <= day(row["valid_to"]))
    ]
    return found
