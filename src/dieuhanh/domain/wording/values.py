"""Sentences about numbers, units, dates and periods: what is wrong and what to do."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "number.empty": (
        "Ô số đang để trống: hãy nhập số, hoặc ghi lý do không có số liệu.",
        "The number is empty: enter a number, or give the reason why there is none.",
    ),
    "number.too_long": (
        "“{text}” dài quá {most} ký tự: hãy kiểm tra lại số.",
        "“{text}” is longer than {most} characters: check the number.",
    ),
    "number.spaced": (
        "“{text}” có dấu cách ở giữa: hãy viết liền “{instead}”.",
        "“{text}” has spaces inside: write “{instead}” without them.",
    ),
    "number.english": (
        "“{text}” viết kiểu Anh; ở đây dấu “.” ngăn nhóm ba chữ số, dấu “,” là dấu thập phân: "
        "hãy viết “{instead}”.",
        "“{text}” is written the English way; here “.” groups by three and “,” is the decimal "
        "mark: write “{instead}”.",
    ),
    "number.grouping": (
        "“{text}”: dấu “.” chỉ ngăn từng nhóm ba chữ số. Hãy viết “{instead}” nếu là số thập "
        "phân, “{whole}” nếu là số nguyên.",
        "“{text}”: “.” only groups by three digits. Write “{instead}” for a decimal number, "
        "“{whole}” for a whole one.",
    ),
    "number.groups": (
        "“{text}”: các nhóm ngăn bằng dấu “.” phải đủ ba chữ số. Nếu các chữ số đúng, hãy viết "
        "“{instead}”.",
        "“{text}”: groups set off by “.” must have three digits. If the digits are right, write "
        "“{instead}”.",
    ),
    "number.not_a_number": (
        "“{text}” không phải là số: hãy viết chữ số, ví dụ 5.851 hoặc 1.112,5, đơn vị tính để "
        "riêng.",
        "“{text}” is not a number: write digits, for example 5.851 or 1.112,5, and keep the unit "
        "apart.",
    ),
    "number.plain_grouping": (
        "“{text}” có dấu ngăn nhóm; tệp này khai báo số viết liền với dấu chấm thập phân: hãy "
        "viết “{instead}”.",
        "“{text}” has grouping marks; this file declares numbers without grouping and with a "
        "decimal point: write “{instead}”.",
    ),
    "number.plain_comma": (
        "“{text}” viết kiểu Việt Nam; tệp này khai báo số viết liền với dấu chấm thập phân: hãy "
        "viết “{instead}”, hoặc khai báo numbers=vi.",
        "“{text}” is written the Vietnamese way; this file declares numbers without grouping and "
        "with a decimal point: write “{instead}”, or declare numbers=vi.",
    ),
    "number.not_plain": (
        "“{text}” không phải là số: hãy viết chữ số với dấu chấm thập phân, ví dụ 5851 hoặc 0.33.",
        "“{text}” is not a number: write digits with a decimal point, for example 5851 or 0.33.",
    ),
    "number.not_finite": (
        "“{text}” không phải là một số hữu hạn: hãy kiểm tra lại phép tính đã cho ra nó.",
        "“{text}” is not a finite number: check the calculation that gave it.",
    ),
    "number.decimals": (
        "Không thể lấy {decimals} chữ số thập phân: hãy chọn từ 0 đến {most}.",
        "{decimals} decimals cannot be kept: choose from 0 to {most}.",
    ),
    "unit.incompatible": (
        "Không đổi được “{frm}” sang “{to}”: hai đơn vị đo hai thứ khác nhau. Hãy ghi số liệu và "
        "chỉ tiêu theo cùng một loại đơn vị.",
        "“{frm}” cannot be converted to “{to}”: they measure different things. Give the figure "
        "and the target in units of the same kind.",
    ),
    "unit.number": (
        "Đơn vị tính có số “{unit}” không đọc được: hãy viết số nguyên, ví dụ 10.000 dân hoặc "
        "1.000 đồng.",
        "The unit holds the number “{unit}”, which cannot be read: write a whole number, for "
        "example 10.000 dân or 1.000 đồng.",
    ),
    "unit.incomplete": (
        "Đơn vị tính “{unit}” thiếu một vế của dấu “/”: hãy ghi đủ, ví dụ giường/10.000 dân.",
        "The unit “{unit}” lacks one side of its “/”: write it whole, for example giường/10.000 "
        "dân.",
    ),
    "unit.too_long": (
        "Đơn vị tính “{unit}” dài quá {most} ký tự: hãy ghi ngắn lại, phần giải thích để ở ghi chú.",
        "The unit “{unit}” is longer than {most} characters: shorten it and keep explanations in "
        "the note.",
    ),
    "quantity.unreadable": (
        "“{text}” không bắt đầu bằng một số: hãy viết số rồi đến đơn vị, ví dụ 1,1 tỷ USD.",
        "“{text}” does not begin with a number: write the number, then the unit, for example "
        "1,1 tỷ USD.",
    ),
    "quantity.not_one_number": (
        "“{text}” có nhiều hơn một số hoặc đơn vị không rõ: hãy ghi một số rồi đến đơn vị; khoảng "
        "giá trị ghi ở hai cột.",
        "“{text}” holds more than one number or an unclear unit: write one number, then the unit; "
        "a range goes into two columns.",
    ),
}
