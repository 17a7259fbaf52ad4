"""A register with a life and its checkpoints, of which packs can be made at any moment; no server, no histories."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from proefleven import Proefleven

from activities.gevolgen import voer_uit
from activities.grootboek import Grootboek
from archief import formaat
from archief.formaat import Controlepuntregel, Manifest, Run
from archief.inhoud import lees_register
from archief.maken import onderteken
from archief.pak import Pak, open_pak
from audit.keuring.sleutels import Vertrouwen, vertrouwen
from domain.controlepunt import SOORT, Blad, Controlepunt, sluit_in, wortel
from domain.keten import te_tekenen
from register import controlepunten, sleutels
from register.schrijven import verwerk
from register.verbinding import Register
from runtime.sleutels import Ondertekenaar, vingerafdruk

BEGIN = datetime(2024, 1, 9, 2, tzinfo=UTC)
DAG = timedelta(days=1)


def nieuwe_sleutel() -> Ondertekenaar:
    """A key of its own."""
    return Ondertekenaar(Ed25519PrivateKey.generate())


@dataclass
class Ankerwereld:
    """One opgave and the days since it began; `tekenaar` signs all there is."""

    register: Register
    map: Path
    tekenaar: Ondertekenaar = field(default_factory=nieuwe_sleutel)
    leven: Proefleven = field(default_factory=Proefleven)
    dag: int = 0

    def begin(self) -> "Ankerwereld":
        """The life begins, with a partner; the key is known."""
        sleutels.noteer(self.register, self.tekenaar.publiek, BEGIN)
        self.leven.begonnen()
        self._leg_vast(*self.leven.feiten)
        return self

    def leef(self, aantal: int = 1) -> None:
        """Some facts more."""
        for _ in range(aantal):
            self._leg_vast(*self.leven.geef("MaakAfspraak", tekst="Bellen", wie="griffier").feiten)

    def punt(self) -> Controlepunt:
        """The checkpoint of the next day."""
        self.dag += 1
        return controlepunten.maak(self.register, self.tekenaar, self.nu).punt

    @property
    def nu(self) -> datetime:
        """The moment of the last checkpoint."""
        return BEGIN + self.dag * DAG

    def pak(self, verander: "Callable[[dict[str, bytes]], None]" = lambda delen: None, **anders: Any) -> Pak:
        """A pack as it is now; `verander` may spoil its files before the manifest is signed."""
        deel = lees_register(self.register, self.leven.begin.opgave)
        delen = dict(deel.open)
        verander(delen)
        run = Run(nr=1, run_id="r1", pad="geschiedenis/001-r1.json", gebeurtenissen=1, einde="loopt", begonnen_op=BEGIN)
        manifest = Manifest(
            opgave=deel.stand.opgave, begin=deel.stand.begin, tot_seq=deel.stand.seq, kop=deel.stand.kop,
            aanleiding="gevraagd", gemaakt_op=self.nu + DAG, rust=True, afgerond=False, programma="proef",
            kern="0" * 64, reglementen={}, runs=(run,), bestanden=(),
        ).met(**anders)  # fmt: skip
        plek = self.map / f"pak-{len(list(self.map.iterdir()))}"
        for pad, inhoud in {**delen, **onderteken(manifest, self.tekenaar)}.items():
            (plek / pad).parent.mkdir(parents=True, exist_ok=True)
            (plek / pad).write_bytes(inhoud)
        return open_pak(plek)

    def vertrouwd(self, pak: Pak) -> Vertrouwen:
        """Trust the key of this world, and what follows from it."""
        return vertrouwen(pak.sleutelbos, [vingerafdruk(self.tekenaar.publiek)])

    def _leg_vast(self, *feiten: Any) -> None:
        verwerk(self.register, self.leven.bundel(*feiten), voer_uit, Grootboek(self.tekenaar).teken_regel)


Regels = list[Controlepuntregel]


def anders(wijzig: "Callable[[Regels], None]") -> "Callable[[dict[str, bytes]], None]":
    """Spoil the list of checkpoints of a pack."""

    def verander(delen: dict[str, bytes]) -> None:
        regels = [Controlepuntregel.model_validate_json(r) for r in delen[formaat.CONTROLEPUNTEN].splitlines()]
        wijzig(regels)
        delen[formaat.CONTROLEPUNTEN] = b"".join(r.model_dump_json().encode() + b"\n" for r in regels)

    return verander


def vervalst(punt: Controlepunt, tekenaar: Ondertekenaar, bladen: tuple[Blad, ...], **velden: Any) -> Controlepuntregel:
    """A checkpoint made anew by who holds the key: other leaves, well signed."""
    inhoud = punt.inhoud.met(wortel=wortel(bladen), aantal=len(bladen), **velden)
    handtekening = tekenaar.teken(te_tekenen(SOORT, inhoud.bytes_))
    nieuw = Controlepunt(**inhoud.model_dump(), handtekening=handtekening, sleutel_id=tekenaar.sleutel_id)
    return Controlepuntregel(controlepunt=nieuw, insluiting=sluit_in(bladen, bladen[0].opgave))


__all__ = ["Ankerwereld", "anders", "nieuwe_sleutel", "vervalst"]
