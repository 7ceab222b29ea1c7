"""Who is at the meeting that a story reports: known by where it places them, or by their posts where it reports nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgnews.annotate.events import reports
from kgnews.annotate.scenes.visiting import Visit
from kgnews.expressions import expression
from kgnews.records import Mention, Sentence

_SPEAKING = frozenset({"meeting", "press", "ceremony", "lecture", "training"})
_TITLES_LEFT = expression(
    r"(?:^|[，。；：”])(?:来自)?[^，。；：由对向与和同据被让请给为把将从就说听在要会领按照]{0,30}"
    r"(?:、[^、，]{0,6}|学者|研究生|本科生|博士生|硕士生|学生|同学|代表|支部的?|校友|院友|系友|航天员|老师|教师|教授|专家|嘉宾|理事|律师|学院的?|讲师)$"
)
_WRITTEN = expression(r"(?:他|她|两人)?在?[^，。；：]{0,6}(?<![诚守])信(?:件|函)?[中里]，")  # 在信中，甲勉励同学们
# What little a title leaves at the start of its clause: 督导|专家甲教授解读某报告, 随后|院长甲.
_LITTLE_LEFT = expression(
    r"^(?:(?:会上|随后|最后|首先|接着|此外|同时|其次)，)?[^，。；：、“”由对向与和同据被让请给为把将从就说听在要会领按照围]{1,4}$"
)
_LEADER = expression(r"总书记|国家主席|^[\u4e00-\u9fff]{2,4}主席$")
_QUOTED_LEADER = expression(r"总书记[^，。]{0,12}(?:指出|强调|说|曾|要求)|曾(?:经)?(?:指出|说过|强调)")
_TOLD_PRESENT = expression(r"出席|参加|主持|致辞|讲话|发言|与会|到会|作[了]?[^，。]{0,20}报告")
_GUEST = expression(r"(?:代表|专家|嘉宾|学者|参会者|与会者|委员|教授|院士|博士|先生|女士|校友|院友|系友)$")
# Who is at a talk among equals; at a ceremony or a course a journalist may have asked them.
_MEMBER = expression(r"(?:同学|学生|毕业生|(?:博士|硕士|研究|本科)生|学员|航天员|老师|教师|班主任)$")
_TALK = expression(r"论坛|研讨|交流|座谈|对话|会议")


@dataclass(slots=True)
class Story:
    """What holds while a section is read."""

    current: Mention | None = None
    lead: str = ""
    told: int = -1
    asks: bool = False
    headed: bool = False
    main: str = ""
    flat: bool = False
    today: str = ""
    meeting: bool = False
    comment: bool = False
    interview: int = -1
    interviewed: set[str] = field(default_factory=set)
    attending: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    strict: bool = False
    topic: Mention | None = None
    person: Mention | None = None
    headline: str = ""
    norm: str = ""  # of the whole text
    around: str = ""
    visit: Visit = field(default_factory=Visit)
    paragraph: int = -1
    count: int = 0


def mark_persons(sentence: Sentence, state: Story, *, interview: bool) -> None:
    """Tag the persons who are quoted at the story's meeting (present), and those named in what others say (spoken)."""
    placed = sentence.event is not None and bool(_TOLD_PRESENT.search(sentence.text))
    speaking = state.current is not None and _people_speak(state.current)
    for mention in sentence.mentions:
        if mention.label != "Person":
            continue
        name = mention.name or mention.form
        if reports.in_speech(sentence, mention) or _WRITTEN.match(sentence.text):
            mention.tags = mention.tags | {"spoken"}
            continue
        if interview:
            state.interviewed.add(name)
        elif placed:
            state.attending.add(name)
            state.interviewed.discard(name)
        if (
            state.lead
            and speaking
            and sentence.event is state.current is not None
            and _is_present(sentence, mention, name, state)
        ):
            mention.tags = mention.tags | ({"present", "opens"} if _opens(sentence, mention) else {"present"})


def _people_speak(event: Mention) -> bool:
    """Whether those quoted in a report on the event spoke there: a meeting, not an exhibition or a contest."""
    if event.tags & {"show", "contest", "session"}:
        return False
    return bool(event.tags & _SPEAKING) or bool(_TALK.search(event.name))


def _opens(sentence: Sentence, mention: Mention) -> bool:
    """Whether what stands before a person in his clause is but the rest of his titles: 长江学者、比较〔政治研究所所长甲〕."""
    before = sentence.text[max(0, mention.outer.start - sentence.start - 40) : mention.outer.start - sentence.start]
    led = mention.outer.start < mention.start and _LITTLE_LEFT.search(before) is not None
    return led or bool(_TITLES_LEFT.search(before))


def _is_present(sentence: Sentence, mention: Mention, name: str, state: Story) -> bool:
    if name in state.interviewed:
        return False
    behind = sentence.text[mention.outer.end - sentence.start - 6 : mention.outer.end - sentence.start + 16]
    if name not in state.attending and _QUOTED_LEADER.search(behind):
        return False
    if name in state.attending:
        return True
    if sentence.text.startswith("总理", mention.end - sentence.start) and name not in state.headline:
        return False  # 李克强总理要求: quoted at the meeting of another
    if state.strict and state.told != sentence.paragraph:
        return False  # the event was told late: whoever comes next need not have been there
    titled = sentence.text[mention.outer.start - sentence.start : mention.outer.end - sentence.start]
    if _LEADER.search(titled) and name not in state.headline:
        return False  # whom everybody quotes
    reported = (
        state.headed
        and not (state.asks and state.main != state.lead)
        and state.current is not None
        and state.current.name == state.lead
    )
    if state.told != sentence.paragraph and not reported:
        return False
    if mention.posts:
        state.attending.add(name)
        return True
    before = sentence.text[max(0, mention.start - sentence.start - 8) : max(0, mention.start - sentence.start)]
    if _GUEST.search(before) or (_MEMBER.search(before) and _among_equals(state)):
        state.attending.add(name)
        return True
    return mention.outer != (mention.start, mention.end)


def _among_equals(state: Story) -> bool:
    return not state.asks and state.current is not None and "座谈" in state.current.name + state.around
