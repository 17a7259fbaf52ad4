"""`opgave post`: seeing what will leave, steering it, and sending again what did not arrive."""

import io
import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from test_cli_hulp import ID, Wereld, begonnen, leeg_register, wereld

from domain import kern
from register import contacten, lezen
from register.rijen import Contact
from register.tabellen import UITGAAND
from runtime.instellingen import Portaal
from runtime.webserver import luister
from starter.cli import bezorgen

__all__ = ["leeg_register", "wereld"]
GEGEVENS = {"tot": "2026-03-25", "reden": "zij zijn op reis"}


@pytest.fixture
def gevraagd(wereld: Wereld) -> Wereld:
    """A request of which the first reminder is due within a week."""
    begonnen(wereld)
    wereld.tik("VraagPartner", aan=["gemeente-dronten"], vraag="Wat vindt u ervan?", termijn="13wd")
    return wereld


def _json(wereld: Wereld, *regel: str) -> Any:
    uitkomst = wereld(*regel, "--json")
    assert uitkomst.code == 0, uitkomst.alles
    return json.loads(uitkomst.uit)


def _over_v1(wereld: Wereld, *meer: str) -> list[dict[str, Any]]:
    return [v for v in _json(wereld, "post", "vooruit", ID, *meer)["vooruit"] if v["termijn"] == "V1/T17"]


def _zet(wereld: Wereld, sleutel: str, **waarden: Any) -> None:
    with wereld.register.schrijf() as verbinding:
        verbinding.execute(update(UITGAAND).where(UITGAAND.c.sleutel == sleutel).values(waarden))


def test_het_woord_toon_mag_weg(gevraagd: Wereld) -> None:
    """What worked before works still: bare, with an opgave, with options."""
    assert gevraagd("post").uit == gevraagd("post", "toon").uit
    assert gevraagd("post", ID).uit == gevraagd("post", ID.lower()).uit == gevraagd("post", "toon", ID).uit
    assert _json(gevraagd, "post") == _json(gevraagd, "post", "toon") != []
    assert gevraagd("post", "--help").uit != gevraagd("post", "toon", "--help").uit


def test_een_verschreven_commando_wordt_geen_opgave(gevraagd: Wereld) -> None:
    uitkomst = gevraagd("post", "vooruti")
    assert uitkomst.code == 2
    assert "Bedoelt u vooruit?" in uitkomst.fout


def test_vooruit_laat_zien_wat_er_komt_met_regels_om_te_plakken(gevraagd: Wereld) -> None:
    """Over all opgaven without an id; nothing that lies further away."""
    uit = gevraagd("post", "vooruit").uit
    assert f"{ID} T-10 aan" in uit
    assert f"    opgave post houd {ID} V1/T17 --trede T-10 --tot " in uit
    (eerste,) = _over_v1(gevraagd)
    assert (eerste["opgave"], eerste["trede"], eerste["aan"]) == (ID, "T-10", "gemeente-dronten")
    assert [v["trede"] for v in _over_v1(gevraagd, "--dagen", "30")][:2] == ["T-10", "T-3"]


def _regel(uit: str, begin: str) -> list[str]:
    """The first line to paste that begins so, as words."""
    import shlex

    return shlex.split(next(r for r in uit.splitlines() if r.startswith(f"    {begin}")))[1:]


@pytest.mark.parametrize(
    ("begin", "ziet"),
    [
        (f"opgave post houd {ID} V1/T17", "Aangehouden tot en met"),
        (f"opgave post leid {ID} V1/T17", "Omgeleid; eerst was dit voor"),
        (f"opgave post zin {ID} V1/T17", "Met de zin: TEKST"),
    ],
)
def test_elke_regel_is_te_plakken_en_vooruit_laat_zien_wat_zij_deed_en_hoe_het_terug_kan(
    gevraagd: Wereld, begin: str, ziet: str
) -> None:
    uit = gevraagd("post", "vooruit", ID, "--dagen", "30").uit
    gedaan = gevraagd(*_regel(uit, begin))
    assert gedaan.code == 0, gedaan.alles
    na = gevraagd("post", "vooruit", ID, "--dagen", "30").uit
    assert ziet in na
    terug = gevraagd(*_regel(na, f"opgave post vrij {ID}"))
    assert terug.code == 0, terug.alles
    assert ziet not in gevraagd("post", "vooruit", ID, "--dagen", "30").uit


