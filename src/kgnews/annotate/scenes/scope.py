"""Reading a text as a reader does: in whose scope each sentence stands, who is quoted there, and who the subject was.

``Sentence.event`` is the event of 会上…, of a sentence that tells of one event, or of the report's one conference; None in
an interview. A Person whom such a report quotes (甲表示) gets the tag "present": speech at the event that no word of the
sentence says, only the lead. ``Sentence.topic`` is the last subject, for 他, 该公司 and elided subjects.
"""

from __future__ import annotations

from kgnews.annotate.base.cues import cues
from kgnews.annotate.base.document import Document
from kgnews.annotate.base.sections import section_of
from kgnews.annotate.events import reports
from kgnews.annotate.scenes.conference import is_assembled, said_there, told_late
from kgnews.annotate.scenes.present import Story, mark_persons
from kgnews.annotate.scenes.visiting import OPENING as _OPENING
from kgnews.annotate.scenes.visiting import follow
from kgnews.expressions import expression
from kgnews.records import Annotated, Mention, Sentence

_INTERVIEW = expression(
    r"接受[^。；]{0,30}(?:采访|专访|访问)|(?:会见|会晤|接见)[^，。]{1,20}时，|在(?:参加|参与)[^，。]{2,24}(?:审议|讨论|采访|节目)|(?:告诉|对|向|和)(?:本报|本台|本网|新华社|中新社)?记者|受访|采访[时中]|"
    r"记者(?:在|来到|走进|见到|看到)|"
    r"在[^，。]{0,30}(?:考察|调研|视察|走访|慰问|会见|会谈|座谈后|检查)[^，。]{0,12}(?:时|中|期间)|考察时|调研时|"
    r"会见时|会谈时|通电话|致信|致电|贺信|贺电|批示|(?:来|回|复|勉励|鼓励|慰问|公开|感谢|亲笔)?信(?:中|里)(?![心学])|"
    r"(?:微博|博客|推特|脸书|朋友圈|声明|文章|专栏|网志|公告|报告|来信|公开信|新书|书|著作|回忆录)(?:中|里|上)?(?:称|"
    r"说|写道|指出|表示)|撰文|刊文|发文|报道称|据[^，。]{2,16}(?:报道|介绍)"
)
# One of these stands wherever the expression above matches.
_INTERVIEWED = cues(
    "接受 会见 会晤 接见 在参加 在参与 记者 受访 采访 考察 调研 视察 走访 慰问 会谈 座谈后 检查 "
    "通电话 致信 致电 贺信 贺电 批示 信×中|里 撰文 刊文 发文 报道 介绍 "
    "微博|博客|推特|脸书|朋友圈|声明|文章|专栏|网志|公告|报告|来信|公开信|新书|书|著作|回忆录×|中|里|上×称|说|写道|指出|表示"
)
_READ_OUT = expression(r"(?:宣读|传达)[^，。；]{0,30}(?:贺信|贺电|批示)")  # done at the event itself
_AT = expression(r"(?:开幕式|闭幕式)?(?:现场)?(?:上|中|期间|间歇|间隙|举行期间)(?!述|海|年|级|下|学|国|心|央)")
_HELD = expression(
    r"(?:上|中)?由[^，。；]{2,60}?(?:主办|举办|承办|主持)|[^，。；！？\n]{0,30}?(?:举行|召开|举办|开幕|闭幕|开班|启动|"
    r"拉开帷幕|开讲|落幕|揭幕|开赛|开营|开课|(?:顺利|成功|圆满)(?:开展|进行|完成|结束))"
)
_HELD_BEFORE = expression(
    r"(?:举行|召开|举办|主办|合办|联办|承办|开办|开设|开展|出席|参加|主持|与会|组织|宣布|做客)了?[^，。；]{0,20}$"
)
_GIVEN = expression(r"(?:作|做|开展|开设|带来|主讲|讲授|举办|举行)了?(?:[^，。；]{0,6}题为[^。；]{2,60}|[^，。；]{0,16})$")
_ENVOY = expression(r"(?:主席|总统|总书记|第一书记|总理|国王)?(?:特使|特别代表|夫人|之子|之女|遗孀)")
_BYLINE = expression(r"(?:记者|通讯员|编辑|责编|摄影|作者|文|图)[：:]?[^，。）]{0,30}$")
_NOTICE = expression(r"(?:时间|日期|地点|会场|单位|主讲人?|主讲嘉宾|报告人|演讲人|主持人)[：:]")
_MEET = ("会见", "接见", "会晤", "拜会", "会谈", "电话")  # one of them stands wherever the next matches
_MEETING = expression(
    r"(?:会见|接见|会晤|拜会)(?!记者|传媒|媒体|厅|室|后|之后|结束|前，)|[同与和][^，。；]{2,50}(?:会谈|会晤|会见|通电话)(?!后)"
)
_TAUGHT = expression(r"(?:做|作|开展|进行)?了?[^，。；]{0,6}(?:授课|讲课|讲授)")  # 为某班授课
_WITH_THOSE = expression(
    r"(?:(?<!参)与|(?<![共一陪协偕随会])同|和|向|对|给|为)(?:应邀|前来)?(?:出席|参加)[^，。；]{0,20}$"
)  # 与参加某会的负责人见面
_ABOUT_IT = expression(r"(?:的?新闻|宣传)*(?:报道|采访|筹备|保障|志愿服务)")
_CAME_FOR = expression(r"(?:会见|接见|会晤|来华|来京|前来|来访|看望了?|慰问了?)[^，。；]{0,24}(?:出席|参加)[^，。；]{0,20}$")
_HE = expression(r"[他她](?!们|人|国|乡|日|方|处|山)")
_OFFICE = expression(r"总书记|总理|主席|委员长|省长|市长|书记")
_THE_SPEECH = expression(r"(?:上|中)(?:所?作?的?|发表的?)(?:系列)?重要讲话")
_OPENS_AT = expression(r"^[“\s]*(?:在|此外，)?[^，。；]{0,6}$")
_CALLED = expression(r"(?:召开|举行|举办|做客)了?[^，。；]{0,30}(?:会|班|讲座|讲堂|论坛|讲坛)")
_TOLD_OF = expression(r"(?:就|关于|介绍了?)[^，。；]{0,24}(?:出席|参加)[^，。；]{0,20}$")  # what a briefing is about
_HELD_IN = expression(r"(?:隆重|成功|正式)?(?:举行|召开|举办|揭晓|颁发)")  # 颁奖仪式在年会上举行
_OPENING_SENTENCES = 5
# 甲31日在武汉表示，……。新闻办当日召开发布会: said there.
_SAYS = expression(r"(?:\d{1,2}日|[今昨][天日]|当天|当日)?(?:在[^，。；]{2,8})?(?:表示|介绍|称|说|指出|透露)(?!会)")
_COMING = expression(
    r"(?:即将|将[于在][^，。；]{0,16}|明年|下[一个]?[届次年月][^，。；]{0,8})(?:举行|召开|举办)的[^，。；]{0,8}$"
)
_RITE = expression(r"^(?:[^，。]{0,12}，)?(?:会上)?(?:还|并|又|也|接着)?(?:隆重|分别)?(?:举行|进行)了?[^，。；]{0,30}$")
_OCCASION = expression(r"[^，。；]{0,20}(?:之际|前夕)")  # 在甲出席某会并访问某国之际，某展在某地举行
_TO_COME = expression(r"(?:期间|上|中|举行期间)[^。]{0,16}将")
_PRONOUN = expression(r"^[“\s]*(?:他们|她们|大家|双方|与会|会议|记者|据)")


