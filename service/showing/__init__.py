"""What a rulebook knows about one thing, as an advisor asks for it by its id or its name."""

from service.showing.entries import Entry, EntryKind
from service.showing.finding import Finder
from service.showing.portraits import Shower

__all__ = ["Entry", "EntryKind", "Finder", "Shower"]
