"""`opgave audit pakket`, `stuk` and `archief`: making a pack, completing it, and what the archive holds."""

from pathlib import Path

from archief.archiveren import Archief
from archief.formaat import Manifest
from register.pakken import Pakrij, Wens
from runtime.sleutels import lees_ondertekenaar
from runtime.temporal import verbind
from starter.archivaris import Aanvraag, overzicht
from starter.cli import scherm
from starter.cli.gebeurtenissen import tijdstip
from starter.cli.geven import geldig_id
from starter.cli.omgeving import omgeving
from starter.cli.wie import afzender

_AANLEIDING = {
    "gevraagd": "gevraagd",
    "fase": "einde van een fase",
    "voortzetting": "einde van een run",
    "afgerond": "einde van de opgave",
    "ronde": "dagelijkse ronde",
}
_PAKKEN = ("Opgave", "Tot feit", "Waarom", "Gemaakt", "Plek")
_WENSEN = ("Opgave", "Feit", "Waarom", "Pogingen", "Weer vanaf", "Wat er misging")


def pakket(opgave: str, uit: Path, als: str | None, json: bool) -> None:
    """Make the pack and say what is in it."""
    instellingen = omgeving().instellingen
    gemaakt = omgeving().wacht_op(_aanvraag(opgave, als).pak(lambda: verbind(instellingen), uit))
    m = gemaakt.manifest
    if json:
        return scherm.json_uit({"doel": gemaakt.doel, "sha256": gemaakt.sha256, "manifest": m})
    scherm.zeg(f"Het pak van {m.opgave} {m.titel} ligt in {gemaakt.doel}.", "bold")
    scherm.koppeltabel(
        (
            ("Tot en met", f"feit {m.tot_seq}"),
            ("Bestanden", str(len(m.bestanden) + 2)),
            ("Runs", str(len(m.runs))),
            ("Manifest", f"sha256 {gemaakt.sha256}"),
        )
    )
    _let_op(m)
    return scherm.plakregel(f"opgave audit controleer {gemaakt.doel}")


def stuk(opgave: str, bestand: Path, als: str | None, json: bool) -> None:
    """Take the document in."""
    aanvraag = _aanvraag(opgave, als)
    welk = aanvraag.stuk(bestand)
    if json:
        return scherm.json_uit({"opgave": aanvraag.opgave, "sha256": welk.sha256, "seq": welk.seq, "titel": welk.titel})
    return scherm.zeg(f"{bestand.name} hoort bij feit {welk.seq} ({welk.titel}) en gaat voortaan mee in elk pak.")


def archief(opgave: str | None, json: bool) -> None:
    """The archive, of one opgave or of all."""
    alles = overzicht(omgeving().register, geldig_id(opgave) if opgave else None)
    if json:
        return scherm.json_uit(alles)
    scherm.kop("In het archief")
    scherm.tabel(_PAKKEN, [_rij(rij) for rij in _per_pak(alles.pakken)], "Er ligt nog geen pak.")
    scherm.kop("Nog te maken")
    scherm.tabel(_WENSEN, [_wens(wens) for wens in alles.wensen], "Er wacht niets.")
    scherm.kop("Runs die in geen pak liggen")
    rijen = [(run.opgave, run.run_id, f"vanaf feit {run.vanaf_seq}") for run in alles.zonder_pak]
    return scherm.tabel(("Opgave", "Run", "Feiten"), rijen, "Alle afgelopen runs liggen in een pak.")


def _aanvraag(opgave: str, als: str | None) -> Aanvraag:
    """Who wants what. Raises SleutelFout when there is no key to sign with."""
    doos = omgeving()
    door, id_ = afzender(als, None, doos.uid()), geldig_id(opgave)
    ondertekenaar = lees_ondertekenaar(doos.instellingen.ondertekensleutel)
    return Aanvraag(Archief(doos.register, doos.instellingen, ondertekenaar), door, id_, doos.nu)


def _let_op(manifest: Manifest) -> None:
    if not manifest.rust:
        scherm.let_op("De opgave was nog bezig. De geschiedenis kan verder zijn dan de feiten in dit pak.")
    if manifest.vertrouwelijk:
        scherm.let_op(
            f"{len(manifest.vertrouwelijk)} bestanden zijn vertrouwelijk en zitten er niet in. "
            f"Ze zijn apart te krijgen: opgave audit verstrek {manifest.opgave}"
        )


def _per_pak(rijen: tuple[Pakrij, ...]) -> list[Pakrij]:
    """One row for each pack, also when it holds several runs."""
    return list({rij.plek: rij for rij in rijen}.values())


def _rij(rij: Pakrij) -> tuple[str, ...]:
    waarom = _AANLEIDING.get(rij.aanleiding, rij.aanleiding)
    return (rij.opgave, str(rij.tot_seq), waarom, tijdstip(rij.gemaakt_op), rij.plek)


def _wens(wens: Wens) -> tuple[str, ...]:
    later = tijdstip(wens.niet_voor) if wens.niet_voor else "nu"
    return (wens.opgave, str(wens.seq), _AANLEIDING[wens.aanleiding], str(wens.pogingen), later, wens.fout)
