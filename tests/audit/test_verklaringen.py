"""The trail in a pack and the statements beside it: what is whole counts, what is not is named."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pakken import Echt, los
from test_auditsleutels import wissel
from vervalser import Werk

from archief import formaat
from archief.bronnen import Losbron
from archief.formaat import Manifest, Run
from archief.pak import Pak, pak_uit
from archief.verklaring import Verklaring, verklaringen
from archief.verklaring import pad as pad_van
from audit.controle import controleer
from audit.keuring.sleutels import Vertrouwen
from audit.keuring.verklaringen import Verklaringoordeel, verklaringoordeel
from domain import spoor
from domain.basis import Functie
from domain.keten import GEEN, te_tekenen
from domain.spoor import Actie, Spoorinhoud, Spoorregel
from domain.stand import Begin
from runtime.sleutels import Ondertekenaar, publieke_pem, vingerafdruk

OPGAVE, TOEN = "FL-2026-01", datetime(2026, 3, 10, 9, tzinfo=UTC)
SLEUTEL, VREEMD = Ondertekenaar(Ed25519PrivateKey.generate()), Ondertekenaar(Ed25519PrivateKey.generate())
VERTROUWD = Vertrouwen({SLEUTEL.sleutel_id: SLEUTEL.publiek}, True, (), "")
EEN, TWEE = "1" * 64, "2" * 64

Daad = tuple[Actie, Functie, dict[str, str]]
WOO: Daad = ("bewaarplicht_gelegd", "jurist", {"kenmerk": "W-1", "grond": "woo"})
OP: Daad = ("bewaarplicht_opgeheven", "jurist", {"kenmerk": "W-1"})
WEG: Daad = ("vernietigd", "provinciesecretaris", {"documenten": EEN, "besluit": "GS 7", "akkoord": "griffier:s-2"})
MEER: Daad = ("vernietigd", "provinciesecretaris", {"documenten": TWEE, "besluit": "GS 8", "akkoord": "griffier:s-2"})


def lijn(*daden: Daad, met: Ondertekenaar = SLEUTEL, opgave: str = OPGAVE) -> tuple[Spoorregel, ...]:
    """A trail of these acts, one a day."""
    regels: list[Spoorregel] = []
    for nr, (actie, functie, gegevens) in enumerate(daden, start=1):
        inhoud = Spoorinhoud(
            opgave=opgave,
            nr=nr,
            actie=actie,
            object="x",
            oorsprong="proef",
            functie=functie,
            subject=f"s-{functie}",
            tijdstip=TOEN + timedelta(days=nr),
            gegevens=gegevens,
            vorige=regels[-1].eigen_hash if regels else GEEN,
        )
        handtekening = met.teken(te_tekenen(spoor.SOORT, inhoud.bytes_))
        regels.append(Spoorregel(**inhoud.model_dump(), handtekening=handtekening, sleutel_id=met.sleutel_id))
    return tuple(regels)


def pak(regels: Sequence[Spoorregel], **bestanden: bytes) -> Pak:
    """A pack with this trail; `bestanden` are statements by the name of the file."""
    manifest = Manifest(
        opgave=OPGAVE,
        begin=Begin(opgave=OPGAVE),
        tot_seq=1,
        kop="0" * 64,
        aanleiding="gevraagd",
        gemaakt_op=TOEN,
        rust=True,
        afgerond=False,
        programma="0",
        kern="0" * 64,
        reglementen={},
        runs=(Run(nr=1, run_id="a", pad="geschiedenis/001-a.json", gebeurtenissen=1, einde="loopt", begonnen_op=TOEN),),
        bestanden=(),
    )
    return pak_uit(
        Losbron(
            {
                formaat.MANIFEST: manifest.model_dump_json().encode(),
                formaat.SPOOR: "".join(f"{r.model_dump_json()}\n" for r in regels).encode(),
                **{f"{formaat.VERKLARINGEN}{naam}.json": inhoud for naam, inhoud in bestanden.items()},
            }
        )
    )


def oordeel(regels: Sequence[Spoorregel], **bestanden: bytes) -> Verklaringoordeel:
    return verklaringoordeel(pak(regels, **bestanden), VERTROUWD)


def codes(uitkomst: Verklaringoordeel) -> list[str]:
    return [bevinding.code for bevinding in uitkomst.bevindingen]


def verklaring(regels: Sequence[Spoorregel]) -> dict[str, bytes]:
    """The statements that follow from a trail, by name without folder and extension."""
    return {pad.removeprefix(formaat.VERKLARINGEN).removesuffix(".json"): b for pad, b in verklaringen(regels).items()}


def test_een_heel_spoor_geeft_geen_bevinding_en_verklaart_wat_weg_is() -> None:
    uitkomst = oordeel(lijn(WOO, OP, WEG))
    assert (uitkomst.bevindingen, uitkomst.vernietigd) == ((), frozenset({EEN}))
    (mededeling,) = uitkomst.mededelingen
    assert "1 document is op 2026-03-13 vernietigd door provinciesecretaris, besluit GS 7" in mededeling.zin
    assert "instemming van griffier:s-2" in mededeling.zin


def test_een_verklaring_bij_een_ouder_pak_verklaart_wat_er_later_uit_ging() -> None:
    """The pack was made before the act; the statement brings the whole trail up to it."""
    later = lijn(WOO, OP, WEG, MEER)
    uitkomst = oordeel(later[:1], **verklaring(later))
    assert (uitkomst.bevindingen, uitkomst.vernietigd) == ((), frozenset({EEN, TWEE}))


def test_zonder_verklaring_is_er_niets_verklaard() -> None:
    assert oordeel(lijn(WOO)) == Verklaringoordeel()


def test_vernietigen_onder_een_bewaarplicht_is_verboden_en_verklaart_niets() -> None:
    """Also when the statement itself is in perfect order."""
    later = lijn(WOO, WEG)
    for uitkomst in (oordeel(later), oordeel(later[:1], **verklaring(later)), oordeel((), **verklaring(later))):
        assert codes(uitkomst) == ["vernietiging_verboden"]
        assert uitkomst.vernietigd == frozenset()
        assert "W-1 (woo)" in uitkomst.bevindingen[0].zin


def test_een_bewaarplicht_na_de_vernietiging_verbiedt_haar_niet() -> None:
    uitkomst = oordeel(lijn(WEG, WOO))
    assert (codes(uitkomst), uitkomst.vernietigd) == ([], frozenset({EEN}))


def test_een_bewaarplicht_die_uit_de_verklaring_is_geknipt_wordt_gemist() -> None:
    """Without the hold the numbers and the links no longer fit."""
    later = lijn(WOO, WEG)
    (naam,) = verklaring(later)
    geknipt = json.dumps({"spoor": [later[1].model_dump(mode="json")]}).encode()
    uitkomst = oordeel((), **{naam: geknipt})
    assert "spoor_ontbreekt" in codes(uitkomst)
    assert uitkomst.vernietigd == frozenset()


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("functie", "griffier"), ("tijdstip", "2026-03-09T09:00:00Z"), ("gegevens", {}), ("object", "y"), ("nr", 7)],
)
def test_een_veranderde_regel_wordt_genoemd(veld: str, waarde: object) -> None:
    """Whatever field; the signature covers all."""
    regels = lijn(WOO, OP, WEG)
    ruw = {**regels[1].model_dump(mode="json"), veld: waarde}
    uitkomst = oordeel((regels[0], Spoorregel.model_validate(ruw), regels[2]))
    assert "spoor_gewijzigd" in codes(uitkomst)
    assert uitkomst.vernietigd == frozenset()


def test_een_weggelaten_of_verwisselde_regel_wordt_genoemd() -> None:
    a, b, c = lijn(WOO, OP, WEG)
    for regels in ((a, c), (b, c), (a, c, b)):
        assert "spoor_ontbreekt" in codes(oordeel(regels))


def test_een_spoor_met_een_vreemde_sleutel_telt_niet() -> None:
    uitkomst = oordeel(lijn(WEG, met=VREEMD))
    assert codes(uitkomst) == ["sleutel_onbekend"]
    assert uitkomst.vernietigd == frozenset()


def test_een_verklaring_van_een_ander_spoor_wordt_tegengesproken() -> None:
    """A second trail of the same opgave with a real signature: one of the two is not true."""
    ander = lijn(WEG)
    uitkomst = oordeel(lijn(WOO), **verklaring(ander))
    assert codes(uitkomst) == ["verklaring_ongeldig"]
    assert uitkomst.vernietigd == frozenset()


def test_een_verklaring_van_een_andere_opgave_telt_niet() -> None:
    uitkomst = oordeel((), **verklaring(lijn(WEG, opgave="FL-2026-02")))
    assert codes(uitkomst) == ["andere_opgave"]
    assert uitkomst.vernietigd == frozenset()


@pytest.mark.parametrize("inhoud", [b"", b"{}", b"[]", b'{"spoor": []}', b'{"spoor": [{}]}', b"\xff", b"[" * 100_000])
def test_wat_geen_verklaring_is_wordt_genoemd(inhoud: bytes) -> None:
    uitkomst = oordeel((), onzin=inhoud)
    assert codes(uitkomst) == ["verklaring_ongeldig"]


def test_een_verklaring_over_iets_anders_of_onder_een_andere_naam_telt_niet() -> None:
    """Only destruction is stated, and the name says which day and line."""
    (inhoud,) = verklaring(lijn(WEG)).values()
    assert codes(oordeel((), anders=inhoud)) == ["verklaring_ongeldig"]
    regels = lijn(WOO)
    ruw = json.dumps({"spoor": [r.model_dump(mode="json") for r in regels]}).encode()
    assert codes(oordeel((), **{"2026-03-11-0001": ruw})) == ["verklaring_ongeldig"]


def test_wie_dit_niet_mag_staat_erbij() -> None:
    """A line that says that an auditor did more than an auditor may."""
    assert codes(oordeel(lijn(("bewaarplicht_gelegd", "auditor", {"kenmerk": "W-1"})))) == ["spoor_onbevoegd"]


def test_een_onleesbaar_spoor_is_een_bevinding_en_geen_fout() -> None:
    kapot = pak(())
    bestanden = {naam: kapot.lees(naam) for naam in kapot.bron.namen()}
    uitkomst = verklaringoordeel(pak_uit(Losbron({**bestanden, formaat.SPOOR: b"geen json\n"})), VERTROUWD)
    assert codes(uitkomst) == ["onleesbaar"]


def test_dezelfde_verklaring_is_altijd_byte_voor_byte_gelijk() -> None:
    """So that whoever was killed halfway can write it again."""
    regels = lijn(WOO, OP, WEG, MEER)
    assert verklaringen(regels) == verklaringen(regels)
    assert list(verklaringen(regels)) == ["verklaringen/2026-03-13-0003.json", "verklaringen/2026-03-14-0004.json"]


def test_een_echt_pak_blijft_heel_als_een_document_verklaard_weg_is(rijk: Echt, ander: Echt) -> None:
    """Without the statement it is not; the statement must be about that very document, and that may go at all."""
    weg = next(b for b in rijk.gepakt.manifest.bestanden if b.pad.startswith(formaat.STUKKEN))
    werk = Werk(rijk.bestanden, rijk, ander)
    next(r for r in werk.json(formaat.DOCUMENTEN) if r["sha256"] == weg.sha256)["soort"] = "genoemd"
    werk.hernoem_hashes()
    werk.teken(rijk.ondertekenaar)
    zonder = {pad: b for pad, b in werk.bestanden.items() if pad != weg.pad}
    daad: Daad = (WEG[0], WEG[1], {**WEG[2], "documenten": weg.sha256})
    goed, anders = (
        verklaringen(lijn(d, met=rijk.ondertekenaar, opgave=rijk.gepakt.manifest.opgave)) for d in (daad, WEG)
    )
    assert rijk.pak.spoor == ()
    assert [b.code for b in controleer(los(zonder)).bevindingen] == ["document_ontbreekt"]
    assert [b.code for b in controleer(los({**zonder, **anders})).bevindingen] == ["document_ontbreekt"]
    besloten = {pad: b for pad, b in rijk.bestanden.items() if pad != weg.pad}
    assert [b.code for b in controleer(los({**besloten, **goed})).bevindingen] == ["vernietiging_verboden"]
    uitkomst = controleer(los({**zonder, **goed}), sleutels=[rijk.sleutel])
    assert (uitkomst.heel, uitkomst.bevindingen) == (True, ())
    assert any("vernietigd" in m.zin for m in uitkomst.mededelingen)


def test_een_verklaring_van_na_een_wissel_brengt_de_nieuwe_sleutel_mee(rijk: Echt, ander: Echt) -> None:
    """Whoever has one key, the old or the new, or none: the change that both signed lies in the statement."""
    weg = next(b for b in rijk.gepakt.manifest.bestanden if b.pad.startswith(formaat.STUKKEN))
    werk = Werk(rijk.bestanden, rijk, ander)
    next(r for r in werk.json(formaat.DOCUMENTEN) if r["sha256"] == weg.sha256)["soort"] = "genoemd"
    werk.hernoem_hashes()
    werk.teken(rijk.ondertekenaar)
    zonder = {pad: b for pad, b in werk.bestanden.items() if pad != weg.pad}
    daad: Daad = (WEG[0], WEG[1], {**WEG[2], "documenten": weg.sha256})
    regels = lijn(daad, met=SLEUTEL, opgave=rijk.gepakt.manifest.opgave)
    op = rijk.gepakt.manifest.gemaakt_op
    wissels = (wissel(rijk.ondertekenaar, SLEUTEL, op), wissel(SLEUTEL, VREEMD, op))
    kaal, heel = verklaringen(regels), verklaringen(regels, wissels)
    assert heel == verklaringen(regels, wissels[:1]), "a change that came later adds nothing"
    for sleutels in ([rijk.sleutel], [vingerafdruk(SLEUTEL.publiek)], []):
        uitkomst = controleer(los({**zonder, **heel}), sleutels=sleutels)
        assert (uitkomst.heel, uitkomst.bevindingen) == (True, ()), sleutels
        assert not controleer(los({**zonder, **kaal}), sleutels=sleutels).heel


def test_een_wissel_in_een_verklaring_telt_alleen_met_beide_handtekeningen(rijk: Echt) -> None:
    """Anybody can lay a file beside a pack."""
    vals = wissel(rijk.ondertekenaar, VREEMD, rijk.gepakt.manifest.gemaakt_op).met(handtekening_oud=VREEMD.teken(b"x"))
    regels = lijn(WEG, met=VREEMD, opgave=rijk.gepakt.manifest.opgave)
    uitkomst = controleer(los({**rijk.bestanden, **verklaringen(regels, (vals,))}), sleutels=[rijk.sleutel])
    assert {b.code for b in uitkomst.bevindingen} == {"sleutelwissel_ongeldig", "sleutel_onbekend"}


def test_een_verklaring_met_een_sleutel_die_was_afgelost_valt_op(tmp_path: Path) -> None:
    """Whoever kept the old key can still sign; not for a day that lies after the change."""
    publiek = tmp_path / "oud.pub"
    publiek.write_bytes(publieke_pem(SLEUTEL.publiek))
    for op, aantal in ((TOEN, 2), (TOEN + timedelta(days=9), 0)):
        later = Verklaring(spoor=lijn(WOO, OP, WEG), wissels=(wissel(SLEUTEL, VREEMD, op),))
        uitkomst = controleer(pak((), **{pad_van(later.regel)[13:-5]: later.bytes_}), sleutels=[publiek])
        gevonden = [b.waar for b in uitkomst.bevindingen if b.code == "sleutel_afgelost"]
        assert gevonden == ["spoorregel 2", "spoorregel 3"][:aantal]


def test_een_begonnen_pak_is_geen_poging_en_een_weigering_staat_er_in_woorden() -> None:
    """Each pack made by hand leaves two lines; what was refused must not drown in them."""
    begonnen = _regel("pak_gemaakt", "opgavemanager", "begonnen", {})
    geweigerd = _regel("vertrouwelijk_verstrekt", "auditor", "geweigerd", {"regel": "bevoegdheid"})
    assert oordeel((begonnen,)).mededelingen == ()
    (mededeling,) = oordeel((geweigerd,)).mededelingen
    assert mededeling.zin == "Auditor probeerde vertrouwelijke stukken te verstrekken: geweigerd (bevoegdheid)."


def _regel(actie: Actie, functie: Functie, resultaat: str, gegevens: dict[str, str]) -> Spoorregel:
    """One line that says what became of an act."""
    inhoud = lijn((actie, functie, gegevens))[0].inhoud.met(resultaat=resultaat)
    handtekening = SLEUTEL.teken(te_tekenen(spoor.SOORT, inhoud.bytes_))
    return Spoorregel(**inhoud.model_dump(), handtekening=handtekening, sleutel_id=SLEUTEL.sleutel_id)


def test_een_spoor_dat_weg_is_wordt_een_keer_genoemd(rijk: Echt) -> None:
    bestanden = rijk.bestanden
    del bestanden[formaat.SPOOR]
    uitkomst = controleer(los(bestanden), sleutels=[rijk.sleutel])
    assert [(b.code, b.waar) for b in uitkomst.bevindingen] == [("bestand_ontbreekt", formaat.SPOOR)]


@pytest.mark.parametrize(
    "gegevens",
    [
        {"documenten": EEN, "besluit": "GS 7"},
        {"documenten": EEN, "besluit": "GS 7", "akkoord": "griffier"},
        {"documenten": EEN, "besluit": "GS 7", "akkoord": "griffier:s-provinciesecretaris"},
        {"documenten": EEN, "besluit": "GS 7", "akkoord": "auditor:s-2"},
        {"documenten": EEN, "akkoord": "griffier:s-2"},
    ],
)
def test_vernietigen_zonder_tweede_of_zonder_besluit_verklaart_niets(gegevens: dict[str, str]) -> None:
    """A well signed line is not enough: whoever holds the key can sign one, and then no document may be missing."""
    oordeel = verklaringoordeel(pak(lijn(("vernietigd", "provinciesecretaris", gegevens))), VERTROUWD)
    assert {b.code for b in oordeel.bevindingen} == {"spoor_onbevoegd"}
    assert oordeel.vernietigd == frozenset()


def test_een_verklaring_waarin_een_naam_twee_keer_staat_is_er_geen() -> None:
    """Two readers could read two things in it."""
    ((pad, inhoud),) = verklaringen(lijn(WEG)).items()
    dubbel = inhoud.replace(b'{\n "formaat"', b'{\n "spoor": [],\n "formaat"', 1)
    assert dubbel != inhoud
    oordeel = verklaringoordeel(pak((), **{pad: dubbel}), VERTROUWD)
    assert [b.code for b in oordeel.bevindingen] == ["verklaring_ongeldig"]
