"""The connection with Temporal: one plugin, so that the audit replays with exactly what production runs with."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from temporalio.client import Client
from temporalio.plugin import SimplePlugin
from temporalio.runtime import Runtime
from temporalio.service import TLSConfig
from temporalio.worker import WorkflowRunner
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions
from temporalio.workflow import SandboxImportNotificationPolicy as Importbeleid

from runtime.instelfout import InstellingenFout
from runtime.instellingen import Instellingen, Tls
from runtime.omzetter import maak_omzetter

NAAM = "opgavenmotor"
GEDULD = 5.0
"""Seconds a person waits before hearing that the server is down."""

DOORGEGEVEN = ("domain", "structlog", "workflows.namen")
"""Imported once instead of per workflow: 7 ms and 75 kB each instead of 246 ms and 2.5 MB (pydantic is by default)."""


class Onbereikbaar(Exception):
    """The Temporal server does not answer; the text is for the person at the keyboard."""


def maak_plugin(rond: Callable[[WorkflowRunner], WorkflowRunner] | None = None) -> SimplePlugin:
    """The one plugin of client, worker and Replayer.

    Args:
        rond: what goes around the runner of production; a Replayer that looks on gives one.
    """
    runner = _zandbak()
    return SimplePlugin(NAAM, data_converter=maak_omzetter(), workflow_runner=rond(runner) if rond else runner)


def _zandbak() -> SandboxedWorkflowRunner:
    """A sandbox that refuses a forgotten pass-through when the worker starts, before any history is touched."""
    grenzen = SandboxRestrictions.default.with_passthrough_modules(*DOORGEGEVEN)
    beleid = Importbeleid.WARN_ON_DYNAMIC_IMPORT | Importbeleid.RAISE_ON_UNINTENTIONAL_PASSTHROUGH
    return SandboxedWorkflowRunner(restrictions=grenzen.with_import_notification_policy(beleid))


async def verbind(
    instellingen: Instellingen, *, rol: str = "starter", runtime: Runtime | None = None, geduld: float = GEDULD
) -> Client:
    """Connect, or raise `Onbereikbaar` within `geduld` seconds.

    The identity is a role: the default would write the host name and process id into every history.
    """
    adres = instellingen.temporal.adres
    poging = Client.connect(
        adres,
        namespace=instellingen.temporal.namespace,
        plugins=[maak_plugin()],
        identity=f"{NAAM}-{rol}",
        tls=_tls(instellingen.temporal.tls),
        runtime=runtime,
        connect_timeout=timedelta(seconds=geduld),
    )
    try:
        return await asyncio.wait_for(poging, geduld)
    except (TimeoutError, RuntimeError):
        raise Onbereikbaar(f"De Temporal-server op {adres} geeft geen antwoord. Is hij gestart?") from None


def _tls(tls: Tls) -> TLSConfig | None:
    if not tls.aan:
        return None
    return TLSConfig(
        server_root_ca_cert=_lees(tls.ca), client_cert=_lees(tls.certificaat), client_private_key=_lees(tls.sleutel)
    )


def _lees(pad: Path | None) -> bytes | None:
    """Read a certificate; a path that is wrong is a wrong setting."""
    try:
        return pad.read_bytes() if pad else None
    except OSError:
        raise InstellingenFout(f"Het bestand voor temporal.tls is niet te lezen: {pad}") from None
