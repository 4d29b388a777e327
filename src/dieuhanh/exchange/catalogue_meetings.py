"""The templates of conferences: prepared, held and concluded elsewhere, taken in as they were."""

from __future__ import annotations

from dieuhanh.domain.agenda import ItemKind
from dieuhanh.domain.closing import TEXT_KINDS
from dieuhanh.domain.sites import Kind, SiteLevel

from .columns import Column, need
from .templates import Template

CONFERENCE = need("conference", "Hội nghị")
SITE = need("site", "Điểm cầu của cơ quan")
DOCUMENT = Column("document", "Văn bản")
QUOTE = Column("quote", "Trích nguyên văn")
STATES = ("preparing", "closed")

CONFERENCES = Template(
    "conferences",
    "Hội nghị",
    (
        need("code", "Mã"),
        need("name", "Tên"),
        Column("name_en", "Tên tiếng Anh"),
        need("host", "Cơ quan tổ chức"),
        Column("place", "Địa điểm"),
        need("day", "Ngày họp", "date"),
        need("begins", "Giờ bắt đầu", "time"),
        Column("ends", "Giờ kết thúc", "time"),
        Column("state", "Tình trạng", choices=STATES, default="preparing"),
        Column("plan", "Kế hoạch được kiểm điểm"),
        Column("simulated", "Mô phỏng", "yes"),
        DOCUMENT,
        Column("note", "Ghi chú"),
    ),
)
SITES = Template(
    "sites",
    "Điểm cầu",
    (
        CONFERENCE,
        need("body", "Cơ quan"),
        Column("parent", "Thuộc điểm cầu của cơ quan"),
        need("name", "Tên điểm cầu"),
        need("level", "Cấp", choices=tuple(SiteLevel)),
    ),
)
DELEGATES = Template(
    "delegates",
    "Đại biểu",
    (
        CONFERENCE,
        SITE,
        Column("body", "Cơ quan công tác"),
        Column("name", "Họ và tên"),
        need("office", "Chức vụ"),
        Column("kind", "Tư cách", choices=tuple(Kind), default="delegate"),
        Column("votes", "Có biểu quyết", "yes"),
    ),
)
AGENDA = Template(
    "agenda",
    "Chương trình hội nghị",
    (
        CONFERENCE,
        need("position", "Thứ tự", "whole"),
        need("title", "Nội dung"),
        Column("title_en", "Nội dung tiếng Anh"),
        Column("kind", "Loại", choices=tuple(ItemKind), default="discussion"),
        Column("minutes", "Số phút", "whole"),
        Column("presenter", "Người trình bày"),
    ),
)
CONTRIBUTIONS = Template(
    "contributions",
    "Ý kiến phát biểu",
    (
        CONFERENCE,
        Column("item", "Mục chương trình", "whole"),
        SITE,
        need("office", "Chức vụ người phát biểu"),
        need("text", "Nội dung"),
        DOCUMENT,
        QUOTE,
    ),
)
CONCLUSIONS = Template(
    "conclusions",
    "Kết luận hội nghị",
    (
        CONFERENCE,
        need("number", "Số", "whole"),
        Column("item", "Mục chương trình", "whole"),
        Column("group", "Nhóm"),
        need("text", "Nội dung"),
        Column("field", "Lĩnh vực"),
        Column("body", "Cơ quan"),
        Column("due_on", "Thời hạn", "date"),
        Column("targets", "Chỉ tiêu kế hoạch"),
        Column("findings", "Nhận định"),
        Column("contributions", "Ý kiến phát biểu"),
        DOCUMENT,
        QUOTE,
    ),
)
TEXTS = Template(
    "texts",
    "Biên bản, phát biểu, thông báo kết luận",
    (
        CONFERENCE,
        need("kind", "Loại", choices=TEXT_KINDS),
        need("text", "Toàn văn"),
        Column("office", "Chức vụ"),
        DOCUMENT,
    ),
)
PHOTOS = Template(
    "photos",
    "Ảnh hội nghị",
    (
        CONFERENCE,
        need("position", "Thứ tự", "whole"),
        need("caption", "Chú thích"),
    ),
)
MEETINGS = (
    CONFERENCES, SITES, DELEGATES, AGENDA, CONTRIBUTIONS, CONCLUSIONS, TEXTS, PHOTOS,
)  # fmt: skip

__all__ = ["MEETINGS"]
