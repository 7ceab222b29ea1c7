"""What the tagger says of names: words it takes for one, words its dictionary lacks."""

from __future__ import annotations

from bisect import bisect_right
from typing import Protocol

from rjieba import has_word

from kgnews.annotate.base.document import Passage
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.model import HAN, NOT_LAST, Names


class NameFinder(Protocol):
    """A finder's passage, its normalised text and the name model."""

    passage: Passage
    names: Names
    norm: str
    abroad: float
    bodies: Bodies
    known: dict[str, int]
    title_starts: set[int]


def tagged_end(finder: NameFinder, at: int, stop: int) -> int:
    """The end of the words from ``at`` on that the tagger takes for names (东布罗夫斯基|斯)."""
    passage, end = finder.passage, at
    while end < stop and end - at < 8:
        index = passage.word_at.get(end)
        if index is None or passage.tags[index][:2] != "nr" or passage.ends[index] > stop:
            break
        end = passage.ends[index]
    if end - at > 2 and finder.norm[end - 1] in "说称":
        end -= 1  # 田朋说: an unknown name and its verb as one word
    if any(finder.norm[place : place + 2] in finder.names.words for place in range(at, end - 1)):
        return at  # 应邀出席
    while end - at > 2 and finder.norm[end - 1] in "任为兼说是称接曾已将在与和等率" and not has_word(finder.norm[at:end]):
        end -= 1  # 甘茨任副总理
    if end - at == 4 and finder.names.surname_at(finder.norm, at) == 1:
        return at  # 樊富珉任: a name and the word behind it
    if end - at > 4 and finder.names.surnames.get(finder.norm[at], 0.0) >= 0.1 and finder.abroad <= 0:
        return at  # 何兵|受莫焕晶: two names and what stands between
    fine = 2 <= end - at <= 9 and finder.norm[at:end] not in finder.names.words and finder.names.behind(finder.norm, end) > 0
    return end if fine else at


def odd(finder: NameFinder, at: int, end: int) -> bool:
    """Whether the tagger sees no ordinary word in ``[at, end)``."""
    passage = finder.passage
    while at < end:
        index = passage.word_at.get(at)
        if index is None:
            return False
        tag = passage.tags[index]
        word = finder.norm[at : passage.ends[index]]
        if len(word) > 1 and tag[:2] not in ("nr", "nz", "x") and (len(word) < 3 or has_word(word)):
            return False
        at = passage.ends[index]
    return at == end


def goes_on(finder: NameFinder, at: int, end: int, stop: int) -> int:
    """The end of an unknown word that the tagger takes for part of a name, where ``end`` cuts it (沙玛加|甲讲话), else ``end``."""
    passage = finder.passage
    if end in passage.word_at:
        return end
    index = bisect_right(passage.starts, end) - 1
    start, last = passage.starts[index], passage.ends[index]
    word = finder.norm[start:last]
    if passage.tags[index][:2] != "nr" or not at < start < end or not last - at <= 5 or last > stop or has_word(word):
        return end
    if (
        word[-1] in NOT_LAST
        or word[-1] in "说称任为兼接是于的了在与和及将已也还曾"
        or finder.names.behind(finder.norm, last) < 0.5
    ):
        return end
    return last


def unknown_end(finder: NameFinder, at: int, stop: int) -> int:
    """Two to five characters without an ordinary word among them, up to something that follows names (泽仁桑珠)."""
    norm, names = finder.norm, finder.names
    for end in range(at + 2, min(stop, at + 6) + 1):
        if not HAN.match(norm[end - 1]) or not HAN.match(norm[at]) or norm[end - 2 : end] in names.words:
            return at
        if (
            norm[end - 1] in "的了在和与等说是及对将年月日第一不人会个有上下中为任以从向被让由已曾"
            or norm[at] in "到的了在和与等说是及对将年月日第一不人会个有上下中被待受访令使遭也都就还已曾将仍再又均亦便须应可能致"
        ):
            return at
        sure = end >= len(norm) or not HAN.match(norm[end]) or names.behind(norm, end) >= 1.8
        if names.crossing(norm, end) < -2.0:
            return at
        if end - at == 2 and finder.abroad > 0 and _lone(finder, at, end):
            return end
        sure = sure or (finder.abroad > 0 and names.behind(norm, end) >= 1.0)
        sure = sure or (_unknown(finder, at, end) and names.behind(norm, end) >= 1.0)
        if sure and end - at == 4 and finder.abroad <= 0 and names.surname_at(norm, at) == 1:
            return at  # 张文君刚
        if sure and end - at >= 2 and (odd(finder, at, end) or (finder.abroad > 0 and end - at >= 3 and not _acts(finder, at))):
            return end
    return at


def _unknown(finder: NameFinder, at: int, end: int) -> bool:
    """Whether the tagger sees one word there of which it knows nothing (秘书长訚柏|与)."""
    index = finder.passage.word_at.get(at)
    return index is not None and finder.passage.ends[index] == end and finder.passage.tags[index] == "x"


def _acts(finder: NameFinder, at: int) -> bool:
    """Whether an ordinary verb begins there (操控复兴号)."""
    index = finder.passage.word_at.get(at)
    if index is None:
        return False
    word = finder.norm[at : finder.passage.ends[index]]
    return len(word) > 1 and finder.passage.tags[index][:1] in "vd" and has_word(word)


def _lone(finder: NameFinder, at: int, end: int) -> bool:
    """敏载会见了, 廷觉说: two characters that are no word, between a title abroad and what follows names."""
    index, word = finder.passage.word_at.get(at), finder.norm[at:end]
    whole = index is not None and (finder.passage.ends[index] == end or finder.passage.ends[index] == at + 1)
    plain = whole and end in finder.passage.word_at and not has_word(word) and word not in finder.names.words
    follows = finder.names.behind(finder.norm, end) >= (0.5 if finder.norm[end : end + 1] in ("对", "向", "同", "率") else 1.2)
    return plain and follows and not finder.bodies.suffix_of(word)
