"""The places, wholes and sections that the name of one body says of another."""

from __future__ import annotations

import re

from kgnews.annotate.dossier.office_words import COMMITTEE
from kgnews.expressions import expression


def place_of(name: str) -> str:
    """The place whose committee or government a body is, "" where it is none's."""
    found = re.match(
        r"(?:中共)?(?P<place>[\u4e00-\u9fff]+?(?:特别行政区|自治区|自治州|自治县|[省市县区州旗镇乡盟]))(?=委|政府|"
        r"人民|人大|政协|纪委|监委|党工委|工委|纪工委|管委会|管理委员会|$)",
        name,
    )
    if found:
        return found["place"]
    return name if name and name[-1] in "省市县区州旗镇乡" else ""


def uncommittee(name: str) -> str:
    """The body whose committee it is: 青山县委 → 青山县."""
    match = COMMITTEE.search(name)
    if match is None or (match[0] == "委员会" and "中共" not in name):
        return name
    return name[: match.start()].removeprefix("中共") or name


_DEPARTMENT_OF = expression(
    r"(?P<whole>[\u4e00-\u9fff]{2,}?(?:大学|学院|学校|中学|医院|公司|集团|银行|(?<=[究查察计学划])院))[\u4e00-\u9fff]{0,12}(?:部|处|科|室|办|办公室|中心|"
    r"(?:[高初][一二三](?:年级)?|[一二三四五六七八九]年级)[\u4e00-\u9fff]{0,4})$"
)


def house_above(base: str) -> str:
    """The school or company whose department it is: its own 团委, 工会, 党委 are of the whole."""
    match = _DEPARTMENT_OF.match(base)
    return match["whole"] if match else base


_UNDER = expression(
    r"(?P<above>[\u4e00-\u9fff]{2,}(?:部|局|委|办|厅|院|公司|集团|政府|社|台|学))[\u4e00-\u9fff]{2,10}(?P<unit>[科处股])$"
)


def section_of(base: str, own: str) -> str:
    """The full name of a section that is told after a body or after one of its sections."""
    beside = _UNDER.match(base)
    school = re.match(r".+?大学(?=[\u4e00-\u9fff]{2,12}学院$)", base)
    if school and own.endswith("处"):  # 某大学某学院院长、科研处处长
        return school[0] + own
    base = beside["above"] if beside and own.endswith((beside["unit"], "教研室")) else base  # 宣传部新闻出版科科长、新闻科科长
    base = re.sub(r"党组$", "", base)
    return base + own if not own.startswith(base) else own


def land_of(name: str, unit: str) -> str:
    """The place in a name up to the first ``unit`` (自治州 for 州)."""
    name = name.removeprefix("中共")
    match = re.match(rf"[\u4e00-\u9fff]+?{unit}", name)
    return match[0] if match and len(match[0]) > 1 else ""
