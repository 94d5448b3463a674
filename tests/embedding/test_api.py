"""The API of `docs/examples/embedding`: what it answers, what it takes in, what it refuses."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
import json
from collections.abc import AsyncIterator, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from attrs import asdict, frozen
from pages import parsed, structure, words_of

import kazfigures as kf
from kazfigures.errors import StoreError
from kazfigures.exchange.records import to_record
from kazfigures.exchange.store import Store, open_ledger

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = kf.load(DOCS / "examples/kazakhstan-2022.jsonl")
EVENT = "Kazakhstan, January 2022"
OFFICERS = kf.Measure("killed", "security forces", "Kazakhstan", EVENT)
MOMENTS = ("2022-01-07T18:00+06:00", "2022-01-10T18:00+06:00", None)
GOOD = {
    "outcome": "killed",
    "wording": "26",
    "source": "AFP",
    "as_of": "2022-01-07[UTC]",
    "reported": "2022-01-07[UTC]",
}


@frozen
class Newsroom:
    """The API over a desk's ledger and an inbox; no server, no network."""

    app: Any
    module: Any
    ledger: Path
    inbox: Path

    def together(self, *asked: tuple[str, str, dict[str, Any]]) -> list[httpx.Response]:
        """Make requests at once."""

        async def responses() -> list[httpx.Response]:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with (
                self.app.router.lifespan_context(self.app),
                httpx.AsyncClient(transport=transport, base_url="http://desk") as client,
            ):
                return await asyncio.gather(
                    *(client.request(method, path, **rest) for method, path, rest in asked)
                )

        return asyncio.run(responses())

    def get(self, path: str, **question: str) -> httpx.Response:
        [response] = self.together(("GET", path, {"params": question}))
        return response

    def post(self, content: bytes | AsyncIterator[bytes]) -> httpx.Response:
        [response] = self.together(("POST", "/observations", {"content": content}))
        return response

    def received(self) -> kf.Ledger:
        with kf.open_ledger(self.inbox, reading=True) as store:
            return store.ledger()


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    ledger, inbox = tmp_path / "january.db", tmp_path / "inbox.db"
    monkeypatch.setenv("KAZFIGURES_LEDGER", str(ledger))
    monkeypatch.setenv("KAZFIGURES_INBOX", str(inbox))
    spec = spec_from_file_location("api", DOCS / "examples/embedding/api.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return Newsroom(module.app, module, ledger, inbox)


@pytest.fixture
def january(newsroom: Newsroom) -> Newsroom:
    with kf.open_ledger(newsroom.ledger) as store:
        store.append(EXAMPLE)
    return newsroom


def question(measure: kf.Measure, known_at: str | None = None) -> dict[str, str]:
    """Give a measure, and what was known when, as a query has them."""
    asked = {name: str(value) for name, value in asdict(measure).items()}
    return asked if known_at is None else asked | {"known_at": known_at}


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


@pytest.mark.parametrize("moment", MOMENTS)
def test_it_answers_as_the_library_does_with_an_account_of_every_report(
    january: Newsroom, moment: str | None
) -> None:
    known = EXAMPLE.known_at(moment) if moment else EXAMPLE
    estimates = kf.reconcile(known)
    measures = [*EXAMPLE.measures, kf.Measure("abducted")]
    responses = january.together(
        *(("GET", "/estimate", {"params": question(one, moment)}) for one in measures)
    )
    for measure, response in zip(measures, responses, strict=True):
        expected = estimates.windows(measure) or (estimates[measure],)
        told = [
            {
                "measure": asdict(one.measure),
                "window": str(one.window or ""),
                "status": one.status,
                "low": one.low,
                "high": one.high,
                "best": one.best,
                "headline": one.headline,
                "used": [to_record(report.observation) for report in one.used],
                "set_aside": [
                    {"observation": to_record(report.observation), "why": report.why}
                    for report in one.set_aside
                ],
            }
            for one in expected
        ]
        assert (response.status_code, response.json()) == (200, told)


def test_the_eighteen_became_sixteen(january: Newsroom) -> None:
    said = [january.get("/estimate", **question(OFFICERS, moment)) for moment in MOMENTS[:2]]
    assert [one.json()[0]["headline"] for one in said] == ["18, agreed", "16, agreed"]


def test_an_increment_has_an_answer_for_each_window(newsroom: Newsroom) -> None:
    arrests = kf.Measure("detained", place="Kazakhstan", tally="increment")
    days = [f"2022-01-{day:02}[Asia/Almaty]" for day in (8, 9)]
    with kf.open_ledger(newsroom.ledger) as store:
        store.append(kf.Observation(arrests, "300", "Police", day, day) for day in days)
    told = newsroom.get("/estimate", **question(arrests)).json()
    assert [one["window"] for one in told] == ["up to 8 January 2022", "up to 9 January 2022"]


def test_what_nobody_reported_is_not_zero(january: Newsroom) -> None:
    [told] = january.get("/estimate", outcome="abducted").json()
    assert (told["status"], told["low"], told["best"]) == ("unreported", None, None)


@pytest.mark.parametrize(
    ("asked", "field", "right"),
    [
        ({}, "outcome", "required"),
        ({"outcome": " "}, "outcome", "a few words"),
        ({"outcome": "killed", "place": "Kazakhstan//Almaty"}, "place", "single slashes"),
        ({"outcome": "killed", "tally": "total"}, "tally", "cumulative, increment, stock"),
        ({"outcome": "killed", "known_at": "yesterday"}, "moment", "2022-01-07T16:56+06:00"),
        ({"outcome": "killed", "known_at": "2022-01-07T16:56"}, "moment", "with its offset"),
        ({"outcome": "killed", "known_at": "9" * 5000}, "moment", "plain characters"),
        ({"outcome": "killed\0"}, "outcome", "without control characters"),
    ],
)
@pytest.mark.parametrize("path", ["/estimate", "/estimate.html"])
def test_a_question_that_cannot_be_asked_says_why(
    january: Newsroom, path: str, asked: dict[str, str], field: str, right: str
) -> None:
    response = january.get(path, **asked)
    assert response.status_code == 422
    [fault] = response.json()["detail"]
    assert fault["loc"] == ["query", field]
    assert right in fault["msg"]
    assert len(response.content) < 1000


def test_the_page_can_run_load_and_send_nothing(january: Newsroom) -> None:
    response = january.get("/estimate.html", **question(OFFICERS))
    html, policy = response.text, response.headers["Content-Security-Policy"]
    names = {name for _, attributes in structure(html) for name in attributes}
    [style] = parsed(html).all("style")
    digest = base64.b64encode(hashlib.sha256("".join(map(str, style.contents)).encode()).digest())
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest.decode()}'" in policy
    assert "unsafe" not in policy
    assert not {"script", "link", "img", "iframe", "form"} & {tag for tag, _ in structure(html)}
    assert not [name for name in names if name == "style" or name.startswith("on")]
    assert kf.reconcile(EXAMPLE)[OFFICERS].__html__() in html


