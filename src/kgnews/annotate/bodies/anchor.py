"""A body whose name was cut in its middle is taken back to the place that it begins with (北京女科技工作者|协会)."""

from __future__ import annotations

from rjieba import has_word

from kgnews.annotate.base.document import Passage
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression

_DOUBLED = frozenset("村镇乡县")
_HAN = expression(r"[\u4e00-\u9fff]+")
_FARTHEST = 8  # characters between the place and what was read: 扫黑除恶, 科技和
_UNIT = expression(r"(?:[我全本各]?[省市县区州盟旗镇乡])")
_CLAUSE = "，。；：、“”（）！？ \n》"
_MINISTRY = ("部", "委", "委员会", "局", "署", "厅", "司")
_GUESSED = ("m", "q", "t", "f", "zg", "v", "nr", "nrt")
_INNER_TAGS = ("n", "vn", "a", "an", "b", "j", "nz", "l", "i", "z", "v", "m", "ng", "ag")
_SHOWN = expression(r"[上下左右]?图为|(?:大会|会议|活动|仪式|[晚午酒]宴|宴会|论坛|比赛|讲座|典礼|培训|节目)由")
_WILL = tuple("将拟还们并也曾")
_DIGITS = tuple("一二三四五六七八九十")
_NUMBERED = "第一二三四五六七八九十"
_BUREAU = expression(r"[铁建交冶水核][一二三四五六七八九十]{1,3}[局处冶]")
_EDITION = expression(r"[一二三四五六七八九十]{1,3}届")
_TOWN = expression(r"[\u4e00-\u9fff](?:街道|镇|乡)(?!镇)")
_NEVER = frozenset("的了在于由对被把将与和及从向为以是有等至到")


def anchored(bodies: Bodies, passage: Passage, start: int, end: int, floor: int) -> int:
    """The start of the body ``[start, end)`` with the place and the few words before it that belong to its name.

    Nothing changes where the body begins with a place or is a known one, or where another word than a noun stands between.
    """
    norm = passage.norm
    doubled = norm[start] in _DOUBLED and norm[start + 1 : start + 2] == norm[start] and start > floor
    start -= 1 if doubled and _HAN.match(norm[start - 1]) else 0  # 余|村村党支部, 壶|镇镇联丰村
    start -= 1 if _cut_town(passage, start, floor) else 0
    text = norm[start:end]
    if not _open(bodies, text):
        return start
    index, left = passage.word_at.get(start, 0), start
    while index > 0 and start - left <= _FARTHEST:
        index -= 1
        at = passage.starts[index]
        word = norm[at:left]
        if at < floor or not _HAN.fullmatch(word):
            return start
        if len(word) == 2 and word[0] in "由对" and _UNIT.fullmatch(word[1]):
            return at + 1  # 由县|扫黑除恶领导小组
        if _anchor(bodies, passage, index, word):
            near = left < start or doubled or _UNIT.fullmatch(word)
            return _leftmost(bodies, passage, index, floor) if near else start
        joined = norm[left] in "和与" and left < start
        if word in ("镇", "乡", "街道") and left < start and _township(passage, index, floor):
            return passage.starts[index - 1]  # 芳华|镇|戚家|山村村委会
        if not _inner(bodies, passage, index, word, text) or (bodies.suffix_of(word) and not joined):
            return start
        left = at
    return start


def front_mended(norm: str, start: int, end: int, floor: int) -> int:
    """The start without words that show or tell of the body (图为市书法家协会), and with the whole of its number (县十|八届)."""
    shown = _SHOWN.match(norm, start, end)
    if shown and end - shown.end() > 2:
        return shown.end()
    if norm[start - 1 : start] == "中" and _BUREAU.match(norm, start, end):
        return start - 1  # 中|铁十八局集团
    while start < end and norm[start] in "—-":
        start += 1
    if norm.startswith("联合", start) and norm[start - 1 : start] in _WILL and end - start > 6:
        return start + 2
    if norm[start - 1 : start] in _DIGITS and _EDITION.match(norm, start, end):
        while start > floor and norm[start - 1] in _NUMBERED:
            start -= 1
        if start > floor and norm[start - 1] in "省市县区州旗":
            start -= 1
    return start


def _cut_town(passage: Passage, start: int, floor: int) -> bool:
    """张|槎街道: a town's name of which the tagger left one character, and one unknown character before it."""
    if start <= floor or not _TOWN.match(passage.norm, start) or not _HAN.match(passage.norm[start - 1]):
        return False
    index = passage.word_at.get(start - 1)
    return index is not None and passage.ends[index] == start and passage.tags[index][:1] not in "pcudr"


def _township(passage: Passage, index: int, floor: int) -> bool:
    """Whether a noun or a name stands before 镇 or 乡."""
    if index == 0 or passage.starts[index - 1] < floor:
        return False
    return passage.tags[index - 1] in ("n", "ns", "nz", "nr", "nrt") and 1 < passage.starts[index] - passage.starts[index - 1] < 4


def _open(bodies: Bodies, text: str) -> bool:
    suffix = bodies.suffix_of(text)
    return bool(suffix) and len(text) > len(suffix) and text not in bodies.known and not bodies.place_prefix(text)


def _anchor(bodies: Bodies, passage: Passage, index: int, word: str) -> bool:
    """Whether names of bodies begin with the word: a place, or 市, 县 at the beginning of a clause."""
    if len(word) > 1 and bodies.is_place(word):
        return True
    at = passage.starts[index]
    return bool(_UNIT.fullmatch(word)) and (at == 0 or passage.norm[at - 1] in _CLAUSE)


def _inner(bodies: Bodies, passage: Passage, index: int, word: str, text: str) -> bool:
    if word in ("和", "与") and text.endswith(_MINISTRY):
        return True
    if word in ("女", "老", "新"):
        return True
    if passage.tags[index] in _GUESSED and len(word) > 1 and (passage.tags[index] == "q" or not has_word(word)):
        return True  # 芳华镇|戚家|山村村委会, 苏州|中来|光伏新材股份有限公司
    if word in _NEVER or word in bodies.stops or (word in bodies.acting and word not in bodies.inner):
        return False
    return passage.tags[index] in _INNER_TAGS


def _leftmost(bodies: Bodies, passage: Passage, index: int, floor: int) -> int:
    """Over the larger places before the place: 河北省|石家庄市."""
    while index > 0 and passage.starts[index - 1] >= floor:
        word = passage.norm[passage.starts[index - 1] : passage.ends[index - 1]]
        if len(word) < 2 or not bodies.is_place(word):
            break
        index -= 1
    return passage.starts[index]
