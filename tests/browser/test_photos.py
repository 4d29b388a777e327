"""A picture as a camera makes it, handed in on the page: shown upright, without its place."""

from __future__ import annotations

import base64
import struct

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import seated
from tests.exchange.test_picture_traces import PLACE, exif

pytestmark = pytest.mark.browser
PHOTOS = "/hoi-nghi/hoi-nghi-2022-01-12/anh/"
DRAWN = """async (kind) => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [90, 60];
  const pen = canvas.getContext("2d");
  for (const [at, colour] of ["#b00", "#0a0", "#00c"].entries()) {
    pen.fillStyle = colour;
    pen.fillRect(at * 30, 0, 30, 60);
  }
  return canvas.toDataURL(kind, 0.9);
}"""


def drawn(page: Page, kind: str) -> bytes:
    """A picture three colours wide, as this browser writes it."""
    return base64.b64decode(page.evaluate(DRAWN, kind).split(",", 1)[1])


def with_place(content: bytes, kind: str) -> bytes:
    """The same with where it was taken; a JPEG also with a quarter turn."""
    if kind == "image/jpeg":
        return content[:2] + exif(turned=6) + content[2:]
    told = b"EXIF" + struct.pack("<I", len(PLACE)) + PLACE + bytes(len(PLACE) % 2)
    rest = content[12:20] + bytes((content[20] | 0x08,)) + content[21:] + told
    return b"RIFF" + struct.pack("<I", len(rest) + 4) + b"WEBP" + rest


@pytest.mark.parametrize(
    ("kind", "suffix", "shown"),
    [("image/jpeg", "jpg", [60, 90]), ("image/webp", "webp", [90, 60])],
)
def test_it_is_shown_upright_and_tells_no_place(
    browser: Browser, site: str, kind: str, suffix: str, shown: list[int]
) -> None:
    with seated(browser, site, "Văn phòng") as page:
        page.goto(f"{site}{PHOTOS}")
        sent, caption = with_place(drawn(page, kind), kind), f"Hội trường, ảnh {suffix}"
        file = {"name": f"IMG_0001.{suffix}", "mimeType": kind, "buffer": sent}
        form = page.locator("section", has=page.get_by_role("heading", name="Thêm ảnh"))
        form.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
        form.get_by_label("Chú thích").fill(caption)
        form.get_by_role("button", name="Thêm ảnh").click()
        image = page.get_by_role("img", name=caption)
        expect(image).to_be_visible()
        assert (
            image.evaluate(
                "each => each.decode().then(() => [each.naturalWidth, each.naturalHeight])"
            )
            == shown
        )
        served = page.request.get(f"{site}{image.get_attribute('src')}")
        assert served.headers["content-type"] == kind
        assert PLACE in sent
        assert PLACE not in served.body()
