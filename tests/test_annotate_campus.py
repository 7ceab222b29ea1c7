"""What the news of a university tells of its meetings, talks, courses and visits, through the whole way of an article (invented names)."""

from __future__ import annotations

import pytest

from kgnews.pipeline import Knowledge, load_knowledge, read_article
from kgnews.records import Article

KNOWLEDGE: Knowledge = load_knowledge()
LATE = "第三届劳动法研讨会"
HELD = f"5月15日，红河大学法学院主办的{LATE}在明德楼举行。"


def facts(text: str, title: str = "", date: str = "2019-05-20", home: str = "红河大学") -> set[str]:
    """All facts but posts as words: 甲 SPEAKS_AT 某论坛."""
    claims = read_article(Article("a", text, title=title, date=date, home=home), KNOWLEDGE).claims
    return {
        f"{c.subject.name} {c.type} {c.object.name if c.object is not None else ''}"
        for c in claims
        if c.type != "HOLDS_POSITION" and not c.doubtful
    }


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("劳动系教授周明达与劳动法打交道六十年，他说，制度要完善。", {"周明达"}),
        ("第二位发言的是青山大学教授孙立平。", {"孙立平"}),
        ("接着进行述职的是学院党支部书记李建国。", {"李建国"}),
        ("督导专家贾国庆教授解读《现代法学史》督导报告。", {"贾国庆"}),
        ("郑学勤院长首先对行政人员的辛勤工作予以充分肯定。", {"郑学勤"}),
        ("林远江教授、周明达副教授评议。陈小红教授担任评议。", {"林远江", "周明达", "陈小红"}),
        ("法学院副教授周明达则从信息公开的角度，发布了最新的数据。", {"周明达"}),
        ("在信中，林远江书记、周明达校长勉励同学们克服困难。", set()),
        ("分团委发言人陈小红对“一带一路”和林远江总书记“三大思想”做出介绍。", {"陈小红"}),
        ("同一天，新任办公厅主任周明达表示，粮食要增产。", set()),
        ("红河大学校长林远江详细了解了企业的情况，他说，要努力。", set()),
    ],
)
def test_who_speaks_at_the_meeting_that_is_reported(text: str, speakers: set[str]) -> None:
    """In other words than 表示; what is written in a letter, or said elsewhere, is not said there."""
    told = facts(HELD + text, f"红河大学法学院举办{LATE}")
    assert {fact.split(" ")[0] for fact in told if " SPEAKS_AT " in fact} == speakers


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        (
            "第三届法治论坛举行",
            "5月15日，第三届法治论坛在红河大学明德楼408举行。本次论坛有幸邀请到青山大学夏小青教授带来题为“法治是什么”的讲座。"
            "本次讲座由红河大学法学院张立人教授主持。",
            {"夏小青 SPEAKS_AT 第三届法治论坛", "张立人 CHAIRS 第三届法治论坛"},
        ),
        (
            "第四届期刊论坛举行",
            "5月16日，由红河大学主办的第四届期刊论坛在南京召开。随后，举行了首届理事会机构成员的聘任仪式。"
            "主题发言分两个阶段进行。编辑代表王建军、李建国等做了精彩发言。",
            {"王建军 SPEAKS_AT 第四届期刊论坛", "李建国 SPEAKS_AT 第四届期刊论坛"},
        ),
        (
            "我院召开2018年年终总结会",
            "5月15日，我院2018年年终总结会在数学楼召开。院长林远江、副院长陈小红参加会议。林远江报告了学院工作。"
            "学院全面加强政治建设，召开党员大会，完成选举；发挥核心作用。发挥工会功能，增进集体凝聚力等。学院将继续做好工作。"
            "会上，陈小红副院长强调了文件精神。",
            {"陈小红 SPEAKS_AT 2018年年终总结会"},
        ),
        (
            "第五届农业创新大赛收官",
            "5月10日，第五届农业创新大赛总决赛在红河大学开赛。红河大学副校长周明达出席并颁奖，青山研究院院长陈小红出席并作大赛总结。",
            {"周明达 ATTENDS 第五届农业创新大赛总决赛"},
        ),
        (
            "人事处举办公文写作培训班的通知",
            "各单位：人事处决定举办第3期公文写作培训班。本期培训班自2019年6月3日至6月24日，共4次。",
            {"人事处 HOSTS 第3期公文写作培训班", "第3期公文写作培训班 HELD_ON 2019-06-03"},
        ),
        (
            "人事处举办书法培训班",
            "人事处举办教职工书法培训班。本期培训于2019年3月25日正式开班，共五次课。",
            {"教职工书法培训班 HELD_ON 2019-03-25"},
        ),
        (
            "周明达教授来院举行讲座",
            "5月18日，青山大学周明达教授来红河大学数学系开展了一场题为《数论的将来》的讲座。",
            {"周明达 SPEAKS_AT 讲座", "讲座 HELD_AT 红河大学数学系", "讲座 HELD_ON 2019-05-18"},
        ),
        (
            "“数论的将来”讲座举行",
            "5月13日下午，青山大学教授周明达受邀来到我院，在崇德西楼212室举行了题为“数论的将来”的主题讲座。",
            {"“数论的将来”讲座 HELD_ON 2019-05-13", "“数论的将来”讲座 HELD_AT 崇德西楼"},
        ),
    ],
)
def test_talks_courses_and_parts_of_meetings(title: str, text: str, told: set[str]) -> None:
    """A lecture is the forum that invites to it; a rite or a deed that a report lists takes nobody from the meeting."""
    assert told <= facts(text, title)


