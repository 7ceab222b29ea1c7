"""Dates of metadata, in the ways Chinese sources write them, as ISO days."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?")
_PARTS = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:日|号)?(?!\d)[\s,T]*(.*)", re.IGNORECASE)
_CHINESE = re.compile(r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?(.*)")
_CLOCK = re.compile(
    r"(?:(?:星期|周|礼拜)[一二三四五六日天])?\s*(?:上午|下午|凌晨|晚上|中午|AM|PM)?\s*"
    r"(?:\d{1,2}\s*[:时点]\s*\d{1,2}\s*(?:[:分]\s*\d{1,2}(?:[.,]\d+)?\s*秒?)?分?)?\s*(?:AM|PM)?\s*(?:Z|UTC|GMT|CST|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)


def normalise_date(value: object) -> str | None:
    """``2020/11/5``, ``2020年11月5日``, ``20201105`` or ISO with a time as ``2020-11-05``; None for an empty value.

    The day is taken as it is written: a time zone moves nothing. ValueError where the value is not one full day.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool) or not isinstance(value, str | int):
        if value is None:
            return None
        raise ValueError(_problem(value))
    text = unicodedata.normalize("NFKC", str(value)).strip()
    return _from_text(text) if text else None


def _from_text(text: str) -> str:
    try:
        if match := _COMPACT.fullmatch(text):
            year, month, day = (int(part) for part in match.groups())
        elif (match := _PARTS.fullmatch(text)) and _CLOCK.fullmatch(match.group(4).strip()):
            year, month, day = (int(part) for part in match.groups()[:3])
        elif (match := _CHINESE.fullmatch(text)) and _CLOCK.fullmatch(match.group(4).strip()):
            year = int(match.group(1).translate(_DIGITS))
            month, day = _spoken(match.group(2)), _spoken(match.group(3))
        elif re.match(r"[A-Za-z]{3},", text):
            return parsedate_to_datetime(text).date().isoformat()
        else:
            raise ValueError(_problem(text))
        return date(year, month, day).isoformat()
    except (ValueError, TypeError, OverflowError):
        raise ValueError(_problem(text)) from None


def _spoken(text: str) -> int:
    """十一 is 11, 二十三 is 23."""
    tens, mark, ones = text.partition("十")
    if not mark:
        return int(text.translate(_DIGITS))
    return int(tens.translate(_DIGITS) or "1") * 10 + int(ones.translate(_DIGITS) or "0")


def _problem(value: object) -> str:
    shown = repr(value) if len(repr(value)) <= 40 else repr(value)[:40] + "…"
    return f"{shown} is not a date"
