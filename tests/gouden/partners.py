"""The life behind the golden history of the third edition: terms that move, people who steer, partners who decide."""

from datetime import date
from typing import Any

from domain.basis import Afzender
from tests.gouden.zeggen import moet, moet_weigeren
from tests.workflows.omgeving import GRIFFIER, JURIST, Huis, Leven, ochtend

OPDRACHTGEVER = Afzender(functie="ambtelijk_opdrachtgever", subject="u-7", zekerheid="sleutel")
ALLEN = ("gemeente-a", "bedrijf-c")
DAG_VRIJ = {"datum": "2026-09-18", "bron": "Stcrt. 2026, 1"}


async def partners(huis: Huis, leven: Leven) -> None:
    """Standing still twice, longer terms, a free day, uitstel, what partners said, escalation, and an end together."""
    await _begin(leven)
    await _stil_en_verder(huis, leven)
    await _gezegd(huis, leven)
    await _omhoog(huis, leven)
    await _samen_stoppen(huis, leven)
    await leven.handvat.result()


def _bij(id_: str) -> Afzender:
    """Whoever followed the link in a mail to this partner."""
    return Afzender(functie="partner", subject="link.L1", namens=id_, zekerheid="link", grondslag="link per e-mail")


async def _tien_uur(huis: Huis, leven: Leven, maand: int, dag: int) -> None:
    await huis.slaap_tot(leven, ochtend(date(2026, maand, dag), -3600))


async def _begin(leven: Leven) -> None:
    """Monday 7 September. V1 and V3 end on the 21st, V2 on the 14th."""
    await leven.open(gelijkwaardig=True)
    await moet(leven, "RondAfspraakAf", afspraak="ontvangstbevestiging", resultaat="Verstuurd.")
    for id_ in ALLEN:
        await moet(leven, "VoegPartnerToe", partner=id_, naam=id_.replace("-", " ").title(), type="overig")
    cijfers = "Hoeveel stroom gebruikt u?"
    await moet(leven, "VraagPartner", aan=["gemeente-a"], vraag=cijfers, termijn="10wd", bij_stilte="escaleren")
    await moet(leven, "VraagPartner", aan=["gemeente-a"], vraag="Doet u mee?", termijn="5wd")
    reces = [{"naam": "bouwvak", "van": "2026-09-15", "tot": "2026-09-16"}]
    kalender = {"orgaan": "bedrijf-c", "reces": reces, "bekend_tot": "2026-12-31", "bron": "opgave van het bedrijf"}
    await moet(leven, "VraagPartner", aan=["bedrijf-c"], vraag=cijfers, termijn="10wd", kalenders=[kalender])


async def _stil_en_verder(huis: Huis, leven: Leven) -> None:
    """A day on a par with a feestdag moves V1 and V3 a day; V1 stands still on the 9th and on the 15th."""
    await _tien_uur(huis, leven, 9, 8)
    await moet(leven, "VulKalenderAan", dagen=[DAG_VRIJ], reden="Een koninklijk besluit.", door=JURIST)
    await moet(leven, "SchortTermijnOp", termijn="V1/T17", reden="De gemeente wacht op onze kaart.")
    await _tien_uur(huis, leven, 9, 9)
    uitstel = {"verzoek": "V2", "tot": "2026-09-17", "reden": "Het bestuur vergadert later."}
    await moet(leven, "VraagUitstel", door=_bij("gemeente-a"), **uitstel)
    await moet(leven, "BeslisUitstel", verzoek="V2", akkoord=True)
    await _tien_uur(huis, leven, 9, 10)
    await moet(leven, "HervatTermijn", termijn="V1/T17", reden="De kaart is er.")
    nee = {"verzoek": "V3", "tot": "2026-10-01", "reden": "Wij hebben het druk."}
    await moet(leven, "VraagUitstel", door=_bij("bedrijf-c"), **nee)
    await moet(leven, "BeslisUitstel", verzoek="V3", akkoord=False, reden="De cijfers zijn nu nodig.")
    await _tien_uur(huis, leven, 9, 14)
    await moet(leven, "SchortTermijnOp", termijn="V1/T17", reden="De kaart klopte niet.")
    await _stuur_bij(leven)
    await _tien_uur(huis, leven, 9, 16)
    await moet(leven, "HervatTermijn", termijn="V1/T17", reden="De nieuwe kaart is er.")
    await moet(leven, "VerlengTermijn", termijn="V1/T17", tot="2026-10-02", reden="Er komen twee wijken bij.")


