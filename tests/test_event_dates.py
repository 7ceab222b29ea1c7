"""Of several days that an article tells of one event the first is its date."""

from __future__ import annotations

import pytest

from kgnews import paths
from kgnews.pipeline import Knowledge, annotate
from kgnews.records import Article
from kgnews.rules import apply_rules

KNOWLEDGE = Knowledge((paths.schema_dir(),))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("第三届全国智慧农业论坛11月5日在佛山开幕。11月6日上午，本届论坛在湖州市举行。", ["2020-11-05"]),
        ("第三届全国智慧农业论坛11月在佛山举行。11月5日，第三届全国智慧农业论坛在佛山开幕。", ["2020-11-05"]),
        ("第二届全国智慧农业论坛11月5日在佛山举行。第三届全国智慧农业论坛11月7日在佛山举行。", ["2020-11-05", "2020-11-07"]),
        ("11月5日，佛山市政府召开座谈会。11月7日，红河大学召开座谈会。", ["2020-11-05", "2020-11-07"]),
    ],
)
def test_first_day(text: str, days: list[str]) -> None:
    """Later days and the bare month go; two editions, and two meetings without a name of their own, keep theirs."""
    claims = apply_rules(annotate(Article("a", text, date="2020-11-09"), KNOWLEDGE.terms), KNOWLEDGE.rules)
    assert sorted(c.object.name for c in claims if c.type == "HELD_ON" and c.object is not None) == days
