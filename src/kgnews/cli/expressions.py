"""Regular expressions as an earlier run compiled them: compiling hundreds anew is a quarter of the time to the first fact.

They are kept in the user's cache folder, one file for each version of Python's matcher. An expression is found by its own
text and flags, so that a changed rule is compiled anew. The file is only ever replaced as a whole, so that runs at the same
time cannot spoil it; one that cannot be read or written is done without. The matcher checks what it is given.
"""

from __future__ import annotations

import atexit
import marshal
import os
import sys
from array import array
from contextlib import suppress
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]
from types import SimpleNamespace
from typing import Any

# Shorter ones are compiled as fast as they are looked up.
_SHORTEST = 60
_MOST = 4000

_Key = tuple[str, int]
_Made = tuple[Any, ...]


class Expressions:
    """Stands in for ``re``'s compiler. ``known``: what earlier runs compiled; ``made``: what this one did."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: dict[_Key, _Made] = _read(path)
        self.made: dict[_Key, _Made] = {}
        self._compile = _compiler.compile
        self._sre = _compiler._sre
        self._last: _Made = ()

    def install(self) -> None:
        """Have all expressions of this process compiled here."""
        _compiler._sre = SimpleNamespace(**vars(self._sre) | {"compile": self._noting})
        _compiler.compile = self.compile
        atexit.register(self.save)

    def remove(self) -> None:
        """Leave ``re`` as it was."""
        _compiler._sre, _compiler.compile = self._sre, self._compile
        atexit.unregister(self.save)

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """What ``re`` asks of its compiler."""
        if not isinstance(pattern, str):
            return self._compile(pattern, flags)
        found = self.known.get((pattern, int(flags)))
        if found is not None:
            with suppress(Exception):  # a file of somebody else's making: compiled anew
                return self._sre.compile(pattern, found[0], list(array("I", found[1])), *found[2:])
        self._last = ()
        made = self._compile(pattern, flags)
        # What is not compiled to be kept, but searched for straight away, may hold words of an article: no traces of those.
        kept = sys._getframe(2).f_code.co_name == "compile"
        if kept and self._last and len(self._last[1]) >= _SHORTEST:
            told, code, *rest = self._last
            self.made[pattern, int(flags)] = (int(told), array("I", code).tobytes(), *rest)
        return made

    def _noting(self, pattern: Any, *told: Any) -> Any:
        self._last = told
        return self._sre.compile(pattern, *told)

    def save(self) -> None:
        """Keep what was compiled for further runs."""
        if not self.made:
            return
        kept = self.made | {key: made for key, made in self.known.items() if key not in self.made}
        part = self.path.with_suffix(f".{os.getpid()}")
        with suppress(OSError, ValueError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                part.write_bytes(marshal.dumps(dict(list(kept.items())[:_MOST])))
                part.replace(self.path)
            finally:
                part.unlink(missing_ok=True)


def _read(path: Path) -> dict[_Key, _Made]:
    try:
        if hasattr(os, "getuid") and path.stat().st_uid != os.getuid():
            return {}
        found = marshal.loads(path.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return found if isinstance(found, dict) else {}


def remember() -> None:
    """Compile expressions with the help of earlier runs from here on."""
    if not hasattr(_compiler, "_sre"):  # another Python than those known
        return
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    if not os.path.isabs(base):
        return
    Expressions(Path(base, "kgnews", f"expressions-{sys.implementation.cache_tag}-{_compiler._sre.MAGIC}")).install()
