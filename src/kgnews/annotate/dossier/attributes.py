"""What a profile says of a person besides posts: sex, people, birth, native place, party, schooling, degree, as worded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.people import Named
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_PEOPLES = [
    "汉",
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
    *(
        "阿美",
        "泰雅",
        "排湾",
        "布农",
        "卑南",
        "鲁凯",
        "赛夏",
        "雅美",
        "达悟",
        "噶玛兰",
        "太鲁阁",
        "撒奇莱雅",
        "赛德克",
    ),  # of Taiwan
]
_PEOPLE = "|".join(sorted(_PEOPLES, key=len, reverse=True))
_PARTIES = (
    "中国国民党革命委员会|中国民主同盟|中国民主建国会|中国民主促进会|中国农工民主党|中国致公党|九三学社|"
    "台湾民主自治同盟|中国国民党|民主进步党|中国共产党|民革|民盟|民建|民进|农工党|致公党|台盟"
)
_SCHOOLING = (
    r"(?:在职|全日制|省委党校|中央党校|省级党校|市委党校|党校|函授|自考|成人|普通高校)?(?:博士研究生|"
    r"硕士研究生|研究生|大学本科|大学|本科|大学专科|大专|专科|中专|高中|初中)(?:班)?"
)
_DEGREE = (
    r"[\u4e00-\u9fff]{0,10}?(?:学|管理|行政|经济|公共|工商|医|法|文|理|工|农|教育|艺术|体育|翻译|会计|金融|审计|护理|临床|口腔|"
    r"新闻|出版|建筑|规划|社会|林业|水利|工程|汉语|软件|电子|机械|能源|材料|交通|安全|环境|食品|兽医|情报|风景|国际)[\u4e00-\u9fff]{0,6}?(?:博士|硕士|学士)|博士|硕士"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One attribute: what it is, its value, where the value stands."""

    attribute: str
    value: str
    span: Span


_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("sex", expression(r"(?:性别：? ?)?(?P<v>男|女)(?:性)?")),
    ("ethnicity", expression(rf"(?:民族：? ?)?(?P<v>(?:{_PEOPLE})族)")),
    ("ethnicity", expression(rf"民族：? ?(?P<v>{_PEOPLE})")),
    ("birth", expression(rf"(?:生于|出生于|出生(?:年月|日期|时间)?：?) ?(?P<d>{when.DATE}|{when._YEAR}年?)(?:出生|生)?")),
    ("birth", expression(rf"(?P<d>{when.DATE}|{when._YEAR}年?)(?:出生|生)(?:人)?")),
    ("born_in", expression(rf"(?P<d>{when.DATE}|{when._YEAR}年?)(?:出)?生于(?P<v>[\u4e00-\u9fff]{{2,16}})")),
    ("birth_place", expression(r"(?:出生地：? ?|(?:出)?生于)(?P<v>[\u4e00-\u9fff]{2,16})")),
    ("native_place", expression(r"(?:籍贯：? ?|祖籍：? ?|原籍：? ?)(?P<v>[\u4e00-\u9fff]{2,16}?)(?:人)?")),
    (
        "native_place",
        re.compile(
            r"(?P<v>(?!笔名|原名|又名|别名|本名|艺名|曾用名|号)(?!.*(?:负责|主持|候选|当事|法|继承|证|创始|发起|代表|领导|带头|接班|召集|合伙|联系|传|"
            r"军)人)[\u4e00-\u9fff]{2,16})人(?:氏)?"
        ),
    ),
    ("work_since", expression(rf"(?P<d>{when.DATE}|{when._YEAR}年)(?:起)?(?:参加|开始)(?:革命)?工作")),
    ("work_since", expression(rf"参加工作(?:时间|年月)?：? ?(?P<d>{when.DATE}|{when._YEAR}年?)")),
    ("party_since", expression(rf"(?P<d>{when.DATE}|{when._YEAR}年)(?:加)?入党")),
    ("party_since", expression(rf"(?:入党(?:时间|年月)?)：? ?(?P<d>{when.DATE}|{when._YEAR}年?)")),
    ("joined", expression(rf"(?P<d>{when.DATE}|{when._YEAR}年)(?:加入|参加)(?P<v>{_PARTIES})(?:组织)?")),
    ("party", expression(rf"(?:政治面貌：? ?)?(?P<v>{_PARTIES})(?:盟员|会员|社员|党员|成员)?")),
    ("party", expression(r"(?:政治面貌：? ?)?(?P<v>致公|农工)党员")),
    ("party", expression(r"(?:政治面貌：? ?)?(?P<v>中共)(?:正式|预备)?党员")),
    ("party", expression(r"(?:政治面貌：? ?)?(?P<v>无党派(?:人士)?|群众)")),
    ("degree", expression(rf"(?:学位：? ?|获(?:得)?|取得)?(?P<v>(?!.*(?:大学|学院)){_DEGREE})(?:专业)?(?:学位)?")),
    ("education", expression(rf"(?:学历：? ?|文化程度：? ?)?(?P<v>{_SCHOOLING})(?:学历|文化程度|文化|毕业)?")),
)
_BETWEEN = " ，、；。"
_FULL_NAMES = {"中共": "中国共产党", "致公": "致公党", "农工": "农工党"}
# 研究生，法学博士; 大学/工学学士; 大学（法学学士）: what one field tells of schooling and degree.
_COMPOUND = expression(
    rf"(?P<a>{_SCHOOLING})(?:学历|毕业)?(?:(?: *[、/，；及和与\\+]| +|（|)(?:并?获)?(?P<b>{_DEGREE})(?:学位)?）?)"
)
_PARTED = expression(r"[^，、；/ ]+")


