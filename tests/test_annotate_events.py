"""Events, works, places and scope as an article shows them (invented names)."""

from __future__ import annotations

import pytest

from kgnews import paths
from kgnews.annotate import annotate
from kgnews.records import Annotated, Article, Mention
from kgnews.schema import load_terms

TERMS = load_terms(paths.schema_dir())


def read(text: str, title: str = "", date: str | None = "2020-11-09") -> Annotated:
    """An annotated article."""
    return annotate(Article("a", text, title=title, date=date), TERMS)


def mentions(text: str, label: str, title: str = "") -> list[Mention]:
    """The top mentions of a label."""
    return [m for s in read(text, title).sentences for m in s.mentions if m.label == label]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("第三届全国智慧农业论坛在佛山举行。", "第三届全国智慧农业论坛"),
        ("2023金融科技大会8日在京开幕。", "2023金融科技大会"),
        ("以“更好的明天”为主题的2023年滨海合作论坛年会在京开幕。", "2023年滨海合作论坛年会"),
        ("由市科协主办的“首届青年传播高层论坛”昨日召开。", "首届青年传播高层论坛"),
        ("第五届“携手同行——两地青年交流活动”在南京开幕。", "第五届“携手同行——两地青年交流活动”"),
        ("“面向未来的教育”论坛成功举办。", "“面向未来的教育”论坛"),
        ("纪念《渔业法》颁布30周年座谈会召开。", "纪念《渔业法》颁布30周年座谈会"),
        ("诗歌创作70年座谈会暨《全集》发布会在京举行。", "诗歌创作70年座谈会暨《全集》发布会"),
        (
            "2020科技直通车（佛山站智能制造领域）北京发布对接会在中国科技馆举行。",
            "2020科技直通车（佛山站智能制造领域）北京发布对接会",
        ),
        ("学习贯彻党的二十大精神研讨班在京开班。", "学习贯彻党的二十大精神研讨班"),
        ("今天上午，市政府新闻办召开新闻发布会。", "新闻发布会"),
        ("兩岸青年創業大賽在廈門舉行。", "兩岸青年創業大賽"),
        ("红河大学数学学院明理讲堂第三讲在图书馆举行。", "红河大学数学学院明理讲堂第三讲"),
        ("各家媒体紧扣全国政协十三届一次会议主题。", "全国政协十三届一次会议"),
        ("组委会提出推迟2020年滨海世博会的建议。", "2020年滨海世博会"),
        ("新华社北京4月2日电问题整改工作电视电话会议2日在京召开。", "问题整改工作电视电话会议"),
        ("金砖国家领导人第十五次会晤在海滨举行。", "金砖国家领导人第十五次会晤"),
        ("两市联合举办全市社区书记和居委会主任培训班。", "全市社区书记和居委会主任培训班"),
        ("教学评价调研会在明德楼501会议室举行。", "教学评价调研会"),
        ("青山市第三期代表学习班28日至31日在杭州举行。", "青山市第三期代表学习班"),
        ("第八届中韩青年高层对话23日在首尔举行。", "第八届中韩青年高层对话"),
        ("滨海国际消费电子展在上海开幕。", "滨海国际消费电子展"),
        ("他将出席滨海国家领导人第五次会晤。", "滨海国家领导人第五次会晤"),
        ("红河大学数学学院红河讲堂第一讲在国学馆成功举办。", "红河大学数学学院红河讲堂第一讲"),
        ("渔业组织人权审议工作组第36次会议9日在日内瓦举行。", "渔业组织人权审议工作组第36次会议"),
    ],
)
def test_name(text: str, name: str) -> None:
    """The name of the (first) event, left edge and all."""
    assert mentions(text, "Event")[0].name == name


@pytest.mark.parametrize(
    "text",
    [
        "市教委将推动教学改革项目落地。",
        "各类会议、培训班可以照常举办。",
        "会议室和会展中心已经关闭。",
        "大会堂前人来人往。",
        "该公司的经营活动陷入停滞。",
        "警方打击违法活动。",
        "双方通电话，就合作计划交换意见。",
        "市民活动中心开放。",
        "两国领导人在北京会晤，就合作交换意见。",
        "全年累计举办超过70场音乐节。",
        "青山市议会22日召开，讨论预算。",
        "董事会3日在总部举行。",
        "公司业务快速发展，门店相继开幕。",
    ],
)
def test_no_event(text: str) -> None:
    """Projects, plans, buildings, plurals and business are no events."""
    assert mentions(text, "Event") == []


@pytest.mark.parametrize("form", ["会议", "本次论坛", "论坛", "开幕式", "活动"])
def test_pointing_form_means_the_named_event(form: str) -> None:
    """会议, 本次论坛, 开幕式 after a named event."""
    found = mentions(f"第三届全国智慧农业论坛在佛山举行。{form}由周明达副市长主持。", "Event")
    assert [m.name for m in found] == ["第三届全国智慧农业论坛"] * 2
    assert found[1].generic
    assert found[1].antecedent is found[0]


def test_two_editions_are_two_events() -> None:
    """Editions and years part events."""
    found = mentions("第二届青年电影节在京举行。第三届青年电影节将在沪举行。", "Event")
    assert len({m.name for m in found}) == 2


def test_short_name_and_title_are_joined() -> None:
    """A short form and the title's form denote the one event."""
    found = mentions("第十三届中国旅游产业博览会在天津举办。本届旅博会规模最大。", "Event", "中国旅游产业博览会开幕")
    assert {m.name for m in found} == {"第十三届中国旅游产业博览会"}


