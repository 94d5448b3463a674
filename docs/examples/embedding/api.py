"""A newsroom's figures over HTTP: what can be printed of a measure, and a box for strangers.

`KAZFIGURES_LEDGER=january.db KAZFIGURES_INBOX=inbox.db uvicorn api:app`
"""

import io
import logging
import os
from base64 import b64encode
from collections.abc import Sequence
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Annotated

from attrs import asdict
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse

import kazfigures as kf
from kazfigures.errors import FieldError, ObservationError, RecordError, StoreError
from kazfigures.exchange.records import to_record
from kazfigures.markup import STYLE

logger = logging.getLogger("uvicorn.error")
LEDGER = os.environ["KAZFIGURES_LEDGER"]  # the desk's
INBOX = os.environ["KAZFIGURES_INBOX"]  # what strangers send, until a person has looked at it
LARGEST_BODY = 1_000_000
MOST_FAULTS = 100
LONGEST_TEXT = 1_000
POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@asynccontextmanager
async def stores(_: FastAPI):
    """Make the stores, or bring them up to date, before the first request."""
    for place in (LEDGER, INBOX):
        kf.open_ledger(place).close()
    yield


app = FastAPI(title="Reported figures", lifespan=stores)


def answers(measure: Annotated[kf.Measure, Depends()], known_at: str | None = None):
    """Reconcile the reports of one measure; an increment has an answer for each window."""
    with kf.open_ledger(LEDGER, reading=True) as store:
        ledger = store.ledger(known_at=known_at, measure=measure)
    estimates = kf.reconcile(ledger)
    return estimates.windows(measure) or (estimates[measure],)


Answers = Annotated[Sequence[kf.Estimate], Depends(answers)]


@app.get("/estimate")
def estimate(told: Answers):
    """What can be printed of a measure, and what became of every report of it."""
    return [
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
        for one in told
    ]


@app.get("/estimate.html", response_class=HTMLResponse)
def page(told: Answers):
    """Draw the same for people; nothing on the page can run, load or send."""
    drawn = "".join(one.__html__() for one in told)
    return HTMLResponse(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Reported figures</title>'
        f'<style>{STYLE}</style><main class="kazfigures">{drawn}</main></html>',
        headers={"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff"},
    )


async def sent(request: Request):
    """Read no more than a body may hold; bytes that are no UTF-8 are faults where they stand."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise HTTPException(413, f"a body holds up to {LARGEST_BODY:,} bytes")
    return io.TextIOWrapper(io.BytesIO(body), "utf-8-sig", "surrogateescape", newline="")


@app.post("/observations")
def take_in(lines: Annotated[io.TextIOBase, Depends(sent)]):
    """Take in observations in JSON Lines: all of them, or none and every fault."""
    observations, faults = [], []
    for item in kf.stream(lines):
        if isinstance(item, kf.Observation):
            observations.append(item)
        elif isinstance(item, kf.Notice):
            faults.append(ObservationError("entry", item.id, "no notice: those are the desk's"))
        else:
            faults.append(item)
        if len(faults) == MOST_FAULTS:
            break
    if faults:
        raise HTTPException(422, [described(fault, "body") for fault in faults])
    with kf.open_ledger(INBOX) as store:
        appended = store.append(observations)
    return {"new": [entry.id for entry in appended.new], "known": appended.known}


def described(fault, part):
    """Describe a fault as FastAPI describes its own."""
    line = [fault.line] if isinstance(fault, RecordError) else []
    where = [part, *line, shown(fault.field)]
    return {"type": "value_error", "loc": where, "msg": shown(str(fault))}


def shown(text):
    """Cut what a stranger made long, a field's name too, and escape what UTF-8 does not hold."""
    return text[:LONGEST_TEXT].encode("utf-8", "backslashreplace").decode()


@app.exception_handler(FieldError)
def refuse(_: Request, error: FieldError):
    """Say what is wrong with a question."""
    return JSONResponse({"detail": [described(error, "query")]}, 422)


@app.exception_handler(StoreError)
def apologise(_: Request, error: StoreError):
    """Keep what is wrong with the store to the log."""
    logger.error("%s", error)
    return JSONResponse({"detail": "the store cannot be used now"}, 503)
