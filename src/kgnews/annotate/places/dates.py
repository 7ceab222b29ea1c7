"""Dates: absolute, partial, and relative to the article's date; the value is ISO and never more precise than the words.

A year that is not told comes from the article's date; with none, a date without a year has no value (name "").
近日, 日前, weekdays and the like give nothing. The date of a dateline (新华社北京9月22日电) is no date of the story.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import add
from kgnews.expressions import expression

_HAN = "〇零一二三四五六七八九"
_DIGITS = {c: str(max(i - 1, 0)) for i, c in enumerate(_HAN)} | {"○": "0", "Ｏ": "0", "O": "0"}
_YEAR = rf"(?P<year>(?:19|20)\d\d|[一二][{_HAN}○ＯO]{{3}})年(?:度)?|(?P<rel_year>今年|去年|前年|明年|同年|当年|本年|翌年|次年)"
_MONTH = (
    r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?:月份?(?!\d*球))|(?P<rel_month>本月|(?<!送)上月|上个月|下月|"
    r"下个月|同月|当月)"
)
_DAY = (
    r"(?P<day>[12]\d|3[01]|0?[1-9]|二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九])"
    r"(?=[日号至到—\-~～])"
)
_TIME = (
    r"(?:[日号]|(?<=[日号]))?(?:[（(]?(?:周|星期)[一二三四五六日天](?![至到—])[)）]?)?(?:清晨|凌晨|早晨|早上|一早|上午|中午|午间|"
    r"下午|午后|傍晚|晚上|晚间|深夜|晚|早|夜)?"
    r"(?:(?:\d{1,2}(?:[时点](?:\d{1,2}分)?|[:：]\d\d)|[一二两三四五六七八九十]{1,2}[时点](?=[，许左半整正]|\d|在))(?:许|左右|多|半|整|正)?)?"
)
_LATER = r"(?:[12]\d|3[01]|0?[1-9]|二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九])"
_RANGE = rf"(?:日|号)?(?:至|到|—+|-+|~|～)(?:(?:20\d\d年)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月)?{_LATER}(?=[日号])"
_CALENDAR = expression(rf"(?:(?:{_YEAR}))?(?:(?:{_MONTH})(?:(?:{_DAY})(?:{_RANGE})?)?)?")
_ALONE = (
    r"(?=日(?![内游龄均线报元间常子化文语籍耳])|号(?![楼线馆院厅厂房机店井门展桌台位]|会议室|报告厅|教室|会场|多功能|公寓|演播))"
)
_LONE_DAY = expression(
    rf"(?<![\d月.年—\-~～])(?P<day>[12]\d|3[01]|0?[1-9]|二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九])"
    rf"{_ALONE}(?:{_RANGE})?|"
    rf"(?<![\d月.年])(?P<ranged>[12]\d|3[01]|0?[1-9])(?:{_RANGE})"
)
_DAYS_AWAY = {0: "今天 今日 今晚 今早 今晨", -1: "昨天 昨日 昨晚 昨夜", -2: "前天 前日", 1: "明天 明日 明晚 明早", 2: "后天"}
_WORDS = {word: days for days, listed in _DAYS_AWAY.items() for word in listed.split()}
_SAME = ("同日", "当日", "当天", "当晚", "同一天", "当日晚", "同天")
_UNTIL = expression(r"截至|截止[到至]?$")  # 截至1日，……。当天 is not that day
_NEXT = ("次日", "翌日", "第二天")
_ORDINALS = "一二三四五六七八九十百几多每首本此这那0123456789"  # 第二次|日内瓦会议
_LAST_YEAR = expression(r"去年的?(?:今天|今日)")
_RELATIVE = expression("|".join([*_WORDS, *_SAME, *_NEXT]))
_FIRST = frozenset({"去", *(word[0] for word in (*_WORDS, *_SAME, *_NEXT))})  # what all of these begin with
_NUMBERED = expression(r"([今昨明])[（(](\d{1,2})[)）]日?")  # the press of Taiwan: 昨（9）日
_TRIGGER = cues("年 月 日 号 今 昨 前天 明×天|日|晚|早 后天 同一天 当×天|晚 第二天")
_ISO = expression(r"(\d{4})-(\d\d)-(\d\d)")
# 2017-02-24|14:00 of a notice, 2017/2/24.
_WRITTEN = expression(r"(?<![\d/.\-])((?:19|20)\d\d)([-/.])(1[0-2]|0?[1-9])\2([12]\d|3[01]|0?[1-9])")
_AFTER = expression(_TIME)
# 9月3日下午|至4日上午: one span of time, which began on its first day.
_THROUGH = expression(rf"(?:至|到|—+|-+|~|～)(?:(?:1[0-2]|0?[1-9])月)?{_LATER}(?=[日号])")
_DATELINE = expression(r"(?:电|讯|消息|专电|综合电)(?![话力视影子脑信商台])")
_CLARIFIED = expression(r"[（(](?:(\d{1,2})月)?(\d{1,2})日[)）]")
_FUTURE = expression(r"将|拟|定于|即将|计划|延期|推迟")
_SLACK = timedelta(days=45)


@dataclass(slots=True)
class _Clock:
    """What is known while reading: the article's day, and the dates read last (for 同年, 当日)."""

    today: date | None
    year: int | None = None
    last: str = ""
    near: str = ""
    sentence_end: int = -1

    def remember(self, value: str) -> None:
        """The last date read, and the last near the article: 同日 means that one."""
        self.last = value or self.last
        if len(value) == 10 and self.today and abs(date.fromisoformat(value) - self.today) <= timedelta(days=62):
            self.near = value


