"""Regular expressions that are compiled when they are first asked: most articles touch a part of the grammar only."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split", "groupindex", "groups", "flags")


class _Expression:
    """What stands for a compiled expression; after its first use a look-up of a method costs what it costs there."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, at the first use (start-up: the six hundred expressions of the grammar take a quarter of a second).

    Errors of the pattern come at the first use too; ``tests/test_expressions.py`` compiles them all.
    """
    return cast("re.Pattern[str]", _Expression(pattern, flags))