def test_wat_de_kern_weigert_hoort_u_met_de_regel(gevraagd: Wereld) -> None:
    uitkomst = gevraagd("post", "houd", ID, "V9/T17", "--tot", "2026-03-25", "--reden", "op reis")
    assert uitkomst.code == 1
    assert "Regel: " in uitkomst.fout


def test_een_reden_en_een_datum_zijn_verplicht(gevraagd: Wereld) -> None:
    assert gevraagd("post", "houd", ID, "V1/T17", "--tot", "2026-03-25").code == 2
    assert gevraagd("post", "houd", ID, "V1/T17", "--tot", "31-2-2026", "--reden", "x").code == 2


def _escalatie(wereld: Wereld) -> str:
    """Dronten stays silent until bestuurders would hear of it."""
    wereld.nu = datetime(2026, 4, 20, 9, tzinfo=UTC)
    wereld.standen[ID], feiten = kern.stap(wereld.standen[ID], wereld.nu, None)
    from test_cli_hulp import GROOTBOEK, Bundel, verwerk, voer_uit

    bundel = Bundel(begin=wereld.standen[ID].begin, feiten=feiten)
    verwerk(wereld.register, bundel, voer_uit, GROOTBOEK.teken_regel)
    return next(e.id for e in wereld.standen[ID].escalaties.values() if e.status == "wacht")


@pytest.mark.parametrize(("extra", "status"), [((), "akkoord"), (("--nee", "--reden", "wij bellen"), "niet_akkoord")])
def test_een_bericht_aan_bestuurders_gaat_alleen_met_akkoord(
    gevraagd: Wereld, extra: tuple[str, ...], status: str
) -> None:
    escalatie = _escalatie(gevraagd)
    uit = gevraagd("post", "vooruit", ID).uit
    assert "Wacht op akkoord" in uit
    assert _regel(uit, "opgave post akkoord") == ["post", "akkoord", ID, escalatie]
    gedaan = gevraagd("post", "akkoord", ID, escalatie, *extra)
    assert gedaan.code == 0, gedaan.alles
    assert gevraagd.standen[ID].escalaties[escalatie].status == status


def test_wat_op_andere_herinneringen_wacht_staat_erbij(gevraagd: Wereld) -> None:
    contacten.zet(gevraagd.register, Contact("partner", "gemeente-dronten", "post@dronten.example"))
    rij = next(r for r in lezen.post(gevraagd.register, status="klaar"))
    later = gevraagd.nu + timedelta(minutes=10)
    _zet(gevraagd, rij.sleutel, niet_voor=later, soort="herinnering")
    (wacht,) = _json(gevraagd, "post", "vooruit", ID)["wachtend"]
    assert wacht["sleutel"] == rij.sleutel
    assert "gaat later, met andere" in " ".join(gevraagd("post", ID).uit.split())
    assert "partner@gemeente-dronten" in gevraagd("post", "vooruit").uit


def test_de_manager_ziet_in_mijn_dat_er_iets_niet_is_bezorgd_en_een_ander_niet(gevraagd: Wereld) -> None:
    aantal = len(_json(gevraagd, "post", "mislukt"))
    assert aantal > 0
    assert f"Niet bezorgd: {aantal} berichten ({ID}). Zie: opgave post mislukt" in gevraagd("mijn").uit
    assert "Niet bezorgd" not in gevraagd("mijn", "--als", "griffier").uit


