"""What waits around requests: the answer itself, a delay, what was brought in, a reminder that asks consent."""

from collections.abc import Iterable

from domain.beeld.wachtpost import Wachtpost, laatste_dag, post, staat_stil
from domain.regels import escalaties
from domain.stand import Stand
from domain.taal.herinneringen import Escalatie
from domain.woorden import datum, gewoon, orgaan
from domain.zinnen_partners import wie


def posten(stand: Stand) -> Iterable[Wachtpost]:
    """Everything that waits between the province and its partners."""
    yield from _verzoeken(stand)
    yield from _uitstel(stand)
    yield from _inbreng(stand)
    yield from _escalaties(stand)


def ids(stand: Stand) -> set[str]:
    """Of what is listed here; a term about one of these is not listed again."""
    return {*stand.verzoeken, *stand.inbreng, *stand.escalaties}


def _verzoeken(stand: Stand) -> Iterable[Wachtpost]:
    for v in stand.verzoeken.values():
        if v.status == "open":
            stil = staat_stil(stand, v.id)
            waarop = f"{v.vraag} (de termijn staat stil)" if stil else v.vraag
            yield post(stand, v.id, "verzoek", v.aan, waarop, v.gedaan_op, None if stil else v.uiterlijk)


def _uitstel(stand: Stand) -> Iterable[Wachtpost]:
    """The delay that was asked waits on the owner, before the term ends."""
    for v in stand.verzoeken.values():
        if v.status == "open" and v.uitstel == "gevraagd":
            waarop = f"Beslis over uitstel voor {orgaan(v.aan)} tot en met {datum(v.uitstel_tot)}: {v.vraag}"
            yield post(stand, v.id, "uitstel", "opgavemanager", waarop, v.gedaan_op, laatste_dag(stand, v.id))


def _inbreng(stand: Stand) -> Iterable[Wachtpost]:
    if stand.leven.voorbij:
        return
    for i in stand.inbreng.values():
        if i.oordeel is None:
            waarop = f"Antwoord op {i.inbrengsoort} van {orgaan(gewoon(i.van))}: {i.onderwerp}"
            yield post(stand, i.id, "inbreng", "opgavemanager", waarop, i.gedaan_op, laatste_dag(stand, i.id))


def _escalaties(stand: Stand) -> Iterable[Wachtpost]:
    """Consent waits on the manager; once his term lapsed, on the opdrachtgever."""
    for e in escalaties.wachtend(stand):
        naar = " en ".join(wie(aan) for aan in e.aan)
        stil = f"Er kwam geen reactie van {orgaan(e.geadresseerde)}: {e.wat}"
        waarop = f"Mag herinnering {e.trede} naar {naar}? {stil}"
        yield post(stand, e.id, "escalatie", _beslisser(stand, e), waarop, e.sinds, laatste_dag(stand, e.id))


def _beslisser(stand: Stand, escalatie: Escalatie) -> str:
    te_laat = any(t.betreft == escalatie.id and t.status == "verstreken" for t in stand.termijnen.values())
    return "ambtelijk_opdrachtgever" if te_laat else "opgavemanager"
