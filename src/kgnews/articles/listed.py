"""Pages that are lists and not running text (a table of people, a résumé, a roster): one article, line by line as it stands."""

from __future__ import annotations

import re

from kgnews.expressions import expression
from kgnews.records import Article, Page, Span

_LINE = expression(r"[^\n]+")
_ROW = expression(r"[^\n]*[^\s][^\n]*\t[^\n]*\S|\s*\|.*\|.*\|")
_DATED = expression(
    r"[^\n\u4e00-\u9fff]{0,4}(?:自|从)?(?:19|20|１９|２０)[\d０-９]{2}[年.．\-/][^\n]{0,24}?(?:[—–―－~～-]|至|到|起)"
)
_ROLE = expression(
    r"[ \u3000]*(?:常[ \u3000]*务|第一)?(?:副?组[ \u3000]*长|成[ \u3000]*员|副?主[ \u3000]*任|委[ \u3000]*员|"
    r"副?会[ \u3000]*长|副?总[ \u3000]*指[ \u3000]*挥|"
    r"副?理[ \u3000]*事[ \u3000]*长|理[ \u3000]*事|副?秘[ \u3000]*书[ \u3000]*长|副?主[ \u3000]*席|"
    r"姓[ \u3000]*名|性[ \u3000]*别|民[ \u3000]*族)[ \u3000]*[：:]"
)
_LEAST = 3  # lines of a list, and
_SHARE = 0.4  # of all lines
_LONG = 160  # characters: a paragraph of running text
_HEADLINE = 60


def article(page: Page) -> Article | None:
    """The one article of a page that is a list, None of others."""
    lines = [Span(*match.span()) for match in _LINE.finditer(page.text) if match[0].strip()]
    if not lines:
        return None
    texts = [page.text[start:end] for start, end in lines]
    listed = sum(bool(_ROW.match(text) or _DATED.match(text) or _ROLE.match(text)) for text in texts)
    rows = sum(bool(_ROW.match(text)) for text in texts)
    if (listed < _LEAST and rows < len(texts)) or listed < _SHARE * len(lines) or sum(len(text) > _LONG for text in texts) > 2:
        return None
    first = texts[0].lstrip("# ")
    headed = len(lines) > 1 and len(first) <= _HEADLINE and not re.search(r"[。；：:，\t|]", first) and not _DATED.match(first)
    start = lines[0].start + len(texts[0]) - len(first)
    head = Span(start, lines[0].end) if headed else None
    body = Span(lines[1 if headed else 0].start, lines[-1].end)
    return Article(
        id=f"{page.id}#1",
        text=page.text[body.start : body.end],
        title=page.text[head.start : head.end] if head else "",
        date=page.date,
        home=page.home,
        source=page.source,
        page=page.id,
        spans=(body,),
        title_spans=(head,) if head else (),
        metadata=page.metadata,
    )