async def _stuur_bij(leven: Leven) -> None:
    """V3: a sentence at every rung, another reader at T, T+2 held until T+5 has come.

    T-3 would be the 16th, in the reces of the company, so it goes on the 17th. T is the 22nd, T+2 the 24th and T+5 the
    29th, the first day on which T+2 may go: the company then hears T+5 only, the manager T+2.
    """
    bij = {"termijn": "V3/T17", "reden": "Het bedrijf verhuist."}
    await moet(leven, "StuurHerinneringBij", doe="zin", zin="Bel ons gerust.", tot="2026-10-30", **bij)
    om = {"trede": "T", "doe": "omleiden", "naar": "bedrijf-c:coordinator", "tot": "2026-09-30"}
    await moet(leven, "StuurHerinneringBij", **om, **bij)
    await moet(leven, "StuurHerinneringBij", trede="T+2", doe="aanhouden", tot="2026-09-28", **bij)


async def _gezegd(huis: Huis, leven: Leven) -> None:
    """An answer by telephone that the partner corrects, and a question of a partner."""
    telefoon = {"verzoek": "V2", "oordeel": "niet_akkoord", "antwoord": "Voorlopig niet."}
    await moet(leven, "LegAntwoordVast", kanaal="telefoon", door=GRIFFIER, **telefoon)
    beter = {"verzoek": "V2", "oordeel": "akkoord", "antwoord": "Toch wel."}
    await moet(leven, "VerbeterAntwoord", door=_bij("gemeente-a"), **beter)
    inbreng = {"inbrengsoort": "vraag", "onderwerp": "Het net", "tekst": "Wanneer is er weer plaats?"}
    await moet(leven, "BrengIn", door=_bij("gemeente-a"), **inbreng)
    await moet(leven, "BehandelInbreng", inbreng="I1", oordeel="beantwoord", antwoord="In 2029.")
    await _tien_uur(huis, leven, 10, 1)
    await moet(leven, "BeantwoordVerzoek", verzoek="V1", antwoord="Twee megawatt.", door=_bij("gemeente-a"))
    await moet(leven, "HefBijsturingOp", bijsturing="BS1", reden="De verhuizing is voorbij.")


async def _omhoog(huis: Huis, leven: Leven) -> None:
    """V3 ended on 22 September: T+10 is 6 October and is refused, T+15 is 13 October and is agreed to."""
    await _tien_uur(huis, leven, 10, 6)
    await moet(leven, "SluitSignaal", signaal="S1", ingreep="Bellen.", ingreep_door="opgavemanager")
    await moet(leven, "BeslisEscalatie", escalatie="ESC1", akkoord=False, reden="Eerst bellen.")
    await _tien_uur(huis, leven, 10, 13)
    await moet(leven, "BeslisEscalatie", escalatie="ESC2", akkoord=True, door=OPDRACHTGEVER)
    await moet(leven, "BeantwoordVerzoek", verzoek="V3", antwoord="Een megawatt.", door=_bij("bedrijf-c"))


async def _samen_stoppen(huis: Huis, leven: Leven) -> None:
    """Nobody ends it alone: not unasked, and not while one of them has a reserve."""
    stop: dict[str, Any] = {"reden": "Het net is vol."}
    await moet_weigeren(leven, "TrekIn", **stop)
    vraag = {"verzoeksoort": "akkoord", "betreft": "afsluiting", "vraag": "Gaat u akkoord met stoppen?"}
    await moet(leven, "VraagPartner", aan=list(ALLEN), termijn="5wd", **vraag)
    for nummer, id_ in enumerate(ALLEN, start=4):
        oordeel = "akkoord_met_voorbehoud" if id_ == "bedrijf-c" else "akkoord"
        antwoord = {"verzoek": f"V{nummer}", "oordeel": oordeel, "antwoord": "Zie het oordeel."}
        await moet(leven, "BeantwoordVerzoek", door=_bij(id_), **antwoord)
    await moet_weigeren(leven, "TrekIn", **stop)
    eens = {"verzoek": "V5", "oordeel": "akkoord", "antwoord": "Het voorbehoud vervalt."}
    await moet(leven, "VerbeterAntwoord", door=_bij("bedrijf-c"), **eens)
    await moet(leven, "TrekIn", **stop)
