"""Which files are meant: folders are walked, globs expanded, ``-`` is standard input; sorted, whatever order the disk gives."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kgnews.errors import InputError
from kgnews.pages.options import Input, ReadOptions, complain

_SIDE_FILE = re.compile("-(?:wal|shm|journal)$")  # what SQLite writes beside a database
_SKIPPED = {"__MACOSX", "Thumbs.db", "desktop.ini", "__pycache__"}


def find_inputs(paths: Sequence[str | os.PathLike[str]], options: ReadOptions) -> Iterator[Input | InputError]:
    """The bytes of every file that the paths name, in the order of the paths, each file once."""
    seen: set[str] = set()
    for path in paths:
        if os.fspath(path) == "-":
            yield _standard_input()
            continue
        files = _expand(Path(path))
        if isinstance(files, InputError):
            yield files
            continue
        for file in files:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield _load(file, options)


def skipped(name: str) -> bool:
    """Whether a file or folder found on the way is one that people do not mean (hidden files, what systems leave behind)."""
    return name.startswith(".") or name.startswith("~$") or name in _SKIPPED


def _expand(path: Path) -> list[Path] | InputError:
    if path.is_dir():
        if not os.access(path, os.R_OK | os.X_OK):
            return complain(str(path), "the folder cannot be read (Permission denied)")
        found = sorted(_walk(path), key=lambda file: file.relative_to(path).parts)
        return found or complain(str(path), "the folder has no files")
    if path.exists():
        return [path]
    matches = [Path(match) for match in sorted(glob.glob(str(path), recursive=True))]
    if matches:
        inside = [_walk(match) if match.is_dir() else [match] for match in matches]
        return sorted({file for files in inside for file in files}, key=lambda file: file.parts)
    if glob.has_magic(str(path)):
        return complain(str(path), "no file matches")
    return complain(str(path), "no such file", "Check the spelling, or give the full path.")


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not skipped(name)]
        paths = [Path(root) / name for name in files if not skipped(name)]
        stores = {path.name for path in paths if _is_store(path)}
        yield from (path for path in paths if path.name not in stores and _SIDE_FILE.sub("", path.name) not in stores)


def _is_store(path: Path) -> bool:
    """Whether a file is a database, as a graph is, which may stand in the folder of its own inputs."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


def _load(path: Path, options: ReadOptions) -> Input | InputError:
    try:
        if path.stat().st_size > options.max_bytes:
            return complain(str(path), f"larger than {options.max_bytes >> 20} MB", "Split the file.")
        data = path.read_bytes()
    except OSError as error:
        return complain(str(path), f"cannot be read ({error.strerror or error})")
    return Input(str(path), path.stem, path.suffix.lower(), data)


def _standard_input() -> Input | InputError:
    try:
        data = sys.stdin.buffer.read()
    except (OSError, AttributeError) as error:
        return complain("standard input", f"cannot be read ({error})")
    return Input("standard input", "stdin", "", data)
