"""Where someone studied: 1993.09—1997.07云岭大学法律系法学专业学习, 毕业于东海大学中文系, 青山大学法学专业毕业."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgnews.expressions import expression
from kgnews.records import Span

_SCHOOL = expression(
    r"(?P<lead>(?:先后)?(?P<early>本科|硕士|博士|专科|研究生)?(?:参加|在|从|自|就读于|毕业于|考入|考取|进入|入|赴|到|于|获|获得|取得)*)"
    r"(?P<school>[\u4e00-\u9fff·（）]{0,18}?(?:大学(?!生|学历|文化|本科|专科|毕业|普通班)|学院|党校(?!研究生|"
    r"大学|函授|本科)|学校|师范(?!大|学|专|高)|团校|中专|中学|高中|技校|干校|研究生院|研究院|研究所|科学院|社科院|"
    r"社会科学院|商学院|军校|电大|夜大|函授学院|干部管理学院)"
    r"(?:(?<=院)[\u4e00-\u9fff]{0,4}?大学(?!生))?)"
    r"(?P<rest>[^，；。]*)"
)
_DONE = expression(
    r"学习|就读|读书|毕业|进修|培训|研究生|本科|专科|大专|攻读|深造|学生|学员|博士|硕士|学士|访问学者|肄业|结业|"
    r"在读|在校|函授|脱产|学位|读研|读博|班$|专业$|系$|^$"
)
_FIELD = expression(r"(?:^|系|学院|院|班|在职)(?P<field>(?!.*(?:系|学院))[\u4e00-\u9fff与和及]{2,16}?)专业")
_DEGREE = expression(
    r"(?P<degree>(?:[\u4e00-\u9fff]{1,6}学|工程|工商管理|公共管理|法律|农业推广|教育|会计)?(?:在职)?(?:博士|硕士)(?:研究生|学位)?|在职研究生(?!班)|"
    r"[\u4e00-\u9fff]{1,6}(?:学士|硕士|博士)学位|学士学位|本科|专科|大专|中专)"
)
_CONFERRED = expression(
    r"，(?:并|先后)?(?:获得?|取得|被?授予)(?P<degree>[\u4e00-\u9fff]{1,8}(?:学士|硕士|博士)(?:学位)?)(?=[，。；）\n]|$)"
)
_WHOLE_DEGREE = expression(
    r"(?P<degree>(?!.*(?:专业|毕业|在读|系|学院|研究生|研究所))[\u4e00-\u9fff]{2,10}(?:学士|硕士|博士)(?:学位)?)"
)
_ABROAD = expression(r"[\u4e00-\u9fff]{2,8}国[\u4e00-\u9fff]{1,10}大学")
_TEACHES = expression(
    r"(?:教师|教授|讲师|助教|校长|院长|主任|书记|处长|科长|干事|辅导员|教员|研究员|工作|任教|执教|留校|秘书|编辑|"
    r"记者|导师|馆员|职员|干部|馆长|所长|主席|部长|队长|团长|委员|会长|理事|秘书长)$"
)


@dataclass(frozen=True, slots=True)
class Study:
    """A school with what was studied there."""

    school: Span
    name: str
    field: str
    degree: str
    proof: Span


def study_in(norm: str, start: int, end: int) -> Study | None:
    """The study that ``[start, end)`` tells, None where it tells something else."""
    while start < end and norm[start] in " ，、：":
        start += 1
    match = _SCHOOL.match(norm, start, end)
    if match is None or not _DONE.search(match["rest"]) or _TEACHES.search(norm[start:end].rstrip()):
        return None
    if (
        "博士后" in match["rest"]
        or re.search(r"\d{2}级", match["rest"])
        or (match["early"] and "毕业" not in match["lead"] + match["rest"])
    ):
        return None
    bare = not match["rest"].strip()
    if (
        (bare and not match["lead"])
        or len(match["school"]) < 3
        or match["school"].startswith(("省级", "大学", "市级", "有关", "某"))
    ):
        return None
    field = _FIELD.search(match["rest"])
    if field is None:
        field = re.match(r"(?P<field>[\u4e00-\u9fff与和及]{2,14}?)专业", match["rest"])
    degree = _DEGREE.search(match["rest"][field.end() if field else 0 :])
    conferred = _CONFERRED.match(norm, match.end())
    whole = _WHOLE_DEGREE.fullmatch(match["rest"])  # 某大学电机工程博士
    degree = conferred or whole or degree  # 某大学某专业在职研究生学习，获公共管理硕士学位
    words = re.sub(r"^(?:并?获得?|取得|攻读)", "", degree["degree"]) if degree else match["early"] or ""
    school = Span(*match.span("school"))
    return Study(school, match["school"], _clean(field["field"]) if field else "", words, Span(start, end))


_AT_SCHOOL = expression(
    r"(?:就读于|毕业于|考入|考取|进入|获得?|取得|从|自|于|在)?(?P<school>[\u4e00-\u9fff·（）]{2,24}?(?:大学|学院|学校|研究院|研究所|科学院|社科院|党校|师专|中专|中学))"
    r"(?P<rest>(?:[\u4e00-\u9fff]{1,14}?(?:系|学院|学部|研究院|研究所|中心|部|所|院|书院))*)(?P<more>[\u4e00-\u9fff]*)"
)
_DEGREE_CELL = expression(
    r"(?P<degree>(?:[\u4e00-\u9fff]{0,10}(?:学士|硕士|博士)(?:学位|研究生)?|(?:大学)?(?:本科|专科)(?:生)?|大专|中专|(?:在职)?研究生))(?:毕业|学习|在读)?"
)
_FIELD_CELL = expression(r"(?P<field>[\u4e00-\u9fff与和及]{2,16}?)(?:专业|方向)?(?:毕业|学习)?")
_CELL = expression(r"[^，、；。：| ]+")
_CELL_NOTE = expression(r"（[^（）]*）")
_PROSE = expression(r"博士后|访问学者|[，、 ](?:并?获得?|取得|被?授予|攻读)")
_NOT_FIELD = expression(r"导师|学分|成绩|排名|优秀|毕业生|奖|联合培养|交换|访问|公派|留学|全日制|留校|同等学力|任教|[系院部]$")


def study_cells(norm: str, start: int, end: int, *, headed: bool = False, degree: str = "") -> Study | None:
    """School, field and degree set apart: 北屿大学，高分子化学专业，理学硕士.

    ``headed``: below a heading that says so; ``degree``: one that the line has told already.
    """
    bare = _CELL_NOTE.sub(lambda match: " " * len(match[0]), norm[start:end])
    cells = [Span(start + one.start(), start + one.end()) for one in _CELL.finditer(bare)]
    school = _AT_SCHOOL.fullmatch(norm, *cells[0]) if cells else None
    if school is None or _TEACHES.search(bare.rstrip()) or _PROSE.search(bare):
        return None
    field = ""
    for cell in cells[1:]:
        text = norm[cell.start : cell.end]
        told = _DEGREE_CELL.fullmatch(text)
        named = _FIELD_CELL.fullmatch(text)
        if told is not None:
            degree = degree or told["degree"]
        elif _NOT_FIELD.search(text):
            continue
        elif named is not None and not field and (headed or text.endswith("专业") or degree or cell != cells[-1]):
            field = named["field"]
        elif not headed:
            return None
    whole = study_in(norm, *cells[0]) if school["more"] else None
    field, degree = field or (whole.field if whole else ""), degree or (whole.degree if whole else "")
    if not (field or degree or headed) or (school["more"] and whole is None):
        return None
    return Study(Span(*school.span("school")), school["school"], field, degree, Span(start, cells[-1].end))


def _clean(field: str) -> str:
    return re.sub(r"^(?:[\u4e00-\u9fff]{1,10}(?:系|学院|院|班|研究生|进修|函授))", "", field)
