"""From matches to claims: ends, pairs, contexts, properties, evidence, priorities, folding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgnews.errors import TimeLimitError
from kgnews.records import Mention, Post, Span
from kgnews.rules import all_claims, apply_rules
from kgnews.rules.merge import merged
from marked import marked
from rulebook import ONTOLOGY, book, facts, read, rule

ATTENDS = {"type": "ATTENDS", "subject": "p", "object": "e"}
ATTEND = rule("attend", ATTENDS, "{p:Person+}…出席{e:Event}")


def quotes(claim: object) -> list[tuple[str, str]]:
    return [(piece.shows, piece.quote) for piece in claim.evidence]  # type: ignore[attr-defined]


def test_both_lists_give_every_pair_and_respective_ones_join() -> None:
    claims = {"type": "HOSTS", "subject": "o", "object": "e"}
    pattern = "{o:Organization+}分别主办{e:Event+}"
    text = "{O:甲}、{O:乙}分别主办{E:丙}和{E:丁}。"
    assert len(read(book(rule("r", claims, pattern)), text)) == 4
    joined = read(book(rule("r", {**claims, "pairs": "respective"}, pattern)), text)
    assert facts(joined) == [("乙", "HOSTS", "丁"), ("甲", "HOSTS", "丙")]


def test_symmetric_pairs_of_one_list_are_given_once() -> None:
    compiled = book(rule("r", {"type": "SIGNS_WITH", "subject": "o", "object": "o"}, "{o:Organization+}共同签署协议"))
    claims = read(compiled, "{O:甲}、{O:乙}、{O:丙}共同签署协议。此前{O:丙}、{O:甲}共同签署协议。")
    assert facts(claims) == [("乙", "SIGNS_WITH", "丙"), ("甲", "SIGNS_WITH", "丙"), ("甲", "SIGNS_WITH", "乙")]


def test_fact_quotes_only_its_own_part_of_a_list() -> None:
    compiled = book(ATTEND, rule("meet", {"type": "MEETS", "subject": "a", "object": "b"}, "{a:Person}会见了{b:Person+}"))
    claims = read(compiled, "{P:甲}、{P:乙}、{P:丙}昨天出席{E:大会}。{P:甲}会见了{P:丁}、{P:戊}、{P:己}。")
    shown = {(claim.subject.name, claim.object.name if claim.object else ""): claim.evidence[0].quote for claim in claims}
    assert shown["丙", "大会"] == "丙昨天出席大会"
    assert shown["乙", "大会"] == "乙、丙昨天出席大会"
    assert shown["甲", "丁"] == "甲会见了丁"
    assert shown["甲", "戊"] == "甲会见了丁、戊"


def test_order_is_the_place_in_the_list() -> None:
    claims = read(book(ATTEND), "{P:甲}、{P:乙}、{P:丙}出席{E:大会}。")
    assert {claim.subject.name: claim.properties["order"] for claim in claims} == {"甲": 1, "乙": 2, "丙": 3}


def test_generic_end_is_shown_by_its_antecedent() -> None:
    annotated = marked("{E:第九届创新大赛}开幕。{P:甲}出席{E#generic:大赛|第九届创新大赛}。")
    named, pointing = annotated.sentences[0].mentions[0], annotated.sentences[1].mentions[1]
    pointing.antecedent = named
    (claim,) = apply_rules(annotated, book(ATTEND))
    assert claim.object is not None
    assert (claim.object.name, claim.object.mention) == ("第九届创新大赛", "大赛")
    assert quotes(claim) == [("fact", "甲出席大赛"), ("object", "第九届创新大赛")]


def test_short_name_is_shown_by_where_the_full_one_stands() -> None:
    claims = read(book(ATTEND), "{P:甲}出席{E:大会}。{P:王甲|甲}走了。{P:乙}出席{E:会|全国大会}。{E:全国大会}好。")
    shown = {claim.subject.name: quotes(claim) for claim in claims}
    assert shown["乙"] == [("fact", "乙出席会"), ("object", "全国大会")]
    assert shown["甲"] == [("fact", "甲出席大会")]


def test_pointing_end_without_a_name_gives_nothing() -> None:
    assert read(book(ATTEND), "{P:甲}出席{E#generic:大会|}。") == []


def test_contexts_of_the_sentence_fill_ends() -> None:
    claims = {"type": "SPEAKS_AT", "subject": "p|@topic", "object": "e|@event"}
    compiled = book(rule("r", claims, "({p:Person})?在?{e:Event}?讲话"))
    annotated = marked("{E:大会|全国大会}开幕。讲话。")
    event = annotated.sentences[0].mentions[0]
    topic = Mention("Person", "text", 0, 0, "甲", Span(0, 0), "甲")
    annotated.sentences[1].event, annotated.sentences[1].topic = event, topic
    (claim,) = apply_rules(annotated, compiled)
    assert (claim.subject.name, claim.subject.mention) == ("甲", None)
    assert claim.object is not None
    assert (claim.object.name, claim.object.mention) == ("全国大会", None)
    assert claim.evidence[0].quote == "讲话"
    assert ("object", "大会") in quotes(claim)


def test_context_in_the_same_sentence_is_part_of_the_quotation() -> None:
    compiled = book(rule("r", {"type": "SPEAKS_AT", "subject": "p", "object": "@event"}, "{p:Person}讲话"))
    annotated = marked("{E#generic:会上|全国大会}，{P:甲}讲话。")
    annotated.sentences[0].event = annotated.sentences[0].mentions[0]
    (claim,) = apply_rules(annotated, compiled)
    assert claim.evidence[0].quote == "会上，甲讲话"
    assert claim.object is not None
    assert claim.object.mention == "会上"


@pytest.mark.parametrize(
    ("context", "text", "fires"),
    [
        ({"not_before": ["没有|未", "拒绝…"]}, "他没有{P:甲}出席{E:会}", False),
        ({"not_before": ["没有|未", "拒绝…"]}, "拒绝让{P:甲}出席{E:会}", False),
        ({"not_before": "没有"}, "没有，{P:甲}出席{E:会}", True),
        ({"not_after": "的(筹备|准备)"}, "{P:甲}出席{E:会}的准备", False),
        ({"not_after": "的(筹备|准备)"}, "{P:甲}出席{E:会}的时候", True),
        ({"unless": "希望"}, "大家希望{P:甲}出席{E:会}", False),
        ({"unless": "希望"}, "大家有希望，{P:甲}出席{E:会}", True),
        ({"unless": "希望"}, "{P:甲}出席{E:会}是希望", False),
        ({"unless": "希望…出席"}, "大家希望{P:甲}出席{E:会}", False),
        ({"unless_sentence": "希望"}, "大家有希望，{P:甲}出席{E:会}", False),
        ({"unless_sentence": "希望"}, "大家有希望。{P:甲}出席{E:会}", True),
    ],
)
def test_negative_contexts(context: dict[str, object], text: str, fires: bool) -> None:
    assert bool(read(book({**ATTEND, **context}), text)) is fires


def test_refused_match_does_not_hide_a_later_one() -> None:
    compiled = book({**ATTEND, "unless": "未"})
    assert facts(read(compiled, "{P:甲}未出席{E:会}，{P:乙}出席{E:会}")) == [("乙", "ATTENDS", "会")]


@pytest.mark.parametrize(
    ("scope", "found"),
    [("sentence", {"text", "title"}), ("text", {"text"}), ("title", {"title"})],
)
def test_scopes_of_title_and_text(scope: str, found: set[str]) -> None:
    claims = read(book({**ATTEND, "scope": scope}), "{P:甲}出席{E:会}", "{P:乙}出席{E:会}")
    assert {claim.evidence[0].where for claim in claims} == found


def test_scope_next_reads_over_the_full_stop_only() -> None:
    found = rule("r", {"type": "CHAIRS", "subject": "p", "object": "e"}, "{e:Event}……召开。会议由{p:Person}主持", scope="next")
    compiled = book(found)
    (claim,) = read(compiled, "{E:大会}昨天召开。会议由{P:甲}主持。")
    assert claim.evidence[0].quote == "大会昨天召开。会议由甲主持"
    assert read(compiled, "{E:大会}昨天召开。完了。会议由{P:甲}主持。") == []


def test_scope_clause_does_not_cross_a_comma() -> None:
    pattern = "{p:Person}……出席{e:Event}"
    text = "{P:甲}来了，出席{E:会}"
    assert read(book(rule("r", ATTENDS, pattern)), text)
    assert not read(book(rule("r", ATTENDS, pattern, scope="clause")), text)


def test_overrides_take_the_words_from_the_other_rule() -> None:
    claims = {"type": "CHAIRS", "subject": "p", "object": "e"}
    chairs = rule("chair", claims, "{p:Person}出席{e:Event}并主持", overrides=["attend"])
    text = "{P:甲}出席{E:会}并主持，{P:乙}出席{E:会}"
    assert facts(read(book(ATTEND, chairs), text)) == [("乙", "ATTENDS", "会"), ("甲", "CHAIRS", "会")]


def test_chairing_and_speaking_say_presence() -> None:
    chairs = rule("chair", {"type": "CHAIRS", "subject": "p", "object": "e"}, "{p:Person}主持{e:Event}")
    text = "{P:乙}出席{E:会}，{P:甲}主持{E:会}。"
    assert facts(read(book(ATTEND, chairs), text)) == [("乙", "ATTENDS", "会"), ("甲", "CHAIRS", "会")]
    both = rule("both", {"type": "CHAIRS", "subject": "p", "object": "e"}, "{p:Person}出席{e:Event}并主持")
    assert facts(read(book(ATTEND, both), "{P:甲}出席{E:会}并主持。")) == [("甲", "CHAIRS", "会")]
    listed = "{P:甲}、{P:乙}出席{E:会}。{P:甲}主持{E:会}。"  # told in words of its own, presence stays
    assert ("甲", "ATTENDS", "会") in facts(read(book(ATTEND, chairs), listed))
    doubtful = {**chairs, "doubtful": True}
    assert ("甲", "ATTENDS", "会") in facts(read(book(ATTEND, doubtful), listed))


def test_properties_from_slots_and_fixed_ones() -> None:
    claims = {"type": "SIGNS_WITH", "subject": "a", "object": "b", "properties": {"date": "d", "via": "p", "place": "=北京"}}
    compiled = book(rule("r", claims, "{d:Date}?({p:Person}代表)?{a:Organization}与{b:Organization}签约"))
    (claim,) = read(compiled, "{D:昨天|2020-11-08}{P:甲}代表{O:乙}与{O:丙}签约。")
    assert claim.properties == {"date": "2020-11-08", "via": "甲", "place": "北京"}
    (vague,) = read(compiled, "{D:日前|}{O:乙}与{O:丙}签约。")
    assert "date" not in vague.properties
    assert "via" not in vague.properties


def test_place_at_the_end_of_a_body_acts_as_one() -> None:
    compiled = book(rule("r", {"type": "HOSTS", "subject": "o", "object": "e"}, "{o:Organization|Place}主办{e:Event}"))
    (claim,) = read(compiled, "{L:江苏省}主办{E:会}。")
    assert (claim.subject.label, claim.subject.name) == ("Organization", "江苏省")


def person_with_posts(*posts: tuple[str, str], status: str = "") -> tuple[object, Mention]:
    annotated = marked("{O:市委}书记、{O:区委}主任{P:甲}来了。")
    bodies, person = annotated.sentences[0].mentions[:2], annotated.sentences[0].mentions[2]
    told = [Post(title, Span(2 + 5 * n, 4 + 5 * n), "text", bodies[n], rule, status) for n, (title, rule) in enumerate(posts)]
    person.posts, person.outer = tuple(told), Span(0, person.end)
    sentence = replace(annotated.sentences[0], mentions=(person,))
    annotated.sentences = (sentence,)
    return annotated, person


def test_posts_become_claims_by_the_rule_of_their_grammar() -> None:
    held = rule("post-before-name", {"type": "HOLDS_POSITION", "subject": "person", "object": "body"}, grammar="before")
    other = rule("other", {"type": "HOLDS_POSITION", "subject": "person", "object": "body"}, grammar="behind")
    annotated, _ = person_with_posts(("书记", "before"), ("主任", "behind"), status="former")
    claims = apply_rules(annotated, book(held, other))  # type: ignore[arg-type]
    assert [(c.object.name, dict(c.properties), c.rule, c.evidence[0].quote) for c in claims if c.object] == [
        ("市委", {"title": "书记", "status": "former", "order": 1}, "post-before-name", "市委书记、区委主任甲"),
        ("区委", {"title": "主任", "status": "former", "order": 2}, "other", "区委主任甲"),
    ]


def test_bylines_are_read_from_tags() -> None:
    byline = rule("byline", {"type": "BYLINE", "subject": "person"}, grammar="byline")
    (claim,) = read(book(byline), "本报讯（记者{P#byline:甲}）{P:乙}来了。")
    assert (claim.type, claim.subject.name, claim.object) == ("BYLINE", "甲", None)


def test_post_mention_gives_a_claim_for_each_post() -> None:
    appoint = rule(
        "appoint", {"type": "HOLDS_POSITION", "subject": "p", "object": "t", "properties": {"status": "appointed"}},
        "任命{p:Person}为{t:Post}",
    )  # fmt: skip
    annotated = marked("任命{P:甲}为{T:乙市市长、丙区区长}。")
    post = annotated.sentences[0].mentions[1]
    for at, form, title in ((4, "乙市", "市长"), (9, "丙区", "区长")):
        body = Mention("Organization", "text", at, at + 2, form, Span(at, at + 2), form)
        post.posts = (*post.posts, Post(title, Span(at + 2, at + 4), "text", body, "x"))
    claims = apply_rules(annotated, book(appoint))
    assert [(c.object.name, c.properties["title"], c.properties["status"]) for c in claims if c.object] == [
        ("乙市", "市长", "appointed"),
        ("丙区", "区长", "appointed"),
    ]


def test_status_told_once_is_enough() -> None:
    held = rule("held", {"type": "HOLDS_POSITION", "subject": "person", "object": "body"}, grammar="x")
    former, _ = person_with_posts(("书记", "x"), status="former")
    plain, _ = person_with_posts(("书记", "x"))
    compiled = book(held)
    both = [*all_claims(former, compiled), *all_claims(plain, compiled)]  # type: ignore[arg-type]
    assert [claim.properties.get("status") for claim in merged(both, ONTOLOGY)] == ["former"]


def test_doubt_comes_from_rule_mention_and_post() -> None:
    annotated = marked("{P:甲}出席{E:会}。")
    assert [c.doubtful for c in apply_rules(annotated, book({**ATTEND, "doubtful": True}))] == [True]
    annotated.sentences[0].mentions[1].doubtful = True
    assert [c.doubtful for c in apply_rules(annotated, book(ATTEND))] == [True]


def test_what_rests_on_home_is_said() -> None:
    annotated = marked("{P:甲}出席{E:会}。")
    annotated.sentences[0].mentions[1].inferred = True
    (claim,) = apply_rules(annotated, book(ATTEND))
    assert claim.properties["inferred"] == ("object",)


def test_date_without_its_year_is_said_to_be_inferred() -> None:
    claims = {"type": "VISITS", "subject": "p", "object": "o", "properties": {"date": "d"}}
    annotated = marked("{P:甲}{D:8日|2020-11-08}到{O:乙}调研。")
    annotated.sentences[0].mentions[1].inferred = True
    (claim,) = apply_rules(annotated, book(rule("r", claims, "{p:Person}{d:Date}到{o:Organization}调研")))
    assert claim.properties == {"date": "2020-11-08", "inferred": ("date",)}


def test_doubtful_claims_have_the_confidence_of_doubt() -> None:
    (claim,) = read(book({**ATTEND, "doubtful": True}), "{P:甲}出席{E:会}。")
    assert claim.confidence == 0.5


def test_same_fact_told_twice_is_one_claim_with_the_better_proof() -> None:
    annotated = marked("{P:甲}在很久之前出席{E:大会}。{P:甲}出席{E:大会}。")
    (claim,) = apply_rules(annotated, book(ATTEND))
    assert claim.evidence[0].quote == "甲出席大会"


def test_time_limit_is_an_input_error() -> None:
    with pytest.raises(TimeLimitError, match="article a"):
        apply_rules(marked("{P:甲}出席{E:会}。"), book(ATTEND), limit=-1)


PIECES = st.sampled_from(
    ["{P:甲}", "{P:乙}", "{E:会}", "{O:丙}", "{D:昨|2020-01-01}", "出席", "、", "，", "。", "在", "会见", "\ue001", "（", "）"]
)
MEETS = {"type": "MEETS", "subject": "p", "object": "q", "properties": {"date": "d"}}
QUOTED = book(
    ATTEND,
    rule("meet", MEETS, "{p:Person}{d:Date}?…会见{q:Person+}"),
    rule("next", ATTENDS, "{p:Person}。..出席{e:Event}", scope="next"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_every_quotation_is_its_span(pieces: list[str]) -> None:
    annotated = marked("".join(pieces))
    claims = apply_rules(annotated, QUOTED)
    assert claims == apply_rules(annotated, QUOTED)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        for piece in claim.evidence:
            assert annotated.article.text[piece.start : piece.end] == piece.quote
        ends = [end for end in (claim.subject, claim.object) if end]
        assert all(any(end.name in piece.quote for piece in claim.evidence) for end in ends)
