"""Who hosts: what stands between 由 and 主办 is a list of bodies, also of those whose names no list knows.

由甲大学、越南|国家科学院和中国|国际经济交流中心（CCIEE）共同主办. An item that two mentions, or a place and a body, make up is one name;
a bracket with its short form goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_ACTS = r"(?:主办|承办|协办|举办|联办|合办|筹办|发起|指导)"
_HOW = (
    r"(?:共同|联合|携手|联手|合作|倡议|牵头|具体|轮流|分别|首次|独家|组织|倾力|精心|发起|并|"
    r"等?[一二三四五六七八九十两多数\d]*[家个所]?(?:单位|机构|部门|高校|企业|媒体|国家)|等){0,4}"
)
_LIST = r"(?P<list>[\u4e00-\u9fffA-Za-z0-9·“”《》、（）()\-]{2,160}?)"
_OFFICE = r"[\u4e00-\u9fff]{2,12}?(?:处|部|室|中心|办|委|院|系|科|所|馆|局|工会|学生会|协会|学会)"
# 由…主办; 主办单位为…; at the beginning of a clause …主办、…承办的; …携手…，举办.
_SLOT = expression(
    rf"由{_LIST}{_HOW}{_ACTS}|"
    rf"(?:主办|承办|协办|支持|指导)(?:单位|方|机构)?(?:分别为|分别是|为|是|：|包括|有)(?P<notice>[\u4e00-\u9fffA-Za-z·“”《》、（）()\-]{{4,120}})|"
    rf"(?:(?<=[，。；：\n、])|^)(?P<plain>[\u4e00-\u9fffA-Za-z·“”《》、（）()\-]{{4,120}}?)(?:共同|联合)?(?:主办|承办|协办)(?=[，。、的])|"
    rf"(?:(?<=[，。；：\n])|^)(?:[^，。；：\n、]{{0,4}}(?:[天午晚]|日(?!前))，?)?(?P<active>(?:(?![由以在将对])[\u4e00-\u9fffA-Za-z·“”《》、（）()\-]){{4,100}}?)(?:今[天日]|近日|日前)?"
    rf"(?:共同|联合|联手|合作|携手)(?:在[^，。；]{{2,20}})?(?:组织|牵头|成功|隆重)?(?:举办|召开|举行|开办|开设|主办|承办|推出|发起|印发|发布|开展)|"
    rf"(?:(?<=[，。；：\n])|^)(?P<units>{_OFFICE}(?:(?:、|和|与){_OFFICE}){{1,5}})"
    rf"(?=(?:共同|联合|牵头|今[天日]|近日|日前|[于在][^，。；]{{2,24}})*(?:召开|举办|举行|主办|组织)(?!地|方|权))|"
    rf"(?:(?<=[，。；：\n])|^)(?P<issuer>(?:(?![由以在将对据等])[\u4e00-\u9fffA-Za-z·]){{5,24}}?)(?:近日|日前|近期|今[天日]|于?[\d年月日]{{2,11}}|[在于][^，。；《]{{2,12}})?"
    rf"(?:首次|正式|联合|共同|再次|曾)*(?:发布|印发|出台|公布|颁布)了?(?:最新|新版|首[份部])?[《“]|"
    rf"(?:得到|获得?)了?(?P<helpers>[\u4e00-\u9fffA-Za-z“”、（）()]{{4,80}}?)的?(?:大力|鼎力|积极|全力|倾力)*支持(?=[，。；和与])|"
    rf"(?:联合(?!会|国|体|大学|实验|办|总|利华)|携手|联手|会同|协同)(?P<partners>[\u4e00-\u9fffA-Za-z·“”《》、（）()\-]{{3,80}}?)"
    rf"(?=，?(?:在[^，。；]{{2,24}}?)?(?:共同|联合)?(?:举办|主办|召开|举行|开展|推出|发起|组织|启动))"
)
_CUE = cues(
    "主|承|协|举|联|合|筹×办 发起 携手 联手 联合 会同 指导 支持 共同 合作 组织 召开 举行 "
    "发布|印发|出台|公布|颁布×|了×|最新|新版|首份|首部×《|“"
)
_MARK = expression(
    "、|以及|及其|及|和|与|(?<!共)同(?!济|仁|方)|跟|暨|并联合|联合(?!会|国|体|大学|实验|办|总|利华)|携手|联手|会同"
)
_BRACKET = expression(r"（(?:以下简称|简称|下称)?[^（），。；：]{1,24}）")
_NO_NAME = expression(
    r"[的了在是把被让给该某每将，。；：]|对(?!外)|(?<!自)由|(?<!华)为|们|其[他它余]|多[家个]|相关|有关|部分|一些|国外|境外|海外|国内|当地|观众|网友|专家|选手|学生|同学|老师|市民|群众|"
    r"企业$|高校$|机构$|院校$|单位$|部门$|双方|两国|三地|各地|各方|负责|邀请|特邀|会议|论坛|活动$|主办|承办|协办|举办|组织$|国家$|此次|本次|这次|届|\d"
)
_UNIT = expression(
    r"(?:司|处|局|厅|部|院|会|中心|所|室|系|社|委|办|组|馆|站|团|台|网|队|公司|集团|联盟|基地|实验室|学校|大学|频道)$"
)
_PRESS = expression("》(?:编辑部|杂志社|期刊社|报社|周刊社)$")
_OWN_UNIT = expression("团[省市县区州]委$|[省市县区州].{1,8}$")  # 省教育厅
# Units that a school or a company has one of: named enough where they are said to host.
_ONLY_ONE = expression("(?:中心|办公室|协会|学会|学院|研究院|研究所|联合会|学生会|研究生会|基金会|工作室|电视台|出版社|图书馆)$")
# Offices that every house has one of; among other bodies they are this house's.
_OF_A_HOUSE = expression(
    r"(?:教务|人事|学生|科研|研究生|财务|后勤|国际交流|离退休工作|招生就业|就业指导|资产管理|保卫|审计|基建|信息化|发展规划|社会合作|党校)处|"
    r"(?:学生|研究生|宣传|统战|教师|组织|离退休|保卫|武装|学科建设|学生事务)(?:工作)?部|研究生院|"
    r"(?:教师|教学|就业|国际|心理|创新|信息|网络|校友|学生)[\u4e00-\u9fff]{2,6}中心|"
    r"[\u4e00-\u9fff]{2,6}(?:督导室|教研室|办公室|督导团)"
)
_LONGEST, _REST = 30, 14  # characters of a name, and of what may stand beside a known one


def find(document: Document) -> None:
    """Add the hosts that no mention covers, and make one mention of a name that several cover."""
    bodies = table(document.terms, Bodies)
    for passage in document.passages:
        sentences = _CUE.sentences(passage.norm, passage.sentences)
        if not sentences:
            continue
        taken = Taken(passage, "Organization", "Person", "Event", "Work")
        places = Taken(passage, "Place")
        for slot in (slot for span in sentences for slot in _SLOT.finditer(passage.norm, *span)):
            group = slot.lastgroup or "list"
            _cut(passage, taken, slot.start(group))
            items = list(_items(bodies, passage, taken, Span(*slot.span(group))))
            ends = all(_UNIT.search(passage.norm, *item) for item in items)
            sure = len(items) > 1 and (group == "units" or (group == "active" and ends) or any(_known(taken, i) for i in items))
            sure = sure or (group in ("list", "notice", "plain") and bool(_OF_A_HOUSE.search(slot[group])))
            found, before = False, slot.start(group)
            for item in items:
                joined = not found and passage.norm[item.start - 1 : item.start] in ("和", "与", "及") and before < item.start - 1
                if joined and (_known(taken, item) or _UNIT.search(passage.norm, before, item.start - 1)):
                    joined = False
                whole = Span(before, item.end) if joined else item  # 中国调查与数据中心 is one
                found = _host(bodies, passage, (taken, places), whole, listed=sure)
                if not found and whole is not item:
                    found = _host(bodies, passage, (taken, places), item, listed=False)
                before = item.start


def _cut(passage: Passage, taken: Taken, at: int) -> None:
    """Take out what runs over the beginning of the list: 指导单位为省教育厅 is no body of its own."""
    across = [m for m in taken.touching(at, at + 1) if m.label == "Organization" and m.start < at]
    for mention in across:
        taken.drop(mention)
    if across:
        passage.mentions[:] = [m for m in passage.mentions if not any(m is one for one in across)]


def _items(bodies: Bodies, passage: Passage, taken: Taken, slot: Span) -> Iterator[Span]:
    """The items of the list; a mark inside a known name (文化和旅游部), a bracket or quotes is none."""
    at = slot.start
    for mark in _MARK.finditer(passage.norm, slot.start, slot.end):
        before = passage.norm[at : mark.start()]
        open_mark = any(before.count(one) > before.count(other) for one, other in ("（）", "“”", "《》"))
        covering = [m for m in taken.touching(*mark.span()) if m.start < mark.start() and mark.end() < m.end]
        if covering and len(before) > 3 and bodies.suffix_of(before) in bodies.safe and not open_mark:
            for mention in covering:  # 日本医师会和中国红十字会 are two
                taken.drop(mention)
            passage.mentions[:] = [m for m in passage.mentions if not any(m is one for one in covering)]
            covering = []
        if not covering and not open_mark and mark.start() >= at:
            yield Span(at, mark.start())
            at = mark.end()
    yield Span(at, slot.end)


def _known(taken: Taken, item: Span) -> bool:
    """Whether a body is known here that the whole item names: then what it is listed with are bodies too."""
    return any(m.label == "Organization" and m.start == item.start and m.end >= item.end - 4 for m in taken.touching(*item))


def _host(bodies: Bodies, passage: Passage, known: tuple[Taken, Taken], item: Span, *, listed: bool) -> bool:
    """Make ``item`` one body, if it is a name; ``listed``: it stands in a list of bodies. Whether it is one."""
    taken, places = known
    bracket = _BRACKET.search(passage.norm, item.start, item.end)
    outer = Span(item.start, bracket.end()) if bracket and bracket.end() == item.end else item
    end = bracket.start() if bracket and bracket.end() == item.end else item.end
    text = passage.norm[item.start : end]
    touching = [m for m in taken.touching(item.start, end) if m.label != "Work" or not _PRESS.search(text)]
    if not 2 < len(text) <= _LONGEST or any(m.label != "Organization" or m.start < item.start for m in touching):
        return any(m.label == "Organization" for m in touching)
    own = next((m for m in touching if (m.start, m.end) == (item.start, end)), None)
    behind = passage.norm[item.start - 1 : item.start] == "、"
    if own is not None:
        own.outer = outer
    elif (listed and _OF_A_HOUSE.fullmatch(text)) or (
        not _NO_NAME.search(text) and _is_name(bodies, text, touching, places.touching(item.start, end), (behind, listed))
    ):
        for mention in touching:
            taken.drop(mention)
        passage.mentions[:] = [m for m in passage.mentions if not any(m is mention for mention in touching)]
        taken.put(add(passage, "Organization", item.start, end, outer=outer))
    else:
        return bool(touching)
    return True


def _is_name(bodies: Bodies, text: str, inside: list[Mention], places: list[Mention], told: tuple[bool, bool]) -> bool:
    """Whether words, and bodies inside them, are one body: it ends as bodies do, and shows more than that.

    ``told``: it stands behind 、; it stands among bodies.
    """
    behind, listed = told
    if text in bodies.generic or bodies.is_place(text) or not (_UNIT.search(text) or text[-1] in "”》"):
        return False
    ending = bodies.suffix_of(text)
    covered = sum(m.end - m.start for m in inside)
    if inside:
        return len(text) - covered <= _REST
    if len(text) < 6 and text[-1] in "厅局" and (behind or listed):
        return True  # 自治区农业农村厅、乡村振兴局
    if (_OWN_UNIT.match(text) and ending in bodies.safe) or _PRESS.search(text):
        return True
    if len(text) > 5 and ending not in ("", text) and _ONLY_ONE.search(text):
        return True
    if listed and len(text) > 2 and ending not in ("", text):
        return True  # 红河大学教务处、学生工作部
    named = bool(places) or bodies.place_prefix(text) > 0
    return ending not in ("", text) and (named or (len(text) > 4 and ending in bodies.safe))
