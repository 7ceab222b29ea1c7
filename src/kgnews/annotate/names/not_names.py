"""What is no name although it begins with a surname: words, and verbs and prepositions that are surnames too (应询, 向大家)."""

from __future__ import annotations

from bisect import bisect_right

from rjieba import has_word

from kgnews.annotate.names.model import HAN, Names
from kgnews.annotate.names.tagged import NameFinder
from kgnews.expressions import expression

# Surnames that are rather verbs, prepositions, adverbs or measure words where a word of the dictionary goes on with them.
_FUNCTION = frozenset(
    "应曾受包但余位向到时于从由国官师员全都同并相别经过可又均便才而且自该各其本要能会还再则即仅只更太后前任连成"
)
_SURNAMES = frozenset("曾包余任连成")  # of these some are frequent surnames
_THING_ENDS = frozenset("姓团队网舰厅馆部室")
_YANGTZE = expression(
    r"长江(?:[一二三四]桥|大桥|流域|经济|三角|航道|[中上下]游|干流|沿[线岸]|隧道|[口中]|委|海事|日报|学者|证券|商学院)"
)
_RANK = expression(r"副?教授|研究员|老师|博士|院士|同志|先生|女士|讲师")
_HELD_BY = expression(r"由[^，。；：由]{2,90}?(?:担任|出任|兼任|接任)")
_COUNTED = expression(r"[\d一二三四五六七八九十百千万多几]$")
_MEASURES = frozenset("余位多名")
_ADDRESS = ("律师", "医生", "医师", "老师", "同学", "师傅", "老板", "阿姨", "奶奶", "爷爷", "大爷", "大妈", "先生", "女士")
_THINGS = expression(r"[vdcpmrti]|n$|ns|l$")


def no_name(finder: NameFinder, at: int, end: int) -> bool:
    """Whether the words at ``at`` are ordinary ones, not the name ``[at, end)``."""
    passage, norm, names = finder.passage, finder.norm, finder.names
    if norm[at:end] in names.never or (end - at > 2 and norm[end - 1] in _THING_ENDS):
        return True
    if end - at > 2 and norm.startswith(_ADDRESS, at + 1, end):
        return True  # 侯律师 names nobody
    if norm[at:end] == "陆军" and norm.startswith(("司令", "政委", "政治委员", "参谋长", "副司令", "副政"), end):
        return True  # 程某、陆军司令员甲
    if norm[at] == "为":
        return True  # 团长为哲学院院长甲
    if norm[at] == "由" and _HELD_BY.match(norm, at):
        return True  # 副主任由王某某担任
    if norm[at] in _MEASURES and _COUNTED.search(norm, max(0, at - 1), at):
        return True  # 50余位教职工
    if norm[at] in "向同与" and (norm[at + 1 : end] in names.transliterated or norm[at + 1 : end] in finder.known):
        return True  # 向普京总统
    if norm[at] == "向" and end - at == 2 and end in finder.title_starts and finder.names.surname_at(norm, at + 1):
        told = any(title.end == at for title in passage.titles) or any(
            m.end == at for m in passage.mentions if m.label == "Person"
        )
        return told and norm[at:end] not in finder.known  # 甲博士向韩院长介绍
    if norm[at] in "向同与对" and names_next(finder, at, end):
        return True  # 甲副校长向崔光莲书记
    if norm[at] in "向同与对" and norm[end - 1] in "方国":
        return True  # 向加方表示
    if norm[at] in "向同对由" and finder.bodies.place_prefix(norm[at + 1 : at + 12]) >= end - at - 1:
        return True  # 向红河大学赠书
    if norm[at] == "江" and _YANGTZE.match(norm, at - 1):
        return True  # 万州长江二桥
    index = passage.word_at.get(at)
    if index is None:
        return _across(finder, at, end)
    stop, tag = passage.ends[index], passage.tags[index]
    word = norm[at:stop]
    if norm[stop : stop + 1] == "·" and stop < end and tag[:2] == "nr":
        return False  # 萨尔瓦多·巴尔德斯: a first name that is a country too
    if word in names.never and (
        stop >= end or (tag[:2] == "nr" and not _goes_on(names, norm[at:end]) and end not in finder.title_starts)
    ):
        return True
    if word in names.seldom and stop < end and "·" not in norm[at:end] and not _goes_on(names, norm[at:end]):
        return True  # 文明|观
    if tag[:2] == "nr":
        return len(word) == 4 and end == stop and _phrase(finder, word)
    if stop == end and tag[:1] == "v" and len(word) == 2 and has_word(word) and word not in names.seldom:
        return True  # 特聘, 施压
    if len(word) > 1 and word in finder.bodies.acting:
        return True
    if norm[at] in _FUNCTION and not _alone(norm, at, end):
        return _after_function(finder, index)
    return len(word) > 2 and stop > end and bool(_THINGS.match(tag)) and has_word(word)


