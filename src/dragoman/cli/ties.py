"""``dragoman ties``: how two parties are tied to each other, in the articles' words."""

from dragoman.cli.asking import Asked, question


@question("ties")
def ties(asked: Asked) -> None:
    """Show how two parties are tied to each other, in the articles' words.

    \b
        dragoman ties --record diplomacy --party IND
        dragoman ties --record diplomacy --json

    The kind of a tie is --type.
    Each comes with the article that tells it.
    """
    from dragoman.ask.ties import ties as found
    from dragoman.view import answers, flat

    with asked.opened() as it:
        n = asked.answer(
            found(it, asked.chosen, limit=asked.most, newest=asked.newest), row=flat.tie, draw=answers.ties
        )
        if not n:
            asked.none(it)
