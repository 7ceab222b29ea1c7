"""Bylines with names run together, between offices and credits."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgnews.annotate import annotate
from kgnews.records import Article
from kgnews.schema import load_terms

TERMS = load_terms(Path(__file__).parents[1] / "schema")
CASES = [
    ("春天来了。红河大学学生会出品文字：新媒体技术部林远江陈晓红编辑：新媒体技术部王建军", {"林远江", "陈晓红"}),
    ("春天来了。（总台央视记者林远江陈晓红）", {"林远江", "陈晓红"}),
    ("春天来了。图/林远江、陈晓红文/王建军编校/媒体工作室", {"林远江", "陈晓红", "王建军"}),
    ("春天来了。\n（作者为青山市红村第一书记，本报记者林远江采访整理）", {"林远江"}),
    ("春天来了。\n（本报记者林远江、陈晓红参与采写）", {"林远江", "陈晓红"}),
    ("青山报记者林远江王磊\n春天来了。", {"林远江", "王磊"}),
    ("春天来了。\n■记者林远江文/图", {"林远江"}),
    (
        "春天来了。红河大学学生会出品文字：学习部林远江办公室陈晓红王建军图片：红河大学学生会编辑：宣传部李明",
        {"林远江", "陈晓红", "王建军"},
    ),
    ("春天来了。文/校报林远江图/图片与视频中心陈晓红", {"林远江", "陈晓红"}),
    ("春天来了。(文：法学院学生会新闻中心林远江/图：法学院学生会新闻中心陈晓红)", {"林远江", "陈晓红"}),
    ("春天来了。图/法学院媒体工作室、苏日乐格文/法学院媒体工作室", {"苏日乐格"}),
    ("春天来了。文字：生活部图片：宣传部、部分来源于网络美编：新媒体中心 林远江", set()),
    ("春天来了。（法学院新闻报道小组林远江报送）", {"林远江"}),
    ("青山报讯(记者林远江陈晓红实习生王建军)春天来了。", {"林远江", "陈晓红", "王建军"}),
    ("中新网青山4月1日电(林远江陈晓红)春天来了。", {"林远江", "陈晓红"}),
    ("本报巴黎电记者林远江报道：春天来了。", {"林远江"}),
    ("本报记者林远江上海报道\n春天来了。", {"林远江"}),
    ("青经记者林远江青经编辑王建军\n春天来了。", {"林远江"}),
    ("春天来了。\n（林远江参与采写）\n版式设计：王建军", {"林远江"}),
    ("春天来了。\n图为青山。\n本报记者  林  江摄", {"林江"}),
    ("春天来了。\n林远江摄（影像中国）", {"林远江"}),
    ("春天来了。记者林远江来源：青山商报\n责任编辑：王建军", {"林远江"}),
    ("记者林远江：“我现在在青山的庙会。”", set()),
    ("记者会上答问时说，春天来了。", set()),
    ("春天来了。图片：艺术学院参赛队伍编辑：王建军", set()),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_authors(text: str, names: set[str]) -> None:
    """The authors of a text are those and no others."""
    read = annotate(Article(id="x", title="春", text=text, date="2020-01-01"), TERMS)
    assert {m.name for sentence in read.sentences for m in sentence.mentions if "byline" in m.tags} == names
