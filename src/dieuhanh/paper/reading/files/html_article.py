"""Which part of a page of the web is its text: menus, notices, lists of links and feet are not.

Told by the page's own marks: elements, roles, the names its makers gave their boxes, and how much of
a box is links. What holds words of its own is kept rather than lost.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from dieuhanh.domain.errors import BadInput

from .xml import name_of

DROPPED = {
    "script", "style", "nav", "noscript", "template", "head", "aside", "footer", "form", "iframe",
    "button", "select", "svg", "object", "embed", "video", "audio", "canvas", "dialog", "menu",
    "textarea", "input", "option", "map", "del", "strike",
}  # fmt: skip
MAX_ELEMENTS = 300_000
ARTICLE_SHARE = 3  # an <article> is the page's text when it holds a third of it or more
_ROLES = {
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
    "menu", "menubar", "toolbar", "tablist", "tooltip",
}  # fmt: skip
_BOXES = {
    "nav", "navbar", "menu", "breadcrumb", "breadcrumbs", "sidebar", "footer", "foot", "copyright",
    "related", "share", "sharing", "social", "comment", "comments", "cookie", "cookies", "consent",
    "advert", "advertisement", "ads", "popup", "modal", "pagination", "newsletter", "subscribe",
    "lienquan", "binhluan", "docnhieu", "quangcao", "toolbar", "topbar",
}  # fmt: skip
_WORDS = re.compile(r"[a-z0-9]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_IMPRINT = re.compile(
    r"cơ quan chủ quản|giấy phép (?:số|thiết lập|xuất bản|hoạt động)|bản quyền|©|tổng biên tập"
    r"|chịu trách nhiệm (?:chính|nội dung|xuất bản)",
    re.IGNORECASE,
)
_LONGEST_IMPRINT = 900
_HOLDERS = {"div", "section", "ul", "ol", "dl", "center", "span"}
_LINKED = 3, 5  # a box is a list of links when these make three of five of its letters
_FEWEST_LINKS = 2
_PROSE = 300  # letters outside links that make a page one of text, not of links
_MOST_OF_IT = 9, 10
Size = tuple[int, int, int]  # letters outside links, inside them, links


class Shown:
    """A page's elements with how much text each holds, and which of them are not its text."""

    def __init__(self, whole: Any) -> None:
        self._whole = whole
        self._sizes: dict[Any, Size] = {}
        self._dropped: dict[Any, bool] = {}
        self._measure()
        self._plain, self._linked, _ = self._size(whole)

    def dropped(self, element: Any) -> bool:
        """Whether an element is no part of the text."""
        known = self._dropped.get(element)
        if known is None:
            known = name_of(element) in DROPPED or hidden(element) or self._furniture(element)
            self._dropped[element] = known
        return known

    def text_in(self) -> list[Any]:
        """The elements that hold the text: the title, where it stands outside, and the text itself."""
        main = self._marked()
        main = self._fullest() if main is None else main
        title = next((h for h in self._whole.iter("h1") if not self._within_dropped(h)), None)
        if title is None or main is self._whole or main in title.iterancestors():
            return [main]
        return [title, main]

    def _measure(self) -> None:
        for seen, (_, element) in enumerate(etree.iterwalk(self._whole, events=("end",))):
            if seen > MAX_ELEMENTS:
                raise BadInput("paper.too_heavy")
            name = name_of(element)
            if name in DROPPED or hidden(element):
                self._sizes[element] = 0, 0, 0
                continue
            plain, linked, links = len((element.text or "").strip()), 0, 0
            for child in element:
                inner = self._sizes.get(child, (0, 0, 0))
                plain += inner[0] + len((child.tail or "").strip())
                linked, links = linked + inner[1], links + inner[2]
            if name == "a":
                plain, linked, links = 0, plain + linked, 1
            self._sizes[element] = plain, linked, links

    def _size(self, element: Any) -> Size:
        return self._sizes.get(element, (0, 0, 0))

    def _marked(self) -> Any | None:
        """The part that the page itself marks as its text."""
        total = self._plain + self._linked
        for path in (".//article", ".//main", ".//*[@role='main']"):
            found = self._whole.findall(path)[:50]
            best = max(found, key=lambda each: sum(self._size(each)[:2]), default=None)
            if best is not None and sum(self._size(best)[:2]) * ARTICLE_SHARE >= total:
                return best
        return None

    def _fullest(self) -> Any:
        """The smallest box with nearly all words outside links."""
        least, of = _MOST_OF_IT
        wanted = (self._plain - self._outside(self._whole)) * least
        at = self._whole
        while True:
            inner = [
                child for child in at if name_of(child) in _HOLDERS and not self.dropped(child)
            ]
            fullest = max(inner, key=self._kept, default=None)
            if fullest is None or self._kept(fullest) * of < wanted or not wanted:
                return at
            at = fullest

    def _kept(self, element: Any) -> int:
        return self._size(element)[0] - self._outside(element)

    def _outside(self, element: Any) -> int:
        """Words of the furniture in a box, as far as it stands near its surface."""
        return sum(
            self._size(part)[0]
            for child in element
            for part in ([child] if self._furniture(child) else child)
            if self._furniture(part)
        )

    def _within_dropped(self, element: Any) -> bool:
        return self.dropped(element) or any(
            self.dropped(each) for each in element.iterancestors() if each is not self._whole
        )

    def _furniture(self, element: Any) -> bool:
        """A menu, notice, list of links or imprint, none of which is most of the page."""
        name = name_of(element)
        if element is self._whole or name in {"article", "main", "p", "h1", "td"}:
            return False
        if (element.get("role") or "") in _ROLES or element.get("aria-modal") == "true":
            return True
        plain, linked, links = self._size(element)
        if 2 * plain > self._plain:
            return False
        masthead = name == "header" and links and next(element.iter("h1"), None) is None
        if _boxed(element) or masthead:
            return True
        told = self._plain >= _PROSE and name in _HOLDERS
        return told and (_of_links(plain, linked, links) or _imprint(element, plain + linked))


def _boxed(element: Any) -> bool:
    """Whether its makers named it a menu, a cookie notice, news related."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"[:300].lower()
    return bool(_BOXES & {*_WORDS.findall(named), *named.replace("-", "").split()})


def _of_links(plain: int, linked: int, links: int) -> bool:
    least, of = _LINKED
    return links >= _FEWEST_LINKS and linked * of >= (plain + linked) * least


def _imprint(element: Any, letters: int) -> bool:
    """Who publishes the page, by which licence."""
    if not 0 < letters <= _LONGEST_IMPRINT:
        return False
    return bool(_IMPRINT.search(" ".join("".join(element.itertext()).split())))


def hidden(element: Any) -> bool:
    """Whether a page says itself that an element is not shown."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search((element.get("style") or "")[:1000]))
    )


__all__ = ["DROPPED", "MAX_ELEMENTS", "Shown", "hidden"]
