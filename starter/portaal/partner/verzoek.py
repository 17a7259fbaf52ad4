"""A request as its partner sees it: to be answered, to be corrected, with a delay to ask for, or over."""

from domain.taal.verzoeken import Verzoek, Verzoeksoort
from domain.woorden import datum, gewoon
from starter.portaal.formulier import Formulier, Veld
from starter.portaal.huis import Melding
from starter.portaal.partner import bewijs
from starter.portaal.partner.bezoek import NIEUWE_LINK, WETEN, Bezoek, onbekend

_OORDELEN = {
    "akkoord": "Akkoord",
    "akkoord_met_voorbehoud": "Akkoord, met een voorbehoud",
    "niet_akkoord": "Niet akkoord",
    "inbreng": "Geen oordeel, wel een reactie",
}
_PER_SOORT: dict[Verzoeksoort, tuple[str, ...]] = {
    "reactie": tuple(_OORDELEN),
    "akkoord": ("akkoord", "akkoord_met_voorbehoud", "niet_akkoord"),
    "eigen_besluit": ("akkoord", "akkoord_met_voorbehoud", "niet_akkoord"),
    "cijfers": ("inbreng",),
    "evaluatie_inbreng": ("inbreng",),
}
_TEKSTLABEL: dict[Verzoeksoort, tuple[str, str]] = {
    "reactie": ("Uw reactie", "Schrijf wat u vindt en waarom."),
    "akkoord": ("Uw toelichting", "Bij een voorbehoud: schrijf op welk punt. Bij niet akkoord: schrijf waarom."),
    "eigen_besluit": ("Wat uw bestuur besloot", "Noem het orgaan, de datum en wat er is besloten."),
    "cijfers": ("Uw cijfers", "Schrijf de cijfers op, of waar wij ze kunnen vinden."),
    "evaluatie_inbreng": ("Uw inbreng voor de evaluatie", "Wat ging goed, wat niet, en wat moet anders?"),
}
_SOORTEN: dict[Verzoeksoort, str] = {
    "reactie": "een reactie",
    "akkoord": "uw akkoord",
    "eigen_besluit": "een besluit van uw bestuur",
    "cijfers": "cijfers",
    "evaluatie_inbreng": "inbreng voor een evaluatie",
}


def van(bezoek: Bezoek) -> Verzoek:
    """The request of this link. Raises Melding when it is not there, or is of another partner."""
    gevonden = bezoek.stand.verzoeken.get(bezoek.link.betreft) if bezoek.link.doel == "verzoek" else None
    if gevonden is None or gevonden.aan != bezoek.link.organisatie:
        raise onbekend()
    return gevonden


async def toets(bezoek: Bezoek) -> Verzoek:
    """The request when something can still be said about it. Raises Melding that tells why not."""
    verzoek = van(bezoek)
    if verzoek.gaat_naar:
        uitleg = f"De opgave {verzoek.gaat_naar} stelt u dezelfde vraag. U krijgt daarvan een mail met een link."
        raise Melding("Deze vraag loopt door in een andere opgave", uitleg, gegevens=gegevens(bezoek, verzoek))
    if verzoek.status == "ingetrokken":
        uitleg = "U hoeft niet meer te antwoorden."
        raise Melding("De provincie heeft deze vraag ingetrokken", uitleg, gegevens=gegevens(bezoek, verzoek))
    if verzoek.status == "beantwoord":
        raise await beantwoord(bezoek, verzoek)
    if bezoek.stand.leven.voorbij:
        raise Melding(
            f"De {bezoek.leven} is afgerond", "U kunt niet meer antwoorden.", gegevens=gegevens(bezoek, verzoek)
        )
    if bezoek.verlopen(verzoek.uiterlijk):
        raise verlopen(bezoek, verzoek)
    return verzoek


def verlopen(bezoek: Bezoek, verzoek: Verzoek) -> Melding:
    """The time of the link is over and there is no answer: a new link can be had, at the same address."""
    uitleg = (
        f"U kon antwoorden tot en met {datum(verzoek.uiterlijk)}. Er is geen antwoord van u vastgelegd.",
        "Niet antwoorden telt niet als akkoord. U kunt nog antwoorden met een nieuwe link.",
    )
    return Melding(
        "Uw link is verlopen",
        *uitleg,
        soort="warning",
        gegevens=gegevens(bezoek, verzoek),
        knop=NIEUWE_LINK,
    )


async def beantwoord(bezoek: Bezoek, verzoek: Verzoek) -> Melding:
    """The receipt, with what can still be changed."""
    ontvangst = await bewijs.van_antwoord(bezoek, verzoek.id)
    ook: tuple[tuple[str, str], ...] = ()
    if verzoek.kanaal is not None:
        titel, uitleg = _door_een_ander(verzoek)
    elif te_verbeteren(bezoek, verzoek):
        titel = "Uw antwoord is vastgelegd"
        uitleg = f"U kunt het verbeteren tot en met {datum(verzoek.uiterlijk)}. Uw eerste antwoord blijft bewaard."
        ook = (("Antwoord verbeteren", "/partner/verbeteren"),)
    else:
        titel, uitleg = "Uw antwoord is vastgelegd", "De termijn is voorbij. U kunt het antwoord niet meer veranderen."
    gegeven = (("Uw oordeel", _OORDELEN[verzoek.oordeel or "inbreng"]), ("Uw antwoord", verzoek.antwoord))
    alle = (*gegevens(bezoek, verzoek), *gegeven)
    return Melding(titel, uitleg, soort="ok", gegevens=alle, ontvangst=ontvangst, ook=ook)


