"""Posts whose body is fixed by the title, and ministries named without their country in a chain that has named it."""

from __future__ import annotations

from kgnews.annotate.base.tables import word_set
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.model import HAN, Names
from kgnews.expressions import expression

SWALLOWED = {
    "总书记": "中共中央",
    "国家主席": "中国",
    "国家副主席": "中国",
    "国务委员": "国务院",
    "委员长": "全国人大常委会",
    "全国人大代表": "全国人大",
    "全国政协委员": "全国政协",
}
HERE = ("中共", "中国", "中央", "国务院", "全国", "国家", "中华")
STATE_HEADS = word_set(
    "国务资政 资政 参议长 众议长 贸易代表 国家安全顾问"
    " 外相 防相 财相 外长 防长 财长 首相 总统 国务卿 总理 国王 外交部长 国防部长 国务委员长 议长 副总统 总督 王储"
)
# Where names are written as Chinese ones are.
_NEAR = ("日本", "韩国", "朝鲜", "越南", "新加坡", "中国", "马来西亚", "蒙古", "缅甸", "老挝", "柬埔寨")
_MINISTRY = expression(r"[\u4e00-\u9fff、]{2,14}(?:部|署)|部长会议|国务委员会|内阁|最高法院|中央选举委员会")


def with_country(bodies: Bodies, before: str, text: str) -> str:
    """意大利副总理兼内政部长: 意大利内政部; "" where the body before is not of another country or this one is no ministry."""
    if before.endswith("中央") and text.startswith("中央") and before != "中共中央":
        return before + text[2:]  # 古巴共产党中央、中央政治局: of that party
    country = before[: bodies.place_prefix(before)]
    if not _MINISTRY.fullmatch(text) or country not in bodies.countries or country == "中国" or bodies.place_prefix(text):
        return ""
    return country + text


def text_side(title: str) -> bool:
    """Whether the title is one side's (俄方主席, 中方院长)."""
    return title[1:2] == "方"


def foreign_made(names: Names, name: str) -> bool:
    """Whether a name is surely not made like a Chinese one."""
    if "·" in name or len(name) > 4 or not all(map(HAN.match, name)) or name in names.transliterated:
        return True
    strange = bool(name) and all(one in names.foreign for one in name)
    return strange and (len(name) > 2 or names.surnames.get(name[0], 0.0) < 0.03)


def may_hold(names: Names, name: str, country: str) -> bool:
    """Whether somebody of that name can hold a state post of the country that is only guessed from the text around."""
    return foreign_made(names, name) or country.startswith(_NEAR)


def swallowed_ministry(head: str, before: str) -> bool:
    """Whether a minister told in short is not of the body before (国务委员兼外长, 国务院)."""
    return before == "国务院" and head in ("外长", "防长", "财长")


def of_party(name: str) -> bool:
    """Whether the body is a party or an alliance, which has no head of state (利库德集团领导人、总理)."""
    return name.endswith(("党", "集团", "联盟", "政治局", "中央", "书记处", "阵线", "运动", "大会", "党团", "政党"))
