"""The embedded server as a process of its own, to be killed: `serverproces.py FOLDER PORT`; prints the server's pid."""

import asyncio
import sys
from pathlib import Path

from runtime.inrichting import per_naam
from runtime.instellingen import Instellingen, Temporal
from runtime.server import ingebouwde_server
from workflows.namen import ZOEKATTRIBUTEN


async def hoofd(map_: Path, poort: int) -> None:
    """Run until killed, or until the server is."""
    instellingen = Instellingen(gegevensmap=map_, temporal=Temporal(adres=f"127.0.0.1:{poort}", ui=False))
    async with ingebouwde_server(instellingen, per_naam(ZOEKATTRIBUTEN)) as adres:
        print(adres.pid, flush=True)
        await adres.tot_einde()


if __name__ == "__main__":
    asyncio.run(hoofd(Path(sys.argv[1]), int(sys.argv[2])))