def _door_een_ander(verzoek: Verzoek) -> tuple[str, str]:
    uitleg = f"De provincie legde het vast op {datum(verzoek.beantwoord_op)}. Klopt het niet? Bel de opgavemanager."
    return f"Uw antwoord kwam al binnen per {verzoek.kanaal}", uitleg


def te_verbeteren(bezoek: Bezoek, verzoek: Verzoek) -> bool:
    """Whether the answer can still be corrected: through the last day of the term."""
    op_tijd = bezoek.vandaag <= verzoek.uiterlijk
    return verzoek.status == "beantwoord" and verzoek.kanaal is None and op_tijd and not bezoek.stand.leven.voorbij


def gegevens(bezoek: Bezoek, verzoek: Verzoek) -> tuple[tuple[str, str], ...]:
    """What one must know of a request."""
    return (
        bezoek.over,
        ("Voor", bezoek.partner),
        ("Wij vragen", f"{_SOORTEN[verzoek.verzoeksoort]} (verzoek {verzoek.id})"),
        ("Gevraagd op", datum(verzoek.gedaan_op)),
        ("Antwoord uiterlijk", f"{datum(verzoek.uiterlijk)}, tot 24.00 uur"),
    )


async def antwoord(bezoek: Bezoek) -> Formulier:
    """The form to answer with."""
    verzoek = await toets(bezoek)
    uitstel = (("Uitstel vragen", "/partner/uitstel"),) if mag_uitstel(bezoek, verzoek) else ()
    ook = (*uitstel, *((WETEN,) if bezoek.mag_weten else ()))
    return _formulier(bezoek, verzoek, "antwoord", "Geef uw antwoord", "BeantwoordVerzoek", ook=ook)


async def verbeteren(bezoek: Bezoek) -> Formulier:
    """The form to correct an answer with."""
    verzoek = van(bezoek)
    if not te_verbeteren(bezoek, verzoek):
        await toets(bezoek)
        raise onbekend()
    begin = {"oordeel": verzoek.oordeel or "", "antwoord": verzoek.antwoord}
    return _formulier(bezoek, verzoek, "verbeteren", "Verbeter uw antwoord", "VerbeterAntwoord", begin=begin)


def _formulier(
    bezoek: Bezoek,
    verzoek: Verzoek,
    naam: str,
    titel: str,
    opdracht: str,
    begin: dict[str, str] | None = None,
    ook: tuple[tuple[str, str], ...] = (),
) -> Formulier:
    oordelen = _PER_SOORT[verzoek.verzoeksoort]
    label, uitleg = _TEKSTLABEL[verzoek.verzoeksoort]
    keuzes = tuple((code, _OORDELEN[code]) for code in oordelen)
    keuze = (Veld("oordeel", "Uw oordeel", "keuze", keuzes=keuzes),) if len(oordelen) > 1 else ()
    tot = f"Tot en met {datum(verzoek.uiterlijk)} kunt u uw antwoord nog verbeteren."
    return Formulier(
        naam=naam,
        titel=titel,
        controle="Controleer uw antwoord",
        velden=(*keuze, Veld("antwoord", label, "tekstvak", uitleg)),
        inhoud=lambda w: (
            {"soort": opdracht, "verzoek": verzoek.id, "oordeel": w.get("oordeel") or "inbreng"}
            | {"antwoord": w["antwoord"]}
        ),
        gegevens=gegevens(bezoek, verzoek),
        vraag=verzoek.vraag,
        begin=begin,
        daarna=(tot,) if bezoek.vandaag <= verzoek.uiterlijk else (),
        ook=ook,
    )


def mag_uitstel(bezoek: Bezoek, verzoek: Verzoek) -> bool:
    """Whether a delay can be asked: once, and before the end."""
    return verzoek.status == "open" and verzoek.uitstel is None and bezoek.vandaag <= verzoek.uiterlijk


async def uitstel(bezoek: Bezoek) -> Formulier:
    """The form to ask for a delay with."""
    verzoek = await toets(bezoek)
    if not mag_uitstel(bezoek, verzoek):
        stand = f"Het uitstel is {gewoon(verzoek.uitstel)}." if verzoek.uitstel else "De termijn is voorbij."
        raise Melding("U kunt geen uitstel meer vragen", stand, ook=(("Naar de vraag", "/partner/vraag"),))
    return Formulier(
        naam="uitstel",
        titel="Vraag uitstel",
        controle="Controleer uw vraag om uitstel",
        velden=(
            Veld(
                "tot",
                "Tot en met welke dag",
                "datum",
                "U kunt één keer uitstel vragen. Noem de laatste dag die u wilt.",
            ),
            Veld("reden", "Waarom u uitstel nodig heeft", "tekstvak"),
        ),
        inhoud=lambda w: {"soort": "VraagUitstel", "verzoek": verzoek.id, "tot": w["tot"], "reden": w["reden"]},
        gegevens=gegevens(bezoek, verzoek),
        vraag=verzoek.vraag,
        daarna=("De opgavemanager beslist en u krijgt daar bericht van. Tot dan geldt de gewone termijn.",),
        ook=(("Toch nu antwoorden", "/partner/antwoord"),),
    )