def test_last_years_match_is_another() -> None:
    """去年的比赛 dates nothing that is held this year; students of a faculty are not the faculty."""
    told = facts("5月10日，第十六届羽毛球赛开赛。在去年的比赛中，社人队止步八强。")
    assert "第十六届羽毛球赛 HELD_ON 2018" not in told
    told = facts(f"{HELD}红河大学哲学院30余名研究生参加了本次研讨会。")
    assert not any(" ATTENDS " in fact for fact in told)


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        (
            "5月8日上午，红河大学新生报到。当天下午，红河大学2019级新生开学典礼在世纪馆举行。次日，新生座谈会在明德楼举行。",
            {"红河大学2019级新生开学典礼 HELD_ON 2019-05-08", "新生座谈会 HELD_ON 2019-05-09"},
            set(),
        ),
        ("5月8日，校长林远江访问青山国。当晚，林远江在国宾馆为总统桑塔纳举行欢迎宴会。", {"欢迎宴会 HELD_ON 2019-05-08"}, set()),
        ("局长林远江8日表示，截至5月1日，一切正常。当天召开新闻发布会。", set(), {"新闻发布会 HELD_ON 2019-05-01"}),
        ("5月8日，局势平稳。叙利亚问题第二次日内瓦会议召开。", set(), {"日内瓦会议 HELD_ON 2019-05-09"}),
        (
            "5月12日上午，中国政法实务大讲堂再次走进红河大学。",
            {"中国政法实务大讲堂 HELD_ON 2019-05-12", "中国政法实务大讲堂 HELD_AT 红河大学"},
            set(),
        ),
        (
            "5月12日，青年人才培养工程启动仪式举行。本次培训工程由红河大学理论研究中心、青山区委组织部联合举办。",
            {"红河大学理论研究中心 HOSTS 青年人才培养工程启动仪式", "青山区委组织部 HOSTS 青年人才培养工程启动仪式"},
            set(),
        ),
        (
            f"{HELD}国际交流处处长陈小红、副处长王建军，学习与发展中心主任赵志强参加会议。",
            {f"陈小红 ATTENDS {LATE}", f"王建军 ATTENDS {LATE}", f"赵志强 ATTENDS {LATE}"},
            set(),
        ),
    ],
)
def test_days_that_point_back_and_hosts_of_this_one(text: str, told: set[str], untold: set[str]) -> None:
    """当天, 次日 take the day told before; 截至某日 is no such day, and 第二次日内瓦会议 has none in it."""
    found = facts(text)
    assert told <= found
    assert not untold & found
