"""The house by its own words: 访问我院, 我校与…联合主办, 本次活动由校团委主办. Elsewhere 我院 is left as plain words."""

from __future__ import annotations

import re

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken
from kgnews.annotate.meaning.settle_names import Settler
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_UNIT = r"(?:团委|学生会|研究生会|工会|党委|研会|青协|图书馆|出版社|医院|教务处|人事处|学生处|科研处|宣传部|组织部|统战部)"
_OWN = (
    rf"(?:[我本](?:校|院|系|所|馆|公司|集团|县|市|区|省|镇|村|局)(?![场民史区级域属里内外长友园领师]|院友|校友)|"
    rf"校{_UNIT}|院(?:团委|学生会|研究生会))"
)
_ANY = cues("来|莅临×|学×校|院 我|本×校|院|系|所|馆|公司|集团|县|市|区|省|镇|村|局 校|院×团委|学生会|研究生会|工会")
_VISITED = expression(
    rf"(?:访问|到访|来访|造访|回访|莅临|考察了?|走访了?|参观了?|慰问|调研)"
    rf"(?P<own>{_OWN}(?:[\u4e00-\u9fff]{{2,8}}(?:系|处|所|中心|教研室|学院|医院))?)"
    rf"(?=[，。；！、]|并|进行|开展|时|期间|就|$)|"
    rf"[来到赴](?P<came>{_OWN})(?=[^，。；]{{0,8}}(?:考察|调研|访问|参观|走访|指导|检查|督导|慰问|学访|交流)(?!会))|"
    r"(?:来|莅临)(?P<here>学?[校院])(?=[^，。；]{0,6}(?:考察|调研|访问|参观|走访|指导|检查|督导|慰问|学访|交流|座谈)(?!会))"
)
_HOST = expression(
    rf"(?:^|(?<=[由与和、同，。；：\n丨｜| ]))(?P<own>{_OWN})"
    rf"(?=[^。；！？\n]{{0,60}}?(?:主办|举办|承办|协办|召开|举行|开设|联合|荣获|获得|获评|被评为|被授予|签[署订约]))|"
    rf"(?<=是)(?P<holder>{_OWN})(?=[^，。；！？\n]{{0,40}}?(?:主办|举办|召开|举行)的)"
)
# 学院召开…, 教务处举办… at the beginning of a clause: the house, or one of its offices, as host.
_CONVENES = (
    r"(?=(?:将|已|成功|顺利|隆重|组织|决定|继续|再次|首次|专门|特|[本上]学期|本?学年|今年|\d+日|在[^，。；]{2,20}|于[^，。；]{2,20}|与[^，。；]{2,12}|联合){0,3}"
    r"(?:召开|举办|举行|主办|开设)(?!地|方|权|者|了?[^，。；]{0,8}(?:课程|专业|学科|账户|栏目))|"
    r"(?:专门|先后|陆续|还|近日|日前|又|研究){0,2}(?:(?:印发|出台|发布|制定)了?[^，。；《]{0,8}《|(?:成立|组建|设立)了))"
)
# 学生张三获一等奖，学校获优秀组织奖.
_WINS = (
    r"(?=(?:先后|还|又|也|则|再次|首次|连续[^，。；]{1,6}|多次|均|同时|并|最终|荣)*(?:荣获|获得|获评|获|被评为|被授予)[^，。；]{0,40}"
    r"(?:奖|称号|先进|优秀|示范|冠军|单位|集体))"
)
# 公司于2018年5月9日发布《关于……公告》, 公司近日召开“……”发布会.
_ISSUES = (
    r"(?=(?:已|将|还|又|再次|随后|日前|近日|当日|当晚|于?\d[\d年月日号]{1,9}(?:晚间?|上午|下午)?|在[^，。；]{2,16}){0,3}"
    r"(?:发布|公布|披露|印发|召开|举办|主办)(?:了|的)?[^，。；]{0,10}[《“])"
)
_BEGIN = cues(
    "学院 学校 教务|人事|学生|科研|研究生|财务|后勤|国际交流|离退休工作|招生就业|就业指导×处 "
    "研究生院 党委 工会 分工会 团委 校团委 我校 我院 |该|本×公司"
)
_PLAIN = expression(
    rf"(?:^|(?<=[。；，\n]))(?:(?P<bare>学院|学校)|(?P<office>(?:教务|人事|学生|科研|研究生|财务|后勤|国际交流|离退休工作|招生就业|就业指导)处|研究生院|"
    rf"党委(?:宣传|组织|统战|学工|教师工作|学生工作)部|分?工会|校?团委)){_CONVENES}|"
    rf"(?:^|(?<=[。；，\n]))(?P<winner>学院|学校|我[校院]){_WINS}|"
    rf"(?:^|(?<=[。；，：\n]))(?P<firm>[该本]?公司){_ISSUES}"
)


def settle(document: Document) -> None:
    """Add an Organization mention where the house is visited or acts, named by what the article calls it."""
    settler: Settler | None = None
    for passage in document.passages:
        plain = list(_BEGIN.matches(_PLAIN, passage.norm))
        if not (plain or _ANY.stand_in(passage.norm)):
            continue
        for found in (_VISITED.finditer(passage.norm), _HOST.finditer(passage.norm), plain):
            bodies = Taken(passage, "Organization")
            for match in found:
                settler = settler or Settler(document)
                _add(passage, match, settler, bodies)


def _add(passage: Passage, match: re.Match[str], settler: Settler, bodies: Taken) -> None:
    group = next(name for name, value in match.groupdict().items() if value)
    start, end = match.span(group)
    form = passage.norm[start:end]
    if group == "firm":
        name = settler.meant(form, passage.where, start)
        name = "" if name == form else name
    elif group == "office":
        name = form
    else:
        name = _name({"学院": "我院", "学校": "我校", "院": "我院", "校": "我校"}.get(form, form), settler)
    if not name or any(m.start <= start and m.end >= end for m in bodies.touching(start, end)):
        return
    mention = Mention("Organization", passage.where, start, end, passage.raw[start:end], Span(start, end), name, generic=True)
    mention.inferred = True
    passage.mentions.append(mention)


def _name(form: str, settler: Settler) -> str:
    """我院 → 红河大学新闻学院, 校团委 → 红河大学团委, 我市 → 佛山市; "" where the article does not show it."""
    if form[0] in "我本" and form[1] in "市县区省镇村":
        place = settler.focus.place(form[1])
        return place + form[2:] if place else ""
    if form[0] == "院":
        own = settler.house_form("我院")
        return own + form[1:] if own != "我院" else ""
    name = settler.house_form(form)
    if form[1:] == "校" and (school := re.match(r".{2,12}?大学", name)):
        name = school[0]  # 我校 in the news of a faculty
    if name == form and form[0] == "校" and len(form) > 2:
        return form  # 校团委 of a school that the article does not name
    return "" if name == form or name[:1] in "我本" else name
