"""Sentences about reporting workbooks: what is refused, and what was read and is to be known."""

from __future__ import annotations

_FILES: dict[str, tuple[str, str]] = {
    "workbook.no_forms": (
        "Kỳ này chưa có cơ quan nào mà bạn được xem, nên không có gì để tải về.",
        "There is no body of this round that you may see, so there is nothing to download.",
    ),
    "workbook.gone": (
        "Tệp trả về này không còn: hãy nộp lại tệp để được đánh dấu lần nữa.",
        "This returned file is no longer there: hand the workbook in again to have it marked.",
    ),
    "workbook.taken": (
        "Tệp này đã được ghi vào sổ một lần nên không ghi lại: hãy xem danh sách, hoặc đọc lại tệp.",
        "This file has been entered once and is not entered again: see the list, or read the file anew.",
    ),
    "workbook.no_file": (
        "Chưa chọn tệp nào: hãy chọn tệp .xlsx hoặc .xls rồi bấm nộp.",
        "No file was chosen: choose an .xlsx or .xls file, then hand it in.",
    ),
    "workbook.too_many_bodies": (
        "Kỳ này có hơn {limit} cơ quan, quá một tệp: hãy lọc theo địa bàn rồi tải từng phần.",
        "The round has more than {limit} bodies, too many for one file: filter by area and download part by part.",
    ),
    "workbook.too_large": (
        "Tệp có {size}, quá {limit} nên không đọc: hãy xóa ảnh và trang tính thừa, hoặc tải lại biểu trống và chép số sang.",
        "The file has {size}, over {limit}, and is not read: remove pictures and extra sheets, or download an empty form and copy the figures.",
    ),
    "workbook.not_one": (
        "Tệp không phải sổ tính Excel: hãy nộp tệp .xlsx hoặc .xls đã tải về từ trang báo cáo.",
        "The file is no Excel workbook: hand in the .xlsx or .xls downloaded from the report's page.",
    ),
    "workbook.macros": (
        "Sổ tính có macro (hoặc thuộc loại .xlsm, .xlsb) nên không nhận: hãy lưu thành .xlsx không có macro.",
        "The workbook has macros (or is an .xlsm, .xlsb) and is refused: save it as .xlsx without macros.",
    ),
    "workbook.bomb": (
        "Tệp nén phình ra đến {size} (giới hạn {limit}) nên không mở: hãy tải lại biểu trống và chép số sang.",
        "The file unpacks to {size} (limit {limit}) and is not opened: download an empty form and copy the figures.",
    ),
    "workbook.encrypted": (
        "Sổ tính có mật khẩu nên không đọc được: hãy bỏ mật khẩu mở tệp rồi lưu lại.",
        "The workbook has a password and cannot be read: remove the password to open and save again.",
    ),
    "workbook.broken": (
        "Sổ tính hỏng: hãy mở bằng Excel hay LibreOffice rồi lưu lại thành .xlsx.",
        "The workbook is broken: open it in Excel or LibreOffice and save it as .xlsx.",
    ),
    "workbook.too_old": (
        "Tệp .xls theo dạng Excel 5.0/95: hãy lưu lại thành .xlsx, hoặc .xls dạng Excel 97-2003.",
        "The .xls file is of Excel 5.0/95: save it as .xlsx, or as .xls of Excel 97-2003.",
    ),
    "workbook.entities": (
        "Tệp chứa khai báo lạ (DOCTYPE) mà Excel không bao giờ ghi, nên không mở: hãy tải lại biểu trống và chép số sang.",
        "The file holds a declaration (DOCTYPE) that Excel never writes and is not opened: download an empty form and copy the figures.",
    ),
    "workbook.too_many_sheets": (
        "Sổ tính có hơn {limit} trang tính: hãy chia thành nhiều tệp.",
        "The workbook has more than {limit} sheets: split it into several files.",
    ),
    "workbook.too_many_cells": (
        "Sổ tính có {count} ô dữ liệu, quá {limit} ô: hãy tải lại biểu trống và chép số sang.",
        "The workbook has {count} filled cells, over {limit}: download an empty form and copy the figures.",
    ),
    "workbook.too_wide": (
        "Trang tính trải đến dòng {rows}, cột thứ {columns} (giới hạn {most_rows} dòng, {most_columns} cột): hãy xóa các ô nằm xa ngoài bảng.",
        "The sheet reaches row {rows}, column {columns} (limit {most_rows} rows, {most_columns} columns): delete the cells far outside the table.",
    ),
    "workbook.no_sheet": (
        "Trong tệp không có trang biểu nào của hệ thống này: hãy nộp đúng tệp đã tải về từ trang báo cáo.",
        "There is no sheet of this system in the file: hand in the workbook downloaded from the report's page.",
    ),
}

