"""Titles that do not stand beside their name: 当选, 任命…为, 免去…职务, 辞去, 曾任, 现任, and apposition."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from kgnews.annotate.chains import Chain
from kgnews.annotate.document import Document
from kgnews.annotate.persons import PersonReader, Told
from kgnews.annotate.posts import PostReader
from kgnews.annotate.terms_of_office import told_term
from kgnews.records import Mention, Post, Span

_APPOINTED = (
    r"续聘为?|履新|当选为?|当选了|出任|就任|接任|升任|调任|继任|转任|改任|获任|新任|(?:被|获|"
    r"获委)?(?:任命|委任|聘任|选举|推选|推举|选|聘|评选|增选|增补|补选)为|受聘(?:为|担任)?|获聘(?:为|"
    r"担任)?|获选(?:为)?|荣任|升为|晋升为?|重新担任|开始担任"
)
_FORMER = (
    r"原为|原是|曾任|历任|曾担任|曾是|曾为|先后(?:任|担任|出任)|曾先后(?:任|担任)|原任|曾兼任|曾出任|"
    r"曾就任|曾历任|卸任|辞去了?|辞任|不再担任|不再兼任|离任|卸下|被免去|卸去|历经"
)
_PRESENT = (
    r"现担任|现任|担任过?|兼任|(?<![时责主信胜委选现曾历原新兼担出就接继调升转改获卸辞离连并继留])任|"
    r"身兼|身为|系|是|为|现为|现是|并任|同时任|同时担任|还是|也是|并担任"
)
_VERB = re.compile(rf"(?P<appointed>{_APPOINTED})|(?P<former>{_FORMER})|(?P<present>{_PRESENT})")
_TAIL = re.compile(
    rf"(?:(?P<appointed>{_APPOINTED})|(?P<former>{_FORMER})|(?P<present>{_PRESENT}))(?:了|新一任|"
    rf"新一届|第.{{1,4}}[届任]|该|本)?[的]?$"
)
_ADVERBS = re.compile(
    r"(?:正式|同时|在|于|还|再次|并|也|又|则|已|已经|(?:于|自|从)?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|"
    r"开始|以来)?|(?:到|至|—|-)\d{4}年(?:\d{1,2}月)?(?:间|期间)?|于?\d{1,2}月\d{1,2}日|当日|今天|日前|近日|目前|一直|连续|全票|高票|成功|之后|随后|此后|"
    r"后|先生|女士|同志|"
    r"（[^）]{1,20}）|将|现|，|等(?:\d{1,3}[人位名])?)*$"
)
_NOT_YET = re.compile(
    r"(?:将|拟|有望|或将|可能|候选|提名|没有|并非|不是|不|未|希望|准备|打算|建议|要求|如果|假如|若)(?:[^，。；]{0,3})$"
)
_NAMED_AS = re.compile(
    r"(?:决定)?(?P<verb>任命|决定|聘任|聘请|委任|选举|推选|推举|选举产生|补选|增选|推荐并选举|聘|"
    r"选)：?(?P<who>[^。；为]{2,60}?)(?:等\d*[人位名]?)?(?:同志|女士|先生)?(?:分别)?(?:继续)?(?:为|"
    r"担任|出任|兼任)(?:新一任|新一届)?$"
)
_REMOVED = re.compile(
    r"(?:免去|撤销|免除|解除|罢免|撤去)：?(?P<who>[^，。；]{1,24}?)(?:同志|先生|"
    r"女士)?(?:（[^）]{1,10}）)?(?:所?担?任?的|兼任的|兼?)?$"
)
_TERM = re.compile(r"第[一二三四五六七八九十\d]+[届任]$")
_BY = re.compile(r"(?:一职|职务|的职务)?(?:由|的是|是|名叫|叫|叫做|为|：)")
_AFTER = re.compile(r"[，。；）、！？ \n”.]|$|一职|职务|的")
_ORDER = re.compile(r"任命|决定|聘任|聘请|委任|选举|推选")
_VITA = re.compile(r"([\u4e00-\u9fff·]{2,10})(?:，[男女]，|（[男女]|，[^，。]{1,3}族，)")
_BEFORE_MARK = re.compile(r"[、，。：\n]([\u4e00-\u9fff]{2,3})$")
_CONGRESS = re.compile(r"第[一二三四五六七八九十百\d]+[次届][^，。；\n]{0,30}(?:大会|会议|全会|理事会|委员会)")
_LISTED_NAME = re.compile(r"([\u4e00-\u9fff]{2,3})(?=、|（|$|同志|先生|女士|(?:和|及|以及)[\u4e00-\u9fff]{2,3}$)")
_LONE = re.compile(r"(?:^|[：:\n。；])[ ]*([\u4e00-\u9fff·]{2,8})[ ]+$")
_ABOUT = re.compile(r"(?:教授|老师|博士|先生|女士|院士|研究员)?(?:个人)?(?:简介|介绍)：$")
_PRONOUN = re.compile(r"(?:其|他|她|本人|该同志)$")


class CareerReader:
    """Attaches the chains of one passage that stand without a name beside them."""

    def __init__(self, reader: PersonReader, posts: PostReader) -> None:
        self.reader, self.posts, self.norm = reader, posts, reader.norm
        self.passage = reader.passage
        self.people = sorted(
            (m for m in self.passage.mentions if m.label == "Person" and "byline" not in m.tags), key=lambda m: m.start
        )
        self.starts = [m.start for m in self.people]
        self.status, self.reach, self.edge = "", -1, 0
        self.subject: Mention | None = None
        self.last: tuple[int, Mention] | None = None

    def run(self) -> None:
        """Each loose chain in turn; what nobody holds becomes a Post mention."""
        for chain in self.reader.loose:
            sentence = self.reader.chains.sentence(chain.start)
            if not self._attach(chain, sentence):
                self._post_mention(chain)

    def _attach(self, chain: Chain, sentence: Span) -> bool:
        if chain.slots[0].body is None and not chain.slots[0].extra:
            chain.start = chain.slots[0].title.start
        whole = self.norm[max(sentence.start, chain.start - 70) : chain.start]
        before = _TERM.sub("", whole)
        self.edge = chain.start - len(whole) + len(before)
        for read in (self._named_as, self._removed, self._verb, self._held_by, self._apposition):
            if read(chain, before, sentence):
                return True
        return False

    def _named_as(self, chain: Chain, before: str, sentence: Span) -> bool:
        match = _NAMED_AS.search(before)
        if not match or _NOT_YET.search(before[: match.start()]):
            return False
        offset = self.edge - len(before)
        start, end = offset + match.start("who"), offset + match.end("who")
        people = self._names_in(start, end) or [one for one in self.people if start <= one.start and one.end <= end]
        slot = chain.slots[0]
        if slot.body is None and people:
            slot.body = self._electing(offset + match.start())
        if slot.body is None and people:
            left = self.reader.chains.body_before(offset + match.start(), sentence.start)
            slot.body = Span(left, offset + match.start()) if left < offset + match.start() else None
        for person in people:
            self._give(person, chain, "appointed", "post-appointed")
        return bool(people)

    def _electing(self, at: int) -> Span | None:
        """中国侨联第十一次全国代表大会选举…为主席: the body whose congress elects, told in the sentences before ``at``."""
        found = None
        for match in _CONGRESS.finditer(self.norm, max(0, at - 160), at):
            found = match
        if found is None:
            return None
        left = self.reader.chains.body_before(found.start(), self.reader.chains.sentence(found.start()).start)
        return Span(left, found.start()) if left < found.start() - 2 else None

    def _names_in(self, start: int, end: int) -> list[Mention]:
        """The persons of a list of names that fills ``[start, end)``."""
        found: list[Mention] = []
        at = start
        while at < end:
            stop = self.reader.finder.after(at, end, least=-0.5, loose=True)
            whole = _LISTED_NAME.match(self.norm, at, end)
            named = self.norm[at - 1 : at] == "、" or self.reader.finder.names.surname_at(self.norm, at)
            if whole and (stop == at or stop < whole.end(1)) and named:
                stop = whole.end(1)  # an order names nothing but persons there
            if stop == at:
                break
            found.append(self._person(at, stop))
            match = re.compile(r"(?:先生|女士|同志|教授|博士|院士)?(?:（[^）]{1,10}）)?(?:、|和|及|以及)?").match(
                self.norm, stop, end
            )
            at = match.end() if match else stop
        return found

    def _removed(self, chain: Chain, before: str, sentence: Span) -> bool:
        match = _REMOVED.search(before)
        if not match:
            return False
        offset = self.edge - len(before)
        if _PRONOUN.fullmatch(match["who"]):
            subject = self._subject(chain.start, sentence)
            people = [subject] if subject else []
        else:
            people = self._names_in(offset + match.start("who"), offset + match.end("who"))
        for person in people:
            self._give(person, chain, "former", "post-removed")
        return bool(people)

    def _verb(self, chain: Chain, before: str, sentence: Span) -> bool:
        match = _TAIL.search(before)
        if not match:
            return self._continued(chain, before)
        verb, status = match[0], next(kind for kind in ("appointed", "former", "present") if match[kind])
        ahead = before[: match.start()]
        if _NOT_YET.search(ahead):
            return False
        end = self.edge - len(before) + match.start() - len(_ADVERBS.search(ahead)[0])  # type: ignore[index]
        person = self._ending_at(end, sentence.start, named=status == "appointed")
        if person is None:
            if verb[0] in "是为系" or (verb in ("任", "新任", "身为") and not chain.slots[0].body):
                return False
            if verb == "历任" and ahead and ahead[-1] not in "，。；、：":
                return False  # 社会学系历任系主任
            person = self._subject(chain.start, sentence)
        if person is None or (verb == "为" and self.norm[person.start - 1 : person.start] == "以"):
            return False
        past = status == "present" and verb == "任" and re.search(r"\d{4}年(?:\d{1,2}月)?(?:起)?$", ahead) is not None
        status = "" if status == "present" else status
        ordered = _ORDER.search(before[: match.start()]) if verb[0] == "为" and person in self.people else None
        if status == "appointed" and not chain.slots[0].body:
            chain.slots[0].body = self._electing(chain.start)
        if ordered:
            status = "appointed"  # 聘任甲为总裁，乙、丙为副总裁
            self._listed(person, chain, status)
        elif verb in ("任", "担任", "出任") and "分别" not in ahead[-6:] and status == "":
            self._listed(person, chain, status)
        self.status, self.subject, self.reach = status, person, chain.end
        if status == "appointed" and not ordered:
            self._listed(person, chain, status)
        rule = {"appointed": "post-appointed", "former": "post-career"}.get(status, "post-held")
        self._give(person, chain, status, rule, past)
        return True

    def _listed(self, last: Mention, chain: Chain, status: str) -> None:
        """The names before the last one of a list."""
        end = last.start
        while end > 1 and self.norm[end - 1] == "、":
            stop = end - 1
            if self.norm[stop - 1] == "）":  # 赵海洋（女）、
                stop = max(self.norm.rfind("（", 0, stop), stop - 9)
            lone = _BEFORE_MARK.search(self.norm, max(0, stop - 4), stop)
            start = self.reader.finder.before(stop, max(0, stop - 9), least=0.0)
            if start >= stop and lone and self.reader.finder.names.surname_at(self.norm, lone.start(1)):
                start = lone.start(1)
            if start >= stop:
                return
            rule = "post-appointed" if status == "appointed" else "post-held"
            self._give(self._person(start, stop), chain, status, rule)
            end = start

    def _continued(self, chain: Chain, before: str) -> bool:
        """曾任甲县县长，乙市副市长，…: the list goes on behind a comma."""
        gap = self.norm[self.reach : chain.start] if 0 <= self.reach <= chain.start else "x"
        if self.subject is None or not re.fullmatch(r"[，、；](?:后任|并任|兼任|后|兼|并)?", gap) or not chain.slots[0].body:
            return False
        self.reach = chain.end
        self._give(self.subject, chain, self.status, "post-career" if self.status == "former" else "post-held")
        return True

    def _held_by(self, chain: Chain, before: str, sentence: Span) -> bool:
        """新任局长是张三, 主任由李四担任."""
        match = _BY.match(self.norm, chain.end, sentence.end)
        if not match:
            return False
        end = self.reader.finder.after(match.end(), sentence.end, least=1.0)
        by = match[0].endswith("由")
        if end == match.end() or (by and self.norm[end : end + 2] not in ("担任", "出任", "接任", "兼任")):
            return False
        if not by and not _AFTER.match(self.norm, end):
            return False
        self._give(self._person(match.end(), end), chain, "", "post-held")
        return True

    def _apposition(self, chain: Chain, before: str, sentence: Span) -> bool:
        if not any(slot.body for slot in chain.slots) or not _AFTER.match(self.norm, chain.end):
            return False
        mark = before[-1:]
        if mark == " ":
            return self._poster(chain, before, sentence)
        about = _ABOUT.search(before)
        if about:
            before, mark = before[: about.start() + 1], "："
        if mark == "，" and (vita := _VITA.match(self.norm, sentence.start, chain.start)):
            start = sentence.start
            self._give(self._person(start, start + len(vita[1])), chain, "", "post-apposition")
            return True
        if mark not in ("，", "（", "：") and before[-2:] != "——":
            return False
        end = chain.start - len(self.norm[max(sentence.start, chain.start - 70) : chain.start]) + len(before) - len(mark)
        person = self._ending_at(end, sentence.start)
        if person is None or (mark == "，" and self.norm[chain.end : chain.end + 1] not in ("，", "。", "；", "", "\n", "）")):
            return False
        self._give(person, chain, "", "post-apposition")
        return True

    def _poster(self, chain: Chain, before: str, sentence: Span) -> bool:
        """主讲人：李四 红河大学教授: a name alone before a blank, and the post alone behind it."""
        lone = _LONE.search(before)
        if not lone or self.norm[chain.end : chain.end + 1] not in (" ", "", "\n", "，", "。", "；", "、"):
            return False
        end = self.edge - len(before) + lone.end(1)
        person = self._ending_at(end, max(sentence.start, end - len(lone[1])))
        if person is None or person.end - person.start != len(lone[1].replace(" ", "")):
            return False
        self._give(person, chain, "", "post-apposition")
        return True

    def _ending_at(self, end: int, floor: int, named: bool = False) -> Mention | None:
        """The person whose name (with a title behind) ends at ``end``; ``named``: what follows is only said of persons."""
        at = bisect_right(self.starts, end) - 1
        for person in self.people[max(0, at - 1) : at + 1][::-1]:
            if end in (person.end, person.outer.end):
                return person
        start = self.reader.finder.before(end, max(floor, end - 12), least=0.9)
        if start == end and named and end - floor > 2:
            # 董事会，李自学|当选: the whole clause before the verb is the name.
            left = next((at for at in range(end - 2, end - 4, -1) if at == floor or self.norm[at - 1] in "，；：、。"), end)
            start = left if left < end and self.reader.finder.names.surname_at(self.norm, left) else end
        return self._person(start, end) if start < end else None

    def _subject(self, at: int, sentence: Span) -> Mention | None:
        """Who is spoken of: the last person of the sentence before ``at``, else who opens one of the two sentences before."""
        last = bisect_left(self.starts, at)
        if last and self.starts[last - 1] >= sentence.start:
            return self.people[last - 1]
        opening = self.reader.finder.after(sentence.start, min(at, sentence.start + 8), least=1.0)
        if opening > sentence.start and self.norm[opening : opening + 1] in ("，", "（"):
            return self._person(sentence.start, opening)
        sentences = self.passage.sentences
        place = bisect_left(sentences, sentence)
        for earlier in sentences[max(0, place - 5) : place][::-1]:
            first = bisect_left(self.starts, earlier.start)
            if first < len(self.people) and self.starts[first] < earlier.end:
                return self.people[first] if self.people[first].outer.start <= earlier.start + 12 else None
        return None

    def _person(self, start: int, end: int) -> Mention:
        for person in self.people:
            if person.start < end and start < person.end:
                return person
        made = Mention("Person", self.passage.where, start, end, self.passage.raw[start:end], Span(start, end))
        self.passage.mentions.append(made)
        self.people.append(made)
        self.people.sort(key=lambda m: m.start)
        self.starts = [m.start for m in self.people]
        self.reader.document.names.setdefault(self.norm[start:end], 1)
        return made

    def _give(self, person: Mention, chain: Chain, status: str, rule: str, past: bool = False) -> None:
        since, until = told_term(self.norm, chain.start)
        told = next((one for one in self.reader.told if one.mention is person), Told(person))
        for group in self.posts.solve(chain, told):
            for post in group:
                mark = post.status or status
                body = post.body or self._same_sentence(chain, status)
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


def find(document: Document) -> None:
    """Give posts to persons who do not stand beside their titles; add Post mentions."""
    readers = document.notes["posts"]
    assert isinstance(readers, list)
    for posts in readers:
        CareerReader(posts.reader, posts).run()
