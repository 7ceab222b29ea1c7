"""How newspapers mark articles: datelines, bylines, picture credits, continuation marks, page furniture."""

from __future__ import annotations

from kgnews.expressions import expression

_HAN = r"[\u4e00-\u9fff]"
_BULLET = r"[▲△▼▽◆◇■□●○►▶▷→←↑↓★☆⊙※\s]*"
# 本报讯(记者 X), 新华社北京8月20日电, 中新网兰州4月3日电(…), 央视网消息（…）：, 据新华社…电, 科技日报讯
DATELINE = expression(
    rf"{_BULLET}(?:据)?(?:本报|本刊|本网|本台|[{_HAN[1:-1]}A-Z]{{2,8}}(?:社|报|网|台|客户端|之家))(?:[^，。；！？,;!?\n“]{{0,16}}?"
    r"(?:\d{1,2}日(?:电|讯|消息)|(?:电|讯|消息)(?=[\s:：(（)）　\xa0]|记者|通讯员|题|据))|[(（][^()（）]{2,8}[)）][:：])"
)
# A dateline that only names the subject of what follows: 新华社西宁3月30日电题：…
SUBJECT = expression(rf"{_HAN}{{2,8}}(?:社|报|网)[^，。]{{0,16}}电题[:：]")
# What only the end of an article has: (完), (作者为…), （视频编辑：…）, (来源：…), （本报…日电）
FINAL = expression(
    r".*[(（]\s*完\s*[)）]|[(（](?:作者|来源|本文|视频编辑|文字编辑|编辑|责编|记者|本报记者|执笔|整理|据|原载|本报|新华社).{0,80}[)）]"
    rf"|[(（]{_HAN}[\s　]?{_HAN}{{1,2}}(?:[\s　、]+{_HAN}[\s　]?{_HAN}{{1,2}})*[)）]"
)
EDITORS = expression(r"[(（【\[]?\s*(?:本文|本版|本期)?(?:责编|责任编辑|编辑|文字编辑|校对)\s*[:：]")
# A byline that opens a text or stands on a line of its own: ▶ 本报记者 X, 文/记者X, (记者 X), 作者：X
BYLINE = expression(
    rf"{_BULLET}[(（]?(?:(?:本报|本刊|本网|本台|新华社|中新社|{_HAN}{{2,6}}(?:报|网|社))?(?:特派|特约|见习|实习|首席|驻{_HAN}{{2,6}})?"
    rf"(?:全媒体)?(?:记者|通讯员|评论员)|文[/／]|作者[:：]?|撰文[:：])[\s　:：]*"
    rf"(?P<names>{_HAN}[{_HAN[1:-1]}·\s　、,，/]{{1,40}})[)）]?"
)
SOURCE_LINE = expression(r"(?:[(（]?原标题|来源|导读|内容提要)[:：]")
MARK = expression(
    rf"{_BULLET}[(（【\[]?\s*(?P<kind>上接|下转|紧接|转)\s*第?\s*[A-Za-z]?\s*[\d一二三四五六七八九十]+\s*版{_HAN}{{0,6}}\s*[)）】\]]?{_BULLET}"
)
CREDIT = expression(
    r"(?:图片?|照片|摄影|供图|制图|漫画|题图|资料图片?)(?:来源|说明|提供|作者)?\s*[:：/／].{1,30}"
    r"|.{0,60}(?:记者|通讯员|新华社|中新社|影像中国|人民视觉)?.{0,20}(?:摄|供图|摄影|制图|/图|／图)\s*[)）]?"
    r"|[(（]?(?:图为|上图|下图|左图|右图).{0,24}[)）]?"
)
FURNITURE = expression(
    r"[(（【\[]?\s*(?:本版|本期)?(?:责编|责任编辑|编辑|版式|版式设计|校对|美编|主编|统筹|策划|本版编辑)\s*[:：].{1,40}"
    r"|(?:投稿|新闻热线|广告热线|电子信箱|邮箱|电话|邮编|网址|国内统一刊号)\s*[:：].{1,60}"
    r"|第?\s*[A-Z]?\d{1,3}\s*版?(?:[\s·|/]*(?:要闻|综合|新闻))?"
    r"|\d{4}年\d{1,2}月\d{1,2}日(?:[\s·|/]*(?:星期[一二三四五六日天]|第?\s*\d{1,3}\s*版|要闻|综合|农历.{1,12}))+"
    r"|[(（]?《.{2,12}》?\s*[(（]?\d{4}年\d{1,2}月\d{1,2}日.{0,12}版?[)）]*"
    r"|[-—–_=*~·•\s]{3,}"
)
MARKDOWN_HEADING = expression(r"(#{1,6})[ \t]+(.+?)[ \t]*#*$")
# Characters and words no sentence of news begins with: what starts so goes on from elsewhere.
HEADLESS = expression(
    r"[，、。；：！？…）)》”’】%％,;:!?·]|(?:了|的|地|得|着|们|过|之|者|性|化)(?!解|确|士|下|度|方|地|道|心|球|里)|之(?:一|间|后|前)[，,、]"
)


def is_lead(text: str) -> bool:
    """Whether a paragraph opens an article: it begins with a dateline, a byline or a note on its source."""
    return bool(DATELINE.match(text) or SOURCE_LINE.match(text) or _opening_byline(text))


def is_final(text: str) -> bool:
    """Whether nothing of the article comes after this paragraph."""
    return bool(FINAL.fullmatch(text) or EDITORS.match(text))


def is_byline(text: str) -> bool:
    """Whether a line is a byline and nothing else."""
    return len(text) <= 50 and bool(BYLINE.fullmatch(text.strip()))


def _opening_byline(text: str) -> bool:
    match = BYLINE.match(text)
    return bool(match) and (is_byline(text) or text[: match.end()].rstrip().endswith((")", "）")) if match else False)
