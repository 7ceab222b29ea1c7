"""The benchmark of page repair in a small size: the promised shares hold, and its own truth is sound."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from kgnews.articles import cut
from kgnews.records import Article, Page, Span

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

import page_scrambler
import pages

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "articles.jsonl"
STORIES = [
    (
        "甲市举行科技大会",
        "本报讯（记者 张三） 甲市科技大会今天举行，市长王小明出席。\n" + "甲市将建设科技园区，引进人才，支持企业创新发展。" * 8,
    ),
    (
        "乙县小麦喜获丰收",
        "本报讯（记者 李四） 乙县小麦喜获丰收，农民喜上眉梢。\n" + "乙县种粮大户赵大田说，今年麦子颗粒饱满，亩产创新高。" * 8,
    ),
]


@pytest.mark.parametrize("half", [False, True])
@pytest.mark.parametrize("width", [0, 20])
@pytest.mark.parametrize("heading", ["hash", "mixed", "bare"])
def test_the_scrambler_knows_where_each_character_comes_from(heading: str, width: int, half: bool) -> None:
    style = page_scrambler.Style(heading, half=half, width=width)
    page = page_scrambler.scramble(STORIES, style, page_scrambler.LEVELS["hard"], random.Random(5))
    assert len(page.text) == len(page.origins)
    noise = 0
    for char, origin in zip(page.text, page.origins, strict=True):
        if origin is not None and origin.offset >= 0:
            noise += char != page.texts[origin.article][origin.offset]
    assert noise <= 0.02 * len(page.text)
    for number, text in enumerate(page.texts):
        there = {origin.offset for origin in page.origins if origin and origin.article == number}
        assert there >= {offset for offset, char in enumerate(text) if char != "\n"}


def test_a_perfect_repair_measures_as_perfect_and_a_wrong_one_does_not() -> None:
    style, level = page_scrambler.Style(), page_scrambler.Level(cuts=(0, 0), doubled=0, orphaned=0)
    page = page_scrambler.scramble(STORIES, style, level, random.Random(1))
    whole = []
    for title, text in STORIES:
        start, head = page.text.index(text[:20]), page.text.index(title)
        spans = tuple(Span(a, b) for a, b in [(start, page.text.index("\n", start)), (page.text.index(text.split("\n")[1]), 0)])
        spans = (spans[0], Span(spans[1].start, spans[1].start + len(text.split("\n")[1])))
        whole.append(Article("x", "", title, spans=spans, title_spans=(Span(head, head + len(title)),)))
    good = pages.measure(page, whole, [])
    assert (good["all"], good["back"], good["placed"], good["wrong"]) == (4, 4, 4, 0)
    first, second = whole
    swapped = [
        Article("x", "", first.title, spans=second.spans, title_spans=first.title_spans),
        Article("x", "", second.title, spans=first.spans, title_spans=second.title_spans),
    ]
    assert pages.measure(page, swapped, [])["wrong"] == 4
    assert pages.measure(page, whole[:1], [])["back"] == 2


@pytest.mark.skipif(not CORPUS.is_file(), reason="needs ../shared/corpus/articles.jsonl")
def test_paragraphs_come_back() -> None:
    counts = dict.fromkeys(("all", "back", "placed", "wrong"), 0)
    for case in pages.cases(3, ["easy", "medium"], ["rmrb", "xwlb", "chinanews", "mixed"], seed=210):
        if case.style.heading != "bare":
            result = pages.measure(case.page, *cut(Page("page", case.page.text, date=case.date)))
            counts = {key: counts[key] + result[key] for key in counts}
    assert counts["all"] > 200
    assert counts["back"] >= 0.88 * counts["all"]
    assert counts["placed"] >= 0.83 * counts["all"]
    assert counts["wrong"] <= 0.03 * counts["all"]