def test_bulletin_stories_do_not_share_events() -> None:
    """会议 in one story of a bulletin is not the event of another."""
    text = (
        "央视网消息：\n全国养老服务大会在京召开\n第二届全国养老服务大会今天在北京召开，来自各地的三百多名代表参加了大会并交流了工作经验。\n"
        "东海渔港建成投用\n位于浙江的东海渔港今天建成投用，会议由有关方面在当地主持召开，渔民们对此表示欢迎并期待渔获丰收。\n"
    )
    names = [m.name for s in read(text).sentences if "渔港今天" in s.text for m in s.mentions if m.label == "Event"]
    assert "第二届全国养老服务大会" not in names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("座谈会在北京人民大会堂举行。", ["北京", "人民大会堂"]),
        ("大会在浙江省湖州市举行。", ["浙江省", "湖州市"]),
        ("论坛在明德主楼会议室召开。", ["明德主楼"]),
        ("论坛在上海国家会展中心举行。", ["上海", "国家会展中心"]),
        ("座谈会22日在京召开。", ["北京"]),
        ("新华社杭州11月5日电  论坛得到支持。", []),
        ("论坛在一片欢呼声中举行。", []),
    ],
)
def test_places(text: str, names: list[str]) -> None:
    """Levels are mentions of their own; a dateline gives none."""
    assert [m.name for m in mentions(text, "Place")] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "市科技局印发《关于支持智慧农业的意见》（以下简称《意见》）。《意见》指出，要加快发展。",
            ["关于支持智慧农业的意见"] * 3,
        ),
        ("市科技局发布“高质量发展三年行动方案”。", ["高质量发展三年行动方案"]),
        ("他作了题为“城市的未来”的演讲。", ["城市的未来"]),
        ("以“共享未来”为主题的论坛开幕。", []),
        ("据《滨海日报》报道，天气转凉。", []),
    ],
)
def test_works(text: str, names: list[str]) -> None:
    """《…》, documents in quotes and speeches; themes and newspapers are no works."""
    assert [m.name for m in mentions(text, "Work")] == names


REPORT = "第三届全国智慧农业论坛5日在佛山举行，与会嘉宾深入交流。\n佛山市市长周明达表示，佛山将加大投入。"


def present(text: str) -> list[str]:
    """The persons that the text quotes as speakers at its event."""
    return [m.name for s in read(text).sentences for m in s.mentions if m.label == "Person" and "present" in m.tags]


def test_quoted_in_a_report_on_one_conference() -> None:
    """Nothing but the lead says where he spoke."""
    assert present(REPORT) == ["周明达"]


@pytest.mark.parametrize(
    "text",
    [
        "第三届全国智慧农业论坛5日在佛山举行。\n佛山市市长周明达接受本报记者采访时表示，佛山将加大投入。",
        "第三届全国智慧农业博览会5日在佛山举行。\n佛山市市长周明达表示，佛山将加大投入。",
        "佛山今年的水稻丰收。\n佛山市市长周明达表示，要办好第三届全国智慧农业论坛。",
        "佛山市市长周明达在红河村考察时表示，要重视农业。第三届全国智慧农业论坛明年举行。",
    ],
)
def test_not_quoted_there(text: str) -> None:
    """An interview, an exhibition, a feature, a visit: no speech at the event."""
    assert present(text) == []


def test_visit_is_followed_from_stop_to_stop() -> None:
    """Where the visitor of the lead goes next."""
    text = "14日，佛山市市长周明达在德清县考察。\n周明达来到红星村，了解春耕情况。\n在光明村，周明达察看了水利设施。"
    stops = [m.name for s in read(text).sentences[1:] for m in s.mentions if "visited" in m.tags]
    assert stops == ["红星村", "光明村"]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "会", "会上，", "“", "《", "论坛" * 300, "（" * 200 + "会议", "第一届" * 200 + "论坛在" * 50]
)
def test_odd_texts_are_read(text: str) -> None:
    """Nothing breaks or hangs, and forms are what stands there."""
    result = read(text, title=text[:40])
    assert all((m.where == "title" or text[m.start : m.end] == m.form) for s in result.sentences for m in s.mentions)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("周明达创办了“红霞农民专业合作社”。", ["红霞农民专业合作社"]),
        ("该院成立了数字农业联合创新中心、智慧水利实验室。", ["数字农业联合创新中心", "智慧水利实验室"]),
        ("公司成立以来，服务了一百家企业。", []),
        ("该公司设立了三个研发中心。", []),
    ],
)
def test_founded_bodies(text: str, names: list[str]) -> None:
    """The name of a new body at the words that found it."""
    assert [m.name for m in mentions(text, "Organization")] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("林远江总理圆满结束访比行程。比利时首相送行。", {"中国": False, "比利时": True}),
        ("林远江总理圆满结束访巴行程。巴西和巴基斯坦都是伙伴。", {"巴西": False, "巴基斯坦": False}),
        ("总统对我国进行国事访问。", {"中国": True}),
        ("我国进行改革。", {"中国": False}),
    ],
)
def test_visited_country(text: str, names: dict[str, bool]) -> None:
    """A country that 访比, 对我国进行访问 swallow: only where the article names the one it can be."""
    first = read(text).sentences[0]
    found = {m.name for m in first.mentions if m.label == "Place"}
    assert {name: name in found for name in names} == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("座谈会在该校明理新闻楼举行。", {"明理新闻楼"}),
        ("迎新大会在求是楼800人教室举行。", {"求是楼800人教室"}),
        ("华云公司在深圳总部召开股东大会。", {"深圳"}),
        ("世博会在阿联酋的迪拜举行。", {"阿联酋", "迪拜"}),
        ("周明达参观了学校的校史展和金融史展馆。", set()),
    ],
)
def test_venue(text: str, places: set[str]) -> None:
    """Venues behind words that only point, with 是 in their name, with the city of a head office."""
    assert {m.name for m in mentions(text, "Place")} == places
