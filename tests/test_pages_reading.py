"""Inputs of every kind become pages or one clear line; what is bad never takes the good with it."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgnews.errors import InputError, KgnewsError
from kgnews.pages import ReadOptions, normalise_date, read_inputs
from kgnews.pages.decoding import DecodeError, decode
from kgnews.records import Page

TEXT = "本报讯（记者 王小明） 11月5日，全省科技工作会议在江城举行。\n会议由李大山主持。\n"


def read(*paths: object, **options: object) -> tuple[list[Page], list[str]]:
    """Pages, and the messages of what failed."""
    items = list(read_inputs([str(path) for path in paths], ReadOptions(**options)))  # type: ignore[arg-type]
    return [i for i in items if isinstance(i, Page)], [i.message for i in items if isinstance(i, InputError)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_give_the_same_text(tmp_path: Path, encoding: str, newline: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.replace("\n", newline).encode(encoding))
    pages, errors = read(tmp_path / "a.txt")
    assert not errors
    assert pages[0].text == TEXT
    assert (pages[0].id, pages[0].whole, pages[0].date) == ("a", False, None)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.sampled_from("，。\n 0a“”"), min_size=1))
def test_utf8_always_round_trips(text: str) -> None:
    if text.strip():
        assert decode(text.encode()) == text
        assert decode(text.encode("utf-16")) == text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("white.txt", "　\n　".encode(), "white space"),
        ("photo.png", b"\x89PNG\r\n\x1a\n", "PNG"),
        ("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        ("data.bin", bytes(range(256)) * 4, "binary"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        ("big5.txt", "新聞報導記者採訪經濟發展，會議今天舉行。".encode("big5"), "Big5"),
        ("sjis.txt", "これは日本語の文章です。新しいニュース".encode("shift_jis"), "Shift-JIS"),
        ("cut.txt", TEXT.encode()[:20] + b"\xff" + TEXT.encode()[20:], "damaged UTF-8 at byte"),
        ("latin.txt", "Déjà vu à la forêt où l'été".encode("latin-1"), "neither UTF-8"),
        ("a.jsonl", b"{]", "line 1: no valid JSON"),
        ("b.jsonl", b"[1]", "line 1: not a JSON object"),
        ("c.jsonl", b'{"id": "1"}', "line 1: no “text”"),
        ("d.jsonl", b'{"text": ""}', "line 1: “text” is empty"),
        ("e.jsonl", b'{"text": 5}', "line 1: “text” is int"),
        ("f.jsonl", '\n{"text": "好", "date": "2020-13-01"}'.encode(), "line 2: '2020-13-01' is not a date"),
        ("g.jsonl", b'{"text": "\\ud800"}', "surrogate"),
        ("a.csv", "题,日\n一,二".encode(), "line 1: the header has no column “text”"),
        ("b.csv", "id,text\n1,好,多".encode(), "line 2: 3 fields where the header has 2"),
        ("c.csv", 'id,text\n1,"好'.encode(), "no valid CSV"),
        ("d.csv", "text,text\n好,多".encode(), "names “text” twice"),
        ("a.json", b"{", "no valid JSON"),
        ("a.docx", b"PK\x03\x04", "no Word document"),
        ("a.pdf", b"%PDF-1.4\n%%EOF", "no readable PDF"),
        ("a.html", b"<html><body></body></html>", "no article text"),
        ("a.zip", b"PK\x03\x04", "no valid zip"),
        ("a.md", b"---\ntitle: x\ndate: 31/12\n---\n\xe5\xa5\xbd", "front matter: '31/12' is not a date"),
    ],
)
def test_bad_inputs_get_one_clear_line_and_good_ones_are_kept(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz-good.txt").write_text(TEXT, encoding="utf-8")
    pages, errors = read(tmp_path)
    assert [page.id for page in pages] == ["zz-good"]
    assert len(errors) == 1
    assert words in errors[0]
    assert name in errors[0]
    assert "\n" not in errors[0]


def test_a_bad_line_keeps_the_other_lines(tmp_path: Path) -> None:
    lines = [
        '{"id": 7, "text": "甲"}',
        "oops",
        '{"id": "b", "text": "乙", "date": "2020年11月5日", "url": "u", "home": "佛山市"}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    pages, errors = read(tmp_path / "a.jsonl", date="2020/1/2", home="某地")
    assert [(page.id, page.date, page.home, page.whole) for page in pages] == [
        ("7", "2020-01-02", "某地", True),
        ("b", "2020-11-05", "佛山市", True),
    ]
    assert pages[1].metadata == {"url": "u"}
    assert len(errors) == 1
    assert "line 2" in errors[0]


def test_text_of_records_is_kept_to_the_character(tmp_path: Path) -> None:
    text = "\ufeff 甲\r\n乙\u2028丙\r "
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text}), encoding="utf-8")
    assert read(tmp_path / "a.jsonl")[0][0].text == text


def test_ids_are_unique_in_one_build(tmp_path: Path) -> None:
    same, other = {"id": "x", "text": "甲"}, {"id": "x", "text": "乙"}
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, (same, same))), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, (same, other))), encoding="utf-8")
    pages, errors = read(tmp_path)
    assert [page.text for page in pages] == ["甲"]
    assert len(errors) == 1
    assert "“x” comes again" in errors[0]
    assert "a.jsonl" in errors[0]


def test_a_record_without_id_gets_a_stable_one(tmp_path: Path) -> None:
    record = json.dumps({"text": "甲", "title": "题"})
    (tmp_path / "a.jsonl").write_text(f"{record}\n{record}\n" + json.dumps({"text": "乙"}), encoding="utf-8")
    first, _ = read(tmp_path / "a.jsonl")
    again, _ = read(tmp_path / "a.jsonl")
    assert len(first) == 2
    assert [page.id for page in first] == [page.id for page in again]
    assert all(len(page.id) == 16 for page in first)


@pytest.mark.parametrize("header", ["id,title,date,text", "编号,标题,日期,正文"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_csv(tmp_path: Path, header: str, delimiter: str, encoding: str) -> None:
    rows = (
        delimiter.join(header.split(","))
        + "\r\n"
        + delimiter.join(["1", "题", "2020/11/5", '"第一行，\n""第二行"""'])
        + "\r\n\r\n"
    )
    (tmp_path / "a.csv").write_bytes(rows.encode(encoding))
    pages, errors = read(tmp_path / "a.csv")
    assert not errors
    assert [(p.id, p.title, p.date, p.text) for p in pages] == [("1", "题", "2020-11-05", '第一行，\n"第二行"')]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020/11/5", "2020-11-05"),
        ("2020年11月5日", "2020-11-05"),
        ("2020年11月05日 星期四 10:30", "2020-11-05"),
        ("2020-11-05T23:59:59Z", "2020-11-05"),
        ("2020-11-05T23:59:59.123+08:00", "2020-11-05"),
        ("2020-11-05 10:30:00", "2020-11-05"),
        ("2020.11.5", "2020-11-05"),
        ("20201105", "2020-11-05"),
        (20201105, "2020-11-05"),
        ("２０２０年１１月５日", "2020-11-05"),
        ("二〇二〇年十一月二十五日", "2020-11-25"),
        ("Thu, 05 Nov 2020 10:00:00 GMT", "2020-11-05"),
        ("", None),
        (None, None),
    ],
)
def test_dates(written: object, day: str | None) -> None:
    assert normalise_date(written) == day


