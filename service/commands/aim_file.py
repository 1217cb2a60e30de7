"""What commands about a person and a role share: reading both, and refusing what is wrong."""

from schemas.aim import AimSchema
from service.api.problems import malformed, refusal
from service.commands.profile_file import refuse
from service.reading.aim import Aim, AimReader
from service.reading.json_text import NotJson, read_json
from service.reading.profile import ProfileRefused
from service.serving import Serving


def aim_in(
    text: bytes, target: str | None, schema: type[AimSchema], serving: Serving, as_json: bool
) -> Aim:
    """The profile in the text of a file, with the role that is asked about, if any."""
    advisor = serving.advisor
    reader = AimReader(serving.rulebook, advisor.titles, advisor.mistakes_in)
    try:
        sent = {"profile": read_json(text)}
        return reader.read(sent if target is None else {**sent, "target": target}, schema())
    except NotJson as error:
        refuse(malformed(error), f"The profile is not JSON. {error}", as_json)
    except ProfileRefused as refused:
        refuse(refusal(refused), "This cannot be used:", as_json)
