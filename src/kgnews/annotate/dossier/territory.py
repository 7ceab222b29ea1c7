"""Which province, city or county a document is about, to complete 市财政局, 县委, 省纪委."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from kgnews.annotate.base.cues import Cues, cues
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression

UNITS = "省市县区州旗镇乡盟"
# No places: 社区, 林区, 城市, 地市, 小镇; but 柳林镇, 成都市.
_UNIT = (
    r"(?:特别行政区|自治区|自治州|自治县|(?<!辖)地区|省|(?<![城地])(?<!大都)(?<!首都)市|县|"
    r"(?<![社小校园景库林灾城都地辖牧])区|州|盟|旗|(?<![城小])镇|(?<!城)乡|街道)"
)
_STEP = expression(rf"(?!都市|小镇|小区|社区)[\u4e00-\u9fff]{{1,7}}?{_UNIT}")
_SEEN = expression(
    r"(?:中共)?(?P<name>[\u4e00-\u9fff]{1,10}?(?:省|自治区|市|自治州|州|盟|县|区|旗|镇|乡))(?:人民政府|政府|"
    r"委员会|委(?=[决研组宣书、，。 ])|人民代表大会|人大|政协|纪委|监委|中级|人民法院|人民检察院)"
)
_SEEN_BODY, _SEEN_REACH = cues("省|区|市|州|盟|县|旗|镇|乡×人民|人大|政府|政协|委|纪委|监委|中级"), 14  # stands in all of them
_ZONES = "新区|开发区|高新区|经开区|示范区|试验区|度假区|保税区|自贸区|合作区|管理区|园区"
ZONES = frozenset(_ZONES.split("|"))
# Zones, which their own documents call by their kind: 新区党工委, 开发区管委会.
_ZONE = expression(
    rf"(?:^|(?<=[\n ])|(?<=中共))(?P<name>[\u4e00-\u9fff]{{2,12}}?(?P<unit>{_ZONES}))"
    r"(?=管委会|管理委员会|党工委|工委|纪工委|[\u4e00-\u9fff]{0,12}(?:专班|小组|指挥部|委员会|领导|局|办公室))"
)
_ZONE_NAME, _ZONE_REACH = Cues(ZONES), 12
_ALSO = (("经济技术开发区", "经开区"), ("高新技术产业开发区", "高新区"))
_LOCAL = expression(rf"(?P<unit>{_ZONES}|自治区|自治州|自治县|特区|[省市县区州旗镇乡盟])(?=[\u4e00-\u9fff])")
# Whose branch a body is: its place stands behind.
_OF_WHOLE = expression(
    r"^(?:中共|中国共产党|共青团|国家统计局|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|中国国民党革命委员会|中国民主同盟|中国民主建国会|"
    r"中国民主促进会|中国农工民主党|中国致公党|台湾民主自治同盟|国网|国家税务总局|中国人民银行|中国国民党|民主进步党)"
)
_LIKELY = expression(
    r"委|管委|管理委|政府|人大|政协|纪委|监委|监察|人民|公安|财政|教育|司法|民政|发展|工业|科技|科学|住房|城|水利|农|商务|"
    r"文|卫|审计|应急|市场|统计|医|信访|林|"
    r"自然|生态|交通|人力|退役|国资|国有|金融|大数据|体育|机关|直|总工会|妇|共青|团|科协|残联|红十字|工商|"
    r"税务|气象|消防|检察|法院|中级|高级|党|档案|供销|"
    r"地方|粮|乡村|民族|宗教|统战|组织|宣传|政法|编|网|外|侨|台|港|保密|接待|投资|招商|行政|经济|开发|扶贫|"
    r"环保|环境|国土|规划|建设|计划|广|新闻|药|质|安|海|渔|畜|水|物|烟|邮|电|能|人防|"
    r"武装|人武|军|街道|社会|信用|营商|政务|政研|政策|老干|巡|史|志|社科|作协|侨联|贸促|法学会|慈善|"
    r"第[一二三四五六七八九十]|实验|重点|一中|二中|中学|小学|医院|图书|博物|疾控|融媒|电视|日报|办公|机要|"
    r"督查|纪检|公共|轨道|地铁|城投|文旅|林业"
)
_PREPOSITIONS = frozenset("在与和对向经由为关于及到赴从是的了据按将把驻原前")
# 市级、区域: words, not places left out.
_NEVER = expression(
    r"市场(?!监)|市政(?!府|协)|区域|区块|省际|县域|镇域|乡土|市民(?![政族])|市值|区间|州长|乡贤|市话|旗舰|旗下|省心|镇静"
)


@dataclass
class Territory:
    """The last place named for each unit; ``feed`` takes names of bodies in the order of the text."""

    bodies: Bodies
    places: dict[str, str] = field(default_factory=dict)
    ordinary: Collection[str] = ()

    def scan(self, text: str) -> None:
        """Take what a whole text names, the first of each unit."""
        found: dict[str, str] = {}
        for match in _SEEN_BODY.around(_SEEN, _SEEN_REACH, text):
            start = match.start("name")
            if (match["name"][0] in UNITS and len(match["name"]) < 3) or match["name"][0] in "各本该全我":
                continue
            if match["name"][-2:-1] == "为":  # 选举何明为市委书记
                continue
            whole = text[start : match.end("name")]
            known = next((at for at in range(len(whole) - 1) if self.bodies.is_place(whole[at:])), None)
            if known == 1 and whole[0] not in _PREPOSITIONS and not "\u4e00" <= text[start - 1 : start] <= "\u9fff":
                known = 0  # 清渠县 at the beginning of a line is not 渠县
            for unit, name in self.steps(whole[known:] if known is not None else _trim(whole)):
                if self.is_name(name):
                    found.setdefault(unit, name)
        for unit, name in found.items():
            self.places.setdefault(unit, name)
        for zone in _ZONE_NAME.around(_ZONE, _ZONE_REACH, text) if "区" in text else ():
            if zone["name"] != zone["unit"]:
                self._zone(zone["name"], zone["unit"])

    def _zone(self, name: str, unit: str) -> None:
        for key in (unit, *(short for whole, short in _ALSO if name.endswith(whole))):
            self.places.setdefault(key, name)

    def is_name(self, place: str) -> bool:
        """Whether it can name a place: known to be one, or not made of a verb and a unit (联系县)."""
        return self.bodies.is_place(place) or re.sub(r"(?:自治|街道|.)$", "", place) not in self.ordinary

    def feed(self, name: str) -> None:
        """Take what the full name of a body says."""
        for unit, place in self.steps(_OF_WHOLE.sub("", name)):
            self.places[unit] = place

    def steps(self, name: str) -> list[tuple[str, str]]:
        """The places that a name begins with: 云岭省白石市财政局 → 省 云岭省, 市 云岭省白石市."""
        found: list[tuple[str, str]] = []
        at = 0
        while match := _STEP.match(name, at):
            if match.end() - at < 3 and not found and not self.bodies.is_place(match[0]) and match.end() - at < 2:
                break
            end = match.end()
            if match[0][-1] == "州" and name[end : end + 1] in ("市", "区", "县") and not name.startswith("自治", end - 3):
                end += 1  # 福州市 is no 州
            unit = name[end - 1]
            if any(unit == known for known, _ in found):
                break
            found.append((unit, name[:end]))
            at = end
        return found

    def expand(self, name: str) -> str:
        """市财政局 → 青山市财政局, where the document says which."""
        match = _LOCAL.match(name)
        league = re.match(r"团(?P<unit>[省市县区州旗])委", name)
        if league and (place := self.places.get(league["unit"])):  # 团市委
            return "共青团" + place + "委" + name[league.end() :]
        if match is None or _NEVER.match(name) or self.bodies.place_prefix(name) > 1:
            return name
        rest = name[match.end() :]
        if not _LIKELY.match(rest) and not re.search(
            r"(?:办|局|委|院|中心|办公室|会|处|部|站|队|校|社|台|馆|团|司|行|所|园|场|厂)$", rest
        ):
            return name
        zone = match["unit"] in ZONES
        place = self.places.get(match["unit"] if zone else match["unit"][-1])
        if place is None or place == name:
            return name
        return place + rest


def _trim(name: str) -> str:
    """The name without words before it that a pattern may have taken in."""
    return re.sub(
        r"^.*?(?:(?:欢迎)?(?:出席|参加)|主持人|宣布|决定|聘请|聘任|任命|免去|推选|选举|提名|补选|同意|接受|批准|推荐|原任|现任|曾任|历任|担任|电|据|悉|获|讯|经|由|报|将|向|和|与|及|对|关于|中共|在|任|为|是|月|日)",
        "",
        name,
    )
