"""The worked life of partners: every way to answer, or not, dry and on a real server."""

import json
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from test_examples import VOORBEELDEN, gespeeld

from archief.pak import open_pak
from audit.controle import controleer
from domain.kalender import lokaal
from starter.scenario import simuleer

WATERRAND = VOORBEELDEN / "partners-waterrand.yaml"
HERINNERD = [
    "10-09 09:00 T-3 V3/T17 woningcorporaties",
    "17-09 09:00 T-3 V1/T17 gemeente-zeewolde",
    "17-09 09:00 T-3 V3/T17 woningcorporaties",
    "22-09 09:00 T V1/T17 gemeente-zeewolde",
    "24-09 09:00 T+2 V1/T17 gemeente-zeewolde",
    "24-09 09:00 T+2 V1/T17 opgavemanager",
    "28-09 09:00 T-10 V2/T17 waterschap-zuiderzeeland",
    "29-09 09:00 T+5 V1/T17 ambtelijk_opdrachtgever",
    "29-09 09:00 T+5 V1/T17 gemeente-zeewolde",
    "29-09 09:00 T+5 V1/T17 gemeente-zeewolde:ambtelijk_opdrachtgever",
    "06-10 10:01 T+10 V1/T17 gemeente-zeewolde:bestuurder",
    "06-10 10:01 T+10 V1/T17 portefeuillehouder",
    "19-10 09:00 T-3 I1/H07 opgavemanager",
]
"""Counted by hand. V1 ends on 22 September, V3 on the 15th and after its delay on the 22nd.

V2 ended on 6 October and stood still on 15, 16 and 17 September, so on 9 October; its T-10 falls in the reces.
"""


def test_every_reminder_of_the_example_goes_on_its_day() -> None:
    """And nobody is reminded of anything else."""
    _, stand, feiten = gespeeld(WATERRAND)
    gestuurd = [f for f in feiten if f.inhoud.soort == "HerinneringVerstuurd"]
    namen = [f"{f.inhoud.trede} {f.inhoud.termijn} {f.inhoud.aan}" for f in gestuurd]  # type: ignore[union-attr]
    momenten = [f"{lokaal(f.vastgelegd_op):%d-%m %H:%M}" for f in gestuurd]
    assert sorted(map(" ".join, zip(momenten, namen, strict=True))) == sorted(HERINNERD)
    assert (stand.leven.toestand, stand.leven.gelijkwaardig) == ("ingetrokken", True)
    assert stand.verzoeken["V2"].uiterlijk == date(2026, 10, 9)


async def test_the_partners_really_get_that_post(tmp_path: Path) -> None:
    """On the real workflow, activities and mail: the same facts on the same days, and every message arrives once."""
    scenario, _, droog = gespeeld(WATERRAND)
    klaar = await simuleer(WATERRAND, tmp_path)
    map_ = tmp_path / scenario.opgave
    echt = json.loads((map_ / "tijdlijn.json").read_text("utf-8"))
    assert [(f["inhoud"]["soort"], f["gebeurd_op"]) for f in echt] == [
        (f.inhoud.soort, f.gebeurd_op.isoformat()) for f in droog
    ]
    assert klaar.bevindingen == ()
    assert controleer(open_pak(map_), sleutels=[map_ / "ondertekensleutel.pub"]).bevindingen == ()
    post = [message_from_bytes(pad.read_bytes(), policy=policy.default) for pad in (map_ / "post").glob("*.eml")]
    sleutels = [sleutel for bericht in post for sleutel in str(bericht["X-Opgave-Sleutel"]).split()]
    assert len(sleutels) == len(set(sleutels)) == klaar.berichten == klaar.verzonden
    _na_stilstand_wordt_het_opnieuw_gevraagd(post)
    per_adres = [str(bericht["To"]) for bericht in post]
    assert per_adres.count("directie@zeewolde.example.org") == 1
    assert per_adres.count("college@zeewolde.example.org") == 1


def _na_stilstand_wordt_het_opnieuw_gevraagd(post: list[EmailMessage]) -> None:
    """The letter about a new last day names the request, and moves its entry in the calendar: for both who got one."""
    nieuw = {str(b["To"]): b for b in post if "Nieuwe laatste dag" in b["Subject"]}
    for wie, verzoek, dag in (
        ("bestuurszaken@zuiderzeeland", "V2", "20261009"),
        ("samenwerking@corporaties", "V3", "20260922"),
    ):
        delen = {
            d.get_content_type(): d.get_content() for d in nieuw[f"{wie}.example.org"].walk() if not d.is_multipart()
        }
        assert f"Verzoek: {verzoek}" in delen["text/plain"]
        assert "U hoeft niets te doen" not in delen["text/plain"]
        assert f"UID:FL-2026-30.{verzoek}@" in delen["text/calendar"]
        assert f"DTSTART;VALUE=DATE:{dag}" in delen["text/calendar"]