def attributes_in(norm: str, start: int, end: int) -> Iterator[Found]:
    """The attributes that fill ``[start, end)``, one or several set apart; none where anything else stands there."""
    whole = list(_one(norm, start, end))
    if whole:
        yield from whole
        return
    parts = [(start + part.start(), start + part.end()) for part in _PARTED.finditer(norm[start:end])]
    if 1 < len(parts) < 9 and all(any(True for _ in _one(norm, *part)) for part in parts):
        for part in parts:
            yield from _one(norm, *part)


def _one(norm: str, start: int, end: int) -> Iterator[Found]:
    while start < end and norm[start] in _BETWEEN:
        start += 1
    while end > start and norm[end - 1] in _BETWEEN:
        end -= 1
    both = _COMPOUND.fullmatch(norm, start, end)
    if both:
        yield Found("education", both["a"], Span(*both.span("a")))
        yield Found("degree", both["b"], Span(*both.span("b")))
        return
    for attribute, pattern in _WORDS:
        match = pattern.fullmatch(norm, start, end)
        if match:
            yield from _values(attribute, match)
            return


def _values(attribute: str, match: re.Match[str]) -> Iterator[Found]:
    groups = match.groupdict()
    if attribute == "joined":
        yield Found("party", match["v"], Span(*match.span("v")))
        yield Found("party_since", when.iso(match["d"]), Span(*match.span("d")))
        return
    if attribute == "born_in":
        yield Found("birth", when.iso(match["d"]), Span(*match.span("d")))
        yield Found("birth_place", match["v"], Span(*match.span("v")))
        return
    if attribute == "party_since":
        yield Found("party", "中国共产党", Span(*match.span()))
    if groups.get("d"):
        yield Found(attribute, when.iso(match["d"]), Span(*match.span("d")))
    elif groups.get("v"):
        value = _FULL_NAMES.get(match["v"], match["v"])
        if attribute == "ethnicity" and not value.endswith("族"):
            value += "族"
        if attribute == "party" and match[0].endswith("群众"):
            return
        yield Found(attribute, value, Span(*match.span("v")))


def tell(scribe: Scribe, person: Mention, name: Span, found: Found, reach: int = 80) -> None:
    """State an attribute of a person; the words reach from the name where that is near."""
    near = name.start <= found.span.start and found.span.end - name.start <= reach
    span = Span(name.start, found.span.end) if near else found.span
    told = scribe.passage.norm[found.span.start : found.span.end] == found.value
    value = scribe.value("Value", found.span, scribe.raw(found.span) if told else found.value)
    scribe.say("record-attribute", span, (person, value), {"attribute": found.attribute})


def bracket(scribe: Scribe, person: Mention, named: Named) -> None:
    """（女，回族） behind a name."""
    if named.note is None:
        return
    norm = scribe.passage.norm
    at = named.note.start
    for part in _PARTED.finditer(norm[named.note.start : named.note.end]):
        for found in _one(norm, at + part.start(), at + part.end()):
            tell(scribe, person, named.span, found)
