import inspect
import json

import pytest
from pydantic import BaseModel

from paitou.office.api import routers
from paitou.office.api.site import described, operations

ROUTERS = [thing for thing in vars(routers).values() if inspect.ismodule(thing)]


def test_the_description_stands_at_its_place(call):
    answer = call().get("/openapi.json")
    assert answer.status_code == 200
    assert answer.json()["openapi"].startswith("3.1")
    assert "/api/books/{book}/standings" in answer.json()["paths"]


def test_every_operation_says_what_it_may_answer():
    for methods in described()["paths"].values():
        for operation in methods.values():
            known = {str(status) for status in operation["responses"]}
            assert {"200", "401", "403", "404", "409", "422", "429"} <= known


def test_every_operation_has_an_entrance_and_a_sentence():
    for method, path, operation, entrance in operations():
        assert entrance is not None, f"{method} {path}"
        assert operation.summary.endswith("。"), f"{method} {path}"


def test_operations_have_names_of_their_own():
    names = [operation.operation_id for _, _, operation, _ in operations()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", ["/nothing", "/books/no/such/thing", "/", "/docs"])
def test_what_is_not_there_is_told_in_the_one_shape(call, path):
    answer = call().get(path)
    assert answer.status_code == 404
    assert set(answer.json()) == {"status", "code", "message", "issues"}


def test_a_wrong_method_is_told_with_the_right_ones(call):
    answer = call().send("/books", {}, "PUT")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET")
    assert answer.json()["message"] == "这个地址不接受 PUT。"


def test_no_description_loads_anything_from_elsewhere():
    assert "http" not in json.dumps(described()["servers"])


def test_no_two_values_share_a_name():
    names = {}
    for module in ROUTERS:
        for name, thing in vars(module).items():
            if isinstance(thing, type) and issubclass(thing, BaseModel):
                names.setdefault(name, set()).add(thing)
    assert {name for name, things in names.items() if len(things) > 1} == set()
