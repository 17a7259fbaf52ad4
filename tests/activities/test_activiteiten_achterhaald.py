"""A reminder that did not leave yet is dropped when the answer came, or when its last day moved."""

from datetime import datetime
from typing import Any

import pytest
from adressen import zet_adressen
from herinnerleven import Herinnerleven
from mailserver import Mailserver
from proefleven import leg_vast

from activities.notificaties import Notificaties
from domain.bundel import Bundel
from domain.feit import Feit
from register import contacten, lezen, postbus
from register.rijen import Contact, Postrij
from register.verbinding import Register
from runtime.instellingen import Smtp

OPGAVE = "FL-2024-01"
REDEN = {"reden": "zo is het beter"}


def _herinneringen(register: Register) -> dict[str | None, Postrij]:
    """The reminders to the partner, by the request they are about."""
    return {r.betreft: r for r in lezen.post(register, OPGAVE) if r.soort == "herinnering" and r.functie == "partner"}


def _herinnerd(register: Register, *, met_adres: bool = True) -> Herinnerleven:
    """Both requests were reminded of; nothing has left."""
    if met_adres:
        zet_adressen(register)
    leven = Herinnerleven(OPGAVE)
    leg_vast(register, leven.alles())
    leg_vast(register, leven.eerste_herinnering())
    return leven


GEDAAN: dict[str, dict[str, Any]] = {
    "LegAntwoordVast": {"verzoek": "V1", "oordeel": "akkoord", "antwoord": "goed", "kanaal": "telefoon"},
    "TrekVerzoekIn": {"verzoek": "V1", **REDEN},
    "SchortTermijnOp": {"termijn": "V1/T17", **REDEN},
    "VerlengTermijn": {"termijn": "V1/T17", "tot": datetime(2024, 3, 1).date(), **REDEN},
}


@pytest.mark.parametrize("soort", GEDAAN)
async def test_een_herinnering_die_niet_meer_klopt_gaat_niet_meer_uit(
    elk_register: Register, mailserver: Mailserver, soort: str
) -> None:
    """It was gathered, or the mail server was down, or the office closed. The other request is still reminded of."""
    leven = _herinnerd(elk_register)
    leg_vast(elk_register, leven.geef(soort, **GEDAAN[soort]))
    rijen = _herinneringen(elk_register)
    assert {betreft: rij.status for betreft, rij in rijen.items()} == {"V1": "vervallen", "V2": "klaar"}
    await Notificaties(elk_register, Smtp(poort=mailserver.poort)).bezorg(OPGAVE, 5)
    assert rijen["V2"].sleutel in mailserver.sleutels
    assert rijen["V1"].sleutel not in mailserver.sleutels


def test_wie_later_een_adres_krijgt_wordt_niet_herinnerd_aan_wat_al_is_beantwoord(register: Register) -> None:
    leven = _herinnerd(register, met_adres=False)
    assert {r.status for r in _herinneringen(register).values()} == {"geen_adres"}
    leg_vast(register, leven.geef("LegAntwoordVast", **GEDAAN["LegAntwoordVast"]))
    zet_adressen(register)
    assert {b: r.status for b, r in _herinneringen(register).items()} == {"V1": "vervallen", "V2": "klaar"}


def test_komen_herinnering_en_antwoord_in_een_bundel_dan_gaat_de_herinnering_niet_uit(register: Register) -> None:
    zet_adressen(register)
    leven = Herinnerleven(OPGAVE)
    leg_vast(register, leven.alles())
    samen = (*leven.eerste_herinnering().feiten, *leven.geef("TrekVerzoekIn", **GEDAAN["TrekVerzoekIn"]).feiten)
    leg_vast(register, Bundel(begin=leven.begin, feiten=samen))
    assert _herinneringen(register)["V1"].status == "vervallen"


def test_wat_verstuurd_is_blijft_verstuurd(register: Register) -> None:
    leven = _herinnerd(register)
    postbus.meld_verzonden(register, [_herinneringen(register)["V1"].sleutel])
    leg_vast(register, leven.geef("TrekVerzoekIn", **GEDAAN["TrekVerzoekIn"]))
    assert _herinneringen(register)["V1"].status == "verzonden"


BESTUURDER = Contact("bestuurder", "gemeente-dronten", "wethouder@dronten.example")


@pytest.mark.parametrize("akkoord", [True, False])
def test_een_escalatie_zonder_adres_gaat_na_het_antwoord_niet_meer_uit(register: Register, akkoord: bool) -> None:
    """Neither the reminder to the bestuurder that was agreed to, nor the question to the manager whether it may go."""
    leven = Herinnerleven(OPGAVE)
    leven.tot_en_met(2024, 2, 20)
    if akkoord:
        leven.geef("BeslisEscalatie", escalatie="ESC1", akkoord=True)
        leven.tot_en_met(2024, 2, 21)
    leg_vast(register, leven.alles())
    soort = "HerinneringVerstuurd" if akkoord else "EscalatieVoorgelegd"
    (seq,) = {f.seq for f in leven.feiten if f.inhoud.soort == soort and _van_v1(f, "bestuurder" if akkoord else "")}
    assert {r.status for r in lezen.post(register, OPGAVE) if r.seq == seq} == {"geen_adres"}
    leg_vast(register, leven.geef("LegAntwoordVast", **GEDAAN["LegAntwoordVast"]))
    zet_adressen(register)
    contacten.zet(register, BESTUURDER)
    assert {r.status for r in lezen.post(register, OPGAVE) if r.seq == seq} == {"vervallen"}


def _van_v1(feit: Feit, aan: str) -> bool:
    f: Any = feit.inhoud
    return f.termijn == "V1/T17" and (not aan or f.aan == f"gemeente-dronten:{aan}")
