"""Reading is linear in the length of a text: the lines of the program that are run for each character stay the same.

Lines are counted, not seconds, so that the test says the same on every machine. A step that looks at all mentions of an article
for each of them runs eight times as many lines for each character of a text eight times as long.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import islice, product
from types import FrameType

import pytest

from kgnews.pipeline import Knowledge, annotate_article, load_knowledge
from kgnews.records import Article
from kgnews.rules import apply_rules

FEW, MANY = 12, 96
MOST = 1.35  # the last 120 events are what a name is compared with; before indexes were kept 1.4 to 1.9
GIVEN = ["".join(pair) for pair in product("伟芳娜敏静强磊洋勇艳", "杰涛明超霞平刚英华玉")]
PLACES = ["".join(pair) for pair in product("青白云红松石龙凤金银", "山河川阳林岭原溪湖城")]

STORIES = {
    "decrees": "{place}市人大常委会决定：任命李{name}为{place}市财政局局长；免去王{name}的{place}市教育局局长职务。",
    "discipline": (
        "{place}市卫生局原局长赵{name}涉嫌严重违纪违法，目前正接受{place}市纪委监委审查调查。此前他在{place}市工作，与孙{name}共事。"
    ),
    "events": (
        "第{number}届{place}文化节11月{day}日在{place}市国际会展中心开幕，{place}市市长陈{name}出席开幕式并致辞。"
        "本届文化节由{place}市文化局主办，{place}大学承办。会上，{place}大学校长周{name}说，活动很成功。"
    ),
    "schools": (
        "我校与{place}大学签署合作协议，{place}大学校长吴{name}访问我校。{place}学院郑{name}教授作了题为“{place}的历史”的报告。"
        "该校党委书记冯{name}参加会议，校长介绍了学校情况。"
    ),
    "awards and works": "{place}集团董事长钱{name}荣获“{place}市劳动模范”称号，并发布《{place}市产业发展规划》。《规划》指出，要加快发展。",
    "bylines": "\n（记者 沈{name} 通讯员 韩{name}）\n杨{name}摄\n（本报记者 朱{name}）",
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The shipped rules and lists."""
    return load_knowledge()


def article(story: str, count: int) -> Article:
    """So many stories of one kind, each with its own names, one paragraph each."""
    found = islice(zip(PLACES, GIVEN, strict=True), count)
    texts = [
        story.format(place=place, name=name, number="一二三四五六七八九"[n % 9] + "十", day=n % 28 + 1)
        for n, (place, name) in enumerate(found)
    ]
    return Article("long", "\n".join(texts), "", "2020-11-09")


def lines(story: str, count: int, knowledge: Knowledge) -> tuple[float, str]:
    """The lines of the program run for each character, and which modules ran most of them."""
    found: Counter[str] = Counter()

    def trace(frame: FrameType, event: str, _: object) -> object:
        if event == "line":
            found[frame.f_code.co_filename] += 1
        return trace

    one = article(story, count)
    apply_rules(annotate_article(one, knowledge), knowledge.rules)  # whatever is built but once
    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        apply_rules(annotate_article(one, knowledge), knowledge.rules)
    finally:
        sys.settrace(before)
    return found.total() / len(one.text), ", ".join(name.rpartition("/")[2] for name, _ in found.most_common(3))


@pytest.mark.parametrize("kind", STORIES)
def test_a_text_eight_times_as_long_takes_no_more_work_for_each_character(kind: str, knowledge: Knowledge) -> None:
    short, _ = lines(STORIES[kind], FEW, knowledge)
    long, where = lines(STORIES[kind], MANY, knowledge)
    assert long < MOST * short, f"{short:.0f} lines for each character, {long:.0f} in the longer text, most in {where}"
