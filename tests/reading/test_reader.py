import pytest

from service.reading.model import AmbitionReading, Reading
from service.reading.profile import Profile, ProfileError, ProfileRefused
from service.reading.reader import Reader


def errors_of(reader: Reader, profile: Profile) -> tuple[ProfileError, ...]:
    with pytest.raises(ProfileRefused) as refused:
        reader.read(profile)
    return refused.value.errors


def test_a_profile_is_read_in_the_words_of_the_rulebook(reader: Reader) -> None:
    profile = Profile(
        title="Kapitein",
        current_specialisation="Office",
        current_level="Mid level",
        years_in_role=40,
        competences={"Stress-bestendig": 5, "ANALYTISCHE BLIK": 4, "critical": None},
        certificates=("Prince2 practitioner", " Zwemdiploma A ", "P3O foundation", "p3o-f"),
        work=("reporting", "RAID log bijhouden", "portfolio-report"),
        goals=("Verdiepen", "deepen"),
        ambition="Ik wil een stap terug.",
    )

    assert reader.read(profile) == Reading(
        title=reader.titles.read("Kapitein"),
        current_specialisation="office",
        current_level="medior",
        ratings={"analytical": 4, "stress-resistant": 5},
        certificates=("p3o-foundation", "prince2-practitioner"),
        unrecognised_certificates=("Zwemdiploma A",),
        work=("raid-log", "portfolio-report"),
        goals=("step-back", "deepen"),
        ambition=AmbitionReading.RECOGNISED,
        years_in_pmo=40,
        years_in_role=40,
    )


def test_what_was_not_sent_is_unknown_and_goals_are_none(reader: Reader) -> None:
    reading = reader.read(Profile("PMO'er"))

    assert reading.ratings == {}
    assert reading.certificates is None
    assert reading.unrecognised_certificates == ()
    assert reading.work is None
    assert reading.goals == ()
    assert reading.ambition is AmbitionReading.NONE


def test_an_empty_list_is_known_to_be_empty(reader: Reader) -> None:
    reading = reader.read(Profile("PMO'er", certificates=(), work=(), goals=()))

    assert (reading.certificates, reading.work, reading.goals) == ((), (), ())


def test_certificates_of_which_none_is_known_are_known_to_be_none(reader: Reader) -> None:
    reading = reader.read(Profile("x", certificates=("EHBO", " ehbo", "", "🚀")))

    assert reading.certificates == ()
    assert reading.unrecognised_certificates == ("EHBO", "🚀")


def test_the_order_in_which_things_are_sent_does_not_matter(reader: Reader) -> None:
    one = Profile("x", competences={"critical": 1, "analytical": 2}, work=("reporting", "raid-log"))
    other = Profile(
        "x", competences={"analytical": 2, "critical": 1}, work=("raid-log", "reporting")
    )

    assert list(reader.read(one).ratings) == list(reader.read(other).ratings)
    assert reader.read(one) == reader.read(other)


def test_an_unknown_competence_is_refused_with_a_suggestion(reader: Reader) -> None:
    assert errors_of(reader, Profile("x", competences={"analitical": 4})) == (
        ProfileError(
            "/competences/analitical",
            "unknown_competence",
            "`analitical` is not a competence that Vakpad knows. Did you mean `analytical`?",
        ),
    )


def test_where_nothing_is_near_some_examples_are_given(reader: Reader) -> None:
    (error,) = errors_of(reader, Profile("x", current_specialisation="zzz"))

    assert error.message == (
        "`zzz` is not a specialisation that Vakpad knows."
        " Write one of `office`, `governance`, `assurance`, `consultant`, or leave it out."
    )


def test_all_mistakes_are_told_at_once_in_the_order_of_the_profile(reader: Reader) -> None:
    profile = Profile(
        "x",
        current_specialisation="kantoor?",
        current_level="wizard",
        competences={"critical": 3, "juggling": 5, "kritisch": 3},
        certificates=("unknown is fine",),
        work=("raid-log", "beekeeping"),
        goals=("world peace",),
    )

    assert [(error.pointer, error.code) for error in errors_of(reader, profile)] == [
        ("/current/specialisation", "unknown_specialisation"),
        ("/current/level", "unknown_level"),
        ("/competences/juggling", "unknown_competence"),
        ("/competences/kritisch", "sent_twice"),
        ("/work/1", "unknown_work"),
        ("/goals/0", "unknown_goal"),
    ]


def test_one_competence_under_two_names_is_refused_with_both(reader: Reader) -> None:
    assert errors_of(reader, Profile("x", competences={"analytisch": 4, "analytical": 4})) == (
        ProfileError(
            "/competences/analytical",
            "sent_twice",
            "`analytisch` and `analytical` are the same competence. Send one of the two.",
        ),
    )


def test_a_rating_of_null_was_not_sent(reader: Reader) -> None:
    sent = {"analytisch": None, "analytical": 4, "juggling": None}

    assert reader.read(Profile("x", competences=sent)).ratings == {"analytical": 4}


def test_a_pointer_escapes_what_json_pointers_need_escaped(reader: Reader) -> None:
    (error,) = errors_of(reader, Profile("x", competences={"a/b~c": 4}))

    assert error.pointer == "/competences/a~1b~0c"


def test_a_long_name_is_cut_in_the_message(reader: Reader) -> None:
    (error,) = errors_of(reader, Profile("x", work=("y" * 200,)))

    assert error.message == (
        f"`{'y' * 60}...` is not a kind of work that Vakpad knows."
        " Write one of `raid-log`, `portfolio-report`, or leave it out."
    )


def test_a_refusal_holds_no_ambition(reader: Reader) -> None:
    with pytest.raises(ProfileRefused) as refused:
        reader.read(Profile("x", goals=("zzzzzz",), ambition="mijn geheim"))

    assert "geheim" not in str(refused.value)
