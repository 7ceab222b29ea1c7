"""How posts and the bodies that they are of are worded."""

from __future__ import annotations

from kgnews.annotate.base.tables import word_set
from kgnews.expressions import expression

SEPARATOR = expression(
    r" *(?:、|，|；|/|。|(?:(?<=[长任记事席裁])|(?<=经理)|(?<=总监)|(?<=委员))(?:以及|及|和)(?=[\u4e00-\u9fff]{2})|"
    r"暨|并为|并兼任|兼任|(?<!专)兼(?!职|并|管)|并任|\.(?=\D)) *(?:兼任|兼|并任)?|"
    r"(?<=[\u4e00-\u9fff）]) +(?=[\u4e00-\u9fff])"
)
BRACKET = expression(r" ?（([^（）]{0,60})）")
LEAD = expression(
    r"(?:任职(?=[\u4e00-\u9fff]{3,})|(?P<former>原任|原|前任|时任|曾任|曾担任|历任|先后担任|先后任|先后)|现担任|现任|现为|现系|现(?![代场金])|担任|"
    r"出任|就任|转任|调任|升任|改任|兼任|任(?![丘城县])|为(?!民)|系(?![主党总统])|挂职担任|挂职任|挂任|挂职|聘为|当选为?|一直|此后|之后|随后|"
    r"以及|及(?=[\u4e00-\u9fff]{4})|期间|开始|被任命为|任命为|被选为|选为|当选|获任|接任|获?(?:晋升|擢升|委任|调升)(?:为|至)?|提任|调(?![控研度解查配剂处])|并|还(?!建)|"
    r"同时|后(?![勤备方期])|又|再(?!就业|生)|其中|"
    r"在(?![线编职]))+(?=[\u4e00-\u9fff第])"
)
TAIL = expression(r"(?:职务|一职|等职务|等职|等|的职务|人选|的职责|工作)+$")
COMMITTEE = expression(r"(?:党委|党组|党工委|工委|纪委|党总支|党支部|党支委|委员会|(?<=[省市县区州盟旗镇乡])委)$")
SECTION = expression(
    r"(?:宣传部|组织部|统战部|统一战线工作部|政法委|政法委员会|办公厅|办公室|秘书处|纪委|监委|机关党委|"
    r"直属机关党委|机关工委|团委|工会|党校|编办|网信办|文明办|"
    r"督查室|政研室|研究室|政策研究室|老干部局|人武部|武装部|财经办|改革办|外事办|巡察办|"
    r"巡察工作领导小组办公室|政府|人大|政协|人大常委会|政府党组|审判委员会|检察委员会|"
    r"[\u4e00-\u9fff]{0,8}(?<!大)(?:处|科|室|股|系|教研室|车间|编辑部|总编室|采访部|新闻部|研究部|综合部|"
    r"人事部|财务部|市场部|学生处|工作部|总支|党总支|党支部|支部)|"
    r"(?:第?[一二三四五六七八九十]+)?(?:支队|大队|中队|分公司|项目部|工程部|民事审判庭|刑事审判庭|执行局|"
    r"办案组|监督检查室|纪检监察组)|"
    r"[\u4e00-\u9fff]{1,8}(?:学院|分院|研究院|研究所)|[\u4e00-\u9fff]{1,6}庭|(?:省|市|县|"
    r"区)?直机关(?:党)?工委|工商联|总工会|妇联|科协|残联|人大机关)$"
)
# A section that names the body that it is of.
WHOLE = expression(
    r"[\u4e00-\u9fff]{2,}?(?:大学|学院|公司|集团|银行|医院|学校|委员会|政府|厂|局|厅|(?<!支)委|法院|检察院|"
    r"[^总]部)(?=[\u4e00-\u9fff]{2,})"
)
# Posts of a company or office as a whole, never of a department.
WHOLE_HEADS = expression(
    r"(?:常务|执行|高级)?(?:副?总(?:经理|会计师|工程师|经济师|审计师|裁|法律顾问)|(?:副?董|监)事长?|首席|独立董事|执行董事|董事会秘书|工会主席|副?总编辑)"
)
DEPARTMENT = expression(
    r".+(?:公司|集团|银行|厂|局|院|所|社(?!会)|台)(?=(?!有限|股份|集团|公司)[\u4e00-\u9fff]{1,8}(?:部|处|科|室|中心|车间|分公司)$)"
)
GOVERNED = expression(
    r"(?:[\u4e00-\u9fff]{0,2}公安(?:分)?局|财政局|教育局|司法局|民政局|发改委|发改局|商务局|国资委|政府办公室|"
    r"总工会|妇联|团委|科协|残联|红十字会|管委会|监委|监察委员会|人民政府|政府|人大常委会|政协|政府党组|"
    r"人武部|人民武装部)$"
)
UNIT_HEAD = expression(r"(?:代理|代|署理|副|常务副|第一副)*(?P<unit>[省市县区州镇乡旗盟])长$")
OWN_UNIT = expression(r"(?P<unit>[省市县区州镇乡旗局厅部处科院校所站社台厂司署行庭])长$")
# 物理|系主任, 夜班|编辑部主任: where no body stands before it, a title takes the part that it is of with it.
OWN_PART = expression(r"[\u4e00-\u9fff]{0,6}?(?:系|编辑部|车间|教研室)(?=(?:常务)?副?主任|副?书记)")
# 助理城市|规划师: a grade and a field, and no body.
GRADED = expression(r"(?:助理|高级|见习|首席|[一二三]级|注册)[\u4e00-\u9fff]{0,4}")
PARTY = expression(r"书记|常委|委员|秘书长|党组|党委|党工委|纪检")
# Who is elected to a congress: 某市第十六届人民代表大会代表.
DEPUTY = expression(r"[省市县区州旗镇乡国].{0,8}(?:人民代表大会|代表大会)代表$")
# 常驻联合国代表, 驻某国大使: the title, whoever sends.
POSTED_ABROAD = expression(r"常驻[\u4e00-\u9fff]{2,20}代表$")
PARTY_PREFIX = expression(r"(?:机关|直属)?(?:党委|党组|党工委|纪委|党总支|党支部)(?=(?:常务|第一)?副?书记|委员|成员)")
PARTY_BARE = expression(r"副?书记|委员|成员")
VAGUE = expression(
    r"某|^政务$|^(?:在|到|从|后|并|本|该|全|各|其他)$|单位$|有关|部队$|(?:工作|政府|直属|组成)(?:部门|机构)$|等地|相关|市直$|省直$|县直$|区直$|^(?:乡镇|街道|"
    r"县区|镇街|区县|中层|基层|企业|单位|部门|国有企业|国营事业|公营机构|民营企业|事业单位)$"
)
ORDERS = expression(r"免去|任命|不再|辞去|聘任|解聘|解除|聘请|推举|推荐|委派|撤销|罢免|另有|决定|拟任|拟提名|提名|接受|同意")
TERM = expression(r"第[一二三四五六七八九十百\d]+届")
# 该院, 本府, 我局: the body named before, or the one that speaks.
SAID_BEFORE = expression(
    r"(?P<whose>该|本(?![科部])|我|贵)(?:专业|专门|专项|分支|工作)?(?P<unit>公司|集团|中心|协会|学会|银行|医院|学校|大学|学院|法院|检察院|总队|支队|基金会|委员会|商会|[府省市县区州旗镇乡校院局厅部委办处所社台馆站队团厂矿行会系科室署司庭])"
    r"(?P<rest>(?![长级直]).*)"
)
UNITS = {"府": "政府|公所|府", "校": "大学|学院|学校|中学|小学|校", "司": "公司|司", "会": "协会|学会|会", "行": "银行|行"}
SCHOOL = expression(r"(?:大学|学院|学校|中学|小学|医院|集团|公司|局|厅|部|院|所|社|台|馆|中心|团|法院|检察院|厂)$")
SWALLOWED = {"国务委员": "国务院", "全国人大代表": "全国人大", "全国政协委员": "全国政协"}
FLAGS = (
    ("on_secondment", expression(r"挂职[^，。；）]*|援[藏疆青]|挂任")),
    ("probation", expression(r"试用期[^，。；）]*")),
    ("acting", expression(r"代理|署理|署任|主持工作")),
)


