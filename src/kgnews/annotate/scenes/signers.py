"""Who signs for whom: 甲公司总经理某某与乙大学副校长某某代表双方签约 has the bodies as parties, told by the posts of the signers.

What is read becomes statements of the grammar ``signed-for``; the person is told in ``via``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence, Span, Statement

_FOR = expression(
    r"(?:等)?(?:分别|现场|共同|正式)*代表(?:双方|两校|两院|两地|两家|三方|四方|各方|各自)(?:学院|学校|单位|企业|公司|院校)?"
    r"(?P<deed>[^，。；]{0,24}?(?:签约|签署|签订|签字|续签|换文))(?!仪式上)"
)
_BETWEEN = expression(r"(?:、|，|与|和|同|及|以及|分别)*(?:（[^（）]{1,30}）)?")
_CEREMONY = expression("签(?:约|字|署)(?:暨[\u4e00-\u9fff]{2,8})?(?:仪式|活动)")
_WHAT = r"(?=战略|合作|签|共建|项目|框架|深化|校企|校地|校校|全面|协议|友好|“|“)"
_SECOND = expression(rf"(?P<other>[\u4e00-\u9fff]{{3,20}}?){_WHAT}")
_BOTH = expression(rf"(?P<one>[\u4e00-\u9fff]{{3,20}}?)[与和同](?P<other>[\u4e00-\u9fff]{{3,20}}?){_WHAT}")
# 双方签署《甲国政府和乙国政府关于某事的谅解备忘录》: the title tells the parties.
_STATES = expression(
    r"(?P<one>[\u4e00-\u9fff]{2,20}?)政府[与和同](?P<other>[\u4e00-\u9fff]{2,20}?)政府(?:之间)?(?:关于|在|[\u4e00-\u9fff]{0,12}协定)"
)
_BODIES = expression(r"(?P<one>[\u4e00-\u9fff]{4,24}?)[与和同](?P<other>[\u4e00-\u9fff]{4,24}?)(?=关于|战略合作|合作)")
_SIGN_IT = expression(
    r"(?:双方|两国|[中双三]方|政府|两国[^，。；]{2,8}|[\u4e00-\u9fff])[^，。；]{0,16}?签署了?[^，。；《》]{0,12}《$"
)
_WISHED = expression(r"[未拟将]|希望|计划|商签|推动|尽快|期待|同意|支持|欢迎|有望|准备|见证|落实|根据|按照")
_NOT = expression(r"[未拟将]|希望|计划")


def mark(document: Document, annotated: Annotated) -> None:
    """Add a statement for each pair of parties."""
    if "代表" in document.text.norm:
        said = [one for sentence in annotated.sentences for one in _signed(sentence)]
        annotated.statements = (*annotated.statements, *said)
    if "签署" in document.whole and any(m.label == "Work" for p in document.passages for m in p.mentions):
        states: Bodies = table(document.terms, Bodies)
        treaties = [one for sentence in annotated.sentences for one in _treaties(sentence, states)]
        annotated.statements = (*annotated.statements, *treaties)
    if _CEREMONY.search(document.whole):
        bodies: Bodies = table(document.terms, Bodies)
        found = [one for sentence in annotated.sentences for one in _at_ceremonies(sentence, bodies)]
        annotated.statements = (*annotated.statements, *found)


def _at_ceremonies(sentence: Sentence, bodies: Bodies) -> Iterator[Statement]:
    """甲大学与乙公司战略合作协议签署仪式: the parties that the name of the ceremony tells, each a body by its name."""
    for event in sentence.mentions:
        if event.label != "Event" or not _CEREMONY.search(event.form):
            continue
        before = sentence.text[: event.start - sentence.start]
        body = next((m for m in sentence.mentions if m.label == "Organization" and m.outer.end == event.start - 1), None)
        if body is not None and before[-1:] in ("与", "和", "同"):
            other = _inside(sentence, event, _SECOND.match(event.form), bodies)
            one: Mention | None = body
        else:
            named = _BOTH.match(event.form)
            one, other = _inside(sentence, event, named, bodies, "one"), _inside(sentence, event, named, bodies)
        if one is not None and other is not None and one.form != other.form:
            span = Span(one.outer.start, event.outer.end)
            yield Statement("signed-for", sentence.where, span, one, other, {})


def _treaties(sentence: Sentence, bodies: Bodies) -> Iterator[Statement]:
    for work in sentence.mentions:
        at = work.outer.start - sentence.start
        named = (_STATES.match(work.name) or _BODIES.match(work.name)) if work.label == "Work" else None
        clause = sentence.text[max(sentence.text.rfind(mark, 0, at) for mark in "，。；") + 1 : at + 1] if named else ""
        if named is None or not _SIGN_IT.search(clause) or _WISHED.search(clause):
            continue
        found = [_party(sentence, work, named, group, bodies) for group in ("one", "other")]
        if found[0] is not None and found[1] is not None and found[0].name != found[1].name:
            yield Statement("signed-for", sentence.where, Span(work.outer.start, work.outer.end), found[0], found[1], {})


def _party(sentence: Sentence, work: Mention, named: re.Match[str], group: str, bodies: Bodies) -> Mention | None:
    """A state, or a body by its name, that a part of the title is."""
    text, start = named[group], sentence.text.find(named[group], work.outer.start - sentence.start)
    state = text in bodies.countries or text.endswith(("共和国", "王国", "联邦"))
    if start < 0 or not (state or bodies.suffix_of(text) not in ("", text)):
        return None
    start += sentence.start
    return Mention("Organization", sentence.where, start, start + len(text), text, Span(start, start + len(text)), text)


def _inside(
    sentence: Sentence, event: Mention, named: re.Match[str] | None, bodies: Bodies, group: str = "other"
) -> Mention | None:
    """The body that a part of the event's name is, None where it is none."""
    if named is None or not (named[group] in bodies.known or bodies.suffix_of(named[group]) not in ("", named[group])):
        return None
    start, end = event.start + named.start(group), event.start + named.end(group)
    return Mention("Organization", sentence.where, start, end, named[group], Span(start, end), named[group])


def _signed(sentence: Sentence) -> Iterator[Statement]:
    for match in _FOR.finditer(sentence.text) if "代表" in sentence.text else ():
        if _NOT.search(match[0]):
            continue
        signers = _row(sentence, sentence.start + match.start())
        parties = [(person, body) for person in signers if (body := _body(person)) is not None]
        if len(parties) != len(signers):
            continue  # of one party nothing is known
        for (first, one), (_, other) in combinations(parties, 2):
            if one.name != other.name:
                span = Span(first.outer.start, sentence.start + match.end())
                yield Statement("signed-for", sentence.where, span, one, other, {"via": first.name})


def _row(sentence: Sentence, end: int) -> list[Mention]:
    """The persons of the list that ends at ``end``."""
    found: list[Mention] = []
    for mention in reversed(sentence.mentions):
        if mention.outer.end > end:
            continue
        between = sentence.text[mention.outer.end - sentence.start : end - sentence.start]
        if mention.label != "Person" or not _BETWEEN.fullmatch(between):
            break
        found.append(mention)
        end = mention.outer.start
    return found[::-1] if len(found) > 1 else []


def _body(person: Mention) -> Mention | None:
    """The body of the first post that is the person's now; None where no post, or a doubtful one, is told."""
    posts = [post for post in person.posts if post.body is not None and post.status != "former" and not post.doubtful]
    return posts[0].body if posts else None
