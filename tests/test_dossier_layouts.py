"""What layouts of documents of record must not tell, texts set to a width, the days of a case (layouts.yml: what they tell)."""

from __future__ import annotations

import pytest

from kgnews.annotate.dossier.discipline_dates import StepDates
from kgnews.annotate.dossier.unwrap import _width
from kgnews.pipeline import read_article
from kgnews.records import Article, Span
from support_dossier import knowledge, told


def facts(text: str, title: str, date: str | None = None) -> set[str]:
    """The compared forms of what is read."""
    return {line for claim in read_article(Article("a", text, title, date), knowledge()).claims if (line := told(claim))}


@pytest.mark.parametrize(
    ("title", "text", "line"),
    [
        ("何明简历", "何明，男，汉族，1969年6月生。\n1991.07-1998.05 | 青山市教育局科员\n1998.05- | 青山市教育局副局长", "|"),
        ("干部任免", "青山市委决定：\n何明同志任青山市司法局党委书记，推荐任市司法局局长。", "推荐"),
        ("任前公示", "何明，男，1970年2月生，现任青山大学党委常委、副校长，拟任省属高校党委副书记，并提名为校长人选。", "青山大学校长"),
        ("青山县安全生产委员会名单", "各县人民政府，市安委会各成员单位：\n主任：何明\n成员：李强、王小刚", "单位："),
        ("青山县分工", "何明　县委常委、副县长\n分管青山港务公司、财务办。", "青山县青山港务公司"),
    ],
)  # fmt: skip
def test_what_must_not_come_out(title: str, text: str, line: str) -> None:
    assert not [one for one in facts(text, title) if line in one]


def test_a_text_set_to_a_width_is_read_through_its_breaks() -> None:
    text = (
        "    何　明　青山县委办公室副主任、县委改革办副主任（兼），男，畲族，1985年\n"
        "4月出生，浙江景宁人，2008年8月参加工作，2007年6月入党，大学学历，文学学\n"
        "士。拟任青山县档案馆馆长。\n"
        "    李　强　青山县枫坞镇党委委员、副镇长，女，汉族，1991年2月出生，2013\n"
        "年9月参加工作，中共党员，研究生学历，农学硕士。拟任青山县枫坞镇镇长。\n"
    )
    found = facts(text, "干部任前公示")
    assert {"attr 何明 degree 文学学士", "attr 李强 work_since 2013-09", "prop 李强 青山县枫坞镇镇长"} <= found
    assert not _width("组长：何明\n副组长：李强\n成员：王小刚\n")


@pytest.mark.parametrize(
    ("text", "steps", "dates"),
    [
        ("2023年9月12日，某省纪委宣布立案；2024年2月被开除党籍；同月决定逮捕", ["立案", "开除党籍", "决定逮捕"],
         ["2023-09-12", "2024-02", "2024-02"]),
        ("2023年8月由甲院提起公诉，乙院于2023年11月15日开庭审理", ["提起公诉", "开庭审理"], ["2023-08", "2023-11-15"]),
        ("2024年1月决定逮捕，4月提起公诉", ["决定逮捕", "提起公诉"], ["2024-01", "2024-04"]),
        ("2021年3月至2023年5月收受财物，被开除党籍", ["开除党籍"], [""]),
    ],
)  # fmt: skip
def test_each_step_of_a_case_has_its_own_day(text: str, steps: list[str], dates: list[str]) -> None:
    spans = [Span(text.index(step), text.index(step) + len(step)) for step in steps]
    assert StepDates(text, []).of(Span(0, len(text)), spans) == dates
