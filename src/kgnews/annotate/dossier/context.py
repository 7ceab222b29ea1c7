"""Which body decided, and when: from the heading, the words before the list, the signature."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.dossier import decree_words, when
from kgnews.annotate.dossier.decisions import TERM, Decision, headed, ordered, signed
from kgnews.annotate.dossier.office_words import COMMITTEES
from kgnews.annotate.dossier.territory import Territory
from kgnews.expressions import expression
from kgnews.records import Span

_SESSION = expression(
    r"(?P<front>[\u4e00-\u9fff\d]{0,24}?)"
    r"(?P<organ>人民代表大会常务委员会|人大常委会|人民代表大会|政协常委会|常务委员会|委员会|理事会|董事会|"
    r"监事会|党委|常委会|人民政府|政府|大会|国务院)(?:党组)?"
    r"(?:(?!常务委员会|常委会)[^，。；（）]){0,12}第[一二三四五六七八九十百\d]+次(?:全体|常务|主任|临时|党组)?(?:会议|全会)"
)
_DECIDES = expression(
    r"(?:经(?![费济营信开贸])|由|据|根据)?(?P<body>(?:中共)?[\u4e00-\u9fff（）]{0,26}?(?:人民代表大会常务委员会|人大常委会|"
    r"人民代表大会|人大|人民政府|政府|国务院|党委常委会|党委会|常委会|党委|党组|工委|纪委|组织部|董事会|"
    r"监事会|理事会|职工代表大会|股东大会|股东会|办公厅|委员会|"
    r"(?<=[省市县区州旗镇])委|国资委|教育部|总部|法院|检察院|集团|公司|学校|大学|部|局|厅|行政长官|特首|总统府|行政院|总统|行政院长))"
    r"(?:院会|政务会议|市政会议|县务会议|市务会议)?(?:于?(?:\d{4}年)?\d{1,2}月\d{1,2}日|近日|日前|今日?(?:（\d{1,2}）日?)?|昨日?(?:（\d{1,2}）日?)?|常委会|"
    r"党组)?(?:亦|再度|已经?)?(?:研究|讨论|审议|会议)*(?:并)?(?:一致|"
    r"表决)?(?:决定|批准|同意|通过|任免|任命|免去|聘任|研究(?![室院所生员会中])|宣布|公布(?:一级主管|主管|一级|高层)?人事|发布人事|核定|委任|特任|"
    r"(?:(?<=人大常委会)|(?<=常务委员会))(?:补选|罢免)|(?:(?<=代表大会)|(?<=东大会))选举(?!法|办法|委员会))"
)
_BY_DECISION = expression(r"(?:根据|按照)(?P<body>[\u4e00-\u9fff]{2,24}?(?:委员会|常委会|人民代表大会|党组|党委))的决定")
# What every match of the two before and after it holds; without, no body is looked for at each character of a long sentence.
_DECIDING = expression(
    "提名|建议|决定|批准|同意|通过|任免|任命|免去|聘任|研究|宣布|[公发]布[^，]{0,6}人事|核定|委任|特任|补选|罢免|选举|通知"
)
# 某市人民代表大会常务委员会（2024年8月29日通过）
_PASSED = expression(
    rf"(?P<body>(?:中共)?[\u4e00-\u9fff]{{2,20}}?(?:常务委员会|人大常委会|人民代表大会|委员会))（{when.DATE}[^）]{{0,12}}(?:通过|决定)）"
)
_ADOPTED = expression(
    rf"(?P<date>{when.DATE}(?!第|年?度))[^。；]{{0,50}}?(?:通过|决定|任命|任免|会议|办公会|研究|表决|批准|选举|召开|举行)|(?:通过|决定|会议|"
    rf"表决).{{0,8}}?于?(?P<late>{when.DATE})"
)
# 本校自民国114年8月1日起聘兼下列主管
_STARTS = expression(rf"[自由从](?P<date>{when.DATE})起(?:聘|派|任)")
_LEADS = expression(
    r"任免|任命|免去|聘[兼任请]?(?:下列|以下)|人事|名单|选举产生|(?:议案|事项|决议)：?$|"
    r"干部|职务|^ *（[^）]*(?:通过|决定|批准)）?$|(?:决定|如下|通过|通知|批准|同意)[：，]?$"
)
_MEETING = expression(r"^[^，]{0,12}(?:会议|会上|全会|大会|表决)")
_GENERIC = expression(
    r"^(?:本|我|该|学校|学院|总行|省?联社|总公司|医院|(?:局|厅|院|委|处|中心|学院|医院)(?:党组|党委|党总支|办公会|班子)|公司|集团公司|集团|校|院|党委|党组|会议|董事会|常委会|[省市县区州]|自治区|组织部)"
)
_OF_HOST = expression(r"(?:公司|本行)?(?:理事会|常务理事会|会员代表大会|会员大会|董事会|监事会|股东大会|股东会|职工代表大会)")
# 学院党委, 公司党委: of the host, where no heading or signature says more.
_OF_HOST_BODY = expression(
    r"(?:本|我|该)?(?:学校|学院|医院|公司|集团|总行|总公司|局|院|校|厂)(?P<organ>党委(?:常委会|会)?|党组|董事会|院长办公会|校长办公会)$"
)
_OWN_COMMITTEE = expression(rf"(?:学校|[本我该]?[校院])?{COMMITTEES}")
_LATER = expression(
    r"(?P<year>\d{4})年\d{1,2}月\d{1,2}日[^。；]{2,30}，(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\d|3[01]|0?[1-9])日[^，。；]{2,24}(?:决定|通过|批准)"
)
_LEAD = expression(r"^.*?(?:经|由|据悉|日前|近日|根据|按照|日|，|次|(?:宣布|宣读|传达)了?|通过)(?=[\u4e00-\u9fff]{2,})")
_TODAY = expression(r"今[天日](?=上午|下午|晚|闭|开|举|召|表|[，（在])|昨[天日](?=上午|下午|晚|闭|开|举|召|表|[，（在])")
_DAY = expression(r"(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\d|3[01]|0?[1-9])日(?!(?:电|讯|专电|消息))")


# 报某市检察院检察长提请某市人大常委会批准: who is still to decide.
_ASKED = expression(r"(?:^|[，：])(?:并|将|依法|须|尚?需|按[^，。；]{0,8}程序)*(?:报请?|提请|提交)[^，。；]*$")
# 通过了市纪律检查委员会第一次全体会议选举结果: what a meeting takes note of is another's.
_VOTED_ON = expression(r"(?:通过|听取|审议|批准)了?$")


class ContextReader:
    """Reads the decision of a document as its lines go by."""

    def __init__(self, document: Document, passage: Passage, territory: Territory) -> None:
        self.document, self.passage, self.norm, self.territory = document, passage, passage.norm, territory
        self.signed, self.ordered = signed(document), ordered(document)
        self.current = Decision()
        self.host = ""  # the company or school whose list it is: its board is 董事会
        self.pending: tuple[str, Span, Span] | None = None

    def snapshot(self) -> Decision:
        """What the lines have told up to now."""
        return replace(self.current)

    def whole(self, told: Decision) -> Decision:
        """The decision that stood when some posts were read, completed by heading, signature and what stands below them."""
        decision = replace(told)
        if not decision.body and not decision.date:
            decision = replace(self.current)
        hosted = self.host and decision.body.startswith(self.host)
        generic = not decision.body or (
            not hosted and _GENERIC.match(self.norm[decision.body_span.start :] if decision.body_span else "")
        )
        if generic:
            for other in (self.ordered, headed(self.document), self.signed, self._in_title()):
                if other.body:
                    decision.body, decision.body_span, decision.body_where = other.body, other.body_span, other.body_where
                    break
            else:
                of_host = _OF_HOST_BODY.match(decision.body)
                decision.body = self.host + of_host["organ"] if self.host and of_host else decision.body
        for other in (self.ordered, self.signed):
            if not decision.date and other.date:
                decision.date, decision.date_span = other.date, other.date_span
        return decision

    def overhear(self, start: int, end: int) -> None:
        """The same for words that are no order: only where they lead up to some."""
        text = self.norm[start:end]
        if _LEADS.search(text) and len(text) < 130:
            self.hear(start, end)
        elif (session := self._session(text)) and not _VOTED_ON.search(
            text, 0, session[1].start
        ):  # 某次会议在京召开。会议表决通过…: the next sentence may rest on it
            self.pending = session[0], Span(start + session[1].start, start + session[1].end), Span(start, end)

    def hear(self, start: int, end: int) -> None:
        """Take in the body and the date that these words tell."""
        text = self.norm[start:end]
        if self.pending and _MEETING.search(text) and not self._session(text):
            name, span, sentence = self.pending
            self.pending = None
            self.current = Decision(name, span)
            self.hear(*sentence)
        body = self._session(text) or self._decides(text)
        if body is None and self.host and (held := decree_words.HELD_MEETING.search(text)):
            group = "body" if held["body"] else "own"
            body = held[group], Span(*held.span(group))
        if body and _OF_HOST.fullmatch(body[0]):  # the company's own board; nobody's where it is not said whose
            body = (self.host + body[0].removeprefix("公司").removeprefix("本行"), body[1]) if self.host else None
        if body:
            name, span = body
            if self.host and _OWN_COMMITTEE.fullmatch(name):  # 校学位评定委员会
                name = self.host + re.sub(r"^(?:学校|[本我该]?[校院])", "", name)
            if _short(name) == _short(self.current.body):
                name, span = self.current.body, Span(self.current.body_span.start - start, self.current.body_span.end - start)  # type: ignore[union-attr]
            elif self.current.body and "同日" not in text and not _ADOPTED.search(text) and not _DAY.search(text):
                self.current.date, self.current.date_span = "", None
            if name in text:
                at = start + text.index(name)
                name = self.passage.raw[at : at + len(name)]
            self.current.body, self.current.body_span = name, Span(start + span.start, start + span.end)
            self.current.body_where = "text"
        if starts := _STARTS.search(text):
            self.current.date = when.iso(starts["date"])
            self.current.date_span = Span(start + starts.start("date"), start + starts.end("date"))
            return
        dated = _ADOPTED.search(text)
        later = _LATER.search(text)
        if later:  # 经2023年3月8日县委常委会会议研究，3月10日县人民政府决定
            self.current.date = f"{later['year']}-{int(later['month']):02d}-{int(later['day']):02d}"
            self.current.date_span = Span(start + later.start("month"), start + later.end("day") + 1)
            return
        if dated and len(when.iso(dated["date"] or dated["late"])) > 4:
            group = "date" if dated["date"] else "late"
            self.current.date, span = when.iso(dated[group]), Span(*dated.span(group))
            self.current.date_span = Span(start + span.start, start + span.end)
        elif (today := _TODAY.search(text)) and self.document.article.date and re.search(r"会议|决定|表决|任命|提名|免去", text):
            self._by_word(today, start)
        elif (
            (day := _DAY.search(text))
            and "宣布" not in text
            and self.document.article.date
            and not re.search(r"\d{4}年$", text[: day.start()])
            and (re.search(r"会议|决定|通过|任命|表决|选举", text))
        ):
            self._near(day, start)

    def _by_word(self, word: re.Match[str], start: int) -> None:
        """今天, 昨天: counted from the day of the article."""
        told = date.fromisoformat(str(self.document.article.date)[:10]) - timedelta(days=word[0][0] == "昨")
        self.current.date = told.isoformat()
        self.current.date_span = Span(start + word.start(), start + word.end())

    def _near(self, day: re.Match[str], start: int) -> None:
        """A day without a year, of the article's year or the one before."""
        today = str(self.document.article.date)
        told = f"{int(day['month']):02d}-{int(day['day']):02d}"
        year = int(today[:4]) - (told > today[5:])
        self.current.date = f"{year}-{told}"
        self.current.date_span = Span(start + day.start(), start + day.end())

    def _session(self, text: str) -> tuple[str, Span] | None:
        match = _SESSION.search(text) if "次" in text and "第" in text and "会" in text else None
        if match is None:
            return None
        front = re.sub(
            r"^.*(?:在|经(?![费济营信开贸])|由|据悉|召开的?|举行的?|日|了|次|宣布)(?=[\u4e00-\u9fff])", "", match["front"]
        )
        front = re.sub(r"^[年月日\d]+|^.*的", "", front)
        name = TERM.sub("", front + match["organ"])
        if re.search(r"出席|参加|主持|[的在]", name) or (
            match["organ"] in ("大会", "委员会", "常委会", "常务委员会") and len(name) < 6
        ):
            return None
        at = match.start("front") + len(match["front"]) - len(front)
        return self.territory.expand(name), Span(at, match.end())

    def _decides(self, text: str) -> tuple[str, Span] | None:
        if not _DECIDING.search(text):
            return None
        match = (
            decree_words.STATE.search(text)
            or _PASSED.match(text)
            or _BY_DECISION.search(text)
            or _DECIDES.search(text)
            or decree_words.DECISION_OF.search(text)
        )
        if match is None:
            return None
        if _ASKED.search(text, 0, match.end("body")):
            return None
        start, end = match.span("body")
        lead = re.match(
            r"^.*?(?:经(?![费济营信开贸])|由|据悉|日前|近日|根据|按照|日|，|次|(?:宣布|宣读|传达)了?|通过)(?=[\u4e00-\u9fff]{2,})",
            text[start:end],
        )
        start += lead.end() if lead else 0
        joint = re.search(r"[\u4e00-\u9fff]{1,10}(?:委|政府)、$", text[:start])
        if joint and text[start:end].endswith(("政府", "委")):  # 青山市委、市政府决定
            lead = re.match(r".*?(?:经(?![费济营信开贸])|由|日前|近日|，|宣布)(?=[\u4e00-\u9fff]{2,})", joint[0])
            start = joint.start() + (lead.end() if lead else 0)
            return text[start:end], Span(start, end)
        name = text[start:end]
        cut = name.rfind("的") + 1
        start, name = start + cut, name[cut:]
        if (
            len(name) < 2
            or (len(name) < 3 and not name.endswith("委"))
            or re.search(r"[的在了]|关于|修改|出席|参加|通过|代表(?!大会)|书记|同志|校长|以来|推选|选举|表决|任期", name)
            or name in ("委员会", "会议", "大会", "人大", "部", "局", "厅", "党委会", "人事部", "全部")
        ):
            return None
        return self.territory.expand(TERM.sub("", name)), Span(start, end)

    def _in_title(self) -> Decision:
        """某公司第五届董事会第一次会议决议公告."""
        found = self._session(self.document.title.norm)
        return Decision(found[0], found[1], "title") if found else Decision()


def _short(name: str) -> str:
    """Full and short names of congresses alike: 人民代表大会常务委员会 is 人大常委会."""
    return name.replace("人民代表大会", "人大").replace("常务委员会", "常委会").replace("人民政府", "政府").removeprefix("中共")
