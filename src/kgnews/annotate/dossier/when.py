"""Dates and periods as documents of record write them: 2011.03—2014.07, 1990年7月至1995年6月, 2021.12至今, 民国100年3月."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass

from kgnews.expressions import expression

_HAN = {one: str(number) for number, one in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "O": "0"}
_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAYS = r"(?:[12]\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR = (
    r"(?:(?:19|20)\d\d|[一二][〇○O零一二三四五六七八九]{3}|(?<!\d)1[01]\d(?= ?年 ?\d{1,2} ?月)|"
    r"(?:中华)?民国 ?(?:元|\d{1,3}|[一二三四五六七八九十百]{1,5}))"
)
DATE = rf"(?:{_YEAR} ?(?:年|[.\-/](?=\d{{1,2}}(?!\d))|(?![\d年])) ?(?:{_NUMBER}(?:月份?|(?![\d:月]))(?:[.\-/]?(?:{_DAYS}日?(?![\d月])))?)?)"
_PARTS = expression(
    rf"(?P<year>{_YEAR}) ?(?:年|[.\-/]|) ?(?:(?P<month>{_NUMBER})(?:月份?|[.\-/]|(?!\d)))?(?:(?P<day>{_DAYS})日?)?"
)
_TO = r" ?(?:[—–―－\-~～]{1,3}|至|到) ?"
_COLUMNS = r" +(?=(?:19|20)\d\d[^\n]{2,9} {1,8}[\u4e00-\u9fff]|(?:至今|现在) )"  # since and until in cells of their own
_OPEN = r"(?:至今|今|现在|迄今|今年|目前)"
_RANGE = expression(
    rf" *(?P<since>{DATE})(?:(?:(?:起|开始)?{_TO}|{_COLUMNS})(?:(?P<until>{DATE})|(?P<open>{_OPEN})|"
    rf"(?P<bare>(?=[ 　，：任\u4e00-\u9fff]|$)))|(?P<on>{_OPEN}|起))?"
)
ONE = expression(DATE)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time in the text: ISO values as precise as told; ``open`` where it has no end; ``ranged`` where written as a range."""

    since: str
    until: str
    open: bool
    ranged: bool
    start: int
    end: int


def iso(words: str) -> str:
    """The ISO value of a date as ``DATE`` matches it, "" where it is none."""
    match = _PARTS.match(words)
    if match is None:
        return ""
    year = _year(match["year"])
    month, day = _value(match["month"]), _value(match["day"])
    if not month or month > 12:
        return f"{year:04d}"
    if not day or day > monthrange(year, month)[1]:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}"


def _year(words: str) -> int:
    if "民国" in words:
        rest = words.partition("民国")[2].strip()
        return 1912 if rest == "元" else 1911 + _value(rest)
    if len(words) == 3 and words.isdigit():  # 114年8月1日, as Taiwan counts
        return 1911 + int(words)
    return int("".join(_HAN.get(one, one) for one in words))


def _value(words: str | None) -> int:
    if not words:
        return 0
    if words.isdigit():
        return int(words)
    hundred, found, rest = words.rpartition("百")
    if found:
        return int(_HAN.get(hundred, "1")) * 100 + (_value(rest.lstrip("零〇")) if rest else 0)
    tens, ten, ones = words.rpartition("十")
    return (int(_HAN[tens]) if tens else 1) * 10 * bool(ten) + (int(_HAN[ones]) if ones else 0)


def period(norm: str, at: int, stop: int) -> Period | None:
    """The period or date that begins at ``at`` (blanks before it are stepped over)."""
    match = _RANGE.match(norm, at, stop)
    if match is None or not match["since"]:
        return None
    ranged = match.end() > match.end("since")
    until = iso(match["until"]) if match["until"] else ""
    start = iso(match["since"])
    if until and until[:4] < start[:4]:
        return None
    return Period(start, until, ranged and not until, ranged, match.start("since"), match.end())
