"""Every exception that Dragoman raises.

Odd data is a :class:`~dragoman.model.Note`; an error is for what the caller has to act on. Each message says what was found,
where, and what to do.

    DragomanError
    |-- InputError          an input cannot be read (exit status 1; the other inputs still are)
    |   |-- FetchError      a URL cannot be fetched
    |   `-- NoArticleError  a page, feed or file without an article in it
    |-- CodebookError       a codebook file is broken: file, place and reason
    |-- SettingsError       a setting is unknown or of the wrong kind
    |-- EngineError         the language model is missing or of the wrong version
    |-- RecordError         a record cannot be read or written: where, and what to do
    |   `-- RecordBusy      another process wrote first; nothing was written, the caller tries again
    `-- NotRecorded         what was asked for is not in the record, or not any more
"""


class DragomanError(Exception):
    """Root of the tree: ``except DragomanError`` catches all that Dragoman raises on purpose."""


class InputError(DragomanError):
    """One input cannot be read.

    Args:
        input: the path or URL as given.
        where: the place in it ("line 3", "byte 120"), or None for the whole.
        found: what is wrong with it.
        remedy: what the user can do.
    """

    def __init__(self, input: str, found: str, remedy: str, where: str | None = None) -> None:
        self.input = input
        self.where = where
        self.found = found
        self.remedy = remedy
        place = f"{input}, {where}" if where else input
        super().__init__(f"{place}: {found}; {remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        """So that the error crosses from a worker process with its parts."""
        return type(self), (self.input, self.found, self.remedy, self.where), self.__dict__


class FetchError(InputError):
    """A URL cannot be fetched: no network, a time-out, a refusal by the host or by its robots.txt.

    Args:
        input, found, remedy: as for every input.
        status: what the server answered; None where it did not.
        wait: seconds that it asks to be left alone for (Retry-After); None where it does not.
        passing: whether another try may go well: no answer, a server that is busy or broken.
    """

    def __init__(
        self,
        input: str,
        found: str,
        remedy: str,
        where: str | None = None,
        *,
        status: int | None = None,
        wait: float | None = None,
        passing: bool = False,
    ) -> None:
        super().__init__(input, found, remedy, where)
        self.status = status
        self.wait = wait
        self.passing = passing


class NoArticleError(InputError):
    """The input was read, and there is no article in it."""


class CodebookError(DragomanError):
    """A codebook file is broken; nothing of it is loaded."""

    def __init__(self, file: str, where: str, found: str, remedy: str) -> None:
        self.file = file
        self.where = where
        self.found = found
        self.remedy = remedy
        super().__init__(f"{file}, {where}: {found}; {remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        """So that the error crosses from a worker process with its parts."""
        return type(self), (self.file, self.where, self.found, self.remedy)


class SettingsError(DragomanError):
    """A setting is unknown or of the wrong kind."""


class EngineError(DragomanError):
    """The language model is missing or of the wrong version."""


class RecordError(DragomanError):
    """A record cannot be made, read or written; nothing in it was changed.

    Args:
        record: its folder or address as given.
        found: what is wrong.
        remedy: what the user can do.
    """

    def __init__(self, record: str, found: str, remedy: str) -> None:
        self.record = record
        self.found = found
        self.remedy = remedy
        super().__init__(f"record {record}: {found}; {remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        """So that the error crosses from a worker process with its parts."""
        return type(self), (self.record, self.found, self.remedy)


class RecordBusy(RecordError):
    """Another process committed first; nothing was written."""


class NotRecorded(DragomanError):
    """What was asked for is not in the record.

    Args:
        kind: event, article ...
        id: as given.
        found: why not.
        remedy: what the user can do.
    """

    def __init__(self, kind: str, id: str, found: str, remedy: str) -> None:
        self.kind = kind
        self.id = id
        self.found = found
        self.remedy = remedy
        super().__init__(f"{kind} {id}: {found}; {remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        """So that the error crosses from a worker process with its parts."""
        return type(self), (self.kind, self.id, self.found, self.remedy)
