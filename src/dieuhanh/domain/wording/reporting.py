"""What is wrong with a form, a rule, a round or a day of the calendar, and what to do."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "form.missing": ("Không có biểu mẫu này.", "There is no such form."),
    "form.code": (
        "“{text}” không làm mã biểu mẫu được: mã gồm chữ thường không dấu, chữ số và gạch nối, ví dụ kt-xh-xa.",
        "“{text}” cannot be a form's code: use lower-case letters without accents, digits and hyphens, such as kt-xh-xa.",
    ),
    "form.code_taken": (
        "Mã “{text}” đã có biểu mẫu khác dùng: hãy chọn mã khác.",
        "Another form has the code “{text}”: choose another.",
    ),
    "form.no_name": ("Biểu mẫu chưa có tên: hãy nhập tên.", "The form has no name: give it one."),
    "form.retired": (
        "Biểu mẫu “{name}” đã ngừng dùng từ {day}: không ban hành phiên bản mới.",
        "The form “{name}” was retired on {day}: no new version is issued.",
    ),
    "form.draft_moved": (
        "{name} vừa lưu bản khác của biểu này. Những gì bạn nhập vẫn ở trên trang: hãy mở bản mới ở thẻ khác, chép phần còn thiếu rồi lưu.",
        "{name} has just saved another copy of this form. What you typed is still on the page: open the new copy in another tab, carry over what it lacks, then save.",
    ),
    "form.same_version": (
        "Không có gì khác phiên bản {number}: không cần ban hành lại.",
        "Nothing differs from version {number}: there is nothing to issue.",
    ),
    "form.no_rows": (
        "Biểu chưa có dòng nào để nhập: hãy thêm ít nhất một chỉ tiêu.",
        "The form has no row to fill in: add at least one indicator.",
    ),
    "form.too_many_rows": (
        "Biểu có {count} dòng, nhiều nhất là {most}: hãy tách thành hai biểu.",
        "The form has {count} rows, at most {most} are allowed: split it in two.",
    ),
    "form.key": (
        "“{key}” không làm mã dòng được: mã gồm chữ thường không dấu, chữ số và gạch nối, nhiều nhất 80 ký tự.",
        "“{key}” cannot be a row's code: use lower-case letters without accents, digits and hyphens, at most 80.",
    ),
    "form.key_twice": (
        "Mã dòng “{key}” có hai lần: mỗi dòng một mã.",
        "The row code “{key}” is there twice: give each row its own.",
    ),
    "form.no_label": ("Dòng “{key}” chưa có tên.", "Row “{key}” has no name."),
    "form.heading_asks": (
        "Dòng đề mục “{label}” không được gắn chỉ tiêu: bỏ chỉ tiêu, hoặc đổi thành dòng nhập.",
        "The heading “{label}” must not ask an indicator: remove it, or make it a row to fill in.",
    ),
    "form.no_indicator": (
        "Dòng “{label}” chưa chọn chỉ tiêu.",
        "Row “{label}” has no indicator: choose one.",
    ),
    "form.no_unit": ("Dòng “{label}” chưa có đơn vị tính.", "Row “{label}” has no unit."),
    "form.unit": (
        "Dòng “{label}” ghi đơn vị “{unit}”, không quy đổi được với đơn vị “{other}” của chỉ tiêu.",
        "Row “{label}” is in “{unit}”, which cannot be converted to the indicator's “{other}”.",
    ),
    "form.decimals": (
        "Dòng “{label}”: số lẻ từ 0 đến {most}.",
        "Row “{label}”: decimals go from 0 to {most}.",
    ),
    "form.no_such_row": (
        "Dòng “{label}” trỏ tới dòng “{key}” không có trong biểu.",
        "Row “{label}” points to “{key}”, which is not in the form.",
    ),
    "form.part_of_heading": (
        "Dòng “{label}” không thể là “trong đó” của một đề mục: hãy chọn dòng có số liệu.",
        "Row “{label}” cannot be a part of a heading: choose a row with a figure.",
    ),
    "form.ratio_parts": (
        "Dòng tỷ lệ “{label}” phải chọn cả dòng tử số và dòng mẫu số.",
        "The ratio “{label}” needs both a numerator and a denominator row.",
    ),
    "form.ratio_of_typed": (
        "Tử số và mẫu số của “{label}” phải là hai dòng nhập số.",
        "The numerator and denominator of “{label}” must be rows that are typed.",
    ),
    "form.ring": (
        "Các dòng “trong đó” quay vòng: {ring}. Hãy bỏ một mắt.",
        "The “of which” rows go in a ring: {ring}. Break it.",
    ),
    "form.asked_twice": (
        "Dòng “{label}” hỏi đúng số liệu mà dòng “{other}” đã hỏi: hãy bỏ một dòng hoặc chọn phân tổ khác.",
        "Row “{label}” asks the very figure that “{other}” asks: remove one, or choose another breakdown.",
    ),
    "form.whole": (
        "“{text}” không phải số nguyên nhỏ: hãy nhập 0, 1, 2… ở ô Số lẻ; nếu các ô đều đúng, hãy tải lại trang.",
        "“{text}” is no small whole number: put 0, 1, 2… under Decimals; if every cell is right, load the page again.",
    ),
    "form.indicator_words": (
        "Chỉ tiêu mới cần cả tên và đơn vị tính.",
        "A new indicator needs both a name and a unit.",
    ),
    "form.indicator_there": (
        "Đã có chỉ tiêu mã như “{name}”: hãy tìm và chọn, hoặc đặt tên khác.",
        "There is an indicator with the code of “{name}”: find and choose it, or name this one otherwise.",
    ),
    "form.filler_kind": (
        "“{kind}” không phải loại cơ quan nào: hãy chọn trong danh sách.",
        "“{kind}” is no kind of body: choose one from the list.",
    ),
    "form.filler_level": (
        "“{level}” không phải cấp hành chính: hãy chọn tỉnh, huyện hoặc xã.",
        "“{level}” is no level of administration: choose province, district or commune.",
    ),
    "form.about_above": (
        "Số liệu chỉ nói về địa bàn của cơ quan báo cáo hoặc cấp dưới của nó, không thể là cấp trên.",
        "Figures are about the reporting body's own area or those below it, never above.",
    ),
    "form.owner_area": (
        "Cơ quan “{name}” chưa gắn địa bàn nên chưa gửi biểu được: hãy khai địa bàn cho cơ quan.",
        "“{name}” has no area, so its forms cannot be sent: give the body its area.",
    ),
    "check.code": (
        "“{text}” không làm mã quy tắc được: dùng chữ thường không dấu, chữ số và gạch nối.",
        "“{text}” cannot be a rule's code: use lower-case letters without accents, digits and hyphens.",
    ),
    "check.no_row": (
        "Quy tắc nói tới dòng “{key}” không có trong biểu, hoặc là đề mục: hãy chọn dòng khác.",
        "The rule speaks of row “{key}”, which is not in the form or is a heading: choose another.",
    ),
    "check.units": (
        "“{one}” và “{other}” khác loại đơn vị nên không cộng, so với nhau được.",
        "“{one}” and “{other}” are in unlike units and cannot be added or compared.",
    ),
    "check.no_parts": (
        "Dòng “{label}” không có dòng “trong đó” nào: hãy nêu các dòng phần.",
        "Row “{label}” has no “of which” rows: name its parts.",
    ),
    "check.no_limits": (
        "Quy tắc chưa có ngưỡng nào: hãy nhập ít nhất một.",
        "The rule has no limit: give at least one.",
    ),
    "check.limits_crossed": (
        "Ngưỡng dưới {low} lớn hơn ngưỡng trên {high}: hãy đổi lại.",
        "The lower limit {low} is above the upper {high}: swap them.",
    ),
    "check.below_zero": (
        "Ngưỡng thay đổi và dung sai không được âm.",
        "Limits of change and tolerances cannot be below zero.",
    ),
    "check.short_history": (
        "Số kỳ trước để tìm số bất thường phải là số nguyên từ {least} đến {most}.",
        "Outliers are told from a whole number of earlier periods, {least} to {most}.",
    ),
    "check.own_row": (
        "Quy tắc so “{label}” với chính dòng đó: hãy chọn các dòng khác.",
        "The rule compares “{label}” with itself: choose other rows.",
    ),
    "check.units_now": (
        "Quy tắc “{rule}” so “{one}” với “{other}”, nay khác loại đơn vị: hãy sửa đơn vị, hoặc ngừng quy tắc đó trước khi ban hành.",
        "The rule “{rule}” compares “{one}” with “{other}”, now in unlike units: mend the units, or retire the rule before issuing.",
    ),
    "check.relation": (
        "“{text}” không có trong danh sách lựa chọn của quy tắc.",
        "“{text}” is not among the rule's choices.",
    ),
    "check.no_terms": (
        "Quy tắc cộng chưa nêu dòng nào để cộng.",
        "The rule of a sum names no rows to add.",
    ),
    "check.term": (
        "“{text}” không đọc được: ghi mã dòng, hoặc mã-biểu:mã-dòng của biểu khác.",
        "“{text}” cannot be read: write a row's code, or form-code:row-code of another form.",
    ),
    "check.ratio_rows": (
        "Hãy chọn cả dòng tử số và dòng mẫu số của tỷ lệ.",
        "Choose both the numerator and the denominator row of the ratio.",
    ),
    "check.number": (
        "“{text}” không phải là số: hãy nhập lại ngưỡng.",
        "“{text}” is not a number: type the limit again.",
    ),
    "round.missing": ("Không có kỳ báo cáo này.", "There is no such round."),
    "round.twice": (
        "Kỳ “{name}” đã mở rồi: một biểu, một kỳ, một loại số chỉ mở một lần.",
        "“{name}” is open already: a form, a period and a status are asked once.",
    ),
    "round.nobody": (
        "Ngày {day} không có cơ quan nào thuộc diện báo cáo biểu này: hãy xem lại loại, cấp cơ quan hoặc ngày mở.",
        "On {day} no body is asked for this form: look again at the kind, the level or the opening day.",
    ),
    "round.no_such_body": (
        "Các mã {codes} không thuộc diện báo cáo vào ngày mở kỳ: hãy bỏ khỏi danh sách hoặc đổi ngày mở.",
        "{codes} are not among those asked on the opening day: take them off the list or change the day.",
    ),
    "round.dues_order": (
        "Hạn của cấp dưới ({lower}) sau hạn của cấp trên ({upper}): cấp dưới phải nộp trước.",
        "The lower level is due on {lower}, after the upper on {upper}: the lower must come first.",
    ),
    "round.due_before_opening": (
        "Hạn {due} trước ngày mở kỳ {opens}: hãy lùi hạn hoặc mở sớm hơn.",
        "Due on {due}, before the round opens on {opens}: move the due day or open earlier.",
    ),
    "round.no_level": (
        "Kỳ này không có hạn của cấp “{level}”.",
        "This round has no due day for “{level}”.",
    ),
    "round.reminder": (
        "“{text}” không phải ngày nhắc: ghi số ngày làm việc từ -30 đến 30, ví dụ -3 0 1 3 5.",
        "“{text}” is no reminder: give working days from -30 to 30, such as -3 0 1 3 5.",
    ),
    "round.whole": (
        "“{text}” không phải năm hoặc số kỳ: hãy ghi số, ví dụ 2021.",
        "“{text}” is no year or number of a period: write digits, such as 2021.",
    ),
    "round.choice": (
        "“{text}” không có trong danh sách: hãy chọn lại.",
        "“{text}” is not on the list: choose again.",
    ),
    "calendar.no_year": (
        "Lịch làm việc chỉ có từ năm 2000 đến năm 2100.",
        "The calendar goes from 2000 to 2100 only.",
    ),
    "calendar.no_reason": (
        "Hãy ghi lý do (hoặc văn bản) của ngày {day}.",
        "Say why {day} is swapped, or by which document.",
    ),
    "calendar.year": (
        "Không có lịch ngày nghỉ của năm {year}: hãy chọn năm từ {earliest} đến {latest}.",
        "There is no calendar of holidays for {year}: choose a year from {earliest} to {latest}.",
    ),
    "calendar.no_working_day": (
        "Từ {day} không tìm thấy ngày làm việc nào trong hai tháng: hãy xem lại lịch nghỉ.",
        "No working day is found within two months of {day}: look at the calendar again.",
    ),
}
