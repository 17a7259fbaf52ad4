"""The auditor's role on the command line: what is confidential, holds, destruction, and who held a function."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert
from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHistory
from test_cli_hulp import ID, NU, Wereld, begonnen, leeg_register, wereld

from archief import formaat
from archief.archiveren import Archief
from archief.bewaren import bewaar
from archief.formaat import CONTAINER
from archief.geschiedenis import Rungeschiedenis
from archief.inhoud import GeenPak, lees_register
from archief.maken import Gepakt, Oogst, stel_samen
from archief.opruimen import ruim_op
from archief.opslag import Opslag, OpslagFout, open_opslag
from archief.pak import open_pak
from archief.schrijven import schrijf
from archief.vertrouwelijk import archiefsleutel, ontsleutel
from audit.controle import controleer
from domain.basis import Weigering
from register import documenten, sleutels, spoor
from register.tabellen_archief import STUK
from register.vernietigen import kandidaten
from runtime.instellingen import Instellingen, lees_instellingen
from runtime.sleutels import Ondertekenaar, lees_ondertekenaar, vingerafdruk
from starter.beheer_archief import Beheer
from starter.cli.wie import afzender
from starter.verstrekking import pak_van, uit_archief

__all__ = ["leeg_register", "wereld"]

GEHEIM = "aankoop van het perceel aan de Kust"
BIJLAGE = b"een taxatie van buiten"
SHA = hashlib.sha256(BIJLAGE).hexdigest()
SECRETARIS = ("--als", "provinciesecretaris")
JURIST = ("--als", "jurist")
BESLUIT = ("--besluit", "GS 2026-7", "--categorie", "4.1", "--datum", "2026-03-01", "--akkoord", "griffier:s-2")


@pytest.fixture(autouse=True)
def sleutel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ondertekenaar:
    """The keys of a machine that serves, and no server to be found."""
    monkeypatch.setenv("OPGAVE_GEGEVENSMAP", str(tmp_path))
    monkeypatch.setenv("OPGAVE_TEMPORAL__ADRES", "127.0.0.1:1")
    monkeypatch.setenv("OPGAVE_SMTP__POORT", "1")
    archiefsleutel(instellingen(), mag_maken=True)
    return lees_ondertekenaar(tmp_path / "ondertekensleutel.pem", mag_maken=True)


def instellingen() -> Instellingen:
    return lees_instellingen()


def opslag() -> Opslag:
    return open_opslag(instellingen())


def met_stuk(wereld: Wereld, *, geheim: bool = False) -> Wereld:
    """A life with a proposal that names a document from outside, whose bytes were handed in."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="A8", orgaan="PS", onderwerp=GEHEIM)
    stuk = {"titel": "Taxatie", "referentie": "D-1", "sha256": SHA}
    wereld.tik("LegVoor", stap="B1", kennisgeving_op="2026-03-01", stukken=[stuk])
    if geheim:
        velden = {"orgaan": "GS", "grond": "Woo 5.1 lid 2 b", "neutrale_titel": "grondzaak", "referentie": "DOC-7"}
        wereld.tik("LegGeheimhoudingOp", "bestuurssecretariaat", stap="B1", **velden)
    with wereld.register.schrijf() as verbinding:
        rij = {"bestandsnaam": "taxatie.txt", "mediatype": "text/plain", "toegevoegd_op": NU}
        verbinding.execute(insert(STUK).values(**rij, opgave=ID, sha256=SHA, inhoud=BIJLAGE))
    return wereld


def gepakt(wereld: Wereld, run: str = "run-1") -> Gepakt:
    """The pack of this life, with a history of one event in place of a real one."""
    event = HistoryEvent(event_id=1, event_type=EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)
    event.event_time.FromDatetime(NU)
    run_ = Rungeschiedenis(run, WorkflowHistory(f"opgave:{ID}", [event]))
    oogst = Oogst((run_,), lees_register(wereld.register, ID), rust=True)
    return stel_samen(oogst, lees_ondertekenaar(instellingen().ondertekensleutel), NU, "gevraagd")


def bewaard(wereld: Wereld, *runs: str) -> list[str]:
    """Packs in the archive; gives where."""
    return [bewaar(opslag(), gepakt(wereld, run), lambda: archiefsleutel(instellingen())).plek for run in runs]


def ergens(plek: Path, naald: bytes) -> list[str]:
    """The files below a folder in which these bytes stand."""
    return [pad.name for pad in plek.rglob("*") if pad.is_file() and naald in pad.read_bytes()]


def regels(wereld: Wereld) -> list[tuple[str, str, str]]:
    return [(r.actie, r.functie, r.resultaat) for r in spoor.lijst(wereld.register, ID)]


# ------------------------------------------------------------------------------------------------------- confidential


