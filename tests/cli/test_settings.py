"""Settings: read from the environment, trimmed, checked; what is given goes before them."""

from pathlib import Path

import pytest

from service.settings import SETTINGS, WrongSetting, default_rules, read_settings


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)


def test_without_any_setting_it_serves_the_shipped_rules_on_loopback() -> None:
    settings = read_settings()
    assert settings.rules == default_rules() == Path(__file__).parents[2] / "rules"
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert 2 <= settings.workers <= 4
    assert settings.database is None
    assert settings.advisor_contact is None
    assert (settings.log_format, settings.log_level) == ("plain", "info")


def test_every_setting_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    written = {
        "VAKPAD_RULES": "/some/rules",
        "VAKPAD_DATABASE": "sqlite:////some/database",
        "VAKPAD_HOST": "::1",
        "PORT": "80",
        "VAKPAD_WORKERS": "7",
        "VAKPAD_ADVISOR_CONTACT": "Jo, kamer 2",
        "VAKPAD_LOG_FORMAT": "json",
        "VAKPAD_LOG_LEVEL": "debug",
    }
    assert set(written) == {setting.name for setting in SETTINGS}
    for name, value in written.items():
        monkeypatch.setenv(name, f"  {value} ")
    settings = read_settings()
    assert (settings.rules, settings.host) == (Path("/some/rules"), "::1")
    assert settings.database == "sqlite:////some/database"
    assert (settings.port, settings.workers) == (80, 7)
    assert settings.advisor_contact == "Jo, kamer 2"
    assert (settings.log_format, settings.log_level) == ("json", "debug")


@pytest.mark.parametrize("empty", ["", "  "])
def test_a_setting_that_is_set_to_nothing_is_not_set(
    monkeypatch: pytest.MonkeyPatch, empty: str
) -> None:
    without = read_settings()
    for setting in SETTINGS:
        monkeypatch.setenv(setting.name, empty)
    assert read_settings() == without


def test_what_is_given_goes_before_what_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "80")
    monkeypatch.setenv("VAKPAD_HOST", "::1")
    settings = read_settings(rules=Path("here"), host="0.0.0.0", port=0, workers=1)
    assert (settings.rules, settings.host, settings.port, settings.workers) == (
        Path("here"),
        "0.0.0.0",
        0,
        1,
    )


def test_a_wrong_setting_says_what_it_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", " eighty ")
    with pytest.raises(WrongSetting) as wrong:
        read_settings()
    assert str(wrong.value) == (
        "The setting PORT is `eighty`. It must be a whole number from 0 to 65535."
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (address, address)
        for address in (
            "/home/jo/vakpad.sqlite3",
            "sqlite:",
            "sqlite://",
            "sqlite:///",
            "sqlite:///:memory:",
            "sqlite:///vakpad.sqlite3?mode=ro",
            "mysql://localhost/vakpad",
        )
    ]
    + [
        ("postgresql://jo:secret@server/vakpad", "postgresql://...@server/vakpad"),
        ("postgresql://jo:se/cr@et@server/vakpad", "postgresql://...@server/vakpad"),
    ],
)
def test_a_database_is_a_file_of_sqlite_and_no_password_is_told(
    monkeypatch: pytest.MonkeyPatch, written: str, told: str
) -> None:
    monkeypatch.setenv("VAKPAD_DATABASE", written)
    with pytest.raises(WrongSetting) as wrong:
        read_settings()
    assert str(wrong.value) == (
        f"The setting VAKPAD_DATABASE is `{told}`. It must be `sqlite:///` and the path of a file, "
        "such as `sqlite:////home/jo/vakpad.sqlite3`."
    )
