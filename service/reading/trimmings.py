"""Trimmings: what vacancies and HR systems write around a title that is no part of it."""

import re

_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?\+?"
_RANGE = rf"{_NUMBER}(?:\s?(?:-|–|—|/|t/m|tot|to|of|or|a)\s?{_NUMBER})?"  # noqa: RUF001
_ABOUT = r"(?:\b(?:min|max|minimaal|maximaal|ca|circa)\b[.:]?\s?)?"
_UNIT = r"(?:(?:uur|uren|urige|hours?|hrs?|fte|u|h|dagen|daagse|days?)\b|%)"
_WEEK = r"(?:\s?(?:p/w|p\.?w\b\.?|per week|a week|/\s?week|/w|(?:werk)?week)\b)?"

_GENDER_BRACKETS = re.compile(r"\(\s?[^\W_](?:\s?[/|,.*:&-]\s?[^\W_]{1,4}){0,4}\.?\s?\)")
_GENDER = re.compile(r"\b[mvfwxdh](?:\s?[/|]\s?[mvfwxdhn]\b){1,4}")
_INSIDE_A_WORD = re.compile(r"(?<=[^\W_])\(-?(?:[^\W_]{1,6}\)(?=[^\W_])|(?:e|s|en|ster|trice)\))")
_FEMININE_ENDING = re.compile(r"(?<=[^\W_])\s?/\s?(?:-[^\W_]+|e\b|ster\b|esse\b|trice\b)")
_HOURS = re.compile(rf"{_ABOUT}\b{_RANGE}\s?-?\s?{_UNIT}{_WEEK}|\bfte\b:?\s?{_RANGE}")
_DURATION = re.compile(
    rf"\b{_RANGE}\s?-?\s?(?:maanden|maand|mnd|months?|mths?|jaar|jaren|years?|yrs?|weken|weeks?)\b"
)
_AMOUNT = r"\d[\d.,]*\s?k?"
_PAY = re.compile(
    rf"[£€$]\s?{_AMOUNT}(?:\s?(?:-|–|tot|to)\s?[£€$]?\s?{_AMOUNT})?"  # noqa: RUF001
    r"(?:\s?(?:per|p\.?|an?|/)\s?(?:day|dag|hour|uur|week|month|maand|year|jaar|annum|d|h|u)\b)?"
)
_SCALE = re.compile(
    r"\b(?:salaris|functie)?(?:schaal|schalen|scale|grade|fwg)\b:?\s?"
    r"\d{1,3}[a-d]?(?:\s?[-/–]\s?\d{1,3}[a-d]?)?\b"  # noqa: RUF001
)
_REQUISITION = re.compile(
    r"#\s?[a-z]{0,6}-?\d[\w./-]*"
    r"|\b(?:req|requisition|vacature|vacaturenummer|vacancy|ref|referentie|reference|job id|id)\b"
    r"[.:]?\s?(?:nr|no|nummer|number)?[.:#]?\s?[a-z]{0,4}-?\d[\d./-]*"
    r"|\b\d[\d./-]{3,}(?!\w)"
)
_GRADE = re.compile(r"(?<=[^\W\d_])\s(?:i{1,3}|iv|[1-5])(?=\s*(?:$|[,|;:(–—]|\s-\s))")  # noqa: RUF001


def without_trimmings(title: str) -> str:
    """A plain title without gender marks, hours, pay, grades and requisition numbers."""
    return _trimmed(title, [])


def trimmings_of(title: str) -> tuple[str, ...]:
    """What `without_trimmings` takes away from a plain title, piece by piece."""
    taken: list[str] = []
    _trimmed(title, taken)
    return tuple(taken)


def _trimmed(title: str, taken: list[str]) -> str:
    def without(pattern: re.Pattern[str], title: str, instead: str = " ") -> str:
        def take(found: re.Match[str]) -> str:
            taken.append(found[0].strip())
            return instead

        return pattern.sub(take, title)

    if "(" in title:
        title = without(_GENDER_BRACKETS, title)
        # Nothing may come between: "medewerk(st)er" is one word.
        title = without(_INSIDE_A_WORD, title, instead="")
    if "/" in title or "|" in title:
        title = without(_FEMININE_ENDING, without(_GENDER, title))
    if any(character.isdigit() for character in title):
        for pattern in (_PAY, _HOURS, _DURATION, _SCALE, _REQUISITION):
            title = without(pattern, title)
    return without(_GRADE, title)
