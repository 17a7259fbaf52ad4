"""The audit trail: signed, linked, refused by function, and refusals stand in it too."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from domain import bewaring, kern, spoor
from domain.basis import Afzender, Functie, Weigering
from domain.bevoegdheid import mag
from domain.keten import GEEN, te_tekenen
from domain.opdracht import OPDRACHTEN
from domain.spoor import WIE_MAG, Actie
from domain.stand import Begin
from register import spoor as register_spoor
from register.spoor import laatste_hash, lijst, schrijf, weiger
from register.verbinding import Register
from runtime.sleutels import Ondertekenaar, controleer

SLEUTEL = Ed25519PrivateKey.generate()
TEKENAAR = Ondertekenaar(SLEUTEL)
OPGAVE, TOEN = "FL-2026-01", datetime(2026, 3, 10, 9, tzinfo=UTC)
ACTIES: tuple[Actie, ...] = get_args(Actie)


def door(functie: Functie) -> Afzender:
    return Afzender(functie=functie, subject=f"s-{functie}", zekerheid="oidc")


def leg(register: Register, kenmerk: str, functie: Functie = "jurist", opgave: str = OPGAVE) -> spoor.Spoorregel:
    with register.schrijf() as verbinding:
        wat = {"kenmerk": kenmerk, "grond": "woo"}
        wie = door(functie)
        return schrijf(verbinding, TEKENAAR, wie, "bewaarplicht_gelegd", opgave, kenmerk, nu=TOEN, gegevens=wat)


def test_elke_regel_is_getekend_en_sluit_aan_op_de_vorige(register: Register) -> None:
    """Per opgave: another opgave has a trail of its own."""
    leg(register, "W-1")
    leg(register, "W-9", opgave="FL-2026-02")
    leg(register, "W-2")
    een, twee = lijst(register, OPGAVE)
    assert [r.nr for r in lijst(register, "FL-2026-02")] == [1]
    assert (een.nr, een.vorige, twee.nr, twee.vorige) == (1, GEEN, 2, een.eigen_hash)
    for regel in (een, twee):
        assert controleer(SLEUTEL.public_key(), te_tekenen(spoor.SOORT, regel.inhoud.bytes_), regel.handtekening)
    with register.lees() as verbinding:
        assert laatste_hash(verbinding, OPGAVE) == twee.eigen_hash


def test_wie_tegelijk_schrijft_krijgt_elk_een_eigen_nummer(register: Register) -> None:
    """Nobody's line is lost, and the chain has no fork."""
    with ThreadPoolExecutor(4) as draden:
        list(draden.map(lambda nr: leg(register, f"W-{nr}"), range(12)))
    regels = lijst(register, OPGAVE)
    assert [r.nr for r in regels] == list(range(1, 13))
    assert [r.vorige for r in regels[1:]] == [r.eigen_hash for r in regels[:-1]]


@pytest.mark.parametrize("actie", ACTIES)
def test_een_auditor_maakt_een_kopie_en_verder_niets(actie: Actie) -> None:
    """Reading needs no act; of the acts only a pack is for an auditor."""
    if actie == "pak_gemaakt":
        spoor.toets(actie, "auditor")
        return
    with pytest.raises(Weigering) as nee:
        spoor.toets(actie, "auditor")
    assert (nee.value.regel, set(nee.value.ontbreekt)) == ("bevoegdheid", set(WIE_MAG[actie]))


def test_een_auditor_geeft_geen_enkele_opdracht_aan_een_opgave() -> None:
    """All commands there are."""
    assert len(OPDRACHTEN) >= 80
    stand = kern.begin(Begin(opgave=OPGAVE))
    assert [naam for naam in OPDRACHTEN if mag(stand, door("auditor"), naam)] == []


