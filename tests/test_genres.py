"""How single kinds of Chinese news write: county news, associations, Hong Kong and Taiwan, transcripts, notices."""

from __future__ import annotations

from functools import cache

import pytest

from kgnews.pipeline import Knowledge, load_knowledge, read_article
from kgnews.records import Article


@cache
def _knowledge() -> Knowledge:
    return load_knowledge()


def _facts(text: str, title: str = "", date: str = "2023-05-10") -> set[str]:
    """The claims that are not doubtful, as "subject TYPE object title"."""
    claims = read_article(Article("a", text, title, date=date), _knowledge()).claims
    found = set()
    for claim in claims:
        if not claim.doubtful:
            parts = [
                claim.subject.name,
                claim.type,
                claim.object.name if claim.object else "",
                str(claim.properties.get("title", "")),
            ]
            found.add(" ".join(part for part in parts if part))
    return found


@pytest.mark.parametrize(
    ("text", "expected", "never"),
    [
        # The place of a bare 县委 is the one whose offices are named, not a town of another county's name or a firm's city.
        (
            "石门、黄沙两镇受灾。县委书记王小军赶到现场。枫林县委副书记李大河、县长赵春来陪同。",
            {"王小军 HOLDS_POSITION 枫林县委 书记", "赵春来 HOLDS_POSITION 枫林县 县长"},
            ("石门县",),
        ),
        ("市委书记王小军与果多多（上海）供应链管理有限公司负责人座谈。", {"王小军 HOLDS_POSITION 市委 书记"}, ("上海市委",)),
        ("王小军到平桥镇大塘村调研春耕生产。", {"王小军 VISITS 平桥镇大塘村"}, ("VISITS 平桥 ", "VISITS 镇")),
        ("5月9日，红河镇召开基层治理工作推进会。", {"红河镇 HOSTS 基层治理工作推进会"}, ()),
    ],
)
def test_places_of_county_news(text: str, expected: set[str], never: tuple[str, ...]) -> None:
    found = _facts(text)
    assert expected <= found, found
    assert not [fact for fact in found for words in never if words in fact + " "], found


def test_election_of_an_association() -> None:
    found = _facts(
        "12月26日，青山市潮南商会第三届会员大会第一次会议在青山酒店举行。大会审议通过了第二届理事会工作报告，选举产生了"
        "第三届理事会领导班子：黎耀宗当选会长，连锦标当选监事长，方楚雄、纪少伟当选常务副会长。"
    )
    assert {
        "黎耀宗 HOLDS_POSITION 青山市潮南商会 会长",
        "连锦标 HOLDS_POSITION 青山市潮南商会 监事长",
        "方楚雄 HOLDS_POSITION 青山市潮南商会 常务副会长",
        "纪少伟 HOLDS_POSITION 青山市潮南商会 常务副会长",
    } <= found, found


def test_number_inside_the_name_of_a_congress() -> None:
    found = _facts("大会选举张大山为红河市第五届人民代表大会常务委员会主任，李小河、王文成为副主任。")
    assert "李小河 HOLDS_POSITION 红河市人民代表大会常务委员会 副主任" in found, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "「第五屆青年創業論壇」昨日假香港會議展覽中心舉行，立法會議員陳小芳、民政事務總署署長李立文擔任主禮嘉賓。",
            {
                "第五屆青年創業論壇 HELD_AT 香港會議展覽中心",
                "第五屆青年創業論壇 HELD_ON 2023-05-09",
                "陳小芳 HOLDS_POSITION 立法會 議員",
                "陳小芳 ATTENDS 第五屆青年創業論壇",
                "李立文 ATTENDS 第五屆青年創業論壇",
            },
        ),
        (
            "「2022南投國際茶業博覽會」9日在縣立文化園區熱鬧登場，縣議會議長何嘉琪、農會總幹事許家榛等人一同為博覽會揭開序幕。",
            {
                "2022南投國際茶業博覽會 HELD_AT 縣立文化園區",
                "2022南投國際茶業博覽會 HELD_ON 2023-05-09",
                "何嘉琪 ATTENDS 2022南投國際茶業博覽會",
                "許家榛 ATTENDS 2022南投國際茶業博覽會",
            },
        ),
        (
            "第五屆青年創業論壇昨（9）日於台北國際會議中心舉行。國立成功科技大學校長江文凱到場祝賀。",
            {"第五屆青年創業論壇 HELD_ON 2023-05-09", "江文凱 HOLDS_POSITION 國立成功科技大學 校長"},
        ),
    ],
)
def test_hong_kong_and_taiwan(text: str, expected: set[str]) -> None:
    found = _facts(text)
    assert expected <= found, found


