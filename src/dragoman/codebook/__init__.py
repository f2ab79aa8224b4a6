"""What the coder knows, as YAML that an expert edits: frames, actors, cues, contexts. ``load.py`` reads and checks it."""

from dragoman.codebook.load import load
from dragoman.codebook.schema import Codebook, Entry, Frame, PloverType

__all__ = ["Codebook", "Entry", "Frame", "PloverType", "load"]
