"""The methods of judging progress, by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from paitou.tracking.methods.annual_rate import ANNUAL_RATE
from paitou.tracking.methods.eurostat import EUROSTAT
from paitou.tracking.methods.method import Method
from paitou.tracking.methods.open_sdg import OPEN_SDG
from paitou.tracking.methods.shares import (
    CURRENT_STATUS,
    SERVICE_SHARE,
    TARGET_CONSISTENCY,
)
from paitou.tracking.methods.united_nations import UNSD_2020, UNSD_2023

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        method.id: method
        for method in (
            OPEN_SDG,
            EUROSTAT,
            UNSD_2023,
            UNSD_2020,
            ANNUAL_RATE,
            TARGET_CONSISTENCY,
            CURRENT_STATUS,
            SERVICE_SHARE,
        )
    }
)