def test_a_stranger_s_words_stay_words(newsroom: Newsroom) -> None:
    name = "<img src=x onerror=alert(1)>"
    with kf.open_ledger(newsroom.ledger) as store:
        store.append([kf.Observation(OFFICERS, "18", name, *["2022-01-07[UTC]"] * 2)])
    html = newsroom.get("/estimate.html", **question(OFFICERS)).text
    assert "img" not in {tag for tag, _ in structure(html)}
    assert name in words_of(html)


def test_what_is_sent_waits_in_the_inbox_and_is_kept_once(newsroom: Newsroom) -> None:
    observations = EXAMPLE.observations
    body = io.StringIO()
    kf.dump(observations[:30], body)
    first = newsroom.post(body.getvalue().encode())
    assert first.json() == {"new": [one.id for one in observations[:30]], "known": 0}
    kf.dump(observations[30:35], body)
    again = newsroom.post(body.getvalue().encode())
    assert again.json() == {"new": [one.id for one in observations[30:35]], "known": 30}
    assert newsroom.received() == kf.Ledger(observations[:35])
    with kf.open_ledger(newsroom.ledger, reading=True) as store:
        assert len(store) == 0


def test_what_many_send_at_once_is_kept_once_each(newsroom: Newsroom) -> None:
    bodies = []
    for start in range(0, 120, 10):
        body = io.StringIO()
        kf.dump(EXAMPLE.observations[start : start + 30], body)
        bodies.append(body.getvalue().encode())
    responses = newsroom.together(
        *(("POST", "/observations", {"content": body}) for body in bodies),
        *(("GET", "/estimate", {"params": question(OFFICERS)}) for _ in bodies),
    )
    assert {one.status_code for one in responses} == {200}
    new = [id_ for one in responses[: len(bodies)] for id_ in one.json()["new"]]
    assert sorted(new) == sorted(one.id for one in EXAMPLE.observations[:140])
    assert newsroom.received() == kf.Ledger(EXAMPLE.observations[:140])


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        (b"[\n", [(1, "record")]),
        (b"\xff\xfe\n", [(1, "record")]),
        (lines(GOOD, GOOD).replace(b"AFP", b"\xc0FP", 1), [(1, "source")]),
        (lines(GOOD, GOOD | {"as_of": "7 January"}, GOOD), [(2, "as_of")]),
        (lines({}, GOOD | {"wording": "one in five"}), [(1, "outcome"), (2, "wording")]),
        (
            lines(GOOD | {"grade": "Z"}, 7, GOOD | {"id": "0" * 16}),
            [(1, "grade"), (2, "record"), (3, "id")],
        ),
        (lines(GOOD | {"deaths": 26}), [(1, "deaths")]),
        (lines(GOOD).replace(b"outcome", b"out\xffcome"), [(1, "out\\udcffcome")]),
        (b'{"outcome": "killed", "outcome": "injured"}\n', [(1, "outcome")]),
        (b'{"low": NaN}\n' + b"[" * 100_000 + b"\n", [(1, "record"), (2, "record")]),
    ],
)
def test_every_fault_of_what_is_sent_is_told_at_once_and_nothing_is_kept(
    newsroom: Newsroom, body: bytes, faults: list[tuple[int, str]]
) -> None:
    response = newsroom.post(body)
    told = [tuple(one["loc"]) for one in response.json()["detail"]]
    assert response.status_code == 422
    assert told == [("body", line, field) for line, field in faults]
    assert len(newsroom.received()) == 0


