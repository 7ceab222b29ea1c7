"""Documents of record: how exactly invented ones are read, and that they join with the news into one career."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgnews.annotate.base.text import read as text_read
from kgnews.annotate.dossier import when
from kgnews.annotate.dossier.houses import house_of, own_part
from kgnews.pipeline import read_article
from kgnews.records import Article, Claim
from support_dossier import FOLDER, documents, knowledge, precision, recall, score


@pytest.mark.parametrize(
    ("folder", "least"), [(FOLDER, (0.98, 0.95)), (FOLDER / "held", (0.97, 0.93))], ids=["learned", "held-out"]
)
def test_reads_invented_documents(folder: Path, least: tuple[float, float]) -> None:
    counts, lines = score(documents(folder))
    assert precision(counts) >= least[0], "\n".join(lines)
    assert recall(counts) >= least[1], "\n".join(lines)


def test_there_are_enough_documents() -> None:
    assert len(documents(FOLDER)) + len(documents(FOLDER / "held")) >= 80


def claims(text: str, title: str = "", date: str | None = None) -> list[Claim]:
    """What is read from a text."""
    return list(read_article(Article("a", text, title, date), knowledge()).claims)


def test_every_quotation_stands_where_it_says() -> None:
    for document in documents(FOLDER):
        for claim in read_article(document.article, knowledge()).claims:
            for item in claim.evidence:
                source = document.article.title if item.where == "title" else document.article.text
                assert source[item.start : item.end] == item.quote
                assert item.quote


def test_the_deciding_body_is_shown() -> None:
    text = "（2024年3月29日青山市第十六届人民代表大会常务委员会第二十次会议通过）\n任命：\n史　宁为青山市教育局局长。"
    (claim,) = claims(text)
    assert claim.properties["decided_by"] == "青山市人民代表大会常务委员会"
    assert claim.properties["since"] == "2024-03-29"
    shown = {item.shows: item.quote for item in claim.evidence}
    assert shown["decided_by"] == "青山市第十六届人民代表大会常务委员会第二十次会议"
    assert shown["since"] == "2024年3月29日"
    assert claim.subject.name == "史宁"
    assert claim.subject.mention == "史　宁"


@pytest.mark.parametrize(
    "text",
    [
        "会议强调，要做好干部任命和免职工作，任命干部要坚持标准。",
        "2011年3月，青山市副市长何明出席会议并讲话。",
        "组长要负起责任，成员要密切配合。",
        "如果违纪违法，将给予开除党籍处分。",
        "1990年7月至1995年6月，这条公路只有两车道。",
        "何明负责联系媒体，分管宣传的同志也到了现场。",
        "示例：“×××同志任××市教育局局长，免去其××县副县长职务”。",
        "某局局长张某收受礼金，被给予政务撤职处分。",
        "一、关于聘任何明先生为公司总经理的议案。",
        "招聘领导小组组长由院长担任，成员由各科室主任组成。",
        "据统计，今年共有12人被开除党籍。",
    ],
)
def test_ordinary_news_is_no_document_of_record(text: str) -> None:
    assert not [claim for claim in claims(text, date="2024-03-01") if claim.rule.startswith("record-")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("青山市人大常委会决定：免去何明的青山市教育局局长职务，任青山市政协副主席。", {("何明", "局长", "former")}),
        ("因任期届满，何明不再担任青山银行行长。\n记者近日获悉，此事已定。", {("何明", "行长", "former")}),
        ("何明利用担任青山县县长、青山市副市长等职务上的便利，非法收受他人财物，被开除党籍。",
         {("何明", "县长", "former"), ("何明", "副市长", "former")}),
    ],
)  # fmt: skip
def test_what_is_no_longer_held(text: str, told: set[tuple[str, str, str]]) -> None:
    found = [claim for claim in claims(text, "任免名单") if claim.type == "HOLDS_POSITION"]
    former = {(claim.subject.name, claim.properties["title"], claim.properties["status"]) for claim in found
              if claim.properties.get("status") == "former"}  # fmt: skip
    assert former == told
    assert all(name != "记者近日获悉" for name, _, _ in former)


def test_a_line_broken_by_the_page_is_read_whole_and_quoted_where_it_stands() -> None:
    text = (
        "何明，男，汉族，1970年6月生。\n1992.07—1997.05　青山铁路局青山工务段见习生、助理工程师、团委\n　　　　　　　　　书记\n"
        "1997.05—2003.11　青山铁路局青山工务段副段长"
    )
    found = {claim.properties["title"]: claim for claim in claims(text) if claim.type == "HOLDS_POSITION"}
    assert set(found) == {"助理工程师", "团委书记", "副段长"} or set(found) == {"助理工程师", "书记", "副段长"}
    for claim in found.values():
        for item in claim.evidence:
            assert text[item.start : item.end] == item.quote


@pytest.mark.parametrize(
    ("own", "house", "part"),
    [
        ("公司法律合规部", "青山水电有限公司", "法律合规部"),
        ("集团公司财务管理部", "青山能源集团有限公司", "财务管理部"),
        ("公司治理部", "青山水电有限公司", ""),
        ("公司金融部", "青山银行", ""),
        ("总行风险管理部", "青山银行股份有限公司", "风险管理部"),
        ("医院医务部", "青山市人民医院", "医务部"),
        ("医院感染管理科", "青山市人民医院", ""),
        ("院感科", "青山市人民医院", ""),
        ("院办公室", "青山县人民法院", "办公室"),
        ("局办公室", "青山市水利局", "办公室"),
        ("局机关", "青山市水利局", "机关"),
        ("厅机关党委", "青山省水利厅", "机关党委"),
        ("校友会", "青山大学", ""),
        ("校工会", "青山大学", "工会"),
        ("校医院", "青山大学", ""),
        ("学院办公室", "青山师范学院", "办公室"),
        ("中心医院", "青山市疾病预防控制中心", ""),
        ("公司财务部", "青山大学", ""),
        ("公司财务部", "", ""),
    ],
)
def test_a_houses_own_word(own: str, house: str, part: str) -> None:
    assert own_part(own, house) == part


@pytest.mark.parametrize(
    ("title", "text", "house"),
    [
        ("青山大学附属第二医院拟任中层干部公示", "", "青山大学附属第二医院"),
        ("关于何明等同志职务任免的通知", "各部门：\n决定如下。\n青山水电有限公司\n2024年5月1日", "青山水电有限公司"),
        ("关于干部任前公示的通知", "现予公示。\n如下。\n中共青山市中心医院委员会\n2024年5月1日", "青山市中心医院"),
        ("关于成立公司安全生产委员会的通知", "各部门：\n名单如下。", ""),
        ("关于调整学校招生工作领导小组的通知", "", ""),
        ("青山市市管干部任前公示", "现予公示。\n如下。\n中共青山市委组织部\n2024年5月1日", ""),
        ("青山市人民政府关于何明等任免职的通知", "决定如下。\n免去。\n青山市人民政府", ""),
    ],
)
def test_whose_notice_it_is(title: str, text: str, house: str) -> None:
    assert house_of(text_read(Article("a", text, title), knowledge().terms)) == house


_TABLE = [["姓名", "性别", "现任职务", "拟任职务"], ["何　明", "男", "青山市水利局副局长", "青山市水利局局长"]]


@pytest.mark.parametrize("kind", ["docx", "html", "csv"])
def test_tables_of_files_are_read(kind: str, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from kgnews.cli import app

    path = tmp_path / f"list.{kind}"
    if kind == "docx":
        docx = pytest.importorskip("docx")
        file = docx.Document()
        file.add_heading("青山市干部任前公示", 1)
        table = file.add_table(rows=0, cols=4)
        for row in _TABLE:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        file.save(str(path))
    elif kind == "html":
        rows = "".join("<tr>" + "".join(f"<td>{words}</td>" for words in row) + "</tr>" for row in _TABLE)
        path.write_text(f"<meta charset=utf-8><h1>青山市干部任前公示</h1><table>{rows}</table>", encoding="utf-8")
    else:
        path.write_text("\n".join(",".join(row) for row in _TABLE), encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", str(path), "--format", "jsonl"])
    told = [json.loads(line) for line in result.output.splitlines() if line.startswith("{")]
    found = {(one["type"], one["subject"]["name"], one["object"]["name"], one["properties"].get("title")) for one in told}
    assert ("HOLDS_POSITION", "何明", "青山市水利局", "副局长") in found
    assert ("PROPOSED_FOR", "何明", "青山市水利局", "局长") in found


_THREE = [("何明", "青山市财政局", "局长"), ("李强", "青山市水利局", "副局长"), ("王小刚", "青山市第一中学", "校长")]


@pytest.mark.parametrize(
    "form",
    ["{0}\t{1}{2}", "{0} {1}{2}", "{0}：{1}{2}", "{0}，{1}{2}", "{0}（{1}{2}）", "{1}{2}：{0}", "{1}{2} {0}", "{1}{2}{0}",
     "1、{0}——{1}{2}", "1\t{0}\t男\t{1}{2}\t13800000000", "{1}\t{2}\t{0}", "| {0} | {1}{2} |"],
)  # fmt: skip
def test_a_list_is_read_in_whatever_layout(form: str) -> None:
    found = claims("\n".join(form.format(*row) for row in _THREE), "通讯录")
    assert {(one.subject.name, one.object.name, one.properties["title"]) for one in found
            if one.type == "HOLDS_POSITION" and one.object} == set(_THREE)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("优秀教师候选人名单", "何明 青山市财政局局长\n李强 青山市水利局副局长"),
        ("公示", "拟任职务\n何明\t青山市财政局局长\n李强\t青山市水利局副局长"),
        ("青山日报", "编辑：何明\n校对：李强"),
        ("青山市教育局", "何明说\n李强表示"),
    ],
)
def test_a_list_of_others_tells_no_posts(title: str, text: str) -> None:
    assert not [one for one in claims(text, title) if one.rule == "record-roster"]


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("人事", "陈志强现任教育局副局长。", ("陈志强", "教育局", "副局长")),
        ("人事", "周明任外交部部长助理。", ("周明", "外交部", "部长助理")),
        ("晋升", "军官是：北部战区政治委员程建业、陆军司令员高立勇。", ("高立勇", "陆军", "司令员")),
        ("青山大学校领导", "何明 校长\n李强 副校长", ("李强", "青山大学", "副校长")),
        ("通报", "青山县老湖镇原党委书记潘大勇受到处分。", ("潘大勇", "青山县老湖镇", "党委书记")),
    ],
)
def test_known_misreadings(title: str, text: str, told: tuple[str, str, str]) -> None:
    found = {(one.subject.name, one.object.name, one.properties.get("title")) for one in claims(text, title) if one.object}
    assert told in found


def test_a_table_alone_is_an_article(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from kgnews.cli import app

    docx = pytest.importorskip("docx")
    file = docx.Document()
    table = file.add_table(rows=0, cols=2)
    for name, body, title in _THREE[:2]:
        for cell, words in zip(table.add_row().cells, (name, body + title), strict=True):
            cell.text = words
    file.save(str(tmp_path / "list.docx"))
    result = CliRunner().invoke(app, ["extract", str(tmp_path / "list.docx"), "--format", "jsonl"])
    told = [json.loads(line) for line in result.output.splitlines() if line.startswith("{")]
    assert {(one["subject"]["name"], one["object"]["name"]) for one in told} == {row[:2] for row in _THREE[:2]}


def test_a_proposed_post_is_never_held() -> None:
    text = "何明，男，汉族，1970年5月生，中共党员，现任青山县林业局副局长，拟任青山县林业局局长。"
    held = {claim.properties["title"] for claim in claims(text) if claim.type == "HOLDS_POSITION"}
    proposed = {claim.properties["title"] for claim in claims(text) if claim.type == "PROPOSED_FOR"}
    assert (held, proposed) == ({"副局长"}, {"局长"})


def test_what_no_court_is_named_for_is_doubtful() -> None:
    found = [claim for claim in claims("青山市水利局原局长周立新被判处有期徒刑十年。") if claim.type == "DISCIPLINE"]
    assert [claim.doubtful for claim in found] == [True]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2011.03", "2011-03"), ("2011年3月", "2011-03"), ("2011-3", "2011-03"), ("2011/03", "2011-03"), ("2011年", "2011"),
        ("二○二三年八月二十五日", "2023-08-25"), ("民国80年8月", "1991-08"), ("中华民国114年2月5日", "2025-02-05"),
        ("2023年2月31日", "2023-02"),
    ],
)  # fmt: skip
def test_dates(words: str, value: str) -> None:
    assert when.iso(words) == value


@given(st.integers(1900, 2099), st.integers(1, 12), st.sampled_from(["{}.{:02}", "{}年{}月", "{}-{:02}", "{}/{}"]))
def test_a_month_is_read_as_it_is_written(year: int, month: int, form: str) -> None:
    assert when.iso(form.format(year, month)) == f"{year}-{month:02}"


_LINES = "{family}\n1997.07—2001.03　云岭省红河县人民法院书记员\n{first}云岭省红河县副县长\n2023.06—　云岭省红河县县长"
_PROFILE = "顾海涛，男，汉族，1975年8月生，云岭红河人，大学学历。"


@pytest.fixture(scope="module")
def career(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of two résumés that disagree on one date, a list of appointments and a report on the same person."""
    from typer.testing import CliRunner

    from kgnews.cli import app

    texts = [
        ("顾海涛简历", "2023-07-01", _LINES.format(family=_PROFILE, first="2011.05—2023.06　")),
        ("顾海涛同志简历", "2024-01-01", _LINES.format(family=_PROFILE, first="2011.09—2023.06　")),
        (
            "红河县人民代表大会常务委员会任免名单",
            "2023-06-30",
            "（2023年6月30日云岭省红河县第十七届人民代表大会常务委员会第九次会议通过）\n任命：\n"
            "顾海涛为云岭省红河县县长。\n免去：\n顾海涛的云岭省红河县副县长职务。",
        ),
        (
            "红河县召开大会",
            "2023-08-05",
            "云岭省红河县县长顾海涛出席大会并讲话。8月5日，红河县数字乡村建设大会在云岭省红河县召开。",
        ),
    ]
    folder = tmp_path_factory.mktemp("career")
    records = [{"id": f"r{n}", "title": title, "date": date, "text": text} for n, (title, date, text) in enumerate(texts)]
    (folder / "in.jsonl").write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    graph = folder / "k.db"
    result = CliRunner().invoke(app, ["build", str(folder / "in.jsonl"), "--graph", str(graph), "--jobs", "1"])
    assert result.exit_code == 0, result.output
    return graph


