"""Effects of facts about reminders and terms: who hears of it, in a tone that fits the rung and the reader."""

from collections.abc import Callable
from typing import Any, get_args

from domain.basis import Functie
from domain.berichten import maak_bericht
from domain.feit import Feit
from domain.gevolg import Gevolg
from domain.kalender import lokale_datum
from domain.regels import herinnerplan
from domain.rol import is_bestuurder, ontleed
from domain.woorden import datum
from domain.zinnen_partners import wie

_KOP = 120  # letters
_ZWIJGEN = "Zwijgen geldt niet als akkoord."
_WET = "Dit is een wettelijke termijn."
AKKOORDTERMIJN = "/H06"
"""How the id of a term for consent ends."""


def herinnering(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """A reminder; facts of the first two editions name no channel and read as they always did."""
    if not f.kanaal:
        return (_eerder(feit, f),)
    voor = f.omgeleid_van or f.aan
    meer = (*_omgeleid(f), *_toelichting(f, voor), *((f.zin,) if f.zin else ()))
    gevraagd = {"vraag": _vraag(f, voor), "uiterlijk": f.einde, "wettelijk": f.termijnsoort == "wettelijk"}
    return (maak_bericht(feit, _kop(feit, f, voor), f.aan, meer=meer, **gevraagd),)


def _omgeleid(f: Any) -> tuple[str, ...]:
    """Who gets a reminder that was meant for another, hears for whom it was and why it comes here."""
    if not f.omgeleid_van:
        return ()
    eigenlijk = wie(f.omgeleid_van)
    waarom = f"U krijgt deze herinnering in plaats van {eigenlijk}: de opgavemanager stuurt hem naar u door."
    return (f"Dit is gevraagd aan {eigenlijk}, of daarmee afgesproken. {waarom}",)


def _eerder(feit: Feit, f: Any) -> Gevolg:
    wettelijk = f.termijnsoort == "wettelijk"
    kop = f"{_in_woorden(feit, f)}: {f.wat}"[:_KOP]
    meer = (_WET,) if wettelijk else ()
    return maak_bericht(feit, kop, f.aan, meer=meer, vraag=f.wat, uiterlijk=f.einde, wettelijk=wettelijk)


def _dagen(f: Any) -> int:
    return herinnerplan.dagen(f.trede)


def _in_woorden(feit: Feit, f: Any) -> str:
    """The rung is a code of the engine; people read how the last day lies from the day on which it is sent."""
    vandaag = lokale_datum(feit.vastgelegd_op)
    if vandaag == f.einde:
        return "Herinnering, vandaag de laatste dag"
    return f"Herinnering, {'uiterlijk' if vandaag < f.einde else 'de laatste dag was'} {datum(f.einde)}"


def _kop(feit: Feit, f: Any, voor: str) -> str:
    """To the province with the last day; others read what it is about."""
    if f.termijnsoort != "afgesproken" or voor in get_args(Functie):
        kop = _in_woorden(feit, f)
    elif is_bestuurder(voor):
        kop = "Voorstel voor bestuurlijk overleg" if _dagen(f) >= _BESTUURLIJK else "Nog geen reactie"
    else:
        kop = "Herinnering" if _dagen(f) < 0 else "Vandaag de laatste dag" if _dagen(f) == 0 else "Termijn voorbij"
    return f"{kop}: {f.wat}"[:_KOP]


_BESTUURLIJK, _ESCALATIE = 15, 5


def _vraag(f: Any, voor: str) -> str:
    """What is asked of the reader: nothing of those who are only told what another owes."""
    if f.termijnsoort != "afgesproken" or voor not in get_args(Functie):
        return str(f.wat)
    if is_bestuurder(voor) and _dagen(f) >= _BESTUURLIJK:
        return f"Neem contact op voor bestuurlijk overleg. Het gaat om: {f.wat}"
    return ""


def _toelichting(f: Any, voor: str) -> tuple[str, ...]:
    """The paragraphs below the first line, by kind of term and by who reads it."""
    match f.termijnsoort:
        case "wettelijk":
            return (_WET, "Een reces of een pauze maakt hem niet langer.")
        case "huis":
            return _van_het_huis(_dagen(f))
    if voor in get_args(Functie):
        return _ter_informatie(f, voor)
    plek = ontleed(voor)
    return _naar_boven(f, is_bestuurder(voor)) if plek and plek.functie != "partner" else _zelf(f)


def _van_het_huis(dagen: int) -> tuple[str, ...]:
    if dagen < 0:
        return ("Dit komt er binnenkort aan.",)
    return ("Vandaag is de laatste dag.",) if dagen == 0 else ("De laatste dag is voorbij. Dit staat nog open.",)


def _zelf(f: Any) -> tuple[str, ...]:
    """To whoever must act: friendly first, businesslike later."""
    dagen = _dagen(f)
    if dagen <= -_ESCALATIE:
        return ("U hebt nog tijd. Hebt u iets van ons nodig om te kunnen reageren? Laat het ons dan weten.",)
    if dagen < 0:
        return ("De termijn loopt binnenkort af. Lukt het niet op tijd? Laat het dan nu weten.",)
    if dagen == 0:
        return ("Vandaag is de laatste dag. Lukt het niet? Laat dan weten wanneer uw reactie komt.",)
    voorbij = f"De termijn liep tot en met {datum(f.einde)}. We hebben nog geen reactie van u."
    alsnog = f"Reageer alsnog, of laat weten wanneer uw reactie komt. {_ZWIJGEN}"
    hoger = "Ook de ambtelijk opdrachtgevers van uw organisatie en van de provincie krijgen nu bericht."
    return (voorbij, alsnog, hoger) if dagen >= _ESCALATIE else (voorbij, alsnog)


def _naar_boven(f: Any, bestuurder: bool) -> tuple[str, ...]:
    """To those above: formal and short, with the term and what was done before; the question itself follows below."""
    eerder = f"Dit is eerder aan uw organisatie gevraagd of met haar afgesproken, tot en met {datum(f.einde)}."
    stil = f"We hebben nog geen reactie. {_ZWIJGEN}"
    if not bestuurder:
        return (eerder, stil, "Wilt u ervoor zorgen dat uw organisatie alsnog reageert?")
    if _dagen(f) < _BESTUURLIJK:
        return (eerder, stil, "We vragen u om ervoor te zorgen dat de reactie alsnog komt.")
    return (
        eerder,
        stil,
        "We stellen een bestuurlijk overleg voor.",
        "Blijft een reactie uit, dan kan de provincie besluiten om door te gaan zonder reactie. "
        "Dat is een besluit met redenen; het betekent niet dat u akkoord bent.",
    )


def _ter_informatie(f: Any, voor: str) -> tuple[str, ...]:
    """To functions of the province: what another owes, and what that asks of them."""
    stil = f"Op dit verzoek of deze afspraak is nog niet gereageerd. De termijn liep tot en met {datum(f.einde)}."
    if not is_bestuurder(voor):
        return (stil, "Neem contact op als dat helpt. Zwijgen beslist niets.")
    if _dagen(f) < _BESTUURLIJK:
        return (stil, "De bestuurder van de organisatie krijgt hetzelfde bericht.")
    return (
        stil,
        "Aan de bestuurder van de organisatie is bestuurlijk overleg voorgesteld.",
        "Doorgaan zonder reactie kan alleen met een besluit dat redenen noemt. Zwijgen is geen akkoord.",
    )


def verstreken(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """Silence decides nothing; a lapsed term for consent concerns nobody outside the province."""
    kop = f"Termijn verstreken: {f.wat}"[:_KOP]
    if f.termijn.endswith(AKKOORDTERMIJN):
        meer = ("De bestuurders krijgen niets zolang niemand akkoord geeft.",)
        return (maak_bericht(feit, kop, "opgavemanager", "ambtelijk_opdrachtgever", meer=meer),)
    vraag = "Bepaal wat er nu moet gebeuren."
    return (maak_bericht(feit, kop, "trekker", "opgavemanager", meer=("Zwijgen beslist niets.",), vraag=vraag),)


def _voorgelegd(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    naar = " en ".join(wie(aan) for aan in f.aan)
    vraag = f"Mag herinnering {f.trede} naar {naar}? Beslis over escalatie {f.escalatie}. Het gaat om: {f.wat}"
    meer = (
        f"De termijn liep tot en met {datum(f.einde)}. {_ZWIJGEN}",
        "De bestuurders krijgen niets zolang niemand akkoord geeft. Zegt u nee, geef dan een reden.",
        "Beslist u niet, dan krijgt ook de ambtelijk opdrachtgever een herinnering.",
    )
    return (
        maak_bericht(
            feit, f"Akkoord gevraagd op {f.escalatie}: {f.wat}"[:_KOP], "opgavemanager", meer=meer, vraag=vraag
        ),
    )


def _stil(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    meer = ("Zolang de termijn stilstaat, krijgt u er geen herinneringen over.",)
    return (maak_bericht(feit, f"De termijn staat stil: {f.wat}"[:_KOP], f.geadresseerde, "opgavemanager", meer=meer),)


def _andere_dag(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """Who must act is asked once more, with the new day; the manager only hears of it."""
    t = f.termijn
    meer = (f"De nieuwe laatste dag is {datum(t.einde)}. Die was {datum(f.was)}.",)
    kop = f"Nieuwe laatste dag: {t.wat}"[:_KOP]
    gevraagd = {"vraag": t.wat, "uiterlijk": t.einde, "wettelijk": t.soort == "wettelijk"}
    zelf = maak_bericht(feit, kop, t.geadresseerde, meer=meer, **gevraagd)
    return (
        (zelf,) if t.geadresseerde == "opgavemanager" else (zelf, maak_bericht(feit, kop, "opgavemanager", meer=meer))
    )


REGELS: dict[str, Callable[[Feit, Any], tuple[Gevolg, ...]]] = {
    "HerinneringVerstuurd": herinnering,
    "TermijnVerstreken": verstreken,
    "EscalatieVoorgelegd": _voorgelegd,
    "TermijnOpgeschort": _stil,
    "TermijnHervat": _andere_dag,
    "TermijnHerberekend": _andere_dag,
}
