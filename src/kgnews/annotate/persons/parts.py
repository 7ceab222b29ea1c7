"""A person as told at one place, and the marks and words between names and titles."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgnews.annotate.base.tables import word_set
from kgnews.annotate.titles.chain_parts import Chain
from kgnews.expressions import expression
from kgnews.records import Mention

LIST = expression(r"、|，|和|以及|及|与| ")
JOINED = ("、", "和", "，", "以及", "及", "与", "同")  # between persons of one list
DUTY = expression(r"[，、](?:分管|主管|负责|协管)[\u4e00-\u9fff、]{1,10}的")  # 总裁甲，分管科研的副总裁乙
ENVOYS = frozenset(("特使", "特别代表", "私人代表", "总统特使"))  # behind a leader's name they are somebody else
VERBS = word_set("主编 代表 指挥 编辑 监制 主持 导演 领队 助理 策划 总策划 主播 顾问 教练")  # behind a name they are its verb
SPACE = expression(r"[ \u3000]*(?:（(?:兼|[A-Z]{2,4}|正[厅处局部]级|副[厅处局部]级|主持工作|挂职)）)?[ :：]?的?")
BODY_IN_BRACKET = expression(r"（([\u4e00-\u9fff]{3,24})）")
NAMED_FOR = expression(r"(?:任命|聘任?|聘请|选举?|推选|委任|增补)[^，。；]{2,8}为$")
# Words between a chain and its name that are no post: 院长、社会学家李四, 会长、法学院校友李四.
ALSO = expression(
    r"(?:、(?:《[^》]{1,30}》)?(?:[\u4e00-\u9fff]{0,8}?(?:学家|理论家|学者|作家|校友|院友|专家|诗人|画家|艺术家|企业家|劳模|劳动模范|博士|硕士|党员|名师|教育家|歌唱家"
    r"|总?[河林田湖链]长|老板|大校|[少中上]将|次子|[长之]子|[长次之]女|女婿|冠军|奠基人|翻译家|教育工作者|[女男]主播"
    r"|党人|摄影家|书法家|收藏家|评论家|慈善家|政治家|战略家|获得者|得主|带头人|传承人|形象大使|作者|译者|主创))){1,2}[ ]?"
)
# 学生会主席2016级本科生李四: the year between an office and its holder.
COHORT = expression(r"(?:19|20)?\d\d级(?:[\u4e00-\u9fff]{0,8}?(?:本科生|硕士生|博士生|研究生|硕士|博士))?")
PLAYED = expression(r"(?:饰演|扮演|出演|主人公、|主角、|主人公|[男女]主角|饰)的?$")
TAKES = ("兼任", "担任", "出任", "就任", "调任", "升任", "转任", "历任", "曾任", "现任", "聘为", "任命为", "当选")
GIVEN_UP = expression(r"(?:辞任|辞去了?|卸任|离任|请辞|不再担任|不再兼任)$")
LATIN = expression(r"[A-Z][a-z]{2,}[ ]?[A-Z][a-z]+(?:[ ]?[A-Z][a-z]+)?")
NATIONAL = ("国家", "中国", "全国", "世界", "国际", "教育部", "中共", "中央")  # how the next line of a biography begins
LATIN_BRACKET = expression(r"（[A-Z][A-Za-z .'’·\-]{2,40}）$")
LISTED = expression(r"[\u4e00-\u9fff]{2,3}(?:[，。、；]|$)")
CREDIT = expression(r"(?:总?监制|总?统筹|总?策划|制片人?|出品人?|编导|导演|编剧|剪辑|配音|摄像|责编|编审)[ ]?[：:丨|]")
AFTER_NAME = expression(r"[ ]?(?:（[^）]{1,40}）)?")


@dataclass(slots=True)
class Told:
    """A person at one place with the chains told there; ``shared`` is one of which only the last title is the person's too.

    ``carried`` is the chain whose body a bare rank takes over.
    """

    mention: Mention
    chains: list[Chain] = field(default_factory=list)
    shared: Chain | None = None
    carried: Chain | None = None
