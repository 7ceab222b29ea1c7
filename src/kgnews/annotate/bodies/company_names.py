"""Companies whose brand the tagger cuts into characters or takes for other words: 追觅科技（苏州）有限公司."""

from __future__ import annotations

from rjieba import has_word

from kgnews.annotate.base.document import Passage
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression

_FORM = expression(r"(?:（集团）|集团|控股)?(?:股份)?有限(?:责任)?公司|[分子]公司")
_HAN = expression(r"[\u4e00-\u9fff]+")
_BRAND = frozenset(("t", "nz", "nr", "nrt", "ns", "nrfg", "eng"))


# Names of bodies that are only a kind: 韬奋|基金会.
_BARE = frozenset(("基金会", "集团", "律师事务所", "事务所", "研究院", "出版社", "合作社"))


def only_form(text: str) -> bool:
    """Whether nothing but the legal form stands behind a place in the name, so that the brand must stand before it."""
    return bool(_FORM.fullmatch(text))


def with_brand(bodies: Bodies, passage: Passage, start: int, end: int, floor: int) -> int:
    """The start of the company ``[start, end)`` with the brand before it, where the name has only its line of business."""
    norm = passage.norm
    bare = norm[start:end] in _BARE
    if bare or norm.endswith("合作社", start, end):
        return _named(bodies, passage, start, floor, bare)
    if not norm.endswith("公司", start, end) or not bodies.business.without_brand.fullmatch(norm, start, end):
        return start
    index, left = passage.word_at.get(start, 0), start
    while index > 0 and start - left < 3:
        index -= 1
        at = passage.starts[index]
        word, tag = norm[at:left], passage.tags[index]
        if at < floor or len(word) > 3 or not _HAN.fullmatch(word) or word in bodies.acting or word in bodies.stops:
            break
        if tag[:1] in "pcurx" or (len(word) > 1 and tag not in _BRAND):
            break
        left = at
        if len(word) > 1:
            break
    return left if 2 <= start - left <= 4 else start


def _named(bodies: Bodies, passage: Passage, start: int, floor: int, bare: bool) -> int:
    """The start with the unknown word before a kind of body (华岳|基金会), or the verb that names a co-operative (某村|耕耘|合作社)."""
    index = passage.word_at.get(start, 0) - 1
    if index < 0 or passage.starts[index] < floor:
        return start
    left = passage.starts[index]
    word, tag = passage.norm[left:start], passage.tags[index]
    if (
        not 2 <= len(word) <= 4
        or not _HAN.fullmatch(word)
        or word in bodies.acting
        or word in bodies.stops
        or tag[:1] in "pcurxmtd"
    ):
        return start
    before = passage.norm[left - 1 : left]
    if bare:
        fits = (not has_word(word) or tag[:2] in ("nr", "nz")) and (not before or not _HAN.fullmatch(before))
    else:
        fits = before != "" and before in "村镇乡县市区旗"
    return left if fits else start


_CLAUSE = frozenset("，。；：、“”（）！？ \n》】")
_LONGEST_FIRM = 6


def branch_of(bodies: Bodies, passage: Passage, start: int, end: int, floor: int) -> int:
    """The start of 美团外卖|湖北区, 中铁联集|广西公司 with the firm whose branch it is: what fills the clause before the place."""
    norm = passage.norm
    place = norm[start : start + bodies.place_prefix(norm[start:end])]
    if len(place) < 2 or start <= floor or norm[start - 1] in _CLAUSE or norm[end - 1] in "委府县市省":
        return start
    left = start
    while left > floor and start - left <= _LONGEST_FIRM and norm[left - 1] not in _CLAUSE:
        left -= 1
    if not 3 <= start - left <= _LONGEST_FIRM or not _HAN.fullmatch(norm, left, start) or left not in passage.word_at:
        return start
    index = passage.word_at[left]
    while passage.starts[index] < start:
        word, tag = norm[passage.starts[index] : passage.ends[index]], passage.tags[index]
        if (
            tag[:1] in "pcdurmxt"
            or tag in ("ns", "f")
            or word in bodies.acting
            or word in bodies.stops
            or word[-1] in "者员方商家人"
        ):
            return start
        index += 1
    return left if bodies.suffix_of(norm[left:start]) == "" else start
