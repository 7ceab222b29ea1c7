"""The venue of a notice, which ends where the next entry begins: 地点：明德楼708报告厅|主办：甲学院."""

from __future__ import annotations

from kgnews.annotate.base.document import Document
from kgnews.annotate.base.marks import Taken
from kgnews.annotate.base.tables import table
from kgnews.annotate.places.known import KnownPlaces
from kgnews.annotate.places.named import Gazetteer, add_venue
from kgnews.expressions import expression

_NEXT = (
    r"主[办讲持题]|承办|协办|时间|日期|会议(?!室|厅|中心)|报告(?!厅)|讲座|题目|演讲(?!厅)|联系|比赛(?!场)|报名|活动(?!中心|室|东|西)|备注|温馨|嘉宾|参[会加]|"
    r"要求|教学(?![一二三四五]?楼)|形式|内容|流程|议程|注意|对象|费用|语言|评议|与谈|特邀"
)
_ENTRY = expression(
    rf"(?:地点|会场)[：:]\s*(?P<name>[^，。；：！？\n\t（(【]{{1,30}}?(?:[楼厅室堂馆院座校层区场园村号]|中心|\d{{3,4}}))(?=[，。；！？\n\t（(【]|\s|\Z|(?:会议|活动|讲座|报告|比赛|报名)?(?:{_NEXT}))"
)
# 4月23日周二14:00，|明德楼3层演播厅，校友讲坛第二十六期……
_BEHIND_HOUR = expression(r"(?:[:：]\d\d|[点时半]|[上下]午|晚)，(?P<name>[^，。；：！？\n]{2,24}(?:[厅室楼堂馆]|中心))(?=，)")
_CUES = ("地点", "会场", "厅，", "室，", "楼，", "堂，", "馆，", "中心，")
_NO_VENUE = expression(r"待定|另行|通知|线上|网络|腾讯|直播|群|平台|链接|二维码")


def find(document: Document) -> None:
    """Add the Place mentions of such entries."""
    passage = document.text
    if not any(cue in passage.norm for cue in _CUES):
        return
    gazetteer = table(document.terms, Gazetteer)
    known = KnownPlaces(passage, Taken(passage))
    for entry in (*_ENTRY.finditer(passage.norm), *_BEHIND_HOUR.finditer(passage.norm)):
        if not _NO_VENUE.search(entry["name"]):
            add_venue(known, gazetteer, *entry.span("name"))
    known.close()
