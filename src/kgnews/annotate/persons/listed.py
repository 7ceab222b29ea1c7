"""Names that only their place in a list of names tells: foreign ones (甲、努光铁、乙), and those behind a bare office (教务部张珂、施真).

A row of short items between marks, most of them known names, has names in its other places too. In the list of those who take
part (… 等参加研讨会) an item that ends in what looks like a name, behind an office or a role, is that person.
"""

from __future__ import annotations

from collections.abc import Iterator

from rjieba import has_word

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken, add
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.names.finder import Finder
from kgnews.annotate.names.model import Names
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_NEXT = expression(r"、(?P<name>[\u4e00-\u9fff]{2,4}?)(?=[、，。；）]|等|和|参加|出席)")
_FIRST = expression(
    r"(?:[：，。；（“]|(?:领导|人员|代表|同志|专家|学者|嘉宾|成员|老师|人|的)(?:分别)?(?:有|是|为|包括))(?P<name>[\u4e00-\u9fff]{2,4})\Z"
)
_KNOWN, _SHARE = 4, 2  # known names that a row needs, and how many there must be for each item that begins with no surname
_TAKING_PART = expression(r"(?:等[^，。；、]{0,10})?(?:分别|一同|一起|共同|也|还|均|都|应邀|全程)*(?:参加|出席|列席|参会|与会)")
_CUES = ("参加", "出席", "列席", "参会", "与会")
_ITEM = expression(
    r"(?P<office>[\u4e00-\u9fff]{1,20}(?:部|处|室|院|系|所|局|厅|中心|办|科|组|公司|集团|大学|中学|小学|学校|医院|支部|校区|基地|书院|社|"
    r"学会|协会|工会|教务|督导|干事|教师|老师|导师|代表|博士生|研究生|本科生|同学|学生|辅导员|班主任|主管|专员|校友|专家|学者))"
    r"(?P<name>[\u4e00-\u9fff]{2,3})(?=[、，]|等|和|及|参加|出席|列席|参会|与会)"
)
# 甲与乙 are two; 金与正 is one, for no name has a single character.
_NO_NAMES = expression(
    r"有关|相关|负责|各|全体|部分|[的了在等是为]|^[和与及]|[和与及].{2}|.{2}[和与及]|老师|同学|代表|成员|人员|师生|领导|学生|专家|教师|干部"
)


def find(document: Document) -> None:
    """Add the Person mentions."""
    for passage in document.passages:
        people = sorted((m for m in passage.mentions if m.label == "Person"), key=lambda m: m.outer.start)
        if len(people) < 2 or "、" not in passage.norm:
            continue
        taken = Taken(passage, "Person", "Place", "Work")
        for span in (*_in_rows(document, passage, people), *_taking_part(document, passage, people)):
            if not taken.touching(*span):
                taken.put(add(passage, "Person", *span))
                document.names.setdefault(passage.norm[span.start : span.end], 1)


def _in_rows(document: Document, passage: Passage, people: list[Mention]) -> Iterator[Span]:
    starts = {m.outer.start: m for m in people}
    bodies, names, done = table(document.terms, Bodies), table(document.terms, Names), -1
    for person in people:
        if person.outer.start <= done:
            continue
        found, known, at = _before(passage, person), 1, person.outer.end
        while True:
            following = starts.get(at + 1) if passage.norm[at : at + 1] == "、" else None
            item = None if following else _NEXT.match(passage.norm, at)
            if following is not None:
                known, at, done = known + 1, following.outer.end, following.outer.start
            elif item is not None:
                found.append(Span(*item.span("name")))
                at = item.end("name")
            else:
                break
        odd = sum(1 for span in found if not names.surname_at(passage.norm, span.start))
        if known >= max(_KNOWN, _SHARE * odd, len(found)):
            words = sum(1 for span in found if has_word(passage.norm[span.start : span.end]))
            sure = words == 1 and not odd  # 栗战书、汪洋、王沪宁: a name though it is a word
            yield from (span for span in found if _strange(bodies, passage.norm[span.start : span.end], word=sure))


def _before(passage: Passage, person: Mention) -> list[Span]:
    """The item in front of the first known name of a row."""
    at = person.outer.start
    if passage.norm[at - 1 : at] != "、":
        return []
    item = _FIRST.search(passage.norm, max(0, at - 12), at - 1)
    return [Span(*item.span("name"))] if item else []


def _strange(bodies: Bodies, item: str, *, word: bool = False) -> bool:
    """Whether an item is no word (unless ``word``), place or body, as far as anyone knows."""
    return not ((has_word(item) and not word) or bodies.suffix_of(item) or bodies.is_place(item) or _NO_NAMES.search(item))


def _taking_part(document: Document, passage: Passage, people: list[Mention]) -> Iterator[Span]:
    if not any(cue in passage.norm for cue in _CUES):
        return
    finder = Finder(document, passage)
    for sentence in passage.sentences:
        text = passage.norm[sentence.start : sentence.end]
        if "、" not in text or not any(cue in text for cue in _CUES):
            continue
        inside = [m.outer for m in people if sentence.start <= m.outer.start < sentence.end]
        verb = _TAKING_PART.search(text, inside[0].start - sentence.start) if inside else None
        if verb is not None and len(inside) > 1:
            yield from _items(passage, finder, Span(sentence.start, sentence.start + verb.start()))


def _items(passage: Passage, finder: Finder, row: Span) -> Iterator[Span]:
    """The names at the ends of the items of ``row`` that stand behind offices."""
    at = row.start
    while at < row.end:
        item = _ITEM.match(passage.norm, at)
        if item is not None:
            start, end = item.span("name")
            if finder.after(start, end, least=0.4) == end and _strange(finder.bodies, item["name"]):
                yield Span(start, end)
        stops = [stop for mark in "、，" if (stop := passage.norm.find(mark, at, row.end)) >= 0]
        at = min(stops, default=row.end) + 1
