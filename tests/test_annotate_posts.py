"""Posts, bylines and names in sentences of all kinds: invented people, each sentence with what it tells."""

from __future__ import annotations

import time
from functools import cache

import pytest

from kgnews.annotate import annotate
from kgnews.annotate.base.text import normaliser, sentence_spans
from kgnews.paths import schema_dir
from kgnews.records import Annotated, Article
from kgnews.schema import Terms, load_terms
from support.posts import posts


@cache
def terms() -> Terms:
    return load_terms(schema_dir())


def read(text: str, title: str = "", **more: str) -> Annotated:
    return annotate(Article("a", text, title, **more), terms())  # type: ignore[arg-type]


TOLD = [
    ("国防部长王毅向记者介绍此访情况", {("王毅", "国防部", "部长", "")}),
    ("山东省交通运输厅党组书记江成与大家进行交流", {("江成", "山东省交通运输厅", "党组书记", "")}),
    ("西藏自治区政府副主席泽仁桑珠今天在北京接受记者采访时介绍说", {("泽仁桑珠", "西藏自治区政府", "副主席", "")}),
    (
        "北京勘察设计协会副会长兼秘书长周荫如",
        {("周荫如", "北京勘察设计协会", "副会长", ""), ("周荫如", "北京勘察设计协会", "秘书长", "")},
    ),
    ("北京市朝阳区委书记文献", {("文献", "北京市朝阳区委", "书记", "")}),
    (
        "佛山市委常委、常务副市长王建国，佛山高新区党工委书记李明华出席。",
        {("王建国", "佛山市委", "常委", ""), ("王建国", "佛山市", "常务副市长", ""), ("李明华", "佛山高新区党工委", "书记", "")},
    ),
    ("据外交部发言人赵小兰介绍，情况属实。", {("赵小兰", "外交部", "发言人", "")}),
    (
        "全国政协副主席何明远、巴特尔、林江出席会议。",
        {("何明远", "全国政协", "副主席", ""), ("巴特尔", "全国政协", "副主席", ""), ("林江", "全国政协", "副主席", "")},
    ),
    ("美国总统詹姆森与德国总理舒尔曼举行会谈", {("詹姆森", "美国", "总统", ""), ("舒尔曼", "德国", "总理", "")}),
    ("财政部原副部长陈志刚涉嫌受贿", {("陈志刚", "财政部", "副部长", "former")}),
    ("决定任命刘洋为青山市代理市长。", {("刘洋", "青山市", "代理市长", "appointed")}),
    ("会议接受何伟辞去青山市市长职务的请求。", {("何伟", "青山市", "市长", "former")}),
    ("免去周红的青山大学法学院院长职务。", {("周红", "青山大学法学院", "院长", "former")}),
    ("日本驻华大使横井裕太郎会见了记者。", {("横井裕太郎", "日本", "驻华大使", "")}),
    ("国际货币基金组织（IMF）总裁克里斯蒂娜·拉米雷斯表示", {("克里斯蒂娜·拉米雷斯", "国际货币基金组织", "总裁", "")}),
    ("清华大学李国强教授、朱军副教授参加。", {("李国强", "清华大学", "教授", ""), ("朱军", "清华大学", "副教授", "")}),
    ("三只松鼠创始人章大原在此前表示", {("章大原", "三只松鼠", "创始人", "")}),
    ("香港特區行政長官李家明", {("李家明", "香港特區", "行政長官", "")}),
    ("國務院總理李大強會見外賓", {("李大強", "國務院", "總理", "")}),
    ("周明达，红河大学法学院院长，近日接受采访。", {("周明达", "红河大学法学院", "院长", "")}),
    ("周明达现任红河大学党委书记。", {("周明达", "红河大学", "党委书记", "")}),
    ("新华社北京9月13日电（记者于观澜）外交部副部长孟怀远13日在北京会见外宾。", {("孟怀远", "外交部", "副部长", "")}),
    ("北京女科技工作者协会常务副会长王晓兰介绍。", {("王晓兰", "北京女科技工作者协会", "常务副会长", "")}),
    ("会议由县扫黑除恶专项斗争领导小组组长林远江主持。", {("林远江", "县扫黑除恶专项斗争领导小组", "组长", "")}),
    ("葡萄牙科技和高等教育部部长埃托尔出席。", {("埃托尔", "葡萄牙科技和高等教育部", "部长", "")}),
    ("全国政协委员林远江发言。", {("林远江", "全国政协", "委员", "")}),
    ("日本东京都知事大岛百合子召开记者会。", {("大岛百合子", "日本东京都", "知事", "")}),
    ("青山一中校长林远江、高三年级组长周明达先后发言。", {("林远江", "青山一中", "校长", "")}),
    (
        "红河大学学术委员会副主任由周明达、林远江担任，法学部学术委员会主任、副主任分别由陈立文、孙小玲担任。",
        {
            ("周明达", "红河大学学术委员会", "副主任", ""),
            ("林远江", "红河大学学术委员会", "副主任", ""),
            ("陈立文", "法学部学术委员会", "主任", ""),
            ("孙小玲", "法学部学术委员会", "副主任", ""),
        },
    ),
    ("红河海关副关长周明达表示", {("周明达", "红河海关", "副关长", "")}),
    ("世界粮食计划署驻华代表林远江致辞", {("林远江", "世界粮食计划署", "驻华代表", "")}),
    ("中央纪委书记林远江会见外宾", {("林远江", "中央纪委", "书记", "")}),
    ("赵一海致函祝贺周明达，祝贺他再次当选青山共和国总统。", set()),
    (
        "公示显示，周明达，男，现任青山市中级人民法院副庭长；林远江，男，现任红河县河口镇镇长。",
        {("周明达", "青山市中级人民法院", "副庭长", ""), ("林远江", "红河县河口镇", "镇长", "")},
    ),
    ("论坛在秦安市开幕，秦安市副市长何伟致辞。", {("何伟", "秦安市", "副市长", "")}),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:12] for text, _ in TOLD])
