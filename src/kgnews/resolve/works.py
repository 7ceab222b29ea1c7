"""Keys of works: by title, unless many works bear it (《政府工作报告》, 《意见》)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kgnews.resolve.gazetteer import Gazetteer
from kgnews.resolve.keys import Context, Key, clean, made_of_words, of_article

# Titles that each government, body or pair of countries gives its own papers.
_COMMON = re.compile(
    "^(?:政府工作报告|工作报告|联合声明|联合公报|联合新闻公报|框架协议|合作框架协议|战略合作框架协议|战略合作协议|合作备忘录|谅解备忘录|倡议书|责任书|承诺书|公告|通知|意见|决定"
    "|决议|规定|办法|条例|章程|方案|实施方案|行动计划|工作方案|工作要点|白皮书|蓝皮书|报告|协议|备忘录|宣言|公报|声明|规划|总体规划|指南|手册|年报|年度报告)$"
)
# Of a place that the title does not name (关于建设科技强市的意见).
_LOCAL = re.compile("[省市县区镇校院](?!场|域|别|民|长|外|内)")


def work_key(names: Iterable[str], context: Context, gazetteer: Gazetteer) -> Key:
    """The key of a work by its names in one article, the longest of which is taken for its title."""
    title = max((clean(name) for name in names), key=len, default="")
    if not title or _COMMON.match(title) or (len(title) <= 5 and made_of_words(title, gazetteer)):
        return of_article(title, context)
    if _LOCAL.search(title) and made_of_words(title, gazetteer):
        return (
            Key("house", f"{title}@{context.home}", why=f"{context.home}的《{title}》")
            if context.home
            else of_article(title, context)
        )
    return Key("absolute", title, why=f"同一标题《{title}》")
