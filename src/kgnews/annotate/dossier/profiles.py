"""Profiles: 姓名，男，汉族，1965年3月生，…, with posts held and proposed; the lines of a résumé below them; tables of fields."""

from __future__ import annotations

import re

from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.careers import Line
from kgnews.annotate.dossier.hosts import host_of, owner_of
from kgnews.annotate.dossier.people import Named
from kgnews.annotate.dossier.profile_fields import FieldReader
from kgnews.annotate.dossier.profile_words import (
    BELOW,
    DUTY,
    GOES_ON,
    HEADED,
    HEADLINE,
    OPEN,
    SCHOOLED,
    SCHOOLING,
    SECTION,
    TITLED,
    TITLED_FIRST,
    unheaded,
)
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_NEAR = 240  # characters between a name on a line of its own and what is told of that person

_ALONE = expression(r"^([\u3400-\u9fff·]{2,6})$")
# 柘文澜-蔚川大学教师主页; 师资队伍—柘文澜
_PAGE = expression(r"^([\u3400-\u9fff·]{2,6}?) *[-—_|丨－–·]+ *[\u4e00-\u9fff]*(?:大学|学院|医院|研究院|研究所|主页|师资|中心)")
_OF_PAGE = expression(
    r"^[\u4e00-\u9fff]*(?:主页|师资|师资队伍|教师|教师简介|教授|导师|导师介绍|专家|专家介绍|名师|名医|人物|简介)"
    r" *[-—_|丨－–：]+ *([\u3400-\u9fff·]{2,6})$"
)
_GAP = expression(r" +|：")
_UNDATED = expression(r"[。；](?=(?:曾任|历任|现任|先后|现为|曾先后|兼任))")


