"""What the words around a mention of an event tell: that it takes place, that it is planned, cited, where the story is."""

from __future__ import annotations

from kgnews.annotate.base.document import Passage
from kgnews.annotate.events.clusters import VAGUE
from kgnews.annotate.events.reports import moves_on
from kgnews.expressions import expression
from kgnews.records import Mention

_HELD_BEHIND = expression(
    r"[”）》]?(?:[^，。；：！？\n]{0,24}?|[^。；！？\n]{0,8}?)(?:举行|召开|举办|开幕|闭幕|开班|开赛|开展|拉开|打响|"
    r"启动|开讲|落幕|圆满|揭幕|揭牌|上演|进行|亮相|直播|成立)"
)
_HELD_BEFORE = expression(
    r"(?:举行|召开|举办|主办|承办|协办|出席|参加|主持|组织|开展|参与|宣布|开启|迎来|与会|在|启动|"
    r"祝贺)了?(?:由[^，。]{2,30}的)?[^，。；]{0,8}?[“《]?$"
)
_INTRODUCED = expression(
    r"(?:举行|召开|举办|组织|开展|开设|举办的|召开的|举行的)了?(?:[一二三四五六七八九十两\d]?(?:场|次|期)|盛大|"
    r"隆重)?[“]?$"
)
_PASSING = expression(
    r"[”]?(?:的?(?:各项|重要|讲话)?(?:精神|部署|要求|决策|共识|成果|倡议|主题|背景)|以来|召开之际|之后|"
    r"[^，。；]{0,8}?(?:的|之)(?:背景|际)|[^，。；]{0,20}?访问之际)"
)
_PASSING_BEFORE = expression(
    r"(?:作为|借助|依托|利用|按照|根据|贯彻|落实|学习|传达|宣传|围绕|针对|继|自|参照|弘扬|纪念|对照|迎接|筹备|"
    r"备战)[^，。；]{0,16}[“《]?$"
)
# 会议决定，某会议8月24日在北京举行: another meeting, yet to come.
_PLANNED = expression(
    r"(?:(?:决定|建议|提出)[，：]?[^。！？\n]{0,30}|(?:还?将(?!军|领|士|官)|拟|计划|定期|每[年月周]|今后|未来|下一步)[^。！？\n]{0,34})$"
)
_TITLED = expression(r"(?:题为|主题为|题目为|围绕|以)[^，。]{2,60}的$")
_AT = expression(r"(?:上|中|期间)(?![述午海])")
_CONVENED = expression(r"(?:举行|召开|举办|开展)了?[^，。；]{0,8}[“《]?$")
_SENTENCE_END = expression(r"[。！？\n]")
_HOSTED = expression(
    r"的?(?:主办|承办|协办|支持|指导)(?:单位|方|机构)|[是系]?由[^。；\n]{2,100}?(?:主办|举办|合办|联办|承办|指导|发起)|(?:得到|获得?)了?[^。；，\n]{2,40}支持"
)
_TAKING_PART = expression(r"(?:出席|参加|主持)了?$")

_WHAT_IT_IS = expression(
    r"(?:[也都正将就便])?是[^，。；！？\n是]{0,50}(?:(?:举办|召开|主办|举行|发起|组织)的|的?(?:首个|首次|第一个|又一|一次|一场|一项|最大的?))"
    r"[^，。；！？\n]{0,8}$"
)
_CONVENES = expression(
    r"(?:于)?(?:[今昨]天|[今昨]日|\d{1,2}月\d{1,2}日|\d{1,2}日|当天)?(?:[上下]午|晚)?(?:[在于][^，。；！？]{2,24})?(?:隆重|成功|顺利|正式|如期|圆满)*"
    r"(?:举行|召开)(?=[，。；])"
)
# 本次论坛|有幸邀请到甲带来题为……的讲座: the lecture is what the forum is this time.
_INVITES = expression(r"(?:有幸|特别|特|还|共)*(?:邀请|请到|请来|迎来)")
_OTHER_YEAR = expression(r"(?:[去前往]年|上一?[届期次]|[往历]届)的?$")
_CLOSED = expression(r"[”》]?(?:[，。；！\n]|\Z)")


