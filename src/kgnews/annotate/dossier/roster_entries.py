"""The people of a role in a roster, each with the post in the home body."""

from __future__ import annotations

import re

from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.people import Named
from kgnews.annotate.dossier.roster_groups import GroupNamer
from kgnews.annotate.dossier.roster_words import NAME_POST, NOT_POSTS, OTHERS
from kgnews.expressions import expression
from kgnews.records import Mention, Span

# 第一選區　某某　某某: which of them a line lists.
_CONSTITUENCY = expression(r"第?[一二三四五六七八九十\d]+(?:选区|选举区|组|小组|片区|代表团|界别)(?:：| +)(?=[\u3400-\u9fff])")
_AFTER_NAME = expression(r"[、，；和](?![^（）]*）)")
_SECONDED = expression(r"(?:^|[，、])挂职(?:$|[，、])")
_COLUMN = expression(r" {2,}")
_ODD = expression(r"[\u3400-\u9fff](?:(?![任责制度务议组室会院长员办部等])[\u3400-\u9fff]){1,2}")
_SPACED_NAME = expression(r"[\u3400-\u9fff] {1,4}[\u3400-\u9fff]$")


class EntryReader(GroupNamer):
    """Reads the entries of one passage."""

    def _entries(self, span: Span, line: Span | None) -> None:
        """The people of a role."""
        start, end = span
        while start < end and self.norm[start] in " ，、：由；":
            start += 1
        while end > start and self.norm[end - 1] in " ，、。；：":
            end -= 1
        if prefix := _CONSTITUENCY.match(self.norm, start, end):
            start = prefix.end()
        others = OTHERS.search(self.norm, start, end)
        end = others.start() if others else end
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
        told = any(said.grammar != "record-attribute" for said in self.scribe.statements[count:])
        if not told:
            del self.scribe.statements[count:]  # a bracket alone: who has which role is another reader's
        elif line is not None:
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
        begin = at = start
        for stop in [*(match.start() for match in _AFTER_NAME.finditer(self.norm, start, end)), end]:
            piece = Span(at, stop)
            name = self._set_apart(piece) or self._trailing_name(piece)
            joined = self.norm[stop : stop + 1] == "和"  # 住房和城乡建设局局长
            whole = self.people.one(at, stop, strict=True) if name is None and begin == at and not joined else None
            if name is not None:
                self._member(name, Span(begin, name.span.start))
            elif whole is not None:
                self._member(whole, None)
            elif joined:
                continue
            at = stop + 1
            begin = at if name is not None or whole is not None else begin

    def _set_apart(self, piece: Span) -> Named | None:
        """县住房和城乡建设局局长　　　　艾　松: a name in a column of its own behind the posts."""
        for gap in _COLUMN.finditer(self.norm, *piece):
            named = self.people.one(gap.end(), piece.end, strict=False)
            head = self.norm[piece.start : gap.start()].rstrip()
            if named is not None and self.offices.heads.start(head) < len(head):
                return named
        return None

    def _trailing_name(self, span: Span) -> Named | None:
        """The name at the end of a piece whose words before it end in a title."""
        start, end = span
        note = re.search(r"（[^（）]*）$", self.norm[start:end])
        stop = start + note.start() if note else end
        polite = re.search(r"(?:同志|先生|女士)$", self.norm[start:stop])
        stop -= len(polite[0]) if polite else 0
        if spaced := _SPACED_NAME.search(self.norm, max(start, stop - 6), stop):  # 副局长冼　玉（女）
            head = self.norm[start : spaced.start()].rstrip()
            if self.offices.heads.start(head) < len(head) and self.people.is_name(spaced[0], strict=True):
                return self.people.behind(spaced.start(), stop, end)
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
        if not found and note and "族" in note[0]:  # 院长额尔敦布和（蒙古族）
            found = [(0.0, size) for size in (5, 6, 4) if self._is_long(start, stop - size, stop)]
        if not found:
            return None
        size = max(found)[1]
        named = self.people.behind(stop - size, stop, end)
        return named

    def _is_long(self, start: int, at: int, stop: int) -> bool:
        """Whether a name of another people, written without a dot, fills ``[at, stop)`` behind a title."""
        head = self.norm[start:at].rstrip()
        return at > start and self.offices.heads.start(head) < len(head) and self.people.is_name(self.norm[at:stop])

    def _odd_name(self, span: Span) -> Named | None:
        """The name behind nothing but posts where its first character is no surname that is known: 市档案馆副馆长巨天成."""
        note = re.search(r"（[^（）]*）$", self.norm[span.start : span.end])
        stop = span.start + note.start() if note else span.end
        for size in (3, 2):
            at, name = stop - size, self.norm[stop - size : stop]
            if at > span.start and _ODD.fullmatch(name) and self.people.is_name(name):
                return self.people.behind(at, stop, span.end) if self.offices.read(span.start, at).whole else None
        return None

    def _member(self, named: Named, post: Span | None) -> None:
        person = self.scribe.person(named.span)
        self.known[self.norm[named.span.start : named.span.end].replace(" ", "")] = person
        if named.note is not None:
            bracket(self.scribe, person, named)
        role = "".join(self.scribe.raw(self.role).split())
        if self.group and role and role not in NOT_POSTS:
            far = abs(named.span.start - self.role.start) > 80
            fact = Span(min(self.role.start, named.span.start), max(named.span.end, self.role.end)) if not far else named.span
            role = "常务" + role if named.note and self.norm[slice(*named.note)] == "常务" and role[:1] == "副" else role
            chamber = self.alias and role.endswith("会长")
            body = self.scribe.body(Span(fact.start, fact.start), self.alias) if chamber else self._group_mention()
            proofs = {"title": ("text", self.role)} if far else {}
            grammar = "record-appointed" if self.order else "record-roster"
            seconded = named.note and _SECONDED.search(self.norm[slice(*named.note)])
            flags = {"on_secondment": "挂职"} if seconded else {}
            self.scribe.say(grammar, fact, (person, body), {"title": role} | self.order | flags, proofs)
        if post is None or post.end <= post.start:
            return
        for office in self.offices.read(post.start, post.end).offices:
            if office.body_name:
                body = self.scribe.body(office.body, office.body_name)
                fact = Span(min(named.span.start, office.title_span.start), max(named.span.end, office.title_span.end))
                acting = next((word for key, word in office.flags if key == "acting" and word == "署理"), "")
                title = office.title if not acting or office.title.startswith(acting) else acting + office.title
                self._say(fact, person, body, title, office.status)

    def _group_mention(self) -> Mention:
        if self.group_where == "title":
            span = self.group_at
            raw = self.document.title.raw[span.start : span.end]
            name = raw if self.document.title.norm[span.start : span.end] == self.group else self.scribe.writing.of(self.group)
            made = Mention("Organization", "title", span.start, span.end, raw, span, name)
            known = [m for m in self.document.title.mentions if (m.start, m.end, m.name) == (span.start, span.end, name)]
            if known:
                return known[0]
            self.document.title.mentions.append(made)
            return made
        return self.scribe.body(self.group_at, self.group)

    def _say(self, span: Span, person: Mention, body: Mention, title: str, status: str = "") -> None:
        self.scribe.say("record-roster", span, (person, body), {"title": title, "status": status})
