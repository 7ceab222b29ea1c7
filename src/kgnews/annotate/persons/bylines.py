"""Who wrote and photographed a piece: 本报讯(记者 张三 李四), 新华社北京11月5日电(记者王五), (作者系…), 赵六摄."""

from __future__ import annotations

import re

from kgnews.annotate.base.document import Document, Passage
from kgnews.annotate.base.marks import Taken
from kgnews.annotate.names.finder import Finder
from kgnews.expressions import expression
from kgnews.records import Mention, Span

_ROLE = (
    r"(?:参与|本报|本刊|本网|本台|央视|新华社|中新社|中新网|人民网|特约|驻\w{1,6}?|首席|见习|实习|摄影|全媒体|融媒体|总台|央视网)*"
    r"(?:记者|通讯员|撰稿人|专栏作家|专栏作者|特约撰稿|作者|摄影|摄像|撰文|报道员|特约评论员|观察员|文/图|图/文|文/|图/|文字|"
    r"图片|撰稿|采写|供稿|供图|编译|摄影报道|文案|文稿|统筹|(?:文图|文|图)(?=[：:／/ ]))"
)
_OPEN = expression(
    rf"[（【〔]\s*(?:[^）】〕，。]{{0,26}}?(?:{_ROLE})[：:／/ 丨]*)+|[（]\s*(?=(?:[\u4e00-\u9fff·]{{2,4}}[ 、]*)+[）])"
)
_WIRE = expression(r"(?:电|讯|消息|报道)\s*$")
_LINE = expression(rf"(?:^|\n|[。；！？”]|\s)\s{{0,20}}(?:来源：[^\n]{{0,20}})?(?:{_ROLE})(?:[：:／/|丨 ]|　)*")
_AGENCY = expression(
    r"(?:新华社|本报|本台|央视网|中新社|中新网|人民日报|光明日报|经济日报|科技日报|新京报|本网|本刊|"
    r"人民网|本报讯[ ]?|本网讯[ ]?)(?:特约|驻\w{1,6}?|首席|见习|实习|全媒体|融媒体)*(?:记者|通讯员)[：: ]*"
)
_OUTLETS = "(?:本报|本网|本刊|本台|光明网|人民网|新华网|新华社|央视网|中新网|中新社|中国网|央广网|中青报|中青网|经济日报|人民日报|光明日报)"
_BETWEEN = expression(
    rf"[、，,；;/／ \u3000]*(?:和|及|与)?[ ]*(?:(?:{_OUTLETS}|实习|见习|摄影|特约|全媒体)*(?:记者|"
    r"通讯员|摄影|图/|文/|文图|摄|图|文)?[：:／/ ]*)"
)
_SHOT = expression(r"(?<!拍)摄(?:影报道|影)?(?:[）。】/／]|\s|$)")
_CREDITED = expression(r"[（ ]([\u4e00-\u9fff]{2,3}) ?[／/](?:文图|图文|文|图|摄影?)(?=[ ，、；）\n]|$)")  # 护理部 甲／文 乙／图
_EDITOR = expression(r"编辑|责编|责任编辑|校对|审核|编审|监制|制作|来源|终审|初审|复审")
# Roles that are set right behind a name, without a mark: 文：张三图：李四美编：王五.
_NEXT = expression(r"(?:美编|责编|编辑|排版|校对|审核|摄影|图片|图|文|摄)$")
_NEXT_ROLE = expression(r"(?:美编|责编|编辑|排版|校对|审核|摄影|图片|图|文|摄)[ ]?[：:|／/]")
_EDITING = expression(r"[ ]?(?:美编|责编|编辑|排版|校对|审核|责任编辑|实习编辑)")
_OUTLET = expression(
    r"（[^（）\n]{2,8}?(?:网|报|社|台|客户端|在线|宣传部)[ ]?(?=[\u4e00-\u9fff]{2,3}）)|"
    r"（[^（）\n，。：]{2,12}?(?:局|院|厅|办|校|委|中心|公司|支队|处) (?=[\u4e00-\u9fff]{2,3}）)"
)
# (陈一通讯员马二): the first name has no role; a line □张三 or ■张三 李四 under the headline.
_NO_ROLE = expression(
    r"（(?P<run>[\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4}){0,3})[ 、]?(?=(?:本报|实习|见习)?(?:通讯员|实习生)|实习记者)"
)
_MARKED = expression(
    r"(?:^|\n)[ \u3000]*[□■●◎◇◆▲△○☆★][ \u3000]*(?P<run>[\u4e00-\u9fff]{2,4}(?:[ 、\u3000]+[\u4e00-\u9fff]{2,4}){0,3})[ \u3000]*(?=\n|$)"
)
_OF_THE_ARTICLE = expression(r"（(?:本文)?作者(?:系|为|是)[^（）\n]{2,60}）")

