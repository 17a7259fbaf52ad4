"""A verifier that knows only docs/pack.md agrees with what this project makes, and sees what was spoiled."""

import ast
import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from temporalio.client import WorkflowHistory

from activities.gevolgen import voer_uit
from activities.grootboek import Grootboek
from archief import formaat
from archief.formaat import Controlepuntregel, Documentregel, Manifest
from archief.geschiedenis import Rungeschiedenis
from archief.inhoud import lees_register
from archief.maken import Oogst, stel_samen
from archief.schrijven import schrijf
from domain.basis import Afzender
from domain.controlepunt import Blad, Controlepunt, Insluiting
from domain.feit import Feit
from domain.spoor import Spoorregel
from register import controlepunten, sleutels
from register.grootboek import Grootboekregel
from register.schrijven import verwerk
from register.verbinding import Register, open_register
from runtime.sleutels import Ondertekenaar, publieke_pem
from tests.archief import onafhankelijk
from tests.archief.onafhankelijk import verify
from tests.register.proefleven import Proefleven

WORTEL = Path(__file__).parents[2]
GIDS = WORTEL / "docs" / "pack.md"
BEGIN = datetime(2026, 3, 9, 9, tzinfo=UTC)
OUD, NIEUW, VREEMD = (Ondertekenaar(Ed25519PrivateKey.generate()) for _ in range(3))
BEHEERDER = Afzender(functie="beheerder", subject="b1")


def _leef(register: Register, tekenaar: Ondertekenaar, leven: Proefleven, soort: str, **inhoud: object) -> None:
    verwerk(register, leven.geef(soort, **inhoud), voer_uit, Grootboek(tekenaar).teken_regel)


def _register(plek: Path) -> Register:
    """Two opgaven that go on between four checkpoints, under two keys, with things said that must stay secret."""
    register = open_register(f"sqlite:///{plek}")
    leven, ander = Proefleven().begonnen(), Proefleven("FL-2024-02").begonnen()
    sleutels.noteer(register, OUD.publiek, BEGIN)
    for een in (leven, ander):
        verwerk(register, een.alles(), voer_uit, Grootboek(OUD).teken_regel)
        controlepunten.maak(register, OUD, BEGIN)
    _leef(register, OUD, leven, "OpenBesluit", code="agenda", orgaan="GS", onderwerp='Grond "Óost" van\tnu')
    sleutels.wissel(register, OUD, NIEUW, BEHEERDER, "jaarlijks", BEGIN + timedelta(hours=1))
    _leef(register, NIEUW, leven, "Noteer", tekst="Een notitie na de wissel.")
    controlepunten.maak(register, NIEUW, BEGIN + timedelta(days=1))
    _leef(
        register, NIEUW, leven, "LegGeheimhoudingOp", functie="bestuurssecretariaat",
        stap="B1", orgaan="GS", grond="Woo 5.1 lid 2 b", neutrale_titel="Grondzaak", referentie="DMS-77",
    )  # fmt: skip
    controlepunten.maak(register, NIEUW, BEGIN + timedelta(days=2))
    return register


