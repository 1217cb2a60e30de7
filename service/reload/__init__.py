"""Takes up changed rules while serving: watched, tried aside, and followed by every process."""
