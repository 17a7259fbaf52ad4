"""A house to live in for one test: a Temporal server, a register in a file, a mail catcher, and lives to lead."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from temporalio.client import (
    Client,
    WorkflowHandle,
    WorkflowHistory,
    WorkflowUpdateFailedError,
    WorkflowUpdateRPCTimeoutOrCancelledError,
)
from temporalio.common import WorkflowIDConflictPolicy
from temporalio.service import RPCError
from temporalio.testing import WorkflowEnvironment

from activities.notificaties import DIRECT
from domain.basis import Afzender
from domain.feit import Bewijs, Feit
from domain.kalender import einde_dag, op
from domain.opdracht import Opdracht
from domain.stand import Stand
from register import contacten, lezen
from register.rijen import Contact
from register.verbinding import Register, open_register
from runtime.inrichting import per_naam
from runtime.instellingen import Instellingen, Smtp, Temporal
from runtime.postvanger import postvanger
from runtime.server import ingebouwde_server, tijdreisserver
from runtime.temporal import verbind
from worker import worker
from workflows.namen import STAND, VOER_UIT, ZOEKATTRIBUTEN, soort_van, workflow_id
from workflows.staat import Start

T = TypeVar("T")

GEDULD = 60.0
"""Seconds that anything may take before a test gives up; a healthy machine needs a fraction of it."""

PER_POGING = timedelta(seconds=5)
"""What hits a run just as it continues as new is lost, so ask again soon; the same id makes that harmless."""

MANAGER = Afzender(functie="opgavemanager", subject="u-1", zekerheid="sleutel")
GRIFFIER = Afzender(functie="griffier", subject="u-2", namens="PS", zekerheid="sleutel")
SECRETARIAAT = Afzender(functie="bestuurssecretariaat", subject="u-3", namens="GS", zekerheid="sleutel")
JURIST = Afzender(functie="jurist", subject="u-4", zekerheid="sleutel")
FUNCTIES = (
    *("opgavemanager", "ambtelijk_opdrachtgever", "portefeuillehouder", "provinciesecretaris"),
    *("bestuurssecretariaat", "griffier", "evaluator", "controller"),
)
PARTNERS = ("gemeente-a", "waterschap-b", "bedrijf-c")


async def wacht_tot(gelukt: Callable[[], Awaitable[bool]], waarop: str, geduld: float = GEDULD) -> None:
    """Look until it is so; name what was waited for when it never is."""
    try:
        async with asyncio.timeout(geduld):
            while not await gelukt():  # noqa: ASYNC110  # the other side of a wire can't call us back
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise AssertionError(f"niet binnen {geduld:.0f} s: {waarop}") from None


async def houd_vol(poging: Callable[[], Awaitable[T]], geduld: float = GEDULD) -> T:
    """Try until the server answers; what it says about a malformed command goes to the caller at once."""
    einde = asyncio.get_running_loop().time() + geduld
    while True:
        try:
            return await poging()
        except (RPCError, WorkflowUpdateRPCTimeoutOrCancelledError, WorkflowUpdateFailedError) as fout:
            if not _is_tijdelijk(fout) or asyncio.get_running_loop().time() > einde:
                raise
            await asyncio.sleep(0.2)


def _is_tijdelijk(fout: Exception) -> bool:
    """A server that is away, or a run that ended just before the command reached it."""
    if isinstance(fout, WorkflowUpdateFailedError):
        return "completed" in str(fout.cause)
    return True


def verschuiving(doel: datetime, nu: datetime) -> int:
    """The shift (seconds) that makes workflow time `nu` read as `doel`."""
    return int((doel - nu).total_seconds())


def ochtend(dag: date, seconden_ervoor: float = 0) -> datetime:
    """09:00 in Amsterdam, when reminders go out, or so many seconds before."""
    return op(dag, 9) - timedelta(seconds=seconden_ervoor)


def middernacht(dag: date, seconden_ervoor: float = 0) -> datetime:
    """The end of a day in Amsterdam, when terms lapse, or so many seconds before."""
    return einde_dag(dag) - timedelta(seconds=seconden_ervoor)


@dataclass
class Leven:
    """One opgave as its users see it: commands go in, receipts come back."""

    client: Client
    start: Start
    task_queue: str
    geduld: float = GEDULD
    bewijzen: dict[str, Bewijs] = field(default_factory=dict)
    _nummer: Any = field(default_factory=lambda: count(1))

    @property
    def opgave(self) -> str:
        return self.start.opgave

    @property
    def handvat(self) -> WorkflowHandle[Any, Any]:
        """The latest run."""
        return self.client.get_workflow_handle(workflow_id(self.opgave), result_type=Bewijs)

    async def begin(self) -> "Leven":
        """Start the workflow, once; the opgave itself starts with StartOpgave, an agenda with StartAgenda."""
        await self.client.start_workflow(
            soort_van(self.opgave),
            self.start,
            id=workflow_id(self.opgave),
            task_queue=self.task_queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            rpc_timeout=PER_POGING,
        )
        return self

    def opdracht(self, soort: str, *, id_: str | None = None, door: Afzender = MANAGER, **inhoud: Any) -> Opdracht:
        """A command with the next id, or with this one. `gebeurd_op` goes to the envelope, `door_` to its field `door`."""
        eigen = {"door": inhoud.pop("door_")} if "door_" in inhoud else {}
        return Opdracht.model_validate(
            {
                "id": id_ or f"c{next(self._nummer)}",
                "door": door,
                "gebeurd_op": inhoud.pop("gebeurd_op", None),
                "inhoud": {"soort": soort, **eigen, **inhoud},
            }
        )

    async def voer_uit(self, opdracht: Opdracht, update_id: str | None = None) -> Bewijs:
        """Give a command and remember its receipt."""
        bewijs: Bewijs = await houd_vol(
            lambda: self.handvat.execute_update(
                VOER_UIT, opdracht, id=update_id or opdracht.id, result_type=Bewijs, rpc_timeout=PER_POGING
            ),
            self.geduld,
        )
        self.bewijzen[opdracht.id] = bewijs
        return bewijs

    async def geef(self, soort: str, **inhoud: Any) -> Bewijs:
        """Give a command by its name."""
        return await self.voer_uit(self.opdracht(soort, **inhoud))

    async def open(self, **inhoud: Any) -> Bewijs:
        """Start the opgave itself."""
        return await self.geef("StartOpgave", **(OPENING | inhoud))

    async def stand(self) -> Stand:
        """The state as the workflow has it."""
        return await houd_vol(lambda: self.handvat.query(STAND, result_type=Stand, rpc_timeout=PER_POGING))

    async def geschiedenissen(self) -> list[WorkflowHistory]:
        """The history of every run, the first one first."""
        eerste = await self.client.get_workflow_handle(workflow_id(self.opgave)).describe()
        run: str | None = eerste.raw_description.workflow_execution_info.first_run_id or eerste.run_id
        runs = []
        while run:
            historie = await self.client.get_workflow_handle(workflow_id(self.opgave), run_id=run).fetch_history()
            runs.append(historie)
            verder = historie.events[-1].workflow_execution_continued_as_new_event_attributes
            run = verder.new_execution_run_id or None
        return runs


OPENING: dict[str, Any] = {
    "titel": "Energiehub Zuid",
    "thema": "energietransitie",
    "betekenis_voor_flevolander": "Stroom voor wie nu op de wachtlijst staat.",
    "initiatief": {"door": "ondernemersvereniging"},
}


@dataclass
class Huis:
    """Everything a life needs around it. `tijd` is there when the server skips time."""

    client: Client
    instellingen: Instellingen
    register: Register
    post: Path
    tijd: WorkflowEnvironment | None = None

    @property
    def task_queue(self) -> str:
        return self.instellingen.temporal.task_queue

    async def nu(self) -> datetime:
        """The time on the clock of the server."""
        return await self.tijd.get_current_time() if self.tijd else datetime.now(UTC)

    async def leven(
        self, opgave: str, *, op_tijd: datetime | None = None, vol_na: int = 0, reglement: str = "r2026_1"
    ) -> Leven:
        """Start a life; with `op_tijd` its clock reads that moment now."""
        schuif = verschuiving(op_tijd, await self.nu()) if op_tijd else 0
        start = Start(opgave=opgave, reglement=reglement, verschuiving_s=schuif, vol_na=vol_na)
        return await Leven(self.client, start, self.task_queue).begin()

    async def slaap_tot(self, leven: Leven, moment: datetime) -> None:
        """Skip to a moment on the clock of this life, and let everything that it set off come to rest."""
        assert self.tijd is not None
        doel = moment - timedelta(seconds=leven.start.verschuiving_s)
        await asyncio.wait_for(self.tijd.sleep(doel - await self.nu() + timedelta(seconds=2)), GEDULD)
        await self.bijgewerkt(leven)

    async def bijgewerkt(self, leven: Leven) -> Stand:
        """Wait until the register has come as far as the workflow; gives the state."""
        stand = await leven.stand()

        async def bij() -> bool:
            nonlocal stand
            stand = await leven.stand()
            return lezen.tot_seq(self.register, leven.opgave) == stand.seq

        await wacht_tot(bij, f"het register is bij met {leven.opgave}")
        return stand

    def feiten(self, leven: Leven) -> list[Feit]:
        """The facts in the register."""
        return [rij.feit for rij in lezen.feiten(self.register, leven.opgave)]

    def berichten(self) -> list[EmailMessage]:
        """The mail that arrived, in the order of the facts it follows from."""
        gelezen = [message_from_bytes(pad.read_bytes(), policy=policy.default) for pad in self.post.glob("*.eml")]
        return sorted(gelezen, key=lambda b: int(str(b["X-Opgave-Sleutel"]).split(":")[1]))


def zet_contacten(register: Register) -> None:
    """An address for every function and partner."""
    for functie in FUNCTIES:
        contacten.zet(register, Contact(functie, "provincie", f"{functie}@example.org"))
    for partner in PARTNERS:
        contacten.zet(register, Contact("partner", partner, f"contact@{partner}.example"))


def instellingen_in(map_: Path, **temporal: Any) -> Instellingen:
    """Settings for a test: everything in this folder, every port free."""
    return Instellingen(
        gegevensmap=map_,
        temporal=Temporal(adres="127.0.0.1:0", ui=False, **temporal),
        stopseconden=2,
        smtp=Smtp(),
        post=DIRECT,
    )


def met_post(instellingen: Instellingen, poort: int) -> Instellingen:
    """The same settings, with the mail server on this port."""
    return instellingen.model_copy(update={"smtp": instellingen.smtp.model_copy(update={"poort": poort})})


@asynccontextmanager
async def reishuis(map_: Path, *, mailpoort: int | None = None) -> AsyncIterator[Huis]:
    """A house on the server that skips time, with a worker in it.

    Args:
        mailpoort: where the mail server will be; without it a catcher runs.
    """
    kaal = instellingen_in(map_, namespace="default", versiebeheer=False)
    async with AsyncExitStack() as stapel:
        if mailpoort is None:
            mailpoort = (await stapel.enter_async_context(postvanger(map_ / "post"))).poort
        instellingen = met_post(kaal, mailpoort)
        tijd = await stapel.enter_async_context(tijdreisserver(per_naam(ZOEKATTRIBUTEN)))
        register = open_register(instellingen.database_verbinding)
        stapel.callback(register.sluit)
        zet_contacten(register)
        await stapel.enter_async_context(worker(tijd.client, instellingen, maak_sleutel=True))
        yield Huis(tijd.client, instellingen, register, map_ / "post", tijd)


@asynccontextmanager
async def dorp(map_: Path) -> AsyncIterator[Huis]:
    """A house on the embedded server, with a catcher and a register; workers are up to the test."""
    kaal = instellingen_in(map_)
    async with (
        postvanger(map_ / "post") as vanger,
        ingebouwde_server(kaal, per_naam(ZOEKATTRIBUTEN)) as adres,
    ):
        instellingen = met_post(kaal.met_adres(adres.grpc), vanger.poort)
        register = open_register(instellingen.database_verbinding)
        try:
            zet_contacten(register)
            yield Huis(await verbind(instellingen), instellingen, register, map_ / "post")
        finally:
            register.sluit()
