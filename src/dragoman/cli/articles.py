"""``dragoman articles``: what was read."""

from dragoman.cli.asking import Asked, question


@question("articles")
def articles(asked: Asked) -> None:
    """List the articles of a record by the day of their publication.

    \b
        dragoman articles --record diplomacy --newest
        dragoman articles --record diplomacy --outlet "Harbour Post" --since 2024-10-01 --csv

    --text looks in their titles; dragoman search looks in what they say.
    """
    from dragoman.ask.articles import articles as found
    from dragoman.view import answers, flat

    with asked.opened() as it:
        n = asked.answer(found(it, asked.chosen, limit=asked.most, newest=asked.newest), row=flat.article, draw=answers.articles)
        if not n:
            asked.none(it)
