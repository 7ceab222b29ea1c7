"""Parts of one house told one after the other: 某大学教务处处长、研究生院院长; 某公司安监局副局长、生产部部长."""

from __future__ import annotations

from kgnews.expressions import expression

_SCHOOL = expression(
    r"(?P<whole>[\u4e00-\u9fff]{2,}?(?:大学|(?<![\u4e00-\u9fff]大学)(?:师范|理工|工程|职业|技术|财经|医|农业|民族|体育|美术|音乐|政法|外国语|科技|工商|工业|开放|警察)学院))"
    r"(?:[\u4e00-\u9fff]{0,14}(?:学院|研究生院|处|部|馆|中心|办公室|系|所|院|团委|工会))?$"
)
_OF_SCHOOL = expression(
    r"(?!.*(?:大学|公司|委员会|医院|学院).)(?!.{2,}(?:职业|师范|高等)(?:技术|专科)*学院)(?:[\u4e00-\u9fff]{2,9}学院|研究生院|图书馆|档案馆|博物馆|"
    r"[\u4e00-\u9fff]{2,10}处|(?:党委)?(?:办公室|学生工作部|研究生工作部|宣传部|组织部|统战部|保卫部|武装部|教师工作部|学工部)|"
    r"(?:党政|校长|学校|校|党委校长)办公室|[\u4e00-\u9fff]{2,8}中心|(?:[\u4e00-\u9fff]{2,8})?学部|后勤集团|校医院|资产经营公司)"
)
_FIRM = expression(
    r"(?P<whole>[\u4e00-\u9fff（）]{2,}?(?:公司|集团)(?!有限|股份|公司|集团))[\u4e00-\u9fff]{2,8}(?:部|处|室|中心|局|厂|矿)$"
)
_OF_FIRM = expression(r"(?!.*(?:公司|集团|支部|总部))[\u4e00-\u9fff]{2,8}部")
_HOSPITAL = expression(r"(?P<whole>[\u4e00-\u9fff（）]{2,}?医院)(?P<part>[\u4e00-\u9fff]{2,9}(?:部|处|科|室|中心))$")
_OF_HOSPITAL = expression(r"(?!.*(?:医院|大学|委员会|卫生健康))[\u4e00-\u9fff]{1,8}(?:部|处|科|办公室|中心)")
_INSTITUTE = expression(
    r"(?P<whole>[\u4e00-\u9fff]{2,}(?:研究|科学|调查|设计|规划|勘察|检测|检验|测绘|工程|总)院)[\u4e00-\u9fff]{0,8}$"
)
_OF_INSTITUTE = expression(r"(?!.*(?:研究院|大学|公司))[\u4e00-\u9fff]{2,8}所")


def whole_of(base: str, own: str) -> str:
    """The school, company or hospital of which ``base`` is a part and ``own`` another; "" where there is none."""
    for whole, part in ((_SCHOOL, _OF_SCHOOL), (_INSTITUTE, _OF_INSTITUTE), (_FIRM, _OF_FIRM), (_HOSPITAL, _OF_HOSPITAL)):
        match = whole.match(base)
        if match and part.fullmatch(own):
            below = whole is _HOSPITAL and own[-1] == "科" and match["part"][-1] in "处部"
            return "" if below else match["whole"]
    return ""


def has_part(host: str, own: str) -> bool:
    """Whether a house of its kind has such a part: an association has offices but no 学院 or 中心."""
    return not _ASSOCIATION.search(host) or own.endswith(("部", "处", "室"))


_ASSOCIATION = expression(r"(?:协会|学会|商会|研究会|基金会|联合会|促进会|联谊会)$")
