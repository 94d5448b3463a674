"""Data Packages: valid by the standard's own library, read back without loss, and safe to open."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kazfigures import KazfiguresError, Ledger, Measure, Notice, Observation, load, reconcile
from kazfigures.errors import LedgerError, ObservationError, RecordsError
from kazfigures.exchange.records import NOTICE_FIELDS, OBSERVATION_FIELDS
from kazfigures.exchange.vocabularies.packages import read_package, write_package
from kazfigures.strategies import ledgers
from kazfigures.strategies.parts import HOSTILE_LINES

EXAMPLE = load(Path(__file__).parents[3] / "docs/examples/kazakhstan-2022.jsonl")
DAY = "2022-01-07[Asia/Almaty]"
SIXTEEN, EIGHTEEN = (
    Observation(Measure("killed"), wording, "Interior Ministry", DAY, DAY)
    for wording in ("16", "at least 18")
)
CORRECTED = Notice("correction", [EIGHTEEN], "Interior Ministry", DAY, instead=SIXTEEN)
SMALL = Ledger([SIXTEEN, EIGHTEEN, CORRECTED])
HOSTILE = Ledger(
    [
        Observation(
            Measure(text, text.replace("/", "-"), "Kazakhstan", text), "18", text, DAY, DAY,
            via=[text, "TASS"], origin=text, note=f"{text}\n={text}",
        )
        for text in HOSTILE_LINES
    ]
    + [Notice("denial", [text], text, "2022-01[+06:00]", text) for text in HOSTILE_LINES]
)  # fmt: skip
CONTAINERS = ("toll", "toll.zip")


def texts(entries: Ledger) -> list[str]:
    """Every entry down to the zones in which its moments are written, which `==` leaves out."""
    return [repr(entry) for entry in entries]


def names_in(folder: str | Path) -> list[str]:
    """What a folder holds."""
    return sorted(one.name for one in Path(folder).iterdir())


@pytest.fixture(params=CONTAINERS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where a package goes: a folder or a zip."""
    return tmp_path / str(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package in a folder."""
    write_package(SMALL, tmp_path / "toll", name="toll")
    return tmp_path / "toll"


def descriptor_of(place: Path) -> dict[str, Any]:
    """What a package says of itself."""
    if place.is_dir():
        return json.loads((place / "datapackage.json").read_text("utf-8"))
    with zipfile.ZipFile(place) as archive:
        return json.loads(archive.read("datapackage.json"))


def describe(folder: Path, descriptor: object) -> None:
    """Let a package say something else of itself."""
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")


def redescribe(folder: Path, table: int = 0, **changes: Any) -> None:  # noqa: ANN401
    """Change what a package says of a table."""
    descriptor = descriptor_of(folder)
    descriptor["resources"][table] |= changes
    describe(folder, descriptor)


def judged(place: Path) -> list[str]:
    """The kinds of fault that the standard's own library finds."""
    source = place / "datapackage.json" if place.is_dir() else place
    report = frictionless.validate(str(source))
    return [kind for (kind,) in report.flatten(["type"])]


def faults_of(place: Path, **options: Any) -> list[tuple[str, int, str]]:  # noqa: ANN401
    """The file, line and field of every fault that reading finds."""
    with pytest.raises(RecordsError) as refusal:
        read_package(place, **options)
    assert str(refusal.value)
    return [
        (fault.file.removeprefix(f"{place}/"), fault.line, fault.field)
        for fault in refusal.value.faults
    ]


# --- there and back -------------------------------------------------------------------------------


@given(ledgers(), st.sampled_from(CONTAINERS))
@example(HOSTILE, "toll")
@example(HOSTILE, "toll.zip")
@example(EXAMPLE, "toll.zip")
@example(Ledger(), "toll")
def test_a_ledger_that_was_written_is_read_as_it_was(ledger: Ledger, name: str) -> None:
    with tempfile.TemporaryDirectory() as parent:
        place = Path(parent, name)
        write_package(ledger, place, name="toll")
        again = read_package(str(place))
        assert again == ledger
        assert texts(again) == texts(ledger)
        assert names_in(parent) == [name]


@given(ledgers(small=True))
@example(EXAMPLE)
def test_a_ledger_that_was_read_gives_the_same_estimates(ledger: Ledger) -> None:
    with tempfile.TemporaryDirectory() as parent:
        write_package(ledger, Path(parent, "toll.zip"), name="toll")
        assert reconcile(read_package(Path(parent, "toll.zip"))) == reconcile(ledger)


@given(ledgers())
@example(HOSTILE)
@example(EXAMPLE)
@example(SMALL)
@example(Ledger())
@settings(max_examples=25)
def test_the_library_of_the_standard_finds_no_fault(ledger: Ledger) -> None:
    with tempfile.TemporaryDirectory() as parent:
        write_package(ledger, Path(parent, "toll"), name="toll")
        assert judged(Path(parent, "toll")) == []


def test_the_library_of_the_standard_finds_no_fault_in_a_zip(tmp_path: Path) -> None:
    write_package(EXAMPLE, tmp_path / "toll.zip", name="toll")
    assert judged(tmp_path / "toll.zip") == []


# --- what a package says --------------------------------------------------------------------------


def test_a_package_says_what_it_is_told(place: Path) -> None:
    write_package(
        SMALL,
        place,
        name="january-2022",
        title="Январь",
        description="Figures of January 2022.\n\nAs they were reported.",
        licences={"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/", "other": ""},
        sources={"Interior Ministry": "HTTPS://example.org", "notes of the desk": ""},
    )
    said = descriptor_of(place)
    assert said.pop("resources")
    assert said == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "january-2022",
        "title": "Январь",
        "description": "Figures of January 2022.\n\nAs they were reported.",
        "licenses": [
            {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"},
            {"name": "other"},
        ],
        "sources": [
            {"title": "Interior Ministry", "path": "HTTPS://example.org"},
            {"title": "notes of the desk"},
        ],
    }
    assert judged(place) == []


def test_what_a_package_is_not_told_it_does_not_say(folder: Path) -> None:
    assert list(descriptor_of(folder)) == ["$schema", "name", "resources"]


def test_the_tables_are_described_field_by_field(folder: Path) -> None:
    observations, notices = descriptor_of(folder)["resources"]
    for table, fields in ((observations, OBSERVATION_FIELDS), (notices, NOTICE_FIELDS)):
        described = table["schema"]["fields"]
        assert tuple(field["name"] for field in described) == fields
        assert all(field["description"] for field in described)
        header, *_ = (folder / table["path"]).read_text("utf-8").splitlines()
        assert tuple(header.split(",")) == fields
        assert table["schema"]["primaryKey"] == ["id"]
        assert table["bytes"] == (folder / table["path"]).stat().st_size


@pytest.mark.parametrize(
    ("table", "field", "expected"),
    [
        (0, "outcome", {"type": "string", "constraints": {"required": True}}),
        (0, "population", {"type": "string"}),
        (0, "credibility", {"type": "integer", "constraints": {"minimum": 1, "maximum": 6}}),
        (0, "grade", {"type": "string", "constraints": {"enum": list("ABCDEF")}}),
        (
            0,
            "low",
            {
                "type": "integer",
                "constraints": {"minimum": 0, "maximum": 2**63 - 1, "required": True},
            },
        ),
        (
            0,
            "high",
            {
                "type": "integer",
                "missingValues": [{"value": ""}, {"value": "open", "label": "no highest number"}],
                "constraints": {"minimum": 0, "maximum": 2**63 - 1},
            },
        ),
        (
            1,
            "notice",
            {
                "type": "string",
                "constraints": {
                    "enum": ["retraction", "denial", "correction"],
                    "required": True,
                },
            },
        ),
        (1, "instead", {"type": "string", "constraints": {"pattern": "[0-9a-f]{16}"}}),
    ],
)
def test_a_field_is_described_so(
    folder: Path, table: int, field: str, expected: dict[str, Any]
) -> None:
    fields = descriptor_of(folder)["resources"][table]["schema"]["fields"]
    [described] = [one for one in fields if one["name"] == field]
    assert {key: described[key] for key in described if key not in ("name", "description")} == (
        expected
    )


def test_a_correction_refers_to_a_report_only_where_all_of_them_do(folder: Path) -> None:
    key = {
        "fields": ["instead"],
        "reference": {"resource": "observations", "fields": ["id"]},
    }
    assert descriptor_of(folder)["resources"][1]["schema"]["foreignKeys"] == [key]
    write_package(Ledger([EIGHTEEN, CORRECTED]), folder, name="toll")
    assert "foreignKeys" not in descriptor_of(folder)["resources"][1]["schema"]
    assert judged(folder) == []


def test_each_file_is_a_ledger_by_itself(folder: Path) -> None:
    assert load(folder / "observations.csv") == Ledger(SMALL.observations)
    assert load(folder / "notices.csv") == Ledger(SMALL.notices)


def test_whoever_unpacks_a_zip_may_read_it(tmp_path: Path) -> None:
    write_package(SMALL, tmp_path / "toll.zip", name="toll")
    with zipfile.ZipFile(tmp_path / "toll.zip") as archive:
        modes = {info.external_attr >> 16 & 0o777 for info in archive.infolist()}
    assert modes == {0o644}


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.zip", "other.zip"):
        write_package(EXAMPLE, tmp_path / name, name="toll")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("at least 18", "", "constraint-error"),
        (",killed,", ",,", "constraint-error"),
        (",18,open,", ",18,many,", "type-error"),
        (",18,open,", ",-1,open,", "constraint-error"),
        ("2022-01-07[Asia/Almaty]", "7 January", "constraint-error"),
        (EIGHTEEN.id, SIXTEEN.id, "primary-key"),
        (SIXTEEN.id, "0" * 16, "foreign-key"),
        ("observation,", "notice,", "constraint-error"),
    ],
)
def test_the_library_of_the_standard_finds_a_broken_table(
    folder: Path, old: str, new: str, kind: str
) -> None:
    """So the description says something."""
    file = folder / "observations.csv"
    broken = file.read_text("utf-8").replace(old, new)
    assert broken != file.read_text("utf-8")
    file.write_text(broken, encoding="utf-8")
    redescribe(folder, bytes=len(broken.encode()), hash=None)
    descriptor = descriptor_of(folder)
    del descriptor["resources"][0]["hash"]
    describe(folder, descriptor)
    assert kind in judged(folder)


