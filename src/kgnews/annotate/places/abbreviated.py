"""Places told by one character: 在京举行, 访华, 来浙考察."""

from __future__ import annotations

from collections.abc import Mapping

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Passage
from kgnews.annotate.base.marks import add
from kgnews.expressions import expression

_ABBREVIATED = expression(
    r"(?P<in>在)(?P<a>[京沪津渝穗宁杭汉蓉深港澳台琼粤闽浙苏皖赣鲁豫鄂湘桂川黔滇藏陕甘青新蒙辽吉冀晋甬邕])"
    r"(?=举|召|开[幕赛展启机]|闭幕|会[见谈晤]|主持|出席|考察|调研|正式|隆重|成功|签|揭|发布|成立|启动|揭晓|进行|同|与|"
    r"分别|共同|落幕|拉开|联合)|"
    r"(?P<visit>访|来|抵|赴|离)(?P<b>华|美|俄|日|韩|朝|法|德|英|欧|京|沪|港|澳|台)(?=[，。；、！？时期的并进考参访会和与]|$|取得|圆满|"
    r"之行|行程|以来|前夕|成果)|"
    r"(?P<to>来|赴|在)(?P<c>[浙苏皖赣鲁豫鄂湘粤桂琼川黔滇陕甘青蒙辽吉冀晋闽渝津穗深])(?=考察|调研|视察|检查|督导|指导|访问|慰问|期间)"
)
# Its matches begin with one of these.
_BEGIN = cues(
    "在×京|沪|津|渝|穗|宁|杭|汉|蓉|深|港|澳|台|琼|粤|闽|浙|苏|皖|赣|鲁|豫|鄂|湘|桂|川|黔|滇|藏|陕|甘|青|新|蒙|辽|吉|冀|晋|甬|邕 "
    "访|来|抵|赴|离×华|美|俄|日|韩|朝|法|德|英|欧|京|沪|港|澳|台 "
    "来|赴|在×浙|苏|皖|赣|鲁|豫|鄂|湘|粤|桂|琼|川|黔|滇|陕|甘|青|蒙|辽|吉|冀|晋|闽|渝|津|穗|深"
)


def abbreviated(passage: Passage, names: Mapping[str, str]) -> None:
    """Add the Place mentions; ``names``: what the characters stand for."""
    for match in _BEGIN.matches(_ABBREVIATED, passage.norm):
        group = next(name for name in "abc" if match[name])
        start, end = match.span(group)
        if match["b"] == "台" and match["visit"] == "来":
            continue
        add(passage, "Place", start, end, name=names.get(match[group], match[group]))
