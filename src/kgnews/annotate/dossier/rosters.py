"""Rosters: 组长：张三（市委书记）, lists of members in lines or one paragraph, each with the post in the home body."""

from __future__ import annotations

import re
from itertools import pairwise

from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.hosts import owner_of
from kgnews.annotate.dossier.office_words import PART_OF_HOST
from kgnews.annotate.dossier.people import Named
from kgnews.annotate.dossier.roster_paragraphs import ParagraphReader
from kgnews.annotate.dossier.roster_words import HEAD, INNER, SECTION_ROLE
from kgnews.expressions import expression
from kgnews.records import Span

# 二、领导小组办公室: the people below are of the office.
_OFFICE_OF = expression(
    r"(?:[一二三四五六]、|（[一二三四五六]）)? *(?:领导小组|委员会|指挥部|工作组|工作专班|专班|小组)"
    r"(?:下设)?办公室(?:成员|组成人员|人员|组成)?"
)


_DATED = expression(rf" *{when.DATE} ")  # a signature: the list is over
# 行政长官已委任下列人士为某管理局成员，任期由2025年8月1日起: the people of the roles below are appointed.
_COMMISSIONED = expression(
    r"(?P<by>行政长官|特首|总统|行政院长|[\u4e00-\u9fff]{2,10}局局长)(?=[^。\n]*(?:委任|任命|聘任))[^。\n]{0,40}?(?:委任|任命|聘任)(?:以下|下列)(?:各位)?"
    r"(?:人士|人选|人员)?(?:为|出任|担任)(?P<group>[\u4e00-\u9fff（）]{3,24}?)的?(?:非官守|非官方|当然|增补)?(?:主席及|主席、副主席及)?(?:(?:成员|委员|理事|董事)(?!会)|人选)"
    rf"(?:，任期(?![由自从于])[^，。；]{{1,8}})?(?:，(?:任期)?(?:[由自从于])?(?P<date>{when.DATE})?)?"
)
_LIFE = expression(r" *(?P<name>[\u3400-\u9fff·]{2,10}|[\u3400-\u9fff] +[\u3400-\u9fff])，[男女]，")
_ANNOUNCES = expression("^(?:现|現|特此)?(?:公布|公佈|宣布|宣佈)")
_LEADERS = expression(r"领导班子|现任领导|领导成员|(?:校|院|局|厅|所|台|行)领导")


class RosterReader(ParagraphReader):
    """Reads the rosters of one passage."""

    def run(self) -> None:
        """Headings name the group, lines that begin with a role its people."""
        lines = [part for match in re.finditer(r"[^\n]+", self.norm) for part in self._parted(Span(*match.span()))]
        heads = [self._head(line) for line in lines]
        titled = self._named_group(self.document.title.norm)
        if titled is None and _LEADERS.search(self.document.title.norm) and owner_of(self.document):
            return  # the leaders of a body, whose posts are no roles in a group
        self.base = titled[0] if titled else ""
        self.offices.territory.feed(self.base)
        self.base_at = titled[1] if titled else Span(0, 0)
        if titled:
            name, at = titled[0], self.document.title.norm.find(titled[0])
            name = self.document.title.raw[at : at + len(name)] if at >= 0 else name
            self.base = name
            self.group, self.group_at, self.group_where = name, titled[1], "title"
            self._in_full()
        count = sum(head is not None for head in heads)
        for line, head in zip(lines, heads, strict=True):
            if self._section_of(line):
                continue
            if head is not None and (count >= 2 or self.group):
                self.role = Span(*head.span("role"))
                rest = Span(*head.span("rest"))
                if self.norm[rest.start : rest.end].strip():
                    self._entries(rest, line)
            elif self.role.end and self.group and (named := self._introduced(line)):
                self._member(named, None)  # 执行长：, and a life on the line below
            elif self.role.end and count >= 1 and self._continues(line):
                self._entries(line, line)
            elif self._running(line):
                continue
            else:
                self.role = Span(0, 0)
                self._group_line(line, bool(count))

    def _parted(self, line: Span) -> list[Span]:
        """组长：甲副组长：乙、丙成员：丁…。领导小组下设办公室: roles that follow each other in one line, and what stands around them."""
        section = SECTION_ROLE.match(self.norm, *line)
        heads = [match.start() for match in INNER.finditer(self.norm, *line)]
        if section is not None:
            heads = [section.end(), *(at for at in heads if at > section.end())]
        elif len(heads) < 2:
            return [line]
        stop = self.norm.find("。", heads[-1], line.end)
        cuts = [line.start, *heads, *([stop + 1] if stop >= 0 else []), line.end]
        return [Span(a, b) for a, b in pairwise(cuts) if self.norm[a:b].strip()]

    def _section_of(self, part: Span) -> bool:
        """心血管内科, before the roles of its people: a part of the house whose list it is."""
        house = self.offices.host
        if SECTION_ROLE.match(self.norm, part.start, part.end + 16) and self._team(part):
            return True
        if not house or SECTION_ROLE.match(self.norm, part.start, part.end + 12) is None:
            return False
        name = self.norm[part.start : part.end].strip(" ：")
        if not PART_OF_HOST.match(name) or self.offices.stands(name):
            return False
        at = self.norm.index(name, part.start)
        self.group, self.group_at, self.group_where = house + name, Span(at, at + len(name)), "text"
        return True

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

    def _introduced(self, line: Span) -> Named | None:
        life = _LIFE.match(self.norm, *line)
        return self.people.one(*life.span("name"), strict=True) if life else None

    def _continues(self, line: Span) -> bool:
        text = self.norm[line.start : line.end]
        if "：" in text[:16] or _DATED.match(text):
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
        if self._commissioned(line):
            return
        if not listed or re.match(r"[^：]{2,8}单位：", text):  # 理事单位：某厂、某公司
            return
        if self.base and _OFFICE_OF.fullmatch(text):
            at = Span(line.start + self.norm[line.start : line.end].index("办公室"), line.end)
            self.group, self.group_at, self.group_where = self.base + "办公室", Span(at.start, at.start + 3), "text"
            return
        if self._team(line):
            return
        named = self._named_group(self.norm[line.start : line.end])
        if named and not self.base.endswith(named[0]) and (len(text) < 60 or re.search(r"成立|调整|组成|名单", text)):
            name, span = named
            self.group, self.group_at, self.group_where = name, Span(line.start + span.start, line.start + span.end), "text"
            self.offices.territory.feed(name)
            if not self.base:
                self.base, self.base_at = name, self.group_at

    def _in_full(self) -> None:
        """The text may say whose a group is that its title names without that: 决定成立青山市防汛抗旱指挥部."""
        front = rf"(?:成立|组建|设立|调整|充实|建立)了?(?P<group>(?P<front>[\u4e00-\u9fff]{{2,12}}){re.escape(self.group)})"
        for match in re.finditer(front, self.norm[:600]):
            if self.offices.territory.steps(match["front"]):
                self.base = self.group = match["group"]
                self.base_at = self.group_at = Span(*match.span("group"))
                self.group_where = "text"
                return

    def _commissioned(self, line: Span) -> bool:
        match = _COMMISSIONED.search(self.norm, *line)
        if match is None:
            return False
        self.group, self.group_at, self.group_where = match["group"], Span(*match.span("group")), "text"
        since = when.iso(match["date"]) if match["date"] else ""
        self.order = {
            "status": "appointed",
            "decided_by": _ANNOUNCES.sub("", self.scribe.raw(Span(*match.span("by")))),
            "since": since,
        }
        return True
