"""What a pack says of itself excuses nothing: haste, secrecy, a container beside it, an older key, an older program."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from binnendringer import kort_in
from pakken import Echt, los
from pydantic import Field
from vervalser import BEGIN, TAAK, VALS, Json, Werk, lees, zet

from archief import formaat, opruimen
from archief.formaat import Controlepuntregel, Sleutelbos
from audit.bevinding import Bevinding
from audit.controle import Oordeel, controleer
from audit.keuring import bestanden
from audit.keuring.feitregel import feitregel
from audit.keuring.regeltekst import zegt_hetzelfde
from audit.keuring.volledig import afgeschermd, blijvend, ondertekend, zelfde_feit
from audit.lezen import vouw
from audit.meer import controleer_samen
from domain.controlepunt import wortel
from domain.keten import te_tekenen
from domain.reglement.model import Reglement
from domain.reglement.register import LANDED, reglement
from domain.sleutelwissel import SOORT, Sleutel, Sleutelwissel, Wisselinhoud
from runtime.sleutels import publieke_pem

GISTEREN = datetime(2026, 5, 3, tzinfo=UTC)


def _oordeel(werk: Werk) -> Oordeel:
    """The verdict over a pack that was signed with the real key after this."""
    werk.hernoem_hashes()
    werk.teken(werk.echt.ondertekenaar)
    return controleer(los(werk.bestanden), sleutels=[werk.echt.sleutel])


def _codes(werk: Werk) -> set[str]:
    return {bevinding.code for bevinding in _oordeel(werk).bevindingen}


@pytest.fixture
def werk(rijk: Echt, ander: Echt) -> Werk:
    """The rich pack, on the bench of who may sign."""
    return Werk(rijk.bestanden, rijk, ander)


def _druk(rijk: Echt, ander: Echt, gemaakt_op: str) -> Werk:
    """A pack that ends in the middle because something was under way, made at this moment; no checkpoint tells."""
    werk = kort_in(rijk, ander)
    vers = Werk(werk.bestanden, rijk, ander)
    vers.bestanden |= {formaat.CONTROLEPUNTEN: b"", formaat.DOCUMENTEN: b"[]\n"}
    vers.manifest["gemaakt_op"] = gemaakt_op
    return vers


def test_een_druk_moment_is_geen_vervalsing(rijk: Echt, ander: Echt) -> None:
    """The register is read before the history: a bundle that went out in between stands in the history only."""
    oordeel = _oordeel(_druk(rijk, ander, rijk.gepakt.manifest.gemaakt_op.isoformat()))
    assert oordeel.bevindingen == ()
    assert any("onderweg" in m.zin for m in oordeel.mededelingen)


def test_een_druk_moment_verbergt_niet_wat_er_al_lang_stond(rijk: Echt, ander: Echt) -> None:
    oordeel = _oordeel(_druk(rijk, ander, "2099-01-01T00:00:00Z"))
    assert [b.code for b in oordeel.bevindingen] == ["staart_afgeknipt"]
    assert "al lang in het register" in oordeel.bevindingen[0].zin


def test_wat_na_een_druk_moment_kwam_wordt_ook_vergeleken(rijk: Echt, ander: Echt) -> None:
    """Facts after the end of the pack are held against what the fold makes of the history."""
    werk = _druk(rijk, ander, rijk.gepakt.manifest.gemaakt_op.isoformat())
    payloads = werk.bundels(2)[-1][TAAK]["input"]
    waarde = lees(payloads)
    waarde["feiten"][-1]["door"]["subject"] = "een-ander"
    zet(payloads, waarde)
    assert _codes(werk) == {"run_gewijzigd"}


@pytest.mark.parametrize("veld", [{"titel": "Een mooiere titel"}, {"afgerond": True}])
def test_ook_van_een_druk_moment_kloppen_titel_en_afloop(rijk: Echt, ander: Echt, veld: Json) -> None:
    werk = _druk(rijk, ander, rijk.gepakt.manifest.gemaakt_op.isoformat())
    werk.manifest.update(veld)
    assert _codes(werk) == {"manifest_tegenspraak"}


def _naar_vertrouwelijk(werk: Werk, *paden: str) -> None:
    manifest = werk.manifest
    manifest["vertrouwelijk"] += [b for b in manifest["bestanden"] if b["pad"] in paden]
    manifest["bestanden"] = [b for b in manifest["bestanden"] if b["pad"] not in paden]
    for pad in paden:
        werk.bestanden.pop(pad)


@pytest.mark.parametrize("dicht", [[], [3]])
def test_geheim_noemen_wat_niet_geheim_is_wordt_gezien(werk: Werk, dicht: list[int]) -> None:
    """The histories go out of the pack, so that nobody folds them; no fact is shielded, or one that lies open."""
    werk.manifest["afgeschermd"] = dicht
    _naar_vertrouwelijk(werk, werk.pad(1), werk.pad(2))
    assert "manifest_tegenspraak" in _codes(werk)


def test_een_afgeschermd_feit_met_de_geschiedenis_open_ernaast_wordt_gezien(werk: Werk) -> None:
    feit = werk.feiten[2]
    werk.feiten[2] = {"seq": 3, "hash": feit["hash"], "soort": "X", "vastgelegd_op": feit["vastgelegd_op"]}
    werk.feiten[2]["afgeschermd"] = True
    werk.manifest["afgeschermd"] = [3]
    assert "manifest_tegenspraak" in _codes(werk)


def test_bewijzen_liggen_altijd_open(werk: Werk) -> None:
    """Named among the confidential files they could be left out without a word."""
    _naar_vertrouwelijk(werk, formaat.BEWIJZEN)
    assert _codes(werk) == {"manifest_tegenspraak"}


def test_een_eigen_document_kan_niet_elders_liggen(werk: Werk) -> None:
    regel = next(r for r in werk.json(formaat.DOCUMENTEN) if r["pad"] and r["soort"] != "genoemd")
    werk.manifest["bestanden"] = [b for b in werk.manifest["bestanden"] if b["pad"] != regel["pad"]]
    del werk.bestanden[regel["pad"]]
    regel["pad"] = ""
    assert _codes(werk) == {"document_ontbreekt"}


def test_ook_wat_met_niets_wordt_vergeleken_moet_te_lezen_zijn(werk: Werk) -> None:
    werk.bestanden[formaat.BEKLEDING] = b'{"nr": "geen nummer"}\n'
    assert _codes(werk) == {"onleesbaar"}


def test_de_container_naast_een_pak_in_de_opslag_is_geen_vreemd_bestand(rijk: Echt, ander: Echt) -> None:
    """Where nothing is confidential there is no container either."""
    werk = Werk(rijk.bestanden | {formaat.CONTAINER: b"age"}, rijk, ander)
    assert _codes(werk) == {"bestand_onbekend"}
    werk.manifest["vertrouwelijk"] = [{"pad": "vertrouwelijk/geheim.pdf", "sha256": "a" * 64, "omvang": 3}]
    assert _codes(werk) == set()
    assert formaat.CONTAINER == opruimen.CONTAINER


DICHT: Json = {"seq": 3, "hash": "a", "soort": "Genoteerd", "vastgelegd_op": "2026-05-03T10:00:00+00:00"}


@pytest.mark.parametrize(
    ("regels", "genoemd", "codes"),
    [
        ([{**DICHT, "afgeschermd": True}], (3,), []),
        ([DICHT], (3,), ["manifest_tegenspraak"]),
        ([{**DICHT, "afgeschermd": True}], (), ["manifest_tegenspraak"]),
        ([{**DICHT, "afgeschermd": True, "opdracht": "c9"}], (3,), ["feit_gewijzigd"]),
        ([], (3,), ["manifest_tegenspraak"]),
    ],
)
def test_precies_wat_het_manifest_noemt_is_afgeschermd(
    rijk: Echt, regels: list[Json], genoemd: tuple[int, ...], codes: list[str]
) -> None:
    manifest = rijk.gepakt.manifest.met(afgeschermd=genoemd)
    assert [b.code for b in afgeschermd(manifest, regels)] == codes


@pytest.mark.parametrize(
    ("anders", "goed"),
    [({}, True), ({"soort": "OpgaveAfgesloten"}, False), ({"vastgelegd_op": "2026-05-04T10:00:00Z"}, False)],
)
def test_een_afgeschermde_regel_zegt_alleen_wat_waar_is(rijk: Echt, anders: Json, goed: bool) -> None:
    """Once the whole fact was handed out, kind and moment of the open line are looked at too."""
    heel = feitregel(json.loads(rijk.bestanden[formaat.FEITEN].splitlines()[2]))
    regel = {"seq": heel.seq, "hash": heel.hash, "soort": heel.soort, "afgeschermd": True}
    regel["vastgelegd_op"] = str(heel.ruw["vastgelegd_op"]).replace("Z", "+00:00")
    assert zelfde_feit({**regel, **anders}, heel) is goed


def _afgelost(werk: Werk, op: datetime) -> None:
    """Another key took over; the pack is signed with the old one all the same."""
    echt = werk.echt.ondertekenaar
    inhoud = Wisselinhoud(
        oud=echt.sleutel_id, nieuw=VALS.sleutel_id, pem=publieke_pem(VALS.publiek).decode(), op=op, reden="Jaarlijks."
    )
    bytes_ = te_tekenen(SOORT, inhoud.bytes_)
    wissel = Sleutelwissel(
        **inhoud.model_dump(), handtekening_oud=echt.teken(bytes_), handtekening_nieuw=VALS.teken(bytes_)
    )
    oud, nieuw = (
        Sleutel(sleutel_id=o.sleutel_id, pem=publieke_pem(o.publiek).decode(), vanaf=op) for o in (echt, VALS)
    )
    werk.bestanden[formaat.SLEUTELS] = Sleutelbos(sleutels=(oud, nieuw), wissels=(wissel,)).model_dump_json().encode()


@pytest.mark.parametrize(("geleden", "codes"), [(timedelta(hours=1), set()), (timedelta(days=3), {"sleutel_afgelost"})])
def test_een_pak_mag_niet_met_een_afgeloste_sleutel_getekend_zijn(
    werk: Werk, geleden: timedelta, codes: set[str]
) -> None:
    """Whoever finds an old key can't sign packs with it: not of today, and not dated back beside a later change."""
    gemaakt = werk.echt.gepakt.manifest.gemaakt_op
    _afgelost(werk, gemaakt - geleden)
    gevonden = {b for b in _oordeel(werk).bevindingen if b.waar == formaat.HANDTEKENING}
    assert {b.code for b in gevonden} == codes