@pytest.fixture
def auditor(wereld: Wereld, tmp_path: Path) -> tuple[Path, str]:
    """A key that an auditor made, and its public half."""
    pad = tmp_path / "auditor.key"
    uit = json.loads(wereld("audit", "ontvangersleutel", "--uit", str(pad), "--json").uit)
    return pad, uit["publiek"]


def verstrek(wereld: Wereld, aan: str, uit: Path, *meer: str) -> Any:
    return wereld("audit", "verstrek", ID, "--aan", aan, "--reden", "onderzoek rekenkamer", "--uit", str(uit), *meer)


def test_een_auditor_opent_wat_verstrekt_is_en_het_pak_wordt_er_heel_van(
    wereld: Wereld, auditor: tuple[Path, str], tmp_path: Path
) -> None:
    """The whole way: out of the archive, encrypted, logged, opened beside the pack it belongs to."""
    sleutel, publiek = auditor
    bewaard(met_stuk(wereld, geheim=True), "run-1")
    doos, uit = tmp_path / "geheim.age", tmp_path / "open"
    gegeven = verstrek(wereld, publiek, doos, *JURIST)
    assert gegeven.code == 0, gegeven.alles
    assert GEHEIM.encode() not in doos.read_bytes()
    zip_ = tmp_path / "geheim.age.pak.zip"
    open_ = wereld("audit", "ontsluit", str(zip_), str(doos), "--sleutel", str(sleutel), "--uit", str(uit))
    assert open_.code == 0, open_.alles
    assert "feiten.jsonl" in ergens(uit / "vertrouwelijk", GEHEIM.encode())
    assert ergens(uit / "vertrouwelijk", GEHEIM.encode()) == ergens(uit, GEHEIM.encode())
    assert open_pak(uit).geschiedenissen[0]["events"]


def test_wat_verstrekt_werd_staat_met_alle_hashes_in_het_spoor(
    wereld: Wereld, auditor: tuple[Path, str], tmp_path: Path
) -> None:
    """Who, to which key, why, what, and which container."""
    bewaard(met_stuk(wereld, geheim=True), "run-1")
    doos = tmp_path / "geheim.age"
    verstrek(wereld, str(tmp_path / "auditor.key"), doos, *JURIST)
    assert not doos.exists(), "a secret key is no recipient"
    verstrek(wereld, auditor[1], doos, *JURIST)
    (regel,) = spoor.lijst(wereld.register, ID)
    assert (regel.actie, regel.functie, regel.gegevens["aan"]) == ("vertrouwelijk_verstrekt", "jurist", auditor[1])
    assert regel.gegevens["reden"] == "onderzoek rekenkamer"
    assert regel.gegevens["container"] == hashlib.sha256(doos.read_bytes()).hexdigest()
    inhoud = ontsleutel(doos.read_bytes(), auditor[0].read_text().splitlines()[1])
    assert regel.gegevens["bestanden"].split(",") == [hashlib.sha256(b).hexdigest() for _, b in sorted(inhoud.items())]


def test_wat_niet_te_schrijven_is_wordt_niet_verstrekt_en_niet_opgeschreven(
    wereld: Wereld, auditor: tuple[Path, str], tmp_path: Path
) -> None:
    """Whichever of the two files is in the way."""
    bewaard(met_stuk(wereld, geheim=True), "run-1")
    for bezet in ("geheim.age", "geheim.age.pak.zip"):
        (tmp_path / bezet).write_bytes(b"al iets")
        uit = verstrek(wereld, auditor[1], tmp_path / "geheim.age", *JURIST)
        assert (uit.code, "bestaat al" in uit.fout) == (2, True), uit.alles
        assert regels(wereld) == []
        (tmp_path / bezet).unlink()
    assert not (tmp_path / "geheim.age").exists()


