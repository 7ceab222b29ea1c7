"""The one module that knows the order of the stages: files → pages → articles → mentions → claims."""

from __future__ import annotations

import hashlib
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kgnews import __version__, paths
from kgnews.annotate import annotate
from kgnews.articles import cut
from kgnews.errors import InputError, KgnewsError, SchemaError, TimeLimitError
from kgnews.pages import ReadOptions, read_inputs
from kgnews.records import Annotated, Article, Claim, Evidence, Reading
from kgnews.rules import CompiledRules, apply_rules, compile_rules
from kgnews.schema import Ontology, Terms, load_ontology, load_rules, load_terms

# Seconds of processor time for one article. The longest real ones take a hundredth of this.
TIME_LIMIT = 20.0


@dataclass(frozen=True)
class Knowledge:
    """Everything that reading an article rests on besides the article: ontology, term lists, rules.

    ``folders`` are the schema folders, later ones over earlier ones.
    """

    folders: tuple[Path, ...]

    @cached_property
    def ontology(self) -> Ontology:
        """Labels and relationship types."""
        return load_ontology(*self.folders)

    @cached_property
    def terms(self) -> Terms:
        """Term lists by name."""
        return load_terms(*self.folders)

    @cached_property
    def rules(self) -> CompiledRules:
        """The rules, compiled once."""
        return compile_rules(load_rules(*self.folders), self.ontology)

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever rules, terms, ontology or the program's own code change."""
        digest = hashlib.sha256(__version__.encode())
        code = sorted(Path(__file__).parent.rglob("*.py"))
        data = [path for folder in self.folders for path in sorted(folder.rglob("*")) if path.is_file()]
        for path in (*code, *data):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
        return digest.hexdigest()[:16]


_KNOWN = ("rules", "terms", "ontology.yml", "confidence.yml")  # what a schema folder may hold


def load_knowledge(extra: Sequence[Path] = ()) -> Knowledge:
    """The shipped schema, with the user's folders over it.

    Raises ``SchemaError`` where nothing is read of what a folder holds: a rule beside ``rules/`` would be passed over in silence.
    """
    for folder in extra:
        if any(folder.iterdir()) and not any((folder / name).exists() for name in _KNOWN):
            raise SchemaError(f"{folder}: no schema folder", f"it needs {folder.name}/rules/*.yml or {folder.name}/terms/*.txt")
    return Knowledge((paths.schema_dir(), *extra))


def annotate_article(article: Article, knowledge: Knowledge) -> Annotated:
    """Mentions, posts and sentences of one article, settled."""
    return annotate(article, knowledge.terms)


def read_article(article: Article, knowledge: Knowledge) -> Reading:
    """All claims of one article, doubtful ones marked. Evidence is given in the page where the article was cut from one.

    TimeLimitError where it takes longer than ``TIME_LIMIT``.
    """
    with _at_most(TIME_LIMIT, article):
        annotated = annotate_article(article, knowledge)
        claims = apply_rules(annotated, knowledge.rules)
    return Reading(article.id, tuple(on_page(claims, article)), tuple(annotated.entities))


@contextmanager
def _at_most(seconds: float, article: Article) -> Iterator[None]:
    """End the block after so many seconds of processor time, wherever it is, by a timer of the system.

    Systems and threads that have no such timer (Windows, all but the main thread) have the rules' own limit only.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TimeLimitError(f"article {article.id}: reading it takes longer than {seconds:g} s", "is it one article?")

    before = signal.signal(signal.SIGVTALRM, stop)
    # Again and again: an exception raised inside a callback of the garbage collector is swallowed there.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 0.25)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def on_page(claims: Iterable[Claim], article: Article) -> Iterable[Claim]:
    """Claims with their evidence moved from the article to the page it was cut from; a joined quotation becomes its pieces."""
    if not article.spans:
        return claims
    return [replace(claim, evidence=tuple(_pieces(claim.evidence, article))) for claim in claims]


def _pieces(evidence: Iterable[Evidence], article: Article) -> Iterable[Evidence]:
    for item in evidence:
        source = article.title if item.where == "title" else article.text
        position = item.start
        for span in article.page_spans(item.where, item.start, item.end):
            length = span.end - span.start
            yield Evidence(item.shows, "page", span.start, span.end, source[position : position + length])
            position += length


def read_all(paths: Sequence[str | Path], options: ReadOptions, knowledge: Knowledge) -> Iterator[Reading | KgnewsError]:
    """Read every input through to its claims; what failed comes as an error in its place, everything else is kept."""
    for page in read_inputs(paths, options):
        if isinstance(page, KgnewsError):
            yield page
            continue
        for article in cut(page)[0]:
            yield _try(article, knowledge)


def _try(article: Article, knowledge: Knowledge) -> Reading | KgnewsError:
    try:
        return read_article(article, knowledge)
    except SchemaError:  # no article's fault: all would fail alike
        raise
    except KgnewsError as error:
        return error
    except Exception as error:  # a bug met by one article must not lose the others
        return InputError(
            f"{article.id}: could not be read ({type(error).__name__}: {error})", "run again with --debug and report it"
        )
