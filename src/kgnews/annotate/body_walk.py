"""Where the name of a body begins: from its end leftwards over words that can stand inside such a name."""

from __future__ import annotations

import re
from bisect import bisect_right

from rjieba import has_word

from kgnews.annotate.bodies import Bodies
from kgnews.annotate.company_names import only_form, with_brand
from kgnews.annotate.document import Passage
from kgnews.annotate.tables import word_set

_NOUNS = word_set("n ns nt nz nr nrt nrfg j b vn an ng eng l i s g nw h vi mq zg vg tg ag")
_VERBS = frozenset({"v", "vd", "ud", "uv", "uz", "ul"})
_NUMBER = re.compile(r"第?[一二三四五六七八九十百零〇○\d]+(?:届|期)?$")
_COUNTED = frozenset("名位个家万亿余多年月日时岁人条项次组批")
_INSIDE = frozenset("东南西北中东部西部南部北部中部华东南方北方东方西南西北东北东南内外高新大老小全市际环省级")
_MARKS = frozenset("·・&—-.'")
_PAIRS = {"”": "“", "）": "（", "》": "《", "〉": "〈", ")": "("}
_DEMONSTRATIVE = re.compile(r"(?:我|本|该|贵|此)[校院系所部局厅处会司行厂村镇乡县市省区国报台社公]?")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_OWN = "校院系所部局厅处会司行厂村镇乡县市省区国报台社团队公刊网馆店"
_AND = ("和", "与", "及", "暨")
# Words that stand before the place or body that a longer name begins with.
_AHEAD = word_set(
    "武警 海军 空军 陆军 国网 共青团 中共 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟 驻 全国 国家 世界 国际 海外 旅"
    " 前 原 南方 华东 东部 西部 新 大 老 华侨 华人 华人华侨 华商 侨胞 侨界"
)
_REGIONS = word_set("西部 东部 南部 北部 南方 北方 东方 西方 华东 华南 华北 华中")
_COMPANIES = word_set("地产 证券 期货 保险 控股 置业 集团 顾问 传媒 科技 新能源 能源 汽车")
_TOLD = re.compile(r"曾任|历任|现任|担任|出任|时任|当选|先后任|任命|新任")
_NOT_FRONT = word_set(
    "现任 原任 前任 时任 新任 首任 历任 上任 其中 同时 期间 会后 会前 会上 会议 活动 仪式 现场 代表 主持人 随后 嘉宾 来源 记者 作者 主讲人"
)
_NEVER_INSIDE = word_set(
    "部分 主要 有关 相关 著名 知名 优秀 杰出 资深 多位 多个 各位 全体 所有 每位 部门 包括 其中 来自 首次 本次 此次 方面 各地 各方 双方 我方"
)
_GROUPS = frozenset("协学联总商工团站会组委")


def body_start(bodies: Bodies, passage: Passage, end: int, floor: int, *, brand: bool = False) -> int:
    """Where the body that ends at ``end`` begins, not before ``floor``; ``end`` where there is none.

    ``brand``: before a title of companies, whose names may be any words (三只松鼠): those of a clause's beginning are taken.
    """
    norm, start, firm, soft, joined = passage.norm, end, -1, 0, False
    index = bisect_right(passage.starts, end - 1) - 1
    while index >= 0 and start > floor:
        left = max(passage.starts[index], floor)
        if left >= start:
            index -= 1
            continue
        word = norm[left:start]
        step = _step(bodies, passage, index, word, (left, start, end), floor)
        if _begun(bodies, passage, index, word, start, end):
            break
        if step < 0 and start < end and word == "、" and joined and _listed(passage, bodies, index):
            step = left  # 内政、移民和内部安全委员会
        joined = joined or (step >= 0 and word in _AND)
        limit = 4 if brand else 2
        if step < 0 and (start < end or brand) and soft < limit and _soft(bodies, passage.tags[index], word):
            firm, step, soft = (start if firm < 0 else firm), left, soft + 1
        if step < 0:
            break
        start = step
        if start < left:
            index = bisect_right(passage.starts, start) - 1
            if passage.starts[index] >= start:
                index -= 1
            continue
        if word in ("我", "本", "该", "贵") or (len(word) == 2 and word[0] in "我本该" and word[1] in _OWN):
            break
        index -= 1
    if firm >= 0 and not _good_start(bodies, passage, start, firm) and not (brand and _clause(bodies, passage, start, end)):
        start = firm
    elif firm >= 0 and brand and end - start < 13:
        return start
    start = with_brand(bodies, passage, _trim(bodies, passage, start, end), end, floor)
    return _widened(bodies, passage, start, end, floor) if start < end else start


