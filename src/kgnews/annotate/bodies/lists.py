"""The lists that say what bodies are called: their endings, well-known ones, places and countries."""

from __future__ import annotations

from collections.abc import Iterable

from kgnews.annotate.base.tables import words
from kgnews.annotate.bodies.brands import Brands
from kgnews.schema.terms import Terms

KNOWN = ("bodies", "international_bodies", "universities")


class Bodies:
    """The lists that say where bodies end and begin."""

    def __init__(self, terms: Terms) -> None:
        suffixes = words(terms, "org_suffixes")
        self.suffixes = frozenset(suffixes)
        self.safe = frozenset(word for word, mark in suffixes.items() if mark != "s")
        self.stops = frozenset(words(terms, "body_stops"))
        self.inner = frozenset(words(terms, "org_inner_verbs"))
        self.acting = frozenset(words(terms, "acting_verbs"))
        self.brands = frozenset(word for word, tag in words(terms, "words").items() if tag == "nz")
        self.business = Brands(terms)
        self.generic = frozenset(words(terms, "generic_bodies"))
        self.countries = frozenset(words(terms, "country_codes")) | frozenset(words(terms, "countries"))
        self.known = {name: full for source in KNOWN for name, full in words(terms, source).items()}
        self.places = frozenset(words(terms, "divisions")) | (
            frozenset(words(terms, "division_short")) - frozenset(words(terms, "division_words"))
        )
        self.places |= frozenset(words(terms, "former_divisions"))
        self.abbreviated = words(terms, "country_abbreviations")
        self.abbreviations = frozenset(self.abbreviated)
        self.abroad = frozenset(words(terms, "international_bodies"))
        world = frozenset(words(terms, "world_cities"))
        self.cities = (
            frozenset(words(terms, "zone_cities"))
            | world
            | frozenset(f"{name}市" for name in world if name[-1] not in "州省市县府道邦区岛谷港")  # 西雅图市
            | frozenset(words(terms, "place_names"))
        )
        # Asked for at every word: which lengths there are at all, the longest first.
        self._places = self.countries | self.places | self.cities
        self._place_lengths = _lengths((name[:2], len(name)) for name in self._places if 1 < len(name) < 12)
        self._suffix_lengths = _lengths((name[-1], len(name)) for name in self.suffixes)

    def suffix_of(self, text: str) -> str:
        """The longest ending of a body that ``text`` ends in."""
        for length in self._suffix_lengths.get(text[-1:], ()):
            if length <= len(text) and text[-length:] in self.suffixes:
                return text[-length:]
        return ""

    def is_place(self, text: str) -> bool:
        """Whether ``text`` as a whole names a country, a division or a foreign city."""
        return text in self._places

    def is_foreign(self, text: str) -> bool:
        """Whether ``text`` names a body abroad: known as one, or beginning with a foreign place."""
        place = text[: self.place_prefix(text)]
        return text in self.abroad or (place != "中国" and (place in self.countries or place in self.cities))

    def place_prefix(self, text: str) -> int:
        """The length of the longest place that ``text`` begins with."""
        for length in self._place_lengths.get(text[:2], ()):
            if length <= len(text) and text[:length] in self._places:
                return length
        return 0

    def country_of(self, text: str) -> str:
        """The country or place that a body's name begins with, also in short (越共中央: 越南), "" if none."""
        place = text[: self.place_prefix(text)]
        return place or (self.abbreviated.get(text[:1], "") if text[1:2] == "共" else "")


def _lengths(found: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """The lengths by the characters that go with them, each once, the longest first."""
    grouped: dict[str, set[int]] = {}
    for key, length in found:
        grouped.setdefault(key, set()).add(length)
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in grouped.items()}
