"""What stands where a body stands before a title and is none: nobody named, a person, a project, a case."""

from __future__ import annotations

from collections.abc import Collection

from kgnews.annotate.base.document import Title
from kgnews.annotate.base.tables import word_set
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.finder import Finder
from kgnews.expressions import expression

# Lines of a roster run together: 法学院教授某研究所所长某某大学法学院|教授.
_TITLE_INSIDE = expression(
    r"(?:教授|研究员|主任|所长|院长|主席|会长|总裁|总经理|董事长|书记|校长|理事长)"
    r"(?!办|会|团|室|处|部|联|助理|委员|秘书|工作|级|论坛|信箱|培训|俱乐部|协会|基金)[\u4e00-\u9fffA-Za-z]{3}"
)
_ANY = expression(r"(?:乡镇|县乡|各级|街镇|基层)(?:党委|人大|政府|纪委|政协|党组织)?")  # all of a kind, no one body
_NO_ENDS = tuple(word_set("课题 项目 案件 栏目组 计划 专项 立项 律师 医生 教师 作家 专家 学者 记者 案” 主审 承办 助理"))
_ONE_OF = expression(r"一[家所名个位]")
_GRADE = expression(r"[小初高大][一二三四五六]|[一二三四五六]年级|(?:19|20)?\d\d级")


def nobody(finder: Finder, name: str) -> bool:
    """Whether the name is no body: unnamed (某公司), or a person (特朗普首席经济顾问)."""
    bodies = finder.bodies
    return (
        "某" in name
        or (len(name) > 12 and _TITLE_INSIDE.search(name) is not None)
        or _GRADE.fullmatch(name) is not None
        or (len(name) == 1 and name not in bodies.abbreviations and name not in "省市县区州镇乡村校院系所社厂局部厅处科室")
        or name.endswith(_NO_ENDS)
        or (name.startswith(("总统", "总理", "首相")) and not bodies.suffix_of(name))
        or name.endswith(("辩护", "代理", "委托", "经理", "总监"))
        or _ONE_OF.search(name) is not None
        or _ANY.fullmatch(name) is not None
        or name in ("国", "两国", "各国", "多国", "他国")
        or name in ("岗位", "辩护", "代理", "现任", "候选", "本届", "历届", "上届", "下届", "本次")
        or name in finder.known
        or (not bodies.suffix_of(name) and _told_of(finder.known, finder.names.transliterated, name))
        or name in ("团队", "一个", "案件", "原告", "被告")
    )


def _told_of(known: Collection[str], transliterated: Collection[str], name: str) -> bool:
    """特朗普预计|商务部长: what looks like a body begins with a person's name."""
    return any(name[:size] in known or name[:size] in transliterated for size in (3, 4, 5) if size < len(name))


_CLINICAL = expression(r"(?:内|外|儿|眼|牙|妇|骨|皮肤|口腔|妇产|全|耳鼻喉|麻醉|急诊)科$")
_OF_FILMS = word_set("导演 总导演 执行导演 制片人 总制片人 编剧 主演 出品人 监制 总监制 总编剧 联合导演")
_LEARNED = ("教授", "副教授", "研究员", "副研究员", "讲师")
_ON_LOAN = expression(r"挂职(?!副)|派驻|借调|援[藏疆青]")


def unfit(bodies: Bodies, title: Title, name: str) -> bool:
    """Whether nobody holds a post of that title in the body of that name."""
    head = title.head
    if head == "院士":
        return not name.endswith(("科学院", "工程院", "社科院", "中科院"))
    if (
        title.kind == "rank"
        and len(name) < 4
        and head in _LEARNED
        and not _is_one(bodies, name)
        and not bodies.place_prefix(name)
    ):
        return True  # 成美教授: a name of which nothing else is known
    if title.kind == "rank" and bodies.is_place(_CLINICAL.sub("", name)):
        return True  # 华盛顿律师, 江苏援疆医生, 哈萨克斯坦眼科医生: of no body
    if head.endswith(("专家", "学者", "学家")) and not _is_one(bodies, name):
        return True  # 东亚研究专家: a field, not a body
    if head in ("主管", "经理", "总监", "合伙人", "分析师", "策略师") and bodies.is_place(name) and name not in bodies.countries:
        return True  # 驻北京的政策研究主管
    return head in _OF_FILMS and "《" in name  # a film has no posts


def _is_one(bodies: Bodies, name: str) -> bool:
    return bool(bodies.suffix_of(name)) or name in bodies.known or name in bodies.brands or "”" in name


def on_loan(norm: str, start: int, end: int) -> bool:
    """挂职某学院副院长的甲教授: the rank is of another body than the office for a time."""
    return _ON_LOAN.search(norm, max(0, start - 6), end) is not None


def counsel_of_nobody(bodies: Bodies, title: str, name: str) -> bool:
    """Whether the title is a lawyer's and the name before it one of those defended, or what is done (法律援助律师甲)."""
    return title.endswith("律师") and not _is_one(bodies, name)
