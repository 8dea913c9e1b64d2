"""A fault (wrong address or method, unreadable folder) → a page that says what to do."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from paitou.model import UsageError
from paitou.office.books import WrongDay
from paitou.office.journal.actions import NotAllowed, Refused
from paitou.office.people.rules import for_everybody, rule_of

_READING = ("GET", "HEAD")
_TITLES = {
    429: ("尝试次数过多", "请过一会儿再试。"),
    400: ("请求不完整", "请回到上一页改正后重试；仍然不行，请告诉系统管理员。"),
    403: ("没有权限", "需要查看时，请联系系统管理员。"),
    404: ("没有这一页", "地址可能写错了，也可能文件夹已经改名。请从方案目录重新进入。"),
    410: ("已不再公开", "需要了解的，请向本机关提出政府信息公开申请。"),
    405: ("不能这样打开", "请用浏览器直接打开这一页。"),
    500: ("系统出错了", "出错经过已经记录，请告诉系统管理员；其他页面可以照常使用。"),
    503: ("方案暂时读不出来", "请按提示修改文件夹里的文件，改好后刷新本页。"),
}
_TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
_log = logging.getLogger(__name__)
Parameters = ParamSpec("Parameters")


def fault_page(
    status: int, told: str = "", request: HttpRequest | None = None
) -> HttpResponse:
    """Return the page of a fault; `told` says what happened where more is known.

    With the request the page shows who has signed in; where the site itself may be
    broken, it is left out.
    """
    title, remedy = _TITLES[status]
    page = render_to_string(
        "plans/fault.html",
        {"title": title, "told": told, "remedy": remedy, "status": status},
        request=request,
    )
    return HttpResponse(page, status=status)


def bad_request(
    request: HttpRequest, exception: Exception | None = None, **_: object
) -> HttpResponse:
    """Return the page for a request that cannot be understood."""
    if isinstance(exception, TooManyFieldsSent | RequestDataTooBig):
        told = "提交的内容太多，没有保存。请分几次提交，或用表格上传。"
        return fault_page(400, told, request=request)
    return fault_page(400, request=request)


def permission_denied(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """Return the page for what a visitor may not see."""
    return fault_page(403, request=request)


def page_not_found(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """Return the page for an address that leads nowhere."""
    return fault_page(404, request=request)


def server_error(*_: object) -> HttpResponse:
    """Return the page for a fault of ours."""
    return fault_page(500)


def csrf_refused(_request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page for a form that was not filled in on this site."""
    _log.info("csrf: %s", reason)
    return fault_page(403, "表单已失效或不是从本站提交的。请返回上一页，刷新后重新提交。")


def only_reading(
    view: Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]:
    """Return the view, refusing every method but GET and HEAD.

    It opens for everybody where the view does not say for whom.
    """
    reading_view = _only(view, _READING, "这里只能查看")
    return reading_view if rule_of(reading_view) else for_everybody(reading_view)


def filling_in(
    view: Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]:
    """Return the view of a form, refusing every method but GET, HEAD and POST."""
    return _only(view, (*_READING, "POST"), "这里只能查看和填写")


def only_doing(
    view: Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]:
    """Return the view of a button, refusing every method but POST."""
    return _only(view, ("POST",), "请回到原来的页面，用那里的按钮办理")


def _only(
    view: Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase],
    methods: tuple[str, ...],
    told: str,
) -> Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]:
    @wraps(view)
    def limited(
        request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        if request.method in methods:
            return view(request, *args, **kwargs)
        refused = HttpResponseNotAllowed(methods)
        refused.content = fault_page(405, told + "。", request).content
        return refused

    return limited


class TellFaults:
    """Turns what is not allowed, wrong or unreadable into a page with its sentence."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer to the request."""
        return self._answer(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Return the page for a fault that has a sentence, None for any other."""
        if isinstance(exception, NotAllowed):
            return fault_page(403, f"{exception}。", request)
        if isinstance(exception, WrongDay | Refused):
            return fault_page(400, str(exception), request)
        if not isinstance(exception, UsageError):
            return None
        _log.warning("%s: %s", request.path, exception)
        return fault_page(503, str(exception), request)
