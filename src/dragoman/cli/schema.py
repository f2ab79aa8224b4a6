"""``dragoman schema``: what a readout looks like."""

import typer


def schema() -> None:
    """Print the JSON Schema of a readout.

    A readout is one line of dragoman read --json.

    \b
        dragoman schema > readout.schema.json

    Fields may be added to it; none is renamed or re-typed without a new schema number.
    """
    import json

    from dragoman import view

    typer.echo(json.dumps(view.schema(), indent=2))
