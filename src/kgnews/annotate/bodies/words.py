"""Whether a word may stand inside the name of a body, read from right to left; what joins two halves of one name."""

from __future__ import annotations

from rjieba import has_word

from kgnews.annotate.base.document import Passage
from kgnews.annotate.base.tables import word_set
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression

_NOUNS = word_set("n ns nt nz nr nrt nrfg j b vn an ng eng l i s g nw h vi mq zg vg tg ag")
_VERBS = frozenset({"v", "vd", "ud", "uv", "uz", "ul"})
_NUMBER = expression(r"第?[一二三四五六七八九十百零〇○\d]+(?:届|期)?$")
_SECTION = expression(r"[一二三四五六七八九十]{1,3}[处局室科部庭队司厅]")
_NAMED_BEFORE = expression(r"(?:长|书记|主任|主席|总理|委员)[\u4e00-\u9fff]{2,3}$")
_OFFICE_OF = expression(r"(?:政策|综合|宣传|秘书|信息|督查|人事|业务|调研|法规)[\u4e00-\u9fff]{0,6}[处部科组司局室]$")
_FIELDS = expression(r"、[\u4e00-\u9fff]{2,4}[和与及]$")
_COUNTED = frozenset("名位个家万亿余多年月日时岁人条项次组批")
_INSIDE = frozenset("东南西北中东部西部南部北部中部华东南方北方东方西南西北东北东南内外高新大老小全市际环省级")
# A credit in brackets parts the dateline from what follows: 新华社北京电（记者张三）外交部副部长李四.
_CREDIT = expression(r"记者|通讯员|特派员|作者|摄|图")
_AGES = word_set("现代 当代 近代 未来 古代 老年 青年 中年 少年 世纪 民国 辛亥 明清 清代")
_PAIRS = {"”": "“", "）": "（", "》": "《", "〉": "〈", ")": "("}
_DEMONSTRATIVE = expression(r"(?:我|本|该|贵|此)[校院系所部局厅处会司行厂村镇乡县市省区国报台社公]?")
_COMPANIES = word_set("地产 证券 期货 保险 控股 置业 集团 顾问 传媒 科技 新能源 能源 汽车")
_NEVER_INSIDE = word_set(
    "部分 主要 有关 相关 著名 知名 优秀 杰出 资深 多位 多个 各位 全体 所有 每位 部门 包括 其中 来自 首次 本次 此次 方面 各地 各方 双方 我方"
)
UNITS = ("部", "处", "科", "室", "组", "中心")
_GROUPS = frozenset("协学联总商工团站会组委")


MARKS = frozenset("·・&—-.'")
HAN = expression(r"[\u4e00-\u9fff]+")
AND = ("和", "与", "及", "暨")


def inside(bodies: Bodies, passage: Passage, index: int) -> bool:
    """西安交通大学|人文|社会科学院: what looks like a body of its own goes on the name of one before it."""
    for place in range(index, max(-1, index - 3), -1):
        word, tag = passage.norm[passage.starts[place] : passage.ends[place]], passage.tags[place]
        if bodies.suffix_of(word) in bodies.safe or word in _COMPANIES:
            return len(word) > 1 and word not in bodies.generic
        if tag[:1] not in "nbajv" or word in bodies.stops or word in bodies.acting or tag[:2] == "nr":
            return False
    return False