class ProfileReader(FieldReader):
    """Reads the profiles and résumés of one passage."""

    def run(self) -> None:
        """Line by line: a profile sets the person, fields and dated lines tell of that person."""
        titled = self._titled()
        lines = [part for match in re.finditer(r"[^\n]+", self.norm) for part in self._parted(self._headed(Span(*match.span())))]
        dated = sum(1 for line in lines if self._dated(line))
        page = _PAGE.match(self.document.title.norm.strip()) or _OF_PAGE.match(self.document.title.norm.strip())
        if titled is not None and (page or dated >= 2 or any(HEADLINE.match(self.norm[a:b]) for a, b in lines)):
            self._set(*titled)
        for line in lines:
            if (
                self._life_of(line)
                or self._field(line)
                or self._profile(line)
                or (titled is not None and self._life(line, titled))
                or self._alone(line)
                or self._captioned(line)
            ):
                continue
            if self.person is None or self.career is None:
                continue
            if HEADLINE.match(self.norm, *line):
                self.former = False
                self.career.schooling = SCHOOLING.match(self.norm, *line) is not None
                self.scribe.claim(*line)
                self.muted = False
                continue
            if section := SECTION.match(self.norm, *line):
                self.muted, self.career.schooling = not section["posts"], False
                continue
            if self.muted:
                continue
            period = self._dated(line)
            if period:
                self._line(line, period)
            elif self._meanwhile(line) or self._schooled(line):
                self.scribe.claim(*line)
            elif BELOW.match(self.norm, *line) or dated >= 2 or GOES_ON.match(self.norm, *line):
                self._text(line.start, line.end, claim=True)
            elif not DUTY.match(self.norm, *line) and not self._other_field(line) and not self._pending(line):
                self.person = None

    def _headed(self, line: Span) -> Span:
        """The line without a heading before it: 个人信息：何明，男，…."""
        head = HEADED.match(self.norm, *line)
        return Span(head.end(), line.end) if head else line

    def _alone(self, line: Span) -> bool:
        """A name on a line of its own with sex, birth or a form of fields below it."""
        if line.end - line.start > 20:
            return False
        named = self.people.one(*line, strict=True)
        if named is None or self.norm[named.end : line.end].strip():
            return False
        if not self._told_below(line, 4):
            return False
        self._set(self.scribe.person(named.span), named.span)
        bracket(self.scribe, self.scribe.person(named.span), named)
        self._polite(named.span.end, line.end)
        self.scribe.claim(*line)
        self.lone = True
        return True

    def _captioned(self, line: Span) -> bool:
        """党委书记、董事长　薛建国, above a life that opens with the name again or with the sex: posts in the body of the title."""
        if line.end - line.start > 60 or not self._told_below(line, 2):
            return False
        for gap in _GAP.finditer(self.norm, *line):
            for name, posts in (
                (Span(gap.end(), line.end), Span(line.start, gap.start())),
                (Span(line.start, gap.start()), Span(gap.end(), line.end)),
            ):
                named = self.people.one(*name)
                if named is None or self.norm[named.end : name.end].strip():
                    continue
                host = self.offices.host
                self.offices.host = host or self.offices.territory.expand(owner_of(self.document))
                phrase = self.offices.read(*posts, self.offices.host or host_of(self.document, ""))
                self.offices.host = host
                if phrase.whole:
                    self._set(self.scribe.person(named.span), named.span)
                    bracket(self.scribe, self.scribe.person(named.span), named)
                    assert self.career is not None
                    self.career.told(phrase.offices, named.span)
                    self.lone = True
                    self.scribe.claim(*line)
                    return True
        return False

    def _pending(self, line: Span) -> bool:
        """Whether a line (a post, a caption) stands between a name and what is told of that person."""
        if not self.lone or line.end - self.name.start > _NEAR:
            return False
        if self.norm.count("\n", self.name.start, line.end) > 3 or not self._told_below(line, 3):
            return self._opens_again(line)
        return True

    def _opens_again(self, line: Span) -> bool:
        """Posts between a name and the life that opens with it again, in the body that the line above names."""
        below = unheaded(self.norm[line.end + 1 : line.end + _NEAR].split("\n")[0])
        opens = OPEN.match(below)
        if opens is None or opens["name"] != self.norm[self.name.start : self.name.end] or self.career is None:
            return False
        phrase = self.offices.read(*line, owner_of(self.document) or self.offices.host)
        if phrase.whole:
            self.career.told(phrase.offices, self.name)
            self.scribe.claim(*line)
        return True

    def _told_below(self, line: Span, lines: int) -> bool:
        below = self.norm[line.end + 1 : line.end + _NEAR].split("\n")[:lines]
        name = self.norm[line.start : line.end].replace(" ", "")
        bare = map(unheaded, below)
        return any(BELOW.match(one) or ((opens := OPEN.match(one)) and opens["name"] in name) for one in bare)

    def _titled(self) -> tuple[Mention, Span] | None:
        """The person whom the title names, by where the name stands in the text, else in the title."""
        match = TITLED.search(self.document.title.norm) or TITLED_FIRST.search(self.document.title.norm)
        first = re.match(
            r"(?: *(?P<name>[\u3400-\u9fff·]{2,6}) *(?:同志|先生|女士)?(?:简历|简介|个人简历|履历)?：? *)\n", self.norm
        )
        if match is None and first and self.people.is_name(first["name"], strict=True):
            span = Span(*first.span("name"))
            return self.scribe.person(span), span
        name = match["a"] if match else ""
        for pattern in () if match else (_ALONE, _PAGE, _OF_PAGE):
            whole = pattern.match(self.document.title.norm.strip())
            name = whole[1] if whole else name
        opens = self.norm.lstrip().startswith(f"{name}，")
        if not name or not self.people.is_name(name, strict=not opens):
            return None
        at = self.norm.find(name)
        if at >= 0:
            span = Span(at, at + len(name))
            return self.scribe.person(span), span
        at = self.document.title.norm.find(name)
        raw = self.document.title.raw[at : at + len(name)]
        mention = Mention("Person", "title", at, at + len(name), raw, Span(at, at + len(name)), raw)
        self.document.title.mentions.append(mention)
        return mention, Span(0, 0)

    def _dated(self, line: Span) -> when.Period | None:
        item = re.compile(r" *(?:[●•■◆·\-*]|\d{1,2}(?:[、.．](?!\d)| +(?=(?:19|20)\d\d)))? *(?:自|从)?").match(self.norm, *line)
        period = when.period(self.norm, item.end() if item else line.start, line.end)
        if period is None or period.end >= line.end:
            return None
        rest = self.norm[period.end : line.end].lstrip(" ，：")
        if re.match(r"(?:出生|生于|生，|生。|入伍|参加工作|加入|入党|生$)", rest):
            return None
        return period

    def _line(self, line: Span, period: when.Period) -> None:
        assert self.career is not None
        now = re.compile(r" *(?:起)?，? *(?:任?现职|至今任)[：，]").match(self.norm, period.end, line.end)
        content = Span(now.end() if now else period.end, line.end)
        parts = self._subperiods(content, period)
        for span, when_ in parts:
            self.career.line(Line(span, when_), "former" if self.former and when_.ranged and not when_.open else "")
        for rest in self.rest:
            self._text(rest.start, rest.end, claim=False)
        self.rest = []
        self.scribe.claim(*line)

    def _meanwhile(self, line: Span) -> bool:
        """（其间：2008.03—2008.07某校学习） on a line of its own, below the line it belongs to."""
        match = re.compile(r" *（(?P<inside>(?:其间|期间|\d{4})[^\n]*)） *").fullmatch(self.norm, *line)
        if match is None or self.career is None:
            return False
        self.career._meanwhile(Span(*match.span("inside")), None)
        return True

    def _schooled(self, line: Span) -> bool:
        """博士：东林大学法学院，民商法学，2001-2004, below 教育背景."""
        match = SCHOOLED.fullmatch(self.norm, *line) if self.career is not None and self.career.schooling else None
        if match is None or self.career is None:
            return False
        told = next((when.period(self.norm, *match.span(key)) for key in ("first", "last") if match[key]), None)
        kept = self.career._schooled(Line(Span(*match.span("rest")), told), match["degree"] or "")
        if kept:
            self.scribe.claim(*line)
        return kept

    def _subperiods(self, span: Span, period: when.Period) -> list[tuple[Span, when.Period]]:
        """A line of several periods: 1990年7月至1995年6月任甲；1995年6月至2003年2月任乙."""
        found = [(span.start, period)]
        depth = 0
        for at in range(span.start, span.end):
            depth += (self.norm[at] == "（") - (self.norm[at] == "）")
            if self.norm[at] in "；，。" and depth <= 0:
                further = when.period(self.norm, at + 1, span.end)
                if further and further.end < span.end:
                    found.append((at + 1, further))
        spans = []
        for index, (start, when_) in enumerate(found):
            stop = found[index + 1][0] - 1 if index + 1 < len(found) else span.end
            after = _UNDATED.search(self.norm, max(start, when_.end), stop)
            if after:  # 1989年获某学位。曾任…: no longer of that date
                self.rest.append(Span(after.end(), stop))
                stop = after.start()
            spans.append((Span(max(start, when_.end), stop), when_))
        return spans

    def _profile(self, line: Span) -> bool:
        match = OPEN.match(self.norm, *line)
        if match is None or not self.people.is_name(match["name"]):
            return self._died(line) or self._reported(line)
        span = Span(*match.span("name"))
        said = (match["polite"] in ("女士", "先生")) + bool(re.match(r"[^，。]{1,5}岁", self.norm[match.end() : match.end() + 6]))
        if not self._is_profile(Span(match.end(), line.end), said):
            return False
        self._set(self.scribe.person(span), span)
        if match["polite"]:
            self._polite(match.start("polite"), match.end("polite"))
        note = Span(match.start("note") + 2, match.end("note") - 1) if match["note"] else None
        assert self.person is not None
        if note is not None:
            note = Span(match.start("note") + match["note"].index("（") + 1, match.end("note") - 1)
            bracket(self.scribe, self.person, Named(span, note, match.end()))
        self._text(match.end(), line.end, claim=False)
        self.scribe.claim(*line)
        return True
