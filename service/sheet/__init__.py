"""The conversation sheet: advice as a page on paper, for a talk about it."""