def test_wie_omvalt_na_de_regel_heeft_niets_verstrekt_en_nooit_andersom(
    wereld: Wereld, auditor: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line stands before a byte of the container does; when the disk is full after that, the trail says so too."""
    bewaard(met_stuk(wereld, geheim=True), "run-1")
    stond = list[int]()

    def vol(*_: object) -> bool:
        stond.append(len(regels(wereld)))
        raise OSError(28, "geen ruimte")

    monkeypatch.setattr("starter.uitgeven.plaats", vol)
    uit = verstrek(wereld, auditor[1], tmp_path / "geheim.age", *JURIST)
    assert (uit.code, "de schijf is vol" in uit.fout, stond) == (2, True, [1])
    assert [uitkomst for *_, uitkomst in regels(wereld)] == ["gelukt", "mislukt"]
    assert not list(tmp_path.glob("geheim.age*"))


def test_van_een_open_pak_is_niets_te_verstrekken(wereld: Wereld, auditor: tuple[Path, str], tmp_path: Path) -> None:
    bewaard(met_stuk(wereld), "run-1")
    uit = verstrek(wereld, auditor[1], tmp_path / "geheim.age", *JURIST)
    assert (uit.code, "niets vertrouwelijk" in uit.uit) == (0, True)
    assert not (tmp_path / "geheim.age").exists()
    assert regels(wereld) == []


@pytest.mark.parametrize("functie", ["auditor", "opgavemanager", "beheerder"])
def test_wie_niet_mag_verstrekken_krijgt_niets_en_de_poging_staat_er(
    wereld: Wereld, auditor: tuple[Path, str], tmp_path: Path, functie: str
) -> None:
    bewaard(met_stuk(wereld, geheim=True), "run-1")
    uit = verstrek(wereld, auditor[1], tmp_path / "geheim.age", "--als", functie)
    assert (uit.code, "Geweigerd (bevoegdheid)" in uit.fout) == (1, True)
    assert not (tmp_path / "geheim.age").exists()
    assert regels(wereld) == [("vertrouwelijk_verstrekt", functie, "geweigerd")]


def test_met_alleen_een_opgegeven_naam_wordt_niets_verstrekt(
    wereld: Wereld, auditor: tuple[Path, str], tmp_path: Path
) -> None:
    bewaard(met_stuk(wereld, geheim=True), "run-1")
    uit = verstrek(wereld, auditor[1], tmp_path / "geheim.age", "--als", "jurist:iemand")
    assert (uit.code, "zekerheid" in uit.fout) == (1, True)


def test_de_container_van_een_ander_pak_gaat_niet_open(
    wereld: Wereld, auditor: tuple[Path, str], tmp_path: Path
) -> None:
    """The pack that the auditor has must be the pack that was handed out with it."""
    bewaard(met_stuk(wereld, geheim=True), "run-1")
    doos = tmp_path / "geheim.age"
    verstrek(wereld, auditor[1], doos, *JURIST)
    wereld.tik("Noteer", tekst="Iets nieuws.")
    schrijf(gepakt(wereld, "run-2").open, tmp_path / "nieuwer")
    uit = wereld("audit", "ontsluit", str(tmp_path / "nieuwer"), str(doos), "--sleutel", str(auditor[0]))
    assert (uit.code, "hoort niet bij dit pak" in uit.fout) == (2, True)
    assert not (tmp_path / "nieuwer/vertrouwelijk").exists()


def test_een_sleutel_wordt_nooit_overschreven(wereld: Wereld, auditor: tuple[Path, str]) -> None:
    voor = auditor[0].read_bytes()
    assert wereld("audit", "ontvangersleutel", "--uit", str(auditor[0])).code == 2
    assert auditor[0].read_bytes() == voor
    assert auditor[0].stat().st_mode & 0o777 == 0o600


# --------------------------------------------------------------------------------------------- holds and destruction


def test_een_bewaarplicht_houdt_vernietiging_tegen_tot_zij_is_opgeheven(wereld: Wereld) -> None:
    """Everything of it stands in the trail, also what was refused."""
    met_stuk(wereld)
    leg = ("audit", "bewaarplicht", ID, "--grond", "woo", "--kenmerk", "W-1", *JURIST)
    assert wereld(*leg).code == 0
    assert wereld(*leg).code == 1, "the mark is in use"
    weg = ("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS)
    nee = wereld(*weg)
    assert (nee.code, "Geweigerd (bewaarplicht)" in nee.fout, "W-1" in nee.fout) == (1, True, True)
    assert documenten.stukken(wereld.register, ID) != ()
    assert wereld("audit", "bewaarplicht-op", ID, "--kenmerk", "W-1", *JURIST).code == 0
    assert wereld("audit", "bewaarplicht-op", ID, "--kenmerk", "W-1", *JURIST).code == 1
    assert wereld(*weg).code == 0
    assert [r[::2] for r in regels(wereld)] == [
        ("bewaarplicht_gelegd", "gelukt"),
        ("bewaarplicht_gelegd", "geweigerd"),
        ("vernietigd", "geweigerd"),
        ("bewaarplicht_opgeheven", "gelukt"),
        ("bewaarplicht_opgeheven", "geweigerd"),
        ("vernietigd", "gelukt"),
    ]


def test_een_bewaarplicht_met_een_laatste_dag_loopt_vanzelf_af(wereld: Wereld) -> None:
    met_stuk(wereld)
    leg = ("audit", "bewaarplicht", ID, "--grond", "onderzoek", "--kenmerk", "W-1", *JURIST)
    assert wereld(*leg, "--tot", "2026-03-01").code == 2, "that day is past"
    assert wereld(*leg, "--tot", "2026-03-20").code == 0
    wereld.nu += timedelta(days=10)
    assert wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS).code == 1
    wereld.nu += timedelta(days=1)
    assert wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS).code == 0


def test_vernietigd_is_weg_uit_register_en_elk_pak_en_de_verklaring_blijft(wereld: Wereld, tmp_path: Path) -> None:
    """Two packs in the archive; no byte of it is left, and a later pack lists it without its bytes."""
    plekken = bewaard(met_stuk(wereld), "run-1", "run-2")
    assert len(ergens(tmp_path / "archief", BIJLAGE)) == 2
    assert wereld("audit", "vernietig", ID, "--documenten", SHA[:12], *BESLUIT, *SECRETARIS).code == 0
    assert ergens(tmp_path, BIJLAGE) == []
    for plek in plekken:
        (verklaring,) = (tmp_path / "archief" / plek / "verklaringen").iterdir()
        regel = json.loads(verklaring.read_bytes())["spoor"][-1]
        assert (regel["gegevens"]["documenten"], regel["gegevens"]["akkoord"]) == (SHA, "griffier:s-2")
    later = gepakt(wereld)
    assert [r["sha256"] for r in json.loads(later.open[formaat.DOCUMENTEN]) if r["soort"] == "genoemd"] == [SHA]
    assert any(pad.startswith(formaat.VERKLARINGEN) for pad in later.open)


def test_vernietigd_is_ook_weg_uit_de_vertrouwelijke_doos(wereld: Wereld) -> None:
    """The rest of what is confidential stays."""
    (plek,) = bewaard(met_stuk(wereld, geheim=True), "run-1")
    eigen = archiefsleutel(instellingen())
    voor = ontsleutel(opslag().lees(f"{plek}/{CONTAINER}"), eigen)
    assert BIJLAGE in voor.values()
    assert wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS).code == 0
    na = ontsleutel(opslag().lees(f"{plek}/{CONTAINER}"), eigen)
    assert na == {pad: inhoud for pad, inhoud in voor.items() if inhoud != BIJLAGE}


class Stuk(Opslag):
    """A store whose process is killed after so many changes."""

    def __init__(self, echt: Opslag, over: int) -> None:
        super().__init__(echt._winkel, echt._map)
        self.over = over

    def _tel(self) -> None:
        self.over -= 1
        if self.over < 0:
            raise OpslagFout("gestopt")

    def bewaar(self, pad: str, inhoud: bytes) -> bool:
        self._tel()
        return super().bewaar(pad, inhoud)

    def vervang(self, pad: str, inhoud: bytes) -> None:
        self._tel()
        super().vervang(pad, inhoud)

    def verwijder(self, pad: str) -> None:
        self._tel()
        super().verwijder(pad)


@pytest.mark.parametrize("over", range(4))
def test_wie_halverwege_wordt_gestopt_kan_het_gewoon_afmaken(wereld: Wereld, tmp_path: Path, over: int) -> None:
    """Killed after each change in turn: a whole container lies there at every moment, and again makes it complete."""
    plekken = bewaard(met_stuk(wereld, geheim=True), "run-1", "run-2")
    eigen = archiefsleutel(instellingen())
    beheer = Beheer(
        wereld.register,
        lees_ondertekenaar(instellingen().ondertekensleutel),
        afzender("provinciesecretaris", None, 1000),
        ID,
        NU + timedelta(days=1),
    )
    with wereld.register.schrijf() as verbinding:
        args = {"documenten": SHA}
        spoor.schrijf(verbinding, beheer.tekenaar, beheer.door, "vernietigd", ID, "x", nu=beheer.nu, gegevens=args)
    with pytest.raises(OpslagFout, match="gestopt"):
        ruim_op(Stuk(opslag(), over), spoor.lijst(wereld.register, ID), lambda: eigen)
    for plek in plekken:
        doos = ontsleutel(opslag().lees(f"{plek}/{CONTAINER}"), eigen)
        assert formaat.FEITEN in doos, "what is confidential is never lost"
    assert wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS).code == 0
    for plek in plekken:
        assert BIJLAGE not in ontsleutel(opslag().lees(f"{plek}/{CONTAINER}"), eigen).values()
        assert len([pad for pad in opslag().lijst(plek) if formaat.VERKLARINGEN in pad]) == 1
    assert [r[0] for r in regels(wereld)] == ["vernietigd"], "done twice is one line"
    assert ergens(tmp_path, BIJLAGE) == []


def test_zonder_archiefsleutel_wordt_er_liever_niets_vernietigd(wereld: Wereld, tmp_path: Path) -> None:
    """Otherwise a copy would stay in the confidential part while the record says that it went."""
    bewaard(met_stuk(wereld, geheim=True), "run-1")
    (tmp_path / "archiefsleutel").rename(tmp_path / "weg")
    uit = wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS)
    assert (uit.code, "archiefsleutel" in uit.fout) == (2, True)
    assert documenten.stukken(wereld.register, ID) != ()
    assert regels(wereld) == []


@pytest.mark.parametrize(
    ("meer", "code", "zin"),
    [
        (("--als", "auditor"), 1, "Geweigerd (bevoegdheid)"),
        (("--als", "griffier"), 1, "Geweigerd (bevoegdheid)"),
        (("--als", "provinciesecretaris:iemand"), 1, "Geweigerd (zekerheid)"),
        ((*SECRETARIS, "--akkoord", "auditor:s-2"), 1, "Geweigerd (Archiefwet 5)"),
        ((*SECRETARIS, "--akkoord", "griffier:os-1000"), 1, "Geweigerd (vier ogen)"),
        ((*SECRETARIS, "--datum", "2026-04-01"), 2, "nog niet genomen"),
        ((*SECRETARIS, "--documenten", "123456789012"), 2, "niet het begin"),
        ((*SECRETARIS, "--alles"), 2, "een van de twee"),
    ],
)
def test_vernietigen_mag_maar_een_met_een_ander_en_met_een_besluit(
    wereld: Wereld, meer: tuple[str, ...], code: int, zin: str
) -> None:
    met_stuk(wereld)
    uit = wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *meer)
    assert (uit.code, zin in uit.fout) == (code, True), uit.alles
    assert documenten.stukken(wereld.register, ID) != ()


def test_een_voorstel_onder_een_besluit_blijft_en_dan_gaat_er_niets_weg(wereld: Wereld) -> None:
    """Naming all of them is refused as a whole, with what is kept and why; trying out changes nothing."""
    met_stuk(wereld)
    uit = wereld("audit", "vernietig", ID, "--alles", *BESLUIT, *SECRETARIS)
    assert (uit.code, "Dit blijft bewaard" in uit.fout) == (1, True)
    proef = json.loads(
        wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS, "--droog", "--json").uit
    )
    assert [k["sha256"] for k in proef["weg"]] == [SHA]
    assert documenten.stukken(wereld.register, ID) != ()
    assert [r[2] for r in regels(wereld)] == ["geweigerd"]


def test_een_proef_die_geweigerd_wordt_laat_geen_regel_na_en_een_echte_zegt_waarover(wereld: Wereld) -> None:
    """Trying out promises to change nothing; a refusal without it names the documents, and nothing else that was typed."""
    met_stuk(wereld)
    opdracht = ("audit", "vernietig", ID, *BESLUIT)
    proef = wereld(*opdracht, "--documenten", SHA, "--als", "griffier", "--droog")
    assert (proef.code, "Geweigerd (bevoegdheid)" in proef.fout, "auditspoor" in proef.fout) == (1, True, False)
    assert regels(wereld) == []
    for welke in (("--documenten", f"{SHA},{SHA[:14]}"), ("--documenten", GEHEIM), ("--alles",)):
        uit = wereld(*opdracht, *welke, "--als", "griffier")
        assert (uit.code, "Dit staat in het auditspoor" in uit.fout) == (1, True)
    over = [regel.object for regel in spoor.lijst(wereld.register, ID)]
    assert over == [f"documenten {SHA[:12]}", "geen document van deze opgave", "alle documenten"]


def test_van_een_ingetrokken_opgave_zonder_besluit_kan_alles_weg(wereld: Wereld) -> None:
    """Nothing in it became a decision; the facts stay."""
    met_stuk(wereld)
    assert any(k.blijvend for k in kandidaten(wereld.register, ID))
    wereld.tik("TrekIn", reden="Het hoeft niet meer.")
    assert wereld("audit", "vernietig", ID, "--alles", *BESLUIT, *SECRETARIS).code == 0
    assert kandidaten(wereld.register, ID) == ()
    alles = documenten.alle_documenten(wereld.register, ID)
    assert alles != ()
    assert [inhoud for _, inhoud in alles if inhoud] == []


def test_het_spoor_is_te_lezen_voor_iedereen(wereld: Wereld) -> None:
    met_stuk(wereld)
    assert "nog niets gedaan" in wereld("audit", "spoor", ID).uit
    onbekend = wereld("audit", "spoor", "FL-2099-01")
    assert (onbekend.code, "kent de opgave FL-2099-01 niet" in onbekend.fout) == (2, True)
    wereld("audit", "bewaarplicht", ID, "--grond", "woo", "--kenmerk", "W-1", "--als", "auditor")
    uit = wereld("audit", "spoor", ID).uit
    assert [woord for woord in ("bewaarplicht gelegd", "auditor:os-1000", "(bevoegdheid)") if woord not in uit] == []
    (regel,) = json.loads(wereld("audit", "spoor", ID, "--json").uit)
    assert (regel["functie"], regel["actie"]) == ("auditor", "bewaarplicht_gelegd")


def test_van_een_opgave_die_er_niet_is_valt_niets_te_beheren(wereld: Wereld) -> None:
    uit = wereld("audit", "bewaarplicht", "FL-2099-01", "--grond", "woo", "--kenmerk", "W-1", *JURIST)
    assert (uit.code, "kent de opgave FL-2099-01 niet" in uit.fout) == (2, True)
    assert spoor.lijst(wereld.register, "FL-2099-01") == ()


# ----------------------------------------------------------------------------------------------- who held a function


def test_een_briefje_bewijst_na_wissen_wie_de_functie_had_en_het_pak_zelf_zegt_niets(
    wereld: Wereld, tmp_path: Path
) -> None:
    """Packs from before and after; in neither is a byte of the person, and both are opened by the slip alone."""
    begonnen(wereld)
    vandaag = datetime.now(UTC).date().isoformat()
    wereld("contact", "zet", "griffier", "k.zeldzaam@provincie.example", "--naam", "Koen Zeldzaam")
    schrijf(gepakt(wereld).open, tmp_path / "voor")
    briefje = tmp_path / "briefje.json"
    assert wereld("contact", "wis", "griffier", "--briefje", str(briefje)).code == 0
    schrijf(gepakt(wereld).open, tmp_path / "na")
    assert briefje.stat().st_mode & 0o777 == 0o600
    for pak in ("voor", "na"):
        assert [w for w in (b"zeldzaam", b"Zeldzaam") if ergens(tmp_path / pak, w)] == []
        vraag = ("audit", "bekleding", str(tmp_path / pak), "--functie", "griffier", "--op", vandaag)
        assert "Zeldzaam" not in wereld(*vraag).uit
        met = wereld(*vraag, "--briefje", str(briefje))
        assert (met.code, "Koen Zeldzaam" in met.uit) == (0, True)
    assert ergens(tmp_path / "register.db", b"Zeldzaam") == []
    assert b"Zeldzaam" not in (tmp_path / "register.db").read_bytes()


def test_een_verkeerd_briefje_opent_niets(wereld: Wereld, tmp_path: Path) -> None:
    begonnen(wereld)
    vandaag = datetime.now(UTC).date().isoformat()
    wereld("contact", "zet", "griffier", "een@provincie.example")
    briefje = tmp_path / "briefje.json"
    wereld("contact", "briefje", "griffier", "--uit", str(briefje))
    schrijf(gepakt(wereld).open, tmp_path / "pak")
    vraag = ("audit", "bekleding", str(tmp_path / "pak"), "--functie", "griffier", "--briefje", str(briefje))
    assert wereld(*vraag, "--op", vandaag).code == 0
    assert wereld(*vraag, "--op", "2020-01-01").code == 1, "that day somebody else held it, or nobody"
    briefje.write_text(briefje.read_text().replace("een@", "twee@"))
    assert wereld(*vraag, "--op", vandaag).code == 1
    briefje.write_text("[]")
    assert wereld(*vraag, "--op", vandaag).code == 2


def test_zonder_briefje_te_kunnen_schrijven_wordt_niemand_gewist(wereld: Wereld, tmp_path: Path) -> None:
    """What can't be undone comes last."""
    wereld("contact", "zet", "griffier", "een@provincie.example")
    bezet = tmp_path / "bezet.json"
    bezet.write_text("al iets")
    assert wereld("contact", "wis", "griffier", "--briefje", str(bezet)).code == 2
    assert "een@provincie.example" in wereld("contact", "lijst").uit
    assert bezet.read_text() == "al iets"


def _alles(paden: Iterable[str]) -> list[str]:
    return sorted(paden)


def test_het_nieuwste_pak_uit_het_archief_telt(wereld: Wereld) -> None:
    """With everything in it, as when the server no longer knows the opgave."""
    bewaard(met_stuk(wereld, geheim=True), "run-1")
    wereld.tik("Noteer", tekst="Nog iets.")
    bewaard(wereld, "run-1")
    opslag().bewaar(f"{ID}/run-9-000999/{formaat.MANIFEST}", b"bedorven")
    nieuwste = uit_archief(opslag(), instellingen(), ID)
    assert nieuwste is not None
    verwacht = gepakt(wereld)
    assert nieuwste.manifest == verwacht.manifest
    assert _alles(nieuwste.vertrouwelijk) == _alles(verwacht.vertrouwelijk)
    assert uit_archief(opslag(), instellingen(), "FL-2099-01") is None


# ------------------------------------------------------------------------------------------------- what must not happen


def test_een_weigering_zet_geen_geheime_titel_in_het_spoor(wereld: Wereld) -> None:
    """The trail lies open in every pack; what is kept for good is named by hash."""
    met_stuk(wereld, geheim=True)
    eigen = next(k for k in kandidaten(wereld.register, ID) if k.blijvend)
    assert GEHEIM in eigen.titel
    uit = wereld("audit", "vernietig", ID, "--documenten", eigen.sha256, *BESLUIT, *SECRETARIS)
    assert (uit.code, eigen.sha256[:12] in uit.fout) == (1, True)
    assert [pad for pad, inhoud in gepakt(wereld).open.items() if GEHEIM.encode() in inhoud] == []
    assert regels(wereld) == [("vernietigd", "provinciesecretaris", "geweigerd")]


def test_wie_voor_een_partner_spreekt_doet_niets_rond_het_dossier(wereld: Wereld) -> None:
    """A partner has a griffier too; the trail says for whom it was tried."""
    met_stuk(wereld)
    griffier = afzender("griffier", "gemeente-dronten", 1000)
    beheer = Beheer(wereld.register, lees_ondertekenaar(instellingen().ondertekensleutel), griffier, ID, NU)
    with pytest.raises(Weigering, match="namens gemeente-dronten"):
        beheer.leg_bewaarplicht("woo", "W-1", None)
    (regel,) = spoor.lijst(wereld.register, ID)
    assert (regel.resultaat, regel.gegevens["namens"]) == ("geweigerd", "gemeente-dronten")


def test_een_opgegeven_naam_heft_geen_bewaarplicht_op_en_het_spoor_zegt_hoe_zeker_een_naam_is(wereld: Wereld) -> None:
    """Placing one harms nobody; lifting one opens the way to destruction."""
    met_stuk(wereld)
    plicht = ("--grond", "woo", "--kenmerk", "W-1", "--als", "jurist:iemand")
    assert wereld("audit", "bewaarplicht", ID, *plicht).code == 0
    uit = wereld("audit", "bewaarplicht-op", ID, "--kenmerk", "W-1", "--als", "jurist:iemand")
    assert (uit.code, "Geweigerd (zekerheid)" in uit.fout) == (1, True)
    assert wereld("audit", "bewaarplicht-op", ID, "--kenmerk", "W-1", *JURIST).code == 0
    assert [r.gegevens.get("zekerheid") for r in spoor.lijst(wereld.register, ID)] == ["opgegeven", "opgegeven", None]
    assert " ".join(wereld("audit", "spoor", ID).uit.split()).count("alleen op eigen zeggen") == 2


def test_een_doos_die_niet_opengaat_houdt_de_andere_niet_tegen(wereld: Wereld) -> None:
    """One was made with a key that is gone; what can be cleared is cleared, and the trouble is told."""
    eerste, tweede = bewaard(met_stuk(wereld, geheim=True), "run-1", "run-2")
    opslag().vervang(f"{eerste}/{CONTAINER}", b"niet te openen")
    uit = wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS)
    assert (uit.code, "opent deze container niet" in uit.fout) == (2, True)
    eigen = archiefsleutel(instellingen())
    assert BIJLAGE not in ontsleutel(opslag().lees(f"{tweede}/{CONTAINER}"), eigen).values()


