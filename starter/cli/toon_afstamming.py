"""Where an opgave came from and what went out of it, on the screen of one opgave."""

from domain.stand import Stand
from domain.taal.splitsing import Afstamming, Besluitverwijzing
from domain.woorden import euro
from register import lezen
from starter.cli import scherm
from starter.cli.datums import kort
from starter.cli.omgeving import omgeving


def afstamming(stand: Stand) -> None:
    """Each link, whether it arrived, and the decisions there that are only pointed at."""
    if not stand.afstamming:
        return
    scherm.kop("Afstamming")
    rijen = [(kort(a.op), _link(a.hoe, a.richting), a.opgave, _aankomst(a)) for a in stand.afstamming]
    scherm.tabel(("Datum", "Wat", "Opgave", ""), rijen)
    for link in stand.afstamming:
        for b in link.verwijst:
            waarover = _waarover(link.opgave, b)
            scherm.zeg_onder(f"Verwijst naar {link.opgave} {b.stap} ({b.orgaan}, {kort(b.genomen_op)}): {waarover}")
    if over := sum(post.bedrag for post in stand.geld if post.geldsoort == "overgeheveld"):
        scherm.zeg_onder(f"Overgeheveld: {euro(over)}")


def _waarover(opgave: str, besluit: Besluitverwijzing) -> str:
    """What a decision of another opgave is about, as that opgave calls it now: a neutral title once it is secret."""
    daar = lezen.stand(omgeving().register, opgave)
    stap = daar.stappen.get(besluit.stap) if daar else None
    return f"{besluit.onderwerp}: {stap.onderwerp}" if stap and stap.onderwerp else besluit.onderwerp


def _link(hoe: str, richting: str) -> str:
    woorden = {
        ("splitsing", "naar"): "afgesplitst naar",
        ("splitsing", "van"): "afgesplitst van",
        ("samenvoeging", "naar"): "opgegaan in",
        ("samenvoeging", "van"): "nam over van",
    }
    return woorden[(hoe, richting)]


def _aankomst(link: Afstamming) -> str:
    if link.richting == "van":
        return f"feit {link.bron} daar"
    if link.mislukt:
        return f"niet aangekomen: {link.mislukt}"
    loopt = f"; hier loopt nog {', '.join(link.blijft_lopen)}" if link.blijft_lopen else ""
    return (f"aangekomen, feit {link.aangekomen} daar" if link.aangekomen else "nog niet aangekomen") + loopt