def mark(document: Document, annotated: Annotated) -> None:
    """Set event and topic of the sentences, and the tag "present" of persons who are quoted in a report."""
    starts = document.notes.get("sections")
    starts = starts if isinstance(starts, list) else [0]
    main = _title_event(annotated)
    titled = next(
        (m for s in annotated.sentences if s.where == "title" for m in s.mentions if m.label == "Event" and m.name == main), None
    )
    paragraphs: dict[int, str] = {}
    for sentence in annotated.sentences:
        if sentence.where == "text":
            paragraphs[sentence.paragraph] = paragraphs.get(sentence.paragraph, "") + sentence.text
    norm, today, flat = document.text.norm, document.article.date or "", len(paragraphs) == 1
    asks = reports.asks(norm)
    state, section = Story(headline=document.title.norm, norm=norm, asks=asks, today=today, flat=flat), -1
    if titled is not None and _held_in_title(annotated, titled):
        state.current, state.lead = titled, "" if reports.is_feature(document.title.norm, "") else titled.name
    state.headed = any(m.label == "Event" for s in annotated.sentences if s.where == "title" for m in s.mentions)
    state.main = main
    state.comment = reports.comments(document.title.norm)
    if "述" in document.text.norm and (said := said_there(annotated)) is not None and not state.lead:
        state.current, state.lead, state.headed = said, said.name, True
    first = state
    for sentence in annotated.sentences:
        _principals(sentence)
        if sentence.where == "title":
            sentence.event = _only(sentence, set())
            continue
        here = section_of(starts, sentence.start)
        if here != section:
            headline = document.title.norm if len(starts) == 1 else ""
            state, section = first if len(starts) == 1 else Story(headline=headline, norm=norm, asks=asks, today=today), here
        state.around = paragraphs.get(sentence.paragraph, "")
        _read(sentence, state, main if len(starts) == 1 else "")
        if titled is not None and sentence.event is None and _NOTICE.search(sentence.text):
            sentence.event = titled


