"""The overdrachtsdossier: everything that is open at the moment a function changes hands."""

from collections.abc import Iterable

from domain import pad, rechtsstand
from domain.regels.hulp import eis
from domain.stand import Stand
from domain.taal.leven import DraagOver, Overdrachtspost, Overgedragen


def dossier(stand: Stand, opdracht: DraagOver) -> Overgedragen:
    """Who hands over to whom, with all open tasks, terms and promises. Raises Weigering for a hand-over to oneself."""
    van = stand.leven.functies.get(opdracht.functie, "niemand")
    eis(van != opdracht.naar, "naar", f"{opdracht.naar} heeft de functie {opdracht.functie} al.")
    posten = (*_taken(stand), *_termijnen(stand), *_toezeggingen(stand))
    return Overgedragen(
        functie=opdracht.functie, van=van, naar=opdracht.naar, posten=posten, toelichting=opdracht.toelichting
    )


def _taken(stand: Stand) -> Iterable[Overdrachtspost]:
    for verzoek in stand.verzoeken.values():
        if verzoek.status == "open":
            wat = f"Verzoek aan {verzoek.aan}: {verzoek.vraag}"
            yield Overdrachtspost(soort="taak", betreft=verzoek.id, omschrijving=wat, uiterlijk=verzoek.uiterlijk)
    for stap in stand.stappen.values():
        if stap.status in ("voorgelegd", "aangehouden"):
            wat = f"{stap.naam} ligt bij {stap.orgaan}: {stap.onderwerp}"
            yield Overdrachtspost(soort="taak", betreft=stap.id, omschrijving=wat, uiterlijk=stap.vergadering_op)
        elif stap.status == "open" and pad.aan_de_beurt(stand, stap):
            yield Overdrachtspost(soort="taak", betreft=stap.id, omschrijving=f"Nog voor te leggen: {stap.naam}")
    for signaal in stand.signalen.values():
        if signaal.gesloten_op is None:
            wat = f"Open signaal (ernst {signaal.ernst}): {signaal.omschrijving}"
            yield Overdrachtspost(soort="taak", betreft=signaal.id, omschrijving=wat)
    yield from _recht(stand)
    for notitie in stand.notities.values():
        if not notitie.bevestigd:
            yield Overdrachtspost(soort="taak", betreft=notitie.id, omschrijving=f"Notitie: {notitie.tekst[:200]}")


def _recht(stand: Stand) -> Iterable[Overdrachtspost]:
    """What lies before a court or a jurist, and what waits for a second person."""
    for middel in stand.rechtsmiddelen.values():
        if rechtsstand.wacht(middel):
            wat = f"{middel.middel.replace('_', ' ')} tegen {middel.stap}: {middel.referentie}"
            yield Overdrachtspost(soort="taak", betreft=middel.id, omschrijving=wat)
    for rechtswege in rechtsstand.open_rechtswege(stand):
        wat = f"Nog vast te stellen: wat het zwijgen over {rechtswege.stap} betekent"
        yield Overdrachtspost(soort="taak", betreft=rechtswege.stap, omschrijving=wat)
    for vastlegging in stand.vastleggingen.values():
        wat = f"Nog te bevestigen: vastlegging {vastlegging.id}"
        yield Overdrachtspost(soort="taak", betreft=vastlegging.besluit.stap, omschrijving=wat)


def _termijnen(stand: Stand) -> Iterable[Overdrachtspost]:
    for termijn in stand.termijnen.values():
        if termijn.loopt:
            yield Overdrachtspost(
                soort="termijn", betreft=termijn.betreft, omschrijving=termijn.wat, uiterlijk=termijn.einde
            )


def _toezeggingen(stand: Stand) -> Iterable[Overdrachtspost]:
    for afspraak in stand.afspraken.values():
        if afspraak.afgerond_op is None:
            wat = f"{afspraak.wie}: {afspraak.tekst}"
            yield Overdrachtspost(
                soort="toezegging", betreft=afspraak.id, omschrijving=wat, uiterlijk=afspraak.uiterlijk
            )
