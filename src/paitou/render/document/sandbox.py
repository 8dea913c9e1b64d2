"""A template of somebody's → an environment in which it can only place what it is given."""

from __future__ import annotations

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import SandboxedEnvironment

#: What picks and joins; what makes text of any length, or lets marks through, is not here.
_FILTERS = frozenset(
    (
        "count", "d", "default", "e", "escape", "first", "float", "int", "join", "last",
        "length", "list", "map", "reject", "rejectattr", "reverse", "select", "selectattr",
        "sort", "string", "trim", "unique",
    )
)  # fmt: skip


class TemplateEnvironment(SandboxedEnvironment):
    """Jinja without functions, methods and long repetitions: loops go over the data only.

    A template that counts to a million or asks for `''.__class__` is refused, not run.
    """

    intercepted_binops = frozenset(("*", "**", "%", "//", "/"))

    def __init__(self) -> None:
        """Begin with every name undefined that is not a variable of the document."""
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.globals.clear()
        self.filters = {n: f for n, f in self.filters.items() if n in _FILTERS}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Tell whether a template may read it: only what a loop says of itself."""
        return isinstance(obj, LoopContext) and super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, _obj: object) -> bool:
        """Tell whether a template may call it: nothing."""
        return False

    def call_binop(
        self, _context: Context, operator: str, _left: object, _right: object
    ) -> object:
        """Refuse sums that are no business of a layout; text times number has no end."""
        raise SecurityError(f"{operator} is not allowed")
