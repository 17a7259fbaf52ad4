"""Who holds every key can write a life anew; only what others kept of it tells that he did, and then it is told."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from binnendringer import controlepunt_van, herschrijf, kort_in, mail_van
from pakken import Echt, los
from vervalser import Werk

from archief import formaat
from archief.pak import Pak
from audit.controle import controleer
from audit.keuring import lezing
from audit.lezen import Vouwing, vouw
from audit.meer import controleer_samen

VAST = datetime(2026, 9, 7)


def _andere_naam(opdracht: dict[str, object]) -> None:
    inhoud = opdracht["inhoud"]
    assert isinstance(inhoud, dict)
    if inhoud["soort"] == "VoegPartnerToe":
        inhoud["naam"] = "Gemeente Anders"


@pytest.fixture(scope="module")
def herschreven(rijk: Echt, ander: Echt) -> Pak:
    """The rich life with another partner in it from the beginning, all of it signed with the real key."""
    return los(herschrijf(rijk, ander, _andere_naam).bestanden)


def test_zonder_iets_van_buiten_is_een_herschreven_leven_niet_van_echt_te_onderscheiden(
    rijk: Echt, herschreven: Pak
) -> None:
    oordeel = controleer(herschreven, sleutels=[rijk.sleutel])
    assert oordeel.bevindingen == ()
    assert "woord van de sleutelhouder" in oordeel.bewezen


def test_wie_niets_verandert_krijgt_hetzelfde_pak(rijk: Echt, ander: Echt) -> None:
    """The forger of these tests makes what the engine makes, or the tests above and below would prove nothing."""
    werk = herschrijf(rijk, ander, lambda _: None)
    assert [json.loads(r) for r in werk.bestanden[formaat.FEITEN].splitlines()] == [
        json.loads(r) for r in rijk.bestanden[formaat.FEITEN].splitlines()
    ]
    assert werk.bestanden[formaat.GROOTBOEK].splitlines()[0]


def test_een_bewaard_controlepunt_verraadt_het(rijk: Echt, herschreven: Pak) -> None:
    punt = controlepunt_van(rijk)
    oordeel = controleer(herschreven, sleutels=[rijk.sleutel], ankers=[punt.eigen_hash])
    assert "anker_spreekt_tegen" in {b.code for b in oordeel.bevindingen}
    echt = controleer(rijk.pak, sleutels=[rijk.sleutel], ankers=[punt.eigen_hash])
    assert echt.heel
    assert "feit 47" in echt.bewezen


def test_een_bewijs_uit_een_oude_mail_verraadt_het(rijk: Echt, herschreven: Pak) -> None:
    mail = mail_van(rijk, 40, VAST)
    oordeel = controleer(herschreven, sleutels=[rijk.sleutel], ankers=[mail])
    assert "anker_spreekt_tegen" in {b.code for b in oordeel.bevindingen}
    assert controleer(rijk.pak, sleutels=[rijk.sleutel], ankers=[mail]).heel


def test_een_eerder_pak_van_dezelfde_opgave_verraadt_het(rijk: Echt, herschreven: Pak) -> None:
    codes = {b.code for b in controleer_samen([rijk.pak, herschreven], volledig=False)}
    assert codes >= {"herschreven", "controlepunt_spreekt_tegen"}


def test_een_pak_van_een_andere_opgave_verraadt_het(ander: Echt, herschreven: Pak) -> None:
    """Every pack carries the checkpoints, and in those stands every opgave."""
    codes = {b.code for b in controleer_samen([ander.pak, herschreven], volledig=False)}
    assert "controlepunt_spreekt_tegen" in codes


def test_een_ingekort_pak_wordt_door_zijn_eigen_controlepunt_verraden(rijk: Echt, ander: Echt) -> None:
    """Facts, ledger and receipts end early, signed with the real key; the checkpoint says how far it was."""
    werk = kort_in(rijk, ander)
    codes = {b.code for b in controleer(los(werk.bestanden), sleutels=[rijk.sleutel]).bevindingen}
    assert codes & {"staart_afgeknipt", "controlepunt_spreekt_tegen"}


def test_een_korter_later_pak_wordt_door_een_eerder_verraden(rijk: Echt, ander: Echt) -> None:
    werk = kort_in(rijk, ander)
    werk.manifest["gemaakt_op"] = "2099-01-01T00:00:00Z"
    _teken(werk)
    codes = {b.code for b in controleer_samen([rijk.pak, los(werk.bestanden)], volledig=False)}
    assert "staart_afgeknipt" in codes


def test_een_opgave_die_niet_is_meegegeven_wordt_gemist(rijk: Echt, ander: Echt) -> None:
    assert controleer_samen([rijk.pak, ander.pak], volledig=True) == ()
    gemist = controleer_samen([rijk.pak], volledig=True)
    assert [(b.code, b.waar.split(",")[0]) for b in gemist] == [("opgave_ontbreekt", "GOUD-02")]
    assert controleer_samen([rijk.pak], volledig=False) == ()


def test_een_pak_met_andere_regels_die_hetzelfde_geven_is_heel(rijk: Echt, ander: Echt) -> None:
    """A pack of an older build verifies; that the source of its rules was another is said, and is no finding."""
    werk = Werk(rijk.bestanden, rijk, ander)
    werk.manifest.update({"kern": "f" * 64, "programma": "0.1.0"})
    _teken(werk)
    oordeel = controleer(los(werk.bestanden), sleutels=[rijk.sleutel])
    assert oordeel.heel
    assert any("0.1.0" in m.zin for m in oordeel.mededelingen)


def test_een_pak_van_een_nieuwer_programma_heet_geen_vervalsing(
    rijk: Echt, ander: Echt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Signed, untouched, of other rules, and this program comes to something else: that is another version."""
    werk = Werk(rijk.bestanden, rijk, ander)
    werk.manifest["kern"] = "f" * 64
    _teken(werk)

    def vouw_anders(geschiedenissen: Sequence[dict[str, Any]]) -> Vouwing:
        vouwing = vouw(geschiedenissen)
        vouwing.feiten[9:] = [feit.met(hash="0" * 64) for feit in vouwing.feiten[9:]]
        return vouwing

    monkeypatch.setattr(lezing, "vouw", vouw_anders)
    codes = {b.code for b in controleer(los(werk.bestanden), sleutels=[rijk.sleutel]).bevindingen}
    assert codes == {"andere_code"}


def _teken(werk: Werk) -> None:
    werk.hernoem_hashes()
    werk.teken(werk.echt.ondertekenaar)
