"""A request → who acts, or why it does not come in: sign-in, rule, scope, size, type."""

from __future__ import annotations

from attrs import define
from django.http import HttpRequest
from django.utils import timezone
from ninja.utils import check_csrf

from paitou.office.api.answers import IssueOut, Stopped
from paitou.office.api.scopes import Narrowed, Scope, narrowed
from paitou.office.api.tokens import count_call, token_of
from paitou.office.people.acting import Actor, actor_of
from paitou.office.people.gate import account_of, actor_in, by_whom, step_before
from paitou.office.people.limits import address_of
from paitou.office.people.rules import Rule

JSON = "application/json"
LARGEST_JSON = 512 * 1024
_MOST_LET_GO, _PIECE = 64 * 1024 * 1024, 1024 * 1024
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_BEARER = "bearer"


class Asking(HttpRequest):
    """A request that came in: it carries who acts."""

    auth: Actor


@define(kw_only=True)
class Entrance:
    """The entrance of one operation.

    Attributes:
        rule: who may use it.
        scopes: of which a token must have one; without any no token may use it at all.
        types: of the content that it takes; none where it takes none.
        largest: in bytes.
        query: the names that its query may have.
    """

    rule: Rule
    scopes: tuple[Scope, ...]
    types: tuple[str, ...] = ()
    largest: int = LARGEST_JSON
    query: frozenset[str] = frozenset()

    def __call__(self, request: HttpRequest) -> Actor:
        """Return who acts.

        Raises:
            Stopped: they may not come in; 401 before 403 before what is wrong with it.
        """
        actor = _caller(request)
        self._admit(request, actor)
        self._look_at(request)
        return actor

    def _admit(self, request: HttpRequest, actor: Actor) -> None:
        if isinstance(actor, Narrowed) and not actor.scopes & set(self.scopes):
            if not self.scopes:
                raise Stopped(403, "这一项不能用令牌办理，请登录后在网页上办理")
            if not self.rule.is_public:
                told = "或".join(f"“{one.label}”（{one}）" for one in self.scopes)
                raise Stopped(403, f"令牌没有{told}的范围")
        if self.rule.is_public:
            return
        if not actor.is_signed_in:
            raise Stopped(401)
        if not isinstance(actor, Narrowed) and (user := account_of(request)):
            _in_order(step_before(user, by_whom(request)))
        if not self.rule.admits(actor):
            raise Stopped(403, f"这一项只对{self.rule.words}开放")

    def _look_at(self, request: HttpRequest) -> None:
        unknown = sorted(set(request.GET) - self.query)
        if unknown:
            raise Stopped(422, "", [_unknown(name) for name in unknown[:20]])
        if request.method in _READING:
            return
        length = request.META.get("CONTENT_LENGTH") or "0"
        size = int(length) if length.isascii() and length.isdigit() else 0
        if size and request.content_type not in self.types:
            _let_go(request)
            told = f"请用 {'、'.join(self.types)}" if self.types else "这一项不收内容"
            raise Stopped(415, f"Content-Type {told}")
        if size > self.largest:
            _let_go(request)
            raise Stopped(413, f"提交的内容不能超过{self.largest // 1024}KB")


def _caller(request: HttpRequest) -> Actor:
    if "Authorization" in request.headers:
        return _by_token(request)
    actor = actor_in(request)
    if actor.is_signed_in and request.method not in _READING and check_csrf(request):
        raise Stopped(403, "缺少 CSRF 校验：请带上 /api/me 给出的 X-CSRFToken，或改用令牌")
    return actor


def _by_token(request: HttpRequest) -> Actor:
    kind, _, text = request.headers["Authorization"].strip().partition(" ")
    token = token_of(text.strip()) if kind.lower() == _BEARER else None
    if token is None:
        raise Stopped(401)
    if not count_call(token):
        raise Stopped(429)
    _in_order(step_before(token.owner, token.by))
    actor = actor_of(token.owner, timezone.localdate(), address_of(request))
    return narrowed(actor, token.scopes)


def _in_order(step: str) -> None:
    """Do nothing where the account is in order.

    Raises:
        Stopped: the password is to be changed, or the second step to be set up first.
    """
    if step:
        raise Stopped(403, "账号要先在网页上修改口令或设置两步验证，才能办理")


def _let_go(request: HttpRequest) -> None:
    """Read what is not looked at: who still sends would not hear the answer.

    Of what is far too much the rest is left, and the connection breaks.
    """
    for _ in range(_MOST_LET_GO // _PIECE):
        if not request.read(_PIECE):
            return


def _unknown(name: str) -> IssueOut:
    return IssueOut(
        code="field-invalid",
        level="error",
        message="没有这个参数",
        remedy="请对照 /api/openapi.json 的参数名",
        where=f"query.{name[:40]}",
    )
