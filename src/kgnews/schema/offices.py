"""What a title tells for identity: whether one person holds it, whether the nation knows who does, whether it ties to a place."""

from __future__ import annotations

import re
from functools import lru_cache

# Held by one person of a body at a time. Deputies, members and ranks are held by many.
_UNIQUE = re.compile(
    "^(?:(?:党委|党组|党工委|党总支|党支部|总支|支部|执行|轮值|代理?|署理|市委|省委|县委|区委|委员会)*)"
    "(?:书记|总书记|第一书记|主席|国家主席|总统|总理|首相|国王|女王|天皇|元首|部长|外长|防长|厅长|局长|署长|司长|处长|科长|省长|市长|州长|县长|区长|镇长|乡长|村长|村主任|盟长|旗长"
    "|主任|委员长|会长|理事长|董事长|总裁|总经理|行长|社长|台长|总编辑|总编|校长|院长|所长|馆长|站长|系主任|秘书长|总干事|检察长|法院院长|司令员|政委|政治委员|师长|团长|大使|总领事"
    "|首席执行官|首席财务官|首席运营官|首席技术官|首席经济学家|CEO|创始人|总工程师|总设计师|主教练)$"
)
_LEADER = re.compile(
    "^(?:总书记|国家主席|国家副主席|总理|副总理|国务委员|委员长|副委员长|主席|副主席|总统|副总统|首相|副首相|国王|女王|天皇|元首|总干事|秘书长|外长|外交部长|部长"
    "|政治局委员|政治局常委|书记处书记|中央政治局委员|中央政治局常委|军委主席|军委副主席|检察长|院长|首席大法官|最高领袖)$"
)
_NATIONAL = frozenset(
    {
        "中国",
        "中共中央",
        "中共中央政治局",
        "中共中央政治局常务委员会",
        "中共中央书记处",
        "中华人民共和国国务院",
        "全国人民代表大会常务委员会",
        "全国人民代表大会",
        "中国人民政治协商会议全国委员会",
        "中国共产党中央军事委员会",
        "中华人民共和国中央军事委员会",
        "中国共产党中央纪律检查委员会",
        "中华人民共和国国家监察委员会",
        "中华人民共和国最高人民法院",
        "中华人民共和国最高人民检察院",
        "中华人民共和国外交部",
        "中华人民共和国国防部",
        "联合国",
        "世界卫生组织",
    }
)
_HEAD_OF_STATE = re.compile("^(?:总统|总理|首相|国王|女王|天皇|主席|国家主席|最高领袖|元首|总书记|外长|外交部长|副总统|副总理)$")
_TERRITORIAL = re.compile("(?:书记|市长|省长|县长|区长|州长|镇长|乡长|主席|常委|主任)$")
# Roles of which a body has hundreds: two who share one may be two people.
_MANY = re.compile(
    "(?:学生|研究生|博士生|硕士生|本科生|同学|老师|教师|讲师|博士|员工|职工|工人|干部|队员|球员|运动员|志愿者|村民|居民|业主|(?<![驻国席权])代表|会员|社员|医生|护士|工程师|编辑|战士|民警)$"
)
# Deputies and members of the standing committee of a party committee: a handful at a time, so that hardly two have one name.
_FEW = re.compile(
    "^(?:常务|执行|党[委组]|市委|省委|县委|区委)*副(?:[省市区县州厅局处部司署镇乡]长|书记|主席|主任|校长|院长|所长|行长|总经理|总裁|秘书长|会长|台长|社长)$|^(?:新闻)?发言人$"
)
_COMMITTEE = re.compile("^(?:市委|省委|县委|区委|党委|党组)?常委$")
_OF_PROVINCE = re.compile("^(?:(?:省委|市委|自治区党委|区党委)?书记|代?省长|代?市长|(?:代|自治区)?主席|行政长官)$")
_MINISTRY = re.compile(
    "^(?:中华人民共和国.+[部委会署院行]|国家.+(?:委员会|总局|署)|中共中央.+部|中国人民银行|中华人民共和国国务院)$"
)
_OF_MINISTRY = re.compile("^(?:部长|主任|局长|署长|行长|审计长|检察长|首席大法官|总理|副总理|国务委员)$")
_HIGH = re.compile("书记|省长|市长|主席|部长|常委|主任|政治局委员|国务委员|总理|副总理")


@lru_cache(maxsize=50_000)
def is_unique(title: str, body: str = "") -> bool:
    """Whether a body (its name, where known) has one such person at a time."""
    return bool(_UNIQUE.match(title)) and not (title == "书记" and body.endswith("书记处"))


@lru_cache(maxsize=50_000)
def is_national(body: str, title: str, country: bool) -> bool:
    """Whether the whole nation knows who holds the post, so that articles name the holder without it.

    ``body`` is the key of the body, ``country`` whether that is a country.
    """
    if country:
        return bool(_HEAD_OF_STATE.match(title))
    return body in _NATIONAL and bool(_LEADER.match(title))


@lru_cache(maxsize=50_000)
def is_head(title: str) -> bool:
    """Whether the leader of a country's party, state, government or parliament is called so."""
    return title in {"总书记", "国家主席", "主席", "总理", "委员长"}


@lru_cache(maxsize=50_000)
def is_territorial(title: str) -> bool:
    """Whether the post ties its holder to the place of the body: nobody holds two such in distant places at once."""
    return bool(_TERRITORIAL.search(title)) and "记者" not in title


@lru_cache(maxsize=50_000)
def is_high(title: str) -> bool:
    """A leading post, where the body is of a province, a ministry or the centre."""
    return bool(_HIGH.search(title))


@lru_cache(maxsize=50_000)
def is_of_few(title: str, body: str) -> bool:
    """Whether a body (its key) has but a handful of such people at a time: 副市长, 市委常委; not 全国政协常委, of whom it has hundreds."""
    return bool(_FEW.match(title)) or (bool(_COMMITTEE.match(title)) and body.endswith(":委"))


@lru_cache(maxsize=50_000)
def is_top(title: str, body: str) -> bool:
    """Whether the post is the head of a province or of a ministry: some hundred people in the whole country at a time.

    ``body`` is the key of the body: a province's is its code of two digits and ":" (its party committee's ends in 委).
    """
    if len(body) > 2 and body[:2].isdecimal():
        return body[2:] in {":", ":委"} and bool(_OF_PROVINCE.match(title))
    return bool(_MINISTRY.match(body)) and bool(_OF_MINISTRY.match(title))


@lru_cache(maxsize=50_000)
def is_of_many(title: str) -> bool:
    """A role that hundreds of one body have at once (学生, 职工), no office."""
    return bool(_MANY.search(title))
