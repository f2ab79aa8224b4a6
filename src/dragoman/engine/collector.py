"""Python's collector of cyclic garbage, held back where it only costs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector(*, stays: bool = False) -> Iterator[None]:
    """Hold the collector back while many objects are made, and set it going again as it was.

    Args:
        stays: what was made stays for good: the collector need not walk it again, which was a tenth of a long run.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        if stays:
            gc.freeze()
    finally:
        if was_on:
            gc.enable()
