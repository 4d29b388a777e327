"""Error pages: gentle, complete, and the two refusals alike to the letter."""

from __future__ import annotations

import re

import pytest
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.utils.translation import override


def page(name: str, lang: str = "vi", **context: str) -> str:
    with override(lang):
        return render_to_string(name, context, request=RequestFactory().get("/bi-mat"))


def heading(html: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", html)
    assert found
    return found.group(1)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_refused_and_missing_cannot_be_told_apart(lang: str) -> None:
    tokens = re.compile(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]*')
    refused, missing = (tokens.sub("", page(name, lang)) for name in ("403.html", "404.html"))
    assert refused == missing
    assert "bi-mat" not in re.sub(r'name="next" value="[^"]*"', "", missing)


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
def test_each_speaks_both_languages(name: str) -> None:
    vi, en = heading(page(name, "vi")), heading(page(name, "en"))
    assert vi
    assert en
    assert vi != en


def test_the_servers_own_fault_needs_no_request_and_no_context() -> None:
    html = get_template("500.html").render()
    assert "Việc vừa làm chưa được ghi" in html
    assert "ui/tokens.css" in html


def test_a_bad_request_tells_the_located_message() -> None:
    told = "bang.csv, dòng 4: <1,234.5> không phải số Việt."
    assert "bang.csv, dòng 4: &lt;1,234.5&gt;" in page("400.html", told=told)
