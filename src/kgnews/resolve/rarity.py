"""How many people bear a name: the share of the surname times the likelihood of the given characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from kgnews.records import Feature
from kgnews.schema import Terms

_PEOPLE = 1.4e9
_SINGLE_GIVEN = 0.12  # share of people whose given name is one character
_UNSEEN = 0.3  # per 10,000: a character that the list of given characters lacks
_UNSEEN_ALONE = 5.0  # the same of names of one character, of which there are fewer (昊, 茜)
_IN_STYLE = 1.0  # per 10,000: two characters that go together in many names, whatever their shares say (立新, 梓涵)
# Bearers below which a shared name says much, something, little; beyond the last it says less than nothing.
_STEPS = ((100, 4.0, "几乎没有人用"), (1_000, 3.0, "极少有人用"), (20_000, 1.5, "较少有人用"), (60_000, 0.0, "常见"))
_VERY_COMMON = (-2.0, "极常见")
_FOREIGN_FULL, _FOREIGN_PART = 3.0, 1.5
_MARRIED = 4.0  # 林郑月娥: the husband's surname before the own name


_ADDRESS = re.compile("^.{1,2}(?:老师|先生|女士|同学|小姐|师傅|大爷|大妈|阿姨|奶奶|爷爷|某某?|医生|教授|老板)$")
_NO_NAME = -10.0
_LATIN = re.compile("[a-z. ][A-Z]")  # two Latin names: JamesLewis


class Rarity:
    """Rates names. ``feature`` gives the weight that a shared name carries, with its sentence."""

    def __init__(self, terms: Terms) -> None:
        self._surnames: Mapping[str, str] = terms["surnames"]
        self._given = {char: tuple(map(float, value.split())) for char, value in terms["given_chars"].items()}
        self._pairs = {name: float(value) / 10_000 for name, value in terms["given_names"].items()}
        self._styles = [tuple(map(frozenset, value.split(" "))) for value in terms["given_styles"].values()]
        self._japanese = frozenset(terms["japanese_surnames"])
        self._foreign = {char for char, value in terms["translit_chars"].items() if float(value) >= 2}
        self.feature = lru_cache(maxsize=100_000)(self._feature)

    def bearers(self, name: str) -> float:
        """About how many people in China are so called; 0 for a name that is not Chinese."""
        surname = next((name[:size] for size in (2, 1) if name[:size] in self._surnames and len(name) > size), "")
        given = name[len(surname) :]
        if not surname or len(given) > 2:
            return 0.0
        share = float(self._surnames[surname]) / 100
        if len(given) == 1:
            alone = max(self._pairs.get(given, 0.0), self._likelihood(given, 2), _UNSEEN_ALONE / 10_000)
            return _PEOPLE * share * _SINGLE_GIVEN * alone
        pair = max(self._pairs.get(given, 0.0), self._likelihood(given[0], 0) * self._likelihood(given[1], 1))
        if any(given[0] in first and given[1] in second for first, second in self._styles):
            pair = max(pair, _IN_STYLE / 10_000)
        return _PEOPLE * share * (1 - _SINGLE_GIVEN) * pair

    def _likelihood(self, char: str, place: int) -> float:
        return max(self._given.get(char, (0.0, 0.0, 0.0))[place], _UNSEEN) / 10_000

    def japanese(self, name: str) -> str:
        """The surname of a full Japanese name of four characters or more; "" for any other."""
        found = (name[:size] for size in (3, 2) if name[:size] in self._japanese)
        return next(found, "") if 4 <= len(name) <= 5 else ""

    def transliterated(self, name: str) -> Feature:
        """What the last name of a foreigner says, also where it looks like a Chinese name (毛雷尔, 米歇尔)."""
        return Feature("foreign_name", _FOREIGN_PART, f"“{name}”是译名，可能只是姓氏")

    def _married(self, name: str) -> bool:
        surnames = len(name) == 4 and name[0] in self._surnames and name[1] in self._surnames
        return surnames and not self.bearers(name) and self.bearers(name[1:]) > 0

    def _feature(self, name: str) -> Feature:
        if _ADDRESS.search(name):
            return Feature("address", _NO_NAME, f"“{name}”只是称呼，不是姓名")
        if "·" in name or _LATIN.search(name):
            return Feature("rare_name", _FOREIGN_FULL, f"“{name}”是外国人的全名，同名者少")
        if self.japanese(name):
            return Feature("rare_name", _FOREIGN_FULL, f"“{name}”是日本人的全名，同名者少")
        if len(name) > 4 or all(char in self._foreign for char in name):
            return self.transliterated(name)
        if self._married(name):
            return Feature("rare_name", _MARRIED, f"“{name}”冠夫姓，同名者少")
        count = self.bearers(name)
        if not count:
            return Feature("foreign_name", _FOREIGN_PART, f"“{name}”不像中国人的姓名")
        for limit, weight, word in _STEPS:
            if count < limit:
                return Feature("rare_name", weight, f"“{name}”{word}（估计全国约{_round(count)}人同名）")
        weight, word = _VERY_COMMON
        return Feature("common_name", weight, f"“{name}”{word}（估计全国约{_round(count)}人同名）")


def _round(count: float) -> str:
    if count >= 10_000:
        return f"{count / 10_000:.0f}万"
    return f"{max(1, round(count, -2 if count >= 100 else 0)):.0f}"
