"""The `dieuhanh` command. Nothing heavy is imported before it is known what is asked."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "demo": ("demo", "dựng dữ liệu mẫu, in bảng điểm, mở trang / set up the sample data and serve"),
    "serve": ("serve", "mở trang / serve the pages"),
    "notify": ("notify", "thông báo và thư nhắc đến hạn / write notices, send the day's digests"),
    "invite": ("invite", "đường dẫn vào lần đầu cho một người / a person's one-time way in"),
    "doctor": ("doctor", "có gì, thiếu gì / what is configured, what is missing"),
    "verify": ("verify", "kiểm lại sổ ghi / re-walk the record's chain"),
    "backup": (
        "backup",
        "sao lưu toàn bộ sổ trong khi vẫn làm việc / copy the books while they are used",
    ),
    "restore": ("restore", "khôi phục vào bản cài đặt chưa có sổ / fill an empty installation"),
    "upgrade": ("upgrade", "nâng sổ của bản trước lên bản này / bring older books to this release"),
    "import": ("imports", "nhập kế hoạch, số liệu, địa bàn… / import tables"),
    "template": ("template", "mẫu bảng để nhập / an empty table to fill in"),
    "assess": ("assess", "đánh giá một kế hoạch / judge a plan"),
    "compare": ("compare", "so hai lần đánh giá / compare two assessments or days"),
    "judge": ("judge", "đánh giá một bảng rời, không cần cơ sở dữ liệu / judge a free table"),
    "read": ("read", "đọc số liệu, người, văn bản, nhiệm vụ trong một văn bản / read a paper"),
    "write": ("write", "soạn một văn bản từ sổ ra DOCX, PDF / compose a paper from the books"),
    "check": ("check", "đối chiếu số trong văn bản với sổ / hold a paper's figures to the books"),
    "export": ("export", "xuất CSV, XLSX, JSON / export what the screen shows, whole"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when done, 2 for input a person can mend, 1 for a fault of ours."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    name = words[0] if words else ""
    if name not in COMMANDS:
        return _overview(name)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dieuhanh.config.settings")
    module = import_module(f"dieuhanh.config.commands.{COMMANDS[name][0]}")
    parser = argparse.ArgumentParser(prog=f"dieuhanh {name}", description=COMMANDS[name][1])
    parser.add_argument(
        "--lang", choices=("vi", "en"), default=os.environ.get("DIEUHANH_LANG", "vi")
    )
    module.arguments(parser)
    options = parser.parse_args(words[1:])
    from .commands.frame import run  # noqa: PLC0415 - rich only once a command is known

    return run(module.run, options)


def _overview(name: str) -> int:
    asked = name in {"", "-h", "--help", "help"}
    stream = sys.stdout if asked else sys.stderr
    if not asked:
        print(f"dieuhanh: không có lệnh “{name}” / no such command.", file=stream)
    print("dieuhanh LỆNH [--help] …\n", file=stream)
    for command, (_, told) in COMMANDS.items():
        print(f"  {command:<10} {told}", file=stream)
    return 0 if asked else 2


if __name__ == "__main__":
    sys.exit(main())
