"""What the term lists know about places and bodies: division codes, countries, official names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import rjieba

from kgnews.schema import Terms

_LONGEST = 13
_PROPER = ("nr", "ns", "nt", "nz", "x", "eng")  # jieba's tags of names, unknown words and Latin letters
# Single characters are a coined name (优必选科技, 岭海智造研究院), but not in a unit's (产教融合办公室).
_FIRMS = ("公司", "集团", "科技", "银行", "酒店", "股份")
_UNITS = ("处", "科", "室", "部", "司", "局", "厅", "委", "组", "办", "系", "学院", "委员会", "支部", "总支", "中心", "队")
_WORD_LISTS = ("common_words", "name_words", "generic_bodies", "org_suffixes", "event_heads", "venue_heads")
CHINA = "中国"
# The zones of a city: what follows its place is one form for the full and the short name.
_ZONES = (
    (re.compile("^(?:国家级?)?(?:经济技术开发区|经济开发区|经济技术开发新区|经开区)"), "经开区"),
    (re.compile("^(?:国家级?)?(?:高新技术产业开发区|高新技术产业园区|高新技术开发区|高技术产业开发区|高新区)"), "高新区"),
    (re.compile("^(?:国家级?)?(?:综合保税区|综保区)"), "综保区"),
    (re.compile("管理委员会$"), "管委会"),
    (re.compile("^第([一二三四五六七八九十百]{1,3})中学$"), r"\1中"),
    (re.compile("(?:党的?工作委员会|工作委员会|党工委)$"), "党工委"),
)
_ZONE = re.compile(".(?:经济技术开发(?:区)?|经济开发区|高新技术产业(?:开发|园)区?|高新技术产业开发)$")
# Behind a known name these go on with another word (商务部 + 区, 中国移动 + 业务), but for units that begin so.
_OTHER_WORD = re.compile("^(?:[业省队]|市(?!场|政|民)|区(?!域)|人(?!事|力|才|口|工|文|物))")
# A department may be called its government's: 香港特别行政区政府政务司.
_OFFICE_OF_GOVERNMENT = re.compile("^(?:特区)?政府(?=.{2,}[司局署厅委]$)")
_DOMAIN = re.compile(r"(?:^|[./])(\w+)\.edu\.cn\b")
# Levels that news repeats between a short place name and its organ: 佛山 + 市委.
_LEVELS = ("自治区", "自治州", "自治县", "特区", "省", "市", "区", "县", "州", "旗", "盟", "镇", "乡")
_NO_LEVELS = ("市场", "市民", "市值", "市级", "区域", "区块", "县域", "县级", "省级", "乡村", "旗下", "旗舰", "州际")


class Placed(NamedTuple):
    """A name cut behind the places that it begins with: what these may be, their words, what follows."""

    codes: tuple[str, ...]
    place: str
    rest: str


class Gazetteer:
    """Look-ups in the term lists; pure, so that answers may be cached."""

    def __init__(self, terms: Terms) -> None:
        self._full = _without_zones(_codes(terms, "divisions", "divisions_extra"))
        self._short = _without_zones(_codes(terms, "division_short"))
        self._towns = _codes(terms, "townships")
        self._words = _keys(terms, "division_words")
        self._countries = dict(_list(terms, "countries"))
        self._initials = dict(_list(terms, "country_abbreviations"))
        self._cities = {**_list(terms, "zone_cities"), **_list(terms, "world_cities")}
        self._units = dict(_list(terms, "unit_names"))
        self._bodies: dict[str, str] = {}
        for name in ("international_bodies", "universities", "bodies"):
            self._bodies.update(_list(terms, name))
        self._chinese = frozenset(_list(terms, "bodies").values())
        own = {name for name in _list(terms, "schools") if not any(name[:size] in self._bodies for size in range(2, len(name)))}
        self._bodies.update({name: name for name in own})
        self._bodies = {name: full for name, full in self._bodies.items() if not self._governs(full)}
        self.renamed = {old: _later(value) for old, value in _list(terms, "renamed").items()}
        self.renamed_units = {old: _later(value) for old, value in _list(terms, "renamed_units").items()}
        self.events = _list(terms, "event_aliases")
        self.full_events = frozenset(self.events.values())
        self.universities = frozenset(_list(terms, "universities").values())
        self._domains = _list(terms, "school_domains")
        self.famous = _list(terms, "famous_venues")
        self.also_local = _keys(terms, "also_local_bodies")
        self._plain = frozenset().union(*(_keys(terms, name) for name in _WORD_LISTS))
        self._tagger = rjieba.Jieba()
        self.ordinary = lru_cache(maxsize=200_000)(self._ordinary)
        self._names: dict[str, str] = {}
        for name, codes in self._full.items():  # the first name of a code is the full one
            self._names.update({code: self._names.get(code, name) for code in codes})
        self.placed = lru_cache(maxsize=200_000)(self._placed)
        self.owner = lru_cache(maxsize=200_000)(self._owner)

    def _governs(self, name: str) -> bool:
        """Whether a body is the government of a place, which its place names (香港特别行政区政府)."""
        return name.removesuffix("人民政府").removesuffix("政府") in self._full

    def lineage(self, official: str) -> tuple[str, ...]:
        """A well-known body with those that it was renamed to or merged into since; () where it was not."""
        found, queue = {official}, [official]
        while queue:
            later = {name for name, _ in self.renamed.get(queue.pop(), ())} - found
            found |= later
            queue += later
        return tuple(sorted(found)) if len(found) > 1 else ()

    def is_famous(self, name: str, code: str | None = None) -> bool:
        """Whether the whole country knows a venue by this name; ``code``: the division that the article puts it in."""
        home = self.famous.get(name)
        return home is not None and (not home or not code or related(home, code))

    def school_of(self, domain: str) -> str:
        """The university whose domain (jcr.ruc.edu.cn) it is; "" for another."""
        found = _DOMAIN.search(domain.lower())
        return self._domains.get(found[1], "") if found else ""

    def body(self, name: str) -> str | None:
        """The official name of a well-known body."""
        return self._bodies.get(name)

    def nation(self, official: str) -> str:
        """The country of a well-known body; "" for an international one."""
        if official in self._chinese:
            return CHINA
        head = next((official[:size] for size in range(min(8, len(official)), 1, -1) if official[:size] in self._countries), "")
        return self._countries.get(head, "")

    def country(self, name: str) -> str | None:
        """The name that news calls a country by."""
        return self._countries.get(name)

    def acting(self, name: str) -> str | None:
        """The country that a body without a name of its own is: 国家 (国家主席), 俄 (俄外长)."""
        return CHINA if name == "国家" else self._initials.get(name)

    def city_abroad(self, name: str) -> str | None:
        """The country of a city of the world."""
        return self._cities.get(name)

    def unit(self, rest: str) -> str:
        """The one form of a local body's ending: 人民政府 and 政府 → "", 市委 → 委, 发展改革委 → 发改委."""
        level = next((item for item in _LEVELS if rest.startswith(item) and len(rest) > len(item)), "")
        bare = (
            rest[len(level) :]
            if level and not rest.startswith(("区域", "县域", "市场", "市民", "乡村", "州际", "镇江"))
            else rest
        )
        bare = self._units.get(bare, bare)
        for long, short in _ZONES:
            bare = long.sub(short, bare)
        bare = _OFFICE_OF_GOVERNMENT.sub("", bare.removeprefix("人民") if bare.startswith("人民政府") else bare)
        return "" if bare in {"政府", "特区", "特区政府"} else bare

    def codes(self, name: str, short: bool = True) -> tuple[str, ...]:
        """All divisions that a bare place name may be, townships included."""
        found = self._full.get(name) or self._towns.get(name)
        if found is None and short and name not in self._words:
            found = self._short.get(name)
        return found or ()

    def is_short(self, name: str) -> bool:
        """Whether a place name lacks its 省, 市, 县."""
        return name not in self._full and name in self._short

    def is_word(self, name: str) -> bool:
        """Whether the short name of a division is an ordinary word too (和平)."""
        return name in self._words

    def division(self, code: str) -> str | None:
        """The full name of a division of county level or above."""
        return self._names.get(code)

    def _ordinary(self, name: str) -> bool:
        words = [(word, tag) for word, tag in self._tagger.tag(name, False) if word not in self._plain]
        words = [
            (word, tag) for word, tag in words if not (len(word) == 3 and tag in {"nt", "nz"} and word.endswith((*_UNITS, "院")))
        ]
        if any(tag.startswith(_PROPER) and not word.isdecimal() for word, tag in words):
            return False
        single = sum(len(word) == 1 and tag not in {"m", "q", "p", "c", "u", "uj", "f", "d", "b"} for word, tag in words)
        return not single if name.endswith(_FIRMS) else single < 2 or name.endswith(_UNITS)

    def _placed(self, name: str) -> Placed:
        codes: tuple[str, ...] = ()
        at = 0
        while at < len(name):
            step = self._step(name, at, codes)
            if step is None:
                break
            codes, at = step
        return Placed(codes, name[:at], name[at:])

    def _step(self, name: str, at: int, within: tuple[str, ...]) -> tuple[tuple[str, ...], int] | None:
        for size in range(min(_LONGEST, len(name) - at), 1, -1):
            word = name[at : at + size]
            found = self._full.get(word) or self._towns.get(word)
            if found is None and (word not in self._words or within or _level_follows(name, at + size)):
                found = self._short.get(word)
            end = at + size
            if found is None or (word.endswith("市") and name.startswith(("场", "民", "值"), end)):
                continue
            if word not in self._full and name.startswith(("州", "盟"), end):  # 海南州, 恩施州
                found = tuple(code for code in found if self._names.get(code, "").endswith(("州", "盟"))) or found
                end += 1
            if within:
                nested = tuple(code for code in found if any(code.startswith(outer) for outer in within if code != outer))
                if not nested:
                    continue
                found = nested
            return found, end
        return None

    def _owner(self, name: str) -> tuple[str, str] | None:
        """The well-known body or country whose name begins a longer one, as it stands there, and what follows."""
        for size in range(min(20, len(name) - 2), 1, -1):
            head, rest = name[:size], name[size:]
            if (head in self._bodies and not _OTHER_WORD.match(rest)) or head in self._countries:
                return head, rest
        return None


