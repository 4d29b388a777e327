"""Which templates there are. The order is the order of import: what is cited comes first."""

from __future__ import annotations

from dieuhanh.domain.figures import Absence, Bound, Origin, Span, Status
from dieuhanh.domain.indicators import Better, Level, OverAreas, OverTime, PlanKind, ValueStatus
from dieuhanh.domain.targets import PlanComparator, TargetKind

from .catalogue_meetings import MEETINGS
from .columns import Column
from .columns import need as _need
from .task_table import TASKS
from .templates import Template

JUDGED_BY = (Origin.REPORTED.value, Origin.ROLLED_UP.value)
PRECISIONS = ("day", "month", "year", "placed")
KINDS = tuple(TargetKind)
COMPARATORS = tuple(PlanComparator)


PRECISION = Column("date_precision", "Độ rõ của ngày", choices=PRECISIONS, default="day")
DOCUMENT = Column("document", "Văn bản")
QUOTE = Column("quote", "Trích nguyên văn")
NOTE = Column("note", "Ghi chú")

AREAS = Template(
    "areas",
    "Địa bàn",
    (
        _need("code", "Mã địa bàn"),
        _need("name", "Tên"),
        _need("kind", "Loại"),
        Column("parent_code", "Mã cấp trên"),
        _need("valid_from", "Hiệu lực từ", "date"),
        Column("valid_to", "Hiệu lực đến", "date"),
        Column("start_known", "Rõ ngày bắt đầu", "yes"),
        DOCUMENT,
        NOTE,
    ),
)
SUCCESSIONS = Template(
    "successions",
    "Sáp nhập, chia tách, đổi tên, giải thể",
    (
        _need("effective", "Ngày hiệu lực", "date"),
        _need("kind", "Loại", choices=("merge", "split", "rename", "abolish")),
        _need("from_code", "Mã cũ"),
        Column("to_code", "Mã mới"),
        Column("weight", "Tỷ trọng", "number"),
        DOCUMENT,
        NOTE,
    ),
)
BODIES = Template(
    "bodies",
    "Cơ quan, đơn vị",
    (
        _need("code", "Mã"),
        _need("name", "Tên"),
        Column("name_en", "Tên tiếng Anh"),
        Column("short_name", "Tên gọn"),
        _need("kind", "Loại"),
        Column("area_code", "Mã địa bàn"),
        Column("parent_code", "Mã cấp trên"),
        Column("valid_from", "Hiệu lực từ", "date"),
        Column("valid_to", "Hiệu lực đến", "date"),
        Column("url", "Địa chỉ"),
        NOTE,
    ),
)
BODY_SUCCESSIONS = Template(
    "body_successions",
    "Cơ quan sáp nhập, chia tách, đổi tên, giải thể",
    (
        _need("effective", "Ngày hiệu lực", "date"),
        _need("kind", "Loại", choices=("merge", "split", "rename", "abolish")),
        _need("from_code", "Mã cũ"),
        Column("to_code", "Mã mới"),
        DOCUMENT,
        NOTE,
    ),
)
DOCUMENTS = Template(
    "documents",
    "Văn bản, tài liệu",
    (
        _need("code", "Mã"),
        Column("number", "Số, ký hiệu"),
        Column("type", "Loại văn bản"),
        Column("issuer_code", "Mã cơ quan ban hành"),
        Column("issuer_name", "Cơ quan ban hành"),
        Column("issued_on", "Ngày ban hành", "date"),
        Column("date_precision", "Độ rõ của ngày", choices=PRECISIONS),
        _need("title", "Trích yếu"),
        Column("url", "Địa chỉ"),
        Column("file", "Tệp"),
        Column("secrecy", "Độ mật"),
        NOTE,
    ),
)
INDICATORS = Template(
    "indicators",
    "Chỉ tiêu thống kê",
    (
        _need("code", "Mã"),
        _need("name", "Tên"),
        Column("name_en", "Tên tiếng Anh"),
        _need("unit", "Đơn vị tính"),
        Column("field", "Lĩnh vực"),
        Column("definition", "Định nghĩa"),
        Column("numerator", "Tử số"),
        Column("denominator", "Mẫu số"),
        _need("over_areas", "Gộp theo địa bàn", choices=tuple(OverAreas)),
        _need("over_time", "Gộp theo thời gian", choices=tuple(OverTime)),
        Column("better", "Chiều tốt", choices=tuple(Better), default="higher"),
        Column("decimals", "Số lẻ", "whole", default=0),
        Column("price_base", "Gốc giá"),
        Column("periodicity", "Kỳ"),
        Column("breakdowns", "Phân tổ"),
        _need("counted_at", "Cấp thống kê", choices=tuple(Level)),
        Column("reported_by", "Cơ quan báo cáo"),
        Column("source_note", "Nguồn"),
        Column("method_note", "Phương pháp"),
        Column("judged_origin", "Đánh giá theo", choices=JUDGED_BY, default="reported", later=True),
    ),
)
PLANS = Template(
    "plans",
    "Kế hoạch",
    (
        _need("code", "Mã"),
        _need("name", "Tên"),
        Column("name_en", "Tên tiếng Anh"),
        _need("kind", "Loại", choices=tuple(PlanKind)),
        _need("period", "Kỳ", "period"),
        _need("area_code", "Mã địa bàn"),
        _need("owner_code", "Cơ quan chủ quản"),
        _need("judged_source", "Nguồn số liệu đánh giá"),
        Column("version", "Phiên bản", "whole", default=1),
        _need("in_force_from", "Hiệu lực từ", "date"),
        Column("in_force_precision", "Độ rõ của ngày", choices=PRECISIONS, default="day"),
        DOCUMENT,
        Column("decided_by", "Quyết định giao"),
        NOTE,
    ),
)
TARGETS = Template(
    "targets",
    "Chỉ tiêu kế hoạch",
    (
        _need("plan", "Kế hoạch"),
        Column("version", "Phiên bản", "whole", default=1),
        _need("no", "TT"),
        Column("part_of", "Thuộc chỉ tiêu"),
        Column("indicator", "Mã chỉ tiêu thống kê"),
        _need("name", "Chỉ tiêu"),
        Column("name_en", "Tên tiếng Anh"),
        Column("group", "Nhóm"),
        Column("kind", "Dạng", choices=KINDS),
        Column("comparator", "So sánh", choices=COMPARATORS),
        Column("value", "Kế hoạch", "number"),
        Column("value_high", "Đến", "number"),
        Column("unit", "Đơn vị tính"),
        Column("base_value", "Gốc so sánh", "number"),
        Column("base_unit", "Đơn vị của gốc"),
        Column("better", "Chiều tốt", choices=tuple(Better), default="higher"),
        Column("tolerance_pct", "Dung sai %", "number"),
        Column("decimals", "Số lẻ", "whole"),
        Column(
            "value_status", "Tình trạng số kế hoạch", choices=tuple(ValueStatus), default="stated"
        ),
        Column("value_source", "Nguồn số kế hoạch"),
        Column("value_document", "Văn bản có số kế hoạch"),
        Column("candidate", "Ứng viên", "yes"),
        Column("lead_body", "Cơ quan chủ trì"),
        Column("head", "Người đứng đầu chịu trách nhiệm"),
        NOTE,
    ),
)
FIGURES = Template(
    "figures",
    "Số liệu",
    (
        _need("indicator", "Mã chỉ tiêu thống kê"),
        _need("area_code", "Mã địa bàn"),
        Column("area_name", "Tên địa bàn"),
        _need("period", "Kỳ", "period"),
        Column("span", "Trong kỳ hay lũy kế", choices=tuple(Span), default="in_period"),
        Column("breakdown", "Phân tổ"),
        _need("source", "Nguồn"),
        Column("value", "Số liệu", "number"),
        Column("value_high", "Đến", "number"),
        Column("bound", "Cách nói", choices=tuple(Bound)),
        Column("numerator", "Tử số", "number"),
        Column("denominator", "Mẫu số", "number"),
        Column("unit", "Đơn vị tính"),
        Column("absence", "Lý do không có số", choices=tuple(Absence)),
        _need("status", "Tình trạng", choices=tuple(Status)),
        Column("release", "Lần công bố"),
        _need("known_from", "Biết từ ngày", "date"),
        PRECISION,
        DOCUMENT,
        QUOTE,
        Column("as_printed", "Nguyên văn số"),
        Column("simulated", "Mô phỏng", "yes"),
        NOTE,
    ),
)
JUDGEMENTS = Template(
    "judgements",
    "Đánh giá đã công bố",
    (
        _need("plan", "Kế hoạch"),
        _need("no", "TT"),
        _need("label", "Đánh giá"),
        _need("known_from", "Biết từ ngày", "date"),
        PRECISION,
        _need("document", "Văn bản"),
        QUOTE,
        Column("other_set", "Thuộc bộ chỉ tiêu khác"),
        NOTE,
    ),
)
TALLIES = Template(
    "tallies",
    "Tổng số đã công bố",
    (
        _need("plan", "Kế hoạch"),
        _need("as_of", "Ngày", "date"),
        PRECISION,
        _need("met", "Đạt và vượt", "whole"),
        _need("total", "Tổng số", "whole"),
        Column("exceeded", "Vượt", "whole"),
        _need("document", "Văn bản"),
        QUOTE,
        Column("other_set", "Thuộc bộ chỉ tiêu khác"),
        NOTE,
    ),
)
FINDINGS = Template(
    "findings",
    "Kết quả nổi bật, tồn tại hạn chế, nguyên nhân, bài học",
    (
        _need("plan", "Kế hoạch"),
        _need("kind", "Loại", choices=("highlight", "shortcoming", "cause", "lesson")),
        _need("sentence", "Nội dung"),
        Column("field", "Lĩnh vực"),
        Column("body", "Cơ quan"),
        Column("targets", "Chỉ tiêu kế hoạch"),
        DOCUMENT,
        QUOTE,
        _need("known_from", "Biết từ ngày", "date"),
        NOTE,
    ),
)
CATALOGUE: dict[str, Template] = {
    template.name: template
    for template in (
        AREAS, SUCCESSIONS, BODIES, BODY_SUCCESSIONS, DOCUMENTS, INDICATORS, PLANS, TARGETS, FIGURES, JUDGEMENTS,
        TALLIES, FINDINGS, *MEETINGS, TASKS,
    )
}  # fmt: skip
