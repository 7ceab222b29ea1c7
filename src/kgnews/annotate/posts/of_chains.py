"""From chains of titles to posts: whose body a title has, also where the text leaves it out."""

from __future__ import annotations

from dataclasses import dataclass

from kgnews.annotate.base.document import Document, Title
from kgnews.annotate.base.tables import table, word_set
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.bodies.territories import section_name, territory
from kgnews.annotate.persons.beside_titles import PersonReader
from kgnews.annotate.persons.parts import ENVOYS, Told
from kgnews.annotate.posts.delegations import consulate, led_by
from kgnews.annotate.posts.own_ranks import committee_of_school, ministry_abroad, school_of, sent_abroad
from kgnews.annotate.titles.chain_parts import Chain, Slot
from kgnews.annotate.titles.chain_status import LEARNED
from kgnews.annotate.titles.no_bodies import counsel_of_nobody, nobody, on_loan, unfit
from kgnews.annotate.titles.state_posts import HERE, STATE_HEADS, SWALLOWED, of_party, swallowed_ministry, text_side, with_country
from kgnews.expressions import expression
from kgnews.records import Mention, Post, Span

_COMMITTEE = expression(r"(?:党委|党组|党工委|工委|纪委|党总支|党支部|(?<=[省市区县州盟旗])委)$")
_SECTION = expression(
    r"^(?:书记处|董事会|监事会|理事会|董事局|执委会|常委会|宣传部|组织部|统战部|统一战线工作部|政法委|政法委员会|办公厅|办公室|秘书处|纪委|纪委监委|监委|机关党委|直属机关党委|机关工委|团委|工会|党校"
    r"|编办|网信办|文明办|督查室|政研室|政策研究室|老干部局|人武部|武装部|政府|人大|政协|人大常委会)$"
)
_GOVERNED = expression(
    r"^(?:公安局|公安分局|财政局|教育局|司法局|民政局|发改委|发改局|商务局|国资委|政府办公室|总工会|妇联|团委|科协|残联|红十字会|管委会|纪工委)$"
)
_OUR_SCHOOL = ("我校", "我院", "我系", "我所", "本校", "本院", "本系")
_OF_PLACE = frozenset("省市县区州镇乡村旗盟")
_NOT_POSTS = word_set(
    "志愿者 工作人员 研究人员 专家 学者 员工 职工 工人 运动员 球员 队员 歌手 演员 老师 责任编辑 编剧 主持人 战士 士兵"
    " 代表 负责同志 嘉宾 教练员 科学家 主播 导师 司机 会员 组员"
)

_PARTY = expression(r"党委|党组|党工委|党总支")
_UNNAMED = expression(r"^[\u4e00-\u9fff][某姓]$")  # 局长田某: nobody is named


@dataclass(slots=True)
class Body:
    """A body as a title's owner: its span in the passage (None where swallowed), what to call it, how it was found."""

    span: Span | None
    name: str
    inferred: bool = False


