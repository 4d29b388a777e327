"""A demo as the command sets it up and serves it, with more put into its books beforehand."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, expect

from tests.house.books import Books

COMMAND = str(Path(sys.executable).with_name("dieuhanh"))
ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
SECONDS_TO_START = 60
SECONDS_TO_END = 30
expect.set_options(timeout=20_000)  # two suites may share two processors; what comes ends the wait


@contextmanager
def demo_with(home: Path, filling: Path | None = None) -> Iterator[tuple[str, str]]:
    """The address of a served demo, and what the script that filled its books, if any, printed."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = kept | {
        "DIEUHANH_HOME": str(home),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    Books(home).demo()
    told = _filled(filling, environment) if filling else ""
    port = free_port()
    with (home / "server.log").open("wb") as log:
        serve = [COMMAND, "serve", "--port", str(port)]
        server = subprocess.Popen(serve, env=environment, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address, server)
            yield address, told
        finally:
            server.terminate()
            server.wait(timeout=SECONDS_TO_END)
    said = (home / "server.log").read_text("utf-8")
    assert "Traceback" not in said, said[-3000:]


def _filled(filling: Path, environment: dict[str, str]) -> str:
    words = [sys.executable, str(filling)]
    done = subprocess.run(words, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the server answers. Fails where it ended, or took too long."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended before it answered"
        try:
            with urlopen(f"{address}/dang-nhap/", timeout=5):  # noqa: S310 - this machine's own
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {address} in {SECONDS_TO_START} s")


def sit(page: Page, site: str, title: str) -> None:
    """Take a seat of the demo."""
    page.goto(f"{site}/dia-ban/")
    page.locator("[data-menu] summary").first.click()
    page.get_by_role("button", name=title, exact=True).click()
    page.wait_for_load_state("networkidle")


def sign_out(page: Page, site: str) -> None:
    """Leave one's seat, for the page of signing in."""
    page.goto(f"{site}/dia-ban/")
    page.locator("[data-menu] summary").first.click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto(f"{site}/dang-nhap/")


@contextmanager
def seated(browser: Browser, site: str, title: str, **options: object) -> Iterator[Page]:
    """A page of somebody in a seat, on which nothing may be said to the console at the end.

    Without a title it is a newcomer's, whom the demo lets look from the chairman's.
    """
    usual = {"viewport": {"width": 1280, "height": 800}, "locale": "vi-VN"}
    context = browser.new_context(**(usual | options))  # type: ignore[arg-type]
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if _serious(said.text) else None)
    if title:
        sit(page, site, title)
    yield page
    context.close()
    assert not faults, faults


def _serious(said: str) -> bool:
    """Lost lines are told by the browser too; a test that cuts the line expects them.

    What begins with [DOM] is the browser's advice to password managers, no fault.
    """
    lost = "Failed to load resource" in said or "net::ERR" in said
    return not lost and not said.startswith("[DOM]")