def test_whatever_is_sent_gets_an_answer_of_ours(newsroom: Newsroom) -> None:
    """A few bytes of good lines are changed, 200 times: taken in, or refused with a place."""
    chance = Random(7)  # noqa: S311 - no secret
    good = bytearray(lines(*map(to_record, EXAMPLE.observations[:2])))
    bodies = []
    for _ in range(200):
        body = good.copy()
        for _ in range(chance.randint(1, 3)):
            start = chance.randrange(len(body))
            body[start : start + chance.randint(0, 2)] = chance.randbytes(chance.randint(0, 2))
        bodies.append(bytes(body))
    responses = newsroom.together(
        *(("POST", "/observations", {"content": body}) for body in bodies)
    )
    kept = {one.id for one in newsroom.received()}
    for response in responses:
        assert response.status_code in {200, 422}
        if response.status_code == 200:
            assert set(response.json()["new"]) <= kept
        else:
            assert all(one["loc"][0] == "body" and one["msg"] for one in response.json()["detail"])


def test_a_stranger_takes_nothing_back(newsroom: Newsroom) -> None:
    response = newsroom.post(lines(GOOD, to_record(EXAMPLE.notices[0])))
    [fault] = response.json()["detail"]
    assert response.status_code == 422
    assert fault["loc"] == ["body", "entry"]
    assert EXAMPLE.notices[0].id in fault["msg"]
    assert len(newsroom.received()) == 0


@pytest.mark.parametrize("body", [b"[\n" * 400_000, lines(*[{"a" * 9_000: 1}] * 100)])
def test_a_small_body_makes_no_large_answer(newsroom: Newsroom, body: bytes) -> None:
    response = newsroom.post(body)
    assert response.status_code == 422
    assert len(response.json()["detail"]) == newsroom.module.MOST_FAULTS
    assert len(response.content) < 250_000


def test_a_body_without_end_is_left_off(newsroom: Newsroom) -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 64_000
            yield b" " * 64_000

    assert newsroom.post(endless()).status_code == 413
    assert read < newsroom.module.LARGEST_BODY + 200_000


def test_nothing_sent_is_nothing_new(newsroom: Newsroom) -> None:
    assert newsroom.post(b"").json() == {"new": [], "known": 0}


def test_what_is_wrong_with_the_store_stays_in_the_log(
    january: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def damaged(place: str, *, reading: bool = False) -> Store:
        if reading:
            raise StoreError(place, "it is damaged")
        return open_ledger(place)

    monkeypatch.setattr(kf, "open_ledger", damaged)
    response = january.get("/estimate", outcome="killed")
    assert (response.status_code, "january.db" in response.text) == (503, False)
    assert "january.db: it is damaged" in caplog.text


def test_a_fault_of_the_program_tells_nothing_of_it(
    january: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> Iterator[None]:
        message = "the password is sesame"
        raise RuntimeError(message)

    monkeypatch.setattr(kf, "reconcile", broken)
    response = january.get("/estimate", outcome="killed")
    assert (response.status_code, response.text) == (500, "Internal Server Error")
