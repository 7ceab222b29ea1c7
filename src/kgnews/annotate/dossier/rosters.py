"""Rosters: 组长：张三（市委书记）, lists of members in lines or one paragraph, each with the post in the home body."""

from __future__ import annotations

import re
from itertools import pairwise

from kgnews.annotate.dossier.roster_entries import EntryReader
from kgnews.annotate.dossier.roster_words import BY, HEAD, INNER, OFFICE, ROLE
from kgnews.expressions import expression
from kgnews.records import Span

# 二、领导小组办公室: the people below are of the office.
_OFFICE_OF = expression(
    r"(?:[一二三四五六]、|（[一二三四五六]）)? *(?:领导小组|委员会|指挥部|工作组|工作专班|专班|小组)"
    r"(?:下设)?办公室(?:成员|组成人员|人员|组成)?"
)


class RosterReader(EntryReader):
    """Reads the rosters of one passage."""

    def run(self) -> None:
        """Headings name the group, lines that begin with a role its people."""
        lines = [part for match in re.finditer(r"[^\n]+", self.norm) for part in self._parted(Span(*match.span()))]
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
            elif self._paragraph(line) or self._named_as(line):
                self._office(line)
            elif not self._office(line):
                self.role = Span(0, 0)
                self._group_line(line, bool(count))

    def _parted(self, line: Span) -> list[Span]:
        """组长：甲副组长：乙、丙成员：丁…。领导小组下设办公室: roles that follow each other in one line, and what stands around them."""
        heads = [match.start() for match in INNER.finditer(self.norm, *line)]
        if len(heads) < 2:
            return [line]
        stop = self.norm.find("。", heads[-1], line.end)
        cuts = [line.start, *heads, *([stop + 1] if stop >= 0 else []), line.end]
        return [Span(a, b) for a, b in pairwise(cuts) if self.norm[a:b].strip()]

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

    def _group_line(self, line: Span, listed: bool) -> None:
        """A heading line names the group, or a part of it: 红河县数字乡村建设领导小组组成人员名单; 办公室; 专家组."""
        text = self.norm[line.start : line.end].strip(" ：")
        if not listed or re.match(r"[^：]{2,8}单位：", text):  # 理事单位：某厂、某公司
            return
        if self.base and _OFFICE_OF.fullmatch(text):
            at = Span(line.start + self.norm[line.start : line.end].index("办公室"), line.end)
            self.group, self.group_at, self.group_where = self.base + "办公室", Span(at.start, at.start + 3), "text"
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

    def _named_as(self, line: Span) -> bool:
        """乐山（市政府副秘书长）、时迁（市残联理事长）任副主任；, a role a line."""
        verb = re.compile(rf"(?:任|担任|为)(?P<role>{ROLE})[；。，]? *$").search(self.norm, *line)
        if verb is None or not self.group or self.norm.find("（", line.start, verb.start()) < 0:
            return False
        if not self.people.many(line.start, verb.start()):
            return False
        self.role = Span(*verb.span("role"))
        self._entries(Span(line.start, verb.start()), line)
        self.role = Span(0, 0)
        return True

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
            else:
                done = self._own_member(match, line) or done
        if done:
            self.scribe.claim(*line)
        return done

    def _own_member(self, match: re.Match[str], line: Span) -> bool:
        """市公安局禁毒支队支队长米良同志任办公室副主任: who is of the office alone."""
        group, role = ("a", "r1") if match["a"] else ("b", "r2")
        start = max(self.norm.rfind(mark, line.start, match.end(group)) for mark in "，。；：") + 1
        span = Span(max(start, line.start), match.end(group))
        named = self._trailing_name(span) or self.people.one(*span, strict=True)
        at = self.norm.rfind("办公室", line.start, match.start(role))
        if named is None or at < 0:
            return False
        person = self.scribe.person(named.span)
        title = Span(*match.span(role))
        body = self.scribe.body(Span(at, at + 3), self.base + "办公室")
        self._say(Span(min(at, named.span.start), title.end), person, body, self.scribe.raw(title))
        self.role = Span(0, 0)
        self._member(named, Span(max(start, line.start), named.span.start))
        return True