_TRANSCRIPT = (
    "主持人 李若水：\n大家上午好！今天我们邀请到王小军副厅长。\n红河省教育厅副厅长 王小军：\n谢谢主持人。\n"
    "红河日报记者：\n有哪些措施？\n赵春来：\n我来回答。"
)


def test_transcript_of_a_press_conference() -> None:
    found = _facts(_TRANSCRIPT, "红河省稳就业新闻发布会文字实录")
    event = "红河省稳就业新闻发布会"
    assert {f"李若水 CHAIRS {event}", f"王小军 SPEAKS_AT {event}", f"赵春来 SPEAKS_AT {event}"} <= found, found


def test_an_interview_is_no_transcript() -> None:
    found = _facts("李若水：\n您怎么看？\n王小军：\n这是误解。", "对话王小军：从第五届青年论坛说起")
    assert not [fact for fact in found if "SPEAKS_AT" in fact or "CHAIRS" in fact], found


def test_agenda_of_a_notice() -> None:
    found = _facts(
        "定于2021年6月18日至20日在晋中市召开中国测试学会2021年学术年会。\n会议内容\n1.中国测试学会理事长王小军作工作报告；",
        "关于召开中国测试学会2021年学术年会的通知",
        "2021-05-08",
    )
    assert "王小军 SPEAKS_AT 中国测试学会2021年学术年会" in found, found


@pytest.mark.parametrize(
    ("text", "title", "expected", "never"),
    [
        (
            "市领导张青山、华国栋、贺兰芝，市法院院长李志强参加会议。",
            "我市召开优化营商环境大会",
            {f"{who} ATTENDS 优化营商环境大会" for who in ("张青山", "华国栋", "贺兰芝", "李志强")},
            (),
        ),
        ("公司由前高通半导体中国区总裁王小军联合创办。", "", {"王小军 HOLDS_POSITION 高通半导体 中国区总裁"}, ("由前",)),
        ("前央行行长王小军出席会议。", "", {"王小军 HOLDS_POSITION 央行 行长"}, ("前央行",)),
        (
            "自动驾驶公司“星河科技”宣布完成融资。创始人兼CEO王小军表示，明年将扩产。",
            "",
            {"王小军 HOLDS_POSITION 星河科技 创始人", "王小军 HOLDS_POSITION 星河科技 CEO"},
            (),
        ),
        (
            "仁和医院胃肠外科主任王小军教授作报告。",
            "",
            {"王小军 HOLDS_POSITION 仁和医院胃肠外科 主任", "王小军 HOLDS_POSITION 仁和医院胃肠外科 教授"},
            (),
        ),
        ("东海大学吴秀照副教授、复旦大学社工系主任赵芳教授参加会议。", "", set(), ("吴秀照副教授",)),
        ("本届博览会将持续至11月5日，期间还将举办柑橘产业高质量发展论坛。", "", set(), ("HELD_ON",)),
        ("9月1日，平阳县法院召开会议。李大河发言。 （张薇薇）", "", {"张薇薇 BYLINE"}, ()),
        ("图为活动现场。新华社发（柯岩 摄）", "", {"柯岩 BYLINE"}, ()),
        (
            "第五届青年论坛昨日在青山市人民会堂开幕。市长李大河、副市长赵春来在主席台就座。",
            "",
            {"李大河 ATTENDS 第五届青年论坛", "赵春来 ATTENDS 第五届青年论坛"},
            (),
        ),
    ],
)
def test_wordings(text: str, title: str, expected: set[str], never: tuple[str, ...]) -> None:
    found = _facts(text, title)
    assert expected <= found, found
    assert not [fact for fact in found for words in never if words in fact], found
