"""Rosters in running words: 由甲任组长，乙、丙任副组长; 组长由甲担任; 乙兼任综合协调组组长."""

from __future__ import annotations

import re

from kgnews.annotate.dossier.roster_entries import EntryReader
from kgnews.annotate.dossier.roster_words import BY, BY_WHOM, GENERIC, OFFICE, PART_HEADS, ROLE, ROLES_BEFORE, TEAM
from kgnews.expressions import expression
from kgnews.records import Span

_ONE_ROLE = expression(rf"{ROLE}(?=[、和])")
_LEADING = frozenset(["其中", "决定", "调整", "明确", "设立", "成立", "由于", "组建"])

# 某某办公室设在某局: the office that the words behind it are about.
_SEAT = expression(r"(?:^|(?<=[，。；：\n 、]))(?P<office>[\u4e00-\u9fff]{0,20}办公室)(?:设在|设于|挂靠|设[\u4e00-\u9fff]{2})")
_TEAM = expression(
    r" *(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.、．]|[①-⑳])? *"
    r"(?:(?:指挥部|领导小组|委员会|专班|组委会)?(?:下设|设立))?"
    r"(?P<team>(?:(?!领导|工作组|小组)[\u4e00-\u9fff]{2,12}?(?:组|部|分队|专班)|办公室))(?:（[^）]*）)?[ ：，。]*"
)
_HAS_TEAMS = expression(r"(?:指挥部|领导小组|委员会|专班|组委会|工作组|筹备组|小组|队)$")
# 综合协调组：组长孟飞，副组长石柱、石磊；
_BARE_ROLE = expression(rf"(?P<role>{ROLE})(?:为|是)?(?P<who>[\u3400-\u9fff·（）、 ]{{2,60}}?)(?=，(?:{ROLE})|[；。]|$)")
_TERM = expression(r"第[^届]{1,4}届|[校本该]$")
_MADE = expression(r"批准|选举|推选|推举|表决|聘任|任命")  # 经全体会议批准，副主任由甲、乙担任


