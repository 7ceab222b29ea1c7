"""Tables whose rows are people: tab-separated lines, or lines of a Markdown table, below a heading with 姓名."""

from __future__ import annotations

import re

from kgnews.annotate.dossier.attributes import attributes_in, bracket, tell
from kgnews.annotate.dossier.careers import Line
from kgnews.annotate.dossier.decree_words import ITEM
from kgnews.annotate.dossier.duties import DutyReader
from kgnews.annotate.dossier.duty_words import OBJECTS_HEAD, VERB
from kgnews.annotate.dossier.people import Named
from kgnews.annotate.dossier.place_tables import Heading, PlaceTables
from kgnews.annotate.dossier.profiles import ProfileReader
from kgnews.annotate.dossier.roster_words import ROLE_CELL, ROLES
from kgnews.annotate.dossier.rosters import RosterReader
from kgnews.annotate.dossier.schooling import study_in
from kgnews.annotate.dossier.table_orders import TableOrders
from kgnews.annotate.dossier.tables import KEYS, RULE, Column, TableReader
from kgnews.annotate.dossier.when import ONE, iso, period
from kgnews.expressions import expression
from kgnews.records import Span

_NOTED = expression(r"(?P<a>[^（）]+)（(?P<b>[^（）]+)）")
_CAPTION = 40  # characters of a heading above a table
_ONE_OF_ROLES = expression(r"（(?P<aside>[^（）]*)）|(?P<out>[^兼、，和 （）]+)")  # 主席（会长）; 副主席（兼职）


