"""Whose a post is: the full name of a body from its words and those before."""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.dossier.body_wholes import house_above, land_of, place_of, section_of, uncommittee
from kgnews.annotate.dossier.houses import is_bare, own_part
from kgnews.annotate.dossier.office_words import (
    BARE,
    COMMITTEE,
    CONGRESS,
    DEPARTMENT,
    GOVERNED,
    PART_OF_HOST,
    PARTY,
    SAID_BEFORE,
    SECTION,
    SECTION_END,
    SWALLOWED,
    TERM,
    UNIT_HEAD,
    UNITS,
    WHOLE,
    WHOLE_HEADS,
)
from kgnews.annotate.dossier.parts import has_part, whole_of
from kgnews.annotate.dossier.territory import UNITS as UNITS_OF_LAND
from kgnews.annotate.dossier.territory import ZONES, Territory
from kgnews.annotate.dossier.title_heads import TitleHeads
from kgnews.expressions import expression


class BodyNamer:
    """Names the bodies of one passage; remembers the places that they name."""

    def __init__(self, document: Document, passage: Passage, territory: Territory) -> None:
        self.passage, self.norm, self.territory = passage, passage.norm, territory
        self.heads = table(document.terms, TitleHeads)
        self.bodies: Bodies = table(document.terms, Bodies)
        self.section = ""  # the section named last in the phrase
        self.ledby = ""  # the title named last in the phrase
        self.in_party_group = False  # the post named last is one of 市政府党组
        self.old_style = any(one in passage.raw for one in "處長縣")  # as Hong Kong and Taiwan write
        self.issuer = ""  # the body that speaks: 本府, 我局
        self.host = ""  # the body whose offices are listed without naming it
        self.house = ""  # the body whose document it is: 公司, 本行

    def _overlaps(self, own: str, unit: str) -> bool:
        """红河县长 is 县长 of 红河县; 工会部长 is not."""
        if unit in "省市县区州镇乡旗":
            return not self.bodies.suffix_of(own) or self.bodies.is_place(own)
        return unit in "部局厅" and not self.bodies.suffix_of(own) and len(own) > 1

    def _name(self, own: str, last: str) -> str:
        """The full name of a body told as ``own`` behind ``last``; 县委办公室 of 中共某县委 is 某县委办公室."""
        name = self._whole_name(own, last)
        return name.removeprefix("中共") if _OF_COMMITTEE.match(own) else name

    def _whole_name(self, own: str, last: str) -> str:
        own = TERM.sub("", own.replace(" ", "")).removeprefix("新一届").removeprefix("大股东")
        own = own[1:] if own[:1] == "新" and self.bodies.suffix_of(own[1:]) == own[1:][-len(own[1:]) :] and len(own) > 2 else own
        if not own or own in ("新", "新任", "新一任", "下任", "下一任", "首任", "现任"):
            return ""
        if re.match(r"校(?![友园外企长])[\u4e00-\u9fff]{3,}", own):  # 校学术委员会, whose the text does not say
            return self.host.removesuffix(own[1:]) + own[1:] if self.host else ""
        if (said := SAID_BEFORE.fullmatch(own)) and (whose := self._said_before(said, last)):
            return whose + said["rest"]
        if own in BARE or is_bare(own) or (own in ("委员会", "管理局") and self.host.endswith(own)):
            return self.host or (self.house if _FIRM.match(own) else "") or last
        if self.host and ((own == "管委会" and self.host.endswith(_ZONE)) or _YEAR.fullmatch(own)):
            return self.host if own == "管委会" else self.host + own
        if part := own_part(own, self.host or last):
            return self._own_part(part, last)
        if own in ("机关", "直属机关") and (last or self.host):
            return (last or self.host) + own
        if own in ZONES and (zone := self.territory.places.get(own)):
            return zone  # 开发区党工委书记
        if len(own) == 1 and own in "省市县区州旗镇乡盟":
            return land_of(last, own) or self.territory.places.get(own, "")
        if "银行" in self.host and re.fullmatch(r"公司(?:业务|金融|银行|客户|信贷|机构)*部", own):
            return self.host + own
        if (
            ours := re.match(r"(?:本|我)?公司|[本我][行院校会]|学校(?=.)|集团(?=.)|总行(?=.)|总公司(?=.)|总部(?=.)", own)
        ) and len(own) > 2:
            return (self.host or last) + own[ours.end() :] if self.host or last else ""
        if self.host and re.match(r"(?:董事会|监事会)(?=.)", own):  # 董事会审计委员会
            return self.host + own
        expanded = self.territory.expand(own)
        if expanded != own:
            return expanded
        if self.host and _BRANCH.fullmatch(own) and _BRANCHED.search(self.host) and own[:2] != self.host[:2]:
            return self.host + own  # 澄海管理处 of the company whose list it is
        base = last or self.host
        government = next((one for one in (base, self.host) if one.endswith("政府")), "") if self.old_style else ""
        if government and _BUREAU.fullmatch(own) and not self.stands(own):
            return government + own  # 臺南市政府教育局
        if (base and own in ("政府", "人民政府", "人大常委会", "人大", "政协", "监委", "纪委监委")) or (
            base and GOVERNED.fullmatch(own) and place_of(base)
        ):
            return (place_of(base) or base) + own
        if base and own in (
            "党委",
            "党组",
            "党总支",
            "党支部",
            "团委",
            "工会",
            "机关党委",
            "党工委",
            "董事会",
            "监事会",
            "理事会",
            "纪委",
            "纪检组",
            "纪检监察组",
        ):
            return house_above(uncommittee(base)) + own
        if base and base.endswith(own):
            return base
        if len(own) > 3 and base.find(own) > 1:
            return base[: base.find(own) + len(own)]  # 某大学化学学院分析化学系主任、化学学院院长
        if base and CONGRESS.search(base) and re.fullmatch(r"[\u4e00-\u9fff]{2,14}(?:委员会|专委会|工委|研究室)", own):
            return (base if "工作" in own or "工委" in own else re.sub(r"常委会$|常务委员会$", "", base)) + own
        beside = last.startswith(self.host) and (last[-1:] == own[-1:] or own.startswith("党委") or self._peers(own, last))
        if (
            self.host
            and (last in ("", self.host) or beside)
            and PART_OF_HOST.match(own)
            and has_part(self.host, own)
            and not self.stands(own)
        ):
            return self.host + own
        if (
            re.fullmatch(r"[\u4e00-\u9fff]{2,6}部", own)
            and own not in self.bodies.known
            and not self.stands(own)
            and _HAS_SECTIONS.search(base)
        ):
            return base + own  # 广播电台专题部
        if own not in self.bodies.known and (whole := whole_of(base, own)) and not self.stands(own):
            return whole + own
        if (affiliated := _AFFILIATED.match(own)) and (school := _WITH_AFFILIATES.match(base)):
            return school[0] + own[affiliated.start("own") :]  # 某医科大学副校长、附属肿瘤医院院长
        known = own.startswith(tuple(self.territory.places.values())) if self.territory.places else False
        if (
            base
            and SECTION.fullmatch(own)
            and not known
            and not WHOLE.match(own)
            and not _OWN_SCHOOL.fullmatch(own)
            and not self.bodies.place_prefix(own)
            and not own.startswith(("中共", "中国", "全国", "国家", "政府驻", "驻", "香港"))
        ):
            if self.old_style and base.endswith(("局", "署", "处")) and own.endswith(("处", "署")):
                return own  # 勞工處 stands beside 民政事務局
            if len(own) > 5 and own[:2] == base[:2]:
                return own  # 江岭水利科学研究所, below 江岭大学
            if any(own.startswith(one) for one in ("全", "第")) and own.endswith(("团", "师", "旅")):
                return own
            if own.endswith(("学院", "分院", "研究院", "研究所")) and not base.endswith(("大学", "学院", "院")):
                return own
            return section_of(base, own)
        return own

    def _own_part(self, part: str, last: str) -> str:
        """法律合规部, told as 公司法律合规部."""
        return (self.host or last) + part

    def _said_before(self, said: re.Match[str], last: str) -> str:
        """The body that 该院 or 本府 stands for; "" where none fits."""
        unit = re.compile(rf".+(?:{UNITS.get(said['unit'], said['unit'])})")
        for name in (self.host, self.issuer) if said["whose"] != "该" and said["unit"] not in UNITS_OF_LAND else ():
            if unit.match(name):
                return name
        if match := unit.match(last) or unit.match(self.issuer) or unit.match(self.host):
            return match[0]
        return self.territory.places.get(said["unit"], "") if said["unit"] in UNITS_OF_LAND else ""

    def _peers(self, own: str, last: str) -> bool:
        """A house's departments stand side by side: 党委学生工作部部长、学生处处长; 后勤处维修科科长、后勤处副处长."""
        if own.endswith(("处", "部", "学院", "研究生院", "中心", "馆", "办公室")):
            return bool(_HOUSES.search(self.host))
        return own.endswith("科") and "医院" in self.host and not re.search("[处部]", last[len(self.host) :])

    def stands(self, own: str) -> bool:
        """Whether a name begins with a place or a body that is known, so that it stands by itself."""
        places = tuple(self.territory.places.values())
        if self.host and len(own) > 5 and own.endswith(_SCHOOLS) and not _HAS_SCHOOLS.search(self.host):
            return True  # 某职业学院, told in the list of a bureau
        if _OWN_SCHOOL.fullmatch(own):
            return True  # 桐渚卫生职业学院, in a life of 鹤汀海事职业学院
        if self.host and len(own) > 3 and own[:2] == self.host[:2]:
            return True  # 清河热电厂, told in the list of 清河能源集团
        return bool(self.bodies.place_prefix(own) or self.territory.steps(own) or (places and own.startswith(places)))

    def _inherited(self, title: str, last: str) -> str:
        for word, name in SWALLOWED.items():
            if title.endswith(word):
                return name
        base = last or self.host
        if (department := _NAMES_ITS_PART.match(title)) and (house := whole_of(base, department[0])):
            return house  # 学生工作处处长、武装部部长
        if self.section and self.ledby == "副" + title:
            return self.section  # 办公室副主任、主任
        if title.startswith("党工委") and base.endswith(_ZONE):
            return base.removesuffix("管委会").removesuffix("管理委员会")
        if self.section and _RANK.search(title):
            return self.section  # 畜牧研究所助理研究员、副研究员
        own = re.match(r"党委|党组|党总支|党支部|党工委|纪委|团委|工会", title)
        if own and len(title) > len(own[0]) and not base.endswith(own[0]):
            return house_above(base)  # 学生处副处长、团委书记
        if own and len(title) > len(own[0]):
            return base[: -len(own[0])]  # 某大学团委副书记、团委书记
        league = re.match(r"(?P<whole>.+委)(?:办公室|[\u4e00-\u9fff]{1,6}[部处科室])$", base)
        if league and re.fullmatch(r"副?书记", title):
            return league["whole"]  # 团市委办公室主任、副书记
        part = re.search(r"([科处股系室所庭队])长$|(室|中心|办)(?:副)?主任$", title)
        if part and self.section.endswith(part[1] or part[2]):
            return self.section
        unit = UNIT_HEAD.search(title)
        if unit:
            if last.endswith("政府") and last != self.host and not self.in_party_group:
                return base
            place = land_of(base, unit["unit"]) if base else ""
            return place or self.territory.places.get(unit["unit"], "") or base
        if not base:
            return ""
        if WHOLE_HEADS.match(title) and (part_of := DEPARTMENT.match(base)):
            return part_of[0]  # 某公司财务部经理、总会计师
        court = re.match(r".+?(?:法院|检察院)(?=.)", base)
        if court and re.search(r"审判员|检察员|法官|检察官|党组|^审判委员会|^检察委员会", title):
            return court[0]
        if (
            title.endswith("校长")
            and not base.endswith(_SCHOOLS[1:5])
            and (school := re.match(r".+?(?:大学|学校|中学|小学)(?=.)", base))
        ):
            return school[0]
        head = re.search(r"([院校局厅台社馆厂行所])长$", title)
        if head and SECTION_END.search(base):
            wanted = "(?:大学|学校|中学|小学|学院|校)" if head[1] == "校" else head[1]
            whole = re.match(rf".+{wanted}(?=.)", base)
            base = whole[0] if whole else base
        if re.fullmatch(r"副?书记", title) and (committee := _STANDING.match(base)):
            return committee[0]  # 县委常委会委员、书记
        if COMMITTEE.search(base) and not PARTY.search(title) and not re.search(r"委员会$", base):
            return uncommittee(base)
        return base


