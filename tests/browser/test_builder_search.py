"""The form builder's search: what stands in it last is what the list answers."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.browser.served import seated
from tests.browser.test_builder_kept import fresh
from tests.browser.test_forms_and_rounds import PLANNER, pytestmark  # noqa: F401

SEARCHES = "**/soan/tim/**"
PAUSE_MS = 400  # longer than the search waits for another key
WORD = "việc làm"
WORDS, LABEL = "giai quyet viec lam", "Giải quyết việc làm"


def check_only_asked_for(page: Page) -> None:
    """The list holds what the words name and nothing else, and no answer is still on its way."""
    expect(page.locator("#found li").first).to_contain_text(LABEL)
    page.wait_for_load_state("networkidle")
    found = page.locator("#found li").all_inner_texts()
    assert found
    assert all(WORD in each.lower() for each in found), found


def first_held(page: Page, address: str) -> list[Route]:
    """The first request to the address waits in the list; what is asked later goes through.

    The page that stands open has had its own list before, lest its request be the one held.
    """
    expect(page.locator("#found li").first).to_be_visible()
    held: list[Route] = []

    def hold(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route(address, hold)
    return held


def test_words_typed_before_the_first_list_came_win(site: str, browser: Browser) -> None:
    with seated(browser, site, PLANNER) as page:
        address = fresh(page, site, "Biểu tìm sớm")
        held = first_held(page, SEARCHES)
        page.goto(address)
        page.locator("#find").fill("rac thai")
        page.wait_for_timeout(PAUSE_MS)
        page.locator("#find").fill(WORDS)
        page.wait_for_timeout(PAUSE_MS)
        held[0].continue_()
        check_only_asked_for(page)


def test_an_answer_to_older_words_is_not_shown(site: str, browser: Browser) -> None:
    """The words change without a key, as when a browser fills them in: the list follows still."""
    with seated(browser, site, PLANNER) as page:
        address = fresh(page, site, "Biểu điền sẵn")
        held = first_held(page, SEARCHES)
        page.goto(address)
        page.locator("#find").evaluate("(find, words) => (find.value = words)", WORDS)
        held[0].continue_()
        check_only_asked_for(page)


def test_words_typed_while_a_button_is_answered_are_searched(site: str, browser: Browser) -> None:
    with seated(browser, site, PLANNER) as page:
        fresh(page, site, "Biểu tìm trong lúc chờ")
        held = first_held(page, "**/soan/")
        page.locator("#heading").fill("Lao động")
        with page.expect_request(_builds):
            page.locator("#add-heading").click()
        page.locator("#find").press_sequentially(WORDS)
        held[0].continue_()
        expect(page.locator(".row-heading")).to_have_count(1)
        expect(page.locator("#find")).to_have_value(WORDS)
        check_only_asked_for(page)


def _builds(request: Request) -> bool:
    return request.method == "POST" and request.url.endswith("/soan/")
