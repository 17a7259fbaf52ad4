"""`opgave audit aansluiting`: recorded decisions beside the published besluitenlijst, with the gaps on top."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from audit.rekenen.aansluiting import Aansluiting, sluit_aan
from audit.rekenen.besluitregel import besluiten
from audit.rekenen.csvuit import Cel, tabel
from audit.rekenen.pakfeiten import open_pakken
from domain.woorden import gewoon
from starter.cli import scherm
from starter.cli.audit_lijst import lees_lijst
from starter.cli.audit_reken import SCHERM, Hoe, Staat, keur, schrijf
from starter.cli.fouten import GEDAAN, GEWEIGERD

KOLOMMEN = (
    *("oordeel", "zekerheid", "regel", "orgaan", "datum", "nummer", "titel", "uitkomst"),
    *("opgave", "feit", "stap", "vastgelegd_op", "vastgelegde_titel", "vastgelegde_uitkomst", "uitleg"),
)


def aansluiting(lijst: Path, plekken: Sequence[Path], hoe: Hoe) -> int:
    """Match both sides; 0 when all match, 1 when there are gaps or a pack is not whole."""
    gepubliceerd, pakken = lees_lijst(lijst), open_pakken(plekken)
    staat = keur(pakken, hoe)
    uitkomst = sluit_aan(gepubliceerd, [besluiten(pak) for pak in pakken])
    if hoe.csv is not None:
        schrijf(hoe.csv, tabel(KOLOMMEN, _rijen(uitkomst), hoe.scheiding), hoe)
    if hoe.json:
        scherm.json_uit(
            {
                "sluit_aan": uitkomst.sluit_aan,
                "regels": uitkomst.regels,
                "bevindingen": uitkomst.bevindingen,
                "pakken": staat.json,
            }
        )
    elif hoe.csv != SCHERM:
        _toon(uitkomst, staat)
    return GEDAAN if uitkomst.sluit_aan and not staat.niet_heel else GEWEIGERD


def _rijen(uitkomst: Aansluiting) -> Iterator[tuple[Cel, ...]]:
    for r in uitkomst.regels:
        g, v = r.gepubliceerd, r.vastgelegd
        links = (g.nr, g.orgaan, g.op, g.nummer, g.titel, g.uitkomst) if g else (None, v and v.orgaan, *[None] * 4)
        rechts = (v.opgave, v.feit, v.stap, v.op, v.titel, gewoon(v.uitkomst)) if v else (None,) * 6
        yield (r.oordeel, r.zekerheid, *links, *rechts, r.uitleg)


def _toon(uitkomst: Aansluiting, staat: Staat) -> None:
    staat.zeg()
    gaten = [r for r in uitkomst.regels if r.is_gat]
    for kop, regels in (
        ("Hier moet u naar kijken", gaten),
        ("Sluit aan", [r for r in uitkomst.regels if r.oordeel == "klopt"]),
        ("Hoort niet op de lijst te staan", [r for r in uitkomst.regels if r.oordeel == "verwacht afwezig"]),
    ):
        if regels:
            scherm.kop(f"{kop}: {len(regels)}")
            for r in regels:
                scherm.punt(f"{r.waar}: {r.uitleg}" if r.gepubliceerd else r.uitleg)
    elders = sum(r.oordeel == "niet op deze lijst" for r in uitkomst.regels)
    if elders:
        scherm.kop(f"Van dagen waar de lijst niet over gaat: {elders} besluiten (zie --uit of --json)")
    scherm.zeg()
    if uitkomst.afgeschermd:
        scherm.zeg(f"{uitkomst.afgeschermd} feiten zijn afgeschermd en niet vergeleken.", "yellow")
    if gaten:
        aantal = "1 verschil" if len(gaten) == 1 else f"{len(gaten)} verschillen"
        return scherm.zeg(f"SLUIT NIET AAN: {aantal}.", "bold red")
    return scherm.zeg("SLUIT AAN: lijst en vastlegging zeggen hetzelfde.", "green")
