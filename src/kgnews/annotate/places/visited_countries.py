"""Countries that a word about visiting swallows: 访比行程, 访巴期间, 对我国进行国事访问.

访华 and 访美 are plain; another single character is a country only where the article names the one country that begins with it.
"""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.bodies.country_letters import countries_of
from kgnews.expressions import expression

_BEHIND = r"(?=期间|行程|之行|前夕|归来|以来|时[，。]|[，。；、]|并|取得|圆满|成果|的[^，。]{2,30}[\u4e00-\u9fff]|$)"
_VISIT = expression("访([\u4e00-\u9fff])")
_OURS = expression(r"(?:对|来|到访|访问|抵达)(?P<own>我国)(?=进行|访问|出席|考察|参加|，|。|并)")


def find(document: Document) -> None:
    """Add the Place mentions of countries told by 我国 or by one character behind 访."""
    whole = "".join(passage.norm for passage in document.passages)
    named = countries_of(document, whole, set(_VISIT.findall(whole)))
    visit = re.compile(rf"访(?P<one>[{''.join(named)}]){_BEHIND}") if named else None
    for passage in document.passages:
        for match in _OURS.finditer(passage.norm) if "我国" in passage.norm else ():
            add(passage, "Place", *match.span("own"), name="中国")
        if visit is None:
            continue
        taken = Taken(passage)
        for match in visit.finditer(passage.norm):
            if not taken.touching(*match.span("one")):
                add(passage, "Place", *match.span("one"), name=named[match["one"]])
