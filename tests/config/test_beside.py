"""What runs beside the pages outlives a turn that fails."""

from __future__ import annotations

import threading

import pytest

from dieuhanh.config.commands.serve import _keep


@pytest.mark.django_db
def test_work_beside_the_pages_goes_on_after_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    stop, turns = threading.Event(), []

    def work() -> None:
        turns.append(1)
        if len(turns) == 1:
            raise KeyError("body")
        stop.set()

    _keep("Viết thông báo", 0.01, work, stop)
    assert len(turns) == 2
    assert "Viết thông báo chưa được" in capsys.readouterr().err
