"""``dragoman storylines``: events that belong together over time."""

from dragoman.cli.asking import Asked, question


@question("events", without=("limit", "newest"))
def storylines(asked: Asked) -> None:
    """Show events that belong together over time, each run of them with a name.

    \b
        dragoman storylines --record diplomacy --party EGY
        dragoman storylines --record diplomacy --since 2024-10-01 --json

    A storyline is named after who takes part most and the words that set it apart. The filters choose the events that storylines are made of.
    """
    from dragoman.ask.events import events
    from dragoman.ask.storylines import storylines as found
    from dragoman.view import answers, flat

    with asked.opened() as it:
        n = asked.answer(found(events(it, asked.chosen)), row=flat.storyline, draw=answers.storylines)
        if not n:
            asked.none(it, "storylines")
