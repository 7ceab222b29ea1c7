"""Who is a person and who is not, and where names of persons and bodies end: invented sentences, each with its mentions."""

from __future__ import annotations

from functools import cache

import pytest

from kgnews.annotate import annotate
from kgnews.paths import schema_dir
from kgnews.records import Article, Mention
from kgnews.schema import Terms, load_terms


@cache
def terms() -> Terms:
    return load_terms(schema_dir())


def mentions(text: str) -> list[Mention]:
    return [one for sentence in annotate(Article("a", text), terms()).sentences for one in sentence.mentions]


def persons(text: str) -> set[str]:
    return {one.form for one in mentions(text) if one.label == "Person"}


PERSONS = [
    # words that are tagged as names, or begin with a surname that is a verb, preposition or measure word too
    ("法学院班子成员、师生党支部书记、师生党员代表等参加了总结。", set()),
    ("全校共有57名教师荣获教学名师称号。", set()),
    ("公布首届青山大学教师师德先进集体评选结果。", set()),
    ("商务部新闻发言人应询发表谈话。", set()),
    ("班子成员包联村庄。", set()),
    ("南非体育部长曾否认存在贿选行为。", set()),
    ("曾庆平指出，市长曾否认此事。", {"曾庆平"}),
    ("副主席吕方平、曾恬静，秘书长叶挺茂出席。", {"吕方平", "曾恬静", "叶挺茂"}),
    ("院长胡明远向教职工介绍了情况，向大家表示祝贺。", {"胡明远"}),
    ("50余位教职工参加，40位顶尖科学家发言。", set()),
    ("加州大学舒晓玲教授受邀来社会学系举行讲座。", {"舒晓玲"}),
    ("市委书记应勇明、检察长任建国出席。", {"应勇明", "任建国"}),
    ("香港特区政府保安局局长朱家明说。", {"朱家明"}),
    # a name and the word behind it
    ("上午同泰国总理莎拉通电话。", {"莎拉"}),
    ("英国首相特雷莎·梅对史密斯表示支持。", {"特雷莎·梅", "史密斯"}),
    ("研究院院长高原认为，这很好。", {"高原"}),
    ("应东盟轮值主席国印度尼西亚总统佐科邀请，代表团出席会议。", {"佐科"}),
    ("管理局局长范力任组长，工商总局司长任副组长。", {"范力"}),
    ("女包创始人张文君刚开始做外贸。", {"张文君"}),
    ("统战部常务副部长张裔炯作的关于人事的说明。", {"张裔炯"}),
    ("祝贺同志们当选连任中国主席。", set()),
    ("越南总理操控复兴号体验。格鲁吉亚总理加里巴什维利出席。", {"加里巴什维利"}),
    ("荷兰国王威廉-亚历山大出席，联席主席比尔·盖茨时常到访。", {"威廉-亚历山大", "比尔·盖茨"}),
    ("王伟明主席在河内主席府同越南国家主席陈大明会谈。", {"王伟明", "陈大明"}),
    ("应东盟轮值主席国老挝国会主席赛宋蓬邀请出席。", {"赛宋蓬"}),
    ("被拘留的司机，行长访华团，安静躺在床上，生态文明观念。", set()),
    ("王明教授向红河大学赠书。", {"王明"}),
    ("欧盟委员会副主席东布罗夫斯基斯说。", {"东布罗夫斯基斯"}),
    ("西摩尔·霍夫曼认为，项目由龙湖·蔚澜香醍开发。", {"西摩尔·霍夫曼"}),
    ("留学中心总监孙晶孙女士介绍，车辆在万州长江二桥上坠江。", {"孙晶"}),
    ("参议员卡尔·莱文却对此表示不满。", {"卡尔·莱文"}),
    # names with a make of their own
    ("村主任边巴次仁说，副县长泽仁桑珠也到场。", {"边巴次仁", "泽仁桑珠"}),
    # names of other peoples of China
    ("市委副书记孟和巴雅尔出席，副市长那顺德力格尔、白音查干参加。", {"孟和巴雅尔", "那顺德力格尔", "白音查干"}),
    ("自治区副主席阿依努尔·买买提出席开幕式。", {"阿依努尔·买买提"}),
    ("合作社理事长吐尔逊江·依明、副主任医师库尔班江·艾山到会。", {"吐尔逊江·依明", "库尔班江·艾山"}),
    ("聘请民族学院副教授古丽娜·阿不都为特邀检察官助理。", {"古丽娜·阿不都"}),
    ("青山县教育体育局局长吉克拉日表示，团县委书记海来阿英主持。", {"吉克拉日", "海来阿英"}),
    ("日本京都大学副教授原田浩二所做的调查。", {"原田浩二"}),
    ("医师会会长横仓义雄呼吁政府采取措施。", {"横仓义雄"}),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS, ids=[text[:14] for text, _ in PERSONS])
def test_persons(text: str, expected: set[str]) -> None:
    assert persons(text) == expected


BODIES = [
    ("由广西横州市人民政府主办的活动。", "广西横州市人民政府"),
    ("新东方儿女学会创会理事长王明致辞。", "新东方儿女学会"),
    ("疫情期间，青山学院副院长王明说。", "青山学院"),
    ("国家市场监督管理总局反不正当竞争局负责人王明表示。", "国家市场监督管理总局反不正当竞争局"),
    ("总统正式授权蓝白党领导人王明组建新政府。", "蓝白党"),
    ("追觅科技（苏州）有限公司创始人王明介绍。", "追觅科技（苏州）有限公司"),
    ("航天科工深圳（集团）有限公司总经理王明说。", "航天科工深圳（集团）有限公司"),
    ("海泰新能源朔州有限公司总经理王明说。", "海泰新能源朔州有限公司"),
    ("北京建筑公司经理王明出席。", "北京建筑公司"),
    ("还有东山学校教务处副处长王明出席。", "东山学校教务处"),
    ("由广东省科学技术厅、发展改革委和农业农村厅联合印发文件。", "广东省农业农村厅"),
    ("台州市税务局、医保局召开会议。", "台州市医保局"),
    ("辽宁省卫生健康委联合省财政厅发布方案。", "辽宁省卫生健康委"),
    ("科右中旗人民政府旗长王明出席。", "科右中旗人民政府"),
    ("项目汇报北京大学新闻学院副教授王明作了发言。", "北京大学新闻学院"),
]


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=[text[:14] for text, _ in BODIES])
def test_bodies(text: str, expected: str) -> None:
    found = {one.name for one in mentions(text) if one.label == "Organization"}
    found |= {post.body.name for one in mentions(text) for post in one.posts if post.body is not None}
    assert expected in found
    assert not [name for name in found if expected in name and name != expected]
