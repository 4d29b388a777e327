"""Reading pages the way a reader does: their words, one part of them, the addresses they lead to."""

from __future__ import annotations

import html
import re

from django.test import Client

BREAKS = re.compile(r"</(?:td|th|p|h\d|li|a|dd|dt|div|button|option)>")


def page(client: Client, address: str, **headers: str) -> str:
    """The page's source, which must be there."""
    response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return html.unescape(response.content.decode())


def words(source: str) -> str:
    """What a page says, without its marks and drawings, on one line."""
    bare = re.sub(r"<(script|style|svg).*?</\1>", "", source, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", BREAKS.sub(" ", bare))).strip()


def between(source: str, start: str, end: str) -> str:
    """The part after `start` and before `end`, both of which must be there."""
    assert start in source, start
    rest = source.partition(start)[2]
    assert end in rest, end
    return rest.partition(end)[0]


def addresses(source: str, under: str = "/") -> set[str]:
    """Where the page's links lead, within the site, without the place on the page."""
    found = re.findall(r'href="([^"#]*)', source)
    return {address for address in found if address.startswith(under)}
