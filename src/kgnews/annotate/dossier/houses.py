"""The house whose document it is (a company, hospital, school, court, bureau, bank, association), and its own word for itself.

A house names its parts without itself or with a bare word before them: 公司法律合规部, 医院医务部, 校工会, 局办公室, 总行风险管理部.
"""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document
from kgnews.annotate.dossier.office_words import WORDS
from kgnews.expressions import expression

_COMPANY = "集团|公司|厂"
_HOSPITAL = "医院|卫生院|保健院|血站|疾病预防控制中心|疾控中心"
_SCHOOL = "大学|学院|学校|中学|小学|幼儿园|党校"
_BANK = r"银行(?:[\u4e00-\u9fff]{2,8}?(?:分行|支行))?|信用社|联合社|联社"
_COURT = "法院|检察院"
_INSTITUTE = "研究院|设计院|科学院|研究所|设计所|勘察院|勘查院|调查院|规划院|检测院|测绘院|总院|农科院|林科院|社科院"
_BUREAU = "局|厅|卫生健康委员会|发展和改革委员会|管理委员会|监督管理委员会"
_ASSOCIATION = "协会|学会|商会|研究会|基金会|联合会|促进会|联谊会|总会|校友会|红十字会|总工会"
_OTHER = (
    "博物馆|博物院|美术馆|纪念馆|科技馆|档案馆|图书馆|文化馆|报社|日报社|电视台|广播电视台|融媒体中心|出版社|剧院|研究中心|服务中心|"
    "事业发展中心"
)
_KIND = "|".join((_COMPANY, _HOSPITAL, _SCHOOL, _BANK, _COURT, _INSTITUTE, _BUREAU, _ASSOCIATION, _OTHER))
_HOUSE = rf"(?P<body>[\u4e00-\u9fff（）]{{2,28}}?(?:{_KIND}))(?!(?:{_KIND}|附属|有限|股份|责任|分公司|科学研究))"
_ORGAN = (
    r"(?:党委|党组|党总支|党支部|工会|办公室|人事处|人事科|组织部|党委组织部|人力资源部|委员会组织部|委员会|董事会|理事会|纪委|纪律检查委员会|党委办公室|[校院]长办公室|"
    r"(?:教务|人事|科研|科技|学生|研究生|国际|审计|财务|后勤|医务|护理|总务|教师工作|宣传|统战|纪检监察)[\u4e00-\u9fff]{0,4}(?:处|部|科|室|办公室|院))*"
)
_BY_TITLE = expression(
    rf"(?:中共|中国共产党)?{_HOUSE}{_ORGAN}(?=关于|20\d\d|拟|干部|中层|处级|科级|管理|领导|任前|选拔|提拔|人事|职务|教师|专家|名师|师资|导师|校友|援[藏疆青]|选派|医疗队|调整|成立|公布|公示|聘任|任命|"
    r"任免|免去|第[一二三四五六七八九十\d]+[届次批]|新一届|内设|部门|机构|机关|行政|职能|各?科室|处室|院系|系部|[\u4e00-\u9fff]{2,8}(?:负责人|名单|一览表)|组成|成员|岗位)"
)
_OF_GROUP = expression(
    rf"关于(?:成立|调整|公布|印发|充实|设立|组建|完善|建立|明确|重新调整|更换)(?:中共)?{_HOUSE}(?=[\u4e00-\u9fff（）]{{2,}})"
)
_BY_SIGNATURE = expression(rf" *(?:中共|中国共产党)?{_HOUSE}{_ORGAN} *(?:\d{{4}}年[\d年月日]+)? *")
_NO_HOUSE = expression(
    r"^(?:关于|各|有关|全体|我|本|该|其|拟|现任|公司|集团|股份|有限|学校|医院|总公司|集团公司|分公司|协会|法院|检察院|党委|局|厅|人民)|（[子分]）|公示|通知|公告|组织部|政府|宣传部|"
    r"人力资源和社会保障|[和与及、].{0,3}$|^(?:[省市县区州]|全[省市县区国])"
)
_LAST_LINES = 5


def house_of(document: Document) -> str:
    """The house that the title or the signature of a document names; "" where none does."""
    known = document.notes.get("house")
    if isinstance(known, str):
        return known
    found = _named(document)
    document.notes["house"] = found
    return found


def _named(document: Document) -> str:
    title = document.title.norm.strip()
    for pattern in (_BY_TITLE, _OF_GROUP):
        match = pattern.match(title)
        if match and (name := _clean(match["body"])):
            return name
    lines = [line for line in document.text.norm.strip().split("\n") if line.strip()]
    for line in reversed(lines[-_LAST_LINES:] if len(lines) > 2 else []):
        match = _BY_SIGNATURE.fullmatch(line) if len(line) < 50 else None
        if match and (name := _clean(match["body"])):
            return name
    return ""


