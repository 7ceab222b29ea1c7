"""Names of persons that are the names of things: the prize, fund, cup or building named after somebody is not the person."""

from __future__ import annotations

from kgnews.annotate.base.document import Document
from kgnews.expressions import expression

# 吴玉章基金优秀奖 is a thing, 吴玉章获一等奖 tells of a person.
_THING = expression(
    r"(?:先生|同志|教授|院士|烈士)?(?:奖学金|奖助学金|奖教金|助学金|(?:(?!.{0,3}[获夺摘得捧颁领授])[\u4e00-\u9fff]{2,4})?奖(?=[、，。的）”]|获得者|评选|颁奖)|"
    r"[\u4e00-\u9fff]{0,6}基金会?|[\u4e00-\u9fff]{0,8}大?讲[堂坛]|杯[\u4e00-\u9fff]{0,6}赛|纪念馆|故居|纪念堂|铜像|塑像|纪念碑|陵园|讲席教授|文集|全集|治丧委员会)"
)


def find(document: Document) -> None:
    """Take away the mentions of persons that only name a thing; a mention with posts stays."""
    for passage in document.passages:
        passage.mentions = [
            mention
            for mention in passage.mentions
            if mention.label != "Person"
            or mention.posts
            or "byline" in mention.tags
            or not _THING.match(passage.norm, mention.end)
        ]
