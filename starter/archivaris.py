"""Packs on request, documents handed in for the archive, and what the archive holds: for the command line.

A pack that somebody asks for stands in the audit trail twice: before its content is read (so that the pack holds the
line of its own making), and once it was written, with the hash of its manifest.
"""

import mimetypes
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert, select
from temporalio.client import Client

from archief import formaat
from archief.archiveren import Archief
from archief.formaat import Manifest, sha
from archief.maken import Gepakt, maak_pak
from archief.schrijven import schrijf, toets_vrij
from archief.stukken import Genoemd, genoemd
from domain import bewaring
from domain import spoor as spoorregels
from domain.basis import Afzender, Weigering
from domain.spoor import Actie
from register import lezen, pakken, sleutels, spoor
from register.pakken import Pakrij, Runrij, Wens
from register.tabellen_archief import STUK
from register.verbinding import Register
from starter.client import OnbekendeOpgave
from starter.invoer import Invoerfout
from workflows.namen import workflow_id

BEGONNEN, MISLUKT = "begonnen", "mislukt"
MAX_STUK = 100 * 1024 * 1024
"""Bytes a document may have: what can be read back from a pack."""
_RAAR = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Gemaakt:
    """A pack that was written. `sha256` is that of its manifest, as it stands in the trail."""

    doel: Path
    manifest: Manifest
    sha256: str


@dataclass(frozen=True)
class Aanvraag:
    """Somebody who wants something of one opgave; `klok` gives the time (UTC)."""

    archief: Archief
    door: Afzender
    opgave: str
    klok: Callable[[], datetime]

    async def pak(self, verbinding: Callable[[], Awaitable[Client]], doel: Path) -> Gemaakt:
        """Make the pack of the opgave as it is now, in a folder, or in a zip when the name ends so.

        Raises:
            OnbekendeOpgave, PlekBezet, Onbereikbaar, RunVerdwenen, OpslagFout, SleutelFout: nothing was written.
            Weigering: this function may not; that stands in the trail.
        """
        self._ken()
        toets_vrij(doel)
        with self._toegestaan("pak_gemaakt"):
            client = await verbinding()
        with self._in_spoor("pak"):
            gepakt = await maak_pak(
                client,
                self.archief.register,
                self.opgave,
                workflow_id(self.opgave),
                self.archief.tekenaar,
                nu=self.klok(),
                ouder=self.archief.ouder(self.opgave),
            )
            _schrijf(gepakt, doel)
        som = sha(gepakt.open[formaat.MANIFEST])
        tot = f"pak tot en met feit {gepakt.manifest.tot_seq}"
        self._noteer(tot, spoorregels.GELUKT, {"manifest": som})
        return Gemaakt(doel, gepakt.manifest, som)

    def stuk(self, bestand: Path) -> Genoemd:
        """Hand in a document that a fact names by its hash. Gives which one; again is harmless.

        Raises:
            Invoerfout: no fact names this document, or it can't be read.
            Weigering: this function may not, or the document was destroyed; that stands in the trail.
        """
        self._ken()
        inhoud = _lees(bestand)
        som = sha(inhoud)
        namen = genoemd(lezen.feiten(self.archief.register, self.opgave))
        welke = next((een for een in namen if een.sha256 == som), None)
        with self._toegestaan("stuk_toegevoegd"):
            weg = self._vernietigd()
            if som in weg:
                raise Weigering("vernietiging", "Dit stuk is vernietigd en komt niet terug.")
            if welke is None:
                hier = weg | self._binnen()
                raise Invoerfout(_niet_genoemd(bestand, som, [een for een in namen if een.sha256 not in hier]))
            self._leg_erbij(som, bestand, inhoud)
        return welke

    def _ken(self) -> None:
        if not lezen.tot_seq(self.archief.register, self.opgave):
            raise OnbekendeOpgave(self.opgave)
        sleutels.toets_geldig(self.archief.register, self.archief.tekenaar.sleutel_id)

    @contextmanager
    def _in_spoor(self, wat: str) -> Iterator[None]:
        """Recorded before it begins; and again when it did not go."""
        self._noteer(wat, BEGONNEN)
        try:
            yield
        except BaseException as fout:
            self._noteer(wat, MISLUKT, {"fout": type(fout).__name__})
            raise

    @contextmanager
    def _toegestaan(self, actie: Actie) -> Iterator[None]:
        """Begin with who may; a refusal is recorded, and then goes on to whoever asked."""
        try:
            spoorregels.toets_wie(actie, self.door)
            yield
        except Weigering as nee:
            archief = self.archief
            spoor.weiger(archief.register, archief.tekenaar, self.door, actie, self.opgave, nee, nu=self.klok())
            raise

    def _noteer(self, wat: str, resultaat: str, gegevens: Mapping[str, str] | None = None) -> None:
        with self.archief.register.schrijf() as verbinding:
            spoor.schrijf(
                verbinding,
                self.archief.tekenaar,
                self.door,
                "pak_gemaakt",
                self.opgave,
                wat,
                nu=self.klok(),
                gegevens=gegevens,
                resultaat=resultaat,
            )

    def _vernietigd(self) -> frozenset[str]:
        """The documents that were destroyed on purpose."""
        regels = spoor.lijst(self.archief.register, self.opgave)
        return frozenset(som for regel in regels for som in bewaring.vernietigd(regel))

    def _binnen(self) -> frozenset[str]:
        """The documents that were handed in before."""
        with self.archief.register.lees() as verbinding:
            return frozenset(verbinding.execute(select(STUK.c.sha256).where(STUK.c.opgave == self.opgave)).scalars())

    def _leg_erbij(self, som: str, bestand: Path, inhoud: bytes) -> None:
        """The bytes and the line of the trail in one transaction; neither when it was there."""
        naam = _RAAR.sub("-", bestand.name).strip("-.")[-80:] or "stuk"
        soort = mimetypes.guess_type(naam)[0] or "application/octet-stream"
        with self.archief.register.schrijf() as verbinding:
            zelfde = select(STUK.c.sha256).where(STUK.c.opgave == self.opgave, STUK.c.sha256 == som)
            if verbinding.execute(zelfde).first():
                return
            waarden = {"sha256": som, "opgave": self.opgave, "bestandsnaam": naam, "mediatype": soort}
            verbinding.execute(insert(STUK).values(**waarden, inhoud=inhoud, toegevoegd_op=self.klok()))
            spoor.schrijf(
                verbinding,
                self.archief.tekenaar,
                self.door,
                "stuk_toegevoegd",
                self.opgave,
                som,
                nu=self.klok(),
                gegevens={"omvang": str(len(inhoud))},
            )


