"""Documents that others already have, read as profiles: what was used, what was not, and why."""
