"""The forger: takes a real pack and spoils one thing in it, as deep as his means go.

Each forgery names the codes by which it must be told; that is the promise of the check.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pakken import Echt

from archief import formaat
from domain.keten import te_tekenen
from register.grootboek import Grootboekregel
from runtime.sleutels import Ondertekenaar, publieke_pem

Json = dict[str, Any]
AANGENOMEN = "workflowExecutionUpdateAcceptedEventAttributes"
BEVESTIGD = "workflowExecutionUpdateCompletedEventAttributes"
TAAK = "activityTaskScheduledEventAttributes"
BEGIN = "workflowExecutionStartedEventAttributes"
VALS = Ondertekenaar(Ed25519PrivateKey.generate())
"""The key of somebody who is not the province."""


@dataclass
class Werk:
    """The files of a pack on the bench of a forger; `ander` is a real pack of another opgave."""

    bestanden: dict[str, bytes]
    echt: Echt
    ander: Echt
    _open: dict[str, Any] = field(default_factory=dict)

    def json(self, pad: str) -> Any:
        """A file as JSON, to change in place."""
        return self._open.setdefault(pad, json.loads(self.bestanden[pad]))

    def regels(self, pad: str) -> list[Json]:
        """A file of lines, to change in place."""
        if pad not in self._open:
            self._open[pad] = [json.loads(regel) for regel in self.bestanden[pad].splitlines()]
        return self._open[pad]

    @property
    def manifest(self) -> Json:
        return self.json(formaat.MANIFEST)

    @property
    def feiten(self) -> list[Json]:
        return self.regels(formaat.FEITEN)

    @property
    def grootboek(self) -> list[Json]:
        return self.regels(formaat.GROOTBOEK)

    @property
    def bewijzen(self) -> list[Json]:
        return self.regels(formaat.BEWIJZEN)

    def pad(self, run: int) -> str:
        return str(self.manifest["runs"][run - 1]["pad"])

    def gebeurtenissen(self, run: int) -> list[Json]:
        return self.json(self.pad(run))["events"]

    def met(self, run: int, deel: str) -> list[Json]:
        """The events of a kind."""
        return [g for g in self.gebeurtenissen(run) if deel in g]

    def bundels(self, run: int) -> list[Json]:
        """The activities that hand facts to the register."""
        return [g for g in self.met(run, TAAK) if g[TAAK]["activityType"]["name"] == "verwerk_feiten"]

    def dicht(self) -> None:
        """Everything that was changed back into bytes."""
        for pad, waarde in self._open.items():
            if pad in self.bestanden and pad != formaat.MANIFEST:
                self.bestanden[pad] = _bytes(waarde)
        if formaat.MANIFEST in self._open:
            self.bestanden[formaat.MANIFEST] = (json.dumps(self.manifest, indent=1, ensure_ascii=False) + "\n").encode()

    def hernoem_hashes(self) -> None:
        """Let the manifest name the files as they are now."""
        self.dicht()
        for rij in self.manifest["bestanden"]:
            if (inhoud := self.bestanden.get(rij["pad"])) is not None:
                rij |= {"sha256": hashlib.sha256(inhoud).hexdigest(), "omvang": len(inhoud)}
        self.dicht()

    def teken(self, ondertekenaar: Ondertekenaar) -> None:
        """Sign the manifest as it is now."""
        bericht = te_tekenen(formaat.SOORT, self.bestanden[formaat.MANIFEST])
        zegel = {"sleutel_id": ondertekenaar.sleutel_id, "handtekening": ondertekenaar.teken(bericht)}
        self.bestanden[formaat.HANDTEKENING] = json.dumps(zegel).encode()


def _bytes(waarde: Any) -> bytes:
    if isinstance(waarde, list) and all(isinstance(regel, dict) and "sha256" not in regel for regel in waarde):
        return "".join(json.dumps(regel, ensure_ascii=False) + "\n" for regel in waarde).encode()
    return json.dumps(waarde, ensure_ascii=False).encode()


def lees(payloads: Json) -> Any:
    """The value in a payload."""
    return json.loads(base64.b64decode(payloads["payloads"][0]["data"]))


def zet(payloads: Json, waarde: Any) -> None:
    """Put another value in a payload."""
    tekst = json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))
    payloads["payloads"][0]["data"] = base64.b64encode(tekst.encode()).decode()


def opdracht(gebeurtenis: Json) -> Json:
    """The payloads of the command in an accepted update."""
    return gebeurtenis[AANGENOMEN]["acceptedRequest"]["input"]["args"]


def bewijs(gebeurtenis: Json) -> Json:
    """The payloads of the receipt in a completed update."""
    return gebeurtenis[BEVESTIGD]["outcome"]["success"]


def hernummer(gebeurtenissen: list[Json]) -> None:
    """Number the events from 1 again, so that nothing seems to be missing."""
    for nr, gebeurtenis in enumerate(gebeurtenissen, start=1):
        gebeurtenis["eventId"] = str(nr)


def neutraal(_: Werk) -> None:
    """No forger."""


def naief(werk: Werk) -> None:
    """Changes a file and hopes that nobody looks at the hashes."""
    werk.dicht()


def herhasht(werk: Werk) -> None:
    """Recomputes the hashes in the manifest, but has no key."""
    werk.hernoem_hashes()


def eigen_sleutel(werk: Werk) -> None:
    """Signs the manifest with a key of his own, and puts that in the pack."""
    sleutel = {
        "sleutel_id": VALS.sleutel_id,
        "pem": publieke_pem(VALS.publiek).decode(),
        "vanaf": "2020-01-01T00:00:00Z",
    }
    werk.json(formaat.SLEUTELS)["sleutels"] = [sleutel]
    werk.hernoem_hashes()
    werk.teken(VALS)


def echte_sleutel(werk: Werk) -> None:
    """Can sign a pack with the real key, as who works at the archive can."""
    werk.hernoem_hashes()
    werk.teken(werk.echt.ondertekenaar)


DIEPTEN: dict[str, tuple[Callable[[Werk], None], frozenset[str]]] = {
    "naief": (naief, frozenset({"bestand_gewijzigd", "handtekening_pak", "run_ontbreekt", "document_gewijzigd"})),
    "herhasht": (herhasht, frozenset({"handtekening_pak"})),
    "eigen_sleutel": (eigen_sleutel, frozenset({"sleutel_onbekend"})),
    "echte_sleutel": (echte_sleutel, frozenset()),
}
"""How deep a forger goes, and at least one of which codes that adds."""


@dataclass(frozen=True)
class Vervalsing:
    """One way to spoil a pack; it must be told by one of these codes. `alleen`: what else may be found with it."""

    naam: str
    doe: Callable[[Werk], None]
    codes: tuple[str, ...]


LIJST: list[Vervalsing] = []


def vervalsing(*codes: str) -> Callable[[Callable[[Werk], None]], Callable[[Werk], None]]:
    """Register a forgery under the name of the function."""

    def neem_op(doe: Callable[[Werk], None]) -> Callable[[Werk], None]:
        LIJST.append(Vervalsing(doe.__name__, doe, codes))
        return doe

    return neem_op


def _met_tekst(feiten: list[Json]) -> Json:
    return next(f for f in feiten if f["inhoud"]["soort"] == "PartnerToegetreden")


@vervalsing("feit_gewijzigd")
def feit_naam(werk: Werk) -> None:
    _met_tekst(werk.feiten)["inhoud"]["naam"] = "Gemeente B"


@vervalsing("feit_gewijzigd")
def feit_eerste(werk: Werk) -> None:
    werk.feiten[0]["inhoud"]["titel"] = "Heel iets anders"


@vervalsing("feit_gewijzigd")
def feit_laatste(werk: Werk) -> None:
    werk.feiten[-1]["door"]["subject"] = "een-ander"


@vervalsing("feit_gewijzigd")
def feit_wie(werk: Werk) -> None:
    werk.feiten[9]["door"] = {**werk.feiten[9]["door"], "functie": "griffier"}


@vervalsing("feit_gewijzigd")
def feit_hash(werk: Werk) -> None:
    werk.feiten[6]["hash"] = "0" * 63 + "1"


@vervalsing("feit_gewijzigd")
def feit_twee_tegelijk(werk: Werk) -> None:
    werk.feiten[3]["door"]["subject"] = "a"
    werk.feiten[30]["door"]["subject"] = "b"


@vervalsing("feit_gewijzigd", "feit_ingevoegd")
def feit_van_een_soort_die_niet_bestaat(werk: Werk) -> None:
    werk.feiten[8]["inhoud"]["soort"] = "Toekomst"


@vervalsing("tijd_gewijzigd")
def feit_moment(werk: Werk) -> None:
    werk.feiten[12]["vastgelegd_op"] = "2025-01-01T12:00:00Z"


@vervalsing("tijd_gewijzigd")
def feit_dag(werk: Werk) -> None:
    werk.feiten[12]["gebeurd_op"] = "2025-01-01"


@vervalsing("feit_ontbreekt")
def feit_weg(werk: Werk) -> None:
    del werk.feiten[10]


@vervalsing("feit_ontbreekt")
def feit_weg_en_hernummerd(werk: Werk) -> None:
    del werk.feiten[10]
    _hernummer_feiten(werk)


@vervalsing("feit_ontbreekt")
def feit_weg_en_alles_aangepast(werk: Werk) -> None:
    del werk.feiten[10]
    _hernummer_feiten(werk)
    werk.manifest["tot_seq"] -= 1


@vervalsing("feit_ingevoegd")
def feit_dubbel(werk: Werk) -> None:
    werk.feiten.insert(11, dict(werk.feiten[10]))


@vervalsing("feit_ingevoegd")
def feit_verzonnen(werk: Werk) -> None:
    verzonnen = json.loads(json.dumps(_met_tekst(werk.feiten)))
    verzonnen["opdracht"], verzonnen["inhoud"]["partner"] = "verzonnen-1", "spookpartner"
    werk.feiten.insert(20, verzonnen)
    _hernummer_feiten(werk)


@vervalsing("feit_verwisseld")
def feiten_verwisseld(werk: Werk) -> None:
    feiten = werk.feiten
    feiten[14], feiten[15] = feiten[15], feiten[14]


@vervalsing("feit_verwisseld")
def feiten_verwisseld_en_hernummerd(werk: Werk) -> None:
    feiten = werk.feiten
    feiten[14], feiten[20] = feiten[20], feiten[14]
    _hernummer_feiten(werk)


@vervalsing("staart_afgeknipt")
def staart_van_de_feiten(werk: Werk) -> None:
    del werk.feiten[-5:]


@vervalsing("staart_afgeknipt")
def staart_van_de_feiten_en_het_manifest(werk: Werk) -> None:
    del werk.feiten[-5:]
    werk.manifest.update({"tot_seq": werk.feiten[-1]["seq"], "kop": werk.feiten[-1]["hash"]})


@vervalsing("herschreven")
def feiten_opnieuw_aaneengeschakeld(werk: Werk) -> None:
    werk.feiten[9]["door"]["subject"] = "een-ander"
    herketen(werk)


@vervalsing("andere_opgave")
def feit_van_een_andere_opgave(werk: Werk) -> None:
    vreemd = json.loads(werk.ander.bestanden[formaat.FEITEN].splitlines()[2])
    werk.feiten[2] = vreemd


@vervalsing("onleesbaar")
def feit_onleesbaar(werk: Werk) -> None:
    regels = werk.bestanden[formaat.FEITEN].splitlines(keepends=True)
    regels[5] = b"{dit is geen JSON}\n"
    werk.bestanden[formaat.FEITEN] = b"".join(regels)


@vervalsing("onleesbaar")
def feit_zonder_nummer(werk: Werk) -> None:
    del werk.feiten[5]["seq"]


@vervalsing("opdracht_gewijzigd")
def opdracht_tekst(werk: Werk) -> None:
    _wijzig_opdracht(werk, "VoegPartnerToe", naam="Gemeente Z")


@vervalsing("opdracht_gewijzigd")
def opdracht_wie(werk: Werk) -> None:
    payloads = opdracht(werk.met(1, AANGENOMEN)[3])
    waarde = lees(payloads)
    waarde["door"]["subject"] = "een-ander"
    zet(payloads, waarde)


@vervalsing("opdracht_gewijzigd")
def stem_omgezet(werk: Werk) -> None:
    def doe(inhoud: Json) -> None:
        eerste = inhoud["stemming"]["per_fractie"][0]
        eerste["voor"], eerste["tegen"] = eerste["tegen"], eerste["voor"]

    _in_opdracht(werk, "LegBesluitVast", doe)


@vervalsing("tijd_gewijzigd")
def moment_van_een_taak(werk: Werk) -> None:
    aangenomen = werk.met(2, AANGENOMEN)[-1]
    gebeurtenissen = werk.gebeurtenissen(2)
    voor = gebeurtenissen[: gebeurtenissen.index(aangenomen)]
    gestart = [g for g in voor if g["eventType"] == "EVENT_TYPE_WORKFLOW_TASK_STARTED"][-1]
    gestart["eventTime"] = f"{int(gestart['eventTime'][:4]) + 1}{gestart['eventTime'][4:]}"


@vervalsing("opdracht_ontbreekt")
def opdracht_weg(werk: Werk) -> None:
    gebeurtenissen, weg = werk.gebeurtenissen(1), werk.met(1, AANGENOMEN)[4]
    id_ = weg[AANGENOMEN]["acceptedRequest"]["meta"]["updateId"]
    klaar = next(g for g in werk.met(1, BEVESTIGD) if g[BEVESTIGD]["meta"]["updateId"] == id_)
    gebeurtenissen.remove(weg)
    gebeurtenissen.remove(klaar)
    hernummer(gebeurtenissen)
    werk.manifest["runs"][0]["gebeurtenissen"] = len(gebeurtenissen)


@vervalsing("opdracht_ingevoegd")
def opdracht_erbij(werk: Werk) -> None:
    gebeurtenissen = werk.gebeurtenissen(1)
    paren = [json.loads(json.dumps(werk.met(1, deel)[2])) for deel in (AANGENOMEN, BEVESTIGD)]
    waarde = lees(opdracht(paren[0])) | {"id": "verzonnen-7"}
    zet(opdracht(paren[0]), waarde)
    paren[0][AANGENOMEN]["acceptedRequest"]["meta"]["updateId"] = "verzonnen-7"
    paren[1][BEVESTIGD]["meta"]["updateId"] = "verzonnen-7"
    plek = gebeurtenissen.index(werk.met(1, BEVESTIGD)[3]) + 1
    gebeurtenissen[plek:plek] = paren
    hernummer(gebeurtenissen)
    werk.manifest["runs"][0]["gebeurtenissen"] = len(gebeurtenissen)


@vervalsing("opdracht_verwisseld")
def opdrachten_verwisseld(werk: Werk) -> None:
    een, twee = (opdracht(g) for g in werk.met(2, AANGENOMEN)[2:4])
    a, b = lees(een), lees(twee)
    zet(een, b)
    zet(twee, a)


@vervalsing("opdracht_ontbreekt", "opdracht_ingevoegd", "opdracht_gewijzigd")
def opdracht_van_een_andere_opgave(werk: Werk) -> None:
    vreemd = json.loads(werk.ander.bestanden[werk.ander.gepakt.manifest.runs[0].pad])["events"]
    waarde = lees(opdracht([g for g in vreemd if AANGENOMEN in g][-1])) | {"id": "vreemd-1"}
    zet(opdracht(werk.met(1, AANGENOMEN)[4]), waarde)


@vervalsing("staart_afgeknipt")
def staart_van_de_geschiedenis(werk: Werk) -> None:
    _knip(werk)


@vervalsing("staart_afgeknipt")
def staart_van_de_geschiedenis_en_het_manifest(werk: Werk) -> None:
    _knip(werk)
    werk.manifest["runs"][1] |= {"gebeurtenissen": len(werk.gebeurtenissen(2)), "einde": "loopt"}


@vervalsing("start_gewijzigd")
def start_van_de_geschiedenis(werk: Werk) -> None:
    payloads = werk.gebeurtenissen(1)[0][BEGIN]["input"]
    zet(payloads, lees(payloads) | {"verschuiving_s": -1000})


@vervalsing("andere_opgave")
def start_met_een_andere_opgave(werk: Werk) -> None:
    payloads = werk.gebeurtenissen(1)[0][BEGIN]["input"]
    zet(payloads, lees(payloads) | {"opgave": "GOUD-77"})


@vervalsing("bewijs_gewijzigd")
def bewijs_in_de_geschiedenis(werk: Werk) -> None:
    payloads = bewijs(werk.met(1, BEVESTIGD)[3])
    zet(payloads, lees(payloads) | {"hash": "a" * 64})


@vervalsing("bewijs_gewijzigd")
def bewijs_aan_het_einde(werk: Werk) -> None:
    payloads = werk.gebeurtenissen(2)[-1]["workflowExecutionCompletedEventAttributes"]["result"]
    zet(payloads, lees(payloads) | {"hash": "b" * 64})


@vervalsing("andere_opgave")
def bewijs_van_een_andere_opgave_in_de_geschiedenis(werk: Werk) -> None:
    payloads = bewijs(werk.met(1, BEVESTIGD)[3])
    zet(payloads, lees(payloads) | {"opgave": "GOUD-02"})


@vervalsing("run_gewijzigd")
def bundel_naar_het_register(werk: Werk) -> None:
    payloads = werk.bundels(1)[1][TAAK]["input"]
    waarde = lees(payloads)
    waarde["feiten"][0]["door"]["subject"] = "een-ander"
    zet(payloads, waarde)


@vervalsing("andere_opgave")
def bundel_van_een_andere_opgave(werk: Werk) -> None:
    payloads = werk.bundels(1)[1][TAAK]["input"]
    waarde = lees(payloads)
    waarde["begin"]["opgave"] = "GOUD-02"
    zet(payloads, waarde)


@vervalsing("run_gewijzigd")
def gebeurtenis_weg(werk: Werk) -> None:
    gebeurtenissen = werk.gebeurtenissen(1)
    gebeurtenissen.remove(next(g for g in gebeurtenissen if g["eventType"] == "EVENT_TYPE_ACTIVITY_TASK_STARTED"))


@vervalsing("run_ontbreekt")
def eerste_run_weg(werk: Werk) -> None:
    del werk.bestanden[werk.pad(1)]
    _uit_manifest(werk, werk.pad(1))
    del werk.manifest["runs"][0]


@vervalsing("run_ontbreekt")
def laatste_run_weg(werk: Werk) -> None:
    del werk.bestanden[werk.pad(2)]
    _uit_manifest(werk, werk.pad(2))
    del werk.manifest["runs"][1]


@vervalsing("run_ontbreekt")
def bestand_van_een_run_weg(werk: Werk) -> None:
    del werk.bestanden[werk.pad(1)]


@vervalsing("run_gewijzigd", "run_ontbreekt")
def run_van_een_andere_opgave(werk: Werk) -> None:
    werk.bestanden[werk.pad(2)] = werk.ander.bestanden[werk.ander.gepakt.manifest.runs[0].pad]


@vervalsing("run_gewijzigd", "run_ontbreekt")
def runs_verwisseld(werk: Werk) -> None:
    een, twee = werk.pad(1), werk.pad(2)
    werk.bestanden[een], werk.bestanden[twee] = werk.bestanden[twee], werk.bestanden[een]


@vervalsing("run_gewijzigd")
def gedragen_stand(werk: Werk) -> None:
    payloads = werk.gebeurtenissen(2)[0][BEGIN]["input"]
    waarde = lees(payloads)
    waarde["stand"]["leven"]["titel"] = "Een andere titel"
    zet(payloads, waarde)


@vervalsing("run_gewijzigd")
def nummer_van_een_run(werk: Werk) -> None:
    werk.gebeurtenissen(1)[0][BEGIN]["originalExecutionRunId"] = "00000000-0000-0000-0000-000000000000"


@vervalsing("tijd_gewijzigd")
def begin_van_een_run(werk: Werk) -> None:
    werk.gebeurtenissen(2)[0]["eventTime"] = "2020-01-01T00:00:00Z"


@vervalsing("onleesbaar")
def geschiedenis_onleesbaar(werk: Werk) -> None:
    werk.bestanden[werk.pad(1)] = b'{"events": [{"eventType": 3}]}'


@vervalsing("bewijs_gewijzigd")
def bewijs_in_de_lijst(werk: Werk) -> None:
    werk.bewijzen[4]["bewijs"]["hash"] = "c" * 64


@vervalsing("bewijs_gewijzigd")
def reden_van_een_weigering(werk: Werk) -> None:
    next(b for b in werk.bewijzen if b["bewijs"]["geweigerd"])["bewijs"]["reden"] = "Zomaar."


@vervalsing("bewijs_ontbreekt")
def bewijs_weg(werk: Werk) -> None:
    del werk.bewijzen[5]


@vervalsing("bewijs_vreemd")
def bewijs_erbij(werk: Werk) -> None:
    werk.bewijzen.append({"opdracht": "verzonnen-3", "bewijs": werk.bewijzen[3]["bewijs"]})


@vervalsing("andere_opgave")
def bewijs_van_een_andere_opgave(werk: Werk) -> None:
    werk.bewijzen[3]["bewijs"]["opgave"] = "GOUD-02"


@vervalsing("grootboek_gewijzigd")
def grootboek_hash(werk: Werk) -> None:
    werk.grootboek[3]["hash"] = "d" * 64


@vervalsing("grootboek_gewijzigd", "grootboek_ontbreekt")
def grootboek_bereik(werk: Werk) -> None:
    werk.grootboek[3]["tot_seq"] += 1


@vervalsing("grootboek_handtekening")
def grootboek_handtekening(werk: Werk) -> None:
    werk.grootboek[3]["handtekening"] = werk.grootboek[4]["handtekening"]


@vervalsing("grootboek_ontbreekt")
def grootboek_regel_weg(werk: Werk) -> None:
    del werk.grootboek[3]


@vervalsing("grootboek_ontbreekt")
def grootboek_eerste_weg(werk: Werk) -> None:
    del werk.grootboek[0]


@vervalsing("grootboek_ontbreekt")
def grootboek_staart(werk: Werk) -> None:
    del werk.grootboek[-3:]


@vervalsing("grootboek_gewijzigd")
def grootboek_verwisseld(werk: Werk) -> None:
    werk.grootboek[3], werk.grootboek[4] = werk.grootboek[4], werk.grootboek[3]


@vervalsing("andere_opgave")
def grootboek_van_een_andere_opgave(werk: Werk) -> None:
    werk.grootboek[0] = json.loads(werk.ander.bestanden[formaat.GROOTBOEK].splitlines()[0])


@vervalsing("sleutel_onbekend")
def grootboek_met_een_eigen_sleutel(werk: Werk) -> None:
    onderteken_grootboek(werk, VALS)


@vervalsing("manifest_tegenspraak")
def manifest_titel(werk: Werk) -> None:
    werk.manifest["titel"] = "Een mooiere titel"


@vervalsing("manifest_tegenspraak")
def manifest_afgerond(werk: Werk) -> None:
    werk.manifest["afgerond"] = False


@vervalsing("start_gewijzigd")
def manifest_begin(werk: Werk) -> None:
    werk.manifest["begin"]["verschuiving_s"] = 0


@vervalsing("manifest_tegenspraak")
def manifest_laatste_feit(werk: Werk) -> None:
    werk.manifest["kop"] = werk.feiten[-2]["hash"]


@vervalsing("andere_code")
def manifest_vorm(werk: Werk) -> None:
    werk.manifest["formaat"] = "opgavenmotor-pak/9"


@vervalsing("manifest_tegenspraak")
def manifest_zwijgt_over_een_bestand(werk: Werk) -> None:
    _uit_manifest(werk, formaat.BEWIJZEN)


@vervalsing("document_gewijzigd")
def document_anders(werk: Werk) -> None:
    werk.bestanden[_document(werk)] += b"\n"


@vervalsing("document_ontbreekt")
def document_weg(werk: Werk) -> None:
    del werk.bestanden[_document(werk)]


@vervalsing("document_ontbreekt")
def document_uit_de_lijst(werk: Werk) -> None:
    del werk.json(formaat.DOCUMENTEN)[0]


@vervalsing("document_ontbreekt")
def document_helemaal_weg(werk: Werk) -> None:
    pad = _document(werk)
    del werk.bestanden[pad]
    _uit_manifest(werk, pad)


@vervalsing("reglement_gewijzigd")
def reglement_anders(werk: Werk) -> None:
    pad = f"{formaat.REGLEMENTEN}r2026_1.json"
    werk.bestanden[pad] = werk.bestanden[pad].replace(b"F1", b"F2", 1)


@vervalsing("bestand_ontbreekt")
def reglement_weg(werk: Werk) -> None:
    del werk.bestanden[f"{formaat.REGLEMENTEN}r2026_1.json"]


@vervalsing("bestand_onbekend")
def bestand_erbij(werk: Werk) -> None:
    werk.bestanden["notitie.txt"] = b"Dit hoort er ook bij."


@vervalsing("bestand_ontbreekt")
def bestand_weg(werk: Werk) -> None:
    del werk.bestanden[formaat.SPOOR]


@vervalsing("controlepunt_gewijzigd", "controlepunt_spreekt_tegen")
def controlepunt_anders(werk: Werk) -> None:
    werk.regels(formaat.CONTROLEPUNTEN)[0]["controlepunt"]["wortel"] = "e" * 64


def _uit_manifest(werk: Werk, pad: str) -> None:
    werk.manifest["bestanden"] = [b for b in werk.manifest["bestanden"] if b["pad"] != pad]


def _document(werk: Werk) -> str:
    return min(pad for pad in werk.bestanden if pad.startswith(formaat.STUKKEN))


def _hernummer_feiten(werk: Werk) -> None:
    for nr, feit in enumerate(werk.feiten, start=1):
        feit["seq"] = nr


def _wijzig_opdracht(werk: Werk, soort: str, **velden: Any) -> None:
    _in_opdracht(werk, soort, lambda inhoud: inhoud.update(velden))


def _in_opdracht(werk: Werk, soort: str, doe: Callable[[Json], None]) -> None:
    for payloads in _opdrachten(werk):
        waarde = lees(payloads)
        if waarde["inhoud"]["soort"] == soort:
            doe(waarde["inhoud"])
            zet(payloads, waarde)
            return
    raise AssertionError(f"geen {soort} in dit leven")


def _opdrachten(werk: Werk) -> Iterator[Json]:
    return (opdracht(g) for run in (1, 2) for g in werk.met(run, AANGENOMEN))


def _knip(werk: Werk) -> None:
    gebeurtenissen = werk.gebeurtenissen(2)
    del gebeurtenissen[gebeurtenissen.index(werk.met(2, AANGENOMEN)[-2]) :]


def herketen(werk: Werk) -> None:
    """Recompute every hash in the facts, as the chain does."""
    from audit.keuring.feitregel import kaal
    from domain.keten import GEEN, schakel

    kop = schakel(GEEN, kaal(werk.manifest["begin"]))
    for feit in werk.feiten:
        feit["hash"] = kop = schakel(kop, kaal({k: w for k, w in feit.items() if k != "hash"}))


def onderteken_grootboek(werk: Werk, ondertekenaar: Ondertekenaar) -> None:
    """Make every line of the ledger anew over the facts as they are now."""
    hashes, vorige = {feit["seq"]: feit["hash"] for feit in werk.feiten}, "0" * 64
    for ruw in werk.grootboek:
        ruw |= {"hash": hashes[ruw["tot_seq"]], "vorige": vorige, "sleutel_id": ondertekenaar.sleutel_id}
        ruw["handtekening"] = ondertekenaar.teken(Grootboekregel.model_validate(ruw).inhoud.bytes_)
        vorige = Grootboekregel.model_validate(ruw).eigen_hash