def find(document: Document) -> None:
    """Add the Date mentions of title and text; ``name`` is the ISO value, "" where the words do not fix one."""
    for passage in document.passages:
        clock = _Clock(_parse(document.article.date))
        _read(passage, clock)


def _parse(value: str | None) -> date | None:
    match = _ISO.match(value or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _read(passage: Passage, clock: _Clock) -> None:
    text, position = passage.norm, 0
    sentences = iter(passage.sentences)
    for start, stop in sorted((*_TRIGGER.spans(text), *(m.span(1) for m in _WRITTEN.finditer(text)))):
        if start < position:
            continue
        begin = max(position, _begin(text, start))
        while clock.sentence_end <= begin and (sentence := next(sentences, None)):
            clock.sentence_end, clock.year = sentence.end, None
        position = max(_one(passage, clock, begin, stop), stop)


def _begin(text: str, at: int) -> int:
    """Where the number before 年, 月 or 日 begins."""
    start = at
    while (
        start
        and at - start < 4
        and (text[start - 1].isdigit() or text[start - 1] in _DIGITS or text[start - 1] in "十本上下个今去同当翌次明前")
    ):
        start -= 1
    return start


def _one(passage: Passage, clock: _Clock, begin: int, stop: int) -> int:
    text = passage.norm
    for start in range(begin, stop):
        found = (
            _written(text, start) or _relative(text, start, clock) or _calendar(text, start, clock) or _lone(text, start, clock)
        )
        if found:
            return _finish(passage, clock, start, *found)
    return stop


def _finish(passage: Passage, clock: _Clock, start: int, end: int, value: str) -> int:
    text = passage.norm
    if clear := _CLARIFIED.match(text, end):
        told = value.count("-") == 2 and not _RELATIVE.match(text, start)  # 今天（31日）, in a report of the day after
        day = value if told else _fill(clock, None, int(clear[1] or 0) or None, int(clear[2]), text, start)
        end, value = clear.end(), day
    end = _AFTER.match(text, end).end()  # type: ignore[union-attr]
    if value.count("-") == 2 and (through := _THROUGH.match(text, end)):
        end = _AFTER.match(text, through.end()).end()  # type: ignore[union-attr]
    if clear := _CLARIFIED.match(text, end):
        end = clear.end()
    if not _DATELINE.match(text, end):
        mention = add(passage, "Date", start, end, name=value)
        mention.tags = frozenset({("vague", "year", "month", "day")[len(value) and value.count("-") + 1]})
        if text.startswith(_SAME, start):
            mention.tags |= {"same"}
        if not _UNTIL.search(text, max(0, start - 3), start):
            clock.remember(value)
    return end


def _written(text: str, start: int) -> tuple[int, str] | None:
    match = _WRITTEN.match(text, start) if text[start] in "12" else None
    return None if match is None else (match.end(), _iso(int(match[1]), int(match[3]), int(match[4])))


def _relative(text: str, start: int, clock: _Clock) -> tuple[int, str] | None:
    if text[start] not in _FIRST:
        return None
    if (then := _LAST_YEAR.match(text, start)) and clock.today is not None:
        return then.end(), _iso(clock.today.year - 1, clock.today.month, clock.today.day)
    numbered = _NUMBERED.match(text, start)
    if numbered is not None:
        return numbered.end(), _fill(clock, None, None, int(numbered[2]), text, start)
    match = _RELATIVE.match(text, start)
    if match is None or (match[0] == "次日" and start and text[start - 1] in _ORDINALS):
        return None
    if match[0] in _SAME:
        return match.end(), clock.near or clock.last
    if match[0] in _NEXT:
        return match.end(), _day_after(clock.near or clock.last)
    if clock.today is None:
        return match.end(), ""
    return match.end(), (clock.today + timedelta(days=_WORDS[match[0]])).isoformat()


def _day_after(value: str) -> str:
    return (date.fromisoformat(value) + timedelta(days=1)).isoformat() if len(value) == 10 else ""


def _calendar(text: str, start: int, clock: _Clock) -> tuple[int, str] | None:
    match = _CALENDAR.match(text, start)
    if match is None or match.end() == start:
        return None
    before = text[start - 1] if start else ""
    if before.isdigit() or (before and before in "第零〇" and match["year"] is None):
        return None
    month = _month(match, clock)
    year = _year(match, clock)
    told = bool(match["year"] or match["rel_year"])
    if not told and month is None:
        return None
    if match["year"] is None and match["rel_year"] and month is None and match["rel_year"] in ("当年", "同年", "翌年", "次年"):
        return match.end(), ""
    if told and month is not None:
        clock.year = year
    day = _number(match["day"]) if match["day"] else None
    if match["rel_month"]:
        return match.end(), _relative_month(clock, match["rel_month"], day)
    return match.end(), _fill(clock, year, month, day, text, start)


def _lone(text: str, start: int, clock: _Clock) -> tuple[int, str] | None:
    match = _LONE_DAY.match(text, start)
    if match is None or (start and text[start - 1] in "第每周前近后这几"):
        return None
    return match.end(), _fill(clock, None, None, _number(match["day"] or match["ranged"]), text, start)


def _month(match: re.Match[str], clock: _Clock) -> int | None:
    if match["month"]:
        return _number(match["month"])
    return clock.today.month if match["rel_month"] and clock.today else None


def _year(match: re.Match[str], clock: _Clock) -> int | None:
    if match["year"]:
        return int("".join(_DIGITS.get(c, c) for c in match["year"]))
    shift = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1}.get(match["rel_year"] or "")
    if shift is not None:
        return clock.today.year + shift if clock.today else None
    if match["rel_year"] in ("同年", "当年"):
        return int(clock.last[:4]) if clock.last else None
    return None


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    return (_HAN.index(tens) - 1 if tens else 1) * 10 * bool(ten) + (_HAN.index(ones) - 1 if ones else 0)


