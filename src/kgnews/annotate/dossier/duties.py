"""Who is responsible for what: 主持…全面工作, 负责…方面工作, 分管…, 联系…."""

from __future__ import annotations

import re

from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.decree_words import ITEM
from kgnews.annotate.dossier.duty_things import ThingReader
from kgnews.annotate.dossier.duty_words import (
    FIELD_LINE,
    HEADED,
    NAME_LINE,
    OBJECTS_LINE,
    OPEN,
    PLAIN,
    TITLE_LINE,
    VERB,
)
from kgnews.annotate.dossier.hosts import owner_of
from kgnews.annotate.dossier.kinds import DUTIES
from kgnews.annotate.dossier.people import Named
from kgnews.annotate.dossier.profile_words import BELOW, unheaded
from kgnews.annotate.dossier.profile_words import OPEN as OPEN_PROFILE
from kgnews.expressions import expression
from kgnews.records import Span

_POSTED = expression(
    r"(?!协助|主持|负责|分管|联系|协管|牵头)(?P<posts>[^，。；：\n]{2,36}[长记任员席师])[，。]? *(?=主持|负责|分管|协助|联系|协管)"
)
# 中共某镇委员会: whose leaders are told as 党委书记, 镇长.
_TOWN = expression(r"^(?:中共|中国共产党)([\u4e00-\u9fff]+(?:[镇乡]|街道))(?:工作)?委员会$")
_BEHIND = expression(r"。 *(?=(?:主持|负责|分管|协助|联系|协管|主管))")
# A line of nothing but duties, below a life.
_ONLY_DUTIES = expression(r" *(?:(?:主要)?(?:负责|分管|协助|主持|联系|协管)[^，。；\n]{2,90}[。；，]?)+ *")


