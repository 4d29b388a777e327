"""What is said today of conferences, conclusions, findings, points and registered papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from datetime import date

from django.utils import timezone

from dieuhanh.conferences.models import Site
from dieuhanh.conferences.queries.concluded import conclusions
from dieuhanh.conferences.queries.doors import conferences
from dieuhanh.documents.actions.held import LONGEST_VALUE
from dieuhanh.documents.queries import documents
from dieuhanh.documents.queries.sources import Cited
from dieuhanh.domain.actors import Actor
from dieuhanh.paper.writing.compose.invitation import hour
from dieuhanh.paper.writing.compose.saying import count
from dieuhanh.tasks.models import Point
from dieuhanh.tasks.queries.programmes import may_see_any

from ..labels import cited as cited_as

KINDS = frozenset({"conference", "site", "conclusion", "point", "document"})
GONE = "không còn"
MARKS = ".;:, "
Words = Callable[[Collection[str], Actor], dict[str, str]]


def now(cited: Collection[Cited], *, seen_by: Actor, on: date) -> dict[Cited, str]:  # noqa: ARG001 - as every teller's
    """A query for conclusions, points and papers each, two for conferences."""
    found = _worded(cited, "conclusion", _conclusions, seen_by)
    found |= _worded(cited, "point", _points, seen_by)
    found |= _papers([each for each in cited if each.kind == "document"], seen_by)
    return found | _conferences(
        [each for each in cited if each.kind in {"conference", "site"}], seen_by
    )


def _conclusions(keys: Collection[str], seen_by: Actor) -> dict[str, str]:
    rows = conclusions(seen_by=seen_by).filter(pk__in=keys)
    return {str(pk): text for pk, text in rows.values_list("pk", "text")}


def _points(keys: Collection[str], seen_by: Actor) -> dict[str, str]:
    rows = Point.objects.filter(pk__in=keys) if may_see_any(seen_by) else Point.objects.none()
    return {str(pk): text for pk, text in rows.values_list("pk", "text")}


def _worded(cited: Collection[Cited], kind: str, rows: Words, seen_by: Actor) -> dict[Cited, str]:
    """What is worded by somebody, as it is worded now."""
    asked = {each: each.key for each in cited if each.kind == kind and each.key.isdecimal()}
    if not asked:
        return {}
    words = {
        key: text.strip()[:LONGEST_VALUE]
        for key, text in rows(set(asked.values()), seen_by).items()
    }
    return {
        each: each.value if words[key].rstrip(MARKS) == each.value.rstrip(MARKS) else words[key]
        for each, key in asked.items()
        if key in words
    }


def _papers(asked: Collection[Cited], seen_by: Actor) -> dict[Cited, str]:
    """How a paper is cited, with its number and day as the register has them."""
    codes = {each.key for each in asked}
    rows = documents(seen_by=seen_by).filter(code__in=codes).select_related("issuer")
    told = {row.code: cited_as(row)[:LONGEST_VALUE] for row in rows} if codes else {}
    return {
        each: told[each.key] for each in asked if each.key in told and not _is_count(each.value)
    }


def _is_count(printed: str) -> bool:
    """Whether a count was printed out of the paper, not the paper named."""
    return printed.replace("/", "").isdecimal()


def _conferences(asked: Collection[Cited], seen_by: Actor) -> dict[Cited, str]:
    """The day, the hour, and how many sites of a level there are."""
    codes = {each.key.partition("/")[0] for each in asked}
    if not codes:
        return {}
    rows = (
        conferences(seen_by=seen_by).filter(code__in=codes).values_list("pk", "code", "starts_at")
    )
    held = {code: (pk, timezone.localtime(at)) for pk, code, at in rows}
    sites = Site.objects.filter(conference__code__in=held)
    rows_of = list(sites.values_list("conference__code", "level", "pk", "name"))
    counted = Counter((code, level) for code, level, _, _ in rows_of)
    names = {f"{code}/{pk}": name for code, _, pk, name in rows_of}
    found = {}
    for each in asked:
        code, _, what = each.key.partition("/")
        if code not in held:
            continue
        at = held[code][1]
        if each.kind == "site":
            found[each] = names.get(each.key, GONE)
        elif what.startswith("sites/"):
            found[each] = count(counted[code, what.removeprefix("sites/")])
        else:
            day = f"{at:%d/%m/%Y}"
            found[each] = f"{hour(at)}, ngày {day}" if what == "hour" else day
    return found


__all__ = ["KINDS", "now"]