def _relative_month(clock: _Clock, word: str, day: int | None) -> str:
    if word in ("同月", "当月"):
        return _iso(int(clock.last[:4]), int(clock.last[5:7]), day) if len(clock.last) >= 7 else ""
    if clock.today is None:
        return ""
    months = clock.today.year * 12 + clock.today.month - 1 + {"本": 0, "上": -1, "下": 1}[word[0]]
    return _iso(months // 12, months % 12 + 1, day)


def _fill(clock: _Clock, year: int | None, month: int | None, day: int | None, text: str, start: int) -> str:
    """The ISO value; year and month that are not told are those nearest to the article that tense allows."""
    if year is not None:
        return _iso(year, month, day)
    if clock.year is not None and month is not None:
        return _iso(clock.year, month, day)
    if clock.today is None:
        return ""
    future = bool(_FUTURE.search(text, max(0, start - 8), start + 24))
    if month is None:
        return _near_day(clock.today, day, future)
    return _near_month(clock.today, month, day, future)


def _near_day(today: date, day: int | None, future: bool) -> str:
    step = 0 if day is None or day <= today.day or (future and day >= today.day) else -1
    if future and day is not None and day < today.day - 15:
        step = 1
    months = today.year * 12 + today.month - 1 + step
    return _iso(months // 12, months % 12 + 1, day)


def _near_month(today: date, month: int, day: int | None, future: bool) -> str:
    when = date(today.year, month, min(day or 1, monthrange(today.year, month)[1]))
    year = today.year
    if when > today + _SLACK and not future:
        year -= 1
    elif future and when < today - timedelta(days=183):
        year += 1
    return _iso(year, month, day)


def _iso(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if day <= monthrange(year, month)[1] else ""
