"""``dragoman meetings``: who met, where and how."""

from dragoman.cli.asking import Asked, question


@question("meetings")
def meetings(asked: Asked) -> None:
    """Show who met, where and how.

    \b
        dragoman meetings --record diplomacy --party EGY --party ETH
        dragoman meetings --record diplomacy --type summit --status planned --csv

    Participants are --actor or --party, the format (bilateral, summit) is --type, the level (minister, official) --mode.
    Each comes with the article that tells it.
    """
    from dragoman.ask.meetings import meetings as found
    from dragoman.view import answers, flat

    with asked.opened() as it:
        n = asked.answer(
            found(it, asked.chosen, limit=asked.most, newest=asked.newest), row=flat.meeting, draw=answers.meetings
        )
        if not n:
            asked.none(it)
