"""What both sides are measured on: one embedded server, one mail server, and a worker process per side."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from temporalio.client import Client

from benchmarks.referentieleven import PARTNERS
from register import contacten
from register.rijen import Contact
from register.verbinding import open_register
from runtime.inrichting import per_naam
from runtime.instellingen import Instellingen
from runtime.server import ingebouwde_server
from runtime.temporal import verbind
from workflows.namen import ZOEKATTRIBUTEN

FUNCTIES = ("opgavemanager", "portefeuillehouder", "bestuurssecretariaat", "griffier", "ambtelijk_opdrachtgever")


@dataclass(frozen=True)
class Opstelling:
    """The settings that the processes share, and the processes that are not the engine's."""

    basis: Instellingen
    server_pid: int
    mailput: "Arbeider"

    def instellingen(self, soort: str) -> Instellingen:
        """The settings of one side: the same server, its own task queue."""
        temporal = self.basis.temporal.model_copy(update={"task_queue": soort, "versiebeheer": False})
        return self.basis.model_copy(update={"temporal": temporal})

    def omgeving(self, soort: str) -> dict[str, str]:
        """The environment of a worker process of this side."""
        return {
            **os.environ,
            "OPGAVE_GEGEVENSMAP": str(self.basis.gegevensmap),
            "OPGAVE_TEMPORAL__ADRES": self.basis.temporal.adres,
            "OPGAVE_TEMPORAL__TASK_QUEUE": soort,
            "OPGAVE_TEMPORAL__VERSIEBEHEER": "false",
            "OPGAVE_SMTP__POORT": str(self.basis.smtp.poort),
            "OPGAVE_POST__VERZAMELMINUTEN": "0",
            "OPGAVE_POST__KANTOORUREN": "false",
        }

    async def client(self) -> Client:
        """A client as the starter has it."""
        return await verbind(self.basis)


@dataclass(frozen=True)
class Arbeider:
    """A process beside this one: a worker, or the mail server."""

    proces: asyncio.subprocess.Process

    def cpu_s(self) -> float:
        """The processor time it has used, in seconds."""
        return cpu_s(self.proces.pid)

    async def stop(self) -> str:
        """Stop it; gives the last thing it said."""
        assert self.proces.stdout is not None
        self.proces.terminate()
        gezegd = (await self.proces.stdout.read()).decode()
        await self.proces.wait()
        return gezegd

    def geheugen_kb(self) -> float:
        """Its resident memory in kB."""
        return float(psutil.Process(self.proces.pid).memory_info().rss) / 1024


def cpu_s(pid: int) -> float:
    """The processor time that a process has used, in seconds."""
    tijden = psutil.Process(pid).cpu_times()
    return float(tijden.user + tijden.system)


@asynccontextmanager
async def opstelling(map_: Path, postlog: Path | None = None) -> AsyncIterator[Opstelling]:
    """Server and mail server for as long as the block lasts, with a contact for everyone who gets mail.

    With `postlog` the mail server writes down there what it took.
    """
    basis = Instellingen(gegevensmap=map_, temporal={"adres": "127.0.0.1:0", "ui": False})
    put = ("benchmarks.mailput", str(postlog)) if postlog else ("benchmarks.mailput",)
    async with (
        _proces(*put) as (mailput, poort),
        ingebouwde_server(basis, per_naam(ZOEKATTRIBUTEN)) as adres,
    ):
        smtp = basis.smtp.model_copy(update={"poort": int(poort)})
        basis = basis.met_adres(adres.grpc).model_copy(update={"smtp": smtp})
        await asyncio.to_thread(_zet_contacten, basis)
        yield Opstelling(basis, adres.pid, Arbeider(mailput))


@asynccontextmanager
async def _proces(
    *argumenten: str, env: dict[str, str] | None = None
) -> AsyncIterator[tuple[asyncio.subprocess.Process, bytes]]:
    """A Python module as a process of its own, with the first line it said; stopped when the block ends."""
    proces = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", *argumenten), stdout=asyncio.subprocess.PIPE, env=env
    )
    assert proces.stdout is not None
    try:
        yield proces, (await proces.stdout.readline()).strip()
    finally:
        if proces.returncode is None:
            proces.terminate()
            await proces.wait()


def _zet_contacten(basis: Instellingen) -> None:
    register = open_register(basis.database_verbinding)
    wie = [*((f, "provincie") for f in FUNCTIES), *(("partner", p) for p in PARTNERS)]
    for functie, organisatie in wie:
        adres = f"{functie}.{organisatie}@example.org"
        contacten.zet(register, Contact(functie=functie, organisatie=organisatie, email=adres, naam=None))
    register.sluit()


@asynccontextmanager
async def arbeider(opstelling_: Opstelling, soort: str, *keuzes: str) -> AsyncIterator[Arbeider]:
    """A worker process of this side, polling when the block begins."""
    omgeving = opstelling_.omgeving(soort)
    async with _proces("benchmarks.arbeider", soort, *keuzes, env=omgeving) as (proces, eerste_regel):
        if eerste_regel != b"klaar":
            raise RuntimeError(f"de worker {soort} is niet gestart")
        yield Arbeider(proces)
