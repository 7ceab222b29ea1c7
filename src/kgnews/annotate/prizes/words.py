"""The words around a prize that tell who receives it, and those that say that nobody does."""

from __future__ import annotations

from dataclasses import dataclass

from kgnews.expressions import expression
from kgnews.records import Mention

# Behind 由甲 and 被甲: what one does who wins.
TAKEN = (
    "(?:[获夺摘捧赢独]得|斩获|收获|荣获|[夺捧摘抱拿领]走|[夺拿摘赢]下|捧起|[独共]享|共获|夺去|夺取|收入囊中|包揽|分享|分获|分得|摘取|问鼎|[捧抱]回|拿到|"
    "获(?=[，。；]))"
)

# Wishes, doubts and denials between the beginning of the sentence's clause and the verb.
NOT_SO = expression(
    r"希望|力争|争取|争创|有望|有机会|为了|倘若|如果|若能|只要|凡|均可|可(?:以)?(?=获|荣|得)|能够?(?=获)|将(?=获|被|荣|有)|(?<![模虚比])拟|申报|冲击|无缘|没有|没能|没(?=获)|未|不曾|"
    r"并非|从未|不(?=获)|错失|擦肩|谎称|冒充|自称|网传|虚假|不实|推荐|提名|候选|角逐|竞争|目标|预测|期待|祝愿|祝你|梦想|想(?:要)?(?=获|拿|夺)|"
    r"渴望|誓|会不会|能否|是否|谁|要(?=夺|拿|获)|宣布(?=获)"
)
RUMOUR = expression(r"与事实不符|不实|谣言|误传|系伪造|撤销|取消|剥夺|被收回|追回|作废|[?？]")
# What is told after the receiver and before the verb that leaves him the receiver.
ADVERBS = expression(
    r"(?:近年来|近些?年|近几年来?|多年来|分别|分(?=获|夺|摘)|各(?=获|得)|共同|同时|均|都|也|还|又|再|再次|再度|首次|第[一二三四五六七八九十\d]+次|连续[\d一二三四五六七八九十]*[年届次]?|双双|并列|最终|终于|一举|依次|则|已|已经|曾|曾经|"
    r"先后|多次|相继|陆续|顺利|成功|光荣|荣幸|有幸|意外|轻松|如愿|强势|凭实力|正式|即|就|才|更|而|并|且|近日|日前|近期|不久前|前不久|刚刚?|此前|之后|此后|随后|随即|后来|后(?=又|被|获)|"
    r"后(?=来)|去年|今年|前年|当年|当时|当天|当晚|今天|昨天|昨晚|昨日|今日|上午|下午|晚上|现场|个人|一人|独(?=得|揽)|独自|联合|荣|喜|共|其中|本届|该届|"
    r"时隔[^，。]{1,6}[年届次月](?:后|再次|再度|再|重新)?|重新|重(?=夺|获)|力(?=夺)|从而|由此|至此|累计|总共|一同|一起|代表队|参赛队|"
    r"\d{2,4}年度?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|[（(][^（）()]{0,30}[）)]|\s)*"
)
# 凭借…, 以…的成绩, 因…: all of it up to the verb says how or why.
HOW = expression(
    r"(?:凭借着?|凭着|凭|因为|因|由于|以(?!及|色列|来)|靠着?|经过|通过|作为|代表|随|同队友|与队友|和队友|携手|搭档|连同|继).*\Z"
)
WHERE = expression(
    r"(?:自|[先最]后)?(?:在|于|从).*(?:中|上|里|下|期间|内|赛|会|时|后|间|节|场|处|奖|选|比|动|目|组|届|站|评审|考核|测评|遴选)(?:中|上|里)?"
)
BY = expression(r"(?:被|受|获).*\Z")
PEOPLE = expression(
    r"(?:等)?(?:共?计?[近约]?[一二两三四五六七八九十百\d]+余?[名位人个家支所][^，。；的]{0,8}|同志|同学|老师|选手|队员|教授|教师|女士|先生|博士|组合|代表队|夫妇|夫妻|姐妹|兄弟|两?二?人|父子|母女|等|"
    r"[们一]行|医生|警官|教练|主任|院士)*"
)
# Behind the receiver these make something else the one that wins, or somebody else the one that acts.
OTHERS = expression(
    r"的|(?<!其)团队|作品|产品|项目|课题|论文|课程|成果|案例|影片|新书|品牌|学生|学子|弟子|儿子|女儿|多[人名位项]|[\d一二三四五六七八九十]+[项部篇件幅本]|率|带领|带队|指导|执导|"
    r"会见|介绍|说|表示|指出|透露|宣布|授予|颁|推荐|推出|发布|研发|研制|出品|举办|主办|承办|召开|举行|评选|公布|祝贺|看望|慰问|采访|报道|[：“”《]"
)
# 甲、乙组成的代表队: they are who wins, where the team has no name.
TEAM = (
    r"(?:两人|二人|三人|共同|联合)?(?:组成|搭档|联手|结成)的"
    r"(?:参赛|双人|双打|师生|三人)?(?:代表队|队伍|团队|组合|小组|小队|战队|赛队|队)"
)
# One who does this in the clause before does not receive what the next clause tells of.
SPEAKS = expression(
    r"(?:日前|近日)?(?:说|表示|介绍|指出|透露|宣布|认为|强调|称|公布|发布|发出|印发|决定|推出|推|研发|研制|出品|执导|导演|主持|举办|主办|承办|召开|举行|会见|看望|慰问|采访|"
    r"祝贺|授予|颁|带|率|摄|报道|的|：|“|团队|组织|作品|产品|项目|评选|表彰|为(?!了))"
)
# Of these a clause without subject tells what it is that wins, or who.
THINGS = expression(
    r"学生|学子|弟子|作品|产品|项目|新品|推出|研发|研制|发布|指导|带领|率|执导|团队|选手|记者|推荐|授予|颁|：|公布|名单"
)
# A clause without anybody, which the receiver of the clause before may step over.
NOBODY = expression(
    r"(?:\s|在|于|经|经过|凭借?|以|因|由于|通过|先后|随后|随即|此后|之后|后来|其后|后|最终|并|且|而|还|又|也|曾|已|近日|日前|今年|去年|当年|\d+(?:[:：∶比年月]|日)|从|自|多次|"
    r"连续|共|成功|顺利|主编|合编|编著|著有|立|一举|获|荣|夺|摘|被|战胜|击败|力克|力压|屈居|不敌|惜败|长期|一直|始终|坚持|扎根|从事|参加|代表|与队友|和队友|同队友)"
)
PRONOUN = expression(
    r"(?P<he>他|她)(?!们|人|国)(?:也|还|又|曾|个人|本人|先后)*|(?P<it>该|本|我|这个?|此)?(?P<kind>村里?|县|区|市|镇|乡|社区|校|学校|学院|公司|企业|医院|院|集团|单位|球队|队|团队|局|中心)"
)
KINDS = {
    "村": "村", "村里": "村", "县": "县旗", "区": "区", "市": "市", "镇": "镇", "乡": "乡", "社区": "社区",
    "校": "学院校园中", "学校": "学院校园中", "学院": "学院", "公司": "公司集团", "企业": "公司集团厂", "医院": "医院", "院": "院",
    "集团": "集团",
    "单位": "局院所队部司处站心室厂",
    "球队": "队排篮足", "队": "队排篮足", "团队": "队", "局": "局", "中心": "中心",
}  # fmt: skip


