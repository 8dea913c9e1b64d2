"""A chart's data and drawing → one frozen specification with its description and hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import AttrsInstance, asdict, frozen


@frozen(kw_only=True)
class Spec:
    """A chart ready to be drawn.

    `description` is the alternative text; `data_sha256` is the same in every medium.
    """

    vega_lite: Mapping[str, Any]  # Vega-Lite's own tree of many kinds
    width: int
    height: int
    description: str
    data_sha256: str

    @property
    def json(self) -> str:
        """Return the Vega-Lite text, equal for equal charts."""
        return json.dumps(dict(self.vega_lite), ensure_ascii=False, sort_keys=True)


def sha256_of(data: AttrsInstance) -> str:
    """Return the hash of everything that a chart says, whatever it is drawn on."""
    record = asdict(data, value_serializer=lambda _, __, value: _plain(value))
    text = json.dumps([type(data).__name__, record], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return f"{value.normalize():f}" if value else "0"
        case Enum():
            return value.value
        case Mapping():
            return dict(value)
        case _:
            return value