def step_over(bodies: Bodies, passage: Passage, index: int, word: str, span: tuple[int, int, int], floor: int) -> int:
    """The new start when the word may stand in the name, else -1."""
    left, start, end = span
    tag, norm = passage.tags[index], passage.norm
    if start == end and (word in bodies.suffixes or (word not in bodies.acting and bodies.suffix_of(word) in bodies.safe)):
        return left
    if start == end and len(word) == 4 and tag in "li" and word[-2:] in bodies.acting:
        return -1  # 深刻领会
    if word == "办" and index and passage.tags[index - 1] in ("n", "j", "ns", "vn") and _OFFICE_OF.match(norm, start, end):
        return left  # 全国老龄办|政策研究部
    if tag == "v" and word not in bodies.acting and bodies.suffix_of(word):
        if start == end and len(word) > 2:
            return left  # 就业处: a body that the tagger guesses a verb
        if start < end and word == "办" and index and passage.tags[index - 1] in ("n", "vn", "j", "ns", "v"):
            return left  # 住房保障办|机关服务中心
    if (tag[:2] == "nr" and len(word) > 2 and word[-1] in "为任是") or word in ("方", "会见", "拜会", "会晤", "接见"):
        return -1
    if len(word) > 1 and bodies.is_place(word):
        return left
    if (
        len(word) == 2
        and start < end
        and norm[end - 1] in "会心盟"
        and all(one in bodies.abbreviations or one == "中" for one in word)
    ):
        return left  # 韩中|议员协议会
    if word in bodies.stops:
        inside = (
            start < end
            and tag[:1] not in "ftvm"
            and word not in _NEVER_INSIDE
            and (
                norm[start] in _GROUPS
                or norm[start : start + 2] in bodies.inner
                or (word not in ("代表", "领导") and norm[start : start + 2] in ("大学", "医院", "学校", "学院", "文化", "中心"))
            )
        )
        return left if inside else -1
    if tag == "x":
        return _mark(norm, word, left, start, end, floor)
    if tag == "c" and word not in AND:
        return -1
    if word in AND:
        return _conjunction(bodies, passage, index, left, start)
    if word in bodies.acting and word not in bodies.inner and word not in bodies.brands and tag != "nt":
        return -1
    if (
        word[-1] in "者方员商"
        and len(word) > 1
        and word not in ("消费者", "民商", "工商", "通商")
        and tag in ("n", "l", "i")
        and (start >= end or norm[start] not in "协学联总商工团站会俱局事委与和")
        and norm[start : start + 2] not in ("管理", "服务", "培训", "安置")
    ):
        return -1
    if tag in _NOUNS or word in bodies.inner:
        return left
    if word in _AGES or (word == "比较" and start < end):
        return left
    if _SECTION.fullmatch(word) and HAN.match(norm[left - 1 : left]):
        return left  # 组织二局|五处
    if word == "组织" and _SECTION.match(norm, start, end):
        return left
    if word == "港澳台":
        return left  # of 港澳台教育中心: no number
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
        and HAN.fullmatch(word)
    ):
        return left  # an unknown name that the tagger guesses a verb
    if tag in _VERBS and start < end and norm[start:end] in UNITS and len(word) == 2:
        listed = _FIELDS.search(norm, max(0, left - 8), left)
        field = listed is not None and not _NAMED_BEFORE.search(norm, max(0, listed.start() - 6), listed.start())
        fine = word not in bodies.acting and has_word(word) and not field
        return left if fine else -1  # 公诉|部, 拓展|部; not 妇女、青年和残障部
    if tag in _VERBS:
        return left if len(word) == 2 and start < end and norm[left : start + 2] in bodies.suffixes else -1
    return -1


def _mark(norm: str, word: str, left: int, start: int, end: int, floor: int) -> int:
    if word == "—" and "——" in norm[left - 1 : left + 2]:
        return -1
    if word in MARKS and left > floor and (word not in "." or (norm[left - 1].isascii() and norm[left - 1].isalpha())):
        return left
    opening = _PAIRS.get(word)
    if opening and start <= end:
        at = norm.rfind(opening, max(floor, left - 16), left)
        inside = norm[at + 1 : left]
        bracket = opening in "（("
        if bracket and _CREDIT.search(inside):
            return -1
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
    if (
        word in bodies.suffixes
        and len(word) == 2
        and _of_country(bodies, passage, index - 1)
        and after.endswith(("部", "署", "厅"))
    ):
        return True  # 葡萄牙科技和高等教育部
    plain = passage.tags[index - 1][:1] in "nbajv" and passage.tags[index - 1][:2] != "nr" and word not in bodies.stops
    if not plain or len(word) < 2 or bodies.suffix_of(word) or bodies.place_prefix(after) or after in bodies.generic:
        return False
    start = passage.starts[index - 1]
    front = passage.norm[max(0, start - 6) : start].removesuffix("国家")
    national = any(front[-size:] in bodies.countries for size in range(2, len(front) + 1))  # 巴西国家地理与统计局
    return word not in bodies.acting and (national or inside(bodies, passage, index - 1))


def _of_country(bodies: Bodies, passage: Passage, index: int) -> bool:
    """Whether a country stands right before the word."""
    front = passage.norm[max(0, passage.starts[index] - 8) : passage.starts[index]]
    return any(front[-size:] in bodies.countries for size in range(2, len(front) + 1))


def _regions(passage: Passage, index: int) -> bool:
    """中东与非洲研究中心: two regions that one body studies."""
    if index + 2 >= len(passage.tags) or passage.tags[index - 1] != "ns" or passage.tags[index + 1] != "ns":
        return False
    third = passage.starts[index + 2]
    return passage.norm[third : third + 2] in ("研究", "问题", "关系", "事务", "合作", "友好")


def parted(bodies: Bodies, passage: Passage, index: int, word: str, start: int) -> bool:
    """Names of persons in a row (张三李四王五治丧委员会), and 联合 as the verb between two bodies (卫生健康委联合省财政厅)."""
    tags = passage.tags
    if tags[index][:2] == "nr" and index:
        row = range(index - 1, index + 2)
        names = all(tags[one][:2] == "nr" and 1 < passage.ends[one] - passage.starts[one] < 4 for one in row)
        return names and passage.starts[index + 1] == start
    if word != "联合" or not index:
        return False
    before = passage.norm[passage.starts[index - 1] : passage.ends[index - 1]]
    if _NAMED_BEFORE.search(passage.norm, max(0, passage.starts[index] - 6), passage.starts[index]):
        return True  # 保安局局长甲|联合|警务处处长乙
    return before[-1] in "委局厅部院" or tags[index - 1] == "nt" or bodies.suffix_of(before) in bodies.safe
