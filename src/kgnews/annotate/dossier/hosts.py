"""Whose document it is: the company or school whose own posts a list gives (公司总经理, 图书馆馆长), the body that speaks (本府, 我局)."""

from __future__ import annotations

import re

from kgnews.annotate.base.cues import Cues
from kgnews.annotate.base.document import Document
from kgnews.annotate.dossier.list_words import NOT_OWNER, OWNER
from kgnews.annotate.dossier.office_words import WORDS
from kgnews.expressions import expression

_COMPANY = (
    r"(?:集团|公司|大学(?![\u4e00-\u9fff]{0,10}医院|附属)|医院|银行|研究院|(?<!科)学院)(?:股份|集团)*(?:有限)?(?:责任)?(?:公司)?"
)
_KIND, _REACH = (
    Cues(("集团", "公司", "大学", "医院", "银行", "研究院", "学院")),
    30,
)  # what stands in either, and how far behind its start
_TITLE = expression(rf"[\u4e00-\u9fff（）]{{2,30}}?{_COMPANY}")
_TEXT = expression(rf"[\u4e00-\u9fff（）]{{2,30}}?{_COMPANY}(?=董事会|股东|（以下简称|党委|决定)")
_HELD = expression(r"[现原曾历拟兼]任|担任|[现系]为|主持|负责|分管|协管|联系|协助")
_BOARD = expression(r"^(?P<body>[\u4e00-\u9fff]{3,12}?)(?:董事会|股东会|股东大会|监事会)")
_ACTS = expression(
    r"周[一二三四五六日]|星期|解除|起诉|收购|召开|任命|聘任|举行|发布|迎来|成立|出任|调整|联合|[年月日]|公示|公告|聘请|要求|支持|推动|加快|加速|正在|如何|推出"
)


def host_of(document: Document, signed: str) -> str:
    """The body that title, signature (``signed``) or first words name; "" where none does."""
    for pattern, words in ((_TITLE, document.title.norm), (_TITLE, signed), (_TEXT, document.text.norm[:300])):
        for match in _KIND.around(pattern, _REACH, words):
            name = re.sub(r"^.*(?:关于|中共|经|由|根据|，|对)", "", match[0])
            if _HELD.search(name):
                continue  # 现任某大学党委副书记, no body whose document it is
            if (
                len(name) > 3
                and not WORDS.search(name)
                and not _ACTS.search(name)
                and not name.startswith(("股份", "有限", "公司", "集团", "各"))
                and "（子）" not in name
            ):
                return name
    board = _BOARD.match(document.title.norm)  # 华昌电子董事会决议
    return board["body"] if board and not _ACTS.search(board["body"]) and not WORDS.search(board["body"]) else ""


def owner_of(document: Document) -> str:
    """The body that a title says a list is of (青山县政府领导, 青山市教育局): as it stands there, "" where it says none."""
    title = document.title.norm.strip()
    if _PAGE.fullmatch(title):  # 领导之窗, and the body below it
        title = document.text.norm.strip().split("\n")[0].strip()
        title += "领导" if len(title) < 24 else ""
    match = OWNER.match(title)
    if match is None or NOT_OWNER.search(match["body"]):
        return ""
    return match["body"]


_PAGE = expression(
    r"(?:现任|学校|公司|集团|医院|单位|机构|机关|部门|局|厅|院|校)?(?:领导|领导班子|班子成员|领导成员)(?:之窗|简介|介绍|信息|班子|成员|分工|风采|团队)?|组织机构|机构领导"
)
_ASSOCIATION = expression(
    r"(?P<body>[\u4e00-\u9fff]{2,24}?(?:协会|学会|研究会|商会|基金会|联合会|促进会|校友会|联盟|总会|总工会|红十字会)|[\u4e00-\u9fff]{4,24}?(?:委员会|管理局)(?=新一届|成员|"
    r"委任|主席|新任))(?=关于|成员|委任|主席|第|理事会|会员|换届|选举|任免|人事|聘|召开|成立|新|名誉)"
)


def association_of(document: Document) -> str:
    """The association that a title says decides or elects, whose posts stand without it (聘请…为名誉会长)."""
    match = _ASSOCIATION.match(_ANNOUNCES.sub("", document.title.norm))
    return match["body"] if match and not WORDS.search(match["body"]) else ""


_ANNOUNCES = expression(r"^(?:特区政府|政府|当局)?(?:公布|宣布)")  # 政府公布某委员会委任名单
_GOVERNMENT = expression(r"(?P<body>[\u4e00-\u9fff]{2,3}[县市]政府)")


def government_of(document: Document) -> str:
    """The county or city of Taiwan whose bureaus its announcement names without it (文化局長)."""
    match = _GOVERNMENT.match(document.title.norm) or _GOVERNMENT.match(document.text.norm)
    return match["body"] if match else ""


_SPEAKS = expression(r"[本我](?:府|局|厅|部|委|院|校|会|公司|集团|行|所|社|台|馆|中心|署|处|办|[省市县区州旗镇乡])")
_ISSUES = expression(
    r"(?:中共|中国共产党)?(?P<body>[\u4e00-\u9fff（）]{2,30}?(?:人民政府|政府|公所|委员会|办公室|局|厅|部|(?<=[省市县区州])委|院|公司|集团|大学|学院|中心|银行|"
    r"协会|学会|联合会|总会|商会|基金会|医院|学校|中学|小学|研究所|总队|支队|出版社|报社|电视台|署|处))(?:党委|党组)?"
    r"(?=令|关于|公告|公布|公示|通告|通知|发布|人事|任免|召开|领导|现任|今|第[一二三四五六七八九十]+[届次]|干部|聘任|[ \n]|$)"
)


def issuer_of(document: Document) -> str:
    """The body that a document says is its own (本府, 我局), by title, first lines or signature; "" where it does not speak so."""
    text = document.text.norm
    if not _SPEAKS.search(text):
        return ""
    lines = [document.title.norm.strip(), *text.strip().split("\n")]
    for line in (*lines[:3], *(line.strip() for line in lines[:-4:-1])):
        match = _ISSUES.match(line) if len(line) < 60 else None
        if match and not WORDS.search(match["body"]):
            return match["body"]
    return ""
