"""Companies whose brand the tagger cuts into characters or takes for other words: 追觅科技（苏州）有限公司."""

from __future__ import annotations

import re

from kgnews.annotate.bodies import Bodies
from kgnews.annotate.document import Passage

_FORM = re.compile(r"(?:（集团）|集团|控股)?(?:股份)?有限(?:责任)?公司|[分子]公司")
# Lines of business: a company's name does not begin with one, a brand stands before it.
_BUSINESS = re.compile(
    r"(?:科技|电子|实业|传媒|置业|光伏|新材|新能源|材料|股份|医药|药业|食品|重工|精密|机械|家居|装饰|控股|商贸|贸易|餐饮|半导体|软件|物流|航空|集团|"
    r"有限|（[\u4e00-\u9fff]{2,6}）).{0,12}公司"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_BRAND = frozenset(("t", "nz", "nr", "nrt", "ns", "nrfg", "eng"))


def only_form(text: str) -> bool:
    """Whether nothing but the legal form stands behind a place in the name, so that the brand must stand before it."""
    return bool(_FORM.fullmatch(text))


def with_brand(bodies: Bodies, passage: Passage, start: int, end: int, floor: int) -> int:
    """The start of the company ``[start, end)`` with the brand before it, where the name has only its line of business."""
    norm = passage.norm
    if not norm.endswith("公司", start, end) or not _BUSINESS.fullmatch(norm, start, end):
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
