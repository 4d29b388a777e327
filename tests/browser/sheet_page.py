"""Finding one's way in the sheet on a page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

COMMUNE = "Cán bộ xã"
REVENUE, LOCAL, JOBS = "thu-ngan-sach", "trong-do-noi-dia", "viec-lam"


def cell(page: Page, key: str, field: str = "o") -> Locator:
    return page.locator(f'[name^="{field}:{key}:"]')


def said(page: Page, key: str) -> Locator:
    return page.locator(f'tr[data-line^="{key}:"] [data-says]')


def state(page: Page) -> Locator:
    return page.locator("[data-state]")


def saved(page: Page) -> None:
    expect(state(page)).to_have_attribute("data-state", "saved", timeout=10_000)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.name ?? ''")).rsplit(":", 1)[0]