class Trage(Opslag):
    """A store in which somebody else is busy in the same place, just before each change."""

    def __init__(self, echt: Opslag, ander: Callable[[], object]) -> None:
        super().__init__(echt._winkel, echt._map)
        self.ander = ander

    def vervang(self, pad: str, inhoud: bytes) -> None:
        self.ander()
        super().vervang(pad, inhoud)

    def verwijder(self, pad: str) -> None:
        self.ander()
        super().verwijder(pad)


def test_twee_die_tegelijk_opruimen_verliezen_niets(wereld: Wereld) -> None:
    """The daily round and somebody at the keyboard: whatever the order, one whole container lies there."""
    (plek,) = bewaard(met_stuk(wereld, geheim=True), "run-1")
    eigen, sleutel_ = archiefsleutel(instellingen()), lees_ondertekenaar(instellingen().ondertekensleutel)
    with wereld.register.schrijf() as verbinding:
        door = afzender("provinciesecretaris", None, 1000)
        gegevens = {"documenten": SHA}
        spoor.schrijf(verbinding, sleutel_, door, "vernietigd", ID, "x", nu=NU, gegevens=gegevens)
    lijst = spoor.lijst(wereld.register, ID)
    ruim_op(Trage(opslag(), lambda: ruim_op(opslag(), lijst, lambda: eigen)), lijst, lambda: eigen)
    doos = ontsleutel(opslag().lees(f"{plek}/{CONTAINER}"), eigen)
    assert (formaat.FEITEN in doos, BIJLAGE in doos.values()) == (True, False)


