"""Who spoke at, chaired and attended an event, through the whole way of an article (invented names)."""

from __future__ import annotations

import pytest

from kgnews.pipeline import Knowledge, load_knowledge, read_article
from kgnews.records import Article

KNOWLEDGE: Knowledge = load_knowledge()
TYPES = {"SPEAKS_AT": "讲", "CHAIRS": "主", "ATTENDS": "到"}
HELD = "第三届全国智慧农业论坛昨日在佛山举行，与会嘉宾深入交流。"
FORUM = "第三届全国智慧农业论坛"


def facts(text: str, title: str = "", date: str = "2021-05-06") -> set[str]:
    """The facts of the three types as words: 甲 讲 某论坛."""
    claims = read_article(Article("a", text, title=title, date=date), KNOWLEDGE).claims
    return {
        f"{c.subject.name} {TYPES[c.type]} {c.object.name}"
        for c in claims
        if c.type in TYPES and c.object is not None and not c.doubtful and c.subject.label == "Person"
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("红河大学校长林远江畅谈了智慧农业的前景。", {"林远江 讲"}),
        ("红河大学校长林远江对各位专家的到来表示欢迎。", {"林远江 讲"}),
        ("佛山市农业农村局局长陈小红从三个方面介绍了佛山的做法。", {"陈小红 讲"}),
        ("物理学院周明达教授结合自己的研究，探讨了智慧灌溉的难题。", {"周明达 讲"}),
        ("红河大学校长林远江、佛山市副市长周明达等也就智慧农业的规划提出了自己的看法。", {"林远江 讲", "周明达 讲"}),
        (
            "红河大学校长林远江，佛山市副市长周明达、华云公司董事长陈小红等先后作了交流发言。",
            {"林远江 讲", "周明达 讲", "陈小红 讲"},
        ),
        ("本科生陈小红和硕士研究生李建国分别代表青年学者在会上发言。", {"陈小红 讲", "李建国 讲"}),
        ("红河大学校长林远江主持主旨报告环节。", {"林远江 主"}),
        ("校长助理林远江，党委组织部部长周明达及宣传部相关负责人参加会议。", {"林远江 到", "周明达 到"}),
        (
            "参会的有红河大学校长林远江，作为专家的物理学院院长周明达，还有教务处副处长陈小红。",
            {"林远江 到", "周明达 到", "陈小红 到"},
        ),
        ("红河大学校长林远江、佛山市副市长周明达及有关国际组织负责人等出席开幕式。", {"林远江 到", "周明达 到"}),
        (
            "参加会议的红河大学领导有：校长林远江，副校长周明达；参加会议的市里领导有：市委书记陈小红等。",
            {"林远江 到", "周明达 到", "陈小红 到"},
        ),
        ("主题演讲嘉宾有红河大学校长林远江、佛山市副市长周明达。", {"林远江 讲", "周明达 讲"}),
        ("红河大学将在佛山定期举办学术报告会。佛山市副市长周明达出席会议。", {"周明达 到"}),
        ("红河大学校长林远江以及学生会主席陈小红，科技部部长李建国担任评委。", {"林远江 到", "陈小红 到", "李建国 到"}),
    ],
)
def test_at_the_meeting_of_the_lead(text: str, told: set[str]) -> None:
    """A report on one meeting: who speaks, chairs and attends in its course."""
    assert facts(HELD + text, title=f"{FORUM}举行") == {f"{one} {FORUM}" for one in told}


@pytest.mark.parametrize(
    "text",
    [
        "红河大学校长林远江在接受本报记者采访时介绍了智慧农业的前景。",
        "林远江、周明达未参加会议。",
        "会议期间，红河大学校长林远江会见了佛山市副市长周明达，有关负责人参加会见。",
        "与会者认为，国务院总理林远江在农业大会上提出的目标令人鼓舞。",
        "林远江、周明达因故未能与会。",
        "大家认真学习了红河大学校长林远江系列重要讲话。",
        "去年9月，林远江创办了华云公司。",
        "会上，大家围绕学习贯彻国务院总理林远江关于农业的重要论述提出建议。",
        "物理学院陈小红老师，和佛山市副市长周明达等进行交流。",
    ],
)
def test_not_at_the_meeting(text: str) -> None:
    """Interviews, refusals, other meetings, and what is only quoted."""
    assert not [fact for fact in facts(HELD + text, title=f"{FORUM}举行") if fact.endswith(FORUM)]


