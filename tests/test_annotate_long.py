"""Long texts without full stops, of one word over and over: none may take time that grows with the square of its length."""

from __future__ import annotations

from time import process_time

import pytest

from kgnews.annotate import annotate
from kgnews.paths import schema_dir
from kgnews.records import Article
from kgnews.schema import Terms, load_terms

UNITS = [
    "副市长", "书记", "教育局", "集团", "有限公司", "委员会", "北京市海淀区教育委员会", "浙江省湖州市", "国务院、", "张伟", "张伟主任",
    "通讯员张伟 ", "（记者 张伟", "任命张伟为", "当选", "论坛", "签约仪式启动仪式", "（", "）", "“论坛", "《关于", "1", "3月4日至", "的",
    " ", "\n", "\t", "委员：", "开除党籍", "阿卜杜拉·", "𠮷", "\ue000",
]  # fmt: skip
LENGTH = 10_000


@pytest.fixture(scope="module")
def terms() -> Terms:
    found = load_terms(schema_dir())
    annotate(Article("warm", "3月4日，临江市市长丁茂林出席春季农业生产工作会议。"), found)
    return found


@pytest.mark.parametrize("unit", UNITS)
def test_long_near_miss(unit: str, terms: Terms) -> None:
    text = (unit * LENGTH)[:LENGTH]
    start = process_time()
    annotated = annotate(Article("long", text, date="2020-01-01"), terms)
    assert process_time() - start < 8  # before there were bounds: 副市长 more than 60 s, 有限公司 5 s, here at most 2 s
    assert all(text[one.start : one.end].strip() for one in annotated.sentences)
    assert max((one.end - one.start for one in annotated.sentences), default=0) <= 2000
