"""What a notice tells, in both languages; the same words in the app and in the e-mail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dieuhanh.domain.dates import write_vi_date
from dieuhanh.domain.numbers import Lang

ERRORS: dict[str, tuple[str, str]] = {}
NOTICES: dict[str, tuple[str, str]] = {
    "round.opened": (
        "{round}: đã mở, {body} nộp chậm nhất ngày {due}.",
        "{round}: open; {body} hands in by {due}.",
    ),
    "submission.returned": (
        "{round}: {approver} trả lại biểu của {body}: “{comment}”.",
        "{round}: {approver} returned the form of {body}: “{comment}”.",
    ),
    "submission.approved": (
        "{round}: biểu của {body} đã được duyệt.",
        "{round}: the form of {body} is approved.",
    ),
    "round.closed_without": (
        "{round}: đã chốt khi chưa có số liệu của {body}. Vẫn nộp bổ sung được.",
        "{round}: closed without the figures of {body}. They may still be handed in.",
    ),
    "reminder.file.before": (
        "{round}: còn {days} ngày làm việc tới hạn {due}, {body} chưa nộp.",
        "{round}: {days} working days left until {due}; {body} has not handed in.",
    ),
    "reminder.file.today": (
        "{round}: hôm nay {due} là hạn nộp, {body} chưa nộp.",
        "{round}: due today, {due}; {body} has not handed in.",
    ),
    "reminder.file.late": (
        "{round}: quá hạn {days} ngày làm việc (hạn {due}), {body} chưa nộp.",
        "{round}: {days} working days late (due {due}); {body} has not handed in.",
    ),
    "reminder.approve.before": (
        "{round}: còn {days} ngày làm việc tới hạn {due}, {count} biểu chờ {body} duyệt.",
        "{round}: {days} working days left until {due}; {count} forms wait for {body}.",
    ),
    "reminder.approve.today": (
        "{round}: hôm nay {due} là hạn, {count} biểu chờ {body} duyệt.",
        "{round}: due today, {due}; {count} forms wait for {body}.",
    ),
    "reminder.approve.late": (
        "{round}: quá hạn {days} ngày làm việc (hạn {due}), {count} biểu chờ {body} duyệt.",
        "{round}: {days} working days late (due {due}); {count} forms wait for {body}.",
    ),
    "reminder.close.before": (
        "{round}: còn {days} ngày làm việc tới hạn {due} để {body} chốt kỳ.",
        "{round}: {days} working days left until {due} for {body} to close the round.",
    ),
    "reminder.close.today": (
        "{round}: hôm nay {due} là hạn, {body} chưa chốt kỳ.",
        "{round}: due today, {due}; {body} has not closed the round.",
    ),
    "reminder.close.late": (
        "{round}: quá hạn {days} ngày làm việc (hạn {due}), {body} chưa chốt kỳ.",
        "{round}: {days} working days late (due {due}); {body} has not closed the round.",
    ),
    "conference.invited": (
        "Mời dự {name}, {hour} ngày {due}. Mở để đăng ký dự và xem tài liệu.",
        "You are invited to {name}, {hour} on {due}. Open to register and read the papers.",
    ),
    "notice.before": (
        "Thông báo kết luận của {name} phải ra chậm nhất ngày {due}.",
        "The notice of conclusions of {name} must be out by {due}.",
    ),
    "notice.today": (
        "Hôm nay {due} là hạn ra thông báo kết luận của {name}.",
        "The notice of conclusions of {name} is due today, {due}.",
    ),
    "notice.late": (
        "Đã quá hạn {due} mà chưa có thông báo kết luận của {name}.",
        "The notice of conclusions of {name} was due on {due} and is not there yet.",
    ),
    "opinion.asked": (
        "{body} được hỏi ý kiến về “{paper}”, trả lời chậm nhất ngày {due}.",
        "{body} is asked for its opinion on “{paper}”, to be given by {due}.",
    ),
    "opinion.accepted": (
        "Ý kiến của {body} về “{paper}” đã được tiếp thu.",
        "The opinion of {body} on “{paper}” was taken up.",
    ),
    "opinion.explained": (
        "Ý kiến của {body} về “{paper}” đã được giải trình.",
        "The opinion of {body} on “{paper}” was answered with an explanation.",
    ),
    "paper.submitted": (
        "{body} trình văn bản “{paper}”, chờ duyệt.",
        "{body} submitted the paper “{paper}”; it waits for approval.",
    ),
    "paper.approved": (
        "Văn bản “{paper}” đã được duyệt, chờ cấp số và ban hành.",
        "The paper “{paper}” is approved; it waits for its number.",
    ),
    "paper.returned": (
        "Văn bản “{paper}” bị trả lại: “{words}”.",
        "The paper “{paper}” was returned: “{words}”.",
    ),
}
TASKS: dict[str, tuple[str, str, str, str]] = {
    "due.before": (
        "Còn {days} ngày làm việc tới hạn {due}: “{title}” ({body}).",
        "{days} working days left until {due}: “{title}” ({body}).",
        "{body}: {count} nhiệm vụ còn {days} ngày làm việc tới hạn {due}.",
        "{body}: {count} tasks have {days} working days left until {due}.",
    ),
    "due.today": (
        "Hôm nay {due} là hạn: “{title}” ({body}).",
        "Due today, {due}: “{title}” ({body}).",
        "{body}: hôm nay {due} là hạn của {count} nhiệm vụ.",
        "{body}: {count} tasks are due today, {due}.",
    ),
    "due.late": (
        "Quá hạn {days} ngày làm việc (hạn {due}): “{title}” ({body}).",
        "{days} working days late (due {due}): “{title}” ({body}).",
        "{body}: {count} nhiệm vụ quá hạn {days} ngày làm việc (hạn {due}).",
        "{body}: {count} tasks are {days} working days late (due {due}).",
    ),
    "assigned": (
        "{body} được giao nhiệm vụ: “{title}”.",
        "{body} has been assigned a task: “{title}”.",
        "{body} được giao {count} nhiệm vụ mới.",
        "{body} has been assigned {count} tasks.",
    ),
    "reassigned": (
        "{body} được giao nhiệm vụ chuyển từ cơ quan khác: “{title}”.",
        "{body} has been given a task of another body: “{title}”.",
        "{body} được giao {count} nhiệm vụ chuyển từ cơ quan khác.",
        "{body} has been given {count} tasks of other bodies.",
    ),
    "handed_over": (
        "{body} tiếp nhận nhiệm vụ của cơ quan đã kết thúc: “{title}”.",
        "{body} takes over a task of a body that ended: “{title}”.",
        "{body} tiếp nhận {count} nhiệm vụ của cơ quan đã kết thúc.",
        "{body} takes over {count} tasks of a body that ended.",
    ),
    "answered": (
        "Nơi giao đã trả lời {body} về nhiệm vụ “{title}”.",
        "The assigner has answered {body} about “{title}”.",
        "Nơi giao đã trả lời {body} về {count} nhiệm vụ.",
        "The assigner has answered {body} about {count} tasks.",
    ),
    "returned": (
        "Bị trả lại, chưa đạt: “{title}” ({body}).",
        "Returned, not good enough yet: “{title}” ({body}).",
        "{body}: {count} nhiệm vụ bị trả lại, chưa đạt.",
        "{body}: {count} tasks were returned.",
    ),
    "confirmed": (
        "Đã xác nhận hoàn thành: “{title}” ({body}).",
        "Confirmed done: “{title}” ({body}).",
        "{body}: {count} nhiệm vụ được xác nhận hoàn thành.",
        "{body}: {count} tasks are confirmed done.",
    ),
    "extension_granted": (
        "Được gia hạn: “{title}” ({body}).",
        "Extended: “{title}” ({body}).",
        "{body}: {count} nhiệm vụ được gia hạn.",
        "{body}: {count} tasks are extended.",
    ),
    "extension_refused": (
        "Không được gia hạn: “{title}” ({body}).",
        "Not extended: “{title}” ({body}).",
        "{body}: {count} nhiệm vụ không được gia hạn.",
        "{body}: {count} tasks are not extended.",
    ),
    "withdrawn": (
        "Nhiệm vụ đã rút: “{title}” ({body}).",
        "Withdrawn: “{title}” ({body}).",
        "{body}: {count} nhiệm vụ đã rút.",
        "{body}: {count} tasks are withdrawn.",
    ),
    "dispute_settled": (
        "Đã giải quyết ý kiến về “{title}” ({body}).",
        "The dispute about “{title}” is settled ({body}).",
        "{body}: đã giải quyết ý kiến về {count} nhiệm vụ.",
        "{body}: disputes about {count} tasks are settled.",
    ),
    "reported": (
        "Báo đã hoàn thành, chờ {body} xác nhận: “{title}”.",
        "Reported done, for {body} to confirm: “{title}”.",
        "{count} nhiệm vụ báo đã hoàn thành, chờ {body} xác nhận.",
        "{count} tasks are reported done, for {body} to confirm.",
    ),
    "asked_back": (
        "Cơ quan chủ trì hỏi lại {body} về “{title}”.",
        "The lead asks {body} back about “{title}”.",
        "Cơ quan chủ trì hỏi lại {body} về {count} nhiệm vụ.",
        "Leads ask {body} back about {count} tasks.",
    ),
    "extension_asked": (
        "Xin gia hạn, chờ {body} quyết định: “{title}”.",
        "An extension is asked for, for {body} to decide: “{title}”.",
        "{count} nhiệm vụ xin gia hạn, chờ {body} quyết định.",
        "Extensions of {count} tasks are asked for, for {body} to decide.",
    ),
    "disputed": (
        "Có ý kiến không thống nhất gửi {body}: “{title}”.",
        "A dispute is put to {body}: “{title}”.",
        "Có ý kiến không thống nhất gửi {body} về {count} nhiệm vụ.",
        "Disputes about {count} tasks are put to {body}.",
    ),
}
"""One task in Vietnamese and English, then several."""
for _code, _told in TASKS.items():
    NOTICES[f"task.{_code}.one"], NOTICES[f"task.{_code}.many"] = _told[:2], _told[2:]
PARTS = (
    ("Điều Hành: {count} thông báo mới", "Điều Hành: {count} new notices"),
    ("Kính gửi {name},", "To {name},"),
    ("Việc đang chờ: {work} việc. Mở {link} để xem.", "Waiting for you: {work}. Open {link}."),
    (
        "Thư này gửi mỗi ngày một lần khi có thông báo mới; tắt ở trang Thông báo.",
        "This is sent once a day when there is something new; turn it off on the Notices page.",
    ),
)


def notice_text(code: str, values: Mapping[str, Any], lang: Lang) -> str:
    """The sentence of a notice.

    >>> notice_text("reminder.file.today", {"round": "KT-XH xã, năm 2021", "round_en": "",
    ...     "body": "UBND xã Đất Mũi", "due": "2021-12-20"}, "vi")
    'KT-XH xã, năm 2021: hôm nay 20/12/2021 là hạn nộp, UBND xã Đất Mũi chưa nộp.'
    """
    shown = dict(values)
    for name in [name for name in shown if name.endswith("_en")]:
        other = str(shown.pop(name))
        if lang == "en" and other:
            shown[name.removesuffix("_en")] = other
    if shown.get("due") and lang == "vi":
        shown["due"] = write_vi_date(date.fromisoformat(shown["due"]))
    return NOTICES[code][lang == "en"].format(**shown)


def digest_text(
    name: str, lines: list[str], *, work: int, link: str, lang: Lang
) -> tuple[str, str]:
    """Subject and body of a day's e-mail."""
    subject, greeting, waiting, why = (part[lang == "en"] for part in PARTS)
    body = [
        greeting.format(name=name), "", *(f"- {line}" for line in lines), "",
        waiting.format(work=work, link=link), "", why,
    ]  # fmt: skip
    return subject.format(count=len(lines)), "\n".join(body) + "\n"


__all__ = ["NOTICES", "digest_text", "notice_text"]
