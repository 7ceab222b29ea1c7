"""Keys of events: base name with edition or year for those that come again, with the day for meetings, else the article's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kgnews.resolve.gazetteer import Gazetteer
from kgnews.resolve.keys import Context, Key, clean, made_of_words, of_article

_NUMBER = "[0-9一二三四五六七八九十百两〇零]"
_YEAR = re.compile(r"((?:19|20)\d{2})(?:[-—~至](?:\d{2,4}))?(?:年度|年)?")
_CHINESE_YEAR = re.compile("([一二][〇零一二三四五六七八九]{3})年")
_EDITION = re.compile(f"(首)届|第?({_NUMBER}+)届|第({_NUMBER}+)[次期轮回场]|第({_NUMBER}+)(?=个)|({_NUMBER}+)次(?=(?:全体)?会议)")
_SHORT_CONGRESS = re.compile(f"^(?:中国共产党|中共|党的?)?({_NUMBER}{{1,3}})大$")
_PLENUM = re.compile(f"({_NUMBER}+)届({_NUMBER}+)中全会")
# Events that come once a year or once an edition; of the same year they are one.
_SERIAL = re.compile(
    "(?:大赛|锦标赛|联赛|公开赛|邀请赛|挑战赛|决赛|半决赛|复赛|初赛|预赛|竞赛|比赛|赛|论坛|峰会|博览会|交易会|博览|展览会|展会|展|节|运动会|奥运会|残奥会|亚运会|世界杯"
    "|年会|周|嘉年华|马拉松|两会|世界大会|互联网大会|人工智能大会|机器人大会|全国代表大会|广交会|进博会|服贸会|高交会|消博会|世博会|园博会|春晚|联欢晚会|双年展)$"
)
# 大会 of a field comes yearly (中国5G大会), 大会 of a body does not (表彰大会, 动员大会).
_SINGLE_ASSEMBLY = re.compile(
    "(?:表彰|动员|誓师|总结|庆祝|纪念|追悼|职工|党员|干部|全体|部署|推进|工作|颁奖|启动|报告|教师)大会$"
)
_PARTY = re.compile("^(?:党的|中共|中国共产党)(?!$)")
_BODIES = (
    ("全国人民代表大会常务委员会", "全国人大常委会"),
    ("全国人民代表大会", "全国人大"),
    ("中国人民政治协商会议全国委员会", "全国政协"),
    ("政协全国委员会", "全国政协"),
)
_OPENING = re.compile("(?:开幕|闭幕)(?:式|会|大会|典礼|仪式)$")  # the opening of a named event is the event itself
_WIDE = re.compile("^(?:全国|中国|中华|中央|国家|世界|国际|亚洲|中共)")
_LONG = 8  # characters of a name of ordinary words that few others happen to have
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "首": 1}


@dataclass(slots=True)
class Occasion:
    """What one article tells about an event: names (best first), whether generic, its date (ISO) and city code."""

    names: tuple[str, ...]
    generic: bool = False
    date: str = ""
    city: str = ""


@dataclass(slots=True)
class Parts:
    """An event's name taken apart: ``base`` without edition and year; "" where the name tells none."""

    base: str
    edition: str = ""
    year: str = ""


@dataclass(slots=True)
class Series:
    """Which editions and years of one base name were read together anywhere: 第九届 is 2020."""

    years: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    editions: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def note(self, parts: Parts, held: str) -> None:
        """Keep that an edition was in a year: its name says so, or it was held then."""
        year = parts.year or held
        if parts.edition and year:
            self.years[parts.edition].add(year)
            self.editions[year].add(parts.edition)

    def edition_of(self, year: str) -> str:
        """The one edition of a year; "" where unknown, or where several were."""
        found = self.editions.get(year, set())
        return next(iter(found)) if len(found) == 1 else ""


def take_apart(name: str) -> Parts:
    """Edition and year out of an event's name, as digits; the rest is the base."""
    text = _CHINESE_YEAR.sub(lambda found: "".join(str(_DIGITS[char]) for char in found[1]) + "年", clean(name))
    if found := _SHORT_CONGRESS.match(text):
        return Parts("全国代表大会", str(number(found[1])))
    text = _PLENUM.sub(lambda found: f"第{found[1]}届中央委员会第{found[2]}次全体会议", text)
    year = _YEAR.search(text)
    base = _YEAR.sub("", text)
    editions = [next(filter(None, found)) for found in _EDITION.findall(base)]
    base = _PARTY.sub("", _EDITION.sub("", base)).replace("·", "").replace("（）", "")
    for long, short in _BODIES:
        base = base.replace(long, short)
    opened = _OPENING.sub("", base)
    base = opened if _SERIAL.search(opened) or opened.endswith(("大会", "会议")) else base
    return Parts(base.strip("年—-：:的"), "-".join(str(number(item)) for item in editions), year[1] if year else "")


