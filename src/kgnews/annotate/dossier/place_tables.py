"""Tables whose rows are villages, rivers or sections: one column says which, others name who has which role there.

村名 | 主任 | 副主任 | 委员, 河流名称 | 市级河长 | 职务, and headings of two lines:
河流名称 | 市级河长 | 县级河长 over 姓名 | 职务 | 姓名 | 职务.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgnews.annotate.dossier.attributes import bracket
from kgnews.annotate.dossier.houses import house_of
from kgnews.annotate.dossier.people import Named
from kgnews.annotate.dossier.roster_words import ROLE
from kgnews.annotate.dossier.rosters import RosterReader
from kgnews.annotate.dossier.tables import TableReader
from kgnews.expressions import expression
from kgnews.records import Span

_CHIEF = r"(?:总|第一|[省市县区镇乡村组]级|流域|责任)*副?(?:[河湖林路田链段街巷片库渠山楼井]|网格|小组|村民小组|组|班)长"
_OF_PARTY = (
    r"(?:(?:村|社区|学校|联合)?(?:党支部|党总支|总支|支部|支委会?|党委|党组织|纪委|团支部|团委|工会|妇联|村委会|居委会|村委))?"
)
_ROLE = expression(
    rf"(?:{_CHIEF}|{_OF_PARTY}(?:{ROLE})|党[委总支]{1, 2}（[^）]*）(?:副)?书记|(?:村|居)委?主任|[\u4e00-\u9fff]{{0,2}}主任|支书|"
    rf"村支书)(?:（[^）]*）)?"
)
# Whom a column names besides, who holds no post by that.
_BESIDE = expression(
    r"(?:包|挂|联|驻)[\u4e00-\u9fff]{1,4}(?:领导|干部|人员|部门|单位)|(?:联系|责任|分管|挂钩|负责)(?:领导|人|人员)|护林员|网格员|巡查员|联络员|监督员|[\u4e00-\u9fff]{0,4}责任人"
)
_BEHIND = expression(r"）(?=副?书记$)")
_OTHER_TITLE = expression(r" ?（(?P<title>[\u4e00-\u9fff]{2,4})）")
_WHICH = expression(
    r"名称|链|产业|领域|科室|系部|处室|河|湖|村|社区|路线|路段|道路|林|单位|部门|支部|班级|学院|网格|组别|小组|乡镇|镇街|街道|片区|渠|水库|[段区组]$"
)
_POST = expression(r"(?:现任?)?(?:行政)?(?:工作)?(?:单位)?(?:及|和|、)?职务|工作单位及职务|现任职务")
_NOT_WHICH = expression(
    r"序号|编号|备注|电话|联系电话|手机|办公电话|长度.*|起点|终点|起止.*|面积.*|人数|公里|流经.*|所在.*|监督.*|任期|任职.*|性别|民族"
)
_NAME = expression(r"姓 *名")
_NOBODY = expression(r"[无缺空暂—\-/、 ]*")
_TOWN = expression(r"[镇乡县区市]$|街道$")
_VILLAGE = expression(r"(?:[村居屯寨庄湾]|社区)$")
_COMMITTEE = expression(
    r"(?P<kind>村民委员会|村委会|居民委员会|居委会|村务监督委员会|村（居）民委员会|党支部委员会|党支部|党总支|党组织|"
    r"(?:部门|分)工会(?:委员会)?|团支部|团总支)[\u4e00-\u9fff]{0,6}(?:组成|换届|选举|成员|名单|班子|当选)"
)
# What a house has, told without it: 心血管内科, 高一（1）班.
_PART = expression(r"[\u4e00-\u9fff（）\d]{1,14}(?:科|室|部|处|系|院|班|组|病区|中心|年级|所|馆|队|车间|厂|办)|机关")
_ROWS = 3  # looked at below a heading


@dataclass(frozen=True, slots=True)
class Heading:
    """What the columns hold: ``which`` says whose the row is; names with their role and the column of their posts at home."""

    which: tuple[int, ...]
    names: tuple[tuple[int, Span | None, int | None], ...]
    count: int
    lines: int = 1


class PlaceTables:
    """Reads such tables of one passage with the help of the readers of rosters and of tables."""

    def __init__(self, tables: TableReader, rosters: RosterReader) -> None:
        self.tables, self.rosters, self.norm = tables, rosters, tables.norm
        self.above: dict[int, Span] = {}
        self.headings: dict[int, str] = {}
        titles = rosters.document.title.norm + "\n" + self.norm[:400]
        kind = _COMMITTEE.search(titles)
        self.kind = kind["kind"] if kind else ""
        self.village = ""

    def heading(self, rows: list[list[Span]]) -> Heading | None:
        """The heading that the first row (with the second) is."""
        cells = rows[0]
        texts = [self.tables._text(cell) for cell in cells]
        roles = [at for at, text in enumerate(texts) if _ROLE.fullmatch(text) or _BESIDE.fullmatch(text)]
        if not roles or any(len(text) > 16 for text in texts) or any(_NAME.fullmatch(text) for text in texts):
            return None
        self.headings = dict(enumerate(texts))
        below = [cell for cell in rows[1] if cell.end > cell.start] if len(rows) > 1 else []
        if sum(bool(_NAME.fullmatch(self.tables._text(cell))) for cell in below) == len(roles):
            return self._two_lines(cells, texts, roles, below)
        return self._one_line(cells, texts, roles, rows[1:])

    def _two_lines(self, cells: list[Span], texts: list[str], roles: list[int], below: list[Span]) -> Heading | None:
        which = self._which(texts[: roles[0]])
        names: list[tuple[int, Span | None, int | None]] = []
        for at, cell in enumerate(below):
            text = self.tables._text(cell)
            if _NAME.fullmatch(text):
                role = roles[len(names)]
                names.append((roles[0] + at, self._role(cells[role], texts[role]), None))
            elif _POST.fullmatch(text) and names and names[-1][2] is None:
                names[-1] = (*names[-1][:2], roles[0] + at)
        return Heading(which, tuple(names), roles[0] + len(below), 2) if which else None

    def _one_line(self, cells: list[Span], texts: list[str], roles: list[int], below: list[list[Span]]) -> Heading | None:
        which = self._which(["" if at in roles else text for at, text in enumerate(texts)])
        rows = [row for row in below[:_ROWS] if len(row) > roles[0]]
        if not which or which[0] > roles[0] or not any(self._people(row[roles[0]]) for row in rows):
            return None
        names: list[tuple[int, Span | None, int | None]] = []
        for number, at in enumerate(roles):
            stop = roles[number + 1] if number + 1 < len(roles) else len(texts)
            post = next((one for one in range(at + 1, stop) if _POST.fullmatch(texts[one])), None)
            names.append((at, self._role(cells[at], texts[at]), post))
        if len(roles) == 1 and names[0][2] is None and not _WHICH.search(texts[which[0]]):
            return None
        return Heading(which, tuple(names), len(cells))

    def _role(self, cell: Span, text: str) -> Span | None:
        if _BESIDE.fullmatch(text):
            return None
        if behind := _BEHIND.search(self.norm, *cell):  # 党委（党总支）书记: which of the two is not said
            return Span(behind.end(), cell.end)
        return Span(cell.start, cell.start + len(self.norm[slice(*cell)].partition("（")[0]))

    def _which(self, texts: list[str]) -> tuple[int, ...]:
        """The column that says whose the row is; the town before the village."""
        found = [at for at, text in enumerate(texts) if text and not _NOT_WHICH.fullmatch(text) and not _POST.fullmatch(text)]
        named = [at for at in found if _WHICH.search(texts[at])] or found[:1]
        if len(named) > 1 and re.search("[镇乡县区市]|街道", texts[named[0]]) and re.search("村|社区", texts[named[1]]):
            return named[0], named[1]
        return tuple(named[:1])

    def _people(self, cell: Span) -> list[Named]:
        if _NOBODY.fullmatch(self.norm, *cell):
            return []
        found = self.rosters.people.many(*cell)
        alone = self.rosters.people.weak(*cell) if not found else None
        return found or ([alone] if alone is not None and alone.end >= cell.end else [])

    def row(self, heading: Heading, cells: list[Span]) -> bool:
        """The facts of a row; whether it told any."""
        if len(cells) < max(heading.which) + 1:
            return False
        for at in heading.which:
            self.above[at] = cells[at] if cells[at].end > cells[at].start else self.above.get(at, cells[at])
        body = self._body([self.above[at] for at in heading.which])
        if not body:
            return False
        told = False
        for at, role, post in heading.names:
            for named in self._people(cells[at]) if at < len(cells) else ():
                told = True
                self._member(body, named, role, cells[post] if post is not None and post < len(cells) else None)
        return told

    def _body(self, cells: list[Span]) -> str:
        texts = [self.tables._text(cell) for cell in cells]
        text, territory = "".join(texts), self.rosters.offices.territory
        if not text or re.fullmatch(r"\d+|合计|小计|总计", text):
            return ""
        if _VILLAGE.search(text):
            town = next((territory.places[unit] for unit in "镇乡道" if unit in territory.places), "")
            if len(cells) > 1:
                county = next((territory.places[unit] for unit in "县区市旗" if unit in territory.places), "")
                text = county + text if county and not text.startswith(county) else text
            elif town and not any(_TOWN.search(step) for _, step in territory.steps(text)):
                text = self._in_full(town) + text
            self.village = text
            return text + self.kind.replace("村（居）民", "村民")
        whole, offices = territory.expand(text), self.rosters.offices
        house = offices.host or house_of(self.rosters.document)
        if whole == text and house and _PART.fullmatch(text) and not offices.stands(text):
            whole = house + text
        if text.endswith("组") and self.rosters.base:
            whole = self.rosters.base + text
        heading = self.headings.get(max(self.above), "")
        if heading == "产业链" and not text.endswith("链"):
            whole += heading
        return whole + (self.kind if self.kind[:1] in "分部团党" and not text.endswith(self.kind) else "")

    def _in_full(self, town: str) -> str:
        """The town with its county, where the text or the title names it so."""
        above = re.compile(rf"[\u4e00-\u9fff]{{2,7}}?[县区市旗](?={re.escape(town)})")
        match = above.search(self.norm) or above.search(self.rosters.document.title.norm)
        return match[0] + town if match and self.rosters.offices.territory.steps(match[0]) else town

    def _fitting(self, role: Span, body: str) -> Span:
        """院长（主任）: of a 学院 the first, of a 部 the other."""
        other = _OTHER_TITLE.match(self.norm, role.end)
        unit = self.norm[role.end - 2 : role.end - 1]
        return Span(*other.span("title")) if other and self.norm[role.end - 1] == "长" and not body.endswith(unit) else role

    def _member(self, body: str, named: Named, role: Span | None, post: Span | None) -> None:
        rosters = self.rosters
        person = rosters.scribe.person(named.span)
        if named.note is not None:
            bracket(rosters.scribe, person, named)
        if role is not None and role.end > role.start:
            which = self.above[max(self.above)]
            role = self._fitting(role, body)
            title = "".join(rosters.scribe.raw(role).split())
            mention = rosters.scribe.body(which, body)
            fact = Span(min(which.start, named.span.start), max(which.end, named.span.end))
            rosters.scribe.say("record-roster", fact, (person, mention), {"title": title}, {"title": ("text", role)})
        for home in (post, named.note):
            if home is not None and home.end > home.start:
                for office in rosters.offices.read(*home).offices:
                    if office.body_name.startswith(("村", "社区")) and len(body) > 2:  # 村党支部书记, of the row's
                        office.body_name = self.village + office.body_name.removeprefix("村").removeprefix("社区")
                    if office.body_name:
                        at = rosters.scribe.body(office.body, office.body_name)
                        words = Span(min(named.span.start, office.title_span.start), max(named.span.end, office.title_span.end))
                        rosters._say(words, person, at, office.title, office.status)