def _widened(bodies: Bodies, passage: Passage, start: int, end: int, floor: int) -> int:
    """Over the ordinary words between the beginning of the clause and a name that begins with one (视听|传播系)."""
    norm, left = passage.norm, start
    first = passage.word_at.get(start)
    if (
        first is None
        or passage.tags[first] in ("ns", "nt")
        or bodies.place_prefix(norm[start:end])
        or norm[start] in "我本该贵校"
    ):
        return start
    bare = norm[start:end] in bodies.generic or norm[start:end] in bodies.suffixes
    for index in range(first - 1, max(-1, first - 4), -1):
        word, tag = norm[passage.starts[index] : passage.ends[index]], passage.tags[index]
        if passage.starts[index] < floor or not _HAN.fullmatch(word) or word in bodies.stops or word in bodies.acting:
            break
        unknown = len(word) > 1 and not has_word(word)
        if tag[:2] == "nr" or not (tag[:1] in "nabjsz" or tag == "vn" or unknown or (tag == "v" and len(word) > 1 and not bare)):
            break
        if word in _NOT_FRONT or len(word) < 2:
            break
        left = passage.starts[index]
    clause = left <= floor or norm[left - 1] in "，。、；：“”（）！？ \n》"
    return left if clause and start - left < 7 else start


def _clause(bodies: Bodies, passage: Passage, start: int, end: int) -> bool:
    """Whether ``start`` is where a clause, or what follows a verb or preposition, begins."""
    if start == 0 or passage.norm[start - 1] in "，。；：、“”（）！？ \n》":
        return end - start < 13
    index = bisect_right(passage.starts, start - 1) - 1
    word = passage.norm[passage.starts[index] : start]
    return end - start < 11 and (word in bodies.acting or passage.tags[index][:1] in "pu" or word in bodies.stops)


def _begun(bodies: Bodies, passage: Passage, index: int, word: str, start: int, end: int) -> bool:
    """Whether the name begins at ``start``, with a known body or a place, and the word before it is not of the name."""
    if start >= end or index + 1 >= len(passage.tags) or passage.starts[index + 1] != start:
        return False
    first = passage.norm[start : passage.ends[index + 1]]
    named = passage.tags[index + 1] == "nt" and (len(first) > 5 or bodies.suffix_of(first) in bodies.safe)
    if len(first) < 2 or first in bodies.suffixes or word in "省市县区州旗镇乡村校院":
        return False
    if only_form(passage.norm[passage.ends[index + 1] : end]):
        return False
    if (
        not named
        and first not in bodies.known
        and first not in bodies.countries
        and not (passage.tags[index + 1] == "ns" and first in bodies.places)
    ):
        return False
    if _inside(bodies, passage, index):
        return False
    if passage.norm.startswith(("重点实验室", "工程研究中心", "工程技术研究中心"), passage.ends[index + 1]):
        return False
    tag = passage.tags[index]
    if (
        tag in ("ns", "nt", "nz", "j", "eng", "nrt")
        or word in _AHEAD
        or word in _AND
        or word in bodies.brands
        or bodies.is_place(word)
    ):
        return False
    return bodies.suffix_of(word) not in bodies.safe and not (tag == "x" and word in _MARKS)


def _inside(bodies: Bodies, passage: Passage, index: int) -> bool:
    """西安交通大学|人文|社会科学院: what looks like a body of its own goes on the name of one before it."""
    for place in range(index, max(-1, index - 3), -1):
        word, tag = passage.norm[passage.starts[place] : passage.ends[place]], passage.tags[place]
        if bodies.suffix_of(word) in bodies.safe or word in _COMPANIES:
            return len(word) > 1 and word not in bodies.generic
        if tag[:1] not in "nbajv" or word in bodies.stops or word in bodies.acting or tag[:2] == "nr":
            return False
    return False


def _listed(passage: Passage, bodies: Bodies, index: int) -> bool:
    """Whether the word before the mark 、 is a field of work like those behind it."""
    if index == 0:
        return False
    word = passage.norm[passage.starts[index - 1] : passage.ends[index - 1]]
    fine = (
        passage.tags[index - 1] in ("n", "vn", "v", "j", "nz", "an", "a", "ad", "b")
        and 2 <= len(word) <= 4
        and word not in bodies.acting
    )
    return fine and word not in bodies.stops and not bodies.suffix_of(word)


def _soft(bodies: Bodies, tag: str, word: str) -> bool:
    """A word that stands in few names of bodies (天津休闲农业协会): taken where the name then begins with a place or a clause."""
    return (
        word not in bodies.acting
        and word not in bodies.stops
        and tag in ("v", "d", "ad", "f", "m", "z", "vd", "y", "x")
        and ("一" <= word[0] <= "\u9fff")
        and word[0] not in "的了着过等们不也很"
    )