def test_wat_niet_heel_is_bewijst_alleen_hashes(rijk: Echt, werk: Werk) -> None:
    """A fact was changed and its hash kept: an anchor confirms the hash, and that must not read as proof of the fact."""
    anker = json.loads(rijk.bestanden[formaat.FEITEN].splitlines()[-1])
    mail = f"Bewijs: feit {anker['seq']}, {anker['hash']}"
    werk.feiten[9]["door"]["subject"] = "een-ander"
    werk.hernoem_hashes()
    werk.teken(rijk.ondertekenaar)
    oordeel = controleer(los(werk.bestanden), sleutels=[rijk.sleutel], ankers=[mail])
    assert "bewezen door anderen" in oordeel.bewezen
    assert oordeel.bewezen.startswith("Dit pak is niet heel. Wat hierna volgt gaat alleen over hashes")


def test_het_oordeel_zegt_tot_wanneer_het_pak_gaat(rijk: Echt) -> None:
    """A pack may be honest and old: what came later is not in it, and that must be plain."""
    oordeel = controleer(rijk.pak, sleutels=[rijk.sleutel])
    assert f"van {rijk.gepakt.manifest.gemaakt_op.year}" not in oordeel.bewezen
    assert "wat later kwam, kan er niet in staan" in oordeel.bewezen


