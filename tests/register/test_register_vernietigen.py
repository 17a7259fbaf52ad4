"""Destroying in the register: bytes and line together, never under a hold, never twice."""

import hashlib
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from proefleven import Proefleven, leg_vast
from sqlalchemy import insert

from domain import bewaring
from domain.basis import Afzender, Functie, Weigering
from register import documenten, spoor
from register.tabellen_archief import STUK
from register.verbinding import Register
from register.vernietigen import kandidaten, vernietig
from runtime.sleutels import Ondertekenaar

OPGAVE, TOEN = "FL-2024-01", datetime(2026, 3, 10, 9, tzinfo=UTC)
TEKENAAR = Ondertekenaar(Ed25519PrivateKey.generate())
BRIEF = b"een brief van buiten"
SHA = hashlib.sha256(BRIEF).hexdigest()


class Kapot(Ondertekenaar):
    """A key that fails at the moment of signing."""

    def teken(self, bericht: bytes) -> str:
        raise OSError("de sleutel is weg")


def door(functie: Functie) -> Afzender:
    return Afzender(functie=functie, subject="s-1", zekerheid="oidc")


@pytest.fixture
def gevuld(register: Register) -> Register:
    """A life with a proposal for PS, and two documents from outside of which one belongs to another opgave."""
    leven = Proefleven().begonnen()
    leven.geef("OpenBesluit", code="A8", orgaan="PS", onderwerp="de brug")
    leven.geef("LegVoor", stap="B1", kennisgeving_op="2024-01-02")
    leg_vast(register, leven.alles())
    with register.schrijf() as verbinding:
        rij = {"sha256": SHA, "bestandsnaam": "brief.txt", "mediatype": "text/plain", "inhoud": BRIEF}
        for opgave in (OPGAVE, "FL-2024-02"):
            verbinding.execute(insert(STUK).values(**rij, opgave=opgave, toegevoegd_op=TOEN))
    return register


def weg(
    register: Register, *shas: str, tekenaar: Ondertekenaar = TEKENAAR, functie: Functie = "provinciesecretaris"
) -> bool:
    return (
        vernietig(register, tekenaar, door(functie), OPGAVE, shas or (SHA,), {"besluit": "GS 7"}, nu=TOEN) is not None
    )


def test_wat_weg_is_is_weg_en_staat_in_het_spoor(gevuld: Register) -> None:
    """Of this opgave only, and done again it changes nothing."""
    assert [weg(gevuld), weg(gevuld)] == [True, False]
    assert documenten.stukken(gevuld, OPGAVE) == ()
    assert len(documenten.stukken(gevuld, "FL-2024-02")) == 1
    (regel,) = spoor.lijst(gevuld, OPGAVE)
    assert bewaring.vernietigd(regel) == (SHA,)
    assert regel.gegevens["besluit"] == "GS 7"


def test_een_eigen_document_verliest_zijn_bytes_en_houdt_zijn_regel(gevuld: Register) -> None:
    """What it was called and what its hash was can still be read."""
    eigen = [rij.sha256 for rij, _ in documenten.alle_documenten(gevuld, OPGAVE)]
    assert eigen
    weg(gevuld, *eigen)
    na = documenten.alle_documenten(gevuld, OPGAVE)
    assert [rij.sha256 for rij, _ in na] == eigen
    assert {(rij.vernietigd_op, inhoud) for rij, inhoud in na} == {(TOEN, b"")}


def test_onder_een_bewaarplicht_gaat_er_niets_weg(gevuld: Register) -> None:
    """Looked at in the same transaction, so that nobody can be too late with it."""
    with gevuld.schrijf() as verbinding:
        gegevens = {"kenmerk": "W-1", "grond": "woo"}
        jurist = door("jurist")
        spoor.schrijf(verbinding, TEKENAAR, jurist, "bewaarplicht_gelegd", OPGAVE, "W-1", nu=TOEN, gegevens=gegevens)
    with pytest.raises(Weigering, match="W-1"):
        weg(gevuld)
    assert len(documenten.stukken(gevuld, OPGAVE)) == 1


def test_zonder_regel_in_het_spoor_gaat_er_niets_weg(gevuld: Register) -> None:
    """A key that can't sign, or a function that may not: the bytes are still there."""
    with pytest.raises(OSError, match="sleutel"):
        weg(gevuld, tekenaar=Kapot(Ed25519PrivateKey.generate()))
    with pytest.raises(Weigering):
        weg(gevuld, functie="auditor")
    assert len(documenten.stukken(gevuld, OPGAVE)) == 1
    assert spoor.lijst(gevuld, OPGAVE) == ()


def test_een_voorstel_is_blijvend_en_een_kopie_van_buiten_niet(gevuld: Register) -> None:
    """Until the step lapses without anybody having decided: then the proposal was a draft."""
    soorten = {k.soort: bool(k.blijvend) for k in kandidaten(gevuld, OPGAVE)}
    assert soorten == {"statenvoorstel": True, bewaring.VAN_BUITEN: False}


def test_een_vervallen_voorstel_waar_nooit_over_is_besloten_is_niet_blijvend() -> None:
    leven = Proefleven().begonnen()
    leven.geef("OpenBesluit", code="A8", orgaan="PS", onderwerp="de brug")
    assert bewaring.blijvend(leven.stand, "statenvoorstel", "B1") != ""
    leven.geef("TrekBesluitIn", stap="B1", reden="het hoeft niet meer")
    assert leven.stand.stappen["B1"].status == "vervallen"
    assert bewaring.blijvend(leven.stand, "statenvoorstel", "B1") == ""
