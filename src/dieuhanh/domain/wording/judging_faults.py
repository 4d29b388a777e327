"""Sentences about rules, conventions and the tables handed to `dieuhanh judge`."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "rule.range_reversed": (
        "Khoảng kế hoạch ghi ngược: {low} lớn hơn {high}. Hãy ghi đầu thấp trước, đầu cao sau.",
        "The plan's range is reversed: {low} is above {high}. Write the low end first.",
    ),
    "rule.tolerance_negative": (
        "Sai số cho phép là {text}: hãy ghi số không âm, tính bằng %.",
        "The tolerance is {text}: write a number of percent that is not negative.",
    ),
    "rule.decimals": (
        "Số chữ số thập phân là {text}: hãy ghi số nguyên từ 0 đến {most}.",
        "The number of decimals is {text}: write a whole number from 0 to {most}.",
    ),
    "rule.parts_of_plain": (
        "Chỉ tiêu “{comparator}” không có phần: chỉ ghi các phần cho chỉ tiêu gồm nhiều phần (composite).",
        "A target “{comparator}” has no parts: only a composite one has.",
    ),
    "rule.no_parts": (
        "Chỉ tiêu gồm nhiều phần nhưng không có phần nào: hãy ghi ít nhất một phần.",
        "The target is composite but has no parts: give at least one.",
    ),
    "rule.part_twice": (
        "Phần “{name}” ghi hai lần: hãy đặt tên khác hoặc bỏ một dòng.",
        "Part “{name}” stands twice: rename or remove one.",
    ),
    "rule.composite_in_composite": (
        "Phần “{name}” lại gồm nhiều phần: hãy đưa các phần của nó lên cùng một cấp.",
        "Part “{name}” is itself composite: bring its parts up one level.",
    ),
    "rule.about_without_better": (
        "“Khoảng” cần biết cao hơn hay thấp hơn là tốt: hãy ghi better là higher hoặc lower, hoặc dùng “equal”.",
        "“About” needs to know which way is good: set better to higher or lower, or use “equal”.",
    ),
    "rule.unknown_kind": (
        "Không có loại chỉ tiêu “{text}”: hãy dùng một trong {possible}.",
        "There is no kind of target “{text}”: use one of {possible}.",
    ),
    "rule.unknown_comparator": (
        "Không có cách so sánh “{text}”: hãy dùng một trong {possible}.",
        "There is no comparator “{text}”: use one of {possible}.",
    ),
    "rule.impossible_pair": (
        "Loại “{kind}” không đi với “{comparator}”: hãy dùng {possible}, hoặc ghi chỉ tiêu theo mức (level) của chính tốc độ hay mức tăng giảm đó.",
        "Kind “{kind}” does not go with “{comparator}”: use {possible}, or state the target as the level of that rate or change.",
    ),
    "convention.unknown": (
        "Không có quy ước “{name}”: hãy dùng một trong {known}.",
        "There is no convention “{name}”: use one of {known}.",
    ),
    "convention.missing_switch": (
        "Quy ước thiếu công tắc “{key}”: hãy ghi value và because.",
        "The convention lacks the switch “{key}”: give its value and because.",
    ),
    "convention.unknown_value": (
        "Giá trị “{text}” không có ở công tắc này: hãy dùng một trong {possible}.",
        "This switch has no value “{text}”: use one of {possible}.",
    ),
    "convention.missing_text": (
        "Quy ước thiếu “{field}”: hãy ghi một dòng chữ.",
        "The convention lacks “{field}”: write a line of text.",
    ),
    "convention.no_file": (
        "Không đọc được {file}: hãy khôi phục thư mục law/ của bản cài đặt. ({detail})",
        "{file} cannot be read: restore the law/ folder of the installation. ({detail})",
    ),
    "judge.file_type": (
        "Không đọc tệp loại {suffix}: hãy đưa tệp .json, .csv (UTF-8) hoặc .xlsx.",
        "Files of type {suffix} are not read: give a .json, .csv (UTF-8) or .xlsx file.",
    ),
    "judge.json_syntax": (
        "Tệp không đúng cú pháp JSON ({detail}): hãy sửa ở chỗ đã nêu.",
        "The file is not valid JSON ({detail}): mend it at the place named.",
    ),
    "judge.not_a_list": (
        "Tệp JSON phải là một danh sách [ … ] các chỉ tiêu.",
        "The JSON file must be a list [ … ] of targets.",
    ),
    "judge.not_an_object": (
        "Chỗ này phải là một đối tượng {{ … }} với các trường có tên.",
        "This must be an object {{ … }} with named fields.",
    ),
    "judge.missing_field": (
        "Thiếu trường “{field}”: hãy thêm vào.",
        "The field “{field}” is missing: add it.",
    ),
    "judge.unknown_field": (
        "Không có trường “{field}” ở đây: các trường được nhận là {possible}.",
        "There is no field “{field}” here: the fields are {possible}.",
    ),
    "judge.wrong_type": (
        "“{text}” không dùng được ở đây: hãy ghi {wanted}.",
        "“{text}” cannot stand here: write {wanted}.",
    ),
    "judge.unknown_word": (
        "Không hiểu “{text}”: hãy dùng một trong {possible}.",
        "“{text}” is not known: use one of {possible}.",
    ),
    "judge.unknown_part": (
        "Chỉ tiêu không có phần “{name}”: các phần là {possible}.",
        "The target has no part “{name}”: its parts are {possible}.",
    ),
    "judge.missing_column": (
        "Bảng thiếu cột “{name}”: hãy thêm cột này vào dòng tiêu đề.",
        "The table lacks the column “{name}”: add it to the header.",
    ),
    "judge.missing_no": (
        "Dòng này không có số thứ tự: hãy ghi vào cột no.",
        "This row has no number: fill in the column no.",
    ),
    "judge.no_twice": (
        "Số thứ tự “{no}” ghi hai lần: mỗi dòng cần một số riêng.",
        "The number “{no}” stands twice: each row needs its own.",
    ),
    "judge.part_without_parent": (
        "Dòng “{no}” là một phần của “{parent}”, nhưng bảng không có dòng “{parent}” loại composite: hãy thêm dòng đó hoặc đổi số thứ tự.",
        "Row “{no}” is a part of “{parent}”, but the table has no composite row “{parent}”: add it or renumber.",
    ),
    "judge.actual_reversed": (
        "Khoảng thực hiện ghi ngược: {low} lớn hơn {high}. Hãy ghi đầu thấp ở cột actual, đầu cao ở cột actual_high.",
        "The actual's range is reversed: {low} is above {high}. The low end goes to actual, the high end to actual_high.",
    ),
}
