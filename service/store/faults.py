"""What can be wrong with a database or a name in it, said to the person who wrote it.

Loads nothing of a database, so that whoever tells a fault need not.
"""

NO_RELEASES = "There are no releases yet. Make the first: `vakpad release make`."


class StoreUnusable(Exception):
    """A database that cannot be used as it is; the message says what to do instead."""


class StoreFailed(Exception):
    """Something that did not work this time, and kept nothing; the message says what."""


class NoSuchRelease(Exception):
    """A release that does not exist; the message says which do."""
