"""What others may know of facts about the agenda, working together and learning: ids, kinds and dates."""

DEELT: dict[str, tuple[str, ...]] = {
    "AgendaGestart": ("van", "tot"),
    "OpAgendaGezet": ("opgave=agendapunt", "periode", "horizon", "rijpheid"),
    "OpAgendaVerplaatst": ("opgave=agendapunt", "periode", "horizon", "rijpheid"),
    "OpgaveGeparkeerd": ("opgave=agendapunt",),
    "OpgaveTeruggehaald": ("opgave=agendapunt", "periode"),
    "OpgaveAfgevoerd": ("opgave=agendapunt",),
    "RaakvlakVastgelegd": ("opgave=agendapunt", "andere"),
    "RaakvlakVerbroken": ("opgave=agendapunt", "andere"),
    "DocumentVastgesteld": ("document", "documentsoort", "versie"),
    "VaststellingGevraagd": ("overheden", "versie", "uiterlijk"),
    "AgendaVastgesteld": ("overheid", "versie", "besluit", "per_link", "wacht"),
    "ConferentieGehouden": ("conferentie", "conferentiesoort", "deelnemers", "onderschreven_door"),
    "HerijkingVoorbereid": ("nummer",),
    "AgendaHerijkt": ("nummer", "versie"),
    "WerkwijzeGewijzigd": ("les", "termijn", "fase"),
    "AgendaGesloten": ("opvolger",),
    "AgendaplekGewijzigd": ("agenda", "op_agenda"),
    "BuurGemeld": ("agenda", "buur", "verbroken"),
    "BuurGewijzigd": ("buur",),
    "OpgaveGesplitst": ("nieuw",),
    "OpgaveSamengevoegd": ("gaat_op_in",),
    "DelenOntvangen": ("van=gever", "hoe"),
    "AankomstBevestigd": ("in_opgave",),
    "TafelGeopend": ("tafel", "inhoud.tafelsoort"),
    "TafelGewijzigd": ("tafel",),
    "TafelBijeengekomen": ("tafel",),
    "TafelGesloten": ("tafel",),
    "IntakeGestart": ("intake", "overheden"),
    "IntakeBeoordeeld": ("intake", "overheid", "oordeel"),
    "IntakeBeantwoord": ("intake", "oordeel"),
    "VerbondenPartijVastgelegd": ("partij", "inhoud.partijsoort"),
    "WaaromBeantwoord": ("partij",),
    "VerbondenheidBeeindigd": ("partij",),
    "SpeldoelGesteld": ("doel", "meten_op"),
    "BronverhaalVastgelegd": ("verhaal",),
    "LesGevalideerd": ("les", "partner", "klopt"),
    "LessenAangeboden": ("moment",),
    "LesaanbodBeantwoord": ("les", "moment", "antwoord"),
    "LesHergebruikt": ("les", "in_opgave", "antwoord"),
}
"""Which fields of a fact its event tells; see `domain.gebeurtenissen`."""

INTERN = frozenset(
    {
        *("VeranderingGemeld", "ImpactBeantwoord", "ReviewGestart", "ReviewAfgerond", "AccounthouderAangewezen"),
        *("SpelniveauGescoord", "GesprekVastgelegd", "InterviewGevraagd", "LeeractieGestart"),
    }
)
"""Views of one organisation on another, conversations and reviews: nobody else's business."""
