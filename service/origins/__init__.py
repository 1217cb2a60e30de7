"""Where rule files can come from, by name: a folder, a release, or a git revision."""

from service.origins.named import rules_named
from service.origins.names import NoSuchRules

__all__ = ["NoSuchRules", "rules_named"]
