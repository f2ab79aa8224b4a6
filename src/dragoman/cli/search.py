"""``dragoman search``: words in what was read."""

import sys
from typing import Annotated

import typer

from dragoman.cli.asking import Asked, question
from dragoman.cli.output import coloured


@question("events")
def search(
    asked: Asked,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='All must stand in a sentence; "in marks" together; a OR b; NOT c; begin*.')],
) -> None:
    """Find words in titles, sentences and statements.

    \b
        dragoman search ceasefire talks --record diplomacy
        dragoman search '"relief convoys" OR corridor NOT trade' --record diplomacy --newest
        dragoman search sanction* --record diplomacy --outlet "Harbour Post" --since 2024-10-01 --json

    Words are found in all their forms (urge, urged), best hits first. A statement is also found by who made it, where the sentence only says "she".
    --since, --until and --outlet are of the article; other filters let through the articles in which an event fits them.
    The first search after much was recorded takes a while: it indexes what is new.
    """
    from dragoman.ask.search import search as found
    from dragoman.lake.search import searching
    from dragoman.record.record import derived
    from dragoman.view import answers, flat

    with asked.opened() as it, searching(asked.record, derived(asked.record)) as texts:
        hits = found(it, texts, " ".join(words), asked.chosen, limit=asked.most, newest=asked.newest)
        try:
            n = asked.answer(hits, row=flat.hit, draw=lambda shown: answers.hits(shown, colours=coloured(sys.stdout)))
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="WORDS") from error
        if not n:
            asked.none(it, what="sentences")
