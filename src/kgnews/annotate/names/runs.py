"""Names that are run together, with and without the offices they belong to: 宣传部张三丰李四光办公室王五 → three names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken
from kgnews.annotate.names.model import Names
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_OFFICE = expression(
    r"(?:部|中心|社|办公室|工作室|实验室|小组|宣传组|新闻组|报道组|课题组|学院|学生会|委员会|校报|团委|团宣|秘书处|支部|协会|"
    r"网|报|台|客户端|大学|中学|公司|集团|局|厅|院|志愿者|记者团|本报讯|工会|系|记者|通讯员|实习生)\Z"
)
_INNER = expression(r"[部室](?!门|主)(?=.)")
_NO_NAME = frozenset("部社组处网报台")  # end offices, not names
_OFFICE_COST = 1.3
# A name more costs: else three names of two beat two of three.
_NAME_COST, _LONG = 0.6, 0.3
_LEAST = -1.6  # mean over the names of a run
_TWO_SURNAMES = 1.5  # how much less likely than others a name is that takes the surnames of both parents (梁肖玉龙)
_OF_NATIVE = 4.0  # the score of a name of parts (白音查干), above that of two names
_FLOOR = -1.3  # of a name whose characters are those of other words (赖曾濂) where nothing else can stand

_PIECE = expression("[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff](?![\u4e00-\u9fff])|[\u4e00-\u9fff]+")

Parts = tuple[tuple[int, int], ...]


def cut(names: Names, run: str, *, offices: bool = False) -> list[tuple[int, int]]:
    """The run cut into names, the likeliest way; nothing where some part is no likely name.

    ``offices``: parts of the run may be offices, which are left out.
    """
    size = len(run)

    @cache
    def best(at: int) -> tuple[float, int, Parts]:
        if at == size:
            return 0.0, 0, ()
        found: tuple[float, int, Parts] = (-99.0, 0, ())
        for length, score in _options(names, run, at, offices):
            rest, count, parts = best(at + length)
            total = score + rest - _NAME_COST + (_LONG if length == 3 else 0.0)
            if rest > -50 and total > found[0]:
                found = total, count + 1, ((at, at + length), *parts)
        for end in range(at + 2, min(size, at + 18) + 1) if offices else ():
            rest, count, parts = best(end)
            if rest > -50 and rest - _OFFICE_COST > found[0] and _is_office(run[at:end]):
                found = rest - _OFFICE_COST, count, parts
        return found

    total, count, parts = best(0)
    return list(parts) if parts and total / count > _LEAST - (_OFFICE_COST if offices else 0.0) else []


def _is_office(text: str) -> bool:
    return _OFFICE.search(text) is not None and _INNER.search(text) is None


def _options(names: Names, run: str, at: int, bounded: bool) -> Iterator[tuple[int, float]]:
    """How long the name at ``at`` can be, with its score."""
    surname = names.surname_at(run, at)
    if (native := names.native.end(run, at, len(run))) > at:
        yield native - at, _OF_NATIVE
    if bounded and run[at : at + 1] in names.married and run[at + 1 : at + 2] in names.married and at + 4 <= len(run):
        yield 4, names.name_score(run[at : at + 4], 2) - _TWO_SURNAMES
    for length in (2, 3, 4) if surname else ():
        if at + length > len(run) or surname >= length or (length == 4 and surname != 2):
            continue
        share = names.surnames.get(run[at : at + surname], 0.0)
        name = run[at : at + length]
        score = names.name_score(name, surname)
        if bounded and share >= 0.1 and length == 3 and _no_words(names, name):
            score = max(score, _FLOOR)
        if score > -1.5 and name[-1] not in _NO_NAME and (share > 0.02 or length == len(run) or (bounded and score > 0.3)):
            yield length, score


def _no_words(names: Names, text: str) -> bool:
    return not any(text[at : at + 2] in names.words for at in range(len(text) - 1))


def whole(names: Names, piece: str) -> bool:
    """Whether four characters between separators are rather one name of another people (苏日乐格) than two of two."""
    if len(piece) != 4 or not _no_words(names, piece) or _OFFICE.search(piece) or names.surname_at(piece, 0) == 2:
        return False
    scores = [names.name_score(piece[at : at + 2], 1) if names.surname_at(piece, at) else -2.0 for at in (0, 2)]
    return min(scores) < 0.0 and piece[0] in names.foreign


def pieces(norm: str, at: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The runs between separators, with their places; 李 洋, set with a blank, is one."""
    for piece in _PIECE.finditer(norm, at, end):
        yield piece.start(), piece.end(), piece[0]


def mark_author(document: Document, passage: Passage, start: int, end: int) -> None:
    """Tag the person of ``[start, end)`` as an author; what else touches these words gives way."""
    touching = Taken(passage, "Person", "Post", "Organization", "Place").touching(start, end)
    same = next((m for m in touching if m.label == "Person" and (m.start, m.end) == (start, end)), None)
    passage.mentions = [mention for mention in passage.mentions if mention is same or mention not in touching]
    if same is not None:
        same.tags |= {"byline"}
        return
    form = passage.raw[start:end]
    passage.mentions.append(Mention("Person", passage.where, start, end, form, Span(start, end), tags=frozenset({"byline"})))
    document.names.setdefault(re.sub(r"\s", "", passage.norm[start:end]), 1)
