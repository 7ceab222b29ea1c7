"""Forms: what stands of a person field by field (姓名：…, 性别：…, 现任职务：…, 所在单位：…)."""

from __future__ import annotations

import re
from itertools import pairwise

from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.lives import LifeReader
from kgnews.annotate.dossier.profile_words import FIELD
from kgnews.annotate.dossier.schooling import study_in
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_BETWEEN_FIELDS = expression(r"[ ，；、/]+(?=[\u4e00-\u9fff])")
_HOME = expression(r"(?:所在|工作|任职|所属)(?:单位|部门|院系|学院|科室)")
_HOME_BELOW = expression(
    r"(?:\n(?! *姓 *名)[^\n]*){0,8}?\n[^\n]*?(?:所在|工作|任职|所属)(?:单位|部门|院系|学院|科室)：? *"
    r"(?P<value>[\u4e00-\u9fff（）]{4,40})(?= {2,}|[\n；。]| [\u4e00-\u9fff]{2,6}：|$)"
)
_BODY = expression(r"[\u4e00-\u9fff（）]{4,40}")
_RANKS = frozenset({"专业技术职务", "技术职称", "职称"})
_FIELD_LIKE = expression(r" *[\u4e00-\u9fff/、 ]{2,12}：")


class FieldReader(LifeReader):
    """Reads the fields of one passage."""

    muted = False  # below a heading such as 科研项目 nothing is a post
    formed = False  # the person is told of field by field

    def _set(self, person: Mention, span: Span) -> None:
        other = self.person is None or self.person.name != person.name
        super()._set(person, span)
        self.muted = False
        self.formed = False
        home = _HOME_BELOW.match(self.norm, self._line_end(span)) if other else None
        if home is not None:
            self._at_home(Span(*home.span("value")))

    def _line_end(self, span: Span) -> int:
        return max(self.norm.find("\n", span.end), span.end)

    def _at_home(self, value: Span) -> None:
        """所在单位：某大学某学院, of which are the posts and the rank that stand without a body."""
        text = self.norm[slice(*value)].strip()
        if self.career is not None and _BODY.fullmatch(text) and self.offices.heads.start(text) == len(text):
            self.career.before = self.offices._name(text, "")

    def _ranks(self, value: Span) -> None:
        """职称：教授, told of the body that the form names."""
        assert self.career is not None
        if self.career.before:
            self._post(value.start, value.end, "")

    def _other_field(self, line: Span) -> bool:
        """研究方向：…, of a form: it tells nothing that is read, and the form goes on below it."""
        return self.formed and _FIELD_LIKE.match(self.norm, *line) is not None

    def _parted(self, line: Span) -> list[Span]:
        """性别：女　民族：畲族: the fields that share a line."""
        field = FIELD.match(self.norm, *line)
        if field is None:
            return [line]
        cuts, at = [line.start], field.start("value")
        for gap in _BETWEEN_FIELDS.finditer(self.norm, *line):
            further = FIELD.match(self.norm, gap.end(), line.end)
            bare = "：" not in self.norm[line.start : line.end] and further and further["value"].strip()
            if further and gap.start() >= at and (bare or "：" in self.norm[further.end("key") : further.start("value")]):
                cuts.append(gap.end())
                at = further.start("value")
        return [Span(a, b) for a, b in pairwise([*cuts, line.end])]

    def _field(self, line: Span) -> bool:
        """姓名：裴雪莹, one field a line."""
        match = FIELD.match(self.norm, *line)
        if match is None or (not match["value"].strip() and match.end("key") == match.end()):
            return False
        key = match["key"].replace(" ", "")
        start, end = match.span("value")
        colon = "：" in self.norm[match.end("key") : start]
        if key == "姓名":
            value = self.norm[start:end]
            stop = re.search(r" {2,}|，| (?=性别)", value)
            named = self.people.one(start, start + stop.start() if stop else end)
            if named is None:
                return False
            self._set(self.scribe.person(named.span), named.span)
            self.formed = True
            bracket(self.scribe, self.person, named)  # type: ignore[arg-type]
            if stop:
                self._text(start + stop.start(), end, claim=False)
            self.scribe.claim(*line)
            return True
        if self.person is None or not colon:
            return self.person is not None and self._attribute(match.start("key"), end)
        if _HOME.fullmatch(key):
            self._at_home(Span(start, end))
        elif key.startswith("拟"):
            self._propose(start, end)
        elif key.endswith("经历") or key.startswith("曾"):
            self._post(start, end, "former")
        elif key in _RANKS:
            self._ranks(Span(start, end))
        elif "职" in key:
            self._post(start, end, "")
        elif key.startswith("毕业"):
            study = study_in(self.norm, start, end) or study_in(self.norm[:end] + "毕业", start, end + 2)
            if study and self.career:
                self.career._study(study, None)
        elif not self._attribute(match.start("key"), end):
            self._clause(Span(start, end))
        self.scribe.claim(*line)
        return True
