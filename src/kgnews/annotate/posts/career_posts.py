"""Posts given to the persons of a career; what nobody holds becomes a Post mention."""

from __future__ import annotations

from kgnews.annotate.persons.beside_titles import PersonReader
from kgnews.annotate.persons.parts import Told
from kgnews.annotate.posts.career_people import CareerPeople
from kgnews.annotate.posts.career_words import OF_ANOTHER, OF_NEW_BODY
from kgnews.annotate.posts.of_chains import PostReader
from kgnews.annotate.posts.terms_of_office import told_term
from kgnews.annotate.titles.chain_parts import Chain
from kgnews.annotate.titles.state_posts import STATE_HEADS, of_party
from kgnews.records import Mention, Post, Span

_WITH_MEMBERS = ("会", "联盟", "社", "组", "代表团", "访问团", "队")  # bodies that have such posts themselves


class CareerPosts(CareerPeople):
    """Gives the chains of one passage to their holders, with the status and the term told there."""

    def __init__(self, reader: PersonReader, posts: PostReader) -> None:
        super().__init__(reader)
        self.posts = posts
        self.status, self.reach, self.edge = "", -1, 0
        self.subject: Mention | None = None
        self.last: tuple[int, Mention] | None = None
        self.parted: list[Chain] = []
        self.given: tuple[int, str, Mention] | None = None  # where the last chain given ends, by which rule, and to whom
        self.handed: list[tuple[Chain, bool]] = []

    def _give(self, person: Mention, chain: Chain, status: str, rule: str, past: bool = False) -> None:
        self.given = (chain.end, rule, person)
        since, until = told_term(self.norm, chain.start)
        status = status or ("former" if until else "")  # 自2016年至2022年担任
        self.handed.append((chain, status == "former"))
        own = chain.slots[0].body or not (self._of_another(chain, person) or self._of_office(chain, person))
        told = next((one for one in self.reader.told if one.mention is person and own), Told(person))
        for group in self.posts.solve(chain, told):
            for post in group:
                mark = "former" if person is self.dead else post.status or status
                body = post.body or self._same_sentence(chain, status)
                if body is not None and of_party(body.name) and post.title.endswith(tuple(STATE_HEADS)):
                    body = None  # 授权某党主席甲出任总理: of the state
                made = Post(
                    post.title,
                    post.title_span,
                    post.where,
                    body,
                    rule,
                    mark,
                    since,
                    until,
                    inferred=post.inferred,
                    doubtful=post.doubtful,
                )
                if body is not None:
                    self.last = (chain.end, body)
                person.posts = (*person.posts, made)

    def _of_another(self, chain: Chain, person: Mention) -> bool:
        """Whether a post without a body is hardly one of the body that its holder comes from."""
        head = chain.slots[0].title.head
        if head in OF_ANOTHER or head == "团长":
            return True
        if not head.endswith(OF_NEW_BODY) or self.norm.startswith("兼", chain.start - 2):
            return False
        told = next((one for one in self.reader.told if one.mention is person and one.chains), None)
        body = told.chains[0].slots[0].body if told else None
        return body is not None and not self.norm.endswith(_WITH_MEMBERS, body.start, body.end)

    def _of_office(self, chain: Chain, person: Mention) -> bool:
        """Whether a post of business is given to who comes from an office (某局局长甲成为董事长)."""
        bodies = self.reader.chains.bodies
        told = next((one for one in self.reader.told if one.mention is person and one.chains), None)
        body = told.chains[0].slots[0].body if told else None
        if body is None or "公司" not in chain.slots[0].title.fits:
            return False
        suffix = bodies.suffix_of(text := self.norm[body.start : body.end])
        return bool(suffix or bodies.is_place(text)) and not text.endswith(chain.slots[0].title.fits)

    def _same_sentence(self, chain: Chain, status: str) -> Mention | None:
        """甲当选会长，乙当选秘书长: the body of the appointment before, in the same sentence."""
        if self.last is None or status != "appointed" or self.last[0] < self.reader.chains.sentence(chain.start).start:
            return None
        return self.last[1]

    def _post_mention(self, chain: Chain) -> None:
        posts = [post for group in self.posts.solve(chain, None) for post in group]
        body = next((slot.body for slot in chain.slots if slot.body), None)
        if posts and body and body.end - body.start > 1:
            span = Span(chain.start, chain.end)
            form = self.passage.raw[span.start : span.end]
            self.passage.mentions.append(
                Mention("Post", self.passage.where, span.start, span.end, form, span, posts=tuple(posts))
            )
