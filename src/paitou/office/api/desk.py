"""A function → an operation of the API, with its rule, its scope and what it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TypeVar

from attrs import define, field, frozen
from ninja import Router
from ninja.constants import NOT_SET

from paitou.office.api.entrance import JSON, Entrance
from paitou.office.api.scopes import Scope
from paitou.office.people.roles import Right
from paitou.office.people.rules import EVERYBODY, SIGNED_IN, Rule

Doing = TypeVar("Doing", bound=Callable[..., object])
__all__ = ["EVERYBODY", "SIGNED_IN", "Desk", "Files", "Use", "use"]


@frozen(kw_only=True)
class Use:
    """Who may use an operation, and what a token must be for; without scopes none may."""

    rule: Rule
    scopes: tuple[Scope, ...]


def use(*what: Scope | Right, rule: Rule | None = None) -> Use:
    """Return a use for tokens of one of the scopes, and who has one of the rights."""
    rights = tuple(one for one in what if isinstance(one, Right))
    scopes = tuple(one for one in what if isinstance(one, Scope))
    return Use(rule=rule or Rule(rights=rights), scopes=scopes)


@frozen(kw_only=True)
class Files:
    """Files that an operation takes instead of JSON: their types, and the largest."""

    types: tuple[str, ...]
    largest: int


@define
class Desk:
    """The operations of one resource; each says who may use it.

    Attributes:
        tag: what the resource is called.
    """

    tag: str
    router: Router = field(init=False)

    @router.default
    def _router(self) -> Router:
        return Router(tags=[self.tag])

    def reads(
        self, path: str, answer: object, use: Use, *, told: str
    ) -> Callable[[Doing], Doing]:
        """Return what makes an operation that changes nothing and answers JSON."""
        return self._operation("GET", path, use, told, answer=answer)

    def sends(
        self, path: str, types: Iterable[str], use: Use, *, told: str
    ) -> Callable[[Doing], Doing]:
        """Return what makes an operation that sends a file of one of the types."""
        return self._operation("GET", path, use, told, extra=_sent(types))

    def changes(
        self,
        path: str,
        answer: object,
        use: Use,
        *,
        told: str,
        method: str = "POST",
        files: Files | None = None,
    ) -> Callable[[Doing], Doing]:
        """Return what makes an operation that changes something."""
        extra = _taken(files) if files else {}
        return self._operation(
            method, path, use, told, answer=answer, files=files, extra=extra
        )

    def _operation(  # noqa: PLR0913 (of one description)
        self,
        method: str,
        path: str,
        use: Use,
        told: str,
        *,
        answer: object = NOT_SET,
        files: Files | None = None,
        extra: dict[str, object] | None = None,
    ) -> Callable[[Doing], Doing]:
        entrance = Entrance(rule=use.rule, scopes=use.scopes)

        def add(doing: Doing) -> Doing:
            name = doing.__name__
            self.router.api_operation(
                [method],
                path,
                auth=entrance,
                operation_id=name,
                summary=told,
                description=told,
                openapi_extra=extra or {},
                response=answer,
            )(doing)
            self._look_up(entrance, path, name)
            if files:
                entrance.types, entrance.largest = files.types, files.largest
            return doing

        return add

    def _look_up(self, entrance: Entrance, path: str, name: str) -> None:
        """Let the entrance know which query and which content the operation takes."""
        operations = self.router.path_operations[path].operations
        models = next(one for one in operations if one.operation_id == name).models
        entrance.query = frozenset(
            each.alias or key
            for model in models
            if model.__ninja_param_source__ == "query"
            for key, each in model.model_fields.items()
        )
        if any(model.__ninja_param_source__ == "body" for model in models):
            entrance.types = (JSON,)


def _sent(types: Iterable[str]) -> dict[str, object]:
    binary = {"schema": {"type": "string", "format": "binary"}}
    told = {"description": HTTPStatus.OK.phrase, "content": dict.fromkeys(types, binary)}
    return {"responses": {200: told}}


def _taken(files: Files) -> dict[str, object]:
    binary = {"schema": {"type": "string", "format": "binary"}}
    content = dict.fromkeys(files.types, binary)
    return {"requestBody": {"required": True, "content": content}}
