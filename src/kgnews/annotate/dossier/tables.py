"""The cells and columns of tables: tab-separated lines, lines of a Markdown table, columns set with blanks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgnews.annotate.base.document import Passage
from kgnews.annotate.dossier.layout import MARKS
from kgnews.annotate.dossier.people import People
from kgnews.expressions import expression
from kgnews.records import Span

KEYS = (
    ("name", expression(r"姓名|人员|人选姓名|候选人")),
    ("proposed_body", expression(r"拟[\u4e00-\u9fff]{0,6}(?:单位|部门|学院|机构)(?:名称)?")),
    ("proposed", expression(r"拟任|拟提名|拟聘|拟推荐|拟选")),
    ("removed", expression(r"免去|免职|原职务|原任|原服务|原职|曾任|解聘")),
    ("appointed", expression(r"任命|新任|新职|任职决定|调任|派任|聘任职务|任职职务")),
    (
        "role",
        re.compile(
            r"(?:学会|协会|组内|小组|领导小组|理事会|本会|会内|委员会|商会|担任|组织内|机构内|指挥部|组委会|校友会|"
            r"研究会|联盟|基金会|拟?任本会|工商联|总商会|妇联|工会|团委|科协|残联|红十字会|文联|作协|侨联|执委会|常委会|专委会|分会|本届)"
            r"(?:（[^）]*）)?[\u4e00-\u9fff]{0,4}职务|角色|组内分工|类别|担任职务"
        ),
    ),
    (
        "post",
        re.compile(
            r"(?:工作)?单位(?:及|和|、|/)?职务|现任(?:工作)?(?:单位)?(?:及)?职?务?|现职务?|单位职务|"
            r"社会(?:职务|身份|兼职)|本职(?:工作|职务)|工作单位及职务职称|所在单位及职务|职务职称"
        ),
    ),
    ("body", expression(r"(?:工作|所在|任职)?单位(?:名称)?|部门|机构|所在部门|工作部门")),
    ("title", expression(r"职务|岗位|行政职务|职务/职称")),
    ("rank", expression(r"(?:专业技术|技术)?(?:职称|职务)(?:/?职称)?")),
    (
        "duty",
        expression(
            r"分工|(?:工作|主要|职责|岗位|领导)?(?:分工|职责)(?:分工|情况)?|(?:分管|负责|主管|协管)(?:的)?"
            r"(?:工作|领域|范围|事项|部门|单位|科室|处室|学院|院系|片区|乡镇|街道|企业)(?:及(?:分管|联系)?(?:部门|单位|科室|处室))?"
        ),
    ),
    ("links", expression(r"(?:挂点|包联|挂联|对口)?联系(?:的)?(?:部门|单位|科室|处室|学院|院系|片区|乡镇|镇街|街道|企业|村)")),
    # When someone took the post; 任期 is the term, which may be another than the first.
    ("since", expression(r"(?:任职|任现职|现职|到任|就任|履职)(?:起始|开始)?(?:时间|日期|年月)|何时任(?:现)?职|起任时间")),
    ("remark", expression(r"备注|说明")),
    ("school", expression(r"毕业院校.*|毕业学校.*")),
    (
        "attribute",
        re.compile(
            r"性别|民族|出生.*|籍贯|政治面貌|党派|入党.*|参加工作.*|工作时间|出生地|"
            r"(?:最高|全日制|在职|第一)?(?:教育)?(?:学历|学位|文化程度)(?:[/、（]?(?:及)?学[历位]）?)?"
        ),
    ),
)
# Headings in other words: 现工作单位及所任职务, 拟担任的职务.
_LIKE = (
    ("proposed_body", expression(r"拟[\u4e00-\u9fff]{0,6}(?:单位|部门|学院|机构)(?:名称)?")),
    ("proposed", expression(r"拟")),
    ("removed", expression(r"免去|免职")),
    ("post", expression(r"单位.*职|现.*职|职务.*单位")),
    ("title", expression(r"职务|岗位|职位|职称")),
    ("body", expression(r"^[\u4e00-\u9fff]{0,4}(?:单位|部门|机构|院系)$|^学院$")),
)
_NAMES = expression(r"(?:人选|候选人|同志|干部|代表|委员|专家|领导|成员|负责人|教师|本人)?姓名(?:（性别）)?|名字")
_OTHER = expression(r"序号|编号|备注|联系电话|办公电话|电话|手机|邮箱|年龄|照片|签名|备考|排序")
_NAMED = expression(r"姓 {0,4}名")
_HALF = expression(r"[\u3400-\u9fff](?<![男女])")
_OTHER_HALF = expression(r"[\u3400-\u9fff](?: ?（[^（）]*）)?")
RULE = expression(r"\|?[ :\-|]+\|?$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its heading says it holds."""

    key: str
    heading: str