class DutyReader(ThingReader):
    """Reads the duties of one passage."""

    def run(self) -> None:
        """Only documents that say they divide work, or whose lines open with name and post before a duty."""
        told = DUTIES.search(self.document.title.norm + "\n" + self.norm[:200])
        told = told or re.search(r"(?m)^ *(?:工作)?分 *工 *(?:：|$)", self.norm)
        self.host = self.offices.host = self._host()
        for match in re.finditer(r"[^\n]+", self.norm):
            item = ITEM.match(self.norm, *match.span())
            line = Span(item.end() if item else match.start(), match.end())
            if self._introduced(line):
                if behind := _BEHIND.search(self.norm, *line):
                    self._duties(Span(behind.end(), line.end))
                    self.scribe.claim(behind.end(), line.end)
                continue
            if not told:
                if self.person is not None and _ONLY_DUTIES.fullmatch(self.norm, *line):
                    self._duties(line)
                    self.scribe.claim(*line)
                continue
            if self._named(line) or self._field(line) or self._alone(line) or self._headed(line) or self._opened(line):
                continue
            at = self._stripped(line)
            if self.person is None:
                continue
            if BELOW.match(self.norm, *line) and (behind := _BEHIND.search(self.norm, *line)):
                at = Span(behind.end(), line.end)  # 1968年11月出生，大学学历。主持全面工作。
            posted = _POSTED.match(self.norm, *at)  # 党组书记、局长，主持全面工作
            if posted and self.offices.read(at.start, posted.end("posts"), self.host).whole:
                self._posts(Span(at.start, posted.end("posts")))
                at = Span(posted.end(), at.end)
            if VERB.match(self.norm, *at):
                self._duties(at)
                self.scribe.claim(*at)

    def _introduced(self, line: Span) -> bool:
        """The person whose life a line tells is whose duties stand below it; the line is the reader's of lives."""
        match = OPEN_PROFILE.match(self.norm, *line)
        if match and self.people.is_name(match["name"], strict=True):
            self.person, self.name = self.scribe.person(Span(*match.span("name"))), Span(*match.span("name"))
            now = re.compile(r"现[任为](?P<posts>[^。；\n]+)").search(self.norm, *line)
            posts = self.offices.read(*now.span("posts")).offices if now else []
            self.own = next((office.body_name for office in posts if not office.body_name.endswith("委")), self.host)
            return True
        return False

    def _alone(self, line: Span) -> bool:
        """A name on a line of its own, and the line of nothing but posts below it."""
        named = self.people.one(*line, strict=True) if line.end - line.start <= 20 else None
        if named is not None and not self.norm[named.end : line.end].strip():
            below = [unheaded(one) for one in self.norm[line.end + 1 : line.end + 200].split("\n")[:4]]
            if not any(BELOW.match(one) or VERB.match(one) or FIELD_LINE.match(one) or OBJECTS_LINE.match(one) for one in below):
                return False
            self.person, self.name = self.scribe.person(named.span), named.span
            self.waits = not self._posted_above(line)
            bracket(self.scribe, self.person, named)
            self.own = self.host
            if named.note is not None and self.offices.read(*named.note, self.host).whole:  # 何明（局长）
                self._posts(named.note)
                self.waits = False
            self.scribe.claim(*line)
            return True
        if self.person is None or not self.waits or line.end - line.start > 60:
            return False
        if not self.offices.read(*line, self.host).whole:
            return False
        self._posts(line)
        self.waits = False
        self.scribe.claim(*line)
        return True

    def _posted_above(self, line: Span) -> bool:
        """副县长（挂职）, on the line above a name; the first name says whether a page sets them so."""
        above = self.norm[: line.start].rstrip()
        post = Span(above.rfind("\n") + 1, len(above))
        whole = 1 < post.end - post.start < 40 and self.offices.read(*post, self.host).whole
        self.above = whole if self.above is None else self.above
        if self.above and whole:
            self._posts(post)
            self.scribe.claim(*post)
        return self.above

    def _stripped(self, line: Span) -> Span:
        start = line.start
        while start < line.end and self.norm[start] in " ：，":
            start += 1
        return Span(start, line.end)

    def _host(self) -> str:
        match = re.search(
            r"(?P<body>[\u4e00-\u9fff]{2,24}?(?:人民政府|政府|委员会|局|厅|部|委|院|公司|集团|大学|学院|中心|银行|"
            r"(?:博物|图书|美术|文化|档案|科技|纪念)馆|报社|日报社|电视台|广播电视台|出版社|研究所|剧院|法院|检察院|办公室|中学|小学|学校|海关|人大|常委会|常务委员会|政协|协会|学会|商会|联合会|"
            r"总会|基金会|研究会|促进会|总工会|(?<=[省市县区镇乡])(?:[侨妇残文科社]联|科协|作协)|工商联|红十字会|贸促会))"
            r"(?:党组|党委)?(?:[校院局厅馆台社所行厂]|中心|集团)?(?:领导|班子|关于|党组|成员|委员|正副|(?:常务|正)?副?(?:主任|主席|会长)|分工|工作分工|副?[局厅院校行]长)",
            self.document.title.norm + "\n" + self.norm[:160],
        )
        return (
            self.offices.territory.expand(re.sub(r"^.*(?:现任|现为|曾任|历任|关于)", "", _TOWN.sub(r"\1", match["body"])))
            if match
            else self.offices.territory.expand(owner_of(self.document))
        )

    def _named(self, line: Span) -> bool:
        match = NAME_LINE.fullmatch(self.norm, *line)
        named = self.people.one(*match.span("value")) if match else None
        if match and named is None:
            self.person = None  # what stands below is not of the one named before
        if named is None:
            return False
        self.person, self.name = self.scribe.person(named.span), named.span
        bracket(self.scribe, self.person, named)
        self.host = self.host or ""
        self.scribe.claim(*line)
        return True

    def _field(self, line: Span) -> bool:
        if self.person is None:
            return False
        title = TITLE_LINE.fullmatch(self.norm, *line)
        if title and "：" in title[0]:
            self._posts(Span(*title.span("value")))
            self.scribe.claim(*line)
            return True
        objects = OBJECTS_LINE.fullmatch(self.norm, *line)
        if objects and not VERB.match(objects["value"]):
            self._things(objects["role"], objects.start("role"), Span(*objects.span("value")))
            self.scribe.claim(*line)
            return True
        duty = FIELD_LINE.fullmatch(self.norm, *line)
        if duty and ("：" in duty[0] or VERB.match(duty["value"])):
            self._duties(Span(*duty.span("value")))
            self.scribe.claim(*line)
            return True
        return False

    def _opened(self, line: Span) -> bool:
        """程　远　市委副书记、市长。主持…: a name, its posts, its duties; or 程远同志：负责…."""
        match = OPEN.match(self.norm, *line)
        if match is None:
            return self._titled(line)
        span = Span(*match.span("name"))
        rest = Span(*match.span("rest"))
        verb = VERB.search(self.norm, *rest)
        posts_end = verb.start() if verb else rest.end
        if self.norm.startswith("协助", rest.start):  # 协助书记抓党建工作，分管综治中心
            posts_end = rest.start
        posts = self.norm[rest.start : posts_end].strip(" ，。：；")
        found = (
            self.offices.read(
                rest.start, rest.start + len(self.norm[rest.start : posts_end].rstrip(" ，。：；")), self.host
            ).offices
            if posts
            else []
        )
        strict = not found and "·" not in match["name"]
        if not self.people.is_name(match["name"], strict=strict):
            return self._titled(line)
        if (posts and not found) or (verb is None and match["gap"] == "，"):
            return False
        self.person, self.name = self.scribe.person(span), span
        self.own = self.host
        if match["note"]:
            note = Span(match.start("note") + match["note"].index("（") + 1, match.end("note") - 1)
            bracket(self.scribe, self.person, Named(span, note, match.end("note")))
            self._posts(note)
        if posts:
            self._posts(Span(rest.start, posts_end))
        if verb:
            self._duties(Span(posts_end, rest.end))
        self.scribe.claim(*line)
        return True

    def _titled(self, line: Span) -> bool:
        """党委书记 韩冰：主持党委全面工作."""
        if line.end - line.start <= 16 and self._called(self._stripped(line), None):
            self.scribe.claim(*line)
            return True
        head = re.compile(r" *(?P<head>(?:[^：，。（]|（[^（）\n]*）){4,60}?)(?:：|，)(?=[^\n]{2})").match(self.norm, *line)
        verb = VERB.search(self.norm, *line)
        plain = PLAIN.match(self.norm, *line)
        if plain is not None and (named := self.names._trailing_name(Span(*plain.span("head")))):
            return self._spoken(Span(*plain.span("head")), named, Span(plain.end(), line.end))
        if head is None or verb is None:
            return False
        named = self.names._trailing_name(Span(*head.span("head")))
        if named is None and verb.start() == head.end():
            named = self.names._odd_name(Span(*head.span("head")))
        if named is None:
            return self._called(Span(*head.span("head")), Span(head.end(), line.end))
        return self._spoken(Span(*head.span("head")), named, Span(head.end(), line.end))

    def _spoken(self, head: Span, named: Named, rest: Span) -> bool:
        """Posts and name in ``head``, what the person does in ``rest``."""
        self.person, self.name = self.scribe.person(named.span), named.span
        bracket(self.scribe, self.person, named)
        self._posts(Span(head.start, named.span.start), named.note)
        self._duties(rest)
        self.scribe.claim(head.start, rest.end)
        return True

    def _headed(self, line: Span) -> bool:
        """党组成员、副主任：邰　丽（女）, what they do below."""
        match = HEADED.fullmatch(self.norm, *line)
        if match is None or not self.offices.read(*match.span("posts"), self.host).whole:
            return False
        named = self.people.one(*match.span("name"))
        below = self.norm[line.end + 1 : line.end + 100]
        if named is None or (match["gap"] != "：" and not self._opens_duties(below)):
            return False
        self.person, self.name = self.scribe.person(named.span), named.span
        bracket(self.scribe, self.person, named)
        self._posts(Span(*match.span("posts")), named.note)
        self.scribe.claim(*line)
        return True

    def _opens_duties(self, below: str) -> bool:
        """What stands below a name with its post: duties, a life, or the posts again and then duties."""
        first, _, rest = below.partition("\n")
        line = unheaded(first.strip())
        if re.search("[长任记师授员导]$", line) and len(line) < 40 and "，" not in line:  # the posts again, in full
            line = unheaded(rest.split("\n")[0].strip())
        return bool(VERB.match(line) or BELOW.match(line) or _POSTED.match(line))

    def _called(self, head: Span, rest: Span | None) -> bool:
        """童百熊市长：领导市政府全面工作."""
        for size in (3, 2, 4):
            end = head.start + size
            if end >= head.end or self.norm[end - 1] == "副" or not self.people.is_name(self.norm[head.start : end], strict=True):
                continue
            phrase = self.offices.read(end, head.end, self.host)
            if phrase.whole and phrase.offices[0].body.end == phrase.offices[0].body.start:
                self.person, self.name = self.scribe.person(Span(head.start, end)), Span(head.start, end)
                self._posts(Span(end, head.end))
                if rest is not None:
                    self._duties(rest)
                self.scribe.claim(head.start, rest.end if rest is not None else head.end)
                return True
        return False
