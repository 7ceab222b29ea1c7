"""The last characters of a name: the verb's first one taken off it, and the rest of a strange name that was cut added to it."""

from __future__ import annotations

from bisect import bisect_right

from rjieba import has_word

from kgnews.annotate.names.model import HAN
from kgnews.annotate.names.tagged import NameFinder
from kgnews.expressions import expression

_REGNAL = expression(r"[一二三四五六七八九十]{1,2}世(?![纪界代家])")
_ADDRESS = ("女士", "先生", "总", "老师")
# 巡视员刘长于在会上说: of 于 and another preposition the first is the name's.
_AFTER_YU = expression(r"于(?=在|向|对|说|称|表示|介绍|指出|认为|强调|告诉)")
_LONGEST_TAIL = 3
_NO_TAIL = frozenset("时以作发除称名付受现任会的了在与和及等说是为对将并从到被把让向同又也还都曾已便则即就只所之其此")


def trimmed(finder: NameFinder, at: int, end: int) -> int:
    """The end of the name ``[at, end)`` without the character that belongs to what follows."""
    norm, size = finder.norm, end - at
    if size == 3 and norm[end - 1] == norm[at] and norm.startswith(_ADDRESS, end):
        return end - 1  # 孙晶孙女士
    if size == 3 and norm[end - 1] == "任" and _body_begins(finder, end):
        return end - 1  # 周明任外交部部长助理
    if size == 3 and norm[end - 1] == "荣" and norm[end : end + 1] in ("获", "立", "膺", "登"):
        return end - 1  # 法官周明|荣立二等功
    if size > 2 and norm[end - 1] == "时" and finder.names.behind(norm, end) >= 1.5:
        return end - 1  # 会见总理孔特时强调
    if size > 2 and norm[end - 1] == "定" and norm[end : end + 1] == "于":
        return end - 1  # 外务大臣河野太郎定于14日
    return end


def _body_begins(finder: NameFinder, at: int) -> bool:
    ahead = finder.norm[at : at + 12]
    known = finder.bodies.known
    return finder.bodies.place_prefix(ahead) > 1 or any(ahead[:size] in known for size in range(3, len(ahead) + 1))


def tail_end(finder: NameFinder, at: int, end: int, stop: int) -> int:
    """The end of the name with the tail that was cut off it (阿勒坦|呼亚格, 安倍|晋三); ``at`` where what follows follows no name."""
    norm = finder.norm
    if (regnal := _REGNAL.match(norm, end, stop)) is not None:
        return regnal.end()  # 国王穆罕默德六世
    if end - at == 2 and _AFTER_YU.match(norm, end):
        return end + 1
    local = finder.abroad <= 0 and finder.names.surnames.get(norm[at], 0.0) >= 0.03
    if local:
        return end
    if (place := _place_in_name(finder, end, stop)) > end:
        return place
    if _last_one(finder, at, end, stop):
        return end + 1
    if not _strange(finder, end, stop):
        return end
    for last in range(end + 1, min(stop, end + _LONGEST_TAIL) + 1):
        if not _of_name(finder, last - 1):
            break
        if (finder.names.behind(norm, last) >= 1.2 or last in finder.title_starts) and finder.names.crossing(norm, last) >= 0:
            return last
    return at if _tagged(finder, end) else end


def with_surname(finder: NameFinder, start: int, end: int) -> int:
    """Where the name begins that ends at ``end``, over the surname that would stand alone behind a body (法学院|尤|陈俊副教授)."""
    norm = finder.norm
    if end - start != 2 or start < 4 or norm[start - 1] not in finder.names.surnames or norm[start - 1] in "和与及由":
        return start
    behind = finder.bodies.suffix_of(norm[max(0, start - 7) : start - 1]) in finder.bodies.safe
    whole = finder.bodies.suffix_of(norm[max(0, start - 7) : start])
    return start - 1 if behind and finder.bodies.suffix_of(norm[max(0, start - 7) : start - 1]) and not whole else start


def _place_in_name(finder: NameFinder, end: int, stop: int) -> int:
    """拉扎菲马|海法、: the end of a name that the tagger takes for a place, where what follows names stands behind it; else ``end``."""
    passage, names = finder.passage, finder.names
    index = passage.word_at.get(end)
    if index is None or passage.tags[index] != "ns" or passage.ends[index] - end != 2 or passage.ends[index] > stop:
        return end
    last, word = passage.ends[index], finder.norm[end : passage.ends[index]]
    fine = word not in finder.bodies.countries and word[1] in names.foreign and names.behind(finder.norm, last) >= 1.2
    return last if fine else end


def _of_name(finder: NameFinder, at: int) -> bool:
    one = finder.norm[at]
    return HAN.match(one) is not None and one not in _NO_TAIL and (one in finder.names.foreign or _tagged(finder, at))


def _last_one(finder: NameFinder, at: int, end: int, stop: int) -> bool:
    """阿拉腾巴|根、: one character, which goes with no other word, between a strange name and a mark."""
    norm, names = finder.norm, finder.names
    strange = end - at > 2 and sum(one in names.foreign for one in norm[at:end]) >= end - at - 1
    lone = end + 1 < stop and HAN.match(norm[end]) is not None and norm[end + 1] in "、，。；："
    return strange and lone and norm[end] not in _NO_TAIL and names.behind(norm, end) <= 0 and names.crossing(norm, end) >= 0


def _tagged(finder: NameFinder, at: int) -> bool:
    """Whether the tagger sees an unknown word there that it takes for a name, not one that a surname begins."""
    passage = finder.passage
    index = bisect_right(passage.starts, at) - 1
    start, last = passage.starts[index], passage.ends[index]
    if passage.tags[index][:2] != "nr" or last - start < 2 or has_word(finder.norm[start:last]):
        return False
    return start < at or finder.names.surnames.get(finder.norm[at], 0.0) < 0.03


def _strange(finder: NameFinder, end: int, stop: int) -> bool:
    """Whether a character follows that goes on with a strange name, and begins neither an ordinary word nor what follows names."""
    norm, passage, names = finder.norm, finder.passage, finder.names
    if end >= stop or end in finder.title_starts or not _of_name(finder, end) or names.behind(norm, end) >= 0.9:
        return False
    if _tagged(finder, end):
        return True
    index = passage.word_at.get(end)
    word = norm[end : passage.ends[index]] if index is not None else ""
    return names.behind(norm, end) < 0.4 and (len(word) < 2 or not has_word(word) or passage.tags[index or 0][:2] == "nr")
