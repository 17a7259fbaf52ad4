"""Whom to trust: only what follows from the key the auditor brought, along changes that both keys signed."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from archief.formaat import Sleutelbos
from audit.keuring.sleutels import RESPIJT, Ondertekend, SleutelOnleesbaar, na_aflossing, vertrouwen
from domain.keten import te_tekenen
from domain.sleutelwissel import SOORT, Sleutel, Sleutelwissel, Wisselinhoud
from runtime.sleutels import Ondertekenaar, publieke_pem, vingerafdruk

OP = datetime(2026, 5, 3, 12, tzinfo=UTC)
EEN, TWEE, DRIE, VREEMD = (Ondertekenaar(Ed25519PrivateKey.generate()) for _ in range(4))


def _sleutel(o: Ondertekenaar) -> Sleutel:
    return Sleutel(sleutel_id=o.sleutel_id, pem=publieke_pem(o.publiek).decode(), vanaf=OP)


def wissel(van: Ondertekenaar, naar: Ondertekenaar, op: datetime = OP, **anders: Any) -> Sleutelwissel:
    inhoud = Wisselinhoud(
        oud=van.sleutel_id, nieuw=naar.sleutel_id, pem=publieke_pem(naar.publiek).decode(), op=op, reden="Jaarlijks."
    )
    bytes_ = te_tekenen(SOORT, inhoud.bytes_)
    handen = {"handtekening_oud": van.teken(bytes_), "handtekening_nieuw": naar.teken(bytes_)}
    return Sleutelwissel.model_validate(inhoud.model_dump() | handen | anders)


BOS = Sleutelbos(sleutels=tuple(map(_sleutel, (EEN, TWEE, DRIE))), wissels=(wissel(EEN, TWEE), wissel(TWEE, DRIE)))


def _namen(*sleutels: Ondertekenaar) -> set[str]:
    return {sleutel.sleutel_id for sleutel in sleutels}


def _pem(map_: Path, sleutel: Ondertekenaar) -> str:
    pad = map_ / f"{sleutel.sleutel_id}.pub"
    pad.write_bytes(publieke_pem(sleutel.publiek))
    return str(pad)


@pytest.mark.parametrize("gegeven", [EEN, TWEE, DRIE])
def test_uit_een_sleutel_volgen_die_erna_en_die_ervoor(gegeven: Ondertekenaar, tmp_path: Path) -> None:
    """By file, and by fingerprint as people write it."""
    heel = vingerafdruk(gegeven.publiek)
    groepen = " ".join(heel[i : i + 4] for i in range(0, 64, 4)).upper()
    for vorm in (_pem(tmp_path, gegeven), heel, heel[:16], groepen, ":".join(heel[i : i + 2] for i in range(0, 16, 2))):
        oordeel = vertrouwen(BOS, [vorm])
        assert set(oordeel.sleutels) == _namen(EEN, TWEE, DRIE)
        assert oordeel.van_buiten
        assert oordeel.bevindingen == ()
        assert "de sleutel die u gaf" in oordeel.zin


def test_zonder_sleutel_van_buiten_gelden_die_van_het_pak_en_dat_staat_erbij() -> None:
    oordeel = vertrouwen(BOS, [])
    assert set(oordeel.sleutels) == _namen(EEN, TWEE, DRIE)
    assert not oordeel.van_buiten
    assert oordeel.bevindingen == ()
    assert "niet van buiten bewezen" in oordeel.zin


def test_een_pak_zonder_sleutels_zegt_dat_er_een_nodig_is(tmp_path: Path) -> None:
    assert [b.code for b in vertrouwen(Sleutelbos(), []).bevindingen] == ["sleutel_onbekend"]
    met = vertrouwen(Sleutelbos(), [_pem(tmp_path, EEN)])
    assert set(met.sleutels) == _namen(EEN)
    assert met.bevindingen == ()


def test_een_sleutel_die_nergens_uit_volgt_wordt_niet_vertrouwd() -> None:
    """Put in the pack without a change that leads to it: by a forger, or because the old one was lost."""
    bos = BOS.met(sleutels=(*BOS.sleutels, _sleutel(VREEMD)))
    oordeel = vertrouwen(bos, [EEN.sleutel_id])
    assert set(oordeel.sleutels) == _namen(EEN, TWEE, DRIE)
    assert [b.code for b in oordeel.bevindingen] == ["sleutel_onbekend"]
    beide = vertrouwen(bos, [EEN.sleutel_id, VREEMD.sleutel_id])
    assert set(beide.sleutels) == _namen(EEN, TWEE, DRIE, VREEMD)
    assert beide.bevindingen == ()


@pytest.mark.parametrize(
    ("fout", "waarom"),
    [
        (wissel(TWEE, DRIE, handtekening_oud="AAAA"), "De oude sleutel"),
        (wissel(TWEE, DRIE, handtekening_nieuw="AAAA"), "De nieuwe sleutel"),
        (wissel(TWEE, DRIE, reden="Iets anders."), "De oude sleutel"),
        (wissel(TWEE, DRIE, pem=publieke_pem(VREEMD.publiek).decode()), "er niet bij hoort"),
        (wissel(TWEE, DRIE, oud="onbekend"), "niet te lezen"),
        (wissel(VREEMD, DRIE, oud=TWEE.sleutel_id), "De oude sleutel"),
    ],
)
def test_een_wissel_die_niet_door_beide_is_getekend_leidt_nergens_heen(fout: Sleutelwissel, waarom: str) -> None:
    oordeel = vertrouwen(BOS.met(wissels=(wissel(EEN, TWEE), fout)), [EEN.sleutel_id])
    assert set(oordeel.sleutels) == _namen(EEN, TWEE)
    assert [b.code for b in oordeel.bevindingen] == ["sleutelwissel_ongeldig", "sleutel_onbekend"]
    assert waarom in oordeel.bevindingen[0].zin


def test_een_sleutel_die_twee_keer_wordt_afgelost_leidt_naar_geen_van_beide() -> None:
    """Whoever stole the old key can sign a second change; which one is real, only a key from outside can tell."""
    bos = BOS.met(sleutels=(*BOS.sleutels, _sleutel(VREEMD)), wissels=(*BOS.wissels, wissel(EEN, VREEMD)))
    oordeel = vertrouwen(bos, [EEN.sleutel_id])
    assert set(oordeel.sleutels) == _namen(EEN)
    assert [b.code for b in oordeel.bevindingen].count("sleutelwissel_ongeldig") == 2
    assert set(vertrouwen(bos, [EEN.sleutel_id, TWEE.sleutel_id]).sleutels) == _namen(EEN, TWEE, DRIE)


def test_een_sleutel_onder_een_andere_naam_telt_niet() -> None:
    vals = _sleutel(VREEMD).met(sleutel_id=EEN.sleutel_id)
    onzin = Sleutel(sleutel_id="x", pem="geen pem", vanaf=OP)
    oordeel = vertrouwen(Sleutelbos(sleutels=(vals, onzin)), [])
    assert oordeel.sleutels == {}
    assert {b.code for b in oordeel.bevindingen} == {"sleutel_onbekend"}


def test_een_vingerafdruk_die_nergens_bij_hoort_is_een_bevinding(tmp_path: Path) -> None:
    oordeel = vertrouwen(BOS, [VREEMD.sleutel_id])
    assert oordeel.sleutels == {}
    assert oordeel.van_buiten
    assert "staat niet in het pak" in oordeel.bevindingen[0].zin
    assert oordeel.zin == "Geen van de sleutels die u gaf hoort bij dit pak."
    (tmp_path / "x.pub").write_text("onzin")
    for onzin in ("abcd", str(tmp_path / "weg.pub"), str(tmp_path / "x.pub")):
        with pytest.raises(SleutelOnleesbaar):
            vertrouwen(BOS, [onzin])


def test_een_gestolen_oude_sleutel_kan_niet_terug_in_de_tijd() -> None:
    """Signed with the old key: within a day it may be; later it may not, and neither after what came later."""

    def regel(nr: int, wie: Ondertekenaar, op: datetime) -> Ondertekend:
        return Ondertekend(f"regel {nr}", wie.sleutel_id, op)

    voor, tijdens, erna = OP - timedelta(days=1), OP + RESPIJT, OP + RESPIJT + timedelta(seconds=1)
    goed = (regel(1, EEN, voor), regel(2, EEN, tijdens), regel(3, TWEE, tijdens), regel(4, EEN, tijdens))
    bos = Sleutelbos(wissels=(wissel(EEN, TWEE),))
    assert na_aflossing(bos, goed) == ()
    assert [b.waar for b in na_aflossing(bos, (*goed, regel(5, EEN, erna)))] == ["regel 5"]
    terug = (*goed, regel(5, TWEE, erna), regel(6, EEN, voor))
    assert [(b.code, b.waar) for b in na_aflossing(bos, terug)] == [("sleutel_afgelost", "regel 6")]


def _bestand(map_: Path, bos: Sleutelbos) -> str:
    pad = map_ / "sleutels.json"
    pad.write_text(bos.model_dump_json())
    return str(pad)


def test_een_pak_van_voor_de_wissel_is_met_de_nieuwe_sleutel_na_te_kijken(tmp_path: Path) -> None:
    """The old pack does not know the change; the keyring of a later one, or as the province gives it out, does."""
    oud = Sleutelbos(sleutels=(_sleutel(EEN),))
    zonder = vertrouwen(oud, [_pem(tmp_path, DRIE)])
    assert {b.code for b in zonder.bevindingen} == {"sleutel_onbekend"}
    met = vertrouwen(oud, [_pem(tmp_path, DRIE), _bestand(tmp_path, BOS)])
    assert met.bevindingen == ()
    assert set(met.sleutels) == _namen(EEN, TWEE, DRIE)
    assert vertrouwen(oud, [vingerafdruk(DRIE.publiek), _bestand(tmp_path, BOS)]).bevindingen == ()


def test_een_lijst_van_sleutels_geeft_zelf_geen_vertrouwen(tmp_path: Path) -> None:
    """Whoever makes such a list can put any key in it; only what follows from a key that was given counts."""
    vals = Sleutelbos(sleutels=(_sleutel(VREEMD),), wissels=(wissel(EEN, VREEMD, handtekening_oud="00"),))
    bos = Sleutelbos(sleutels=(_sleutel(VREEMD),))
    oordeel = vertrouwen(bos, [_pem(tmp_path, EEN), _bestand(tmp_path, vals)])
    assert set(oordeel.sleutels) == _namen(EEN)
    assert {b.code for b in oordeel.bevindingen} == {"sleutel_onbekend", "sleutelwissel_ongeldig"}
    with pytest.raises(SleutelOnleesbaar, match="Geef er een sleutel bij"):
        vertrouwen(bos, [_bestand(tmp_path, vals)])


def test_een_lange_rij_wissels_wordt_gevolgd_in_welke_volgorde_zij_ook_liggen() -> None:
    rij = [Ondertekenaar(Ed25519PrivateKey.generate()) for _ in range(40)]
    wissels = tuple(wissel(een, ander) for een, ander in pairwise(rij))
    bos = Sleutelbos(sleutels=tuple(map(_sleutel, rij)), wissels=wissels[::-1])
    assert set(vertrouwen(bos, [vingerafdruk(rij[0].publiek)]).sleutels) == _namen(*rij)
