"""What must hold of any bytes at all, for each of the four readers.

`tests/fuzz/fuzz.py` tries these on bytes that it makes up, and `test_finds.py` on those that were
once too much for a reader.
Whatever is read, is read again as it is written; whatever is refused, is refused by an error of
ours, in a line that anybody can print.
"""

from __future__ import annotations

import csv
import io
import json
from calendar import isleap, monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

import attrs

import kazfigures as kf
from kazfigures.errors import FieldError, KazfiguresError, RecordError, WordingError
from kazfigures.exchange.records import COLUMNS, dump, stream
from kazfigures.moments import Precision
from kazfigures.wording import WORD_TABLES

_Thing = TypeVar("_Thing")

TABLES: Final = tuple(WORD_TABLES.values())
ZONES: Final = ("Asia/Almaty", "UTC", "+06:00", "Europe/London", "Asia/Kathmandu", "UTC+6")
DAY: Final = "2022-01-07[Asia/Almaty]"
SAID: Final[Mapping[str, Any]] = {
    "outcome": "killed",
    "wording": "18 officers",
    "source": "Interior Ministry",
    "as_of": DAY,
    "reported": "2022-01-07T16:56+06:00",
}
TOOK_BACK: Final[Mapping[str, Any]] = {
    "entry": "notice",
    "notice": "denial",
    "of": ["post of 9 January"],
    "by": "Ministry of Health",
    "at": "2022-01-09[UTC]",
}
VALUES: Final[Sequence[Any]] = (
    *(None, True, False, 0, 1, 6, 18, -1, 2**63 - 1, 2**63, 1.0, 1e400, "", " ", "18", "open"),
    *("observation", "notice", "denial", "correction", "retraction", "increment", "stock", "A"),
    *("official", "Kazakhstan/Almaty", "a//b", "/", "a|b", "a\\", "\\|", "'", "''a", "=1+1", "@x"),
    *("+1", "-1", "＝1", "a\nb", "a\tb", "a\x00b", "\ud800", "\u200b", "A\u0301", "\u3164", "｡"),
    *("more than 2,300", "dozens", "between 2 and 3", "не менее 18", "70%", "0" * 16, "f" * 16),
    *("2022-01-06[Asia/Almaty]", "2021[UTC]", "2022-01-07T10:56+00:00", "2022-02-30[UTC]"),
    *("https://example.org/a", "javascript:alert(1)", "HTTPS://A b", [], ["TASS", "AP"], ["a", ""]),
    *(["a|b", "c\\"], ["'=1"], [1], [[]], {}, {"a": 1}),
)


