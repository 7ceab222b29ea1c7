"""Where the name of a body begins: from its end leftwards over words that can stand inside such a name."""

from __future__ import annotations

from bisect import bisect_right

from rjieba import has_word

from kgnews.annotate.base.document import Passage
from kgnews.annotate.base.tables import word_set
from kgnews.annotate.bodies.anchor import anchored, front_mended
from kgnews.annotate.bodies.company_names import branch_of, only_form, with_brand
from kgnews.annotate.bodies.front import after_name, after_office_verb, after_preposition, quoted_front
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.bodies.words import AND, HAN, MARKS, UNITS, inside, parted, step_over
from kgnews.expressions import expression

_OWN = "校院系所部局厅处会司行厂村镇乡县市省区国报台社团队公刊网馆店"
# Words that stand before the place or body that a longer name begins with.
_AHEAD = word_set(
    "武警 海军 空军 陆军 国网 共青团 中共 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟 驻 全国 国家 世界 国际 海外 旅"
    " 铁路 移动 联通 电信 铁塔 南网"
    " 前 原 南方 华东 东部 西部 新 大 老 华侨 华人 华人华侨 华商 侨胞 侨界 联邦 皇家"
)
_REGIONS = word_set("西部 东部 南部 北部 南方 北方 东方 西方 华东 华南 华北 华中")
_EDITION = expression(r"第?[一二三四五六七八九十\d]{1,4}届$")
_TOLD = expression(r"曾挂职|曾任|历任|现任|担任|出任|时任|当选|先后任|任命|新任|选举[^，。；为]{2,9}为")
_NOT_FRONT = word_set(
    "现为 现任 原任 前任 时任 新任 首任 历任 上任"
    " 其中 同时 期间 会后 会前 会上 会议 活动 仪式 现场 代表 主持人 随后 嘉宾 来源 记者 作者 主讲人"
)
_OFFICES = word_set(
    "培养 招生 审计 采购 招标 普查 接待 考核 评估 督导 巡视 巡察 拆迁 整治 攻关 建设 改革 创建 评审 督查 宣传 扶贫"
)
_GROUPS = ("领导小组", "指挥部", "工作组", "委员会", "联席会议")
_AIMS = ("应对", "推动", "推进", "加强", "促进", "防范", "打击", "整治", "处置", "支援")
_FARTHEST = 120  # characters: three times the longest name that is taken


def body_start(bodies: Bodies, passage: Passage, end: int, floor: int, *, brand: bool = False) -> int:
    """Where the body that ends at ``end`` begins, not before ``floor``; ``end`` where there is none.

    ``brand``: before a title of companies, whose names may be any words (三只松鼠): those of a clause's beginning are taken.
    """
    floor = max(floor, end - _FARTHEST)
    norm, start, firm, soft, joined = passage.norm, end, -1, 0, False
    index = bisect_right(passage.starts, end - 1) - 1
    while index >= 0 and start > floor:
        left = max(passage.starts[index], floor)
        if left >= start:
            index -= 1
            continue
        word = norm[left:start]
        step = step_over(bodies, passage, index, word, (left, start, end), floor)
        if start < end and (
            _begun(bodies, passage, index, word, start, end)
            or ((word == "联合" or passage.tags[index] == "nr") and parted(bodies, passage, index, word, start))
        ):
            break
        if step < 0 and start < end and word == "、" and joined and _listed(passage, bodies, index):
            step = left  # 内政、移民和内部安全委员会
        joined = joined or (step >= 0 and word in AND)
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
    start = _with_aim(bodies, passage, branch_of(bodies, passage, start, end, floor) if brand else start, end, floor)
    if start >= end:
        return start
    start = anchored(bodies, passage, _widened(bodies, passage, start, end, floor), end, floor)
    return quoted_front(bodies, passage.norm, front_mended(passage.norm, start, end, floor), end)


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
        if passage.starts[index] < floor or not HAN.fullmatch(word) or word in bodies.stops or word in bodies.acting:
            break
        unknown = len(word) > 1 and not has_word(word)
        office = norm[start:end] == "办公室" and word in _OFFICES
        if tag[:2] == "nr" or not (
            tag[:1] in "nabjsz" or tag == "vn" or unknown or office or (tag == "v" and len(word) > 1 and not bare)
        ):
            break
        if word in _NOT_FRONT or len(word) < 2 or word == "联合":
            break
        left = passage.starts[index]
    clause = left <= floor or norm[left - 1] in "，。、；：“”（）！？ \n》"
    return left if clause and start - left < 7 else start


