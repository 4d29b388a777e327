"""Sentences about files, tables, cells and what they cite."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "inputs": (
        "Có {count} chỗ cần sửa; chưa có gì được ghi.",
        "{count} things to mend; nothing was written.",
    ),
    "file.missing": (
        "Không tìm thấy tệp này: hãy kiểm tra tên và thư mục.",
        "This file is not there: check its name and folder.",
    ),
    "file.too_large": (
        "Tệp (hoặc nội dung khi giải nén) có {size} byte, quá {limit} byte: hãy chia thành nhiều tệp.",
        "The file (or what it unpacks to) has {size} bytes, over {limit}: split it into several.",
    ),
    "file.type": (
        "Không đọc tệp loại {suffix}: hãy lưu thành .csv (UTF-8) hoặc .xlsx.",
        "Files of type {suffix} are not read: save as .csv (UTF-8) or .xlsx.",
    ),
    "file.kind": (
        "“{name}” không thuộc loại tệp nhận được ({known}).",
        "“{name}” is not of a kind that is taken ({known}).",
    ),
    "file.blank": (
        "Tệp không có nội dung.",
        "The file holds nothing.",
    ),
    "file.encoding": (
        "Tệp không phải bảng mã UTF-8: hãy lưu lại bằng “CSV UTF-8”.",
        "The file is not UTF-8: save it again as “CSV UTF-8”.",
    ),
    "file.broken": (
        "Tệp hỏng hoặc không phải bảng tính: hãy mở bằng Excel hay LibreOffice rồi lưu lại.",
        "The file is broken or no workbook: open it in Excel or LibreOffice and save it again.",
    ),
    "file.csv": (
        "Dòng này không đúng dạng CSV ({detail}): hãy kiểm tra dấu ngoặc kép và dấu phẩy.",
        "This line is not valid CSV ({detail}): check quotation marks and commas.",
    ),
    "file.macros": (
        "Sổ tính có macro nên không nhận: hãy lưu thành .xlsx không có macro.",
        "The workbook has macros and is refused: save it as .xlsx without macros.",
    ),
    "file.too_many_rows": (
        "Bảng có hơn {limit} dòng: hãy chia thành nhiều tệp.",
        "The table has more than {limit} rows: split it into several files.",
    ),
    "file.empty": (
        "Tệp không có dòng tiêu đề nào: hãy bắt đầu từ mẫu của lệnh `dieuhanh template`.",
        "The file has no header: start from the template of `dieuhanh template`.",
    ),
    "file.numbers": (
        "Dòng khai báo ghi numbers={text}; chỉ nhận numbers=vi (5.851,5) hoặc numbers=plain (5851.5).",
        "The declaration says numbers={text}; use numbers=vi (5.851,5) or numbers=plain (5851.5).",
    ),
    "row.too_long": (
        "Dòng có {found} ô nhưng tiêu đề chỉ có {expected} cột: hãy kiểm tra dấu phẩy thừa; số có dấu phẩy phải đặt trong ngoặc kép.",
        "The row has {found} cells but the header {expected} columns: look for a stray comma; a number with a comma must be quoted.",
    ),
    "header.unknown": (
        "Mẫu “{template}” không có cột “{head}”: các cột được nhận là {columns}.",
        "Template “{template}” has no column “{head}”: its columns are {columns}.",
    ),
    "header.twice": (
        "Cột “{head}” có hai lần: hãy giữ một.",
        "Column “{head}” stands twice: keep one.",
    ),
    "header.missing": (
        "Thiếu cột {columns} của mẫu “{template}”: hãy thêm vào dòng tiêu đề (ô không có gì thì để trống).",
        "Column {columns} of template “{template}” is missing: add it to the header (cells may stay empty).",
    ),
    "template.unknown": (
        "Dòng khai báo nêu mẫu “{name}”, không có: các mẫu là {names}.",
        "The declaration names a template “{name}” that is not there: there are {names}.",
    ),
    "template.not_told": (
        "Không rõ bảng này theo mẫu nào: hãy thêm dòng đầu “# dieuhanh: TÊN-MẪU; numbers=vi”, với một trong các mẫu {names}.",
        "It is not told which template this table follows: begin it with “# dieuhanh: NAME; numbers=vi”, one of {names}.",
    ),
    "template.no_such": (
        "Không có mẫu “{name}”: các mẫu là {names}.",
        "There is no template “{name}”: there are {names}.",
    ),
    "books.none": (
        "Thư mục {home} chưa có sổ nào: chạy `dieuhanh demo` để xem dữ liệu mẫu, hoặc `dieuhanh import` để nhập.",
        "There are no books in {home}: run `dieuhanh demo` for sample data, or `dieuhanh import`.",
    ),
    "demo.real_books": (
        "{home} đang giữ sổ làm việc thật nên không dựng dữ liệu mẫu vào đó: đặt DIEUHANH_HOME sang thư mục khác.",
        "{home} holds books of real work, so the sample is not set up there: set DIEUHANH_HOME to another folder.",
    ),
    "demo.day": (
        (
            "Bản mẫu chỉ đi tới, từ {first} đến {last}: hãy chọn ngày trong khoảng ấy hoặc dựng bản mới "
            "ở thư mục khác."
        ),
        (
            "The sample only goes on, from {first} to {last}: choose a day between, or set up another "
            "in another folder."
        ),
    ),
    "demo.no_examples": (
        "Không thấy thư mục examples trong {folder}: hãy chạy từ bản mã nguồn đầy đủ.",
        "There is no examples folder in {folder}: run from a full checkout.",
    ),
    "system.file": (
        "Không đọc hoặc ghi được {path}: {reason}. Hãy kiểm tra đường dẫn và quyền.",
        "{path} cannot be read or written: {reason}. Check the path and its permissions.",
    ),
    "system.database": (
        "Cơ sở dữ liệu không dùng được ({reason}): hãy chạy `dieuhanh doctor`, kiểm tra tệp trong thư mục dữ liệu hoặc DATABASE_URL.",
        "The database cannot be used ({reason}): run `dieuhanh doctor`, check the file in the data folder or DATABASE_URL.",
    ),
    "serve.port": (
        "Cổng {port} đang được dùng: chọn cổng khác bằng --port.",
        "Port {port} is taken: choose another with --port.",
    ),
    "export.no_target": (
        "Bảng areas cần biết chỉ tiêu nào: thêm --no TT, như --no 1.",
        "The areas table needs a target: add --no NUMBER, such as --no 1.",
    ),
    "export.type": (
        "Không xuất được dạng “{text}”: dùng .csv, .xlsx hoặc .json.",
        "Cannot export “{text}”: use .csv, .xlsx or .json.",
    ),
    "cell.required": (
        "Ô “{label}” bắt buộc phải có: hãy điền.",
        "“{label}” must be filled in.",
    ),
    "cell.choice": (
        "“{text}” không có trong danh mục: hãy dùng một trong {choices}.",
        "“{text}” is not one of {choices}.",
    ),
    "cell.time": (
        "“{text}” không phải giờ trong ngày: hãy ghi như 14:00.",
        "“{text}” is not an hour of the day: write it as 14:00.",
    ),
    "cell.yes_no": (
        "“{text}” không phải có/không: hãy ghi “x” hoặc để trống.",
        "“{text}” is neither yes nor no: write “x” or leave it empty.",
    ),
    "number.not_whole": (
        "“{text}” phải là số nguyên không âm.",
        "“{text}” must be a whole number, not negative.",
    ),
    "date.future": (
        "Ngày {text} chưa tới: số liệu không thể được biết trước ngày này; hãy kiểm tra năm.",
        "{text} is still to come: a figure cannot have been stated then; check the year.",
    ),
    "document.unknown": (
        "Chưa có văn bản mang mã “{text}”: hãy vào sổ văn bản (mẫu documents) trước, hoặc sửa mã.",
        "No document has the code “{text}”: register it first (template documents), or mend the code.",
    ),
    "document.missing": ("Không có văn bản này.", "There is no such document."),
    "document.secret": (
        "Văn bản đóng dấu “{mark}” không được đưa vào hệ thống này; chưa có gì được lưu.",
        "A paper marked “{mark}” may not enter this system; nothing was stored.",
    ),
    "indicator.unknown": (
        "Chưa có chỉ tiêu thống kê mang mã “{text}”: hãy nhập danh mục (mẫu indicators) trước, hoặc sửa mã.",
        "No indicator has the code “{text}”: import indicators first, or mend the code.",
    ),
    "indicator.not_summable": (
        "Chỉ tiêu “{text}” không cộng gộp được theo địa bàn nên không đánh giá theo tổng hợp từ cấp dưới.",
        "Indicator “{text}” cannot be added up over areas, so it is not judged by a roll-up.",
    ),
    "indicator.breakdown": (
        "Phân tổ “{text}” không đúng dạng “chiều=mã|mã”.",
        "Breakdown “{text}” is not of the form “dimension=code|code”.",
    ),
    "figure.breakdown": (
        "Phân tổ “{text}” không có trong khai báo của chỉ tiêu ({declared}).",
        "Breakdown “{text}” is not declared by the indicator ({declared}).",
    ),
    "figure.half_ratio": (
        "Tử số và mẫu số phải đi cùng nhau: hãy điền cả hai hoặc bỏ cả hai.",
        "Numerator and denominator go together: fill in both or neither.",
    ),
    "figure.zero_denominator": (
        "Mẫu số bằng 0: hãy sửa, hoặc ghi lý do không có số.",
        "The denominator is 0: mend it, or give the reason why there is no figure.",
    ),
    "figure.both": (
        "Vừa có số vừa có lý do không có số: hãy bỏ một.",
        "There is both a figure and a reason for having none: drop one.",
    ),
    "figure.nothing": (
        "Không có số cũng không có lý do: hãy điền số, tử số và mẫu số, hoặc lý do (none “-”, not_collected “…”, not_applicable “x”).",
        "Neither a figure nor a reason: fill in a value, a numerator and denominator, or a reason (none “-”, not_collected “…”, not_applicable “x”).",
    ),
    "figure.digits": (
        "“{text}” có quá nhiều chữ số: sổ giữ đúng đến {decimals} số lẻ và dưới 25 chữ số nguyên; hãy kiểm tra đơn vị tính.",
        "“{text}” has too many digits: the books keep {decimals} decimals and fewer than 25 whole digits; check the unit.",
    ),
    "figure.range": (
        "Khoảng số phải có đầu và cuối, cuối không nhỏ hơn đầu.",
        "A range needs both ends, the high one not below the low one.",
    ),
    "figure.missing": ("Không có số liệu này.", "There is no such figure."),
    "plan.unknown": (
        "Chưa có kế hoạch “{text}”: hãy nhập kế hoạch (mẫu plans) trước, hoặc sửa mã.",
        "There is no plan “{text}”: import it first (template plans), or mend the code.",
    ),
    "plan.missing": (
        "Không có kế hoạch “{plan}”: các kế hoạch là {known}.",
        "There is no plan “{plan}”: there are {known}.",
    ),
    "plan.not_in_force": (
        "Kế hoạch “{plan}” chưa có hiệu lực ngày {on}: hãy chọn ngày từ {since} trở đi.",
        "Plan “{plan}” is not in force on {on}: choose a day from {since} on.",
    ),
    "plan.version_written": (
        "Phiên bản này của kế hoạch “{plan}” đã giao chỉ tiêu {no} khác với dòng này: điều chỉnh phải là phiên bản mới, kèm quyết định.",
        "This version of plan “{plan}” has target {no} written otherwise: an adjustment is a new version with its decision.",
    ),
    "target.missing": ("Không có chỉ tiêu số {no}.", "There is no target {no}."),
    "target.unknown": (
        "Kế hoạch “{plan}” không có chỉ tiêu số {no}.",
        "Plan “{plan}” has no target {no}.",
    ),
    "target.twice": ("Chỉ tiêu số {no} có hai lần.", "Target {no} stands twice."),
    "target.no_whole": (
        "Chỉ tiêu {no} thuộc chỉ tiêu {whole}, nhưng bảng không có chỉ tiêu {whole}.",
        "Target {no} is a part of {whole}, which the table does not have.",
    ),
    "target.ring": (
        "Các chỉ tiêu thuộc lẫn nhau thành vòng: {ring}. Hãy bỏ một mắt.",
        "Targets are parts of each other in a ring: {ring}. Break it.",
    ),
    "target.no_parts": (
        "Chỉ tiêu tổng hợp {no} chưa có chỉ tiêu thành phần nào (cột part_of).",
        "Composite target {no} has no parts (column part_of).",
    ),
    "target.no_value": (
        "Chỉ tiêu {no} chưa có số kế hoạch: hãy điền, hoặc ghi value_status là unknown.",
        "Target {no} has no plan value: fill it in, or set value_status to unknown.",
    ),
    "target.no_rule": (
        "Chỉ tiêu {no} có số kế hoạch nhưng thiếu dạng (kind) hoặc cách so sánh (comparator): hãy điền.",
        "Target {no} has a plan value but no kind or comparator: fill them in.",
    ),
    "target.unknown_with_value": (
        "Chỉ tiêu {no} ghi là chưa rõ số kế hoạch nhưng lại có số: hãy sửa một trong hai.",
        "Target {no} is said to have an unknown plan value, yet has one: mend either.",
    ),
    "target.range": (
        "Chỉ tiêu {no} là một khoảng: cần số đầu và số cuối, cuối không nhỏ hơn đầu.",
        "Target {no} is a range: give both ends, the high one not below the low one.",
    ),
    "tally.over": (
        "Số đạt {met} lớn hơn tổng số {total}: hãy kiểm tra.",
        "{met} met of {total} cannot be: check.",
    ),
    "refused": (
        "Bạn không có quyền làm việc này.",
        "You are not allowed to do this.",
    ),
    "write.outside_verb": (
        "Lỗi của hệ thống: ghi {model} ngoài thao tác được ghi sổ.",
        "Our fault: {model} written outside a recorded verb.",
    ),
    "write.delete": ("{model} không được xóa.", "{model} is never deleted."),
    "write.append_only": (
        "{model} chỉ được ghi thêm, không sửa.",
        "{model} is appended, never changed.",
    ),
    "write.unattributed": (
        "Lỗi của hệ thống: {verb} không có người thực hiện.",
        "Our fault: {verb} without an author.",
    ),
}
