"""A fault (wrong address or method, unreadable folder) → a page that says what to do."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from paitou.model import UsageError
from paitou.office.books import WrongDay

_READING = ("GET", "HEAD")
_TITLES = {
    400: ("请求不完整", "请回到上一页改正后重试；仍然不行，请告诉系统管理员。"),
    403: ("没有权限", "需要查看时，请联系系统管理员。"),
    404: ("没有这一页", "地址可能写错了，也可能文件夹已经改名。请从方案目录重新进入。"),
    405: ("这里只能查看", "请用浏览器直接打开这一页。"),
    500: ("系统出错了", "出错经过已经记录，请告诉系统管理员；其他页面可以照常使用。"),
    503: ("方案暂时读不出来", "请按提示修改文件夹里的文件，改好后刷新本页。"),
}
_log = logging.getLogger(__name__)
Parameters = ParamSpec("Parameters")


def fault_page(status: int, told: str = "") -> HttpResponse:
    """Return the page of a fault; `told` says what happened where more is known."""
    title, remedy = _TITLES[status]
    page = render_to_string(
        "plans/fault.html",
        {"title": title, "told": told, "remedy": remedy, "status": status},
    )
    return HttpResponse(page, status=status)


def bad_request(*_: object, **__: object) -> HttpResponse:
    """Return the page for a request that cannot be understood."""
    return fault_page(400)


def permission_denied(*_: object, **__: object) -> HttpResponse:
    """Return the page for what a visitor may not see."""
    return fault_page(403)


def page_not_found(*_: object, **__: object) -> HttpResponse:
    """Return the page for an address that leads nowhere."""
    return fault_page(404)


def server_error(*_: object) -> HttpResponse:
    """Return the page for a fault of ours."""
    return fault_page(500)


def only_reading(
    view: Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]:
    """Return the view, refusing every method but GET and HEAD."""

    @wraps(view)
    def reading_view(
        request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        if request.method in _READING:
            return view(request, *args, **kwargs)
        refused = HttpResponseNotAllowed(_READING)
        refused.content = fault_page(405).content
        return refused

    return reading_view


class TellFaults:
    """Turns a wrong call or an unreadable folder into a page with its sentence."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer to the request."""
        return self._answer(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Return the page for a fault that has a sentence, None for any other."""
        if isinstance(exception, WrongDay):
            return fault_page(400, str(exception))
        if not isinstance(exception, UsageError):
            return None
        _log.warning("%s: %s", request.path, exception)
        return fault_page(503, str(exception))
