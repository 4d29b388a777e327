"""Every error of the API as application/problem+json (RFC 9457). The one place that makes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from dieuhanh.domain.errors import BadInput, BadInputs, DieuHanhError, Missing, Refused
from dieuhanh.domain.wording import message, where
from dieuhanh.ui.language import page_lang

from .limits import LARGEST, RATE

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: ("Yêu cầu không đọc được", "Unreadable request"),
    401: ("Chưa đăng nhập", "Not signed in"),
    403: ("Không có quyền", "Not allowed"),
    404: ("Không có", "Not there"),
    405: ("Cách hỏi không được nhận", "Method not allowed"),
    409: ("Đã khác trước", "Conflict"),
    413: ("Quá dài", "Too large"),
    415: ("Kiểu nội dung không nhận", "Unsupported media type"),
    422: ("Có chỗ cần sửa", "Something to mend"),
    429: ("Quá nhiều yêu cầu", "Too many requests"),
    500: ("Lỗi của hệ thống", "A fault of ours"),
    503: ("Cơ sở dữ liệu chưa trả lời", "The database does not answer"),
}
TOO_LARGE = BadInput("api.too_large", limit=LARGEST)
STATUS_OF_CODE = {
    "api.sign_in": 401, "api.csrf": 403, "api.method": 405, "api.media_type": 415,
    "api.too_large": 413, "api.too_many": 429, "api.not_json": 400, "api.bad_request": 400,
    "file.too_large": 413, "api.away": 503,
}  # fmt: skip


def status_of(error: DieuHanhError) -> int:
    """The HTTP status of an error of ours."""
    if error.code in STATUS_OF_CODE:
        return STATUS_OF_CODE[error.code]
    if isinstance(error, Missing):
        return 404
    if isinstance(error, Refused):
        return 403
    return 422 if isinstance(error, BadInput | BadInputs) else 500


def problem(
    request: HttpRequest,
    error: DieuHanhError,
    *,
    faults: Sequence[Mapping[str, Any]] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The answer that tells an error; an absence and a refusal to look are told alike."""
    status, lang = status_of(error), page_lang()
    told = Missing("api.missing") if status == 404 else error
    shape: dict[str, Any] = {
        "type": f"urn:dieuhanh:problem:{told.code}",
        "title": TITLES[status][lang == "en"],
        "status": status,
        "detail": message(told, lang),
        "instance": request.path,
        "code": told.code,
    }
    listed = list(faults) or [_fault(each) for each in _faults_of(error)]
    if listed:
        shape["faults"] = listed
    body = json.dumps(shape, ensure_ascii=False)
    return HttpResponse(body, status=status, content_type=MEDIA_TYPE, headers=dict(headers or {}))


def _faults_of(error: DieuHanhError) -> Sequence[BadInput]:
    if isinstance(error, BadInputs):
        return error.faults
    return [error] if isinstance(error, BadInput) and where(error.place) else []


def _fault(fault: BadInput) -> dict[str, Any]:
    place = fault.place
    unplaced = BadInput(fault.code, **fault.values)
    told: dict[str, Any] = {"code": fault.code, "detail": message(unplaced, page_lang())}
    told |= {"row": place.row} if place.row is not None else {}
    told |= {
        name: value
        for name, value in (("column", place.column), ("sheet", place.sheet), ("file", place.file))
        if value
    }
    return told


def of_validation(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Parameters and fields that are not what the description says."""
    faults = [_field_fault(each) for each in error.errors]
    return problem(request, BadInput("api.fields", count=len(faults)), faults=faults)


def _field_fault(told: Mapping[str, Any]) -> dict[str, Any]:
    outer, *inner = told["loc"]
    name = ".".join(str(part) for part in inner) or str(outer)
    fault = BadInput("api.field", name=name, reason=told["msg"])
    return {
        "code": fault.code, "detail": message(fault, page_lang()), "in": str(outer), "name": name
    }  # fmt: skip


def of_http(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What the framework itself refuses."""
    if isinstance(error, AuthenticationError):
        return not_signed_in(request)
    if isinstance(error, Throttled):
        seconds = int(error.wait or 60)
        return problem(request, BadInput("api.too_many", limit=RATE, seconds=seconds))
    if error.status_code == 403:
        return problem(request, Refused("api.csrf"))
    return problem(request, BadInput("api.not_json", reason=str(error)))


def not_signed_in(request: HttpRequest) -> HttpResponse:
    """401, with how one signs in."""
    return problem(request, Refused("api.sign_in"), headers={"WWW-Authenticate": "Bearer"})


def of_status(request: HttpRequest, response: Any) -> HttpResponse:
    """An error that was answered outside of our endpoints, told as a problem."""
    if response.status_code == 404:
        return problem(request, Missing("api.missing"))
    if response.status_code == 405:
        allowed = response.headers.get("Allow", "")
        fault = BadInput("api.method", method=request.method, allowed=allowed)
        return problem(request, fault, headers={"Allow": allowed})
    if response.status_code == 413:
        return problem(request, TOO_LARGE)
    if response.status_code == 503:
        return problem(request, DieuHanhError("api.away"), headers={"Retry-After": "5"})
    if response.status_code >= 500:
        return problem(request, DieuHanhError("api.broken"))
    return problem(request, BadInput("api.bad_request"))


def install(api: NinjaAPI) -> None:
    """Let the API tell every error in this one shape."""
    told: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
        DieuHanhError: problem,
        ValidationError: of_validation,
        HttpError: of_http,
        Http404: lambda request, _: problem(request, Missing("api.missing")),
        RequestDataTooBig: lambda request, _: problem(request, TOO_LARGE),
        DataError: lambda request, _: problem(request, BadInput("api.bad_request")),
    }
    for kind, tell in told.items():
        api.add_exception_handler(kind, tell)


__all__ = ["install", "not_signed_in", "of_status", "problem", "status_of"]
