"""A list of readouts that shows itself in a notebook."""

from dragoman.model import Readout
from dragoman.view.page import html


class Readouts(list[Readout]):
    """What ``dragoman.read`` returns: a plain list, drawn as HTML where a notebook asks for it."""

    def _repr_html_(self) -> str:
        return "\n".join(html(readout) for readout in self)
