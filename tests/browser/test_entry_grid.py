"""The sheet in Chromium: keys, blocks from Excel, Telex, faults, units, filing, phones."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import seated
from tests.browser.sheet_page import (
    COMMUNE,
    JOBS,
    LOCAL,
    REVENUE,
    cell,
    focused,
    said,
    saved,
    state,
)

pytestmark = pytest.mark.browser


def test_the_keyboard_walks_as_in_a_sheet(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("keys"))
        cell(page, REVENUE).focus()
        walk = [
            ("ArrowDown", f"o:{LOCAL}"), ("Enter", f"o:{JOBS}"), ("Shift+Enter", f"o:{LOCAL}"),
            ("ArrowRight", f"g:{LOCAL}"), ("Home", f"o:{LOCAL}"), ("End", f"g:{LOCAL}"),
            ("Tab", f"o:{JOBS}"), ("Shift+Tab", f"g:{LOCAL}"), ("Control+Home", f"o:{REVENUE}"),
            ("Control+End", f"g:{JOBS}"), ("ArrowLeft", f"o:{JOBS}"),
            ("Control+ArrowUp", f"o:{REVENUE}"), ("ArrowUp", f"o:{REVENUE}"),
        ]  # fmt: skip
        for key, place in walk:
            page.keyboard.press(key)
            assert focused(page) == place, key
        page.keyboard.type("58")
        page.keyboard.press("ArrowDown")
        assert focused(page) == f"o:{LOCAL}"
        page.keyboard.press("ArrowUp")
        page.keyboard.press("F2")
        page.keyboard.press("ArrowLeft")
        page.keyboard.type(",")
        expect(cell(page, REVENUE)).to_have_value("5,8")
        page.keyboard.press("Escape")
        expect(cell(page, REVENUE)).to_have_value("58")
        page.keyboard.type("7")
        page.keyboard.press("Enter")
        expect(cell(page, REVENUE)).to_have_value("7")
        saved(page)
        page.reload()
        expect(cell(page, REVENUE)).to_have_value("7")


def test_tab_leaves_the_sheet_at_its_end(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("window"))
        cell(page, JOBS, "g").focus()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('table')") is None


def test_delete_and_undo_take_a_whole_selection(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("undo"))
        cell(page, REVENUE).focus()
        page.keyboard.type("5")
        page.keyboard.press("Enter")
        page.keyboard.type("4")
        page.keyboard.press("Enter")
        page.keyboard.press("Control+Home")
        page.keyboard.press("Shift+ArrowDown")
        assert page.locator(".picked").count() == 2
        page.keyboard.press("Delete")
        expect(cell(page, REVENUE)).to_have_value("")
        expect(cell(page, LOCAL)).to_have_value("")
        page.keyboard.press("Control+z")
        expect(cell(page, REVENUE)).to_have_value("5")
        expect(cell(page, LOCAL)).to_have_value("4")
        page.keyboard.press("Control+z")
        expect(cell(page, LOCAL)).to_have_value("")
        page.keyboard.press("Control+y")
        expect(cell(page, LOCAL)).to_have_value("4")
        expect(page.locator('tr[data-line^="ty-le-noi-dia:"] [data-made]')).to_have_text("80,0")
        expect(page.locator(f'tr[data-line^="{REVENUE}:"] [data-of-year]')).to_have_text("125,0")
        saved(page)


PASTE = """([place, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(place).dispatchEvent(event);
}"""
COPY = """() => {
  const data = new DataTransfer();
  const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
  return data.getData("text/plain");
}"""


def test_a_block_from_excel_goes_in_row_by_row_and_comes_out_again(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("paste"))
        cell(page, REVENUE).focus()
        first = f'[name^="o:{REVENUE}:"]'
        block = '1.112,5\ttạm tính\n987,5\t"hai\ndòng"\n88,8\t\n1.250\t\n'
        page.evaluate(PASTE, [first, block])
        held = [cell(page, key).input_value() for key in (REVENUE, LOCAL, JOBS)]
        assert held == ["1.112,5", "987,5", "1.250"]
        assert cell(page, LOCAL, "g").input_value() == "hai\ndòng"
        told = page.locator("[data-pasted]")
        expect(told).to_contain_text("Đã dán 6 ô. Bỏ qua 1 ô")
        page.keyboard.press("Control+a")
        copied = page.evaluate(COPY)
        assert copied.startswith('1.112,5\ttạm tính\n987,5\t"hai\ndòng"\n88,8\t\n1.250\t')
        expect(cell(page, REVENUE)).to_be_focused()
        page.keyboard.type("7")
        assert [cell(page, key).input_value() for key in (REVENUE, LOCAL)] == ["7", "987,5"]
        page.keyboard.press("Escape")
        page.keyboard.press("Control+Home")
        page.evaluate(PASTE, [first, "1,112.5\n987.5\n\n1,250\n"])
        held = [cell(page, key).input_value() for key in (REVENUE, LOCAL, JOBS)]
        assert held == ["1.112,5", "987,5", "1.250"]
        expect(told).to_contain_text("Đã đổi số kiểu Anh")
        page.keyboard.press("Control+z")
        assert cell(page, REVENUE, "g").input_value() == ""
        page.keyboard.press("Control+y")
        assert cell(page, REVENUE, "g").input_value() == "tạm tính"
        page.evaluate(PASTE, [first, "1\t2\t3"])
        expect(told).to_contain_text("3 cột")
        assert cell(page, REVENUE).input_value() == "1.112,5"
        saved(page)
        page.reload()
        held = [cell(page, key).input_value() for key in (REVENUE, LOCAL, JOBS)]
        assert held == ["1.112,5", "987,5", "1.250"]


def test_what_cannot_be_read_is_told_as_it_is_typed_and_kept(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("fault"))
        cell(page, REVENUE).focus()
        page.keyboard.type("1,234.5")
        expect(said(page, REVENUE)).to_contain_text("hãy viết “1.234,5”")
        expect(cell(page, REVENUE)).to_have_attribute("aria-invalid", "true")
        page.keyboard.press("Enter")
        page.keyboard.type("0,35")
        expect(said(page, LOCAL)).to_contain_text("sẽ thành 0,4")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="có nhưng chưa thu thập được").click()
        expect(cell(page, JOBS)).to_have_value("…")
        saved(page)
        page.reload()
        expect(cell(page, REVENUE)).to_have_value("1,234.5")
        expect(said(page, REVENUE)).to_contain_text("hãy viết “1.234,5”")


def test_nothing_is_checked_while_a_word_is_composed(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("telex"))
        posts: list[str] = []
        page.on("request", lambda sent: posts.append(sent.url) if sent.method == "POST" else None)
        keyboard = page.context.new_cdp_session(page)
        cell(page, REVENUE).focus()
        compose(keyboard, "s", "số")
        expect(cell(page, REVENUE)).to_have_value("số")
        page.wait_for_timeout(1200)
        expect(said(page, REVENUE)).to_be_empty()
        assert not posts
        assert state(page).get_attribute("data-state") == "ready"
        press_composing(page, "Enter")
        assert focused(page) == f"o:{REVENUE}", "Enter belonged to the word"
        keyboard.send("Input.insertText", {"text": "số"})
        expect(said(page, REVENUE)).to_contain_text("không phải là số")
        saved(page)
        page.goto(f"{site}/ke-hoach/ca-mau-2021/chi-tieu/")
        page.locator("[data-filter]").first.focus()
        shown = page.locator("[data-count]").first
        all_rows = shown.inner_text()
        keyboard = page.context.new_cdp_session(page)
        compose(keyboard, "z", "zz")
        page.wait_for_timeout(200)
        assert shown.inner_text() == all_rows, "the filter heard of half a word"
        keyboard.send("Input.insertText", {"text": "zz"})
        expect(shown).not_to_have_text(all_rows)


def compose(keyboard: object, *texts: str) -> None:
    """An input method's word as it grows."""
    for text in texts:
        at = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        keyboard.send("Input.imeSetComposition", at)  # type: ignore[attr-defined]


def press_composing(page: Page, key: str) -> None:
    """A key that an input method has taken for itself, as browsers report it: code 229."""
    page.evaluate(
        """key => document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
          { key, keyCode: 229, bubbles: true, cancelable: true }))""",
        key,
    )


def test_the_form_shrinks_to_what_is_left_and_is_handed_in(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(form("filing"))
        cell(page, REVENUE).focus()
        page.keyboard.type("5,8")
        page.keyboard.press("Enter")
        page.keyboard.type("9,9,9")
        page.keyboard.press("Enter")
        page.get_by_label("Chỉ hiện ô còn trống").check()
        expect(cell(page, REVENUE)).to_be_hidden()
        expect(cell(page, LOCAL)).to_be_visible()
        expect(page.locator("[data-progress]")).to_have_text("Đã nhập 2/3 ô")
        page.get_by_role("button", name="Kiểm tra và nộp").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Kiểm tra trước khi nộp")
        expect(page.get_by_role("button", name="Nộp báo cáo")).to_be_disabled()
        page.get_by_role("link", name="Trong đó: thu nội địa").click()
        expect(cell(page, LOCAL)).to_be_focused()
        page.keyboard.type("5,7")
        page.keyboard.press("Enter")
        page.keyboard.type("-")
        page.get_by_role("button", name="Kiểm tra và nộp").click()
        page.get_by_role("button", name="Nộp báo cáo").click()
        receipt = page.locator("[data-safe]")
        expect(receipt).to_contain_text("Biểu đã được nhận an toàn lúc")
        expect(receipt).to_contain_text(re.compile(r"số \d+/1"))
        page.get_by_role("link", name="Xem biểu đã nộp").click()
        expect(page.locator("[data-safe]")).to_contain_text("Biểu đã được nhận an toàn lúc")
        expect(page.locator("input.cell")).to_have_count(0)


def test_money_typed_in_another_unit_is_kept_exactly(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        page.goto(f"{form('money')}?don-vi=trieu")
        expect(page.locator(f'tr[data-line^="{REVENUE}:"] .col-unit')).to_have_text("triệu đồng")
        cell(page, REVENUE).focus()
        page.keyboard.type("5.851.500")
        expect(page.locator(f'tr[data-line^="{REVENUE}:"] [data-of-year]')).to_have_text(
            "146.287,5"
        )
        page.keyboard.press("Enter")
        page.keyboard.type("12.345")
        expect(said(page, LOCAL)).to_contain_text("sẽ thành 12,3")
        saved(page)
        page.get_by_label("Đơn vị tiền").select_option("dong")
        expect(cell(page, REVENUE)).to_have_value("5.851.500.000.000")
        page.get_by_label("Đơn vị tiền").select_option("")
        expect(cell(page, REVENUE)).to_have_value("5.851,5")
        expect(cell(page, LOCAL)).to_have_value("12,345")


def test_the_sheet_serves_without_script(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE) as page:
        cookies = page.context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(form("plain"))
    cell(page, REVENUE).fill("5,8")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Đã lưu 1 ô.")).to_be_visible()
    expect(cell(page, REVENUE)).to_have_value("5,8")
    context.close()


def test_a_phone_shows_large_cells_and_nothing_sideways(
    browser: Browser, site: str, form: Callable[[str], str]
) -> None:
    with seated(browser, site, COMMUNE, viewport={"width": 360, "height": 740}) as page:
        page.goto(form("phone"))
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        for key in (REVENUE, LOCAL, JOBS):
            box = cell(page, key).bounding_box()
            assert box is not None
            assert box["height"] >= 44
            assert box["width"] >= 250
            assert cell(page, key).get_attribute("inputmode") == "decimal"
        cell(page, JOBS).tap() if page.evaluate("'ontouchstart' in window") else cell(
            page, JOBS
        ).click()
        page.keyboard.type("12")
        saved(page)


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark"), (900, "light")])
@pytest.mark.parametrize("name", ["long", "health", "fault"])
def test_axe_finds_nothing(
    browser: Browser, site: str, form: Callable[[str], str], name: str, width: int, scheme: str
) -> None:
    seat = "Chuyên viên Sở Y tế" if name == "health" else COMMUNE
    size = {"width": width, "height": 800}
    with seated(browser, site, seat, viewport=size, color_scheme=scheme) as page:
        for rest in ("", "nop/", "in/"):
            page.goto(form(name) + rest)
            page.wait_for_load_state("networkidle")
            found = Axe().run(page).response["violations"]
            assert not [(f["id"], f["nodes"][0]["html"][:160]) for f in found], rest
