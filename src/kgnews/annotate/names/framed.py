"""Names that are ordinary words (县长方舟、副县长满月参加): framed by a title and by what only follows who holds it."""

from __future__ import annotations

from rjieba import has_word

from kgnews.annotate.names.finder import Finder
from kgnews.expressions import expression

_FRAMED = expression(
    r"([\u4e00-\u9fff]{2,3}?)(?=[、，；。]|（[男女左右前后中]|等(?:[，。、\d]|一行|人|领导|同志|参加|出席|陪同)"
    r"|(?:先生|女士|同志)?(?:表示|介绍|认为|告诉|坦言|指出|强调|透露|回忆|解释|感慨|补充|直言|谈到|回应|说[，：。]|称[，：])"
    r"|(?:应邀|共同|分别|一同|一起|先后|现场|率队|代表[^，。、]{2,12})?(?:主持|出席|参加|陪同|致辞|讲话|发言|宣读|通报|参会|列席|随同|颁奖|领奖|授牌))"
)
# 副主任刘计划教授: between an office and a rank stands a name, of three characters and a frequent surname.
_BEFORE_RANK = expression(r"([\u4e00-\u9fff]{3})(?=副?教授|研究员|院士|博士|同志|先生|女士|老师)")
_BEFORE_ADDRESS = expression(r"([\u4e00-\u9fff]{3})(?=先生|女士)")
_SPEAKS = expression(r"(?:先生|女士|同志)?(?:表示|介绍|认为|告诉|坦言|指出|强调|透露|回忆|解释|感慨|补充|直言|谈到|回应|说|称)")
_AND_NAMED = expression(
    r"和(?P<given>[\u4e00-\u9fff]{1,2})(?=副?教授|研究员|老师|同志)|和(?P<two>[\u4e00-\u9fff]{2})(?=[、，；。]|等|表示|介绍|主持|出席|致辞|发言)"
)
_NO_END = frozenset("级职任期上下中内外者家位员权方制度层会团所时后前组部门室处科率等")
_NO_FRONT = frozenset("任应时从到向同由当为被连全成曾但能会仅单双何于国都平公")
_AMONG_OTHERS = frozenset("时任应")  # 处长甲，处长时延安、: of these the surnames, in a list of titled names


def framed_end(finder: Finder, at: int, stop: int, *, verbs: bool) -> int:
    """The end of the name at ``at`` behind a title, or ``at``; ``verbs``: words that the tagger takes for verbs too."""
    names = finder.names
    if finder.norm[at : at + 1] == "和":
        return _and_name(finder, at, stop)
    match = _FRAMED.match(finder.norm, at, stop)
    if (
        match is None
        and (titled := _BEFORE_ADDRESS.match(finder.norm, at, stop))
        and names.surnames.get(titled[1][0], 0.0) >= 0.1
    ):
        return titled.end(1)  # 副县长于有斌先生
    if match is None:
        match = _BEFORE_RANK.match(finder.norm, at, stop)
        if match is None or names.surnames.get(match[1][0], 0.0) < 0.1 or match[1][1:] not in names.words:
            return at
    name, end = match[1], match.end(1)
    front = name[0] in _NO_FRONT and not (verbs and name[0] in _AMONG_OTHERS and len(name) == 3)
    if not names.surname_at(name, 0) or name[-1] in _NO_END or front or name in names.followers:
        return at
    place = finder.bodies.is_place(name) and (name in finder.bodies.countries or not _SPEAKS.match(finder.norm, end))
    if name in names.words or name in names.never or name in finder.bodies.acting or place:
        return at
    if finder.bodies.suffix_of(name) or any(at <= title.left < end for title in finder.passage.titles):
        return at
    index = finder.passage.word_at.get(at)
    tag = finder.passage.tags[index] if index is not None and finder.passage.ends[index] == end else ""
    if not verbs and tag[:1] in ("v", "d", "p", "c") and has_word(name):
        return at
    if _SPEAKS.match(finder.norm, end) and has_word(name) and tag not in ("nr", "ns", "nz"):
        return at  # 发言人强硬表示
    return end if names.name_score(name, 1) > -6.0 else at


def _and_name(finder: Finder, at: int, stop: int) -> int:
    """班主任和永丽等、所长和红教授: the surname 和, where no name and no word stands behind it."""
    match = _AND_NAMED.match(finder.norm, at, stop)
    given = (match["given"] or match["two"]) if match else ""
    if not given or (has_word(given) and len(given) > 1) or given in finder.names.words:
        return at
    if finder.names.surnames.get(given[0], 0.0) >= 0.03 or any(
        at < title.left < at + 1 + len(given) for title in finder.passage.titles
    ):
        return at
    return at + 1 + len(given) if finder.names.given_score(given) > (0.5 if len(given) > 1 else 0.0) else at
