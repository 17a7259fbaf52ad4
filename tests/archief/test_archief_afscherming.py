"""What is under geheimhouding lies in no byte of the open pack, and no more is shielded than must be."""

import base64
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import insert
from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHistory

sys.path.append(str(Path(__file__).parents[1] / "register"))

from proefleven import Proefleven, leg_vast

from archief import formaat
from archief.afscherming import scherm_af
from archief.formaat import sha
from archief.geschiedenis import Rungeschiedenis
from archief.inhoud import Registerdeel, lees_register
from archief.maken import Gepakt, Oogst, stel_samen
from domain import kern
from domain.opdracht import Opdracht
from domain.reglement.register import nieuwste
from domain.stand import Begin
from domain.taal.herinneringen import Bijsturing, Escalatie
from domain.taal.pilots import Pilot
from domain.taal.rechtsgang import Rechtsmiddel
from domain.taal.termijnen import Termijn
from register import lezen
from register.documenten import documenten
from register.tabellen_archief import STUK
from register.verbinding import Register, open_register
from runtime.sleutels import Ondertekenaar

TEKENAAR = Ondertekenaar(Ed25519PrivateKey.generate())
GEHEIM = "aankoop van het perceel aan de Kust"
TEKST = "voor ten hoogste 3,2 miljoen euro van de familie"
NEUTRAAL = "grondzaak 2025-7"
STIEKEM = "toch maar de erfpacht afkopen"
BIJLAGE = b"taxatie van het perceel"
INGELEVERD: dict[str, Any] = {
    "opgave": "FL-2024-01",
    "bestandsnaam": "taxatie.txt",
    "mediatype": "text/plain",
    "toegevoegd_op": datetime(2024, 2, 1, tzinfo=UTC),
}


class Leven(Proefleven):
    """A life in which a step comes under geheimhouding, with everything that happened to it before."""

    def __init__(self) -> None:
        super().__init__()
        self.begin = Begin(opgave="FL-2024-01", reglement=nieuwste().code)
        self.stand = kern.begin(self.begin)
        self.begonnen()

    def probeer(self, soort: str, functie: str, **inhoud: Any) -> None:
        """A command that is refused."""
        ruw = {
            "id": f"poging-{self.stand.seq + 1}",
            "door": {"functie": functie, "subject": "s-17", "zekerheid": "oidc"},
            "inhoud": {"soort": soort, **inhoud},
        }
        self.stand, feiten = kern.stap(self.stand, self.nu, Opdracht.model_validate(ruw))
        assert feiten[-1].inhoud.soort == "OpdrachtGeweigerd"
        self.feiten += feiten

    def open(self, onderwerp: str = GEHEIM) -> "Leven":
        self.geef("OpenBesluit", code="A8", orgaan="PS", onderwerp=onderwerp)
        return self

    def geheim(self) -> "Leven":
        self.geef(
            "LegGeheimhoudingOp",
            "bestuurssecretariaat",
            stap="B1",
            orgaan="GS",
            grond="Woo 5.1 lid 2 b",
            neutrale_titel=NEUTRAAL,
            referentie="DOC-7",
        )
        return self

    def deel(self, register: Register) -> Registerdeel:
        leg_vast(register, self.alles())
        return lees_register(register, self.begin.opgave)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    register = open_register(f"sqlite:///{tmp_path / 'register.db'}")
    yield register
    register.sluit()