@dataclass(slots=True)
class Deed:
    """Prizes that one verb at ``[start, end)`` is followed by. ``given``: 授予甲“…”, so that who stands before it gives.

    ``apart``: 获得二等奖的张三, where the prize is no mention that rules could take for one of whoever stands before the verb.
    """

    where: str
    start: int
    end: int
    awards: list[Mention]
    given: bool
    apart: bool = False


# 10名教师被授予, and of them who steps up.
SOME = expression(r"[\d一二两三四五六七八九十百]+余?[名位][^，。；、]{0,12}?(?:被[^，。；]{0,12}|分别|均|同时|喜|荣)?\Z")
AMONG = expression(
    r"”?(?:荣誉)?(?:称号|奖章|奖杯|证书)?，(?:其中)?[^。；]{0,60}?"
    r"(?:上台领奖|登台领奖|上台受奖|上台接受|现场领奖|代表[^，。；]{0,8}领奖)"
)
# A clause that tells what its unnamed subject is, which is that of the clause before.
DESCRIBES = expression(
    r"(?:现为|现任|现系|曾任|历任|先后任|是|系|为|总部|注册资本|占地|现有|"
    r"拥有|下设|毕业于|供职于|就职于|出生于|生于|建于|始建于|创建于|成立于)(?!否)"
)
# A sentence that goes on telling of the one before.
GOES_ON = expression(
    r"\s*(?:主要|主讲|研究|著有|出版|发表|主持|担任|现任|历任|长期|曾|先后|还|又|也|随后|后来|此后|其后|多次|同年|当年|(?:19|20)\d\d年)"
)
