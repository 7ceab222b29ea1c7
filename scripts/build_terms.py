"""Build the term lists that come from open data: ``python scripts/build_terms.py [--cache DIR] [LIST …]``.

Fetches, by name and version, with the ordinary clients of the registries, into a temporary folder (or ``--cache``):

    npm  china-division 2.7.0   MIT (package.json; its LICENSE file is the freer WTFPL)
    pip  babel 2.18.0           BSD-3-Clause, with data of the Unicode CLDR (Unicode-3.0)
    pip  jieba 0.42.1           MIT
    pip  faker 40.63.0          MIT

and writes ``schema/terms/*.txt``. Nothing that was fetched is imported but babel; the rest is read as data. The lists that
this script does not write were written by hand and are edited by hand.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from name_terms import people
from term_lists import JIEBA, hand, jieba, write

NPM = {"china-division": "2.7.0"}
PIP = {"babel": "2.18.0", "jieba": "0.42.1", "faker": "40.63.0"}
DIVISION = "npm china-division 2.7.0 (statistical division codes of the National Bureau of Statistics)"
UNICODE = "Unicode-3.0 (CLDR data, through babel, BSD-3-Clause)"
# What no division is called by when the suffix is cut: 市辖区 and the like are rows of the table, not places.
NO_PLACE = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
PEOPLES = (
    "壮族|回族|满族|维吾尔|苗族|彝族|土家族|藏族|蒙古族|侗族|布依族|瑶族|白族|朝鲜族|哈尼族|黎族|哈萨克族?|傣族|畲族|傈僳族|东乡族|仡佬族|拉祜族"
    "|佤族|水族|纳西族|羌族|土族|仫佬族|锡伯族?|柯尔克孜族?|景颇族|达斡尔族|撒拉族|布朗族|毛南族|塔吉克族?|普米族|阿昌族|怒族|鄂温克族|京族|基诺族"
    "|德昂族|保安族|裕固族|独龙族|鄂伦春族|蒙古|各族|满|回|苗|侗|瑶"
)
SUFFIX = re.compile(rf"(?:(?:{PEOPLES})*(?:自治区|自治州|自治县|自治旗)|特别行政区|省|市|地区|盟|林区|特区|新区|区|县|旗)$")


def fetch(cache: Path) -> None:
    """Download and unpack each package into ``cache/NAME`` (skipped where it is there)."""
    for name, version in NPM.items():
        if not (cache / name).is_dir():
            subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=cache, check=True, stdout=subprocess.DEVNULL)
            with tarfile.open(cache / f"{name}-{version}.tgz") as archive:
                archive.extractall(cache / name, filter="data")
    for name, version in PIP.items():
        if not (cache / name).is_dir():
            command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(cache), f"{name}=={version}"]
            subprocess.run(command, check=True)
            unpack(next(cache.glob(f"{name}-{version}*")), cache / name)


def unpack(archive: Path, folder: Path) -> None:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder)
    else:
        with tarfile.open(archive) as source:
            source.extractall(folder, filter="data")


# --- divisions ------------------------------------------------------------------------------------------------------


def division_rows(cache: Path, level: str) -> Iterator[tuple[str, str]]:
    rows = json.loads((cache / f"china-division/package/dist/{level}.json").read_text(encoding="utf-8"))
    yield from ((row["name"], row["code"]) for row in rows if row["name"] not in NO_PLACE)


def short_division(name: str) -> str:
    """广东省 → 广东, 恩施土家族苗族自治州 → 恩施; "" where less than two characters or nothing is left."""
    if name.startswith("内蒙古"):
        return "内蒙古"
    short = SUFFIX.sub("", name)
    if name.endswith(("自治区", "自治州", "自治县", "自治旗")):
        short = re.sub(rf"(?:{PEOPLES})+$", "", short)
    return short if len(short) >= 2 and short != name else ""


def divisions(cache: Path) -> None:
    names: dict[str, list[str]] = defaultdict(list)
    shorts: dict[str, list[str]] = defaultdict(list)
    for level in ("provinces", "cities", "areas"):
        for name, code in division_rows(cache, level):
            names[name].append(code)
            if short := short_division(name):
                shorts[short].append(code)
    licence = "MIT"
    write("divisions", DIVISION, licence, "full name, then its code; several codes: several places of that name", join(names))
    about = "short form (佛山, 南海), then the codes of all divisions so called, the highest first"
    write("division_short", DIVISION, licence, about, join(shorts))
    towns: dict[str, list[str]] = defaultdict(list)
    for name, code in division_rows(cache, "streets"):
        towns[re.sub("(街道|镇|乡)(?:办事处|人民政府)$", r"\1", name)].append(code)
    usable = {
        name: codes for name, codes in towns.items() if re.search("(街道|镇|乡|苏木|农场|林场|牧场)$", name) and len(name) <= 12
    }
    about = "townships and streets; more than four of one name: * (no code)"
    write("townships", DIVISION, licence, about, ((n, " ".join(c) if len(c) <= 4 else "*") for n, c in sorted(usable.items())))


def join(names: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for name, codes in sorted(names.items(), key=lambda item: (item[1], item[0])):
        yield name, " ".join(sorted(set(codes), key=lambda code: (len(code), code)))


# --- countries and cities of the world ------------------------------------------------------------------------------


def countries(cache: Path) -> None:
    sys.path.insert(0, str(cache / "babel"))
    from babel import Locale
    from babel.core import get_global

    locale = Locale.parse("zh_Hans")
    skip = {"CN", "HK", "MO", "TW", "EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "UM", "AQ"}
    cut = {"PS": "巴勒斯坦", "FK": "马尔维纳斯群岛"}
    names = {code: cut.get(code, name) for code, name in locale.territories.items() if len(code) == 2 and code.isalpha()}
    rows = sorted((name, code) for code, name in names.items() if code not in skip)
    write(
        "country_codes", "pip babel 2.18.0 (CLDR territories, zh)", UNICODE, "country or territory, then its ISO 3166 code", rows
    )
    zones: Mapping[str, str] = get_global("zone_territories")
    cities = {
        zone["city"]: names[zones[key]]
        for key, zone in locale.time_zones.items()
        if zone.get("city") and zones.get(key) in names and zones[key] not in skip and not key.startswith("Antarctica")
    }
    rows = sorted((city, country) for city, country in cities.items() if city not in names.values() and len(city) <= 8)
    write("zone_cities", "pip babel 2.18.0 (CLDR exemplar cities, zh)", UNICODE, "city of the world, then its country", rows)


# --- schools --------------------------------------------------------------------------------------------------------


def schools(cache: Path) -> None:
    written = {term for term, _ in hand("universities")}
    bare = re.compile("^(?:.{0,2}(?:大学|学院)|(?:工|农|医|师范|党|军|理|商|法|文)(?:大学|学院))$")
    rows = sorted(
        (word, "")
        for word, (_, tag) in jieba(cache)
        if tag in {"nt", "nz"}
        and re.search("(?:大学|学院)$", word)
        and len(word) >= 4
        and not bare.match(word)
        and word not in written
    )
    write("schools", f"{JIEBA} (words tagged nt)", "MIT", "universities and colleges besides those of universities.txt", rows)


LISTS: dict[str, Callable[[Path], None]] = {
    "divisions": divisions,
    "countries": countries,
    "people": people,
    "schools": schools,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the term lists that come from open data.")
    parser.add_argument("--cache", type=Path, help="keep the fetched packages here")
    parser.add_argument("lists", nargs="*", choices=[*LISTS, []], default=[])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        cache = arguments.cache or Path(temporary)
        cache.mkdir(parents=True, exist_ok=True)
        fetch(cache)
        for name in arguments.lists or LISTS:
            LISTS[name](cache)


if __name__ == "__main__":
    main()
