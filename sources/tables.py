"""Rows out of CSV and TOML, each on its own, so that a broken one takes no other with it."""

import csv
import re
import tomllib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from news.errors import BadInput
from sources.listing import Gathering, Row, field_name

_DELIMITERS: Final = ",;\t"
_LONGEST_RECORD: Final = 10
"""Lines that a quoted field may span."""
_NEWLINE: Final = re.compile("\r\n?|\n")
_TABLE: Final = re.compile(r"^[ \t]*\[\[\s*(?:source|sources|feed|feeds)\s*\]\]", re.MULTILINE)


def csv_rows(text: str, gathering: Gathering, name: str) -> Iterator[Row]:
    """The rows below the header. Raises BadInput when the header names no feed column."""
    lines = _NEWLINE.split(text)
    start = next(at for at, line in enumerate(lines) if line.strip())
    delimiter = max(_DELIMITERS, key=lines[start].count)
    header = [field_name(heading) for heading in _record(lines[start], delimiter) or ()]
    if "feed" not in header:
        raise BadInput(name, "the first line names no column feed_url; begin with name,feed_url,site_url,kind,language")
    at = start + 1
    while at < len(lines):
        where = f"line {at + 1}"
        record, used = _next_record(lines, at, delimiter, len(header))
        at += used
        if record is None:
            gathering.problem(
                where, "a quotation mark is opened and not closed", "close it, or double it inside a field"
            )
        elif len(record) > len(header):
            what = f"has {len(record)} columns where the header has {len(header)}"
            gathering.problem(where, what, "put quotation marks around a field with a comma in it")
        elif any(field.strip() for field in record):
            yield Row(where, {field: value for field, value in zip(header, record, strict=False) if field})


def _next_record(lines: Sequence[str], at: int, delimiter: str, width: int) -> tuple[list[str] | None, int]:
    """The record that begins at line `at`, and how many lines it took; None when it never ends properly."""
    if (record := _record(lines[at], delimiter)) is not None:
        return record, 1
    for end in range(at + 2, min(at + _LONGEST_RECORD, len(lines)) + 1):
        record = _record("\n".join(lines[at:end]), delimiter)
        if record is not None and len(record) == width:
            return record, end - at
    return None, 1


def _record(text: str, delimiter: str) -> list[str] | None:
    """None when the quotes do not match up."""
    if text.count('"') % 2:
        return None
    try:
        rows = list(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else [] if not rows else None


def toml_rows(text: str, gathering: Gathering) -> Iterator[Row]:
    """The [[source]] tables, each parsed by itself."""
    starts = [match.start() for match in _TABLE.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        where = f"line {text.count(chr(10), 0, start) + 1}"
        try:
            table = next(iter(tomllib.loads(text[start:end]).values()))[0]
        except (tomllib.TOMLDecodeError, ValueError, TypeError, KeyError, RecursionError) as error:
            reason = str(error).partition(" (at ")[0][:100]
            gathering.problem(where, f"the table is no TOML: {reason}", "mend it, for instance its quotation marks")
            continue
        yield Row(where, {name: _text(value) for key, value in table.items() if (name := field_name(key))})


def _text(value: object) -> str:
    return " ".join(str(part) for part in value) if isinstance(value, list) else str(value)
