"""Two readers over one pack: they agree on what was lived, and each difference is named where it is."""

import base64
import json
from dataclasses import replace
from typing import Any

import pytest
from pakken import Echt, los
from test_lezen import herschrijf, runs

from archief import formaat
from archief.pak import Pak
from audit.eens import lees_en_speel, nagespeeld_anders, oneens
from audit.film import film
from audit.lezen import vouw


def _met(echt: Echt, pad: str, inhoud: bytes) -> Pak:
    """The pack with one file replaced; nothing here looks at hashes of files."""
    return los({**echt.bestanden, pad: inhoud})


def _met_regel(echt: Echt, pad: str, nummer: int, **velden: Any) -> Pak:
    regels = [json.loads(regel) for regel in echt.bestanden[pad].splitlines()]
    regels[nummer].update(velden)
    return _met(echt, pad, "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in regels).encode())


def _geschiedenis(echt: Echt, nummer: int) -> tuple[str, dict[str, Any]]:
    pad = echt.pak.manifest.runs[nummer].pad
    return pad, json.loads(echt.bestanden[pad])


async def test_een_echt_pak_leest_twee_keer_gelijk(rijk: Echt, ander: Echt) -> None:
    """Two runs with everything in them, and a short life: fold, replay, receipts and facts tell one story."""
    for echt, aantal_runs in ((rijk, 2), (ander, 1)):
        uitkomst = await lees_en_speel(echt.pak)
        assert uitkomst.eens, uitkomst.bevindingen
        assert uitkomst.runs == aantal_runs == len(echt.pak.manifest.runs)
        assert uitkomst.feiten == echt.pak.manifest.tot_seq
        assert uitkomst.opdrachten == len(echt.pak.bewijzen)
        assert uitkomst.gebeurtenissen == sum(run.gebeurtenissen for run in echt.pak.manifest.runs)
        assert "overal op hetzelfde" in uitkomst.zin


async def test_een_gewijzigde_opdracht_verschilt_van_bewijs_en_feiten(rijk: Echt) -> None:
    """Both readers follow the forged history; the receipts in it and the recorded facts don't."""
    pad, geschiedenis = _geschiedenis(rijk, 0)
    verzoek = next(g for g in geschiedenis["events"] if "workflowExecutionUpdateAcceptedEventAttributes" in g)
    args = verzoek["workflowExecutionUpdateAcceptedEventAttributes"]["acceptedRequest"]["input"]["args"]
    herschrijf(args, lambda o: {**o, "door": {**o["door"], "subject": "u-99"}})
    uitkomst = await lees_en_speel(_met(rijk, pad, json.dumps(geschiedenis).encode()))
    codes = {(b.code, b.waar) for b in uitkomst.bevindingen}
    assert {
        ("bewijs_gewijzigd", "opdracht c1"),
        ("naspelen_anders", "opdracht c1"),
        ("feit_gewijzigd", "feit 1"),
    } <= codes
    assert not [b for b in uitkomst.bevindingen if b.code == "lezers_oneens"]
    assert "NIET" in uitkomst.zin
    assert len(uitkomst.bevindingen) < 30, "what follows from one change is told in short"


async def test_een_gewijzigd_feit_wordt_bij_zijn_nummer_genoemd(rijk: Echt) -> None:
    """Also when only a word was changed and the fingerprint was left alone."""
    regel = json.loads(rijk.bestanden[formaat.FEITEN].splitlines()[6])
    door = {**regel["door"], "subject": "u-99"}
    anders = [_met_regel(rijk, formaat.FEITEN, 6, hash="0" * 64), _met_regel(rijk, formaat.FEITEN, 6, door=door)]
    for pak in anders:
        assert [(b.code, b.waar) for b in (await lees_en_speel(pak)).bevindingen] == [("feit_gewijzigd", "feit 7")]


async def test_een_afgeknipte_staart_van_de_feiten_wordt_genoemd(rijk: Echt) -> None:
    """The pack says it is at rest, so history and facts end together."""
    regels = rijk.bestanden[formaat.FEITEN].splitlines(keepends=True)
    uitkomst = await lees_en_speel(_met(rijk, formaat.FEITEN, b"".join(regels[:-2])))
    assert [(b.code, b.waar) for b in uitkomst.bevindingen] == [("feit_ontbreekt", formaat.FEITEN)]


async def test_een_gewijzigd_of_vreemd_bewijs_wordt_genoemd(rijk: Echt) -> None:
    regels = [json.loads(r) for r in rijk.bestanden[formaat.BEWIJZEN].splitlines()]
    bewijs = {**regels[3]["bewijs"], "seq": 999}
    anders = await lees_en_speel(_met_regel(rijk, formaat.BEWIJZEN, 3, bewijs=bewijs))
    assert [(b.code, b.waar) for b in anders.bevindingen] == [("bewijs_gewijzigd", f"opdracht {regels[3]['opdracht']}")]
    vreemd = await lees_en_speel(_met_regel(rijk, formaat.BEWIJZEN, 3, opdracht="zomaar"))
    waar = {b.waar for b in vreemd.bevindingen}
    assert waar == {f"opdracht {regels[3]['opdracht']}", "opdracht zomaar"}


async def test_wat_niet_na_te_spelen_is_wordt_een_keer_genoemd(rijk: Echt) -> None:
    """A run that can't be replayed is one finding, not one for each of its facts."""
    pad, geschiedenis = _geschiedenis(rijk, 1)
    tekst = json.dumps(geschiedenis).replace("verwerk_feiten", "iets_anders")
    uitkomst = await lees_en_speel(_met(rijk, pad, tekst.encode()))
    assert [(b.code, b.waar) for b in uitkomst.bevindingen] == [("naspelen_mislukt", "run 2")]


async def test_lezers_die_verschillen_worden_bij_het_feit_genoemd() -> None:
    """Were one of the two readers wrong, in whatever part of the state, at whatever task: it shows."""
    geschiedenissen = runs("voortgezet")
    vouwing, gefilmd = vouw(geschiedenissen), await film(geschiedenissen)
    assert oneens(vouwing, gefilmd) == ()
    beelden = list(gefilmd.beelden)
    for plek, beeld in enumerate(beelden):
        geld = replace(beeld, stand=beeld.stand.met(notities={"x": None}))
        eerder = replace(beeld, stand=beeld.stand.met(seq=beeld.seq - 1))
        for anders, woord in ((geld, "notities"), (eerder, f"feit {beeld.seq - 1}")):
            (bevinding,) = oneens(vouwing, replace(gefilmd, beelden=(*beelden[:plek], anders, *beelden[plek + 1 :])))
            assert (bevinding.code, bevinding.waar) == ("lezers_oneens", f"feit {beeld.seq}")
            assert woord in bevinding.zin


async def test_een_werkmoment_dat_een_lezer_niet_zag_wordt_genoemd() -> None:
    """Unless nothing happened in it: Temporal takes such a task together with the next."""
    geschiedenissen = runs("gepauzeerd")
    vouwing, gefilmd = vouw(geschiedenissen), await film(geschiedenissen)
    for plek in range(1, len(gefilmd.beelden)):
        zonder = replace(gefilmd, beelden=gefilmd.beelden[:plek] + gefilmd.beelden[plek + 1 :])
        stil = gefilmd.beelden[plek].stand == gefilmd.beelden[plek - 1].stand
        assert bool(oneens(vouwing, zonder)) is not stil
    zonder_eerste = replace(vouwing, taken=vouwing.taken[1:])
    assert [b.code for b in oneens(zonder_eerste, gefilmd)] == ["lezers_oneens"]


async def test_een_bewijs_dat_naspelen_anders_geeft_wordt_genoemd() -> None:
    geschiedenissen = runs("gepauzeerd")
    vouwing, gefilmd = vouw(geschiedenissen), await film(geschiedenissen)
    assert nagespeeld_anders(vouwing, gefilmd) == ()
    update = next(iter(gefilmd.bewijzen))
    gefilmd.bewijzen[update] = gefilmd.bewijzen[update].met(seq=99)
    (bevinding,) = nagespeeld_anders(vouwing, gefilmd)
    assert (bevinding.code, bevinding.waar) == ("naspelen_anders", f"opdracht {vouwing.updates[update]}")


@pytest.mark.parametrize("tot", [30, 60])
async def test_een_pak_dat_niet_in_rust_was_mag_een_langere_geschiedenis_hebben(rijk: Echt, tot: int) -> None:
    """Facts up to a point, a history that goes on; but never the other way round."""
    feiten = b"".join(rijk.bestanden[formaat.FEITEN].splitlines(keepends=True)[:tot])
    manifest = json.loads(rijk.bestanden[formaat.MANIFEST])
    tot = min(tot, manifest["tot_seq"])
    bewijzen = [r for r in rijk.bestanden[formaat.BEWIJZEN].splitlines() if json.loads(r)["bewijs"]["seq"] <= tot]
    stukken = {
        formaat.FEITEN: feiten,
        formaat.BEWIJZEN: b"".join(r + b"\n" for r in bewijzen),
        formaat.MANIFEST: json.dumps({**manifest, "tot_seq": tot, "rust": False}).encode(),
    }
    assert (await lees_en_speel(los({**rijk.bestanden, **stukken}))).bevindingen == ()


def test_de_payloads_zijn_gewone_json(rijk: Echt) -> None:
    """What an auditor needs to follow the fold by hand: base64 around JSON, nothing else."""
    _, geschiedenis = _geschiedenis(rijk, 0)
    invoer = geschiedenis["events"][0]["workflowExecutionStartedEventAttributes"]["input"]["payloads"][0]
    assert base64.b64decode(invoer["metadata"]["encoding"]) == b"json/plain"
    assert json.loads(base64.b64decode(invoer["data"]))["opgave"] == rijk.pak.manifest.opgave
