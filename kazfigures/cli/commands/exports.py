"""The command that writes in the vocabularies of others: export."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Final

import click
from click.core import ParameterSource

from kazfigures.cli.commands.program import (
    known,
    program,
    read_asked,
    read_narrowed,
    remark_on_nothing,
    save,
)
from kazfigures.cli.inputs import Unusable
from kazfigures.cli.options import STDIN, Asked, asking, output, ruling, worked
from kazfigures.cli.questions import about, the_one
from kazfigures.cli.tables import as_json
from kazfigures.errors import FieldError
from kazfigures.ledgers import Ledger
from kazfigures.rules.pipeline import Rule
from kazfigures.rules.reconciling import reconcile

__all__ = ["export"]

_ONLY_FOR: Final = {
    "name": ("package", "statements"),
    "base": ("claims",),
    "rule": ("prov",),
}
"""The vocabularies that an option says something to."""


@program.command()
@asking(measure="Keep measures whose text holds every one of these words, in any case.")
@click.option(
    "--to",
    "vocabulary",
    type=click.Choice(["hxl", "package", "claims", "statements", "prov"]),
    required=True,
    help="HXL, a Frictionless Data Package, schema.org Claims, FollowTheMoney statements, or the"
    " provenance of the estimate of one --measure.",
)
@output
@click.option(
    "--name",
    default="figures",
    show_default=True,
    help="What a package or a set of statements is called.",
)
@click.option(
    "--base", default="", help="The address below which claims are published; it ends in a slash."
)
@ruling
@worked(
    "kazfigures export kazakhstan-2022.jsonl --to hxl -o january.csv",
    "kazfigures export kazakhstan-2022.jsonl --to package --name january-2022 -o january.zip",
    "kazfigures export kazakhstan-2022.jsonl --to prov --measure tortured",
)
def export(  # noqa: PLR0913 - one option each
    asked: Asked, *, vocabulary: str, target: str, name: str, base: str, rule: Rule
) -> None:
    """Write a ledger in the vocabulary of others.

    FILE is JSON Lines or CSV, as its name ends, or a store; - is standard input.
    Several files are one ledger.
    What each form can carry is told in the documentation; HXL and packages hold everything.
    """
    _refuse_idle_options(vocabulary)
    if vocabulary == "prov":
        ledger, names = read_asked(asked)
        ledger = about(ledger, {the_one(names, asked.measure or "", "measure")})
    else:
        ledger, _ = read_narrowed(asked)
    ledger = known(ledger, asked)
    remark_on_nothing(ledger)
    try:
        if vocabulary != "package":
            save(_text(vocabulary, ledger, rule, name=name, base=base), target)
        elif target == STDIN:
            message = "a package is a folder or a zip; -o says which"
            raise click.UsageError(message)
        else:
            from kazfigures.exchange.vocabularies.packages import write_package  # noqa: PLC0415

            write_package(ledger, Path(target), name=name)
    except FieldError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise Unusable(target, f"it cannot be written: {error.strerror}") from error


def _text(vocabulary: str, ledger: Ledger, rule: Rule, *, name: str, base: str) -> str:
    """Write a ledger, or the estimates of one, as text."""
    # Each vocabulary is loaded where it is written: no other command needs one.
    match vocabulary:
        case "hxl":
            from kazfigures.exchange.vocabularies.hxl import dump_hxl  # noqa: PLC0415

            text = io.StringIO()
            dump_hxl(ledger, text)
            return text.getvalue()
        case "claims":
            from kazfigures.exchange.vocabularies.claims import to_claims  # noqa: PLC0415

            return as_json(to_claims(ledger, base=base))
        case "statements":
            from kazfigures.exchange.vocabularies.statements import to_statements  # noqa: PLC0415

            rows = to_statements(ledger, dataset=name)
            return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        case _:
            from kazfigures.exchange.vocabularies.provenance import to_prov  # noqa: PLC0415

            accounts = [to_prov(one) for one in reconcile(ledger, rule)]
            return as_json(accounts[0] if len(accounts) == 1 else accounts)


def _refuse_idle_options(vocabulary: str) -> None:
    """Refuse what would be given and not heard: a ledger in HXL has no rule."""
    context = click.get_current_context()
    for option, vocabularies in _ONLY_FOR.items():
        is_given = context.get_parameter_source(option) is not ParameterSource.DEFAULT
        if is_given and vocabulary not in vocabularies:
            message = f"--{option} is for --to {' and '.join(vocabularies)}, not {vocabulary}"
            raise click.UsageError(message)
