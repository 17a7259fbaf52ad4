"""One pack made, put in the archive, and told to the register and the audit trail."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from temporalio.client import Client

from archief.bewaren import Archiefruns, Bewaard, bewaar, rijen
from archief.draad import in_draad
from archief.formaat import Aanleiding
from archief.maken import Gepakt, Oogst, oogst, stel_samen
from archief.opruimen import ruim_op
from archief.opslag import Opslag, open_opslag
from archief.vertrouwelijk import archiefsleutel
from domain import bewaring
from domain.basis import Afzender
from domain.kalender import lokale_datum
from register import pakken, sleutels, spoor
from register.grootboek import Tekenaar
from register.verbinding import Register
from runtime.instellingen import Instellingen

SYSTEEM = Afzender(functie="systeem", subject="archief", zekerheid="sleutel")
"""Who makes the packs that nobody asked for."""


class NogNiet(Exception):
    """The pack that is wanted can't be made yet, but soon; the text says why, in Dutch."""


@dataclass(frozen=True)
class Eis:
    """What a pack must show before it is kept: a run that has ended, and an opgave at rest."""

    run_id: str = ""
    rust: bool = True

    def toets(self, geoogst: Oogst) -> None:
        """Raises NogNiet when it is not so."""
        if self.run_id and not any(r.run_id == self.run_id and r.einde != "loopt" for r in geoogst.runs):
            raise NogNiet("De run is nog niet afgelopen.")
        if self.rust and not geoogst.rust:
            raise NogNiet("De opgave is nog ergens mee bezig.")


@dataclass(frozen=True)
class Archief:
    """The archive of this engine. It is opened at first use, so that a worker also starts when it is away."""

    register: Register
    instellingen: Instellingen
    tekenaar: Tekenaar

    @cached_property
    def opslag(self) -> Opslag:
        """The store. Raises OpslagFout when it can't be opened."""
        return open_opslag(self.instellingen)

    def ouder(self, opgave: str) -> Archiefruns:
        """The histories of runs of this opgave that lie in earlier packs."""
        return Archiefruns(lambda: self.opslag, self.register, opgave, self._sleutel)

    async def archiveer(
        self,
        client: Client,
        opgave: str,
        workflow: str,
        aanleiding: Aanleiding,
        *,
        klok: Callable[[], datetime],
        eis: Eis,
    ) -> Bewaard:
        """Make the pack of an opgave as it is now, and keep it. Done twice is done once.

        Args:
            workflow: the id of the workflow that carries it.
            klok: gives the moment for the manifest and the trail (UTC).
            eis: what must be so before it is kept.

        Raises:
            NogNiet: it is not so yet.
            GeenPak, RunVerdwenen, OpslagFout, ContainerFout: it can't be made or kept.
            SleutelAfgelost: another key took over since this process started.
            temporalio.service.RPCError: the server can't be asked.
        """
        geoogst = await oogst(client, self.register, opgave, workflow, self.ouder(opgave), pogingen=1)
        eis.toets(geoogst)
        return await in_draad(self._bewaar, geoogst, aanleiding, klok)

    def _bewaar(self, geoogst: Oogst, aanleiding: Aanleiding, klok: Callable[[], datetime]) -> Bewaard:
        sleutels.toets_geldig(self.register, self.tekenaar.sleutel_id)
        gepakt = stel_samen(geoogst, self.tekenaar, klok(), aanleiding)
        bewaard = bewaar(self.opslag, gepakt, self._sleutel)
        self._noteer(gepakt, bewaard, klok())
        self.ruim_op(gepakt.manifest.opgave, klok())
        return bewaard

    def ruim_op(self, opgave: str, nu: datetime) -> int:
        """Take what was destroyed out of the packs of an opgave: one in the making may have brought it back.

        Gives how many files went or were written anew; none while a hold stands.

        Raises:
            OpslagFout, ContainerFout: not everything could be cleared; it is tried again every day.
        """
        regels = spoor.lijst(self.register, opgave)
        if bewaring.bewaarplichten(regels, lokale_datum(nu)):
            return 0
        half = self.opslag.ruim_half_op(opgave, nu.timestamp())
        return half + ruim_op(self.opslag, regels, self._sleutel, sleutels.lijst(self.register)[1])

    def _noteer(self, gepakt: Gepakt, bewaard: Bewaard, nu: datetime) -> None:
        """The row and the line of the trail in one transaction; both once, whoever was first."""
        manifest = gepakt.manifest
        gegevens = {"manifest": bewaard.sha256, "plek": bewaard.plek, "aanleiding": manifest.aanleiding}
        with self.register.schrijf() as verbinding:
            if pakken.noteer(verbinding, rijen(manifest, bewaard)):
                tot = f"pak tot en met feit {manifest.tot_seq}"
                spoor.schrijf(
                    verbinding, self.tekenaar, SYSTEEM, "pak_gemaakt", manifest.opgave, tot, nu=nu, gegevens=gegevens
                )

    def _sleutel(self) -> str:
        return archiefsleutel(self.instellingen)
