"""JSON pointers (RFC 6901): where something stands in what was sent."""


def pointer_to(*steps: str | int) -> str:
    """The pointer along names and list positions; without steps it is the whole document."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)
