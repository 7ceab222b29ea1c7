"""What one event is called so far in an article, which forms can point at it, and the name that all its mentions get."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgnews.annotate.events.names import agree, core, fuller, numbers, without_part
from kgnews.expressions import expression
from kgnews.records import Mention

VAGUE = frozenset({"会议", "大会", "活动", "论坛", "会", "比赛", "大赛", "仪式", "展会", "展览", "竞赛", "赛事"})
_SPEAKING = frozenset({"meeting", "press", "ceremony", "lecture", "training", "session"})
_GATHERING = expression(r"论坛|典礼|仪式|(?<!阅兵)式$|讲座|班$|研讨|座谈|交流")
_MARKED = expression(r"[“《”》]|(?:19|20)\d\d|第?[一二三四五六七八九十百\d]+[届次期季]|首届|国际|世界|全球|中国|全国")
_COMMON = expression(
    r"(?:会议|座谈会|发布会|记者会|仪式|培训班|培训|讲座|推进会|部署会|动员会|工作会|调度会|通气会|吹风会|例会|党课|"
    r"典礼|开幕式|闭幕式|研讨会|交流会|见面会|招待会|报告会|演练|比赛|活动|晚会)$"
)
_OF_ITS_OWN = frozenset({"舞会", "晚会", "乐会", "灯会", "庙会", "书展", "画展", "车展"})  # a ball is no gala
OF_A_CLASS = expression(r"(?:开班|开营|开学)(?:式|仪式)")


@dataclass(slots=True, eq=False)
class Cluster:
    """What one event is called so far. ``held``: some mention says that it takes place.

    ``names``: what its mentions call it, each name once, in order; ``telling``: those that say more than 会议;
    ``host``: the body that convened it; ``own``: the house's, with no other name so far (我省|会议); ``marked``: one of
    them has a year, an edition, quotes or the like.
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
    own: bool = False
    host: str = ""
    names: dict[str, None] = field(default_factory=dict)
    telling: dict[str, None] = field(default_factory=dict)
    marked: bool = False

    @property
    def strong(self) -> bool:
        """Whether it has a name of its own, or was said to be held in so many words."""
        return self.introduced or self.marked

    def agrees(self, name: str) -> bool:
        """Whether no edition or year in ``name`` contradicts what the event is called: 第三届甲展 is not 甲展 of 第二届甲展."""
        return all(agree(name, known) for known in self.names)

    def name(self, mention: Mention) -> None:
        """Add a mention with a name."""
        name = mention.name or mention.form
        self.named.append(mention)
        if name in self.names:
            return
        self.names[name] = None
        self.marked = self.marked or _MARKED.search(name) is not None
        if name not in VAGUE:
            self.telling[name] = None


def fits(mention: Mention, kind: str, cluster: Cluster) -> bool:
    """Whether a pointing form of that kind can mean the event."""
    form = mention.form
    if cluster.kind == "session" and form not in ("会", "会议", "大会", "开幕式", "闭幕式", "开幕会", "闭幕会"):
        return False
    if form in ("活动", "开幕式", "闭幕式", "颁奖仪式", "颁奖典礼", "启动仪式", "仪式", "开幕会", "闭幕会", "现场") or (
        "determined" in mention.tags and kind == "activity"
    ):
        return True
    if OF_A_CLASS.fullmatch(form) and cluster.kind in ("training", "lecture"):
        return True
    if form in ("会", "会议", "大会") or (kind in ("meeting", "press") and mention.tags & {"weak", "determined"}):
        return cluster.kind in _SPEAKING or bool(_GATHERING.search(next(iter(cluster.names))))
    if kind == "ceremony" and cluster.kind == "ceremony":
        return True
    tail = form[-2:]
    if tail in _OF_ITS_OWN and not any(tail in name for name in cluster.names):
        return False
    if any(core(name).endswith(tail) or form in name for name in cluster.names):
        return True
    return kind == cluster.kind and (kind in ("contest", "show", "training", "lecture") or form in ("论坛", "峰会", "年会"))


def name_all(cluster: Cluster) -> None:
    """Give all mentions of the event its best name, and tags for what it is."""
    strong = [m for m in cluster.named if not m.tags & {"weak"} and m.form not in VAGUE] or cluster.named
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
