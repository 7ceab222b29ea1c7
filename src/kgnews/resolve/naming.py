"""The names that people are compared by: one spelling of a foreigner's name, and which of two leaders a shared name is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from kgnews.resolve.keys import clean
from kgnews.schema import Terms


class Naming:
    """Look-ups in the lists ``name_variants`` and ``shared_offices``."""

    def __init__(self, terms: Terms) -> None:
        self._variants: Mapping[str, str] = terms["name_variants"]
        self._years = {name: tuple(map(int, value.split())) for name, value in terms["shared_offices"].items()}
        self.of = lru_cache(maxsize=200_000)(self._of)

    def _of(self, name: str) -> str:
        """A name as it is compared: 川普 and 特朗普 are one, 唐納·川普 is 唐纳·特朗普."""
        *first, last = clean(name).split("·")
        return "·".join([*first, self._variants.get(last, last)])

    def era(self, name: str, day: str) -> str:
        """Whose time the day (ISO) falls in, for a last name that several leaders of a country bore; else ""."""
        years = self._years.get(name.split("·")[-1])
        return str(bisect_right(years, int(day[:4]))) if years and day[:4].isdecimal() else ""
