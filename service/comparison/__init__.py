"""What differs between two rulebooks: in their files, and in the answers to cases."""

from service.comparison.differences import compare
from service.comparison.model import Change, Detail, Kind, Sort
from service.comparison.outcomes import CaseChange, compare_answers, refused_by_both

__all__ = [
    "CaseChange",
    "Change",
    "Detail",
    "Kind",
    "Sort",
    "compare",
    "compare_answers",
    "refused_by_both",
]
