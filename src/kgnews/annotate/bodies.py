"""The lists that say what bodies are called: their endings, well-known ones, places and countries."""

from __future__ import annotations

from kgnews.annotate.tables import words
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
        self.generic = frozenset(words(terms, "generic_bodies"))
        self.countries = frozenset(words(terms, "country_codes")) | frozenset(words(terms, "countries"))
        self.known = {name: full for source in KNOWN for name, full in words(terms, source).items()}
        self.places = frozenset(words(terms, "divisions")) | (
            frozenset(words(terms, "division_short")) - frozenset(words(terms, "division_words"))
        )
        self.abbreviated = words(terms, "country_abbreviations")
        self.abbreviations = frozenset(self.abbreviated)
        self.abroad = frozenset(words(terms, "international_bodies"))
        self.cities = (
            frozenset(words(terms, "zone_cities"))
            | frozenset(words(terms, "world_cities"))
            | frozenset(words(terms, "place_names"))
        )
        self.longest = max(map(len, self.suffixes), default=1)

    def suffix_of(self, text: str) -> str:
        """The longest ending of a body that ``text`` ends in."""
        for length in range(min(self.longest, len(text)), 0, -1):
            if text[-length:] in self.suffixes:
                return text[-length:]
        return ""

    def is_place(self, text: str) -> bool:
        """Whether ``text`` as a whole names a country, a division or a foreign city."""
        return text in self.countries or text in self.places or text in self.cities

    def is_foreign(self, text: str) -> bool:
        """Whether ``text`` names a body abroad: known as one, or beginning with a foreign place."""
        place = text[: self.place_prefix(text)]
        return text in self.abroad or (place != "中国" and (place in self.countries or place in self.cities))

    def place_prefix(self, text: str) -> int:
        """The length of the longest place that ``text`` begins with."""
        for length in range(min(len(text), 11), 1, -1):
            if self.is_place(text[:length]):
                return length
        return 0

    def country_of(self, text: str) -> str:
        """The country or place that a body's name begins with, also in short (越共中央: 越南), "" if none."""
        place = text[: self.place_prefix(text)]
        return place or (self.abbreviated.get(text[:1], "") if text[1:2] == "共" else "")