def full_name(parts: Parts, gazetteer: Gazetteer) -> Parts:
    """With the full name for a well-known short one (进博会), without the host city (杭州亚运会)."""
    rest = gazetteer.placed(parts.base).rest
    rest = rest.removesuffix("活动")
    base = rest if rest in gazetteer.events or rest in gazetteer.full_events else parts.base
    return Parts(gazetteer.events.get(base, base), parts.edition, parts.year)


def number(text: str) -> int:
    """A Chinese or Arabic numeral below a thousand."""
    if text.isdecimal():
        return int(text)
    total = 0
    digit = 0
    for char in text:
        if char == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif char == "百":
            total, digit = total + (digit or 1) * 100, 0
        else:
            digit = digit * 10 + _DIGITS.get(char, int(char) if char.isdecimal() else 0)
    return total + digit


def collect_series(occasions: Iterable[Occasion], gazetteer: Gazetteer) -> Mapping[str, Series]:
    """Which edition is which year, by base name, over all articles."""
    series: dict[str, Series] = defaultdict(Series)
    for occasion in occasions:
        for name in occasion.names:
            parts = full_name(take_apart(name), gazetteer)
            if parts.edition:
                series[parts.base].note(parts, occasion.date[:4])
    return series


def event_key(occasion: Occasion, context: Context, gazetteer: Gazetteer, series: Mapping[str, Series]) -> Key:
    """The key of an event as one article has it."""
    apart = [full_name(take_apart(name), gazetteer) for name in occasion.names]
    best = max(apart, key=_told, default=Parts(""))
    parts = apart[0] if apart else best
    if not parts.base or occasion.generic:
        return _single(occasion, context)
    if parts.base == best.base:
        parts = best
    wordy, short = _of_words(parts.base, gazetteer), len(parts.base) < _LONG
    if parts.edition and not (wordy and short):  # 第九届运动会 is any school's
        return _edition(parts)
    serial = bool(_SERIAL.search(parts.base)) or (parts.base.endswith("大会") and not _SINGLE_ASSEMBLY.search(parts.base))
    if (wordy and (short or not serial)) or not (serial or parts.year):
        return _on_day(parts, occasion, context, wordy and short)
    return _of_year(parts, occasion, context, series)


def _of_words(base: str, gazetteer: Gazetteer) -> bool:
    """Whether the name tells of no one series: ordinary words, and not of the whole country or world."""
    if base in gazetteer.full_events or (_WIDE.match(base) and len(base) > 5):
        return False
    return made_of_words(base, gazetteer)


def _told(parts: Parts) -> tuple[int, int]:
    return bool(parts.edition) + bool(parts.year), len(parts.base)


def _edition(parts: Parts) -> Key:
    return Key("edition", f"{parts.base}#{parts.edition}", why=f"同名“{parts.base}”且同为第{parts.edition}届（次）")


def _of_year(parts: Parts, occasion: Occasion, context: Context, series: Mapping[str, Series]) -> Key:
    year = parts.year or occasion.date[:4] or context.date[:4]
    if not year:
        return _single(occasion, context)
    if parts.base in series and (edition := series[parts.base].edition_of(year)):
        return Key("edition", f"{parts.base}#{edition}", why=f"“{parts.base}”{year}年的一届即第{edition}届")
    return Key("year", f"{parts.base}#{year}", occasion.city, why=f"同名“{parts.base}”且同在{year}年")


def _on_day(parts: Parts, occasion: Occasion, context: Context, ordinary: bool) -> Key:
    """A meeting without a number is the same only on the same day, and one of ordinary name not even then."""
    if len(occasion.date) == 10 and not ordinary:
        return Key("day", f"{parts.base}#{occasion.date}", occasion.city, why=f"同名“{parts.base}”且同在{occasion.date}")
    return _single(occasion, context)


def _single(occasion: Occasion, context: Context) -> Key:
    return of_article(clean(occasion.names[0]) if occasion.names else "", context)