def names_next(finder: NameFinder, at: int, end: int) -> bool:
    """Whether a name with a title begins right behind the preposition at ``at``."""
    if end - at < 3 or not finder.names.surname_at(finder.norm, at + 1):
        return False
    if end - at > 3:
        return finder.norm[at] != "向"
    ahead = HAN.match(finder.norm[at - 1 : at] or "，") is not None  # 院长|向明华教授, but 、向明华教授
    return ahead and any(stop in finder.title_starts and not _RANK.match(finder.norm, stop) for stop in (end, end + 1))


def _goes_on(names: Names, name: str) -> bool:
    """Whether the two characters of a word are the beginning of a name of three (朱家|祥, 杨树|明; not 师生|党)."""
    likely = len(name) == 3 and names.surnames.get(name[0], 0.0) >= 0.1
    return likely and names.given.get(name[2], (0.0, 0.0, 0.0))[1] > 0.3


def _alone(norm: str, at: int, end: int) -> bool:
    """Whether marks stand on both sides (、曾恬静，)."""
    return (
        not HAN.match(norm[end : end + 1] or "，")
        and not HAN.match(norm[at - 1 : at] or "，")
        and norm[at - 1 : at] not in "，。"
    )


def _phrase(finder: NameFinder, word: str) -> bool:
    """Four characters that are two words (严肃查处), in spite of the tagger's dictionary."""
    names = finder.names
    surname = names.surname_at(word, 0)
    foreign = all(one in names.foreign for one in word)
    return surname == 1 and not foreign and word[:2] in names.words and word[2:] in names.words


def _across(finder: NameFinder, at: int, end: int) -> bool:
    """Whether the name would begin inside a word and go on behind it (主席国|印度)."""
    passage = finder.passage
    index = bisect_right(passage.starts, at) - 1
    start, stop = passage.starts[index], passage.ends[index]
    if (
        stop - start == 2
        and any(title.end == at for title in passage.titles)
        and passage.tags[index + 1 : index + 2] in (["nr"], ["nrfg"])
    ):
        return False  # 旗|长于|宝军: the title takes the first character of the word
    long = stop - start > 2 or finder.norm[at] in _FUNCTION  # 连任|中国
    return long and stop < end and passage.tags[index][:2] != "nr" and has_word(finder.norm[start:stop])


def _after_function(finder: NameFinder, index: int) -> bool:
    """Whether the word that begins with a surname that is a verb or the like is that verb."""
    passage, norm = finder.passage, finder.norm
    start, stop, tag = passage.starts[index], passage.ends[index], passage.tags[index]
    if stop - start > 1:
        return bool(_THINGS.match(tag)) and (has_word(norm[start:stop]) or (stop - start == 2 and tag[0] in "vdcpn"))
    if index + 1 >= len(passage.tags):
        return False
    following = norm[stop : passage.ends[index + 1]]
    if len(following) < 2 or passage.tags[index + 1][:2] == "nr" or following in finder.names.given_names:
        return False
    if (
        norm[start] == "曾"
        and passage.ends[index + 1] - start == 3
        and not HAN.match(norm[passage.ends[index + 1] :][:1] or "，")
    ):
        return False  # 厅长曾广林、: no verb follows
    placed = passage.tags[index + 1] in ("ns", "nt") and (has_word(following) or finder.bodies.is_place(following))
    ordinary = following in finder.names.words or following in finder.names.followers or placed
    return ordinary or (norm[start] not in _SURNAMES and has_word(following))
