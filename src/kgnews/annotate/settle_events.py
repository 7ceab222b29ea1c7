"""Which event each mention means: names are grouped, and pointing forms (大会, 本次论坛, 会上, 开幕式) get their antecedent."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter

from kgnews.annotate.document import Document, Passage
from kgnews.annotate.event_names import core, fuller, numbers, same, without_part
from kgnews.annotate.marks import Taken, opening
from kgnews.annotate.reports import moves_on
from kgnews.annotate.sections import section_of, section_starts
from kgnews.records import Mention

_HELD_BEHIND = re.compile(
    r"[”）》]?(?:[^，。；：！？\n]{0,24}?|[^。；！？\n]{0,8}?)(?:举行|召开|举办|开幕|闭幕|开班|开赛|开展|拉开|打响|"
    r"启动|开讲|落幕|圆满|揭幕|揭牌|上演|进行|亮相|直播|成立)"
)
_HELD_BEFORE = re.compile(
    r"(?:举行|召开|举办|主办|承办|协办|出席|参加|主持|组织|开展|参与|宣布|开启|迎来|与会|在|启动|"
    r"祝贺)了?(?:由[^，。]{2,30}的)?[^，。；]{0,8}?[“《]?$"
)
_TITLED = re.compile(r"(?:题为|主题为|题目为|围绕|以)[^，。]{2,60}的$")
_INTRODUCED = re.compile(
    r"(?:举行|召开|举办|组织|开展|开设|举办的|召开的|举行的)了?(?:[一二三四五六七八九十两\d]?(?:场|次|期)|盛大|"
    r"隆重)?[“]?$"
)
_PASSING = re.compile(
    r"[”]?(?:的?(?:各项|重要|讲话)?(?:精神|部署|要求|决策|共识|成果|倡议|主题|背景)|以来|召开之际|之后|"
    r"[^，。；]{0,8}?(?:的|之)(?:背景|际))"
)
_PASSING_BEFORE = re.compile(
    r"(?:作为|借助|依托|利用|按照|根据|贯彻|落实|学习|传达|宣传|围绕|针对|继|自|参照|弘扬|纪念|对照|迎接|筹备|"
    r"备战)[^，。；]{0,16}[“《]?$"
)
_PART_OF = re.compile(
    r"^(?:全体会议|全体大会|[开闭]幕会议?|分组会议|小组会议|联组会议|预备会议|开幕式|闭幕式|开幕礼|开幕典礼|闭幕典礼|颁奖典礼|颁奖仪式|主论坛|分论坛|平行论坛|圆桌会议|"
    r"圆桌论坛)$"
)
# 会议决定，某会议8月24日在北京举行: another meeting, yet to come.
_PLANNED = re.compile(
    r"(?:(?:决定|建议|提出)[，：]?[^。！？\n]{0,30}|(?:还?将(?!军|领|士|官)|拟|计划|定期|每[年月周]|今后|未来|下一步)[^。！？\n]{0,34})$"
)
_DISCIPLINE = re.compile(r"(?:米|跳远|跳高|铅球|标枪|铁饼|接力|单打|双打|混双|跳绳|拔河|仰卧起坐|长跑|短跑)[^，。]{0,8}赛$")
_OF_A_CLASS = re.compile(r"(?:开班|开营|开学)(?:式|仪式)")
_TAKING_PART = re.compile(r"(?:出席|参加|主持)了?$")
_CONVENED = re.compile(r"(?:举行|召开|举办|开展)了?[^，。；]{0,8}[“《]?$")
_SENTENCE_END = re.compile(r"[。！？\n]")
_REACH = 120
_ENDED = re.compile("[\n。]")
_DATELINE = re.compile(
    r"(?:(?<=\n)|\A|(?<=。)) *(?:（[^（）\n]{2,12}）)?(?:"
    r"[^，。；！？\n]{2,30}?\d{1,2}月\d{1,2}日(?:电|讯|专电|消息)|"
    r"(?:本报|本网|央视网|中新网|新华网|人民网|光明网|中国网|[\u4e00-\u9fff]{2,6}[网报社台])(?:讯|消息)|"
    r"[^，。；！？\n]{2,8}消息（[^（）]{2,6}）)(?:（[^（）\n]{2,40}）)?[：:]?"
)
_AT = re.compile(r"(?:上|中|期间)(?![述午海])")
_VAGUE = frozenset({"会议", "大会", "活动", "论坛", "会", "比赛", "大赛", "仪式", "展会", "展览", "竞赛", "赛事"})
_SPEAKING = frozenset({"meeting", "press", "ceremony", "lecture", "training", "session"})
_GATHERING = re.compile(r"论坛|典礼|仪式|(?<!阅兵)式$|讲座|班$|研讨|座谈|交流")
_MARKED = re.compile(r"[“《”》]|(?:19|20)\d\d|第?[一二三四五六七八九十百\d]+[届次期季]|首届|国际|世界|全球|中国|全国")
_COMMON = re.compile(
    r"(?:会议|座谈会|发布会|记者会|仪式|培训班|培训|讲座|推进会|部署会|动员会|工作会|调度会|通气会|吹风会|例会|党课|"
    r"典礼|开幕式|闭幕式|研讨会|交流会|见面会|招待会|报告会|演练|比赛|活动|晚会)$"
)


@dataclass(slots=True, eq=False)
class Cluster:
    """What one event is called so far. ``held``: some mention says that it takes place.

    ``names``: what its mentions call it, each name once, in order; ``telling``: those that say more than 会议;
    ``marked``: one of them has a year, an edition, quotes or the like.
    """

    kind: str
    section: int
    named: list[Mention] = field(default_factory=list)
    pointing: list[Mention] = field(default_factory=list)
    last: int = 0
    held: bool = False
    planned: bool = False
    scene: bool = False
    title: bool = False
    introduced: bool = False
    passing: bool = True
    names: dict[str, None] = field(default_factory=dict)
    telling: dict[str, None] = field(default_factory=dict)
    marked: bool = False

    @property
    def strong(self) -> bool:
        """Whether it has a name of its own, or was said to be held in so many words."""
        return self.introduced or self.marked

    def name(self, mention: Mention) -> None:
        """Add a mention with a name."""
        name = mention.name or mention.form
        self.named.append(mention)
        if name in self.names:
            return
        self.names[name] = None
        self.marked = self.marked or _MARKED.search(name) is not None
        if name not in _VAGUE:
            self.telling[name] = None


def settle(document: Document) -> None:
    """Set ``name``, ``antecedent`` and ``generic`` of all Event mentions; those that point at nothing are taken out."""
    for passage in document.passages:
        _without_datelines(passage)
    settler = _Settler(document)
    for passage in document.passages:
        settler.read(passage)
    for cluster in settler.clusters:
        _name(cluster)


def _without_datelines(passage: Passage) -> None:
    """Take out what a dateline names (新华社杭州9月22日电): it is where the story was filed, no part of it."""
    if not (lines := [line.span() for line in opening(_DATELINE, _ENDED, passage.norm)]):
        return

    def outside(mention: Mention) -> bool:
        at = bisect_right(lines, mention.start, key=itemgetter(0)) - 1
        return at < 0 or mention.end > lines[at][1] or mention.label not in ("Organization", "Place", "Date")

    passage.mentions[:] = [m for m in passage.mentions if outside(m)]


class _Settler:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.clusters: list[Cluster] = []
        self.starts = section_starts(document.text)
        document.notes["sections"] = self.starts

    def read(self, passage: Passage) -> None:
        """Group the mentions of a passage, in order."""
        dropped: set[int] = set()
        organizations = Taken(passage, "Organization")
        for mention in sorted((m for m in passage.mentions if m.label == "Event"), key=lambda m: m.start):
            section = -1 if passage.where == "title" else section_of(self.starts, mention.start)
            if not self._settle(passage, mention, section, organizations):
                dropped.add(id(mention))
        if dropped:
            passage.mentions[:] = [m for m in passage.mentions if id(m) not in dropped]

    def _settle(self, passage: Passage, mention: Mention, section: int, organizations: Taken) -> bool:
        kind = next((tag for tag in mention.tags if tag not in ("weak", "determined")), "meeting")
        introduced = bool(_INTRODUCED.search(passage.norm, max(0, mention.outer.start - 12), mention.outer.start))
        found = self._named(mention, section) if mention.name else None
        found = found or (self._meet(section) if kind == "contest" and _DISCIPLINE.search(mention.name) else None)
        if found is None and self._points(mention, introduced):
            found = self._pointed(mention, kind, section, introduced)
            titled = kind == "lecture" and _TITLED.search(passage.norm, max(0, mention.start - 70), mention.start)
            held = introduced or bool(titled) or (mention.form not in _VAGUE and bool(_AT.match(passage.norm, mention.end)))
            told = len(mention.form) > 2 and _TAKING_PART.search(passage.norm, max(0, mention.start - 6), mention.start)
            if found is None and not mention.name and not ((held or told) and mention.form not in ("会", "活动")):
                return False
        if found is None:
            found = self._new(mention, kind, section)
            if mention.form in ("会议", "大会") and not mention.name:
                mention.name = _of_host(passage, mention, organizations)
        found.introduced = found.introduced or introduced
        self._join(found, mention, passage)
        return True

    def _points(self, mention: Mention, introduced: bool) -> bool:
        if introduced and "determined" not in mention.tags and not _PART_OF.match(mention.form):
            known = any(
                cluster.held and any(name.endswith(mention.form) and name != mention.form for name in cluster.names)
                for cluster in self._recent()
            )
            return not mention.name and (known or mention.form in ("会议", "大会", "活动", "会"))
        return not mention.name or bool(mention.tags & {"weak", "determined"}) or bool(_PART_OF.match(mention.form))

    def _named(self, mention: Mention, section: int) -> Cluster | None:
        for cluster in reversed(self._recent()):
            if self._reachable(cluster, section) and any(same(mention.name, name) for name in cluster.telling):
                return cluster
        return None

    def _meet(self, section: int) -> Cluster | None:
        """The sports meet that a final of one discipline belongs to (女子组铅球决赛)."""
        meets = [c for c in self._recent() if c.kind == "contest" and c.held and self._reachable(c, section)]
        return next((c for c in reversed(meets) if any(name.endswith("运动会") for name in c.names)), None)

    def _recent(self) -> list[Cluster]:
        """The events told last: a calendar of a thousand events is not read against itself."""
        return self.clusters[-_REACH:]

    def _reachable(self, cluster: Cluster, section: int) -> bool:
        return cluster.section in (section, -1) or len(self.starts) == 1

    def _pointed(self, mention: Mention, kind: str, section: int, introduced: bool) -> Cluster | None:
        """The event that a form points at: the latest of a fitting kind that takes place, not one told in passing."""
        fitting = [
            c
            for c in self._recent()
            if self._reachable(c, section) and not (c.section == -1 and len(self.starts) > 1) and _fits(mention, kind, c)
        ]
        if _OF_A_CLASS.fullmatch(mention.form):
            fitting = [c for c in fitting if c.kind in ("training", "lecture")] or fitting
        called = [c for c in fitting if len(mention.form) > 2 and any(name.endswith(mention.form) for name in c.names)]
        called = called if mention.form not in _VAGUE else []
        for chosen in (
            [c for c in called if c.held and c.scene],
            called,
            [c for c in fitting if c.held and not c.planned and c.scene],
            [c for c in fitting if c.held and not c.planned],
            [c for c in fitting if c.held],
            [c for c in fitting if not c.passing],
        ):
            main = [c for c in chosen if c.title] if "determined" in mention.tags or kind == "ceremony" else []
            told = main or [c for c in chosen if c.title or c.strong] or chosen
            if told:
                return max(told, key=lambda c: c.last)
        return None

    def _new(self, mention: Mention, kind: str, section: int) -> Cluster:
        cluster = Cluster(kind, section, title=section == -1)
        self.clusters.append(cluster)
        return cluster

    def _join(self, cluster: Cluster, mention: Mention, passage: Passage) -> None:
        if mention.name or not cluster.named:
            cluster.name(mention)
        else:
            cluster.pointing.append(mention)
        cluster.last = mention.start if passage.where == "text" else -1
        around = passage.norm
        passing = bool(
            _PASSING.match(around, mention.end)
            or _PASSING_BEFORE.search(around, max(0, mention.outer.start - 24), mention.outer.start)
        )
        cluster.passing = cluster.passing and passing
        planned = _PLANNED.search(around, max(0, mention.outer.start - 40), mention.outer.start)
        cluster.planned = not cluster.title and (cluster.planned or bool(planned))
        cluster.scene = cluster.scene or cluster.title or cluster is self.clusters[0] or _is_scene(passage, mention)
        if not passing and (
            passage.where == "title"
            or (
                _HELD_BEHIND.match(around, mention.end)
                or _HELD_BEFORE.search(around, max(0, mention.outer.start - 40), mention.outer.start)
            )
        ):
            cluster.held = True


def _is_scene(passage: Passage, mention: Mention) -> bool:
    """Whether the story is at the event: it says that it took place, or goes on to it (随后, 会后, 24日下午)."""
    text, start = passage.norm, mention.outer.start
    if _HELD_BEHIND.match(text, mention.end) or _CONVENED.search(text, max(0, start - 16), start):
        return True
    return moves_on(_SENTENCE_END.split(text[max(0, start - 120) : start])[-1])


def _of_host(passage: Passage, mention: Mention, organizations: Taken) -> str:
    """中共中央政治局召开会议: the meeting has no name but its host's."""
    before = passage.norm[max(0, mention.start - 10) : mention.start]
    verb = re.search(r"(?:今天|昨天|\d+日|上午|下午)*(?:主持)?(?:召开|举行)了?$", before)
    host = organizations.ending_at(mention.start - len(verb[0])) if verb else None
    return f"{host.form}{mention.form}" if host is not None else ""