def test_four_documents_make_one_career(career: Path) -> None:
    from kgnews import lookup
    from kgnews.cli.graphs import graph_store
    from kgnews.lookup.quality import quality_rows

    with graph_store(str(career)) as store:
        (person,) = lookup.find(store, "顾海涛")
        card = lookup.card(store, person)
        rows = [(row["start"], row["end"], row["body"], row["what"]) for row in card["career"]]
        assert rows == [
            ("1997-07", "2001-03", "云岭省红河县人民法院", "书记员"),
            ("2011-05", "2023-06-30", "云岭省红河县", "副县长"),
            ("2023-06-30", None, "云岭省红河县", "县长"),
        ]
        found = [row for row in quality_rows(store) if row["what"] == "dates disagree"]
        assert ["2011-05 / 2011-09" in row["detail"] for row in found] == [True]


def test_show_prints_a_curriculum_vitae(career: Path) -> None:
    from typer.testing import CliRunner

    from kgnews.cli import app

    result = CliRunner().invoke(app, ["show", "顾海涛", "--graph", str(career), "-f", "table"])
    assert "履历" in result.output
    assert "2011-05—2023-06-30" in result.output
    posts = CliRunner().invoke(app, ["posts", "--graph", str(career), "-f", "csv"])
    assert "1997-07,month,told,2001-03,month,told" in posts.output