# --- writing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["", "January", "a b", "../a", "a/b", ".hidden", "ж", None, "a\n"])
def test_a_package_has_a_name_that_a_registry_would_take(place: Path, name: Any) -> None:  # noqa: ANN401
    with pytest.raises(LedgerError, match=r"^name: expected small letters"):
        write_package(SMALL, place, name=name)
    assert not place.exists()


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("licences", {"": "https://example.org"}),
        ("licences", {"CC-BY-4.0": "creativecommons.org"}),
        ("sources", {"x": "javascript:alert(1)"}),
        ("sources", {" ": ""}),
        ("sources", {"x": None}),
        ("sources", ["TASS"]),
        ("licences", "CC-BY-4.0"),
        ("licences", {"\ud800": ""}),
        ("title", "\ud800"),
        ("title", 5),
        ("description", "one\n\0"),
        ("description", None),
    ],
)
def test_what_a_package_says_of_itself_is_text_and_its_addresses_are_on_the_web(
    place: Path, field: str, given: object
) -> None:
    with pytest.raises(KazfiguresError, match=f"^{field}: "):
        write_package(SMALL, place, name="toll", **{field: given})
    assert not place.exists()


def test_only_a_ledger_makes_a_package(place: Path) -> None:
    with pytest.raises(LedgerError, match=r"^ledger: expected a Ledger"):
        write_package([EIGHTEEN], place, name="toll")
    assert not place.exists()


