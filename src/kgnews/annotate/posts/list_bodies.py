"""The body that a list of names stands behind: 新疆财经大学新闻学院甲、乙副院长."""

from __future__ import annotations

from kgnews.annotate.base.document import Passage
from kgnews.expressions import expression
from kgnews.records import Mention

# One or two further names, found or not, between the body and the name.
_NAMES = expression(r"(?:[\u4e00-\u9fff]{2,3}、){1,3}$")
_REACH = 16  # characters that three names and their marks take


def body_before_list(passage: Passage, mention: Mention) -> Mention | None:
    """The Organization right before the list that ``mention``, a name with its title behind it, ends; None where none is."""
    names = _NAMES.search(passage.norm, max(0, mention.start - _REACH), mention.start)
    if names is None:
        return None
    bodies = {one.outer.end: one for one in passage.mentions if one.label == "Organization" and one.outer.end < mention.start}
    starts = (at for at in range(names.start(), mention.start - 2) if _NAMES.fullmatch(passage.norm, at, mention.start))
    return next((bodies[at] for at in starts if at in bodies), None)
