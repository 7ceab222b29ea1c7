"""What passes compile from the term lists (automata, expressions, sets), built once for each set of lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from kgnews.schema.terms import Terms

T = TypeVar("T")
_built: dict[tuple[int, Callable[[Terms], Any]], tuple[Terms, Any]] = {}


def table(terms: Terms, build: Callable[[Terms], T]) -> T:
    """``build(terms)``, remembered. ``build`` must be a module-level function: it is the key."""
    key = (id(terms), build)
    found = _built.get(key)
    # The lists are kept beside what was built: an id alone could be given to another object.
    if found is None or found[0] is not terms:
        found = _built[key] = (terms, build(terms))
    built: T = found[1]
    return built


def words(terms: Terms, name: str) -> Mapping[str, str]:
    """The list of that name, empty where no folder has one."""
    return terms[name] if name in terms else {}  # noqa: SIM401  # a missing list is a SchemaError, not a KeyError


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, parted by blanks."""
    return frozenset(text.split())
