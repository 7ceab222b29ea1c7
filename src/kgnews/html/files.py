"""Files that appear only when they are whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kgnews.errors import KgnewsError


def write_file(path: Path, content: bytes) -> None:
    """Puts ``content`` in place of ``path`` in one step; KgnewsError where its folder is not there or cannot be written."""
    if not path.parent.is_dir():
        raise KgnewsError(f"{path.parent}: no such folder", "make it first, or choose another place with -o")
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    except OSError as error:
        raise KgnewsError(f"{path}: cannot be written ({error.strerror})", "choose another place with -o") from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_folder(folder: Path, pages: Iterable[tuple[str, bytes]]) -> int:
    """Writes pages under ``folder``, made where missing; entity pages of an earlier writing go where they have none now."""
    (folder / "entities").mkdir(parents=True, exist_ok=True)
    written = set()
    for name, content in pages:
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
        written.add(path)
    for old in (folder / "entities").glob("*.html"):
        if old not in written:
            old.unlink()
    return len(written)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