@pytest.mark.parametrize(
    "written", ["2020-02-30", "2020", "2020-11", "11/5/2020", "昨天", "2020-11-05 foo", 5, True, [2020], "20201399"]
)
def test_what_is_no_day_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        normalise_date(written)


def test_front_matter_is_metadata_and_stays_in_the_text(tmp_path: Path) -> None:
    text = "---\ntitle: 题\ndate: 2020-11-05\nsource: 某日报\ntags: [a, b]\n---\n\n" + TEXT
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    page = read(tmp_path / "a.md", date="1999-01-01")[0][0]
    assert (page.title, page.date, page.source, page.text) == ("题", "2020-11-05", "某日报", text)
    (tmp_path / "b.md").write_text("---\n只是一条线\n---\n" + TEXT, encoding="utf-8")
    assert read(tmp_path / "b.md")[0][0].title == ""


HTML = """<html><head><meta charset="{charset}"><title>全省科技工作会议举行-江城新闻网</title>
<meta property="article:published_time" content="2020-11-06T08:00:00+08:00">
<meta property="og:site_name" content="江城新闻网"></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li>
<li><a href="/n">新闻</a></li><li><a href="/b">专题</a></li></ul></div>
<h1>全省科技工作会议举行</h1><div id="content">
<p>　　本报讯（记者 王小明） 11月5日，全省科技工作会议在江城举行，来自各地的代表三百余人参加会议。</p>
<p>　　会议由李大山主持，他表示要认真落实会议精神，推动科技创新再上新台阶，为高质量发展提供有力支撑。</p></div>
<div class="related"><h3>相关新闻</h3>
<ul><li><a href="/1">另一条新闻的标题在此处</a></li><li><a href="/2">还有一条新闻的标题</a></li></ul></div>
<div class="footer">版权所有 江城新闻网</div><script>alert(1)</script></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "big5"])
def test_html_gives_main_text_title_and_date(tmp_path: Path, charset: str) -> None:
    html = HTML.format(charset=charset)
    if charset == "big5":  # a declared encoding is believed; these few signs exist in both scripts
        html = html.replace("全省科技工作会议", "全省科技大會").encode("big5", "ignore").decode("big5")
    (tmp_path / "a.html").write_bytes(html.encode({"gb2312": "gb18030"}.get(charset, charset)))
    page = read(tmp_path / "a.html", date="1999-01-01")[0][0]
    assert page.date == "2020-11-06"
    assert page.text.startswith(f"# {page.title}\n\n")
    assert "11月5日" in page.text
    for other in ("相关新闻", "另一条", "首页", "版权", "alert"):
        assert other not in page.text


def test_docx(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("全省科技工作会议举行", 1)
    document.add_paragraph("第一段。")
    document.add_table(1, 2).rows[0].cells[1].text = "表中字"
    document.save(tmp_path / "a.docx")
    page = read(tmp_path / "a.docx")[0][0]
    assert page.text.split("\n")[:2] == ["# 全省科技工作会议举行", "第一段。"]
    assert "表中字" in page.text


def pdf_with(text: bytes) -> bytes:
    """A minimal PDF whose one page shows ASCII text (empty: no text layer)."""
    stream = b"BT /F1 12 Tf 72 720 Td (" + text + b") Tj ET" if text else b"0 0 100 100 re f"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def test_pdf_needs_a_text_layer(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    (tmp_path / "a.pdf").write_bytes(pdf_with(b"A report on the meeting of science"))
    (tmp_path / "b.pdf").write_bytes(pdf_with(b""))
    pages, errors = read(tmp_path)
    assert [page.text.strip() for page in pages] == ["A report on the meeting of science"]
    assert len(errors) == 1
    assert "no text layer" in errors[0]


@pytest.mark.parametrize(("suffix", "library"), [("html", "trafilatura"), ("docx", "docx"), ("pdf", "pypdf")])
def test_a_missing_library_breaks_only_its_own_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, "kgnews.pages.html", raising=False)
    (tmp_path / f"a.{suffix}").write_bytes(b"<p>x")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    pages, errors = read(tmp_path)
    assert [page.id for page in pages] == ["b"]
    assert f"without the Python package “{library}”" in errors[0]


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    """A zip archive at ``path``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_zip(tmp_path: Path) -> None:
    members = {
        "b/新闻.txt": TEXT.encode(),
        "a.jsonl": '{"id":"r","text":"甲"}'.encode(),
        "__MACOSX/x": b"",
        "n.zip": b"PK",
        "e.txt": b"",
    }
    pages, errors = read(zipped(tmp_path / "a.zip", members))
    assert [(page.id, page.source) for page in pages] == [("r", None), ("新闻", "新闻.txt")]
    assert len(errors) == 2
    assert "archive inside an archive" in errors[1]


