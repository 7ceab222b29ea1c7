"""The pattern language: what each element matches, and how its errors read."""

from __future__ import annotations

import pytest

from kgnews.errors import SchemaError
from rulebook import book, facts, read, rule

ATTENDS = {"type": "ATTENDS", "subject": "p", "object": "e"}
MACROS = {"否定": "没有|未", "谓语": "@{否定}?出席|参加", "出": "出发", "出席了": "出席了"}


@pytest.mark.parametrize(
    ("pattern", "text", "hits"),
    [
        ("{p:Person}出席{e:Event}", "{P:甲}出席{E:会}", True),
        ("{p:Person}出席{e:Event}", "{P:甲}不出席{E:会}", False),
        ("{p:Person}(出席|参加)了?{e:Event}", "{P:甲}参加了{E:会}", True),
        ("{p:Person}(出席|参加)了?{e:Event}", "{P:甲}参加过{E:会}", False),
        ("{p:Person} 出席 {e:Event}", "{P:甲}出席{E:会}", True),
        ("{p:Person}出席\\s{e:Event}", "{P:甲}出席 {E:会}", True),
        ("{p:Person},出席{e:Event}", "{P:甲}，出席{E:会}", True),
        ("{p:Person}（\\(主席\\)）?出席{e:Event}", "{P:甲}（（主席））出席{E:会}", True),
        ("{p:Person}\\(主席\\)出席{e:Event}", "{P:甲}（主席）出席{E:会}", True),
        ("{p:Person}等#人出席{e:Event}", "{P:甲}等十余人出席{E:会}", True),
        ("{p:Person}等#人出席{e:Event}", "{P:甲}等人出席{E:会}", False),
        ("{p:Person}[昨今]天出席{e:Event}", "{P:甲}今天出席{E:会}", True),
        ("{p:Person}[昨今]天出席{e:Event}", "{P:甲}明天出席{E:会}", False),
        ("{p:Person}[^不]出席{e:Event}", "{P:甲}不出席{E:会}", False),
        ("{p:Person}[^不]出席{e:Event}", "{P:甲}应出席{E:会}", True),
        # gaps
        ("{p:Person}…出席{e:Event}", "{P:甲}日前专程出席{E:会}", True),
        ("{p:Person}…出席{e:Event}", "{P:甲}{D:昨天|}在{L:京}出席{E:会}", True),
        ("{p:Person}…出席{e:Event}", "{P:甲}会见{P:乙}后出席{E:会}", True),  # from 乙
        ("{p:Person}…出席{e:Event}", "{P:甲}代表{O:丙}出席{E:会}", False),
        ("{p:Person}..出席{e:Event}", "{P:甲}代表{O:丙}出席{E:会}", True),
        ("{p:Person}…出席{e:Event}", "{P:甲}来了，出席{E:会}", False),
        ("{p:Person}……出席{e:Event}", "{P:甲}来了，出席{E:会}", True),
        ("{p:Person}……出席{e:Event}", "{P:甲}来了；出席{E:会}", False),
        ("{p:Person}…3出席{e:Event}", "{P:甲}一二三出席{E:会}", True),
        ("{p:Person}…3出席{e:Event}", "{P:甲}一二三四出席{E:会}", False),
        ("{p:Person}....出席{e:Event}", "{P:甲}率{O:丙}来，出席{E:会}", True),
        # anchors
        ("^{p:Person}出席{e:Event}", "据说{P:甲}出席{E:会}", False),
        ("^{p:Person}出席{e:Event}", "据说，{P:甲}出席{E:会}", True),
        ("^^{p:Person}出席{e:Event}", "据说，{P:甲}出席{E:会}", False),
        ("^^{p:Person}出席{e:Event}", "{P:甲}出席{E:会}", True),
        ("{p:Person}出席{e:Event}$", "{P:甲}出席{E:会}，走了", True),
        ("{p:Person}出席{e:Event}$", "{P:甲}出席{E:会}的筹备", False),
        ("{p:Person}出席{e:Event}$$", "{P:甲}出席{E:会}，走了", False),
        ("{p:Person}出席{e:Event}$$", "{P:甲}出席{E:会}。", True),
        # refusals inside
        ("{p:Person}出席{e:Event}!(的|筹备)", "{P:甲}出席{E:会}的筹备", False),
        ("{p:Person}出席{e:Event}!(的|筹备)", "{P:甲}出席{E:会}筹备", False),
        ("{p:Person}出席{e:Event}!(的|筹备)", "{P:甲}出席{E:会}。", True),
        ("{p:Person}…<!(未|没有)出席{e:Event}", "{P:甲}没有出席{E:会}", False),
        ("{p:Person}…<!(未|没有)出席{e:Event}", "{P:甲}也出席{E:会}", True),
        # macros: the longest known name, or braces
        ("{p:Person}@谓语{e:Event}", "{P:甲}没有出席{E:会}", True),
        ("{p:Person}@{谓语}了{e:Event}", "{P:甲}参加了{E:会}", True),
        ("{p:Person}@出席了{e:Event}", "{P:甲}出席了{E:会}", True),
        # labels and tags
        ("{p:Person|Organization}出席{e:Event}", "{O:丙}出席{E:会}", True),
        ("{p:Person}出席{e:Event#线上}", "{P:甲}出席{E:会}", False),
        ("{p:Person}出席{e:Event#线上}", "{P:甲}出席{E#线上:会}", True),
        ("{p:Person}出席{e:Event#!线上}", "{P:甲}出席{E#线上:会}", False),
        ("{p:Person}出席{e:Event#!线上#generic}", "{P:甲}出席{E#generic:会}", True),
        ("{p:Person}出席{e:Event#named}", "{P:甲}出席{E#generic:会}", False),
        ("{p:Person}出席{Organization}的{e:Event}", "{P:甲}出席{O:丙}的{E:会}", True),
    ],
)
def test_elements(pattern: str, text: str, hits: bool) -> None:
    compiled = book(rule("r", ATTENDS, pattern), macros=MACROS, tags={"线上": "网上开的"})
    assert bool(read(compiled, text)) is hits


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{P:甲}、{P:乙}，{P:丙}和{P:丁}以及{P:戊}出席{E:会}", "甲乙丙丁戊"),
        ("{P:甲}、{P:乙}等20多位领导出席{E:会}", "甲乙"),
        ("{P:甲}、{P:乙}双方出席{E:会}", "甲乙"),
        ("{P:甲}（右一）、{P:乙}（{O:丙}）出席{E:会}", "甲乙"),
        ("{P:甲}、老张、{P:乙}出席{E:会}", "甲乙"),
        ("省长会见了{P:甲}、{P:乙}，{P:丙}、{P:丁}出席{E:会}", "丙丁"),
        ("{P:甲}讲话，{P:乙}、{P:丙}出席{E:会}", "乙丙"),
        ("{P:甲}、{P:乙}、以及来自{O:丙}、{O:丁}等高校的专家和学生出席{E:会}", "甲乙"),
        ("{P:甲}、{P:乙}和有关部门负责人出席{E:会}", "甲乙"),
        ("{P:甲}、会长{P:乙}以及院士{P:丙}出席{E:会}", "甲乙丙"),
        ("{P:甲}、主持会议的{P:乙}出席{E:会}", "乙"),
    ],
)
def test_lists_before_the_verb(text: str, names: str) -> None:
    compiled = book(rule("r", ATTENDS, "{p:Person+}出席{e:Event}"))
    claims = read(compiled, text)
    assert [claim.subject.name for claim in sorted(claims, key=lambda c: c.properties["order"])] == list(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("出席{E:会}的有{P:甲}、{P:乙}，{P:丙}。", "甲乙丙"),
        ("出席{E:会}的有{P:甲}、{P:乙}，{P:丙}主持。", "甲乙"),
        ("出席{E:会}的有{P:甲}、{P:乙}，{P:丙}、{P:丁}致辞。", "甲乙"),
        ("出席{E:会}的有{P:甲}、{P:乙}等。", "甲乙"),
    ],
)
def test_lists_behind_the_verb(text: str, names: str) -> None:
    compiled = book(rule("r", ATTENDS, "出席{e:Event}的有{p:Person+}"))
    assert {claim.subject.name for claim in read(compiled, text)} == set(names)