_SHEETS: dict[str, tuple[str, str]] = {
    "workbook.extra_sheet": (
        "Trang tính “{name}” không phải biểu của hệ thống nhưng có dữ liệu: hãy chuyển số vào trang biểu rồi xóa trang này.",
        "Sheet “{name}” is none of this system's yet holds data: move the figures into the form's sheet and delete it.",
    ),
    "workbook.hidden_sheet": (
        "Trang tính “{name}” đang ẩn mà có dữ liệu: hãy bỏ ẩn để kiểm tra, hoặc xóa trang đó.",
        "Sheet “{name}” is hidden and holds data: unhide it and look, or delete it.",
    ),
    "workbook.stamp_broken": (
        "Mã tờ biểu đã bị sửa (“{text}”): hãy tải lại biểu và chép số sang.",
        "The sheet's code was altered (“{text}”): download the form again and copy the figures.",
    ),
    "workbook.twice": (
        "Cơ quan {body} có hai trang trong tệp: hãy giữ một.",
        "Body {body} has two sheets in the file: keep one.",
    ),
    "workbook.wrong_form": (
        "Trang này thuộc biểu “{told}”, không phải biểu “{expected}” của kỳ: hãy nộp vào đúng kỳ báo cáo.",
        "This sheet is of form “{told}”, not of this round's “{expected}”: hand it in to its own round.",
    ),
    "workbook.wrong_round": (
        "Trang này thuộc kỳ “{told}”, không phải kỳ “{expected}”: hãy nộp vào đúng kỳ, hoặc tải biểu của kỳ này.",
        "This sheet is of round “{told}”, not “{expected}”: hand it in to its own round, or download this round's.",
    ),
    "workbook.wrong_body": (
        "Trang này là của cơ quan “{told}”, không phải “{expected}”: hãy nộp ở trang báo cáo của cơ quan đó.",
        "This sheet is of body “{told}”, not “{expected}”: hand it in on that body's page.",
    ),
    "workbook.old_version": (
        "Trang này làm theo phiên bản {told} của biểu, kỳ này dùng phiên bản {expected}: hãy tải lại biểu và chép số sang.",
        "This sheet follows version {told} of the form, the round uses {expected}: download it again and copy the figures.",
    ),
    "workbook.checksum": (
        "Mã kiểm tra {told} không khớp cấu trúc biểu ({expected}): hãy tải lại biểu và chép số sang.",
        "Checksum {told} does not match the form's structure ({expected}): download it again and copy the figures.",
    ),
    "workbook.not_for_you": (
        "Bạn không nhập thay được cho cơ quan “{body}”: hãy bỏ trang này khỏi tệp, hoặc để cơ quan đó tự nộp.",
        "You may not enter figures for body “{body}”: remove this sheet from the file, or let that body hand it in.",
    ),
    "workbook.not_open": (
        "Báo cáo của “{body}” đang ở trạng thái không sửa được: hãy xin trả lại trước khi nộp tệp.",
        "The report of “{body}” cannot be changed in its present state: ask for it to be returned first.",
    ),
    "workbook.given_unknown": (
        "Số in sẵn (cùng kỳ, kỳ trước, kế hoạch) đã bị sửa: hãy tải lại biểu và chép số sang.",
        "Numbers printed beside the entries were altered: download the form again and copy the figures.",
    ),
}

