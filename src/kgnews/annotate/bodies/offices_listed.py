"""Offices of one government in a list, of which only the first has the place: 广东省教育厅、科技厅、农业农村厅."""

from __future__ import annotations

from kgnews.annotate.base.document import Passage
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_OFFICE = "厅局委办"
_NEXT = expression(
    r"(?:、|和|与|及|以及|暨|联合)((?!(?:国家|中国|中央|全国|有关|相关|省|市|县|区|各))[\u4e00-\u9fff]{1,9}?(?:厅|局|委员会|委|办公室|办))"
    r"(?=[、，。；和与及暨等主联共举承协发印出制组开在于召通公推启牵])"
)


def share_places(bodies: Bodies, local: frozenset[str], passage: Passage) -> None:
    """Give the offices behind a body with a place that place, and add those that are no mentions yet.

    ``local``: short names of central bodies that each province has one of too (发展改革委).
    """
    spans = {(one.start, one.end): one for one in passage.mentions if one.label == "Organization"}
    for start, end in list(spans):
        if passage.norm[end - 1] not in _OFFICE:
            continue
        place = bodies.place_prefix(passage.norm[start:end])
        if place and passage.norm[start + place - 1] in "省市区县州旗":
            _follow((bodies, local), passage, spans, (start, start + place, end))


def _follow(
    lists: tuple[Bodies, frozenset[str]], passage: Passage, spans: dict[tuple[int, int], Mention], first: tuple[int, int, int]
) -> None:
    """The offices behind the body of the place ``first[0]:first[1]`` that ends at ``first[2]``."""
    bodies, local = lists
    prefix, at = passage.raw[first[0] : first[1]], first[2]
    while match := _NEXT.match(passage.norm, at):
        item = match.span(1)
        if match[1] in bodies.acting or match[1].endswith(("主办", "承办", "协办", "举办", "合办", "联办", "筹办")):
            return  # 省委联合主办: a verb, no office
        central = match[1] in bodies.known and match[1] not in local
        if central or bodies.place_prefix(match[1]) or item[0] not in passage.word_at:
            return
        mention = spans.get(item)
        if mention is None:
            form = passage.raw[slice(*item)]
            mention = spans[item] = Mention("Organization", passage.where, *item, form, Span(*item))
            passage.mentions.append(mention)
        mention.name = mention.name or prefix + mention.form
        at = item[1]
