"""What tests of commands share."""

import pytest

from dragoman import cli


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """``run("read", "a.txt") -> (exit status, standard output, standard error)``, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main(args)
        out, err = capsys.readouterr()
        return ended.value.code, out, err

    return run
