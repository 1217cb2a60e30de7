"""The shapes that cross a border: profiles, advice, problems and rule files."""
