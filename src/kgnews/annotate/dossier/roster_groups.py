"""Which group a roster is of: from the title, a heading, the words before a list."""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.dossier.hosts import owner_of
from kgnews.annotate.dossier.houses import house_of, is_bare, own_part
from kgnews.annotate.dossier.offices import OfficeReader
from kgnews.annotate.dossier.people import People
from kgnews.annotate.dossier.roster_words import BODY, COUNCILS, GROUP, ISSUER, LIST_OF, TERM
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_CHIEFS = expression(
    r"(?P<place>[\u4e00-\u9fff]{2,12}?[省市县区镇乡])(?=[^，。]{0,30}(?:河长|湖长|林长|链长|路长|田长)[^，。]{0,8}(?:名单|公告|公示))"
)
_CHIEFS_OF = expression(
    r"(?:^|[将的对]|后的?)(?P<place>(?:(?![的后将])[\u4e00-\u9fff]){2,12}?[省市县区镇乡])(?=(?:(?:第一)?副?总|[省市县区镇乡村]级|、|及|和|[河湖林链路田]长){2,9}(?:名单|公告|公示))"
)
# Whose sections the members are of: 某市水利局关于成立…抢险队的通知, 市政科科长.
_BUREAU = expression(r"(?:中共)?(?P<body>[\u4e00-\u9fff]{4,24}?(?:局|厅|法院|检察院|卫生健康委员会))(?:党组|党委|办公室)?关于")
# 某医院医疗质量管理委员会成员名单: its members are of the house.
_OF_HOUSE = expression(
    r"(?!关于)(?P<body>[\u4e00-\u9fff]{2,20}?(?:医院|大学|学院|公司|集团|学校|中学|小学|研究院|科学院|研究所|设计院|博物馆|图书馆|报社|电视台|出版社))"
    r"(?!关于|学会|协会|附属)[\u4e00-\u9fff]{2,24}(?:委员会|领导小组|工作组|专家组|小组)[\u4e00-\u9fff]{0,8}(?:名单|通知|换届|公告|组成|成员)"
)
_OF_ITS_OWN = expression(
    r"大学|学院|公司|集团|医院|银行|中学|(?:协会|学会|商会|研究会|基金会|联合会|总会|促进会|联盟|理事会|校友会|文联|作协|科协)$"
)
# No house's word for itself stands before these.
_ALSO_PROPER = expression(r"医院(?:感染|管理|药事)|公司治理|学校(?:体育|艺术|卫生)")
_TWO_NAMES = expression(r"(?P<name>(?P<place>[\u4e00-\u9fff]*?)(?:工商业联合会|工商联))（总?商会）")
_NUMBER = expression(r"（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、")
# 某大学深圳校友会成立大会暨第一届理事会第一次会议举行: what is elected there is of the association.
_FOUNDED = expression(
    r"(?:^|[ ，：——])(?P<group>[\u4e00-\u9fff（）]{2,40}?(?:校友会|协会|学会|商会|联合会|联盟|研究会|基金会|促进会|联谊会))"
    r"(?:成立|换届)(?:选举)?(?:暨[^，。；\n]{2,20})?大会"
)
_MEETS = expression(r"举行|召开|开展")
_COMMITTEES = expression(
    r"中共|中国共产党|政协|中国人民政治协商|共青团|中国共产主义青年团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|中国国民党革命委员会|"
    r"中国民主同盟|中国民主建国会|中国民主促进会|中国农工民主党|中国致公党|台湾民主自治同盟"
)
_BODY = expression(BODY)  # what every group ends in, and found a hundred times as fast


