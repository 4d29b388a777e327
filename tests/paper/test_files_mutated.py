"""Whatever bytes are handed in, reading gives a text or one of our own refusals, nothing else."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dieuhanh.domain.errors import BadInput
from dieuhanh.domain.wording import message
from dieuhanh.paper.reading.files import text_of
from tests.paper.paper_files import (
    LETTERHEAD,
    PAGE,
    SENTENCE,
    letterhead,
    pdf,
    repacked,
    says,
    table,
    targets,
    word,
)

NAMES = st.sampled_from(["", "a.txt", "a.html", "a.docx", "a.doc", "a", "a.pdf.docx"])
STARTS = st.sampled_from(
    [b"", b"PK\x03\x04", b"{\\rtf", b"\xff\xfe", b"<html>", b"<!doctype html>"]
)
WORD = word(letterhead, says(SENTENCE), says("một", "List Number"), targets)
PARTS = st.sampled_from(
    [
        "word/document.xml",
        "word/numbering.xml",
        "word/styles.xml",
        "_rels/.rels",
        "[Content_Types].xml",
    ]
)
HTML = (
    f"<html><body><article><h1>Tin</h1><p>{SENTENCE}<ul><li>một</ul><table><tr><th rowspan=2>a"
    "<th colspan=2>b<tr><td>1<td>2</table><pre>a\nb</pre></article></body></html>"
).encode()
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.sampled_from(["put", "cut", "twice", "flip"]),
        st.binary(min_size=1, max_size=12)
        | st.sampled_from([b"<", b">", b"&", b"99999999", b"-1", b"/"]),
    ),
    min_size=1,
    max_size=12,
)
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def changed(content: bytes, changes: list[tuple[float, str, bytes]]) -> bytes:
    """The content with pieces put in, cut out, doubled or overwritten."""
    for place, how, piece in changes:
        at = int(place * len(content))
        after = {
            "put": piece + content[at:],
            "cut": content[at + 40 * len(piece) :],
            "twice": content[max(0, at - 200) :],
            "flip": piece + content[at + len(piece) :],
        }[how]
        content = content[:at] + after
    return content


def check(name: str, content: bytes) -> None:
    """Read; a text must hold together, a refusal must have its sentence."""
    source, refused = None, None
    try:
        source = text_of(name, content)
    except BadInput as fault:
        refused = fault
    if source is None:
        assert refused
        assert message(refused, "vi") != message(refused, "en")
        return
    assert source.text.strip()
    ends = 0
    for spot in source.spots:
        assert ends <= spot.start <= spot.end <= len(source.text)
        ends = spot.end
    assert source.spot(len(source.text) - 1).start < len(source.text)


@given(NAMES, STARTS, st.binary(max_size=2000))
@SLOW
def test_random_bytes(name: str, start: bytes, content: bytes) -> None:
    check(name, start + content)


@given(NAMES, st.text(max_size=500), st.sampled_from(["utf-8", "utf-16", "utf-16-le"]))
@SLOW
def test_any_text(name: str, text: str, codec: str) -> None:
    check(name, text.encode(codec, "surrogatepass"))


@given(CHANGES)
@SLOW
def test_a_word_file_damaged_as_a_file(changes: list[tuple[float, str, bytes]]) -> None:
    check("a.docx", changed(WORD, changes))


@given(PARTS, CHANGES)
@SLOW
def test_a_word_file_damaged_inside(part: str, changes: list[tuple[float, str, bytes]]) -> None:
    with zipfile.ZipFile(BytesIO(WORD)) as archive:
        inside = archive.read(part)
    check("a.docx", repacked(WORD, {part: changed(inside, changes)}))


@given(CHANGES)
@SLOW
def test_a_page_damaged(changes: list[tuple[float, str, bytes]]) -> None:
    check("a.html", changed(HTML, changes))


@given(CHANGES)
@settings(SLOW, max_examples=25)
def test_a_pdf_damaged(changes: list[tuple[float, str, bytes]]) -> None:
    check("a.pdf", changed(pdf(PAGE + LETTERHEAD + SENTENCE + table(30)), changes))
