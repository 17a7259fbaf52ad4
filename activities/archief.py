"""Packs into the archive: soon after a phase, a run or a life has ended, and by a daily sweep of what was missed.

A run that the server will soon forget and that lies in no pack is an alarm: in the log, in the metrics, and by mail.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from temporalio import activity
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from activities.namen import VEEG_ARCHIEF
from archief.archiveren import Archief, Eis, NogNiet
from archief.draad import in_draad
from archief.formaat import Aanleiding
from archief.geschiedenis import RunVerdwenen
from archief.inhoud import GeenPak
from archief.opslag import OpslagFout
from archief.vertrouwelijk import ContainerFout
from domain.gevolg import Adres
from domain.kalender import datum_voluit, lokale_datum
from register import pakken, spoor
from register.grootboek import Tekenaar
from register.pakken import Wens
from register.schrijver import Brief, zet_los
from register.verbinding import Register, vergrendel
from runtime.instellingen import Instellingen
from runtime.logboek import activiteitlog
from runtime.sleutels import SleutelFout
from workflows.namen import AGENDA_WORKFLOW, OPGAVE_WORKFLOW, opgave_van, workflow_id

WACHT = (
    *(timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2)),
    timedelta(hours=12),
)
"""The pause after each attempt that failed; the last one is repeated for ever."""
RUST_POGINGEN = 4
"""So many attempts ask for an opgave at rest; after them one that is always busy is taken as it is."""
RONDE_SECONDEN = 10.0
"""From then on a round begins no other pack, so that the mail of the next round needn't wait."""
PAK_SECONDEN = 25.0
"""How long one pack of a round may take."""
VEEG_SECONDEN = 60.0
"""How long one pack of the sweep may take: less than the time within which it must be heard of."""
VEEG_HOOGSTENS = 90 * 60.0
"""How long the sweep goes on making packs: a store that hangs must leave time for the alarm."""
AFGELOPEN = f"WorkflowType IN ('{OPGAVE_WORKFLOW}', '{AGENDA_WORKFLOW}') AND ExecutionStatus != 'Running'"
BEHEERDER = Adres(functie="beheerder")
_BEKEND = (NogNiet, GeenPak, RunVerdwenen, OpslagFout, ContainerFout, SleutelFout)


@dataclass(frozen=True)
class Afgelopen:
    """A run that has ended, as the server lists it. `op` is when (UTC)."""

    opgave: str
    run_id: str
    op: datetime


