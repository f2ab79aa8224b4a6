"""Times as feeds and pages write them."""

import pytest

from dragoman.read.values import iso_moment


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("Mon, 21 Sep 2026 09:00:00 GMT", "2026-09-21T09:00:00+00:00"),
        ("Mon, 21 Sep 2026 09:00 +0530", "2026-09-21T09:00:00+05:30"),
        ("Mon, 21 Sep 2026 09:00:00 EDT", "2026-09-21T09:00:00-04:00"),
        ("Mon, 21 Sep 2026 09:00:00 +0000 (UTC)", "2026-09-21T09:00:00+00:00"),
        ("Mon, 21 Sep 2026 09:00:00", "2026-09-21T09:00:00"),  # no zone is not UTC
        ("Mon, 21 Sep 2026 09:00:00 IST", None),  # of three countries; what knows the country settles it
        ("1790000000", "2026-09-21T14:13:20+00:00"),
        ("2026-09-21", "2026-09-21"),
        ("soon", None),
    ],
)
def test_moments(told: str, moment: str | None) -> None:
    assert iso_moment(told) == moment