def test_posts(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert posts(text) == expected


NOTHING = [
    "会议要求各级党委书记、局长高度重视，把责任落到实处。",
    "青山市市长热线今日开通。",
    "林远江拟任青山市副市长。",
    "总统候选人詹姆森发表演讲。",
    "某公司负责人张大爷说，生意不错。",
    "部长级会议在京召开。",
    "校长奖学金评选办法如下。",
    "点击进入专题 | 更多新闻 | 会长单位 | 联系我们",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_posts(text: str) -> None:
    assert posts(text) == set()


def test_former_posts_of_a_career_inherit_the_body() -> None:
    text = "林忠远，男，1957年12月出生，中国工程院院士，教育部科技委先进制造学部主任。曾任上海交通大学校长、党委副书记。"
    told = posts(text)
    assert ("林忠远", "上海交通大学", "党委副书记", "former") in told
    assert ("林忠远", "上海交通大学", "校长", "former") in told


def test_single_post_is_not_shared() -> None:
    told = posts("青山市委书记王建国、李明华、赵大海参加活动。")
    assert {name for name, *_ in told} == {"王建国"}


def test_home_names_the_local_committee() -> None:
    told = posts("11月5日，市委书记王建国主持会议。", home="佛山市")
    assert told == {("王建国", "佛山市委", "书记", "")}


def test_our_school_is_the_house() -> None:
    told = posts("我校党委书记王建国会见来宾。", home="红河大学")
    assert told == {("王建国", "红河大学", "党委书记", "")}


BYLINES = [
    ("本报讯(记者 王建国 李明华)昨日，青山市召开大会。", {"王建国", "李明华"}),
    ("新华社北京11月5日电（记者王建国、李明华）大会召开。", {"王建国", "李明华"}),
    ("中新网青山11月5日电(王建国)大会召开。", {"王建国"}),
    ("大会在青山召开。\n（王建国）", {"王建国"}),
    ("大会在青山召开。【编辑:王建国】", set()),
    ("记者在现场看到，人潮涌动。", set()),
    ("图为大会现场。本报记者王建国摄", {"王建国"}),
]


@pytest.mark.parametrize(("text", "expected"), BYLINES, ids=[text[:14] for text, _ in BYLINES])
def test_bylines(text: str, expected: set[str]) -> None:
    found = {m.name for sentence in read(text).sentences for m in sentence.mentions if "byline" in m.tags}
    assert found == expected


def test_normalisation_keeps_the_length() -> None:
    text = "國務院（總理）１２３「你好」ＡＢＣ,，1,000；台灣　乾隆"
    assert len(normaliser(terms())(text)) == len(text)


def test_spans_hold_the_words_as_they_stand() -> None:
    text = "香港特區行政長官李家明（右）會見佛山市委书记王建国、佛山市副市长李华。"
    annotated = read(text)
    for sentence in annotated.sentences:
        for mention in sentence.mentions:
            assert text[mention.start : mention.end] == mention.form
            for post in mention.posts:
                assert post.body is not None
                assert text[post.body.start : post.body.end] == post.body.form


def test_sentences_end_with_their_quotes() -> None:
    text = "他说：“会议很好。”随后离开。\n第二段"
    assert [text[start:end] for start, end in sentence_spans(text)] == ["他说：“会议很好。”", "随后离开。", "第二段"]


@pytest.mark.parametrize(
    "text", ["书记、" * 3000, "中国" * 5000 + "局长", "·".join(["阿"] * 4000), "（记者" * 2000, "任命" * 3000 + "为局长"]
)
def test_long_near_misses_are_read_quickly(text: str) -> None:
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 8
