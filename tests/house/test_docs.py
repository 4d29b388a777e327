"""Undocumented means failing: commands, options, templates, settings, roles, decisions, links."""

from __future__ import annotations

import argparse
import ast
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from dieuhanh.config.command import COMMANDS
from tests.house.repository import ROOT, SOURCE, modules

DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "examples").rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
MADE_LATER = {"docs/images/overview.png"}


@pytest.fixture(scope="module")
def generate(request: pytest.FixtureRequest) -> ModuleType:
    """docs/generate.py."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS))
        return import_module("generate")


@pytest.mark.parametrize("page", ["templates.md", "permissions.md", "openapi.json", "api.md"])
def test_pages_read_off_the_code_are_up_to_date(generate: ModuleType, page: str) -> None:
    assert (REFERENCE / page).read_text("utf-8") == generate.PAGES[page](), "make docs"


def test_every_template_and_column_is_told() -> None:
    from dieuhanh.exchange.catalogue import CATALOGUE  # noqa: PLC0415

    page = (REFERENCE / "templates.md").read_text("utf-8")
    for template in CATALOGUE.values():
        section = page.split(f"## {template.name}: ")[1].split("\n## ")[0]
        for column in template.columns:
            assert f"| `{column.name}` | {column.label} |" in section


def section_of(command: str) -> str:
    """A command's own section of the reference."""
    page = (REFERENCE / "commands.md").read_text("utf-8")
    found = re.search(rf"^## `dieuhanh {command}\b.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found.group() if found else ""


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_and_option_is_told(command: str) -> None:
    parser = argparse.ArgumentParser(add_help=False)
    import_module(f"dieuhanh.config.commands.{COMMANDS[command][0]}").arguments(parser)
    section = section_of(command)
    assert section, f"docs/reference/commands.md: ## `dieuhanh {command}`"
    for action in parser._actions:
        names = action.option_strings or [action.metavar or action.dest]
        for name in names:
            wanted = (
                "|".join(action.choices) if not action.option_strings and action.choices else name
            )
            assert str(wanted) in section, f"{command} {name}"


def test_every_told_command_exists() -> None:
    page = (REFERENCE / "commands.md").read_text("utf-8")
    told = set(re.findall(r"^## `dieuhanh (\w+)", page, re.MULTILINE))
    assert told == set(COMMANDS)


def settings_named() -> set[str]:
    """Environment variables and keys of dieuhanh.toml that the source reads."""
    found: set[str] = set()
    for _, tree in modules(SOURCE):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(re.findall(r"^(?:DIEUHANH_[A-Z_]+|DATABASE_URL)$", node.value))
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "installation().get":
                found.add(ast.literal_eval(node.args[0]))
    return found


def test_every_setting_is_told() -> None:
    page = (REFERENCE / "settings.md").read_text("utf-8")
    named = settings_named()
    assert {"DIEUHANH_HOME", "DATABASE_URL", "demo", "first_plan"} <= named
    assert [name for name in sorted(named) if f"`{name}`" not in page] == []


def test_decisions_are_numbered_once_and_listed() -> None:
    folder = DOCS / "explanation" / "adr"
    pages = sorted(p for p in folder.glob("*.md") if p.name != "README.md")
    numbers = [p.name.split("-")[0] for p in pages]
    assert numbers == [f"{n:04d}" for n in range(1, len(pages) + 1)]
    listed = (folder / "README.md").read_text("utf-8")
    for page in pages:
        text = page.read_text("utf-8")
        title = text.splitlines()[0]
        assert re.match(rf"# {page.name[:4]} \S", title)
        assert f"[{page.name[:4]}]({page.name}) | {title[7:]} |" in listed
        wanted = ("## Why", "## Options", "## Decision", "softens")
        assert [part for part in wanted if part not in text] == []
        assert text.count("\n| ") >= 3


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in LINK.findall(page.read_text("utf-8")):
        name, _, anchor = target.partition("#")
        if "://" in target or str((page.parent / name).resolve().relative_to(ROOT)) in MADE_LATER:
            continue
        file = (page.parent / name).resolve() if name else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(target)
    assert broken == []


def anchors(page: Path) -> set[str]:
    """The anchors of a page's heads."""
    heads = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_modules_named_in_prose_exist() -> None:
    """A page that names a file of the source names one that is there."""
    named = re.compile(r"`((?:src/dieuhanh/|tests/|law/|examples/|docs/|\.ci/)[\w./-]+)`")
    short = re.compile(
        r"`((?:domain|engine|exchange|audit|config|reports|assessment|ui)/[\w/]+\.py)`"
    )
    gone = []
    for page in PAGES:
        text = page.read_text("utf-8")
        paths = [ROOT / name for name in named.findall(text)]
        paths += [SOURCE / name for name in short.findall(text)]
        gone += [f"{page.name}: {path}" for path in paths if not path.exists()]
    assert gone == []


def test_the_readme_asks_for_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert re.findall(r"```\n(.*?)```", text, re.DOTALL) == ["make demo\nmake test\n"]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"^demo:", makefile, re.MULTILINE)
    assert re.search(r"^test:", makefile, re.MULTILINE)