FEATURES = [
    (f"{HELD}论坛引发海外人士热议。\n巴西学者林远江表示，论坛办得好。", "智慧农业前景广阔"),
    (f"{HELD}\n红河村村支书林远江告诉记者，收成不错。\n“大家更有信心了。”佛山市农业农村局局长周明达说。", "红河村里看变化"),
    (f"清晨，红河村的地里很热闹。\n{HELD}\n“大家更有信心了。”佛山市农业农村局局长周明达说。", "红河村里看变化"),
    ("5月4日召开的全省农业工作会议强调，要抓好春耕。\n“种子够了。”华云公司总经理林远江说。", "佛山市抓春耕"),
    ("2018年6月，林远江在第三届全国智慧农业论坛上获奖。\n佛山市副市长周明达表示，林远江的事迹感人。", "林远江的故事"),
    ("佛山市市长林远江看望了参加第三届全国智慧农业论坛的农民代表。\n林远江说，大家辛苦了。", "林远江看望农民代表"),
]


@pytest.mark.parametrize(("text", "title"), FEATURES)
def test_features_quote_nobody_at_a_meeting(text: str, title: str) -> None:
    """A feature gathers voices; that it mentions a meeting does not place them there."""
    assert not [fact for fact in facts(text, title) if " 讲 " in fact]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("6月17日，红河市政府与华云公司签署协议。红河市委书记林远江出席签约仪式并见证签约。", {"林远江 到 签约仪式"}),
        (
            "红河省省长林远江31日同列席红河省人大第五次会议的代表座谈。",
            set(),
        ),
        (
            "最后的胜利——林远江省长在抗洪胜利五周年座谈会上作报告。",
            {"林远江 讲 抗洪胜利五周年座谈会"},
        ),
        ("红河省省长林远江在滨海大会堂为周明达举行欢迎宴会。", {"周明达 到 欢迎宴会"}),
        ("红河省省长林远江在滨海大会堂为周明达举行追悼会。", set()),
        (
            "滨海外办今天举行媒体吹风会。滨海外办主任周明达、陈小红介绍了林远江省长即将出席第三届核能峰会有关情况。\n"
            "陈小红指出，峰会期间，林省长还将会见嘉宾。\n周明达强调，峰会意义重大。",
            {"林远江 到 第三届核能峰会", "陈小红 讲 媒体吹风会", "周明达 讲 媒体吹风会"},
        ),
        (
            "红河大学科研大会4日举行。常务副校长、校学术委员会副主任周明达代表校学术委员会主任林远江作工作报告。",
            {"周明达 讲 红河大学科研大会"},
        ),
        ("全国武术之乡联谊赛15日在红河体育馆开赛。红河县县长林远江致欢迎辞。", {"林远江 讲 全国武术之乡联谊赛"}),
        ("红河大学第五十九届运动会4日举行。周明达老师参加了女子组铅球决赛。", {"周明达 到 红河大学第五十九届运动会"}),
        ("红河大学第二期公文写作培训班4日开班。人事处副处长林远江在开班仪式上致辞。", {"林远江 讲 红河大学第二期公文写作培训班"}),
    ],
)
def test_part_and_whole(text: str, told: set[str]) -> None:
    """A ceremony without a name, a final of a meet, the opening of a class."""
    assert facts(text) == told


def test_a_meeting_that_is_only_decided_on_is_not_meant() -> None:
    """会议决定，另一会议下月举行: 会议 goes on to mean the first."""
    text = (
        "红河省人大常委会第八次主任会议24日在海滨举行。会议决定，红河省人大常委会第四次会议下月在海滨举行。"
        "红河省人大常委会主任林远江主持会议。红河省人大常委会副主任周明达、陈小红出席会议。"
    )
    assert {fact.split(" 会")[0].split(" ", 2)[2] for fact in facts(text)} == {"红河省人大常委会第八次主任会议"}


def test_an_inserted_event_does_not_take_the_speakers() -> None:
    """The speaker names another event; he goes on at the first."""
    text = (
        f"{HELD}佛山市市长林远江出席论坛并致辞。\n"
        "红河大学校长周明达在首届国际种子博览会开幕式上发表过演讲。\n林远江强调，佛山将加大投入。"
    )
    assert f"林远江 讲 {FORUM}" in facts(text, f"{FORUM}举行")
    assert "林远江 讲 首届国际种子博览会" not in facts(text, f"{FORUM}举行")


