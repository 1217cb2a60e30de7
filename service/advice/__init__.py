"""Gives advice: settles the present place, weighs growth, ranks, guards and explains."""

from service.advice.advisor import Advisor
from service.advice.model import Advice

__all__ = ["Advice", "Advisor"]
