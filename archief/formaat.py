"""What a pack is: a folder (or zip) that holds the whole evidence of one opgave and explains itself.

Names and shapes here are promises to auditors: add, never change. Everything in a pack is named with its hash in
`manifest.json`, which `handtekening.json` signs; nothing else may lie in it but statements that are signed themselves
(`verklaringen/`) and, once it was handed out and opened, what was confidential (`vertrouwelijk/`).
"""

import hashlib
from typing import Literal

from domain.basis import Kenmerk, Model, Moment, OpgaveId, Vingerafdruk
from domain.controlepunt import Blad, Controlepunt, Insluiting
from domain.keten import canoniek
from domain.sleutelwissel import Sleutel, Sleutelwissel
from domain.stand import Begin

FORMAAT = "opgavenmotor-pak/1"
SOORT = "pak"
"""What stands in front of the bytes under the signature of a manifest."""

MANIFEST, HANDTEKENING = "manifest.json", "handtekening.json"
FEITEN, BEWIJZEN, GROOTBOEK = "feiten.jsonl", "bewijzen.jsonl", "grootboek.jsonl"
CONTROLEPUNTEN, SPOOR, BEKLEDING = "controlepunten.jsonl", "spoor.jsonl", "bekleding.jsonl"
SLEUTELS, DOCUMENTEN = "sleutels.json", "documenten.json"
GESCHIEDENIS, STUKKEN, REGLEMENTEN = "geschiedenis/", "documenten/", "reglementen/"
VERKLARINGEN, VERTROUWELIJK = "verklaringen/", "vertrouwelijk/"
CONTAINER = "vertrouwelijk.age"
"""What is confidential, encrypted: in a store it lies beside the files that lie open."""

Aanleiding = Literal["gevraagd", "fase", "voortzetting", "afgerond", "ronde"]
"""Why a pack was made: asked for, end of a phase, end of a run that was continued, end of the life, the daily round."""
Runeinde = Literal["loopt", "voortgezet", "voltooid", "anders"]


class Bestand(Model):
    """A file of the pack: its path with `/`, the hash over its bytes, and how many there are."""

    pad: str
    sha256: Vingerafdruk
    omvang: int


class Run(Model):
    """One run of the workflow. `pad` is its history; `builds` the versions of the workers that worked on it."""

    nr: int
    run_id: str
    pad: str
    gebeurtenissen: int
    einde: Runeinde
    begonnen_op: Moment
    builds: tuple[str, ...] = ()


class Manifest(Model):
    """What is in the pack, and what it says it is.

    `kern` is the hash over the source of the rules (`domain/`) of the program that made it. `rust`: nothing was under
    way when it was made, so history, facts and ledger end at the same fact. `afgeschermd` are the facts of which the
    open pack holds the hash only; `vertrouwelijk` names the files that are handed out apart.
    """

    formaat: str = FORMAAT
    opgave: OpgaveId
    titel: str = ""
    begin: Begin
    tot_seq: int
    kop: Vingerafdruk
    aanleiding: Aanleiding
    gemaakt_op: Moment
    rust: bool
    afgerond: bool
    programma: str
    kern: Vingerafdruk
    reglementen: dict[str, Vingerafdruk]
    runs: tuple[Run, ...]
    bestanden: tuple[Bestand, ...]
    afgeschermd: tuple[int, ...] = ()
    vertrouwelijk: tuple[Bestand, ...] = ()

    @property
    def laatste_run(self) -> Run:
        """The run in which the pack ends."""
        return self.runs[-1]


class Handtekening(Model):
    """The signature over the bytes of the manifest file as they are."""

    sleutel_id: Kenmerk
    handtekening: str


class Sleutelbos(Model):
    """The public keys of this engine and how each followed the one before. Whom to trust is not for the pack to say."""

    sleutels: tuple[Sleutel, ...] = ()
    wissels: tuple[Sleutelwissel, ...] = ()


class Documentregel(Model):
    """A document. `pad` is empty when it lies elsewhere (only a reference is known) or is confidential."""

    sha256: Vingerafdruk
    titel: str
    soort: str
    bestandsnaam: str = ""
    mediatype: str = ""
    seq: int
    stap: str = ""
    pad: str = ""
    vertrouwelijk: bool = False


class Controlepuntregel(Model):
    """A checkpoint, with proof that this opgave was in it. `stempel` is an RFC 3161 time stamp in base64.

    `bladen` stands in the newest one only: with all heads, so that it shows which opgaven there are.
    """

    controlepunt: Controlepunt
    insluiting: Insluiting | None = None
    stempel: str = ""
    gezien_door: tuple[str, ...] = ()
    bladen: tuple[Blad, ...] = ()


class Bekledingsregel(Model):
    """A sealed line about who held a function: nobody can read it, and whoever has the slip can prove it."""

    nr: int
    functie: Kenmerk
    organisatie: Kenmerk
    soort: Literal["begin", "einde"]
    zegel: Vingerafdruk
    van: str = ""
    tot: str = ""
    vastgelegd_op: Moment


def reglementbytes(reglement: Model) -> bytes:
    """The rules of a reglement as they lie in a pack; their hash says whether rules were changed since."""
    return canoniek(reglement)


def sha(inhoud: bytes) -> str:
    """The hash over the bytes of a file, as a manifest and a fact name it (64 hex)."""
    return hashlib.sha256(inhoud).hexdigest()
