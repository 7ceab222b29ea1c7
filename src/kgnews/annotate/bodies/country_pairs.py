"""Two countries told by one character each, where they sign: 中塞两国签署谅解备忘录, 中泰双方签署协议, 中葡签署文件.

Each becomes a body with the tag "nation". 中 is plain; another character is a country only where the article names the one
country that begins with it.
"""

from __future__ import annotations

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.bodies.country_letters import countries_of
from kgnews.expressions import expression

_PAIR = expression(
    r"(?:(?<=[，。；：、“（）\n在次日月年时间后])|^)(?P<one>[\u4e00-\u9fff])(?P<other>[\u4e00-\u9fff])"
    r"(?=(?:(?:两国政府|两国|双方|政府)[^，。；]{0,10}|(?:[在就][^，。；]{2,20}|已经?|将|又|也|还|正式|共同|成功|首次|先后)*)签[署订])"
)


def find(document: Document) -> None:
    """Add the Organization mentions of such pairs."""
    pairs = [(passage, pair) for passage in document.passages if "签" in passage.norm for pair in _PAIR.finditer(passage.norm)]
    if not pairs:
        return
    whole = "".join(passage.norm for passage in document.passages)
    named = countries_of(document, whole, {letter for _, pair in pairs for letter in pair.groups()}) | {"中": "中国"}
    for passage, pair in pairs:
        free = not Taken(passage).touching(pair.start("one"), pair.end("other"))
        if free and pair["one"] != pair["other"] and pair["one"] in named and pair["other"] in named:
            for group in ("one", "other"):
                mention = add(passage, "Organization", *pair.span(group), name=named[pair[group]])
                mention.tags |= {"nation"}
