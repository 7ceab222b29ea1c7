"""Tables whose rows are people: tab-separated lines, or lines of a Markdown table, below a heading with 姓名."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgnews.annotate.dossier.attributes import attributes_in, bracket, tell
from kgnews.annotate.dossier.duties import DutyReader
from kgnews.annotate.dossier.profiles import ProfileReader
from kgnews.annotate.dossier.rosters import RosterReader
from kgnews.annotate.dossier.schooling import study_in
from kgnews.annotate.dossier.when import ONE, iso
from kgnews.records import Span

_KEYS = (
    ("name", re.compile(r"姓名|人员|人选姓名|候选人")),
    ("proposed", re.compile(r"拟任|拟提名|拟聘|拟推荐|拟选")),
    ("removed", re.compile(r"免去|免职|原职务|原任职务|原任职|曾任")),
    ("appointed", re.compile(r"任命|新任|任职决定")),
    (
        "role",
        re.compile(
            r"(?:学会|协会|组内|小组|领导小组|理事会|本会|会内|委员会|商会|担任|组织内|机构内|指挥部|组委会|校友会|"
            r"研究会|联盟|基金会|拟?任本会)[\u4e00-\u9fff]{0,4}职务|角色|组内分工|类别|担任职务"
        ),
    ),
    (
        "post",
        re.compile(
            r"(?:工作)?单位(?:及|和|、|/)?职务|现任(?:工作)?(?:单位)?(?:及)?职?务?|现职务?|单位职务|"
            r"工作单位及职务职称|所在单位及职务|职务职称"
        ),
    ),
    ("body", re.compile(r"(?:工作|所在|任职)?单位(?:名称)?|部门|机构|所在部门|工作部门")),
    ("title", re.compile(r"职务|岗位|行政职务|职务/职称")),
    ("rank", re.compile(r"(?:专业技术|技术)?(?:职称|职务)(?:/?职称)?")),
    ("duty", re.compile(r"分工|工作分工|职责")),
    ("school", re.compile(r"毕业院校.*|毕业学校.*")),
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
    ("proposed", re.compile(r"拟")),
    ("removed", re.compile(r"免去|免职")),
    ("post", re.compile(r"单位.*职|现.*职|职务.*单位")),
    ("title", re.compile(r"职务|岗位|职位|职称")),
    ("body", re.compile(r"^[\u4e00-\u9fff]{0,4}(?:单位|部门|机构|院系)$|^学院$")),
)
_NAMES = re.compile(r"(?:人选|候选人|同志|干部|代表|委员|专家|领导|成员|负责人|教师|本人)?姓名(?:（性别）)?|名字")
_RULE = re.compile(r"\|?[ :\-|]+\|?$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its heading says it holds."""

    key: str
    heading: str


def _key(text: str) -> str:
    """What a heading says its column holds; "" where it is not known."""
    exact = (key for key, pattern in _KEYS if pattern.fullmatch(text) or (key in ("proposed", "removed") and pattern.match(text)))
    found = next(exact, "")
    return found or next((key for key, pattern in _LIKE if pattern.search(text)), "")


