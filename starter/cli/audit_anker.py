"""`opgave audit controlepunt` and `opgave audit bewijs`: making checkpoints, and a receipt held beside a pack."""

from collections.abc import Sequence
from pathlib import Path

from activities.controlepunt import Controlepuntmaker
from archief.pak import Pak, open_pak
from audit.bewijs import Bewijstoets, toets_bewijs
from audit.keuring.ankertekst import Bewijsanker, lees_anker
from domain.controlepunt import in_groepen
from register import controlepunten
from runtime.sleutels import SleutelFout, lees_ondertekenaar
from starter.cli import scherm
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.cli.gebeurtenissen import tijdstip
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout

_WOORDEN = {
    "zelfde": "klopt",
    "anders": "ANDERS",
    "afgeknipt": "AFGEKNIPT",
    "na_het_pak": "na het pak",
    "andere_opgave": "andere opgave",
}


def maak(json: bool) -> None:
    """Make a checkpoint now, and have it stamped."""
    instellingen = omgeving().instellingen
    try:
        ondertekenaar = lees_ondertekenaar(instellingen.ondertekensleutel)
        maker = Controlepuntmaker(omgeving().register, instellingen, ondertekenaar)
        gemaakt = maker.maak()
    except SleutelFout as fout:
        raise Invoerfout(str(fout)) from None
    gestempeld = maker.stempel(gemaakt.punt.nr) > 0
    if json:
        return scherm.json_uit(
            {
                "nr": gemaakt.punt.nr,
                "hash": gemaakt.punt.eigen_hash,
                "op": gemaakt.punt.op,
                "gestempeld": gestempeld,
                "terug": gemaakt.terug,
            }
        )
    scherm.zeg(gemaakt.punt.kort)
    dekt = "1 opgave" if gemaakt.punt.aantal == 1 else f"{gemaakt.punt.aantal} opgaven"
    scherm.zeg(f"Het dekt {dekt}{' en heeft een tijdstempel' if gestempeld else ''}.")
    for opgave in gemaakt.terug:
        scherm.let_op(f"Let op: {opgave} staat verder terug dan in het vorige controlepunt. Zoek dit uit.")
    return None


def lijst(aantal: int, json: bool) -> None:
    """The newest checkpoints first."""
    punten = controlepunten.voor_pak(omgeving().register, "")[: -aantal - 1 : -1]
    if json:
        return scherm.json_uit(
            [
                {
                    "nr": p.controlepunt.nr,
                    "op": p.controlepunt.op,
                    "hash": p.controlepunt.eigen_hash,
                    "aantal": p.controlepunt.aantal,
                    "sleutel_id": p.controlepunt.sleutel_id,
                    "gestempeld": bool(p.stempel),
                    "gezien_door": p.gezien_door,
                }
                for p in punten
            ]
        )
    return scherm.tabel(
        ("Nr", "Gemaakt", "Opgaven", "Begin van de hash", "Stempel", "Staat in mail aan"),
        [
            (
                str(p.controlepunt.nr),
                tijdstip(p.controlepunt.op),
                str(p.controlepunt.aantal),
                in_groepen(p.controlepunt.eigen_hash[:16]),
                "ja" if p.stempel else "",
                ", ".join(p.gezien_door),
            )
            for p in punten
        ],
        "Er zijn nog geen controlepunten. Maak er een: opgave audit controlepunt maak",
    )


def bewijs(plek: Path, bewijzen: Sequence[str], mails: Sequence[Path], json: bool) -> int:
    """Compare receipts with a pack: 0 all agree, 1 something contradicts, 2 there was nothing about this pack."""
    ankers = _ankers(bewijzen, mails)
    pak = open_pak(plek)
    toetsen = [toets_bewijs(pak, anker) for anker in ankers]
    if json:
        scherm.json_uit({"opgave": pak.manifest.opgave, "bewijzen": toetsen})
    else:
        _toon(pak, toetsen)
    if any(toets.spreekt_tegen for toets in toetsen):
        return GEWEIGERD
    if not any(toets.uitkomst == "zelfde" for toets in toetsen):
        raise Invoerfout(f"Geen van deze bewijzen gaat over de feiten van dit pak ({pak.manifest.opgave}).")
    return GEDAAN


def _ankers(bewijzen: Sequence[str], mails: Sequence[Path]) -> list[Bewijsanker]:
    """The receipts in texts and mails. A line without opgave is about this pack. Raises Ankerfout and Invoerfout."""
    for mail in mails:
        if not mail.is_file():
            raise Invoerfout(f"--mail: {mail} is er niet.")
    gevonden = [anker for tekst in (*bewijzen, *map(str, mails)) for anker in lees_anker(tekst)]
    ankers = list(dict.fromkeys(anker for anker in gevonden if isinstance(anker, Bewijsanker)))
    if gevonden and not ankers:
        raise Invoerfout(
            "Hierin staat geen bewijs, wel een controlepunt. Doe dit: opgave audit controleer PAK --anker BESTAND"
        )
    if not ankers:
        raise Invoerfout('Geef een bewijs zoals het in de mail staat ("Bewijs: feit 12, ..."), of --mail BESTAND.eml.')
    return ankers


def _toon(pak: Pak, toetsen: Sequence[Bewijstoets]) -> None:
    scherm.zeg(f"Bewijzen naast het pak van {pak.manifest.opgave}, tot en met feit {pak.manifest.tot_seq}:", "bold")
    scherm.tabel(
        ("Feit", "Uitkomst", "Wat dat betekent"),
        [(str(toets.seq), _WOORDEN[toets.uitkomst], toets.zin) for toets in toetsen],
    )