class Choices:
    """Choices made by bytes, one after the other; by zeros when no byte is left."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def pick(self, things: Sequence[_Thing]) -> _Thing:
        chosen = self._data[self._at] if self._at < len(self._data) else 0
        self._at += 1
        return things[chosen % len(things)]

    def pick_of_many(self, things: Sequence[_Thing]) -> _Thing:
        high, low = self.pick(range(256)), self.pick(range(256))
        return things[(256 * high + low) % len(things)]

    def rest(self) -> str:
        return self._data[self._at :].decode("utf-8", "surrogateescape")

    def has_more(self) -> bool:
        return self._at < len(self._data)


def check_refusal(error: KazfiguresError) -> None:
    """Hold a refusal to what is promised: it names the field, and says what would be right."""
    told = str(error)
    assert told.isprintable(), told
    assert len(told) < 2000, len(told)
    assert isinstance(error, FieldError | RecordError)
    assert error.field is not None
    assert error.expected


# --- words ----------------------------------------------------------------------------------------

DIGITS: Final = (
    *(
        "0",
        "1",
        "5",
        "18",
        "26",
        "100",
        "1.5",
        "1,5",
        "2,300",
        "2 300",
        "2.300",
        "1,00,000",
        "2022",
    ),
    *(
        "0,5",
        "9" * 19,
        "1e5",
        "½",
        "²",
        "١٨",
        "1\u0661",
        "'",
        '"',
        ",",
        ".",
        "%",
        "$",
        "(",
        "[",
        "]",
    ),
)
GAPS: Final = (" ", "", "-", ", ", " and ", "\u00a0", "\u200b", "\n", "–", "/", ":")


def phrases_of(table: kf.WordTable) -> tuple[str, ...]:
    """Give every phrase of a table, and digits in many forms."""
    known: set[str] = set()
    for field in attrs.fields(kf.WordTable):
        held = getattr(table, field.name)
        if isinstance(held, tuple) and field.name != "same_letters":
            known.update(one if isinstance(one, str) else one[0] for one in held)
    return (*DIGITS, *sorted(known))


PHRASES: Final = {table.name: phrases_of(table) for table in TABLES}


def phrases(choices: Choices, table: kf.WordTable) -> str:
    """Put phrases of a table side by side."""
    text = ""
    while choices.has_more():
        of = choices.pick((DIGITS, PHRASES[table.name], PHRASES[table.name]))
        text += choices.pick_of_many(of) + choices.pick(GAPS)
    return text


def words(data: bytes) -> None:
    """Read words by one of the tables: the bytes themselves, or phrases that the table knows."""
    choices = Choices(data)
    table = choices.pick(TABLES)
    text = phrases(choices, table) if choices.pick((False, True)) else choices.rest()
    try:
        found = kf.find(text, table)
    except WordingError as error:
        check_refusal(error)
        assert not text.isprintable()
        found = None
    try:
        figure = kf.Figure.read(text, table)
    except WordingError as error:
        check_refusal(error)
        figure = None
    if found is None:
        assert figure is None
        return
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert one.figure.wording == text[one.start : one.end]
        end = one.end
        check_whole(text[: one.start][::-1], text[one.start])
        check_whole(text[one.end :], text[one.end - 1])
    if figure is not None:
        assert figure.wording == text.strip()
        assert len(found) <= 1
        for one in found:
            assert (one.figure.stated, one.figure.count) == (figure.stated, figure.count)
        assert kf.Figure.read(f" {text}\n", table) == figure
    bare = text.strip()
    if bare.isascii() and bare.isdecimal():
        number = int(bare) if len(bare) < 20 and (bare == "0" or bare[0] != "0") else 2**63
        expected = kf.Count(number, number) if number < 2**63 else None
        assert (figure and figure.count) == expected


PARTING: Final = frozenset('-‐‑‒–—−|;()[]{}<>"“”„‟«»~…•≈≤≥')


def check_whole(beside: str, last: str) -> None:
    """Hold that a number in digits is no piece of more digits, with but a mark between them."""
    if not last.isdigit():
        return
    for letter in beside:
        if letter.isspace() or letter.isalpha() or letter in PARTING:
            return
        assert not letter.isdigit(), beside


# --- moments --------------------------------------------------------------------------------------

PIECES: Final = (
    *("2022", "1900", "2100", "1899", "2024", "01", "1", "05", "7", "12", "13", "29", "30", "31"),
    *("00", "16", "24", "56", "60", "January", "february", "Mar", "Sept", "May", "JUNE", "Janvier"),
    *("Friday", "sat", "Sunday,", "am", "p.m.", "st", "nd", "rd", "th", "of", "at", "on", " ", " "),
    *(
        " ",
        "  ",
        "-",
        "/",
        ".",
        ":",
        ",",
        "T",
        "Z",
        "+06:00",
        "-00:00",
        "+0600",
        "+14:00",
        "+14:01",
    ),
    *("[UTC]", "[Asia/Almaty]", "[Asia/almaty]", "[+06:00]", "[UTC+6]", "[EST]", "[Europe/London]"),
    *(
        "-01-07",
        "2022-03-27T01:30",
        "2024-02-29T23",
        "T16:56",
        ":30",
        ".123456",
        ".1234567",
        "[",
        "]",
    ),
)


def moments(data: bytes) -> None:
    """Read a moment, in a zone or none, with the day first or last or unsaid."""
    choices = Choices(data)
    zone, dayfirst = choices.pick((None, *ZONES)), choices.pick((None, True, False))
    text = choices.rest()
    if text[:1] == "~":
        text = "".join(PIECES[byte % len(PIECES)] for byte in data[3:])
    try:
        moment = kf.Moment.read(text, zone=zone, dayfirst=dayfirst)
    except FieldError as error:
        check_refusal(error)
        if error.field == "zone":
            return
        moment = None
    try:
        exact = kf.Moment(text)
    except KazfiguresError as error:
        check_refusal(error)
    else:
        assert exact == moment
    if moment is not None:
        check_moment(moment, text, is_zoned=zone is not None)


def check_moment(moment: kf.Moment, given: str, *, is_zoned: bool) -> None:
    """Hold a moment beside the standard library's own reading of its text."""
    again = kf.Moment(moment.text)
    assert (again, again.text) == (moment, moment.text)
    assert moment.text[:4] in given
    local, _, zone = moment.text.partition("[")
    if moment.precision is Precision.INSTANT:
        assert moment.start == moment.end == datetime.fromisoformat(moment.text)
        digits = given.replace(":", "")
        assert moment.text[14:16] in digits
        assert is_zoned or "[" in given or moment.text[-6:].replace(":", "") in f"{digits} +0000"
        return
    tz: Any = _offset(zone[:-1]) if zone[0] in "+-" else ZoneInfo(zone[:-1])
    first = datetime.fromisoformat((f"{local}-01-01")[:10] if len(local) < 10 else local)
    length = {
        Precision.HOUR: timedelta(hours=1),
        Precision.DAY: timedelta(days=1),
        Precision.MONTH: timedelta(days=monthrange(first.year, first.month)[1]),
        Precision.YEAR: timedelta(days=365 + isleap(first.year)),
    }[moment.precision]
    step = first + length
    assert moment.start == first.replace(tzinfo=tz).astimezone(UTC)
    assert moment.end == step.replace(tzinfo=tz).astimezone(UTC)