def _good_start(bodies: Bodies, passage: Passage, start: int, firm: int) -> bool:
    index = passage.word_at.get(start)
    if index is None:
        return False
    word = passage.norm[start : passage.ends[index]]
    if passage.ends[index] <= firm and (
        bodies.is_place(word)
        or word in bodies.known
        or passage.tags[index] == "nt"
        or word in ("中国", "全国", "中共", "国家", "中华", "国际", "世界")
    ):
        return True
    before = passage.norm[start - 1 : start]
    return passage.tags[index][:1] in ("n", "j") and before in (
        "",
        "，",
        "。",
        "、",
        "；",
        "：",
        "\n",
        " ",
        "“",
        "！",
        "？",
        "）",
    )


def _step(bodies: Bodies, passage: Passage, index: int, word: str, span: tuple[int, int, int], floor: int) -> int:
    """The new start when the word may stand in the name, else -1."""
    left, start, end = span
    tag, norm = passage.tags[index], passage.norm
    if start == end and (word in bodies.suffixes or (word not in bodies.acting and bodies.suffix_of(word) in bodies.safe)):
        return left
    if tag == "v" and word not in bodies.acting and bodies.suffix_of(word):
        if start == end and len(word) > 2:
            return left  # 就业处: a body that the tagger guesses a verb
        if start < end and word == "办" and index and passage.tags[index - 1] in ("n", "vn", "j", "ns", "v"):
            return left  # 住房保障办|机关服务中心
    if (tag[:2] == "nr" and len(word) > 2 and word[-1] in "为任是") or word in ("方", "会见", "拜会", "会晤", "接见"):
        return -1
    if len(word) > 1 and bodies.is_place(word):
        return left
    if word in bodies.stops:
        inside = (
            start < end
            and tag[:1] not in "ftvm"
            and word not in _NEVER_INSIDE
            and (
                norm[start] in _GROUPS
                or norm[start : start + 2] in bodies.inner
                or (word not in ("代表", "领导")
                and norm[start : start + 2] in ("大学", "医院", "学校", "学院", "文化", "中心"))
            )
        )
        return left if inside else -1
    if tag == "x":
        return _mark(norm, word, left, start, end, floor)
    if tag == "c" and word not in _AND:
        return -1
    if word in _AND:
        return _conjunction(bodies, passage, index, left, start)
    if word in bodies.acting and word not in bodies.inner and word not in bodies.brands and tag != "nt":
        return -1
    if (
        word[-1] in "者方员商"
        and len(word) > 1
        and word not in ("消费者", "民商", "工商", "通商")
        and tag in ("n", "l", "i")
        and (start >= end or norm[start] not in "协学联总商工团站会俱局事委与和")
    ):
        return -1
    if tag in _NOUNS or word in bodies.inner:
        return left
    if word in ("现代", "当代", "近代", "未来", "古代"):
        return left
    if tag in ("m", "q", "t"):
        fine = _NUMBER.match(word) and start < end and (word[0] == "第" or norm[start] not in _COUNTED)
        return left if fine or word in ("届", "期", "类") else -1
    if tag in ("f", "d", "nrfg"):
        return left if word == "最高" or (tag == "f" and _INSIDE.issuperset(word)) or word in _INSIDE else -1
    if tag[:1] == "a":
        return left
    if tag[:1] == "r":
        return left if word in ("我", "本", "该", "贵", "全") or _DEMONSTRATIVE.fullmatch(word) else -1
    if (
        tag in ("v", "zg", "d", "a")
        and len(word) > 1
        and word not in bodies.acting
        and not has_word(word)
        and _HAN.fullmatch(word)
    ):
        return left  # an unknown name that the tagger guesses a verb
    if tag in _VERBS:
        return left if len(word) == 2 and start < end and norm[left : start + 2] in bodies.suffixes else -1
    return -1


def _mark(norm: str, word: str, left: int, start: int, end: int, floor: int) -> int:
    if word == "—" and "——" in norm[left - 1 : left + 2]:
        return -1
    if word in _MARKS and left > floor and (word not in "." or (norm[left - 1].isascii() and norm[left - 1].isalpha())):
        return left
    opening = _PAIRS.get(word)
    if opening and start <= end:
        at = norm.rfind(opening, max(floor, left - 16), left)
        inside = norm[at + 1 : left]
        bracket = opening in "（("
        if at >= 0 and not any(mark in inside for mark in "，。；：、" if bracket or mark in "，。；"):
            return at if not bracket or (start < end and len(inside) < 9 and "一" <= norm[at - 1 : at] <= "\u9fff") else -1
    return -1