class Ruimer(Reglement):
    """The rules as a later program knows them: with a field that says no when it is not written."""

    nieuwe_regel: bool = False
    nieuwe_lijst: tuple[str, ...] = Field(default=())


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Run the check as a later program, in which the landed rules have more fields."""

    def zet(waarde: bool) -> None:
        bestanden._vastgesteld.cache_clear()
        monkeypatch.setattr(
            bestanden,
            "reglement",
            lambda code: Ruimer.model_validate({**reglement(code).model_dump(), "nieuwe_regel": waarde}),
        )

    return zet


def test_een_veld_dat_later_bij_een_reglement_kwam_maakt_oude_pakken_niet_verdacht(
    rijk: Echt, later: Callable[[bool], None]
) -> None:
    later(False)
    try:
        assert controleer(rijk.pak, sleutels=[rijk.sleutel]).bevindingen == ()
        later(True)  # and a landed rule that was changed is seen
        assert {b.code for b in controleer(rijk.pak, sleutels=[rijk.sleutel]).bevindingen} == {"reglement_gewijzigd"}
    finally:
        bestanden._vastgesteld.cache_clear()


def test_elk_vastgesteld_reglement_herkent_zijn_eigen_tekst() -> None:
    for code in LANDED:
        assert zegt_hetzelfde(reglement(code), json.loads(formaat.reglementbytes(reglement(code))))


@pytest.mark.parametrize("verander", [{"extra": 1}, {"geldig_vanaf": "1999-01-01"}, {"code": None}])
def test_andere_regels_in_een_pak_blijven_een_bevinding(werk: Werk, verander: Json) -> None:
    pad = next(p for p in werk.bestanden if p.startswith(formaat.REGLEMENTEN))
    werk.bestanden[pad] = json.dumps(json.loads(werk.bestanden[pad]) | verander).encode()
    assert "reglement_gewijzigd" in _codes(werk)


def _later_punt(echt: Echt, bladen: int) -> dict[str, bytes]:
    """The same pack with its checkpoint under a next number, over fewer opgaven."""
    regel = Controlepuntregel.model_validate_json(echt.bestanden[formaat.CONTROLEPUNTEN].splitlines()[-1])
    over = regel.bladen[:bladen]
    punt = regel.controlepunt.met(nr=regel.controlepunt.nr + 1, aantal=len(over), wortel=wortel(over))
    tekst = regel.met(controlepunt=punt, bladen=over).model_dump_json()
    return echt.bestanden | {formaat.CONTROLEPUNTEN: f"{tekst}\n".encode()}


def test_een_opgave_die_uit_latere_controlepunten_verdween_wordt_gemist(rijk: Echt, ander: Echt) -> None:
    """Also when nobody said that these packs are all there is."""
    gevonden = controleer_samen([ander.pak, los(_later_punt(rijk, 1))], volledig=False)
    assert [(b.code, b.waar.split(",")[0]) for b in gevonden] == [("opgave_ontbreekt", "GOUD-02")]
    heel: tuple[Bevinding, ...] = ()
    assert controleer_samen([ander.pak, los(_later_punt(rijk, 2))], volledig=False) == heel


def test_een_run_die_in_een_andere_verder_ging_hoort_hier_niet(werk: Werk) -> None:
    """The run before says which run it went on in, so another one can't be put in its place."""
    verder = "workflowExecutionContinuedAsNewEventAttributes"
    werk.met(1, verder)[0][verder]["newExecutionRunId"] = "00000000-0000-0000-0000-000000000000"
    assert _codes(werk) == {"run_ontbreekt"}