def _offset(text: str) -> timezone:
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[4:])))


# --- files ----------------------------------------------------------------------------------------


def jsonl(data: bytes) -> None:
    """Read JSON Lines: the bytes themselves, or a record with some of its fields changed."""
    choices = Choices(data)
    if choices.pick((False, True)):
        text = "\n".join(json.dumps(record(choices)) for _ in range(choices.pick((1, 2))))
    else:
        text = choices.rest()
    check_file(text, "jsonl")


def comma_separated(data: bytes) -> None:
    """Read CSV: the bytes themselves, or a record with some of its fields changed."""
    choices = Choices(data)
    if choices.pick((False, True)):
        sheet = io.StringIO()
        rows = csv.writer(sheet)
        told = record(choices)
        columns = (*told, *choices.pick(((), ("note",), ("outcome",))))
        rows.writerow(columns)
        cells = (told.get(name, "") for name in columns)
        rows.writerow(cell if isinstance(cell, str) else json.dumps(cell) for cell in cells)
        text = sheet.getvalue()
    else:
        text = choices.rest()
    check_file(text, "csv")


def record(choices: Choices) -> dict[str, Any]:
    """Change some fields of an observation or of a notice."""
    made = dict(choices.pick((SAID, TOOK_BACK)))
    names = (*COLUMNS, "other", "\x1b[31m", "x" * 500)
    for _ in range(choices.pick((1, 2, 3, 4))):
        made[choices.pick(names)] = choices.pick(VALUES)
    for _ in range(choices.pick((0, 0, 1))):
        made[choices.pick(names)] = choices.rest()
    return made


def check_file(text: str, form: kf.exchange.records.Format) -> None:
    """Read a file, write what was read in both forms, and read it again."""
    entries = []
    for item in stream(io.StringIO(text, newline=""), format=form):
        if isinstance(item, RecordError):
            check_refusal(item)
            assert item.line >= 1
        else:
            entries.append(item)
    if not entries:
        return
    for again in ("jsonl", "csv"):
        file = io.StringIO(newline="")
        dump(entries, file, format=again)
        file.seek(0)
        assert list(stream(file, format=again)) == entries
        if again == "csv":
            file.seek(0)
            for row in csv.reader(file):
                assert not any(cell.startswith(tuple("=+-@\t\r＝＋－＠")) for cell in row)


READERS: Final[Mapping[str, Callable[[bytes], None]]] = {
    "words": words,
    "moments": moments,
    "jsonl": jsonl,
    "csv": comma_separated,
}

_STARTS: Final = (b"\0", b"\0\0", b"\1\0~", b"\2\1", b"\1\1\3\7\5\1")
"""The first bytes choose how the others are read."""
_TEXTS: Final[Mapping[str, Sequence[str]]] = {
    "words": (
        "18",
        "more than 2,300 protesters",
        "at least 26 were killed and 18 wounded on 6 January 2022",
        "between two hundred and three hundred and fifty thousand",
        "не менее 1,5 тысячи человек",
        "бір мыңнан астам адам",
        "dozens, possibly tens of thousands",
        "one in five, 70%, $3 million, 12 km, the 5th, aged 46, 7-8 January",
    ),
    "moments": (
        "2022-01-07T16:56:30.5+06:00",
        "2022-01-07T16[Asia/Almaty]",
        "2022-01",
        "Friday, 7th of January, 2022 at 4:56 p.m. +0600",
        "16:56 on Jan 7 2022",
        "05/01/2022",
        "2022 January 7",
    ),
    "jsonl": ('{"outcome": "killed", "wording": "18", "low": 18, "high": null, "via": ["a"]}\n[]',),
    "csv": ('outcome,wording,high,via\r\nkilled,"18 ""x""",open,\'=a | b\\|\n',),
}
SEEDS: Final[Mapping[str, Sequence[bytes]]] = {
    reader: [start + text.encode() for text in texts for start in _STARTS]
    for reader, texts in _TEXTS.items()
}
"""What a fuzzer begins with."""
