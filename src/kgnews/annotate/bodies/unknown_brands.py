"""Companies that no list knows, right before a title of business that has its holder behind it: 有赞CEO甲, 中源协和董事长乙."""

from __future__ import annotations

from bisect import bisect_right

from rjieba import has_word

from kgnews.annotate.base.document import Passage
from kgnews.annotate.bodies.brands import is_ordinary, is_strange
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression
from kgnews.records import Span

_LONGEST = 7
_STANDS = expression(r"[\u4e00-\u9fffA-Za-z0-9·.&\-]+")
# What a company's name stands behind: a mark, a word of status, a preposition.
_AHEAD = expression(
    r"(?:^|[，。；：、！？“”（）\s]|时任|现任|原任|前任|新任|曾任|作为|由|与|和|及|以及|据|对|向|被|邀请|会见|[原前任])$"
)
_NO_NAMES = expression(
    r"(?:先生|女士|同志|记者|教授|博士|老师|律师|公司|集团|企业|双方|各方|有限|年度|首任|现任|当时|当年|日前|昨日|今日|目前|此前|随后|期间|其中|其|该|本|我)$"
)


def unknown_brand(bodies: Bodies, passage: Passage, left: int, floor: int) -> Span | None:
    """The name of a company that ends at ``left``, None where the words there are ordinary ones."""
    norm, start, strange = passage.norm, left, False
    index = bisect_right(passage.starts, left - 1) - 1
    if index < 0 or passage.ends[index] != left:
        return None
    while index >= 0 and passage.starts[index] >= floor and left - passage.starts[index] <= _LONGEST:
        at = passage.starts[index]
        word, tag = norm[at:start], passage.tags[index]
        if not _STANDS.fullmatch(word) or word in bodies.acting or word in bodies.stops or is_ordinary(tag):
            break
        if tag[:1] == "v" and has_word(word):
            break
        strange = strange or not has_word(word) or is_strange(tag)
        start, index = at, index - 1
    text = norm[start:left]
    if not strange or len(text) < 2 or not _AHEAD.search(norm, max(floor, start - 4), start) or _NO_NAMES.search(text):
        return None
    plain = bodies.is_place(text) or text in bodies.generic or text in bodies.suffixes or has_word(text)
    return None if plain or not any("一" <= one <= "\u9fff" or one.isalpha() for one in text) else Span(start, left)
