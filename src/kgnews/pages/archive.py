"""Zip archives: their files are inputs like others; bombs, locks and archives in archives are refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from kgnews.errors import InputError
from kgnews.pages.options import Input, ReadOptions, complain
from kgnews.pages.sources import skipped

# Chinese text shrinks to a half or a third, the most repetitive list of articles to a twentieth.
_RATIO = 200
_MEMBERS = 200_000


def unpack(source: Input, options: ReadOptions) -> Iterator[Input | InputError]:
    """The files of the archive, sorted by name."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
        members = sorted((_name(info), info) for info in archive.infolist() if not info.is_dir())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        yield complain(source.name, f"no valid zip archive ({error})")
        return
    except TypeError:
        yield complain(source.name, "the archive has two files of the same name")
        return
    if problem := _bomb(members, options):
        yield complain(source.name, problem, "Unpack it yourself if you trust it.")
        return
    members = [(name, info) for name, info in members if not any(skipped(part) for part in PurePosixPath(name).parts)]
    if not members:
        yield complain(source.name, "the archive has no files")
    for name, info in members:
        yield _member(source, archive, name, info)


def _name(info: zipfile.ZipInfo) -> str:
    """Names without the UTF-8 flag come from Chinese Windows as GBK."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _bomb(members: list[tuple[str, zipfile.ZipInfo]], options: ReadOptions) -> str:
    if len(members) > _MEMBERS:
        return f"more than {_MEMBERS} files in one archive"
    for name, info in members:
        if info.file_size > options.max_bytes or (
            info.file_size > 1 << 20 and info.file_size > _RATIO * max(1, info.compress_size)
        ):
            return f"“{name}” would unpack to {info.file_size >> 20} MB from {info.compress_size >> 10} kB"
    total = sum(info.file_size for _, info in members)
    return f"it would unpack to {total >> 20} MB" if total > options.max_archive_bytes else ""


def _member(source: Input, archive: zipfile.ZipFile, name: str, info: zipfile.ZipInfo) -> Input | InputError:
    path = PurePosixPath(name)
    label = f"{source.name}!{name}"
    if path.suffix.lower() == ".zip":
        return complain(label, "an archive inside an archive is not opened", "Unpack it first.")
    try:
        # One byte more than declared, never all of what an archive that lies about its sizes would give.
        with archive.open(info) as file:
            data = file.read(info.file_size + 1)
    except RuntimeError:
        return complain(label, "locked by a password")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        return complain(label, f"cannot be unpacked ({error})")
    if len(data) > info.file_size:
        return complain(label, "unpacks to more than the archive declares")
    return Input(label, path.stem, path.suffix.lower(), data)
