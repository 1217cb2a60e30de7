"""What is remembered of the reference is what the reference says."""

from random import Random

from strategies.seeded import VOCABULARY, seeded_facts, seeded_group, seeded_rulebook

from service.engine.recall import Shared, probe_of, recall_of
from service.rulebook.kleene import truth_of


def test_the_reference_is_remembered_as_it_was_however_often_it_is_asked() -> None:
    chance = Random(5)
    frame = seeded_rulebook(5, size=0)
    known = [seeded_facts(frame, chance) for _ in range(30)]
    for _ in range(100):
        group = seeded_group(chance, VOCABULARY, knowledge=True, depth=3)
        for condition in group.conditions():
            recall = recall_of(condition)
            expected = [truth_of(condition, facts) for facts in known]
            assert [recall(facts) for facts in known] == expected
            assert [recall(facts) for facts in known] == expected


def test_a_probe_tells_one_truth_from_the_opposite_and_from_unknown() -> None:
    chance = Random(6)
    frame = seeded_rulebook(5, size=0)
    known = [seeded_facts(frame, chance) for _ in range(30)]
    shared: Shared = {}
    for _ in range(100):
        group = seeded_group(chance, VOCABULARY, knowledge=True, depth=3)
        truths = [truth_of(group, facts) for facts in known]
        for truth in (True, False):
            probe = probe_of(group, truth, shared)
            assert [probe(facts) for facts in known] == [each is truth for each in truths]
