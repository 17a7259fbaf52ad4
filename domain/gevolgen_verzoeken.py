"""Effects of facts about requests and what partners bring in: who hears of it, and what they can do about it."""

from collections.abc import Callable
from typing import Any

from domain.berichten import maak_bericht
from domain.feit import Feit
from domain.gevolg import Bericht, Gevolg
from domain.namenswoorden import HOE
from domain.woorden import ORGANEN, datum, gewoon, orgaan

VERBETER = (
    "Klopt dit niet? Zolang de termijn loopt, kunt u het antwoord verbeteren. "
    "Daarna kunt u het de opgavemanager laten weten."
)
STILTE = {
    "wachten": "Zolang u niet antwoordt, wachten we op uw antwoord.",
    "doorgaan_na_besluit": "Antwoordt u niet, dan kan een besluit volgen om door te gaan. Zwijgen is geen akkoord.",
    "escaleren": "Antwoordt u niet, dan gaat de vraag naar uw opdrachtgever of bestuurder. Zwijgen is geen akkoord.",
}


def _over(f: Any, bericht: Bericht) -> Bericht:
    """The message, tied to the request it is about."""
    return bericht.met(betreft=f.verzoek)


def _gedaan(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    kop = f"Verzoek: {f.vraag}"[:120]
    return (_over(f, maak_bericht(feit, kop, f.aan, vraag=f.vraag, uiterlijk=f.uiterlijk)),)


def _beantwoord(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """The trekker hears the answer; a partner hears what another recorded for it."""
    ontvangen = maak_bericht(feit, "Antwoord ontvangen", "trekker")
    if f.kanaal is None:
        return (ontvangen,)
    stuk = f" Het stuk: {f.bron.titel} ({f.bron.referentie})." if f.bron else ""
    wat = f"Dit antwoord kwam {HOE[f.kanaal]} binnen op {datum(feit.gebeurd_op)}.{stuk}"
    kop = f"Uw antwoord op verzoek {f.verzoek} is vastgelegd"
    return (ontvangen, _over(f, maak_bericht(feit, kop, f.aan, meer=(wat, VERBETER))))


def _verbeterd(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    verbeterd = maak_bericht(feit, "Antwoord verbeterd", "trekker")
    if _zelf(feit, f.aan):
        return (verbeterd,)
    wie = gewoon(feit.door.functie) if feit.door.functie != "partner" else feit.door.namens
    wat = f"De verbetering is vastgelegd door: {wie}."
    kop = f"Uw antwoord op verzoek {f.verzoek} is verbeterd"
    return (verbeterd, _over(f, maak_bericht(feit, kop, f.aan, meer=(wat, VERBETER))))


def _zelf(feit: Feit, partner: str) -> bool:
    return feit.door.functie == "partner" and feit.door.namens == partner


def _uitstel_gevraagd(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    meer = ("De termijn loopt door tot u beslist.",)
    vraag = f"Beslis of {orgaan(f.aan)} uitstel krijgt tot en met {datum(f.tot)}."
    return (maak_bericht(feit, f"Vraag om uitstel bij verzoek {f.verzoek}", "opgavemanager", meer=meer, vraag=vraag),)


def _verlengd(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """A longer term of the law is for everyone; an agreed one, as after uitstel, for who owes and who asked."""
    t = f.termijn
    if t.soort == "wettelijk":
        return (maak_bericht(feit, "Termijn verlengd", "betrokkenen"),)
    kop = f"Nieuwe laatste dag: {t.wat}"[:120]
    zelf = maak_bericht(feit, kop, t.geadresseerde, vraag=t.wat, uiterlijk=t.einde)
    return (zelf,) if t.geadresseerde == "opgavemanager" else (zelf, maak_bericht(feit, kop, "opgavemanager"))


def _uitstel_geweigerd(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    meer = ("De laatste dag van het verzoek blijft zoals die was.",)
    return (_over(f, maak_bericht(feit, f"Geen uitstel voor verzoek {f.verzoek}", f.aan, meer=meer)),)


def _stilte(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    meer = (STILTE[f.bij_stilte],)
    kop = f"Wat zwijgen betekent bij verzoek {f.verzoek}"
    return (_over(f, maak_bericht(feit, kop, f.aan, "opgavemanager", meer=meer)),)


def _inbreng(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    vraag = "Zeg wat u met deze inbreng doet, en waarom."
    kop = f"Nieuwe inbreng {f.inbreng}: {f.onderwerp}"[:120]
    return (maak_bericht(feit, kop, "opgavemanager", meer=(f.tekst,), vraag=vraag),)


def _behandeld(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    kop = f"Antwoord op uw inbreng {f.inbreng}: {f.onderwerp}"[:120]
    return (maak_bericht(feit, kop, f.van),)


def voor_wie_sprak_een_ander(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """A partner hears which decision was recorded for it by someone else, or confirmed after a link."""
    if f.orgaan in ORGANEN or _zelf(feit, f.orgaan):
        return ()
    vraag = "Klopt dit niet? Laat het meteen weten aan de opgavemanager."
    bron = (f"Het stuk: {f.bron.titel} ({f.bron.referentie}).",) if f.bron else ()
    op = (f"Het besluit is van {datum(f.genomen_op or feit.gebeurd_op)}.",)
    return (maak_bericht(feit, "Uw besluit is vastgelegd", f.orgaan, meer=(*op, *bron), vraag=vraag),)


def _ingetrokken(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """Withdrawn, or asked further from another opgave: then a new mail brings the link."""
    if not f.gaat_naar:
        return (_over(f, maak_bericht(feit, "Verzoek ingetrokken", f.aan)),)
    nieuw = ("U krijgt van die opgave een mail met de vraag en een nieuwe link. Antwoord daar.",)
    return (_over(f, maak_bericht(feit, f"De vraag loopt door in {f.gaat_naar}", f.aan, meer=nieuw)),)


REGELS: dict[str, Callable[[Feit, Any], tuple[Gevolg, ...]]] = {
    "VerzoekGedaan": _gedaan,
    "VerzoekBeantwoord": _beantwoord,
    "AntwoordVerbeterd": _verbeterd,
    "UitstelGevraagd": _uitstel_gevraagd,
    "TermijnVerlengd": _verlengd,
    "UitstelGeweigerd": _uitstel_geweigerd,
    "StilteBepaald": _stilte,
    "VerzoekIngetrokken": _ingetrokken,
    "DoorgegaanZonderReactie": lambda feit, f: (maak_bericht(feit, "Verder zonder reactie", f.aan, "opgavemanager"),),
    "InbrengGedaan": _inbreng,
    "InbrengBehandeld": _behandeld,
}
