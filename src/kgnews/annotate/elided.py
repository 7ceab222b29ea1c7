"""The body of a title that names none: of the same person's other posts, the house, or the one body that the article leaves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from operator import itemgetter

from kgnews.annotate.document import Document, Title
from kgnews.annotate.focus import Focus
from kgnews.annotate.names import Names
from kgnews.annotate.state_posts import foreign_made, may_hold
from kgnews.annotate.tables import table, word_set, words
from kgnews.records import Mention, Post, Span

# Titles of so many bodies that the last one named says nothing.
_OWN_BODY_ONLY = word_set(
    "主席 发言人 大使 代表 特使 负责人 负责同志 成员 顾问 律师 助理 秘书 法官 部长 局长"
    " 司长 处长 科长 厅长 导师 专家 学者 领导人 总干事 参赞 公使 领事 专员 委员会委员 教练 主帅 队长 队员 团长"
    " 秘书长 议员 组长 召集人 总指挥 经理 主管 编辑 评委"
)
_STATE = word_set(
    "总统 总理 首相 国王 女王 天皇 王储 国务卿 外长 防长 财长 外相 防相 财相 大臣 议长 酋长 埃米尔 首席部长 部长 副总统"
)
_PARTY = re.compile(r"党委|党总支|纪委|团委|党组|工会")
_PARTY_BEARERS = ("大学", "学院", "学校", "医院", "公司", "集团", "局", "厅", "研究院", "研究所", "银行", "镇", "乡", "街道")
_GUEST = re.compile(r"(?:等)?(?:一行)?[^，。；]{0,6}(?:来到|来我|来校|来访|到访|莅临)")
_HOST_COUNTRY = re.compile(r"(?:访问|过境)([\u4e00-\u9fff]{2,10}?)(?:并[^，。]{0,8})?(?:期间|时)")
_WHOLE_SCHOOL = ("大学", "学校", "中学", "小学")
_OF_UNIT = frozenset(("处长", "局长", "厅长", "司长", "科长"))
_ELIDED = "post-elided"
_CHINESE = re.compile(r"(?:[省市县区州盟旗]委|政协|人大|人大常委会|(?:省|市|县|区|自治区|州)(?:人民)?政府)$")
_VILLAGE = re.compile(r"^村|^支书$")
_CLINIC, _DOCTORS = ("医院", "科"), ("教授", "副教授", "主任医师", "副主任医师")  # 仁和医院骨科主任甲教授
_SCHOOL = ("大学", "学院", "学校", "中学", "小学")


class Elided:
    """Finds bodies for the titles of one article. ``people``: the mentions of each person by best name; ``ours``: 我院."""

    def __init__(self, document: Document, focus: Focus, people: Mapping[str, list[Mention]], ours: str) -> None:
        self.document, self.focus, self.people, self.ours = document, focus, people, ours
        self.posts = {name: [post for one in found for post in one.posts] for name, found in people.items()}
        self._titled: dict[str, list[tuple[str, Post]]] = {}
        self.ends = {(passage.where, title.end): title for passage in document.passages for title in passage.titles}

    def body(self, mention: Mention, post: Post) -> Mention | None:
        """The body of a title that names none; marks the post doubtful where several bodies come into question."""
        title = self._title(post)
        if title is None or not (title.fits or title.head[-1] == "长"):
            return None
        if title.head in _OWN_BODY_ONLY:
            return self._one_unit(post, title.head[0]) if title.head in _OF_UNIT else None
        if title.head.startswith("政协"):
            return self._one(post, ("政协",), 600)
        found = self.same(mention, post) or self._guessed(mention, post, title) or self.same(mention, post, elided=True)
        foreign = found is not None and _CHINESE.search(found.name or found.form) is not None
        if foreign and foreign_made(table(self.document.terms, Names), mention.name.replace(" ", "")):
            return None  # a guest has no post in the house of the host
        return found

    def _guessed(self, mention: Mention, post: Post, title: Title) -> Mention | None:
        if title.head in _STATE:
            return self._state(mention, post, title)
        unit = title.head[0]
        if title.head[-1] == "长" and unit in "省市县区镇乡村州" and len(title.head) == 2:
            return self._place(post, unit)
        if _VILLAGE.match(title.head):
            return self._place(post, "村")
        if title.kind == "rank":
            own = self._by_person(mention, title.fits) or (self._by_person(mention, _CLINIC) if title.head in _DOCTORS else None)
            return own or self._ranked(mention, post, title)
        return self._office(mention, post, title)

    def _one_unit(self, post: Post, unit: str) -> Mention | None:
        """教务处召开会议。李四处长主持: the only body of the article that such a head can have."""
        marked = (m for passage in self.document.passages for m in passage.mentions if m.label == "Organization")
        names = {m.name or m.form for m in marked if m.form.endswith(unit) and len(m.form) > 2}
        source = self.document.article.source or ""
        names |= {source} if source.endswith(unit) and 2 < len(source) < 12 else set()
        longest = max(names, key=len, default="")
        if not longest or any(not longest.endswith(name) for name in names):
            return None
        return made(post, longest)

    def _title(self, post: Post) -> Title | None:
        found = self.ends.get((post.where, post.title_span.end))
        if found is not None:
            return found
        start = post.title_span.start
        for passage in self.document.passages:
            if passage.where == post.where:
                return next((title for title in passage.titles if title.start <= start < title.end), None)
        return None

    def same(self, mention: Mention, post: Post, *, elided: bool = False) -> Mention | None:
        """The body of the same title of the same person elsewhere in the article: told there, or guessed there too."""
        for known in self.posts.get(mention.name, ()):
            fits = known is not post and known.body is not None and known.title.endswith(post.title)
            if fits and (elided or known.rule != _ELIDED):
                return known.body
        return None

    def _by_person(self, mention: Mention, fits: tuple[str, ...]) -> Mention | None:
        """The school or institute of the person's other posts in the article."""
        for post in self.posts.get(mention.name, ()):
            if post.body is not None and (post.body.name or post.body.form).endswith(fits):
                return post.body
        return None

    def _place(self, post: Post, unit: str) -> Mention | None:
        name = self.focus.place(unit) or self.focus.near_place(post.where, post.title_span.start, unit)
        return made(post, name) if name else None

    def _ranked(self, mention: Mention, post: Post, title: Title) -> Mention | None:
        """A professor named without a school in the news of a school."""
        house = self.focus.house
        if (
            title.head not in ("教授", "副教授", "讲师", "助理教授")
            or not house.endswith(title.fits)
            or not self._house_named(house)
        ):
            return None
        if any(other.body is not None for other in self.posts.get(mention.name, ()) if other is not post):
            return None  # of another body, as the article says elsewhere
        near = self.focus.nearest(post.where, post.title_span.start, _SCHOOL, back=120) if post.where == "text" else None
        name = (near.name or near.form) if near else ""
        post.doubtful = bool(name) and "大学" in name and not name.startswith(house[:4])
        return made(post, house)

    def _house_named(self, house: str) -> bool:
        """Whether the article names the house, in full or by its last part (新闻学院 of 红河大学新闻学院)."""
        faculty = re.sub(r"^.+?大学", "", house)
        return bool(self.focus.counts[house] or (len(faculty) > 2 and self.focus.counts[faculty]))

    def _state(self, mention: Mention, post: Post, title: Title) -> Mention | None:
        """罗塞夫总统: the one country whose 总统 the article names without saying who it is."""
        head = self.document.text.norm[title.start : title.end] if post.where == "text" else post.title
        countries = self.focus.countries_with(head)
        held = {other.body.name for other in self._others(mention, head) if other.body}
        left = [country for country in countries if not any(country in name for name in held)]
        names = table(self.document.terms, Names)
        left = [country for country in left if may_hold(names, mention.name.replace(" ", ""), country)]
        if len(left) == 1:
            return made(post, left[0])
        known = self._known_head(mention, post)
        if known:
            return known
        near = "" if countries or mention.start < post.title_span.start else self._country_of_sentence(post)
        return made(post, near) if near and may_hold(names, mention.name.replace(" ", ""), near) else None

    def _known_head(self, mention: Mention, post: Post) -> Mention | None:
        """奥巴马总统 where the article names his country; 访问卢旺达期间…同卡加梅总统: the host's country."""
        listed = words(self.document.terms, "heads_of_state").get(mention.name.rpartition("·")[2].replace(" ", ""), "")
        whole = f"{self.document.title.norm}\n{self.document.text.norm}"
        if listed and listed in whole:
            return made(post, listed)
        passage = next(one for one in self.document.passages if one.where == post.where)
        start = next((s.start for s in passage.sentences if s.start <= post.title_span.start < s.end), 0)
        hosts = set(_HOST_COUNTRY.findall(passage.norm, start, post.title_span.start))
        country = hosts.pop() if len(hosts) == 1 and not listed else ""
        country = next((country[:n] for n in range(len(country), 1, -1) if country[:n] in self.focus.bodies.countries), "")
        fits = country and may_hold(table(self.document.terms, Names), mention.name.replace(" ", ""), country)
        return made(post, country) if fits else None

    def _country_of_sentence(self, post: Post) -> str:
        """美国总统甲取消出访，改由副总统乙代表: the one country of the sentence, where a post of its own was told before."""
        passage = next(one for one in self.document.passages if one.where == post.where)
        start, end = next((s for s in passage.sentences if s.start <= post.title_span.start < s.end), (0, 0))
        at = post.title_span.start
        found = [m for m in passage.mentions if m.label in ("Place", "Organization") and start <= m.start < end]
        countries = {m.form for m in found if m.form in self.focus.bodies.countries}
        told = {
            other.body.name
            for m in passage.mentions
            if start <= m.start < at
            for other in m.posts
            if other.body and other.body.name in countries and other.rule != _ELIDED
        }
        return told.pop() if len(told) == 1 and len(countries) == 1 else ""

    def _others(self, mention: Mention, head: str) -> list[Post]:
        """The posts of other persons whose titles end in ``head``."""
        if head not in self._titled:
            posts = ((name, post) for name, found in self.posts.items() for post in found)
            self._titled[head] = [(name, post) for name, post in posts if post.title.endswith(head)]
        return [post for name, post in self._titled[head] if name != mention.name]

    def _office(self, mention: Mention, post: Post, title: Title) -> Mention | None:
        house, at = self.focus.house, post.title_span.start
        if title.head.startswith("校长"):
            return self._of_school(mention, post, title)
        if _PARTY.search(post.title):
            if house.endswith(_PARTY_BEARERS):
                return made(post, self._university(house) or house)
            return self._one(post, _PARTY_BEARERS, 160)
        own = self._by_person(mention, title.fits)
        if own is not None and post.rule != "post-appointed":  # what one is appointed to is rather another's
            post.inferred = True
            return own
        if house.endswith(title.fits):
            own_people = mention.start < at and not self._guest(post)  # 甲副校长: of the house, whatever school stands before
            return (None if own_people else self.focus.nearest(post.where, at, title.fits, back=45)) or made(post, house)
        if self.ours and self.ours.endswith(title.fits) and title.head == "院长":
            return self._at_ours(post)
        found = self._one(post, title.fits, 60 if title.head == "主任" else 160)
        if found is None and title.head != "主任":
            found = self._one(post, title.fits, 2000)
        return found

    def _university(self, house: str) -> str:
        """The university of the faculty whose news it is, where the piece is about the university's leaders; "" otherwise."""
        university = re.match(r".+?大学(?=.)", house)
        if university is None:
            return ""
        bodies = {
            post.body.name for known in self.people.values() for m in known for post in m.posts if post.body and post.body.form
        }
        led = any(name in (university[0], university[0] + "党委") for name in bodies)
        return university[0] if led and not any(name.startswith(house) or house.endswith(name) for name in bodies) else ""

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
        if found is None:
            return None
        post.inferred = True
        others = self.focus.fitting(post.where, at, fits, back=back)
        name = found.name or found.form
        others = {other for other in others if not name.endswith(other) and not other.endswith(name)}
        if others and not self._clear(post, found, others):
            post.doubtful = True
        return found

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
