"""What each code of a mistake means that is found while rule files are read.

Each explanation starts with a line that is its title; then it says what is wrong, why that matters
and what to do.
"""

import inspect
from collections.abc import Mapping

_EXPLAINED: Mapping[str, str] = {
    "anchor": """
        Something is written with an anchor or an alias (`&name`, `*name`).

        YAML can give a piece of a file a name and repeat it elsewhere. Whoever reads the file
        then has to look in two places to know what a rule says, so rule files do not use it.
        Write it out. A text that should start with `&` or `*` needs quotes around it.
        """,
    "cannot-be-asked": """
        A role asks something that a role cannot ask.

        What a role asks is shown to a person as something to work on, so it has to be a
        functional competence, a certificate or a kind of work, each on a line of its own. Years,
        goals and titles are not asked by a role. Write `competence X is at least N`,
        `certificates include C` or `work includes W`.
        """,
    "control-character": """
        There is an invisible character in the file.

        It does nothing that you can see and makes YAML read something else than what stands
        there. Most often it came along when a text was copied from another program. Delete it,
        or type the line again.
        """,
    "curly-quotes": """
        A whole text stands between curly quotes.

        Word processors make them of straight ones. To YAML they are letters like any other, so
        people get to see them around the text, and a colon or a ` #` inside is not protected by
        them. Leave them out, or write straight quotes. Around a part of a text they are right. If
        the whole text is meant to be a quotation, put straight quotes around the curly ones.
        """,
    "duplicate-id": """
        An id stands twice.

        Rules, cases and other entries are found by their id. With two of the same nobody could
        tell which is meant, in a message, in a case or in an answer. Give one of the two another
        id, or delete it. The message says where both stand; Vakpad cannot know which is the copy.
        """,
    "duplicate-name": """
        Two entries of one list share a name or a phrase.

        What a person sends is looked up by name. A name that belongs to two titles, certificates,
        kinds of work, goals or competences would always lead to the first, and the second would
        never be found by it. Capitals and hyphens make no difference. In titles neither do spaces,
        plurals, the words for women and for men, and what stands together under `same word`. Take
        the name out of one of the two.
        """,
    "empty-group": """
        A group has no conditions.

        A line such as `when all of:` or `none of:` takes the lines that are indented below it.
        Here there are none, mostly because they are not indented far enough. Give them two spaces
        more, or delete the group.
        """,
    "empty-list": """
        A list is empty where at least one thing is needed.

        A title without names, for example, could never be recognised. Name at least one, or
        delete the line where it may be left out.
        """,
    "empty-range": """
        A range names the higher value first.

        Nothing is between 5 and 3, so a condition with that could never be true, and no step takes
        `3 to 1` years. Write the lower value first. Both values themselves count.
        """,
    "empty-value": """
        Nothing stands after a colon.

        Either the value was forgotten, or the lines that belong to it are not indented. Write the
        value on the same line, or give the lines below two spaces more.
        """,
    "entry-at-the-top": """
        Someone from outside PMO would enter at the highest level.

        Who comes from another profession brings a lot, and nobody starts at the top of a new one.
        That is a promise of Vakpad, whatever the rules say. Name a lower level; for people inside
        PMO write `one up` or `same as now`.
        """,
    "file-too-large": """
        A file is too large.

        A rule file of more than a megabyte is hardly ever a rule file, and nobody can read it.
        Split it: the folders for rules and cases may hold as many files as you like.
        """,
    "key-is-no-text": """
        What stands before a colon is no word.

        Before the colon comes a key such as `rule` or `level`. A list or a group in that place
        comes from a bracket or an indentation that went wrong. Compare the lines with a rule
        nearby.
        """,
    "known-outside-messages": """
        `is known` or `is unknown` stands outside `messages/`.

        Advice may not change because a person told more of what was true already, and a rule that
        looks at what is unknown would do that. A condition about something unknown is never true,
        so mostly the line can be left out. Only messages may speak about what is missing.
        """,
    "looks-like-a-number": """
        An id or a text looks like a number or a date.

        Many programs read `2024`, `1e3` or `10:30` as a number, a date or a time and change how
        it is written. Give an id a name in words. Put quotes around a text.
        """,
    "missing-file": """
        A file of the rulebook is missing.

        Every rulebook has the same word lists, such as `vocabulary.yaml` and `titles.yaml`;
        without one of them nothing can be advised. Put it back, or copy it from the rulebook that
        comes with Vakpad. Perhaps it has another name now: the name has to be exactly this.
        """,
    "missing-goal": """
        A goal is missing that Vakpad itself needs.

        Whoever says that they want to become a project manager, stay one, come to PMO or take a
        step back is always answered. For that the goals have to exist. Add the entry that the
        message names, with its names and phrases in Dutch and English.
        """,
    "missing-key": """
        A line is missing.

        An entry has lines that it cannot do without: a rule needs an `about` and conditions, a
        recommendation needs `points` and a `because`. Add the line. If it is there, look at its
        indentation: it may belong to something else.
        """,
    "missing-role": """
        A role is missing in `roles.yaml`.

        Every specialisation has a role on every level, so that each step that can be recommended
        has a title and a description. Add an entry for it. If the role has another id now,
        give it back the name of its specialisation and its level, joined by a hyphen.
        """,
    "missing-tip": """
        One of the five tips is missing.

        A PMO'er and a project manager always get all five tips. Put the entry back in
        `tips.yaml`, in Dutch and English.
        """,
    "missing-translation": """
        A text is missing in one of the two languages.

        Every text is shown in Dutch or in English, as the person wishes. One that stands in a
        single language would leave half of the people without it. Write `nl: ...` and `en: ...`
        below the key, each on a line of its own.
        """,
    "nested-too-deep": """
        Something stands too deep inside something else.

        A group may stand inside a group, and no deeper: a rule with more cannot be read aloud.
        Give the inner group a name: make a rule with `signal: name` of it in `signals/`, and
        write `signal name` here. Signals, too, may build on each other only so far. Elsewhere in
        a file it mostly comes from brackets or indentation that went wrong.
        """,
    "no-directory": """
        There is no such directory.

        The command was given the name of a directory that does not exist. Name the one that holds
        `vocabulary.yaml`, for example `vakpad check rules`.
        """,
    "no-effect": """
        A rule does nothing.

        It has conditions and says nothing about what follows from them. The folder decides what a
        rule can do: `settle`, `signal`, `recommend`, `advise against`, `rule out`, `say`,
        `outcome`, `completes`, `tension` or `fits tip`. Add one, or delete the rule.
        """,
    "no-side": """
        A condition about two people does not say of whom.

        Rules in `partnership/` are about a PMO'er and a project manager together. Start the
        condition with `pmo` or with `project manager`, such as `pmo competence analytical is at
        least 4`.
        """,
    "not-a-condition": """
        A line is not a condition.

        A condition is a short English sentence: what is looked at, `is` or `includes`, and a
        value, for example `level is at least medior` or `work includes raid-log`. The message
        points at the first word that does not fit. Ids of several words are joined by hyphens.
        `docs/rule-files.md` lists everything that can be looked at and said.
        """,
    "not-a-list": """
        A list is expected here.

        Several things are written as `[one, two]`, or below each other with a dash and a space
        before each. Files with entries start each entry with a dash, such as `- rule: name`.
        """,
    "not-a-whole-number": """
        A whole number is expected here.

        Points, for example, are counted and never weighed more finely than that. Write the
        number without decimals, words or quotes, within the bounds that the message names.
        """,
    "not-an-id": """
        Something is not written as an id.

        Ids stand in rules, in addresses and in what portals send, so they have one form:
        lower-case words without accents, joined by hyphens, such as `portfolio-report`. What
        people read is the name, in Dutch and English; it can be written in any way.
        """,
    "not-utf-8": """
        The file is not saved as UTF-8.

        From the place that is named the file cannot be read as text: it was saved in another
        encoding, or it is no text at all. Open it in your editor and save it as UTF-8; mostly
        that is found under 'Save as' or 'Save with encoding'.
        """,
    "one-sided": """
        A rule about two people looks at one of them only.

        How two people complete each other, or where tension is likely, cannot be said of one of
        them. Add a condition about the other. Only `fits tip` may look at one person.
        """,
    "out-of-range": """
        A number cannot occur.

        Ratings are whole numbers from 1 to 5, years go from 0 to 60 in steps of 0.1, and a measure
        has its own bounds. A condition with another number would always or never be true. Write a
        number within the bounds that the message names.
        """,
    "protected-attribute": """
        A rule would look at something that is protected.

        Age, gender, origin, health, family, hours, salary, tenure and the like have no place in
        advice about growth, nor has what commonly stands in for them. No rule can look at it, and
        this cannot be accepted. Look at work, competences, certificates or goals instead.
        """,
    "repeated-key": """
        The same key stands twice in one entry.

        YAML would silently keep one of the two, and the other would be lost. Mostly a dash is
        missing before the second, so that two entries became one. Start the new entry with `- `,
        or delete one of the two lines.
        """,
    "rulebook-too-large": """
        The rule directory holds too many files, or too much.

        Something that is no rulebook was probably put into it, and reading on would keep everybody
        waiting. Name the directory that holds `vocabulary.yaml`, and move out what does not belong
        there.
        """,
    "same-value-twice": """
        A value stands twice in one list.

        The second time it says nothing, and perhaps another value was meant. Delete it or write
        the one that was meant.
        """,
    "second-document": """
        A line with three dashes starts a second document.

        A YAML file can hold several documents, and whatever comes after the first would be easy to
        overlook. A rule file holds one. Delete the line with `---`.
        """,
    "several-groups": """
        Several keys stand where one condition or one group is expected.

        Each condition and each group of conditions starts with a dash of its own. Put `- ` before
        each, on a line of its own.
        """,
    "signal-circle": """
        Signals build on each other in a circle.

        To know the one, the other would have to be known first, and the other way round, so
        neither could ever be told. The message names the circle. Take one of the signals out of
        the conditions of the rule.
        """,
    "special-space": """
        A special space stands where an ordinary one belongs.

        It looks the same, and YAML takes it for a letter, so that a line belongs to something
        else than you see. Web pages and word processors make such spaces. Delete it and press the
        space bar. Inside a text for people it does no harm.
        """,
    "tag": """
        Something is written with a YAML tag (`!`).

        A tag tells YAML to make something else of a text, and rule files are plain texts. Put
        quotes around a text that should start with an exclamation mark; otherwise delete the tag.
        """,
    "text-cut-by-hash": """
        A ` #` cuts off the rest of a text.

        Behind a space, `#` starts a comment, so people would not get to read what comes after it.
        Put quotes around the whole text, or put the comment on a line of its own. In the middle
        of a condition it is an error; behind a text it is a warning, because it may be meant.
        """,
    "text-in-braces": """
        A text stands inside braces.

        Inside `{...}` a comma starts a new key, so one comma in a sentence would silently cut the
        text in two. Write `nl:` and `en:` on lines of their own, indented.
        """,
    "trait-asked": """
        A role asks a trait.

        Traits such as being analytical or flexible are how somebody is. They give points and
        questions; they are never a demand that someone fails. Ask a functional competence, which
        can be learned, or give points for the trait in a rule in `growth/`.
        """,
    "two-effects": """
        A rule does two things, or has two sets of conditions.

        With one effect for each rule an answer can say which rule made what. Make two rules of
        it, with the same conditions. Conditions of two kinds are put together as a group inside
        `when all of:`.
        """,
    "two-in-one": """
        A case is about one person and about a duo.

        The answers to the two are different ones, so one case cannot expect both. Make two cases
        of it, each with a name and an `expect` of its own.
        """,
    "unknown-attribute": """
        A condition looks at something that does not exist.

        Rules can look at a fixed list of things, such as `level`, `work` or `competence X`;
        anything else would be unknown for everybody. Perhaps a word is misspelt; the message then
        names the nearest. `docs/rule-files.md` lists everything that can be looked at.
        """,
    "unknown-choice": """
        A word is not one of those that can stand here.

        Only a few fixed words have a meaning in this place. The message lists them. Write one of
        them, in lower case.
        """,
    "unknown-file": """
        A file would not be read.

        Rules stand in the folders `settling`, `signals`, `growth`, `messages` and `partnership`,
        cases in `cases`, and the word lists right in the rule directory; all their names end in
        `.yaml`. A file with another name or in another place would silently do nothing, so it is
        an error. Give it the right name, or move it out of the rule directory. Files that end in
        `.md` or `.txt` are left alone.
        """,
    "unknown-id": """
        An id does not exist.

        A rule, a case or a list names something that no list declares, so it could never apply.
        Mostly a letter is wrong, and the message then names the nearest id. If it is a name in
        Dutch, write the id that it belongs to. If it is new, add it to its list first.
        """,
    "unknown-key": """
        A key is not known here.

        What stands before the colon has no meaning in this place, so the line would do nothing.
        Perhaps it is misspelt, in Dutch, or indented so that it belongs to something else. The
        message names the nearest key, or all that may stand here.
        """,
    "unknown-role": """
        A role is not one of those inside PMO.

        Roles are the places of the profession: a specialisation and a level, joined by a hyphen.
        A project manager has another profession, which is no role here and never a next step.
        Write an id such as `governance-medior`.
        """,
    "unread-text": """
        A plain text holds rules or cases.

        A file that ends in `.txt` holds notes and is not read, so the rules in it do
        nothing. Give it a name that ends in `.yaml`. When it is meant to be a note, begin it with a
        line of words.
        """,
    "unreadable-file": """
        A file cannot be opened.

        It may be gone, be a link that leads nowhere or out of the rule directory, be no plain
        file, or be closed to whoever runs Vakpad. Put a plain file in its place, and see to it
        that it may be read.
        """,
    "unusual-points": """
        A rule gives a number of points that has no name.

        The vocabulary names how much a hint, a reason and a strong reason weigh, so that advisors
        weigh alike and can compare rules. Another number works, and makes rules hard to compare.
        Use one of the named numbers, or accept the warning with a reason.
        """,
    "wrong-expectation": """
        A case expects something that its answer can never hold.

        One person gets other things than a duo, and a rule of one kind never stands on the line of
        another. The message says where it belongs. Move it to that line, or to a case of the
        other sort. Nor can one thing be both expected and not: take it out of one of the two lines.
        """,
    "wrong-operator": """
        What is said does not go with what is looked at.

        A list includes things, a level is at least another, a choice is one of several. `work is
        raid-log` or `competence analytical includes 4` has no meaning. The message says how to
        write it.
        """,
    "wrong-shape": """
        Something else is expected in this place.

        For example a text stands where lines of `key: value` belong, or a list inside a list. It
        mostly comes from an indentation or a dash too many or too few. The message says what is
        expected; compare the lines with an entry nearby.
        """,
    "wrong-stage": """
        A rule stands in a folder that does not go with it.

        Advice is made step by step: settling, signals, growth, messages. A rule sees what came
        before its own step and does what belongs to its step, so that no advice can build on
        itself. Move the rule to the folder that the message names, or leave the line out.
        """,
    "wrong-type": """
        A word stands where a number belongs.

        Ratings, years and measures are compared with numbers. Write one in digits, with a point
        and not a comma before decimals.
        """,
    "yaml-syntax": """
        The file cannot be read any further from here.

        Something in how the lines are written breaks the structure of the file: a colon, a dash, a
        quote, a bracket or the number of spaces. The message names the most likely cause and where
        it starts. Nothing below that place was looked at, so more may be told afterwards. When
        other files use its words (a word list, or signals), they too are looked at when this is
        mended.
        """,
    "years-alone": """
        Years alone would decide.

        Years of experience support advice and never decide it: how long somebody does something
        says little about how well, and stands in for age. No rule may fire when nothing but years
        is known, also not by way of signals. Add a condition about work, certificates,
        competences, goals or the title. This cannot be accepted.
        """,
    "years-too-high": """
        Years would help to settle a level above senior.

        A place at the top is about the work that somebody does, and long experience alone leads to
        senior at most. Leave the years out and look at work, or settle a lower level. This cannot
        be accepted.
        """,
}

MISTAKES: Mapping[str, str] = {code: inspect.cleandoc(text) for code, text in _EXPLAINED.items()}
"""Code -> its documentation: a title, then what it means, why it matters, and what to do."""

DOUBTS = frozenset({"curly-quotes", "text-cut-by-hash", "unread-text", "unusual-points"})
"""The codes that are warnings; the text of a condition that is cut off is an error all the same."""
