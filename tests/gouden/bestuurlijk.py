"""The lives behind the golden histories of decision making: everything that the second reglement brought, once."""

from datetime import date
from typing import Any

from domain.basis import Afzender
from domain.reglement.register import reglement
from tests.gouden.zeggen import moet, moet_weigeren
from tests.workflows.omgeving import GRIFFIER, JURIST, SECRETARIAAT, Huis, Leven, ochtend

SECRETARIS = Afzender(functie="provinciesecretaris", subject="u-5", namens="GS", zekerheid="sleutel")
PARTNER = Afzender(functie="partner", subject="u-6", namens="gemeente-a", zekerheid="link")
ZONDER = {"wijze": "zonder_stemming"}
LIJST = {"titel": "vastgestelde besluitenlijst", "referentie": "PS-2026-44"}
KALENDER = {
    "orgaan": "PS",
    "vergaderingen": ["2026-10-07", "2027-01-27"],
    "reces": [{"naam": "kerstreces", "van": "2026-12-19", "tot": "2027-01-03"}],
    "bekend_tot": "2027-06-30",
    "bron": "vergaderschema",
}


async def bestuurlijk(huis: Huis, leven: Leven) -> None:
    """Four eyes, a tie, an amendement, a motie, geheimhouding, an objection, and who stands in for whom."""
    await _begin(leven)
    await _staking(huis, leven)
    await _geheim(leven)
    await moet(leven, "RegelVervanging", **_waarneming(), door=SECRETARIS)
    await moet(leven, "WijsPortefeuilleToe", portefeuille="water", grondslag="portefeuilleverdeling", door=SECRETARIS)


async def zwijgen(huis: Huis, leven: Leven) -> None:
    """A path with a corrected zienswijze, jurist and griffier who judge what stood on it, and silence at its end."""
    await _begin(leven)
    await _naar_f3(leven)
    await _pad(leven)
    await _herstel(leven)
    await huis.slaap_tot(leven, ochtend(date(2027, 4, 1), -3600))
    await moet(leven, "StelRechtswegeVast", stap="VT1.A6.PS", oordeel="niet", motivering="Awb 10:31", door=JURIST)


async def _begin(leven: Leven) -> None:
    await leven.open()
    await moet(leven, "VoegPartnerToe", partner="gemeente-a", naam="Gemeente A", type="gemeente")


async def _besluit(leven: Leven, stap: str, door: Afzender, **inhoud: Any) -> None:
    """Recorded by one, confirmed by another."""
    await moet(leven, "LegBesluitVast", stap=stap, door=door, **inhoud)
    nummer = (await leven.stand()).vastleggingen[stap].id
    await moet_weigeren(leven, "BevestigBesluit", vastlegging=nummer, door=door)
    await moet(leven, "BevestigBesluit", vastlegging=nummer, door=JURIST)


def _stemmen(voor: int, tegen: int) -> dict[str, Any]:
    tabel = {}
    for naam, zetels in reglement("r2026_2").zetels[0].fracties:
        ja = min(voor, zetels)
        nee = min(tegen, zetels - ja)
        voor, tegen = voor - ja, tegen - nee
        tabel[naam] = [ja, nee, zetels - ja - nee, 0]
    return {"wijze": "hoofdelijk", "per_fractie": tabel}


async def _staking(huis: Huis, leven: Leven) -> None:
    await moet(leven, "OpenBesluit", code="agenda", orgaan="PS", onderwerp="Op de regionale agenda")
    await moet(leven, "MeldHalte", stap="B1", halte="commissie", uitkomst="bespreekstuk", door=GRIFFIER)
    await moet(leven, "LegVoor", stap="B1", kalender=KALENDER)
    await _besluit(leven, "B1", GRIFFIER, stemming={"wijze": "hoofdelijk", "voor": 20, "tegen": 20})
    await huis.slaap_tot(leven, ochtend(date(2026, 9, 23), -3600))
    amendement = {"nr": "A1", "titel": "jaarlijks verslag", "stemming": ZONDER}
    motie = {"nr": "M1", "titel": "betrek jongeren", "soort": "motie", "stemming": ZONDER, "uiterlijk": "2027-02-01"}
    await _besluit(leven, "B1", GRIFFIER, stemming=_stemmen(22, 19), amendementen=[amendement, motie])
    await moet(leven, "MeldVergissing", stap="B1", fractie="VVD", melding="bedoelde tegen te stemmen", door=GRIFFIER)
    await moet(
        leven, "MeldRechtsmiddel", stap="B1", middel="bezwaar", door_="vereniging", referentie="Z-1", door=JURIST
    )