@pytest.fixture(scope="module")
def heel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with all of that in it, as a folder."""
    map_ = tmp_path_factory.mktemp("onafhankelijk")
    register = _register(map_ / "register.db")
    tekst = (WORTEL / "tests" / "gouden" / "voortgezet" / "geschiedenis-1.json").read_text()
    runs = (Rungeschiedenis("run-1", WorkflowHistory.from_json("opgave:GOUD", tekst)),)
    gepakt = stel_samen(Oogst(runs, lees_register(register, "FL-2024-01"), True), NIEUW, BEGIN, "gevraagd")
    register.sluit()
    schrijf(gepakt.open, map_ / "pak")
    return map_ / "pak"


@pytest.fixture
def krom(heel: Path, tmp_path: Path) -> Path:
    """A copy to spoil."""
    return Path(shutil.copytree(heel, tmp_path / "krom"))


def _sleutel(ondertekenaar: Ondertekenaar) -> str:
    return publieke_pem(ondertekenaar.publiek).decode()


@pytest.mark.parametrize("sleutel", [OUD, NIEUW], ids=["oude sleutel", "nieuwe sleutel"])
def test_lezer_van_alleen_de_beschrijving_vindt_het_pak_heel(heel: Path, sleutel: Ondertekenaar) -> None:
    """Whoever has either key finds nothing wrong: the change that both signed leads from one to the other."""
    assert verify(heel, _sleutel(sleutel)) == []


def test_er_is_iets_te_zien(heel: Path) -> None:
    """The pack has what the verifier looks at: shielded facts, two keys, checkpoints with proofs of more than one step."""
    manifest = json.loads((heel / formaat.MANIFEST).read_bytes())
    punten = onafhankelijk.lines(heel, formaat.CONTROLEPUNTEN)
    assert manifest["afgeschermd"]
    assert {punt["controlepunt"]["sleutel_id"] for punt in punten} == {OUD.sleutel_id, NIEUW.sleutel_id}
    assert punten[-1]["insluiting"]["pad"]


def test_sleutel_van_een_ander_bewijst_niets(heel: Path) -> None:
    gevonden = verify(heel, _sleutel(VREEMD))
    assert "signature of the pack" in gevonden
    assert any(regel.startswith("ledger") for regel in gevonden)


def _byte(naam: str) -> Callable[[Path], None]:
    def bederf(pak: Path) -> None:
        inhoud = bytearray((pak / naam).read_bytes())
        inhoud[-3] ^= 1
        (pak / naam).write_bytes(inhoud)

    return bederf


def _regel(naam: str, nr: int, **velden: object) -> Callable[[Path], None]:
    """Change fields of one line; with the name of an object before a double underscore, within it."""

    def bederf(pak: Path) -> None:
        regels = onafhankelijk.lines(pak, naam)
        for veld, waarde in velden.items():
            *weg, laatste = veld.split("__")
            deel = regels[nr]
            for stap in weg:
                deel = deel[stap]
            deel[laatste] = waarde
        (pak / naam).write_text("".join(f"{json.dumps(regel)}\n" for regel in regels), "utf-8")

    return bederf


def _zonder(naam: str, nr: int) -> Callable[[Path], None]:
    def bederf(pak: Path) -> None:
        regels = (pak / naam).read_text("utf-8").splitlines(keepends=True)
        del regels[nr]
        (pak / naam).write_text("".join(regels), "utf-8")

    return bederf


@pytest.mark.parametrize(
    ("bederf", "zegt"),
    [
        (_byte(formaat.DOCUMENTEN), "file documenten.json"),
        (lambda pak: (pak / "erbij.txt").write_text("x"), "unknown file erbij.txt"),
        (lambda pak: (pak / formaat.BEKLEDING).unlink(), "file bekleding.jsonl"),
        (lambda pak: (pak / formaat.MANIFEST).write_bytes((pak / formaat.MANIFEST).read_bytes() + b"\n"), "signature"),
        (_regel(formaat.FEITEN, 1, vastgelegd_op="2020-01-01T00:00:00Z"), "fact 2"),
        (_zonder(formaat.FEITEN, 1), "fact 2"),
        (_zonder(formaat.FEITEN, -1), "end of the facts"),
        (_regel(formaat.GROOTBOEK, 0, hash="0" * 64), "ledger up to fact"),
        (_zonder(formaat.GROOTBOEK, -1), "end of the ledger"),
        (_regel(formaat.CONTROLEPUNTEN, 0, controlepunt__op="2020-01-01T00:00:00Z"), "checkpoint 1"),
        (_regel(formaat.CONTROLEPUNTEN, 2, insluiting__blad__seq=1), "checkpoint 3"),
        (_regel(formaat.CONTROLEPUNTEN, 2, insluiting__pad=[]), "checkpoint 3"),
        (_regel(formaat.CONTROLEPUNTEN, 2, insluiting=None), "checkpoint 3"),
        (_zonder(formaat.CONTROLEPUNTEN, 1), "checkpoint 2"),
    ],
)
def test_lezer_van_alleen_de_beschrijving_ziet_wat_bedorven_is(
    krom: Path, bederf: Callable[[Path], None], zegt: str
) -> None:
    bederf(krom)
    gevonden = verify(krom, _sleutel(NIEUW))
    assert any(regel.startswith(zegt) for regel in gevonden), gevonden


def test_lezer_gebruikt_niets_van_dit_project() -> None:
    """It imports the standard library and cryptography only; otherwise it would prove nothing about the page."""
    boom = ast.parse(Path(onafhankelijk.__file__).read_text("utf-8"))
    modules = {naam.name for knoop in ast.walk(boom) if isinstance(knoop, ast.Import) for naam in knoop.names}
    modules |= {str(knoop.module) for knoop in ast.walk(boom) if isinstance(knoop, ast.ImportFrom)}
    eigen = {"base64", "hashlib", "json", "sys", "collections.abc", "pathlib", "typing"}
    assert {module for module in modules if not module.startswith("cryptography.")} == eigen


@pytest.mark.parametrize(
    "model",
    [Manifest, Feit, Grootboekregel, Controlepunt, Controlepuntregel, Insluiting, Blad, Spoorregel, Documentregel],
)
def test_beschrijving_noemt_elk_veld(model: type[Manifest]) -> None:
    """A field that is added to a file of the pack is described."""
    genoemd = set(re.findall(r"\w+", GIDS.read_text("utf-8")))
    assert not set(model.model_fields) - genoemd


def test_beschrijving_noemt_elk_bestand() -> None:
    tekst = GIDS.read_text("utf-8")
    vast = (
        formaat.MANIFEST,
        formaat.HANDTEKENING,
        formaat.FEITEN,
        formaat.BEWIJZEN,
        formaat.GROOTBOEK,
        formaat.FORMAAT,
    )
    rest = (formaat.CONTROLEPUNTEN, formaat.SPOOR, formaat.BEKLEDING, formaat.SLEUTELS, formaat.DOCUMENTEN)
    mappen = (formaat.STUKKEN, formaat.REGLEMENTEN, formaat.GESCHIEDENIS, formaat.VERKLARINGEN, formaat.VERTROUWELIJK)
    assert not [naam for naam in (*vast, *rest, *mappen) if f"`{naam}" not in tekst]