def _clean(name: str) -> str:
    name = name.strip()
    return "" if len(name) < 4 or _NO_HOUSE.search(name) or WORDS.search(name) else name


# The word before a part, by what the house is. Nothing of it where the word begins a name of its own: 医院感染管理科, 公司金融部.
_WORDS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(f"(?:{ends})(?:有限公司|有限责任公司|股份有限公司)?$"), re.compile(words))
    for ends, words in (
        (_BANK, r"(?:总行|[本我]行|[省市]?[分支]行(?!长)|省?联社|行(?=办公室|党委|工会|团委|纪委|机关))"),
        (
            _COMPANY,
            r"(?:集团|股份|总|[本我])?公司(?:总部|机关(?!党委|纪委|工会|团委))?(?!治理|金融|业务|银行|客户|信贷|机构|律师|与|和|法人)|集团(?:总部|本部)?(?!客户|公司|金融|军)|总部|本部|"
            r"厂(?=部|办|党委|工会|团委|纪委|[\u4e00-\u9fff]{1,8}(?:科|处|车间|部|室))",
        ),
        (
            _HOSPITAL,
            r"(?:[本我]?医院|[本我]院|院)(?!感|士|前|内|外|务|长|文化|药|制剂|管理研究)|[本我]?中心(?=办公室|党|工会|机关|[\u4e00-\u9fff]{2,9}(?:科|所|处))(?!医院|实验|血站)",
        ),
        (_COURT, r"(?:[本我]?法院|[本我]?检察院|[本我]院|院)(?:机关(?!党委|纪委|工会|团委))?(?!长|外|内|士)"),
        (
            _SCHOOL,
            r"(?:学校|[本我]校|校)(?!长|友|园|医院|外|企|地|际|史|办企业|区|董|体育|艺术|卫生)|(?:(?<=^)学院|[本我]院|院)(?!长|士|系|感|外|内|校)(?=[\u4e00-\u9fff]{2})",
        ),
        (_INSTITUTE, r"(?:[本我]?研究院|[本我]?设计院|[本我]院|院|[本我]?研究所|[本我]所|所)(?!长|士|属|有|外|内|区|系)"),
        (r"局", r"(?:[本我]局|局)(?:机关(?!党委|纪委|工会|团委|党总支))?(?!长|部|属|域|限|面)"),
        (r"厅", r"(?:[本我]厅|厅)(?:机关(?!党委|纪委|工会|团委|党总支))?(?!长|局|级|属)"),
        (r"委员会", r"(?:[本我]委|委)(?:机关(?!党委|纪委|工会|团委|党总支))?(?!员|属|托|任|派)"),
        (_ASSOCIATION, r"(?:[本我]会|协会|学会|商会|研究会|基金会|联合会|促进会|总会)(?!长|员|计)"),
        (
            r"报社|出版社|日报社",
            r"(?:报社|出版社|[本我]社|社)(?=办|党|工会|团委|纪委|总编|机关|[\u4e00-\u9fff]{2,8}(?:部|中心|处))",
        ),
        (r"台", r"(?:电视台|[本我]台|台)(?=办|党|工会|团委|纪委|总编|机关|[\u4e00-\u9fff]{2,8}(?:部|中心|处))"),
        (r"馆", r"(?:[本我]馆|馆)(?=办|党|工会|机关|[\u4e00-\u9fff]{2,8}(?:部|室|中心))"),
        (
            r"中心",
            r"(?:[本我]中心|中心)(?=办|党|工会|机关|综合|业务|财务|人事|[\u4e00-\u9fff]{2,9}(?:科|所|处|部))(?!医院|实验|血站)",
        ),
    )
)


def own_part(own: str, house: str) -> str:
    """The part of the house that ``own`` names with the house's word before it; "" where it names none."""
    if len(own) < 3 or not house:
        return ""
    for ends, words in _WORDS:
        if ends.search(house) and (match := words.match(own)):
            part = own[match.end() :]
            return part if len(part) > 1 else "机关" if match[0].endswith("机关") and not part else ""
    return ""


_BARE = expression(
    r"(?:本|我|该)?(?:公司|集团|集团公司|总公司|医院|法院|检察院|学校|学院|协会|学会|商会|研究会|基金会|联合会|银行|总行|研究院|研究所|报社|出版社)"
)


def is_bare(own: str) -> bool:
    """Whether it is a house's word for itself and no name."""
    return bool(_BARE.fullmatch(own))
