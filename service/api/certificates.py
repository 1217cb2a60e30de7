"""`/v1/certificates`: the certificates that are recognised."""

from typing import Any

from schemas.word_lists import CERTIFICATES_EXAMPLE, CertificatesSchema
from service.api.lookups import Lookup, looks_up
from service.api.openapi import Blueprint
from service.catalogue import paths
from service.catalogue.certificates import certificates_payload

blueprint = Blueprint("certificates", __name__, description="The certificates that are recognised.")


@blueprint.route(paths.CERTIFICATES)
@looks_up(blueprint, CertificatesSchema, CERTIFICATES_EXAMPLE, operationId="listCertificates")
def list_certificates(asked: Lookup) -> dict[str, Any]:
    """List the certificates

    Their ids, names and aliases are what `certificates` in a profile takes; others are told back.
    """
    return certificates_payload(asked.rulebook, asked.language)
