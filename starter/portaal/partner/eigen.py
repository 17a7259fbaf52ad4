"""What a partner brings up by itself: a change, an initiatief, a question, or a sign that the work goes badly."""

from starter.portaal.formulier import Formulier, Veld
from starter.portaal.huis import Melding
from starter.portaal.partner.bezoek import Bezoek

_INBRENG = (
    ("wijziging", "Een wijziging voorstellen"),
    ("initiatief", "Een initiatief aandragen"),
    ("vraag", "Een vraag stellen"),
)
_ERNST = (
    ("1", "Licht: het loopt stroef"),
    ("2", "Ernstig: het werk komt in gevaar"),
    ("3", "Zeer ernstig: het bestuur moet het weten"),
)


def toets(bezoek: Bezoek) -> None:
    """Raise Melding when this partner can bring nothing in now."""
    deelnemer = bezoek.stand.partners.get(bezoek.link.organisatie)
    if bezoek.stand.leven.voorbij:
        raise Melding(f"De {bezoek.leven} is afgerond", "U kunt niets meer inbrengen. Het dossier blijft te lezen.")
    if deelnemer is None or not deelnemer.doet_mee:
        raise Melding(f"{bezoek.partner} doet niet meer mee", "U kunt niets meer inbrengen.")
    bezoek.toets_geldig()


async def inbreng(bezoek: Bezoek) -> Formulier:
    """The form for a change, an initiatief or a question."""
    toets(bezoek)
    return Formulier(
        naam="inbreng",
        titel="Breng zelf iets in",
        controle="Controleer uw inbreng",
        velden=(
            Veld("inbrengsoort", "Wat wilt u doen", "keuze", keuzes=_INBRENG),
            Veld("onderwerp", "Onderwerp", "tekst", "Een korte titel.", langste=200),
            Veld("tekst", "Uw tekst", "tekstvak", "Schrijf wat u wilt en waarom."),
        ),
        inhoud=lambda w: {"soort": "BrengIn", **w},
        gegevens=_gegevens(bezoek),
        daarna=("De opgavemanager laat u per mail weten wat ermee gebeurt, en waarom.",),
    )


async def signaal(bezoek: Bezoek) -> Formulier:
    """The form to tell that the work together goes badly."""
    toets(bezoek)
    return Formulier(
        naam="signaal",
        titel="Geef een signaal",
        controle="Controleer uw signaal",
        velden=(
            Veld("ernst", "Hoe ernstig is het", "keuze", keuzes=_ERNST),
            Veld("omschrijving", "Wat er aan de hand is", "tekstvak", "Noem geen namen van personen."),
        ),
        inhoud=lambda w: (
            {"soort": "MeldSignaal", "partner": bezoek.link.organisatie}
            | {"ernst": int(w["ernst"]), "omschrijving": w["omschrijving"]}
        ),
        gegevens=_gegevens(bezoek),
        uitleg=("Loopt de samenwerking stroef? Laat het weten. Het signaal gaat naar de ambtelijk opdrachtgever.",),
        daarna=("De ambtelijk opdrachtgever krijgt bericht. Andere partners zien dit signaal niet.",),
    )


def _gegevens(bezoek: Bezoek) -> tuple[tuple[str, str], ...]:
    return (bezoek.over, ("Namens", bezoek.partner))
