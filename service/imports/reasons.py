"""Why something in a résumé is not used, in both languages."""

from service.rulebook.vocabulary import Text

NOT_NEEDED = Text("Niet nodig voor dit advies.", "Not needed for this advice.")
FREE_TEXT = Text("Vrije tekst lezen we niet.", "Free text is not read.")
ABOUT_THE_DOCUMENT = Text(
    "Dit gaat over het document, niet over de persoon.",
    "This is about the document, not about the person.",
)
NOT_IN_THE_STANDARD = Text(
    "JSON Resume 1.0 kent dit veld niet.", "JSON Resume 1.0 does not have this field."
)
LABEL_NOT_NEEDED = Text(
    "De functietitel komt al uit de huidige baan.",
    "The title already comes from the present position.",
)
EARLIER_POSITION = Text(
    "Een eerdere baan: alleen de huidige telt.",
    "An earlier position: only the present one counts.",
)
LATER_POSITION = Text("Deze baan moet nog beginnen.", "This position has yet to begin.")
OTHER_POSITION = Text(
    "Een tweede huidige baan: de baan die het laatst begon, telt.",
    "A second present position: the one that began last counts.",
)
POSITION_WITHOUT_TITLE = Text("Hier staat geen functietitel.", "There is no job title here.")
STILL_RUNS = Text(
    "Deze datum ligt in de toekomst: de baan loopt nog.",
    "This date lies in the future: the position still runs.",
)
TOO_MANY_YEARS = Text("Dat is langer dan 60 jaar geleden.", "That is more than 60 years ago.")
ONLY_THE_NAME = Text(
    "Van een certificaat telt alleen de naam.", "Of a certificate only the name counts."
)
UNRECOGNISED_CERTIFICATE = Text(
    "Dit certificaat kent Vakpad niet.", "Vakpad does not know this certificate."
)
CERTIFICATE_WITHOUT_NAME = Text("Dit certificaat heeft geen naam.", "This certificate has no name.")
LEVEL_IN_WORDS = Text(
    "Een niveau in woorden is geen beoordeling van 1 tot 5. Stuur `competences` als er "
    "beoordelingen zijn.",
    "A level in words is no rating from 1 to 5. Send `competences` when there are ratings.",
)
SKILL_WITHOUT_RATING = Text(
    "Een vaardigheid zonder beoordeling zegt niet hoe sterk iemand erin is. Stuur `competences` "
    "als er beoordelingen zijn.",
    "A skill without a rating does not tell how strong someone is in it. Send `competences` when "
    "there are ratings.",
)


def recognised_work(id: str) -> Text:
    """Why a kind of work that was recognised is not used all the same."""
    return Text(
        f"Herkend als `{id}`, maar niet gebruikt: een cv noemt zelden al het werk, en de rest zou "
        "dan tellen als niet gedaan. Stuur `work` als de lijst compleet is.",
        f"Recognised as `{id}`, but not used: a résumé rarely names all work, and the rest would "
        "count as not done. Send `work` when the list is complete.",
    )
