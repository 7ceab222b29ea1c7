"""Tables of the lines of newspapers: what each kind of line is taken for."""

from __future__ import annotations

import pytest

from kgnews.articles import patterns
from kgnews.articles.characters import is_ended, normalise, open_quotes, unbalanced
from kgnews.articles.copies import find_copies
from kgnews.articles.draft import openness
from kgnews.articles.layout import Block, read_layout
from kgnews.articles.seams import likely_pairs
from kgnews.records import Span


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("本报讯(记者 王小明) 11月5日,大会举行。", True),
        ("本报北京8月20日电 （记者王小明、李大山）19日", True),
        ("新华社南昌7月31日电  会议在江西举行。", True),
        ("中新网兰州4月3日电(王小明)甘肃省披露", True),
        ("中新网4月2日电据卫健委网站消息，", True),
        ("央视网消息（新闻联播）：国家主席", True),
        ("据新华社北京3月1日电 会议今天举行", True),
        ("▶ 本报记者 王小明", True),
        ("文/记者王小明", True),
        ("来源：某某晚报", True),
        ("（记者王小明）11月5日", True),
        ("会议由本报记者王小明主持，他表示很高兴。", False),
        ("记者从会上获悉，今年增长百分之三。", False),
        ("据新华社报道，会议今天举行。", False),
        ("本报记者王小明表示，这一消息令人振奋，他说。", False),
        ("科技部主任王小明出席会议。", False),
    ],
)
def test_how_articles_begin(text: str, lead: bool) -> None:
    assert patterns.is_lead(text) == lead


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# 标题在这里", "headline"),
        ("###### 小标题", "headline"),
        ("#没有空格不是标题。", "body"),
        ("▲▲上接1版", "mark"),
        ("（上接第一版）", "mark"),
        ("下转A3版", "mark"),
        ("(下转第二版)", "mark"),
        ("图片来源:某某高新区", "furniture"),
        ("会议现场。本报记者 王小明摄", "furniture"),
        ("本版责编：王小明 李大山", "furniture"),
        ("【编辑:王小明】", "furniture"),
        ("2020年11月9日 星期一 第3版", "furniture"),
        ("2020年11月9日", "short"),
        ("——————", "furniture"),
        ("▶ 本报记者 王小明", "byline"),
        ("记者王小明 通讯员李大山", "byline"),
        ("情系家乡 致富不忘家乡人", "short"),
        ("（作者为某某学院院长）", "short"),
        ("会议今天举行。", "body"),
    ],
)
def test_kinds_of_lines(text: str, kind: str) -> None:
    assert [block.kind for block in read_layout(text).blocks] == [kind]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("会议今天举行。", 0),
        ("他说：“好！”", 0),
        ("(佛山站)驶入北京。)", 0),
        ("情系家乡 致富不忘家乡人", 0.5),
        ("主要包括以下内容：", 0.5),
        ("“如今,校园变美了,现代", 1),
        ("出台了《党组织书", 1),
        ("会议指出，要", 0.5),
        ("会议指出，要坚持以人民为中心的发展思想，努力建成小康社", 1),
        ("（作者为某某学院院长）", 0),
        ("会议讨论了科技、教育、", 1),
    ],
)
def test_openness_of_ends(text: str, value: float) -> None:
    assert openness(read_layout(text).blocks[0]) == value


def test_marks_inside_a_paragraph_are_no_text_of_it() -> None:
    first, second = read_layout("会议指出，要坚持（下转第二版）\n\n（上接第一版）以人民为中心。").blocks
    assert (first.text, first.onward, first.backward) == ("会议指出，要坚持", True, False)
    assert (second.text, second.onward, second.backward) == ("以人民为中心。", False, True)


WRAPPED = """　　会议今天在江城举行，来自各
地的代表三百余人参加了会议，会
议由李大山主持。
　　他表示，要认真落实会议精神
，推动发展。各部门要高度重视，
抓好落实。
"""


@pytest.mark.parametrize("indent", ["　　", ""])
def test_lines_that_text_recognition_kept_are_paragraphs_again(indent: str) -> None:
    layout = read_layout(WRAPPED.replace("　　", indent))
    if indent:
        assert [block.text for block in layout.blocks] == [
            "会议今天在江城举行，来自各地的代表三百余人参加了会议，会议由李大山主持。",
            "他表示，要认真落实会议精神，推动发展。各部门要高度重视，抓好落实。",
        ]
    assert "".join(block.text for block in layout.blocks) == "".join(WRAPPED.split()).replace("　", "")


def test_paragraphs_of_any_length_are_not_taken_for_broken_lines() -> None:
    text = "第一段在这里。\n第二段稍微长一些，说了点别的。\n第三段。\n第四段又长一些，讲了另外一件事情。\n第五段。\n"
    assert read_layout(text).width == 0
    assert len(read_layout(text).blocks) == 5


def block(text: str, start: int) -> Block:
    """A paragraph somewhere on a page."""
    return Block("body", (Span(start, start + len(text)),), text)


LONG = "在这里,还有无数像他一样的村民,他们在各行各业发挥自己的聪明才智,撸起袖子加油干,朝着幸福的生活齐出发。"


@pytest.mark.parametrize(
    ("first", "second", "copied"),
    [
        (LONG, LONG, True),
        (LONG, LONG.replace("无数", "许多").replace("齐", ""), True),
        (LONG, LONG[:-10], True),
        (LONG, LONG[6:], True),
        (LONG, LONG[4:44] + "。", False),  # a summary that ends where the other goes on
        (LONG, LONG[:12] + "却与别人完全不同的是,这一家人从来没有离开过自己生活的小山村。", False),
        ("短句重复。", "短句重复。", False),
    ],
)
def test_near_copies(first: str, second: str, copied: bool) -> None:
    copies = find_copies(
        [
            block(first, 0),
            block("中间隔着另外一篇文章的一个自然段,内容毫不相干,说的是城市交通建设和规划。", 200),
            block(second, 400),
        ]
    )
    assert bool(copies) == copied
    if copied:
        assert {(copy.copy, copy.kept) for copy in copies.values()} <= {(0, 2), (2, 0)}


@pytest.mark.parametrize(
    ("text", "ended"), [("好。", True), ("好！”", True), ("好……", True), ("好", False), ("好，", False), ("好”", False)]
)
def test_ends_of_sentences(text: str, ended: bool) -> None:
    assert is_ended(text) == ended


def test_quotes_and_brackets() -> None:
    assert open_quotes("他说”“好") == (1, 1)
    assert open_quotes("“好”") == (0, 0)
    assert unbalanced("《意见")
    assert not unbalanced("《意见》（试行）")
    assert len(normalise("A1，(全角）Ｂ２")) == len("A1，(全角）Ｂ２")


def test_pairs_exclude_each_other() -> None:
    np = pytest.importorskip("numpy")
    chances = likely_pairs(np.array([[6.0, 5.0], [5.5, -6.0]]))
    assert chances[0, 1] > 0.7
    assert chances[1, 0] > 0.7
    assert (chances.sum(axis=0) <= 1.0001).all()
    assert likely_pairs(np.array([[-6.0]]))[0, 0] < 0.01