def test_after_a_talk_a_meeting_is_convened() -> None:
    """会见后，甲主持召开座谈会: what follows is said there, what went before is not."""
    text = (
        "4月18日上午，红河大学党委书记林远江会见了滨海大学校长周明达。林远江表示，欢迎周明达校长。"
        "会见后，红河大学物理学院院长陈小红主持召开学科建设座谈会。"
        "陈小红从学科构成、师生情况等方面介绍了物理学院的情况。"
    )
    assert facts(text) == {"陈小红 主 学科建设座谈会", "陈小红 讲 学科建设座谈会"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("首届滨海合作论坛", "第一届滨海合作论坛"),
        ("滨海三国（3+1）领导人会议", "滨海三国领导人会议"),
        ("教授荣退仪式暨荣退恳谈会", "荣退仪式暨恳谈会"),
        ("滨海民主党第十届中央委员会第六次全体会议", "滨海民主党十届六中全会"),
        ("纪念王海平同志诞辰100周年座谈会", "座谈会"),
        ("滨海机器人学会成立仪式", "滨海机器人学会成立大会"),
    ],
)
def test_one_event_by_two_names(one: str, other: str) -> None:
    """Speakers under either name are at one event."""
    text = f"{one}6日在佛山举行。佛山市市长林远江在{other}上致辞。佛山市副市长周明达出席{one}。"
    assert len({fact.split(" ", 2)[2] for fact in facts(text)}) == 1


def test_hostile_lists_end_in_time() -> None:
    """Lists without end neither hang nor fail."""
    for item in ("和", "林远江、", "参加", "林远江参加", "及有关负责人，"):
        facts(HELD + item * 4000)


OCCASION = (
    "在国家主席林远江出席第五届滨海合作论坛并对巴西进行国事访问之际，《海的故事》多语种版本发布仪式5月3日在巴西利亚举行。"
    "中国驻巴西大使周明达，巴西广播公司首席执行官陈小红等出席活动。"
)


def test_what_is_held_on_an_occasion_is_where_the_guests_are() -> None:
    """在甲出席某论坛之际，某仪式举行: 活动 is the ceremony."""
    told = facts(OCCASION)
    assert {fact.split(" ")[0] for fact in told if fact.endswith("发布仪式")} == {"周明达", "陈小红"}
    assert not {"周明达 到 第五届滨海合作论坛", "陈小红 到 第五届滨海合作论坛"} & told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HELD}出席论坛的三位前局长分别是林远江、周明达以及陈小红，他们都已退休。", {"林远江 到", "周明达 到", "陈小红 到"}),
        (f"{HELD}佛山市副市长林远江，红河大学校长周明达同志等出席了有关活动。", {"林远江 到", "周明达 到"}),
        ("全国校友座谈会昨日在佛山召开。校友林远江先生则深情回忆了往事。航天员周明达深有感触。", {"林远江 讲", "周明达 讲"}),
        (f"{HELD}会议由策划部副部长、2015级本科生林远江主持。", {"林远江 主"}),
        (f"{HELD}论坛在红河大学农学系主任林远江副教授的主持下拉开了帷幕。", {"林远江 主"}),
        (f"{HELD}红河大学周明达老师就失智的测量提出问题。", set()),
        (f"{HELD}国务院总理林远江当天表示，粮食要增产。", set()),
        (f"{HELD}红河大学校长周明达在联合国粮农组织发言时说，粮食要增产。", set()),
        (f"{HELD}国务院总理林远江代表政府欢迎周明达总统访问佛山并参加会见。", set()),
    ],
)
def test_more_ways_to_be_there(text: str, told: set[str]) -> None:
    """Guests counted, alumni who remember, chairs with two posts; who asks, and who speaks elsewhere, is not told as a speaker."""
    assert {" ".join(fact.split(" ")[:2]) for fact in facts(text)} == told


def test_a_notice_names_its_people_by_role() -> None:
    """主持人：甲（…）与谈人（…）：乙（…）丙（…）: who gave a college its name is nobody there."""
    told = facts(
        "红河法理沙龙第15期题目：乡村治理主讲人：林远江（滨海大学沈家本法学院副教授）主持人：周明达（红河大学教授）"
        "与谈人（按姓氏拼音排序）：陈小红（红河大学副教授）李建国（红河大学副教授）时间：2021年5月18日",
        "预告 | 红河法理沙龙第15期：乡村治理",
    )
    assert {" ".join(fact.split(" ")[:2]) for fact in told} == {"林远江 讲", "周明达 主", "陈小红 讲", "李建国 讲"}


def test_what_a_letter_says_is_not_said_there() -> None:
    text = "在滨河一中师生座谈会上，调研组转交了林远江校长的鼓励信。在信中，林远江校长勉励同学们克服困难。"
    assert not {told for told in facts(text) if told.startswith("林远江 讲")}
    assert facts("4月10日，党委书记林远江为学校学生党支部书记培训班授课。") == {"林远江 讲 学校学生党支部书记培训班"}