def _with_aim(bodies: Bodies, passage: Passage, start: int, end: int, floor: int) -> int:
    """中央应对…工作领导小组, 推动…发展领导小组: the verb that such a group is named for, and whose group it is."""
    norm = passage.norm
    if not norm.endswith(_GROUPS, start, end):
        return start
    verb = next((word for word in _AIMS if norm.endswith(word, floor, start)), "")
    left = start - len(verb)
    if not verb or left not in passage.word_at:
        return start
    front = body_start(bodies, passage, left, floor)
    whose = norm[front:left]
    return (
        front if whose in ("中央", "国务院", "全国") or bodies.is_place(whose) or bodies.suffix_of(whose) in bodies.safe else left
    )


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
    if passage.tags[index] == "nr" and passage.norm.endswith(("大学", "学院"), 0, passage.starts[index]):
        return False  # 杭州师范大学|沈钧儒|法学院
    if first == "建设部" and passage.tags[index] in ("n", "vn"):
        return False  # 场馆|建设部: a department of that name
    if len(first) < 2 or first in bodies.suffixes or word in "省市县区州旗镇乡村校院":
        return False
    if (
        not named
        and first not in bodies.known
        and first not in bodies.countries
        and not (passage.tags[index + 1] == "ns" and first in bodies.places)
    ):
        return False
    if (
        _numbered(bodies, passage, start)
        or inside(bodies, passage, index)
        or only_form(passage.norm[passage.ends[index + 1] : end])
    ):
        return False
    if passage.norm.startswith(("重点实验室", "工程研究中心", "工程技术研究中心"), passage.ends[index + 1]):
        return False
    if first == "国家" or (len(word) > 2 and word[-1] in "局厅委" and passage.tags[index] in ("n", "nt")):
        return False  # 天曌山|国家森林公园; 社会保障局|武昌社会保险管理处
    tag = passage.tags[index]
    if (
        tag in ("ns", "nt", "nz", "j", "eng", "nrt")
        or word in _AHEAD
        or word in AND
        or word in bodies.brands
        or bodies.is_place(word)
    ):
        return False
    return bodies.suffix_of(word) not in bodies.safe and not (tag == "x" and word in MARKS)


def _numbered(bodies: Bodies, passage: Passage, start: int) -> bool:
    """红河市第五届|人民代表大会常务委员会: a number that stands between the place and the rest of one name."""
    match = _EDITION.search(passage.norm, max(0, start - 16), start)
    if match is None:
        return False
    before = passage.norm[max(0, match.start() - 6) : match.start()]
    return before[-1:] in tuple("省市县区州旗镇乡") or any(bodies.is_place(before[-size:]) for size in range(2, len(before) + 1))


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
        and word[0] not in "的了着过等们不也很如"
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


def _trim(bodies: Bodies, passage: Passage, start: int, end: int) -> int:
    """Drop words at the front with which no body begins."""
    norm, tags = passage.norm, passage.tags
    inside = norm.rfind("现任", start, end - 2)  # 陈某某现任教育局|副局长: no name of a body has it
    start = inside if inside > start else start
    told = _TOLD.match(norm, start, end)
    if told and told.end() < end:
        start = told.end()
    start = after_preposition(bodies, norm, after_office_verb(norm, start, end), end)
    if (named := after_name(passage, start, end)) > start:
        start = named
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
        front = front or (word in ("年度", "学年", "学期", "季度", "目的", "驻地") and passage.ends[index] < end)
        front = front or word in ("级", "届", "部", "等", "原", "前", "现", "多", "各", "老", "与", "年", "家", "名", "位")
        if (
            bodies.is_place(word)
            or (tag == "v" and word in bodies.inner)
            or (len(word) > 1 and passage.ends[index] < end and not has_word(word) and HAN.fullmatch(word))
        ):
            front = False
        if rest in UNITS or word == "比较":
            front = False  # 公诉|部, 比较|法研究所
        if tag[:1] == "v" and passage.ends[index] >= end and bodies.suffix_of(word) not in bodies.safe:
            return end
        if not front:
            break
        start = passage.ends[index]
    return start
