"""Making a pack, writing it where somebody asked for it, and keeping it once."""

import json
import stat
import struct
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import insert
from temporalio.client import Client, WorkflowHistory
from temporalio.service import RPCError, RPCStatusCode

from archief import bewaren, formaat
from archief.afscherming import Afscherming
from archief.bewaren import bewaar
from archief.formaat import sha
from archief.geschiedenis import Rungeschiedenis, haal_runs
from archief.inhoud import GeenPak, lees_register
from archief.maken import Gepakt, Oogst, stel_samen
from archief.opslag import Opslag, OpslagFout, open_opslag
from archief.schrijven import PlekBezet, schrijf
from archief.stukken import documenten, genoemd
from archief.vertrouwelijk import nieuwe_sleutel, ontsleutel
from domain.keten import te_tekenen
from register import lezen, pakken
from register.documenten import alle_documenten
from register.tabellen_archief import STUK
from register.verbinding import Register, open_register
from runtime.instellingen import Instellingen
from runtime.sleutels import Ondertekenaar, controleer
from tests.register.proefleven import Proefleven, leg_vast

NU = datetime(2026, 3, 10, 9, tzinfo=UTC)
SLEUTEL = Ondertekenaar(Ed25519PrivateKey.generate())
GOUD = Path(__file__).parents[1] / "gouden" / "voortgezet"
STUKSOM = sha(b"de brief zelf")
ARCHIEFSLEUTEL = nieuwe_sleutel()


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A register with one life in it, of which a note names a document."""
    register = open_register(f"sqlite:///{tmp_path / 'register.db'}")
    leven = Proefleven().begonnen()
    stukken = [{"titel": "Brief", "referentie": "zaak 12", "sha256": STUKSOM}]
    leven.geef("OpenBesluit", code="kader", orgaan="PS", onderwerp="Kaders")
    leven.geef("LegVoor", functie="griffier", stap="B1", stukken=stukken)
    leg_vast(register, leven.alles())
    return register


def _runs(*, open_: bool = False) -> tuple[Rungeschiedenis, ...]:
    """The three runs of a golden life; with `open_` as if the last one went on."""
    teksten = [pad.read_text() for pad in sorted(GOUD.glob("geschiedenis-*.json"))]
    runs = tuple(
        Rungeschiedenis(f"run-{nr}", WorkflowHistory.from_json("opgave:GOUD", tekst))
        for nr, tekst in enumerate(teksten, start=1)
    )
    return runs if open_ else runs[:-1]


def _gepakt(register: Register, *, open_: bool = False, rust: bool = True, nu: datetime = NU) -> Gepakt:
    return stel_samen(Oogst(_runs(open_=open_), lees_register(register, "FL-2024-01"), rust), SLEUTEL, nu, "gevraagd")


def test_alles_in_het_pak_staat_met_zijn_hash_onder_de_handtekening(register: Register) -> None:
    gepakt = _gepakt(register)
    los = {formaat.MANIFEST, formaat.HANDTEKENING}
    assert {b.pad: (b.sha256, b.omvang) for b in gepakt.manifest.bestanden} == {
        pad: (sha(inhoud), len(inhoud)) for pad, inhoud in gepakt.open.items() if pad not in los
    }
    zegel = json.loads(gepakt.open[formaat.HANDTEKENING])["handtekening"]
    getekend = te_tekenen(formaat.SOORT, gepakt.open[formaat.MANIFEST])
    assert controleer(SLEUTEL.publiek, getekend, zegel)
    assert formaat.Manifest.model_validate_json(gepakt.open[formaat.MANIFEST]) == gepakt.manifest
    stand = lezen.stand(register, "FL-2024-01")
    assert stand is not None
    assert (gepakt.manifest.tot_seq, gepakt.manifest.kop) == (stand.seq, stand.kop)
    regels = gepakt.open[formaat.FEITEN].decode().splitlines()
    assert regels == [rij.tekst for rij in lezen.feiten(register, "FL-2024-01")]


def test_de_documenten_van_de_motor_zelf_liggen_in_het_pak(register: Register) -> None:
    gepakt = _gepakt(register)
    eigen = {rij.sha256 for rij, _ in alle_documenten(register, "FL-2024-01")}
    in_pak = {sha(b) for pad, b in gepakt.open.items() if pad.startswith(formaat.STUKKEN)}
    assert eigen
    assert in_pak == eigen
    lijst = json.loads(gepakt.open[formaat.DOCUMENTEN])
    assert {regel["pad"] for regel in lijst if regel["pad"]} <= gepakt.open.keys()


def test_van_wat_het_register_niet_kent_is_er_geen_pak(register: Register) -> None:
    with pytest.raises(GeenPak, match="FL-1999-09"):
        lees_register(register, "FL-1999-09")


def test_een_run_uit_een_eerder_pak_blijft_byte_voor_byte_gelijk() -> None:
    (eerste, *_) = _runs()
    ruw = json.dumps(eerste.historie.to_json_dict(), indent=3).encode()
    oud = Rungeschiedenis(eerste.run_id, WorkflowHistory.from_json("opgave:GOUD", ruw.decode()), ruw)
    assert oud.als_json() == ruw
    assert (oud.gebeurtenissen, oud.einde) == (eerste.gebeurtenissen, eerste.einde)


def test_een_ingeleverd_stuk_gaat_mee_en_een_stuk_over_iets_geheims_ligt_niet_open(register: Register) -> None:
    """Whatever name it was handed in under; the list never tells more than the neutral title."""
    rij = {"sha256": STUKSOM, "opgave": "FL-2024-01", "bestandsnaam": "brief.pdf", "mediatype": "application/pdf"}
    with register.schrijf() as verbinding:
        verbinding.execute(insert(STUK).values(**rij, inhoud=b"de brief zelf", toegevoegd_op=NU))
    stand, feiten = lezen.stand(register, "FL-2024-01"), lezen.feiten(register, "FL-2024-01")
    assert stand is not None
    (naam,) = genoemd(feiten)
    pad = f"documenten/{STUKSOM[:12]}-brief.pdf"
    open_, dicht = documenten(register, stand, feiten, Afscherming((), frozenset(), (), {}))
    assert (open_[pad], naam.titel, STUKSOM in open_[formaat.DOCUMENTEN].decode()) == (b"de brief zelf", "Brief", True)
    assert not dicht
    geheim = Afscherming((naam.seq,), frozenset(), (), {})
    open_, dicht = documenten(register, stand, feiten, geheim)
    assert dicht == {f"vertrouwelijk/{STUKSOM[:12]}-stuk.pdf": b"de brief zelf"}
    assert pad not in open_
    assert "brief" not in open_[formaat.DOCUMENTEN].decode().lower().replace("vertrouwelijk", "")


class Vergeten:
    """A server that forgot everything, and an archive that holds all runs while the register met the second first."""

    def get_workflow_handle(self, *_: object, **__: object) -> "Vergeten":
        return self

    async def fetch_history(self) -> WorkflowHistory:
        raise RPCError("workflow not found", RPCStatusCode.NOT_FOUND, b"")

    def eerste(self) -> str:
        return _echte_runs()[1].run_id

    def geschiedenis(self, run_id: str) -> bytes | None:
        return next((run.als_json() for run in _echte_runs() if run.run_id == run_id), None)


def _echte_runs() -> list[Rungeschiedenis]:
    """The golden runs under the ids they name themselves by."""
    runs, eerste = _runs(open_=True), _runs()[0].historie.events[0]
    id_ = eerste.workflow_execution_started_event_attributes.first_execution_run_id
    gevonden = list[Rungeschiedenis]()
    for run in runs:
        gevonden.append(Rungeschiedenis(id_, run.historie))
        id_ = run.volgende
    return gevonden


async def test_een_keten_begint_bij_de_run_die_de_runs_zelf_de_eerste_noemen() -> None:
    """Of a life from before runs were recorded the register knows the later ones only; none may be left out."""
    vergeten = Vergeten()
    runs = await haal_runs(cast(Client, vergeten), "opgave:GOUD", vergeten)
    assert [run.run_id for run in runs] == [run.run_id for run in _echte_runs()]
    assert len(runs) > 2


@pytest.mark.parametrize("naam", ["pak", "pak.zip"])
def test_een_pak_wordt_nooit_over_iets_heen_geschreven(tmp_path: Path, naam: str) -> None:
    doel = tmp_path / "uit" / naam
    schrijf({"manifest.json": b"1", "a/b.txt": b"2"}, doel)
    with pytest.raises(PlekBezet, match="bestaat al"):
        schrijf({"manifest.json": b"3"}, doel)
    hangend = tmp_path / "hangend"
    hangend.symlink_to(tmp_path / "nergens")
    with pytest.raises(PlekBezet):
        schrijf({"manifest.json": b"3"}, hangend)
    assert [p.name for p in (tmp_path / "uit").iterdir()] == [naam]
    if naam == "pak":
        assert (doel / "a" / "b.txt").read_bytes() == b"2"
        return
    with zipfile.ZipFile(doel) as zip_:
        assert {lid.filename: zip_.read(lid) for lid in zip_.infolist()} == {"manifest.json": b"1", "a/b.txt": b"2"}
        assert all(stat.S_ISREG(lid.external_attr >> 16) for lid in zip_.infolist())


@pytest.mark.parametrize("naam", ["pak", "pak.zip"])
def test_wat_niet_lukt_laat_niets_achter(tmp_path: Path, naam: str) -> None:
    """A file that can't be written halfway: a name that is longer than any file system takes."""
    stuk = {"a": b"1", "x" * 300: b"2"} if naam == "pak" else {"a": b"1", "x" * 70_000: b"2"}
    with pytest.raises((OSError, struct.error)):
        schrijf(stuk, tmp_path / "uit" / naam)
    assert not list((tmp_path / "uit").iterdir())


