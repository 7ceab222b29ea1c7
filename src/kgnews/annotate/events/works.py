"""Works: 《…》, document names in quotes, titles of speeches; short names joined to the full ones.

《人民日报》 and 《求是》杂志 are media, that is Organizations. A quotation is a Work where it ends in a document head
(方案, 报告, 白皮书 …) or stands where the title of a speech stands (题为“…”的演讲, 以“…”为题; tag "speech").
"""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import add
from kgnews.annotate.base.tables import table
from kgnews.expressions import expression
from kgnews.records import Mention, Span
from kgnews.schema.terms import Terms

_BOOK = expression(r"《((?:[^《》\n]|《[^《》\n]{1,60}》){1,120})》")
_QUOTE = expression(r"“((?:[^“”\n]|“[^“”\n]{1,60}”){2,80})”")
_MEDIA = expression(
    r"(?:日报|晚报|早报|晨报|时报|快报|都市报|商报|邮报|周报|导报|周刊|月刊|杂志|电讯|新闻报|环球报|中国报|青年报|"
    r"军报|泰晤士报|世界报|通讯社)(?<!统计快报)(?<!业绩快报)(?<!工作简报)$"
)
_MEDIA_BEHIND = expression(r"(?:杂志社?|周刊|月刊|期刊|季刊|学报|报社|报纸|报(?![道告名考送]))")
# 在南非《星报》发表题为……的文章
_PRINTED_IN = expression(r"在[\u4e00-\u9fff]{0,6}\Z")
_PRINTED = expression(r"上?(?:发表|刊发|撰文)(?:了|题为|署名|的|，|文章|评论)")
_SHORT = expression(r"[（(](?:以下|下)?(?:简称|统称|称)(?:为)?[：:]?$|(?:以下|下)?简称(?:为)?[：:]?$|又称$")
_TITLED_BEFORE = expression(r"(?:题为|主题为|题目为|题目是|名为|为题目?的?|作了?|做了?|以)[：:]?$")
_TITLED_BEHIND = expression(
    r"为题|的?(?:主题|主旨|专题|特邀|学术|大会|开幕|视频|线上)?(?:演讲|讲座|报告|发言|致辞|授课|宣讲|党课|讲话|分享)"
)
_SPEECH = expression(r"题[为目是]+[：:]?$|作了?$|做了?$|发表了?$")
_BOUGHT = expression(
    r"(?:发布|印发|出台|公布|发表|颁布|制定|编制|通过|审议|推出|签署|签订|起草|下发|实施|解读|修订)[了过]?(?:解读)?$|发表的$|"
    r"及$|和$|、$"
)
_YEARS = expression(r"[（]?(?:19|20)\d\d年?(?:[—\-至]+(?:19|20)?\d\d年?)?[）]?$")
_PLAN = expression(
    r"愿景$|(?:国家|发展|旅游|环境|安全|产业|能源|数字|教育|科技|排放|转型|振兴)战略$|路线图$|(?<!电)谈话$|战略倡议$"
)
# “开源计划”服务平台 is a product.
_BRAND = expression("[\u4e00-\u9fff]{0,4}(?:平台|活动|栏目|产品|专栏|节目|品牌|服务|系列活动|系列报道|系列产品|展区|专区|频道)")
_TAIL = expression(r"（[^（）]{1,30}）$")
_VERB = r"(?:发布|发表|公布|印发|出台|颁布|推出|下发)(?:了|并实施)?(?:的|题为|新版|首份|首部)?"
_BARE = expression(
    rf"{_VERB}(?P<name>(?:20\d\d年?|第[一二三四五六七八九十\d]+[届次期批]|"
    r"首[届份]|关于[^，。；：、]{2}|(?!的|了|对|一[张份批]|历届|好|实施|落实|有关|相关|一系列|多项|系列|新的|自己|各自|上述|此|该|这)[\u4e00-\u9fffA-Za-z][^，。；：、！？“”《》（）\n了]{2})"
    r"[^，。；：、！？“”《》（）\n了]{0,40}?(?:[白蓝绿皮黄]皮书|联合声明|联合公报|联合宣言|共同宣言|行动计划|行动纲领|"
    r"实施方案|工作方案|行动方案|指导意见|实施意见|管理办法|实施办法|总体方案|"
    r"管理条例|(?:总体|发展|专项|战略|中长期|长期|五年)规划(?:纲要)?(?:修订版)?|业绩预告|业绩快报|年度报告|社会责任报告|可持续发展报告|调查报告|研究报告|发展报告|评估报告|统计公报|倡议书|"
    r"名单|榜单|指数报告|国家[\u4e00-\u9fff]{2,16}战略))(?![\u4e00-\u9fff]*(?:会|仪式|活动|结果|情况|精神)[，。举在])"
)
_LIST = expression(r"[名榜]单$")
_NAMED_LIST = expression(
    r"[“A-Za-z]|\d{4}|第[一二三四五六七八九十\d]+[届批次期]|首[批届]|国家|全国|中国|全球|世界|百强|省级|重点"
)
# 印发关于进一步规范某事的通知: a document that is called by what it is about.
_ABOUT = expression(
    r"(?:印发|发布|出台|下发|颁布|发出|公布)(?:了|的)?(?P<name>关于[^，。；！？“”《》\n]{6,70}?的(?:若干|实施|指导|暂行|补充|紧急)?"
    r"(?:意见|通知|办法|规定|决定|解释|方案|措施|通告|公告))(?=[，。；（！]|$)"
)