def test_zip_bombs_are_refused_unopened(tmp_path: Path) -> None:
    pages, errors = read(zipped(tmp_path / "a.zip", {"a.txt": b"0" * 5_000_000, "b.txt": TEXT.encode()}))
    assert not pages
    assert "would unpack to" in errors[0]
    pages, errors = read(zipped(tmp_path / "b.zip", {f"{i}.txt": TEXT.encode() * 9 for i in range(9)}), max_archive_bytes=4000)
    assert not pages
    assert "would unpack to" in errors[0]


def test_folders_globs_and_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.md", ".hidden.txt", "c/d/3.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    assert [page.id for page in read(tmp_path)[0]] == ["a", "1", "2", "3"]
    assert [page.id for page in read(tmp_path / "**" / "*.txt")[0]] == ["1", "2", "3"]
    assert [page.id for page in read(tmp_path / "b" / "2.txt", tmp_path / "b")[0]] == ["2", "1"]
    assert read(tmp_path / "nothing")[1] == [f"{tmp_path}/nothing: no such file"]
    assert "no file matches" in read(tmp_path / "*.xyz")[1][0]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('\n{"id":"r","text":"甲"}\n{"id":"s","text":"乙"}', [("r", True), ("s", True)]),
        (TEXT, [("stdin", False)]),
        ("{不是JSON}\n" + TEXT, [("stdin", False)]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str, expected: list[tuple[str, bool]]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    assert [(page.id, page.whole) for page in read("-")[0]] == expected


def test_options(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT + name, encoding="utf-8")
    pages, errors = read(tmp_path / "a.txt", id="x", date="2020年1月2日", home="江城市")
    assert [(page.id, page.date, page.home) for page in pages] == [("x", "2020-01-02", "江城市")]
    assert not errors
    pages, errors = read(tmp_path, id="x")
    assert len(pages) == 1
    assert "--id names one page" in errors[0]
    with pytest.raises(KgnewsError, match="--date"):
        read(tmp_path, date="gestern")


def test_damaged_bytes_are_told_with_their_line() -> None:
    with pytest.raises(DecodeError) as caught:
        decode(TEXT.encode() + b"\xe5\xa5\n" + TEXT.encode())
    assert caught.value.line == 3


def test_a_graph_in_the_folder_of_its_inputs_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")
    opened = sqlite3.connect(tmp_path / "u.db")
    opened.execute("PRAGMA journal_mode=wal")
    opened.execute("CREATE TABLE t (a)")
    assert (tmp_path / "u.db-wal").exists()
    pages, errors = read(tmp_path)
    opened.close()
    assert ([page.id for page in pages], errors) == (["news"], [])