@dataclass(frozen=True)
class Overzicht:
    """What lies in the archive, what is still wished for, and the runs that ended and lie in no pack."""

    pakken: tuple[Pakrij, ...]
    wensen: tuple[Wens, ...]
    zonder_pak: tuple[Runrij, ...]


def overzicht(register: Register, opgave: str | None) -> Overzicht:
    """The archive as the register knows it, of one opgave or of all."""
    runs, wensen = pakken.runs(register, opgave), pakken.wensen(register, opgave)
    klaar = pakken.gearchiveerde_runs(register)
    laatste = {run.opgave: run.run_id for run in runs}
    gevraagd = {wens.run_id for wens in wensen if wens.aanleiding != "fase"}
    zonder = tuple(r for r in runs if r.run_id not in klaar and (r.run_id != laatste[r.opgave] or r.run_id in gevraagd))
    return Overzicht(pakken.pakken(register, opgave), wensen, zonder)


def _schrijf(gepakt: Gepakt, doel: Path) -> None:
    try:
        schrijf(gepakt.open, doel)
    except OSError as fout:
        raise Invoerfout(f"--uit: {doel} is niet te schrijven ({fout.strerror}).") from None


def _lees(bestand: Path) -> bytes:
    try:
        if bestand.stat().st_size > MAX_STUK:
            raise Invoerfout(f"{bestand} is te groot: hoogstens {MAX_STUK // 1024**2} MB.")
        return bestand.read_bytes()
    except OSError as fout:
        raise Invoerfout(f"{bestand} is niet te lezen ({fout.strerror}).") from None


def _niet_genoemd(bestand: Path, som: str, open_: list[Genoemd]) -> str:
    """Which documents would be welcome."""
    zin = f"Geen enkel feit noemt {bestand.name} (sha256 {som})."
    if not open_:
        return f"{zin} Er ontbreekt geen stuk."
    welke = (f"  {een.sha256}  {een.titel} (feit {een.seq})" for een in {een.sha256: een for een in open_}.values())
    return "\n".join((f"{zin} Deze stukken ontbreken nog:", *welke))
