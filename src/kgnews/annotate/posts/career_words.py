"""How Chinese news says that somebody takes, holds or leaves a post: the expressions of ``careers``."""

from __future__ import annotations

from kgnews.expressions import expression

APPOINTED = (
    r"续聘为?|履新|当选为?|当选了|出任|就任|接任|升任|调任|继任|转任|改任|获任|新任|(?:被|获|"
    r"获委)?(?:任命|委任|聘任|选举|推选|推举|选|聘|评选|增选|增补|补选)为|受聘(?:为|担任)?|获聘(?:为|"
    r"担任)?|获选(?:为)?|荣任|升为|晋升为?|重新担任|开始担任"
)
FORMER = (
    r"退休前[是为任]|退休前担任|退休前曾任|此前[是为任]|此前担任|之前是|生前[是为任]|生前担任|原为|原是|曾任|历任|曾担任|曾是|曾为|先后(?:任|担任|出任)|曾先后(?:任|担任)|原任|曾兼任|曾出任|"
    r"曾就任|曾历任|(?<![谢送对向与和由将])(?:卸任|离任)|辞去了?|辞任|不再担任|不再兼任|卸下|被免去|卸去|历经"
)
PRESENT = (
    r"作为|连任|蝉联|现担任|现任|担任过?|兼任|(?<![时责主信胜委选聘现曾历原新兼担出就接继调升转改获卸辞离连并继留])任|"
    r"身兼|身为|(?<![当叫])做|系|是|为|现为|现是|并任|同时任|同时担任|还是|也是|并担任"
)
VERB = expression(rf"(?P<appointed>{APPOINTED})|(?P<former>{FORMER})|(?P<present>{PRESENT})")
TAIL = expression(
    rf"(?:(?P<appointed>{APPOINTED})|(?P<former>{FORMER})|(?P<present>{PRESENT}))(?:了|新一任|"
    rf"新一届|第.{{1,4}}[届任]|该|本)?[的]?$"
)
ADVERBS = expression(
    r"(?:正式|同时|在|于|还|再次|并|也|又|则|已|已经|(?:于|自|从)?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|"
    r"开始|以来)?|(?:到|至|—|-)\d{4}年(?:\d{1,2}月)?(?:间|期间)?|于?\d{1,2}月\d{1,2}日|当日|今天|日前|近日|目前|一直|连续|全票|高票|以[^，。；]{1,12}票|成功|之后|随后|此后|"
    r"后|先生|女士|同志|"
    r"（[^）]{1,20}）|将|现|，|等(?:\d{1,3}[人位名])?)*$"
)
NOT_YET = expression(
    r"(?:将|拟|有望|或将|可能|候选|提名|没有|并非|不是|不|未|希望|准备|打算|建议|要求|如果|假如|若)(?:[^，。；]{0,3})$|(?:可以|能够|有权)[^，。；]{0,16}$"
)
NOMINATED = expression(r"(?:提名|推荐|拟任命|建议任命|有意任命)[^，。；]{1,20}$")
# 致函甲，祝贺他再次当选: who is meant is not the subject of the sentence, and stands anywhere before.
OTHER_ONE = expression(
    r"(?:祝贺|恭贺|恭喜|支持|推举|推选|选举|欢迎|提名|推荐|邀请|聘请|得知|对)(?:他|她|您|你)(?:们)?(?:再次|成功|高票|顺利|连任|[，\s])*$"
)
NAMED_AS = expression(
    r"(?:决定)?(?P<verb>任命|决定|聘任|聘请|委任|选举|推选|推举|选举产生|补选|增选|推荐并选举|聘|"
    r"选)：?(?P<who>(?:(?!聘任|任命|兼任|担任)[^。；为]){2,60}?)(?:等\d*[人位名]?)?(?:同志|女士|先生)?(?:分别)?(?:继续)?(?:为|"
    r"担任|出任|兼任)(?:新一任|新一届)?$"
)
REMOVED = expression(
    r"(?:免去|撤销|免除|解除|罢免|撤去)：?(?P<who>[^，。；]{1,24}?)(?:同志|先生|"
    r"女士)?(?:（[^）]{1,10}）)?(?:所?担?任?的|兼任的|兼?)?$"
)
TERM = expression(r"(?:第[一二三四五六七八九十\d]+[届任]|非[营盈]利性?(?:机构|组织|团体))$")
BY = expression(r"(?:一职|职务|的职务)?(?:由|的是|是|名叫|叫|叫做|为|：)")
AFTER = expression(r"[，。；）、！？ \n”.【]|$|一职|职务|的")
# 副主任由甲、乙担任; 主任、副主任分别由甲、乙担任.
GIVEN_TO = expression(
    r"(?:一职|职务)?(?P<each>分别)?由(?P<who>[^，。；：由]{2,90}?)(?:等\d*[人位]?)?(?:同志)?(?:分别)?(?:担任|出任|兼任|接任)(?!过)"
)
RENEWED = expression(r"换届|选举|聘任|聘书|当选|产生|任命|新一届|推选")
ORDER = expression(r"任命|决定|聘任|聘请|委任|选举|推选")
VITA = expression(r"([\u4e00-\u9fff·]{2,10})(?:，[男女]，|（[男女]）?，?|，[^，。]{1,3}族，)")
# What follows the subject of a career, before the verb: a date, an adverb.
GOES_ON = expression(
    r"\d|在|于|曾|自\d|自从|从|此前|之前|目前|现|刚|已|一直|先后|同时|正式|去年|今年|日前|近日|当时|不仅|重回|加入|再次|随后|后来|又|还|也|被|获|则|便|就"
)
AGED = expression(r"(?:现?年?\d{2,3}岁|[5-9]0后|\d{2}后|出生于[^，。]{2,14})的")
CONVENED = expression(r"(?:召开|举行|举办|产生|新一届|了|的)+$")
REPLACED = expression(r"(?:接替|取代|代替|顶替|接任)[^，。；]{0,14}$")
BEFORE_MARK = expression(r"[、，。：\n]([\u4e00-\u9fff]{2,3})$")
CONGRESS = expression(r"第[一二三四五六七八九十百\d]+[次届][^，。；\n]{0,30}(?:大会|会议|全会|理事会|委员会)")
LISTED_NAME = expression(r"([\u4e00-\u9fff]{2,3})(?=、|（|$|同志|先生|女士|(?:和|及|以及)[\u4e00-\u9fff]{2,3}$)")
OBITUARY = expression(r"(?:^|[ 　])(?P<who>[\u4e00-\u9fff]{2,3})同志(?:在[\u4e00-\u9fff]{2,4})?(?:因病)?逝世$")
LONE = expression(r"(?:^|[：:\n。；])[ ]*([\u4e00-\u9fff·]{2,8})[ ]+$")
ABOUT = expression(r"(?:教授|老师|博士|先生|女士|院士|研究员)?(?:个人)?(?:简介|介绍)：$")
PRONOUN = expression(r"(?:其|他|她|本人|该同志)$")
# 你担任…以来; 祝贺他当选: said to or of somebody whom the sentence does not name as its subject.
ADDRESSED = expression(r"(?:你|您|阁下|贵方|我们|他们|(?:祝贺|祝愿|对|向|为|给|与|和|请|让|由|支持|欢迎|感谢|同)(?:他|她))$")
# 同时，他还是; 甲是厂长，也是…: the subject is not told again.
ITSELF = expression(r"(?:^|[，。；])(?:他|她|其|同时|此外|另外)?(?:本人)?$")
# 作为甲市市长，李四…; 在任甲市市长期间，李四…
IN_FRONT = expression(
    r"(?:(?:^|[，。；：“])(?:如今|现在|同样)?(?:作为|身为)|(?P<period>(?:^|[，。；：])在?(?:任|担任|出任|任职)))$"
)
# 在…任上被查, 从…岗位离职, 坐上…的位置.
IN_OFFICE = expression(
    r"(?:的)?(?:任上|任内|岗位上?|职位上?|职务上?|一职上?|位置上?|任期内)(?=[，。；、]|[\u4e00-\u9fff])[^，。；]{0,6}"
)
IN_OR_FROM = expression(r"(?:在|从|自|于|坐上了?|升到|升至|做到|干到)$")
COUNTED = expression(
    r"(?:^|[，。；：])(?P<who>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*(?:和|、|及)[\u4e00-\u9fff]{2,4})"
    r"(?P<number>[两三四五六七八九])[位名]$"
)
LEFT = expression(r"离[职任开]|退休|退下|卸任|辞职|辞去|调离|被免|落马|去职|下台")
WHILE_IN = expression(r"(?:(?P<period>期间|的时候|时)，?|，)")
DELEGATION = expression(r"的(?P<body>[\u4e00-\u9fff、]{2,24}?(?:代表团|访问团|访华团|考察团|友好团))")
JOINED = expression(
    r"(?:加入|进入|调入|调至|调到|派驻到|派往|前往|入职|回到|来到|受邀到|北上|南下|空降|跨省到|(?<=[，。年月日])[在到赴])$"
)
IN_BODY = expression(r"(?:曾|先后|分别)*[在赴到]$")
# 主讲人：李四 / 【主讲】李四教授, and what ends such a line of a poster.
LABELLED = expression(r"(?:[：】]|主讲人|评议人|主持人|嘉宾)$")
LINE_END = expression(r"[，。；）！？ \n【（]|$|时间|地点|评议|主持|主讲|题目|主办|报告|讲座|嘉宾|简介")
# 人民网副总裁甲受聘担任委员: such a post is hardly one of the body that the holder comes from.
# 甲社社长李四担任名誉理事长, 某学院书记王五任团长: such posts are of what is founded or travels there.
OF_NEW_BODY = (
    "理事长",
    "团长",
    "领队",
    "总干事",
    "组长",
    "召集人",
    "指导教师",
    "带头人",
    "总指挥",
    "审判长",
    "公诉人",
    "首席专家",
    "首席科学家",
)
OF_ANOTHER = frozenset(("委员", "成员", "理事", "评委", "顾问", "会长", "主编", "副主编", "会员", "评审", "导师"))
