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
        "“{text}” viết kiểu Anh; ở đây dấu “.” ngăn nhóm ba chữ số, dấu “,” là dấu thập phân: hãy viết “{instead}”.",
        "“{text}” is written the English way; here “.” groups by three and “,” is the decimal mark: write “{instead}”.",
    ),
    "number.grouping": (
        "“{text}”: dấu “.” chỉ ngăn từng nhóm ba chữ số. Hãy viết “{instead}” nếu là số thập phân, “{whole}” nếu là số nguyên.",
        "“{text}”: “.” only groups by three digits. Write “{instead}” for a decimal number, “{whole}” for a whole one.",
    ),
    "number.groups": (
        "“{text}”: các nhóm ngăn bằng dấu “.” phải đủ ba chữ số. Nếu các chữ số đúng, hãy viết “{instead}”.",
        "“{text}”: groups set off by “.” must have three digits. If the digits are right, write “{instead}”.",
    ),
    "number.not_a_number": (
        "“{text}” không phải là số: hãy viết chữ số, ví dụ 5.851 hoặc 1.112,5, đơn vị tính để riêng.",
        "“{text}” is not a number: write digits, for example 5.851 or 1.112,5, and keep the unit apart.",
    ),
    "number.plain_grouping": (
        "“{text}” có dấu ngăn nhóm; tệp này khai báo số viết liền với dấu chấm thập phân: hãy viết “{instead}”.",
        "“{text}” has grouping marks; this file declares numbers without grouping and with a decimal point: write “{instead}”.",
    ),
    "number.plain_comma": (
        "“{text}” viết kiểu Việt Nam; tệp này khai báo số viết liền với dấu chấm thập phân: hãy viết “{instead}”, hoặc khai báo numbers=vi.",
        "“{text}” is written the Vietnamese way; this file declares numbers without grouping and with a decimal point: write “{instead}”, or declare numbers=vi.",
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
        "Không đổi được “{frm}” sang “{to}”: hai đơn vị đo hai thứ khác nhau. Hãy ghi số liệu và chỉ tiêu theo cùng một loại đơn vị.",
        "“{frm}” cannot be converted to “{to}”: they measure different things. Give the figure and the target in units of the same kind.",
    ),
    "unit.number": (
        "Đơn vị tính có số “{unit}” không đọc được: hãy viết số nguyên, ví dụ 10.000 dân hoặc 1.000 đồng.",
        "The unit holds the number “{unit}”, which cannot be read: write a whole number, for example 10.000 dân or 1.000 đồng.",
    ),
    "unit.incomplete": (
        "Đơn vị tính “{unit}” thiếu một vế của dấu “/”: hãy ghi đủ, ví dụ giường/10.000 dân.",
        "The unit “{unit}” lacks one side of its “/”: write it whole, for example giường/10.000 dân.",
    ),
    "unit.too_long": (
        "Đơn vị tính “{unit}” dài quá {most} ký tự: hãy ghi ngắn lại, phần giải thích để ở ghi chú.",
        "The unit “{unit}” is longer than {most} characters: shorten it and keep explanations in the note.",
    ),
    "quantity.unreadable": (
        "“{text}” không bắt đầu bằng một số: hãy viết số rồi đến đơn vị, ví dụ 1,1 tỷ USD.",
        "“{text}” does not begin with a number: write the number, then the unit, for example 1,1 tỷ USD.",
    ),
    "quantity.not_one_number": (
        "“{text}” có nhiều hơn một số hoặc đơn vị không rõ: hãy ghi một số rồi đến đơn vị; khoảng giá trị ghi ở hai cột.",
        "“{text}” holds more than one number or an unclear unit: write one number, then the unit; a range goes into two columns.",
    ),
    "date.empty": (
        "Ô ngày đang để trống: hãy viết ngày/tháng/năm, ví dụ 12/01/2022.",
        "The date is empty: write day/month/year, for example 12/01/2022.",
    ),
    "date.unreadable": (
        "“{text}” không phải là ngày: hãy viết ngày/tháng/năm, ví dụ 12/01/2022.",
        "“{text}” is not a date: write day/month/year, for example 12/01/2022.",
    ),
    "date.short_year": (
        "“{text}” ghi năm bằng hai chữ số: hãy viết đủ bốn chữ số của năm.",
        "“{text}” gives the year in two digits: write all four.",
    ),
    "date.no_such_day": (
        "Lịch không có ngày “{text}”: hãy kiểm tra lại, ngày viết trước, tháng viết sau.",
        "There is no day “{text}” in the calendar: check it; the day comes first, then the month.",
    ),
    "date.implausible": (
        "Năm trong “{text}” nằm ngoài khoảng {earliest}-{latest}: hãy kiểm tra lại chữ số của năm.",
        "The year in “{text}” lies outside {earliest}-{latest}: check its digits.",
    ),
    "date.precision": (
        "Độ chính xác của ngày “{text}” không có: hãy dùng một trong {known}.",
        "There is no date precision “{text}”: use one of {known}.",
    ),
    "date.precision_mismatch": (
        "“{text}” không ghi đủ để có độ chính xác “{precision}”: hãy ghi đủ ngày/tháng/năm hoặc sửa độ chính xác.",
        "“{text}” does not tell enough for the precision “{precision}”: write the whole date or mend the precision.",
    ),
    "period.unreadable": (
        "“{text}” không phải là kỳ: hãy viết như 2021, 2021-S1, 2021-Q3, 2021-07, 2021-01-01/P9M hoặc 2021-01-01/P5Y.",
        "“{text}” is not a period: write it like 2021, 2021-S1, 2021-Q3, 2021-07, 2021-01-01/P9M or 2021-01-01/P5Y.",
    ),
    "period.start_day": (
        "Kỳ “{text}” không bắt đầu từ ngày 01: kỳ theo lịch gồm các tháng trọn vẹn; kỳ báo cáo từ ngày 15 là loại kỳ khác, không ghi ở đây.",
        "The period “{text}” does not begin on the 1st: calendar periods are whole months; a reporting period from the 15th is another kind and does not go here.",
    ),
    "period.no_length": (
        "Kỳ có {months} tháng: hãy ghi ít nhất một tháng.",
        "The period has {months} months: give at least one.",
    ),
    "period.no_parts": (
        "Kỳ “{period}” không chia được thành các phần {months} tháng theo lịch: hãy chọn tần suất ngắn hơn.",
        "The period “{period}” cannot be divided into calendar parts of {months} months: choose a shorter frequency.",
    ),
    "period.not_one_year": (
        "Kỳ “{period}” không nằm trong một năm nên không có lũy kế từ đầu năm: hãy chọn kỳ trong một năm.",
        "The period “{period}” is not within one year, so it has no total from the start of the year: choose one that is.",
    ),
    "period.two_calendars": (
        "Không cộng số liệu của năm báo cáo (15/12-14/12), năm ngân sách đầu tư và năm dương lịch với nhau: hãy chọn số liệu cùng một loại kỳ.",
        "Figures of the report year (15/12-14/12), the investment year and the calendar year are never added: choose figures of one kind of period.",
    ),
    "reporting.law": (
        "Mục thứ {entry} trong law/reporting.toml thiếu hoặc sai “{fault}”: hãy sửa theo các mục khác trong tệp.",
        "Entry {entry} of law/reporting.toml lacks or misstates “{fault}”: mend it after the other entries of the file.",
    ),
    "reporting.no_rule": (
        "Không có quy định nào về kỳ báo cáo này có hiệu lực ngày {day}: hãy chọn tính ngày theo lịch, hoặc nhờ quản trị bổ sung quy định của tỉnh vào law/reporting.toml.",
        "No rule on this reporting period is in force on {day}: go by the calendar, or have the administrator add the province's own rule to law/reporting.toml.",
    ),
    "reporting.number": (
        "Không có kỳ báo cáo thứ {number}: hãy chọn từ 1 đến {most}.",
        "There is no reporting period number {number}: choose from 1 to {most}.",
    ),
}