class PostReader:
    """Resolves the chains of one passage."""

    def __init__(self, document: Document, reader: PersonReader) -> None:
        self.document, self.reader, self.passage = document, reader, reader.passage
        self.norm = reader.norm
        self.bodies = table(document.terms, Bodies)
        self.mentions: dict[Span, Mention] = {}
        self.solved: dict[int, list[list[Post]]] = {}

    def run(self) -> None:
        """Give every person of the passage the posts told there."""
        for told in self.reader.told:
            posts: list[Post] = []
            led_by(self.reader.chains, told)
            for chain in told.chains:
                for group in self.solve(chain, told):
                    posts.extend(group)
            if told.shared is not None and not posts:
                posts.extend(self.solve(told.shared, told)[-1:][0])
            named = not _UNNAMED.search(told.mention.form)
            told.mention.posts = tuple(post for post in posts if named and not self._of_client(post))

    def _of_client(self, post: Post) -> bool:
        return post.body is not None and counsel_of_nobody(self.bodies, post.title, post.body.name)

    def solve(self, chain: Chain, told: Told | None) -> list[list[Post]]:
        """The posts of each title of the chain (several where it has several bodies)."""
        if id(chain) in self.solved:
            return self.solved[id(chain)]
        before: Body | None = None
        groups: list[list[Post]] = []
        for place, slot in enumerate(chain.slots):
            self._portfolio(slot, before)
            body = self._own(slot, before) if slot.body else self._inherited(slot, before, told, chain)
            if body and told and not place:
                body.name = ministry_abroad(self.bodies, self.norm, self.reader.told, told, body.name) or body.name
            if body and body.name:
                before = body if not self._is_section(body) or before is None else before
            if body and place:
                body = self._in_party(slot, chain.slots[:place], body)
            groups.append(self._posts(slot, body))
        self.solved[id(chain)] = groups
        return groups

    def _in_party(self, slot: Slot, earlier: list[Slot], body: Body) -> Body:
        """党委委员、常委、书记: the titles that name no committee are of the one that the title before names."""
        named = (_PARTY.match(self.norm, one.title.start) for one in reversed(earlier))
        party = next((match for match in named if match), None)
        bare = slot.body is None and slot.title.head in ("书记", "副书记", "常委", "委员") and not slot.extra
        if party is None or not bare or self.norm[slot.title.start] in "党纪团" or body.name.endswith(("委", "组")):
            return body
        return Body(body.span, body.name + party[0], body.inferred)

    def _portfolio(self, slot: Slot, before: Body | None) -> None:
        """罗马尼亚第一副总理兼地区发展和公共行政|部长: the portfolio is of the title, the body the country told before."""
        if before is None or slot.body is None or slot.title.head not in ("部长", "大臣", "国务大臣", "国务部长"):
            return
        text = self.norm[slot.body.start : slot.body.end]
        abroad = before.name[: self.bodies.place_prefix(before.name)] in self.bodies.countries - {"中国"}
        if abroad and not self.bodies.suffix_of(text) and not self.bodies.place_prefix(text) and text[-1] not in "部署":
            slot.extra = self.norm[slot.body.start : slot.title.start]
            slot.body = None

    def _is_section(self, body: Body) -> bool:
        return bool(body.span and _SECTION.match(self.norm[body.span.start : body.span.end]))

    def _own(self, slot: Slot, before: Body | None) -> Body:
        assert slot.body is not None
        text = self.norm[slot.body.start : slot.body.end]
        name = slot.country.removesuffix(text[0]) + (self._abbreviated(text) if len(text) == 1 else text)  # 俄|总理
        if (
            before
            and text[0] in "省市县区州镇乡村"
            and (2 < len(text) < 7 or text[1:] == "委")
            and territory(before.name, text[0])
        ):
            name = territory(before.name, text[0]) + text[1:]
        elif before and text == "政府" and before.name.endswith("党"):
            name = before.name[: self.bodies.place_prefix(before.name)] + text
        elif before and (_SECTION.match(text) or (text in self.bodies.generic and len(text) > 2)):
            name = section_name(before.name, text)
        elif before and (of_country := with_country(self.bodies, before.name, text)):
            name = of_country
        elif before and _GOVERNED.match(text):
            name = territory(before.name, "") + text
        elif before and text[0] in "省市区县州" and len(text) > 2 and territory(before.name, text[0]):
            name = territory(before.name, text[0]) + text[1:]
        return Body(slot.body, name)

    def _abbreviated(self, text: str) -> str:
        """The country of 俄, 美; of 马 the one country of the article that begins so, where the usual one is not named."""
        usual = self.bodies.abbreviated.get(text, text)
        whole = self.document.whole
        if usual != text and usual in whole:
            return usual
        others = {name for name in self.bodies.countries if name[0] == text and len(name) > 2 and name in whole}
        longest = {name for name in others if not any(name != other and name in other for other in others)}
        return longest.pop() if len(longest) == 1 else usual

    def _inherited(self, slot: Slot, before: Body | None, told: Told | None, chain: Chain) -> Body | None:
        title = slot.title
        if title.head in SWALLOWED:
            if before and not before.name.startswith(HERE) and title.head in ("总书记", "国家主席", "国家副主席", "委员长"):
                country = self.bodies.country_of(before.name)
                if title.head == "总书记":
                    return before
                return self._part(before, country) if country else None  # 老挝人民革命党中央总书记、国家主席
            return Body(None, SWALLOWED[title.head])
        if before is None:
            body = self._carried(title, told, chain)
            slot.extra = slot.extra or consulate(slot, told, chain) if body else slot.extra
            ours = body is None and sent_abroad(self.bodies, self.reader.finder.names, slot, told)
            return Body(None, "中国") if ours else body
        unit = title.head[0]
        if title.head in LEARNED and title.head[-2:] != "究员" and before.name in ("中国工程院", "中国科学院"):
            return None  # 中国工程院院士、教授: of a school that is not named
        if title.head.startswith("校长") and before.name.endswith(("委员会", "处", "部", "办公室", "组")):
            return None  # 校学术委员会主任、校长甲
        if title.head[-1] == "长" and unit in _OF_PLACE and len(title.head) == 2:
            return self._part(before, territory(before.name, unit))
        if title.head[1:] == "长" and unit in "局司厅" and before.name[-1] in "处科" and unit in before.name:
            return self._part(before, before.name[: before.name.rfind(unit) + 1])  # 某局某处处长、副局长
        if title.head in STATE_HEADS:
            place = self.bodies.place_prefix(before.name)
            if swallowed_ministry(title.head, before.name):
                return None  # 国务委员兼外长: of a ministry that is not named there
            country = before.name[:place] or (self.bodies.country_of(before.name) if of_party(before.name) else "")
            return self._part(before, country) if country else None if of_party(before.name) else before
        if title.head.startswith(("国务委员", "国务委员会")) or self.norm.startswith("国务委员会", title.left):
            country = self.bodies.country_of(before.name)
            return self._part(before, country) if country else before
        if text_side(self.norm[title.left : title.end]) and self.bodies.is_place(before.name):
            return None  # 俄罗斯副总理、俄方主席: of a committee that is not named there
        if school := committee_of_school(self.norm, title, before.name):
            return self._part(before, school)
        committee = _COMMITTEE.search(before.name)
        text = self.norm[title.start : title.end]
        if (committee and title.head not in ("书记", "常委", "委员", "秘书长", "副书记", "候补委员")) or (
            committee and "党" in text
        ):
            return self._part(before, before.name[: committee.start()])
        return before

    def _part(self, before: Body, name: str) -> Body | None:
        """The front part of a body's name as a body (佛山市委 → 佛山市)."""
        if not name:
            return before
        if before.span and self.norm[before.span.start : before.span.end].startswith(name):
            return Body(Span(before.span.start, before.span.start + len(name)), name)
        return Body(before.span, name, before.inferred)

    def _carried(self, title: Title, told: Told | None, chain: Chain) -> Body | None:
        """The body of the person before in the list, or of the chain before the name (院长张昆教授)."""
        if told is None or told.carried is None or told.carried is chain:
            return None
        groups = self.solve(told.carried, None)
        posts = [post for group in groups for post in group if post.body]
        if not posts:
            return None
        if title.kind == "rank":
            school = school_of(posts) if title.head in LEARNED else None
            posts = [post for post in posts if post.body and post.body.name.endswith((*title.fits, *_OUR_SCHOOL))]
            if not posts and school:
                return Body(*school)
            if not posts or on_loan(self.norm, told.carried.start, told.mention.start):
                return None
        if title.head in ENVOYS and told.mention.start > told.carried.end:
            body = posts[0].body  # 总统甲特使、外交部长乙: the country, or the party, that sends
            assert body is not None
            return Body(Span(body.start, body.end), self.bodies.country_of(body.name) or body.name, posts[0].inferred)
        if title.head in ("大使", "公使", "总领事", "参赞"):
            posts = [post for post in posts if "驻" in post.title] or posts  # 轮值主席、中国常驻联合国代表甲大使
        own = told.chains and told.carried is told.chains[0]
        if title.kind != "rank" and not own and not self._alike(title, told.carried, posts[0]):
            return None
        body = posts[0].body
        assert body is not None
        minister = (
            title.head == "部长"
            and title.end - title.start > 2
            and (body.name.endswith("部") or body.name in self.bodies.countries)
        )
        if minister or title.head in STATE_HEADS:
            country = body.name[: self.bodies.place_prefix(body.name)]  # 美国财政部长甲及商务部长乙
            if country in self.bodies.countries:
                return Body(Span(body.start, body.start + min(len(country), len(body.form))), country)
            if minister:
                return Body(Span(title.start, title.end - 1), self.norm[title.start : title.end - 1])
        return Body(Span(body.start, body.end), body.name, posts[0].inferred)

    def _alike(self, title: Title, other: Chain, post: Post) -> bool:
        """Whether an office without a body goes with the body of the person before in the list (总统甲和副总统乙)."""
        if post.body is None or not post.body.form:
            return False
        place = post.body.name or post.body.form
        country = place[: self.bodies.place_prefix(place)] if title.head in STATE_HEADS else place
        if "政府" in title.fits and self.bodies.is_place(country):
            return True
        if title.head == "部长" and title.end - title.start > 2 and place in self.bodies.countries:
            return True  # 美国司法部长甲、商务部长乙
        last = other.slots[-1].title
        near = title.fits and set(title.fits) & set(last.fits) and title.kind == last.kind and len(title.fits) > 6
        if near and not self.bodies.suffix_of(post.body.form):
            return True  # 小米董事长甲、总裁乙
        if title.head in ("调研员", "巡视员") and self.bodies.suffix_of(place):
            return True  # 某处处长甲、正处级调研员乙
        if title.head in ("委员", "成员") and post.body.form.endswith(("委", "会", "组")):
            return True
        same = title.head == other.slots[0].title.head and post.title.endswith(title.head)
        return same or post.body.form.endswith(title.fits or ("\n",))

    def _posts(self, slot: Slot, body: Body | None) -> list[Post]:
        title = slot.title
        text = slot.extra + self.passage.raw[title.start : title.end]
        start = title.start - len(slot.extra)
        span = Span(start if self.norm.startswith(slot.extra, max(0, start)) else title.start, title.end)
        told = slot.status != "none" and (title.head not in _NOT_POSTS or "驻" in slot.extra)
        if not told or (body and (nobody(self.reader.finder, body.name) or unfit(self.bodies, title, body.name))):
            return []
        if body is None:
            return [Post(text, span, self.passage.where, None, "post-elided", slot.status)]
        owners = [Body(shared, self.norm[shared.start : shared.end]) for shared in slot.shared] + [body]
        return [
            Post(text, span, self.passage.where, self.mention(owner), "post-of-body", slot.status, inferred=owner.inferred)
            for owner in owners
        ]

    def mention(self, body: Body) -> Mention:
        """The mention of a body, one for each span and name."""
        span = body.span or Span(0, 0)
        found = self.mentions.get(span)
        if found is not None and found.name == body.name:
            return found
        form = self.passage.raw[span.start : span.end]
        made = Mention("Organization", self.passage.where, span.start, span.end, form, span, body.name, inferred=body.inferred)
        if form:
            self.mentions[span] = made
            self.passage.mentions.append(made)
        return made


def find(document: Document) -> None:
    """Fill the posts of all persons found beside titles."""
    readers = document.notes["readers"]
    assert isinstance(readers, list)
    document.notes["posts"] = [PostReader(document, reader) for reader in readers]
    for reader in document.notes["posts"]:  # type: ignore[attr-defined]
        reader.run()
