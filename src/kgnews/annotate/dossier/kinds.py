"""Which kinds of document of record a text may be, by marks that ordinary news does not bear together."""

from __future__ import annotations

from dataclasses import dataclass

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document
from kgnews.annotate.dossier.layout import marked
from kgnews.expressions import expression

_DECREE = cues(
    "任命 委任 委派 增补 增选 免除 免去 聘任 辞去 补选 撤销 罢免 免职 不再担任 不再兼任 代理 解聘 任职 续聘 选举 当选 挂职 推选 署理 "
    "增列 导师名单 指导教师名单 教授名单 遗缺 职缺 人事令 人事命令 聘请 聘兼 敦聘"
)
_POSTS = expression(r"职务|任职|任免|聘")
_PROFILE = expression(
    r"[男女](?:(?<=[，：、\n\t ][男女])|(?<=\A[男女]))(?:，|。|、|\n|\t| |$)|族(?<=[\u4e00-\u9fff]族)[，。]|"
    r"生(?:，|(?<=[年月]生)|(?<=[年月]出生))|姓 *名"
)
_PROFILE_WORDS = cues("简历 拟任 拟提名 现任 曾任 历任 出生年月 出生日期")
_ROLE = (
    "组 *长|成 *员|主任委员|委 *员|会 *长|理 *事|理 *事 *长|秘 *书 *长|总 *指 *挥|召集人|指 *挥 *长|主 *席|主 *任|董 *事|监 *事|"
    "书 *记|常 *委|议 *长|议 *员|护 *士 *长|河 *长|湖 *长|林 *长|链 *长|路 *长|队 *长|队 *员"
)
_IS_ROLE = "组长|主任|会长|主席|秘书长|委员|主编|团长|总指挥|指挥长|副组长|副主任|成员|召集人|理事长"
# Each alternative begins with a character: then re looks for those only.
_ROLES = expression(
    "|".join(
        [rf"{role}(?: ?（[^）]*）)?(?:：| {{2,}}|\n| (?=[\u3400-\u9fff]{{2,4}}（))" for role in _ROLE.split("|")]
        + [rf"{verb}(?:{_IS_ROLE})(?=[，；。])" for verb in "任担为"]
        + [rf"{role}由(?=[^，。；]{{2,40}}[任，、和])" for role in _IS_ROLE.split("|")]
    )
)
_BLANKS = expression(r"姓 {0,4}名 +[\u4e00-\u9fff]| 姓 {0,4}名\n")  # the heading of a table set with blanks
_GRID = expression(r"(?m)^(?=[^\n]*[\t|｜│┃¦丨])[^\n]*(?:姓\s*名|职务|单位|性别|拟任|岗位|主任|书记|[长员](?:[\t|｜│┃¦丨]|$))")
_DUTY = cues("分管 协管 分工 主管 负责 工作职责")
DUTIES = expression(
    r"分 *工|现任领导|领导简介|领导介绍|领导之窗|领导信息|工作职责|领导成员|领导班子|职责|"
    r"(?:局|厅|委|校|院|政府|机关|公司|集团|行|所|中心|会|社|台|馆|厂)"
    r"领导(?:简介|介绍|$|\n)"
)
_DUTY_LINE = expression(r"(?m)^ *(?:工作)?分 *工 *(?:：|$)")
_DUTY_LINES = expression(r"(?m)^ *(?:主要)?(?:负责|分管|协助|主持|联系)[^\n]{4,}$")
_DUTY_BELOW = expression(r"(?m)(?:男|女|族|出生|月生)，[^\n]*\n(?:[^\n]*\n){0,3} *(?:主要)?(?:负责|分管|协助|主持)[^\n]{4,}$")

# Lines short enough to be name and post, which a list has at least two of.
_SENTENCE = expression("[。？！]")


@dataclass(frozen=True, slots=True)
class Kinds:
    """What the text may hold."""

    decree: bool = False
    profile: bool = False
    roster: bool = False
    grid: bool = False
    duty: bool = False
    discipline: bool = False
    listing: bool = False

    @property
    def any(self) -> bool:
        """Whether there is anything to read."""
        return self.decree or self.profile or self.roster or self.grid or self.duty or self.discipline or self.listing


def kinds_of(document: Document) -> Kinds:
    """The kinds whose marks the text bears."""
    from kgnews.annotate.dossier.discipline_words import TRIGGER

    norm, raw, title = document.text.norm, document.text.raw, document.title.norm
    return Kinds(
        decree=_DECREE.stand_in(norm) or bool(_POSTS.search(title)),
        profile=_PROFILE_WORDS.stand_in(norm) or "简历" in title or bool(_PROFILE.search(norm)),
        roster=bool(_ROLES.search(norm)),
        grid=(("\t" in raw or marked(raw)) and bool(_GRID.search(raw))) or ("姓" in norm and bool(_BLANKS.search(norm))),
        duty=_DUTY.stand_in(norm)
        and bool(
            len(_DUTY_LINES.findall(norm)) > 1
            or DUTIES.search(title + "\n" + norm[:200])
            or _DUTY_LINE.search(norm)
            or _DUTY_BELOW.search(norm)
        ),
        discipline=bool(TRIGGER.search(norm)),
        listing=sum(1 for line in norm.split("\n") if 4 <= len(line) <= 60 and not _SENTENCE.search(line)) >= 2,
    )
