"""A form's rules: set in words and numbers, tried on the last round, then kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.checks import CheckKind, Rule, Severity
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.form_editing import fresh_key
from dieuhanh.domain.forms import RowKind, RowSpec
from dieuhanh.domain.numbers import plain, read_plain, read_vi, write_vi
from dieuhanh.domain.wording import message
from dieuhanh.domain.wording.check_rules import AGAINST, KINDS, RELATIONS, rule_text
from dieuhanh.domain.wording.checks import finding_text
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang, pick

from ..actions.checks import checked_rule, put_check, retire_check
from ..models import Check, Form, FormVersion
from ..queries.checking import ground_of, rule_of
from ..queries.dry_run import DryRun, dry_run
from ..queries.forms import checks_of, draft_rows, form, rows_elsewhere, specs_of, versions

NUMBERS = ("low", "high", "up", "down", "least", "limit", "history", "tolerance")
WORDS = ("against", "relation", "numerator", "denominator")
MOST_TOLD = 20


def rule_page(request: Asked, code: str, rule: str = "") -> HttpResponse:
    """Set one rule: look at what it would have found, then keep it."""
    found = form(code, seen_by=request.actor)
    request.actor.require(Permission.FORM_EDIT, body=found.owner_id)
    held = _held(found, rule)
    typed = request.POST if request.method == "POST" else _typed(held, request.GET)
    kind = typed.get("kind", "") if typed.get("kind", "") in set(CheckKind) else CheckKind.RANGE
    told, tried, sentence = "", None, ""
    rows = _rows(found)
    if request.method == "POST":
        try:
            asked = checked_rule(found, _rule(request.POST, CheckKind(kind), rule, found))
            labels = dict(ground_of(0, [asked]).named) | {row.key: row.label for row in rows}
            sentence = rule_text(asked, labels, page_lang())
            if typed.get("do") == "save":
                put_check(by=request.actor, form=found, rule=asked)
                messages.success(request, _("Đã lưu quy tắc."))
                return redirect("reports:form", code=code)
            tried = _tried(dry_run(found, asked, seen_by=request.actor))
        except BadInput as fault:
            told = message(fault, page_lang())
    english = page_lang() == "en"
    context = {
        "form": found, "held": held, "typed": typed, "kind": kind, "rows": rows,
        "kinds": {k.value: words[english] for k, words in KINDS.items()},
        "against": {k.value: words[english] for k, words in AGAINST.items()},
        "relations": {k.value: words[english] for k, words in RELATIONS.items()},
        "chosen_parts": _chosen(typed, "parts"), "told": told, "tried": tried, "sentence": sentence,
        "did_try": typed.get("do") == "try" and not told,
    }  # fmt: skip
    if kind == CheckKind.SUM:
        context |= _terms(request, found, typed)
    return render(request, "reports/form_rule.html", context, status=400 if told else 200)


@require_POST
def retire(request: Asked, code: str, rule: str) -> HttpResponse:
    """Check a rule no more."""
    found = form(code, seen_by=request.actor)
    retire_check(by=request.actor, form=found, code=rule)
    messages.success(request, _("Đã ngừng quy tắc."))
    return redirect("reports:form", code=code)


def rule_lines(checks: Sequence[Check], shown: FormVersion | None) -> list[dict[str, Any]]:
    """The rules of a form, each in words."""
    rules = [rule_of(check) for check in checks]
    ground = ground_of(shown.pk, rules) if shown and checks else None
    own = {row.key: row.label for row in ground.rows} if ground else {}
    labels = own | dict(ground.named) if ground else own
    return [
        {
            "check": check,
            "text": rule_text(rule, labels, page_lang()),
            "gone": bool(own) and check.row_key not in own,
        }
        for check, rule in zip(checks, rules, strict=True)
    ]


def _held(found: Form, code: str) -> Check | None:
    if not code:
        return None
    for check in checks_of(found, retired=True):
        if check.code == code:
            return check
    raise Missing("form.missing")


def _rows(found: Form) -> list[RowSpec]:
    newest = next(iter(versions(found)), None)
    issued = specs_of(newest) if newest else ()
    known = {row.key: row for row in (*draft_rows(found), *issued)}
    return [row for row in known.values() if row.kind is not RowKind.HEADING]


def _typed(held: Check | None, asked: QueryDict) -> QueryDict:
    """What the page opens with: the rule as kept, its numbers as Vietnamese write them."""
    typed = QueryDict(mutable=True)
    if held is None:
        typed["kind"] = asked.get("kind", "")
        typed["severity"] = Severity.SOFT.value
        return typed
    typed.update(
        {
            "kind": held.kind, "row": held.row_key, "severity": held.severity,
            "words": held.words, "words_en": held.words_en,
        }
    )  # fmt: skip
    for name, value in held.parameters.items():
        if name in NUMBERS:
            typed[name] = write_vi(read_plain(str(value)))
        elif name in {"parts", "terms"}:
            typed.setlist("term" if name == "terms" else name, value)
        else:
            typed[name] = str(value)
    return typed


def _rule(post: QueryDict, kind: CheckKind, code: str, found: Form) -> Rule:
    parameters: dict[str, Any] = {name: post.get(name, "") for name in WORDS}
    for name in NUMBERS:
        if text := post.get(name, "").strip():
            parameters[name] = plain(read_vi(text))
    parameters["parts"] = _chosen(post, "parts")
    parameters["terms"] = _chosen(post, "term")
    row, severity = post.get("row", ""), post.get("severity", "")
    return Rule(
        code or _fresh_code(found, row, kind), kind, row,
        Severity(severity) if severity in set(Severity) else Severity.SOFT,
        parameters, post.get("words", "")[:300], post.get("words_en", "")[:300],
    )  # fmt: skip


def _chosen(typed: QueryDict, name: str) -> list[str]:
    """The rows chosen in a list, an empty choice aside."""
    return [key for key in typed.getlist(name) if key]


def _terms(request: Asked, found: Form, typed: QueryDict) -> dict[str, Any]:
    """For a sum: what is chosen of the form's own rows and of others', and what may be."""
    elsewhere = rows_elsewhere(found, seen_by=request.actor)
    chosen = _chosen(typed, "term")
    names = {
        f"{other.code}:{row.key}": f"{pick(other.name, other.name_en)}: {row.no} {row.label}"
        for other, rows in elsewhere
        for row in rows
    }
    return {
        "chosen_terms": chosen,
        "far_terms": [(term, names.get(term, term)) for term in chosen if ":" in term],
        "elsewhere": elsewhere,
    }


def _fresh_code(found: Form, row: str, kind: CheckKind) -> str:
    there = [RowSpec(check.code, check.code) for check in checks_of(found, retired=True)]
    return fresh_key(f"{row[:60]} {kind.value}", there)


def _tried(run: DryRun | None) -> dict[str, Any] | None:
    if run is None:
        return None
    return {
        "round": run.round,
        "bodies": run.bodies,
        "count": len(run.flagged),
        "told": [
            (each, [finding_text(finding, page_lang()) for finding in each.findings])
            for each in run.flagged[:MOST_TOLD]
        ],
        "more": max(0, len(run.flagged) - MOST_TOLD),
    }
