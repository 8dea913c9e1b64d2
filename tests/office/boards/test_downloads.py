"""The standings as files."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

FILES = ("/plans/yunting/standings.json", "/plans/yunting/standings.xlsx")


def test_json_is_that_of_the_command(tracking_client):
    answer = tracking_client.get(FILES[0], {"as_of": "2025-02-01"})
    sent = json.loads(answer.content)
    assert sent["as_of"] == "2025-02-01"
    assert len(sent["standings"]) == 7


def test_the_workbook_is_one(tracking_client):
    answer = tracking_client.get(FILES[1])
    assert zipfile.is_zipfile(io.BytesIO(answer.getvalue()))
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("file", FILES)
def test_they_refuse_what_is_wrong(tracking_client, file):
    assert tracking_client.post(file).status_code == 405
    assert tracking_client.get(file, {"as_of": "x"}).status_code == 400
    assert tracking_client.get(file.replace("yunting", "other")).status_code == 404
