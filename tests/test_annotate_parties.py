"""Parties of agreements whose names stand between 与 and the verb of signing."""

from __future__ import annotations

import pytest

from kgnews import api
from kgnews.records import Article

SIGNED = [
    ("青山市人民政府与红河重工集团有限公司在青山国际会展中心签署协议。", {("青山市人民政府", "红河重工集团有限公司")}),
    (
        "约旦旅游局与阿布扎比文化和旅游部、阿联酋航空等签署合作协议。",
        {("约旦旅游局", "阿布扎比文化和旅游部"), ("约旦旅游局", "阿联酋航空")},
    ),
    ("6月5日，中国移动与中兴通讯在北京举行战略合作签约仪式。", {("中国移动", "中兴通讯")}),
    ("国务院总理李强与尼泊尔总理普拉昌达共同见证备忘录签署。", set()),
    ("中国移动与当地村民签订合同。", set()),
    ("中国与欧亚地区国家签署协议。", set()),
]


@pytest.mark.parametrize(("text", "parties"), SIGNED, ids=[text[:14] for text, _ in SIGNED])
def test_parties(text: str, parties: set[tuple[str, str]]) -> None:
    """The pairs of parties are those and no others."""
    claims = api.extract(Article(id="x", title="", text=text, date="2024-05-20"))
    found = {frozenset((c.subject.name, c.object.name)) for c in claims if c.type == "SIGNS_WITH" and c.object}
    assert found == {frozenset(pair) for pair in parties}
