"""The body of a title that names none: of the same person's other posts, the house, or the one body that the article leaves."""

from __future__ import annotations

from kgnews.annotate.base.document import Title
from kgnews.annotate.base.tables import table, word_set, words
from kgnews.annotate.names.foreign import japanese_surname
from kgnews.annotate.names.model import Names
from kgnews.annotate.posts.career_words import OF_NEW_BODY
from kgnews.annotate.posts.elided_guard import owned
from kgnews.annotate.posts.elided_house import HousePosts, made
from kgnews.annotate.posts.list_bodies import body_before_list
from kgnews.annotate.titles.no_bodies import on_loan
from kgnews.annotate.titles.state_posts import foreign_made, may_hold
from kgnews.expressions import expression
from kgnews.records import Mention, Post

# Titles of so many bodies that the last one named says nothing.
_OWN_BODY_ONLY = word_set(
    "主席 发言人 大使 代表 特使 负责人 负责同志 成员 顾问 律师 助理 秘书 法官 部长 局长"
    " 司长 处长 科长 厅长 导师 专家 学者 领导人 总干事 参赞 公使 领事 专员 委员会委员 教练 主帅 队长 队员 团长"
    " 秘书长 议员 组长 召集人 总指挥 经理 主管 编辑 评委 学科带头人 学术带头人 技术带头人"
)
_STATE = word_set(
    "总统 总理 首相 国王 女王 天皇 王储 国务卿 外长 防长 财长 外相 防相 财相 大臣 议长 酋长 埃米尔 首席部长 部长 副总统"
)
_PARTY = expression(r"党委|党总支|纪委|团委|党组|工会")
_PARTY_BEARERS = ("大学", "学院", "学校", "医院", "公司", "集团", "局", "厅", "研究院", "研究所", "银行", "镇", "乡", "街道")
_HOST_COUNTRY = expression(r"(?:访问|过境)([\u4e00-\u9fff]{2,10}?)(?:并[^，。]{0,8})?(?:期间|时)")
_OF_UNIT = frozenset(("处长", "局长", "厅长", "司长", "科长"))
_ELIDED = "post-elided"
_CHINESE = expression(r"(?:[省市县区州盟旗]委|政协|人大|人大常委会|(?:省|市|县|区|自治区|州)(?:人民)?政府)$")
_VILLAGE = expression(r"^村|^支书$")
_CLINIC, _DOCTORS = ("医院", "科"), ("教授", "副教授", "主任医师", "副主任医师")  # 仁和医院骨科主任甲教授


