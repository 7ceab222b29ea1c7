"""How profiles and résumés are worded."""

from __future__ import annotations

from kgnews.annotate.dossier import when
from kgnews.expressions import expression

NAME = (
    r"(?P<name>[\u3400-\u9fff]{2,4}?|[\u3400-\u9fff] {1,4}[\u3400-\u9fff]|"
    r"[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8})+|[\u3400-\u9fff]{5,6})"
)
YEARS = r"(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3}|民国)"
# A profile opens with a name and, right behind it, sex, birth, people or a post that is told or proposed.
OPEN = expression(
    rf" *(?:\d{{1,2}}[.、． ]|（[一二三四五六七八九十\d]{{1,2}}）|[一二三四五六七八九十]+、|[●•■◆])? *"
    r"(?:(?:个人|人物|工作)?(?:简历|简介|履历)：)? *"
    rf"{NAME}(?P<polite>同志|先生|女士|将军)?(?P<note> ?（[^（）]{{1,40}}）)?"
    r"(?:，| {1,4}|：|(?<=同志)|(?<=先生)|(?<=女士))"
    rf"(?=(?:男|女)(?:性)?(?:，|。|、| )|[\u4e00-\u9fff]{{1,4}}族(?:，|。)|{YEARS}[^，。]{{0,14}}(?:生|出生)|"
    r"生于|出生于|现任|现为|拟任|曾任|历任|性别|[\u4e00-\u9fff]{1,5}岁，|"
    r"(?:大学|本科|大专|专科|研究生|[\u4e00-\u9fff]{2,6}研究生|[\u4e00-\u9fff]{2,4}大学)(?:学历|文化)|(?:中共党员|[\u4e00-\u9fff]{2,7}人)，|"
    r"[\u4e00-\u9fff、（）]{3,60}，(?=(?:男|女)，|(?:[^。\n]{0,60}?|[^。\n]{0,30}。[^，。\n]{0,12})(?:出生|生于|年生|月生|[\u4e00-\u9fff]族)))"
)
# A life told inside an article.
REPORTED = expression(
    r"(?:(?:公开|官方|个人|相关|据)*(?:资料|简历|履历|信息)(?:显示|介绍)|据(?:介绍|了解|公开报道))[，：] *"
    rf"{NAME}(?:同志|先生|女士)?(?:，|(?=出生于|(?<!出)生于|系|{YEARS}[^，。]{{0,10}}(?:生|出生)))"
)
# An obituary: the posts once held, the name, the illness.
DIED = expression(
    r" *(?:[^，。\n]{2,30}，)*(?P<chain>(?=[^，。\n]*原)[^，。\n]{6,100}?)(?:同志|先生|女士|教授|院士)，?(?=[^。\n]{0,60}逝世)"
)
POLITE = r"(?:女士|先生|博士|医生|教授|太平绅士)"
# 以下是葉美儀的簡歷：, above a life told in running words.
LIFE_OF = expression(
    rf" *(?:以下|下列|附件?|现?附)?(?:是|为|：)? *{NAME}(?P<polite>{POLITE})?的?(?:简历|履历|个人资料)(?:如下)?：? *$"
)
# 委任區美儀擔任文化遺產廳廳長職務的依據如下：, above what Macau tells of whom it appoints.
GROUNDS_OF = expression(
    rf" *(?:委任|任命|续任){NAME}(?P<polite>{POLITE})?(?:担任|为|出任|任)"
    r"[^\n，。]{4,40}的?(?:依据|理由|理据)(?:如下)?：? *$"
)
# 葉美儀女士於一九九三年八月加入政務職系: how such a life opens.
_SINCE = rf"，?(?:现年[^，。]{{1,6}}岁，?)?(?:并?[于自由在从])?(?={YEARS}[^，。]{{1,9}}(?:加入|投身|入职|获委任|出任|进入))"
JOINED = expression(rf" *{NAME}(?P<polite>{POLITE})?{_SINCE}")
# 陳先生於一九九二年八月加入政府: whom a heading names.
THE_SAME = expression(rf" *(?P<name>[\u3400-\u9fff]{{1,2}})(?P<polite>{POLITE}){_SINCE}")
_KEYS = [
    "姓名", "性别", "民族", "出生年月日", "出生年月", "出生日期", "出生时间", "出生地", "出生", "经历", "主要经历",
    "重要经历", "曾任职务", "籍贯", "政治面貌", "党派", "学历及学位", "学历、学位", "学历/学位", "学历学位", "最高学历",
    "最高学位", "学历", "学位", "文化程度", "入党时间", "入党年月", "参加工作时间", "参加工作年月", "工作时间",
    "毕业院校及专业", "毕业院校", "毕业学校", "现任职务", "现任职", "现职务", "现职", "职务", "拟任职务", "拟推荐职务", "拟提名职务",
    "拟任职位",
    "拟任职", "拟任岗位", "拟聘职务", "拟聘岗位", "工作单位及职务", "所在单位及职务", "单位及职务", "单位职务",
    "行政职务", "党政职务", "专业技术职务", "技术职称", "职称",
    "所在单位", "工作单位", "任职单位", "所属单位", "所在部门", "所属部门", "工作部门", "所在院系", "所在学院", "所属学院",
    "所在科室", "任职情况", "任职", "主要社会兼职", "主要学术兼职", "社会兼职", "学术兼职", "社会任职", "学术任职", "社会职务", "学术职务",
]  # fmt: skip
FIELD = expression(
    r" *(?:\d{1,2}[.、．）] *|（[一二三四五六七八九十\d]{1,2}） *|[一二三四五六七八九十]{1,3}、 *)?"
    rf"(?P<key>{'|'.join(' *'.join(key) for key in _KEYS)}) *：? *(?P<value>[^\n]*)"
)
TITLED = expression(r"(?:人物简历|个人简历|简历|人物|领导简历|简介|生平)[：丨|: ]+(?P<a>[\u3400-\u9fff·]{2,12})$")
TITLED_FIRST = expression(
    r"^(?P<a>[\u3400-\u9fff·]{2,12}?)(?:同志|先生|女士|将军|院士|教授|简介|的)*(?:同志)?(?:个人|工作|"
    r"人物)?(?:简历|简介|履历|生平|个人资料)"
)
# What stands below a name on a line of its own.
BELOW = expression(
    rf" *(?:中国国籍|(?:男|女)(?:性)?(?:，|。| |$)|(?:{YEARS})[^，。\n]{{0,14}}(?:生|出生)|"
    rf"性 *别：|出生[^：\n]{{0,4}}：|民 *族：|学 *历：|经 *历：|籍 *贯：)"
)
# 个人简介：男，1973年5月生…: a heading in the line that it is of.
HEADED = expression(
    r" *(?:[一二三四五六]、)?[【\[]?(?:个人|人物|工作|专业|职业|学术|任职|主要|领导|基本|简要|干部|同志)*"
    r"(?:简历|简介|履历|信息|情况|资料|介绍|概况|简况|备注|附注|说明)[】\]]?(?:(?:：|(?<=[】\]])) *(?=[^ \n])| +(?=(?:19|20)\d\d))"
)


