"""The pack that belongs to what is handed out: made now, or the newest in the archive when the server can't make it."""

from datetime import datetime

from temporalio.service import RPCError, RPCStatusCode

from archief import formaat
from archief.afscherming import OPLEGGING
from archief.archiveren import Archief
from archief.bewaren import lees_manifest
from archief.formaat import CONTAINER, Manifest
from archief.geschiedenis import RunVerdwenen
from archief.inhoud import GeenPak
from archief.maken import Gepakt, maak_pak
from archief.opslag import Opslag, open_opslag
from archief.vertrouwelijk import archiefsleutel, ontsleutel
from register import lezen
from register.grootboek import Tekenaar
from register.verbinding import Register
from runtime.instellingen import Instellingen
from runtime.temporal import Onbereikbaar, verbind
from workflows.namen import workflow_id


async def pak_van(
    instellingen: Instellingen, register: Register, tekenaar: Tekenaar, opgave: str, nu: datetime
) -> Gepakt:
    """The pack of this opgave with its confidential part.

    Raises:
        Onbereikbaar, RPCError, RunVerdwenen: the server can't give it, and there is none in the archive.
        GeenPak: the one in the archive is from before geheimhouding was imposed, so too much lies open in it.
    """
    ouder = Archief(register, instellingen, tekenaar).ouder(opgave)
    try:
        client = await verbind(instellingen)
        return await maak_pak(client, register, opgave, workflow_id(opgave), tekenaar, nu=nu, ouder=ouder)
    except (Onbereikbaar, RPCError, RunVerdwenen) as fout:
        if isinstance(fout, RPCError) and fout.status != RPCStatusCode.NOT_FOUND:
            raise
        if (bewaard := uit_archief(open_opslag(instellingen), instellingen, opgave)) is None:
            raise
        _toets_bij(register, bewaard.manifest)
        return bewaard


def _toets_bij(register: Register, manifest: Manifest) -> None:
    """Raises GeenPak when geheimhouding was imposed after the last fact of this pack."""
    later = (rij for rij in lezen.feiten(register, manifest.opgave) if rij.seq > manifest.tot_seq)
    if any(rij.soort == OPLEGGING for rij in later):
        raise GeenPak(
            "Na het nieuwste pak in het archief is geheimhouding opgelegd. Een pak van nu kan alleen de server geven, "
            "en die geeft geen antwoord of kent de opgave niet meer."
        )


def uit_archief(opslag: Opslag, instellingen: Instellingen, opgave: str) -> Gepakt | None:
    """The newest pack of this opgave in the archive, whole; None when there is none.

    Raises:
        OpslagFout, ContainerFout: it can't be read.
    """
    paden, einde = opslag.lijst(opgave), f"/{formaat.MANIFEST}"
    plekken = [pad.removesuffix(einde) for pad in paden if pad.endswith(einde)]
    gelezen = ((lees_manifest(opslag.lees(f"{plek}{einde}")), plek) for plek in plekken)
    gevonden = [(manifest, plek) for manifest, plek in gelezen if manifest]  # a spoiled one stands in nobody's way
    if not gevonden:
        return None
    manifest, plek = max(gevonden, key=lambda paar: (paar[0].tot_seq, paar[0].gemaakt_op))
    eigen = {pad.removeprefix(f"{plek}/"): pad for pad in paden if pad.startswith(f"{plek}/")}
    bewaard = eigen.pop(CONTAINER, None)
    vertrouwelijk = ontsleutel(opslag.lees(bewaard), archiefsleutel(instellingen)) if bewaard else {}
    return Gepakt(manifest, {naam: opslag.lees(pad) for naam, pad in eigen.items()}, vertrouwelijk)