_STANDING = expression(r".+委(?:员会)?(?=常务委员会$|常委会$)")
_HOUSES = expression(r"(?:大学|学院|中学|小学|学校|医院|局|厅|法院|检察院|卫生院|保健院|中心|研究院)$")
# 武装部部长 is one title in the lists.
_NAMES_ITS_PART = expression(r"[\u4e00-\u9fff]{2,4}部(?=部长|主任)")
_OF_COMMITTEE = expression(r"[省市县区州旗镇乡]委(?=.)")
_AFFILIATED = expression(
    r"(?:学校|校|该校)?(?P<own>第?[一二三四五六七八九十]{0,3}附属[\u4e00-\u9fff]{2,10}(?:医院|中学|小学|学校|幼儿园))$"
)
_WITH_AFFILIATES = expression(r"[\u4e00-\u9fff]{2,}?(?:大学|学院)(?![\u4e00-\u9fff]*医院)")
_OWN_SCHOOL = expression(
    r"[\u4e00-\u9fff]{2,}(?:大学|(?:职业|师范|理工|工程技术|医学高等|高等|开放|警官)(?:技术|专科)*(?:学院|学校)|(?:专科|中等|技工|航运|卫生|职业|师范)学校|中学|小学)"
)
_SCHOOLS = ("学院", "大学", "学校", "中学", "小学", "医院", "公司")
_HAS_SCHOOLS = expression(r"大学|学院|学校|医院|公司|集团|研究院|科学院|党校|厂|银行")
_FIRM = expression(r"(?:本)?(?:公司|行|集团)$")
_BRANCH = expression(r"[\u4e00-\u9fff]{2,4}?(?:管理处|收费站|项目部|分公司|支行|分行|营业部|营业所|供电所|分部)")
_BRANCHED = expression(r"(?:公司|银行|集团|联社)$")
_ZONE = ("管理委员会", "管委会")
_YEAR = expression(r"(?:(?:高|初)[一二三](?:年级)?|[一二三四五六七八九]年级)[\u4e00-\u9fff]{0,4}")
_RANK = expression(
    r"^(?:副|助理|高级|主任|主治|主管|中级|初级)*(?:教授|讲师|助教|研究员|研究实习员|工程师|教师|医师|护师|技术员|科员|干事)$"
)
_BUREAU = expression(r"(?!.*政府)[\u4e00-\u9fff]{2,8}(?:局|处|委员会)")
_HAS_SECTIONS = expression(r"(?:台|社|公司|集团|银行|厂|医院|研究院|研究所|中心|大学|学院|协会|学会|联合会)$")
