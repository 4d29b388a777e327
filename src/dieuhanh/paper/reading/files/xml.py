"""XML of a paper parsed with nothing in it that reaches out or blows up."""

from __future__ import annotations

from typing import Any

from lxml import etree

from dieuhanh.domain.errors import BadInput

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The strict variant of the format names the same things elsewhere.
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def parse(content: bytes) -> Any:
    """The root of a part. Raises BadInput("paper.entities" | "paper.broken").

    No program that writes papers declares a document type: one who does means to have entities
    expanded or files fetched.
    """
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise BadInput("paper.entities")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadInput("paper.broken") from error
    if root is None:
        raise BadInput("paper.broken")
    if root.getroottree().docinfo.doctype:
        raise BadInput("paper.entities")
    return root


def name_of(element: Any) -> str:
    """An element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def told(element: Any, name: str) -> str:
    """A Word attribute of an element, empty where it has none."""
    return str(element.get(f"{WORD}{name}") or element.get(f"{STRICT}{name}") or "")
