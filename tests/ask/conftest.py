import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # so that tests here find `recorded`


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    from recorded import write

    folder = tmp_path_factory.mktemp("record") / "r"
    write(folder)
    return folder