def bytes_van(deel: Registerdeel, *woorden: str) -> list[str]:
    """The open files in which one of these texts can be read, as it is or in base64 at any offset."""
    naalden = [w.encode() for w in woorden] + [json.dumps(w)[1:-1].encode() for w in woorden]
    for woord in woorden:
        for schuif in range(3):
            naalden.append(base64.b64encode(b"x" * schuif + woord.encode())[4 : 4 + 4 * (len(woord) // 3 - 2)])
    return [pad for pad, inhoud in deel.open.items() if any(naald in inhoud for naald in naalden)]


def soorten(deel: Registerdeel) -> list[str]:
    regels = [json.loads(regel) for regel in deel.open[formaat.FEITEN].splitlines()]
    return [regel["soort"] for regel in regels if regel.get("afgeschermd")]


def test_geen_byte_van_het_open_pak_verraadt_wat_geheim_werd(register: Register) -> None:
    """Subject, explanation, promise, request and note, from before; also documents and the refusal after."""
    leven = Leven().open()
    leven.geef("MeldHalte", "griffier", stap="B1", halte="concept", toelichting=TEKST)
    leven.geef("MaakAfspraak", tekst=f"Bellen over {TEKST}", wie="griffier", bron="toezegging", stap="B1")
    leven.geef(
        "VraagPartner", aan=("gemeente-dronten",), vraag=f"Vindt u dit goed: {TEKST}?", termijn="10wd", betreft="B1"
    )
    stuk = {"titel": GEHEIM, "referentie": "D-1", "sha256": sha(BIJLAGE)}
    leven.geef("LegVoor", stap="B1", toelichting=TEKST, kennisgeving_op="2024-01-02", stukken=[stuk])
    with register.schrijf() as verbinding:
        verbinding.execute(insert(STUK).values(**INGELEVERD, sha256=sha(BIJLAGE), inhoud=BIJLAGE))
    leven.geheim()
    leven.geef("Noteer", tekst=f"Wat heet: {GEHEIM.upper()}.")
    leven.probeer("LegVoor", "opgavemanager", stap="B1", toelichting=STIEKEM)
    deel = leven.deel(register)
    assert bytes_van(deel, GEHEIM, TEKST, STIEKEM, GEHEIM.upper(), BIJLAGE.decode()) == []
    assert not [pad for pad in deel.open if pad.startswith(formaat.STUKKEN)], "what is compressed can't be searched"
    assert BIJLAGE in deel.vertrouwelijk.values()
    heel = deel.vertrouwelijk[formaat.FEITEN].decode()
    assert GEHEIM in heel
    assert TEKST in heel
    assert {"BesluitstapGeopend", "AfspraakGemaakt", "VerzoekGedaan", "OpdrachtGeweigerd", "Genoteerd"} <= {
        *soorten(deel)
    }


def test_van_een_afgeschermd_feit_blijft_de_hash_zodat_de_keten_te_volgen_is(register: Register) -> None:
    """The number and hash of every fact are there, shielded or not."""
    deel = Leven().open().geheim().deel(register)
    regels = [json.loads(regel) for regel in deel.open[formaat.FEITEN].splitlines()]
    heel = [json.loads(regel) for regel in deel.vertrouwelijk[formaat.FEITEN].splitlines()]
    assert [(r["seq"], r["hash"]) for r in regels] == [(r["seq"], r["hash"]) for r in heel]
    assert soorten(deel) != []


def test_de_geschiedenis_gaat_mee_dicht_en_de_rest_blijft_open(register: Register) -> None:
    """A history holds every command whole, so it can't lie open beside a shielded fact."""
    deel = Leven().open().geheim().deel(register)
    open_, dicht = deel.afscherming.scheid({"geschiedenis/001-a.json": b"{}", "reglementen/x.json": b"{}"})
    assert set(open_) == {"reglementen/x.json"}
    assert {"geschiedenis/001-a.json", formaat.FEITEN} == set(dicht)


def test_een_stap_die_vanaf_het_begin_neutraal_heette_sluit_het_pak_niet(register: Register) -> None:
    """Who opens the step under its neutral title keeps the whole record open."""
    deel = Leven().open(NEUTRAAL).geheim().deel(register)
    assert (deel.afscherming.geldt, deel.vertrouwelijk, soorten(deel)) == (False, {}, [])


def test_een_geweigerde_opdracht_sluit_ook_een_neutraal_pak(register: Register) -> None:
    """The fact of a refusal doesn't say what was written; the history does."""
    leven = Leven().open(NEUTRAAL).geheim()
    leven.probeer("LegVoor", "opgavemanager", stap="B1", toelichting=STIEKEM)
    deel = leven.deel(register)
    assert soorten(deel) == ["OpdrachtGeweigerd"]
    bewijs = [json.loads(r)["bewijs"] for r in deel.open[formaat.BEWIJZEN].splitlines()]
    assert [b["reden"] for b in bewijs if b["geweigerd"]] == [""]
    assert b"geheimhouding" in deel.vertrouwelijk[formaat.BEWIJZEN]


def test_opgeheven_geheimhouding_schermt_niets_meer_af(register: Register) -> None:
    """What is public now is public in the pack."""
    leven = Leven().open().geheim()
    leven.geef("HefGeheimhoudingOp", "bestuurssecretariaat", stap="B1", orgaan="GS", reden="de koop is rond")
    deel = leven.deel(register)
    assert (deel.afscherming.geldt, deel.vertrouwelijk) == (False, {})
    assert GEHEIM in deel.open[formaat.FEITEN].decode()


def test_wat_over_andere_stappen_gaat_blijft_open(register: Register) -> None:
    """Only the step under geheimhouding is shielded, and only from before it was imposed."""
    leven = Leven().open()
    leven.geef("OpenBesluit", code="A8", orgaan="PS", onderwerp="de brug bij Ketelhaven")
    deel = leven.geheim().deel(register)
    assert soorten(deel) == ["BesluitstapGeopend"]
    assert "de brug bij Ketelhaven" in deel.open[formaat.FEITEN].decode()


def opdracht(leven: Leven, nr: int, **anders: Any) -> dict[str, Any]:
    """The command as it came in that led to this fact of the life, with another content when asked."""
    rij = leven.feiten[nr - 1]
    inhoud = {"soort": "Noteer", "tekst": "iets"} | anders
    return {"id": rij.opdracht, "door": {"functie": "opgavemanager"}, "inhoud": inhoud}


def run(*opdrachten: dict[str, Any], signaal: bool = False) -> Rungeschiedenis:
    """A history in which these commands came in, and perhaps something that is no command."""
    historie = WorkflowHistory("opgave:FL-2024-01", [HistoryEvent(event_id=1)])
    historie.events[0].workflow_execution_started_event_attributes.attempt = 1
    for ruw in opdrachten:
        event = HistoryEvent(event_id=len(historie.events) + 1)
        invoer = event.workflow_execution_update_accepted_event_attributes.accepted_request.input
        invoer.name = "voer_uit"
        invoer.args.payloads.add(data=json.dumps(ruw).encode())
        historie.events.append(event)
    if signaal:
        event = HistoryEvent(event_id=len(historie.events) + 1)
        event.workflow_execution_signaled_event_attributes.signal_name = STIEKEM
        historie.events.append(event)
    return Rungeschiedenis("run-1", historie)


def pak(register: Register, leven: Leven, een: Rungeschiedenis) -> Gepakt:
    oogst = Oogst((een,), leven.deel(register), rust=True)
    return stel_samen(oogst, TEKENAAR, datetime(2024, 3, 1, tzinfo=UTC), "gevraagd")


def paden(gepakt: Gepakt, woord: str) -> list[str]:
    """The open files in which this can be read; a history holds its commands in base64."""
    naalden = [woord.encode()[1:-2]]
    naalden += [base64.b64encode(b"x" * nr + woord.encode())[4 : 4 + 4 * (len(woord) // 3 - 2)] for nr in range(3)]
    return [pad for pad, inhoud in gepakt.open.items() if any(naald in inhoud for naald in naalden)]


@pytest.mark.parametrize("hoe", ["herhaald", "nog niet vastgelegd", "signaal"])
def test_wat_alleen_in_de_geschiedenis_staat_ligt_onder_geheimhouding_niet_open(register: Register, hoe: str) -> None:
    """A used id with another text, a command the register has yet to learn of, a signal: no fact tells any of it."""
    leven = Leven().open(NEUTRAAL).geheim()
    eerste, geheim = opdracht(leven, 1), opdracht(leven, 1, tekst=STIEKEM)
    een = {
        "herhaald": run(eerste, geheim),
        "nog niet vastgelegd": run(eerste, geheim | {"id": "straks"}),
        "signaal": run(eerste, signaal=True),
    }[hoe]
    gepakt = pak(register, leven, een)
    assert paden(gepakt, STIEKEM) == []
    assert gepakt.manifest.afgeschermd
    (pad,) = (run.pad for run in gepakt.manifest.runs)
    assert pad not in gepakt.open
    assert pad in gepakt.vertrouwelijk
    regels = [json.loads(regel) for regel in gepakt.open[formaat.FEITEN].splitlines()]
    assert [r["seq"] for r in regels if r.get("afgeschermd")] == list(gepakt.manifest.afgeschermd)
    assert [json.loads(r)["hash"] for r in gepakt.vertrouwelijk[formaat.FEITEN].splitlines()] == [
        r["hash"] for r in regels
    ]


def test_een_opdracht_die_gelijk_is_herhaald_sluit_niets(register: Register) -> None:
    """Nor does anything without geheimhouding."""
    leven = Leven().open(NEUTRAAL).geheim()
    eerste = opdracht(leven, 1)
    assert not pak(register, leven, run(eerste, eerste)).manifest.afgeschermd
    open_ = Leven().open(NEUTRAAL)
    andere = open_register(f"{register._motor.url}2")
    assert not pak(andere, open_, run(eerste, opdracht(open_, 1, tekst=STIEKEM))).manifest.afgeschermd
    andere.sluit()


def test_een_titel_waar_de_neutrale_in_zit_is_niet_neutraal(register: Register) -> None:
    """The list of documents people see goes by the whole title."""
    leven = Leven().open(f"{NEUTRAAL} koop perceel Kust")
    leven.geef("LegVoor", stap="B1", kennisgeving_op="2024-01-02")
    deel = leven.geheim().deel(register)
    assert documenten(register, "FL-2024-01") == ()
    assert bytes_van(deel, "koop perceel Kust") == []


TERMIJN = {"id": "T1", "wat": "reactie", "termijnsoort": "reactie", "geadresseerde": "gs", "betreft": "B1"}
RECHTSMIDDEL = {"id": "R1", "stap": "B1", "middel": "bezwaar", "door": "indiener", "referentie": "zaak 1"}
ESCALATIE = {"id": "E1", "termijn": "T1", "trede": "T", "aan": (), "geadresseerde": "gs", "wat": "reactie"}
BIJSTURING = {"id": "S1", "termijn": "T1", "doe": "aanhouden", "reden": "x"}
ACHTER = {
    "rechtsmiddelen": {"R1": Rechtsmiddel.model_construct(**RECHTSMIDDEL)},
    "termijnen": {"T1": Termijn.model_construct(**TERMIJN)},
    "escalaties": {"E1": Escalatie.model_construct(**ESCALATIE)},
    "bijsturingen": {"S1": Bijsturing.model_construct(**BIJSTURING)},
}


@pytest.mark.parametrize(
    "inhoud",
    [
        {"soort": "RechtsmiddelAfgedaan", "rechtsmiddel": "R1", "uitkomst": "ongegrond", "motivering": TEKST},
        {"soort": "EscalatieBeslist", "escalatie": "E1", "akkoord": False, "reden": TEKST},
        {"soort": "EscalatieVervallen", "escalatie": "E1", "reden": TEKST},
        {"soort": "HerinneringBijgestuurd", "bijsturing": BIJSTURING | {"reden": TEKST}, "wat": "reactie"},
        {"soort": "BijsturingOpgeheven", "bijsturing": "S1", "reden": TEKST},
        {"soort": "TermijnVerlengd", "termijn": TERMIJN, "was": "2024-01-01", "reden": TEKST},
    ],
    ids=lambda inhoud: inhoud["soort"],
)
def test_wat_via_een_ander_over_de_stap_gaat_is_ook_afgeschermd(register: Register, inhoud: dict[str, Any]) -> None:
    """An appeal, the reminders of a term: such a fact names the step by no field of its own."""
    leven = Leven()
    leven.geef("Noteer", tekst="een plek voor dit feit")
    leven.open(NEUTRAAL).geheim().deel(register)
    feiten = lezen.feiten(register, "FL-2024-01")
    plek = next(nr for nr, rij in enumerate(feiten) if rij.soort == "Genoteerd")
    tekst = json.dumps(json.loads(feiten[plek].tekst) | {"inhoud": inhoud})
    anders = (*feiten[:plek], replace(feiten[plek], tekst=tekst, soort=inhoud["soort"]), *feiten[plek + 1 :])
    stand = leven.stand.model_copy(update=ACHTER)
    assert scherm_af(stand, anders).seqs == (feiten[plek].seq,)


@pytest.mark.parametrize("wanneer", ["ervoor", "erna"])
def test_een_pilot_van_de_vorm_waarover_de_stap_beslist_is_afgeschermd(register: Register, wanneer: str) -> None:
    """Whoever writes about the pilot writes about what is secret, also after geheimhouding was imposed."""
    leven = Leven()
    if wanneer == "ervoor":
        leven.geef("Noteer", tekst="een plek voor dit feit")
    leven.open(NEUTRAAL).geheim()
    if wanneer == "erna":
        leven.geef("Noteer", tekst="een plek voor dit feit")
    leven.deel(register)
    feiten = lezen.feiten(register, "FL-2024-01")
    plek = next(nr for nr, rij in enumerate(feiten) if rij.soort == "Genoteerd")
    inhoud = {"soort": "PilotGestart", "pilot": "P1", "titel": TEKST}
    tekst = json.dumps(json.loads(feiten[plek].tekst) | {"inhoud": inhoud})
    anders = (*feiten[:plek], replace(feiten[plek], tekst=tekst, soort="PilotGestart"), *feiten[plek + 1 :])
    pilot = Pilot.model_construct(id="P1", titel=TEKST, traject="VT1")
    stap = leven.stand.stappen["B1"].met(traject="VT1")
    stand = leven.stand.met(pilots={"P1": pilot}, stappen={"B1": stap})
    assert scherm_af(stand, anders).seqs == (feiten[plek].seq,)
    assert scherm_af(stand.met(stappen={"B1": stap.met(traject="VT2")}), anders).seqs == ()


@pytest.mark.parametrize("over", ["de stap", "een andere stap die hetzelfde zegt"])
def test_ook_de_naam_van_een_bestand_verraadt_niets_in_het_manifest(register: Register, over: str) -> None:
    """The manifest lies open and names what is in the container too."""
    leven = Leven().open()
    stuk = {"titel": GEHEIM, "referentie": "D-1", "sha256": sha(BIJLAGE)}
    if over == "de stap":
        leven.geef("LegVoor", stap="B1", kennisgeving_op="2024-01-02", stukken=[stuk])
    else:
        leven.geef("OpenBesluit", code="A8", orgaan="PS", onderwerp="iets anders")
        leven.geef("LegVoor", stap="B2", kennisgeving_op="2024-01-02", stukken=[stuk])
    ingeleverd = {**INGELEVERD, "bestandsnaam": "taxatie-perceel-kust.pdf"}
    with register.schrijf() as verbinding:
        verbinding.execute(insert(STUK).values(**ingeleverd, sha256=sha(BIJLAGE), inhoud=BIJLAGE))
    gepakt = pak(register, leven.geheim(), run())
    assert BIJLAGE in gepakt.vertrouwelijk.values()
    assert [pad for pad, inhoud in gepakt.open.items() if b"perceel-kust" in inhoud or "kust" in pad] == []