async def _geheim(leven: Leven) -> None:
    await moet(leven, "OpenBesluit", code="agenda", orgaan="GS", onderwerp="grondzaak 7")
    geheim = {"orgaan": "GS", "grond": "Woo 5.1 lid 2 b", "neutrale_titel": "grondzaak 7", "referentie": "K-7"}
    await moet(leven, "LegGeheimhoudingOp", stap="B2", door=SECRETARIAAT, **geheim)
    await moet(leven, "VerklaarControversieel", stap="B2", reden="K-7", door=SECRETARIAAT)


async def _naar_f3(leven: Leven) -> None:
    for fase in ("F1", "F2"):
        codes = [p.code for p in reglement("r2026_2").poorten if p.fase == fase and p.soort == "huis"]
        await moet(leven, "GaNaarFase", naar=f"F{int(fase[1]) + 1}", passeer=codes, reden="Dit halen we in.")


async def _pad(leven: Leven) -> None:
    vormen = [{"code": "GEMEENSCHAPPELIJK_ORGAAN"}, {"code": "CONVENANT"}]
    await moet(leven, "StartVormtraject", onderwerp="Regeling", kandidaten=vormen)
    codes = [p.code for p in reglement("r2026_2").poorten if p.fase == "F3" and p.soort == "huis"]
    gekozen = {"code": "GEMEENSCHAPPELIJK_ORGAAN", "motivering": "Met een eigen bestuur.", "passeer": codes}
    await moet(leven, "KiesOrganiseervorm", traject="VT1", **gekozen)
    await moet(leven, "LegVoor", stap="VT1.A0")
    await _besluit(leven, "VT1.A0", SECRETARIAAT, uitkomst="gewijzigd", wijziging="participatieparagraaf erbij")
    await moet(leven, "LegVoor", stap="VT1.A5.PS", kalender=KALENDER)
    punten = {"instrument": "zienswijze", "punten": ["een jaarlijks verslag"]}
    await _besluit(leven, "VT1.A5.PS", GRIFFIER, stemming=ZONDER, instrument=punten)
    await moet(leven, "LegBesluitVast", stap="VT1.A5.gemeente-a", uitkomst="geen_zienswijze", door=PARTNER)
    await moet(leven, "LegVoor", stap="VT1.A0b")
    antwoord = [{"op": "een jaarlijks verslag", "reactie": "overgenomen"}]
    await _besluit(leven, "VT1.A0b", SECRETARIAAT, uitkomst="aangepast", reacties=antwoord)
    await moet(leven, "LegVoor", stap="VT1.A6.PS", kalender=KALENDER)
    await moet_weigeren(leven, "LegBesluitVast", stap="VT1.A6.PS", stemming=ZONDER, door=GRIFFIER)
    await _besluit(leven, "VT1.A6.PS", GRIFFIER, uitkomst="verdaagd", motivering="het reces valt in de termijn")


async def _herstel(leven: Leven) -> None:
    """The zienswijze was misread: what was built on it is in doubt until jurist and griffier agree."""
    besluit = {
        "stap": "VT1.A5.PS",
        "stemming": {"wijze": "hoofdelijk", "voor": 20, "tegen": 21},
        "motivering": "verworpen",
    }
    herstel = {"besluit": besluit, "besluitenlijst": LIJST, "reden": "de tellijst was omgedraaid"}
    await moet(leven, "HerstelVastlegging", door=GRIFFIER, **herstel)
    nummer = (await leven.stand()).vastleggingen["VT1.A5.PS"].id
    await moet(leven, "BevestigBesluit", vastlegging=nummer, door=JURIST)
    for stap in tuple((await leven.stand()).twijfels):
        oordeel = {"stap": stap, "oordeel": "blijft", "motivering": "de uitkomst verandert er niet door"}
        await moet(leven, "BeoordeelGrondslag", door=JURIST, **oordeel)
        await moet(leven, "BeoordeelGrondslag", door=GRIFFIER, **oordeel)


def _waarneming() -> dict[str, Any]:
    return {"functie": "griffier", "vorm": "waarneming", "door_": "u-9", "van": "2027-04-01", "grondslag": "besluit PS"}
