"""The options that commands share, and what they ask of a ledger together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from inspect import cleandoc
from typing import Any, Final, TypeAlias, final

import click
from attrs import fields_dict, frozen
from click.shell_completion import CompletionItem

from kazfigures.errors import FieldError, MomentError, RuleError, quote
from kazfigures.exchange.records import Format
from kazfigures.exchange.store import is_store
from kazfigures.moments import Moment
from kazfigures.rules.pipeline import Rule
from kazfigures.rules.reconciling import NAMED, RULES, house, named_rule
from kazfigures.wording import WORD_TABLES, WordTable, plain

__all__ = [
    "STDIN",
    "Asked",
    "LedgerFile",
    "asking",
    "in_zone",
    "input_form",
    "is_told",
    "ledger_files",
    "naming",
    "output",
    "output_form",
    "refused",
    "ruling",
    "rulings",
    "style_of",
    "wording",
    "worked",
]

Command: TypeAlias = Callable[..., None]
Decorator: TypeAlias = Callable[[Command], Command]

STDIN: Final = "-"

_ONCE: Final = "- is standard input, which can be read only once"

_FORMS: Final = click.Choice(["jsonl", "csv"])


@final
@frozen
class Asked:
    """The files of a ledger, how to read them, and which part of it is asked for.

    `known_at` leaves what had been published by then, `as_of` figures true of then or earlier,
    `measure` the measures whose text holds all of its words; `zone` is whose clocks they are told
    by, and `aliases` the file that says which names are one.
    """

    files: tuple[str, ...]
    form: Format | None
    words: WordTable
    aliases: str | None
    known_at: Moment | None
    as_of: Moment | None
    measure: str | None
    zone: str | None


def worked(*examples: str) -> Decorator:
    """Let a command's help show how it is used."""

    def add(command: Command) -> Command:
        shown = "\n".join(f"  {example}" for example in examples)
        command.__doc__ = f"{cleandoc(command.__doc__ or '')}\n\n\b\nFor example:\n{shown}"
        return command

    return add


def refused(error: FieldError, hint: str = "") -> click.BadParameter:
    """Say of an option what would be right."""
    return click.BadParameter(f"expected {error.expected}, not {quote(error.value)}{hint}")


def _zone(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Take a zone in which a date can be told."""
    if value is None:
        return None
    zone = value.strip()
    try:
        Moment.read("2022-01-01", zone=zone)
    except MomentError as error:
        raise refused(error) from error
    return zone


def _moment(context: click.Context, _: click.Parameter, value: str | None) -> Moment | None:
    """Take a moment, told by the clocks of --zone where it does not say whose."""
    if value is None:
        return None
    zone: str | None = context.params.get("zone")
    try:
        return Moment.read(value, zone=zone)
    except MomentError as error:
        lacks_zone = zone is None and is_told(value, "UTC")
        raise refused(error, "; --zone can say it" if lacks_zone else "") from error


def is_told(text: str, zone: str) -> bool:
    """Whether a text tells a moment, by the clocks of a zone."""
    try:
        Moment.read(text, zone=zone)
    except MomentError:
        return False
    return True


def _rule(_: click.Context, __: click.Parameter, value: str) -> Rule:
    """Take a rule by its name, which may leave out what stands in brackets."""
    for rule in NAMED:
        if value == rule.name.partition("(")[0]:
            return rule
    try:
        return named_rule(value)
    except RuleError as error:
        raise refused(error) from error


def _rulings(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[Rule, ...]:
    """Take several rules by their names, each once, or those of the package where none is named."""
    named = tuple(dict.fromkeys(_rule(context, parameter, value) for value in values))
    return named or RULES


def _rules(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [
        CompletionItem(rule.name, help=rule.sentence)
        for rule in NAMED
        if rule.name.startswith(incomplete)
    ]


def _words(_: click.Context, __: click.Parameter, value: str) -> WordTable:
    return WORD_TABLES[value]


def _files(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    if value.count(STDIN) > 1:
        raise click.BadParameter(_ONCE)
    return value


input_form: Final[Decorator] = click.option(
    "--from",
    "form",
    type=_FORMS,
    help="The form of the input, where its name does not tell it.",
)

output_form: Final[Decorator] = click.option(
    "--to",
    "output_form",
    type=_FORMS,
    help="The form of the output, where its name does not tell it.",
)

output: Final[Decorator] = click.option(
    "-o",
    "--output",
    "target",
    metavar="OUT",
    type=click.Path(allow_dash=True),
    default=STDIN,
    help="The file to write, whole or not at all; standard output where none is named.",
)

wording: Final[Decorator] = click.option(
    "--words",
    type=click.Choice(list(WORD_TABLES)),
    default=plain.name,
    show_default=True,
    callback=_words,
    help="The table that says what number words and vague words (dozens, hundreds) allow.",
)

naming: Final[Decorator] = click.option(
    "--aliases",
    metavar="TABLE",
    type=click.Path(exists=True, dir_okay=False),
    help="A CSV file with the columns name and alias, which says what other names a source goes by."
    " They are one in the answer; what was written down stays as it is.",
)

ruling: Final[Decorator] = click.option(
    "--rule",
    metavar="NAME",
    default=house.name,
    show_default=True,
    callback=_rule,
    shell_complete=_rules,
    help="The rule that reconciles the reports; `kazfigures rules` explains each.",
)

rulings: Final[Decorator] = click.option(
    "--rule",
    "rules",
    metavar="NAME",
    multiple=True,
    callback=_rulings,
    shell_complete=_rules,
    help="A rule to ask, once for each; all of the package where none is named."
    " `kazfigures rules` explains them.",
)


class LedgerFile(click.Path):
    """A file of a ledger: of records, - for standard input, or a store."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False, allow_dash=True)

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401
        """Take the address of a server as it is."""
        if "://" in str(value) and is_store(value):
            return value
        return super().convert(value, param, ctx)


ledger_files: Final[Decorator] = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=LedgerFile(), callback=_files
)