def test_a_package_takes_the_place_of_an_older_one(place: Path) -> None:
    for ledger in (SMALL, EXAMPLE, Ledger()):
        write_package(ledger, place, name="toll")
        assert read_package(place) == ledger
        assert names_in(place.parent) == [place.name]


def test_an_empty_folder_is_filled_and_keeps_its_mode(tmp_path: Path) -> None:
    place = tmp_path / "toll"
    place.mkdir(mode=0o750)
    place.chmod(0o750)
    write_package(SMALL, place, name="toll")
    assert read_package(place) == SMALL
    assert place.stat().st_mode & 0o777 == 0o750


def test_a_folder_with_other_files_is_refused_and_stays(folder: Path) -> None:
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(ObservationError, match=r"^target: expected a folder with no files but"):
        write_package(EXAMPLE, folder, name="toll")
    assert read_package(folder) == SMALL
    assert (folder / "notes.txt").read_text() == "mine"
    assert names_in(folder.parent) == [folder.name]


def test_a_folder_with_a_folder_of_the_name_of_a_table_is_refused_and_stays(tmp_path: Path) -> None:
    inside = tmp_path / "notices.csv"
    inside.mkdir()
    (inside / "ours.txt").write_text("kept", "utf-8")
    with pytest.raises(ObservationError, match="a folder with no files but"):
        write_package(SMALL, tmp_path, name="toll")
    assert (inside / "ours.txt").read_text("utf-8") == "kept"