def _principals(sentence: Sentence) -> None:
    """会见了甲主席特使、乙: 甲 was not there."""
    for mention in sentence.mentions:
        if mention.label == "Person" and any(
            _ENVOY.match(sentence.text, end - sentence.start) for end in (mention.end, mention.outer.end)
        ):
            mention.tags = mention.tags | {"principal"}


def _reporter(sentence: Sentence, mention: Mention) -> bool:
    at = mention.outer.start - sentence.start
    return bool(_BYLINE.search(sentence.text[max(0, at - 40) : at]))  # it is never longer


def _held_in_title(annotated: Annotated, titled: Mention) -> bool:
    """Whether the title says that its event took place, and the lead of the text does not name it again."""
    title = next(s for s in annotated.sentences if s.where == "title" and titled in s.mentions)
    lead = [s for s in annotated.sentences if s.where == "text"][:_OPENING_SENTENCES]
    again = any(m.label == "Event" and m.name == titled.name for s in lead for m in s.mentions)
    return not again and _told(title) is titled and not reports.aside(title, titled, "")


def _title_event(annotated: Annotated) -> str:
    """The name of the one event that the title tells of, ""."""
    names = {m.name for s in annotated.sentences if s.where == "title" for m in s.mentions if m.label == "Event" and m.name}
    return names.pop() if len(names) == 1 else ""


def _read(sentence: Sentence, state: Story, main: str) -> None:
    if sentence.paragraph != state.paragraph or (state.flat and _others_speak(sentence, state)):
        state.paragraph, state.interview = sentence.paragraph, -1
    state.count += 1
    interview = _interviews(sentence, state.norm) or _meets(sentence)
    if interview and state.count <= 2 and _meets(sentence):
        state.meeting = True
    if interview:
        state.interview = sentence.paragraph
    told = _told(sentence)
    passing = reports.aside(sentence, told, state.today) if told is not None else ""
    if told is not None and not passing and state.lead not in ("", told.name) and not _next_scene(sentence, told):
        passing = "inserted"
    if told is not None and not passing and (not interview or _speaks_there(sentence, told)):
        interview = False
        _turn(sentence, state, told, main)
    if state.lead and not (state.headed or state.asks or interview) and is_assembled(sentence, told):
        state.headed = state.current is not None and state.current.name == state.lead
    if told is None and state.lead not in ("", state.main) and reports.other_scene(sentence.text):
        state.lead, state.current = "", None
    sentence.topic = state.person if _pronoun(sentence.text) else state.topic
    silent = interview or state.interview == sentence.paragraph or (state.meeting and not state.lead)
    silent = silent or (state.comment and told is None)
    sentence.event = None if silent or passing == "cited" or _far(sentence, state) else state.current
    if passing in ("earlier", "planned", "inserted") and not interview:
        sentence.event = told
    mark_persons(sentence, state, interview=interview)
    if state.count <= _OPENING_SENTENCES and not interview:
        state.said |= {m.name for m in sentence.mentions if _says(sentence, m)}
    reporter = [m for m in sentence.mentions if m.label == "Person" and _reporter(sentence, m)]
    follow(sentence, state.visit, state.headline, first=state.count <= 3, aside=reporter)
    state.topic = _subject(sentence, state.topic)
    if state.topic is None or state.topic.label == "Person":
        state.person = state.topic
    if state.visit.visitor and (state.topic is None or state.topic.label != "Person"):
        state.topic = state.visit.guest


def _pronoun(text: str) -> bool:
    return ("他" in text or "她" in text) and _HE.search(text) is not None


def _interviews(sentence: Sentence, norm: str) -> bool:
    """Whether a sentence tells of an interview, or of what was said or written elsewhere."""
    if not _INTERVIEWED.within(norm, sentence.start, sentence.end):
        return False
    text = sentence.text
    return _INTERVIEW.search(_READ_OUT.sub("", text) if "宣读" in text or "传达" in text else text) is not None


def _far(sentence: Sentence, state: Story) -> bool:
    """Whether an event that is not what the story reports was told too long ago to be meant still."""
    if state.current is None or state.current.name == state.lead:
        return False
    return sentence.paragraph - state.told > (0 if state.asks else 2)


def _next_scene(sentence: Sentence, told: Mention) -> bool:
    """Whether a story that reports one event goes on to another, and does not only mention it."""
    before = sentence.text[: told.outer.start - sentence.start]
    if _TO_COME.match(sentence.text, told.outer.end - sentence.start) or _rite_within(sentence, told, before):
        return False
    return reports.moves_on(before) or bool(_OPENS_AT.match(before))