class GroupNamer:
    """Names the groups of one passage."""

    def __init__(self, document: Document, passage: Passage, offices: OfficeReader, scribe: Scribe) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.offices, self.scribe = offices, scribe
        self.people = People(document, passage)
        self.group, self.group_at = "", Span(0, 0)
        self.base = ""  # the group that the document is about, of which others are parts
        self.group_where = "text"
        self.alias = ""  # 某市总商会, of which chairmen are 会长: 某市工商业联合会（总商会）
        self.role = Span(0, 0)
        self.order: dict[str, str] = {}  # who appointed the people of the roles, and since when
        self.known: dict[str, Mention] = {}
        issuer = ISSUER.match(document.title.norm)
        self.issuer = issuer["body"] if issuer else ""
        if is_bare(self.issuer) or self.issuer.startswith("关于"):
            self.issuer = ""
        self.offices.host = self.offices.host or self.issuer or self._whose(document.title.norm) or house_of(document)
        if re.search("领导|班子", document.title.norm):  # 某学院领导班子: its office is 办公室
            self.offices.host = self.offices.host or owner_of(document)

    def _whose(self, title: str) -> str:
        """关于调整江岭大学实验室安全领导小组的通知: the school or company whose group it is."""
        group = re.match(
            r"关于(?:成立|调整|公布|印发|充实|设立|组建|完善|建立|明确|更换)(?P<body>[\u4e00-\u9fff]{2,16}?(?:大学|学院|公司|集团|医院|银行))",
            title,
        )
        group = group or _BUREAU.match(title) or _OF_HOUSE.match(title)
        return group["body"] if group and not is_bare(group["body"]) else ""

    def _named_group(self, text: str) -> tuple[str, Span] | None:
        best: tuple[str, Span] | None = None
        if founded := _FOUNDED.search(text):
            return founded["group"], Span(*founded.span("group"))
        for match in GROUP.finditer(text) if _BODY.search(text) else ():
            span = Span(*match.span("group"))
            name = match["group"]
            cut = re.match(
                r".*?(?:人民政府办公室|人民政府|办公室|委员会|党委)?关于(?:成立|调整|公布|印发|充实|设立|组建|"
                r"完善|建立|明确|更换)?|.*?(?:决定|同意|研究)，?(?:对|将|成立|调整|充实|设立|组建)+",
                name,
            )
            if cut and cut.end() < len(name):
                name, span = name[cut.end() :], Span(span.start + cut.end(), span.end)
            verb = re.match(
                r".*?(?:委任|任命|邀请|聘任|聘请|同意|推荐)(?:以下|下列)?(?:人士|各位|老师|同志|专家|教师|人员)*(?:为|出任|担任)|"
                r"[名位人](?:人士|各位|老师|同志|专家|教师|人员)*(?:为|出任|担任)|(?:日(?!本)|经[\u4e00-\u9fff]*?(?:研究|决定|同意)|决定|"
                r"为[\u4e00-\u9fff]*?，|现将|将|对|成立|调整|公布|"
                r"由|选出|选举产生|(?:调整|充实|重组|换届|更新)后的?|后的|新的)+",
                name,
            )
            if verb and verb.end() < len(name) - 2:
                name, span = name[verb.end() :], Span(span.start + verb.end(), span.end)
            if (number := _NUMBER.match(name)) and number.end() < len(name):  # （一）学术道德委员会
                name, span = name[number.end() :], Span(span.start + number.end(), span.end)
            if _MEETS.search(name) or "下设" in name:
                continue
            if re.fullmatch(rf"(?:{BODY}|县|市|区|省|本|该|我|各|新一届|第[一二三四五六七八九十百\\d]+届)+", name):
                continue
            name = name.partition("换届")[0] or name  # 第十一届某委员会换届、第十二届某委员会第一次会议
            best = (self._clean(name), span)
            break
        return best or self._listed_group(text) or self._chiefs(text)

    def _chiefs(self, text: str) -> tuple[str, Span] | None:
        """某市总河长、副总河长名单: the chiefs of rivers and woods are of the place."""
        match = _CHIEFS.match(text) or _CHIEFS_OF.search(text)
        return (match["place"], Span(*match.span("place"))) if match else None

    def _listed_group(self, text: str) -> tuple[str, Span] | None:
        """A heading that says whose list it is, whatever the group is called: 某院客座专家名单."""
        match = LIST_OF.match(text.strip()) if len(text) < 50 else None
        if match is None or "关于" in match["group"]:
            return None
        at = text.index(match["group"])
        return self._clean(match["group"]), Span(at, at + len(match["group"]))

    def _clean(self, name: str) -> str:
        """Without the term: 红河大学校友会第三届理事会 → 红河大学校友会."""
        name = re.sub(r"^(?:现将|现就|现|将)", "", name)
        if is_bare(name):
            return self.offices.host or house_of(self.document) or name
        term = COUNCILS.search(name) if not _COMMITTEES.match(name) else None
        if term and term.start() > 3:
            name = name[: term.start()]
        name = self._one_of_two(name)
        name = TERM.sub("", name)  # not that of an occasion: 第二十届运动会组委会
        return self._owned(self.offices.territory.expand(name))

    def _one_of_two(self, name: str) -> str:
        """某市工商业联合会 of 某市工商业联合会（总商会）."""
        both = _TWO_NAMES.fullmatch(name)
        if both is None:
            return name
        self.alias = self.offices.territory.expand(both["place"]) + "总商会"
        return both["name"]

    def _owned(self, name: str) -> str:
        """苍梧大学关于成立实验室安全专家组的通知: whose group it is, where its name does not say."""
        if part := own_part(name, self.offices.host):
            return self.offices.host + part
        issuer = self.issuer or house_of(self.document)
        if issuer and _ALSO_PROPER.match(name):
            return issuer + name
        if not issuer or self.offices.stands(name) or _OF_ITS_OWN.search(name):
            return name
        return issuer + re.sub(r"^(?:学校|校|公司|集团|院|医院)(?=.{4})", "", name)
