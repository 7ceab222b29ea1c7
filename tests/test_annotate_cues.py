"""Words looked for all at once: where they stand, and that expressions tried only there match as everywhere."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kgnews.annotate.base.cues import Cues, cues, tried
from kgnews.records import Span

TEXTS = st.text("甲乙丙丁。会议", max_size=40)


def test_factors_stand_for_their_products() -> None:
    assert sorted(cues("我|本×校|院 公司 |该×县").words) == sorted(["我校", "我院", "本校", "本院", "公司", "县", "该县"])


def test_words_are_found_in_order_also_one_inside_another() -> None:
    assert cues("会议 议 会议室").places("开会议室会议") == [1, 2, 4, 5]
    assert cues("会议 议").spans("会议") == [(0, 2), (1, 2)]
    assert cues("会议").stand_in("一次会议")
    assert not cues("会议").stand_in("一次大会")


def test_sentences_that_hold_a_word() -> None:
    text = "甲会。乙。丙会。"
    assert cues("会").sentences(text, [Span(0, 3), Span(3, 5), Span(5, 8)]) == [Span(0, 3), Span(5, 8)]


@given(TEXTS)
def test_a_pattern_that_begins_with_a_word(text: str) -> None:
    pattern = re.compile("(?:会议?|丁丁)[甲乙]*")
    found = Cues(["会", "丁"]).matches(pattern, text)
    assert [match.span() for match in found] == [match.span() for match in pattern.finditer(text)]


@given(TEXTS)
def test_a_pattern_that_holds_a_word(text: str) -> None:
    pattern = re.compile("[甲乙丙]{1,3}?(?:会|丁)丙?")
    found = Cues(["会", "丁"]).around(pattern, 3, text)
    assert [match.span() for match in found] == [match.span() for match in pattern.finditer(text)]


def test_matches_do_not_overlap() -> None:
    assert [match.span() for match in tried(re.compile("甲甲"), [0, 1, 2], "甲甲甲甲")] == [(0, 2), (2, 4)]
