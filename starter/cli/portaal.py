"""Running the portal alone, beside workers that run elsewhere."""

import asyncio

from rich.console import Console

from runtime.instellingen import Instellingen
from runtime.logboek import log, stel_logboek_in
from runtime.stoppen import tot_signaal
from runtime.webserver import luister
from starter.portaal.draaien import met_adres, portaal


async def draai(instellingen: Instellingen) -> int:
    """Serve the portal until SIGINT or SIGTERM. Gives 0; 3 when the web server stopped by itself."""
    stel_logboek_in(instellingen.logboek.formaat, instellingen.logboek.niveau)
    stopcontact = luister(instellingen.portaal.adres, "portaal.adres")
    instellingen = met_adres(instellingen, stopcontact)
    async with tot_signaal() as stop, portaal(instellingen, stopcontact) as taak:
        Console(stderr=True).print(f"Het portaal draait op {instellingen.portaal.basis_url}. Stoppen: Ctrl-C.")
        log("portaal").info("portaal draait", adres_server=instellingen.portaal.adres)
        gestopt = asyncio.create_task(stop.wait())
        await asyncio.wait((gestopt, taak), return_when=asyncio.FIRST_COMPLETED)
        uit_zichzelf = not stop.is_set()
        gestopt.cancel()
    return 3 if uit_zichzelf else 0