def test_wat_niet_mag_komt_er_niet_in_maar_de_poging_wel(register: Register) -> None:
    """With the rule, and as a line of the same chain."""
    with pytest.raises(Weigering) as nee:
        leg(register, "W-1", functie="auditor")
    assert lijst(register, OPGAVE) == ()
    weiger(register, TEKENAAR, door("auditor"), "bewaarplicht_gelegd", OPGAVE, nee.value, nu=TOEN)
    (regel,) = lijst(register, OPGAVE)
    assert (regel.resultaat, regel.functie, regel.gegevens["regel"]) == ("geweigerd", "auditor", "bevoegdheid")


# -------------------------------------------------------------------------------------------------------------- holds


def regels(*acties: tuple[Actie, dict[str, str]], resultaat: str = "gelukt") -> tuple[spoor.Spoorinhoud, ...]:
    return tuple(
        spoor.Spoorinhoud(
            opgave=OPGAVE,
            nr=nr,
            actie=actie,
            object="x",
            resultaat=resultaat,
            oorsprong="proef",
            functie="jurist",
            subject="s-1",
            tijdstip=TOEN + timedelta(days=nr),
            gegevens=gegevens,
        )
        for nr, (actie, gegevens) in enumerate(acties, start=1)
    )


WOO: tuple[Actie, dict[str, str]] = ("bewaarplicht_gelegd", {"kenmerk": "W-1", "grond": "woo"})
TIJDELIJK: tuple[Actie, dict[str, str]] = (
    "bewaarplicht_gelegd",
    {"kenmerk": "W-2", "grond": "onderzoek", "tot": "2026-04-01"},
)
OP: tuple[Actie, dict[str, str]] = ("bewaarplicht_opgeheven", {"kenmerk": "W-1"})


@pytest.mark.parametrize(
    ("acties", "dag", "staan"),
    [
        ((WOO,), date(2030, 1, 1), ["W-1"]),
        ((WOO, OP), date(2026, 3, 20), []),
        ((WOO, OP, WOO), date(2026, 3, 20), ["W-1"]),
        ((TIJDELIJK,), date(2026, 4, 1), ["W-2"]),
        ((TIJDELIJK,), date(2026, 4, 2), []),
        ((WOO, TIJDELIJK, OP), date(2026, 3, 20), ["W-2"]),
        ((("bewaarplicht_gelegd", {"kenmerk": "W-3", "tot": "ooit"}),), date(2030, 1, 1), ["W-3"]),
    ],
)
def test_een_bewaarplicht_staat_tot_zij_wordt_opgeheven_of_afloopt(
    acties: tuple[tuple[Actie, dict[str, str]], ...], dag: date, staan: list[str]
) -> None:
    """A last day that can't be read does not end it."""
    assert [plicht.kenmerk for plicht in bewaring.bewaarplichten(regels(*acties), dag)] == staan


def test_een_geweigerde_poging_legt_niets_en_heft_niets_op() -> None:
    poging = regels(WOO, resultaat=spoor.GEWEIGERD)
    assert bewaring.bewaarplichten(poging, date(2026, 4, 1)) == ()


@pytest.mark.parametrize(
    "akkoord", ["", "griffier", "auditor:s-2", "provinciesecretaris:s-2", "griffier:S-Provinciesecretaris"]
)
def test_wie_vernietigt_heeft_een_ander_nodig_die_ermee_instemt(akkoord: str) -> None:
    with pytest.raises(Weigering):
        bewaring.toets_akkoord("provinciesecretaris", "s-provinciesecretaris", akkoord)
    bewaring.toets_akkoord("provinciesecretaris", "s-provinciesecretaris", "griffier:s-2")


def test_het_spoor_in_een_transactie_is_het_hele_spoor(register: Register) -> None:
    """What was added in the same transaction is in it, so that a hold can't slip in between look and act."""
    leg(register, "W-1")
    with register.schrijf() as verbinding:
        eerst = register_spoor.van(verbinding, OPGAVE)
        schrijf(verbinding, TEKENAAR, door("jurist"), "bewaarplicht_gelegd", OPGAVE, "W-2", nu=TOEN)
        assert [r.nr for r in register_spoor.van(verbinding, OPGAVE)] == [1, 2]
    assert eerst == lijst(register, OPGAVE)[:1]