in_zone: Final[Decorator] = click.option(
    "--zone",
    metavar="ZONE",
    is_eager=True,
    callback=_zone,
    help="Whose clocks the moments are told by, such as Asia/Almaty;"
    ' with it, "7 January 2022 18:00" will do.',
)

_KNOWN_AT: Final[Decorator] = click.option(
    "--known-at",
    metavar="MOMENT",
    callback=_moment,
    help="Take only what had been published by then: 2022-01-07T18:00+06:00, or"
    " 2022-01-10[Asia/Almaty] for the end of that day.",
)

_AS_OF: Final[Decorator] = click.option(
    "--as-of",
    metavar="MOMENT",
    callback=_moment,
    help="Take only figures that are true of then or of an earlier moment.",
)

_ASKING: Final[Sequence[Decorator]] = (
    *(ledger_files, _KNOWN_AT, _AS_OF, in_zone, input_form, wording, naming),
)

_BETWEEN: Final[Sequence[Decorator]] = (
    click.option(
        "--from",
        "earlier",
        metavar="MOMENT",
        required=True,
        callback=_moment,
        help="What had been published by then: 2022-01-07T18:00+06:00, or"
        " 2022-01-07[Asia/Almaty] for the end of that day.",
    ),
    click.option(
        "--to",
        "later",
        metavar="MOMENT",
        callback=_moment,
        help="And by then; all that is in the files, where it is not said.",
    ),
)
"""The options of a command that tells what changed between two moments."""

_COMPARING: Final[Sequence[Decorator]] = (
    ledger_files,
    *_BETWEEN,
    _AS_OF,
    in_zone,
    click.option(
        "--input",
        "form",
        type=_FORMS,
        help="The form of the input, where its name does not tell it.",
    ),
    wording,
    naming,
)


def asking(*, measure: str, required: bool = False, between: bool = False) -> Decorator:
    """Give a command the files and options that ask, gathered into one `Asked`.

    One that tells what changed `between` two moments is given those, as `earlier` and `later`, in
    place of the one to know at.
    """
    options: Sequence[Decorator] = (
        *(_COMPARING if between else _ASKING),
        click.option("--measure", metavar="TEXT", required=required, help=measure),
    )

    def decorate(command: Command) -> Command:
        @wraps(command)
        def gathered(**given: Any) -> None:  # noqa: ANN401 - what click has read
            asked = {name: given.pop(name, None) for name in fields_dict(Asked)}
            command(Asked(**asked), **given)

        decorated: Command = gathered
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate


def style_of(*names: str) -> Decorator:
    """Give a command the choice of how its answer is written; the first is the default."""
    return click.option(
        "--format",
        "style",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="How the answer is written.",
    )
