"""A year of partners in small: who answers, who does not, whose mail comes back, read from a real mail server.

Every day below was counted by hand on this calendar; no day off falls in it, and on 25 October the clock goes back.

         september            oktober              november
    ma      7 14 21 28           5 12 19 26           2  9 16
    di   1  8 15 22 29           6 13 20 27           3 10 17
    wo   2  9 16 23 30           7 14 21 28           4 11 18
    do   3 10 17 24           1  8 15 22 29           5 12 19
    vr   4 11 18 25           2  9 16 23 30           6 13 20

- 20 working days after Monday 7 September is Monday 5 October. From there: T-10 on 21 September, T-3 on 30 September,
  T+2 on 7, T+5 on 12, T+10 on 19 and T+15 on 26 October.
- 10 working days after 7 September is Monday 21 September: its T-10 lies before the question, so T-3 on the 16th is
  the first; then T+2 on the 23rd and T+5 on the 28th.
- The reces of the seventh partner is 19 through 27 September: its T-10 moves from the 21st to Monday the 28th.
- Friday 2 October after a delay: T-10 would have been 18 September and is not said afterwards; T-3 on 29 September.
- Three working days to agree, from Monday 26 October: Thursday 29 October.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from bewijzen import Verleden
from mailserver import Mailserver
from omgeving import wacht_tot
from postleven import (
    LAAT,
    OPDRACHTGEVER,
    PARTNERS,
    RECES,
    RETOUR,
    TWEEMAAL,
    UITSTEL,
    WEIGERT,
    ZWIJGT,
    Postleven,
    niets_dubbel,
    partner,
    postleven,
    sleutels,
)

from register import contacten, lezen, mislukt
from register.rijen import Contact


@pytest.fixture
def server() -> Iterator[Mailserver]:
    """A mail server that takes everything, until the life tells it otherwise."""
    server = Mailserver()
    server.start()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def koud(monkeypatch: pytest.MonkeyPatch) -> None:
    """No worker remembers a life: the server that skips time goes on sending tasks to one that stopped."""
    monkeypatch.setattr("runtime.arbeid.WORKFLOWS_IN_GEHEUGEN", 0)


TABEL = """
    ma 07-09 10:00 opgavemanager: OpgaveGestart
    ma 07-09 10:00 portefeuillehouder: OpgaveGestart
    ma 07-09 10:00 bestuurssecretariaat: OpgaveGestart
    ma 07-09 10:00 griffier: OpgaveGestart
    ma 07-09 10:00 opgavemanager: AfspraakGemaakt ontvangstbevestiging
    ma 07-09 10:00 gemeente-zwijgt: PartnerToegetreden gemeente-zwijgt
    ma 07-09 10:00 gemeente-laat: PartnerToegetreden gemeente-laat
    ma 07-09 10:00 bedrijf-tweemaal: PartnerToegetreden bedrijf-tweemaal
    ma 07-09 10:00 waterschap-retour: PartnerToegetreden waterschap-retour
    ma 07-09 10:00 gemeente-uitstel: PartnerToegetreden gemeente-uitstel
    ma 07-09 10:00 gemeente-reces: PartnerToegetreden gemeente-reces
    ma 07-09 10:00 gemeente-zwijgt: VerzoekGedaan V1
    ma 07-09 10:00 gemeente-laat: VerzoekGedaan V2
    ma 07-09 10:00 bedrijf-tweemaal: VerzoekGedaan V3
    ma 07-09 10:00 waterschap-retour: VerzoekGedaan V5
    ma 07-09 10:00 nieuw@waterschap-retour: VerzoekGedaan V5
    ma 07-09 10:00 gemeente-uitstel: VerzoekGedaan V6
    ma 07-09 10:00 gemeente-reces: VerzoekGedaan V7
    wo 16-09 09:00 gemeente-laat: T-3 V2/T17
    wo 16-09 09:00 bedrijf-tweemaal: T-3 V3/T17
    wo 16-09 09:00 nieuw@waterschap-retour: T-3 V5/T17
    wo 16-09 09:00 gemeente-uitstel: T-3 V6/T17
    do 17-09 11:00 opgavemanager: VerzoekBeantwoord V3
    do 17-09 11:00 opgavemanager: VerzoekBeantwoord V5
    vr 18-09 10:00 opgavemanager: UitstelGevraagd V6
    ma 21-09 09:00 gemeente-zwijgt: T-10 V1/T17
    ma 21-09 09:00 gemeente-laat: T V2/T17
    ma 21-09 09:00 gemeente-uitstel: T V6/T17
    ma 21-09 11:00 gemeente-uitstel: TermijnVerlengd V6/T17
    ma 21-09 11:00 opgavemanager: TermijnVerlengd V6/T17
    ma 21-09 23:30 opgavemanager: AntwoordVerbeterd V3
    di 22-09 00:00 opgavemanager: TermijnVerstreken V2/T17
    di 22-09 00:00 opgavemanager: TermijnVerstreken V4/T17
    wo 23-09 09:00 gemeente-laat: T+2 V2/T17
    wo 23-09 09:00 opgavemanager: T+2 V2/T17
    ma 28-09 09:00 gemeente-laat: T+5 V2/T17
    ma 28-09 09:00 ambtelijk_opdrachtgever@gemeente-laat: T+5 V2/T17
    ma 28-09 09:00 ambtelijk_opdrachtgever: T+5 V2/T17
    ma 28-09 09:00 gemeente-reces: T-10 V7/T17
    di 29-09 09:00 gemeente-uitstel: T-3 V6/T17
    di 29-09 10:00 opgavemanager: VerzoekBeantwoord V2
    wo 30-09 09:00 gemeente-zwijgt: T-3 V1/T17
    wo 30-09 09:00 gemeente-reces: T-3 V7/T17
    vr 02-10 09:00 gemeente-uitstel: T V6/T17
    vr 02-10 15:00 opgavemanager: VerzoekBeantwoord V6
    ma 05-10 09:00 gemeente-zwijgt: T V1/T17
    ma 05-10 09:00 gemeente-reces: T V7/T17
    ma 05-10 14:00 opgavemanager: VerzoekBeantwoord V7
    di 06-10 00:00 opgavemanager: TermijnVerstreken V1/T17
    wo 07-10 09:00 gemeente-zwijgt: T+2 V1/T17
    wo 07-10 09:00 opgavemanager: T+2 V1/T17
    ma 12-10 09:00 gemeente-zwijgt: T+5 V1/T17
    ma 12-10 09:00 ambtelijk_opdrachtgever@gemeente-zwijgt: T+5 V1/T17
    ma 12-10 09:00 ambtelijk_opdrachtgever: T+5 V1/T17
    ma 19-10 09:00 opgavemanager: EscalatieVoorgelegd ESC1
    ma 19-10 09:00 ambtelijk_opdrachtgever: SignaalGemeld S1
    ma 19-10 11:00 opgavemanager: SignaalGesloten S1
    ma 19-10 11:00 bestuurder@gemeente-zwijgt: T+10 V1/T17
    ma 19-10 11:00 portefeuillehouder: T+10 V1/T17
    ma 26-10 09:00 opgavemanager: EscalatieVoorgelegd ESC2
    do 29-10 09:00 opgavemanager: T ESC2/H06
    vr 30-10 00:00 opgavemanager: TermijnVerstreken ESC2/H06
    vr 30-10 00:00 ambtelijk_opdrachtgever: TermijnVerstreken ESC2/H06
    vr 30-10 09:00 ambtelijk_opdrachtgever: T+1 ESC2/H06
    ma 02-11 10:00 bestuurder@gemeente-zwijgt: T+15 V1/T17
    ma 02-11 10:00 portefeuillehouder: T+15 V1/T17
