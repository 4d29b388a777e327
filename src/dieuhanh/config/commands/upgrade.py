"""`dieuhanh upgrade`"""

from __future__ import annotations

import argparse

from .frame import at_machine, progress, seal, start

NOTHING = {
    "vi": "Sổ đã đúng bản {version}.",
    "en": "The books are of release {version} already.",
}
DONE = {
    "vi": "Đã nâng {steps} bước lên bản {version}; {sealed} dòng sổ ghi giữ nguyên.{aside}",
    "en": "Brought {steps} steps up to release {version}; {sealed} links of the record stand.{aside}",
}
ASIDE = {
    "vi": " Bản sao trước khi nâng: {path}",
    "en": " The copy from before: {path}",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """A copy from before is kept unless told otherwise."""
    parser.add_argument("--no-backup", action="store_true", help="không sao lưu trước")


def run(options: argparse.Namespace) -> int:
    """Bring books of an earlier release to this one. With nothing to do, say so."""
    start()
    from dieuhanh.config.databases import require_books  # noqa: PLC0415
    from dieuhanh.config.keeping.upgrading import copy_aside, upgrade  # noqa: PLC0415

    require_books()
    with progress() as bar:
        task = bar.add_task("nâng bản", total=None)
        done = upgrade(
            by=at_machine(), aside=None if options.no_backup else copy_aside(),
            progress=lambda name: bar.update(task, description=name),
        )  # fmt: skip
    seal()
    aside = ASIDE[options.lang].format(path=done.aside) if done.aside else ""
    template = DONE if done.steps else NOTHING
    print(
        template[options.lang].format(
            steps=done.steps, version=done.version, sealed=done.sealed, aside=aside
        )
    )
    return 0
