"""The desks → one API with its description, mounted at /api/."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import URLPattern, path, re_path
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from paitou.office.api.answers import MEANINGS, Fault, answer_to, fault_answer
from paitou.office.api.entrance import Entrance
from paitou.office.api.routers import desks
from paitou.office.people.rules import Rule, for_everybody

View = Callable[..., HttpResponseBase]
_ABOUT = (
    "排头的程序接口：网页能看的、能办的，这里都有，权限相同。"
    "数字来自文本或表格的是十进制字符串，计算出来的比例是 JSON 数。"
    "一切出错的答复是同一个样子（Fault），message 是一句中文。"
)
#: Faults that only operations that change something can have.
_OF_BODIES = frozenset({413, 415})


class _Plain(JSONRenderer):
    json_dumps_params = {"ensure_ascii": False}  # noqa: RUF012 (ninja's own)


def _closed(request: HttpRequest) -> None:
    """Let nobody in: an operation that declares no entrance opens for nobody."""


def _made() -> NinjaAPI:
    api = NinjaAPI(
        title="排头",
        version="1",
        description=_ABOUT,
        docs_url=None,  # its page loads scripts from elsewhere
        openapi_url=None,  # ours says more
        auth=_closed,
        renderer=_Plain(),
        urls_namespace="api",
    )
    api.add_exception_handler(Exception, answer_to)
    for each in tuple(api._exception_handlers):
        api.add_exception_handler(each, answer_to)
    for desk in desks():
        api.add_router("", desk.router)
    return api


api = _made()


def operations() -> Iterator[tuple[str, str, Operation, Entrance | None]]:
    """Yield every operation: its method, its path, itself, and its entrance."""
    for bound in api._get_bound_routers():
        for where, view in bound.path_operations.items():
            for operation in view.operations:
                found = [e for e in operation.auth_callbacks if isinstance(e, Entrance)]
                entrance = found[0] if len(found) == 1 else None
                for method in operation.methods:
                    yield method, where, operation, entrance


@csrf_exempt
@for_everybody
def openapi_json(request: HttpRequest) -> HttpResponse:
    """Send the description of all operations."""
    if request.method not in ("GET", "HEAD"):
        return _not_so(request, ("GET",))
    return JsonResponse(described(), json_dumps_params={"ensure_ascii": False})


@csrf_exempt  # it changes nothing, and its fault has the one shape too
@for_everybody
def nothing_here(_request: HttpRequest) -> HttpResponse:
    """Tell that the API has no such address."""
    return fault_answer(404, "接口没有这个地址，各项操作见 /api/openapi.json")


@lru_cache(maxsize=1)
def described() -> dict[str, object]:
    """Return the OpenAPI description: ninja's, and what every operation may answer."""
    schema: dict[str, object] = dict(api.get_openapi_schema(path_prefix="/api/"))
    entrances = {op.operation_id: e for _, _, op, e in operations()}
    paths: dict[str, dict[str, dict[str, object]]] = schema["paths"]  # type: ignore[assignment]
    for methods in paths.values():
        for method, operation in methods.items():
            entrance = entrances[str(operation["operationId"])]
            _complete(operation, entrance, takes=method != "get")
    components: dict[str, object] = schema["components"]  # type: ignore[assignment]
    components["responses"] = {str(s): _response(s) for s in MEANINGS}
    components["schemas"] |= _schemas()  # type: ignore[operator]
    components["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "ptk_ 开头的令牌"},
        "session": {"type": "apiKey", "in": "cookie", "name": "paitou"},
    }
    schema["servers"] = [{"url": "/"}]
    return schema


def _complete(
    operation: dict[str, object], entrance: Entrance | None, *, takes: bool
) -> None:
    answers: dict[object, object] = operation["responses"]  # type: ignore[assignment]
    for status in MEANINGS:
        if status not in _OF_BODIES or takes:
            answers[status] = {"$ref": f"#/components/responses/{status}"}
    rule = entrance.rule if entrance else Rule()
    scopes = entrance.scopes if entrance else ()
    ways: list[dict[str, list[str]]] = [{"token": [one.value]} for one in scopes]
    ways.append({"session": []})
    operation["security"] = [{}, *ways] if rule.is_public else ways
    told = f"开放：{rule.words}。"
    told += f"令牌范围：{' 或 '.join(scopes)}。" if scopes else "不能用令牌。"
    operation["description"] = f"{operation.get('description', '')}\n\n{told}".strip()


def _response(status: int) -> dict[str, object]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Fault"}}}
    return {"description": MEANINGS[status][1], "content": content}


def _schemas() -> dict[str, object]:
    schema = Fault.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs"), "Fault": schema}


def _guarded(view: View) -> View:
    """Return a view of ninja's that opens by its operations' own entrances."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        made = view(request, *args, **kwargs)
        if made.status_code == 405:
            allowed = tuple(made.headers.get("Allow", "").split(", "))
            return _not_so(request, allowed)
        patch_vary_headers(made, ("Authorization", "Cookie"))
        if "Authorization" in request.headers or request.COOKIES:
            add_never_cache_headers(made)
        return made

    return for_everybody(answer)


def _not_so(request: HttpRequest, allowed: tuple[str, ...]) -> HttpResponse:
    answer = fault_answer(405, f"这个地址不接受 {request.method}")
    answer.headers["Allow"] = ", ".join(allowed)
    return answer


def _patterns() -> list[URLPattern]:
    found, _, _ = api.urls
    return [
        path(str(one.pattern), _guarded(one.callback), name=f"api_{one.name}")
        for one in found
        if isinstance(one, URLPattern) and one.name != "api-root"
    ]


urlpatterns = [
    path("openapi.json", openapi_json, name="openapi"),
    *_patterns(),
    re_path(r"^[\s\S]*$", nothing_here, name="api_nothing"),
]
