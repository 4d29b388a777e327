"""Minutes, speeches and the notice, in versions; photos with their captions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dieuhanh.documents.models import Document
from dieuhanh.documents.queries import document as find_document
from dieuhanh.documents.queries import stored_file
from dieuhanh.domain.actors import Permission
from dieuhanh.domain.closing import SPEECHES, TEXT_KINDS
from dieuhanh.domain.errors import BadInput, Missing
from dieuhanh.domain.text_changes import changes
from dieuhanh.domain.wording import message
from dieuhanh.exchange.pictures import MOST_BYTES
from dieuhanh.ui.asked import Asked
from dieuhanh.ui.language import page_lang
from dieuhanh.ui.uploads import dropped

from ..actions.photos import add_photo, change_photo, fill_photo
from ..actions.texts import write_text
from ..forms.closing import PhotoForm, TextForm
from ..models import Conference, Text
from ..queries import conference as find_conference
from ..queries.screen import photo_on
from ..queries.texts import (
    chairs_names,
    drafted,
    notice_due_of,
    photo_of,
    photos_of,
    standing,
    versions_of,
)
from .acting import acted
from .frame import framed


def texts(request: Asked, code: str) -> HttpResponse:
    """The four texts of a conference, each with its standing version."""
    found = find_conference(code, seen_by=request.actor)
    held = standing(found)
    context = framed(
        request, found, texts=[(kind, held.get(kind)) for kind in TEXT_KINDS],
        due=None if "notice" in held else notice_due_of(found),
    )  # fmt: skip
    return render(request, "conferences/texts.html", context)


def text(request: Asked, code: str, kind: str) -> HttpResponse:
    """One text: a version read, what changed from the one before."""
    found = find_conference(code, seen_by=request.actor)
    versions = versions_of(found, kind)
    asked = request.GET.get("ban", "")
    shown = next((each for each in versions if str(each.version) == asked), None)
    shown = shown or (versions[0] if versions else None)
    before = next((v for v in versions if shown and v.version == shown.version - 1), None)
    context = framed(
        request, found, kind=kind, versions=versions, shown=shown, before=before,
        changed=changes(before.text, shown.text) if before and shown else [],
    )  # fmt: skip
    return render(request, "conferences/text.html", context)


def write(request: Asked, code: str, kind: str) -> HttpResponse:
    """Write the next version, begun from the last or from what the books can already say."""
    found = find_conference(code, seen_by=request.actor)
    request.actor.require(Permission.CONFERENCE_EDIT, body=found.host_id)
    versions = versions_of(found, kind)
    last = versions[0] if versions else None
    form = TextForm(request.POST or None, initial=_begun(found, kind, last))
    if kind not in SPEECHES:
        del form.fields["office"]
    if request.method == "POST" and form.is_valid() and _saved(request, found, kind, form):
        return redirect("conferences:text", code, kind)
    context = framed(request, found, form=form, kind=kind, last=last, offices=chairs_names(found))
    return render(
        request, "conferences/text_write.html", context, status=400 if form.errors else 200
    )


def _begun(of: Conference, kind: str, last: Text | None) -> dict[str, Any]:
    if last is None:
        return {"text": drafted(of, kind), "seen": 0}
    paper = last.document.code if last.document else ""
    return {"text": last.text, "office": last.office, "document": paper, "seen": last.version}


def _saved(request: Asked, of: Conference, kind: str, form: TextForm) -> bool:
    """Whether the version is kept; else why not is told on the form, with what was typed."""
    told = dict(form.cleaned_data)
    try:
        paper = _paper(request, told.pop("document"))
        write_text(by=request.actor, conference=of, kind=kind, document=paper, **told)
    except (BadInput, Missing) as fault:
        form.add_error(None, message(fault, page_lang()))
        return False
    messages.success(request, _("Đã lưu bản mới; các bản trước được giữ lại."))
    return True


def _paper(request: Asked, code: str) -> Document | None:
    return find_document(code, seen_by=request.actor) if code else None


def photos(request: Asked, code: str) -> HttpResponse:
    """The photos of the day; whoever writes the conclusions adds them here."""
    found = find_conference(code, seen_by=request.actor)
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        request.actor.require(Permission.CONFERENCE_EDIT, body=found.host_id)
        if form.is_valid() and _added(request, found, form):
            return redirect("conferences:photos", code)
        if dropped(request):
            form.errors.pop("file", None)
            large = BadInput("picture.large", most=MOST_BYTES // 1024 // 1024)
            form.add_error("file", message(large, page_lang()))
    context = framed(request, found, photos=photos_of(found), form=form)
    if context["may_edit"]:
        context["removed"] = photos_of(found, removed=True)
    return render(request, "conferences/photos.html", context, status=400 if form.errors else 200)


def _added(request: Asked, of: Conference, form: PhotoForm) -> bool:
    upload = form.cleaned_data["file"]
    try:
        add_photo(
            by=request.actor, conference=of, caption=form.cleaned_data["caption"],
            file=(upload.name, upload.read()), today=request.today,
        )  # fmt: skip
    except BadInput as fault:
        form.add_error("file", message(fault, page_lang()))
        return False
    messages.success(request, _("Đã thêm ảnh."))
    return True


@require_POST
def photo_change(request: Asked, code: str, pk: int) -> HttpResponse:
    """Word a caption anew, hand in its picture, take the photo away or put it back."""
    found = find_conference(code, seen_by=request.actor)
    photo, by = photo_of(found, pk), request.actor
    upload = request.FILES.get("file")
    verb = request.POST.get("lam", "")

    def work() -> str:
        if verb == "anh":
            name, content = (upload.name or "", upload.read()) if upload else ("", b"")
            fill_photo(by=by, photo=photo, file=(name, content), today=request.today)
            return _("Đã thêm ảnh cho chú thích này.")
        if verb in {"bo", "lay-lai"}:
            change_photo(by=by, photo=photo, removed=verb == "bo")
            return _("Đã bỏ ảnh; tệp vẫn còn giữ.") if verb == "bo" else _("Đã lấy lại ảnh.")
        change_photo(by=by, photo=photo, caption=request.POST.get("caption", ""))
        return _("Đã sửa chú thích.")

    return acted(request, work, reverse("conferences:photos", args=[code]))


def picture(request: Asked, code: str, pk: int) -> HttpResponseBase:
    """The picture itself: what its bytes were found to be, and nothing a browser could run."""
    kept = photo_on(find_conference(code, seen_by=request.actor), pk)
    answer = FileResponse(stored_file(kept).open("rb"), content_type=kept.media_type)
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, max-age=86400"
    answer.headers["Content-Disposition"] = f'inline; filename="{kept.file_name}"'
    return answer