def _level_follows(name: str, at: int) -> bool:
    """Whether 市, 区, 县 … stands there as the level of a place, and not in 市场, 区域."""
    return name.startswith(_LEVELS, at) and not name.startswith(_NO_LEVELS, at)


def highest(codes: Iterable[str]) -> str | None:
    """The one division above all others of a name (吉林 the province, not the city); None where there are several."""
    ranked = sorted(codes, key=len)
    if not ranked:
        return None
    return ranked[0] if len(ranked) == 1 or len(ranked[0]) < len(ranked[1]) else None


def related(code: str, other: str) -> bool:
    """Whether one division lies in the other."""
    return code.startswith(other) or other.startswith(code)


def _without_zones(codes: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Without the zones that statistics count as counties: 合肥经济技术开发区 is 合肥 and its 经开区, also where it is called so."""
    return {name: found for name, found in codes.items() if not _ZONE.search(name)}


def _later(value: str) -> tuple[tuple[str, str], ...]:
    """``name year`` once or several times: a body that was divided has several that came after it."""
    words = value.split(" ")
    return tuple(zip(words[::2], words[1::2], strict=True))


def _list(terms: Terms, name: str) -> Mapping[str, str]:
    return terms[name] if name in tuple(terms) else {}


def _keys(terms: Terms, name: str) -> frozenset[str]:
    return frozenset(_list(terms, name))


def _codes(terms: Terms, *names: str) -> dict[str, tuple[str, ...]]:
    return {term: tuple(value.split()) for name in names for term, value in _list(terms, name).items() if value != "*"}
