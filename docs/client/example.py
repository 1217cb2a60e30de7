"""Asks for advice with vakpad.py, which stands beside this file."""

import os

from vakpad import ProblemDetails, Vakpad

vakpad = Vakpad(os.environ.get("VAKPAD_URL", "http://127.0.0.1:8000"))
try:
    advice = vakpad.recommend({"title": "PMO'er", "language": "en", "work": ["portfolio-report"]})
    print(advice["purpose"])
    for step in advice["recommendations"]:
        print(f"- {step['title']}: {' '.join(reason['text'] for reason in step['because'])}")
except ProblemDetails as refused:
    raise SystemExit(str(refused)) from None
