"""Rules and conditions as plain sentences, in Dutch and in English."""

from service.wording.sentences import (
    condition_sentence,
    sentence_of,
    statement_sentence,
    statement_words,
)

__all__ = ["condition_sentence", "sentence_of", "statement_sentence", "statement_words"]
