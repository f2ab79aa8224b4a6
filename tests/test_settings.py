from pathlib import Path

import pytest

from dragoman import settings
from dragoman.errors import SettingsError


def write(folder: Path, text: str) -> Path:
    (folder / "dragoman.toml").write_text(text, encoding="utf-8")
    return folder


def test_nothing_set_gives_the_defaults(tmp_path):
    assert settings.load(tmp_path, {}) == settings.Settings()


def test_file_sets_and_environment_overrides(tmp_path):
    write(tmp_path, "date = 2024-07-10\nprocesses = 2\n[fetch]\ntimeout = 3\nrobots = false\n")
    found = settings.load(tmp_path, {"DRAGOMAN_FETCH_TIMEOUT": "5.5", "PATH": "/bin"})
    assert found.date == "2024-07-10"
    assert found.processes == 2
    assert found.fetch == settings.FetchSettings(timeout=5.5, robots=False)


def test_the_users_file_is_read_where_the_folder_has_none(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_config_path", lambda name: write(tmp_path, "min_confidence = 0.5"))
    assert settings.load(tmp_path / "elsewhere", {}).min_confidence == 0.5


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("date", "2024-07-10", "2024-07-10"),
        ("min_confidence", "0.25", 0.25),
        ("processes", "4", 4),
        ("codebook", "mine", "mine"),
        ("events_only", "true", True),
        ("fetch.timeout", "2", 2.0),
        ("fetch.total_timeout", "9", 9.0),
        ("fetch.max_bytes", "1000", 1000),
        ("fetch.max_redirects", "2", 2),
        ("fetch.user_agent", "my-reader", "my-reader"),
        ("fetch.robots", "no", False),
    ],
)
def test_every_setting_has_a_variable(key, text, value, tmp_path):
    found = settings.load(tmp_path, {settings.variable(key): text})
    part = found.fetch if "." in key else found
    assert getattr(part, key.rpartition(".")[2]) == value


def test_every_setting_is_in_the_test_above_and_checked():
    assert set(settings.keys()) == set(settings._CHECKS)


def test_unknown_key_names_file_key_and_nearest(tmp_path):
    write(tmp_path, "[fetch]\ntimeot = 3\n")
    with pytest.raises(SettingsError) as raised:
        settings.load(tmp_path, {})
    message = str(raised.value)
    assert str(tmp_path / "dragoman.toml") in message
    assert "fetch.timeot" in message
    assert "did you mean fetch.timeout?" in message


def test_unknown_variable_is_refused_and_nothing_near_lists_all(tmp_path):
    with pytest.raises(SettingsError, match=r"DRAGOMAN_DATA.*did you mean DRAGOMAN_DATE"):
        settings.load(tmp_path, {"DRAGOMAN_DATA": "x"})
    write(tmp_path, "zzz = 1")
    with pytest.raises(SettingsError, match="known are date, min_confidence"):
        settings.load(tmp_path, {})


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("date", "10-07-2024", "a day such as 2024-07-10"),
        ("min_confidence", "2", "from 0 to 1"),
        ("processes", "0", "at least 1"),
        ("processes", "two", "a whole number"),
        ("codebook", " ", "not empty"),
        ("fetch.timeout", "-1", "above 0"),
        ("fetch.timeout", "soon", "a number"),
        ("fetch.robots", "perhaps", "true or false"),
    ],
)
def test_a_value_of_the_wrong_kind_says_what_was_expected(key, text, expected, tmp_path):
    with pytest.raises(SettingsError, match=f"{settings.variable(key)}: {key} is '{text}'; expected .*{expected}"):
        settings.load(tmp_path, {settings.variable(key): text})


def test_true_is_not_a_number(tmp_path):
    with pytest.raises(SettingsError, match="processes is True"):
        settings.load(write(tmp_path, "processes = true"), {})


def test_a_broken_file_is_named(tmp_path):
    with pytest.raises(SettingsError, match=r"dragoman\.toml: cannot be read as TOML"):
        settings.load(write(tmp_path, "date ="), {})
