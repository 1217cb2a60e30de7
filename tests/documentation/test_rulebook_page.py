"""The page that shows the shipped rulebook says what the files say."""

from documentation.rulebook_page import PAGE, STAGES, page
from strategies.loaded import loaded

from service.rulebook.vocabulary import Stage
from service.settings import default_rules


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(loaded(default_rules())), "Type: make rulebook"


def test_every_stage_is_shown() -> None:
    assert set(STAGES) == set(Stage)
