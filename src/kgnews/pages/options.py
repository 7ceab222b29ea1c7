"""What the caller may say about inputs, and what a reader is given."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgnews.errors import InputError


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """``date`` (ISO) and ``home`` are given to inputs that have none of their own and never override one.

    ``id`` names the one page that is read; with several inputs it is an error. ``max_bytes`` bounds one file or one
    member of a zip archive, ``max_archive_bytes`` all members of one archive together (bytes after unpacking).
    """

    date: str | None = None
    home: str | None = None
    id: str | None = None
    max_bytes: int = 512 * 1024 * 1024
    max_archive_bytes: int = 2 * 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Input:
    """The bytes of one file, with the name that people know it by (``archive.zip!folder/page.txt`` inside an archive).

    ``stem`` becomes the id of a page that has no other.
    """

    name: str
    stem: str
    suffix: str
    data: bytes = field(repr=False)

    @property
    def file_name(self) -> str:
        """The name without folders: what the graph keeps, so that it is the same from wherever the file was read."""
        return self.name.replace("\\", "/").rsplit("/", 1)[-1].rsplit("!", 1)[-1]


def complain(name: str, problem: str, hint: str = "", line: int | None = None) -> InputError:
    """The one form of all messages about inputs: ``file, line N: problem``."""
    place = f"{name}, line {line}" if line else name
    return InputError(f"{place}: {problem}", hint)