def _conjunction(bodies: Bodies, passage: Passage, index: int, left: int, start: int) -> int:
    """和, 与 inside one name (文化和旅游局) and not between two (科技部和教育部)."""
    if index == 0 or index + 1 >= len(passage.tags):
        return -1
    before = passage.norm[passage.starts[index - 1] : passage.ends[index - 1]]
    tag_before, tag_after = passage.tags[index - 1], passage.tags[index + 1]
    after = passage.norm[passage.starts[index + 1] : passage.ends[index + 1]]
    if _regions(passage, index) or _two_fields(bodies, passage, index):
        return left
    if tag_after in ("ns", "nt", "nr", "nz", "nrt") or before in bodies.stops or bodies.is_place(before):
        return -1
    if (bodies.suffix_of(before) in bodies.safe and before not in bodies.inner) or after in bodies.generic:
        return -1
    return (
        left
        if (tag_before in ("n", "vn", "v", "j", "b", "an", "l", "nz", "a", "nt", "ns") and len(before) > 1) or len(before) == 1
        else -1
    )


def _two_fields(bodies: Bodies, passage: Passage, index: int) -> bool:
    """同济大学|政治|与|国际关系学院: two fields of work of one body of a larger one."""
    word, after = (passage.norm[passage.starts[place] : passage.ends[place]] for place in (index - 1, index + 1))
    plain = passage.tags[index - 1][:1] in "nbajv" and passage.tags[index - 1][:2] != "nr" and word not in bodies.stops
    if not plain or len(word) < 2 or bodies.suffix_of(word) or bodies.place_prefix(after) or after in bodies.generic:
        return False
    start = passage.starts[index - 1]
    front = passage.norm[max(0, start - 6) : start].removesuffix("国家")
    national = any(front[-size:] in bodies.countries for size in range(2, len(front) + 1))  # 巴西国家地理与统计局
    return word not in bodies.acting and (national or _inside(bodies, passage, index - 1))


def _regions(passage: Passage, index: int) -> bool:
    """中东与非洲研究中心: two regions that one body studies."""
    if index + 2 >= len(passage.tags) or passage.tags[index - 1] != "ns" or passage.tags[index + 1] != "ns":
        return False
    third = passage.starts[index + 2]
    return passage.norm[third : third + 2] in ("研究", "问题", "关系", "事务", "合作", "友好")


def _after_preposition(bodies: Bodies, norm: str, start: int, end: int) -> int:
    """据, 由 … at the front, and 张三向红河大学: a preposition before the place or known body that the name begins with."""
    if norm[start] in "据由" and end - start > 3:
        return start + 1
    for at in range(start, min(start + 6, end - 2)):
        if norm[at] in "经让向" and (at == start or norm[at] == "向"):
            rest = norm[at + 1 : end]
            if bodies.place_prefix(rest) or any(rest[:size] in bodies.known for size in range(3, min(len(rest), 12) + 1)):
                return at + 1
    return start


def _trim(bodies: Bodies, passage: Passage, start: int, end: int) -> int:
    """Drop words at the front with which no body begins."""
    norm, tags = passage.norm, passage.tags
    told = _TOLD.match(norm, start, end)
    if told and told.end() < end:
        start = told.end()
    start = _after_preposition(bodies, norm, start, end)
    while start < end:
        index = passage.word_at.get(start)
        if index is None:
            break
        word, tag = norm[start : passage.ends[index]], tags[index]
        front = word in "和与及暨·—-&.、" or (
            (tag in ("v", "d", "f", "q", "c", "k") or (tag == "vg" and len(word) == 1)) and passage.ends[index] < end
        )
        rest = norm[passage.ends[index] : end]
        if (
            word == "新"
            and len(rest) > 4
            and rest not in bodies.known
            and rest not in bodies.generic
            and not bodies.place_prefix(rest)
        ):
            break  # 新中华儿女学会
        front = (
            front
            and not (
                (tag == "v" and len(word) > 2) or (tag == "f" and (word in _REGIONS or bodies.place_prefix(norm[start:end])))
            )
        ) or (word in ("新一届", "本届", "上届", "新一", "新") and passage.ends[index] < end)
        front = front or (word in ("年度", "目的") and passage.ends[index] < end)
        front = front or word in ("级", "届", "部", "等", "原", "前", "现", "多", "各", "老", "与", "年", "家", "名", "位")
        if (
            bodies.is_place(word)
            or (tag == "v" and word in bodies.inner)
            or (len(word) > 1 and passage.ends[index] < end and not has_word(word) and _HAN.fullmatch(word))
        ):
            front = False
        if tag[:1] == "v" and passage.ends[index] >= end and bodies.suffix_of(word) not in bodies.safe:
            return end
        if not front:
            break
        start = passage.ends[index]
    return start