"""
"""All mail there is, by the moment of the fact. V4 is missing: the server of that partner takes nothing.

The question V5 came back and was sent once more, on the 9th, under the date and Message-ID it had.
"""


@pytest.mark.lang
async def test_een_jaar_partners_geeft_precies_deze_post(tmp_path: Path, server: Mailserver) -> None:
    """Every message that was to be sent was sent, on its day, to its function, once; and nothing else."""
    async with postleven(tmp_path, server) as spel:
        await _vragen(spel)
        await _komt_terug(spel)
        await _tot_de_eerste_laatste_dag(spel)
        await _tot_de_tweede_laatste_dag(spel)
        await _stilte(spel)
        verwacht = sorted(regel.strip() for regel in TABEL.strip().splitlines())
        assert sorted(map(spel.regel, spel.gekregen())) == verwacht
        niets_dubbel(spel)
        await _een_verleden(spel)


async def _vragen(spel: Postleven) -> None:
    async with spel.werk():
        await spel.moet("RondAfspraakAf", afspraak="ontvangstbevestiging", resultaat="Verstuurd.")
        for id_ in PARTNERS:
            await spel.moet("VoegPartnerToe", partner=id_, naam=id_.title(), type="overig")
        cijfers = {"verzoeksoort": "cijfers", "vraag": "Hoeveel stroom gebruikt u?"}
        await spel.moet("VraagPartner", aan=[ZWIJGT], termijn="20wd", **cijfers)
        await spel.moet("VraagPartner", aan=[LAAT, TWEEMAAL, WEIGERT, RETOUR, UITSTEL], termijn="10wd", **cijfers)
        reces = [{"naam": "herfst", "van": "2026-09-19", "tot": "2026-09-27"}]
        kalender = {"orgaan": RECES, "reces": reces, "bekend_tot": "2026-12-31", "bron": "opgave van de gemeente"}
        await spel.moet("VraagPartner", aan=[RECES], termijn="20wd", kalenders=[kalender], **cijfers)


async def _komt_terug(spel: Postleven) -> None:
    """The report comes on the 8th; on the 9th somebody knows the right address."""
    async with spel.werk():
        await spel.tot(date(2026, 9, 8), 10)
    eerste = next(m for m in spel.gekregen() if spel.regel(m).endswith(f"{RETOUR}: VerzoekGedaan V5"))
    spel.komt_terug(eerste)
    assert {r.status for r in lezen.post(spel.huis.register) if r.sleutel in sleutels(eerste)} == {"onbestelbaar"}
    contacten.wis(spel.huis.register, "partner", RETOUR)
    contacten.zet(spel.huis.register, Contact("partner", RETOUR, f"nieuw@{RETOUR}.example"))
    assert mislukt.zet_opnieuw(spel.huis.register, sleutels(eerste)) == tuple(sleutels(eerste))
    async with spel.werk():
        await spel.tot(date(2026, 9, 9), 10)
        await spel.moet("Noteer", tekst="Het adres klopt nu.")
        await wacht_tot(lambda: _aantal(spel, sleutels(eerste), 2), "de vraag is nog eens verstuurd")
    assert len({str(m["Message-ID"]) for m in spel.gekregen() if sleutels(m) == sleutels(eerste)}) == 1


async def _aantal(spel: Postleven, welke: list[str], aantal: int) -> bool:
    return sum(sleutels(m) == welke for m in spel.gekregen()) == aantal


async def _tot_de_eerste_laatste_dag(spel: Postleven) -> None:
    async with spel.werk():
        await spel.tot(date(2026, 9, 16), 9)
    async with spel.werk():
        await spel.tot(date(2026, 9, 17), 11)
        await spel.antwoordt(TWEEMAAL, "V3")
        await spel.antwoordt(RETOUR, "V5")
    async with spel.werk():
        await spel.tot(date(2026, 9, 18), 10)
        uitstel = {"verzoek": "V6", "tot": "2026-10-02", "reden": "De raad vergadert pas op 1 oktober."}
        await spel.moet("VraagUitstel", door=partner(UITSTEL), **uitstel)
    async with spel.werk():
        await spel.tot(date(2026, 9, 21), 9)
    async with spel.werk():
        await spel.tot(date(2026, 9, 21), 11)
        await spel.moet("BeslisUitstel", verzoek="V6", akkoord=True)
        await spel.tot(date(2026, 9, 21), 23, 30)
        await spel.antwoordt(TWEEMAAL, "V3", "VerbeterAntwoord")


async def _tot_de_tweede_laatste_dag(spel: Postleven) -> None:
    async with spel.werk():
        await spel.tot(date(2026, 9, 22), 10)
        await spel.moet("TrekVerzoekIn", verzoek="V4", reden="We bellen de stichting.")
    for dag in (23, 28, 29, 30):
        async with spel.werk():
            await spel.tot(date(2026, 9, dag), 10)
            if dag == 29:
                await spel.antwoordt(LAAT, "V2")
    async with spel.werk():
        await spel.tot(date(2026, 10, 2), 15)
        await spel.antwoordt(UITSTEL, "V6")
    async with spel.werk():
        await spel.tot(date(2026, 10, 5), 14)
        await spel.antwoordt(RECES, "V7")


async def _stilte(spel: Postleven) -> None:
    """The manager agrees at T+10; at T+15 he is silent too, so it goes to the opdrachtgever."""
    for dag in (7, 12):
        async with spel.werk():
            await spel.tot(date(2026, 10, dag), 9)
    async with spel.werk():
        await spel.tot(date(2026, 10, 19), 11)
        await spel.moet("SluitSignaal", signaal="S1", ingreep="De bestuurders bellen.", ingreep_door="manager")
        await spel.moet("BeslisEscalatie", escalatie="ESC1", akkoord=True)
    for maand, dag in ((10, 26), (10, 29), (10, 30)):
        async with spel.werk():
            await spel.tot(date(2026, maand, dag), 9)
    async with spel.werk():
        await spel.tot(date(2026, 11, 2), 10)
        await spel.moet("BeslisEscalatie", escalatie="ESC2", akkoord=True, door=OPDRACHTGEVER)
    async with spel.werk():
        await spel.tot(date(2026, 11, 20), 17)


async def _een_verleden(spel: Postleven) -> None:
    """With all those workers: replay, fold, receipts, live state and register agree."""
    async with spel.werk():
        stand = await spel.leven.stand()
        verleden = Verleden(await spel.leven.geschiedenissen())
    assert await verleden.fouten(stand, spel.huis.feiten(spel.leven)) == []
