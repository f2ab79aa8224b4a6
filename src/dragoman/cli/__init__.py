"""The command line: thin. One command per file, listed in ``app.COMMANDS``; what a command needs it imports when it runs."""

import sys
from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> None:
    """Run a command and end the process with its exit status.

    Args:
        args: the words after ``dragoman``; None for those of the process.
    """
    try:
        from dragoman.cli.app import run

        status = run(args)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)