def unheaded(line: str) -> str:
    """The words of a line without such a heading."""
    head = HEADED.match(line)
    return line[head.end() :] if head else line


HELD = expression(
    r"(?P<verb>现任|现兼任|现为|现系|现担任|现职务?为?：?|现任职务：?|系|为|是|任职|任(?!职)|兼任|现)(?=[\u4e00-\u9fff])"
)
FORMER = expression(
    r"(?:历任|曾任|曾担任|先后担任|先后任|曾历任|原任|曾先后任|曾先后担任|曾先后在|历任过|原)：?(?=[\u4e00-\u9fff])"
)
PROPOSED = expression(
    r"(?P<verb>拟任命为?|拟任(?!命|职)|拟聘任为?|拟聘为?|拟提名(?:为|任)?|拟推荐(?:提名)?(?:为|任)?|拟提任|"
    r"拟任职务?：?|拟任职位：?|拟调任|拟提拔(?:担任|为|任)?|拟晋升(?:为|任)?|拟转任|拟交流(?:任|担任)?|拟担任|"
    r"拟平职交流任|拟进一步使用任|提名(?:为|任)|拟当选|拟选举为?|拟补选为?|拟兼任|拟平级转任|拟试用期满转任|"
    r"拟作为)：?(?=[\u4e00-\u9fff])"
)
CANDIDATE = expression(
    r"(?:的?(?:预备)?(?:提名)?(?:差额|等额)?(?:人选|候选人)(?:提名)?人?选?|职务|一职|（试用期[^）]*）|（(?:兼职?|挂职|专职|驻会|不驻会)）)+$"
)
VAGUE_PROPOSAL = expression(
    r"^(?:[省市县区]|自治区)?(?:直|管|属)|设区|乡镇|正职|副职|领导职务|领导班子|单位|正[厅处科局县]|副[厅处科局县]级|有关|"
    r"县（市|（"
)
GOES_ON = expression(
    rf" *(?:[\u3400-\u9fff]{{1,2}}(?:女士|先生|同志)|他|她)?(?:曾任|历任|现任|先后|现为|毕业于|曾担任|(?:还|并|同时)?兼任|"
    rf"{when.DATE}|{YEARS}年)"
)
PART = expression(r"[^，；。\n]+")
# What stands between the fields of a person and tells no life.
DUTY = expression(r" *(?:(?:主要|工作|分管)?(?:分 *工|职 *责|工作)：|(?:主要)?(?:主持|负责|分管|协助|协管|联系)[^\n]{3})")
_NUMBER = r" *(?:[一二三四五六七八九]、|（[一二三四五六七八九]）|\d{1,2}[.、．]|[●•■◆▲★▪◇])? *"
SCHOOLING = expression(_NUMBER + r"(?:主要|个人|本人)?(?:教育|学习|求学)(?:背景|经历|简历)：? *$")
# A study whose degree stands before it, its dates before or behind it.
SCHOOLED = expression(
    rf" *(?:[●•■◆·▪\-*]|\d{{1,2}}[.、．](?!\d)|（\d）)? *"
    rf"(?:(?P<first>(?:{when.DATE}|{YEARS}年?)(?:[^\u4e00-\u9fff，：]{{1,3}}|至)(?:{when.DATE}|{YEARS}年?)?(?:毕业)?)[：， ]+)?"
    rf"(?:(?P<degree>博士(?:研究生)?|硕士(?:研究生)?|本科|学士|大学|大专|专科)[：:] *)?"
    rf"(?P<rest>[^\n。]+?)[。；]?"
    rf"(?:[，， （]+(?P<last>(?:{when.DATE}|{YEARS}年?)(?: ?[^\u4e00-\u9fff，）]{{1,3}} ?|至)(?:{when.DATE}|{YEARS}年?))）?)?[。；]? *"
)
HEADLINE = expression(
    _NUMBER + r"(?:主要|个人|工作|任职|职业|学习|求学|教育|受教育)?(?:[与和及、]?(?:工作|任职))?(?:简历|经历|履历|历任|曾任|"
    r"教育背景|受教育情况)(?:及[^：\n]{2,6})?：? *$"
)
# Other headings of a page about one person: what stands below some of them are no posts.
SECTION = expression(
    _NUMBER
    + r"(?:主要|近年|代表性?|个人|基本|学术|社会|主持|承担|联系|专业|参与)*(?:(?P<posts>兼职|任职|职务|情况|信息|资料|简介|介绍|概况)"
    r"|研究|科研|教研|方向|领域|兴趣|成果|荣誉|奖励|获奖|论文|论著|著作|专著|项目|课题|专利|"
    r"教学|课程|招生|方式|特长|擅长|团队|称号|业绩|成绩|贡献|出诊|门诊)"
    r"(?:方向|领域|成果|情况|称号|兼职|专业|时间|信息|工作|及[\u4e00-\u9fff]{2,6}|与[\u4e00-\u9fff]{2,6})*：? *$"
)
