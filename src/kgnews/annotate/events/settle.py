"""Which event each mention means: names are grouped, and pointing forms (大会, 本次论坛, 会上, 开幕式) get their antecedent."""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken
from kgnews.annotate.base.sections import section_of, section_starts
from kgnews.annotate.base.tables import table
from kgnews.annotate.bodies.lists import Bodies
from kgnews.annotate.events.clusters import OF_A_CLASS, VAGUE, Cluster, fits, name_all
from kgnews.annotate.events.names import same
from kgnews.annotate.events.told import (
    convenes,
    invited_by,
    is_at,
    is_held,
    is_hosted,
    is_introduced,
    is_passing,
    is_planned,
    is_scene,
    is_titled,
    of_other_year,
    subject_of,
    takes_part,
)
from kgnews.annotate.places.datelines import without_datelines
from kgnews.expressions import expression
from kgnews.records import Mention

_DISCIPLINE = expression(r"(?:米|跳远|跳高|铅球|标枪|铁饼|接力|单打|双打|混双|跳绳|拔河|仰卧起坐|长跑|短跑)[^，。]{0,8}赛$")
_PART_OF = expression(
    r"^(?:全体会议|全体大会|[开闭]幕会议?|分组会议|小组会议|联组会议|预备会议|开幕式|闭幕式|开幕礼|开幕典礼|闭幕典礼|颁奖典礼|颁奖仪式|主论坛|分论坛|平行论坛|圆桌会议|"
    r"圆桌论坛)$"
)
_REACH = 120
_BESIDE = 60  # characters between an event and the words of its sentence that point at it
_LATELY = 3  # sentences within which an event without a name of its own is still the one that 会上 means
_TALKS = expression(r"会见|会谈|会晤|访问|通电话|接见|拜会")
_CONVENED = expression(r"(?:今天|昨天|日前|近日|\d+日|上午|下午)*(?:主持)?(?:召开|举行)了?$")
_OURS = expression("我[省市县区校院州镇乡]")


def settle(document: Document) -> None:
    """Set ``name``, ``antecedent`` and ``generic`` of all Event mentions; those that point at nothing are taken out."""
    for passage in document.passages:
        without_datelines(passage)
    settler = _Settler(document)
    for passage in document.passages:
        settler.read(passage)
    for cluster in settler.clusters:
        name_all(cluster)