def _rite_within(sentence: Sentence, told: Mention, before: str) -> bool:
    """随后，举行了首届理事会的聘任仪式: a rite of the meeting that is reported; who speaks after it speaks at the meeting."""
    placed = any(m.label in ("Date", "Place") for m in sentence.mentions)
    return "ceremony" in told.tags and "unnamed" in told.tags and not placed and _RITE.search(before) is not None


def _says(sentence: Sentence, mention: Mention) -> bool:
    """Whether a person with a post says something that day: 某局局长甲31日在武汉表示."""
    end = mention.outer.end - sentence.start
    return mention.label == "Person" and bool(mention.posts) and _SAYS.match(sentence.text, end) is not None


def _others_speak(sentence: Sentence, state: Story) -> bool:
    """In a text without paragraphs an interview or a talk ends where the sentence opens with somebody who had no part in it."""
    first = next((m for m in sentence.mentions if m.label == "Person"), None)
    opens = first is not None and _OPENING.match(sentence.text[: first.outer.start - sentence.start])
    return first is not None and bool(opens) and bool(first.posts) and (first.name or first.form) not in state.interviewed


def _turn(sentence: Sentence, state: Story, told: Mention, main: str) -> None:
    """From here on the story is at ``told``; whether that is what it reports decides whom it may quote there."""
    state.current, state.interview, state.told = told, -1, sentence.paragraph
    if reports.is_feature(state.headline, state.around):
        return
    leads = (state.count <= 3 and not state.meeting) or told.name == main
    if not leads and "press" in told.tags and not state.lead and state.count <= _OPENING_SENTENCES and not state.meeting:
        leads = state.strict = True
    leads = leads or (
        _HELD.match(sentence.text, told.outer.end - sentence.start) is not None and told_late(sentence, state, told)
    )
    first = state.flat and not state.lead and not state.asks and bool(told.tags & {"meeting", "training", "lecture"})
    if leads or first or (state.meeting and _CALLED.search(sentence.text) and told.tags & {"meeting", "training", "lecture"}):
        state.lead, state.meeting = told.name, False
        if "press" in told.tags:
            state.attending |= state.said
        state.headed = state.headed or state.count == 1 or "press" in told.tags
    elif state.meeting and not _AT.match(sentence.text, told.outer.end - sentence.start):
        state.meeting = False  # after the talks, or elsewhere: she attends a ceremony


def _meets(sentence: Sentence) -> bool:
    """Whether the sentence tells of two who meet (会见, 同…会谈): what is said then is said to the other."""
    people = any(m.label == "Person" for m in sentence.mentions)
    return people and any(word in sentence.text for word in _MEET) and _MEETING.search(sentence.text) is not None


def _told(sentence: Sentence) -> Mention | None:
    """The event that the sentence is about: in X上, X举行, 出席X; the first of several where one frames the others."""
    framed: list[Mention] = []
    for mention in sentence.mentions:
        if mention.label != "Event" or not mention.name:
            continue
        end = mention.outer.end - sentence.start
        at = _AT.match(sentence.text, end)
        if at and not _THE_SPEECH.match(sentence.text, end) and not (framed and _HELD_IN.match(sentence.text, at.end())):
            return mention
        before = sentence.text[max(0, mention.outer.start - sentence.start - 90) : mention.outer.start - sentence.start]
        aside = (
            _CAME_FOR.search(before)
            or _WITH_THOSE.search(before)
            or _TOLD_OF.search(before)
            or _ABOUT_IT.match(sentence.text, end)
            or _COMING.search(before)
        )
        if aside or _OCCASION.match(sentence.text, end):
            continue
        if (
            _HELD.match(sentence.text, end)
            or _HELD_BEFORE.search(before)
            or _TAUGHT.match(sentence.text, end)
            or ("lecture" in mention.tags and _GIVEN.search(before))
        ):
            framed.append(mention)
    names = {mention.name for mention in framed}
    return framed[0] if framed and (len(names) == 1 or _HELD.match(sentence.text, framed[0].outer.end - sentence.start)) else None


def _speaks_there(sentence: Sentence, event: Mention) -> bool:
    return bool(_AT.match(sentence.text, event.outer.end - sentence.start))


def _only(sentence: Sentence, seen: set[str]) -> Mention | None:
    events = [m for m in sentence.mentions if m.label == "Event" and m.name]
    return events[0] if len({m.name for m in events}) == 1 else None


def _subject(sentence: Sentence, before: Mention | None) -> Mention | None:
    """The Person or Organization that opens the sentence, else the subject as it was."""
    first = next((m for m in sentence.mentions if m.label in ("Person", "Organization") and not _reporter(sentence, m)), None)
    if first is not None and _OPENING.match(sentence.text[: first.outer.start - sentence.start]):
        return first
    return None if _PRONOUN.match(sentence.text) and not sentence.text.startswith(("记者", "据")) else before
