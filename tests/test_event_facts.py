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
    (  # offices of a house, each named by its place in the list
        "4月13日至14日，红河大学人事处、教师发展中心共同开办“实战演习课教学法”研修班。",
        {
            "红河大学人事处 HOSTS “实战演习课教学法”研修班",
            "教师发展中心 HOSTS “实战演习课教学法”研修班",
            "“实战演习课教学法”研修班 HELD_ON 2023-04-13",
        },
    ),
    (
        "教务处、教学督导室组织督导团召开课程督导报告发布会。",
        {"教务处 HOSTS 课程督导报告发布会", "教学督导室 HOSTS 课程督导报告发布会"},
    ),
    ("相关部门、行业协会联合举办第三届健康论坛。", set()),
    (
        "第三届健康论坛由红河大学、青山国经济与可持续发展部、滨海调查与数据中心联合举办。",
        {
            "红河大学 HOSTS 第三届健康论坛",
            "滨海调查与数据中心 HOSTS 第三届健康论坛",
            "青山国经济与可持续发展部 HOSTS 第三届健康论坛",
        },
    ),
    ("第三届读书节今天举行。活动由校团委主办。", {"第三届读书节 HELD_ON 2023-08-20", "校团委 HOSTS 第三届读书节"}),
    (
        "华云科技有限公司股价下跌。公司于2023年5月9日发布《关于重大事项的公告》。",
        {"华云科技有限公司 PUBLISHES 关于重大事项的公告"},
    ),
    ("公司于2023年5月9日发布《关于重大事项的公告》。", set()),
    # works without marks
    ("加纳于2020年出台了铁路发展总体规划修订版。", {"加纳 PUBLISHES 铁路发展总体规划修订版"}),
    (
        "佛山市教育局近日印发关于进一步加强学校安全工作的意见，提出要求。",
        {"佛山市教育局 PUBLISHES 关于进一步加强学校安全工作的意见"},
    ),
    ("佛山市教育局公布最终推荐名单，负责后续事宜。", set()),
    ("佛山市教育局公布各地实施《安全规划》考核结果。", set()),
    ("佛山市教育局发布实施《安全规划》。", {"佛山市教育局 PUBLISHES 安全规划"}),
    # notices, further hosts, editions counted, meetings that somebody spoke at
    (
        "研讨会信息时间：2023年10月24日地点：北京·中国人民大学主办方：红河大学法学院、青山大学法学院会议语言：汉语。|第三届健康论坛征文",
        {
            "第三届健康论坛 HELD_AT 北京",
            "第三届健康论坛 HELD_AT 中国人民大学",
            "第三届健康论坛 HELD_ON 2023-10-24",
            "红河大学法学院 HOSTS 第三届健康论坛",
            "青山大学法学院 HOSTS 第三届健康论坛",
        },
    ),
    (
        "第三届健康论坛将于8月25日举办，论坛由红河大学主办，邀请青山大学、滨海大学联合主办。",
        {
            "第三届健康论坛 HELD_ON 2023-08-25",
            "红河大学 HOSTS 第三届健康论坛",
            "青山大学 HOSTS 第三届健康论坛",
            "滨海大学 HOSTS 第三届健康论坛",
        },
    ),
    ("红河大学法学院大力支持学科发展，已成功举办五届渔业法系列研讨会。", {"红河大学法学院 HOSTS 渔业法系列研讨会"}),
    ("俄罗斯总统伊万诺夫19日在内阁会议上表示，可以对话。", {"内阁会议 HELD_ON 2023-08-19"}),
    (
        "包括渔业峰会、海洋博览会等上百场会议和活动都将在佛山会展中心举行。",
        {
            "渔业峰会 HELD_AT 佛山会展中心",
            "海洋博览会 HELD_AT 佛山会展中心",
        },
    ),
    ("一场“居民院落会”在佛山举行。", {"居民院落会 HELD_AT 佛山"}),
    ("第九届滨海教育交流周在佛山开幕。上周在佛山举行了签约。", {"第九届滨海教育交流周 HELD_AT 佛山"}),
    # lists in names, and hosts that only look so
    ("青山首届线上家装建材、家具家电博览会2日启动。", {"青山首届线上家装建材、家具家电博览会 HELD_ON 2023-08-02"}),
    (
        "2023滨海电子商务大会、服务贸易发展高峰论坛将于9月2日举办。",
        {"2023滨海电子商务大会 HELD_ON 2023-09-02", "服务贸易发展高峰论坛 HELD_ON 2023-09-02"},
    ),
    (
        "哥伦比亚政府26号举行和平协议签署仪式。",
        {
            "哥伦比亚政府 HOSTS 和平协议签署仪式",
            "和平协议签署仪式 HELD_ON 2023-07-26",
        },
    ),
    ("组织学员参访红河省高级人民法院、佛山仲裁院等机构并召开座谈会。", set()),
    ("科技厅与工信厅联合召开第三届健康论坛。", {"科技厅 HOSTS 第三届健康论坛", "工信厅 HOSTS 第三届健康论坛"}),
    (
        "31日，滨海市水利委员会召开综合会商会。",
        {
            "滨海市水利委员会 HOSTS 综合会商会",
            "综合会商会 HELD_ON 2023-07-31",
        },
    ),
    # who issues, also where no list knows the body
    (
        "9月5日，青山省国际发展知识中心在佛山正式发布《全球发展报告2023》。",
        {"青山省国际发展知识中心 PUBLISHES 全球发展报告2023"},
    ),
    ("浙江省杭州市制定并发布《儿童友好10条》。", {"杭州市 PUBLISHES 儿童友好10条"}),
    ("会议发布《厦门倡议》。研究团队负责人发布《研究报告》。相关部门发布《管理办法》。", set()),
    # hosts and supporters that only look so
    ("e公司讯，在8月9日召开的青山通讯股东大会上，林远江表示。", {"青山通讯股东大会 HELD_ON 2023-08-09"}),
    ("滨海世界杯中部分绿茵场的灌溉工作，就由红河大学提供技术支持。", set()),
    ("由教务处主办的“第六届大学生创新论坛”举行。", {"教务处 HOSTS 第六届大学生创新论坛"}),
    # years, times told as such
    ("2018年，滨海合作组织青岛峰会召开，推出合作文件。", {"滨海合作组织青岛峰会 HELD_ON 2018"}),
    (
        "本次学术研讨会的召开时间为2023年9月17日，地点为中国人民大学校内。|健康学术研讨会征稿",
        {"健康学术研讨会 HELD_ON 2023-09-17", "健康学术研讨会 HELD_AT 中国人民大学"},
    ),
    # what is no day of the event
    ("该国政府计划在8月26日前将行政令提交给内阁部长会议进行审查。", set()),
    ("8日上午，第十九届亚运会火炬传递正式开跑。", set()),
    ("林远江19日分别看望出席全国政协十三届一次会议的委员。", set()),
    ("1日，滨海大运会迎来开幕后的第四个比赛日。", set()),
    ("第三届中非博览会自6月29日开幕以来，客商不断。", {"第三届中非博览会 HELD_ON 2023-06-29"}),
    ("红河省运会火炬传递在杭州举行。", set()),
    ("企业赴上海、海南等地参加中国国际进口博览会。", set()),
    ("林远江出席在人民大会堂举行的欢迎宴会。", {"欢迎宴会 HELD_AT 人民大会堂"}),
    ("滨海市委书记林远江来到红河大学，深入了解情况，并召开座谈会。", {"林远江 HOSTS 座谈会"}),
    # what is done about an event is no part of its name
    (
        "中方愿一道努力，推动二十国集团领导人汉堡峰会取得成功。峰会9月1日在汉堡举行。",
        {
            "二十国集团领导人汉堡峰会 HELD_ON 2023-09-01",
            "二十国集团领导人汉堡峰会 HELD_AT 汉堡",
        },
    ),
    ("推动长江经济带发展座谈会在京召开。", {"推动长江经济带发展座谈会 HELD_AT 北京"}),
]


@pytest.mark.parametrize(("text", "facts"), FACTS)
def test_facts(text: str, facts: set[str]) -> None:
    """What the article tells, no more and no less."""
    text, _, title = text.partition("|")
    assert told(text, title) == facts