def test_een_pak_dat_tijdens_een_vernietiging_in_de_maak_was_brengt_niets_terug(wereld: Wereld, tmp_path: Path) -> None:
    """Its maker read the document before it went, and is ready after; a hold that came since stops the clearing."""
    met_stuk(wereld)
    oud = gepakt(wereld)
    assert wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS).code == 0
    bewaar(opslag(), oud, lambda: archiefsleutel(instellingen()))
    archief = Archief(wereld.register, instellingen(), lees_ondertekenaar(instellingen().ondertekensleutel))
    assert len(ergens(tmp_path / "archief", BIJLAGE)) == 1
    wereld("audit", "bewaarplicht", ID, "--grond", "woo", "--kenmerk", "W-1", *JURIST)
    assert archief.ruim_op(ID, NU) == 0
    wereld("audit", "bewaarplicht-op", ID, "--kenmerk", "W-1", *JURIST)
    assert archief.ruim_op(ID, NU) == 1
    assert ergens(tmp_path / "archief", BIJLAGE) == []


def test_zonder_server_komt_er_geen_pak_van_voor_de_geheimhouding(wereld: Wereld) -> None:
    """In the newest pack of the archive lies open what is secret now."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="A8", orgaan="PS", onderwerp=GEHEIM)
    bewaard(wereld, "run-1")
    sleutel_ = lees_ondertekenaar(instellingen().ondertekensleutel)
    assert asyncio.run(pak_van(instellingen(), wereld.register, sleutel_, ID, NU)).manifest.opgave == ID
    velden = {"orgaan": "GS", "grond": "Woo 5.1 lid 2 b", "neutrale_titel": "grondzaak", "referentie": "DOC-7"}
    wereld.tik("LegGeheimhoudingOp", "bestuurssecretariaat", stap="B1", **velden)
    with pytest.raises(GeenPak, match="geheimhouding opgelegd"):
        asyncio.run(pak_van(instellingen(), wereld.register, sleutel_, ID, NU))


def test_na_een_wissel_is_een_ouder_pak_met_een_van_beide_sleutels_te_controleren(
    wereld: Wereld, tmp_path: Path
) -> None:
    """The statement is signed with a key that the pack doesn't know; the change to it lies in the statement."""
    oud = lees_ondertekenaar(tmp_path / "ondertekensleutel.pem")
    sleutels.noteer(wereld.register, oud.publiek, NU)
    (plek,) = bewaard(met_stuk(wereld), "run-1")
    assert wereld("audit", "sleutel", "wissel", "--reden", "x", "--als", "beheerder").code == 0
    nieuw = lees_ondertekenaar(tmp_path / "ondertekensleutel.pem")
    assert wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS).code == 0
    pak = open_pak(tmp_path / "archief" / plek)
    for sleutel_ in (oud, nieuw):
        oordeel = controleer(pak, sleutels=[vingerafdruk(sleutel_.publiek)])
        plekken = ("verklaringen/", "documenten/", "spoor", "sleutels", "handtekening")
        assert [b for b in oordeel.bevindingen if b.waar.startswith(plekken)] == []
        assert any("1 document is op" in m.zin for m in oordeel.mededelingen)