STATIONED = expression(r"驻(?P<at>[\u4e00-\u9fff]{1,16}?)(?:纪检监察组|纪检组|纪工委)$")
# Words that no name of a body has: what they stand in is a sentence.
WORDS = expression(
    r"担任|出任|曾|此后|任命|解除|闭幕|[的了将被]|一直|之后|随后|宣布|当选|归属|以及|成为|表示|参加|会议(?!中心)|"
    r"推选|转任|调任|升任|荣升|调升|接任|退休(?!干部)|其他|不存在|开始|分别|先后|[是为](?!民)"
)
# Whom a body employs without a title: what follows (、股长) is of that body.
PLACED = expression(
    r"(?:在)?(?P<body>[\u4e00-\u9fff（）]{3,30}?)(?:普通|机关)?(?:干部|干警|民警|教职工|工作人员|工人|职工|学员|战士|学生|见习生|"
    r"试用期?|借调|工作)$"
)
# 海关副关长: the head of a unit that its title repeats.
SAME_UNIT = expression(r"(?P<unit>[\u4e00-\u9fff])(?P<title>(?:副|代|常务副)?(?P=unit)长)$")
SECTION_END = expression(r"(?:处|科|室|股|系|部|中心|支队|大队|庭|组)$")
# 县　长, 副 主 任: titles set with blanks.
_SPACED = (
    r"(?:常务)?(?:副 +[省市县区镇乡局厅院校处科部所社台馆会] *长|副 +主 *任|副 +书 *记|"
    r"(?:副 *)?(?:[省市县区镇乡局厅院校处科部所社台馆会] +长|主 +任|书 +记|主 +席|经 +理))"
)
SPACED = expression(rf"(?:^|(?<=[ 、，兼]))(?:党委|党组|党支部|纪委)?{_SPACED}$")
SPACED_FIRST = frozenset("副省市县区镇乡局厅院校处科部所社台馆会主书经")
SPACED_AT = expression(rf"{_SPACED}(?=[ ：、，（]|$)")
# Fields of work before a title (新闻发言人), which before the head of a unit name the unit (新闻局长).
FIELDS = word_set(
    "财务 营销 市场 销售 设计 艺术 创意 运营 技术 教学 投资 品牌 产品 项目 人力资源 法务 公关 客户 新闻 工程 科研 战略 商务 安全 "
    "内容 研发 采购 生产 质量 供应链 党务 教务 学术"
)
HEAD_OF_UNIT = expression(r"副?[局部处厅科署司室所]长")
# What anyone may be who works or learns somewhere: no posts.
NO_POSTS = frozenset(
    {"工人", "职工", "员工", "学生", "学员", "战士", "队员", "球员", "老师", "会员", "代表", "专家", "学者", "工作人员"}
)
# What a school, hospital or institute has itself: 学位评定委员会, 药事管理委员会办公室.
COMMITTEES = (
    r"(?:[\u4e00-\u9fff]{0,8}(?:学术|学位|教学|教材|伦理|药事|专业技术职务|职称|教授|院感|感染管理|医疗质量|病案|输血|护理质量|招生|师德|编辑|"
    r"编审|校务|院务|科学技术|科技)[\u4e00-\u9fff]{0,8}(?:分?委员会|评审会))"
)
# A part of a school or company that a list of its own names without it.
PART_OF_HOST = expression(
    COMMITTEES
    + r"(?:办公室|秘书处)?|(?!.*(?:大学|公司|集团|委员会(?=.)|银行))(?:[\u4e00-\u9fff]{2,16}(?:学院|系|研究所|研究院|中心|处|部|"
    r"办公室|科|馆|厂|分公司|项目部|团委|办|分局|支队|大队|派出所|支行|分行|营业部|实验室|院|车间|矿|队|年级|年级组|教研组|学生会|研究生会|团总支|分团委)|办公室|秘书处)$"
)
CONGRESS = expression(r"(?:政协|人大|人大常委会|人民代表大会|人民代表大会常务委员会|政治协商会议.{2,12}委员会)$")
BARE = frozenset(
    [
        "公司",
        "本公司",
        "集团",
        "本集团",
        "总公司",
        "学校",
        "校",
        "我校",
        "本校",
        "本院",
        "医院",
        "局",
        "院",
        "所",
        "中心",
        "厂",
        "行",
        "社",
        "会",
        "部",
        "厅",
        "办",
        "馆",
        "本行",
        "本会",
    ]
)
# 外科学教授: of which field, not of which body.
DISCIPLINE = expression(r"(?!.*(?:大学|中学|小学))[\u4e00-\u9fff]{1,8}学")
RANK = expression(r"(?:特聘|客座|讲座|二级|三级)?(?:副教授|教授|讲师|博士生导师|硕士生导师|研究员|副研究员)")
