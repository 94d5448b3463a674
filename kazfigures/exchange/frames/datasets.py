"""The data sets that people have, each with the codebook that says what its columns are.

They are data: look at their `figures`, and make your own from them with `giving`.
What a recorder compiled is that recorder's claim, with the reports it rests on as the note; where
a data set passes on what others said in their own names, they are the claimants.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

from kazfigures.errors import ObservationError
from kazfigures.exchange.frames.codebooks import Cells, Codebook, cell, path

__all__ = ["acled", "iraq_body_count", "maverick", "palestine_datasets", "ucdp_ged"]


_SECONDS: Final = re.compile(r"(\d{1,11})(?:\.0)?", re.ASCII)


def _day(moment: object) -> str:
    """Give the day alone: a release of UCDP writes 2017-07-31 00:00:00.000."""
    day = moment.isoformat() if isinstance(moment, date) else str(moment)
    return day.partition("T")[0].partition(" ")[0]


def _of_ucdp(event: object) -> str:
    return f"UCDP GED {event}"


def _of_side_b(deaths: object, side: object) -> object:
    """Leave out side B where it is the civilians, whose dead have a column of their own."""
    return None if side == "Civilians" else deaths


_UCDP: Final = {
    "outcome": "killed",
    "place": cell("country", "adm_1", "adm_2", read=path),
    "event": cell("id", read=_of_ucdp),
    "source": "UCDP",
    "source_kind": "monitor",
    "as_of": cell("date_end", read=_day),
    "note": cell("source_article"),
}

ucdp_ged: Final = Codebook(
    "UCDP GED",
    (
        {**_UCDP, "stated": cell("best"), "low": cell("low"), "high": cell("high")},
        {**_UCDP, "population": cell("side_a", read=path), "stated": cell("deaths_a")},
        {
            **_UCDP,
            "population": cell("side_b", read=path),
            "stated": cell("deaths_b", "side_b", read=_of_side_b),
        },
        {**_UCDP, "population": "civilians", "stated": cell("deaths_civilians")},
        {**_UCDP, "population": "of unknown status", "stated": cell("deaths_unknown")},
    ),
    about="""\
The Georeferenced Event Dataset of the Uppsala Conflict Data Program: a row is an event.
UCDP claims the dead of all sides (best, low and high), of side A, of side B, civilians, and those
of unknown status, as of the last day of the event; the note names the articles it rests on.
No column says when a release came out: give `reported`. No column has a zone: give `zone`.
Not carried: coordinates, the precision of places and dates, and which conflict an event is part of.
Columns: UCDP GED Codebook, Department of Peace and Conflict Research, Uppsala University,
https://ucdp.uu.se/downloads/
""",
)


def _of_acled(fatalities: object) -> object:
    """Take no claim from a 0, which stands where no deaths were reported."""
    return None if str(fatalities) in ("0", "0.0") else fatalities


def _since_1970(seconds: object) -> datetime:
    told = _SECONDS.fullmatch(str(seconds))
    if told is None:
        raise ObservationError("reported", seconds, "seconds since 1970")
    return datetime.fromtimestamp(int(told[1]), UTC)


acled: Final = Codebook(
    "ACLED",
    (
        {
            "outcome": "killed",
            "place": cell("country", "admin1", "admin2", "location", read=path),
            "event": cell("event_id_cnty"),
            "stated": cell("fatalities", read=_of_acled),
            "source": "ACLED",
            "source_kind": "monitor",
            "as_of": cell("event_date"),
            "reported": cell("timestamp", read=_since_1970),
            "note": cell("source"),
        },
    ),
    about="""\
The Armed Conflict Location & Event Data: a row is an event on a day.
ACLED claims the dead, as of that day; it reported them at `timestamp`, when the row was last
written, and the note names its sources.
ACLED writes 0 where no deaths were reported or it is unclear whether anybody died: a 0 gives no
observation here (`giving(stated=cell("fatalities"))` takes it).
It writes 3 or 10 for several, many and few, and 10, 12 or 100 for tens, dozens or hundreds, and
parts a total of several days or places among their rows: these numbers are taken as they stand.
No column has a zone: give `zone`.
Not carried: actors, types of events, notes, coordinates, precision; injuries are not in the data.
Columns and numbers: ACLED Codebook and "Fatalities", https://acleddata.com/knowledge-base/
""",
)


def _of_ibc(code: object) -> str:
    return f"Iraq Body Count {code}"


def _page_of_ibc(code: object) -> str:
    return f"https://www.iraqbodycount.org/database/incidents/{code}"


def _in_iraq(location: object) -> str | None:
    return path("Iraq", location)


iraq_body_count: Final = Codebook(
    "Iraq Body Count",
    (
        {
            "outcome": "killed",
            "population": "civilians",
            "place": cell("Location", read=_in_iraq),
            "event": cell("IBC code", read=_of_ibc),
            "low": cell("Reported Minimum"),
            "high": cell("Reported Maximum"),
            "source": "Iraq Body Count",
            "source_kind": "monitor",
            "as_of": cell("End Date"),
            "url": cell("IBC code", read=_page_of_ibc),
            "note": cell("Sources"),
        },
    ),
    zone="Asia/Baghdad",
    about="""\
