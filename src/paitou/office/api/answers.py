"""A fault → one shape of answer, with its status and a Chinese sentence."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja.errors import HttpError, ValidationError
from pydantic import BaseModel, Field

from paitou.model import Issue, UsageError
from paitou.office.books import WrongDay
from paitou.office.contests.rounds import WrongRound
from paitou.office.journal.actions import NotAllowed, Refused
from paitou.office.papers.offers import WrongPaper
from paitou.office.people.signing import Waits

_log = logging.getLogger(__name__)
#: Status → its name in `code`, and what it means; every operation may answer these.
MEANINGS = {
    401: ("unauthorized", "没有登录，或者令牌不对、过期、已停用。"),
    403: ("forbidden", "岗位没有这项权限，令牌没有这个范围，或者缺少 CSRF 校验。"),
    404: ("not_found", "没有这个地址或对象，或者它不对您开放。"),
    409: ("refused", "按现在的情况办不了，句子里说明原因。"),
    413: ("too_large", "提交的内容过大。"),
    415: ("wrong_type", "Content-Type 不在文档所列的几种之中。"),
    422: ("invalid", "参数或内容不合格式，issues 逐条说明。"),
    429: ("too_many", "次数过多，请按 Retry-After 的秒数等待。"),
    500: ("failed", "系统出错，经过已经记录。"),
    503: ("unreadable", "工作文件夹暂时读不出来。"),
}
_WAIT_SECONDS = 60


class IssueOut(BaseModel):
    """One fault, with its place: a cell, a row, a field."""

    code: str
    level: str
    message: str
    remedy: str = ""
    where: str = ""


class Fault(BaseModel):
    """The one shape of every answer that is no success."""

    status: int
    code: str = Field(description="状态的名称，供程序判断")
    message: str = Field(description="一句中文：出了什么事，怎么办")
    issues: list[IssueOut] = Field(default_factory=list, description="逐处说明，可空")


class Stopped(Exception):
    """A call that does not come to its operation: status, sentence, and the places."""

    def __init__(
        self, status: int, told: str = "", issues: Iterable[IssueOut] = ()
    ) -> None:
        super().__init__(told or MEANINGS[status][1])
        self.status = status
        self.issues = tuple(issues)


def issue_out(issue: Issue) -> IssueOut:
    """Return an issue as it is answered."""
    return IssueOut(
        code=issue.code,
        level=issue.level.value,
        message=issue.message,
        remedy=issue.remedy,
        where=issue.where,
    )


def fault_answer(
    status: int, told: str = "", issues: Iterable[IssueOut] = ()
) -> JsonResponse:
    """Return the answer of a fault."""
    code, usual = MEANINGS.get(status, ("invalid", "请求不对。"))
    sentence = told or usual
    if not sentence.endswith(("。", "！", "？")):
        sentence += "。"
    fault = Fault(status=status, code=code, message=sentence, issues=list(issues))
    answer = JsonResponse(
        fault.model_dump(), status=status, json_dumps_params={"ensure_ascii": False}
    )
    if status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    if status == 429:
        answer.headers["Retry-After"] = str(_WAIT_SECONDS)
    return answer


def answer_to(_request: HttpRequest, fault: Exception | type[Exception]) -> HttpResponse:
    """Return the answer to whatever an operation raised."""
    match fault:
        case Stopped():
            return fault_answer(fault.status, str(fault), fault.issues)
        case Waits():
            return fault_answer(429, str(fault))
        case NotAllowed():
            return fault_answer(403, str(fault))
        case Refused() | WrongDay():
            return fault_answer(409, str(fault))
        case WrongRound() | WrongPaper() | Http404():
            told = "" if isinstance(fault, Http404) else str(fault)
            return fault_answer(404, told)
        case ValidationError():
            return fault_answer(422, "", map(_misread, fault.errors))
        case HttpError():
            return fault_answer(422, "提交的内容不是能读的 JSON。")
        case UsageError():
            _log.warning("api: %s", fault)
            return fault_answer(503, str(fault))
        case _:
            _log.exception("api: %s", type(fault).__name__)
            return fault_answer(500)


def _misread(error: dict[str, object]) -> IssueOut:
    """Return what pydantic says of one field; its own words are for programmers."""
    place = error.get("loc")
    parts = place if isinstance(place, tuple | list) else ()
    where = ".".join(str(part) for part in parts)
    kind = str(error.get("type", ""))
    told = {"missing": "缺少这一项", "extra_forbidden": "没有这一项，不能提交"}
    message = told.get(kind, "不合格式")
    return IssueOut(
        code="field-invalid",
        level="error",
        message=message,
        remedy=str(error.get("msg", ""))[:200],
        where=where,
    )
