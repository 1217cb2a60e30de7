"""Certificates in the wild. They are data: a new one is a line in certificate_readings.txt."""

from pathlib import Path

import pytest

from service.reading.certificates import CertificateNames
from service.rulebook import Rulebook

READINGS = tuple(
    tuple(part.strip() for part in line.split("=>"))
    for line in Path(__file__)
    .with_name("certificate_readings.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
)


@pytest.fixture(scope="module")
def certificates(rulebook: Rulebook) -> CertificateNames:
    return CertificateNames(rulebook)


@pytest.mark.parametrize(("text", "ids"), READINGS, ids=[text for text, _ in READINGS])
def test_a_certificate_in_the_wild_is_read_for_what_it_says(
    certificates: CertificateNames, text: str, ids: str
) -> None:
    assert certificates.in_order(certificates.find(text)) == certificates.in_order(ids.split())


def test_every_certificate_is_found_by_each_of_its_names(
    certificates: CertificateNames, rulebook: Rulebook
) -> None:
    for each in rulebook.certificates:
        for name in (each.id, each.name, *each.aliases):
            assert certificates.find(name) == (each.id,)
            assert certificates.find(f"{name} (2021)") == (each.id,)
