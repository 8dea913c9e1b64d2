"""An organisation (单位): a city, a county or district, a zone, a department, a firm."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen


class OrgKind(StrEnum):
    """What sort of organisation it is."""

    CITY = "city"
    COUNTY = "county"
    ZONE = "zone"
    DEPARTMENT = "department"
    ENTERPRISE = "enterprise"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the Chinese word for the kind."""
        return _LABELS[self.value]

    @property
    def is_area(self) -> bool:
        """Return whether it is a part of the city's territory."""
        return self in (OrgKind.COUNTY, OrgKind.ZONE)


_LABELS = {
    "city": "全市",
    "county": "县(市)区",
    "zone": "开发区",
    "department": "部门",
    "enterprise": "企业",
    "other": "其他",
}


@frozen(kw_only=True)
class Org:
    """One organisation; `code` names it for good, `name` may change.

    Attributes:
        group: the group it is compared in (主城, 远郊); empty where there is none.
        parent: the code of the organisation it belongs to; empty at the top.
        is_summand: whether its figures are a part of its parent's; a zone that lies inside
            districts which count it already is none.
    """

    code: str
    name: str
    kind: OrgKind = field(converter=OrgKind, default=OrgKind.OTHER)
    group: str = ""
    parent: str = ""
    is_summand: bool = True
    aliases: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        """Return whether `name` is its code, its name or an alias."""
        return name in (self.code, self.name) or name in self.aliases