def test_mislukte_post_staat_in_een_lijst_en_gaat_opnieuw(gevraagd: Wereld) -> None:
    """What has an address again goes; what has none stays, and is said."""
    mislukt = _json(gevraagd, "post", "mislukt", ID)
    assert {m["status"] for m in mislukt} == {"geen_adres"}
    partner = next(m["sleutel"] for m in mislukt if m["functie"] == "partner")
    griffier = next(m["sleutel"] for m in mislukt if m["functie"] == "griffier")
    contacten.zet(gevraagd.register, Contact("partner", "gemeente-dronten", "post@dronten.example"))
    _zet(gevraagd, partner, status="onbestelbaar", fout="5.1.1 unknown")
    assert "5.1.1 unknown" in gevraagd("post", "mislukt").uit
    uitkomst = gevraagd("post", "opnieuw", partner, griffier)
    assert uitkomst.code == 1
    assert griffier in uitkomst.uit
    assert "De mailserver is er nu niet" in uitkomst.uit
    assert partner not in [m["sleutel"] for m in _json(gevraagd, "post", "mislukt")]


@pytest.mark.parametrize("regel", [(), ("--alle", "een-sleutel")])
def test_opnieuw_wil_weten_wat(gevraagd: Wereld, regel: tuple[str, ...]) -> None:
    uitkomst = gevraagd("post", "opnieuw", *regel)
    assert uitkomst.code == 2
    assert "--alle" in uitkomst.fout


def _rapport(message_id: str) -> bytes:
    return (
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=G\n\n"
        b"--G\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        b"Final-Recipient: rfc822; post@dronten.example\nAction: failed\nStatus: 5.1.1\n"
        b"Diagnostic-Code: smtp; 550 <post@dronten.example> unknown\n\n"
        b"--G\nContent-Type: message/rfc822\n\nMessage-ID: " + message_id.encode() + b"\n\nx\n--G--\n"
    )


class _Invoer(io.TextIOWrapper):
    """Standard input with these bytes."""

    def __init__(self, inhoud: bytes) -> None:
        super().__init__(io.BytesIO(inhoud))


def test_retour_leest_een_bestand_een_map_en_de_standaardinvoer(
    gevraagd: Wereld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = next(r for r in lezen.post(gevraagd.register) if r.functie == "partner")
    _zet(gevraagd, rij.sleutel, status="verzonden")
    map_ = tmp_path / "retour"
    map_.mkdir()
    (map_ / "een.eml").write_bytes(_rapport(rij.message_id))
    (map_ / "twee.eml").write_bytes(b"Subject: afwezig\n\nmorgen weer\n")
    uit = gevraagd("post", "retour", str(map_)).uit
    assert "1 onbestelbaar" in uit
    assert rij.sleutel in " ".join(uit.split())
    assert "post@dronten.example" not in uit
    (regel,) = _json(gevraagd, "post", "retour", str(map_ / "een.eml"))
    assert (regel["uitkomst"], regel["sleutels"]) == ("onbestelbaar", [rij.sleutel])
    monkeypatch.setattr(sys, "stdin", _Invoer(_rapport("<vreemd@elders.example>")))
    assert "1 onbekend" in gevraagd("post", "retour", "-").uit
    assert gevraagd("post", "retour", str(tmp_path / "er-niet")).code == 2


def test_een_mail_die_van_hier_gaat_noemt_het_portaal_dat_op_deze_computer_draait() -> None:
    """Without `portaal.basis_url`, as `opgave serve` does it; where no portal listens, a mail holds no link."""
    with luister("127.0.0.1:0") as stopcontact:
        hier = Portaal(adres=f"127.0.0.1:{stopcontact.getsockname()[1]}")
        buiten = hier.model_copy(update={"basis_url": "https://portaal.provincie.example"})
        assert bezorgen.met_adres(hier).basis_url == f"http://{hier.adres}"
        assert bezorgen.met_adres(buiten) == buiten
    assert bezorgen.met_adres(hier).basis_url is None
