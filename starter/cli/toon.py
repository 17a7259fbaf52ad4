"""`opgave toon`: one opgave on one screen, the three things that matter first."""

from datetime import date
from typing import Any

from domain.basis import Fase, is_agenda
from domain.beeld.overzicht import Wachtpost, poortstand, wachtposten
from domain.beeld.samen.spelniveaus import zonder_verborgen
from domain.beeld.vlaggen import vlaggen
from domain.stand import Stand
from domain.woorden import gewoon, orgaan
from starter.cli import scherm, toon_agenda
from starter.cli import toon_delen as deel
from starter.cli.datums import kort, nog
from starter.cli.geven import geldig_id, stand_van
from starter.cli.omgeving import omgeving
from starter.cli.toon_afstamming import afstamming
from starter.cli.toon_wacht import feiten, naam_van, wacht
from starter.invoer import Invoerfout

LAATSTE = 8
GENOEMD = 3
KORTE_NAAM = {Fase.VERKENNING: "verkenning", Fase.BORGING: "lessen en borging"}
BESLUITVORMING, DELEN = (deel.trajecten, deel.besluiten), (deel.pilots, deel.partners, deel.geld)
LATER = (afstamming, deel.signalen, deel.lessen, deel.poorten_gepasseerd)
KLEUR = {"lopend": "green", "gepauzeerd": "yellow", "ingetrokken": "dim", "afgerond": "dim"}


def toon(opgave: str, tijdlijn: bool, json: bool) -> None:
    """Show the whole opgave, or only its timeline."""
    if is_agenda(geldig_id(opgave)):
        raise Invoerfout(
            f"{geldig_id(opgave)} is een regionale agenda. Kijk met: opgave agenda toon {geldig_id(opgave)}"
        )
    stand = stand_van(opgave)
    if json:
        return scherm.json_uit(als_json(stand))
    vandaag = omgeving().vandaag()
    if tijdlijn:
        _kop(stand, vandaag)
        _let_op(stand)
        return feiten(stand, "Tijdlijn", 0, "opgave toon")
    hele_stand(stand, vandaag)
    return feiten(stand, "Laatste feiten", LAATSTE, "opgave toon")


def hele_stand(stand: Stand, vandaag: date, *, nu: bool = True) -> None:
    """All that is on the screen of one opgave but its facts; of a state in the past without what one can do now.

    An agenda has a screen of its own.
    """
    if is_agenda(stand.opgave):
        from starter.cli.agenda_toon import hele_agenda

        return hele_agenda(stand, vandaag, nu=nu)
    _kop(stand, vandaag, nu=nu)
    _let_op(stand)
    wacht(stand, vandaag)
    toon_agenda.plek(stand, nu=nu)
    for besluitvorming in BESLUITVORMING:
        besluitvorming(stand, nu=nu)
    for toon_deel in DELEN:
        toon_deel(stand)
    deel.notities(stand, nu=nu)
    for toon_deel in LATER:
        toon_deel(stand)
    return None


def als_json(stand: Stand) -> dict[str, Any]:
    """The state, and what is derived from it."""
    gevonden = () if is_agenda(stand.opgave) else poortstand(stand)
    poorten = [{**p.model_dump(mode="json"), "open": p.open} for p in gevonden]
    return {
        "opgave": stand.opgave,
        "stand": zonder_verborgen(stand).model_dump(mode="json", exclude={"bewijzen"}),
        "wacht": wachtposten(stand),
        "poorten": poorten,
    }


def _kop(stand: Stand, vandaag: date, *, nu: bool = True) -> None:
    leven = stand.leven
    scherm.zeg(f"{stand.opgave}  {leven.titel or '(nog niet begonnen)'}", "bold")
    trekker = stand.partners[leven.trekker].naam if leven.trekker in stand.partners else orgaan(leven.trekker)
    delen = [
        leven.thema,
        leven.gebied,
        f"trekker: {trekker}",
        leven.portefeuille and f"portefeuille {leven.portefeuille}",
    ]
    scherm.zeg(" · ".join(deel for deel in delen if deel), "dim")
    scherm.zeg()
    posten = wachtposten(stand)
    aan_zet = _aan_zet(stand, posten[0], vandaag, len(posten)) if posten else "Er wacht niets op iemand."
    drie = (("Nu", _nu(stand)), ("Aan zet", aan_zet), ("Verder", _verder(stand, nu=nu)))
    scherm.koppeltabel(drie, KLEUR.get(leven.toestand, ""))
    scherm.zeg()
    _fasen(stand)


def _let_op(stand: Stand) -> None:
    """What rests on a decision that is contested, suspended, annulled or in doubt."""
    rijen = [(v.wat, v.waarom, kort(v.sinds)) for v in vlaggen(stand)]
    if rijen:
        scherm.kop("Let op")
        scherm.tabel(("Wat", "Waarom", "Sinds"), rijen)


def _nu(stand: Stand) -> str:
    leven = stand.leven
    zin = f"{gewoon(leven.toestand)} in {leven.fase} {leven.fase.naam}"
    if leven.fasen:
        zin += f", sinds {kort(leven.fasen[-1].van)}"
    if leven.toestand == "gepauzeerd" and leven.gepauzeerd_tot:
        zin += f"; verwacht verder op {kort(leven.gepauzeerd_tot)}"
    if leven.toestand == "afgerond" and leven.uitkomst:
        zin = f"afgerond: {leven.uitkomst}"
    return zin


def _aan_zet(stand: Stand, post: Wachtpost, vandaag: date, aantal: int) -> str:
    meer = f" (en nog {aantal - 1})" if aantal > 1 else ""
    wanneer = f", {nog(post.uiterlijk, vandaag)}" if post.uiterlijk else ""
    return f"{naam_van(stand, post)}: {post.waarop}{wanneer}{meer}"


def _verder(stand: Stand, *, nu: bool) -> str:
    if stand.leven.voorbij:
        return "De opgave is klaar. Alles blijft te lezen."
    dicht = [p for p in poortstand(stand) if not p.open]
    if not dicht:
        return "Alle poorten van deze fase staan open."
    hard = sum(p.soort == "wettelijk" for p in dicht)
    wettelijk = f", waarvan {hard} wettelijk" if hard else ""
    poorten = "poort is" if len(dicht) == 1 else "poorten zijn"
    rest = f" en nog {len(dicht) - GENOEMD}" if len(dicht) > GENOEMD else ""
    namen = ", ".join(p.naam for p in dicht[:GENOEMD])
    zie = f" Zie: opgave kan {stand.opgave}" if nu else ""
    return f"{len(dicht)} {poorten} nog dicht{wettelijk}: {namen}{rest}.{zie}"


def _fasen(stand: Stand) -> None:
    """The phases as one line, with words for what is done and what was skipped."""
    leven = stand.leven
    geweest = {periode.fase for periode in leven.fasen}
    delen = []
    for fase in Fase:
        if fase is leven.fase and not leven.voorbij:
            delen.append(f"[{fase} {fase.naam}]")
        elif fase in geweest:
            delen.append(f"{fase} klaar")
        else:
            delen.append(f"{fase} overgeslagen" if fase < leven.fase else f"{fase} {KORTE_NAAM.get(fase, fase.naam)}")
    scherm.zeg(" > ".join(delen))
