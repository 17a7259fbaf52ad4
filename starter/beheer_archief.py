"""Acts around the record: handing out what is confidential, holds, destruction. Each stands in the audit trail.

What is refused stands there too, with the rule. Whether an act may be done is for `domain.spoor` and `domain.bewaring`.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection

from archief import formaat
from archief.afscherming import scherm_af
from archief.maken import Gepakt
from archief.opruimen import heeft_containers, ruim_op
from archief.opslag import Opslag
from archief.vertrouwelijk import archiefsleutel, versleutel
from domain import bevoegdheid, bewaring
from domain import spoor as spoorregels
from domain.basis import Afzender, Weigering
from domain.kalender import lokale_datum
from domain.spoor import Actie, Spoorregel
from register import lezen, sleutels, spoor, vernietigen
from register.grootboek import Tekenaar
from register.verbinding import Register
from register.vernietigen import Kandidaat
from runtime.instellingen import Instellingen
from starter.invoer import Invoerfout
from starter.te_vernietigen import toets_vernietigbaar, waarover
from starter.uitgeven import erbij, leg_neer, schrijf_pak, toets_vrij

MISLUKT = "mislukt"


@dataclass(frozen=True)
class Verstrekt:
    """What was handed out: where the container and the pack it belongs to lie, and the files in it."""

    container: Path
    pak: Path
    bestanden: tuple[str, ...]


@dataclass(frozen=True)
class Vernietiging:
    """What went, or would go. `schoon` is False when the file of the register may still hold a trace."""

    weg: tuple[Kandidaat, ...]
    regel: Spoorregel | None
    in_opslag: int
    schoon: bool


@dataclass(frozen=True)
class Besluit:
    """On what a destruction rests: the decision, the category of the selectielijst, its day, and who agreed."""

    besluit: str
    categorie: str
    datum: date
    akkoord: str

    @property
    def gegevens(self) -> dict[str, str]:
        """As it stands in the trail."""
        return {
            "besluit": self.besluit,
            "categorie": self.categorie,
            "datum": self.datum.isoformat(),
            "akkoord": self.akkoord,
        }


@dataclass(frozen=True)
class Beheer:
    """One person doing something around the record of one opgave, now (UTC)."""

    register: Register
    tekenaar: Tekenaar
    door: Afzender
    opgave: str
    nu: datetime

    @contextmanager
    def _toegestaan(self, actie: Actie, over: str = "", *, proef: bool = False) -> Iterator[None]:
        """Begin with who may; every refusal in this block is recorded, and then goes on to whoever asked.

        `over` says what it was about, `proef` that it was only tried out: then nothing is recorded.
        Raises SleutelAfgelost when another key took over: the old one states nothing any more.
        """
        if lezen.stand(self.register, self.opgave) is None:
            raise Invoerfout(f"Het register kent de opgave {self.opgave[:40]} niet.")
        sleutels.toets_geldig(self.register, self.tekenaar.sleutel_id)
        try:
            spoorregels.toets_wie(actie, self.door)
            yield
        except Weigering as nee:
            if not proef:
                spoor.weiger(self.register, self.tekenaar, self.door, actie, self.opgave, nee, nu=self.nu, object_=over)
            raise

    def mag(self, actie: Actie) -> None:
        """Raises Weigering, and records it, when this function may not do this at all."""
        with self._toegestaan(actie):
            pass

    def leg_bewaarplicht(self, grond: str, kenmerk: str, tot: date | None) -> Spoorregel:
        """Put a hold on everything of the opgave, through `tot` or until it is lifted.

        Raises:
            Weigering: this function may not, or the mark is in use.
        """
        gegevens = {"kenmerk": kenmerk, "grond": grond, **({"tot": tot.isoformat()} if tot else {})}
        with self._toegestaan("bewaarplicht_gelegd", kenmerk):
            if any(plicht.kenmerk == kenmerk for plicht in self.plichten()):
                raise Weigering("bewaarplicht", f"Er rust al een bewaarplicht met het kenmerk {kenmerk}.")
            return self._schrijf("bewaarplicht_gelegd", kenmerk, gegevens)

    def hef_bewaarplicht_op(self, kenmerk: str) -> Spoorregel:
        """Lift a hold. Raises Weigering when this function may not, or there is none with this mark."""
        with self._toegestaan("bewaarplicht_opgeheven", kenmerk):
            bevoegdheid.toets_zeker(self.door, "Een bewaarplicht opheffen")
            if all(plicht.kenmerk != kenmerk for plicht in self.plichten()):
                raise Weigering("bewaarplicht", f"Er rust geen bewaarplicht met het kenmerk {kenmerk}.")
            return self._schrijf("bewaarplicht_opgeheven", kenmerk, {"kenmerk": kenmerk})

    def plichten(self) -> tuple[bewaring.Bewaarplicht, ...]:
        """The holds that stand today."""
        return bewaring.bewaarplichten(spoor.lijst(self.register, self.opgave), lokale_datum(self.nu))

    def verstrek(self, gepakt: Gepakt, ontvanger: str, reden: str, uit: Path) -> Verstrekt | None:
        """Write what of this pack is confidential for one recipient, the open pack beside it; None when nothing is.

        The line in the trail comes first: no container ever lies there of which the trail does not know.

        Raises:
            Weigering: this function may not.
            Invoerfout: the file is there already or can't be written.
        """
        with self._toegestaan("vertrouwelijk_verstrekt"):
            bevoegdheid.toets_zeker(self.door, "Vertrouwelijke stukken verstrekken")
            self._toets_tekst(reden)
            if not gepakt.vertrouwelijk:
                return None
            self._geef_uit(gepakt, ontvanger, reden, uit)
        return Verstrekt(uit, erbij(uit), tuple(sorted(gepakt.vertrouwelijk)))

    def _geef_uit(self, gepakt: Gepakt, ontvanger: str, reden: str, uit: Path) -> None:
        container = versleutel(gepakt.vertrouwelijk, [ontvanger])
        gegevens = {
            "aan": ontvanger,
            "reden": reden,
            "bestanden": ",".join(_sha(inhoud) for _, inhoud in sorted(gepakt.vertrouwelijk.items())),
            "container": _sha(container),
            "pak": _sha(gepakt.open[formaat.MANIFEST]),
        }
        wat = f"{len(gepakt.vertrouwelijk)} bestanden"
        toets_vrij(uit)
        schrijf_pak(gepakt.open, erbij(uit))
        try:
            self._schrijf("vertrouwelijk_verstrekt", wat, gegevens)
            self._zet_neer(uit, container, wat, gegevens)
        except BaseException:
            erbij(uit).unlink(missing_ok=True)
            raise

    def _zet_neer(self, uit: Path, container: bytes, wat: str, gegevens: Mapping[str, str]) -> None:
        """Write the container; when that fails after all, a second line says so."""
        try:
            leg_neer(uit, container)
        except Invoerfout:
            with self.register.schrijf() as verbinding:
                self._noteer(verbinding, "vertrouwelijk_verstrekt", wat, gegevens, MISLUKT)
            raise

    def vernietig(
        self, welke: Sequence[str], besluit: Besluit, opslag: Opslag, instellingen: Instellingen, *, droog: bool = False
    ) -> Vernietiging:
        """Destroy documents (sha256, or the first 12 or more characters of it), in the register and in every pack.

        Naming none means all. Done again it finishes what was left half done, and writes no second line.

        Raises:
            Weigering: this function may not, nobody agreed, a hold stands, or a document is kept for good.
            Invoerfout: a hash is of no document of this opgave.
        """
        with self._toegestaan("vernietigd", waarover(welke), proef=droog):
            bevoegdheid.toets_zeker(self.door, "Vernietigen")
            bewaring.toets_akkoord(self.door.functie, self.door.subject, besluit.akkoord)
            self._toets_tekst(besluit.besluit)
            bewaring.toets_vrij(spoor.lijst(self.register, self.opgave), lokale_datum(self.nu))
            weg = self._gekozen(welke)
            toets_vernietigbaar(weg)
            if droog:
                return Vernietiging(weg, None, 0, True)
            if heeft_containers(opslag, self.opgave):
                archiefsleutel(instellingen)  # without it half would stay: then better nothing
            shas = [kandidaat.sha256 for kandidaat in weg]
            args = (self.register, self.tekenaar, self.door, self.opgave, shas, besluit.gegevens)
            regel = vernietigen.vernietig(*args, nu=self.nu) if shas else None
        in_opslag = ruim_op(
            opslag,
            spoor.lijst(self.register, self.opgave),
            lambda: archiefsleutel(instellingen),
            sleutels.lijst(self.register)[1],
        )
        return Vernietiging(weg, regel, in_opslag, self.register.wis_sporen())

    def _toets_tekst(self, tekst: str) -> None:
        """Raises Invoerfout when a text for the trail, which lies open, repeats what is under geheimhouding."""
        stand = lezen.stand(self.register, self.opgave)
        if stand and scherm_af(stand, lezen.feiten(self.register, self.opgave)).verraadt(tekst):
            raise Invoerfout("In deze tekst staat iets wat onder geheimhouding ligt. Het auditspoor is openbaar.")

    def _gekozen(self, welke: Sequence[str]) -> tuple[Kandidaat, ...]:
        """The documents that were named and are still there; all when none was named."""
        kandidaten = vernietigen.kandidaten(self.register, self.opgave)
        al = {sha for regel in spoor.lijst(self.register, self.opgave) for sha in bewaring.vernietigd(regel)}
        for deel in welke:
            if len(deel) < 12 or sum(sha.startswith(deel) for sha in al | {k.sha256 for k in kandidaten}) != 1:
                raise Invoerfout(f"--documenten: {deel[:64]} is niet het begin (12 tekens of meer) van een document.")
        return tuple(k for k in kandidaten if not welke or any(k.sha256.startswith(deel) for deel in welke))

    def _schrijf(self, actie: Actie, object_: str, gegevens: Mapping[str, str]) -> Spoorregel:
        with self.register.schrijf() as verbinding:
            return self._noteer(verbinding, actie, object_, gegevens)

    def _noteer(
        self,
        verbinding: Connection,
        actie: Actie,
        object_: str,
        gegevens: Mapping[str, str],
        resultaat: str = spoorregels.GELUKT,
    ) -> Spoorregel:
        args = (verbinding, self.tekenaar, self.door, actie, self.opgave, object_)
        return spoor.schrijf(*args, nu=self.nu, gegevens=gegevens, resultaat=resultaat)


def _sha(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
