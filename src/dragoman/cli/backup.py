"""``dragoman backup`` and ``dragoman migrate``: copies of records, and records of older formats."""

from typing import Annotated

import typer

from dragoman.cli.record_options import Home


def backup(to: Annotated[str, typer.Argument(metavar="DIR|s3://...", help="A new folder or address.")], record: Home) -> None:
    """Copy a record as it is at this moment; ingesting may go on meanwhile.

    The copy is a whole record with all its versions, and can be asked like any other.

    \b
        dragoman backup /mnt/backup/diplomacy-2024-10-06 --record diplomacy
    """
    from dragoman.lake.backup import backup as copy

    typer.echo(f"{copy(record, to)} rows copied to {to}", err=True)


def migrate(record: Home) -> None:
    """Bring a record that an older dragoman wrote up to this one's format.

    Nothing is rewritten and no row changes; a record of this format is left alone. Make a backup first.

    \b
        dragoman migrate --record diplomacy
    """
    from dragoman.lake.backup import migrate as upgrade

    before, after = upgrade(record)
    typer.echo(f"format {before}, as it should be" if before == after else f"format {before}, now {after}", err=True)
