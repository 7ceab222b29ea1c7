"""Reports on a conference that name it late, behind thoughts or figures, and what shows that they report nothing else."""

from __future__ import annotations

from kgnews.annotate.events import reports
from kgnews.annotate.scenes.present import Story
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence

_LATE = 12  # sentences that may stand before the conference which a report is about
_CONFERENCE = frozenset({"meeting", "training", "lecture"})
_ASSEMBLED = expression(
    r"^[“\s]*(?:会上|会议上|论坛上|研讨会上|座谈会上|大会上)|与会(?:者|人员|嘉宾|代表|专家|学者|各方)|参会(?:者|人员|嘉宾|代表|专家)|"
    r"齐聚一堂|济济一堂|在(?:致辞|主旨演讲|主题演讲|发言)[中时]"
)

_SAID_ABOVE = expression(
    r"(?:上|期间)[^，。；]{0,4}(?:作出?|作了|做出?|发表)了?(?:如上|上述|以上)(?:表示|发言|表述|介绍|表态|观点|讲话)"
)


def is_assembled(sentence: Sentence, told: Mention | None) -> bool:
    """Whether a sentence behind the one that names a conference speaks of it as its report does: 会上, 与会代表, 在致辞中."""
    return (told is None or told.generic) and _ASSEMBLED.search(sentence.text) is not None


def said_there(annotated: Annotated) -> Mention | None:
    """The event of a story that tells at its end where all was said: 甲在座谈会上作上述表示."""
    found = [s for s in annotated.sentences if s.where == "text" and _SAID_ABOVE.search(s.text)]
    events = [m for s in found for m in s.mentions if m.label == "Event" and m.name]
    return events[0] if events and len({m.name for m in events}) == 1 else None


def told_late(sentence: Sentence, state: Story, told: Mention) -> bool:
    """Whether a story that begins with thoughts comes here to the conference it reports, which took place these days."""
    if state.lead or state.meeting or state.asks or state.count > _LATE or not told.tags & _CONFERENCE:
        return False
    return any(reports.these_days(m, state.today) for m in sentence.mentions if m.end <= told.start)
