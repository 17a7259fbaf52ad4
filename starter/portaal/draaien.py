"""Running the portal: on its address, with its own way to the opgaven, until whoever started it stops."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from register import lezen
from register.verbinding import open_register
from runtime.instelfout import InstellingenFout
from runtime.instellingen import Instellingen
from runtime.poorten import LOKAAL
from runtime.webserver import webserver
from starter.client import Opgaven
from starter.portaal.app import maak_app
from starter.portaal.gebeurtenissen import maak_router
from starter.portaal.huis import Huis

THUIS = (LOKAAL, "localhost")


def met_adres(instellingen: Instellingen, stopcontact: socket.socket) -> Instellingen:
    """The settings with the address by which the portal is reached, when none was set: that of this computer.

    Raises InstellingenFout when it listens to the outside without saying under which name.
    """
    if instellingen.portaal.basis_url is not None:
        return instellingen
    host = instellingen.portaal.adres.rpartition(":")[0]
    if host not in THUIS:
        raise InstellingenFout(
            "portaal.basis_url: vul in hoe partners het portaal bereiken, bijvoorbeeld https://portaal.provincie.example"
        )
    basis = f"http://{host}:{stopcontact.getsockname()[1]}"
    return instellingen.model_copy(update={"portaal": instellingen.portaal.model_copy(update={"basis_url": basis})})


@asynccontextmanager
async def portaal(instellingen: Instellingen, stopcontact: socket.socket) -> AsyncIterator[asyncio.Task[None]]:
    """Run the portal for as long as the block lasts; gives the task that serves."""
    register = await asyncio.to_thread(open_register, instellingen.database_verbinding)
    try:
        opgaven = Opgaven.van(instellingen, terugval=lambda opgave: lezen.stand(register, opgave))
        huis = Huis(register, opgaven, instellingen.portaal, instellingen.portaal.basis_url or "")
        app = maak_app(huis, maak_router(register, instellingen))
        async with webserver(app, stopcontact) as taak:
            yield taak
    finally:
        register.sluit()
