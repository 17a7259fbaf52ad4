"""What goes wrong on the way: no row holds up another, nothing is given up too soon, nothing is lost or said twice."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bodestraat import DELEN, HERKOMST, NAAR, START, VAN, Straat, bode, maak_oud, nu_meteen, staat, straat, zet
from proefleven import Proefleven, leg_vast

from activities import toegang
from activities.bode import MINSTENS
from activities.toegang import OnbekendeOpgave, OpgaveGesloten
from domain import kern
from domain.stand import Begin
from register import lezen, niet_overgebracht, overbrengen
from register.verbinding import Register
from runtime.temporal import Onbereikbaar

__all__ = ["straat"]
ANDER_VAN, ANDER = "FL-2024-07", "FL-2024-08"


def _ander(register: Register) -> None:
    """Another life begins another: it has nothing to do with the first."""
    zet(register, {**START, "herkomst": [{"opgave": ANDER_VAN, "soort": "splitsing"}]}, van=ANDER_VAN, naar=ANDER)


@pytest.mark.parametrize("stuk", [(niet_overgebracht, "mislukt"), (overbrengen, "sluit"), (overbrengen, "leg_neer")])
async def test_een_rij_die_niet_te_sluiten_is_houdt_de_andere_niet_op(
    elk_register: Register, straat: Straat, monkeypatch: pytest.MonkeyPatch, stuk: tuple[Any, str]
) -> None:
    """Refused, arrived or put off: what goes wrong in writing that down stays with that row, which is kept."""
    module, naam = stuk
    zet(elk_register, {**START, "herkomst": HERKOMST})
    if naam != "sluit":
        straat.stoor = [OpgaveGesloten(NAAR) if naam == "mislukt" else Onbereikbaar("weg")]
    echt = getattr(module, naam)

    def breekt(register: Register, rij: Any, *rest: Any, **meer: Any) -> Any:
        if rij.van == VAN:
            raise RuntimeError("stuk")
        return echt(register, rij, *rest, **meer)

    _ander(elk_register)
    monkeypatch.setattr(module, naam, breekt)
    await bode(elk_register).ronde()
    lot = {rij.van: rij.status for rij in overbrengen.rijen(elk_register)}
    assert lot == {VAN: "klaar", ANDER_VAN: "gedaan"}


async def test_na_een_lange_sluiting_is_een_hapering_niet_het_einde(elk_register: Register, straat: Straat) -> None:
    """Old is not enough to give up: it must have been tried as often as well."""
    zet(elk_register, DELEN)
    maak_oud(elk_register, overbrengen.rijen(elk_register)[0], pogingen=MINSTENS - 2)
    straat.stoor = [Onbereikbaar("weg"), Onbereikbaar("weg")]
    await bode(elk_register).ronde()
    assert staat(elk_register) == [("OntvangDelen", "klaar")]
    nu_meteen(elk_register)
    await bode(elk_register).ronde()
    assert staat(elk_register) == [("OntvangDelen", "vervallen")]


async def test_vaak_geprobeerd_is_niet_genoeg_om_op_te_geven(register: Register, straat: Straat) -> None:
    """Thirty days it waits, however often it was tried."""
    zet(register, DELEN)
    maak_oud(register, overbrengen.rijen(register)[0], pogingen=900)
    with register.schrijf() as verbinding:
        verbinding.execute(overbrengen.OVERBRENGING.update().values(aangemaakt_op=datetime.now(UTC)))
    await bode(register).ronde()
    assert staat(register) == [("OntvangDelen", "klaar")]


async def test_wie_begint_terwijl_de_bode_voor_de_deur_staat_hoort_het_in_die_ronde(
    elk_register: Register, straat: Straat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The life begins between the answer that there is none and the note of it."""
    zet(elk_register, {"soort": "MeldBuurwijziging", "buur": VAN, "bron": 5, "wat": "iets", "op": "2026-01-05"})
    with elk_register.schrijf() as verbinding:
        verbinding.execute(overbrengen.OVERBRENGING.update().values(pogingen=5))

    async def begint_nu(*argumenten: Any, **meer: Any) -> Any:
        monkeypatch.setattr(toegang, "geef", straat.geef)
        leg_vast(elk_register, Proefleven(NAAR).begonnen().alles())
        straat.levens[NAAR] = kern.begin(Begin(opgave=NAAR, reglement="r2026_4"))
        raise OnbekendeOpgave(NAAR)

    monkeypatch.setattr(toegang, "geef", begint_nu)
    await bode(elk_register).ronde()
    (rij,) = (r for r in overbrengen.rijen(elk_register) if r.soort == "MeldBuurwijziging")
    assert (rij.status == "klaar", rij.pogingen) == (False, 7)


async def test_zonder_antwoord_zegt_de_brief_hoe_de_beheerder_het_nog_eens_brengt(
    elk_register: Register, straat: Straat
) -> None:
    """Nothing went back, so giving it along again would be twice; carried again it arrives, once."""
    straat.levens[NAAR] = kern.begin(Begin(opgave=NAAR, reglement="r2026_4"))
    zet(elk_register, DELEN)
    (rij,) = overbrengen.rijen(elk_register)
    maak_oud(elk_register, rij)
    straat.stoor = [Onbereikbaar("weg")]
    await bode(elk_register).ronde()
    (brief,) = lezen.post(elk_register, VAN)
    assert brief.onderwerp == f"Misschien niet aangekomen in {NAAR}: delen van {VAN}"
    with elk_register.lees() as verbinding:
        tekst = verbinding.exec_driver_sql("select tekst from uitgaand").scalar_one()
    assert f"opgave overbrengen opnieuw {rij.sleutel}" in tekst
    assert niet_overgebracht.zet_opnieuw(elk_register, [rij.sleutel]) == (rij.sleutel,)
    await bode(elk_register).ronde()
    assert [o.id for o in straat.gegeven if o.inhoud.soort == "OntvangDelen"] == [rij.sleutel] * 2


async def test_wie_een_aanbod_vulde_en_het_kwijt_is_zegt_niets(register: Register, straat: Straat) -> None:
    """Filling took longer than the lease: another worker has the row, and what that one found is what is said."""

    def vul(register: Register, _opgave: str, _moment: str) -> list[dict[str, Any]]:
        (rij,) = overbrengen.rijen(register)
        assert overbrengen.neem(register, rij, datetime.now(UTC) + timedelta(minutes=1))
        return []

    zet(register, {"soort": "BiedLessenAan", "moment": "F1", "lessen": []})
    await bode(register, vul).ronde()
    (rij,) = overbrengen.rijen(register)
    assert (straat.gegeven, rij.status, "gevuld" in rij.inhoud) == ([], "klaar", False)