_CELLS: dict[str, tuple[str, str]] = {
    "workbook.moved": (
        "Dòng {rows} (chỗ của “{label}”) bị lệch {shift} dòng: đừng chèn, xóa, sắp xếp hay chuyển dòng; hãy đưa về chỗ cũ.",
        "Row {rows} (the place of “{label}”) is off by {shift}: rows may not be inserted, deleted, sorted or moved; put them back.",
    ),
    "workbook.line_missing": (
        "Dòng {rows} đáng lẽ là “{label}” nhưng mã dòng ở cột K đã mất hoặc bị sửa: hãy tải lại biểu và chép số sang.",
        "Row {rows} should be “{label}” but its code in column K is gone or altered: download the form again and copy the figures.",
    ),
    "workbook.label": (
        "Ô này ghi “{text}”, trong biểu là “{expected}”: chữ của biểu không được sửa; hãy viết lại như cũ.",
        "This cell says “{text}”, the form “{expected}”: the form's words may not be changed; write it back.",
    ),
    "workbook.not_an_entry": (
        "“{label}” là dòng không điền: hãy xóa nội dung ô này.",
        "“{label}” is a line that is not filled in: clear this cell.",
    ),
    "workbook.computed": (
        "Ô này tự tính, nhưng đã bị gõ đè “{text}” khác với số tính ra: hãy xóa, số sẽ được tính lại.",
        "This cell computes itself but “{text}” was typed over it and differs: clear it, it will be computed.",
    ),
    "workbook.given": (
        "Số in sẵn đã bị sửa thành “{text}”, trong sổ là “{expected}”: hãy trả lại như cũ; số của kỳ này điền ở cột G.",
        "The printed number was altered to “{text}”, the books say “{expected}”: put it back; this period's figure goes into column G.",
    ),
    "workbook.merged": (
        "Các ô {range} bị gộp: hãy bỏ gộp ô, mỗi số một ô.",
        "Cells {range} are merged: unmerge them, one figure a cell.",
    ),
    "workbook.hidden_rows": (
        "Dòng {rows} đang ẩn: hãy bỏ ẩn (hoặc bỏ lọc) để mọi số đều nhìn thấy.",
        "Row {rows} is hidden: unhide it (or clear the filter) so that every figure is seen.",
    ),
    "workbook.hidden_column": (
        "Cột {letter} đang ẩn: hãy bỏ ẩn để mọi số đều nhìn thấy.",
        "Column {letter} is hidden: unhide it so that every figure is seen.",
    ),
    "workbook.stray": (
        "“{text}” nằm ngoài bảng nên sẽ không được đọc: hãy chuyển vào đúng ô hoặc xóa.",
        "“{text}” stands outside the table and would not be read: move it to its cell or delete it.",
    ),
    "workbook.date": (
        "Ô là ngày tháng ({text}), không phải số: hãy đổi định dạng ô thành Số (Number) rồi gõ lại số.",
        "The cell is a date ({text}), not a number: set its format to Number and type the figure again.",
    ),
    "workbook.boolean": (
        "Ô ghi {text}, không phải số: hãy gõ số, hoặc “-”, “…”, “x”.",
        "The cell says {text}, which is no number: type a figure, or “-”, “…”, “x”.",
    ),
    "workbook.percent": (
        "Ô định dạng phần trăm, đang hiện {text}, nên không rõ là {number} hay {hundred}: hãy đổi định dạng thành Số rồi gõ {hundred} (hoặc {number}).",
        "The cell has a percent format and shows {text}: {number} or {hundred} is not clear; set its format to Number and type {hundred} (or {number}).",
    ),
    "workbook.formula_text": (
        "Ô là chữ bắt đầu bằng dấu bằng (“{text}”), không phải số: hãy gõ kết quả.",
        "The cell is text that begins with an equals sign (“{text}”), not a number: type the result.",
    ),
    "workbook.formula_empty": (
        "Ô là công thức chưa có kết quả: hãy mở tệp bằng Excel cho tính rồi lưu lại, hoặc gõ số.",
        "The cell is a formula without a result: open the file in Excel, let it calculate and save, or type the figure.",
    ),
    "workbook.formula_error": (
        "Công thức trong ô báo lỗi {text}: hãy sửa công thức hoặc gõ số.",
        "The formula in the cell reports {text}: mend it or type the figure.",
    ),
}

_NOTED: dict[str, tuple[str, str]] = {
    "workbook.noted_formula": (
        "Ô là công thức: đã nhận kết quả của nó, “{text}”; công thức không được giữ.",
        "The cell is a formula: its result “{text}” was taken; the formula is not kept.",
    ),
    "workbook.noted_text": (
        "Số được gõ dưới dạng chữ (“{text}”): đã đọc là {number}; hãy kiểm tra.",
        "The number was typed as text (“{text}”): read as {number}; please check.",
    ),
    "workbook.noted_longer": (
        "{text} có nhiều số lẻ hơn biểu giữ ({decimals}): đã làm tròn thành {kept}.",
        "{text} has more decimals than the form keeps ({decimals}): rounded to {kept}.",
    ),
    "workbook.noted_legacy": (
        "Chữ theo bảng mã cũ {encoding}: đã chuyển sang Unicode; hãy đọc lại.",
        "Text in the old encoding {encoding}: converted to Unicode; please read it over.",
    ),
}

ERRORS: dict[str, tuple[str, str]] = _FILES | _SHEETS | _CELLS | _NOTED