class ParagraphReader(EntryReader):
    """Reads the sentences of one passage that say who has which role."""

    def _running(self, line: Span) -> bool:
        """Whether a line tells roles in running words."""
        told = self._team_line(line) or self._paragraph(line) or self._named_as(line)
        told = self._by_whom(line) or told
        told = self._teams(line) or told
        told = self._below(line) or told
        return self._office(line) or told

    def _team(self, part: Span) -> bool:
        """（一）工程技术组, of a headquarters: the people of the roles behind it, or below it, are of the team."""
        match = _TEAM.fullmatch(self.norm, *part)
        if match is None or not _HAS_TEAMS.search(self.base):
            return False
        self._in_part(Span(*match.span("team")))
        return True

    def _team_line(self, line: Span) -> bool:
        """1.综合协调组：组长孟飞，副组长石柱、石磊；"""
        at = self.norm.find("：", line.start, line.end)
        kept = self.group, self.group_at, self.group_where
        if at < 0 or not self._team(Span(line.start, at)):
            return False
        found: list[re.Match[str]] = []
        stop = at + 1
        for one in _BARE_ROLE.finditer(self.norm, at + 1, line.end):
            if self.norm[stop : one.start()].strip(" ，；。") or not self.people.many(*one.span("who")):
                found = []
                break
            found.append(one)
            stop = one.end()
        if found and not self.norm[stop : line.end].strip(" ，；。"):
            for one in found:
                self.role = Span(*one.span("role"))
                self._entries(Span(*one.span("who")), None)
            self.scribe.claim(*line)
        self.role = Span(0, 0)
        self.group, self.group_at, self.group_where = kept
        return bool(found)

    def _by_whom(self, line: Span) -> bool:
        """专班组长由新区党工委书记某某担任，副组长由某某和某某担任."""
        done, sub, end, kept = False, None, -1, self.order
        for match in BY_WHOM.finditer(self.norm, *line) if self.group else ():
            own = Span(*match.span("sub")) if match["sub"] else None
            roles = self._roles_before(match, line)
            if roles is None:
                continue  # 经济学部学术委员会主任由…: of another body
            goes_on = match.start() == end + 1 and match.start("role") == match.start()  # 办公室主任由甲兼任，副主任由乙担任
            sub, end = own or (sub if goes_on else None), match.end()
            sentence = self.norm[max(self.norm.rfind("。", 0, match.start()) + 1, line.start) : match.start()]
            self.order = kept or ({"status": "appointed"} if _MADE.search(sentence) else {})
            done = (self._one_each(match, roles) if roles else self._told_of(match, sub)) or done
        self.order = kept
        return done

    def _roles_before(self, match: re.Match[str], line: Span) -> list[Span] | None:
        """The roles told together with the one of the match (组长、副组长分别由…); None where all of them are another body's."""
        before = ROLES_BEFORE.search(self.norm, line.start, match.start("role"))
        if before is None:
            return []
        named = GENERIC.search(self.norm, before.start("front"), before.start("roles"))
        if named and named["own"] not in _LEADING:
            front = _TERM.sub("", self.norm[before.start("front") : named.start("own")])[-2:]
            if named["own"] not in self.group + self.base or (front and front not in self.group + self.base):
                return None
        return [Span(*one.span()) for one in _ONE_ROLE.finditer(self.norm, *before.span("roles"))]

    def _one_each(self, match: re.Match[str], roles: list[Span]) -> bool:
        """组长、副组长分别由甲、乙担任: one each; without 分别, or where their numbers differ, nobody is told which."""
        people = self.people.many(*match.span("who"))
        roles = [*roles, Span(*match.span("role"))]
        if "分别" not in match[0] or len(people) != len(roles):
            return False
        for role, named in zip(roles, people, strict=True):
            self.role = role
            self._member(named, named.note)
        self.role = Span(0, 0)
        self.scribe.claim(roles[0].start, match.end())
        return True

    def _below(self, line: Span) -> bool:
        """农学学位评定分委员会，主席厉延之；…: parts of the group, each with its heads."""
        done = False
        for match in PART_HEADS.finditer(self.norm, *line) if self.group and "委员会" in self.norm[line.start : line.end] else ():
            people = self.people.many(*match.span("who"))
            name = self._owned(self.offices.territory.expand(match["group"]))
            if not people or name in (self.group, self.base):
                continue
            kept = self.group, self.group_at, self.group_where
            self.group, self.group_at, self.group_where = name, Span(*match.span("group")), "text"
            self.role = Span(*match.span("role"))
            for named in people:
                self._member(named, named.note)
            self.group, self.group_at, self.group_where = kept
            self.role = Span(0, 0)
            self.scribe.claim(*match.span())
            done = True
        return done

    def _teams(self, line: Span) -> bool:
        """某某兼任综合协调组组长，某某兼任要素保障组组长."""
        done = False
        for match in TEAM.finditer(self.norm, *line) if self.group and "组长" in self.norm[line.start : line.end] else ():
            sub = next((Span(*match.span(key)) for key in ("own", "above") if match[key]), None)
            done = (sub is not None and self._told_of(match, sub)) or done
        return done

    def _told_of(self, match: re.Match[str], sub: Span | None) -> bool:
        """The people of a role in the group, or in the part of it that is named."""
        kept, count = (self.group, self.group_at, self.group_where), len(self.scribe.statements)
        if sub is not None:
            self._in_part(sub)
        self.role = Span(*match.span("role"))
        self._entries(Span(*match.span("who")), None)
        self.group, self.group_at, self.group_where = kept
        self.role = Span(0, 0)
        if len(self.scribe.statements) == count:
            return False
        self.scribe.claim(*match.span())
        return True

    def _in_part(self, sub: Span) -> None:
        """The office or a team of the group, told without it."""
        part, name = self.norm[sub.start : sub.end], self.base or self.group
        whole = self._office_of(self.norm.rfind("\n", 0, sub.start) + 1, sub.start) if part == "办公室" else name + part
        self.group, self.group_at, self.group_where = whole, sub, "text"

    def _paragraph(self, line: Span) -> bool:
        """由甲任组长，乙、丙任副组长，丁、戊为成员."""
        for sentence in re.finditer(r"[^。；\n]+", self.norm[line.start : line.end]):
            start, end = line.start + sentence.start(), line.start + sentence.end()
            verbs = list(BY.finditer(self.norm, start, end))
            first = self.norm.find("由", start, end)
            if len(verbs) < 2 or (first < 0 and not self.group):
                continue
            team = first > start and self._team(Span(start, first))
            named = self._named_group(self.norm[start : first if first > 0 else start]) if not team else None
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
                    office = self._office_of(line.start, match.start())
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

    def _office_of(self, start: int, at: int) -> str:
        """The full name of the office: 市河长制办公室设在市水利局，办公室主任由…兼任; else that of the group."""
        named = list(_SEAT.finditer(self.norm, start, at + 24))
        own = named[-1]["office"] if named else ""
        full = self.offices.territory.expand(own)
        return full if full != own or self.offices.territory.steps(own) else (self.base or self.group) + "办公室"

    def _own_member(self, match: re.Match[str], line: Span) -> bool:
        """市公安局禁毒支队支队长米良同志任办公室副主任: who is of the office alone."""
        group, role = ("a", "r1") if match["a"] else ("b", "r2")
        marks = "，。；：" + ("由" if match["b"] else "")
        start = max(self.norm.rfind(mark, line.start, match.end(group)) for mark in marks) + 1
        span = Span(max(start, line.start), match.end(group))
        named = self._trailing_name(span) or self.people.one(*span, strict=True) or self._odd_name(span)
        at = self.norm.rfind("办公室", line.start, match.start(role))
        if named is None or at < 0:
            return False
        person = self.scribe.person(named.span)
        title = Span(*match.span(role))
        body = self.scribe.body(Span(at, at + 3), self._office_of(line.start, match.start()))
        self._say(Span(min(at, named.span.start), title.end), person, body, self.scribe.raw(title))
        self.role = Span(0, 0)
        self._member(named, Span(max(start, line.start), named.span.start))
        return True
