"""The parts of a rulebook as the JSON that is shown of them, in one language."""
