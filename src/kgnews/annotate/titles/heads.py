"""Where titles stand: heads of the list found in one pass, with the modifiers and words of status before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind
from rjieba import has_word

from kgnews.annotate.base.document import Document, Passage, Title
from kgnews.annotate.base.tables import table, words
from kgnews.expressions import expression
from kgnews.schema.terms import Terms

STATUS = {
    "原": "former",
    "前": "former",
    "前任": "former",
    "时任": "former",
    "时任的": "former",
    "新上任的": "appointed",
    "新任的": "appointed",
    "刚上任的": "appointed",
    "已故的": "former",
    "原任": "former",
    "现任": "",
    "新任": "appointed",
    "本月": "",
    "本届": "",
    "现": "",
    "候任": "none",
    "拟任": "none",
    "准": "none",
    "新当选": "appointed",
    "新当选的": "appointed",
    "新一任": "",
    "新": "",
    "首位": "",
    "首位女": "",
    "首名": "",
    "已故": "former",
}
# Verbs that say the same before a body (曾任甲县县长张三).
STATUS_VERBS = {"曾任": "former", "历任": "former", "先后任": "former", "曾担任": "former", "曾是": "former"}
# A title that only one holds: 书记、院长 before several names is the first one's, 副院长 or 教授 everybody's.
_SINGLE = expression(
    r"(?:长|书记|主席|主任|总理|总统|总裁|总经理|经理|司令|司令员|首相|国务卿|主帅|主教练|政委|CEO|行政总裁|首席\w+官|最高领导人|国家元首)$"
)
_MANY = expression(r"副|助理|委员$")
NOT_BEFORE_FRONT = frozenset("目此之日先以年天提会月午食眼跟面史生空")


# 总统候选人, 市长竞选: nobody holds the title there.
_NOT_HELD = (
    "候选",
    "竞选",
    "参选",
    "选举",
    "大选",
    "提名人",
    "们",
    "培训班",
    "论坛",
    "会议",
    "联席会",
    "办公会",
    "座谈会",
    "热线",
    "信箱",
    "接待日",
    "见面会",
    "职务犯罪",
    "协会",
    "俱乐部",
    "小组",
    "班子",
    "干部",
)


_OF_BODY = expression(
    r"(?<=总经理)部|(?<=市民)政|(?:技能)?大师|(?:劳模)?(?:创新)?工作室|办公室|办公厅|办公会|工作部|工作处|院(?![士长系])|协会|学会|学院|联合会|事务所|处(?!长)|站(?!长)|团体|队伍|委员会|理事会"
    r"|联盟|基金会|中心|公寓|之家|联谊会|商会|大会|公会|工会|(?<=轮值主席)国|(?<=担任主席)国|(?<=主席)[府令]|(?<=总统)[府令]|(?<=总理)府"
)
_MINISTRY = expression(r"(?:国防|商务|外交|财政|交通|教育|内政|司法|卫生|文化|农业|能源|环境|贸易|安全|旅游|经济|劳工|内务)$")
_OF_WORK = expression(r"教学|工作|教育|培训|发展|资助|就业|服务|管理|事务|联络|活动|支部|党支部|班|课题|项目")


_IN_CAREER = expression(r"(?:曾任|历任|现任|曾先后任|先后任|先后担任|曾担任|曾为|曾是)[^，。；\n]{3,}$")
_CHIEF = expression(r"首席[\u4e00-\u9fff]{2,6}?官(?![员方司网兵僚邸])")
_DIGITS = "一二三四五六七八九十\\d"


class _Table:
    def __init__(self, terms: Terms) -> None:
        listed = words(terms, "titles")
        self.heads = list(listed)
        values = [listed[head].split() for head in self.heads]
        self.kinds = [value[0] for value in values]
        self.fits = [tuple(value[1:]) for value in values]
        self.chief = self.heads.index("首席执行官") if "首席执行官" in listed else 0
        self.secretary = self.heads.index("书记") if "书记" in listed else 0
        self.finder = AhoCorasick(self.heads, matchkind=MatchKind.LeftmostLongest)
        # Modifiers are matched backwards from the head, so they are written backwards.
        modifiers = _backwards(words(terms, "title_modifiers")) + f"|[任届][{_DIGITS}]{{1,3}}第"  # 第三任
        self.before = re.compile(f"((?:{modifiers})*)({_backwards(STATUS)})?((?:{modifiers})*)")
        self.many = [bool(_MANY.search(head)) or not _SINGLE.search(head) for head in self.heads]


def _backwards(listed: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word[::-1]) for word in listed), key=len, reverse=True))


def find(document: Document) -> None:
    """Fill ``passage.titles``."""
    known = table(document.terms, _Table)
    for passage in document.passages:
        _find(passage, known)


def _find(passage: Passage, known: _Table) -> None:
    norm, floor = passage.norm, 0
    for which, start, end in _with_chiefs(known, norm):
        if known.heads[which] == "支书" and norm.startswith("记", end):
            which, start, end = known.secretary, start + 1, end + 1  # 党总支|书记
        kind = known.kinds[which]
        if kind == "block" or norm.startswith(_NOT_HELD, end):
            floor = end
            continue
        if end - start < 3 and start not in passage.word_at and end not in passage.word_at and end < len(norm):
            doubled = norm[start - 1] == norm[start] and norm[start] in "处部局司科院所室厅"  # 招生就业处|处长
            deputy = norm[start - 1 : start] == "副" and norm[start + 1] == "长"  # 副厅|长江|涛: 副厅长 is no part of other words
            named = _miscut(passage, start, end) or _before_name(passage, start, end)
            if not doubled and not deputy and not named and not _of_ministry(norm, start, end):
                continue  # parts of two other words: 沙特|首都
        if _OF_BODY.match(norm, end) or (kind != "office" and _OF_WORK.match(norm, end)):
            continue  # 校长办公室, 研究生院, 教师工作部: the word is of the body's name
        title = _title(passage, known, which, (start, end), floor)
        if title.head == "代表" and "驻" not in norm[max(0, start - 14) : start]:
            title.kind = "cue"  # 代表 is rather a verb, or nobody's post
        if title.head == "记者" and _IN_CAREER.search(norm, max(0, start - 30), start):
            title.kind = "rank"
        passage.titles.append(title)
        floor = end


def _with_chiefs(known: _Table, norm: str) -> Iterator[tuple[int, int, int]]:
    """The titles of the list in ``norm``, and 首席平台治理官 and the like, which no list can hold."""
    chiefs = _CHIEF.finditer(norm) if "首席" in norm else iter(())
    chief = next(chiefs, None)
    for which, start, end in known.finder.find_matches_as_indexes(norm):
        while chief is not None and chief.end() <= start:
            yield known.chief, *chief.span()
            chief = next(chiefs, None)
        if chief is None or end <= chief.start():
            yield which, start, end
        elif start == chief.start() and end >= chief.end():
            yield which, start, end
            chief = next(chiefs, None)
    while chief is not None:
        yield known.chief, *chief.span()
        chief = next(chiefs, None)


def _of_ministry(norm: str, start: int, end: int) -> bool:
    """商务|部长雷蒙多: a minister of a country, where the tagger joins 长 and the name."""
    return norm[start] == "部" and norm[end : end + 1] != "官" and _MINISTRY.search(norm, max(0, start - 2), start) is not None


def _before_name(passage: Passage, start: int, end: int) -> bool:
    """第二检察部主|任何|明远, 卫生厅|长狄|德安: the tagger joins the end of the title and the surname behind it."""
    norm = passage.norm
    if norm[start:end] == "主任":
        return norm[end : end + 1] == "何" and norm[start - 1] in "部处科室院系所会办组心委局站"
    index = passage.word_at.get(start + 1)
    if index is None or norm[start + 1] != "长" or norm[start] not in "部厅局署":
        return False
    return passage.tags[index][:2] == "nr" and passage.ends[index] > end and not has_word(norm[end - 1 : passage.ends[index]])


def _miscut(passage: Passage, start: int, end: int) -> bool:
    """纽约市|长白|思豪: the tagger sees a place (长白, 长沙) where a title and a name meet."""
    index = passage.word_at.get(start + 1)
    if index is None or passage.norm[start + 1] != "长" or passage.ends[index] != end + 1 or index + 1 >= len(passage.tags):
        return False
    if index == 0 or passage.tags[index] != "ns":
        return False
    school = passage.norm[start] == "校" and passage.norm[start - 1] in "大学院中"  # 科技大学校|长江|文凯
    if not school and passage.tags[index - 1] not in ("ns", "nt"):
        return False
    for following in range(index + 1, min(index + 3, len(passage.tags))):
        word = passage.norm[passage.starts[following] : passage.ends[following]]
        if len(word) > 1:
            return not has_word(word) or passage.tags[following][:2] == "nr"
        if word in "市区县山街路大江海":
            return False
    return False


def _title(passage: Passage, known: _Table, which: int, span: tuple[int, int], floor: int) -> Title:
    start, end = span
    backwards = passage.norm[max(floor, start - 16) : start][::-1]
    match = known.before.match(backwards)
    inner, status, outer = match.groups() if match else ("", None, "")
    first = start - len(inner)
    first = _behind_firm(passage.norm, _at_word(passage, first, start), start, known.heads[which])
    left, mark = first, ""
    if status == "新" and known.kinds[which] == "rank" and "一" <= passage.norm[first - 2 : first - 1] <= "\u9fff":
        status = None  # 刘品新教授: of the name
    if status and first == start - len(inner) and _is_status(passage, first - len(status), status):
        left, mark = first - len(status), STATUS[status[::-1]]
        if outer and passage.norm[left - len(outer) : left][:1] in "党机总支":
            first = left = left - len(outer)
    many = (known.many[which] or "副" in inner or "理助" in inner) and "务常" not in inner
    return Title(left, first, end, known.heads[which], known.kinds[which], known.fits[which], mark, many)


# No modifier of such a title but the end of a firm's name: 博大数据|首席执行官.
_TOP = ("董事长", "首席执行官", "CEO", "创始人", "联合创始人", "董事会秘书", "董秘", "实际控制人")
_OF_FIRMS = expression(
    r"(?:数据|信息|安全|科研|商务|新闻|工程|艺术|设计|教学|投资|品牌|产品|技术|市场|营销|财务|内容|战略|能源|学术|质量|供应链)+"
)


def _behind_firm(norm: str, first: int, start: int, head: str) -> int:
    """Where the title begins without the words of the firm's name that look like its modifiers."""
    words = _OF_FIRMS.match(norm, first, start) if head in _TOP else None
    return words.end() if words else first


def _at_word(passage: Passage, first: int, start: int) -> int:
    """Leave out 总, 代, 大 and numerals that are the end of a longer word (古代, 同济大 …)."""
    while first < start and passage.norm[first] in "总代大首" and first not in passage.word_at:
        first += 1
    return first


def _is_status(passage: Passage, at: int, status: str) -> bool:
    """原, 前, 现 as words of status, not the end of 太原, 目前, 发现."""
    if at < 0 or at not in passage.word_at:
        return len(status) > 1 or (status == "原" and passage.norm[at - 1 : at] in "会委局厅部院校司处办")
    return not (status == "前" and at and passage.norm[at - 1] in NOT_BEFORE_FRONT)
