"""Articles to readouts: one step a file, ``steps.py`` has them in order."""

from dragoman.code.coder import Coder

__all__ = ["Coder"]
