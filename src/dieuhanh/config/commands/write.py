"""`dieuhanh write KIND OF -o FILE`"""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .frame import at_machine, day, open_books

if TYPE_CHECKING:
    from collections.abc import Callable

    from dieuhanh.bodies.models import Body
    from dieuhanh.paper.writing.model import Paper

SIGNINGS = ("tap-the", "tap-the-ky-thay", "thu-truong", "ky-thay", "thua-lenh", "thua-uy-quyen")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What kind of paper, from what, as known when, issued by whom, into which file."""
    parser.add_argument("kind", metavar="KIND", help="loại văn bản, như bao-cao-nam")
    parser.add_argument("of", metavar="OF", help="soạn từ: mã kế hoạch, hội nghị, chương trình…")
    parser.add_argument("--as-known-on", metavar="DATE", help="mặc định: hôm nay")
    parser.add_argument(
        "--issuer",
        metavar="CODE",
        help="cơ quan ban hành; mặc định: UBND có kế hoạch ấy, hoặc kế hoạch mới nhất",
    )
    parser.add_argument(
        "-o", "--out", metavar="FILE", required=True, help="tệp .docx, .pdf hoặc .txt"
    )
    parser.add_argument(
        "--signing", metavar="HOW", default="", choices=["", *SIGNINGS],
        help=f"người ký: {', '.join(SIGNINGS)}; mặc định theo loại văn bản",
    )  # fmt: skip
    parser.add_argument(
        "--unit", metavar="UNIT", default="",
        help="đơn vị trong ký hiệu công văn, như KT; mặc định theo lĩnh vực của nhiệm vụ",
    )  # fmt: skip
    parser.add_argument("--sources", action="store_true", help="kèm danh mục nguồn số liệu")


def run(options: argparse.Namespace) -> int:
    """Compose and write; nothing is kept in the books."""
    open_books()
    from dieuhanh.config.clock import today  # noqa: PLC0415
    from dieuhanh.desk.queries.papers import (  # noqa: PLC0415
        Choice,
        composed,
        not_to_come,
        wanted_of,
    )
    from dieuhanh.paper.writing.source_list import with_source_list  # noqa: PLC0415

    out = Path(options.out)
    writing = _writer(out)
    on = day(options.as_known_on) if options.as_known_on else today()
    wanted = replace(
        wanted_of({"kind": options.kind, "of": options.of, "on": on.isoformat()}),
        choice=Choice(options.signing, options.unit),
    )
    issuer = _issuer(options.issuer, options.of)
    paper = composed(not_to_come(wanted, today()), issuer=issuer, seen_by=at_machine())
    made = writing(with_source_list(paper) if options.sources else paper)
    out.write_bytes(made)
    print(out)
    return 0


def _writer(out: Path) -> Callable[[Paper], bytes]:
    """How a file of that ending is made. Raises BadInput("compose.ending")."""
    from dieuhanh.config.home import paper_templates_folder  # noqa: PLC0415
    from dieuhanh.domain.errors import BadInput  # noqa: PLC0415
    from dieuhanh.paper.writing.papers import as_text  # noqa: PLC0415
    from dieuhanh.paper.writing.pdf import write_pdf  # noqa: PLC0415
    from dieuhanh.paper.writing.word import write_word  # noqa: PLC0415

    made: dict[str, Any] = {
        "docx": partial(write_word, templates=paper_templates_folder()),
        "pdf": partial(write_pdf, templates=paper_templates_folder()),
        "txt": lambda paper: as_text(paper).encode(),
    }  # fmt: skip
    ending = out.suffix.lower().lstrip(".")
    if ending not in made:
        raise BadInput(
            "compose.ending", file=out.name, known=", ".join(f".{each}" for each in made)
        )
    writer: Callable[[Paper], bytes] = made[ending]
    return writer


def _issuer(code: str | None, of: str) -> Body:
    """The body of that code, else the committee that owns the plan told of, else the latest plan's.

    Raises BadInput("compose.issuer"), also for a plan that no committee owns.
    """
    from dieuhanh.bodies.models import Body  # noqa: PLC0415
    from dieuhanh.domain.errors import BadInput  # noqa: PLC0415
    from dieuhanh.plans.queries import plans  # noqa: PLC0415

    if code:
        found = Body.objects.filter(code=code).select_related("area").first()
    else:
        seen = plans(seen_by=at_machine()).select_related("owner__area")
        told = seen.filter(code=re.split("[@#]", of)[0]).first()
        owned = told or seen.filter(owner__kind="ubnd").first()
        found = owned.owner if owned and owned.owner.kind == "ubnd" else None
        code = owned.owner.code if owned else None
    if found is None:
        raise BadInput("compose.issuer", body=code or "–")
    return found
