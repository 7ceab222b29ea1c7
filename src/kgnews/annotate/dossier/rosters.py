"""Rosters: 组长：张三（市委书记）, lists of members in lines or one paragraph, each with the post in the home body."""

from __future__ import annotations

import re

from kgnews.annotate.document import Document, Passage
from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.offices import OfficeReader
from kgnews.annotate.dossier.people import Named, People
from kgnews.annotate.dossier.roster_words import BODY, BY, GROUP, HEAD, LIST_OF, NAME_POST, NOT_POSTS, OFFICE, TERM
from kgnews.annotate.dossier.scribe import Scribe
from kgnews.records import Mention, Span


class RosterReader:
    """Reads the rosters of one passage."""

    def __init__(self, document: Document, passage: Passage, offices: OfficeReader, scribe: Scribe) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.offices, self.scribe = offices, scribe
        self.people = People(document, passage)
        self.group, self.group_at = "", Span(0, 0)
        self.group_where = "text"
        self.role = Span(0, 0)
        self.known: dict[str, Mention] = {}

    def run(self) -> None:
        """Headings name the group, lines that begin with a role its people."""
        lines = [Span(*match.span()) for match in re.finditer(r"[^\n]+", self.norm)]
        heads = [self._head(line) for line in lines]
        titled = self._named_group(self.document.title.norm)
        self.base = titled[0] if titled else ""
        self.offices.territory.feed(self.base)
        self.base_at = titled[1] if titled else Span(0, 0)
        if titled:
            name, at = titled[0], self.document.title.norm.find(titled[0])
            name = self.document.title.raw[at : at + len(name)] if at >= 0 else name
            self.base = name
            self.group, self.group_at, self.group_where = name, titled[1], "title"
        count = sum(head is not None for head in heads)
        for line, head in zip(lines, heads, strict=True):
            if head is not None and (count >= 2 or self.group):
                self.role = Span(*head.span("role"))
                rest = Span(*head.span("rest"))
                if self.norm[rest.start : rest.end].strip():
                    self._entries(rest, line)
            elif self.role.end and count >= 1 and self._continues(line):
                self._entries(line, line)
            elif self._paragraph(line):
                self._office(line)
            elif not self._office(line):
                self.role = Span(0, 0)
                self._group_line(line, bool(count))

    def _head(self, line: Span) -> re.Match[str] | None:
        match = HEAD.match(self.norm, *line)
        if match is None:
            return None
        rest = match["rest"].strip()
        return (
            match
            if "：" in match[0][: len(match[0]) - len(match["rest"])]
            or not rest
            or self._is_names(rest, match.start("rest"), match.end("rest"))
            else None
        )

    def _is_names(self, rest: str, start: int, end: int) -> bool:
        return bool(self.people.many(start, end)) or bool(re.match(r"[\u3400-\u9fff]{1,4}[ （]", rest))

    def _continues(self, line: Span) -> bool:
        text = self.norm[line.start : line.end]
        if "：" in text[:16]:
            return False
        if text[:1] == " " or re.match(
            r"[\u3400-\u9fff]{2,4}(?: *（|  +| [\u3400-\u9fff]{4,})|[\u3400-\u9fff] +[\u3400-\u9fff][ （]", text
        ):
            return True
        if self.people.many(line.start, line.end):
            return True
        end = self._trailing_name(line)
        return end is not None

    def _named_group(self, text: str) -> tuple[str, Span] | None:
        best: tuple[str, Span] | None = None
        for match in GROUP.finditer(text):
            span = Span(*match.span("group"))
            name = match["group"]
            cut = re.match(
                r".*?(?:人民政府办公室|人民政府|办公室|委员会|党委)?关于(?:成立|调整|公布|印发|充实|设立|组建|"
                r"完善|建立|明确|更换)?",
                name,
            )
            if cut and cut.end() < len(name):
                name, span = name[cut.end() :], Span(span.start + cut.end(), span.end)
            verb = re.match(
                r"(?:经[\u4e00-\u9fff]*?(?:研究|决定|同意)|决定|为[\u4e00-\u9fff]*?，|现将|将|对|成立|调整|公布|"
                r"由|(?:调整|充实|重组|换届|更新)后的?|后的|新的)+",
                name,
            )
            if verb and verb.end() < len(name) - 2:
                name, span = name[verb.end() :], Span(span.start + verb.end(), span.end)
            if re.fullmatch(rf"(?:{BODY}|县|市|区|省|本|该|我|各|新一届|第.届)+", name):
                continue
            best = (self._clean(name), span)
            break
        return best or self._listed_group(text)

    def _listed_group(self, text: str) -> tuple[str, Span] | None:
        """A heading that says whose list it is, whatever the group is called: 某院客座专家名单."""
        match = LIST_OF.match(text.strip()) if len(text) < 50 else None
        if match is None or "关于" in match["group"]:
            return None
        at = text.index(match["group"])
        return self._clean(match["group"]), Span(at, at + len(match["group"]))

    def _clean(self, name: str) -> str:
        """Without the term: 红河大学校友会第三届理事会 → 红河大学校友会."""
        term = re.search(
            r"(?:第[一二三四五六七八九十百\d]+届|新一届)(?:理事会|委员会|监事会|常务理事会|董事会|主席团|执委会)?$", name
        )
        if term and term.start() > 3:
            name = name[: term.start()]
        name = TERM.sub("", name)  # not that of an occasion: 第二十届运动会组委会
        return self.offices.territory.expand(name)

    def _group_line(self, line: Span, listed: bool) -> None:
        """A heading line names the group, or a part of it: 红河县数字乡村建设领导小组组成人员名单; 办公室; 专家组."""
        text = self.norm[line.start : line.end].strip(" ：")
        if not listed:
            return
        named = self._named_group(self.norm[line.start : line.end])
        if named and (len(text) < 60 or re.search(r"成立|调整|组成|名单", text)):
            name, span = named
            self.group, self.group_at, self.group_where = name, Span(line.start + span.start, line.start + span.end), "text"
            self.offices.territory.feed(name)
            if not self.base:
                self.base, self.base_at = name, self.group_at

    def _paragraph(self, line: Span) -> bool:
        """由甲任组长，乙、丙任副组长，丁、戊为成员."""
        for sentence in re.finditer(r"[^。；\n]+", self.norm[line.start : line.end]):
            start, end = line.start + sentence.start(), line.start + sentence.end()
            verbs = list(BY.finditer(self.norm, start, end))
            first = self.norm.find("由", start, end)
            if len(verbs) < 2 or (first < 0 and not self.group):
                continue
            named = self._named_group(self.norm[start : first if first > 0 else start])
            if named:
                name, span = named
                self.group, self.group_at, self.group_where = name, Span(start + span.start, start + span.end), "text"
                self.offices.territory.feed(name)
            if not self.group:
                continue
            at = first + 1 if 0 <= first < verbs[0].start() else start
            count = len(self.scribe.statements)
            for verb in verbs:
                self.role = Span(*verb.span("role"))
                self._entries(Span(at, verb.start()), None)
                at = verb.end()
            self.role = Span(0, 0)
            if len(self.scribe.statements) > count:
                self.scribe.claim(start, end)
                return True
        return False

    def _office(self, line: Span) -> bool:
        """邱岳兼任办公室主任; 办公室主任由邱岳同志兼任."""
        if not self.known or not self.base:
            return False
        done = False
        for match in OFFICE.finditer(self.norm, *line):
            group = "a" if match["a"] else "b"
            name = match[group]
            for size in range(len(name), 1, -1):
                cut = name[-size:]
                if cut in self.known:
                    end = match.end(group)
                    span = Span(end - size, end)
                    role = "r1" if match["a"] else "r2"
                    person = self.scribe.person(span)
                    office = self.base + "办公室"
                    title = Span(*match.span(role))
                    at = self.norm.rfind("办公室", line.start, title.start)
                    if at < 0:
                        break
                    body = self.scribe.body(Span(at, at + 3), office)
                    self._say(Span(min(at, span.start), title.end), person, body, self.scribe.raw(title))
                    done = True
                    break
        if done:
            self.scribe.claim(*line)
        return done

    def _entries(self, span: Span, line: Span | None) -> None:
        """The people of a role."""
        start, end = span
        while start < end and self.norm[start] in " ，、：由；":
            start += 1
        while end > start and self.norm[end - 1] in " ，、。；：":
            end -= 1
        if start >= end:
            return
        count = len(self.scribe.statements)
        everyone = self.people.many(start, end)
        alone = self.people.weak(start, end) if not everyone and end - start < 6 else None
        everyone = [alone] if alone is not None and alone.end >= end else everyone
        if everyone and not any(one.note and self._offices_in(one.note) for one in everyone):
            for named in everyone:
                self._member(named, None)
        elif everyone:
            for named in everyone:
                self._member(named, named.note)
        else:
            self._mixed(start, end)
        if line is not None and len(self.scribe.statements) > count:
            self.scribe.claim(*line)

    def _offices_in(self, span: Span) -> bool:
        return bool(self.offices.read(span.start, span.end, "").offices)

    def _mixed(self, start: int, end: int) -> None:
        """名 职 entries, or 职名 entries, several to a line."""
        lines = re.split(r"；", self.norm[start:end])
        at = start
        for piece in lines:
            self._piece(at, at + len(piece))
            at += len(piece) + 1

    def _piece(self, start: int, end: int) -> None:
        while start < end and self.norm[start] in " 、，":
            start += 1
        if self._name_first(start, end):
            return
        self._title_first(start, end)

    def _name_first(self, start: int, end: int) -> bool:
        """程　远　市委副书记、市长."""
        for gap in NAME_POST.finditer(self.norm, start, end):
            if gap.start() - start > 24:
                return False
            named = self.people.one(start, gap.start(), strict=False)
            if named is None:
                continue
            post = Span(gap.end(), end)
            if self.offices.read(post.start, post.end).offices or gap[0].isspace():
                self._member(named, post)
                return True
        return False

    def _title_first(self, start: int, end: int) -> None:
        """市委常委、常务副市长何为民，副市长兼市公安局局长卢剑锋."""
        begin = start
        for part in re.finditer(r"[^、，；和]+(?:（[^）]*）)?", self.norm[start:end]):
            piece = Span(start + part.start(), start + part.end())
            name = self._trailing_name(piece)
            if name is None:
                if begin == piece.start:
                    whole = self.people.one(piece.start, piece.end, strict=True)
                    if whole is not None:
                        self._member(whole, None)
                        begin = piece.end + 1
                continue
            self._member(name, Span(begin, name.span.start))
            begin = piece.end + 1

    def _trailing_name(self, span: Span) -> Named | None:
        """The name at the end of a piece whose words before it end in a title."""
        start, end = span
        note = re.search(r"（[^（）]*）$", self.norm[start:end])
        stop = start + note.start() if note else end
        polite = re.search(r"(?:同志|先生|女士)$", self.norm[start:stop])
        stop -= len(polite[0]) if polite else 0
        parts = re.search(r"[\u3400-\u9fff]{1,6}(?:·[\u3400-\u9fff]{1,8})+$", self.norm[start:stop])
        sizes = [3, 2, 4] if parts is None else list(range(len(parts[0]), 2, -1))
        found: list[tuple[float, int]] = []
        for size in sizes:
            at = stop - size
            if at <= start:
                continue
            head = self.norm[start:at].rstrip()
            name = self.norm[at:stop]
            if self.offices.heads.start(head) >= len(head) or not self.people.is_name(name, strict="·" not in name):
                continue
            surname = self.people.names.surname_at(name, 0) or 1
            found.append(
                (self.people.names.name_score(name, surname) + (0.5 if size == 3 else 0.0) if "·" not in name else 9.0, size)
            )
        if not found:
            return None
        size = max(found)[1]
        named = self.people.behind(stop - size, stop, end)
        return named

    def _member(self, named: Named, post: Span | None) -> None:
        person = self.scribe.person(named.span)
        self.known[self.norm[named.span.start : named.span.end].replace(" ", "")] = person
        if named.note is not None:
            bracket(self.scribe, person, named)
        role = "".join(self.scribe.raw(self.role).split())
        if self.group and role and role not in NOT_POSTS:
            far = abs(named.span.start - self.role.start) > 80
            fact = Span(min(self.role.start, named.span.start), max(named.span.end, self.role.end)) if not far else named.span
            body = self._group_mention()
            proofs = {"title": ("text", self.role)} if far else {}
            self.scribe.say("record-roster", fact, (person, body), {"title": role}, proofs)
        if post is None or post.end <= post.start:
            return
        for office in self.offices.read(post.start, post.end).offices:
            if office.body_name:
                body = self.scribe.body(office.body, office.body_name)
                fact = Span(min(named.span.start, office.title_span.start), max(named.span.end, office.title_span.end))
                self._say(fact, person, body, office.title, office.status)

    def _group_mention(self) -> Mention:
        if self.group_where == "title":
            span = self.group_at
            raw = self.document.title.raw[span.start : span.end]
            made = Mention("Organization", "title", span.start, span.end, raw, span, self.group)
            known = [m for m in self.document.title.mentions if (m.start, m.end, m.name) == (span.start, span.end, self.group)]
            if known:
                return known[0]
            self.document.title.mentions.append(made)
            return made
        return self.scribe.body(self.group_at, self.group)

    def _say(self, span: Span, person: Mention, body: Mention, title: str, status: str = "") -> None:
        self.scribe.say("record-roster", span, (person, body), {"title": title, "status": status})