class GridReader(TableReader):
    """Reads the tables of a passage with the help of the readers of profiles and rosters."""

    def __init__(self, profiles: ProfileReader, rosters: RosterReader) -> None:
        super().__init__(profiles.passage, profiles.people)
        self.profiles, self.rosters, self.scribe = profiles, rosters, profiles.scribe
        self.places = PlaceTables(self, rosters)
        self.orders = TableOrders(profiles.document, profiles.passage, profiles.offices, profiles.scribe)

    def run(self) -> None:
        """Find headings with 姓名 and read the rows below them; a cell left empty goes on with the one above."""
        columns: list[Column] | None = None
        placed: Heading | None = None
        skip = -1
        above: dict[int, Span] = {}
        lines = [Span(*match.span()) for match in re.finditer(r"[^\n]*[^\s][^\n]*", self.passage.raw)]
        for number, line in enumerate(lines):
            if number == skip:
                continue
            cells = self.cells(line)
            if len(cells) > 1 and (found := self.places.heading([self.cells(one) for one in lines[number : number + 4]])):
                placed, columns = found, None
                skip = number + 1 if found.lines > 1 else -1
                self.scribe.claim(*line)
                continue
            if placed is not None and len(cells) > 1 and not self.columns(cells, []):
                if self.places.row(placed, cells):
                    self.scribe.claim(*line)
                continue
            placed = None
            heading: list[Column] | None = None
            if len(cells) < 2:
                heading = self.set_with_blanks(line)
                cells = self.parted(line, len(columns)) if columns is not None and self.gap else []
            else:
                self.gap = ""
                below = [self.cells(one) for one in lines[number + 1 : number + 4]]
                heading = self.columns(cells, [one for one in below if len(one) > 1])
            if heading is not None:
                columns, above = heading, {}
                self.orders.above(line)
                self.scribe.claim(*line)
            elif columns is not None and cells:
                if not RULE.fullmatch(self.passage.raw[line.start : line.end].strip()):
                    self._row(columns, cells, above, line)
            elif columns is None and cells:
                self._pairs(cells, line)
            elif not self.gap or "。" in self.norm[line.start : line.end]:
                columns = None
                self._caption(line, lines[number + 1 : number + 3])
                self.rosters._office(line)  # below the table: 办公室设在某局，某某兼任办公室主任

    def _caption(self, line: Span, below: list[Span]) -> None:
        """二、裁判委员会, above a table of its own: the group of the roles in it."""
        text = self.norm[line.start : line.end].strip()
        if len(text) > _CAPTION or text[-1] in "。；：" or not any(len(self.cells(one)) > 1 for one in below):
            return
        item = ITEM.match(self.norm, *line)
        self.rosters._group_line(Span(item.end() if item else line.start, line.end), listed=True)

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
        named = self.people.one(*name) if name else None
        if named is None:
            return
        person = self.scribe.person(named.span)
        self.profiles._set(person, named.span)
        bracket(self.scribe, person, named)
        if named.note is not None and self.rosters.group and self.profiles.offices.read(*named.note).whole:
            self.rosters._member(Named(named.span, None, named.end), named.note)  # 何文（署理行政总监）, with a role in the group
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
            fact = Span(name.start, cell.end) if name.start < cell.start else cell
            told = {attribute: iso(text.strip())} | ({"party": "中国共产党"} if attribute == "party_since" else {})
            for key, value in told.items():
                self.scribe.say("record-attribute", fact, (person, self.scribe.value("Value", cell, value)), {"attribute": key})
            return
        found = list(attributes_in(self.norm, *cell))
        if not found and (noted := _NOTED.fullmatch(text)):  # 女（回族）
            found = [
                one
                for key in ("a", "b")
                for one in attributes_in(self.norm, cell.start + noted.start(key), cell.start + noted.end(key))
            ]
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
            at = self.norm.find("挂职", *cells["role"])
            for role in self._roles(cells["role"]):
                self.rosters.role = role
                self.rosters._member(Named(name, Span(at, at + 2) if at >= 0 else None, name.end), None)
            self.rosters.role = Span(0, 0)
        if "body" in cells and "title" in cells:
            body = self.norm[cells["body"].start : cells["body"].end].replace(" ", "")
            career.before = profiles.offices._name(body, "") or body
            self._with_body(cells["body"], career.before, cells["title"], name)
        elif "title" in cells or "post" in cells:
            self._post(cells.get("post") or cells["title"], cells.get("since"))
        if "body" in cells and "title" not in cells and "post" not in cells:
            profiles._post(*cells["body"], "")
        self._duties(columns, cells, name)
        self._orders(columns, cells, name)
        if "proposed_body" in cells:
            body = self.norm[cells["proposed_body"].start : cells["proposed_body"].end].replace(" ", "")
            career.before = profiles.offices._name(body, "") or body
        if "proposed" in cells:
            profiles._propose(*cells["proposed"])
        if "school" in cells:
            study = study_in(self.norm, *cells["school"])
            if study:
                career._study(study, None)

    def _orders(self, columns: list[Column], cells: dict[str, Span], name: Span) -> None:
        person, career = self.profiles.person, self.profiles.career
        assert person is not None
        assert career is not None
        self.orders.of_each(person, name)
        if "removed" in cells:
            heading = next(column.heading for column in columns if column.key == "removed")
            self.orders.taken(person, name, cells["removed"], career.before, heading)
        if "appointed" in cells:
            before = career.before
            if "body" in cells and "title" not in cells:  # 教务处 | 何明 | 主任
                own = self.norm[cells["body"].start : cells["body"].end].replace(" ", "")
                before = self.profiles.offices._name(own, "")
            self.orders.given(person, name, cells["appointed"], before, cells.get("remark"))

    def _post(self, span: Span, since: Span | None) -> None:
        told = period(self.norm, *since) if since else None
        if told is None or self.profiles.career is None:
            self.profiles._post(*span, "")
        else:
            self.profiles.career.line(Line(span, told))

    def _duties(self, columns: list[Column], cells: dict[str, Span], name: Span) -> None:
        """What someone does, in a cell of its own; 分管部门 says it of nothing but names, 联系学院 where it stands beside such a cell."""
        career = self.profiles.career
        duties = DutyReader(self.profiles.document, self.passage, self.profiles.offices, self.scribe)
        host, own = self.profiles.offices.host, career.before if career else ""
        duties.person, duties.name, duties.own = self.profiles.person, name, host if host and own.startswith(host) else own
        for key in ("duty", "links") if "duty" in cells else ():
            role = next((OBJECTS_HEAD.search(column.heading) for column in columns if column.key == key), None)
            if role and key in cells and not VERB.match(self.norm, *cells[key]):
                duties._things(role[0], cells[key].start, cells[key])
            elif key in cells:
                duties._duties(cells[key])

    def _is_role(self, cell: Span) -> bool:
        return self._text(cell) in ROLES or ROLE_CELL.fullmatch(self._text(cell)) is not None

    def _roles(self, cell: Span) -> list[Span]:
        """副主席兼秘书长 are two."""
        parts = []
        for one in _ONE_OF_ROLES.finditer(self.norm, *cell):
            if one["out"] or ROLE_CELL.fullmatch(one["aside"]):
                parts.append(Span(*one.span("out" if one["out"] else "aside")))
        if self.rosters.alias:  # 总商会副会长
            parts = [Span(a + 3 * self.norm.startswith("总商会", a), b) for a, b in parts]
        known = all(self._is_role(part) or self.profiles.offices.heads.start(self._text(part)) == 0 for part in parts)
        return parts if parts and known else [cell]

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
                named = self.people.one(*value)
                if named:
                    self.profiles._set(self.scribe.person(named.span), named.span)
                    done = True
            elif self.profiles.person is not None and re.fullmatch(KEYS[-1][1], key):
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