class Archivaris:
    """Makes the packs that nobody asks for."""

    def __init__(self, register: Register, instellingen: Instellingen, tekenaar: Tekenaar) -> None:
        """Work on this register, with these settings and this key."""
        self._register = register
        self._waarschuw = timedelta(days=instellingen.archief.waarschuw_dagen)
        self._archief = Archief(register, instellingen, tekenaar)

    async def ronde(self) -> None:
        """Make the packs that are wished for; what does not go now is tried again later, with ever longer pauses."""
        einde = time.monotonic() + RONDE_SECONDEN
        for wens in await asyncio.to_thread(pakken.aan_de_beurt, self._register, _nu()):
            if time.monotonic() > einde or activity.is_worker_shutdown():
                return
            await self._vervul(activity.client(), wens)

    async def _vervul(self, client: Client, wens: Wens) -> None:
        rust = wens.pogingen < RUST_POGINGEN
        eis = Eis(rust=rust) if wens.aanleiding == "fase" else Eis(wens.run_id, rust)
        fout = await self._archiveer(client, wens.opgave, wens.aanleiding, eis, PAK_SECONDEN)
        if isinstance(fout, str):
            later = _nu() + WACHT[min(wens.pogingen, len(WACHT) - 1)]
            await asyncio.to_thread(pakken.stel_uit, self._register, wens, fout, later)

    async def _archiveer(
        self, client: Client, opgave: str, aanleiding: Aanleiding, eis: Eis, seconden: float
    ) -> bool | str:
        """Make one pack: whether it is new, or in Dutch why it did not go."""
        try:
            async with asyncio.timeout(seconden):
                bewaard = await self._archief.archiveer(
                    client, opgave, workflow_id(opgave), aanleiding, klok=_nu, eis=eis
                )
        except Exception as fout:
            if not isinstance(fout, NogNiet):
                activiteitlog().warning("pak niet gemaakt", opgave=opgave, fout=type(fout).__name__)
            return _in_woorden(fout)
        return bewaard.nieuw

    @activity.defn(name=VEEG_ARCHIEF)
    async def veeg_archief(self) -> int:
        """Pack every run that has ended and lies in no pack. Gives how many packs were made.

        Whatever fails is left for the next day, and is an alarm when the server would forget the run before long.
        """
        client = activity.client()
        try:
            afgelopen = await _afgelopen(client)
        except RPCError as fout:
            if fout.status != RPCStatusCode.UNIMPLEMENTED:
                raise
            activiteitlog().info("deze server kent geen lijst; er is niets geveegd")
            return 0
        gemaakt = await self._veeg_alle(client, await self._over(afgelopen))
        rest = await self._over(afgelopen)
        activity.metric_meter().create_gauge("opgave_archief_achterstand", "runs that lie in no pack").set(len(rest))
        if rest:
            await asyncio.to_thread(self._sla_alarm, rest, await _bewaartijd(client))
        await self._ruim_op()
        return gemaakt

    async def _veeg_alle(self, client: Client, runs: Sequence[Afgelopen]) -> int:
        """How many packs were made; what there is no time for is left for the next day."""
        einde, gemaakt = time.monotonic() + VEEG_HOOGSTENS, 0
        for run in runs:
            if time.monotonic() >= einde:
                activiteitlog().warning("geen tijd meer om te vegen", opgave=run.opgave)
                break
            gemaakt += await self._veeg(client, run)
        return gemaakt

    async def _ruim_op(self) -> None:
        """Finish every destruction of which a copy lies in a pack still; trouble with one opgave is for tomorrow."""
        for opgave in await asyncio.to_thread(spoor.met, self._register, "vernietigd"):
            activity.heartbeat()
            try:
                async with asyncio.timeout(VEEG_SECONDEN):
                    weg = await in_draad(self._archief.ruim_op, opgave, _nu())
            except (TimeoutError, OpslagFout, ContainerFout) as fout:
                activiteitlog().error("vernietigd stuk niet overal weg", opgave=opgave, fout=type(fout).__name__)
            else:
                if weg:
                    activiteitlog().info("vernietigde stukken opgeruimd", opgave=opgave, aantal=weg)

    async def _over(self, afgelopen: Sequence[Afgelopen]) -> list[Afgelopen]:
        """Those that lie in no pack."""
        klaar = await asyncio.to_thread(pakken.gearchiveerde_runs, self._register)
        return [run for run in afgelopen if run.run_id not in klaar]

    async def _veeg(self, client: Client, run: Afgelopen) -> bool:
        """Whether a pack was made for this run; a pack that was made for another one may hold it already."""
        activity.heartbeat()
        if await asyncio.to_thread(pakken.pak_van_run, self._register, run.run_id):
            return False
        return await self._archiveer(client, run.opgave, "ronde", Eis(run.run_id, rust=False), VEEG_SECONDEN) is True

    def _sla_alarm(self, rest: Sequence[Afgelopen], bewaartijd: timedelta) -> None:
        """One mail for each run of which the time is nearly over, and a line in the log each day."""
        for run in rest:
            weg_op = run.op + bewaartijd
            if weg_op - _nu() <= self._waarschuw:
                activiteitlog().error("run nog niet in het archief", opgave=run.opgave, run=run.run_id, weg_op=weg_op)
                with self._register.schrijf() as verbinding:
                    vergrendel(verbinding, "archiefalarm")
                    zet_los(verbinding, f"archiefalarm:{run.run_id}", _alarmbrief(run, weg_op), run.opgave)


async def _afgelopen(client: Client) -> list[Afgelopen]:
    """Every run of an opgave that has ended, as far as the server still knows it; per opgave the newest first.

    The opgave of which a run is forgotten first comes first.
    """
    gevonden = [
        Afgelopen(opgave, run.run_id, run.close_time or _nu())
        async for run in client.list_workflows(AFGELOPEN)
        if (opgave := opgave_van(run.id))
    ]
    eerste = dict[str, datetime]()
    for run in gevonden:
        eerste[run.opgave] = min(run.op, eerste.get(run.opgave, run.op))
    return sorted(gevonden, key=lambda run: (eerste[run.opgave], run.opgave, -run.op.timestamp()))


async def _bewaartijd(client: Client) -> timedelta:
    """How long the server remembers a run after it has ended."""
    antwoord = await client.workflow_service.describe_namespace(DescribeNamespaceRequest(namespace=client.namespace))
    bewaartijd: timedelta = antwoord.config.workflow_execution_retention_ttl.ToTimedelta()
    return bewaartijd


def _alarmbrief(run: Afgelopen, weg_op: datetime) -> Brief:
    dag = datum_voluit(lokale_datum(weg_op))
    tekst = (
        f"De geschiedenis van opgave {run.opgave} (run {run.run_id}) ligt nog niet in het archief.\n"
        f"Op {dag} vergeet de Temporal-server haar. Daarna is zij niet meer na te spelen.\n\n"
        f"Kijk wat er mis is:          opgave audit archief {run.opgave}\n"
        f"Maak zelf een pak en bewaar: opgave audit pakket {run.opgave} --uit MAP --als beheerder\n"
    )
    return Brief(aan=BEHEERDER, onderwerp=f"Opgave {run.opgave} is nog niet gearchiveerd", tekst=tekst)


def _in_woorden(fout: Exception) -> str:
    """Why it did not go, in Dutch; of an error that we don't know only its kind."""
    match fout:
        case TimeoutError():
            return "Het maken duurde te lang."
        case RPCError():
            return f"De Temporal-server gaf geen antwoord ({fout.status.name})."
        case _:
            return str(fout) if isinstance(fout, _BEKEND) else f"Er ging iets mis ({type(fout).__name__})."


def _nu() -> datetime:
    return datetime.now(UTC)