def document_heads(terms: Terms) -> re.Pattern[str]:
    """What a document's name ends in, from the list ``document_heads``."""
    heads = sorted(terms["document_heads"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, heads))})$")


def find(document: Document) -> None:
    """Add Work mentions (and Organization mentions for media in 《》); short names get the name of the full one."""
    heads = table(document.terms, document_heads)
    works: list[Mention] = []
    for passage in document.passages:
        found = _books(passage)
        if "“" in passage.norm:
            found += _quotes(passage, heads)
        found += _bare(passage)
        works += sorted(found, key=lambda mention: mention.start)
    _join(document, works)


def _books(passage: Passage) -> list[Mention]:
    found = []
    for match in _BOOK.finditer(passage.norm):
        inner = Span(match.start(1), match.end(1))
        there = _PRINTED_IN.search(passage.norm, max(0, match.start() - 8), match.start())
        printed = there is not None and _PRINTED.match(passage.norm, match.end()) is not None
        if printed or _MEDIA.search(match[1]) or _MEDIA_BEHIND.match(passage.norm, match.end()):
            _medium(passage, match, inner)
        else:
            found.append(add(passage, "Work", *inner, name=passage.raw[inner.start : inner.end], outer=Span(*match.span())))
            _mark(found[-1], passage.norm, match)
    return found


def _medium(passage: Passage, match: re.Match[str], inner: Span) -> None:
    behind = _MEDIA_BEHIND.match(passage.norm, match.end())
    outer = Span(match.start(), behind.end() if behind else match.end())
    mention = add(passage, "Organization", *inner, name=passage.raw[inner.start : inner.end], outer=outer)
    mention.tags = frozenset({"media"})


def _quotes(passage: Passage, heads: re.Pattern[str]) -> list[Mention]:
    found = []
    for match in _QUOTE.finditer(passage.norm):
        before = passage.norm[max(0, match.start() - 8) : match.start()]
        titled = _titled(passage.norm, match, before)
        bare = _YEARS.sub("", _TAIL.sub("", match[1]))
        if not titled and not ((heads.search(bare) or _PLAN.search(bare)) and _BOUGHT.search(before) and len(match[1]) > 3):
            continue
        if not titled and _BRAND.match(passage.norm, match.end()):
            continue
        inner = Span(match.start(1), match.end(1))
        found.append(add(passage, "Work", *inner, name=passage.raw[inner.start : inner.end], outer=Span(*match.span())))
        _mark(found[-1], passage.norm, match)
    return found


_LISTED = expression(
    r"(?:发布|公布|发表|推出|印发|出台)了?(?P<name>(?:20\d\d年?|第[一二三四五六七八九十\d]+[届批次期])?“[^“”\n]{2,30}”"
    r"(?:[\u4e00-\u9fff]{0,8}?(?:名单|榜单|排行榜|皮书|报告|倡议书?|宣言|行动计划|投资计划|发展计划|行动方案|实施方案|指数|公约)))"
)


def _titled(text: str, match: re.Match[str], before: str) -> bool:
    """题为“…”的演讲, 以“…”为题: not 以“…”为主题, which is a theme."""
    behind = _TITLED_BEHIND.match(text, match.end())
    if behind is None or len(match[1]) < 4:
        return False
    return bool(_TITLED_BEFORE.search(before)) and (behind[0] == "为题" or not before.endswith(("主题为", "以")))


def _mark(mention: Mention, text: str, match: re.Match[str]) -> None:
    before = text[max(0, match.start() - 8) : match.start()]
    behind = _TITLED_BEHIND.match(text, match.end())
    if behind and (_SPEECH.search(before) or behind[0].startswith("为题")):
        mention.tags = frozenset({"speech"})
    if _SHORT.search(before):
        mention.tags = mention.tags | {"short"}


def _bare(passage: Passage) -> list[Mention]:
    found: list[Mention] = []
    for match in (*_BARE.finditer(passage.norm), *_ABOUT.finditer(passage.norm), *_LISTED.finditer(passage.norm)):
        if _LIST.search(match["name"]) and not _NAMED_LIST.search(match["name"]):
            continue  # 最终推荐名单
        if not any(
            m.outer.start < match.end("name") and m.outer.end > match.start("name") for m in passage.mentions if m.label == "Work"
        ):
            start, end = match.span("name")
            found.append(add(passage, "Work", start, end, name=passage.raw[start:end]))
    return found


def _join(document: Document, works: list[Mention]) -> None:
    """《通知》 after 《关于…的通知》(以下简称《通知》), 《条例》 after 《…工作条例》: the short name denotes the full one."""
    full: dict[str, Mention] = {}  # by the short names that each may have, the last one told
    every: dict[str, Mention] = {}
    for mention in works:
        core = _core(mention.form)
        owner = full.get(core)
        if "short" in mention.tags:
            owner = next((every[name] for name in reversed(every) if _subsequence(core, name)), None)
        if owner is not None:
            mention.name, mention.antecedent, mention.generic = owner.name, owner, len(core) < 5
        whole = mention if owner is None else owner
        name = _core(whole.form)
        every.pop(name, None)  # the last one told stands last
        every[name] = whole
        full.update(dict.fromkeys(_short_names(name), whole))


def _core(form: str) -> str:
    return _TAIL.sub("", re.sub(r"\s+", "", form))


def _short_names(full: str) -> list[str]:
    """What a document may be called further on without being told so: its name, and up to eight characters of its end."""
    return [full, *(full[len(full) - size :] for size in range(min(8, len(full) - 3) + 1))]


def _subsequence(short: str, full: str) -> bool:
    position = iter(full)
    return all(character in position for character in short)