def test_met_een_afgeloste_sleutel_wordt_er_niets_gelegd_of_vernietigd(wereld: Wereld, tmp_path: Path) -> None:
    """Whoever put the old file back states nothing with it any more, and leaves no line."""
    met_stuk(wereld)
    oud = (tmp_path / "ondertekensleutel.pem").read_bytes()
    assert wereld("audit", "sleutel", "wissel", "--reden", "x", "--als", "beheerder").code == 0
    (tmp_path / "ondertekensleutel.pem").write_bytes(oud)
    uit = wereld("audit", "vernietig", ID, "--documenten", SHA, *BESLUIT, *SECRETARIS)
    assert (uit.code != 0, "afgelost" in uit.fout) == (True, True)
    assert regels(wereld) == []
    assert documenten.stukken(wereld.register, ID) != ()


def test_een_reden_herhaalt_niet_wat_geheim_is(wereld: Wereld, auditor: tuple[Path, str], tmp_path: Path) -> None:
    """The trail lies open; it is told before anything is handed out or destroyed."""
    bewaard(met_stuk(wereld, geheim=True), "run-1")
    uit = verstrek(wereld, auditor[1], tmp_path / "geheim.age", *JURIST, "--reden", f"over de {GEHEIM.upper()}")
    assert (uit.code, "onder geheimhouding" in uit.fout) == (2, True)
    besluit = (*BESLUIT, "--besluit", f"GS 7, {GEHEIM}")
    assert wereld("audit", "vernietig", ID, "--documenten", SHA, *besluit, *SECRETARIS).code == 2
    assert regels(wereld) == []
    assert not list(tmp_path.glob("geheim.age*"))
