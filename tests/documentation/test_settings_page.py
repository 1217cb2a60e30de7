"""docs/settings.md lists every setting, and nothing else."""

import re

import pytest
from documentation.examples import ROOT

from service.settings import SETTINGS, Setting

ROWS = re.findall(
    r"^\| `(\w+)` \| (.*) \| (.*) \| (.*) \|$",
    (ROOT / "docs" / "settings.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def test_every_setting_is_on_the_page_and_none_that_does_not_exist() -> None:
    assert [row[0] for row in ROWS] == [setting.name for setting in SETTINGS]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_the_page_says_what_a_setting_is_and_what_holds_without_it(setting: Setting) -> None:
    assert (setting.name, setting.about, setting.must, setting.without) in ROWS