The incidents of Iraq Body Count: a row is an incident, after the lines that introduce the file.
Iraq Body Count claims the civilians killed, from the lowest to the highest number of its sources,
as of the last day of the incident in Iraq; the note has its sources, abbreviated.
Some rows (x334a, x493e) are months of a morgue, less the incidents already listed, the rate before
the war and an estimate of fighters: no source said that number.
No column says when an entry was published: give `reported`, the date of the file.
Not carried: time of day, target and weapons; each source's own number is not in the data.
Columns: Iraq Body Count, Methods 3 and 4, https://www.iraqbodycount.org/about/methods/3
""",
)

_CLOCKS: Final[Mapping[object, str]] = {"Ivory Coast": "Africa/Abidjan", "Kenya": "Africa/Nairobi"}
_KINDS: Final[Mapping[object, str]] = {
    "International news agency": "agency",
    "International news media": "outlet",
    "National news media": "outlet",
    "International organization": "international",
    "International civil society organization": "monitor",
    "National civil society organization": "monitor",
    "Human rights commission": "monitor",
    "Special commission": "official",
    "National government agency": "official",
}
_CITED: Final = re.compile(r"\((\d{4}-\d\d-\d\d)\)", re.ASCII)


def _day_there(day: object, country: object) -> str | None:
    if day is None:
        return None
    if country not in _CLOCKS:
        raise ObservationError("country", country, f"one of {', '.join(map(str, _CLOCKS))}")
    return f"{_day(day)}[{_CLOCKS[country]}]"


def _day_cited(citation: object) -> str:
    found = _CITED.search(str(citation))
    if found is None:
        raise ObservationError("source", citation, "a citation such as AFP (2011-01-11) Two killed")
    return found[1]


def _kind_of(source_type: object) -> str:
    return _KINDS.get(source_type, "unknown")


def _note_of(citation: object, report: object) -> str:
    return f"{citation} [{report}]"


_MAVERICK: Final = {
    "place": cell("country"),
    "event": cell("event_id"),
    "source": cell("source_author"),
    "source_kind": cell("source_type", read=_kind_of),
    "as_of": cell("date_end", "country", read=_day_there),
    "reported": cell("source", read=_day_cited),
    "note": cell("source", "id", read=_note_of),
}

maverick: Final = Codebook(
    "MAVERICK",
    tuple(
        {
            **_MAVERICK,
            "outcome": outcome,
            "stated": cell(f"{column}_best"),
            "low": cell(f"{column}_low"),
            "high": cell(f"{column}_high"),
        }
        for outcome, column in (("killed", "deaths"), ("injured", "injuries"))
    ),
    about="""\
Election violence in Ivory Coast and Kenya by report: a row is what one source says of an event.
The author of the source claims the dead and the injured (best, low and high), as of the last day
of the event in its country; it reported them on the day that the citation has, and the note is the
citation with the id of the report.
No column has the zone of that day: give `zone`.
Not carried: actors, targets, the city, how sure the coders were, and how they rate the source,
which is no Admiralty grade.
Columns: van Baalen, Edberg Landeström, Richardson-Golinski and Höglund, The MAVERICK Dataset
Codebook, and the R package eventreport, https://github.com/sebastianvanbaalen/eventreport
""",
)

_SPEAKERS: Final[Mapping[object, tuple[str, str] | None]] = {
    "mohtel": ("Gaza Ministry of Health", "official"),
    "gmotel": ("Gaza Government Media Office", "official"),
    "unocha": ("UN OCHA", "international"),
    "missing": None,
}


def _speaker(code: object) -> tuple[str, str] | None:
    if code not in _SPEAKERS:
        raise ObservationError("report_source", code, f"one of {', '.join(map(str, _SPEAKERS))}")
    return _SPEAKERS[code]


def _who_spoke(code: object) -> str | None:
    speaker = _speaker(code)
    return None if speaker is None else speaker[0]


def _what_spoke(code: object) -> str | None:
    speaker = _speaker(code)
    return None if speaker is None else speaker[1]


def _told_by_one(number: object, code: object) -> object:
    """Leave out a number that no office reported: the file fills days without a report, too."""
    return None if code == "missing" else number


def _of_office(column: str) -> Cells:
    return cell(column, "report_source", read=_told_by_one)


_PALESTINE: Final = {
    "place": "Gaza Strip",
    "event": "Gaza, since 7 October 2023",
    "source": cell("report_source", read=_who_spoke),
    "source_kind": cell("report_source", read=_what_spoke),
    "via": ("Tech for Palestine",),
    "as_of": cell("report_date"),
    "reported": cell("report_date"),
}

palestine_datasets: Final = Codebook(
    "palestine-datasets",
    (
        {**_PALESTINE, "outcome": "killed", "stated": _of_office("killed_cum")},
        {**_PALESTINE, "outcome": "injured", "stated": _of_office("injured_cum")},
    ),
    zone="Asia/Gaza",
    about="""\
Daily Casualties - Gaza, of Tech for Palestine: a row is a day.
The office that the row names claims the killed and the injured since 7 October 2023, as of the day
of its report and published that day; Tech for Palestine relays it.
A day without a report (`missing`) gives no observation, though the file may have a number there.
Not carried: the `ext_` columns, which nobody said; women, children, medics, press and rescuers,
whose last number is repeated on days without a new one; the numbers of one day alone.
Columns: https://data.techforpalestine.org/docs/casualties-daily/
""",
)
