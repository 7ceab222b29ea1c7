"""Hosts, venues, days and works as whole articles tell them (invented): exactly these facts of their types, and no other."""

from __future__ import annotations

import pytest

from kgnews import api
from kgnews.records import Article

KINDS = {"HOSTS", "ORGANIZES", "CO_ORGANIZES", "SUPPORTS", "HELD_AT", "HELD_ON", "PUBLISHES"}


def told(text: str, title: str = "", date: str = "2023-08-20") -> set[str]:
    """The facts of these types as "subject TYPE object"."""
    claims = api.extract(Article("a", text, title=title, date=date))
    return {f"{c.subject.name} {c.type} {c.object.name if c.object else ''}" for c in claims if c.type in KINDS}


FACTS: list[tuple[str, set[str]]] = [
    (  # an edition is never followed by a person, and other editions are other events
        "第九届塔木其国际沙漠论坛将于8月25日在青海省塔木其沙漠举办。第八届塔木其国际沙漠论坛于2022年8月3日举行。",
        {
            "第九届塔木其国际沙漠论坛 HELD_ON 2023-08-25",
            "第九届塔木其国际沙漠论坛 HELD_AT 青海省",
            "第九届塔木其国际沙漠论坛 HELD_AT 塔木其沙漠",
            "第八届塔木其国际沙漠论坛 HELD_ON 2022-08-03",
        },
    ),
    (  # forums within a forum
        "滨海生态论坛今天在佛山举行。本届论坛共有两个主题论坛，分别为湿地保护主题论坛、滩涂养殖主题论坛。论坛由红河大学主办。",
        {
            "滨海生态论坛 HELD_ON 2023-08-20",
            "滨海生态论坛 HELD_AT 佛山",
            "红河大学 HOSTS 滨海生态论坛",
        },
    ),
    ("第三届健康论坛在红河大学知行楼9楼8号会议室举行。", {"第三届健康论坛 HELD_AT 红河大学知行楼"}),
    ("教学评价调研会在明德国际楼501会议室举行。", {"教学评价调研会 HELD_AT 明德国际楼"}),
    ("第三届健康论坛在平壤木兰馆举行。", {"第三届健康论坛 HELD_AT 平壤", "第三届健康论坛 HELD_AT 平壤木兰馆"}),
    ("第三届健康论坛在成都锦里老街举行。", {"第三届健康论坛 HELD_AT 成都", "第三届健康论坛 HELD_AT 锦里老街"}),
    ("第三届健康论坛在有关部门的努力下举行。", set()),
]


@pytest.mark.parametrize(("text", "facts"), FACTS)
def test_facts(text: str, facts: set[str]) -> None:
    """What the article tells, no more and no less."""
    assert told(text) == facts