def _fits(mention: Mention, kind: str, cluster: Cluster) -> bool:
    form = mention.form
    if cluster.kind == "session" and form not in ("会", "会议", "大会", "开幕式", "闭幕式", "开幕会", "闭幕会"):
        return False
    if form in ("活动", "开幕式", "闭幕式", "颁奖仪式", "颁奖典礼", "启动仪式", "仪式", "开幕会", "闭幕会", "现场") or (
        "determined" in mention.tags and kind == "activity"
    ):
        return True
    if _OF_A_CLASS.fullmatch(form) and cluster.kind in ("training", "lecture"):
        return True
    if form in ("会", "会议", "大会") or (kind in ("meeting", "press") and mention.tags & {"weak", "determined"}):
        return cluster.kind in _SPEAKING or bool(_GATHERING.search(next(iter(cluster.names))))
    if kind == "ceremony" and cluster.kind == "ceremony":
        return True
    tail = form[-2:]
    if any(core(name).endswith(tail) or form in name for name in cluster.names):
        return True
    return kind == cluster.kind and (kind in ("contest", "show", "training", "lecture") or form in ("论坛", "峰会", "年会"))


def _name(cluster: Cluster) -> None:
    strong = [m for m in cluster.named if not m.tags & {"weak"} and m.form not in _VAGUE] or cluster.named
    plain = [m for m in strong if "determined" not in m.tags] or strong
    name = fuller([m.name or m.form for m in plain])
    shown = next((m for m in plain if without_part(m.name or m.form) == name), plain[0])
    unnamed = bool(_COMMON.search(name)) and not _MARKED.search(name) and numbers(name) == (frozenset(), frozenset())
    extra = ({"unnamed"} if unnamed else set()) | ({"ceremony", "meeting"} if "欢迎" in name or "宴" in name else set())
    pointing = {id(mention) for mention in cluster.pointing}
    for mention in [*cluster.named, *cluster.pointing]:
        mention.generic = unnamed or id(mention) in pointing
        mention.antecedent = shown if mention is not shown and mention.form != name else None
        mention.name = name
        mention.tags |= {cluster.kind} | extra
