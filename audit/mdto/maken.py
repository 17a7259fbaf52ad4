"""The metadata of a whole opgave: one dossier, its pieces and their files, each as an XML file of its own."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from audit.dossier.bron import Bron
from audit.mdto.formaten import formaat
from audit.mdto.gebeurd import dossierevents
from audit.mdto.keuren import keur
from audit.mdto.model import Beperking, Bestand, Informatieobject, Object, Verwijzing
from audit.mdto.stukken import Archiefstuk, stukken
from audit.mdto.xml import als_xml
from domain.tooi import met_id

MAP = "mdto/"
_NAAM = re.compile(r"[^A-Za-z0-9._-]+")


def maak_mdto(bron: Bron, leesbaar: Mapping[str, bytes], categorie: str = "") -> dict[str, bytes]:
    """The XML files and the small files they describe, by path.

    Args:
        leesbaar: the files of the readable dossier, which are described too.
        categorie: the category of the Provisa; a setting of the archive, not something we know.

    Raises:
        MdtoFout: what we made is not whole.
    """
    delen = tuple(stukken(bron, leesbaar, categorie))
    objecten = tuple(_objecten(bron, delen, categorie))
    keur(objecten)
    eigen = {pad: inhoud for deel in delen for pad, inhoud in deel.bestanden.items() if pad.startswith("stukken/")}
    return {**eigen, **{_pad(nr, o): als_xml(o) for nr, o in enumerate(objecten, start=1)}}


def _objecten(bron: Bron, delen: Sequence[Archiefstuk], categorie: str) -> Iterator[Object]:
    dossier = _dossier(bron, delen, categorie)
    yield dossier
    for deel in delen:
        bestanden = tuple(_bestand(bron, deel, pad, inhoud) for pad, inhoud in deel.bestanden.items())
        yield replace(
            deel.object,
            onderdeel_van=(dossier.verwijzing,),
            representaties=tuple(b.verwijzing for b in bestanden),
        )
        yield from bestanden


def _dossier(bron: Bron, delen: Sequence[Archiefstuk], categorie: str) -> Informatieobject:
    leven, manifest = bron.stand.leven, bron.pak.manifest
    voorbeeld = delen[-1].object
    return replace(
        voorbeeld,
        kenmerk=manifest.opgave,
        naam=leven.titel or manifest.opgave,
        niveau="Dossier",
        omschrijving=leven.maatschappelijk_effect,
        tot=bron.tot if leven.voorbij else None,
        categorie=categorie,
        events=dossierevents(bron),
        onderdelen=tuple(deel.object.verwijzing for deel in delen),
        betrokkenen=tuple(_partner(p.id, p.naam) for p in bron.stand.partners.values()),
        beperking=_beperking(bron),
    )


def _partner(id_: str, naam: str) -> Verwijzing:
    lichaam = met_id(id_)
    return Verwijzing(naam, lichaam.tooi, "TOOI") if lichaam else Verwijzing(naam, id_)


def _beperking(bron: Bron) -> Beperking:
    rust = [g for g in bron.stand.geheim.values() if g.rust]
    if not rust and not bron.dicht:
        return Beperking()
    gronden = "; ".join(sorted({g.grond for g in rust})) or "niet te zien in het open pak"
    return Beperking("Overig", f"Op een deel rust geheimhouding: {gronden}. Dat deel zit hier niet bij.")


def _bestand(bron: Bron, deel: Archiefstuk, pad: str, inhoud: bytes) -> Bestand:
    manifest = bron.pak.manifest
    return Bestand(
        kenmerk=f"{manifest.opgave}/bestand/{pad}",
        naam=pad,
        omvang=len(inhoud),
        sha256=hashlib.sha256(inhoud).hexdigest(),
        gemeten_op=manifest.gemaakt_op,
        formaat=formaat(pad, inhoud),
        representeert=deel.object.verwijzing,
    )


def _pad(nr: int, o: Object) -> str:
    """A file name that says what it is about; the number keeps names apart."""
    soort = "bestand" if isinstance(o, Bestand) else o.niveau.lower()
    return f"{MAP}{nr:03}-{soort}-{_NAAM.sub('_', o.kenmerk.partition('/')[2] or o.kenmerk)[-80:]}.xml"