def test_what_is_no_folder_and_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "toll").write_text("mine")
    (tmp_path / "toll.zip").mkdir()
    for name in CONTAINERS:
        with pytest.raises(ObservationError, match=r"^target: "):
            write_package(SMALL, tmp_path / name, name="toll")
    assert (tmp_path / "toll").read_text() == "mine"
    assert names_in(tmp_path) == ["toll", "toll.zip"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("at", range(5))
def test_a_disk_that_fails_leaves_the_old_package(
    place: Path,
    step: str,
    is_there: bool,  # noqa: FBT001 - a table's column
    at: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Fail the first, the second, ... of the steps that can."""
    if is_there:
        write_package(SMALL, place, name="toll")
    real: Callable[..., Any] = getattr(os, step)
    done: list[object] = []

    def fail_once(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        done.append(arguments)
        if len(done) == at + 1:
            raise OSError(28, "No space left on device")
        return real(*arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(os, step, fail_once)
        try:
            write_package(EXAMPLE, place, name="toll")
        except OSError:
            expected = SMALL if is_there else None
        else:
            expected = EXAMPLE
    assert (read_package(place) if place.exists() else None) == expected
    assert names_in(place.parent) == ([place.name] if expected else [])


def test_a_folder_that_cannot_be_put_in_place_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def refuse_folders(old: Path, new: Path) -> None:
        if new == tmp_path / "toll":
            raise PermissionError(13, "Permission denied")
        real(old, new)

    monkeypatch.setattr(os, "replace", refuse_folders)
    with pytest.raises(PermissionError):
        write_package(SMALL, tmp_path / "toll", name="toll")
    assert names_in(tmp_path) == []


# --- reading --------------------------------------------------------------------------------------


def test_a_package_is_also_opened_by_its_descriptor(folder: Path) -> None:
    assert read_package(folder / "datapackage.json") == SMALL


def test_what_is_not_there_is_pythons_own_error(tmp_path: Path) -> None:
    for name in CONTAINERS:
        with pytest.raises(FileNotFoundError):
            read_package(tmp_path / name)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("../outside.csv", id="up"),
        pytest.param("a/../../outside.csv", id="down and up"),
        pytest.param("/etc/passwd", id="from the root"),
        pytest.param("https://example.org/observations.csv", id="an address"),
        pytest.param("file:///etc/passwd", id="a file as an address"),
        pytest.param("C:/outside.csv", id="a drive"),
        pytest.param("..\\outside.csv", id="up, as Windows has it"),
        pytest.param("\\\\server\\outside.csv", id="another machine"),
        pytest.param("link.csv", id="a link that leads out"),
        pytest.param("linked/outside.csv", id="a folder that leads out"),
        pytest.param(".", id="itself"),
        pytest.param("", id="nothing"),
        pytest.param("observations.csv\0", id="NUL"),
        pytest.param("a" * 5000, id="too long"),
        pytest.param("none.csv", id="not there"),
        pytest.param("pipe", id="a pipe"),
        pytest.param(["observations.csv"], id="a list"),
        pytest.param(5, id="a number"),
        pytest.param(None, id="null"),
    ],
)
def test_a_path_that_leaves_the_package_is_refused(folder: Path, path: object) -> None:
    shutil.copy(folder / "observations.csv", folder.parent / "outside.csv")
    (folder / "link.csv").symlink_to(folder.parent / "outside.csv")
    (folder / "linked").symlink_to(folder.parent)
    os.mkfifo(folder / "pipe")
    redescribe(folder, path=path)
    assert faults_of(folder) == [("datapackage.json", 1, "observations.path")]


@pytest.mark.parametrize("path", ["../observations.csv", "/observations.csv", "..\\a", "none.csv"])
def test_a_path_that_leaves_a_zip_is_refused(folder: Path, path: str) -> None:
    redescribe(folder, path=path)
    place = folder.parent / "toll.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.write(folder / "datapackage.json", "datapackage.json")
        archive.write(folder / "notices.csv", "notices.csv")
        for name in ("../observations.csv", "/observations.csv", "..\\a"):
            archive.write(folder / "observations.csv", name)
    assert faults_of(place) == [("datapackage.json", 1, "observations.path")]
    assert names_in(folder.parent) == ["toll", "toll.zip"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        pytest.param(b"", "package", id="nothing"),
        pytest.param(b"[", "record", id="no JSON"),
        pytest.param(b"\xff", "package", id="no UTF-8"),
        pytest.param(b"5", "package", id="a number"),
        pytest.param(b"[]", "package", id="a list"),
        pytest.param(b"[" * 100_000, "record", id="many lists"),
        pytest.param(b'{"resources": [], "resources": []}', "resources", id="a name twice"),
        pytest.param(b'{"resources": NaN}', "record", id="no number"),
        pytest.param(b"{}", "resources", id="no resources"),
        pytest.param(b'{"resources": {}}', "resources", id="resources that are no list"),
        pytest.param(b'{"resources": []}', "resources", id="an empty list"),
        pytest.param(b'{"resources": ["observations.csv"]}', "resources", id="no objects"),
        pytest.param(b'{"resources": [{"name": "a"}]}', "resources", id="none of ours"),
        pytest.param(b'{"resources": [{"name": []}]}', "resources", id="a name that is a list"),
        pytest.param(
            b'{"resources": [{"name": "observations"}, {"name": "observations"}]}',
            "resources",
            id="a name for two",
        ),
        pytest.param(b" " * (2**20 + 1), "path", id="too long"),
    ],
)
def test_a_descriptor_that_is_none_is_refused(folder: Path, text: bytes, field: str) -> None:
    (folder / "datapackage.json").write_bytes(text)
    assert faults_of(folder) == [("datapackage.json", 1, field)]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"bytes": 5}, "bytes"),
        ({"hash": "sha256:" + "0" * 64}, "hash"),
        ({"hash": "0" * 32}, "hash"),
        ({"encoding": "latin-1"}, "encoding"),
        ({"encoding": 5}, "encoding"),
        ({"data": [], "path": None}, "path"),
    ],
)
def test_a_table_is_the_one_that_was_described(
    folder: Path, changes: dict[str, Any], field: str
) -> None:
    redescribe(folder, **changes)
    assert faults_of(folder) == [("datapackage.json", 1, f"observations.{field}")]


def test_a_row_that_was_lost_is_noticed(folder: Path) -> None:
    file = folder / "observations.csv"
    *rows, _ = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(rows), encoding="utf-8")
    assert faults_of(folder) == [("datapackage.json", 1, "observations.bytes")]


def test_a_description_without_sizes_is_taken(folder: Path) -> None:
    descriptor = descriptor_of(folder)
    for resource in descriptor["resources"]:
        del resource["hash"], resource["bytes"], resource["encoding"]
    descriptor["resources"].append({"name": "notes", "path": "../elsewhere.txt"})
    describe(folder, descriptor)
    assert read_package(folder) == SMALL


def test_a_package_may_have_no_notices_and_tables_in_a_folder(folder: Path) -> None:
    descriptor = descriptor_of(folder)
    del descriptor["resources"][1]
    (folder / "data").mkdir()
    (folder / "observations.csv").rename(folder / "data/observations.csv")
    describe(folder, descriptor)
    redescribe(folder, path="data/observations.csv")
    assert read_package(folder) == Ledger(SMALL.observations)


def test_every_fault_of_a_package_is_told_at_once(folder: Path) -> None:
    file = folder / "notices.csv"
    file.write_text(f"{file.read_text('utf-8')}x\nnotice,y\n", encoding="utf-8")
    redescribe(folder, table=0, bytes=5)
    redescribe(folder, table=1, bytes=file.stat().st_size)
    descriptor = descriptor_of(folder)
    del descriptor["resources"][1]["hash"]
    describe(folder, descriptor)
    assert faults_of(folder) == [
        ("datapackage.json", 1, "observations.bytes"),
        ("notices.csv", 3, "row"),
        ("notices.csv", 4, "row"),
    ]


def test_no_file_of_more_than_so_many_bytes_is_read(place: Path) -> None:
    write_package(SMALL, place, name="toll")
    size = descriptor_of(place)["resources"][0]["bytes"]
    assert read_package(place, largest=size) == SMALL
    assert faults_of(place, largest=size - 1) == [("datapackage.json", 1, "observations.path")]


def repacked(folder: Path, **options: Any) -> Path:  # noqa: ANN401 - as ZipFile has them
    """Pack a folder by hand."""
    place = folder.parent / "toll.zip"
    with zipfile.ZipFile(place, "w", **options) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
    return place


def test_a_small_zip_that_unpacks_to_much_is_refused(folder: Path) -> None:
    """A megabyte of it becomes a gigabyte; no more of that is unpacked than may be."""
    with (folder / "observations.csv").open("wb") as file:
        file.truncate(2**26)
    bomb = repacked(folder, compression=zipfile.ZIP_DEFLATED)
    assert bomb.stat().st_size < 2**18
    found = faults_of(bomb, largest=2**20)
    assert ("datapackage.json", 1, "observations.path") in found


def test_a_zip_that_was_packed_by_hand_is_read(folder: Path) -> None:
    assert read_package(repacked(folder)) == SMALL
    assert read_package(repacked(folder, compression=zipfile.ZIP_DEFLATED)) == SMALL


def test_a_zip_is_refused_that_has_a_file_twice_or_packed_in_a_rare_way(folder: Path) -> None:
    place = repacked(folder)
    with zipfile.ZipFile(place, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("observations.csv", "entry\n")
    assert faults_of(place) == [("datapackage.json", 1, "observations.path")]
    rare = repacked(folder, compression=zipfile.ZIP_LZMA)
    assert faults_of(rare) == [("datapackage.json", 1, "path")]


def test_a_zip_that_is_locked_is_refused(folder: Path) -> None:
    place = repacked(folder)
    content = bytearray(place.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(mark, at + 1)
    place.write_bytes(content)
    assert faults_of(place) == [("datapackage.json", 1, "path")]


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "toll.zip"
    place.write_bytes(content)
    assert faults_of(place) == [("datapackage.json", 1, "package")]


def test_a_zip_without_a_descriptor_at_its_top_is_refused(folder: Path) -> None:
    place = folder.parent / "toll.zip"
    with zipfile.ZipFile(place, "w") as archive:
        archive.write(folder / "datapackage.json", "toll/datapackage.json")
    assert faults_of(place) == [("datapackage.json", 1, "path")]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A place, and the bytes of a zip to put there."""
    place = tmp_path_factory.mktemp("packed") / "toll.zip"
    write_package(SMALL, place, name="toll")
    return place, place.read_bytes()


@given(at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), cut=st.booleans())
@settings(max_examples=200)
def test_any_damage_to_a_zip_is_noticed_or_does_nothing(
    packed: tuple[Path, bytes],
    at: float,
    byte: int,
    cut: bool,  # noqa: FBT001 - drawn
) -> None:
    place, whole = packed
    where = int(at * len(whole))
    damaged = whole[:where] if cut else whole[:where] + bytes([byte]) + whole[where + 1 :]
    place.write_bytes(damaged)
    try:
        again = read_package(place)
    except KazfiguresError as refusal:
        assert str(refusal)  # noqa: PT017 - a byte that nothing reads may be anything
    else:
        assert again == SMALL
