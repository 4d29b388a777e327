"""What a strict content policy and our own budgets ask of every template, style and script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dieuhanh

ROOT = Path(dieuhanh.__file__).parent
TEMPLATES = sorted(ROOT.rglob("templates/**/*.html"))
STYLES = sorted(ROOT.rglob("static/**/*.css"))
SCRIPTS = sorted(ROOT.rglob("static/**/*.js"))
INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    "an evaluating htmx attribute": re.compile(r"\bhx-on\b|\bhx-vals=['\"]js:"),
    "another host": re.compile(r"(?:src|href)=[\"']?(?:https?:)?//", re.IGNORECASE),
}
LETTERS = re.compile(
    r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE
)
SPOKEN = re.compile(r"\{%\s*(?:translate|blocktranslate|plural).*?%\}|\{#.*?#\}", re.DOTALL)
BLOCK = re.compile(r"\{%\s*blocktranslate.*?endblocktranslate\s*%\}", re.DOTALL)
QUOTED = re.compile(r"_\((\"[^\"]*\"|'[^']*')\)")
# Words that are the same in every language: the product, the motto and the fixed words of a
# Vietnamese paper, a language's own name.
KEPT = ("Điều Hành", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Số: ", "Kính gửi: ", "Nơi nhận:", "Lưu: ", "Tiếng Việt")  # fmt: skip


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_there_is_something_to_look_at() -> None:
    assert TEMPLATES
    assert STYLES
    assert SCRIPTS


@pytest.mark.parametrize("fault", INLINE)
@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_nothing_inline(template: Path, fault: str) -> None:
    found = INLINE[fault].search(template.read_text(encoding="utf-8"))
    assert not found, f"{named(template)} holds {fault}: {found and found.group()[:80]}"


@pytest.mark.parametrize("planted", ['<p style="x">', "<style>", "<script>1</script>",
                                     '<a onclick="x">', '<img src="//a.b/c">'])  # fmt: skip
def test_what_is_planted_is_found(planted: str) -> None:
    assert any(pattern.search(planted) for pattern in INLINE.values())


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_every_vietnamese_sentence_passes_through_translate(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    for pattern in (BLOCK, SPOKEN, QUOTED):
        text = pattern.sub("", text)
    for kept in KEPT:
        text = text.replace(kept, "")
    bare = [line.strip() for line in text.splitlines() if LETTERS.search(line)]
    assert not bare


@pytest.mark.parametrize("path", [*STYLES, *SCRIPTS, *TEMPLATES], ids=named)
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


@pytest.mark.parametrize("style", STYLES, ids=named)
def test_colours_are_chosen_in_the_tokens_only(style: Path) -> None:
    if style.name in {"tokens.css", "print.css", "charts.css"}:
        pytest.skip("tokens choose colours; paper and charts name those they exchange")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", style.read_text(encoding="utf-8"))


@pytest.mark.parametrize("style", STYLES, ids=named)
def test_every_variable_used_is_a_token_or_set_beside(style: Path) -> None:
    declared = set()
    for other in STYLES:
        declared |= set(re.findall(r"(--[a-z0-9-]+):", other.read_text(encoding="utf-8")))
    used = set(re.findall(r"var\((--[a-z0-9-]+)", style.read_text(encoding="utf-8")))
    assert used <= declared


@pytest.mark.parametrize("script", SCRIPTS, ids=named)
def test_scripts_evaluate_nothing_and_call_nobody(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|innerHTML|https?://|\.style\b", text)