def _key(text: str) -> str:
    """What a heading says its column holds; "" where it is not known."""
    exact = (
        key
        for key, pattern in KEYS
        if pattern.fullmatch(text) or (key in ("proposed", "removed", "appointed") and pattern.match(text))
    )
    found = next(exact, "")
    return found or next((key for key, pattern in _LIKE if pattern.search(text)), "")


class TableReader:
    """Reads headings and rows of one passage."""

    def __init__(self, passage: Passage, people: People) -> None:
        self.passage, self.norm, self.people = passage, passage.norm, people
        self.gap = ""  # what parts the cells of a table set with blanks

    def cells(self, line: Span) -> list[Span]:
        raw = self.passage.raw[line.start : line.end]
        mark = "\t" if "\t" in raw else next((one for one in MARKS if raw.count(one) >= 2), "")
        if not mark:
            return []
        found, begin = [], line.start
        for at in range(line.start, line.end + 1):
            if at == line.end or self.passage.raw[at] == mark:
                found.append(self._bare(begin, at))
                begin = at + 1
        if mark != "\t" and found[0].start == found[0].end:
            found = found[1:]
        return found

    def _bare(self, start: int, end: int) -> Span:
        while start < end and self.norm[start] == " ":
            start += 1
        while end > start and self.norm[end - 1] == " ":
            end -= 1
        return Span(start, end)

    def set_with_blanks(self, line: Span) -> list[Column] | None:
        """序号　协会职务　姓名　所在单位及职务: a heading whose cells are parted by blanks, all of them known."""
        text = self.norm[line.start : line.end]
        if not _NAMED.search(text) or re.search(r"[：，。；\d]", text):
            return None
        for gap in ("  +", " +"):
            cells = self._blanks(line, gap)
            texts = [self._text(cell) for cell in cells]
            if len(cells) > 2 and all(_NAMES.fullmatch(text) or _key(text) or _OTHER.fullmatch(text) for text in texts):
                self.gap = gap
                return self.columns(cells, [])
        return None

    def parted(self, line: Span, count: int) -> list[Span]:
        """The cells of a row set with blanks, none where it has not as many as the heading."""
        cells = self._blanks(line, self.gap)
        return cells if len(cells) == count else []

    def _blanks(self, line: Span, gap: str) -> list[Span]:
        found: list[Span] = []
        for match in re.compile(rf"(?:(?!{gap}).)+").finditer(self.norm, *line):
            span = self._bare(*match.span())
            last = self.norm[found[-1].start : found[-1].end] if found else ""
            if _HALF.fullmatch(last) and _OTHER_HALF.fullmatch(self.norm, *span):
                found[-1] = Span(found[-1].start, span.end)  # 景　明, 姓　名
            elif span.end > span.start:
                found.append(span)
        return found

    def _text(self, span: Span) -> str:
        return re.sub(r"\s", "", self.norm[span.start : span.end])

    def columns(self, cells: list[Span], below: list[list[Span]]) -> list[Column] | None:
        texts = [self._text(cell) for cell in cells]
        if any(len(text) > 16 for text in texts):
            return None
        named = next((at for at, text in enumerate(texts) if _NAMES.fullmatch(text)), None)
        if named is None:
            named = self._column_of_names(texts, below)
        if named is None:
            return None
        after = texts[texts.index("姓名") + 1 : texts.index("姓名") + 2] if "姓名" in texts else []
        if after and self.people.is_name(after[0], strict=True) and not any(pattern.fullmatch(after[0]) for _, pattern in KEYS):
            return None  # a form: 姓名 | 王某 | 性别 | 男
        found = [Column("name" if at == named else _key(text), text) for at, text in enumerate(texts)]
        if sum(column.key == "name" for column in found) > 1:
            found = [
                Column("" if column.key == "name" and at != named else column.key, column.heading)
                for at, column in enumerate(found)
            ]
        if sum(column.key != "" for column in found) < 2:
            return None
        return found

    def _column_of_names(self, texts: list[str], below: list[list[Span]]) -> int | None:
        """The column whose cells below the heading are all names, where another heading says what it is of."""
        if sum(bool(_key(text)) for text in texts) < 2 or not below or any(self._is_data(text) for text in texts):
            return None
        for at, text in enumerate(texts):
            if _key(text) in ("", "name") and all(
                at < len(cells) and self.people.one(*cells[at], strict=True) is not None for cells in below
            ):
                return at
        return None

    def _is_data(self, text: str) -> bool:
        return bool(re.search(r"\d|^[男女]$", text)) or self.people.is_name(text, strict=True)
