"""Sentences about keeping the books: backing up, restoring, upgrading."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "books.older": (
        "Sổ do bản phần mềm trước lập, còn {count} bước mới tới bản {version}: chạy `dieuhanh upgrade` (tự sao lưu trước khi nâng).",
        "The books are of an earlier release, {count} steps behind {version}: run `dieuhanh upgrade` (it keeps a copy first).",
    ),
    "books.newer": (
        "Sổ do một bản phần mềm mới hơn bản {version} lập (có {names}): hãy dùng bản phần mềm đó.",
        "The books are of a release newer than {version} (they have {names}): use that release.",
    ),
    "books.chain_moved": (
        "Sau khi nâng, sổ ghi không còn như trước: hãy khôi phục từ {aside} và báo cho người phát triển.",
        "After the upgrade the record is not what it was: restore from {aside} and tell the developers.",
    ),
    "backup.exists": (
        "Tệp đã có; bản sao lưu không bao giờ bị ghi đè: hãy đặt tên khác.",
        "The file is there already; a backup is never written over: choose another name.",
    ),
    "backup.running": (
        "Một lần sao lưu khác đang ghi tệp này: hãy đợi, hoặc đặt tên khác.",
        "Another backup is writing this file: wait, or choose another name.",
    ),
    "archive.no_archive": (
        "Không phải bản sao lưu của Điều Hành, hoặc chưa ghi xong: hãy chọn tệp do `dieuhanh backup` làm ra.",
        "No backup of Điều Hành, or one not written to its end: choose a file made by `dieuhanh backup`.",
    ),
    "archive.format": (
        "Bản sao lưu có dạng số {format}, bản phần mềm này chưa biết: hãy dùng bản phần mềm mới hơn.",
        "The backup is of format {format}, which this release does not know: use a newer release.",
    ),
    "archive.newer": (
        "Bản sao lưu do bản phần mềm {theirs} làm ra, mới hơn bản {ours} này (có {names}): hãy khôi phục bằng bản đó.",
        "The backup was made by release {theirs}, newer than this {ours} (it has {names}): restore it with that release.",
    ),
    "archive.checksum": (
        "Mã kiểm của tệp là {found}, không phải mã đã cho: đây là một bản sao lưu khác, hoặc đã bị sửa.",
        "The file's checksum is {found}, not the one given: this is another backup, or an altered one.",
    ),
    "archive.altered": (
        "Phần {member} của bản sao lưu hỏng hoặc đã bị sửa: hãy dùng một bản sao khác. Chưa có gì được ghi.",
        "Part {member} of the backup is damaged or was altered: use another copy. Nothing was written.",
    ),
    "archive.bomb": (
        "Tệp {packed} byte nhưng giải nén ra {size} byte, không thể là sổ thật: không đọc.",
        "The file has {packed} bytes but unpacks to {size}; no real books do: it is not read.",
    ),
    "archive.contradiction": (
        "Các dòng trong bản sao lưu không khớp nhau ({reason}): hãy dùng một bản sao khác. Chưa có gì được ghi.",
        "Rows of the backup contradict each other ({reason}): use another copy. Nothing was written.",
    ),
    "archive.chain": (
        "Sổ ghi trong bản sao lưu không còn như lúc sao lưu: bản này đã bị sửa. Chưa có gì được ghi.",
        "The record in the backup is not what it was when it was made: it was altered. Nothing was written.",
    ),
    "restore.not_empty": (
        "{home} đang có sổ (bảng {table} có dòng), nên không khôi phục đè lên: hãy đặt DIEUHANH_HOME hoặc DATABASE_URL sang nơi trống.",
        "{home} holds books (table {table} has rows), which are not restored over: set DIEUHANH_HOME or DATABASE_URL to an empty place.",
    ),
    "restore.other_tables": (
        "Cơ sở dữ liệu của {home} đã dựng bảng của một bản phần mềm khác bản đã sao lưu: hãy dùng một cơ sở dữ liệu chưa có bảng nào.",
        "The database of {home} has tables of another release than the backup's: use a database without tables.",
    ),
    "restore.other_installation": (
        "{path} khác với bản sao lưu: hãy dời tệp này đi rồi khôi phục lại.",
        "{path} differs from the backup's: move this file away and restore again.",
    ),
    "restore.no_room": (
        "Bản sao lưu giải nén ra {size} byte, {home} chỉ còn trống {free} byte: hãy dọn chỗ hoặc đổi ổ đĩa.",
        "The backup unpacks to {size} bytes, {home} has {free} free: make room or use another disk.",
    ),
}
