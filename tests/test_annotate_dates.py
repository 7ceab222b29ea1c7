"""Dates: what the words fix, and nothing more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgnews import paths
from kgnews.annotate.base.text import read
from kgnews.annotate.places import dates
from kgnews.records import Article
from kgnews.schema import load_terms

TERMS = load_terms(paths.schema_dir())


def found(text: str, day: str | None = "2020-11-09") -> list[tuple[str, str]]:
    """(form, value) of the dates of a text."""
    document = read(Article("a", text, date=day), TERMS)
    dates.find(document)
    return [(mention.form, mention.name) for mention in document.text.mentions]


@pytest.mark.parametrize(
    ("text", "date", "value"),
    [
        ("2017年11月14日，论坛举行", None, "2017-11-14"),
        ("二〇二三年九月一日，大会开幕", None, "2023-09-01"),
        ("11月5日，大赛在杭州举行", "2020-11-09", "2020-11-05"),
        ("10月26日，研讨会举行", "2016-01-13", "2015-10-26"),
        ("会议12月20日召开", "2021-01-03", "2020-12-20"),
        ("会议将于12月20日召开", "2020-11-03", "2020-12-20"),
        ("座谈会22日在京召开", "2023-09-23", "2023-09-22"),
        ("31日上午，会议召开", "2020-04-02", "2020-03-31"),
        ("论坛将于25日举行", "2020-11-09", "2020-11-25"),
        ("去年的今天，座谈会召开", "2017-04-19", "2016-04-19"),
        ("当地时间今天下午四点，仪式举行", "2015-12-19", "2015-12-19"),
        ("11月日上午，座谈会举行", "2015-12-02", "2015-11"),
        ("今天上午，发布会举行", "2017-05-09", "2017-05-09"),
        ("昨日，大会闭幕", "2020-03-01", "2020-02-29"),
        ("昨天（9月22日）在南京开幕", "2020-09-23", "2020-09-22"),
        ("9月1日至3日举办", "2023-09-05", "2023-09-01"),
        ("6月25-27日举办", "2020-07-03", "2020-06-25"),
        ("九月一日至三日举办", "2023-09-05", "2023-09-01"),
        ("10月日上午，会议召开", "2017-10-20", "2017-10"),
        ("去年3月签署", "2020-04-04", "2019-03"),
        ("在去年决赛中", "2013-05-01", "2012"),
        ("本月5日举行", "2019-10-15", "2019-10-05"),
        ("上月30日举行", "2019-10-15", "2019-09-30"),
        ("2012年3月2日15时，会议召开", None, "2012-03-02"),
        ("會議於11月5日舉行", "2020-11-09", "2020-11-05"),
    ],
)
def test_value(text: str, date: str | None, value: str) -> None:
    """The first date of the text."""
    assert found(text, date)[0][1] == value


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("近日，论坛举行", "2020-11-09"),
        ("日前，论坛举行", "2020-11-09"),
        ("11月5日，论坛举行", None),
        ("今天，论坛举行", None),
        ("22日，论坛举行", None),
        ("2月30日，论坛举行", "2020-11-09"),
    ],
)
def test_no_value(text: str, date: str | None) -> None:
    """Vague words, and a date without a year where the article has none."""
    assert all(value == "" for _, value in found(text, date))


@pytest.mark.parametrize(
    "text", ["新华社北京9月22日电 会议召开", "本报讯 12号楼", "一日游", "每日一讲", "地铁3号线", "前5日均价"]
)
def test_no_date(text: str) -> None:
    """The date of a dateline is no date of the story, nor is a house number."""
    assert found(text) == []


def test_same_day_means_the_last_date_near_the_article() -> None:
    """同日 after an old date is not the old one."""
    text = "9月27日，发布会举行。2019年9月17日，他获奖。文献展同日开幕。"
    assert found(text, "2023-09-28")[-1] == ("同日", "2023-09-27")


def test_year_told_before_in_the_sentence() -> None:
    """A career: months belong to the year before them."""
    assert [value for _, value in found("2015年10月任局长，12月任书记", "2020-04-03")] == ["2015-10", "2015-12"]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_full_dates_are_read_as_written(day: date) -> None:
    """Any calendar day, whatever the article's date."""
    text = f"{day.year}年{day.month}月{day.day}日，会议召开"
    assert found(text, None)[0][1] == day.isoformat()


@given(st.text(alphabet="0123456789一二三十年月日号今昨去本上至-（），。会", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No text breaks the reading, and each mention is what stands there."""
    document = read(Article("a", text, date="2020-11-09"), TERMS)
    dates.find(document)
    assert all(text[m.start : m.end] == m.form for m in document.text.mentions)
