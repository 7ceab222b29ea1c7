"""What stands where a body stands before a title and is none: nobody named, a person, a project, a case."""

from __future__ import annotations

import re
from collections.abc import Collection

from kgnews.annotate.bodies import Bodies
from kgnews.annotate.tables import word_set
from kgnews.expressions import expression

# Lines of a roster run together: 法学院教授某研究所所长某某大学法学院|教授.
_TITLE_INSIDE = expression(
    r"(?:教授|研究员|主任|所长|院长|主席|会长|总裁|总经理|董事长|书记|校长|理事长)"
    r"(?!办|会|团|室|处|部|联|助理|委员|秘书|工作|级|论坛|信箱|培训|俱乐部|协会|基金)[\u4e00-\u9fffA-Za-z]{3}"
)
_ANY = expression(r"(?:乡镇|县乡|各级|街镇|基层)(?:党委|人大|政府|纪委|政协|党组织)?")  # all of a kind, no one body
_NO_ENDS = tuple(word_set("课题 项目 案件 栏目组 计划 专项 立项 律师 医生 教师 作家 专家 学者 记者 案” 主审 承办 助理"))
_GRADE = expression(r"[小初高大][一二三四五六]|[一二三四五六]年级|(?:19|20)?\d\d级")


def nobody(bodies: Bodies, known: Collection[str], transliterated: Collection[str], name: str) -> bool:
    """Whether the name is no body: unnamed (某公司), or a person (特朗普首席经济顾问). ``known``: names of the article's persons."""
    return (
        "某" in name
        or (len(name) > 12 and _TITLE_INSIDE.search(name) is not None)
        or _GRADE.fullmatch(name) is not None
        or (len(name) == 1 and name not in bodies.abbreviations and name not in "省市县区州镇乡村校院系所社厂局部厅处科室")
        or name.endswith(_NO_ENDS)
        or (name.startswith(("总统", "总理", "首相")) and not bodies.suffix_of(name))
        or name.endswith(("辩护", "代理", "委托", "经理", "总监"))
        or re.search(r"一[家所名个位]", name) is not None
        or _ANY.fullmatch(name) is not None
        or name in ("国", "两国", "各国", "多国", "他国")
        or name in ("岗位", "辩护", "代理", "现任", "本届", "历届", "上届", "下届", "本次")
        or name in known
        or (not bodies.suffix_of(name) and _told_of(known, transliterated, name))
        or name in ("团队", "一个", "案件", "原告", "被告")
    )


def _told_of(known: Collection[str], transliterated: Collection[str], name: str) -> bool:
    """特朗普预计|商务部长: what looks like a body begins with a person's name."""
    return any(name[:size] in known or name[:size] in transliterated for size in (3, 4, 5) if size < len(name))
