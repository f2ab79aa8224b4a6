"""What a person or a program sees of a readout: pure functions from a ``Readout`` to terminal output, HTML or JSON.

``words`` puts the parts of a readout into short phrases; ``terminal`` and ``page`` only lay them out, so both say the same.
``terminal`` is not imported here: it needs rich, which a notebook or a service does not.
"""

from dragoman.view.lines import schema, to_json
from dragoman.view.page import html
from dragoman.view.readouts import Readouts

__all__ = ["Readouts", "html", "schema", "to_json"]
