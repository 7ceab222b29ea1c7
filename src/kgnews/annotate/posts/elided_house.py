"""Posts of the house whose news an article is, and of the nearest body that a title fits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from operator import itemgetter

from kgnews.annotate.base.document import Document, Title
from kgnews.annotate.base.tables import table
from kgnews.annotate.names.model import Names
from kgnews.annotate.pointing.focus import Focus
from kgnews.annotate.pointing.visited import comes_here
from kgnews.annotate.posts.elided_guard import stranger
from kgnews.expressions import expression
from kgnews.records import Mention, Post, Span

_STUDENT = expression(r"(?:(?:19|20)?\d\d级)?(?:本科生|研究生|硕士|博士|学生)")
_LEADERS = expression(r"校领导|校党委|(?:副|[\u4e00-\u9fff]{2})校长(?!助理)")
_OWN_FACULTY = expression(r"我院|(?:^|[。，；：\s])学院")
_GUEST = expression(r"(?:等)?(?:一行)?[^，。；]{0,6}(?:来到|来我|来校|来访|到访|莅临)")
_WHOLE_SCHOOL = ("大学", "学校", "中学", "小学")

_SCHOOL = ("大学", "学院", "学校", "中学", "小学")


class HousePosts:
    """What the titles of one article can be of. ``people``: the mentions of each person by best name; ``ours``: 我院."""

    def __init__(self, document: Document, focus: Focus, people: Mapping[str, list[Mention]], ours: str) -> None:
        self.document, self.focus, self.people, self.ours = document, focus, people, ours
        self.posts = {name: [post for one in found for post in one.posts] for name, found in people.items()}
        self._titled: dict[str, list[tuple[str, Post]]] = {}
        self.ends = {(passage.where, title.end): title for passage in document.passages for title in passage.titles}

    def _by_person(self, mention: Mention, fits: tuple[str, ...]) -> Mention | None:
        """The school or institute of the person's other posts in the article."""
        for post in self.posts.get(mention.name, ()):
            if post.body is not None and (post.body.name or post.body.form).endswith(fits):
                return post.body
        return None

    def _ranked(self, mention: Mention, post: Post, title: Title) -> Mention | None:
        """A professor named without a school in the news of a school."""
        house = self.focus.house
        if (
            title.head not in ("教授", "副教授", "讲师", "助理教授")
            or not house.endswith(title.fits)
            or not self._house_named(house)
            or stranger(self.document, table(self.document.terms, Names), self.people.get(mention.name, [mention]))
        ):
            return None
        if any(other.body is not None for other in self.posts.get(mention.name, ()) if other is not post):
            return None  # of another body, as the article says elsewhere
        university = re.match(r".+?大学", house)
        if post.rule == "post-career" and university:
            return made(post, university[0])  # 历任讲师、副教授: of the school, whatever its faculties were then
        near = self.focus.nearest(post.where, post.title_span.start, _SCHOOL, back=120) if post.where == "text" else None
        name = (near.name or near.form) if near else ""
        post.doubtful = bool(name) and "大学" in name and not name.startswith(house[:4])
        return made(post, house)

    def _house_named(self, house: str) -> bool:
        """Whether the article names the house, in full or by its last part (新闻学院 of 红河大学新闻学院)."""
        faculty = re.sub(r"^.+?大学", "", house)
        return bool(self.focus.counts[house] or (len(faculty) > 2 and self.focus.counts[faculty]))

    def _of_house(self, post: Post, house: str) -> Mention:
        """A post in the party committee of the house; of its university where the piece is about the university's leaders."""
        university = re.match(r".+?大学(?=.)", house)
        if university is None:
            return made(post, house)
        faculty, text = house[university.end() :], self.document.text.norm
        if self._led(university[0], house):
            return made(post, university[0])
        near = text[max(0, post.title_span.start - 100) : post.title_span.start] if post.where == "text" else ""
        if _LEADERS.search(text) and faculty not in near and not _OWN_FACULTY.search(near):
            if faculty not in self.document.whole and "我院" not in self.document.whole:
                return made(post, university[0])
            post.doubtful = True
        return made(post, house)

    def _led(self, university: str, house: str) -> bool:
        """Whether posts of the university, and none of the faculty, are told with their bodies."""
        bodies = {
            post.body.name for known in self.people.values() for m in known for post in m.posts if post.body and post.body.form
        }
        led = any(name in (university, university + "党委") for name in bodies)
        return led and not any(name.startswith(house) or house.endswith(name) for name in bodies)

    def _of_school(self, mention: Mention, post: Post, title: Title) -> Mention | None:
        """校长, 校长助理 are of the university, also in the news of one of its faculties."""
        university = re.match(r".+?大学", self.focus.house)
        house = university[0] if university else self.focus.house
        own = self._by_person(mention, _WHOLE_SCHOOL)
        if own is not None or not house.endswith(title.fits):
            post.inferred = True
            return own or self._one(post, title.fits, 160) or self._one(post, title.fits, 2000)
        own_people = mention.start < post.title_span.start and not self._guest(post)  # 甲副校长, whatever school stands before
        near = None if own_people else self.focus.nearest(post.where, post.title_span.start, _WHOLE_SCHOOL, back=45)
        return near or made(post, house)

    def _guest(self, post: Post) -> bool:
        """甲副校长一行来访: of another house."""
        passage = next(one for one in self.document.passages if one.where == post.where)
        return _GUEST.match(passage.norm, post.title_span.end) is not None

    def _at_ours(self, post: Post) -> Mention:
        """院长 in the news of a faculty (我院): its own, in doubt where another faculty stands right before."""
        near = self.focus.nearest(post.where, post.title_span.start, ("学院", "研究院"), back=60)
        name = (near.name or near.form) if near else self.ours
        post.doubtful = not (name.endswith(self.ours) or self.ours.endswith(name))
        return made(post, self.ours)

    def _one(self, post: Post, fits: tuple[str, ...], back: int) -> Mention | None:
        """The nearest body before the title; doubtful where others that fit stand as near."""
        at = post.title_span.start
        found = self.focus.nearest(post.where, at, fits, back=back)
        if found is None or (post.where == "text" and self._visits(found, at)):
            return None
        passage = next(one for one in self.document.passages if one.where == found.where)
        if _STUDENT.match(passage.norm, found.end):
            return None  # 财政金融学院本科生甲: where somebody studies
        post.inferred = True
        others = self.focus.fitting(post.where, at, fits, back=back)
        name = found.name or found.form
        others = {other for other in others if not name.endswith(other) and not other.endswith(name)}
        if others and not self._clear(post, found, others):
            post.doubtful = True
        return found

    def _visits(self, found: Mention, at: int) -> bool:
        """甲大学院长某某一行来我院调研。执行院长某某会见: in the sentences behind, titles are the hosts'."""
        text = self.document.text.norm
        apart = found.where == "text" and "。" in text[found.end : at]
        return apart and comes_here(found.form or found.name, text)

    def _clear(self, post: Post, found: Mention, others: set[str]) -> bool:
        """Whether the body stands alone in the sentence of the title, or is what the article is about."""
        passage = next(one for one in self.document.passages if one.where == post.where)
        at = bisect_right(passage.sentences, post.title_span.start, key=itemgetter(0)) - 1
        start = passage.sentences[at].start if at >= 0 and post.title_span.start < passage.sentences[at].end else 0
        rivals = self.focus.between(post.where, start, post.title_span.start, others)
        if rivals or (found.where == post.where and start <= found.start):
            return not rivals
        counts = self.focus.counts
        return counts[found.form] >= 2 * max(counts[other] for other in others)


def made(post: Post, name: str) -> Mention:
    """A mention for a body that stands elsewhere; what rests on it is inferred."""
    span = Span(post.title_span.start, post.title_span.start)
    post.inferred = True
    return Mention("Organization", post.where, span.start, span.end, "", span, name, inferred=True)
