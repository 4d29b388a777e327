"""What is wrong with a paper that is to be written."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "paper.law": (
        "Không đọc được {file} trong thư mục law/: hãy khôi phục tệp này của bản cài đặt. ({detail})",
        "{file} in the law/ folder cannot be read: restore this file of the installation. ({detail})",
    ),
    "paper.type": (
        "Không có loại văn bản “{text}”. Các loại: {known}.",
        "There is no type of paper “{text}”. There are: {known}.",
    ),
    "paper.json": (
        "Văn bản lưu không đúng dạng ở chỗ này: cần {wanted}.",
        "The stored paper is not of the right shape here: {wanted} is wanted.",
    ),
    "paper.empty": (
        "Phần này của văn bản còn trống. Hãy ghi nội dung hoặc bỏ đoạn này.",
        "This part of the paper is empty. Write it, or take the paragraph out.",
    ),
    "paper.no_symbol": (
        "{type} phải có ký hiệu, ví dụ BC-UBND. Hãy ghi ký hiệu.",
        "A paper of the type {type} carries a symbol, such as BC-UBND. Write it.",
    ),
    "paper.number": (
        "Số văn bản là số nguyên từ 1, không phải {number}.",
        "A paper's number is a whole number from 1, not {number}.",
    ),
    "paper.on_behalf": (
        "Dòng quyền hạn “{text}” phải bắt đầu bằng một trong: {known}.",
        "The line of capacity “{text}” must begin with one of: {known}.",
    ),
    "paper.signing": (
        "Không có cách ký “{text}”. Các cách ký được ở đây: {known}.",
        "There is no capacity “{text}” to sign in. Here one signs: {known}.",
    ),
    "paper.signing_alone": (
        "Cơ quan làm việc theo chế độ thủ trưởng không ký thay mặt tập thể (TM.). Các cách ký được: {known}.",
        "A body led by one head signs for no collective (TM.). It may sign: {known}.",
    ),
    "paper.signing_together": (
        "Việc do tập thể quyết định thì ký thay mặt tập thể (TM.), không ký “{text}”. Các cách ký được: {known}.",
        "What a committee decides together is signed for it (TM.), not “{text}”. It may be signed: {known}.",
    ),
    "paper.unit": (
        "“{text}” không phải chữ viết tắt của đơn vị: chỉ gồm chữ và số, không quá 10 ký tự, ví dụ KT.",
        "“{text}” is no short form of a unit: letters and digits only, ten at the most, such as KT.",
    ),
    "paper.no_unit": (
        "Ký hiệu công văn “{symbol}” thiếu đơn vị soạn thảo: ghi thêm, ví dụ UBND-TH.",
        "The letter's symbol “{symbol}” lacks the unit that drafted it: add it, such as UBND-TH.",
    ),
    "law.signing": (
        "Mục [[signing]] thứ {entry} không đọc được ({detail}): cần type; committee, head là một cách ký.",
        "Entry {entry} of [[signing]] cannot be read ({detail}): it needs type; committee, head are capacities.",
    ),
    "law.unit": (
        "Mục [[unit]] thứ {entry} không đọc được ({detail}): cần abbreviation, name, và bodies hoặc scope.",
        "Entry {entry} of [[unit]] cannot be read ({detail}): it needs abbreviation, name, and bodies or scope.",
    ),
    "paper.titled_name": (
        "Trước họ tên người ký không ghi “{title}”. Hãy chỉ ghi họ và tên.",
        "No “{title}” stands before the signer's name. Write the name alone.",
    ),
    "paper.columns": (
        "Bảng có {count} cột; phải có từ 1 đến {most} cột.",
        "The table has {count} columns; it must have 1 to {most}.",
    ),
    "paper.width": (
        "Bề rộng cột là một phần nguyên dương của bảng, không phải {width}.",
        "A column's width is a whole positive share of the table, not {width}.",
    ),
    "paper.row": (
        "Dòng {row} (tính từ 0) chiếm {filled} cột của bảng {columns} cột. Hãy thêm hoặc bớt ô.",
        "Row {row} (from 0) fills {filled} columns of a table of {columns}. Add or take out cells.",
    ),
    "paper.look": (
        "Mẫu văn bản không đọc được: {detail}. Hãy sửa tệp theo mẫu kèm bản cài đặt.",
        "The template cannot be read: {detail}. Mend the file after the one that comes with the installation.",
    ),
    "paper.look_rule": (
        "Mẫu ghi {said}, trong khi Nghị định 30/2020/NĐ-CP quy định {wanted}. Hãy sửa mẫu.",
        "The template says {said} where Decree 30/2020/NĐ-CP wants {wanted}. Mend the template.",
    ),
    "paper.template": (
        "Mẫu trang PDF có lỗi: {detail}. Hãy sửa tệp hoặc lấy lại mẫu kèm bản cài đặt.",
        "The template of PDF pages is faulty: {detail}. Mend it or restore the one that comes with the installation.",
    ),
    "paper.letter": (
        "Không phông nào trên máy in được ký tự “{letter}”. Hãy thay ký tự ấy, hoặc cài phông có nó.",
        "No font on this machine can print the letter “{letter}”. Replace it, or install a font that has it.",
    ),
}
