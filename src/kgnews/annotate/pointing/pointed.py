"""What a pointer without a name means in its article: 我院, 该局执法处, 市委, 公司."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.pointing.focus import Focus
from kgnews.annotate.pointing.pointers import POINTS
from kgnews.expressions import expression
from kgnews.records import Mention

_DOUBLED = expression(r"该([省市县区州镇乡])\1[委政人]")  # 该县县委
_COMMITTEES = ("党委", "党组", "党总支", "党支部", "团委", "工会", "学生会", "董事会", "监事会", "理事会", "组委会", "管委会")
_LOCAL = expression(r"^([省市县区州镇乡村旗])(?=.)|^(自治区|自治州|自治县|特区|高新区|开发区|经开区)(?=.)")
DEMONSTRATIVE = expression(r"^(?:我|本(?!溪)|该|贵(?![州阳港溪])|此)")


@dataclass
class Pointed:
    """Finds what pointers of one article point to."""

    document: Document

    def __post_init__(self) -> None:
        self.bodies: Bodies = table(self.document.terms, Bodies)
        self.focus = Focus(self.document)
        self._owned: dict[str, str] = {}
        self._named: dict[tuple[str, ...], bool] = {}
        self.whole = self.document.whole

    def _attached(self, body: Mention) -> bool:
        """Whether a noun or an unknown word stands right before a bare kind of body."""
        if body.start >= body.end:
            return False
        passage = next(one for one in self.document.passages if one.where == body.where)
        index = passage.word_at.get(body.start, 0) - 1
        if index < 0 or passage.ends[index] != body.start or passage.ends[index] - passage.starts[index] < 2:
            return False
        word = passage.norm[passage.starts[index] : body.start]
        named = passage.tags[index][:2] in ("nr", "nz") or (passage.tags[index] in ("v", "n") and word not in self.bodies.acting)
        return (
            named
            and word not in self.bodies.stops
            and word not in ("全体", "我们", "他们", "下属", "会议", "活动")
            and word[-1] not in "为任是在由向对和与"
        )

    def _own(self, bare: str) -> str:
        """我院, 我校, 校…: what the house calls its own; "" where the article does not show it."""
        if bare not in self._owned:
            self._owned[bare] = self._find_own(bare)
        return self._owned[bare]

    def _find_own(self, bare: str) -> str:
        endings = POINTS.get(bare, ())
        if not endings:
            return ""
        if self.focus.house.endswith(endings):
            return self.focus.house
        named = [form for form in self.focus.counts if form.endswith(endings)]
        own = [form for form in named if self.focus.house and form.startswith(self.focus.house)]
        plain = [form for form in named if not any(school in form for school in ("大学", "医院"))]
        counts: Counter[str] = Counter()
        for form in [*own, *plain]:
            counts[next((other for other in own if other.endswith(form)), form)] += self.focus.counts[form]
        first, second = (*(count for _, count in counts.most_common(2)), 0, 0)[:2]
        return counts.most_common(1)[0][0] if first > second else ""

    def meant(self, form: str, where: str, at: int) -> str:
        """The body that ``form`` means at this place, the form itself where the article does not show it."""
        if not form:
            return form
        if (form[0] in "我本" and len(form) > 1) or (form[0] == "校" and len(form) > 2 and form[1] != "友"):
            return self.house_form(form)
        if len(form) == 1 and form in "省市县区州":
            return self.focus.place(form) or form
        if _DOUBLED.match(form):
            form = form[0] + form[2:]  # 该县|县委
        bare = DEMONSTRATIVE.sub("", form)
        if bare in POINTS:
            return self._antecedent(bare, where, at, demonstrative=bare != form) or form
        for committee in _COMMITTEES:
            if bare.endswith(committee) and bare[: -len(committee)] in POINTS and len(bare) > len(committee):
                base = self._antecedent(bare[: -len(committee)], where, at, demonstrative=True)
                return base + committee if base else form
        if bare != form and (inner := self._inner(bare, where, at)):
            return inner
        local = _LOCAL.match(form)
        if local and (local[1] or local[2]) and form[0] in "省市县区州镇乡村旗":
            place = self.focus.place(local[1])
            return place + form[1:] if place and not form.startswith(("区块", "市场", "县域", "村镇", "省际")) else form
        if form in ("党委", "党组", "党总支", "团委", "工会") and self.focus.house:
            return self.focus.house + form
        return form

    def _inner(self, bare: str, where: str, at: int) -> str:
        """该局执法稽查处: the part of a body that the article names before."""
        for length in (3, 2, 1):
            if bare[:length] in POINTS and len(bare) > length + 1 and self.bodies.suffix_of(bare):
                base = self._antecedent(bare[:length], where, at, demonstrative=True)
                return base + bare[length:] if base else ""
        return ""

    def house_form(self, form: str) -> str:
        """我院党委 → 新闻学院党委, 校人事处 → 红河大学人事处, 我校公共管理学院 → 红河大学公共管理学院."""
        rest = form[1:] if form[0] in "我本" else form
        for length in (2, 1):
            own = self._own(rest[:length]) if rest[:length] in POINTS else ""
            university = re.match(r".+?大学(?=.)", own) if rest[0] == "校" else None
            faculty = rest[0] == "校" and own.endswith("学院") and not self.bodies.place_prefix(own)
            if university is None and faculty and form[0] in "我本":
                return form  # 我校 in the news of a faculty
            own = university[0] if university else own
            if own:
                return own + rest[length:]
        return form

    def _antecedent(self, bare: str, where: str, at: int, *, demonstrative: bool) -> str:
        endings = POINTS[bare]
        own = self.focus.house.endswith(endings) and bare in ("学院", "学校", "院", "校") and not demonstrative
        if bare in ("校", "学校") and self.focus.house.endswith("大学"):
            endings = ("大学", "学校")
        if bare in ("校", "学校") and not demonstrative and (university := re.match(r".+?大学(?=.)", self.focus.house)):
            return university[0]  # 校党委副书记甲, in the news of a faculty
        if bare == "集团" and (group := self.focus.nearest(where, at, ("集团",), back=300)):
            return group.name or group.form  # not the company told after it
        if bare == "村" and not demonstrative:
            return self.focus.village(where, at)
        if bare in ("社区", "组织", "领导小组") and not demonstrative:
            named = {form for form in self.focus.counts if form.endswith(bare) and len(form) > len(bare)}
            longest = max(named, key=len, default="")
            return longest if all(longest.endswith(form) for form in named) and bare != "组织" else ""
        found = self.focus.nearest(where, at, endings, back=60 if own else 300 if demonstrative else 200)
        if found is None and self.focus.house.endswith(endings):
            return self.focus.house
        found = found or self.focus.foremost(endings)
        if found is None and bare in ("村", "镇", "乡", "县") and demonstrative:
            near = self.focus.near_place(where, at, bare) or (self.focus.village(where, at) if bare == "村" else "")
            if near:
                return near
        return (found.name or found.form) if found else ""