class GridReader:
    """Reads the tables of a passage with the help of the readers of profiles and rosters."""

    def __init__(self, profiles: ProfileReader, rosters: RosterReader) -> None:
        self.profiles, self.rosters = profiles, rosters
        self.passage, self.norm, self.scribe = profiles.passage, profiles.norm, profiles.scribe

    def run(self) -> None:
        """Find headings with 姓名 and read the rows below them; a cell left empty goes on with the one above."""
        columns: list[Column] | None = None
        above: dict[int, Span] = {}
        lines = list(re.finditer(r"[^\n]+", self.passage.raw))
        for number, match in enumerate(lines):
            cells = self._cells(Span(*match.span()))
            if len(cells) < 2:
                if match[0].strip():
                    columns = None
                continue
            below = [self._cells(Span(*one.span())) for one in lines[number + 1 : number + 4]]
            heading = self._columns(cells, [one for one in below if len(one) > 1])
            if heading is not None:
                columns, above = heading, {}
                self.scribe.claim(*match.span())
            elif columns is not None and not _RULE.fullmatch(match[0].strip()):
                self._row(columns, cells, above, Span(*match.span()))
            elif columns is None:
                self._pairs(cells, Span(*match.span()))

    def _cells(self, line: Span) -> list[Span]:
        raw = self.passage.raw[line.start : line.end]
        mark = "\t" if "\t" in raw else "|" if raw.count("|") >= 2 else ""
        if not mark:
            return []
        found, begin = [], line.start
        for at in range(line.start, line.end + 1):
            if at == line.end or self.passage.raw[at] == mark:
                start, end = begin, at
                while start < end and self.norm[start] == " ":
                    start += 1
                while end > start and self.norm[end - 1] == " ":
                    end -= 1
                found.append(Span(start, end))
                begin = at + 1
        if mark == "|" and found and found[0].start == found[0].end:
            found = found[1:]
        return found

    def _text(self, span: Span) -> str:
        return re.sub(r"\s", "", self.norm[span.start : span.end])

    def _columns(self, cells: list[Span], below: list[list[Span]]) -> list[Column] | None:
        texts = [self._text(cell) for cell in cells]
        if any(len(text) > 16 for text in texts):
            return None
        named = next((at for at, text in enumerate(texts) if _NAMES.fullmatch(text)), None)
        if named is None:
            named = self._column_of_names(texts, below)
        if named is None:
            return None
        after = texts[texts.index("姓名") + 1 : texts.index("姓名") + 2] if "姓名" in texts else []
        if (
            after
            and self.profiles.people.is_name(after[0], strict=True)
            and not any(pattern.fullmatch(after[0]) for _, pattern in _KEYS)
        ):
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
                at < len(cells) and self.profiles.people.one(*cells[at], strict=True) is not None for cells in below
            ):
                return at
        return None

    def _is_data(self, text: str) -> bool:
        return bool(re.search(r"\d|^[男女]$", text)) or self.profiles.people.is_name(text, strict=True)

    def _row(self, columns: list[Column], cells: list[Span], above: dict[int, Span], line: Span) -> None:
        by_key: dict[str, Span] = {}
        both = {"title", "post"} <= {column.key for column in columns}
        for index, column in enumerate(columns):
            cell = cells[index] if index < len(cells) else Span(line.end, line.end)
            if cell.start == cell.end and (column.key in ("role", "body") or (both and column.key == "title")) and index in above:
                cell = above[index]
            above[index] = cell
            if column.key and column.key != "attribute" and cell.end > cell.start:
                by_key.setdefault(column.key, cell)
        name = by_key.get("name")
        named = self.profiles.people.one(*name) if name else None
        if named is None:
            return
        person = self.scribe.person(named.span)
        self.profiles._set(person, named.span)
        bracket(self.scribe, person, named)
        for index, column in enumerate(columns):
            if column.key == "attribute" and index < len(cells):
                self._attribute(column.heading, cells[index])
        self._posts(columns, by_key, named.span)
        self.scribe.claim(*line)

    def _attribute(self, heading: str, cell: Span) -> None:
        person, name = self.profiles.person, self.profiles.name
        assert person is not None
        text = self.norm[cell.start : cell.end]
        date = ONE.fullmatch(text.strip())
        if heading.startswith(("出生", "入党", "参加工作")) and "地" not in heading and date:
            attribute = {"出": "birth", "入": "party_since", "参": "work_since"}[heading[0]]
            value = self.scribe.value("Value", cell, iso(text.strip()))
            self.scribe.say(
                "record-attribute",
                Span(name.start, cell.end) if name.start < cell.start else cell,
                (person, value),
                {"attribute": attribute},
            )
            return
        found = list(attributes_in(self.norm, *cell))
        bare = re.search(r"民族|籍贯|出生地|学历|学位", heading)
        if not found and bare:
            front = f"{bare[0]}："
            padded = " " * (cell.start - len(front)) + front + text if cell.start >= len(front) else ""
            found = list(attributes_in(padded, cell.start - len(front), cell.end)) if padded else []
        for one in found:
            tell(self.scribe, person, name, one)

    def _posts(self, columns: list[Column], cells: dict[str, Span], name: Span) -> None:
        profiles, career = self.profiles, self.profiles.career
        assert career is not None
        assert profiles.person is not None
        career.before = ""
        if "rank" in cells and not {"title", "post", "role"} & set(cells):
            cells["title"] = cells.pop("rank")  # 某大学 | 教授
        if "title" in cells and "post" in cells and "role" not in cells:  # 职务 of the group, 单位职务 at home
            cells["role"], cells["title"] = cells["title"], cells.pop("post")
        elif "post" in cells and "body" in cells and "title" not in cells:
            cells["title"] = cells.pop("post")
        listed = bool(cells.get("role"))
        if not listed and "title" in cells and self.rosters.group and "body" not in cells and self._is_role(cells["title"]):
            cells["role"] = cells.pop("title")
        if "role" in cells and self.rosters.group:
            self.rosters.role = cells["role"]
            from kgnews.annotate.dossier.people import Named

            self.rosters._member(Named(name, None, name.end), None)
            self.rosters.role = Span(0, 0)
        if "body" in cells and "title" in cells:
            body = self.norm[cells["body"].start : cells["body"].end].replace(" ", "")
            career.before = profiles.offices.territory.expand(body)
            self._with_body(cells["body"], career.before, cells["title"], name)
        elif "title" in cells or "post" in cells:
            span = cells.get("post") or cells["title"]
            profiles._post(*span, "")
        if "body" in cells and "title" not in cells and "post" not in cells:
            profiles._post(*cells["body"], "")
        if "duty" in cells:
            duties = DutyReader(profiles.document, self.passage, profiles.offices, self.scribe)
            duties.person, duties.name, duties.own = profiles.person, name, career.before
            duties._duties(cells["duty"])
        if "removed" in cells:
            profiles._post(*cells["removed"], "former")
        if "proposed" in cells:
            profiles._propose(*cells["proposed"])
        if "school" in cells:
            study = study_in(self.norm, *cells["school"])
            if study:
                career._study(study, None)

    def _is_role(self, cell: Span) -> bool:
        from kgnews.annotate.dossier.roster_words import ROLES

        return self._text(cell) in ROLES

    def _with_body(self, at: Span, name: str, title: Span, person: Span) -> None:
        """Body and title in cells of their own."""
        assert self.profiles.person is not None
        for office in self.profiles.offices.read(title.start, title.end, name).offices:
            own = office.body.end > office.body.start
            body = self.scribe.body(office.body if own else at, office.body_name)
            fact = Span(min(person.start, office.title_span.start), office.title_span.end)
            self.scribe.say("record-career", fact, (self.profiles.person, body), {"title": office.title, "status": office.status})

    def _pairs(self, cells: list[Span], line: Span) -> None:
        """A form: 姓名 | 王某 | 性别 | 男."""
        texts = [self._text(cell) for cell in cells]
        done = False
        for index in range(0, len(texts) - 1):
            key = texts[index].rstrip("：")
            value = cells[index + 1]
            if value.start == value.end:
                continue
            if key == "姓名":
                named = self.profiles.people.one(*value)
                if named:
                    self.profiles._set(self.scribe.person(named.span), named.span)
                    done = True
            elif self.profiles.person is not None and re.fullmatch(_KEYS[-1][1], key):
                self._attribute(key, value)
                done = True
            elif self.profiles.person is not None and key in ("现任职务", "职务", "单位及职务", "工作单位及职务"):
                self.profiles._post(*value, "")
                done = True
            elif self.profiles.person is not None and key.startswith("拟任"):
                self.profiles._propose(*value)
                done = True
        if done:
            self.scribe.claim(*line)