# 本报记者陈一光明网记者马二: the next outlet, set right behind a name.
_NEXT_OUTLET = expression(rf"{_OUTLETS}(?:见习|实习|首席|特约)?(?:记者|通讯员)")
_SIGNED = expression(r"^[^，。\n]{0,14}(?:网|报|社|台|客户端) +([\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4})*)$")
# 本台记者 张三：这里是…, a transcript's speaker; a last line that is but a name, before the editor's.
_ON_AIR = expression(r"(?:(?<=\n)|\A)[ \u3000]*(?:本台|总台|央视)记者[ \u3000]?([\u4e00-\u9fff]{2,3})：")
_ALONE = expression(r"[。！？”）]\n[ \u3000]*([\u4e00-\u9fff]{2,3})[ \u3000]*\n*(?=【(?:责任)?编辑[:：])")
_MOST = 300  # authors of one text; what names more is a list of something else


class BylineReader:
    """Reads the bylines of one text."""

    def __init__(self, document: Document, passage: Passage) -> None:
        self.document, self.passage, self.norm = document, passage, passage.norm
        self.finder = Finder(document, passage)
        self.taken = Taken(passage)
        self.persons: dict[tuple[int, int], Mention] = {}
        for mention in passage.mentions:
            if mention.label == "Person":
                self.persons.setdefault((mention.start, mention.end), mention)
        self.made: list[Mention] = []
        self.tries = 0
        self.gone: set[int] = set()

    def run(self) -> None:
        """Head (first 400 characters), end (last 200), brackets and pictures' captions in between."""
        for match in _OPEN.finditer(self.norm):
            if self._fits(match):
                self._names(match.end(), closing=True, strict=match[0].strip() in ("（", "("))
        size = len(self.norm)
        for match in _OUTLET.finditer(self.norm, max(0, size - 80)):
            self._names(match.end(), closing=True, strict=True)
        for match in _AGENCY.finditer(self.norm, 0, min(size, 400)):
            self._names(match.end(), closing=False)
        for match in _LINE.finditer(self.norm):
            if match.start() < 300 or match.start() > size - 160:
                self._names(match.end(), closing=False, line=True)
        for match in (*_NO_ROLE.finditer(self.norm), *_MARKED.finditer(self.norm, 0, min(size, 300))):
            spans = self._read(*match.span("run"))
            if spans and spans[-1][1] == match.end("run") and all(self.finder.names.surname_at(self.norm, at) for at, _ in spans):
                for start, end in spans:
                    self._add(start, end)
        for match in _OF_THE_ARTICLE.finditer(self.norm, max(0, size - 200)):
            for mention in self.taken.touching(*match.span()):
                mention.tags |= {"byline"} if mention.label == "Person" else frozenset()
        for match in _CREDITED.finditer(self.norm):
            if self._plausible(*match.span(1)) and self.finder.names.surname_at(self.norm, match.start(1)):
                self._add(*match.span(1))
        for match in _SHOT.finditer(self.norm):
            self._before(match.start())
        for match in (*_ON_AIR.finditer(self.norm), *_ALONE.finditer(self.norm, max(0, size - 80))):
            if self._plausible(*match.span(1)) and self.finder.names.surname_at(self.norm, match.start(1)):
                self._add(*match.span(1))
        self._signature()
        self.passage.mentions = [m for m in (*self.passage.mentions, *self.made) if id(m) not in self.gone]

    def _fits(self, match: re.Match[str]) -> bool:
        if _EDITOR.search(match[0][-8:]):
            return False
        bare = match[0].strip() in ("（", "(")
        if not bare:
            return True
        near = self.norm[max(0, match.start() - 12) : match.start()]
        if _WIRE.search(near):
            return True
        close = self.norm.find("）", match.end())
        last = self.norm[close + 1 : close + 2] in ("", "\n", "【") and self.norm[: match.start()].rstrip(" ")[-1:] in "。！？”\n"
        return close > 0 and last

    def _names(self, at: int, *, closing: bool, strict: bool = False, line: bool = False) -> None:
        """Names from ``at`` on, run together or parted, up to a bracket or the line's end."""
        norm = self.norm
        close = len(norm)
        if closing:
            ends = [place for place in (norm.find("）", at), norm.find("】", at), norm.find("〕", at)) if place >= 0]
            close = min(ends, default=-1)
            if close < 0 or close - at > 160:
                return
        spans = self._read(at, close)
        if not spans or (strict and not all(self.finder.names.surname_at(norm, start) for start, _ in spans)):
            return
        last = spans[-1][1]
        rest = norm[last:close] if closing else norm[last : last + 1]
        if strict and rest.strip():
            return
        if not closing and not self._ends(last, line):
            return
        for start, end in spans:
            self._add(start, end)

    def _ends(self, last: int, line: bool) -> bool:
        rest = self.norm[last : last + 8]
        if rest[:1] in ("", "\n", "）", "】") or rest.strip() == "" or _NEXT_ROLE.match(rest):
            return True
        if re.match(r"/[\u4e00-\u9fff]{2,6}(?:报导|报道)", rest):
            return True
        if line:
            return rest[:1] in ("\n", "") or (rest.startswith((" ", "摄", "文")) and not re.match(r" ?[在从了日]", rest))
        return rest[:1] in (" ", "）") or rest.startswith(("报道", "摄", "文/", "图/"))

    def _read(self, at: int, close: int) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        while at < close:
            end = self._one(at, close)
            if end == at:
                break
            spans.append((at, end))
            match = _BETWEEN.match(self.norm, end, close)
            following = match.end() if match else end
            if following >= close or _EDITING.match(self.norm, end):
                break
            at = following
        return spans

    def _one(self, at: int, close: int) -> int:
        """One name: two or three characters before a separator are one whatever they are; else the name model decides."""
        norm = self.norm
        end = at
        while end < close and end - at < 8 and "\u4e00" <= norm[end] <= "\u9fff":
            end += 1
        role = (
            _NEXT.search(norm, at, end) if norm[end : end + 1] in ("：", ":", "|", "/") or norm[end : end + 2] == " |" else None
        )
        if role and role.start() - at in (2, 3) and self._plausible(at, role.start()):
            return role.start()
        if (outlet := _NEXT_OUTLET.search(norm, at + 2, at + 10)) and outlet.start() - at in (2, 3):
            return outlet.start()
        if norm[end - 1] == "摄" and end - at in (3, 4) and self._plausible(at, end - 1):
            return end - 1  # 新华社记者张三摄
        size = end - at
        at_separator = end >= len(norm) or norm[end] in " 、，；）】\n/\u3000:：" or end == close
        if at_separator and (size == 2 or size == 3) and self._plausible(at, end):
            return end
        if at_separator and size == 1 and norm[end : end + 1] == " " and norm[end + 2 : end + 3] in " 、）】\n":
            return end + 2  # a name of two characters set with a blank: 李 洋
        found = self.finder.after(at, close, least=0.3)
        if at_separator and found == end and norm[end - 1] in "部社科处室台":
            return at  # 宣传科 田野
        if at_separator and size == 4 and found == at:
            return at + 2 if self.finder.names.surname_at(norm, at) and self.finder.names.surname_at(norm, at + 2) else at
        return found

    def _plausible(self, at: int, end: int) -> bool:
        names = self.finder.names
        text = self.norm[at:end]
        if text[-1] in "部社科处室台":
            return False  # 文字：生活部
        if self.finder.names.surname_at(self.norm, at):
            return text not in names.words or names.name_score(text, 1) > -2.0
        index = self.passage.word_at.get(at)
        ordinary = (
            index is not None
            and self.passage.ends[index] >= end
            and self.passage.tags[index][:1] in "vnpdacrmtl"
            and (self.passage.tags[index][:2] != "nr")
        )
        return not ordinary and text not in names.words and not any(one in "的在了报讯电社网日月年" for one in text)

    def _before(self, end: int) -> None:
        """…张三摄: the name before."""
        floor = max(0, end - 14)
        end = end - 1 if self.norm[end - 1 : end] == " " else end
        start = self.finder.before(end, floor, least=0.8)
        if start < end:
            self._add(start, end)
            while start > floor and self.norm[start - 1] in "、 ":
                earlier = self.finder.before(start - 1, floor, least=1.0)
                if earlier >= start - 1:
                    return
                start = earlier
                self._add(start, start + 3 if self.norm[start + 3 : start + 4] in "、 " else start + 2)

    def _signature(self) -> None:
        """A last line that is but an outlet and a name: 南方网 郭雪营."""
        line = self.norm.rstrip()
        last = line[line.rfind("\n") + 1 :]
        match = _SIGNED.match(last.strip()) if " " in last else None
        if match:
            offset = line.rfind("\n") + 1 + (len(last) - len(last.lstrip()))
            for start, end in self._read(offset + match.start(1), offset + match.end(1)):
                self._add(start, end)

    def _add(self, start: int, end: int) -> None:
        known = self.persons.get((start, end))
        if known is not None and id(known) not in self.gone:
            known.tags |= {"byline"}
            return
        if "报道" in self.norm[start:end]:
            return
        self.tries += 1
        if self.tries > _MOST:
            return
        covered = (*self.taken.touching(start, end), *(m for m in self.made if m.start < end and m.end > start))
        self.gone.update(id(m) for m in covered if m.label not in ("Date", "Event"))
        form = self.passage.raw[start:end]
        made = Mention("Person", self.passage.where, start, end, form, Span(start, end), tags=frozenset({"byline"}))
        self.made.append(made)
        self.persons[start, end] = made
        self.document.names.setdefault(self.norm[start:end].replace(" ", ""), 1)


def find(document: Document) -> None:
    """Tag the persons named as authors with "byline"."""
    BylineReader(document, document.text).run()
