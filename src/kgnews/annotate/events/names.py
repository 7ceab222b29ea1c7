"""When two names denote one event: same edition and year, and one is the other's core, end, or abbreviation."""

from __future__ import annotations

from functools import lru_cache

from kgnews.expressions import expression

_YEAR = expression(r"(?<!\d)(?:(?:20|19)\d\d)(?!\d)")
_HAN_YEAR = expression(r"[一二][〇零○一二三四五六七八九]{3}(?=年?)")
_HAN = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_EDITION = expression(r"第?([一二三四五六七八九十百\d]+|首)(?:[届次期季]|(?=全国代表大会))")
_MARKS = expression(r"[\s“”‘’《》「」（）·—\-]")
_ASIDE = expression(r"（[^（）]{1,8}）|\([^()]{1,8}\)")  # 中日韩（10+3）领导人会议
_PLENARY = expression(r"第([一二三四五六七八九十]+)届中央委员会第([一二三四五六七八九十]+)次全体会议$")
_LEAD = expression(r"^(?:(?:20|19)\d\d年?(?:度)?|第?[一二三四五六七八九十百\d]+[届次期季]|首届)+")
_PART = expression(
    r"(?:开幕式|开幕礼|闭幕式|开幕会|闭幕会|开幕典礼|颁奖仪式|颁奖典礼|启动仪式|开班仪式|开班式|结业式|结业仪式|开营仪式|"
    r"开幕大会|闭幕大会|全体大会|全体会议|预备会议)$"
)
# What is done about an event, and is no part of its name where it stands without it too: 迎接|杭州亚运会.
_ACTS_ON = expression(
    r"(?:共同|共|积极|支持|推动|推进|迎接|喜迎|助力|促进|保障|服务|备战|筹办|申办|参加|出席|宣传|举办|承办|加强|深化|关注|聚焦){1,2}"
)
_FORUM_OF = expression(r"(?:主题|专题|分|平行|专场|子)论坛$")
# Two words for one thing at the end of a name.
_PLAIN = {"成立大会": "成立仪式", "领导小组全体会议": "领导小组会议", "委员会全体会议": "委员会会议", "欢迎晚宴": "欢迎宴会"}
_ALIKE = expression(f"(?:{'|'.join(_PLAIN)})$")
_WHOLE_END = expression(r"(?:会|会议|论坛|赛|大赛|节|展|活动|班|营|周|月|大典|马拉松|世界杯|峰会)[”）]?$")
_WHOLE = (
    "年会",
    "系列活动",
    "活动",
    "主题活动",
    "全国总决赛",
    "总决赛",
    "总决赛活动",
    "展会",
    "大会",
    "全体会议",
    "系列赛",
    "议",
)


def without_part(name: str) -> str:
    """The event that a part of it names: 某论坛开幕式 → 某论坛; the name itself where nothing would be left."""
    shorter = _PART.sub("", name)
    return shorter if len(_MARKS.sub("", shorter)) >= 4 and _WHOLE_END.search(shorter) else name


@lru_cache(maxsize=20_000)
def core(name: str) -> str:
    """The name without quotes, leading year and edition, and trailing part."""
    plain = _PLENARY.sub(r"\1届\2中全会", _MARKS.sub("", _ASIDE.sub("", _digits(name))))
    whole = _LEAD.sub("", without_part(plain)) or plain
    return _ALIKE.sub(lambda match: _PLAIN[match[0]], whole)


def _digits(name: str) -> str:
    return _HAN_YEAR.sub(lambda match: "".join(_HAN[c] for c in match[0]), name)


@lru_cache(maxsize=20_000)
def numbers(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Editions and years in a name."""
    plain = _digits(name)
    return frozenset("一" if found == "首" else found for found in _EDITION.findall(plain)), frozenset(_YEAR.findall(plain))


def agree(one: str, other: str) -> bool:
    """Whether no edition and no year of the one contradicts the other's."""
    return all(not a or not b or a & b for a, b in zip(numbers(one), numbers(other), strict=True))


@lru_cache(maxsize=20_000)
def same(one: str, other: str) -> bool:
    """Whether two names can denote one event."""
    short, long = sorted((core(one), core(other)), key=len)
    if _FORUM_OF.search(long) and not _FORUM_OF.search(short):
        return False  # 甲论坛 and its 沙尘暴防治主题论坛
    return (short == long or (len(short) >= 3 and _alike(short, long))) and agree(one, other)


def _alike(short: str, long: str) -> bool:
    if short[-1] != long[-1] and not long.startswith(short):  # most pairs, so nothing else is asked of them
        return "暨" in long and _half(short, long)
    return _within(short, long) or ("暨" in long and _half(short, long)) or _shares_end(short, long)


def _half(short: str, long: str) -> bool:
    """Whether the shorter name is one of two joined by 暨, or joins the ends of the same two."""
    halves, ours = long.split("暨"), short.split("暨")
    if len(ours) == 1:
        return any(half == short or (len(short) >= 4 and half.endswith(short)) for half in halves)
    return len(ours) == len(halves) and all(
        one.endswith(other) or other.endswith(one) or (one[-2:] == other[-2:] and _subsequence(other, one))
        for one, other in zip(halves, ours, strict=True)
    )


def _within(short: str, long: str) -> bool:
    if long.endswith(short):
        return len(short) >= 4
    if long.startswith(short):
        return long[len(short) :] in _WHOLE
    return short[-1] == long[-1] and short[-2:] != "会议" and len(short) * 4 >= len(long) and _subsequence(short, long)


def _shares_end(short: str, long: str) -> bool:
    """浙江嘉兴云购物节, 嘉品汇嘉兴云购物节: six characters and more from the end, and most of the shorter name."""
    length = next((i for i in range(len(short)) if short[-1 - i] != long[-1 - i]), len(short))
    return length >= 6 and length * 4 >= len(short) * 3


def _subsequence(short: str, long: str) -> bool:
    position = iter(long)
    return all(character in position for character in short)


def fuller(names: list[str]) -> str:
    """The best of several names of one event: without a part (开幕式), the longest, the first of equals."""
    whole = [name for name in names if without_part(name) == name] or [without_part(name) for name in names]
    joined = {joint + name for joint in "和与及" for name in whole}
    single = [name for name in whole if not any(name.endswith(tail) for tail in joined)]
    single = [name for name in single if not ((acts := _ACTS_ON.match(name)) and name[acts.end() :] in single)]
    return max(single or whole, key=len)