@pytest.mark.parametrize(
    ("pattern", "award"),
    [
        ("{p:Person}获{a:text}", "国家级先进个人称号"),
        ("{p:Person}获{a:text}称号", "国家级先进个人"),
        ("{p:Person}获{a=..(个人|奖)}", "国家级先进个人"),
        ("{p:Person}获{a:text(2,3)}个人", None),
    ],
)
def test_captured_words(pattern: str, award: str | None) -> None:
    compiled = book(rule("r", {"type": "RECEIVES_AWARD", "subject": "p", "object": "a"}, pattern))
    assert facts(read(compiled, "{P:甲}获国家级先进个人称号，很高兴")) == ([("甲", "RECEIVES_AWARD", award)] if award else [])


def test_quoted_words_lose_their_quotes_but_not_their_proof() -> None:
    compiled = book(rule("r", {"type": "RECEIVES_AWARD", "subject": "p", "object": "a"}, "{p:Person}获评{a:quoted}"))
    (claim,) = read(compiled, "{P:甲}获评“最美，教师”。")
    assert claim.object is not None
    assert claim.object.name == "最美，教师"
    assert claim.evidence[0].quote == "甲获评“最美，教师”"


@pytest.mark.parametrize(
    ("pattern", "message", "hint"),
    [
        ("{p:Persn}出席{e:Event}", "unknown label 'Persn', at ▲ in “▲{p:Persn}", "Person"),
        ("{p:Person}出席{e:Event#virtul}", "unknown tag #virtul", "virtual"),
        ("{p:Person}@否认{e:Event}", "unknown macro @否认", "否定"),
        ("{p:Person}@环{e:Event}", "uses itself: 环 → 环", ""),
        ("{p:Person}@坏{e:Event}", "in macro @坏: a bracket is not closed", ""),
        ("{p:Person}(出席{e:Event}", "a bracket is not closed", "\\("),
        ("{p:Person}出席){e:Event}", "a ')' too many", ""),
        ("{p:Person出席{e:Event}", "", "{name:Label}"),
        ("?{p:Person}出席{e:Event}", "'?' has nothing before it", ""),
        ("{p:Person}…?出席{e:Event}", "'?' has nothing before it", ""),
        ("{p:Person}+出席{e:Event}", "'+' does not stand here", "{name:Label+}"),
        ("{p:Person}<!(…未)出席{e:Event}", "only fixed words", "not_before"),
        ("{p:Person}[]出席{e:Event}", "no characters", ""),
        ("{p:Person}.6出席{e:Event}", "a single dot is no gap", "..6"),
        ("{p:Person}……999出席{e:Event}", "too long", "200"),
        ("  ", "empty", ""),
        ("{p:Person}出席会议", "no slot named 'e'", "@event"),
        ("{p:Person}出席{e:Event}{x:Place}", "'x' is claimed nowhere", "{Label}"),
        ("{p:Work}出席{e:Event}", "slot 'p' has a label that cannot stand there", "Person"),
    ],
)
def test_errors_of_patterns(pattern: str, message: str, hint: str) -> None:
    with pytest.raises(SchemaError) as caught:
        book(rule("r", ATTENDS, pattern), macros={"否定": "不", "环": "@环", "坏": "(不"}, tags={"virtual": "线上"})
    assert "a.yml:1: rule r: " in caught.value.message
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("claims", "message", "hint"),
    [
        ({**ATTENDS, "type": "ATTEND"}, "unknown relationship type 'ATTEND'", "ATTENDS"),
        ({**ATTENDS, "properties": {"oder": "p"}}, "ATTENDS has no property 'oder'", "order"),
        ({"type": "ATTENDS", "subject": "p"}, "ATTENDS needs an object", "Event"),
        ({**ATTENDS, "object": "@evnt|e"}, "no slot named '@evnt'", "@event"),
        ({"type": "MEETS", "subject": "p", "object": "p", "properties": {"date": "e"}}, "the slot 'e' is none", "{e:Date}"),
    ],
)
def test_errors_of_claims(claims: object, message: str, hint: str) -> None:
    with pytest.raises(SchemaError) as caught:
        book(rule("r", claims, "{p:Person}出席{e:Event}"))
    assert message in caught.value.message
    assert hint in caught.value.hint