# In this order, not in that of a set, which differs from run to run (签字仪式 is a ceremony and a signing).
_KINDS = ("show", "meeting", "contest", "ceremony", "training", "session", "activity", "lecture", "press")


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
        kind = next((kind for kind in _KINDS if kind in mention.tags), "meeting")
        introduced = is_introduced(passage, mention)
        if mention.form.endswith("活动") and not mention.name and self._of_talks(passage, mention):
            return False
        if of_other_year(passage, mention):
            return False
        found = (self._ours(passage, mention) or self._named(mention, section)) if mention.name else None
        found = found or (self._meet(section) if kind == "contest" and _DISCIPLINE.search(mention.name) else None)
        if found is None and (subject := subject_of(passage, mention)) >= 0:
            found = next((c for c in reversed(self._recent()) if any(m.outer.end == subject for m in c.named)), None)
        if found is None and kind == "lecture" and (host := invited_by(passage, mention)) >= 0:
            found = next((c for c in reversed(self._recent()) if any(m.outer.end == host for m in (*c.named, *c.pointing))), None)
        if found is None and self._points(mention, introduced):
            found = self._pointed(mention, kind, section, introduced)
            found = None if found is not None and self._elsewhere(passage, mention, found, organizations) else found
            titled = kind == "lecture" and is_titled(passage, mention)
            held = introduced or titled or (mention.form not in VAGUE and (is_at(passage, mention) or convenes(passage, mention)))
            told = len(mention.form) > 2 and takes_part(passage, mention)
            told = told or is_hosted(passage, mention)
            if found is None and not mention.name and not ((held or told) and mention.form not in ("会", "活动")):
                return False
        if found is None:
            found = self._new(mention, kind, section)
            if mention.form in ("会议", "大会") and not mention.name:
                mention.name = _of_host(passage, mention, organizations)
                found.own = _OURS.match(mention.name) is not None
        found.introduced = found.introduced or introduced
        found.host = found.host or _convener(passage, mention, organizations)
        self._join(found, mention, passage)
        return True

    def _of_talks(self, passage: Passage, mention: Mention) -> bool:
        """甲会见来华出席某会的乙。丙参加上述活动: the talks are meant, and no event that was named beside them."""
        before = passage.norm[max(0, mention.start - 3) : mention.end]
        title = self.document.title
        talks = _TALKS.search(title.norm) and not any(m.label == "Event" for m in title.mentions)
        return bool(talks) and re.search("上述|有关", before) is not None

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
            if (
                self._reachable(cluster, section)
                and any(same(mention.name, name) for name in cluster.telling)
                and cluster.agrees(mention.name)
            ):
                return cluster
        return None

    def _ours(self, passage: Passage, mention: Mention) -> Cluster | None:
        """我省召开会议 in a headline is the 全省某工作会议 of the text."""
        if not mention.form.endswith(("会议", "大会")):
            return None
        whole = passage.norm[max(0, mention.start - 24) : mention.end]
        own = (c for c in reversed(self._recent()) if c.own)
        return next((c for c in own if re.search(f"全{next(iter(c.names))[1]}[^，。；！？\\n]*$", whole)), None)

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
            if self._reachable(c, section) and not (c.section == -1 and len(self.starts) > 1) and fits(mention, kind, c)
        ]
        if OF_A_CLASS.fullmatch(mention.form):
            fitting = [c for c in fitting if c.kind in ("training", "lecture")] or fitting
        telling = (len(mention.form) > 2 and mention.form not in VAGUE) or (
            mention.form == "论坛" and "determined" in mention.tags
        )
        if "determined" in mention.tags and (near := self._in_sentence(fitting, mention)) is not None:
            return near
        called = [c for c in fitting if telling and any(name.endswith(mention.form) for name in c.names)]
        for chosen in (
            [c for c in called if c.held and c.scene],
            called,
            [c for c in fitting if c.held and not c.planned and c.scene],
            [c for c in fitting if c.held and not c.planned],
            [c for c in fitting if c.held],
            [c for c in fitting if not c.passing],
        ):
            main = [c for c in chosen if c.title] if "determined" in mention.tags or kind == "ceremony" else []
            told = main or self._told_here(chosen, mention) or chosen
            if told:
                return max(told, key=lambda c: c.last)
        return None

    def _told_here(self, chosen: list[Cluster], mention: Mention) -> list[Cluster]:
        """Those told with emphasis; 会上 long after a deed that a report lists (召开党员大会，完成选举) means the meeting of the title."""
        strong = [c for c in chosen if c.title or c.strong]
        if mention.form != "会" or not any(c.title for c in strong):
            return strong
        text = self.document.text.norm
        between = {id(c): text[max(0, c.last) : mention.start] for c in strong}
        return [c for c in strong if c.title or between[id(c)].count("。") < _LATELY or (c.marked and "\n" in between[id(c)])]

    def _elsewhere(self, passage: Passage, mention: Mention, found: Cluster, organizations: Taken) -> bool:
        """乙省委举行|报告会, where the last one told was 甲省委中心组报告会: each its own."""
        host = _convener(passage, mention, organizations)
        bodies = table(self.document.terms, Bodies)
        other = found.host or next(iter(found.telling), "")
        return min(bodies.place_prefix(host), bodies.place_prefix(other)) > 0 and host[:2] != other[:2]

    def _in_sentence(self, fitting: list[Cluster], mention: Mention) -> Cluster | None:
        """学院主办某工作坊第3次研讨会，|本期活动主题是…: the event held in the words right before, whatever the title calls another."""
        text = self.document.text.norm
        near = [
            c for c in fitting if c.held and not c.planned and 0 < mention.start - c.last < _BESIDE and mention.where == "text"
        ]
        latest = max(near, key=lambda c: c.last, default=None)
        return latest if latest is not None and "。" not in text[latest.last : mention.start] else None

    def _new(self, mention: Mention, kind: str, section: int) -> Cluster:
        cluster = Cluster(kind, section, title=section == -1)
        self.clusters.append(cluster)
        return cluster

    def _join(self, cluster: Cluster, mention: Mention, passage: Passage) -> None:
        if (mention.name and not (cluster.marked and "weak" in mention.tags)) or not cluster.named:
            cluster.name(mention)
        else:
            cluster.pointing.append(mention)
        cluster.last = mention.start if passage.where == "text" else -1
        passing = is_passing(passage, mention)
        cluster.passing = cluster.passing and passing
        cluster.planned = not cluster.title and (cluster.planned or is_planned(passage, mention))
        cluster.scene = cluster.scene or cluster.title or cluster is self.clusters[0] or is_scene(passage, mention)
        if not passing and (passage.where == "title" or is_held(passage, mention)):
            cluster.held = True


def _of_host(passage: Passage, mention: Mention, organizations: Taken) -> str:
    """中共中央政治局召开会议: the meeting has no name but its host's."""
    host = _convener(passage, mention, organizations)
    return f"{host}{mention.form}" if host else ""


def _convener(passage: Passage, mention: Mention, organizations: Taken) -> str:
    """The body right before the verb that the meeting is the object of."""
    before = passage.norm[max(0, mention.start - 10) : mention.start]
    verb = _CONVENED.search(before)
    host = organizations.ending_at(mention.start - len(verb[0])) if verb else None
    return host.form if host is not None else ""