def test_hetzelfde_pak_ligt_er_een_keer_ook_van_tien_tegelijk(register: Register, tmp_path: Path) -> None:
    """Each maker has another moment and so another signature; still no two packs, and no mixed one."""
    opslag = open_opslag(Instellingen(gegevensmap=tmp_path))
    pakken_ = [_gepakt(register, nu=NU.replace(minute=nr)) for nr in range(10)]
    with ThreadPoolExecutor(10) as tegelijk:
        bewaard = list(tegelijk.map(lambda g: bewaar(opslag, g, lambda: ARCHIEFSLEUTEL), pakken_))
    assert ([b.nieuw for b in bewaard].count(True), len({(b.plek, b.sha256) for b in bewaard})) == (1, 1)
    winnaar = next(g for g, b in zip(pakken_, bewaard, strict=True) if b.nieuw)
    plek = bewaard[0].plek
    assert {p.removeprefix(f"{plek}/"): opslag.lees(p) for p in opslag.lijst(plek)} == winnaar.open


def test_wat_een_omgevallen_maker_achterliet_is_geen_pak_en_staat_niemand_in_de_weg(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a pack that tells more (at rest, a run that ended) comes beside the one that tells less."""
    monkeypatch.setattr(bewaren, "WACHT_HOOGSTENS", 0.0)
    opslag = open_opslag(Instellingen(gegevensmap=tmp_path))
    druk, rustig = _gepakt(register, rust=False), _gepakt(register)
    map_ = f"FL-2024-01/run-2-{rustig.manifest.tot_seq:06}"
    opslag.bewaar(f"{map_}/{formaat.HANDTEKENING}", b"half")
    plekken = [bewaar(opslag, gepakt, lambda: ARCHIEFSLEUTEL) for gepakt in (druk, rustig, druk)]
    einde = f"{rustig.manifest.tot_seq:06}"
    assert [b.plek for b in plekken] == [f"FL-2024-01/run-2.{nr}-{einde}" for nr in (2, 3, 2)]
    assert [b.nieuw for b in plekken] == [True, True, False]


def test_hoeveel_makers_er_ook_omvielen_er_wordt_een_keer_gewacht(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that failed halfway all night leaves a row of half folders; the next pack doesn't wait for each."""
    klok = Klok()
    monkeypatch.setattr(bewaren, "time", klok)
    opslag, gepakt = open_opslag(Instellingen(gegevensmap=tmp_path)), _gepakt(register)
    map_, einde = "FL-2024-01/run-2", f"{gepakt.manifest.tot_seq:06}"
    for nr in ("", *(f".{nr}" for nr in range(2, 10))):
        opslag.bewaar(f"{map_}{nr}-{einde}/{formaat.HANDTEKENING}", b"half")
    assert bewaar(opslag, gepakt, lambda: ARCHIEFSLEUTEL).plek == f"{map_}.10-{einde}"
    assert klok.nu <= bewaren.WACHT_HOOGSTENS + 1


class Begeeft(Opslag):
    """A store that gives up after so many writes."""

    def __init__(self, map_: Path, over: int) -> None:
        echt = open_opslag(Instellingen(gegevensmap=map_))
        super().__init__(echt._winkel, echt._map)
        self.over = over

    def bewaar(self, pad: str, inhoud: bytes) -> bool:
        self.over -= 1
        if self.over < 0:
            raise OpslagFout("vol")
        return super().bewaar(pad, inhoud)


def test_bij_welke_schrijfbeurt_het_archief_ook_opgeeft_later_ligt_er_een_heel_pak(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Full after each file in turn: no half pack ever passes for one, and the next maker makes it whole."""
    monkeypatch.setattr(bewaren, "WACHT_HOOGSTENS", 0.0)
    gepakt = _gepakt(register)
    for over in range(len(gepakt.open)):
        map_ = tmp_path / str(over)
        with pytest.raises(OpslagFout):
            bewaar(Begeeft(map_, over), gepakt, lambda: ARCHIEFSLEUTEL)
        opslag = open_opslag(Instellingen(gegevensmap=map_))
        assert not [pad for pad in opslag.lijst() if pad.endswith(formaat.MANIFEST)]
        plek = bewaar(opslag, gepakt, lambda: ARCHIEFSLEUTEL).plek
        ligt_er = {pad.removeprefix(f"{plek}/"): opslag.lees(pad) for pad in opslag.lijst(plek)}
        assert ligt_er == gepakt.open


class Klok:
    """A clock that only runs while somebody sleeps."""

    def __init__(self) -> None:
        self.nu = 0.0

    def monotonic(self) -> float:
        return self.nu

    def sleep(self, seconden: float) -> None:
        self.nu += seconden


def test_wat_vertrouwelijk_is_ligt_versleuteld_bij_het_pak_en_komt_er_weer_uit(
    register: Register, tmp_path: Path
) -> None:
    """Also the history of a run that the server no longer knows."""
    opslag = open_opslag(Instellingen(gegevensmap=tmp_path))
    open_ = _gepakt(register, open_=True)
    geheim = {pad: open_.open.pop(pad) for pad in list(open_.open) if pad.startswith(formaat.GESCHIEDENIS)}
    lijst = tuple(b for b in open_.manifest.bestanden if b.pad in geheim)
    rest = tuple(b for b in open_.manifest.bestanden if b.pad not in geheim)
    manifest = open_.manifest.model_copy(update={"bestanden": rest, "vertrouwelijk": lijst, "afgeschermd": (1,)})
    tekst = manifest.model_dump_json().encode()
    gepakt = Gepakt(manifest, {**open_.open, formaat.MANIFEST: tekst}, geheim)
    bewaard = bewaar(opslag, gepakt, lambda: ARCHIEFSLEUTEL)
    container = opslag.lees(f"{bewaard.plek}/{bewaren.CONTAINER}")
    assert ontsleutel(container, ARCHIEFSLEUTEL) == geheim
    assert not [pad for pad in opslag.lijst(bewaard.plek) if f"/{formaat.GESCHIEDENIS}" in pad]
    with register.schrijf() as verbinding:
        assert pakken.noteer(verbinding, bewaren.rijen(manifest, bewaard))
        assert not pakken.noteer(verbinding, bewaren.rijen(manifest, bewaard))
    ouder = bewaren.Archiefruns(lambda: opslag, register, "FL-2024-01", lambda: ARCHIEFSLEUTEL)
    assert ouder.geschiedenis("run-1") == geheim[manifest.runs[0].pad]
    assert ouder.geschiedenis("run-3") is None  # it still went on
