"""Whose a rank, a committee or a ministry is where only the post before tells it, or what the article tells elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kgnews.annotate.base.document import Title
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.model import Names
from kgnews.annotate.persons.parts import JOINED, Told
from kgnews.annotate.titles.chain_parts import Slot
from kgnews.annotate.titles.chain_status import LEARNED
from kgnews.annotate.titles.state_posts import foreign_made, with_country
from kgnews.expressions import expression
from kgnews.records import Mention, Post, Span

_HERE = ("中国", "北京", "上海", "广州", "成都", "沈阳", "武汉", "重庆")  # where the consuls of others are
_ENVOYS = ("大使", "总领事", "副总领事", "领事", "公使", "参赞")
_OF_SCHOOL = expression(r"(?:分?团委|分?工会)")
_OFFICE_OF_SCHOOL = expression(r"(.*(?:学院|大学|中学))[\u4e00-\u9fff（）]*?(?:办|办公室|部|处|中心|科)$")


def give_own(people: Mapping[str, Sequence[Mention]]) -> None:
    """甲大学李四研究员和张三教授…乙大学张三教授: 张三 is of 乙大学 at both places. ``people``: the mentions of each by best name."""
    for mentions in people.values():
        ranks = [(one, post) for one in mentions for post in one.posts if post.body is not None and post.title in LEARNED]
        if len(ranks) > 1:
            _share(ranks)


def _share(ranks: Sequence[tuple[Mention, Post]]) -> None:
    own = {post.title: post.body for one, post in ranks if _beside(one, post)}
    for one, post in ranks:
        if post.title in own and not _beside(one, post):
            post.body = own[post.title]


def _beside(mention: Mention, post: Post) -> bool:
    """Whether the body stands within the words that tell of this person."""
    assert post.body is not None
    return post.where == mention.where and mention.outer.start <= post.body.start and post.body.end <= mention.outer.end


def school_of(posts: Sequence[Post]) -> tuple[Span, str] | None:
    """北京大学国际关系学院|学术委员会主任甲教授: the school that the body of the office is of, with its span."""
    for body in (post.body for post in posts if post.body and post.body.form == post.body.name):
        cuts = (body.name.rfind(unit) + len(unit) for unit in ("大学", "学院") if unit in body.name[:-2])
        cut = max(cuts, default=0)
        if cut > 3:
            return Span(body.start, body.start + cut), body.name[:cut]
    return None


def committee_of_school(norm: str, title: Title, before: str) -> str:
    """某学院|学工办主任、团委书记: the school whose committee the title is of, "" where ``before`` is no office of one."""
    school = _OFFICE_OF_SCHOOL.match(before) if _OF_SCHOOL.match(norm, title.start) else None
    return school[1] if school else ""


def ministry_abroad(bodies: Bodies, norm: str, told: Sequence[Told], one: Told, name: str) -> str:
    """美国国务卿甲、财政部长乙: the ministry is of the country whose post the person right before holds; "" where it is not."""
    place = next((place for place, other in enumerate(told) if other is one), 0)
    last = told[place - 1] if place else None
    if last is None or norm[last.mention.outer.end : one.mention.outer.start] not in JOINED:
        return ""
    if name.endswith(("事业部", "业务部")):
        return ""
    body = next((post.body for post in last.mention.posts if post.body is not None), None)
    return with_country(bodies, body.name, name) if body is not None else ""


def sent_abroad(bodies: Bodies, names: Names, slot: Slot, told: Told | None) -> bool:
    """驻芝加哥总领事甲: in Chinese news China's, where nobody else is told to have sent the envoy, whose name is a Chinese one."""
    posted = slot.extra[1:] if slot.extra[:1] == "驻" and slot.title.head in _ENVOYS else ""
    if told is None or len(posted) < 2 or not bodies.is_place(posted) or posted in _HERE:
        return False
    form, surname = told.mention.form, names.surname_at(told.mention.form, 0)
    strange = foreign_made(names, form) or all(one in names.foreign for one in form[1:])  # 史密斯
    return surname > 0 and not strange and names.name_score(form, surname) > -0.5