def test_elke_run_noemt_dezelfde_eerste_run(werk: Werk) -> None:
    werk.gebeurtenissen(2)[0][BEGIN]["firstExecutionRunId"] = "00000000-0000-0000-0000-000000000000"
    assert _codes(werk) == {"run_gewijzigd"}


def test_de_datum_in_het_grootboek_gaat_niet_terug(werk: Werk) -> None:
    """It is not under the signature of the line, so it must fit what lies around it."""
    werk.grootboek[3]["getekend_op"] = "2020-01-01T00:00:00Z"
    assert _codes(werk) == {"grootboek_gewijzigd"}


def test_een_pak_kan_niet_ouder_zijn_dan_wat_erin_ligt(werk: Werk) -> None:
    """Dated back, an anchor of later would seem to say nothing about it."""
    werk.manifest["gemaakt_op"] = "2020-01-01T00:00:00Z"
    assert _codes(werk) == {"manifest_tegenspraak"}


def test_een_grootboekregel_is_niet_getekend_voor_het_feit_waar_hij_over_gaat(rijk: Echt) -> None:
    """A key that was found later can't sign facts of after the change, whatever date it writes."""
    regel = rijk.pak.grootboek[0]
    later = regel.getekend_op + timedelta(days=400)
    assert [o.op for o in ondertekend([regel], {regel.tot_seq: later})] == [later]
    assert [o.op for o in ondertekend([regel], {})] == [regel.getekend_op]


def test_een_stuk_waarop_besloten_is_verdwijnt_met_geen_verklaring(rijk: Echt) -> None:
    """Whoever holds the key can sign that it was destroyed; it may not be."""
    stand = vouw(rijk.pak.geschiedenissen).stand
    eigen = [regel for regel in rijk.pak.documenten if regel.soort != "genoemd"]
    besloten = [regel for regel in eigen if stand.stappen[regel.stap].status == "besloten"]
    assert besloten
    alles = frozenset(regel.sha256 for regel in rijk.pak.documenten)
    gevonden = list(blijvend(stand, rijk.pak.documenten, alles))
    assert {b.code for b in gevonden} == {"vernietiging_verboden"}
    assert {b.waar for b in gevonden} >= {f"feit {regel.seq}" for regel in besloten}
    assert list(blijvend(stand, rijk.pak.documenten, ())) == []
    assert list(blijvend(None, rijk.pak.documenten, alles)) == []