class Elided(HousePosts):
    """Finds bodies for the titles of one article."""

    def body(self, mention: Mention, post: Post) -> Mention | None:
        """The body of a title that names none; marks the post doubtful where several bodies come into question."""
        title = self._title(post)
        if title is None or not (title.fits or title.head[-1] == "长"):
            return None
        if title.head in _OWN_BODY_ONLY:
            own = self.same(mention, post) if title.head in _OF_UNIT else None
            one = self._one_unit(post, title.head[0]) if title.head in _OF_UNIT else self._sibling(mention, post)
            return own or one or self._deputy(mention, post, title)
        if not title.head.startswith("校长") and owned(self.document, mention, post):
            return self.same(mention, post)
        if title.kind == "rank" and post.title_span.start < title.start:
            return self.same(mention, post)  # 援藏医生: the words before say of what kind
        if title.head.endswith("书记") and self._party_post(mention, post):
            return None  # 路遥书记, told as 党委书记 elsewhere
        if title.head.startswith("政协"):
            return self._one(post, ("政协",), 600)
        if mention.where == post.where and mention.end == post.title_span.start:
            listed = body_before_list(next(one for one in self.document.passages if one.where == mention.where), mention)
            if listed is not None and (listed.name or listed.form).endswith(title.fits):
                return listed
        found = self.same(mention, post) or self._guessed(mention, post, title) or self.same(mention, post, elided=True)
        foreign = found is not None and _CHINESE.search(found.name or found.form) is not None
        if foreign and foreign_made(table(self.document.terms, Names), mention.name.replace(" ", "")):
            return None  # a guest has no post in the house of the host
        return found

    def _party_post(self, mention: Mention, post: Post) -> bool:
        """Whether the same post is told in full elsewhere in the article."""
        full = tuple(party + post.title for party in ("党委", "党组", "党总支", "党支部", "党工委"))
        return any(known.body is not None and known.title in full for known in self.posts.get(mention.name, ()))

    def _sibling(self, mention: Mention, post: Post) -> Mention | None:
        """副行长、新闻发言人甲: the body of the title right before in the same chain."""
        if not post.title.endswith(("发言人", "秘书长")):
            return None
        at = post.title_span.start
        before = next((one for one in mention.posts if one.where == post.where and 0 < at - one.title_span.end < 3), None)
        if before is None or before is post:
            return None
        return before.body or self.body(mention, before)

    def _deputy(self, mention: Mention, post: Post, title: Title) -> Mention | None:
        """某党主席甲通过副主席乙: the body whose 主席 the same sentence names before."""
        at = post.title_span.start
        if "副" not in post.title or mention.start < at:
            return None
        passage = next(one for one in self.document.passages if one.where == post.where)
        start = next((s.start for s in passage.sentences if s.start <= at < s.end), at)
        heads = [
            other
            for other in self._others(mention, title.head)
            if other.where == post.where and start <= other.title_span.start < at and other.rule != _ELIDED
        ]
        bodies = {other.body.name or other.body.form for other in heads if other.body}
        if len(bodies) != 1 or not all(other.body for other in heads) or any("副" in other.title for other in heads):
            return None
        post.inferred = True
        return heads[0].body

    def _guessed(self, mention: Mention, post: Post, title: Title) -> Mention | None:
        if title.head in _STATE:
            return self._state(mention, post, title)
        unit = title.head[0]
        if title.head[-1] == "长" and unit in "省市县区镇乡村州" and len(title.head) == 2:
            return self._place(mention, post, unit)
        if _VILLAGE.match(title.head):
            return self._place(mention, post, "村")
        if title.kind == "rank" and not self._on_loan(mention):
            own = self._by_person(mention, title.fits) or (self._by_person(mention, _CLINIC) if title.head in _DOCTORS else None)
            return own or self._ranked(mention, post, title)
        return None if title.kind == "rank" else self._office(mention, post, title)

    def _on_loan(self, mention: Mention) -> bool:
        norm = next(one.norm for one in self.document.passages if one.where == mention.where)
        return on_loan(norm, mention.outer.start, mention.start)

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

    def _place(self, mention: Mention, post: Post, unit: str) -> Mention | None:
        name = self.focus.place(unit) or self.focus.near_place(post.where, post.title_span.start, unit)
        name = name or (self.focus.village(post.where, post.title_span.start) if unit == "村" else "")
        return made(post, name) if name and not name.startswith(mention.name) else None  # not 石椅|村长

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
        near = "" if countries or mention.start < post.title_span.start else self._country_of_sentence(mention, post)
        near = near or self._only_country(mention, post, head)
        return made(post, near) if near and may_hold(names, mention.name.replace(" ", ""), near) else None

    def _countries_near(self, post: Post) -> set[str]:
        """The countries but China that the sentence of the title names before it."""
        passage = next(one for one in self.document.passages if one.where == post.where)
        at = post.title_span.start
        start = next((s.start for s in passage.sentences if s.start <= at < s.end), 0)
        best, bodies = words(self.document.terms, "countries"), self.focus.bodies
        found = [
            passage.norm[m.start : m.end]
            for m in passage.mentions
            if m.label in ("Place", "Organization") and start <= m.start < at
        ]
        names = {form[: bodies.place_prefix(form)] for form in found} & bodies.countries
        return {best.get(name) or name for name in names} - {"中国"}

    def _only_country(self, mention: Mention, post: Post, head: str) -> str:
        """阮晋勇总理 in a piece where posts of one country besides China are told, and nobody else holds this one."""
        bodies, name = self.focus.bodies, mention.name.replace(" ", "")
        names = table(self.document.terms, Names)
        if not foreign_made(names, name) and name[:1] != "阮" and not japanese_surname(names, name):
            return ""  # 李强总理 is China's
        told = [post.body for found in self.posts.values() for post in found if post.body and post.rule != _ELIDED]
        forms = {bodies.country_of(body.name) for body in told}
        forms |= {m.form for m in self.document.title.mentions if m.label in ("Place", "Organization")}
        best = words(self.document.terms, "countries")
        countries = {best.get(one) or one for one in forms & bodies.countries} - {"中国"}
        if len(countries) != 1 or self._countries_near(post) - countries:
            return ""
        country = max((name for name in forms if (best.get(name) or name) in countries), key=self.document.whole.count)
        held = any(
            other.body and other.body.name == country and other.status != "former" for other in self._others(mention, head)
        )
        return "" if held else country

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

    def _country_of_sentence(self, mention: Mention, post: Post) -> str:
        """美国总统甲取消出访，改由副总统乙代表: the one country of the sentence, where a post of its own was told before."""
        passage = next(one for one in self.document.passages if one.where == post.where)
        start, end = next((s for s in passage.sentences if s.start <= post.title_span.start < s.end), (0, 0))
        at = post.title_span.start
        found = [m for m in passage.mentions if m.label in ("Place", "Organization") and start <= m.start < end]
        countries = {m.form for m in found if m.form in self.focus.bodies.countries}
        if foreign_made(table(self.document.terms, Names), mention.name.replace(" ", "")):
            countries.discard("中国")
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
        party = _PARTY.search(post.title) is not None
        if (party or (title.head.endswith("书记") and "支部" not in post.title)) and house.endswith(_PARTY_BEARERS):
            return self._of_house(post, house)
        if party:
            return self._one(post, _PARTY_BEARERS, 160)
        own = self._by_person(mention, title.fits)
        given = post.rule == "post-appointed" or (post.rule == "post-held" and title.head.endswith(OF_NEW_BODY))
        if own is not None and not given:  # what one is appointed to is rather another's
            post.inferred = True
            return own
        others = self.posts.get(mention.name, ()) if given else ()
        theirs = {other.body.name for other in others if other is not post and other.body}
        if post.rule == "post-held" and house and house in theirs:
            return None  # 新闻学院教授甲担任总干事: of what is founded there
        if house.endswith(title.fits):
            own_people = mention.start < at and not self._guest(post)  # 甲副校长: of the house, whatever school stands before
            return (None if own_people else self.focus.nearest(post.where, at, title.fits, back=45)) or made(post, house)
        if self.ours and self.ours.endswith(title.fits) and title.head == "院长":
            return self._at_ours(post)
        found = self._one(post, title.fits, 60 if title.head == "主任" else 160)
        if found is None and title.head != "主任":
            found = self._one(post, title.fits, 2000)
        return None if found is not None and (found.name or found.form) in theirs and post.rule == "post-held" else found
