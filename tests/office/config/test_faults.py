"""Faults as pages."""

from __future__ import annotations

import pytest
from django.test import Client

from paitou.model import UnreadableFile
from paitou.office.books import Shelf
from paitou.office.config.faults import bad_request, permission_denied, server_error


def test_an_unreadable_folder_is_told(monkeypatch, tmp_path, db):
    def fail(folder):
        raise UnreadableFile(f"“{folder.name}”里没有方案原文。")

    shelf = Shelf([tmp_path], fail)
    monkeypatch.setattr("paitou.office.release.audience.served_shelf", lambda: shelf)
    answer = Client().get(f"/plans/{tmp_path.name}/")
    assert answer.status_code == 503
    assert "里没有方案原文" in answer.content.decode()
    assert "里没有方案原文" in Client().get("/").content.decode()


@pytest.mark.parametrize(
    ("handler", "status", "told"),
    [(bad_request, 400, "请求不完整"), (permission_denied, 403, "没有权限")],
)
def test_each_status_has_its_page(rf, handler, status, told):
    answer = handler(rf.get("/"))
    assert answer.status_code == status
    assert told in answer.content.decode()


def test_a_fault_of_ours_has_a_page(rf):
    answer = server_error(rf.get("/"))
    assert answer.status_code == 500
    assert "系统出错了" in answer.content.decode()


def test_a_wrong_host_has_a_page(client):
    answer = client.get("/healthz", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "请求不完整" in answer.content.decode()
