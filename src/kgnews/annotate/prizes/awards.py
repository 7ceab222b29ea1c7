"""Awards: the named prizes and titles behind 荣获, 被评为, 授予 … as Award mentions, each of a list by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgnews.annotate.base.cues import cues, tried
from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken
from kgnews.annotate.base.tables import table
from kgnews.annotate.names.model import Names
from kgnews.annotate.prizes import shared as prize_shared
from kgnews.annotate.prizes.marks import GENERIC, add_award
from kgnews.annotate.prizes.titles import WINNER, Winners, honoured, honours, won
from kgnews.annotate.prizes.words import TAKEN, Deed
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_DISTINCTION = expression("示范|先进|优秀|模范|标兵|名单|名录|[国省市]家?级|重点|百强|文明|之乡|特色|称号|遗产|试点")

_NAMED = (
    "荣获|获评|获颁授?|获授|荣膺|"
    + "|".join(f"{verb}(?<![不未]{verb})" for verb in ("评为", "认定为", "命名为", "评选为", "表彰为", "确定为", "列为"))
    + "|授予(?<![不未]授予)为?|追授(?<![不未]追授)为?|入选|获批|荣[立记]|被记|[立记](?=(?:个人|集体)?[一二三特]等功)"
)
_WON = (
    "获得|斩获|摘得|摘取|夺得|勇夺|喜获|捧得|捧回|问鼎|蝉联|赢得|拿下|拿到|取得|收获|获取|颁发|颁授|当选为?|"
    "抱回|揽获|揽下|摘下|夺下|夺取|[重力首再连]夺|赢下|卫冕|屈居|登顶|膺选|获封|获选|荣登|"
    "[捧抱摘夺拿]走|捧起|捧获|抱得|抢得|勇获|拿回|夺回|摘回|[独喜]得|独享|共[享获]|分享|加冕|并列(?=第)|享受(?=国务院|政府)|"
    "获(?<![收截捕俘缴查抓破擒荣]获)(?![得评颁授取悉知益批准胜利救赠释奖刑罪])"
)
# Each alternative begins with a character, so that re looks for those only (ten times as fast); what names a prize outright sets
# the one group that there is.
_VERB = expression(
    "|".join(rf"{verb}(?:了|过)?()" for verb in _NAMED.split("|"))
    + "|"
    + "|".join(rf"{verb}(?:了|过)?" for verb in _WON.split("|"))
)
_ANY = cues("奖 并列第 津贴 捧 勋章 等功 称号 评为 授予 入选 当选 获 冠|亚|季×军 夺 摘 赢 包揽 定为 命名为")
_PRIZE = (
    r"(?:[特一二三四]等奖|优秀(?:博士|硕士|本科)?(?:学位|毕业)?论文|(?:名誉|荣誉)博士学位|最有价值(?:球员|运动员)|[金银铜大]奖|奖学金|奖教金|奖章|勋章|星章|劳动奖状|褒奖状|嘉许状|嘉奖令|紫荆章|提名奖|奖（[^（）\n]{2,16}）(?:[特一二三四]等奖)?|政府特殊津贴|奖(?![学金励状补惩杯项品级台赛池])|冠军|亚军|季军|"
    r"第[一二三四五六七八九十\d]+名|[金银铜]牌|荣誉称号|称号|先进个人|先进集体|先进单位|劳动模范|标兵|能手|文明单位|文明村)"
)
_TITLE = (
    rf"(?:{_PRIZE}|劳模|模范|讲师|工作者|党员|党务工作者|工匠|教师|名师|名?中?医|个人|村|镇|乡镇|社区|单位|企业|基地|集体|人物|青年|好人|干部|"
    r"红旗手|英雄|功臣|烈士|[三一二]等功|百强|楷模|球员|先生|最佳.{1,6}|[一二三四五六七八九十百\d]+强|名单|名录|示范(?:区|县|市|校|点|基地|企业|单位|项目)|"
    r"(?:企业|创业|科学|艺术|教育)家|员工|工人|司机|护士|医[生师]|民警|警察|军人|士兵|战士|军士|学生|少年|队员|中队|大队|支队|辅导员|班主任|志愿者|运动员|"
    r"教练员?|裁判员?|作家|歌手|演员|农民|市民|母亲|园丁|窗口|车间|班组|团队|团支部|团委|工会|户|"
    r"党组织|党支部|家庭|学校|医院|学者|专家|人才|案例|十佳|十杰|之星|使者|大使|品牌|名城|城市|县城|县|市|(?:名誉|荣誉)(?:博士|教授|市民|院士)(?:学位)?)"
)
_AFTER = (
    r"(?=[，。；！？、”）\s（]|(?<=”)(?:牌匾|证书|匾额|铭牌|奖[牌杯]|荣誉证书|铜牌)|奖杯|(?<=”)“|[\d一二两三四五六七八九十]+[项次枚个]|等|称号|荣誉|奖项|以?及|和|与|并|殊荣|，|"
    r"的(?:优异|好|佳|骄人|优秀)?成绩|的(?:还|主要|分别)?[有是为：]|的[^，。；：、“”]{2,8}(?:有|是|为|包括)|后(?=，)|的?(?:殊荣|桂冠)|\Z)"
)
_QUOTED = r"[^，。；：！？、\n“”]{{0,34}}“[^”\n]{{1,26}}”(?:(?!的)[^，。；、\n“”]{{0,14}}?{head})?"
_BEST = "(?:最佳(?:男|女)?(?:主角|配角|演员|歌手|球员|新人|导演|编剧|教练员?|射手|门将|运动员|组合|辩手|选手)|最有价值(?:球员|运动员))"
_BARE = (
    rf"(?:(?:名誉|荣誉)(?:博士|教授|市民|院士)(?:学位)?|{_BEST}|"
    r"[特一二三四]等奖|总?[冠亚季]军|第[一二三四五六七八九十\d]+名|[金银铜][牌奖]|[特一二三]等功)"
)
# 被评为省级示范性普通高中: of a rank or a distinction, whatever it is that has it.
_CLASSED = (
    r"(?:第[一二三四五六七八九十\d]+[届批])?(?:全国|国家|世界|[\u4e00-\u9fff]{0,4}?[国省市区县]级|[\u4e00-\u9fff]{0,4}?全[省市区县]|先进|优秀|示范)"
    r"[^，。；：！？、\n“”的]{2,20}(?:高中|初中|中学|小学|幼儿园|大学|高校|院校|专业|学科|课程|中心|实验室|园区|园|区|街区|景区|机构|合作社|农场|工程|项目|公司|馆|所|站|岗|号|(?<!集训)(?<!代表)(?<!国家)队|组|店|"
    r"平台|院|站点|乡村|庄园|公园|湿地|产业|窗口|部门|法庭|检察室|派出所)"
)
_PLAIN = r"[^，。；：！？、\n“”]{{2,44}}?{head}"
_ITEMS = {
    name: re.compile(rf"(?:{_BARE}(?={_AFTER})|{_PLAIN.format(head=head)}{more}|{_QUOTED.format(head=head)}){_AFTER}")
    for name, head, more in (("named", _TITLE, rf"|{_CLASSED}"), ("won", _PRIZE, ""))
}
_RELATIVE = {
    name: re.compile(rf"(?:{_BARE}|{_PLAIN.format(head=head)})(?=的[\u4e00-\u9fff“])")
    for name, head in (("named", _TITLE), ("won", _PRIZE))
}
# 曾获2009年某论文，2014年某奖: years part the items of a life.
_SEPARATOR = expression(
    r"，(?=(?:19|20)\d\d年(?![^，。；]*(?:[获夺摘捧赢]|评为|授予|入选|当选))[^，。；]{2,40}(?:奖|称号|论文|奖章)[，。；])|[一二两三四五六七八九十\d]+[项次枚个篇件][、和及]|、|以及|和|与|及|(?<=”)(?=“)"
)
_BEHIND_QUOTE = expression(r"(?:[、和与及]?“[^”\n]{2,30}”)*等?(?:国家|荣誉|光荣)?(?:称号|荣誉|奖|大奖|殊荣)杯?")
_COUNTED = expression(
    r"^(?:全部|仅有的)?[近逾超约]?[一二两三四五六七八九十百几多数\d]+[余多]?(?:[项枚个块座次名位家篇种人](?!等))"
)
_EACH = expression(r"(?![和与及]最).+?(?=(?<=[奖军牌])[和与及]最|\Z)")  # 最佳男演员奖和最佳女演员奖分别由…
_SEVERAL = expression(r"(?:[2-9二两三四五六七八九十]|1\d)[余多]?[枚项块]")
_HONOURS = expression(r"[^，。；！？\n]{4,120}?等(?:多项|诸多|国家|光荣)?(?:荣誉称号|荣誉|称号|殊荣)")  # 曾获甲、乙等荣誉
_PASSIVE = expression(r"被[^，。；]{0,16}$")
_CLAUSE = expression(
    r"荣获|获得|授予|评为|等[\d一二三四五六七八九十]+[名位家个人]|[了着]|参加|出席|举行|表示|成为|进行|支持|认可|好评|可以|需要|(?<!成)就|被"
)
_GIVEN = expression(r"(?:将|把)(?P<award>[^，。；：！？\n]{2,40}?(?:奖章?|勋章|称号|头衔|学位)”?)(?:授予|颁给|颁发给)")
# 一等奖由某某获得, 诺贝尔和平奖授予某某: the prize opens the clause.
_OPENS = expression(
    rf"(?:^|(?<=[，。；：、\n]))(?P<award>(?![将把由为])(?:[^，。；：！？、\n“”]{{0,30}}?(?:{_PRIZE}|{_BEST})|"
    rf"[^，。；：！？、\n“”将把]{{0,24}}“[^”\n，。]{{2,24}}”(?:[^，。；：！？、\n“”]{{0,10}}?(?:奖项?|称号))?))(?:则|分别|将|均|由中国|颁)?"
    rf"(?:[由被][^，。；：！？\n]{{2,80}}?{TAKEN}|(?:授予|颁给|颁发给|颁予|花落|归属)[^，。；]{{2}}|"
    r"(?:得主|获得者|获奖者)(?:则|分别|均)?[是为]|[是为](?=[^，。；：！？“”《》\n的]{2,24}[，。；]))"
)

_SET_UP = expression("[^“”]{0,16}的(?=“)")  # 首次设立的“新浪潮奖”
_BREAK = expression("[，。；：、\n]")
# What is in each of the prizes that open a clause.
_PRIZED = cues("奖 章 状 嘉奖令 冠|亚|季×军 金|银|铜×牌 称号 论文 学位 价值 最佳 先进 劳动模范 标兵 能手 文明 名")
_WITHIN = 42  # characters before it at most


def find(document: Document) -> None:
    """Add an Award mention for each prize or title that a verb of receiving or giving is followed by."""
    winners: Winners = []
    words = table(document.terms, Names).words
    deeds, announced = list[Deed](), list[Mention]()
    document.notes["winners"], document.notes["deeds"], document.notes["announced"] = winners, deeds, announced
    for passage in document.passages:
        for honour in table(document.terms, honours).finditer(passage.norm) if "全国" in passage.norm else ():
            honoured(passage, honour, winners)
        sentences = _ANY.sentences(passage.norm, passage.sentences)
        if not sentences:
            continue
        taken = Taken(passage, "Person", "Organization")
        for verb in (verb for span in sentences for verb in _VERB.finditer(passage.norm, *span)):
            named = verb.lastindex is not None
            given = verb[0].endswith(("授予", "追授")) and not _PASSIVE.search(
                passage.norm, max(0, verb.start() - 18), verb.end() - 2
            )
            at = _behind_receivers(passage, taken, verb.end()) if given else _ONE.match(passage.norm, verb.end()).end()  # type: ignore[union-attr]
            listed = [*_list(passage, at + passage.norm.startswith("的“", at), named)]
            apart = [] if listed or given else _of_somebody(passage, at, named)
            if listed or apart:
                gives = bool(given) or verb[0].startswith("颁")
                deeds.append(Deed(passage.where, *verb.span(), listed or apart, gives, bool(apart)))
        deeds.extend(prize_shared.find(passage))
        told = "获得者" in passage.norm or "得主" in passage.norm  # else no expression is tried at each character
        for winner in WINNER.finditer(passage.norm) if told else ():
            won(passage, winner, winners, words)
        for told_of in _ANNOUNCED.finditer(passage.norm) if "”" in passage.norm else ():
            announced.append(add_award(passage, *told_of.span("award")))
        for given_away in (*_GIVEN.finditer(passage.norm), *_opening(passage.norm)):
            for one in _EACH.finditer(passage.norm, *given_away.span("award")):
                told_off = _SET_UP.match(passage.norm, *one.span())
                add_award(passage, told_off.end() if told_off else one.start(), one.end())


def _opening(norm: str) -> Iterator[re.Match[str]]:
    """The prizes that a clause opens with and that go to somebody."""
    for match in tried(_OPENS, _clauses(norm), norm):
        name = match["award"]
        if not GENERIC.match(name) and not _COUNTED.match(name) and not _CLAUSE.search(name):
            yield match


def _clauses(norm: str) -> Iterator[int]:
    """Where the clauses begin that a prize may open."""
    last = -1
    for prize in _PRIZED.places(norm):
        start = max(norm.rfind(mark, max(0, prize - _WITHIN), prize) for mark in "，。；：、\n") + 1
        if start > last and (start or prize <= _WITHIN):
            last = start
            yield start


# “时代楷模”评选结果揭晓: those whom the sentence goes on to name are it.
_ANNOUNCED = expression(
    r"(?P<award>“[^”\n，。]{3,24}”)(?:荣誉称号|称号|荣誉)?(?:年度)?(?:评选|推选|获奖|入选|当选)?(?:活动)?(?:结果|名单|人选|获得者|揭晓|获奖者)"
    r"(?:[^，。；]{0,12}(?:揭晓|公布|出炉|产生|发布)|，)"
)
_ONE = expression(r"(?:[一1][枚块面座项个](?=[^，。；]{0,12}[牌奖]))?")  # 收获一枚银牌
# 授予甲公司、一家没有认出的企业等10家单位|“…”: up to the quotation.
_UNKNOWN = expression(r"[^，。；：“”《》\n的]{2,40}(?=“)")
_RECEIVERS = expression(r"等?[一二两三四五六七八九十\d]+[名位家个人][^，。“、]{0,6}|等(?!奖)|同志|烈士|[、和与及]")


def _behind_receivers(passage: Passage, taken: Taken, at: int) -> int:
    """授予甲、乙“…”称号: where what is given begins."""
    start = at
    while True:
        here = [m for m in taken.touching(at, at + 1) if m.outer.start == at]
        if not here:
            unknown = _UNKNOWN.match(passage.norm, at)
            return unknown.end() if unknown and (at > start or taken.touching(at, unknown.end())) else at
        for one in here:
            if passage.norm.startswith(("名誉", "荣誉"), one.end):
                one.outer = Span(one.outer.start, one.end)  # 授予某某|名誉博士学位
        at = max(m.outer.end for m in here)
        mark = _RECEIVERS.match(passage.norm, at)
        at = mark.end() if mark else at


def _list(passage: Passage, at: int, named: bool) -> Iterator[Mention]:
    named = named or _HONOURS.match(passage.norm, at) is not None
    pattern = _ITEMS["named" if named else "won"]
    while item := pattern.match(passage.norm, at):
        if not _is_award(passage.norm, item, named):
            return
        yield add_award(passage, *item.span())
        mark = _SEPARATOR.match(passage.norm, item.end())
        if mark is None:
            return
        at = mark.end()


def _of_somebody(passage: Passage, at: int, named: bool) -> list[Mention]:
    """获得二等奖|的张三: no mention, for what a rule takes for the receiver stands before it."""
    item = _RELATIVE["named" if named else "won"].match(passage.norm, at)
    if item is None or not _is_award(passage.norm, item, named):
        return []
    made = Mention("Award", passage.where, *item.span(), passage.raw[slice(*item.span())], Span(*item.span()))
    made.name = made.form
    return [made]


_TITLED = ("当选", "当选为", "获", "获得", "喜获")  # 获“百强企业”


def _is_award(norm: str, item: re.Match[str], named: bool) -> bool:
    text = item[0]
    if (
        _SEVERAL.search(text)
        or GENERIC.match(text)
        or _COUNTED.match(text)
        or _CLAUSE.search(text.partition("“")[0])
        or (text[0] == "的")
    ):
        return False
    before = norm[max(0, item.start() - 12) : item.start()]
    if "“" not in text and re.search("[和与]", text) and "分" in before:
        return False  # 分别获得甲组和乙组的冠军
    if text.endswith("”") and before.endswith(("命名为", "列为", "确定为", "认定为")):
        return re.search(rf"{_TITLE}”$", text) is not None
    if "“" not in text and before.endswith(("命名为", "列为", "确定为", "认定为")) and not _DISTINCTION.search(text):
        return False  # 被确定为收治医院
    return (
        named
        or not text.endswith("”")
        or _BEHIND_QUOTE.match(norm, item.end()) is not None
        or re.search(rf"(?<=.){_TITLE if before.endswith(_TITLED) else _PRIZE}”$", text) is not None
    )
