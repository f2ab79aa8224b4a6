"""``dragoman statements``: what was said, by whom to whom."""

from dragoman.cli.asking import Asked, question


@question("statements")
def statements(asked: Asked) -> None:
    """Show what was said, by whom to whom.

    \b
        dragoman statements --record diplomacy --actor RUS --since 2024-10-01
        dragoman statements --record diplomacy --text ceasefire --json

    Speaker and addressee are --actor and --recipient, the cue (said, warned) is --type, the medium (briefing, post) --mode.
    Each comes with the article that tells it.
    """
    from dragoman.ask.statements import statements as found
    from dragoman.view import answers, flat

    with asked.opened() as it:
        n = asked.answer(
            found(it, asked.chosen, limit=asked.most, newest=asked.newest), row=flat.statement, draw=answers.statements
        )
        if not n:
            asked.none(it)
