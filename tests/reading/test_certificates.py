import pytest

from service.reading.certificates import CertificateNames
from service.rulebook.model import Rulebook


@pytest.fixture(scope="module")
def certificates(rulebook: Rulebook) -> CertificateNames:
    return CertificateNames(rulebook)


@pytest.mark.parametrize(
    "text",
    [
        "P3O Foundation",
        "P3O-F",
        "P3O Foundation (2021)",
        "P3O Foundation, 2021",
        "P3O Foundation behaald in 06-2021",
        "certified P3O-F",
        "P3O Foundation v2",
        "P3O 3rd edition Foundation",
        "P3O Foundation (PeopleCert)",
        "P3O Foundation (P3O-F)",
        "P3O-F (P3O Foundation)",
        "P3O (Foundation)",
        "P3O Foundation + P3O-F",
    ],
)
def test_what_stands_around_a_certificate_does_not_matter(
    certificates: CertificateNames, text: str
) -> None:
    assert certificates.find(text) == ("p3o-foundation",)


@pytest.mark.parametrize(
    "text",
    ["P3O Foundation, PRINCE2 Practitioner", "P3O-F & PRINCE2 Practitioner (2020)"],
)
def test_one_text_may_name_several(certificates: CertificateNames, text: str) -> None:
    assert certificates.find(text) == ("p3o-foundation", "prince2-practitioner")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021",
        "certified",
        "Foundation",
        "P3O Foundation (bezig)",
        "P3O Foundation (PRINCE2 Practitioner)",
        "P3O Foundation expired",
        "P3O Foundation, EHBO",
        "P3O-F, " * 10,
    ],
)
def test_what_is_not_known_as_a_whole_is_not_recognised(
    certificates: CertificateNames, text: str
) -> None:
    assert certificates.find(text) == ()