def subject_of(passage: Passage, mention: Mention) -> int:
    """Where the name ends of which the event is said to be one: 甲论坛|是我院召开的学术会议; -1 where it is not."""
    if (mention.name and len(mention.name) > 12) or not _CLOSED.match(passage.norm, mention.end):
        return -1
    said = _WHAT_IT_IS.search(passage.norm, max(0, mention.outer.start - 60), mention.outer.start)
    return said.start() if said else -1


def invited_by(passage: Passage, mention: Mention) -> int:
    """Where the event ends that invites somebody to give the lecture; -1 where none does."""
    before = _SENTENCE_END.split(passage.norm[max(0, mention.start - 160) : mention.start])[-1]
    invites = _INVITES.search(before)
    return mention.start - len(before) + invites.start() if invites else -1


def of_other_year(passage: Passage, mention: Mention) -> bool:
    """去年的|比赛: not the one that is reported."""
    return mention.form in VAGUE and _OTHER_YEAR.search(passage.norm, max(0, mention.start - 5), mention.start) is not None


def is_introduced(passage: Passage, mention: Mention) -> bool:
    """Whether a verb brings the event up as a new one: 举行了一场|座谈会."""
    return bool(_INTRODUCED.search(passage.norm, max(0, mention.outer.start - 12), mention.outer.start))


def is_titled(passage: Passage, mention: Mention) -> bool:
    """题为……的|讲座: a lecture told by its title."""
    return bool(_TITLED.search(passage.norm, max(0, mention.start - 70), mention.start))


def convenes(passage: Passage, mention: Mention) -> bool:
    """座谈会|今天在佛山召开: an event without a name that no other word has told of."""
    return bool(_CONVENES.match(passage.norm, mention.end))


def is_at(passage: Passage, mention: Mention) -> bool:
    """座谈会|上, 座谈会|期间."""
    return bool(_AT.match(passage.norm, mention.end))


def is_hosted(passage: Passage, mention: Mention) -> bool:
    """本届花博会|由甲主办, 此次研修班|得到了甲的支持: an event without another name, of this very article."""
    return "determined" in mention.tags and len(mention.form) > 2 and _HOSTED.match(passage.norm, mention.outer.end) is not None


def takes_part(passage: Passage, mention: Mention) -> bool:
    """出席|座谈会."""
    return bool(_TAKING_PART.search(passage.norm, max(0, mention.start - 6), mention.start))


def is_passing(passage: Passage, mention: Mention) -> bool:
    """Whether the event is only named: 贯彻|会议|精神."""
    text, start = passage.norm, mention.outer.start
    return bool(_PASSING.match(text, mention.end) or _PASSING_BEFORE.search(text, max(0, start - 24), start))


def is_planned(passage: Passage, mention: Mention) -> bool:
    """Whether the event is yet to come."""
    return bool(_PLANNED.search(passage.norm, max(0, mention.outer.start - 40), mention.outer.start))


def is_held(passage: Passage, mention: Mention) -> bool:
    """Whether the words say that the event takes place."""
    text, start = passage.norm, mention.outer.start
    return bool(_HELD_BEHIND.match(text, mention.end) or _HELD_BEFORE.search(text, max(0, start - 40), start))


def is_scene(passage: Passage, mention: Mention) -> bool:
    """Whether the story is at the event: it says that it took place, or goes on to it (随后, 会后, 24日下午)."""
    text, start = passage.norm, mention.outer.start
    if _HELD_BEHIND.match(text, mention.end) or _CONVENED.search(text, max(0, start - 16), start):
        return True
    return moves_on(_SENTENCE_END.split(text[max(0, start - 120) : start])[-1])
