"""The forms of `entry_site`, served once for every test of the sheet; a browser for each module."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.served import ARGUMENTS, demo_with

FILLING = Path(__file__).with_name("entry_site.py")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, int]]]:
    with demo_with(tmp_path_factory.mktemp("demo"), FILLING) as (address, told):
        yield address, json.loads(told.strip().splitlines()[-1])


@pytest.fixture(scope="session")
def site(demo: tuple[str, dict[str, int]]) -> str:
    return demo[0]


@pytest.fixture(scope="session")
def form(demo: tuple[str, dict[str, int]]) -> Callable[[str], str]:
    """The address of a form's page by its name."""
    return lambda name: f"{demo[0]}/bao-cao/{demo[1][name]}/"


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield chromium
        chromium.close()
